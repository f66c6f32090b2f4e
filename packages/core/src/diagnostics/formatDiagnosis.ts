import { causes } from './causes.ts';
import { diagnose, type Diagnosable } from './diagnose.ts';
import { checkTitles, symptomTitles } from './explanations.ts';
import type { Symptom } from '../problem/codes.ts';
import type { DiagnosticCheck, DiagnosticReport } from './report.ts';

const marks = { passed: 'ok  ', failed: 'FAIL', unknown: '?   ' } as const;

/**
 * Writes a report as plain text, to be read or pasted into a bug report. Redacted, as the report is.
 *
 * @param embed - an embed, an adapter's handle, or a report that one of them gave.
 */
export function formatDiagnosis(embed: Diagnosable | DiagnosticReport): string {
  const report = diagnose(embed);
  const groups = (Object.keys(symptomTitles) as Symptom[]).map((symptom) => {
    const checks = report.checks.filter((check) => check.symptom === symptom);
    return [symptomTitles[symptom], ...checks.flatMap(formatCheck)].join('\n');
  });
  return [
    `Meshes embed: ${report.status}, ${(report.at / 1000).toFixed(1)} s after it was created`,
    ...groups,
    `Steps: ${pairs(report.counts) || 'none'}`,
  ].join('\n\n');
}

function formatCheck({ code, result, cause, evidence, cured }: DiagnosticCheck): string[] {
  const line = `  ${marks[result]} ${checkTitles[code]}${cured ? `, after ${cause ?? 'a failure'} was cured` : ''} (${code}: ${pairs(evidence)})`;
  if (result !== 'failed' || !cause) return [line];
  const { summary, explanation, remedy, recovery } = causes[cause];
  return [
    line,
    `       ${cause}: ${summary}`,
    `       Usually: ${explanation}`,
    `       To do: ${remedy}`,
    `       Done already: ${recovery}`,
  ];
}

function pairs(values: Readonly<Record<string, unknown>>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name} ${value ?? 'unknown'}`)
    .join(', ');
}
