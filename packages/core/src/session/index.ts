export {
  codeOfLaunch,
  codeOfStatus,
  readRouteAnswer,
  type AnswerCode,
  type ReadAnswer,
  type RouteAnswer,
} from './routeAnswer.ts';
export { parseLaunchSession, parseRefreshedSession, SessionError } from './parseSession.ts';
export { backoff } from './backoff.ts';
export { isLoopback, readLaunchUrl, type LaunchUrl } from './launchUrl.ts';
export { retryAfterOf } from './retryAfter.ts';
export type { LaunchSession, RefreshedSession } from './session.ts';
