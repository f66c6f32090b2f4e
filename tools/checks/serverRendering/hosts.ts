import { join } from 'node:path';
import { root } from '../../workspace/paths.ts';

/** A server-rendered app under `apps/` that installs the packages as published. */
export interface Host {
  /** Its folder's name. */
  name: string;
  /** The commands of its framework, run in its own folder. */
  build: string[];
  start(port: number): string[];
  dev(port: number): string[];
  /** Whether it has a route for each page of the embed, `/integrations/:page`. */
  hasRoutes?: boolean;
  /** What the framework itself wants to be told by the environment. */
  environment(port: number): Record<string, string>;
  /** What browsers are served, and what stays on the server: folders that the build writes. */
  clientFolder: string;
  serverFolder: string;
  /** The pages with an embed. The first one shows a status, too, and a button to refresh. */
  pages: string[];
  /** A page that the framework keeps, hidden, while one is at another: its link, and the link to that other; both name a heading, too. */
  kept?: { path: string; link: string; away: string };
  /** Files that the build writes only for a page with an embed of which nothing is left for the request: its HTML, and what goes with that. */
  staticFiles?: string[];
  /** How a style begins that the framework itself writes into HTML by script, which a strict policy refuses. */
  ownStyle?: string;
  /** What the framework fetches in the place of a page's markup when one goes there by a link, where it does. */
  data?: { path: string; headers: Record<string, string> };
}

const loopback = '127.0.0.1';

/** Every server-rendered app. A new one is one more row. */
export const hosts: Host[] = [
  {
    name: 'next',
    build: ['next', 'build'],
    start: (port) => ['next', 'start', '--hostname', loopback, '--port', String(port)],
    dev: (port) => ['next', 'dev', '--hostname', loopback, '--port', String(port)],
    environment: () => ({ NEXT_TELEMETRY_DISABLED: '1' }),
    clientFolder: '.next/static',
    serverFolder: '.next/server',
    pages: ['/', '/events', '/rules'],
    kept: { path: '/rules', link: 'Rules', away: 'Events' },
    staticFiles: ['.next/server/app/rules.html', '.next/server/app/rules.rsc'],
    data: { path: '/', headers: { rsc: '1' } },
  },
  {
    name: 'nuxt',
    build: ['nuxt', 'build'],
    start: () => ['node', '.output/server/index.mjs'],
    dev: (port) => ['nuxt', 'dev', '--host', loopback, '--port', String(port)],
    environment: (port) => ({ NUXT_TELEMETRY_DISABLED: '1', HOST: loopback, PORT: String(port) }),
    clientFolder: '.output/public',
    serverFolder: '.output/server',
    pages: ['/'],
  },
  {
    name: 'sveltekit',
    build: ['vite', 'build'],
    start: () => ['node', 'build/index.js'],
    dev: (port) => ['vite', 'dev', '--host', loopback, '--port', String(port), '--strictPort'],
    environment: (port) => ({ HOST: loopback, PORT: String(port) }),
    clientFolder: 'build/client',
    serverFolder: 'build/server',
    pages: ['/', '/integrations/rules'],
    hasRoutes: true,
    // What reads out the title of a page that one went to.
    ownStyle: 'position: absolute; left: 0; top: 0; cli',
    data: { path: '/__data.json', headers: {} },
  },
];

/** The folder of a host's sources. */
export function sourceFolder({ name }: Host): string {
  return join(root, 'apps', name);
}
