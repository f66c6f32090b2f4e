import type { Boot } from '../../wire.ts';

/**
 * Reads what the server put into the launch page for its script.
 *
 * @throws Error where the page holds no such element: it was then not served by the sandbox.
 */
export function readBoot(document: Document): Boot {
  const text = document.getElementById('boot')?.textContent;
  if (!text)
    throw new Error(
      'launch page: expected <script id="boot" type="application/json">, found none. Serve the page from the sandbox.',
    );
  return JSON.parse(text) as Boot;
}

/** The launch token is spent by now; taken out of the address, it cannot be copied or sent on from there. */
export function hideLaunchToken(window: Window): void {
  window.history.replaceState(null, '', window.location.pathname);
}
