import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const appsFolder = fileURLToPath(new URL('../..', import.meta.url));
const folderOf = (...path: string[]): string => join(appsFolder, ...path);

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
  { name: 'react', title: 'React app', folder: folderOf('react'), port: 5173 },
  { name: 'vue', title: 'Vue app', folder: folderOf('vue'), port: 5174 },
  { name: 'svelte', title: 'Svelte app', folder: folderOf('svelte'), port: 5175 },
  { name: 'element', title: 'Custom element app', folder: folderOf('element'), port: 5176 },
];

/** The visualizer, which the sample apps open. It is no sample app: it embeds nothing. */
export const visualizer: DemoApp = {
  name: 'visualizer',
  title: 'visualizer',
  folder: folderOf('visualizer'),
  port: 5177,
};

/** Examples of how an app keeps the embed's page in its URL, one for each router. They have a screen of their own, and no scenario is played over them. */
export const examples: DemoApp[] = [
  {
    name: 'react-router',
    title: 'React Router example',
    folder: folderOf('examples', 'react-router'),
    port: 5178,
  },
  { name: 'vue-router', title: 'Vue Router example', folder: folderOf('examples', 'vue-router'), port: 5179 },
];

/** The sample apps that this checkout has. */
export function demoApps(): DemoApp[] {
  return apps.filter(({ folder }) => existsSync(join(folder, 'index.html')));
}
