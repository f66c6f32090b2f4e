#!/usr/bin/env bash
# An iframe with the keyboard's focus that `moveBefore` puts into an inert, invisible element stays the document's
# `activeElement` in the code that runs then, and is no longer it once a frame was drawn. Code that moves a frame out of sight
# and looks at the focus at once takes it for focused; the user's next key may still go there.
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
import { chromium } from 'playwright-core';

const browser = await chromium.launch({ executablePath: process.argv[2], args: ['--no-sandbox'] });
try {
  const tab = await browser.newPage();
  await tab.setContent('<main><iframe srcdoc="<input>"></iframe></main><aside inert style="visibility: hidden"></aside>');
  const seen = await tab.evaluate(async () => {
    const frame = document.querySelector('iframe');
    const name = () => document.activeElement.localName;
    frame.focus();
    const before = name();
    document.querySelector('aside').moveBefore(frame, null);
    const atOnce = name();
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
    return [before, atOnce, name()];
  });
  console.log(`Chromium ${browser.version()}: before ${seen[0]}, at once ${seen[1]}, after a frame ${seen[2]}`);
  if (seen.join() !== 'iframe,iframe,body') throw new Error('it is another one now');
} finally {
  await browser.close();
}
JS
node look.mjs "$chromium"
echo "as described"
