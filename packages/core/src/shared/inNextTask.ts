/**
 * Calls in the next task. By a message and not by a timer: those of a page may be held back, and tests may hold them.
 * A test environment without channels, as the jsdom of Jest is, gets the end of this task.
 */
export function inNextTask(call: () => void): void {
  if (typeof MessageChannel === 'undefined') return queueMicrotask(call);
  const { port1, port2 } = new MessageChannel();
  port1.addEventListener('message', () => {
    port1.close();
    call();
  });
  port1.start();
  port2.postMessage(null);
}
