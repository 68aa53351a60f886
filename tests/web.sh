#!/usr/bin/env bash
# The engine in the browser gives the bytes that the command gives, and the page shows them: tests/web.sh VESSELS. Builds
# engine and page; needs node, npm, and Chromium, and says what it leaves out for lack of them. As root and with
# VESSELS_INSTALL=1 it fetches Debian's Chromium, and a compiler for WebAssembly where there is none (web/build.sh).
set -euo pipefail
cd "$(dirname "$0")/.."
vessels=$(realpath "${1:?the vessels command}")

step() { printf '\n== %s\n' "$*"; }
may_install() { [ "${VESSELS_INSTALL:-}" = 1 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

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

chromium=${CHROMIUM:-/usr/bin/chromium}
if [ ! -x "$chromium" ] && may_install; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null || true
fi
if [ ! -x "$chromium" ]; then
  echo 'the page is not opened: there is no Chromium; apt-get install chromium, set CHROMIUM, or as root VESSELS_INSTALL=1'
  exit 0
fi

step 'the page in Chromium, with invented numbers'
VESSELS_FIXTURE=1 npm run --silent build
EXPLORER=dist/fixture/explorer.html node --test test/page.test.mjs

if [ "$engine" = 0 ]; then
  step 'the page in Chromium, with the engine'
  npm run --silent build
  VESSELS=$vessels node --test test/page.test.mjs test/said.test.mjs test/numbers.test.mjs test/report.test.mjs test/speed.test.mjs
fi
