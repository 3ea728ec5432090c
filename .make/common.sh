# Sourced by the other scripts: where things are kept, and how they speak.
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cache=${XDG_CACHE_HOME:-$HOME/.cache}/saiets
tools=$cache/tools
export CARGO_TARGET_DIR=${CARGO_TARGET_DIR:-$cache/target}
export PATH=$tools/bin:$PATH
mkdir -p "$tools/bin" "$tools/stamps"

say() { printf '\033[1m==> %s\033[0m\n' "$*" >&2; }

# Stops with what is wrong and, on the lines after it, what to do about it.
stop() {
    printf 'saiets: %s\n' "$1" >&2
    shift
    [ $# -eq 0 ] || printf '  %s\n' "$@" >&2
    exit 1
}

have() { command -v "$1" >/dev/null 2>&1; }

# timed "what it does" "how long it takes" command…
timed() {
    local what=$1 expected=$2 began=$SECONDS
    shift 2
    say "$what (about $expected)"
    "$@" || stop "$what: failed" "the lines above say why; the same command goes on where this one stopped"
    say "$what: done in $((SECONDS - began)) s"
}

# Runs as root: directly, or by sudo where that asks for no password.
can_be_root() { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }

# The server refuses names it does not know, so what only the tests read must not reach it, nor one's own settings the tests.
without_settings() (
    for name in ${!SAIETS_@}; do unset "$name"; done
    "$@"
)

# The version of a crate as Cargo.lock has it.
locked_version() {
    awk -v name="$1" '$1 == "name" { found = ($3 == "\"" name "\"") } found && $1 == "version" { gsub(/"/, "", $3); print $3; exit }' "$root/Cargo.lock"
}
