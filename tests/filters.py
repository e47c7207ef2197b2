#!/usr/bin/python3
"""Filters alone and by twos on corpus/: none crashes, each only takes away, and what is counted is
what is there.   usage: filters.py BIN"""
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
JACCUSE = os.path.join(os.path.abspath(sys.argv[1]), "jaccuse")
ENVIRONMENT = dict(os.environ, JACCUSE_DRAW=JACCUSE + "-draw")

# In the order in which they act. Those of articles also take names away that others are merged by.
OF_ARTICLES = 4
FILTERS = [
    ["--since", "2014"],
    ["--until", "2021-07-20"],
    ["--lang", "fr"],
    ["--outlet", "L'Echo d'Escouvillac,Northgate Evening Ledger"],
    ["--certainty", "alleged"],
    ["--min-confidence", "0.75"],
    ["--about", "ch"],
    ["--min-weight", "2"],
    ["--kind", "state,government,company,person"],
    ["--component", "largest"],
    ["--ego", "china"],
    ["--ego", "huawei", "--radius", "3"],
    ["--top", "8"],
    ["--top", "20", "--of", "betweenness"],
]
PRIVATE = {"--ego", "--top"}  # of which a run takes one


class Wrong(Exception):
    pass


def demand(true, what):
    if not true:
        raise Wrong(what)


def network_of(claims, *filters):
    """The network as {id: node} and {(source, target, relation): edge}; empty where nothing is left."""
    options = [word for chosen in filters for word in chosen]
    run = subprocess.run([JACCUSE, "export", "-q", "-f", "json", claims, *options], timeout=120,
                         env=ENVIRONMENT, capture_output=True, text=True)
    demand(run.returncode in (0, 1), f"{options}: status {run.returncode}: {run.stderr}")
    if run.returncode == 1:
        demand(not run.stdout and run.stderr.count("\n") == 1, f"{options}: {run.stderr}")
        demand("the filter " in run.stderr or "is called" in run.stderr or " may be " in run.stderr, run.stderr)
        return {}, {}
    demand(not run.stderr, f"{options}: {run.stderr}")
    network = json.loads(run.stdout)
    return ({node["id"]: node for node in network["nodes"]},
            {(edge["source"], edge["target"], edge["relation"]): edge for edge in network["edges"]})


def claims_of(edges):
    return {(item["article"], item["claim"]) for edge in edges for item in edge["evidence"]}


def check_counts(nodes, edges):
    """What nodes count is the claims at their edges; copies of a story make it fewer."""
    for (source, target, _), edge in edges.items():
        demand(source in nodes and target in nodes, f"an edge ends nowhere: {source} {target}")
        demand(edge.get("accused") is None or edge["accused"] in nodes, f"accused: {edge.get('accused')}")
    for name, node in nodes.items():
        demand(node["of"] is None or node["of"] in nodes, f"of: {node['of']}")
        made = claims_of(e for k, e in edges.items() if k[0] == name and k[2] == "accuses")
        unattributed = {"evidence": node["unattributed"]}
        received = claims_of([unattributed] + [e for k, e in edges.items() if k[1] == name and k[2] == "accuses"])
        for field, claims in ("accusations_made", made), ("accusations_received", received):
            demand((node[field] > 0) == bool(claims) and node[field] <= len(claims),
                   f"{name}: {field} {node[field]} of {len(claims)}")
        demand(node["accusations_denied"] <= node["accusations_received"], f"{name}: more denied than received")
        strength = sum(e["weight"] for k, e in edges.items() if k[1] == name and k[2] == "accuses")
        demand(node["in_strength"] == strength, f"{name}: in_strength {node['in_strength']}, not {strength}")


def check_less(less, more, strictly):
    """`strictly`: what stays bears the same names."""
    demand(len(less[0]) <= len(more[0]) and len(less[1]) <= len(more[1]), "it grew")
    if strictly:
        demand(less[0].keys() <= more[0].keys() and less[1].keys() <= more[1].keys(), "there is something new")
        demand(all(edge["weight"] <= more[1][key]["weight"] for key, edge in less[1].items()), "an edge grew")


def check_filter(claims, number, whole):
    alone = network_of(claims, FILTERS[number])
    check_counts(*alone)
    check_less(alone, whole, number >= OF_ARTICLES)
    demand(alone != whole, "it takes nothing away")
    for later in range(number + 1, len(FILTERS)):
        if FILTERS[later][0] == FILTERS[number][0] and FILTERS[later][0] in PRIVATE:
            continue
        both = network_of(claims, FILTERS[later], FILTERS[number])
        check_counts(*both)
        check_less(both, alone, later >= OF_ARTICLES)


def main():
    with tempfile.TemporaryDirectory() as folder:
        claims = os.path.join(folder, "claims.jsonl")
        subprocess.run([JACCUSE, "extract", "-q", os.path.join(ROOT, "corpus/articles"), "-o", claims], check=True)
        whole = network_of(claims)
        for number, chosen in enumerate(FILTERS):
            try:
                check_filter(claims, number, whole)
                print("ok", *chosen)
            except Exception as wrong:
                print("not ok", *chosen, "\n#", wrong)


main()
