import type { CauseCode } from '../problem/codes.ts';
import type { MeshesEmbed } from '../embed/meshesEmbed.ts';
import { warn } from './warn.ts';

/** What the embed makes up for at once, and only the page's developer can mend. */
const mistakes: ReadonlySet<string> = new Set<CauseCode>(['page-unknown', 'host-loops']);

/** Says each mistake of the page on the console, once. */
export function sayMistakes(embed: Pick<MeshesEmbed, 'observe'>): void {
  const said = new Set<string>();
  embed.observe(({ kind, name, data }) => {
    if (kind !== 'problem' || !mistakes.has(name) || said.has(name)) return;
    said.add(name);
    warn(name as CauseCode, data?.['seen'] as string | undefined);
  });
}
