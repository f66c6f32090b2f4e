import type { Deed } from './hostRig.ts';
import type { Happening, HostWorld } from './hostWorld.ts';

/** Sessions and tokens that may be asked for in any ten minutes. */
const mostCalls = 12;
const callsWindow = 600_000;

/** States in which there is nothing to wait for; in every other one a timer must be under way. */
const resting = ['idle', 'failed', 'closed'];

/**
 * Watches a world and tells what broke a rule that holds on every path, in words. The rules are those of contract §5
 * and §6, and the limits that an embed promises its backend.
 */
export function createHostRules() {
  const broken: string[] = [];
  let order = 0;
  const age = new WeakMap<object, number>();
  let posted: object | null = null;

  return {
    broken,
    /** To be called with each deed, before the world takes notice of it. */
    onDeed(world: HostWorld, { did, at, session }: Deed): void {
      const { host } = world;
      if (did === 'postAuth' && session) {
        if (!world.spoken) broken.push('a token was posted before the document said ready');
        if (!host.alive(session)) broken.push('a dead token was posted');
        if (!age.has(session)) age.set(session, order++);
        if (posted && age.get(session)! < age.get(posted)!) broken.push('an older token was posted after a newer one');
        posted = session;
      }
      if (did === 'fetch' || did === 'refresh') {
        if (host.calls.some(({ signal }) => !signal.aborted)) broken.push('two calls were under way at once');
        const recent = host.deeds.filter((deed) => ['fetch', 'refresh'].includes(deed.did) && at - deed.at < callsWindow);
        if (recent.length > mostCalls) broken.push(`${recent.length} calls within ten minutes`);
      }
    },
    /** To be called after each happening, with what had been done before it. */
    after(world: HostWorld, before: number, what: Happening): void {
      const { host } = world;
      const done = host.deeds.slice(before);
      const state = host.state();
      if (!resting.includes(state) && host.clock.nextDue() === null) broken.push(`${state}: nothing is left to wait for`);
      if (state === 'live' && !world.spoken) broken.push('live, though the document said nothing');
      if (state === 'live' && posted !== host.session()) broken.push('live, though the token in use was never posted');
      if (host.status() === 'failed' && !host.view().problem) broken.push('failed without a problem');
      if (what.kind === 'ready-again' && done.length > 0 && host.alive(host.session()) && state === 'live' && !done.some(({ did }) => did === 'postAuth')) {
        broken.push('a ready was not answered');
      }
      if (what.kind === 'event' && what.event.type === 'UNMOUNT') {
        if (done.some(({ did }) => did !== 'removeFrame')) broken.push('something was done on unmount');
        if (host.calls.some(({ signal }) => !signal.aborted)) broken.push('a call outlived the unmount');
      }
    },
  };
}
