#!/bin/sh
# Scores tagger, lemmatiser, parser and segmentation on treebanks, and on the sentences of our own
# that no model was trained on.   usage: parse-eval.sh JACCUSE TREEBANKS
set -eu
cd "$(dirname "$0")/.."
jaccuse=$1 treebanks=$2
[ -d "$treebanks" ] || { echo "parse-eval: no treebanks in $treebanks: nothing was measured"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
set --
for language in en fr; do
	for name in test test-pud test-gum; do
		packed=$treebanks/$language/$name.conllu.xz
		[ -f "$packed" ] || continue
		xz -dc "$packed" >"$work/$language-$name.conllu"
		set -- "$@" "$language $name:$language:$work/$language-$name.conllu"
	done
	set -- "$@" "$language press:$language:tests/language/press-$language.conllu"
done
python3 tests/parse_eval.py "$jaccuse" "$@"
