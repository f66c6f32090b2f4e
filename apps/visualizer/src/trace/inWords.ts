import { problemCatalogue, type ProblemCode } from '@meshes-embed/core/diagnostics';
import type { TraceEvent } from '@meshes-embed/core/inspect';
import {
  callTimeoutMs,
  firstMessageTimeoutMs,
  loadTimeoutMs,
  readyTimeoutMs,
  refreshJitter,
  refreshShare,
  reloadTimeoutMs,
  retryMaxMs,
  type LaunchReason,
  type RefreshReason,
} from '@meshes-embed/core/machine';
import type { View } from './viewFacts.ts';

/** A sentence about a trace, and the position of the step that it is about. */
export interface Sentence {
  readonly at: number;
  readonly text: string;
}

/** A duration in words: two digits are enough. */
const seconds = (ms: number): string => (ms < 950 ? `${Math.round(ms)} ms` : `${Number((ms / 1000).toPrecision(2))} s`);
const percent = (share: number): string => `${Math.round(share * 100)} %`;

/** Why a session or a token was asked for, in words. */
const reasons: Readonly<Record<LaunchReason | RefreshReason, string>> = {
  mount: 'as the embed was mounted',
  page: 'as another page was wanted',
  identity: 'as it is for someone else now',
  preload: 'before anyone looks at it',
  relaunch: 'as the page or the user asked for another launch',
  call: 'as the page called for it',
  recovery: 'to recover',
  timer: 'by the timer, before the token ends',
  asked: 'as the embed asked for it',
  expired: 'as the embed had no usable token any more',
  wake: 'as the page woke up',
};

const reasonOf = ({ data }: TraceEvent): string => {
  const reason = String(data?.['reason'] ?? '');
  return reason === '' ? '' : `, ${reasons[reason as LaunchReason] ?? `because of ${reason}`}`;
};

/**
 * What a trace tells, in words, up to a position: a sentence for each step that matters, with the times between them.
 */
export function inWords(trace: readonly TraceEvent[], position: number): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let asked: TraceEvent | undefined;
  let shown: TraceEvent | undefined;
  let refresh: TraceEvent | undefined;
  let waiting: TraceEvent | undefined;
  for (const [at, event] of trace.slice(0, position + 1).entries()) {
    const say = (text: string): void => void sentences.push({ at, text });
    const step = `${event.kind} ${event.name}`;
    if (step === 'effect fetch-session') {
      const after = waiting && `, ${seconds(event.at - waiting.at)} after the failure`;
      say(`A session for ${String(event.data?.['page'] ?? 'a page')} was asked for${reasonOf(event)}${after ?? ''}.`);
      [asked, waiting] = [event, undefined];
    } else if (step === 'effect show-frame') {
      const age = asked && event.at - asked.at;
      say(
        age === undefined
          ? 'The launch URL was used.'
          : `The launch URL was used ${seconds(age)} after it was asked for. It may be 15 to 60 s old at most.`,
      );
      shown = event;
    } else if (step === 'in meshes:ready') {
      say(
        shown
          ? `The embed reported ready, ${seconds(event.at - shown.at)} after its launch.`
          : 'The embed reported ready again.',
      );
      shown = undefined;
    } else if (step === 'out meshes:auth') {
      const generation = Number(event.data?.['generation'] ?? 1);
      say(
        refresh
          ? `The newer token (number ${generation}) was sent, ${seconds(event.at - refresh.at)} after it was asked for.`
          : `The token (number ${generation}) was sent.`,
      );
      refresh = undefined;
    } else if (step === 'effect refresh-session') {
      say(`A newer token was asked for${reasonOf(event)}.`);
      refresh = event;
    } else if (step === 'effect revoke-session') say('A session that is over was ended at the backend.');
    else if (step === 'effect swap-frame') say('The new embed took the place of the former one.');
    else if (step === 'effect restore-frame') say('The former embed came back into use, as the new one failed.');
    else if (event.kind === 'problem') {
      const known = problemCatalogue[event.name as ProblemCode] as { readonly summary: string } | undefined;
      const seen = event.data?.['seen'];
      say(`Problem ${event.name}: ${known?.summary ?? ''}${seen === undefined ? '' : ` (${String(seen)})`}`);
    } else if (step === 'state recovering') waiting = event;
    else if (step === 'state failed') say('It gave up. A retry by the user or the page begins again.');
  }
  return sentences;
}

/** What is expected at a state's end, and by when. */
const expected: Readonly<Record<string, string>> = {
  idle: 'Nothing, until it is mounted and has a source of sessions.',
  minting: `A session from the backend. If it does not come within ${seconds(callTimeoutMs)}, the try is over and another one follows.`,
  'launching.opening': `The document loads, within ${seconds(loadTimeoutMs)}, and reports ready within ${seconds(readyTimeoutMs)} of that. Else the launch has failed.`,
  'launching.reloaded': `The second document reports ready within ${seconds(reloadTimeoutMs)}, or the session is launched again.`,
  live: `A newer token: when the embed asks for it, or by the timer, between ${percent(refreshShare - refreshJitter)} and ${percent(refreshShare)} of the token’s life. A document that loads and stays silent for ${seconds(firstMessageTimeoutMs)} is launched again.`,
  refreshing: `The newer token. If it does not come within ${seconds(callTimeoutMs)}, it is asked for again while the old one lives.`,
  recovering: `Another launch, after a random pause that grows with each failure, ${seconds(retryMaxMs)} at most, and no sooner than Retry-After says.`,
  parked: 'It is out of sight and goes on. Its page shows it again, or it ends when its time is over.',
  failed: 'Nothing by itself. A retry by the user or the page begins again.',
  closed: 'Nothing any more.',
};

/** What comes next after a position, and when: by the machine's rules, and by the trace where it goes on. */
export function nextInWords(state: string, trace: readonly TraceEvent[], position: number): string {
  const rule = expected[state] ?? expected[state.split('.')[0] ?? ''] ?? '';
  const now = trace[position];
  const move = trace.slice(position + 1).find(({ kind }) => kind === 'state');
  return now && move ? `${rule} Here it went to ${move.name}, ${seconds(move.at - now.at)} later.` : rule;
}

/** What is left of a time, in words; of one that is over, that it is due. */
function timeLeft(ms: number): string {
  if (ms < 500) return 'now';
  const all = Math.round(ms / 1000);
  const [minutes, rest] = [Math.floor(all / 60), all % 60];
  return `in ${[minutes > 0 ? `${minutes} min` : '', rest > 0 || minutes === 0 ? `${rest} s` : ''].filter(Boolean).join(' ')}`;
}

/**
 * When the next step of a running embed follows, by its view; empty where nothing is planned.
 *
 * @param now - ms since epoch
 */
export function whenInWords({ status, expiresAt, retryAt }: View, now: number): string {
  // A page of another release may not tell of each.
  if (typeof retryAt === 'number') return `The next try is ${timeLeft(retryAt - now)}.`;
  if (typeof expiresAt !== 'number' || (status !== 'live' && status !== 'refreshing')) return '';
  if (expiresAt <= now) return 'The token has ended.';
  return `The token ends ${timeLeft(expiresAt - now)}; ${status === 'live' ? 'a newer one is asked for before' : 'the newer one is on its way'}.`;
}
