import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { callbackNames, settingNames } from '@meshes-embed/core/adapter';
import { demoApps } from '../demo/apps.ts';
import { root } from '../workspace/paths.ts';
import { type CheckResult, resultOf } from './check.ts';

/** An adapter, and how its framework's people write an event's name. */
interface Adapter {
  name: string;
  eventName(callback: string): string;
}

const withoutOn = (callback: string): string => callback.slice('on'.length);

const adapters: Adapter[] = [
  { name: 'react', eventName: (callback) => callback },
  { name: 'vue', eventName: (callback) => withoutOn(callback).replaceAll(/(?<!^)[A-Z]/g, '-$&').toLowerCase() },
  { name: 'svelte', eventName: (callback) => callback.toLowerCase() },
  { name: 'element', eventName: (callback) => withoutOn(callback).toLowerCase() },
];

/** The same in every adapter that there is: each option is documented, each has a sample app, and the demo shows it. */
export async function checkParity(): Promise<CheckResult> {
  const present = adapters.filter(({ name }) => existsSync(join(root, 'packages', name, 'package.json')));
  const shown = demoApps().map(({ name }) => name);
  return resultOf(
    present.flatMap(({ name, eventName }) => {
      const document = join('packages', name, 'README.md');
      const text = existsSync(join(root, document)) ? readFileSync(join(root, document), 'utf8') : '';
      const options = [...settingNames, ...callbackNames.map((callback) => eventName(callback))];
      return [
        ...options.map((option) => (new RegExp(`\`[^\`]*\\b${option}\\b[^\`]*\``).test(text) ? null : `${document} does not tell of ${option}`)),
        shown.includes(name) ? null : `the demo has no app of ${name}: add apps/${name}, and a row in tools/demo/apps.ts`,
      ];
    }),
  );
}
