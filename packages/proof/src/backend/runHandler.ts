import { setTimeout as pause } from 'node:timers/promises';
import { createMeshesClient } from '@meshes-embed/node';
import { bareLoop } from './bareLoop.ts';
import { startChild, type Child } from './childProcess.ts';
import { createHttpCaller } from './httpCaller.ts';
import { createLatencies, type Latencies } from './latencies.ts';
import { createLedger, type Ledger } from './ledger.ts';
import type { MemorySample } from './memory.ts';
import { createRandom } from './random.ts';
import type { Target } from './target.ts';
import { userLoop } from './userLoop.ts';

/** The sandbox behind its faults. */
export interface FaultyMeshes {
  readonly url: string;
  readonly sandboxUrl: string;
  readonly organizationId: string;
  readonly accessKey: string;
  readonly secretKey: string;
  readonly workspaces: readonly string[];
  /** How often what was drawn. */
  counts(): Promise<Readonly<Record<string, number>>>;
  stop(): Promise<void>;
}

/** Starts it. */
export async function startFaultyMeshes(seed: number): Promise<FaultyMeshes> {
  const child = await startChild('faultyMeshes', { seed });
  const { port, ...told } = child.told as unknown as FaultyMeshes & { port: number };
  const url = `http://127.0.0.1:${port}`;
  return {
    ...told,
    url,
    counts: async () => (await (await fetch(`${url}/counts`)).json()) as Record<string, number>,
    stop: () => child.kill(),
  };
}

/** What came of a run. */
export interface HandlerRun {
  readonly ledger: Ledger;
  readonly latencies: Latencies;
  readonly memory: readonly MemorySample[];
  readonly kills: number;
  /** Sessions whose owner Meshes was asked for, at the end. */
  readonly lookedUp: number;
  readonly seconds: number;
}

/** How many users ask at once, and how many ask the bare proxy: as many of them for each process. */
const users = 96;
const replicas = 3;
const bareUsers = users / replicas;

/** How the run goes on. */
export interface RunOptions {
  readonly seed: number;
  readonly minutes: number;
}

/** Three replicas in Node under full load; two of them are killed and started without end, the third one is measured. */
export async function runReplicas(meshes: FaultyMeshes, { seed, minutes }: RunOptions): Promise<HandlerRun> {
  const random = createRandom(seed);
  const { organizationId, accessKey, secretKey, workspaces, url: baseUrl } = meshes;
  const key = { organizationId, accessKey, secretKey };
  const settings = { ...key, workspaces, baseUrl };
  const downs: number[] = Array.from({ length: replicas }, () => 0);
  const children: Child[] = [];
  for (let index = 0; index < replicas; index += 1) children.push(await startChild('replica', settings));
  const bare = await startChild('bareProxy', { ...key, baseUrl });
  // Only once all of them serve: on a busy machine it takes seconds to start them.
  const start = performance.now();
  const until = start + minutes * 60_000;
  const portOf = (child: Child): number => child.told['port'] as number;
  const targets = children.map((child, index): Target => ({
    caller: createHttpCaller(portOf(child)),
    mount: '/api/meshes',
    wasDown: (since) => downs[index]! >= since,
  }));
  const bareCaller = createHttpCaller(portOf(bare));
  const latencies = createLatencies();
  const ledger = createLedger();
  let kills = 0;

  /** Kills one of the later two, and starts it again at its port. */
  async function killNow(): Promise<void> {
    const index = 1 + Math.floor(random() * (replicas - 1));
    const port = portOf(children[index]!);
    downs[index] = Number.POSITIVE_INFINITY;
    await children[index]!.kill();
    kills += 1;
    await pause(random() * 1_500);
    children[index] = await startChild('replica', { ...settings, port });
    // What was sent while it was down may fail a moment later.
    downs[index] = performance.now();
  }
  async function killing(): Promise<void> {
    // Every 7 s or so; a few times in a run of seconds, and not so late that nothing comes of it.
    const between = Math.min(7_000, (until - start) / 4);
    for (;;) {
      await pause(between * (0.4 + 1.2 * random()));
      if (performance.now() > until - between) return;
      await killNow();
    }
  }
  const memory: MemorySample[] = [];
  async function measuring(): Promise<void> {
    const every = (until - start) / 150;
    while (performance.now() < until) {
      await pause(every);
      const sample = await children[0]!.ask<{ heap: number; rss: number }>('memory');
      if (sample) memory.push({ ...sample, at: (performance.now() - start) / (until - start) });
    }
  }

  const crowd = { targets, workspaces, ledger, latencies, random, held: [], until, workspaceByUser: true };
  try {
    await Promise.all([
      ...Array.from({ length: users }, (_, user) => userLoop(`user${user}`, crowd)),
      ...Array.from({ length: bareUsers }, () =>
        bareLoop({ caller: bareCaller, workspace: workspaces[0]!, latencies, random, until }),
      ),
      killing(),
      measuring(),
    ]);
  } finally {
    for (const { caller } of targets) caller.close();
    bareCaller.close();
    await Promise.all([...children, bare].map((child) => child.kill()));
  }
  const seconds = (performance.now() - start) / 1_000;
  const lookedUp = await lookUp(meshes, ledger);
  return { ledger, latencies, memory, kills, lookedUp, seconds };
}

/** Asks Meshes itself whose each session is. */
async function lookUp({ workspaces, sandboxUrl, ...key }: FaultyMeshes, ledger: Ledger): Promise<number> {
  const client = createMeshesClient({ ...key, baseUrl: sandboxUrl });
  let lookedUp = 0;
  for (const workspace_id of workspaces) {
    for await (const { session_id, external_user_id } of client.sessions.list({ workspace_id, limit: 200 })) {
      const owner = ledger.owners.get(session_id);
      if (owner === undefined) continue;
      lookedUp += 1;
      if (owner !== external_user_id)
        ledger.fault('wrong session', `Meshes made for ${external_user_id} what ${owner} was given`);
    }
  }
  return lookedUp;
}

/** A server with the handler that this run has not started: Bun's, or workerd's. */
export interface ForeignServer {
  readonly port: number;
  readonly mount: string;
  /** What it holds in memory. Bytes */
  rss(): number;
}

/** The same users at a server of another runtime, which goes on for the whole run. */
export async function runForeign(server: ForeignServer, { seed, minutes }: RunOptions): Promise<HandlerRun> {
  const random = createRandom(seed);
  const start = performance.now();
  const until = start + minutes * 60_000;
  const latencies = createLatencies();
  const ledger = createLedger();
  const caller = createHttpCaller(server.port);
  const targets: Target[] = [{ caller, mount: server.mount, wasDown: () => false }];
  const memory: MemorySample[] = [];
  async function measuring(): Promise<void> {
    while (performance.now() < until) {
      await pause((until - start) / 150);
      memory.push({ rss: server.rss(), at: (performance.now() - start) / (until - start) });
    }
  }
  const crowd = { targets, workspaces: [], ledger, latencies, random, held: [], until, workspaceByUser: false };
  try {
    await Promise.all([...Array.from({ length: bareUsers }, (_, user) => userLoop(`user${user}`, crowd)), measuring()]);
  } finally {
    caller.close();
  }
  return { ledger, latencies, memory, kills: 0, lookedUp: 0, seconds: (performance.now() - start) / 1_000 };
}
