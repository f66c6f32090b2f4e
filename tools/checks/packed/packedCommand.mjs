// For scripts that run in an app that has installed the packages: the commands that came with them.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';

/** Starts a command; what it prints can be read, what it complains of is shown. It finds the Node that runs it in PATH, which is to be this one. */
export function startCommand(name, args, environment = {}) {
  return spawn(join('node_modules', '.bin', name), args, {
    env: { ...process.env, ...environment, PATH: [dirname(process.execPath), process.env.PATH].join(delimiter) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

/** Lets some work have a sandbox, and stops it in the end. */
export async function withSandbox(work) {
  const child = startCommand('meshes-sandbox', ['--json', '--api-port', '0', '--embed-port', '0']);
  const ended = once(child, 'exit');
  try {
    const [line] = await Promise.race([
      once(createInterface({ input: child.stdout }), 'line'),
      ended.then(([code]) => Promise.reject(new Error(`the sandbox ended with code ${code} before it served`))),
    ]);
    await work(JSON.parse(line));
  } finally {
    child.kill('SIGTERM');
  }
  await ended;
}
