import { createMeshesEmbed, type MeshesEmbed } from '@meshes-embed/core';
import { readLaunchUrl } from '@meshes-embed/core/session';

/** What the page knows of its embed, and of what went wrong. */
export interface Hosted {
  readonly embed: MeshesEmbed;
  /** Every token that the backend gave out, the oldest first. */
  readonly tokens: string[];
  launches: number;
  refreshes: number;
  /** Whatever was thrown, rejected or printed. */
  readonly complaints: string[];
  /** The seeds of those who have said all that they had to say. */
  readonly marks: number[];
}

declare global {
  interface Window {
    talkedTo: Hosted;
    readLaunchUrl: typeof readLaunchUrl;
  }
}

/** Where the embed is served. */
const embedOrigin = new URLSearchParams(location.search).get('embed')!;
const complaints: string[] = [];
for (const level of ['debug', 'log', 'info', 'warn', 'error'] as const)
  console[level] = (...given) => void complaints.push(`${level}: ${given.map(String).join(' ')}`);
window.addEventListener('error', ({ message }) => complaints.push(`error: ${message}`));
window.addEventListener('unhandledrejection', ({ reason }) => complaints.push(`rejection: ${String(reason)}`));

const tokens: string[] = [];
const token = (): string => {
  tokens.push(`canary-token-${tokens.length}`);
  return tokens.at(-1)!;
};
const session = { session_id: 'session-1', expires_in: 1_800 };
const embed = createMeshesEmbed({
  allowInsecureLocalhost: true,
  async fetchSession() {
    window.talkedTo.launches += 1;
    const launch_url = `${embedOrigin}/embed?launch=${window.talkedTo.launches}`;
    return { ...session, access_token: token(), launch_url };
  },
  async refreshSession() {
    window.talkedTo.refreshes += 1;
    return { ...session, access_token: token() };
  },
});
const marks: number[] = [];
window.addEventListener('message', ({ data }) => {
  if ((data as { type?: unknown } | null)?.type === 'mark') marks.push((data as { seed: number }).seed);
});
window.talkedTo = { embed, tokens, launches: 0, refreshes: 0, complaints, marks };
window.readLaunchUrl = readLaunchUrl;

embed.mount(document.querySelector<HTMLElement>('#embed')!);
const sibling = document.body.appendChild(document.createElement('iframe'));
sibling.id = 'sibling';
sibling.src = `${embedOrigin}/talker`;
