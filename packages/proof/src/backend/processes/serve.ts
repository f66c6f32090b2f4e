import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the process was started with. */
export function settings<Settings>(): Settings {
  return JSON.parse(process.argv[2] ?? '{}') as Settings;
}

/** Serves on loopback, and tells the process that started this one where, and whatever else. */
export function serve(listener: RequestListener, port = 0, more: object = {}): Server {
  const server = createServer(listener);
  // A connection that is closed for idleness just as it is used would count as an answer that was lost.
  server.keepAliveTimeout = 600_000;
  server.listen(port, '127.0.0.1', 4_096, () => {
    process.send?.({ port: (server.address() as AddressInfo).port, ...more });
  });
  // Without the one that started it, it has no reason to be.
  process.on('disconnect', () => process.exit());
  return server;
}
