#!/usr/bin/env bash
# The browser's part: wasm for size, script, style and assets, with hashed names, compressed beforehand.
# Left alone while nothing it is made of has changed.
source "$(dirname "$0")/common.sh"
cd "$root"

site=$CARGO_TARGET_DIR/site
written=$CARGO_TARGET_DIR/front/wasm32-unknown-unknown/wasm-release/libapp.d

# What rustc says it read for the wasm, and what cargo-leptos adds. A new source file is named by one that changed.
inputs() {
    if [ -f "$written" ]; then sed 's/^[^:]*: //' "$written" | tr ' ' '\n'; fi
    find style -type f
    echo Cargo.toml Cargo.lock app/Cargo.toml app/domain/Cargo.toml .make/package-lock.json .make/site.sh .make/tools.sh | tr ' ' '\n'
}
# With the clone's own place, for two clones may share the target folder; a file that is gone changes the key, too.
key() { { echo "$root" && rustc --version && inputs | sort -u | xargs sha256sum || true; } 2>&1 | sha256sum; }

# Beside the site in use, so that a server goes on serving it and a failure costs nothing.
build() {
    local next=$CARGO_TARGET_DIR/site-next
    rm -rf "$next"
    LEPTOS_SITE_ROOT=$next cargo leptos build --release --precompress --frontend-only --lib-cargo-args=--locked || return 1
    find "$next" \( -name '*.ts*' -o -name '*.woff2.*' -o -name '*.png.*' -o -name '*.jpg.*' -o -name '*.ico.*' \) -delete
    rm -rf "$site"
    mv "$next" "$site"
    cp "$CARGO_TARGET_DIR/release/hash.txt" "$CARGO_TARGET_DIR/hash.txt"
}

"$root/.make/tools.sh" leptos bindgen wasm-opt
[ -d "$site" ] && [ -f "$CARGO_TARGET_DIR/hash.txt" ] && [ "$(key)" = "$(cat "$CARGO_TARGET_DIR/site.key" 2>/dev/null)" ] && exit 0
timed "Building the browser's part" "3 min the first time" build
key >"$CARGO_TARGET_DIR/site.key"
