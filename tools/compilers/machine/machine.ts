import { hostMachine, frameMachine } from '@meshes-embed/core/machine';
export const machines = [hostMachine, frameMachine];
