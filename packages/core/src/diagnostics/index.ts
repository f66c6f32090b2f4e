export {
  diagnose,
  type DiagnosisInput,
  type DiagnosticCheck,
  type DiagnosticCode,
  type DiagnosticReport,
  type DiagnosticRow,
} from './diagnose.ts';
export { explanations, rowTitles } from './explanations.ts';
export { formatDiagnosis } from './formatDiagnosis.ts';
export { problemCatalogue, problemOf, type EmbedProblem, type ProblemCode } from './problems.ts';
