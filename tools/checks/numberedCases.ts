import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { attackCases } from '../cases/attackCases.ts';
import { fieldCases } from '../cases/fieldCases.ts';
import { root } from '../workspace/paths.ts';
import { type CheckResult, resultOf } from './check.ts';

/** Where tests have their titles: their own files, the contract of the adapters, and the checks of `npm test`. */
const withTitles = [
  '{packages,apps}/*/{test,specs}/**/*.{test,spec}.{ts,tsx}',
  'packages/conformance/src/{adapterContract,adapter/*}.ts',
  'tools/test/*.test.ts',
  'tools/layers.ts',
];

/** The numbers before the first colon of a title, as in `C1, C3: …`. */
const numbers = /^((?:[A-H]\d{1,2}|\d\.\d{1,2}[a-z]?)(?:, (?:[A-H]\d{1,2}|\d\.\d{1,2}[a-z]?))*): /;

/** The first argument of a test, the first item of a row, or a `title`: what a test or a check is named by. */
function isTitle(text: ts.Node): boolean {
  const { parent } = text;
  if (ts.isCallExpression(parent))
    return parent.arguments[0] === text && /^(test|describe|scenario|demoTest)\b/.test(parent.expression.getText());
  if (ts.isArrayLiteralExpression(parent)) return parent.elements[0] === text;
  return ts.isPropertyAssignment(parent) && parent.name.getText() === 'title';
}

/** Every number of a case that a source names a test by. */
export function numbersIn(source: string, file = 'test.tsx'): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const text = ts.isTemplateExpression(node) ? node.head.text : ts.isStringLiteralLike(node) ? node.text : '';
    const [, list] = numbers.exec(text) ?? [];
    if (list !== undefined && isTitle(node)) found.push(...list.split(', '));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true));
  return found;
}

/** What is wrong with the tests of numbered cases: a case without a test, and a test of a case that there is not. */
export function caseFaults(
  cases: Readonly<Record<string, string>>,
  named: ReadonlyMap<string, readonly string[]>,
): (string | null)[] {
  const tested = new Set([...named.values()].flat());
  return [
    ...Object.entries(cases).map(([number, what]) =>
      tested.has(number) ? null : `${number} (${what}) has no test: name one "${number}: …"`,
    ),
    ...[...named].flatMap(([file, own]) =>
      own.filter((number) => !Object.hasOwn(cases, number)).map((number) => `${file}: ${number} is not in tools/cases`),
    ),
  ];
}

/** That each numbered case of `tools/cases` has a test with its number in the title. */
export async function checkNumberedCases(): Promise<CheckResult> {
  const files = globSync(withTitles, { cwd: root, exclude: (path) => path.endsWith('node_modules') });
  const named = new Map(files.map((file) => [file, numbersIn(readFileSync(join(root, file), 'utf8'), file)]));
  return resultOf(caseFaults({ ...attackCases, ...fieldCases }, named));
}
