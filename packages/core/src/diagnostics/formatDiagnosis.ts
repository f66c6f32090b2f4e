import { causes } from './causes.ts';
import { diagnose, type Diagnosable } from './diagnose.ts';
import { checkTitles, rowTitles } from './explanations.ts';
import type { DiagnosticRow } from './codes.ts';
import type { DiagnosticCheck, DiagnosticReport } from './report.ts';

const marks = { passed: 'ok  ', failed: 'FAIL', unknown: '?   ' } as const;

/**
 * Writes a report as plain text, to be read or pasted into a bug report. Redacted, as the report is.
 *
 * @param embed - an embed, an adapter's handle, or a report that one of them gave.
 */
export function formatDiagnosis(embed: Diagnosable | DiagnosticReport): string {
  const report = diagnose(embed);
  const rows = (Object.keys(rowTitles) as DiagnosticRow[]).map((row) => {
    const checks = report.checks.filter((check) => check.row === row);
    return [rowTitles[row], ...checks.flatMap(formatCheck)].join('\n');
  });
  return [
    `Meshes embed: ${report.status}, ${(report.at / 1000).toFixed(1)} s after it was created`,
    ...rows,
    `Steps: ${pairs(report.counts) || 'none'}`,
  ].join('\n\n');
}

function formatCheck({ code, result, cause, evidence, cured }: DiagnosticCheck): string[] {
  const line = `  ${marks[result]} ${checkTitles[code]}${cured ? `, after ${cause ?? 'a failure'} was cured` : ''} (${code}: ${pairs(evidence)})`;
  if (result !== 'failed' || !cause) return [line];
  const { seen, means, remedy, cure } = causes[cause];
  return [
    line,
    `       ${cause}: ${seen}`,
    `       Usually: ${means}`,
    `       To do: ${remedy}`,
    `       Done already: ${cure}`,
  ];
}

function pairs(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value ?? 'unknown'}`)
    .join(', ');
}
