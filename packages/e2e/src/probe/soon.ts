/** The browser's own, before a spec may take time into its hands. */
const later = window.setTimeout.bind(window);

const pause = 20;
const mostPauses = 50;

/**
 * Looks every 20 ms whether something has come true, for a second at most. A spec that waits looks from here, as a look
 * from outside takes the browser more time than many from inside.
 */
export async function soon(isTrue: () => boolean): Promise<void> {
  for (let pauses = 0; pauses < mostPauses && !isTrue(); pauses += 1)
    await new Promise((resolve) => later(resolve, pause));
}
