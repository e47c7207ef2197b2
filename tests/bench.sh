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
set -- $(measure "$bin/jaccuse" extract -q -j 1 "$work/small.jsonl"); small_memory=$2
set -- $(measure "$bin/jaccuse" extract -q -j 1 "$work/large.jsonl"); one=$1 memory=$2
set -- $(measure "$bin/jaccuse" extract -q -j 2 "$work/large.jsonl"); two=$1
set -- $(measure wc -w "$work/large.jsonl"); words=$1
set -- $(measure python3 -c 'import json,sys,re
for l in open(sys.argv[1], encoding="utf-8"): re.findall(r"\w+", json.loads(l)["text"].lower())' "$work/large.jsonl"); python=$1
echo "extract   $count articles ($(($(wc -c <"$work/large.jsonl") / 1000000)) MB): $one s, $(awk -v n="$count" -v t="$one" 'BEGIN { printf "%.0f", n / t }') articles/s;" \
	"$(ratio "$one" "$python") of the time Python takes to split the same words"
echo "          two threads: $(ratio "$one" "$two") times as fast"
echo "          peak memory $memory KiB, $(ratio "$memory" "$small_memory") of that for a tenth of the articles"

set -- $(measure "$bin/jaccuse" extract -q -j 1 --format conllu "$work/small.jsonl"); trees=$1
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
for actors in 30 300 3000; do
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
set -- $(measure "$bin/jaccuse" path -q actor-1 actor-2 "$work/case.db"); path=$1
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
echo "case file 100,000 claims: added in $add s ($ratio), read back as a network in $read s; then a path in $path s"

# a made graph of N nodes and M edges with weights, a line an edge
made_graph() {
	python3 - "$1" "$2" <<'P'
import random, sys
random.seed(11)
n, m = int(sys.argv[1]), int(sys.argv[2])
edges = {}
while len(edges) < m:
    a, b = random.randrange(n), int(random.random() ** 3 * n)
    if a != b:
        edges[a, b] = 1 + int(random.expovariate(0.7))
for (a, b), w in edges.items():
    print(a, b, w)
P
}

# the measures of such graphs, beside networkx with scipy and python-igraph; reading counts on neither side
measures() {
	made_graph 50000 300000 >"$work/large.edges"
	made_graph 10000 50000 >"$work/middle.edges"
	ours=$("$bin/tests/network/bench_measures" pagerank hits component strong_component coreness reciprocity <"$work/large.edges")
	theirs=$(/usr/bin/python3 -W ignore - "$work/large.edges" <<'P'
import sys, time
import networkx as nx
graph = nx.DiGraph()
for line in open(sys.argv[1]):
    a, b, w = line.split()
    graph.add_edge(int(a), int(b), weight=float(w))
total = 0
for name, measure in (("pagerank", nx.pagerank), ("hits", nx.hits), ("component", lambda g: list(nx.weakly_connected_components(g))),
                      ("strong_component", lambda g: list(nx.strongly_connected_components(g))), ("coreness", nx.core_number),
                      ("reciprocity", nx.overall_reciprocity)):
    start = time.perf_counter()
    measure(graph)
    total += time.perf_counter() - start
    print(name, f"{time.perf_counter() - start:.4f}")
print("sum", f"{total:.4f}")
P
)
	sum=$(echo "$ours" | sed -n 's/^sum //p') other=$(echo "$theirs" | sed -n 's/^sum //p')
	echo "measures  50,000 actors, 300,000 edges: $sum s, networkx with scipy $other s: $(ratio "$other" "$sum") times as fast"
	echo "          ours: $(echo "$ours" | tr '\n' ';')"
	echo "          networkx: $(echo "$theirs" | tr '\n' ';')"
	ours=$("$bin/tests/network/bench_measures" betweenness <"$work/middle.edges" | sed -n 's/^sum //p')
	theirs=$(/usr/bin/python3 - "$work/middle.edges" <<'P'
import sys, time
import igraph
rows = [line.split() for line in open(sys.argv[1])]
pairs, lengths = [(int(a), int(b)) for a, b, w in rows], [1 / float(w) for a, b, w in rows]
start = time.perf_counter()
igraph.Graph(n=10000, edges=pairs, directed=True).betweenness(directed=True, weights=lengths)
print(f"{time.perf_counter() - start:.4f}")
P
)
	echo "          betweenness, 10,000 actors, 50,000 edges: $ours s, python-igraph $theirs s: $(ratio "$theirs" "$ours") times as fast"
}
measures

# a made quarrel of a million claims, 50,000 actors and 300,000 edges: from claims and from a case file
large_quarrel() {
	python3 - <<'P'
import json, random
random.seed(11)
actors, wanted = 50000, 300000
words = ("the minister said that a company had paid bribes to win contract port city police court report workers union river spill funds state army "
         "border attack village hospital election votes fraud lied doping coach club player firm data leak spies embassy talks bank tax audit").split()
kinds = ["person", "company", "organisation", "government"]
pairs = set()
while len(pairs) < wanted:
    a, b = int(actors * random.random() ** 1.5), int(actors * random.random() ** 2)
    if a != b: pairs.add((a, b))
pairs = sorted(pairs)
random.shuffle(pairs)
sentences = [" ".join(random.choices(words, k=24)) for _ in range(5000)]
told = 0
for k in range(200000):
    claims, ids = [], {}
    for c in range(5):
        pair = pairs[told] if told < wanted else random.choice(pairs)
        told += 1
        for i in pair: ids.setdefault(i, len(ids))
        text, at = random.choice(sentences), c * 200
        claims.append({"id": f"c{c + 1}", "act": "accuse", "by": [f"actor-{pair[0]}"], "against": [f"actor-{pair[1]}"], "via": [],
                       "cue": [at, at + 3], "charge": {"text": text[:40], "at": [at, at + 40]}, "evidence": {"text": text, "at": [at, at + len(text)]},
                       "certainty": "asserted", "confidence": 0.9})
    rows = [{"id": f"actor-{i}", "name": f"Actor Number {i}", "aliases": [f"Number {i}"], "kind": kinds[i % 4], "of": None,
             "mentions": [[10 * j, 10 * j + 5], [10 * j + 200, 10 * j + 205]]} for i, j in ids.items()]
    url = f"https://example.org/{k}"
    print(json.dumps({"jaccuse": 1, "article": {"id": url, "lang": "en", "title": f"Title {k}", "outlet": f"Outlet {k % 50}", "url": url,
                      "date": f"20{10 + k % 14}-{k % 12 + 1:02d}-{k % 28 + 1:02d}", "path": "x", "fingerprint": f"{k:032x}"}, "actors": rows, "claims": claims}))
P
}
large() {
	large_quarrel >"$work/million.jsonl"
	set -- $(measure "$bin/jaccuse" rank -q "$work/million.jsonl"); lines=$1 lines_memory=$2
	set -- $(measure /usr/bin/python3 -W ignore - "$work/million.jsonl" <<'P'
import json, sys
import networkx as nx
graph = nx.DiGraph()
for line in open(sys.argv[1], encoding="utf-8"):
    for claim in json.loads(line)["claims"]:
        for by in claim["by"]:
            for against in claim["against"]:
                if graph.has_edge(by, against): graph[by][against]["weight"] += 1
                else: graph.add_edge(by, against, weight=1)
print(sorted(nx.pagerank(graph).items(), key=lambda rank: -rank[1])[:20])
P
	); python=$1
	echo "large     1,000,000 claims, 50,000 actors, 300,000 edges: rank from $(($(wc -c <"$work/million.jsonl") / 1000000)) MB of claims $lines s," \
		"$(ratio "$python" "$lines") times as fast as Python with networkx ($python s); $lines_memory KiB"
	"$bin/jaccuse" add -q "$work/million.db" "$work/million.jsonl" >/dev/null
	set -- $(measure "$bin/jaccuse" rank -q "$work/million.db"); rank=$1 memory=$2
	echo "          rank from a case file: $rank s, $memory KiB"
	for turn in first second; do
		set -- $(measure "$bin/jaccuse" path -q "Actor Number 77" "Actor Number 41234" "$work/million.db")
		echo "          path from a case file, for the $turn time: $1 s"
	done
}
large
