export { parseLaunchSession, parseRefreshedSession, SessionError } from './parseSession.ts';
export type { LaunchSession, RefreshedSession } from './session.ts';
