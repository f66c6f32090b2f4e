import type { SeenProblem } from '../problem/problem.ts';

/** What is read of a page's `location`. */
type Place = Partial<Pick<Location, 'origin' | 'ancestorOrigins'>>;

/** What a page is called that the embed has to allow: its origin, and those of the pages around it, where the browser tells them. */
export function whoFrames(location: Place): string {
  const outer = outerOrigins(location);
  return `this page is ${location.origin}${outer.length > 0 ? ` in a frame of ${outer.join(', ')}` : ''}`;
}

/** The other origins of the pages around this one, the nearest first. Empty where there are none, or where the browser does not tell. */
function outerOrigins({ origin, ancestorOrigins }: Place): readonly string[] {
  return [...new Set(ancestorOrigins ?? [])].filter((one) => one !== origin);
}

/** What can be seen of why a document that loaded does not say ready. */
export function whyUnresponsive({ location, crossOriginIsolated }: Window): SeenProblem {
  if (outerOrigins(location).length > 0) return { code: 'outer-frame', seen: whoFrames(location) };
  return { code: crossOriginIsolated ? 'cross-origin-isolated' : 'ready-missing' };
}
