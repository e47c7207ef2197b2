"""Holds `path` against networkx on made networks: the k shortest paths, all shortest ones, directed
ones, ones by one relation, ones round somebody, ones of few steps.

    python3 tests/paths.py JACCUSE
"""
import itertools
import json
import random
import subprocess
import sys
import tempfile
from fractions import Fraction

import networkx

JACCUSE = sys.argv[1]
ACTORS = 24


def claims(by, against, number):
    """One article in which BY accuses AGAINST; every third accusation is denied."""
    denied = number % 3 == 0
    evidence = {"text": "They did it.", "at": [0, 12]}
    record = {"jaccuse": 1,
              "article": {"id": f"a{number}", "lang": "en", "title": None, "outlet": "The Daily", "url": None,
                          "date": "2024-05-20", "path": None, "fingerprint": None},
              "actors": [{"id": f"n{n:02}", "name": f"N{n:02}", "aliases": [], "kind": "state", "of": None,
                          "mentions": []} for n in (by, against)],
              "claims": [{"id": "c1", "act": "accuse", "by": [f"n{by:02}"], "against": [f"n{against:02}"],
                          "via": [], "cue": [5, 8], "charge": None, "evidence": evidence,
                          "certainty": "asserted", "confidence": 0.9}],
              "triples": []}
    if denied:
        record["claims"].append({"id": "c2", "act": "deny", "by": [f"n{against:02}"], "answers": ["c1"],
                                 "cue": [5, 8], "evidence": evidence, "confidence": 0.9})
    return json.dumps(record)


def make(seed):
    """Lines of claims, and the edges (source, target, relation) with how many stories tell each."""
    pick = random.Random(seed)
    lines, weights = [], {}
    for number in range(90):
        by, against = pick.sample(range(ACTORS), 2)
        lines.append(claims(by, against, number))
        found = [(f"n{by:02}", f"n{against:02}", "accuses")]
        if number % 3 == 0:
            found.append((f"n{against:02}", f"n{by:02}", "denies"))
        for edge in found:
            weights[edge] = weights.get(edge, 0) + 1
    return lines, weights


def graph_of(weights, directed, via, avoid):
    graph = networkx.DiGraph() if directed else networkx.Graph()
    for (source, target, relation), weight in sorted(weights.items()):
        if via not in ("both", relation) or {source, target} & set(avoid):
            continue
        length = Fraction(1, weight)
        if not graph.has_edge(source, target) or graph[source][target]["length"] > length:
            graph.add_edge(source, target, length=length)
    return graph


def length_of(graph, path):
    return sum(graph[a][b]["length"] for a, b in zip(path, path[1:]))


def shortest(graph, start, end, most_steps):
    """Lengths and paths, the shortest first; those of equal length in no order."""
    if start not in graph or end not in graph:
        return
    if most_steps:
        paths = networkx.all_simple_paths(graph, start, end, cutoff=most_steps)
        yield from sorted((length_of(graph, path), path) for path in paths)
        return
    try:
        for path in networkx.shortest_simple_paths(graph, start, end, weight="length"):
            yield length_of(graph, path), path
    except networkx.NetworkXNoPath:
        return


def expected(graph, start, end, count, most_steps, all_shortest):
    """The first paths in the order that is promised: by length, steps, names."""
    ranked = []
    for length, path in shortest(graph, start, end, most_steps):
        if ranked and length > ranked[-1][0] and (all_shortest or len(ranked) >= count):
            break
        ranked.append((length, len(path), path))
    return [path for _, _, path in sorted(ranked)[:count]]


def asked(path, start, end, options):
    command = [JACCUSE, "path", "-q", "--json", *options, start, end, path]
    run = subprocess.run(command, capture_output=True, text=True, timeout=60)
    if run.returncode == 1:
        return []
    if run.returncode != 0:
        raise SystemExit(f"{' '.join(command)}: {run.stderr}")
    answer = json.loads(run.stdout)
    for one in answer["paths"]:
        check_steps(one)
    return answer["paths"]


def check_steps(path):
    ids = [node["id"] for node in path["nodes"]]
    for (a, b), step in zip(zip(ids, ids[1:]), path["steps"]):
        ends = (step["edge"]["source"]["id"], step["edge"]["target"]["id"])
        assert ends == ((a, b) if step["direction"] == "forward" else (b, a)), (ids, step)
        assert len(step["edge"]["evidence"]) >= step["edge"]["weight"] > 0, step["edge"]


def compare(seed):
    lines, weights = make(seed)
    pick = random.Random(seed + 1000)
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
        file.write("\n".join(lines) + "\n")
        file.flush()
        for round_number in range(10):
            start, end, third, fourth = (f"n{n:02}" for n in pick.sample(range(ACTORS), 4))
            directed, via = pick.random() < 0.4, pick.choice(["both", "both", "accuses", "denies"])
            avoid = pick.choice([[], [], [third], [third, fourth]])
            most_steps, all_shortest = pick.choice([None, None, 3, 4, 5]), pick.random() < 0.3
            count = pick.choice([1, 2, 5, 12])
            options = ["-k", str(count), "--via", via] + ["--directed"] * directed + ["--all"] * all_shortest
            options += [word for one in avoid for word in ("--avoid", one)]
            options += ["--max-steps", str(most_steps)] if most_steps else []
            graph = graph_of(weights, directed, via, avoid)
            got = asked(file.name, start, end, options)
            ids = [[node["id"] for node in one["nodes"]] for one in got]
            want = expected(graph, start, end, count, most_steps, all_shortest)
            assert ids == want, (seed, start, end, options, ids, want)
            for one, path in zip(got, ids):
                assert abs(one["length"] - float(length_of(graph, path))) < 1e-5, (seed, options, one)  # JSON has six digits


def main():
    for seed in range(8):
        try:
            compare(seed)
            print(f"ok paths as networkx finds them, network {seed}")
        except AssertionError as fault:
            print(f"not ok paths, network {seed}\n# {fault}")


main()
