import { defineConfig, type UserConfig } from 'tsdown';

const common: UserConfig = { platform: 'node', target: 'node20', fixedExtension: false, sourcemap: true };

export default defineConfig([
  { ...common, entry: ['src/index.ts', 'src/internal.ts', 'src/browser.ts'], dts: true },
  // Takes the package from its own file, and has nothing of it where a build leaves that out.
  {
    ...common,
    entry: ['src/bundled.ts'],
    dts: false,
    clean: false,
    plugins: [
      {
        name: 'package itself',
        resolveId: (id) => (id === './index.ts' ? { id: './index.js', external: true } : null),
      },
    ],
  },
]);
