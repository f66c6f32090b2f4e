export { isolate } from './isolate.ts';
export type { BoundApp, ServeApp } from './serveApp.ts';
export { startDemo, type Demo, type DemoAddresses, type DemoOptions, type DemoPlace } from './startDemo.ts';
export { withVisualizer } from './withVisualizer.ts';
