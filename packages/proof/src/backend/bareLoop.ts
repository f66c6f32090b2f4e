import type { HttpCaller } from './httpCaller.ts';
import type { Latencies } from './latencies.ts';
import type { Random } from './random.ts';

/** What the loops of the bare proxy share. */
export interface BareCrowd {
  readonly caller: HttpCaller;
  readonly workspace: string;
  readonly latencies: Latencies;
  readonly random: Random;
  /** ms, of `performance.now()` */
  readonly until: number;
}

/** Mints and refreshes by the bare proxy, as often as the users do by the handler. */
export async function bareLoop({ caller, workspace, latencies, random, until }: BareCrowd): Promise<void> {
  const headers = { 'content-type': 'application/json', connection: 'keep-alive' };
  let session: string | undefined;
  while (performance.now() < until) {
    const action = session === undefined || random() < 0.12 ? 'mint' : 'refresh';
    const path = action === 'mint' ? '/sessions' : `/sessions/${session}/refresh`;
    const start = performance.now();
    try {
      const { status, text } = await caller.ask('POST', path, headers, JSON.stringify({ workspace_id: workspace }));
      if (status !== 200) continue;
      const { session_id } = JSON.parse(text) as { session_id: string };
      latencies.add(`bare ${action}`, performance.now() - start);
      session = session_id;
    } catch {
      // A page in place of the answer, which the bare proxy passes on.
    }
  }
}
