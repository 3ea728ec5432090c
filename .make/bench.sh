#!/usr/bin/env bash
# What dist/ carries, on one core, loaded from another; pretalx beside it. The table is printed and left in bench.md beside the builds.
source "$(dirname "$0")/common.sh"
cd "$root"

[ "$(nproc)" -ge 2 ] || stop "measuring takes two cores, one for the server and one for who asks"
have taskset || stop "measuring takes taskset" "apt-get install util-linux"
"$root/.make/packages.sh" wrk
timed "Compiling what makes the data" "2 min the first time" cargo build --locked --release -p tests --example seed
seen=$(mktemp)
trap 'rm -f "$seen"' EXIT
for what in weigh move; do SAIETS_BINARY=$root/dist/saiets .make/browser.sh $what | tee -a "$seen" || true; done
timed "Measuring" "5 min" without_settings python3 tests/bench/run.py \
    dist/saiets "$CARGO_TARGET_DIR/release/examples/seed" "$cache" "$CARGO_TARGET_DIR/bench.md" "$seen"
