#!/bin/sh
# Golden runs: every folder of tests/golden/ is one run of the command. In it stand
#   args     the arguments, as the shell reads them   stdin   (optional) standard input
#   stdout   what must be printed                     stderr  what must be told
#   exit     the exit status                          out.*   (optional) files that must be written
# and whatever the run reads. With UPDATE=1 the expectations are written anew: read the diff.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
bin=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JACCUSE_DRAW=$bin/jaccuse-draw
for case in "$root"/tests/golden/*/; do
	name=$(basename "$case")
	rm -rf "$work/run"; cp -r "$case" "$work/run"; cd "$work/run" || exit 1
	rm -f stdout stderr exit out.*
	input=/dev/null; [ -f stdin ] && input=stdin
	eval "\"$bin/jaccuse\" $(cat args)" <"$input" >stdout 2>stderr
	echo $? >exit
	if [ "${UPDATE:-}" = 1 ]; then
		for file in stdout stderr exit out.*; do [ -e "$file" ] && cp "$file" "$case$file"; done
	fi
	verdict=ok
	for file in stdout stderr exit $(cd "$case" && ls out.* 2>/dev/null); do
		diff -u "$case$file" "$file" >"$work/diff" 2>&1 || { verdict="not ok"; sed 's/^/# /' "$work/diff" | head -40; }
	done
	echo "$verdict $name"
done
