import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../workspace/paths.ts';

/** An app of the demo, served by Vite from its own folder. */
export interface DemoApp {
  /** What it is called in code. */
  name: string;
  /** What it is called in the table of addresses. */
  title: string;
  /** Its folder, absolute. */
  folder: string;
  /** The port it usually gets. */
  port: number;
}

/** Every sample app that the demo can serve. A new app is one more row. */
const apps: DemoApp[] = [
  { name: 'react', title: 'React app', folder: join(root, 'apps', 'react'), port: 5173 },
  { name: 'vue', title: 'Vue app', folder: join(root, 'apps', 'vue'), port: 5174 },
  { name: 'svelte', title: 'Svelte app', folder: join(root, 'apps', 'svelte'), port: 5175 },
  { name: 'element', title: 'Custom element app', folder: join(root, 'apps', 'element'), port: 5176 },
];

/** The visualizer, which the sample apps open. It is no sample app: it embeds nothing. */
export const visualizer: DemoApp = { name: 'visualizer', title: 'visualizer', folder: join(root, 'apps', 'visualizer'), port: 5177 };

/** The sample apps that this checkout has. */
export function demoApps(): DemoApp[] {
  return apps.filter(({ folder }) => existsSync(join(folder, 'index.html')));
}
