#!/usr/bin/env bash
# postgres.sh command…   runs it with SAIETS_TEST_POSTGRES_URL naming a PostgreSQL of its own, gone afterwards.
# Where that variable is set already, the server it names is used.
set -euo pipefail

[ -z "${SAIETS_TEST_POSTGRES_URL:-}" ] || exec "$@"

programs=$(dirname "$(command -v initdb || compgen -G '/usr/lib/postgresql/*/bin/initdb' | sort -V | tail -n 1)")
folder=$(mktemp -d)
chmod 755 "$folder"

# PostgreSQL refuses to run as root.
account=postgres
id "$account" >/dev/null 2>&1 || account=nobody
unprivileged() {
    if [ "$(id -u)" -ne 0 ]; then "$@"; else (cd / && setpriv --reuid="$account" --regid="$(id -g "$account")" --clear-groups "$@"); fi
}
[ "$(id -u)" -ne 0 ] || chown "$account" "$folder"

end() {
    unprivileged "$programs/pg_ctl" -D "$folder/data" -m immediate -w stop >/dev/null 2>&1 || true
    rm -rf "$folder"
}
trap end EXIT

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }

# Nothing here outlives the tests, so nothing waits for the disk.
unprivileged "$programs/initdb" -D "$folder/data" -U saiets -A trust -E UTF8 --no-locale --no-sync >/dev/null
for attempt in 1 2 3; do
    port=$(free_port)
    unprivileged "$programs/pg_ctl" -D "$folder/data" -w -l "$folder/log" -o "-p $port -k '$folder' -c listen_addresses=127.0.0.1 \
        -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300" start >/dev/null && break
    [ "$attempt" -lt 3 ] || { cat "$folder/log" >&2; exit 1; }
done

SAIETS_TEST_POSTGRES_URL=postgres://saiets@127.0.0.1:$port/postgres "$@"
