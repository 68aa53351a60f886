#!/usr/bin/env bash
# The engine in the browser gives the bytes that the command gives, and the page shows them: tests/web.sh VESSELS. Builds
# engine and page; needs node, npm, and Debian's Chromium, and says what it leaves out for lack of them.
set -euo pipefail
cd "$(dirname "$0")/.."
vessels=$(realpath "${1:?the vessels command}")

step() { printf '\n== %s\n' "$*"; }

command -v node >/dev/null || { echo 'not run: there is no node'; exit 0; }

step 'the engine for browsers: same bytes as the command'
engine=0
web/build.sh engine || engine=$?
case $engine in
  0) node web/test/engine.mjs web/dist/engine.wasm "$vessels" ;;
  3) echo 'not run: no compiler for WebAssembly' ;;
  *) exit "$engine" ;;
esac

command -v npm >/dev/null || { echo 'the page is not tested: there is no npm'; exit 0; }
cd web
if [ ! -d node_modules ]; then
  npm ci --no-fund --no-audit || { echo 'the page is not tested: its packages cannot be installed'; exit 0; }
fi

step 'the page: types, format, numerals'
npm run --silent check
node --test test/numerals.test.mjs

if [ ! -x "${CHROMIUM:-/usr/bin/chromium}" ]; then
  echo 'the page is not opened: there is no Chromium; apt-get install chromium, or set CHROMIUM'
  exit 0
fi

step 'the page in Chromium, with invented numbers'
VESSELS_FIXTURE=1 npm run --silent build
EXPLORER=dist/fixture/explorer.html node --test test/page.test.mjs

if [ "$engine" = 0 ]; then
  step 'the page in Chromium, with the engine'
  npm run --silent build
  VESSELS=$vessels node --test test/page.test.mjs test/numbers.test.mjs test/report.test.mjs test/speed.test.mjs
fi
