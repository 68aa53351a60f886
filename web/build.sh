#!/usr/bin/env bash
# The engine as web/dist/engine.wasm, and the page where web/package.json exists. Takes a WebAssembly target from, in this
# order: rustup (`rustup target add wasm32-unknown-unknown`); Debian's rustc-web and rust-web-src, which apt-get installs
# or renews when VESSELS_INSTALL=1 and this is root. Exit code 3: neither is there; the reason is on standard error.
# `web/build.sh engine` builds the engine alone.
set -euo pipefail
cd "$(dirname "$0")/.."

target=wasm32-unknown-unknown
folder=${CARGO_TARGET_DIR:-target}/web
build=(cargo build --locked --profile web --target "$target" --package vessels-web --target-dir "$folder")

has_target() { [ -d "$(rustc --print sysroot)/lib/rustlib/$target/lib" ]; }
wanted=$(sed -n 's/^rust-version = "\(.*\)"/\1/p' Cargo.toml)
new_enough() { printf '%s\n' "$wanted" "$(/usr/bin/rustc --version | cut -d ' ' -f 2)" | sort --check --version-sort 2>/dev/null; }
has_debian() { [ -x /usr/bin/rustc ] && dpkg-query --show rustc-web rust-web-src >/dev/null 2>&1 && new_enough; }
may_install() { [ "${VESSELS_INSTALL:-}" = 1 ] && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

if ! has_target && ! has_debian && may_install; then
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends rustc-web rust-web-src >/dev/null || true
fi

if has_target; then
  "${build[@]}"
elif has_debian; then
  # Debian has the sources of the standard library of its compiler, and cargo builds them; that is unstable, so it is allowed
  # here, for this artefact alone.
  host=$(rustc --version --verbose | sed -n 's/^host: //p')
  linker=$(rustc --print sysroot)/lib/rustlib/$host/bin/rust-lld
  RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER=$linker \
    "${build[@]}" -Zbuild-std=std,panic_abort
else
  echo "no compiler for $target: \`rustup target add $target\`, or as root on Debian 12 VESSELS_INSTALL=1 web/build.sh" >&2
  exit 3
fi

mkdir -p web/dist
cp "$folder/$target/web/vessels_web.wasm" web/dist/engine.wasm
echo "web/dist/engine.wasm: $(wc -c <web/dist/engine.wasm) bytes, $(gzip -9 -c web/dist/engine.wasm | wc -c) with gzip"

if [ "${1:-}" != engine ] && [ -f web/package.json ]; then
  (cd web && npm ci --no-audit --no-fund && npm run build)
fi
