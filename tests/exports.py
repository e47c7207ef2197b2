"""Reads exports back: see exports.sh.  make FOLDER | check FOLDER NETWORK SCHEMAS"""
import csv
import io
import json
import math
import os
import re
import subprocess
import sys
import warnings

import igraph
import networkx

warnings.simplefilter("ignore")
csv.field_size_limit(10**8)

NAMES = ["<&\"'\\", "</script><script>alert(1)</script>", "bell \x01\x07 and \x7f del", "=CMD(\"calc\")",
         "+1", "-1", "@SUM(A1)", "\t=1", "line\nbreak\rand\ttab", "\u05d0\u05d1\u05d2 \u0627\u0644\u0639\u0631\u0628\u064a\u0629 \u202eoverride",
         "\U0001f600 \u674e\u514b\u5f3a", "W" * 10000, "]]> --> <!-- &amp; &eacute; \\N \\G \\", "a,b;c\"d\"", "'already", "FRANCE INFO",
         "\ufeffmark \ufffe\uffff", "null", " blanks ", "{curly} [square] %s %n"]


KINDS = ["person", "state", "government", "company", "media", "organisation", "group"]


def record(number, date, claims, names, outlet="O", url=None, lang="en", kinds=KINDS):
    """One article; claims: (act, by, against or answered claim, charge), by and against numbers of names."""
    actors = [{"id": f"id{i}" if i else "=id\"<&0", "name": n, "aliases": [], "of": None, "mentions": [],
               "kind": kinds[i % len(kinds)]}
              for i, n in enumerate(names)]
    out = []
    for act, by, whom, charge in claims:
        claim = {"id": f"c{len(out) + 1}", "act": act, "by": [actors[i]["id"] for i in by], "cue": [0, 2],
                 "evidence": {"text": f"They say it: {names[0]}", "at": [0, 2]}, "certainty": "alleged", "confidence": 0.75,
                 "charge": {"text": charge, "at": [0, 1]} if charge else None}
        if act == "accuse":
            claim.update({"against": [actors[i]["id"] for i in whom], "via": []})
        else:
            claim["answers"] = [f"c{i}" for i in whom]
        out.append(claim)
    return {"jaccuse": 1, "article": {"id": f"article-{number}", "lang": lang, "title": names[0], "outlet": outlet, "url": url,
                                      "date": date, "path": f"{number}.txt", "fingerprint": None},
            "actors": actors, "claims": out, "triples": []}


def make(folder):
    count = len(NAMES)
    with open(f"{folder}/hostile.jsonl", "w", encoding="utf-8") as out:
        for i in range(count):
            both = [("accuse", [i], [(i + 1) % count], NAMES[i]), ("deny", [(i + 1) % count], [1], None),
                    ("accuse", [(i + 1) % count], [i], "=fraud"), ("accuse", [], [i], "espionage")]
            date = ["2024-01-01", None, "0000-00-00", "<date>", "2024"][i % 5]
            url = ["https://example.org/?a=1&b=2", "javascript:alert(1)", None][i % 3]
            print(json.dumps(record(i, date, both, NAMES, NAMES[i], url)), file=out)
    days = ["2021-12-31", "2022-01-01", "2022-01-03", "2022-01-02T10:00:00Z", "2022-03-05", "1969-02-27", "1969-02-28", "1969-03-01"]
    with open(f"{folder}/dates.jsonl", "w", encoding="utf-8") as out:
        for number, date in enumerate(days + ["2022-03-06"]):
            print(json.dumps(record(number, date, [("accuse", [0], [1], "espionnage")], ["A", "B"], lang="fr", kinds=["company"])), file=out)
        for number, (date, pair) in enumerate([("2020-02", (2, 1)), ("2020", (2, 3)), (None, (3, 4)), ("soon", (4, 5)), ("2023-05-05", (5, 6))]):
            print(json.dumps(record(100 + number, date, [("accuse", [pair[0]], [pair[1]], "vol")], list("ABCDEFG"), kinds=["company"])), file=out)
        print(json.dumps(record(200, "2019-06-01", [("accuse", [], [6], None)], list("ABCDEFG"), kinds=["company"])), file=out)


    make_large(folder)


def make_large(folder):
    count = 5100
    with open(f"{folder}/large.jsonl", "w", encoding="utf-8") as out:
        for i in range(count):
            names = [f"Actor Number {i}", f"Actor Number {i * i % count}"]
            if names[0] == names[1]:
                continue
            article = record(i, f"2024-{i % 12 + 1:02}-{i % 28 + 1:02}", [("accuse", [0], [1], "fraud"), ("deny", [1], [1], None)], names, kinds=["company"])
            for actor, name in zip(article["actors"], names):
                actor["id"] = name.lower().replace(" ", "-")
            for claim in article["claims"]:
                claim["by"] = [article["actors"][claim["act"] == "deny"]["id"]]
                if "against" in claim:
                    claim["against"] = [article["actors"][1]["id"]]
            print(json.dumps(article), file=out)


failed = 0


def tell(name, problems):
    global failed
    print("not ok" if problems else "ok", name)
    failed += bool(problems)
    for problem in problems[:8]:
        print("#", ascii(problem))


def same(a, b):
    """Numbers to the six digits that are written; what has no value is not there, empty or null."""
    if isinstance(a, float) and math.isnan(a):
        a = None
    if a in (None, "") or b in (None, ""):
        return a in (None, "") and b in (None, "")
    if isinstance(b, (int, float)) and not isinstance(b, bool):
        return math.isclose(float(a), float(b), rel_tol=1e-5, abs_tol=1e-9)
    return str(a) == str(b)


def compare(name, pairs, keys):
    """pairs: (what was read, what JSON says), both dictionaries."""
    tell(name, [f"{key}: {read.get(key)!r} is not {true.get(key)!r}" for read, true in pairs for key in keys
                if not same(read.get(key), true.get(key))])


NODE = ["label", "label_fr", "label_en", "kind", "of", "accusations_made", "accusations_received", "accusations_denied",
        "denials_made"]
EDGE = ["relation", "weight", "articles", "first_date", "last_date", "answered", "accused"]


def measures(data):
    plain = set(NODE) | {"id", "names", "unattributed", "bare_denials"}
    return [key for key in data["nodes"][0] if key not in plain] if data["nodes"] else []


def edge_keys(data, keyed):
    """JSON's edges by (source, target, relation)."""
    return {(e["source"], e["target"], e["relation"]): e for e in keyed}


def check_graph(name, data, nodes, edges):
    """nodes: attributes by id of JSON; edges: (source, target, attributes) with those ids."""
    compare(f"{name}: actors", [(nodes.get(n["id"], {}), n) for n in data["nodes"]], NODE + measures(data))
    true = edge_keys(data, data["edges"])
    found = {(s, t, a["relation"]): a for s, t, a in edges}
    tell(f"{name}: as many actors and edges", [] if len(nodes) == len(data["nodes"]) and len(edges) == len(found) == len(true)
         else [f"{len(nodes)} {len(edges)} {len(found)}, not {len(data['nodes'])} {len(true)}"])
    compare(f"{name}: edges", [(found.get(k, {}), e) for k, e in true.items()], EDGE)


def check_networkx(name, data, graph):
    ids = {node: a.get("actor", node) for node, a in graph.nodes(data=True)}
    check_graph(name, data, {ids[n]: a for n, a in graph.nodes(data=True)},
                [(ids[s], ids[t], a) for s, t, a in graph.edges(data=True)])


def check_igraph(name, data, graph):
    ids = graph.vs["actor"] if graph.vcount() else []
    check_graph(name, data, {v["actor"]: v.attributes() for v in graph.vs},
                [(ids[e.source], ids[e.target], e.attributes()) for e in graph.es])


def read_gexf(path):
    """networkx knows the namespace of GEXF 1.2 alone; what is used here is the same in 1.3."""
    text = open(path, encoding="utf-8").read()
    text = text.replace("http://gexf.net/1.3", "http://www.gexf.net/1.2draft").replace('version="1.3"', 'version="1.2"')
    return networkx.read_gexf(io.BytesIO(text.encode()))


def defused(text):
    return "'" + text if text and text[0] in "=+-@\t\r\n" else text


def read_table(path, separator=","):
    raw = open(path, encoding="utf-8", newline="").read()
    rows = list(csv.reader(io.StringIO(raw, newline=""), strict=True, delimiter=separator))
    problems = [] if raw.endswith("\r\n") and not raw.startswith("\ufeff") else ["ends or begins wrongly"]
    problems += [row for row in rows if len(row) != len(rows[0])]
    problems += [cell for row in rows[1:] for cell in row
                 if cell and cell[0] in "=+-@\t\r\n" and not re.fullmatch(r"-?[0-9.e+-]+", cell)]
    tell(f"{os.path.basename(path)}: RFC 4180, no formulas", problems)
    return [dict(zip(rows[0], row)) for row in rows[1:]]


def check_left_out(base, data):
    """The slow measures of a large network: told nowhere."""
    row = read_table(f"{base}.a.nodes.csv")[0]
    text = open(f"{base}.a.graphml", encoding="utf-8").read()
    left_out = {"betweenness", "harmonic"} - set(measures(data))
    large = len(data["nodes"]) > 5000
    tell("measures that take too long are left out", [] if len(left_out) == (2 if large else 0) and not any(
        row[name.capitalize()] or f'<data key="n_{name}">' in text for name in left_out) else [left_out])


def check_csv(base, data):
    nodes, edges = read_table(f"{base}.a.nodes.csv"), read_table(f"{base}.a.csv")
    lower = lambda row: {key.lower(): value for key, value in row.items()}
    want = lambda row: {key: defused(value) if isinstance(value, str) else value for key, value in row.items()}
    by_id = {row["Id"]: lower(row) for row in nodes}
    compare("csv: actors", [(by_id.get(defused(n["id"]), {}), want(n)) for n in data["nodes"]], NODE + measures(data))
    found = {(row["Source"], row["Target"], row["Kind"]): lower(row) | {"relation": row["Kind"]} for row in edges}
    true = {(defused(e["source"]), defused(e["target"]), e["relation"]): want(e) for e in data["edges"]}
    compare("csv: edges", [(found.get(k, {}), e) for k, e in true.items()], EDGE)
    tell("csv: as many, all directed", [] if len(edges) == len(true) == len(found) and len(nodes) == len(by_id) == len(data["nodes"])
         and all(row["Type"] == "Directed" for row in edges) else [f"{len(edges)} {len(nodes)}"])


def check_events(base, data):
    rows = read_table(f"{base}.a.events.csv")
    tell("events: tabs hold the same", [] if rows == read_table(f"{base}.a.events.tsv", "\t") else ["they differ"])
    claims = sorted((e["source"], e["target"], e["relation"] == "denies", v["article"], v["claim"], v["certainty"], v["charge"] or "",
                     v["quote"], v["url"] or "") for e in data["edges"] for v in e["evidence"])
    claims += [("", n["id"], False, v["article"], v["claim"], v["certainty"], v["charge"] or "", v["quote"], v["url"] or "")
               for n in data["nodes"] for v in n["unattributed"]]
    claims += [(n["id"], "", True, v["article"], v["claim"], v["certainty"], v["charge"] or "", v["quote"], v["url"] or "")
               for n in data["nodes"] for v in n["bare_denials"]]
    found = [(r["source"], r["target"], r["cameo"] == "016", r["article"], r["claim"], r["certainty"], r["charge"], r["quote"], r["url"])
             for r in rows]
    want = sorted(tuple(defused(x) if isinstance(x, str) else x for x in claim) for claim in claims)
    tell("events: a row a claim and pair", [] if sorted(found) == want else [x for x in set(found) ^ set(want)] or [f"{len(found)} {len(want)}"])
    tell("events: ids differ", [] if len({r["event_id"] for r in rows}) == len(rows) else ["some are the same"])
    codes = {"112": "", "1121": "crime; corruption", "1122": "human_rights", "1123": "military", "1124": "military; legal", "1125": "legal"}
    tell("events: codes of CAMEO and PLOVER", [r["cameo"] for r in rows if not (
        (r["plover_event"], r["plover_mode"], r["plover_context"]) == ("ACCUSE", "disapprove", codes.get(r["cameo"]))
        or (r["cameo"] == "016" and not r["plover_event"] and r["answered"] == ""))])
    dates = [r["date"] or "~" for r in rows]
    tell("events: by date", [] if dates == sorted(dates, key=lambda d: d.lstrip("'")) else dates)


def unescaped(text):
    """Escapes and entities of a label undone."""
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text).replace("&amp;", "&")


def squeezed(value):
    """Without white space, which labels have their own of."""
    return re.sub(r"\s+", "", value) if isinstance(value, str) else value


def read_gvpr(path, keys):
    """Nodes by name and edges, with attributes, as gvpr reads them."""
    field = lambda names: ",".join(f'"\\x01",aget($,"{name}")' for name in names)
    program = (f'N{{print("N\\x01",$.name,{field(keys)},"\\x02")}} '
               f'E{{print("E\\x01",$.tail.name,"\\x01",$.head.name,{field(EDGE)},"\\x02")}}')
    out = subprocess.run(["gvpr", program, path], capture_output=True, text=True, encoding="utf-8")
    rows = [[unescaped(f) for f in part.strip("\n").split("\x01")] for part in out.stdout.split("\x02") if part.strip()]
    nodes = {r[1]: dict(zip(keys, map(squeezed, r[2:]))) for r in rows if r[0] == "N"}
    edges = [(r[1], r[2], dict(zip(EDGE, map(squeezed, r[3:])))) for r in rows if r[0] == "E"]
    return nodes, edges, [out.stderr] if out.stderr or out.returncode else []


def check_dot(base, data):
    keys = NODE + measures(data) + ["actor"]
    nodes, edges, problems = read_gvpr(f"{base}.a.dot", keys)
    tell("dot: gvpr reads it without a word", problems)
    pairs = []
    for index, node in enumerate(data["nodes"]):
        read, true = nodes.get(f"n{index}", {}), {k: squeezed(v) for k, v in node.items()}
        drawn = read.get("label", "")
        if drawn.endswith("\u2026") and true["label"].startswith(drawn[:-1]):
            true["label"] = drawn  # cut to what a box holds
        pairs.append((read, true | {"actor": true["id"]}))
    compare("dot: actors", pairs, keys)
    place = {n["id"]: f"n{i}" for i, n in enumerate(data["nodes"])}
    found = {(s, t, a["relation"]): a for s, t, a in edges}
    compare("dot: edges", [(found.get((place[e["source"]], place[e["target"]], e["relation"]), {}), {k: squeezed(v) for k, v in e.items()})
                           for e in data["edges"]], EDGE)
    tell("dot: as many", [] if (len(nodes), len(edges)) == (len(place), len(data["edges"])) else [f"{len(nodes)} {len(edges)}"])
    reader = ["dot", "-Tcanon"] if len(nodes) < 1000 else ["nop", "-p"]  # dot lays out whatever it is asked for
    run = subprocess.run(reader + [f"{base}.a.dot"], capture_output=True)
    tell(f"dot: {reader[0]} reads it without a word", [] if run.returncode == 0 and not run.stderr else [run.stderr])


def check_schemas(base, folder, work):
    if not os.path.exists(f"{folder}/gexf-1.3/gexf.rng"):
        print(f"# {folder} is not there: schemas are not tried")
        return
    lint = lambda *words: subprocess.run(["xmllint", "--noout", "--nonet", *words], capture_output=True, text=True)
    for file in "a.gexf", "dynamic.gexf":
        run = lint("--relaxng", f"{folder}/gexf-1.3/gexf.rng", f"{base}.{file}")
        tell(f"{file}: validates", [] if run.returncode == 0 else run.stderr.splitlines())
    # The schema for GraphML with our attribute wants a small one beside it.
    schemas = f"{work}/schemas"
    os.makedirs(schemas, exist_ok=True)
    for name in "graphml.xsd", "xlink.xsd", "graphml-jaccuse.xsd":
        with open(f"{schemas}/{name}", "wb") as out:
            out.write(open(f"{folder}/{name}", "rb").read())
    with open(f"{schemas}/jaccuse-attr.xsd", "w") as out:
        out.write('<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:jaccuse:graphml">'
                  '<xs:attribute name="label" type="xs:NMTOKEN"/></xs:schema>')
    run = lint("--schema", f"{schemas}/graphml-jaccuse.xsd", f"{base}.a.graphml")
    tell("a.graphml: validates", [] if run.returncode == 0 else run.stderr.splitlines())


def check_spells(name, graph):
    """Every edge is inside of its actors' spells; no spell means always."""
    inside = lambda inner, outer: not outer or (inner and all(any(o[0] <= i[0] and i[1] <= o[1] for o in outer) for i in inner))
    of = lambda attributes: [s for s in attributes.get("spells", []) if s[0] not in (None, "None")]
    tell(f"{name}: edges within the spells of their actors",
         [f"{s} {t}" for s, t, a in graph.edges(data=True) for end in (s, t) if not inside(of(a), of(graph.nodes[end]))])
    if name != "dates":
        return
    node = {a["label"]: n for n, a in graph.nodes(data=True)}
    edge = lambda s, t: next(a for x, y, a in graph.edges(data=True) if (x, y) == (node[s], node[t]))
    want = {("A", "B"): [("1969-02-27", "1969-03-01"), ("2021-12-31", "2022-01-03"), ("2022-03-05", "2022-03-06")],
            ("C", "B"): [("2020-02-01", "2020-02-29")], ("C", "D"): [("2020-01-01", "2020-12-31")],
            ("D", "E"): [], ("E", "F"): [], ("F", "G"): [("2023-05-05", "2023-05-05")]}
    tell("spells: touching days are one", [f"{k} {of(edge(*k))}" for k, spells in want.items() if of(edge(*k)) != spells])
    actors = {"A": want["A", "B"], "B": [want["A", "B"][0], ("2020-02-01", "2020-02-29")] + want["A", "B"][1:], "C": [("2020-01-01", "2020-12-31")],
              "D": [], "E": [], "F": [], "G": [("2019-06-01", "2019-06-01"), ("2023-05-05", "2023-05-05")]}
    tell("spells: of actors", [f"{k} {of(graph.nodes[node[k]])}" for k, spells in actors.items() if of(graph.nodes[node[k]]) != spells])


def check_weights(path, data):
    """The dynamic weight of an edge: its stories, spell by spell, as far as they are dated."""
    text = open(path, encoding="utf-8").read()
    found = [[float(v) for v in re.findall(r'<attvalue for="weight" value="([^"]*)"', edge)] for edge in text.split("<edge ")[1:]]
    dated = lambda e: all(re.match(r"\d{4}", v["date"] or "") and v["date"] > "0001" for v in e["evidence"])
    tell("dynamic: weights of the spells", [f"{w} {e['weight']}" for w, e in zip(found, data["edges"])
                                            if not w or max(w) > e["weight"] or (dated(e) and sum(w) < e["weight"])])


def check_clean(base):
    """No controls but tab and line ends, no byte that is no UTF-8, in any file."""
    folder, name = os.path.split(base)
    for file in sorted(os.listdir(folder)):
        if file.startswith(name + ".") and not file.endswith(".jsonl"):
            text = open(f"{folder}/{file}", "rb").read().decode("utf-8")
            tell(f"{file}: no controls", re.findall("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]", text))


def check_types(graph):
    """Colours, sizes and places are what Gephi takes: whole numbers and others; hidden actors have no place."""
    placed = sum("x" in a and "y" in a for n, a in graph.nodes(data=True))
    fits = lambda a: (all(isinstance(a[k], int) and 0 <= a[k] < 256 for k in "rgb") and isinstance(a["accusations_made"], int)
                      and isinstance(a["pagerank"], float) and 10 <= a["size"] <= 20 and isinstance(a.get("x", 0.0), float))
    tell("networkx, GraphML: types, places, sizes, colours", [f"{n} {a}" for n, a in graph.nodes(data=True) if not fits(a)]
         + ([] if 0.9 * min(len(graph), 120) <= placed <= 120 else [f"{placed} placed"]))
    colours = {(a["relation"], a["r"], a["g"], a["b"]) for s, t, a in graph.edges(data=True)}
    tell("networkx, GraphML: a colour a relation", [] if len(colours) == len({c[0] for c in colours}) else [colours])


def check(work, network, schemas):
    base = f"{work}/{network}"
    data = json.load(open(f"{base}.a.json", encoding="utf-8"))
    print(f"# {network}: {len(data['nodes'])} actors, {len(data['edges'])} edges")
    check_networkx("networkx, JSON", data, networkx.node_link_graph(data, link="edges"))
    graph = networkx.read_graphml(f"{base}.a.graphml")
    check_networkx("networkx, GraphML", data, graph)
    check_types(graph)
    check_igraph("igraph, GraphML", data, igraph.Graph.Read_GraphML(f"{base}.a.graphml"))
    check_networkx("networkx, GEXF", data, read_gexf(f"{base}.a.gexf"))
    dynamic = read_gexf(f"{base}.dynamic.gexf")
    tell("networkx, dynamic GEXF: as many", [] if (len(dynamic), dynamic.number_of_edges()) == (len(data["nodes"]), len(data["edges"]))
         else [f"{len(dynamic)} {dynamic.number_of_edges()}"])
    check_spells(network, dynamic)
    check_weights(f"{base}.dynamic.gexf", data)
    check_csv(base, data)
    check_left_out(base, data)
    check_events(base, data)
    check_dot(base, data)
    check_clean(base)
    check_schemas(base, schemas, work)




if __name__ == "__main__":
    if sys.argv[1] == "make":
        make(sys.argv[2])
    else:
        check(*sys.argv[2:5])
