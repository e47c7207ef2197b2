#!/bin/sh
# Paths between actors, held against networkx.
cd "$(dirname "$0")/.." || exit 1
/usr/bin/python3 tests/paths.py "$1/jaccuse"
