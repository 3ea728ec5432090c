#!/usr/bin/env bash
# tools.sh leptos|bindgen|wasm-opt|nextest…: the programs that build and test, each in the version wanted here.
# Where `cargo binstall` is present and reaches its servers they come ready made. Otherwise they are compiled without
# optimisation: they only drive other programs, and a person waits for them.
source "$(dirname "$0")/common.sh"

# A tool is there when its stamp names the version wanted.
stamped() { [ "$(cat "$tools/stamps/$1" 2>/dev/null)" = "$2" ] && [ -x "$tools/bin/$3" ]; }
stamp() { printf '%s\n' "$2" >"$tools/stamps/$1"; }

# installed crate version program minutes [cargo install's further arguments]
installed() {
    local crate=$1 version=$2 program=$3 minutes=$4
    shift 4
    stamped "$crate" "$version" "$program" && return
    if [ ! -x "$tools/bin/$program" ] || ! grep -qs "\"$crate $version " "$tools/.crates2.json"; then
        prebuilt "$crate" "$version" || timed "Compiling $crate $version, once" "$minutes min on 2 cores" compiled "$crate" "$version" "$@"
    fi
    stamp "$crate" "$version"
}

prebuilt() {
    have cargo-binstall || return 1
    say "Fetching $1 $2 ready made (a few seconds; gives up after 60 s)"
    timeout 60 cargo binstall --no-confirm --force --disable-strategies compile --root "$tools" "$1@$2"
}

compiled() {
    local crate=$1 version=$2
    shift 2
    CARGO_PROFILE_DEV_DEBUG=0 CARGO_TARGET_DIR=$cache/tools-target \
        cargo install "$crate" --version "$version" --debug --force --root "$tools" "$@"
}

# Copied, so that npm writes nothing into the working tree.
wasm_opt() {
    local at=$tools/wasm-opt version
    version=$(sha256sum <"$root/.make/package-lock.json")
    stamped wasm-opt "$version" wasm-opt && return
    mkdir -p "$at"
    cp "$root/.make/package.json" "$root/.make/package-lock.json" "$root/.make/.npmrc" "$at/"
    timed "Fetching wasm-opt" "20 s" npm ci --prefix "$at" --no-audit --no-fund --loglevel=error
    ln -sf "$at/node_modules/.bin/wasm-opt" "$tools/bin/wasm-opt"
    stamp wasm-opt "$version"
}

for tool; do
    case $tool in
    # 0.3.11 wants a newer compiler than the one asked for.
    leptos) installed cargo-leptos 0.3.10 cargo-leptos 7 --locked ;;
    # Refuses any other version than its library's. Without --locked: its own lock names a crate the registry lacks.
    bindgen) installed wasm-bindgen-cli "$(locked_version wasm-bindgen)" wasm-bindgen 2 ;;
    wasm-opt) wasm_opt ;;
    nextest) have cargo-nextest || installed cargo-nextest 0.9.143 cargo-nextest 4 --locked ;;
    *) stop "no tool is called $tool" ;;
    esac
done
