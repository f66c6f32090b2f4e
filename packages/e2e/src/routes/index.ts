export { engineNames, startEngine, type EngineName } from '../engines/startEngine.ts';
export { SandboxControl } from '../demo/sandboxControl.ts';
export { RouteHost } from './routeHost.ts';
export { playRoutes, routePlays } from './routePlays.ts';
