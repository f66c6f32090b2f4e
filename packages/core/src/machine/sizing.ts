import {
  answerWindowMs,
  calmAfterMs,
  minGrowths,
  maxGrowthMs,
  maxGrowths,
  maxTurns,
  quickAnswerMs,
  turnsForgottenPerSecond,
} from './limits.ts';

/** What is remembered of the iframe's height. CSS px, and ms by the machine's clock. */
export interface Sizing {
  readonly min: number;
  readonly max: number;
  /** As applied; null before the first report. */
  readonly height: number | null;
  /** As reported last, also where it was not applied; null before the first report. */
  readonly content: number | null;
  readonly reportedAt: number;
  /** From the report before to the last one. */
  readonly step: number;
  /** Growths in a row, each of which came shortly after the one before was applied; with the time of the first. */
  readonly growths: number;
  readonly growsSince: number;
  /** Whether each of them came at once, and was as large as the second. */
  readonly same: boolean;
  /** Turns from growing to shrinking and back; some are forgotten every second. */
  readonly turns: number;
  /** Whether reports are not applied, until they stop. */
  readonly held: boolean;
  /** How often a held height was let go, and had to be held again. */
  readonly relapses: number;
  /** Whether it is known to go round in circles. */
  readonly loop: boolean;
}

/** So many reports that grow in a row, while none is applied, do not answer what we do: the content grows by itself. */
const ownGrowths = 3;
/** After a held height was let go, so many growths or turns hold it again. */
const relapse = 4;

const unsuspected = { growths: 0, growsSince: 0, same: false, turns: 0, held: false, relapses: 0, loop: false };

/** The height before any report. */
export function initialSizing(min: number, max: number): Sizing {
  return { min, max, height: null, content: null, reportedAt: 0, step: 0, ...unsuspected };
}

/**
 * Takes a reported height: rounded up once, and kept within the bounds. Each one is applied, unless the height goes round
 * in circles: it keeps turning, or it grows each time that we have applied it (content sized by the iframe's own height
 * does). Then it is held at the greatest one, and the embed scrolls inside. Whether growth answers us is seen by that: what
 * grows on while nothing is applied grows by itself, and is applied again.
 *
 * @param reported - finite, above zero. CSS px
 * @param now - ms
 * @returns the same object where nothing was new
 */
export function resize(sizing: Sizing, reported: number, now: number): Sizing {
  const { held, reportedAt, height: before } = sizing;
  const content = Math.ceil(reported);
  const height = within(sizing, content);
  if (content === sizing.content && (held || height === before)) return sizing;
  const step = content - (sizing.content ?? content);
  const gap = now - reportedAt;
  const answers = held || gap < (sizing.loop ? calmDelayOf(sizing) : answerWindowMs);
  const moves = held || height !== before;
  const grows = answers && moves && step > 0;
  const growths = grows ? sizing.growths + 1 : 0;
  const next = {
    ...sizing,
    ...(!answers && { relapses: 0, loop: false }),
    content,
    reportedAt: now,
    step,
    growths,
    growsSince: growths > 1 ? sizing.growsSince : now,
    same: grows && ((!held && growths < 3) || (sizing.same && step === sizing.step && gap < quickAnswerMs)),
    turns:
      Math.max(0, sizing.turns - (gap * turnsForgottenPerSecond) / 1_000) + (moves && step * sizing.step < 0 ? 1 : 0),
  };
  const turning = next.turns > maxTurns;
  const loop = next.loop || turning;
  if (held)
    return growths < ownGrowths || (loop && next.same) || height <= before!
      ? { ...next, loop }
      : { ...next, ...unsuspected, height };
  const answering = growths > maxGrowths || (growths > minGrowths && now - next.growsSince > maxGrowthMs);
  if (!turning && !answering) return { ...next, height };
  return {
    ...next,
    height: Math.max(height, before ?? 0),
    growths: 0,
    held: true,
    loop: loop || next.same || next.relapses > 0,
  };
}

/** How long no other height may be reported until a held one is let go: twice as long after each relapse. ms */
export function calmDelayOf({ relapses }: Sizing): number {
  return calmAfterMs * 2 ** relapses;
}

/** Lets a held height go, to the last one that was reported; it is suspected still. @param now - ms */
export function releaseHeld(sizing: Sizing, now: number): Sizing {
  if (!sizing.held) return sizing;
  return {
    ...sizing,
    height: within(sizing, sizing.content!),
    reportedAt: now,
    growths: maxGrowths - relapse,
    turns: maxTurns - relapse,
    held: false,
    relapses: sizing.relapses + 1,
  };
}

/** Takes new bounds; the height is moved to the nearer one where it is outside of them, and back where it was not applied whole. CSS px */
export function setBounds(sizing: Sizing, min: number, max: number): Sizing {
  const height = sizing.held ? sizing.height : sizing.content;
  return { ...sizing, min, max, height: height === null ? null : within({ min, max }, height) };
}

function within({ min, max }: Pick<Sizing, 'min' | 'max'>, height: number): number {
  return Math.min(Math.max(height, min), max);
}

/** Forgets what was seen, for another document; the height stays until that one reports. */
export function resetSizing(sizing: Sizing): Sizing {
  return { ...sizing, ...unsuspected };
}
