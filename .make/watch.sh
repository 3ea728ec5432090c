#!/usr/bin/env bash
# cargo-leptos compiles its own settings into the server, so it has a target folder of its own: sharing one would
# compile leptos again at each change between `make watch` and `make run`.
source "$(dirname "$0")/common.sh"
cd "$root"
"$root/.make/tools.sh" leptos bindgen wasm-opt
export CARGO_TARGET_DIR=$cache/watch LEPTOS_HASH_FILES=false LEPTOS_SITE_ADDR=${SAIETS_LISTEN:-127.0.0.1:3000}
say "Watching; the first build takes about 5 min"
exec cargo leptos watch -- serve
