#!/bin/sh
# The measures of a made network, as `rank` tells them, held against networkx and python-igraph.
set -u
cd "$(dirname "$0")/.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 tests/measures.py made >"$work/claims.jsonl"
measures=in_strength,out_strength,pagerank,hub,authority,betweenness,harmonic,coreness,component,strong_component,community,counter
if "$1/jaccuse" rank -q -n 0 --json -m "$measures" "$work/claims.jsonl" >"$work/ranks.json" &&
	"$1/jaccuse" export -q "$work/claims.jsonl" -f json -o "$work/network.json"; then
	/usr/bin/python3 tests/measures.py check "$work/claims.jsonl" "$work/ranks.json" "$work/network.json"
else
	echo "not ok the measures of a made network"
fi
