#!/bin/sh
# Judges every calendar and every PDF under a folder, calendars in its mails too: run.sh FOLDER. A folder of one calendar a zone (it has a zones.txt)
# is compared with Python's zoneinfo. Sets the judges up in a cache outside the clone, once; the second time needs no network.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:?usage: run.sh FOLDER}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/saiets/judges
mkdir -p "$cache"

say() { echo "judges: $*" >&2; }

# Two runs at once must not set up in each other's way.
if command -v flock >/dev/null; then
    exec 9>"$cache/lock"
    flock 9
fi

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; elif command -v sudo >/dev/null; then sudo -n "$@"; else return 1; fi
}

install_package() {
    command -v apt-get >/dev/null || return 1
    say "installing $1 with apt-get"
    as_root apt-get install -y -qq "$1" >/dev/null 2>&1 || { as_root apt-get update -qq && as_root apt-get install -y -qq "$1"; } >/dev/null 2>&1
}

# ready NAME FILE…: whether NAME was set up from exactly these files.
ready() {
    name=$1
    shift
    wanted=$(cat "$@" | cksum)
    [ "$(cat "$cache/$name.done" 2>/dev/null)" = "$wanted" ]
}

python3 --version >"$cache/python.version"
if ! ready python "$here/requirements.txt" "$cache/python.version"; then
    say "setting up the Python readers (about 20 s, once)"
    rm -rf "$cache/venv"
    if ! python3 -m venv "$cache/venv" 2>/dev/null; then
        install_package python3-venv || { say "python3 -m venv does not work: install python3-venv"; exit 1; }
        rm -rf "$cache/venv"
        python3 -m venv "$cache/venv"
    fi
    "$cache/venv/bin/pip" install --quiet --disable-pip-version-check -r "$here/requirements.txt"
    echo "$wanted" >"$cache/python.done"
fi

if ! ready node "$here/package.json" "$here/package-lock.json"; then
    say "setting up ical.js (about 5 s, once)"
    cp "$here/package.json" "$here/package-lock.json" "$cache/"
    (cd "$cache" && npm ci --silent --no-audit --no-fund)
    echo "$wanted" >"$cache/node.done"
fi

if ! ready libical "$here/judge.c" || [ ! -x "$cache/judge" ]; then
    rm -f "$cache/judge"
    has_libical() { echo '#include <libical/ical.h>' | cc -E - >/dev/null 2>&1; }
    has_libical || install_package libical-dev || true
    if has_libical; then
        cc -O1 -Wall -Wextra -o "$cache/judge" "$here/judge.c" -lical
        echo "$wanted" >"$cache/libical.done"
    fi
fi
[ -x "$cache/judge" ] || say "WARNING: NOT JUDGED BY LIBICAL: its headers are missing and apt-get cannot install libical-dev here"
if command -v flock >/dev/null; then flock -u 9; fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/mail"
failed=0
"$cache/venv/bin/python" "$here/selftest.py" || failed=1

find "$out" -name '*.eml' >"$work/mails"
if [ -s "$work/mails" ]; then
    tr '\n' '\0' <"$work/mails" | xargs -0 "$cache/venv/bin/python" "$here/unpack.py" "$work/mail" || failed=1
    tr '\n' '\0' <"$work/mails" | xargs -0 "$cache/venv/bin/python" "$here/signed.py" || failed=1
fi
find "$out" "$work/mail" -name '*.ics' | sort >"$work/calendars"
if [ ! -s "$work/calendars" ]; then
    say "no calendar under $out"
    exit 1
fi
each() { tr '\n' '\0' <"$work/calendars" | xargs -0 "$@" || failed=1; }
each "$cache/venv/bin/python" "$here/judge.py"
each env JUDGES_MODULES="$cache" node "$here/judge.mjs"
[ ! -x "$cache/judge" ] || each "$cache/judge"

# What nobody wrote, nobody would miss: all must be there.
zones=$(find "$out" -name zones.txt | head -1)
slots=$(find "$out" -name slots.jsonl | head -1)
tallies=$(find "$out" -name tallies.jsonl | head -1)
drafts=$(find "$out" -name drafts.jsonl | head -1)
if [ -z "$zones" ] || [ -z "$slots" ] || [ -z "$tallies" ] || [ -z "$drafts" ]; then
    say "no zones.txt, no slots.jsonl, no tallies.jsonl or no drafts.jsonl under $out"
    exit 1
fi
find "$out" -name '*.pdf' | sort >"$work/documents"
if [ ! -s "$work/documents" ]; then
    say "no document under $out"
    exit 1
fi
tr '\n' '\0' <"$work/documents" | xargs -0 "$cache/venv/bin/python" "$here/document.py" || failed=1
"$cache/venv/bin/python" "$here/vtimezone.py" "$(dirname "$zones")" || failed=1
"$cache/venv/bin/python" "$here/slots.py" "$slots" || failed=1
"$cache/venv/bin/python" "$here/tally.py" "$tallies" "$(dirname "$tallies")/votes" || failed=1
"$cache/venv/bin/python" "$here/drafts.py" "$drafts" || failed=1
exit "$failed"
