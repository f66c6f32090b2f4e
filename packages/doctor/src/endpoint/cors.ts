import { failed, passed, unknown, type Check } from '../check.ts';
import type { EndpointSettings } from '../settings.ts';
import { FOREIGN_ORIGIN, sessionsUrl } from './askAsPage.ts';

const asks = {
  origin: FOREIGN_ORIGIN,
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type',
  'sec-fetch-site': 'cross-site',
  'sec-fetch-mode': 'cors',
};

/** Whether a page of a foreign origin may read what the route answers, or gets leave to ask. */
export const cors: Check = {
  name: 'endpoint-cors',
  expected: 'no Access-Control-Allow-Origin for a foreign origin',
  needs: ['endpoint-route'],
  async run({ settings, web, facts }) {
    const { foreign } = facts;
    const preflight = await web.send(sessionsUrl((settings.endpoint as EndpointSettings).url), {
      method: 'OPTIONS',
      headers: asks,
    });
    const answers = [foreign, preflight].flatMap((answer) => (typeof answer === 'object' ? [answer] : []));
    if (answers.length < 2) return unknown(typeof preflight === 'string' ? preflight : 'the route did not answer');
    const allowed = answers
      .map(({ headers }) => headers.get('access-control-allow-origin'))
      .find((value) => value === '*' || value === FOREIGN_ORIGIN);
    if (allowed === undefined) return passed('a foreign origin gets no CORS header');
    return failed(
      'endpoint-cors',
      allowed === '*' ? 'Access-Control-Allow-Origin: *' : 'Access-Control-Allow-Origin repeats the foreign origin',
    );
  },
};
