#!/bin/sh
# Speed and memory, as ratios against something on the same machine.   usage: bench.sh BIN
set -eu
bin=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export JACCUSE_DRAW=$bin/jaccuse-draw

# seconds and peak KiB of a command: "1.23 45678"
measure() { /usr/bin/time -f '%e %M' -o "$work/time" "$@" >"$work/out" 2>"$work/err" || cat "$work/err"; cat "$work/time"; }
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.2f", (b > 0 ? a / b : 0) }'; }

# corpus/ as JSON Lines, N times over
repeat() {
	python3 - "$1" <<'X'
import glob, json, sys
texts = [open(f, encoding="utf-8").read() for f in sorted(glob.glob("corpus/articles/*.txt"))]
lines = [json.dumps({"text": t}, ensure_ascii=False) for t in texts]
for n in range(int(sys.argv[1])):
    for line in lines:
        print(line)
X
}
repeat 100 >"$work/small.jsonl"
repeat 1000 >"$work/large.jsonl"
count=$(wc -l <"$work/large.jsonl")
set -- $(measure "$bin/jaccuse" extract -q "$work/small.jsonl"); small_memory=$2
set -- $(measure "$bin/jaccuse" extract -q "$work/large.jsonl"); one=$1 memory=$2
set -- $(measure "$bin/jaccuse" extract -q -j 2 "$work/large.jsonl"); two=$1
set -- $(measure wc -w "$work/large.jsonl"); words=$1
set -- $(measure python3 -c 'import json,sys,re
for l in open(sys.argv[1], encoding="utf-8"): re.findall(r"\w+", json.loads(l)["text"].lower())' "$work/large.jsonl"); python=$1
echo "extract   $count articles ($(($(wc -c <"$work/large.jsonl") / 1000000)) MB): $one s, $(awk -v n="$count" -v t="$one" 'BEGIN { printf "%.0f", n / t }') articles/s;" \
	"$(ratio "$one" "$python") of the time Python takes to split the same words"
echo "          two threads: $(ratio "$one" "$two") times as fast"
echo "          peak memory $memory KiB, $(ratio "$memory" "$small_memory") of that for a tenth of the articles"

set -- $(measure "$bin/jaccuse" extract -q --format conllu "$work/small.jsonl"); trees=$1
words=$(grep -c '^[0-9]*	' "$work/out")
set -- $(measure python3 -c 'import json,sys,re
for l in open(sys.argv[1], encoding="utf-8"): re.findall(r"\w+", json.loads(l)["text"].lower())' "$work/small.jsonl"); python=$1
echo "trees     $words words: $trees s, $(awk -v n="$words" -v t="$trees" 'BEGIN { printf "%.0f", n / t }') words/s on one thread;" \
	"$(ratio "$trees" "$python") times the time Python takes to split them"

for language in en fr; do
	echo "          $language, tags, lemmas and trees alone: $("$bin/tests/language/bench_parse" $language "tests/language/press-$language.conllu")"
done

# a made quarrel of N actors, 2 N accusations
quarrel() {
	python3 - "$1" <<'X'
import json, random, sys
random.seed(7)
n = int(sys.argv[1])
actors = [{"id": f"actor-{i}", "name": f"Actor Number {i}", "aliases": [], "kind": "company", "of": None, "mentions": []} for i in range(n)]
for k in range(2 * n):
    a, b = random.randrange(n), int(random.random() ** 2 * n)
    if a == b: continue
    print(json.dumps({"jaccuse": 1, "article": {"id": f"q{k}", "lang": "en", "date": "2024-01-01"}, "actors": [actors[a], actors[b]],
        "claims": [{"id": "c1", "act": "accuse", "by": [actors[a]["id"]], "against": [actors[b]["id"]], "via": [], "cue": [0, 1],
                    "charge": None, "evidence": {"text": "A accuses B.", "at": [0, 12]}, "certainty": "asserted", "confidence": 0.9}]}))
X
}
for actors in 30 100 300; do
	quarrel "$actors" >"$work/quarrel.jsonl"
	set -- $(measure "$bin/jaccuse" map -q --max-nodes "$actors" "$work/quarrel.jsonl" -o "$work/map.svg"); map=$1
	"$bin/jaccuse" export -q "$work/quarrel.jsonl" -o "$work/map.dot"
	set -- $(measure sfdp -Tsvg -Goverlap=prism -Gsplines=line "$work/map.dot"); plain=$1
	echo "map       $actors actors: $map s from claims to SVG, $(ratio "$map" "$plain") of the time of sfdp alone"
done
quarrel 20000 >"$work/quarrel.jsonl"
set -- $(measure "$bin/jaccuse" rank -q "$work/quarrel.jsonl"); rank=$1 memory=$2
set -- $(measure /usr/bin/python3 -c 'import json, sys, igraph
pairs = [(c["by"][0], c["against"][0]) for l in open(sys.argv[1]) for c in json.loads(l)["claims"]]
igraph.Graph.TupleList(pairs, directed=True).pagerank()' "$work/quarrel.jsonl"); python=$1
echo "rank      20,000 actors, 40,000 claims: $rank s, $(ratio "$rank" "$python") of the time of Python with igraph on the same file"
for file in network.graphml network.csv network.json network.events.csv; do
	set -- $(measure "$bin/jaccuse" export -q "$work/quarrel.jsonl" -o "$work/$file"); export=$1
	echo "export    ${file#network}: $export s, $(ratio "$2" "$memory") of the memory of rank"
done
set -- $(measure /usr/bin/python3 -c 'import json, sys, networkx
graph = networkx.read_graphml(sys.argv[1])
networkx.write_graphml(graph, sys.argv[2])' "$work/network.graphml" "$work/again.graphml"); python=$1
echo "          networkx takes $python s to read the GraphML and write it again"

# a case file of 100,000 claims, beside SQLite's own shell importing the same rows
python3 - >"$work/case.jsonl" <<'X'
import json, random
random.seed(5)
words = ("the minister said that a company had paid bribes to win contract port city police court report workers union river "
         "spill funds state army border attack village hospital election votes fraud lied doping coach club player").split()
for k in range(20000):
    numbers = random.sample(range(5000), 6)
    actors = [{"id": f"actor-{i}", "name": f"Actor Number {i}", "aliases": [f"Number {i}"], "kind": "company", "of": None, "mentions": [[0, 5]]} for i in numbers]
    claims = []
    for c in range(5):
        by, against = random.sample(numbers, 2)
        text, at = " ".join(random.choices(words, k=22)), c * 200
        claims.append({"id": f"c{c + 1}", "act": "accuse", "by": [f"actor-{by}"], "against": [f"actor-{against}"], "via": [], "cue": [at, at + 3],
                       "charge": None, "evidence": {"text": text, "at": [at, at + len(text)]}, "certainty": "asserted", "confidence": 0.9})
    print(json.dumps({"jaccuse": 1, "article": {"id": f"a{k}", "lang": "en", "title": "T", "outlet": f"O{k % 50}", "url": f"https://example.org/{k}",
                      "date": "2024-01-01", "fingerprint": f"{k:032x}"}, "actors": actors, "claims": claims}))
X
set -- $(measure "$bin/jaccuse" add -q "$work/case.db" "$work/case.jsonl"); add=$1
set -- $(measure "$bin/jaccuse" rank -q "$work/case.db"); read=$1
if command -v sqlite3 >/dev/null; then
	tables="stories articles actors names claims roles answers evidence"
	{
		echo "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;"
		cat src/store/schema_1.sql
		echo "BEGIN;"
		for table in $tables; do sqlite3 "$work/case.db" ".mode insert $table" "SELECT * FROM $table"; done
		echo "INSERT INTO evidence_search (rowid, text) SELECT claim, text FROM evidence; COMMIT;"
	} >"$work/import.sql"
	set -- $(measure sqlite3 "$work/raw.db" ".read $work/import.sql"); raw=$1
	ratio="$(ratio "$add" "$raw") times the time of SQLite's shell for the rows alone"
else
	ratio="no sqlite3 shell to compare with"
fi
echo "case file 100,000 claims: added in $add s ($ratio), read back as a network in $read s"
