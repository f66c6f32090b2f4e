/** A server that the session handler is mounted in. */
export interface Host {
  /** As `npm run hosts -- <name>` takes it. */
  name: string;
  title: string;
  /** Its folder under `apps/`. Hosts of one folder are installed and built once. */
  folder: string;
  /** The file that mounts the handler, as a user writes it. */
  file: string;
  /** Where in its folder the module is that all hosts share. By default in the folder itself. */
  shared?: string;
  /** What else of its folder the document shows. */
  otherFiles?: string[];
  /** Exact versions from npm. The first one is the version that the table shows; without any it is that of Node. */
  install: Record<string, string>;
  build?: string[];
  start(port: number): string[];
  /** What it is told by the environment besides `PORT` and the machine key. */
  environment?(port: number): Record<string, string>;
  /** Where the handler is mounted. Default: `/api/meshes` */
  mount?: string;
  /** What browsers speak to it, where that is another than HTTP/1.1 without TLS. */
  speaks?: 'http2' | 'https at a proxy';
  /** The same where something in front of the handler reads bodies. */
  behindParser?: { file: string; start(port: number): string[] };
  /** The binary whose version the table shows, where that is another than this Node. */
  runtime?: string;
  /** How it is run here, where that is not as its documentation says. */
  runAs?: string;
  /** What one has to know to mount it, as a sentence for the document. */
  advice?: string;
  /** Why a check does not hold, by its name, where the host is the reason. A check named here that holds is a failure. */
  reasons?: Record<string, string>;
}

/** The oldest Node that the packages support, which the bootstrap finds or fetches; without it, this one. */
const oldestNode = process.env.OLDEST_NODE ?? process.execPath;

const node = (file: string) => (): string[] => ['node', file];
const onNode = { file: 'app.js', start: node('app.js') };
const parserOnNode = { file: 'behind-parser.js', start: node('behind-parser.js') };

const hono = '4.13.19';
const vite = { vite: '8.3.8' };
const react = { react: '19.3.1', 'react-dom': '19.3.1' };

const next = {
  folder: 'next',
  install: { next: '16.4.5', ...react },
  build: ['next', 'build'],
  start: (port: number) => ['next', 'start', '--port', String(port)],
  environment: () => ({ NEXT_TELEMETRY_DISABLED: '1' }),
};

const workers = {
  folder: 'workers',
  file: 'worker.js',
  install: { workerd: '1.20261117.1', esbuild: '0.28.2' },
  build: [
    'esbuild',
    'worker.js',
    '--bundle',
    '--format=esm',
    '--conditions=workerd,worker,browser',
    '--external:cloudflare:workers',
    '--outdir=dist',
    '--log-level=warning',
  ],
  runAs: 'workerd, bundled with the conditions that Wrangler sets',
  reasons: {
    'given up at a close':
      'workerd hears only a reset while it has nothing to write; a call ends with its answer, or after `timeoutMs`',
  },
};

/** The reason where a host hides from the handler that callers leave. */
const unheard = (who: string): string =>
  `${who} is not told that a caller has left; a call ends with its answer, or after \`timeoutMs\``;

/** Every host. A new one is one more row, and a folder. */
export const hosts: Host[] = [
  { name: 'node-http', title: 'node:http', folder: 'node-http', install: {}, ...onNode },
  { name: 'node-http2', title: 'node:http2', folder: 'node-http2', install: {}, speaks: 'http2', ...onNode },
  {
    name: 'node-http-oldest',
    title: 'node:http, the oldest supported Node',
    folder: 'node-http',
    file: 'app.js',
    install: {},
    runtime: oldestNode,
    start: () => [oldestNode, 'app.js'],
  },
  {
    name: 'node-http2-oldest',
    title: 'node:http2, the oldest supported Node',
    folder: 'node-http2',
    file: 'app.js',
    install: {},
    speaks: 'http2',
    runtime: oldestNode,
    start: () => [oldestNode, 'app.js'],
  },
  {
    name: 'hono',
    title: 'Hono',
    folder: 'hono',
    install: { hono, '@hono/node-server': '2.1.9' },
    advice:
      'What a middleware puts on the answer by `context.header` or `setCookie` stays on it where it does so after `next()`. Before, Hono leaves it out of every answer that a handler has made itself.',
    behindParser: parserOnNode,
    ...onNode,
  },
  {
    name: 'express',
    title: 'Express',
    folder: 'express',
    install: { express: '5.3.0' },
    behindParser: parserOnNode,
    ...onNode,
  },
  {
    name: 'fastify',
    title: 'Fastify',
    folder: 'fastify',
    install: { fastify: '5.12.8', '@fastify/cookie': '11.1.5' },
    behindParser: parserOnNode,
    ...onNode,
  },
  {
    name: 'koa',
    title: 'Koa',
    folder: 'koa',
    install: { koa: '3.3.0', '@koa/bodyparser': '6.1.0' },
    behindParser: parserOnNode,
    ...onNode,
  },
  {
    name: 'nest',
    title: 'Nest',
    folder: 'nest',
    file: 'main.ts',
    install: {
      '@nestjs/core': '12.5.1',
      '@nestjs/common': '12.5.1',
      '@nestjs/platform-express': '12.5.1',
      'reflect-metadata': '0.2.2',
      rxjs: '7.8.2',
      esbuild: '0.28.2',
    },
    build: [
      'esbuild',
      'main.ts',
      'controller.ts',
      '--bundle',
      '--platform=node',
      '--packages=external',
      '--format=esm',
      '--tsconfig-raw={"compilerOptions":{"experimentalDecorators":true}}',
      '--outdir=dist',
      '--log-level=warning',
    ],
    start: node('dist/main.js'),
    behindParser: { file: 'controller.ts', start: node('dist/controller.js') },
  },
  { name: 'h3', title: 'h3', folder: 'h3', install: { h3: '2.0.8' }, ...onNode },
  {
    name: 'nuxt',
    title: 'Nuxt, Nitro',
    folder: 'nuxt',
    file: 'server/api/meshes/[...].js',
    shared: 'server',
    advice:
      'The shared module is `server/sessions.js`: in development, Nitro does not find what lies outside of `server/`.',
    install: { nuxt: '4.5.2', vue: '3.5.45' },
    build: ['nuxt', 'build'],
    start: node('.output/server/index.mjs'),
    environment: () => ({ NUXT_TELEMETRY_DISABLED: '1' }),
  },
  { name: 'next-app', title: 'Next, App Router', file: 'app/api/meshes/[...path]/route.js', ...next },
  {
    name: 'next-edge',
    title: 'Next, edge runtime',
    file: 'app/edge/meshes/[...path]/route.js',
    mount: '/edge/meshes',
    ...next,
  },
  {
    name: 'next-pages',
    title: 'Next, Pages Router',
    advice: 'Next parses the body before; it may stay so.',
    file: 'pages/api/pages/meshes/[...path].js',
    mount: '/api/pages/meshes',
    ...next,
  },
  {
    name: 'sveltekit',
    title: 'SvelteKit 3, adapter-node',
    folder: 'sveltekit',
    file: 'src/routes/api/meshes/[...path]/+server.js',
    otherFiles: ['src/env.js'],
    speaks: 'https at a proxy',
    advice:
      'adapter-node takes itself to be behind a proxy that ends TLS. Where it serves plain http, the build needs `paths.origin` of Kit, or pages get 403 from the handler, and forms from Kit.',
    reasons: {
      'plain http by name':
        'adapter-node gives each request an https URL where `paths.origin` of Kit says nothing else, and a plain http page has no say over an https server',
    },
    install: {
      '@sveltejs/kit': '3.2.0',
      '@sveltejs/adapter-node': '6.0.1',
      '@sveltejs/vite-plugin-svelte': '7.3.1',
      svelte: '5.57.3',
      ...vite,
    },
    build: ['vite', 'build'],
    start: node('build/index.js'),
  },
  {
    name: 'sveltekit-2',
    title: 'SvelteKit 2, adapter-node',
    folder: 'sveltekit-2',
    file: 'src/routes/api/meshes/[...path]/+server.js',
    speaks: 'https at a proxy',
    reasons: {
      'plain http by name':
        'adapter-node gives each request an https URL where its variable `ORIGIN` says nothing else, and a plain http page has no say over an https server',
      'given up at a reset': unheard('a request of SvelteKit 2'),
      'given up at a close': unheard('a request of SvelteKit 2'),
    },
    install: {
      '@sveltejs/kit': '2.70.4',
      '@sveltejs/adapter-node': '5.5.7',
      '@sveltejs/vite-plugin-svelte': '7.3.1',
      svelte: '5.57.3',
      ...vite,
    },
    build: ['vite', 'build'],
    start: node('build/index.js'),
  },
  {
    name: 'astro',
    title: 'Astro, @astrojs/node',
    folder: 'astro',
    file: 'src/pages/api/meshes/[...path].js',
    install: { astro: '7.3.5', '@astrojs/node': '11.1.6' },
    advice:
      'Astro puts `.env` into `import.meta.env` only. For `process.env`, put it into the terminal first: `set -a; . ./.env; set +a`.',
    build: ['astro', 'build'],
    start: node('dist/server/entry.mjs'),
    environment: () => ({ ASTRO_TELEMETRY_DISABLED: '1' }),
  },
  {
    name: 'react-router',
    title: 'React Router',
    folder: 'react-router',
    file: 'app/meshes.js',
    otherFiles: ['app/routes.js'],
    install: {
      'react-router': '8.4.0',
      '@react-router/dev': '8.4.0',
      '@react-router/node': '8.4.0',
      '@react-router/serve': '8.4.0',
      isbot: '5.2.3',
      ...react,
      ...vite,
    },
    build: ['react-router', 'build'],
    start: () => ['react-router-serve', 'build/server/index.js'],
    environment: () => ({ NODE_ENV: 'production' }),
  },
  {
    name: 'tanstack-start',
    title: 'TanStack Start',
    folder: 'tanstack-start',
    file: 'src/routes/api/meshes/$.js',
    advice: 'Built as usual, and served by `srvx serve --prod dist/server/server.js`.',
    install: {
      '@tanstack/react-start': '1.169.5',
      '@tanstack/react-router': '1.170.46',
      '@vitejs/plugin-react': '6.3.0',
      srvx: '1.0.5',
      ...react,
      ...vite,
    },
    build: ['vite', 'build'],
    start: (port) => ['srvx', 'serve', '--prod', '--port', String(port), 'dist/server/server.js'],
  },
  {
    name: 'bun',
    title: 'Bun',
    folder: 'bun',
    file: 'app.js',
    install: { bun: '1.4.5' },
    start: () => ['bun', 'app.js'],
  },
  {
    name: 'deno',
    title: 'Deno',
    folder: 'deno',
    file: 'app.js',
    install: { deno: '2.9.6' },
    start: () => ['deno', 'run', '--allow-all', '--node-modules-dir=manual', 'app.js'],
  },
  {
    name: 'workers',
    title: 'Cloudflare Workers',
    ...workers,
    start: (port) => ['workerd', 'serve', 'config.capnp', `--socket-addr=http=127.0.0.1:${port}`],
  },
  {
    name: 'workers-signal',
    title: 'Cloudflare Workers, `enable_request_signal`',
    ...workers,
    start: (port) => ['workerd', 'serve', 'config-signal.capnp', `--socket-addr=http=127.0.0.1:${port}`],
  },
  {
    name: 'lambda',
    title: 'AWS Lambda, hono/aws-lambda',
    folder: 'lambda',
    file: 'lambda.js',
    install: { hono },
    start: node('front.js'),
    speaks: 'https at a proxy',
    runAs: 'Node, called with the events of an HTTP API (version 2.0); not on AWS',
    reasons: {
      'plain http by name': 'API Gateway serves https only, and so the adapter makes each URL one',
      'given up at a reset': unheard('Lambda'),
      'given up at a close': unheard('Lambda'),
    },
  },
  {
    name: 'azure-functions',
    title: 'Azure Functions',
    folder: 'azure-functions',
    file: 'meshes.js',
    install: { '@azure/functions': '4.16.5' },
    advice:
      'In TypeScript it is `sessions(request as unknown as Request)`: its own type of a request lacks what the handler does without.',
    start: node('front.js'),
    runAs: "Node, called with the library's `HttpRequest`; not on Azure",
    reasons: {
      'given up at a reset': unheard('a function'),
      'given up at a close': unheard('a function'),
    },
  },
];
