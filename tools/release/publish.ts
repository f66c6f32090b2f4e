// `npm run release:publish`: builds the packages and publishes those whose version is not in the registry yet. Arguments go
// to `pnpm publish`: `-- --tag canary`, `-- --provenance`. A release, and no canary, gets its tags in git: one for each
// package, as changesets name them, and `v<version>`, which READMEs and `problem.docs` lead to.
import { publicPackages } from '../workspace/packages.ts';
import { runCommand, stopCommandsAtSignals } from '../workspace/runCommand.ts';
import { refOf } from './links.ts';

const args = process.argv.slice(2).filter((word) => word !== '--');

async function must(command: string, rest: string[]): Promise<void> {
  const { code } = await runCommand(command, rest);
  if (code !== 0) process.exit(code);
}

stopCommandsAtSignals();
await must('turbo', ['run', 'build', '--concurrency=2', '--output-logs=errors-only']);
// What is built is ignored by git, and a canary's versions are in no commit.
await must('pnpm', ['--recursive', 'publish', '--no-git-checks', ...args]);

const [version = ''] = publicPackages().map(({ manifest }) => manifest.version);
if (refOf(version) !== 'main') {
  const { output } = await runCommand('git', ['tag', '--list', refOf(version)], { quiet: true });
  await must('changeset', ['tag']);
  if (output.trim() === '') await must('git', ['tag', '--message', refOf(version), refOf(version)]);
}
