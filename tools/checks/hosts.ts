import { hosts } from '../hosts/hosts.ts';
import { faultsOf, playHosts } from '../hosts/playHosts.ts';
import type { CheckResult } from './check.ts';

/** The hosts that need no build of a whole app. `npm run hosts` plays the others, too. */
const quick = ['node-http', 'node-http-oldest', 'node-http2', 'hono', 'express', 'fastify', 'workers'];

/** The session handler as packed, in some of the servers that it is mounted in; counts what holds there. */
export async function checkHostsOfHandler(): Promise<CheckResult> {
  const results = await playHosts(hosts.filter(({ name }) => quick.includes(name)));
  const held = results.flatMap(({ played }) => played).filter(({ fault }) => fault === null);
  return { passed: held.length, failures: results.flatMap(faultsOf) };
}
