#!/bin/sh
# Exports are read back by other programs than ours - networkx, python-igraph, xmllint, Graphviz's
# gvpr and dot, Python's csv - and all that they find is held against the JSON of the same network:
# of the corpus, of names that break what does not escape them, and of a quarrel with few dates.
set -u
cd "$(dirname "$0")/.."
bin=$(cd "$1" && pwd)
export JACCUSE_DRAW=$bin/jaccuse-draw
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
/usr/bin/python3 -c 'import networkx, igraph' && command -v gvpr xmllint >/dev/null || {
	echo "not ok networkx, igraph, Graphviz or xmllint is missing"; exit 1; }
"$bin/jaccuse" extract -q corpus/articles -o "$work/corpus.jsonl"
/usr/bin/python3 tests/exports.py make "$work"
for network in corpus hostile dates; do
	for file in a.graphml a.gexf a.csv a.json a.dot a.events.csv a.events.tsv; do
		"$bin/jaccuse" export -q "$work/$network.jsonl" -o "$work/$network.$file" || echo "not ok $network.$file"
	done
	"$bin/jaccuse" export -q --dynamic "$work/$network.jsonl" -o "$work/$network.dynamic.gexf" || echo "not ok $network.dynamic.gexf"
	/usr/bin/python3 tests/exports.py check "$work" "$network" ../shared/formats
done
