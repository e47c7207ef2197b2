#!/bin/sh
# Pages for people, on a terminal of a given width.
cd "$(dirname "$0")/.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 tests/terminal.py "$1/jaccuse" "$work"
