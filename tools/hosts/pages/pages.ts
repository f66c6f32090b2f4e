/** How a page is built and served. */
export interface Serving {
  /** Each is run in the app's folder, one after the other. */
  readonly build?: readonly (readonly string[])[];
  start(port: number): string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** What the framework itself says on the console of every page. */
  readonly ownWords?: RegExp;
}

/** A framework whose server renders `<meshes-embed>`. */
export interface RenderedPage {
  /** As `npm run hosts -- pages <name>` takes it, and its folder under `apps/`. */
  readonly name: string;
  readonly title: string;
  /** The file with the page, as a user writes it. */
  readonly file: string;
  /** Exact versions from npm. The first one is the version that the table shows. */
  readonly install: Readonly<Record<string, string>>;
  readonly production: Serving;
  /** The build that tells of every difference between what the server rendered and what hydrates it, where there is one. */
  readonly development?: Serving;
  /** What a check cannot hold for, by its name, where the framework is the reason. */
  readonly reasons?: Readonly<Record<string, string>>;
}

const vite = '8.3.8';
const lit = '3.3.3';
/** All of Angular's packages ask for each other at one exact version. */
const angular = '22.2.0';
const build = ['vite', 'build', '--logLevel', 'warn'];
const server = (): string[] => ['node', 'server.js'];
const asDeveloped = { NODE_ENV: 'development' };

const solidBuild = [build, [...build, '--ssr', 'src/server.jsx']];

/** Every such framework. A new one is one more row, and a folder. */
export const renderedPages: readonly RenderedPage[] = [
  {
    name: 'angular',
    title: 'Angular, zoneless',
    file: 'src/integrations.ts',
    install: {
      '@angular/core': angular,
      '@angular/common': angular,
      '@angular/compiler': angular,
      '@angular/platform-browser': angular,
      '@angular/platform-server': angular,
      '@angular/router': angular,
      '@angular/ssr': angular,
      '@angular/cli': angular,
      '@angular/build': angular,
      '@angular/compiler-cli': angular,
      '@types/express': '5.0.6',
      '@types/node': '24.10.1',
      express: '5.3.0',
      rxjs: '7.8.2',
      tslib: '2.9.1',
      typescript: '6.0.3',
    },
    production: { build: [['ng', 'build']], start: () => ['node', 'dist/server/server.mjs'] },
    development: { start: (port) => ['ng', 'serve', '--port', String(port), '--no-hmr', '--no-live-reload'] },
  },
  {
    name: 'astro',
    title: 'Astro, @astrojs/node',
    file: 'src/pages/index.astro',
    install: { astro: '7.3.5', '@astrojs/node': '11.1.6' },
    production: {
      build: [['astro', 'build']],
      start: () => ['node', 'dist/server/entry.mjs'],
      environment: { ASTRO_TELEMETRY_DISABLED: '1' },
    },
    development: {
      start: (port) => ['astro', 'dev', '--port', String(port)],
      environment: { ASTRO_TELEMETRY_DISABLED: '1' },
    },
  },
  {
    name: 'lit',
    title: 'Lit, @lit-labs/ssr',
    file: 'src/integrations.js',
    install: { lit, '@lit-labs/ssr': '4.1.0', '@lit-labs/ssr-client': '1.1.8', vite },
    production: { build: [build], start: server },
    development: { build: [build], start: server, environment: asDeveloped, ownWords: /Lit is in dev mode/ },
  },
  {
    name: 'solid',
    title: 'Solid',
    file: 'src/Integrations.jsx',
    install: { 'solid-js': '1.9.20', 'vite-plugin-solid': '2.11.14', vite },
    production: { build: solidBuild, start: server },
    development: { build: solidBuild, start: server, environment: asDeveloped },
  },
  {
    name: 'qwik',
    title: 'Qwik',
    file: 'src/root.jsx',
    install: { '@builder.io/qwik': '1.20.1', vite: '7.3.8' },
    production: { build: [build, [...build, '--ssr', 'src/entry.ssr.jsx']], start: server },
  },
];
