#!/bin/sh
# `jaccuse score` held against the scorer that came before it, a program of another make (SCORER,
# beside the repository), where that is there: table, JSON and list of errors must say the same of
# corpus/, of other gold beside the repository, and of odd articles made up at random.
set -u
cd "$(dirname "$0")/.."
bin=$(cd "$1" && pwd)
scorer=${SCORER:-../shared/gold/score.py}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export bin scorer work
python3 - <<'X'
import glob, json, os, random, re, subprocess, sys

BIN, SCORER, WORK = (os.environ[name] for name in ("bin", "scorer", "work"))
JACCUSE = os.path.join(BIN, "jaccuse")


def run(command, claims):
    with open(claims, "rb") as handle:
        done = subprocess.run(command, stdin=handle, capture_output=True, timeout=120)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def tell(good, name, *why):
    print("ok" if good else "not ok", name)
    for line in () if good else why:
        print("#", str(line)[:2000])


def label(party):
    return "-" if party is None else party["id"] or "?" + party["name"]


def listed(out):
    """Triples of principals among the errors, as the other scorer writes them."""
    return sorted(
        "{}: {:<8} {}".format(e["article"], e["kind"],
                              tuple(label(e[side]) for side in ("accuser", "accused", "denier")))
        for e in out["errors"] if (e["level"], e["part"]) == ("principal", "triples"))


def compare(name, claims, *gold):
    if not os.path.isfile(SCORER):
        print(f"# {SCORER} is not there: {name} was not compared")
        return
    status, table, said = run([JACCUSE, "score", *gold], claims)
    _, json_text, _ = run([JACCUSE, "score", "--json", "--errors", *gold], claims)
    _, want, _ = run(["python3", SCORER, *gold], claims)
    _, want_json, want_errors = run(["python3", SCORER, "--json", "--errors", *gold], claims)
    tell(status == 0 and table == want, f"the same counts: {name}", table, want, said)
    out = json.loads(json_text)
    figures = {key: {k: out[key][k] for k in ("p", "r", "f1")} for key in out if "." in key}
    tell(figures == json.loads(want_json), f"the same figures: {name}", json_text, want_json)
    tell(listed(out) == sorted(want_errors.splitlines()), f"the same errors: {name}",
         *sorted(set(listed(out)) ^ set(want_errors.splitlines()))[:20])


def perfect(name, *gold):
    """Gold is right by its own measure."""
    claims = os.path.join(WORK, "gold.jsonl")
    with open(claims, "w", encoding="utf-8") as handle:
        for folder in gold:
            for path in sorted(glob.glob(os.path.join(folder, "*.json"))):
                record = json.load(open(path, encoding="utf-8"))
                handle.write(json.dumps(record, ensure_ascii=False) + "\n")
    _, text, said = run([JACCUSE, "score", "--json", "--errors", *gold], claims)
    out = json.loads(text or "{}")
    rows = [row for key, row in out.items() if "." in key]
    tell(len(rows) == 6 and out["errors"] == [] and all(r["f1"] == 1 and r["hit"] for r in rows),
         f"gold is right by itself: {name}", text, said)
    compare(name + ", gold by itself", claims, *gold)


NAMES = """China;The Chinese government;Pékin;PEKIN;pe\u0301kin;l'État;l’Etat;L' État;état;etat;le l'état
the the firm;The Firm;firm;a an the firm;de la Firme;la firme;de l'A;A;The;M. Dupont;Dupont;Mme Dupont
Mr;Bjørn;Bjorn;Straße;STRASSE;ß;Œuvre;oeuvre;œUVRE;ﬁrm;ＦＩＲＭ;U.S.;US;U S;us;d'Arc;D’Arc;Arc;arc's;'arc
O'Neill;O’Neill;ONeill;O Neill;co\u00adop;co op;zero\u200bwidth;zero width;a_b;_;²;2;½;Ⅳ;iv;Αθήνα;ΑΘΗΝΑ
İstanbul;istanbul;ΐ;ᾳ;αι;한국;中国;हिन्दी;हनद;ไทย;x\u0345;xι;-;?;...;«»;des des;un une;de laos;l;les les l""".replace(
    "\n", ";").split(";")
ACTS = ["accuse"] * 5 + ["deny"] * 4 + ["decline"]


def pick(rng, things, most, least=0):
    return [rng.choice(things) for _ in range(rng.randint(least, most))] if things else []


def actors(rng):
    ids = [f"{rng.choice('abcdé-?')}{i}" for i in range(rng.choice([0, 1, 2, 3, 4, 6, 9]))]
    out = []
    for one in ids:
        actor = {"id": one, "name": rng.choice(NAMES), "kind": "state"}
        if rng.random() < 0.8:
            actor["aliases"] = pick(rng, NAMES, 3)
        if rng.random() < 0.7:
            actor["of"] = rng.choice([None, "nobody-here", "", *ids, *ids])
        out.append(actor)
    return ids, out


def claims(rng, ids):
    out = []
    for i in range(rng.choice([0, 1, 2, 3, 5, 8, 12])):
        claim = {"id": f"c{i}", "act": rng.choice(ACTS)}
        if rng.random() < 0.8:
            claim["by"] = pick(rng, ids, 2)
        if claim["act"] == "accuse" and rng.random() < 0.9:
            claim["against"] = pick(rng, ids, 2)
        if claim["act"] == "deny":
            claim["answers"] = pick(rng, [f"c{k}" for k in range(13)], 4)
        if rng.random() < 0.4:
            claim["optional"] = rng.choice([True, False, None])
        out.append(claim)
    return out


def article(rng, name):
    ids, who = actors(rng)
    out = {"article": {"id": name, "lang": rng.choice(["en", "fr"])}}
    if who or rng.random() < 0.5:
        out["actors"], out["claims"] = who, claims(rng, ids)
    return out


def like(rng, gold):
    """Claims as an extractor might make them: those of gold, with some of it changed."""
    other = json.loads(json.dumps(gold))
    mine = article(rng, "x")
    for key in ("actors", "claims"):
        if key in other and rng.random() < 0.3:
            rng.shuffle(other[key])
    for claim in other.get("claims", []):
        if rng.random() < 0.2:
            claim["by"] = []
        if rng.random() < 0.2:
            claim["optional"] = rng.random() < 0.5
    for actor in other.get("actors", []):
        if rng.random() < 0.2:
            actor["name"] = rng.choice(NAMES)
        if rng.random() < 0.2:
            actor.pop("of", None)
    return mine if rng.random() < 0.3 else other


def odd(seed):
    rng = random.Random(seed)
    folder = os.path.join(WORK, f"odd-{seed}")
    os.mkdir(folder)
    lines = []
    for i in range(300):
        key = f"n{rng.randrange(250)}.{rng.choice(['', 'fr'])}"
        gold = article(rng, rng.choice(["", "/a/b.txt/", "https://x.example/"]) + key
                       + rng.choice(["", ".txt", ".html", ".htm", ".xml", ".json", ".jsonl"]))
        with open(os.path.join(folder, f"{i:03}.json"), "w", encoding="utf-8") as handle:
            json.dump(gold, handle, ensure_ascii=rng.random() < 0.5, indent=1)
        for _ in range(rng.choice([0, 1, 1, 1, 2])):
            record = like(rng, gold)
            record["article"]["id"] = key + rng.choice(["", ".txt", ".xml"])
            lines.append(json.dumps(record, ensure_ascii=False))
    lines += [json.dumps(article(rng, "without gold")), "", "   "]
    rng.shuffle(lines)
    path = os.path.join(WORK, "odd.jsonl")
    with open(path, "w", encoding="utf-8") as handle:
        handle.write("\n".join(lines) + "\n")
    compare(f"odd articles {seed}", path, folder)


def extracted(name, gold, *articles):
    claims = os.path.join(WORK, "claims.jsonl")
    with open(claims, "wb") as handle:
        subprocess.run([JACCUSE, "extract", "-q", *articles], stdout=handle, timeout=600)
    compare(name, claims, gold)


extracted("corpus", "corpus/gold", "corpus/articles")
perfect("corpus", "corpus/gold")
beside = os.path.dirname(SCORER)
for name in ("seeds", "dev"):
    folder = os.path.join(beside, name)
    if os.path.isdir(folder):
        extracted(name, folder, *sorted(glob.glob(os.path.join(folder, "*.txt"))))
        perfect(name, folder)
    else:
        print(f"# {folder} is not there: it was not compared")
for seed in range(8):
    odd(seed)
X
