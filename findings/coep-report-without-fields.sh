#!/usr/bin/env bash
# A `ReportingObserver` report of type `coep` has a body whose own fields are undefined: `blockedURL` and `disposition`
# are there only in what its `toJSON()` gives. Reports of other types, such as `deprecation`, have them as properties.
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
import { once } from 'node:events';
import { chromium } from 'playwright-core';

const serve = async (headers) => {
  const server = createServer((_request, response) => response.writeHead(200, { 'content-type': 'text/html', ...headers }).end('<main></main>')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};
const other = await serve({});
const page = await serve({ 'cross-origin-embedder-policy': 'require-corp' });
const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
try {
  const tab = await browser.newPage();
  await tab.goto(`http://localhost:${page.address().port}`);
  const seen = await tab.evaluate(
    (address) =>
      new Promise((resolve) => {
        const observer = new ReportingObserver(
          ([{ type, body }]) => {
            const { blockedURL, disposition, ...rest } = body.toJSON();
            resolve({ type, properties: [typeof body.blockedURL, typeof body.disposition], json: [typeof blockedURL, disposition], rest });
          },
          { types: ['coep'] },
        );
        observer.observe();
        const frame = document.createElement('iframe');
        frame.src = address;
        document.querySelector('main').append(frame);
      }),
    `http://127.0.0.1:${other.address().port}/`,
  );
  console.log(`Chromium ${browser.version()}: ${JSON.stringify(seen)}`);
  if (seen.type !== 'coep' || seen.properties.join() !== 'undefined,undefined' || seen.json.join() !== 'string,enforce') throw new Error('it is another way now');
} finally {
  await browser.close();
  other.close();
  page.close();
}
JS
node look.mjs "$chromium"
echo "as described"
