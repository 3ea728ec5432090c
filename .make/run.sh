#!/usr/bin/env bash
# Demo data, then the server; the address and a way in are printed once it answers.
source "$(dirname "$0")/common.sh"
cd "$root"
saiets=$CARGO_TARGET_DIR/debug/saiets
unset "${!SAIETS_TEST_@}" SAIETS_CHROMIUM
listen=${SAIETS_LISTEN:-127.0.0.1:3000}

answers() { (exec 3<>"/dev/tcp/${listen%:*}/${listen##*:}") 2>/dev/null; }

way_in() {
    while ! answers; do
        kill -0 "$1" 2>/dev/null || return 0
        sleep 0.2
    done
    kill -0 "$1" 2>/dev/null || return 0
    printf '\n\033[1m  Saiets:            %s\n  Demo organiser:    %s\033[0m\n  (the link works once, for 15 minutes; Ctrl-C ends)\n\n' \
        "${SAIETS_BASE_URL:-http://$listen}/" "$("$saiets" signin-link --email organiser@saiets.example)"
}

timed "Loading the demo data" "10 s the first time" "$saiets" demo
way_in $$ &
exec "$saiets" serve
