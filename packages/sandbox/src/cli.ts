#!/usr/bin/env node
import { startSandbox } from './startSandbox.ts';
import { readArguments } from './cli/readArguments.ts';
import { describeSandbox, exposedWarning, helpText, sandboxLine } from './cli/texts.ts';
import { builtFiles } from './embed/builtFiles.ts';
import { SandboxError } from './sandboxError.ts';
import { uiBuildCommand } from './pages/uiNotBuilt.ts';

/** Starts the sandbox as the command line says, and stops it on the first signal to do so. */
async function main(): Promise<void> {
  const { help, json, options } = readArguments(process.argv.slice(2));
  if (help) {
    console.log(helpText);
    return;
  }
  const sandbox = await startSandbox(options);
  // Before anything is printed: a reader of that may send the signal at once.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void sandbox.close());
  if ((await builtFiles.launchPage(options.pages ?? 'full')) === null)
    console.error(
      `meshes-sandbox: launches will fail, because the embed's pages are not built. Run: ${uiBuildCommand}`,
    );
  const warning = exposedWarning(options.host);
  if (warning !== null) console.error(`meshes-sandbox: ${warning}`);
  console.log(json ? sandboxLine(sandbox) : describeSandbox(sandbox));
}

main().catch((error: unknown) => {
  console.error(error instanceof SandboxError ? `meshes-sandbox: ${error.message}` : error);
  process.exitCode = error instanceof SandboxError && error.code === 'bad-option' ? 2 : 1;
});
