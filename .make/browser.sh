#!/usr/bin/env bash
# browser.sh [weigh|move]: the tests in tests/e2e, on demo data loaded once; or how heavy a page is, or how smoothly a meeting moves.
source "$(dirname "$0")/common.sh"
cd "$root"

modules() {
    local at=tests/e2e lock
    lock=$(sha256sum <"$at/package-lock.json")
    [ "$(cat "$at/node_modules/.lock" 2>/dev/null)" = "$lock" ] && return
    timed "Fetching the browser tests' modules" "10 s" npm ci --prefix "$at" --no-audit --no-fund --loglevel=error
    printf '%s\n' "$lock" >"$at/node_modules/.lock"
}

"$root/.make/packages.sh" chromium
modules
saiets=${SAIETS_BINARY:-$CARGO_TARGET_DIR/debug/saiets}
if [ -n "${1:-}" ]; then SAIETS_BINARY=$saiets exec node "tests/e2e/$1.js"; fi

demo=$(mktemp -d)
trap 'rm -rf "$demo"' EXIT
timed "Loading the demo data for the browser" "10 s" without_settings env SAIETS_DATA_DIR="$demo" "$saiets" demo
export SAIETS_BINARY=$saiets SAIETS_TEST_DEMO_DIR=$demo
timed "Browser tests" "6 min" node --test --test-concurrency=2 --test-timeout=1800000 tests/e2e/*.test.js
