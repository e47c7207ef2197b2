#!/bin/sh
# Pictures in Chromium and librsvg: see pictures.py.   usage: pictures.sh BIN
set -u
bin=$(cd "$1" && pwd)
export JACCUSE_DRAW=$bin/jaccuse-draw
exec python3 "$(dirname "$0")/pictures.py" "$bin/jaccuse"
