#!/usr/bin/env bash
# The standard library for the browser. rustup has it; where rustup cannot reach its server, it is built from the
# distribution's source package of the very same compiler version. A rust-toolchain.toml naming the target would make
# rustup ask its server at every call, so there is none.
source "$(dirname "$0")/common.sh"

target=wasm32-unknown-unknown
version=$(rustc --version | cut -d' ' -f2)
library=$(rustc --print sysroot)/lib/rustlib/$target/lib

# rustup's has a hash in its name, one built here has none.
present() { [ -f "$library/libstd.rlib" ] || compgen -G "$library/libstd-*.rlib" >/dev/null; }

from_rustup() { have rustup && timeout 60 rustup target add "$target"; }

# One line for each archive of this distribution release the machine already trusts: address, release, file that names it.
archives() {
    apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(SOURCESENTRY)' 'Created-By: Packages' | sort -u |
        awk -v release="$1" '$2 == release || $2 == release "-security"'
}

# The key ring that file gives for it; none where apt's common ones are meant.
key_ring() { { grep -hoiE 'signed-by[:=] *"?/[^] "]+' "$1" || true; } | head -n 1 | sed 's/^[^/]*//'; }

# Newer suites of the same archives, where a compiler newer than the distribution's own has its source; small ones first.
newer_suites() {
    local address release named_in keys suites suite
    archives "$(. /etc/os-release && echo "$VERSION_CODENAME")" | while read -r address release named_in; do
        keys=$(key_ring "${named_in%:*}")
        suites="stable-backports stable testing unstable"
        case $release in *-security) suites=$release ;; esac
        for suite in $suites; do echo "deb ${keys:+[signed-by=$keys] }$address $suite main"; done
    done
}

# From one suite after the other, with lists of its own: the machine's are not touched.
source_package() {
    local at=$1 line package
    mkdir -p "$at/lists/partial" "$at/archives/partial"
    local own=(-q -o "Dir::Etc::sourcelist=$at/sources.list" -o Dir::Etc::sourceparts=/dev/null -o "Dir::State::lists=$at/lists"
        -o "Dir::Cache=$at" -o APT::Sandbox::User=root -o Acquire::Languages=none -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false)
    while read -r line; do
        echo "$line" >"$at/sources.list"
        apt-get "${own[@]}" update >&2 || continue
        for package in rust-src rust-web-src; do
            (cd "$at" && apt-get "${own[@]}" download "$package=$version*" 2>/dev/null) >&2 || continue
            dpkg -x "$at/$package"_*.deb "$at/unpacked"
            return
        done
    done < <(newer_suites)
    return 1
}

build() {
    local sources=$1 at=$2
    cp -r "$sources" "$at/library"
    (cd "$at/library" &&
        env -u CARGO_ENCODED_RUSTFLAGS -u CARGO_BUILD_TARGET CARGO_TARGET_DIR="$at/target" RUSTC_BOOTSTRAP=1 RUSTFLAGS=-Zforce-unstable-if-unmarked \
            cargo build --release --target "$target" -p sysroot --features panic-unwind,compiler-builtins-mem)
    rm -rf "$library" "$library.new"
    mkdir -p "$library.new"
    cp "$at/target/$target"/release/deps/*.rlib "$library.new/"
    mv "$library.new" "$library"
}

from_source() {
    local at sources
    at=$(mktemp -d)
    trap "rm -rf '$at'" EXIT
    sources=$(rustc --print sysroot)/lib/rustlib/src/rust/library
    if [ ! -d "$sources" ]; then
        have apt-get && have dpkg || return 1
        source_package "$at" || return 1
        sources=$(echo "$at"/unpacked/usr/src/rustc-*/library)
    fi
    build "$sources" "$at"
}

present && exit 0
say "The browser's standard library for Rust $version: asking rustup (10 s; gives up after 60 s)"
if ! from_rustup; then
    say "rustup cannot reach its server: building it from the distribution's source of Rust $version instead (about 1 min)"
    from_source || true
fi
present || stop "no standard library for $target and Rust $version" \
    "where rustup reaches its server:  rustup target add $target" \
    "or a compiler whose source the distribution has:  apt-get install rustc-web cargo-web rust-web-src  (docs/building.md)"
say "The browser's standard library: done in $SECONDS s"
