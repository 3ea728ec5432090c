#!/usr/bin/env bash
# The public holidays of the years people plan in, as the newest python-holidays has them.
source "$(dirname "$0")/common.sh"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check holidays
"$work/venv/bin/python" "$root/.make/public_holidays.py" "$root/server/backend/src/holidays.txt"
