// The demo on free ports, with the sample apps as they were built for the specs. Prints its addresses as one line of JSON
// once it serves, and ends at SIGTERM. What was built stays as it is: another worker's demo may be serving it.
import { startDemo } from '@meshes-embed/app-demo';
import { serveBuiltApp } from './serveBuiltApp.ts';

let stop = (): void => process.exit(0);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop());

const demo = await startDemo({ ports: 'free', serve: serveBuiltApp });
stop = () => {
  stop = () => {};
  void demo.close().then(() => process.exit(0));
};
console.log(JSON.stringify(demo.addresses));
