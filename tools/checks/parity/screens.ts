import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { factLines, emptyFailureView, noFacts, noticedLines, testIds } from '@meshes-embed/app-shared';
import { demoApps } from '@meshes-embed/app-demo/apps';
import { filesUnder } from '../../workspace/filesUnder.ts';
import { root } from '../../workspace/paths.ts';
import { withoutComments } from '../../workspace/withoutComments.ts';

/** Test ids that some apps do not have, and why. */
export const exceptions = [
  {
    testId: testIds.strict,
    apps: demoApps().flatMap(({ name }) => (name === 'react' ? [] : [name])),
    reason: 'only React has a strict mode to switch',
  },
];

const { pages, tabs, views, failures, ...others } = testIds;
/** Test ids that belong together, and may be looked up by a name. */
const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = { pages, tabs, views, failures };
const ids = new Map<string, string>([
  ...Object.entries(others).map(([name, id]) => [`testIds.${name}`, id] as const),
  ...Object.entries(groups).flatMap(([group, found]) =>
    Object.entries(found).map(([name, id]) => [`testIds.${group}.${name}`, id] as const),
  ),
]);
/** The lines of a panel, by the function of the shared screen that they come from. */
const lines: Readonly<Record<string, readonly string[]>> = {
  'factLines(': factLines(noFacts).map(({ testId }) => testId),
  'noticedLines(': noticedLines(emptyFailureView).map(({ testId }) => testId),
};

/** An element is given a test id: as an attribute in markup, or as a property. What a selector looks for is neither. */
const given = /(?<!\[)data-testid=["{`$]*([^"}\s>]*)|dataset(?:\.testid|\['testid'\]) = ([^;]+)/g;

/** The test ids that an expression in a source stands for. */
function idsOf(expression: string, text: string): string[] {
  const id = ids.get(expression);
  if (id !== undefined) return [id];
  if (expression === 'testId')
    return Object.entries(lines).flatMap(([call, found]) => (text.includes(call) ? found : []));
  const [, object, group] = /^(testIds(?:\.(\w+))?)\[\w+!?\]$/.exec(expression) ?? [];
  if (group !== undefined) return Object.values(groups[group] ?? {});
  // Looked up by the names of an object in the same source.
  if (object === 'testIds')
    return Object.entries(others).flatMap(([name, one]) => (new RegExp(`\\b${name}:\\s`).test(text) ? [one] : []));
  return [];
}

/** The test ids that a source gives to its elements, and the expressions that stand for none. */
export function renderedIds(file: string, source: string): { found: string[]; strange: string[] } {
  const text = withoutComments(file, source);
  const expressions = [...text.matchAll(given)].map(([, attribute, property]) => attribute ?? property ?? '');
  return {
    found: expressions.flatMap((expression) => idsOf(expression, text)),
    strange: expressions.filter((expression) => idsOf(expression, text).length === 0),
  };
}

/** The test ids of the shared screen, in every sample app: all of them, but for the exceptions, and no other. */
export function screenFaults(): (string | null)[] {
  return demoApps().flatMap(({ name: app, folder }) => {
    const sources = filesUnder(join(folder, 'src')).filter((file) => /\.(ts|tsx|vue|svelte)$/.test(file));
    const looks = sources.map((file) => ({ file, ...renderedIds(file, readFileSync(file, 'utf8')) }));
    const rendered = new Set(looks.flatMap(({ found }) => found));
    const strange = looks.flatMap(({ file, strange: expressions }) =>
      expressions.map(
        (expression) =>
          `${relative(root, file)} has a test id of its own, ${expression}: take it from testIds of apps/shared`,
      ),
    );
    const missing = [...ids.values()].map((id) => {
      const exception = exceptions.find(({ testId, apps }) => testId === id && apps.includes(app));
      if (exception === undefined) return rendered.has(id) ? null : `apps/${app} shows nothing with the test id ${id}`;
      return rendered.has(id)
        ? `apps/${app} has the test id ${id}, and is excepted from it: take it from the exceptions in tools/checks/parity/screens.ts`
        : null;
    });
    return [...strange, ...missing];
  });
}
