// `npm run release:version`: the changesets become versions and changelogs; READMEs and `problem.docs` lead to the
// documents of the new version from then on. Arguments go to changesets: `-- --snapshot canary`.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { publicPackages } from '../workspace/packages.ts';
import { root } from '../workspace/paths.ts';
import { runCommand } from '../workspace/runCommand.ts';
import { refOf, withRef } from './links.ts';

const { code } = await runCommand('changeset', ['version', ...process.argv.slice(2).filter((word) => word !== '--')]);
if (code !== 0) process.exit(code);

for (const { shortName, folder, manifest } of publicPackages()) {
  const ref = refOf(manifest.version);
  const readme = join(folder, 'README.md');
  writeFileSync(readme, withRef(readFileSync(readme, 'utf8'), ref));
  if (shortName !== 'core') continue;
  const constant = join(root, 'packages', 'core', 'src', 'problem', 'release.ts');
  writeFileSync(constant, readFileSync(constant, 'utf8').replace(/(release = )'[^']*'/, `$1'${ref}'`));
}
