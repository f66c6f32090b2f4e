import fc from 'fast-check';
import { randomMessage } from './randomMessage.ts';

declare global {
  interface Window {
    /** Every message that this window received, as JSON where it is some. */
    overheard: { readonly origin: string; readonly text: string }[];
    /** How often this window has said that it is ready. */
    readies: number;
    /** Posts so many random messages to the page at the top, the last one a mark; the same seed is the same messages. */
    talk(seed: number, count: number): Promise<void>;
  }
}

/** So many are posted in a row, before others have their turn. */
const batch = 500;

window.overheard = [];
window.readies = 0;
window.addEventListener('message', ({ origin, data }) =>
  window.overheard.push({ origin, text: JSON.stringify(data) ?? '' }),
);

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => resolve());
    port1.start();
    port2.postMessage(null);
  });
}

window.talk = async (seed, count) => {
  // An attacker does not care who hears it.
  const post = (message: unknown): void => window.top!.postMessage(message, '*');
  for (let from = 0; from < count; from += batch) {
    const messages = fc.sample(randomMessage, { seed: seed + from, numRuns: Math.min(batch, count - from) });
    for (const message of messages) {
      if ((message as { type?: unknown } | null | undefined)?.type === 'meshes:ready') window.readies += 1;
      post(message);
    }
    await nextTask();
  }
  post({ type: 'mark', seed });
};

// The page that it is in decides whether it is an embed, which says ready, or only someone who talks.
if (location.pathname === '/embed') {
  window.readies += 1;
  window.parent.postMessage({ type: 'meshes:ready' }, '*');
}
