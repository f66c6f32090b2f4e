import { parseLaunchSession } from '@meshes-embed/core/session';
import { defineCheck, failed, passed, unknown, type Check, type CheckResult } from '../shared/check.ts';
import type { HttpResponse } from '../shared/http.ts';
import type { IssueCode } from '../shared/issues.ts';
import { sessionFault, fieldsOf, sessionIdOf } from '../shared/sessionBody.ts';
import { askForSession, isGranted, isRefused, noAnswer, readAnswer } from '../shared/sessionRoute.ts';
import type { EndpointSettings } from '../shared/settings.ts';

/** What a route that is no session route at all answers to everyone, signed in or not. */
const notThere: ReadonlySet<IssueCode> = new Set([
  'backend-unreachable',
  'backend-timeout',
  'endpoint-missing',
  'endpoint-not-json',
  'backend-failed',
]);

/** The host's session route, and what it answered to a page where no one is signed in. */
interface Route {
  readonly endpoint: EndpointSettings;
  readonly anonymous: HttpResponse;
}

/** Whether the route is there. It is asked by a page where no one is signed in; the next check looks at the answer. */
export const route = defineCheck({
  name: 'endpoint-route',
  expected: 'a session route at --endpoint',
  async run(_, context): Promise<CheckResult<Route>> {
    const { endpoint, origin } = context.settings;
    if (endpoint === null) return unknown('there is no --endpoint');
    const answer = await askForSession(endpoint, { origin, signedIn: false }, context);
    if ('reason' in answer) return noAnswer(answer);
    const read = readAnswer(answer);
    if ('code' in read && notThere.has(read.code)) return read;
    return passed('it answers', { endpoint, anonymous: answer });
  },
});

/** Whether the route refuses a page where no one is signed in. */
const guard = defineCheck({
  name: 'endpoint-guard',
  expected: '401 where no one is signed in',
  needs: { route },
  async run({ route: { endpoint, anonymous } }, { settings }) {
    const read = readAnswer(anonymous);
    if ('code' in read) return read;
    const { status, text } = anonymous;
    if (status < 300) {
      const observed = `status ${status}, though no one is signed in`;
      return sessionIdOf(text) === null
        ? failed('session-malformed', `${observed}; ${sessionFault(text)?.words}`)
        : failed('endpoint-open', observed);
    }
    // A page of another origin than the route's may be refused for that, before the route looks who is signed in.
    if (status === 403 && endpoint.url.origin !== settings.origin)
      return unknown('status 403, which may be for the origin of your pages');
    return passed(`refused without a sign-in, status ${status}`);
  },
});

/** A session for a signed-in page of the host's own. The value is the answer that holds it. */
export const session = defineCheck({
  name: 'endpoint-session',
  expected: 'a session of --workspace for a signed-in page of your own',
  needs: { route },
  async run({ route: { endpoint } }, context): Promise<CheckResult<HttpResponse>> {
    const { origin, workspaceId } = context.settings;
    if (endpoint.headers.length === 0) return unknown("no one is signed in: give a user's cookie with --header");
    const read = readAnswer(await askForSession(endpoint, { origin, signedIn: true }, context));
    if ('code' in read) return read;
    const { answer } = read;
    const { status, text } = answer;
    if (status >= 400) return failed('not-authorized', `status ${status}, though signed in`);
    const fault = sessionFault(text);
    if (fault !== null) return failed(fault.code, `status ${status}, and ${fault.words}`);
    const { workspace_id: workspace } = parseLaunchSession(fieldsOf(text));
    if (workspace !== undefined && workspace.toLowerCase() !== workspaceId.toLowerCase())
      return failed('endpoint-other-workspace', 'a session of another workspace', answer);
    return passed('a session of this workspace', answer);
  },
});

/** The same page in a browser that sends no `Sec-Fetch-Site`: an older one, or any where the page came by plain http. */
const originOnly = defineCheck({
  name: 'endpoint-origin-only',
  expected: 'the same answer where the browser sends Origin and no Sec-Fetch-Site',
  needs: { route },
  uses: { session },
  async run({ route: { endpoint, anonymous }, session: signedIn }, context) {
    const { status: before } = signedIn ?? anonymous;
    const page = { origin: context.settings.origin, signedIn: signedIn !== undefined, originOnly: true };
    const result = await askForSession(endpoint, page, context);
    // An earlier check has reported what is wrong with the header as well.
    if ('status' in result && result.status === before) return passed(`the same answer, status ${before}`);
    const read = readAnswer(result);
    if ('code' in read) return read;
    const { answer } = read;
    const observed = `status ${answer.status} without Sec-Fetch-Site, ${before} with it`;
    if (isGranted(answer)) return failed('endpoint-unexpected', observed);
    // A user who is not signed in may be refused with either status, and then it is not for the origin.
    return answer.status === 401 && before === 403 && isRefused(answer)
      ? passed(observed)
      : failed('not-authorized', observed);
  },
});

/** Whether your own pages get a session from the route, and only they, in the order in which the checks run. */
export const endpointChecks: readonly Check[] = [route, guard, session, originOnly];
