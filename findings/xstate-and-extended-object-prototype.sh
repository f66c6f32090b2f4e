#!/usr/bin/env bash
# A page with a script that adds a method to `Object.prototype` in the old way, by assignment, so that loops over any
# object meet it, too: from then on no XState actor starts. `start()` throws a TypeError that names neither the property nor
# the prototype, also for a machine that has no timer. The same property made with `defineProperty`, which loops do not
# meet, changes nothing.
# Seen in XState 5.33.3. Needs Node 20 or newer and npm.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund xstate@5.33.3 >/dev/null

cat > start.js <<'JS'
import { createActor, createMachine } from 'xstate';

const machine = createMachine({ initial: 'off', states: { off: { on: { PRESS: 'on' } }, on: {} } });

function press() {
  try {
    const actor = createActor(machine).start();
    actor.send({ type: 'PRESS' });
    return actor.getSnapshot().value;
  } catch (error) {
    return `${error.name}: ${error.message}`;
  }
}

console.log(`plain: ${press()}`);
Object.defineProperty(Object.prototype, 'isEmpty', { value() {}, enumerable: false, configurable: true });
console.log(`defined: ${press()}`);
delete Object.prototype.isEmpty;
Object.prototype.isEmpty = function () {};
console.log(`assigned: ${press()}`);
JS
seen=$(node start.js)
echo "XState $(node -p "JSON.parse(require('fs').readFileSync('node_modules/xstate/package.json')).version")"
echo "$seen"
[ "$seen" = "plain: on
defined: on
assigned: TypeError: Cannot read properties of undefined (reading 'sessionId')" ] || { echo 'it is another one now'; exit 1; }
