#!/bin/sh
# Precision, recall and F1 of the extractor on hand-made gold: corpus/, and gold beside the
# repository where there is any.   usage: eval.sh JACCUSE SCORER
set -u
jaccuse=$1 scorer=$2
[ -f "$scorer" ] || { echo "eval: the scorer is not there ($scorer): nothing was measured"; exit 0; }
beside=$(dirname "$scorer")
score() {
	echo "== $1"
	shift
	gold=$1
	shift
	"$jaccuse" extract -q "$@" | python3 "$scorer" "$gold"
}
score corpus corpus/gold corpus/articles
for set in seeds dev; do
	if [ -d "$beside/$set" ]; then score "$set" "$beside/$set" "$beside/$set"/*.txt
	else echo "== $set: not there, not measured"; fi
done
