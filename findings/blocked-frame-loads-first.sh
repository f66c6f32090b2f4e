#!/usr/bin/env bash
# An iframe that the page's own Content-Security-Policy blocks fires `load`, and in Chromium before the page is told of
# it by `securitypolicyviolation`: whoever waits for `load` first believes that something was loaded.
# Seen in Chromium 156 with playwright-core 1.64.1. Needs Node 20 or newer, npm and a Chromium (CHROMIUM_PATH, or Debian's).
set -euo pipefail

chromium=${CHROMIUM_PATH:-$(command -v chromium || command -v chromium-headless-shell || true)}
[ -n "$chromium" ] || chromium=/usr/lib/chromium/chromium-headless-shell
[ -x "$chromium" ] || { echo "no Chromium: set CHROMIUM_PATH"; exit 2; }

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund playwright-core@1.64.1 >/dev/null

cat > look.mjs <<'JS'
import { createServer } from 'node:http';
import { chromium } from 'playwright-core';

const page = `<!doctype html><main></main><script>
  window.order = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => order.push(effectiveDirective));
  const frame = document.createElement('iframe');
  document.querySelector('main').append(frame);
  frame.addEventListener('load', () => order.push('load'));
  frame.src = 'http://127.0.0.1:9/never';
</script>`;
const server = createServer((_request, response) =>
  response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "frame-src 'none'" }).end(page),
).listen(0, '127.0.0.1');
await new Promise((resolve) => server.once('listening', resolve));

const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
try {
  const tab = await browser.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}`);
  const order = await (await tab.waitForFunction(() => window.order.length === 2 && window.order)).jsonValue();
  console.log(`Chromium ${browser.version()}: ${order.join(', then ')}`);
  if (order.join() !== 'load,frame-src') throw new Error('the order is another one now');
} finally {
  await browser.close();
  server.close();
}
JS
node look.mjs "$chromium"
echo "as described"
