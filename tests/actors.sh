#!/bin/sh
# `jaccuse actors`: what it writes, fed back by --aliases, changes nothing; edited, it decides.
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
jaccuse=$(cd "$1" && pwd)/jaccuse
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
check() { # NAME COMMAND...: ok where the command succeeds
	name=$1; shift
	if "$@" >"$work/log" 2>&1; then echo "ok $name"; else echo "not ok $name"; sed 's/^/# /' "$work/log" | head -20; fi
}
network() { "$jaccuse" export -o "$work/$1.json" "$2" --aliases "$work/$3" 2>&1 | sed 's/^.*:[0-9]*: //' >"$work/$1.told"; }
table() { "$jaccuse" actors -n 0 -o "$work/$1" --aliases "$work/$2" "$3" 2>/dev/null; }
: >"$work/none"
"$jaccuse" extract -q -o "$work/corpus.jsonl" "$root/corpus/articles"
cp "$root/tests/golden/actors/claims.jsonl" "$work/small.jsonl"
printf 'J. Smith\t!=\tjohn-smith\nHooli\t=\tmeta\nAnna Berg\tof\t-\nZentrum AG\t=\tNobody Else\n' >"$work/rows"

for claims in corpus small; do
	for given in none rows; do
		network before "$work/$claims.jsonl" "$given"
		table table "$given" "$work/$claims.jsonl"
		network after "$work/$claims.jsonl" table
		check "$claims, $given: fed back unchanged" cmp "$work/before.json" "$work/after.json"
		check "$claims, $given: tells nothing new" cmp "$work/before.told" "$work/after.told"
		table again table "$work/$claims.jsonl"
		sed -n '/^# ACTORS/,$p' "$work/table" >"$work/first"
		sed -n '/^# ACTORS/,$p' "$work/again" | grep -v '^# ROWS' >"$work/second"
		check "$claims, $given: the table again" cmp "$work/first" "$work/second"
	done
done

for claims in corpus small; do
	sort -r "$work/$claims.jsonl" >"$work/turned.jsonl"
	network before "$work/$claims.jsonl" none
	network after "$work/turned.jsonl" none
	check "$claims: the order of articles does not matter" cmp "$work/before.json" "$work/after.json"
	table table none "$work/$claims.jsonl"
	table again none "$work/turned.jsonl"
	check "$claims: nor for the table" cmp "$work/table" "$work/again"
done

table table none "$work/small.jsonl"
sed 's/^\(Hooli Inc\.\t\)=/\1!=/' "$work/table" >"$work/edited"
network edited "$work/small.jsonl" edited
check "a merge undone" grep -q '"id": "hooli-inc"' "$work/edited.json"
check "and told by nothing" cmp "$work/edited.told" /dev/null
sed 's/^# \(john-smith-2\t=\tjohn-smith\t\)/\1/' "$work/table" >"$work/edited"
network edited "$work/small.jsonl" edited
check "a near miss merged" sh -c '! grep -q "\"id\": \"john-smith-2\"" "$1"' sh "$work/edited.json"
check "and told by nothing" cmp "$work/edited.told" /dev/null
