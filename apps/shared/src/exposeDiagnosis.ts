import type { DiagnosticReport } from '@meshes-embed/core';

declare global {
  interface Window {
    /** What the screen's embed is diagnosed with; null while there is no embed. */
    meshesDiagnose(): DiagnosticReport | null;
  }
}

/** Starts `window.meshesDiagnose`. */
export function exposeDiagnosis(diagnose: () => DiagnosticReport | null | undefined): void {
  window.meshesDiagnose = () => diagnose() ?? null;
}
