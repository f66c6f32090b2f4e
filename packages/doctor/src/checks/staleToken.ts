import type { MintedSession } from '@meshes-embed/node';
import { failed, passed, unknown, type Check } from '../check.ts';
import type { Examination } from '../examination.ts';

/** Where a sandbox tells whom a token stands for. The real service documents no such address. */
const SANDBOX_PATH = '/api/session';

/**
 * Whether the older token is refused after a refresh (contract §6). That shows at the API behind the embed's pages,
 * which is documented nowhere: so it is looked at only where its address is given, or known because the embed is a
 * sandbox on this machine. Tokens go to the embed's own origin and nowhere else.
 */
export const staleToken: Check = {
  name: 'stale-token',
  expected: 'the older access token to get 401 after the refresh',
  needs: ['refresh'],
  async run(examination) {
    const { settings, facts } = examination;
    const { launch_url, access_token } = facts.minted as MintedSession;
    const embed = new URL(launch_url);
    const path = settings.embedApi ?? (embed.protocol === 'http:' ? SANDBOX_PATH : null);
    if (path === null)
      return unknown(
        "it shows only at the embed's own API, whose address Meshes does not document; name one with --embed-api",
      );
    const url = new URL(path, embed.origin);
    const newer = await statusOf(examination, url, facts.newerToken as string);
    if (newer !== 'taken')
      return unknown(`${path} does not take the newer token either (${newer}), so it tells nothing of the older one`);
    const older = await statusOf(examination, url, access_token);
    if (older === 'taken') return failed('stale-accepted', `${path} takes the older token as well`);
    return older === 'status 401'
      ? passed('the older token gets 401, the newer one is taken')
      : unknown(`${path} answers the older token with ${older}`);
  },
};

async function statusOf({ web }: Examination, url: URL, token: string): Promise<string> {
  const answer = await web.send(url, { headers: { accept: 'application/json', authorization: `Bearer ${token}` } });
  if (typeof answer === 'string') return answer;
  return answer.status >= 200 && answer.status < 300 ? 'taken' : `status ${answer.status}`;
}
