#!/usr/bin/env bash
# The page in the browser: types and format, build, and Debian's Chromium. Says why it leaves out what it cannot do.
set -euo pipefail
cd "$(dirname "$0")/../web"

skip() { printf 'left out: %s\n' "$*"; exit 0; }

command -v node > /dev/null || skip 'no node (20.19 or later)'
command -v npm > /dev/null || skip 'no npm'
if [ ! -d node_modules ]; then
  npm ci --no-fund --no-audit || skip 'packages cannot be installed'
fi

printf '\n== page: types and format\n'
npm run --silent check

[ -x "${CHROMIUM:-/usr/bin/chromium}" ] || skip "no Chromium; apt-get install chromium, or set CHROMIUM"

printf '\n== page: in the browser, with invented numbers\n'
VESSELS_FIXTURE=1 npm run --silent build
EXPLORER=dist/fixture/explorer.html node --test test/page.test.mjs test/numerals.test.mjs

[ -f dist/engine.wasm ] || skip 'no dist/engine.wasm: run web/build.sh first'

printf '\n== page: in the browser, with the engine\n'
npm run --silent build
npm test --silent
