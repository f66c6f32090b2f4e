import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoApps, smallExamples } from '@meshes-embed/app-demo/apps';
import { type Adapter, adapters } from '@meshes-embed/conformance/adapters';
import { publicPackages } from '../workspace/packages.ts';
import { root } from '../workspace/paths.ts';
import { type CheckResult, resultOf } from './check.ts';
import { optionsOf } from './parity/adapters.ts';
import { differences as differencesOf } from './parity/comparison.ts';
import { documentedNames } from './parity/documentedNames.ts';
import { exceptions, screenFaults } from './parity/screens.ts';
import { takenNames } from './parity/takenNames.ts';
import { handedOn } from './parity/handedOn.ts';
import { noAttributes, typedOptions } from './parity/typedOptions.ts';

/** What is missing from a list of names, and what is too much in it. */
function differences(where: string, expected: readonly string[], found: ReadonlySet<string>): (string | null)[] {
  return [
    ...expected.map((name) => (found.has(name) ? null : `${where} lacks ${name}`)),
    ...[...found]
      .filter((name) => !expected.includes(name))
      .map((name) => `${where} has ${name}, which is no option of the embed`),
  ];
}

/** The tables of its README name every option, and no other. */
function documentFaults(adapter: Adapter): (string | null)[] {
  const document = join('packages', adapter.name, 'README.md');
  const text = existsSync(join(root, document)) ? readFileSync(join(root, document), 'utf8') : '';
  const { settings, events } = optionsOf(adapter);
  return [
    ...differences(`${document}, in its settings,`, settings, documentedNames(text, ['setting', 'property'])),
    ...differences(`${document}, in its events,`, events, documentedNames(text, ['callback', 'event'])),
  ];
}

async function takenFaults(adapter: Adapter): Promise<(string | null)[]> {
  const taken = await takenNames[adapter.name]?.();
  if (taken === undefined) return [];
  const { settings, events } = optionsOf(adapter);
  return [
    ...differences(`the ${adapter.name} adapter, in what it takes,`, settings, new Set(taken.settings)),
    ...(taken.events === null
      ? []
      : differences(`the ${adapter.name} adapter, in what it emits,`, events, new Set(taken.events))),
  ];
}

/** The same in every adapter that there is: each option is typed, taken and documented, the same of core is handed on, and the demo shows it with the same test ids. */
export async function checkParity(): Promise<CheckResult> {
  const shown = demoApps().map(({ name }) => name);
  const copied = smallExamples.filter(({ folder }) => existsSync(join(folder, 'index.html'))).map(({ name }) => name);
  const messages: (string | null)[] = [];
  for (const adapter of adapters) {
    const { name } = adapter;
    messages.push(
      shown.includes(name) ? null : `the demo has no app of ${name}: add apps/${name}`,
      copied.includes(`${name}-example`) ? null : `there is no example of ${name}: add apps/examples/${name}`,
      ...documentFaults(adapter),
      ...(await takenFaults(adapter)),
    );
  }
  for (const { shortName, manifest } of publicPackages()) {
    if (manifest.devDependencies?.['@meshes-embed/conformance'] === undefined) continue;
    messages.push(
      adapters.some(({ name }) => name === shortName)
        ? null
        : `packages/${shortName} runs the adapter contract and is not listed: add a row to packages/conformance/src/adapters.ts`,
    );
  }
  messages.push(...[...typedOptions(), ...handedOn()].flatMap(differencesOf), ...screenFaults());
  console.log('Excepted:');
  for (const { testId, apps, reason } of exceptions)
    console.log(`  the test id ${testId} in ${apps.join(', ')}: ${reason}`);
  for (const [setting, reason] of Object.entries(noAttributes))
    console.log(`  ${setting} as an attribute of the element: ${reason}`);
  return resultOf(messages);
}
