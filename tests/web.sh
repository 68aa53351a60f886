#!/usr/bin/env bash
# The engine in the browser gives the bytes that the command gives: tests/web.sh VESSELS. Needs node; builds the engine.
set -euo pipefail
cd "$(dirname "$0")/.."
vessels=$(realpath "${1:?the vessels command}")

command -v node >/dev/null || { echo 'not run: there is no node'; exit 0; }
status=0
web/build.sh engine || status=$?
if [ "$status" = 3 ]; then
  echo 'not run: no compiler for WebAssembly'
  exit 0
fi
[ "$status" = 0 ] || exit "$status"
node web/test/engine.mjs web/dist/engine.wasm "$vessels"
