import { adapters, type AdapterName } from '@meshes-embed/conformance/adapters';

/** Every sample app that the demo serves, by the name it has there. All of them pass the same specs. */
export const apps: readonly AdapterName[] = adapters.map(({ name }) => name);

export type AppName = AdapterName;
