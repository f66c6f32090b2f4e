import type { DiagnosticCheck, DiagnosticReport, DiagnosticRow } from './diagnose.ts';
import { explanations, rowTitles } from './explanations.ts';

const marks = { passed: 'ok  ', failed: 'FAIL', unknown: '?   ' } as const;

/** Writes a report as plain text, to be read or pasted into a bug report. Redacted, as the report is. */
export function formatDiagnosis(report: DiagnosticReport): string {
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

function formatCheck({ code, result, evidence, cured }: DiagnosticCheck): string[] {
  const { asks, remedy } = explanations[code];
  const line = `  ${marks[result]} ${asks}${cured ? ', after a failure that was cured' : ''} (${code}: ${pairs(evidence)})`;
  return result === 'failed' ? [line, `       ${remedy}`] : [line];
}

function pairs(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value ?? 'unknown'}`)
    .join(', ');
}
