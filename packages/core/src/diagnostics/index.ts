export { causes, type Cause, type CauseCode, type FindingCode } from './causes.ts';
export { diagnose, type DiagnosisInput, type PageFacts } from './diagnose.ts';
export { checkTitles, rowTitles } from './explanations.ts';
export { formatDiagnosis } from './formatDiagnosis.ts';
export { problemCatalogue, problemOf, userTextOf, type EmbedProblem, type ProblemCode } from './problems.ts';
export type { DiagnosticCheck, DiagnosticCode, DiagnosticReport, DiagnosticRow } from './report.ts';
export { defaultTexts, type EmbedTexts, type UserText } from './texts.ts';
