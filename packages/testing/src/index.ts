export { fakeMeshes, type FakeMeshes } from './fakeMeshes.ts';
export { FakeMeshesError, type FakeMeshesErrorCode } from './fakeMeshesError.ts';
export { failureCodes, type FailureCode } from './failures.ts';
export type { FakeMeshesOptions } from './fakeMeshesOptions.ts';
export type { EmbedSteps, FakeEmbed } from './embeds.ts';
export type {
  FakeBackend,
  FakeBackendFailure,
  FakeCall,
  FakeCallKind,
  FakeFailOptions,
} from './backend/fakeBackend.ts';
export type { FakeSessionFunctions } from './backend/sessionFunctions.ts';
