import { failed, passed, type Check } from '../check.ts';
import type { WebAnswer } from '../web.ts';
import { fieldsOf } from './body.ts';

/** What the answer must not hold. */
export const fields: Check = {
  name: 'endpoint-fields',
  expected: 'an answer without launch_token and without the machine key',
  needs: ['endpoint-session'],
  async run({ settings, facts }) {
    const { text } = facts.own as WebAnswer;
    if (text.includes(settings.credentials.secretKey))
      return failed('endpoint-secret', 'the secret key stands in the answer');
    if (Object.hasOwn(fieldsOf(text), 'launch_token')) return failed('endpoint-launch-token', 'a field launch_token');
    return passed('no launch_token, no machine key');
  },
};
