import { cleanLaunchUrl } from '@meshes-embed/node/internal';
import { unknown, type Check } from '../check.ts';
import { judgeFraming } from '../framing.ts';
import { judgeLaunch, requestLaunch } from '../launching.ts';
import type { WebAnswer } from '../web.ts';
import { fieldsOf } from './body.ts';

/** Whether your pages may frame the sessions that the route mints: that hangs on the `allowed_origins` of `authorize`. */
export const endpointFraming: Check = {
  name: 'endpoint-framing',
  expected: 'its launch URL to open a page that your pages, and not every origin, may frame',
  needs: ['endpoint-session'],
  async run({ settings, web, facts }) {
    const url = cleanLaunchUrl(String(fieldsOf((facts.own as WebAnswer).text)['launch_url']), true);
    if (url === null) return unknown('its launch_url is no https URL');
    const answer = await requestLaunch(web, url);
    const outcome = judgeLaunch(answer);
    return outcome.status === 'passed' && typeof answer !== 'string'
      ? judgeFraming(answer.headers, url, settings.origin, 'endpoint-')
      : outcome;
  },
};
