import { defineConfig, type UserConfig } from 'tsdown';

export const scriptFile = 'meshes-embed.min.js';

/** For a script tag: one file with everything in it. */
export const scriptBuild: UserConfig = {
  entry: { 'meshes-embed.min': 'src/script.ts' },
  platform: 'browser',
  target: 'es2022',
  sourcemap: true,
  deps: { alwaysBundle: [/./] },
  define: { 'process.env.NODE_ENV': '"production"' },
  minify: true,
  dts: false,
  clean: false,
};

export default defineConfig([
  {
    entry: ['index', 'preact', 'react', 'script', 'solid', 'svelte', 'vue'].map((name) => `src/${name}.ts`),
    platform: 'neutral',
    target: 'es2022',
    sourcemap: true,
    unbundle: true,
    dts: true,
  },
  scriptBuild,
]);
