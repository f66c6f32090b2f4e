import { expect, test } from 'vitest';
import { renderedIds } from '../checks/parity/screens.ts';
import { withoutComments } from '../workspace/withoutComments.ts';

test.each([
  ['Panel.tsx', 'const a = <button data-testid={testIds.refresh} />;'],
  ['Panel.vue', '<template><button :data-testid="testIds.refresh" /></template>'],
  ['Panel.svelte', '<button data-testid={testIds.refresh}></button>'],
  ['panel.ts', 'const a = `<button data-testid="${testIds.refresh}">`;'],
  ['panel.ts', "element.dataset['testid'] = testIds.refresh;"],
])('a test id of the shared screen is found in %s', (file, source) => {
  expect(renderedIds(file, source)).toEqual({ found: ['refresh'], strange: [] });
});

test('of test ids that are looked up, all that may come out count', () => {
  expect(renderedIds('Links.svelte', '<a data-testid={testIds.pages[page]}></a>').found).toEqual([
    'page-dashboard',
    'page-connections',
    'page-rules',
    'page-events',
  ]);
  expect(renderedIds('Shell.svelte', '<a data-testid={testIds.views[view]}></a>').found).toEqual([
    'view-integrations',
    'view-failures',
  ]);
  expect(
    renderedIds(
      'panel.ts',
      'const labels = { toggle: \'Take out\' };\nconst a = `<button data-testid="${testIds[name]}">`;',
    ).found,
  ).toEqual(['toggle']);
});

test('a test id of its own is told, and one in a comment or a selector does not count', () => {
  expect(renderedIds('Panel.tsx', 'const a = <button data-testid="refresh" />;')).toEqual({
    found: [],
    strange: ['refresh'],
  });
  expect(renderedIds('Panel.svelte', '<!-- <button data-testid={testIds.refresh}></button> -->')).toEqual({
    found: [],
    strange: [],
  });
  expect(renderedIds('panel.ts', 'find(\'[data-testid="refresh"]\'); // data-testid="refresh"')).toEqual({
    found: [],
    strange: [],
  });
});

test('comments become blanks, and what only looks like one stays', () => {
  expect(withoutComments('a.ts', "const a = '/* no */'; // yes")).toBe("const a = '/* no */';       ");
  expect(withoutComments('a.svelte', '<script lang="ts">\n// yes\n</script>\n<a href="https://example.com">')).toBe(
    '<script lang="ts">\n      \n</script>\n<a href="https://example.com">',
  );
});
