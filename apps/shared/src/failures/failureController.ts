import type { MeshesEmbedHandle } from '@meshes-embed/core/adapter';
import type { CauseCode } from '@meshes-embed/core/diagnostics';
import { inspect } from '../inspect.ts';
import { recordTrace } from '../traceRecord.ts';
import type { ScreenFacts } from '../screenFacts.ts';
import type { ScreenSettings } from '../screenSettings.ts';
import { signIn } from '../signIn.ts';
import { addressFor, arrange, isOfAddress, needsLoading, putRight } from './arrangements.ts';
import { emptyFailureView, type FailureView, type LogEntry } from './failureView.ts';
import type { Failure } from './failure.ts';
import { failures } from './failureList.ts';

/** How often the page asks the embed for its diagnosis. ms */
const lookEvery = 500;

/** A document that loads sooner than this after another one may still be the launched page that moves on: such a reload does not count. ms */
const settled = 1_000;

/** What the page of what can go wrong does, without any framework. */
export interface FailureController {
  /** Give it to the embed. */
  readonly onTrace: ReturnType<typeof recordTrace>;
  /** Begins to look at the embed, and shows the failure that the address names; the result ends that. */
  start(): () => void;
  /** Another embed, and with it this failure; null for none. */
  make(failure: Failure | null): Promise<void>;
  /** Nothing goes wrong any more; the embed stays as it is. */
  putRight(): Promise<void>;
  /** Takes what a callback of the embed told. */
  learn(news: Partial<ScreenFacts>): void;
}

/**
 * @param handle - the handle of the embed that is shown by now, or null
 * @param show - called with each new view
 */
export function createFailureController(
  settings: ScreenSettings,
  handle: () => MeshesEmbedHandle | null | undefined,
  show: (view: FailureView) => void,
): FailureController {
  let view = emptyFailureView;
  let startedAt = 0;
  let arranged = true;

  function change(news: Partial<FailureView>): void {
    view = { ...view, ...news };
    show(view);
  }

  function note(kind: LogEntry['kind'], text: string): void {
    const after = `${((performance.now() - startedAt) / 1000).toFixed(1)} s`;
    change({ log: [...view.log, { key: view.log.length, after, text, kind }] });
  }

  /** Asks for the diagnosis, and notes what is new in it. Each failure has an embed of its own, which the visualizer follows. */
  function look(): void {
    const embed = handle();
    if (!embed) return;
    inspect('What can go wrong', embed);
    const report = embed.diagnose();
    const findings = [
      ...new Set(report.checks.flatMap(({ result, cause }) => (result === 'failed' && cause ? [cause] : []))),
    ];
    const before = view.findings;
    if (findings.join() === before.join()) return;
    change({ findings, found: [...new Set([...view.found, ...findings])] });
    const told = (code: CauseCode): boolean => view.problems.some((problem) => problem.code === code);
    for (const code of findings) if (!before.includes(code) && !told(code)) note('finding', `diagnose() finds ${code}`);
    for (const code of before) if (!findings.includes(code)) note('good', `diagnose() finds ${code} no more`);
  }

  /** Runs what may be refused, and shows why it was. */
  async function safely(work: () => Promise<void>): Promise<void> {
    change({ refused: null });
    try {
      await work();
    } catch (error) {
      change({ refused: error instanceof Error ? error.message : 'This could not be arranged.' });
    }
  }

  /** What is done to an embed that is live. */
  async function makeLive(failure: Failure): Promise<void> {
    await arrange(failure, handle()?.diagnose().sessionId ?? null);
    const { name = 'refresh', times = 0 } = failure.by.calls ?? {};
    for (let time = 0; time < times; time += 1) handle()?.[name]();
  }

  async function make(failure: Failure | null): Promise<void> {
    const ofAddress = failure !== null && isOfAddress(failure);
    if (ofAddress ? addressFor(failure) !== location.href : needsLoading()) {
      location.assign(addressFor(failure));
      return;
    }
    await safely(async () => {
      await signIn({ ...settings, ...failure?.by.settings });
      await putRight();
      if (failure?.at === 'launch') await arrange(failure, null);
      arranged = failure?.at !== 'live';
      startedAt = performance.now();
      change({ ...emptyFailureView, run: view.run + 1, chosen: failure, options: failure?.by.options ?? {} });
    });
  }

  return {
    onTrace: recordTrace(),
    start() {
      const looking = setInterval(look, lookEvery);
      const named = new URLSearchParams(location.search).get('failure');
      if (named !== null) void make(failures.find(({ code }) => code === named) ?? null);
      return () => clearInterval(looking);
    },
    make,
    putRight: () =>
      safely(async () => {
        if (needsLoading()) {
          location.assign(addressFor(null));
          return;
        }
        await putRight();
        note('good', 'everything is put right');
        const { chosen, facts } = view;
        const { page } = view.options;
        change({ options: page === undefined ? {} : { page } });
        // What the embed was told at its launch stays with it.
        if (chosen?.ends === 'told' && facts.status === 'live') handle()?.relaunch();
        look();
      }),
    learn(news) {
      const { facts, problems } = view;
      change({ facts: { ...facts, ...news } });
      if (news.status !== undefined && news.status !== facts.status) {
        const again = news.status === 'live' && problems.length > 0;
        note(again ? 'good' : 'status', again ? 'live again: cured' : news.status);
        if (news.status === 'live' && !arranged && view.chosen) {
          arranged = true;
          const { chosen } = view;
          setTimeout(() => void safely(() => makeLive(chosen)), settled);
        }
      }
      if (news.problem) {
        change({ problems: [...problems.filter(({ code }) => code !== news.problem?.code), news.problem] });
        note('problem', `${news.problem.code} is noticed`);
      }
      // Once the embed has done all that this brings with it.
      queueMicrotask(look);
    },
  };
}
