#!/usr/bin/env bash
# step.sh "what it does" "how long it takes" command…   says both, and how long it took.
source "$(dirname "$0")/common.sh"
if [ "$1" = --note ]; then say "$2"; else timed "$@"; fi
