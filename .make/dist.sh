#!/usr/bin/env bash
# Puts what a server needs into dist/: the binary, and beside it what it looks for there.
source "$(dirname "$0")/common.sh"
cd "$root"
rm -rf dist
mkdir dist
cp "$CARGO_TARGET_DIR/release/saiets" "$CARGO_TARGET_DIR/hash.txt" dist/
cp -r "$CARGO_TARGET_DIR/site" dist/site
say "dist/ is ready: $(du -sh dist | cut -f1), start it with  dist/saiets serve"
