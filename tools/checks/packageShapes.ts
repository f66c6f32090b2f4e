import { type PackedPackage, packedPackages } from '../workspace/packedPackages.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { type CheckResult, resultOf } from './check.ts';

/** The linters of a packed package, and what each is called with before the tarball's path. */
function lintersFor({ manifest }: PackedPackage): { command: string; args: string[] }[] {
  // Types of a .svelte file lie beside it, where bundlers find them and Node's own resolution, which runs none, does not.
  const ignored =
    manifest.peerDependencies?.svelte === undefined ? [] : ['--ignore-rules', 'internal-resolution-error', '--'];
  const publint = { command: 'publint', args: ['run', '--strict'] };
  // A command that exports nothing to import has no types to look at.
  if (manifest.exports?.['.'] === undefined) return [publint];
  return [publint, { command: 'attw', args: ['--profile', 'esm-only', '--format', 'table-flipped', ...ignored] }];
}

/** publint and Are The Types Wrong over each tarball; and that each has its licence and its README. */
export async function checkPackageShapes(): Promise<CheckResult> {
  const messages: (string | null)[] = [];
  for (const one of await packedPackages()) {
    const { name, tarball } = one;
    for (const { command, args } of lintersFor(one)) {
      const { code, output } = await runCommand(command, [...args, tarball], { quiet: true });
      messages.push(code === 0 ? null : `${name}: ${command} found something:\n${output}`);
    }
    const { output } = await runCommand('tar', ['-tzf', tarball], { quiet: true });
    for (const file of ['LICENSE', 'README.md']) {
      messages.push(output.split('\n').includes(`package/${file}`) ? null : `${name}: its tarball has no ${file}`);
    }
  }
  return resultOf(messages);
}
