#!/usr/bin/env bash
# What a machine must bring itself; everything else the other scripts fetch.
source "$(dirname "$0")/common.sh"

at_least() { [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }
missing=()
packages=()

for each in git python3 cc:build-essential; do
    have "${each%:*}" || { missing+=("${each%:*}"); packages+=("${each#*:}"); }
done
[ ${#packages[@]} -eq 0 ] || missing+=("   apt-get install ${packages[*]}")

if ! have cargo || ! have rustc; then
    missing+=("Rust 1.94 or newer, by rustup" "   https://rustup.rs says how; afterwards: . \"\$HOME/.cargo/env\"")
elif ! at_least 1.94 "$(rustc --version | cut -d' ' -f2)"; then
    missing+=("Rust 1.94 or newer; here is $(rustc --version | cut -d' ' -f2)" "   rustup update stable")
fi
have cargo-clippy && have rustfmt || missing+=("clippy and rustfmt" "   rustup component add clippy rustfmt")

if ! have node || ! have npm; then
    missing+=("Node.js 20 or newer, with npm" "   https://nodejs.org/en/download says how")
elif ! at_least 20 "$(node --version | tr -d v)"; then
    missing+=("Node.js 20 or newer; here is $(node --version)" "   https://nodejs.org/en/download says how")
fi

[ ${#missing[@]} -eq 0 ] || stop "this machine lacks:" "${missing[@]}"
