import { readLaunchUrl } from '@meshes-embed/core/session';
import { defineCheck, failed, passed, unknown, type Check } from '../shared/check.ts';
import { printable } from '../shared/redact.ts';
import { fieldsOf } from '../shared/sessionBody.ts';
import { session } from './endpointChecks.ts';
import { checkFraming, checkLaunch, requestLaunch } from './launchChecks.ts';

/** Whether caches may keep the answer with the tokens. */
const noStore = defineCheck({
  name: 'endpoint-no-store',
  expected: 'Cache-Control: no-store on the answer',
  needs: { session },
  async run({ session: { headers } }) {
    const value = headers.get('cache-control');
    if (value === null) return failed('endpoint-cached', 'no Cache-Control');
    const observed = `Cache-Control: ${printable(value)}`;
    return /(^|,)\s*no-store\s*(,|$)/i.test(value) ? passed(observed) : failed('endpoint-cached', observed);
  },
});

/** What the answer must not hold. */
const fields = defineCheck({
  name: 'endpoint-fields',
  expected: 'an answer without launch_token and without the machine key',
  needs: { session },
  async run({ session: { text } }, { settings }) {
    if (text.includes(settings.credentials.secretKey))
      return failed('endpoint-secret', 'the secret key is in the answer');
    if (Object.hasOwn(fieldsOf(text), 'launch_token')) return failed('endpoint-launch-token', 'a field launch_token');
    return passed('no launch_token, no machine key');
  },
});

/** Whether your pages may frame the sessions that the route mints, which follows from the `allowed_origins` of `authorize`. */
const framing = defineCheck({
  name: 'endpoint-framing',
  expected: 'its launch URL to open a page that your pages, and not every origin, may frame',
  needs: { session },
  async run({ session: { text } }, context) {
    const url = readLaunchUrl(String(fieldsOf(text)['launch_url']), true);
    if (typeof url === 'string') return unknown('its launch_url is not an https URL');
    const launched = checkLaunch(await requestLaunch(url.href, context));
    return launched.status === 'passed'
      ? checkFraming(launched.value, url.href, context.settings.origin, 'endpoint-')
      : launched;
  },
});

/** What the route answers to a signed-in page, in the order in which the checks run. */
export const answerChecks: readonly Check[] = [noStore, fields, framing];
