/**
 * Lets everything happen that needs no time: what is waiting in microtasks, and what they lead to. Uses no timer, so that
 * fake ones hold nothing up.
 */
export async function turn(): Promise<void> {
  // Where a test environment has no channels, a good number of microtasks.
  if (typeof MessageChannel !== 'function') {
    for (let hop = 0; hop < 50; hop++) await Promise.resolve();
    return;
  }
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      resolve();
    });
    port1.start();
    port2.postMessage(null);
  });
}
