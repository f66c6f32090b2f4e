import { connectInspector, type InspectorSource } from '@meshes-embed/core/inspect';

/** Where this tab remembers that its visualizer was opened: after a reload, it is answered again. */
const memory = 'meshes-visualizer';

/** The embeds of the screen by their titles, and how to end the connection of each that has one. */
const embeds = new Map<string, { readonly source: InspectorSource; disconnect?: () => void }>();
let opened = false;

/** The visualizer's address, if the server of the screen names one. */
function visualizerAddress(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="meshes-visualizer"]')?.content ?? null;
}

function connect(title: string): void {
  const address = visualizerAddress();
  const embed = embeds.get(title);
  if (address !== null && embed)
    embed.disconnect ??= connectInspector(embed.source, { origin: new URL(address).origin, title });
}

/**
 * Lets the visualizer see an embed of the screen. Nothing is sent, and nothing listened to, until the visualizer is
 * opened. A new embed of the same title takes over from the former one; one that was taken out is seen to its end.
 */
export function inspect(title: string, source: InspectorSource | null | undefined): void {
  const former = embeds.get(title);
  if (!source || former?.source === source) return;
  former?.disconnect?.();
  embeds.set(title, { source });
  opened ||= sessionStorage.getItem(memory) !== null;
  if (opened) connect(title);
}

/** Opens the visualizer, and lets it see every embed of the screen. */
export function openVisualizer(): void {
  const address = visualizerAddress();
  if (address === null) throw new Error('No visualizer is known. The demo serves it: npm run demo');
  opened = true;
  for (const title of embeds.keys()) connect(title);
  sessionStorage.setItem(memory, 'open');
  open(`${address}/?host=${encodeURIComponent(location.origin)}`, '_blank');
}
