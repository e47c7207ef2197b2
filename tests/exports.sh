#!/bin/sh
# Exports are read back by other programs than ours - networkx, python-igraph, xmllint, Graphviz's
# gvpr and dot, Python's csv - and all that they find is held against the JSON of the same network:
# of the corpus, by actor and by principal, of names that break what does not escape them, of a quarrel
# with few dates, and of one too large for the slow measures.
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
cp "$work/corpus.jsonl" "$work/principal.jsonl"
for network in corpus principal hostile dates large; do
	options=-q; [ "$network" = principal ] && options="-q --by principal --labels fr"
	for file in a.graphml a.gexf a.csv a.json a.dot a.events.csv a.events.tsv; do
		"$bin/jaccuse" export $options "$work/$network.jsonl" -o "$work/$network.$file" || echo "not ok $network.$file"
	done
	"$bin/jaccuse" export $options --dynamic "$work/$network.jsonl" -o "$work/$network.dynamic.gexf" || echo "not ok $network.dynamic.gexf"
	/usr/bin/python3 tests/exports.py check "$work" "$network" ../shared/formats
done

# What cannot be written is told, and nothing half-written is left.
cd "$work" || exit 1
mkdir out
for format in graphml gexf csv json dot events; do
	"$bin/jaccuse" export -q -f "$format" corpus.jsonl >/dev/full 2>err
	[ $? -eq 4 ] && grep -q "standard output" err && echo "ok $format: standard output is full" || echo "not ok $format: standard output is full"
	(ulimit -f 8; "$bin/jaccuse" export -q -f "$format" corpus.jsonl -o out/file 2>err)
	[ $? -eq 4 ] && grep -q "out/file.*File too large" err && [ -z "$(ls out/file* 2>/dev/null | grep -v nodes)" ] &&
		echo "ok $format: a quota of disk" || { echo "not ok $format: a quota of disk"; sed 's/^/# /' err; ls out; }
done
"$bin/jaccuse" export -q -f csv corpus.jsonl >stdout.csv && cmp stdout.csv corpus.a.csv && echo "ok edges alone on standard output" || echo "not ok edges alone on standard output"
