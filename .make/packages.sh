#!/usr/bin/env bash
# packages.sh chromium|postgresql|wrk: what the tests and the bench need from the distribution.
source "$(dirname "$0")/common.sh"

present() {
    case $1 in
    chromium) [ -x "${SAIETS_CHROMIUM:-/usr/bin/chromium}" ] ;;
    postgresql) [ -n "${SAIETS_TEST_POSTGRES_URL:-}" ] || have initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
    wrk) have wrk ;;
    esac
}

# A server of the distribution's own would start with the package; the tests start theirs.
install() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update
    as_root env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get -q install -y --no-install-recommends "$@"
}

packages=()
for each; do present "$each" || packages+=("$each"); done
[ ${#packages[@]} -gt 0 ] || exit 0
have apt-get && can_be_root || stop "the tests need ${packages[*]}, and installing it takes an administrator" \
    "sudo apt-get install --no-install-recommends ${packages[*]}" \
    "instead of an installed PostgreSQL: SAIETS_TEST_POSTGRES_URL=postgres://user:password@host/database" \
    "instead of /usr/bin/chromium: SAIETS_CHROMIUM=/path/to/chromium"
timed "Installing ${packages[*]} from the distribution" "1 min" install "${packages[@]}"
