/** What is remembered of the iframe's height. CSS px, and ms by the machine's clock. */
export interface Sizing {
  readonly min: number;
  readonly max: number;
  /** As applied; null before the first report. */
  readonly height: number | null;
  /** As reported last, also where the bounds kept it from being applied; null before the first report. */
  readonly content: number | null;
  /** When the height was changed lately. */
  readonly changes: readonly number[];
  /** Whether the height is held, because it kept changing. */
  readonly held: boolean;
  readonly lastReportAt: number;
}

/** Smaller differences are ignored: sub-pixel layouts would never come to rest. CSS px */
const deadBand = 2;

/** So many changes within the window are a loop: an animation of a second stays below. */
const loopChanges = 90;
/** ms */
const loopWindow = 5_000;
/** A held height is let go after this long without a report. ms */
const calm = 3_000;

/** The height before any report. */
export function initialSizing(min: number, max: number): Sizing {
  return { min, max, height: null, content: null, changes: [], held: false, lastReportAt: 0 };
}

/**
 * Takes a reported height: rounded up once, kept within the bounds, small differences ignored. A height that keeps
 * changing (content sized by the iframe's own height grows with every answer) is held at the greatest one seen; the
 * embed scrolls inside then.
 *
 * @param reported - finite, above zero. CSS px
 * @param now - ms
 */
export function resize(sizing: Sizing, reported: number, now: number): Sizing {
  const held = sizing.held && now - sizing.lastReportAt < calm;
  const next = { ...sizing, held, lastReportAt: now };
  const content = Math.ceil(reported);
  if (held || Math.abs(content - (sizing.content ?? -deadBand)) < deadBand) return next;
  const height = within(sizing, content);
  if (height === sizing.height) return { ...next, content };
  const changes = [...sizing.changes.filter((at) => now - at < loopWindow), now];
  if (changes.length <= loopChanges) return { ...next, height, content, changes };
  const greatest = Math.max(height, sizing.height ?? 0);
  return { ...next, height: greatest, content: greatest, changes: [], held: true };
}

/** Takes new bounds; the height is moved to the nearer one where it is outside of them, and back where it was not applied whole. CSS px */
export function rebound(sizing: Sizing, min: number, max: number): Sizing {
  return { ...sizing, min, max, height: sizing.content === null ? null : within({ min, max }, sizing.content) };
}

function within({ min, max }: Pick<Sizing, 'min' | 'max'>, height: number): number {
  return Math.min(Math.max(height, min), max);
}

/** Forgets what was seen, for another document; the height stays until that one reports. */
export function restart(sizing: Sizing): Sizing {
  return { ...sizing, changes: [], held: false };
}
