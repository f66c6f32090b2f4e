import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), 'utf8');

test('the components in the README are those that the type checker looks at', () => {
  const shown = [...read('../README.md').matchAll(/^```vue\n(.*?)^```$/gms)].map(([, code]) => code);
  const checked = readdirSync(new URL('readme', import.meta.url)).map((file) => read(`readme/${file}`));
  expect(shown.toSorted()).toEqual(checked.toSorted());
});
