import type { Effect } from './hostRig.ts';
import type { HostStep, HostSimulation } from './hostSimulation.ts';

/** Launches and refreshes that no one asked for, in any ten minutes. */
const limits = { fetch: 6, refresh: 12 };
const limitWindow = 600_000;

/** States in which there is nothing to wait for; in every other one a timer must be under way. */
const resting = ['idle', 'failed', 'closed'];

/**
 * Watches a simulation and tells what broke a rule that holds on every path, in words. The rules are those of contract §5
 * and §6, and the limits that an embed promises its backend.
 */
export function createHostRules() {
  const broken: string[] = [];
  let order = 0;
  const age = new WeakMap<object, number>();
  let posted: object | null = null;

  return {
    broken,
    /** To be called with each action, before the simulation takes notice of it. */
    onDeed(simulation: HostSimulation, { did, at, session, input }: Effect): void {
      const { host } = simulation;
      if (did === 'postAuth' && session) {
        if (!simulation.spoken) broken.push('a token was posted before the document said ready');
        if (!host.alive(session)) broken.push('a dead token was posted');
        if (!age.has(session)) age.set(session, order++);
        if (posted && age.get(session)! < age.get(posted)!) broken.push('an older token was posted after a newer one');
        posted = session;
      }
      if (did === 'fetch' || did === 'refresh') {
        if (host.calls.some(({ signal }) => !signal.aborted)) broken.push('two calls were under way at once');
        const unasked = host.answered.filter(
          (call) =>
            call.did === did &&
            at - call.at < limitWindow &&
            (did === 'fetch' ? call.reason === 'recovery' : call.reason !== 'call'),
        );
        const byItself = did === 'fetch' ? input?.reason === 'recovery' : input?.reason !== 'call';
        if (byItself && unasked.length >= limits[did])
          broken.push(`${did}: one more than ${unasked.length} within ten minutes, that no one asked for`);
      }
    },
    /** To be called after each step, with what had been done before it. */
    after(simulation: HostSimulation, before: number, what: HostStep): void {
      const { host } = simulation;
      const done = host.effects.slice(before);
      const state = host.state();
      const { hidden } = host.actor.getSnapshot().context;
      if (!resting.includes(state) && !hidden && host.clock.nextDue() === null)
        broken.push(`${state}: nothing is left to wait for`);
      if (state === 'live' && !simulation.spoken) broken.push('live, though the document said nothing');
      if (state === 'live' && posted !== host.session()) broken.push('live, though the token in use was never posted');
      if (host.status() === 'failed' && !host.view().problem) broken.push('failed without a problem');
      if (
        what.kind === 'ready-again' &&
        done.length > 0 &&
        host.alive(host.session()) &&
        state === 'live' &&
        !done.some(({ did }) => did === 'postAuth')
      ) {
        broken.push('a ready was not answered');
      }
      if (what.kind === 'event' && what.event.type === 'UNMOUNT') {
        if (done.some(({ did }) => did !== 'removeFrame')) broken.push('something was done on unmount');
        if (state !== 'minting.takenOut' && host.calls.some(({ signal }) => !signal.aborted))
          broken.push('a call outlived the unmount');
        if (host.status() !== 'idle' && host.status() !== 'closed') broken.push('unmounted, and not idle');
      }
    },
  };
}
