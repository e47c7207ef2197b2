#!/bin/sh
# Case files whose writers die or meet.   usage: kill.sh BIN [ROUNDS]
# ROUNDS times `add` is killed at a random moment: the file must be sound each time, and in the end,
# when all was added once more, give the network that an undisturbed run gives.
set -u
jaccuse=$(cd "$1" && pwd)/jaccuse
rounds=${2:-20}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

ok() { echo "ok $1"; }
fail() { echo "not ok $1"; }
# is NAME COMMAND...: whether the command succeeds
is() { name=$1; shift; if "$@"; then ok "$name"; else fail "$name"; fi; }

python3 - <<'X' >all.jsonl
import json, random
random.seed(5)
words = "minister company bribe contract port police report union river fund army border vote fraud".split()
for k in range(3000):
    ids = [f"actor-{i}" for i in random.sample(range(400), 4)]
    actors = [{"id": i, "name": i.replace("-", " ").title(), "aliases": [], "kind": "company", "of": None, "mentions": []} for i in ids]
    claims = []
    for c in range(4):
        by, against = random.sample(ids, 2)
        text = " ".join(random.choices(words, k=15))
        claims.append({"id": f"c{c + 1}", "act": "accuse", "by": [by], "against": [against], "via": [], "cue": [c * 200, c * 200 + 3],
                       "charge": None, "evidence": {"text": text, "at": [c * 200, c * 200 + len(text)]}, "certainty": "asserted", "confidence": 0.9})
    print(json.dumps({"jaccuse": 1, "article": {"id": f"a{k}", "lang": "en", "date": "2024-01-01", "fingerprint": f"{k:032x}"}, "actors": actors, "claims": claims}))
X
"$jaccuse" add -q whole.db all.jsonl >/dev/null
"$jaccuse" export -q whole.db -o whole.csv

sound() { [ "$(python3 -c 'import sqlite3, sys
print(sqlite3.connect(sys.argv[1], timeout=60).execute("PRAGMA integrity_check").fetchone()[0])' "$1")" = ok ]; }

broken=0 died=0
for i in $(seq "$rounds"); do
	"$jaccuse" add -q killed.db all.jsonl >/dev/null 2>&1 &
	writer=$!
	sleep "$(awk -v seed="$i" 'BEGIN { srand(seed); printf "%.3f", rand() * 0.5 }')"
	alive=0
	kill -9 "$writer" 2>/dev/null && alive=1
	died=$((died + alive))
	wait "$writer" 2>/dev/null
	[ ! -e killed.db ] || sound killed.db || broken=$((broken + 1))
	[ "$alive" -eq 1 ] || rm -f killed.db* # it was done: begin anew
done
echo "# $died of $rounds writers died at work"
is "a killed writer breaks nothing" [ "$broken" -eq 0 ]
is "writers were killed at work" [ "$died" -gt 0 ]
"$jaccuse" add -q killed.db all.jsonl >/dev/null
"$jaccuse" export -q killed.db -o killed.csv
is "and what it did not add can be added" cmp -s whole.csv killed.csv

head -1500 all.jsonl >first.jsonl
tail -1500 all.jsonl >second.jsonl
"$jaccuse" add -q both.db first.jsonl >/dev/null &
one=$!
"$jaccuse" add -q both.db second.jsonl >/dev/null &
two=$!
is "the first of two writers is served" wait "$one"
is "the second of two writers is served" wait "$two"
is "the file of two writers is sound" sound both.db
"$jaccuse" export -q both.db -o both.csv
is "and holds what both wrote" cmp -s whole.csv both.csv
