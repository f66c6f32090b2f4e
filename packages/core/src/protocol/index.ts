export { authMessage, isToken } from './authMessage.ts';
export {
  embedMessageTypes,
  type AuthMessage,
  type EmbedMessage,
  type NavigateMessage,
  type ReadyMessage,
  type ResizeMessage,
  type TokenExpiredMessage,
  type TokenRefreshMessage,
} from './messages.ts';
export {
  launchPages,
  launchPagesByType,
  sessionRoles,
  sessionTypes,
  type LaunchPage,
  type SessionRole,
  type SessionType,
} from './pages.ts';
export { parseEmbedMessage, type MessageRefusal, type ParsedMessage } from './parseEmbedMessage.ts';
export { pageOfPath } from './pageOfPath.ts';
