#!/usr/bin/env bash
# Code of a page that puts a cross-origin iframe into another window of its own origin (an iframe, a popup) meets two
# surprises of postMessage, both as the HTML standard has them:
# - `event.data` is made in the realm of the window that receives it, so that a plain object's prototype is not the
#   `Object.prototype` of the code that listens;
# - `event.source` of what that code posts is the window of the code, and not the window that the iframe is in: an iframe
#   that compares it with `parent` takes nothing.
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

const serve = async (html) => {
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(html)).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}` };
};

// The framed page tells who spoke to it.
const framed = await serve(`<script>
  addEventListener('message', ({ source }) =>
    parent.postMessage({ fromParent: source === parent, fromTop: source === top }, '*'));
  parent.postMessage({ hello: true }, '*');
</script>`);

// The page's own code listens on the inner window, and answers from there.
const host = await serve(`<iframe></iframe><script>
  const inner = document.querySelector('iframe').contentWindow;
  const seen = {};
  inner.addEventListener('message', ({ data, source }) => {
    if (data.hello) {
      seen.dataIsOfThePage = Object.getPrototypeOf(data) === Object.prototype;
      seen.dataIsOfTheInnerWindow = Object.getPrototypeOf(data) === inner.Object.prototype;
      source.postMessage('answer', '*');
    } else window.result = { ...seen, ...data };
  });
  const frame = inner.document.createElement('iframe');
  frame.src = '${framed.url}';
  inner.document.body.append(frame);
</script>`);

const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
try {
  const page = await browser.newPage();
  await page.goto(host.url);
  const result = await (await page.waitForFunction(() => window.result)).jsonValue();
  console.log(`Chromium ${browser.version()}: ${JSON.stringify(result)}`);
  const expected = { dataIsOfThePage: false, dataIsOfTheInnerWindow: true, fromParent: false, fromTop: true };
  for (const [name, value] of Object.entries(expected)) {
    if (result[name] !== value) throw new Error(`${name} is ${result[name]} now`);
  }
} finally {
  await browser.close();
  framed.server.close();
  host.server.close();
}
JS
node look.mjs "$chromium"
echo "as described"
