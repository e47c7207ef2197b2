"""Made quarrels for tests of pictures: claims of N actors with French and English names of all lengths,
some much accused, spokesmen who deny for others, pairs apart from the rest, claims without a date.

usage: made_quarrel.py N > claims.jsonl"""
import json
import random
import sys

GIVEN = "Anne-Sophie Jean Élodie Mohamed Priscilla Tom Oluwaseun Gwenaëlle Xi Bartholomew María-Fernanda Åsa Kim Jo".split()
FAMILY = ["Martin", "Featherstonehaugh", "de La Rochefoucauld-Montbel", "Ng", "Oyelaran-Williamson", "Dupont", "Le Guennec",
          "O’Connell", "Sánchez-Villalobos", "Wu", "Kowalczyk"]
PLACES = ["Port-Louis", "Lyon", "Westmoor", "Brève", "Aix", "Kingston upon Hull"]
STATES = ["France", "United Kingdom", "Bosnia and Herzegovina", "Côte d’Ivoire", "Chad", "New Zealand", "Russia",
          "Saint Vincent and the Grenadines"]
BODIES = [("Ministère de l’Enseignement supérieur et de la Recherche", "government"), ("Parquet national financier", "government"),
          ("European Securities and Markets Authority", "government"), ("Confédération générale du travail", "organisation"),
          ("Union of Dockworkers and Lightermen", "organisation"), ("Greenpeace", "organisation"), ("The Daily Ledger", "media"),
          ("Le Courrier de l’Escaut", "media"), ("habitants de la vallée", "group"), ("former employees", "group"),
          ("EDF", "company"), ("Compagnie générale des établissements Brancourt & Fils", "company"), ("Hartwell", "company"),
          ("Bank of the Southern Isles", "company")]


def make_actors(chance, count):
    actors, names = [], set()
    for i in range(count):
        share = chance.random()
        if share < 0.12:
            name, kind = STATES[i % len(STATES)], "state"
        elif share < 0.55:
            name, kind = f"{chance.choice(GIVEN)} {chance.choice(FAMILY)}", "person"
        else:
            name, kind = chance.choice(BODIES)
        if name in names:
            name = f"{name} {chance.choice(['of', 'de'])} {chance.choice(PLACES)} {i}"
        names.add(name)
        actors.append({"id": f"a{i}", "name": name, "aliases": [], "kind": kind, "of": None, "mentions": []})
    heads = [a for a in actors[:max(4, count // 5)] if a["kind"] in ("state", "company")]
    for actor in actors:
        if heads and actor not in heads and actor["kind"] in ("person", "government") and chance.random() < 0.35:
            actor["of"] = chance.choice(heads)["id"]
    return actors


def record(number, actors, accuser, accused, denier, date):
    """One article in which `accuser` accuses `accused`, and `denier` (or nobody, None) denies it; all are numbers."""
    told = {accuser, accused} | ({denier} if denier is not None else set())
    told |= {int(actors[i]["of"][1:]) for i in told if actors[i]["of"]}
    ids = [f"a{i}" if i is not None else None for i in (accuser, accused, denier)]
    claims = [{"id": "c1", "act": "accuse", "by": [ids[0]], "against": [ids[1]], "via": [], "cue": [0, 7], "charge": None,
               "evidence": {"text": f"{actors[accuser]['name']} accuses {actors[accused]['name']} of fraud.", "at": [0, 40]},
               "certainty": "asserted", "confidence": 0.9}]
    if denier is not None:
        claims.append({"id": "c2", "act": "deny", "by": [ids[2]], "answers": ["c1"], "via": [], "cue": [50, 56], "charge": None,
                       "evidence": {"text": "That is denied.", "at": [45, 60]}, "certainty": "asserted", "confidence": 0.8})
    return {"jaccuse": 1,
            "article": {"id": f"q{number}", "lang": "en", "title": f"Story {number}", "outlet": "The Daily Ledger",
                        "url": f"https://example.org/{number}", "date": date},
            "actors": [actors[i] for i in sorted(told)], "claims": claims,
            "triples": [{"accuser": ids[0], "accused": ids[1], "denier": ids[2], "accusation": "c1",
                         "denial": "c2" if denier is not None else None}]}


def quarrel(count, seed=11):
    chance = random.Random(seed)
    actors = make_actors(chance, count)
    core = count - 2 * max(1, count // 8)
    pairs = [(i, i + 1) for i in range(core, count - 1, 2)]
    pairs += [(chance.randrange(core), int(chance.random() ** 2.2 * core)) for _ in range(int(1.6 * core))]
    for number, (accuser, accused) in enumerate(pairs):
        if accuser == accused:
            continue
        speakers = [i for i, a in enumerate(actors) if a["of"] == f"a{accused}" and i != accuser]
        denier = None
        if chance.random() < 0.5:
            denier = chance.choice(speakers) if speakers and chance.random() < 0.6 else accused
        day = chance.randrange(168)
        date = f"2024-{1 + day // 28:02d}-{1 + day % 28:02d}" if chance.random() > 0.06 else None
        yield record(number, actors, accuser, accused, denier, date)


if __name__ == "__main__":
    for line in quarrel(int(sys.argv[1])):
        print(json.dumps(line, ensure_ascii=False))
