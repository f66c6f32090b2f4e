import type { Host } from '../hosts/hosts.ts';

/** How an app is built and served. */
interface Serving extends Pick<Host, 'environment'> {
  /** What builds it, one command after the other. Without any, the first visit of all has it compiled. */
  readonly build: readonly (readonly string[])[];
  start(port: number): string[];
}

/** A framework that renders `<meshes-embed>` on a server, without a package of its own here. */
export interface RenderedHost extends Pick<Host, 'folder' | 'install'>, Serving {
  readonly title: string;
  /** The way that tells of every difference between what the server rendered and what hydrates it, where there is one. */
  readonly development?: Serving;
  /** What the framework itself says on the console of every page of a development build. */
  readonly ownWords?: RegExp;
  /** What the app's visitor clicks to go to the events. */
  readonly goToEvents: string;
}

const hono = { hono: '4.13.19', '@hono/node-server': '2.1.8' };
const vite = { vite: '8.3.8' };
const angular = '22.2.0';
const asDeveloped = (): Record<string, string> => ({ NODE_ENV: 'development' });

const lit: Serving = { build: [['vite', 'build']], start: () => ['node', 'app.js'] };
const solid: Serving = {
  build: [
    ['vite', 'build', '--outDir', 'dist/client'],
    ['vite', 'build', '--ssr', 'src/page.jsx', '--outDir', 'dist/server'],
  ],
  start: () => ['node', 'app.js'],
};

/** Every one of them. A new one is one more row, and a folder. The first of `install` is the version that the table shows. */
export const renderedHosts: readonly RenderedHost[] = [
  {
    title: 'Angular',
    folder: 'angular',
    install: {
      '@angular/core': angular,
      '@angular/build': angular,
      '@angular/cli': angular,
      '@angular/common': angular,
      '@angular/compiler': angular,
      '@angular/compiler-cli': angular,
      '@angular/platform-browser': angular,
      '@angular/platform-server': angular,
      '@angular/router': angular,
      '@angular/ssr': angular,
      '@types/express': '5.0.6',
      '@types/node': '26.6.7',
      express: '5.3.0',
      rxjs: '7.8.2',
      tslib: '2.9.1',
      typescript: '6.0.3',
    },
    build: [['ng', 'build']],
    start: () => ['node', 'dist/app/server/server.mjs'],
    development: {
      build: [],
      start: (port) => ['ng', 'serve', '--host', '127.0.0.1', '--port', String(port), '--no-hmr', '--no-live-reload'],
    },
    goToEvents: 'button',
  },
  {
    title: 'Astro, with its client router',
    folder: 'astro',
    install: { astro: '7.3.5', '@astrojs/node': '11.1.6' },
    build: [['astro', 'build']],
    start: () => ['node', 'dist/server/entry.mjs'],
    environment: () => ({ HOST: '127.0.0.1', ASTRO_TELEMETRY_DISABLED: '1' }),
    development: {
      build: [],
      start: (port) => ['astro', 'dev', '--host', '127.0.0.1', '--port', String(port)],
      environment: () => ({ ASTRO_TELEMETRY_DISABLED: '1' }),
    },
    goToEvents: 'a[href="/events"]',
  },
  {
    title: 'Lit, with @lit-labs/ssr',
    folder: 'lit',
    install: { lit: '3.3.3', '@lit-labs/ssr': '4.1.0', '@lit-labs/ssr-client': '1.1.8', ...hono, ...vite },
    ...lit,
    development: { ...lit, environment: asDeveloped },
    ownWords: /Lit is in dev mode/,
    goToEvents: 'button',
  },
  {
    title: 'Qwik',
    folder: 'qwik',
    install: { '@builder.io/qwik': '1.20.1', '@builder.io/qwik-city': '1.20.1', vite: '7.3.1' },
    build: [
      ['vite', 'build'],
      ['vite', 'build', '--ssr', 'src/entry.preview.tsx'],
    ],
    start: (port) => ['vite', 'preview', '--host', '127.0.0.1', '--port', String(port), '--strictPort'],
    goToEvents: 'button',
  },
  {
    title: 'Solid',
    folder: 'solid',
    install: { 'solid-js': '1.9.20', 'vite-plugin-solid': '2.11.14', ...hono, ...vite },
    ...solid,
    development: { ...solid, environment: asDeveloped },
    goToEvents: 'button',
  },
];
