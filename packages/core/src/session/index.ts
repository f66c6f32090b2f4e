export { codeOfStatus, readRouteAnswer, type AnswerCode, type ReadAnswer, type RouteAnswer } from './routeAnswer.ts';
export { parseLaunchSession, parseRefreshedSession, SessionError } from './parseSession.ts';
export { retryAfterOf } from './retryAfter.ts';
export type { LaunchSession, RefreshedSession } from './session.ts';
