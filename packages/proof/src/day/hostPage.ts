import { createMeshesEmbed, type EmbedStatus, type MeshesEmbed } from '@meshes-embed/core';

/** What the page counts of its embeds. Nothing here grows with time. */
export interface DayPage {
  mount(): void;
  /** The newest embed gets so many newer tokens, so that its trace is as full as it can be. */
  warmUp(refreshes: number): Promise<void>;
  /** While it is held, no call leaves the page. */
  holdCalls(held: boolean): void;
  /** Resolves once no embed waits for the backend or for its document. */
  settled(): Promise<void>;
  /** Tokens that were posted, by embed. */
  posted(): readonly number[];
  statuses(): readonly EmbedStatus[];
  /** How often a user saw that an embed was not in use any more, or a problem on screen. */
  interruptions: number;
  /** What they saw then, at most the first twenty. */
  readonly seen: string[];
  /** Problems that were told, and outlived. */
  outlived: number;
}

let passed = Promise.resolve();
let pass = (): void => {};

const inUse: readonly EmbedStatus[] = ['live', 'refreshing'];
const all: MeshesEmbed[] = [];

const isBusy = (embed: MeshesEmbed): boolean =>
  ['minting', 'launching', 'refreshing'].includes(embed.getSnapshot().status);

function settled(embed: MeshesEmbed): Promise<void> {
  return new Promise((resolve) => {
    if (!isBusy(embed)) return resolve();
    const end = embed.subscribe(() => {
      if (isBusy(embed)) return;
      end();
      resolve();
    });
  });
}

const day: DayPage = {
  interruptions: 0,
  seen: [],
  outlived: 0,
  holdCalls(held) {
    if (held) passed = new Promise((resolve) => (pass = resolve));
    else pass();
  },
  mount() {
    const embed = createMeshesEmbed({
      endpoint: '/api/meshes',
      fetch: async (...call) => (await passed, fetch(...call)),
      allowInsecureLocalhost: true,
      onProblem: () => (day.outlived += 1),
    });
    const number = all.push(embed);
    let live = false;
    let interrupted = false;
    embed.subscribe(() => {
      const { status, problem } = embed.getSnapshot();
      live ||= status === 'live';
      const is = live && (!inUse.includes(status) || problem !== null);
      if (is && !interrupted) {
        day.interruptions += 1;
        if (day.seen.length < 20) day.seen.push(`embed ${number}: ${status} ${problem?.code ?? ''}`);
      }
      interrupted = is;
    });
    embed.mount(document.body.appendChild(document.createElement('div')));
  },
  async warmUp(refreshes) {
    const embed = all.at(-1)!;
    for (let refresh = 0; refresh < refreshes; refresh++) {
      embed.refresh();
      await settled(embed);
    }
  },
  settled: async () => void (await Promise.all(all.map(settled))),
  posted: () => all.map((embed) => embed.diagnose().counts['out meshes:auth'] ?? 0),
  statuses: () => all.map((embed) => embed.getSnapshot().status),
};
window.day = day;
