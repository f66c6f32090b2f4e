import { startSandbox } from '@meshes-embed/sandbox';
export const url: string = (await startSandbox({ apiPort: 0, embedPort: 0 })).apiUrl;
