import { once } from 'node:events';
import { createServer } from 'node:net';

/** How many ports after a taken one are tried. */
const triesAfterTaken = 50;

async function isFree(port: number, host: string): Promise<boolean> {
  const server = createServer();
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A machine without IPv6 has nothing that could stand in the way there.
    if (code === 'EADDRNOTAVAIL' || code === 'EAFNOSUPPORT') return true;
    if (code === 'EADDRINUSE' || code === 'EACCES') return false;
    throw error;
  }
  server.close();
  await once(server, 'close');
  return true;
}

/**
 * The first free port from `wanted` on; 0 stays 0, which means any.
 * A port counts as free where neither loopback address has it: browsers take `localhost` for either.
 *
 * @throws Error where neither it nor one of the next 50 is free.
 */
export async function freePort(wanted: number): Promise<number> {
  if (wanted === 0) return 0;
  for (let port = wanted; port <= wanted + triesAfterTaken; port += 1) {
    if ((await isFree(port, '127.0.0.1')) && (await isFree(port, '::1'))) return port;
  }
  throw new Error(
    `Ports ${wanted} to ${wanted + triesAfterTaken} are all taken. End what uses them, or start with --free-ports.`,
  );
}
