import { readFileSync } from 'node:fs';
import { hostsDocument, mounts } from '../hosts/document.ts';
import { hosts } from '../hosts/hosts.ts';
import { renderedPages } from '../hosts/pages/pages.ts';
import { pagesDocument } from '../hosts/pages/table.ts';
import { type CheckResult, resultOf } from './check.ts';

/** The documents of the hosts show the apps that are run, and have a row for each host and each framework. */
export async function checkHostsDocument(): Promise<CheckResult> {
  const text = readFileSync(hostsDocument, 'utf8');
  const rendered = readFileSync(pagesDocument, 'utf8');
  const stale = 'docs/hosts.md is not what `npm run hosts` writes: it';
  return resultOf([
    text.includes(mounts()) ? null : `${stale} shows other apps than tools/hosts/apps has`,
    ...hosts.map(({ title }) => (text.includes(`\n| ${title} |`) ? null : `${stale} has no row for ${title}`)),
    ...renderedPages.map(({ title }) =>
      rendered.includes(`\n| ${title} |`)
        ? null
        : `docs/frameworks.md is not what \`npm run hosts -- pages\` writes: it has no row for ${title}`,
    ),
  ]);
}
