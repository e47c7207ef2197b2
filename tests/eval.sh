#!/bin/sh
# Precision, recall and F1 of the extractor on hand-made gold: that of corpus/, and folders that hold
# gold (NAME.json) and its articles (NAME.txt), where they are there.   usage: eval.sh JACCUSE [FOLDER...]
set -u
jaccuse=$1
shift
score() {
	gold=$1
	shift
	echo "== $gold"
	"$jaccuse" extract -q "$@" | "$jaccuse" score "$gold"
}
score corpus/gold corpus/articles
for folder in "$@"; do
	if [ -d "$folder" ]; then score "$folder" "$folder"/*.txt
	else echo "== $folder: not there, not measured"; fi
done
