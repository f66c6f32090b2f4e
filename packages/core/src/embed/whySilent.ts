import type { ProblemCode } from '../diagnostics/codes.ts';

/** The origins of the pages around this one, the nearest first. Empty where it is in no frame, or where the browser does not tell. */
export function outerOrigins(view: Window): readonly string[] {
  return [...(view.location.ancestorOrigins ?? [])];
}

/** What can be seen of why a document that loaded does not say ready. */
export function whySilent(view: Window): ProblemCode {
  if (outerOrigins(view).some((origin) => origin !== view.location.origin)) return 'outer-frame';
  return view.crossOriginIsolated ? 'cross-origin-isolated' : 'ready-missing';
}
