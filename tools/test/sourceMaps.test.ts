import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mapFault } from '../checks/sourceMaps.ts';
import { temporaryFolder } from '../workspace/paths.ts';

const folder = temporaryFolder('maps');

function fileWith(code: string, map?: object): string {
  const file = join(folder, 'a.js');
  writeFileSync(file, code);
  if (map !== undefined) writeFileSync(`${file}.map`, JSON.stringify(map));
  return file;
}
const code = 'export const a = () => 1;\n//# sourceMappingURL=a.js.map';

test('a script has a map with its sources', () => {
  expect(mapFault(fileWith(code, { sources: ['../src/a.ts'], sourcesContent: ['a'] }))).toBe(null);
  expect(mapFault(fileWith('import { a } from "./a.js";\nexport { a, b as c } from "./b.js";\n'))).toBe(null);
  expect(mapFault(fileWith('"use client";\nexport * from "./b.js";\n'))).toBe(null);
});

test('a map of no use is told', () => {
  expect(mapFault(fileWith('export const a = 1;'))).toBe('has no source map');
  expect(mapFault(fileWith(code.replace('a.js.map', 'b.js.map')))).toBe(
    'names a source map that is not there: b.js.map',
  );
  expect(mapFault(fileWith(code, { sources: ['../src/a.ts'] }))).toBe('has a source map without its sources');
  expect(mapFault(fileWith(code, { sources: ['/home/a.ts'], sourcesContent: ['a'] }))).toContain(
    'paths of the machine',
  );
});
