"""A made network as claims, and its measures as other programs compute them.

usage: measures.py made > CLAIMS
       measures.py check CLAIMS RANKS.json NETWORK.json    prints "ok" or "not ok" for each measure
"""
import json
import random
import sys

ACTORS, PAIRS = 300, 900
TOLERANCE = 2e-5  # of what is written with six digits


def made():
    dice = random.Random(3)
    weights = {}
    while len(weights) < PAIRS:
        source, target = dice.randrange(ACTORS), int(dice.random() ** 2 * ACTORS)
        if source != target:
            weights[source, target] = dice.choice([1, 1, 1, 2, 3, 5])
    for (source, target), weight in weights.items():
        for story in range(weight):
            actors = [{"id": f"actor-{i:03}", "name": f"Actor Number {i}", "aliases": [], "kind": "company", "of": None, "mentions": []}
                      for i in (source, target)]
            claim = {"id": "c1", "act": "accuse", "by": [actors[0]["id"]], "against": [actors[1]["id"]], "via": [], "cue": [0, 1],
                     "charge": None, "evidence": {"text": "A accuses B.", "at": [0, 12]}, "certainty": "asserted", "confidence": 0.9}
            print(json.dumps({"jaccuse": 1, "article": {"id": f"{source}-{target}-{story}", "lang": "en", "date": "2024-01-01"},
                              "actors": actors, "claims": [claim]}))


def read_weights(path):
    weights = {}
    for line in open(path, encoding="utf-8"):
        claim = json.loads(line)["claims"][0]
        pair = claim["by"][0], claim["against"][0]
        weights[pair] = weights.get(pair, 0) + 1
    return weights


def hits(weights, nodes):
    """By the definition, from equal scores; networkx's are scaled otherwise and not as exact."""
    hubs = dict.fromkeys(nodes, 1.0)
    for _ in range(3000):
        authorities = dict.fromkeys(nodes, 0.0)
        for (a, b), w in weights.items():
            authorities[b] += w * hubs[a]
        hubs = dict.fromkeys(nodes, 0.0)
        for (a, b), w in weights.items():
            hubs[a] += w * authorities[b]
        largest = max(hubs.values())
        hubs = {n: h / largest for n, h in hubs.items()}
    largest = max(authorities.values())
    return hubs, {n: a / largest for n, a in authorities.items()}


def expected(weights):
    import igraph
    import networkx as nx

    graph = nx.DiGraph()
    for (a, b), w in weights.items():
        graph.add_edge(a, b, weight=w, length=1 / w)
    nodes = sorted(graph)
    either = nx.Graph()
    for (a, b), w in weights.items():
        either.add_edge(a, b, length=min(1 / w, either.get_edge_data(a, b, {"length": 9})["length"]))
    number = {n: i for i, n in enumerate(nodes)}
    other = igraph.Graph(n=len(nodes), edges=[(number[a], number[b]) for a, b in weights], directed=True)
    lengths = [1 / w for w in weights.values()]
    pairs = (len(nodes) - 1) * (len(nodes) - 2)
    hubs, authorities = hits(weights, nodes)
    pagerank = other.pagerank(weights=list(weights.values()))
    betweenness = other.betweenness(weights=lengths)
    return nodes, {
        "in_strength, networkx": dict(graph.in_degree(weight="weight")),
        "out_strength, networkx": dict(graph.out_degree(weight="weight")),
        "pagerank, networkx": nx.pagerank(graph, tol=1e-12, max_iter=1000),
        "pagerank, igraph": dict(zip(nodes, pagerank)),
        "hub": hubs,
        "authority": authorities,
        "betweenness, igraph": {n: b / pairs for n, b in zip(nodes, betweenness)},
        "harmonic, networkx": {n: h / (len(nodes) - 1) for n, h in nx.harmonic_centrality(either, distance="length").items()},
        "harmonic, igraph": dict(zip(nodes, other.harmonic_centrality(mode="all", weights=lengths))),
        "coreness, igraph": dict(zip(nodes, other.coreness(mode="all"))),
        "counter": {n: sum(graph.has_edge(m, n) for m in graph[n]) for n in nodes},
    }, {
        "component, networkx": nx.weakly_connected_components(graph),
        "strong_component, networkx": nx.strongly_connected_components(graph),
    }, nx.overall_reciprocity(graph), other.as_undirected(mode="each")


def tell(name, good, detail=""):
    print("ok" if good else "not ok", name + detail)


def check(claims, ranks, network):
    weights = read_weights(claims)
    nodes, values, groups, reciprocity, undirected = expected(weights)
    told = {actor["id"]: actor for actor in json.load(open(ranks, encoding="utf-8"))["actors"]}
    tell("as many actors", sorted(told) == nodes)
    for name, want in values.items():
        measure = name.split(",")[0]
        worst = max(abs(told[n][measure] - want[n]) / max(abs(want[n]), 1e-3) for n in nodes)
        tell(name, worst < TOLERANCE, f" (off by {worst:.1e})")
    for name, want in groups.items():
        measure = name.split(",")[0]
        sets = {}
        for node in nodes:
            sets.setdefault(told[node][measure], set()).add(node)
        same = set(map(frozenset, sets.values())) == set(map(frozenset, want))
        sizes = [len(sets[i]) for i in range(len(sets))]
        tell(name, same and sizes == sorted(sizes, reverse=True))
    # igraph's reciprocity in the mode that counts joined pairs: r / (2 - r) of the usual one
    pairs = reciprocity / (2 - reciprocity)
    tell("reciprocity, networkx", abs(json.load(open(network, encoding="utf-8"))["network"]["reciprocity"] - pairs) < TOLERANCE)
    strengths = list(weights.values())
    ours = undirected.modularity([told[n]["community"] for n in nodes], weights=strengths)
    leiden = undirected.community_leiden(objective_function="modularity", weights=strengths, n_iterations=10)
    reached = undirected.modularity(leiden.membership, weights=strengths)
    tell("communities are as good as igraph's", ours > reached - 0.02, f" (modularity {ours:.3f}, theirs {reached:.3f})")


if sys.argv[1:] == ["made"]:
    made()
else:
    check(*sys.argv[2:])
