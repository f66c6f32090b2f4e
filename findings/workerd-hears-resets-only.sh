#!/usr/bin/env bash
# A caller of a worker leaves while the worker waits for another server. Where the caller resets its connection, workerd
# gives up what the worker has asked for. Where the caller closes it, workerd goes on: it takes the close for the end of
# what the caller has to send, with the flag `enable_request_signal`, too. Node, Bun and Deno hear both.
# Seen in workerd 1.20261117.1. Needs Node 20 or newer and npm.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund workerd@1.20261117.1 >/dev/null

cat > worker.js <<'JS'
export default { fetch: (request, env) => fetch(env.UPSTREAM, { signal: request.signal }) };
JS
cat > config.capnp <<'CAPNP'
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [(name = "main", worker = .worker), (name = "internet", network = (allow = ["public", "private"]))],
  sockets = [(name = "http", address = "*:0", http = (), service = "main")],
);
const worker :Workerd.Worker = (
  modules = [(name = "worker.js", esModule = embed "worker.js")],
  compatibilityDate = "2026-11-01",
  compatibilityFlags = ["enable_request_signal"],
  bindings = [(name = "UPSTREAM", fromEnvironment = "UPSTREAM")],
);
CAPNP
cat > look.mjs <<'JS'
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

// A server that never answers, and says when its caller is gone.
let came = () => {};
const upstream = createServer((_request, response) => came(once(response, 'close'))).listen(0, '127.0.0.1');
await once(upstream, 'listening');
const free = createServer().listen(0, '127.0.0.1');
await once(free, 'listening');
const { port } = free.address();
free.close();
await once(free, 'close');

const workerd = spawn('node_modules/.bin/workerd', ['serve', 'config.capnp', `--socket-addr=http=127.0.0.1:${port}`], {
  env: { ...process.env, UPSTREAM: `http://127.0.0.1:${upstream.address().port}` },
  stdio: 'inherit',
});
const listens = () =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => resolve(true)).on('error', () => resolve(false));
    socket.on('connect', () => socket.destroy());
  });

async function isGivenUp(leave) {
  const waiting = new Promise((resolve) => (came = (gone) => resolve({ gone })));
  const call = request({ port, host: '127.0.0.1', agent: false }).on('error', () => {});
  call.end();
  const { gone } = await waiting;
  leave(call);
  return await Promise.race([gone.then(() => true), pause(5_000, false)]);
}

try {
  while (!(await listens())) await pause(50);
  const seen = {
    reset: await isGivenUp((call) => call.socket.resetAndDestroy()),
    close: await isGivenUp((call) => call.destroy()),
  };
  console.log(`given up: ${JSON.stringify(seen)}`);
  if (!seen.reset || seen.close) throw new Error('not as described any more');
} finally {
  workerd.kill();
  upstream.close();
  upstream.closeAllConnections();
}
JS
node look.mjs
echo "as described"
