import { expect, test } from 'vitest';
import { readReport } from '../proof/mutation.ts';

test('what was noticed is counted, what survived is told by its place, and what is explained counts for neither', () => {
  const at = (line: number) => ({ start: { line, column: 5 } });
  const report = {
    files: {
      'src/one.ts': {
        mutants: [
          { status: 'Killed', mutatorName: 'BlockStatement', location: at(1) },
          { status: 'Timeout', mutatorName: 'BlockStatement', location: at(2) },
          { status: 'Survived', mutatorName: 'StringLiteral', replacement: '""', location: at(3) },
          { status: 'Ignored', mutatorName: 'StringLiteral', location: at(4) },
        ],
      },
      'src/two.ts': { mutants: [{ status: 'NoCoverage', mutatorName: 'BooleanLiteral', location: at(9) }] },
    },
  } as const;
  expect(readReport(report)).toEqual({
    noticed: 2,
    survivors: ['src/one.ts:3:5 StringLiteral: ""', 'src/two.ts:9:5 BooleanLiteral: '],
    explained: 1,
  });
});
