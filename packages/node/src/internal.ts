/**
 * What the other packages of this repository share with this one. It is no public API: anything here may change in a
 * patch release. Users import `@meshes-embed/node`.
 *
 * @internal
 * @module
 */
export { createClient } from './client/createMeshesClient.ts';
export { isServiceUrl } from './client/clientOptions.ts';
export { credentialFaults } from './client/credentials.ts';
export { systemClock, type Clock } from './shared/clock.ts';
export { startDeadline, untilAborted } from './shared/deadline.ts';
export { isExactOrigin } from './shared/isExactOrigin.ts';
export { kindOf } from './shared/kindOf.ts';
export { networkCode } from './shared/networkCode.ts';
export { parseUrl } from './shared/parseUrl.ts';
export { BodyError, readUtf8 } from './shared/readUtf8.ts';
export { isSessionId, isWorkspaceId } from './shared/sessionFields.ts';
