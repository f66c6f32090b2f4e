import { parseLaunchSession } from '@meshes-embed/core/session';
import { failed, passed, unknown, type Check } from '../check.ts';
import type { EndpointSettings } from '../settings.ts';
import { askAsPage, type PageAnswer } from './askAsPage.ts';
import { fieldsOf, sessionFaultOf } from './body.ts';
import { otherAnswer } from './refusal.ts';

/** A signed-in page of the host's own. */
export const session: Check = {
  name: 'endpoint-session',
  expected: 'a session of --workspace for a signed-in page of your own',
  needs: ['endpoint-route'],
  async run(examination) {
    const { settings, facts } = examination;
    if ((settings.endpoint as EndpointSettings).headers.length === 0)
      return unknown("no one is signed in: give a user's cookie with --header");
    const answer = await askAsPage(examination, { origin: settings.origin, signedIn: true });
    const other = otherAnswer(answer);
    if (other !== null) return other;
    const { status, text } = answer as Exclude<PageAnswer, string>;
    if (status >= 400) return failed('not-authorized', `status ${status}, though signed in`);
    const fault = sessionFaultOf(text);
    if (fault !== null) return failed('session-malformed', `status ${status}, and ${fault}`);
    facts.own = answer;
    const { workspace_id: workspace } = parseLaunchSession(fieldsOf(text));
    if (workspace !== undefined && workspace.toLowerCase() !== settings.workspaceId.toLowerCase())
      return failed('endpoint-other-workspace', 'a session of another workspace');
    return passed('a session of this workspace');
  },
};
