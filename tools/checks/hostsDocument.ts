import { readFileSync } from 'node:fs';
import { hostsDocument, mounts } from '../hosts/document.ts';
import { hosts } from '../hosts/hosts.ts';
import { type CheckResult, resultOf } from './check.ts';

/** The document of the hosts shows the apps that are run, and has a row for each host. */
export async function checkHostsDocument(): Promise<CheckResult> {
  const text = readFileSync(hostsDocument, 'utf8');
  const stale = 'docs/hosts.md is not what `npm run hosts` writes: it';
  return resultOf([
    text.includes(mounts()) ? null : `${stale} shows other apps than tools/hosts/apps has`,
    ...hosts.map(({ title }) => (text.includes(`\n| ${title} |`) ? null : `${stale} has no row for ${title}`)),
  ]);
}
