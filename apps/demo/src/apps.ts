import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { adapters } from '@meshes-embed/conformance/adapters';

const appsFolder = fileURLToPath(new URL('../..', import.meta.url));

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

/** Every sample app that the demo can serve: one for each adapter. */
const apps: DemoApp[] = adapters.map(({ name, title, ports }) => ({
  name,
  title: `${title} app`,
  folder: join(appsFolder, name),
  port: ports.app,
}));

/** The visualizer, which the sample apps open. It is no sample app: it embeds nothing. */
export const visualizer: DemoApp = {
  name: 'visualizer',
  title: 'visualizer',
  folder: join(appsFolder, 'visualizer'),
  port: 5177,
};

/** The site of the documents. It is served as it is built. */
export const documents: DemoApp = {
  name: 'docs',
  title: 'documents',
  folder: join(appsFolder, 'docs'),
  port: 5190,
};

/** The smallest app with each adapter, for people to copy. They use the examples' own backend. */
export const smallExamples: DemoApp[] = adapters.map(({ name, title, ports }) => ({
  name: `${name}-example`,
  title: `${title} example`,
  folder: join(appsFolder, 'examples', name),
  port: ports.example,
}));

/** How an app keeps the embed's page in its URL, one example for each router. */
export const routerExamples: DemoApp[] = [
  {
    name: 'react-router',
    title: 'React Router example',
    folder: join(appsFolder, 'examples', 'react-router'),
    port: 5178,
  },
  {
    name: 'vue-router',
    title: 'Vue Router example',
    folder: join(appsFolder, 'examples', 'vue-router'),
    port: 5179,
  },
];

/** Examples of `<meshes-embed>` in frameworks without an adapter of their own, a page each. */
export const frameworkExamples: DemoApp[] = [
  { name: 'solid', title: 'Solid example', folder: join(appsFolder, 'examples', 'solid'), port: 5184 },
  { name: 'preact', title: 'Preact example', folder: join(appsFolder, 'examples', 'preact'), port: 5185 },
  { name: 'lit', title: 'Lit example', folder: join(appsFolder, 'examples', 'lit'), port: 5186 },
  { name: 'alpine', title: 'Alpine example', folder: join(appsFolder, 'examples', 'alpine'), port: 5187 },
];

/** Every example that the demo serves. They have screens of their own, and no scenario is played over them. */
export const examples: DemoApp[] = [...smallExamples, ...routerExamples, ...frameworkExamples];

/** The sample apps that this checkout has. */
export function demoApps(): DemoApp[] {
  return apps.filter(({ folder }) => existsSync(join(folder, 'index.html')));
}
