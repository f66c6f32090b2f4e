import { defineConfig, type UserConfig } from 'tsdown';

const common: UserConfig = { platform: 'node', target: 'node20', fixedExtension: false };

export default defineConfig([
  { ...common, entry: ['src/index.ts', 'src/browser.ts'], dts: true },
  // The command by itself, so that the package is one file and has nothing of it.
  { ...common, entry: { doctor: 'src/doctor/cli.ts' }, dts: false, clean: false },
]);
