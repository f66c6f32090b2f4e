#!/usr/bin/env bash
# A route under `server/` of Nuxt that imports a module of the project which lies outside of `server/`, by its relative
# path, works in the build. In development the whole server answers 500: the module is left out of the bundle, and the path
# that is written for it leads out of the project. Code that backends share belongs under `server/`.
# Seen in Nuxt 4.5.2 (Nitro 2) with Vue 3.5.45. Needs Node 20.19 or newer, npm and curl; ports 4990 and 4991.
set -euo pipefail

folder=$(mktemp -d)
dev='' built=''
stop() { for one in $dev $built; do kill -- "-$one" 2>/dev/null || true; done; }
trap 'stop; rm -rf "$folder"' EXIT
set -m
cd "$folder"
npm init -y >/dev/null
npm pkg set type=module >/dev/null
npm install --silent --no-audit --no-fund nuxt@4.5.2 vue@3.5.45 >/dev/null
export NUXT_TELEMETRY_DISABLED=1

mkdir -p app server/api
echo '<template><p>app</p></template>' > app/app.vue
echo "export const shared = 'found';" > shared.js
cat > server/api/outer.js <<'JS'
import { shared } from '../../shared.js';

export default defineEventHandler(() => shared);
JS

# Asks until it is answered at all; the answer's status, and its words.
ask() {
  for _ in $(seq 1 120); do
    status=$(curl -s -o answer -w '%{http_code}' "http://localhost:$1/api/outer" || true)
    [ "$status" != 000 ] && [ "$status" != 503 ] && break
    sleep 1
  done
  echo "$status $(grep -o 'Cannot find module\|found' answer | head -n 1)"
}

npx nuxt dev --port 4990 >dev.log 2>&1 &
dev=$!
in_development=$(ask 4990)
npx nuxt build >build.log 2>&1
PORT=4991 node .output/server/index.mjs >built.log 2>&1 &
built=$!
in_production=$(ask 4991)
echo "Nuxt $(node -p "require('nuxt/package.json').version"): in development $in_development; built $in_production"
[ "$in_development" = '500 Cannot find module' ] && [ "$in_production" = '200 found' ] || { echo 'it is another one now'; exit 1; }
