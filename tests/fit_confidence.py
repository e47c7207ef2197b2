#!/usr/bin/env python3
"""Fit the weights of src/claim/confidence.tsv: logistic regression on gold.

usage: fit_confidence.py JACCUSE TABLE GOLD...

Each GOLD is a file of gold (*.json) or a folder of them, with the article (*.txt) beside it or in the
folder "articles" beside its folder; or a file of examples as in tests/spec (its name tells the
language: en.txt). What the extractor drafts is
read from `jaccuse extract --explain`; a draft is right where gold has the pair of principals, and
left out where gold calls the pair optional. Examples, which are plainer than articles, count half.
Prints how well each weighing does, by leaving out one article in five in turn, and writes TABLE anew
with the weights fitted on all; its comments and thresholds stay.
"""
import glob
import json
import math
import os
import re
import subprocess
import sys
import unicodedata

NOBODY = "-"
HARD = {"negated", "refused or taken back", "hypothetical", "still to come", "a question",
        "no verb here", "a role is empty", "of one's own side"}
SKIPPED = HARD | {"told already", "answers nothing"}
PENALTY = 1.0  # of a weight's square: what keeps rare signs small
EXAMPLE = 0.5  # what an example of the specification counts beside a draft of an article
FOLDS = 5


def fold(name):
    text = unicodedata.normalize("NFKD", name).casefold()
    text = "".join(c for c in text if not unicodedata.combining(c))
    text = re.sub(r"[^\w]+", " ", text.replace("œ", "oe")).strip()
    return re.sub(r"^((the|a|an|le|la|les|l|un|une|des|du|de la|de l|d|m|mr|mrs|ms|mme) )+", "", text)


class Gold:
    def __init__(self, path):
        with open(path, encoding="utf-8") as handle:
            record = json.load(handle)
        self.actors = {a["id"]: a for a in record["actors"]}
        self.names = {i: {fold(n) for n in [a["name"], *a.get("aliases", [])]} - {""}
                      for i, a in self.actors.items()}
        self.accusations, self.denials = {}, {}
        claims = {c["id"]: c for c in record["claims"]}
        for claim in claims.values():
            optional = bool(claim.get("optional"))
            if claim["act"] == "accuse":
                for by in claim.get("by", []) or [None]:
                    for against in claim["against"]:
                        self.add(self.accusations, by, against, optional)
            elif claim["act"] == "deny":
                for by in claim["by"]:
                    for ref in claim.get("answers", []):
                        for against in claims[ref]["against"]:
                            self.add(self.denials, by, against, optional)

    def principal(self, actor):
        seen = set()
        while actor not in seen and self.actors[actor].get("of"):
            seen.add(actor)
            actor = self.actors[actor]["of"]
        return actor

    def add(self, pairs, by, against, optional):
        key = (self.principal(by) if by else NOBODY, self.principal(against))
        pairs[key] = pairs.get(key, True) and optional


class Drafts:
    """What one article's explanation tells."""

    def __init__(self, text):
        self.actors, self.claims = {}, []
        in_actors = False
        for line in text.splitlines():
            if line == "actors":
                in_actors = True
            elif in_actors:
                match = re.match(r"  ([^,]+), \w+: (.*?)(?:; of (\S+))?$", line)
                if match:
                    self.actors[match[1]] = ([fold(n) for n in match[2].split(" | ")], match[3])
            else:
                self.take(line)

    def take(self, line):
        match = re.match(r"  (accuse|deny|decline) (.*): ([a-z' ]+)$", line)
        if match:
            self.claims.append({"act": match[1], "roles": match[2], "stop": match[3]})
            return
        match = re.match(r"    weighed as (\w+) ([0-9.]+):(.*)$", line)
        if match and self.claims:
            claim = self.claims[-1]
            claim["weighing"], claim["confidence"] = match[1], float(match[2])
            claim["signs"] = match[3].split()[::2]

    def align(self, gold):
        """Our id -> gold id, as the scorer does."""
        out = {}
        for actor, (names, _) in self.actors.items():
            best = max(((names[0] in gold.names[g]) * 2 + len(set(names) & gold.names[g]), g)
                       for g in gold.actors)
            if best[0]:
                out[actor] = best[1]
        return out

    def principal(self, actor, mapping, gold):
        if actor == NOBODY:
            return NOBODY
        seen = set()
        while actor and actor not in seen:
            seen.add(actor)
            if actor in mapping:
                return gold.principal(mapping[actor])
            actor = self.actors.get(actor, ([], None))[1]
        return "?"

    def pairs(self, claim):
        if claim["act"] == "accuse":
            by, against = claim["roles"].split(" -> ")
            return [(b, a) for b in by.split(", ") for a in against.split(", ")]
        by, _, answered = claim["roles"].partition(" of ")
        return [(b, a) for b in by.split(", ") for one in answered.split("; ") if " -> " in one
                for a in one.split(" -> ")[1].split(", ")]


def text_of(path):
    """The article that a gold file is of; None where there is none in plain text."""
    name = os.path.basename(path)[:-5] + ".txt"
    folder = os.path.dirname(path)
    for text in (os.path.join(folder, name), os.path.join(folder, "..", "articles", name)):
        if os.path.exists(text):
            return text
    return None


def read(jaccuse, path):
    paths = [path] if path.endswith(".json") else sorted(glob.glob(os.path.join(path, "*.json")))
    for path in paths:
        text = text_of(path)
        if not text:
            continue
        done = subprocess.run([jaccuse, "extract", "--explain", "-q", text], capture_output=True)
        yield path, Gold(path), Drafts(done.stdout.decode("utf-8"))


class Example:
    """An example of the specification as gold, whose actors go by the ids of the extractor."""

    def __init__(self, lines):
        self.accusations, self.denials = {}, {}
        for line in lines:
            match = re.match(r"accuse[?~]? (.*) -> (.*?)(?: via .*)?$", line)
            for by in match[1].split(", ") if match else []:
                for against in match[2].split(", "):
                    self.accusations[by, against] = False
            match = re.match(r"deny (.*) of (.*)$", line)
            for by in match[1].split(", ") if match else []:
                for one in match[2].split("; "):
                    for against in one.split(" -> ")[1].split(", ") if " -> " in one else []:
                        self.denials[by, against] = False


def read_examples(jaccuse, path):
    language = os.path.basename(path)[:2]
    examples, number = {}, None
    with open(path, encoding="utf-8") as handle:
        for line in handle:
            match = re.match(r"(\d+)!? (.*)$", line)
            if match:
                number = match[1]
                examples[number] = (match[2], [])
            elif line.startswith("    ") and number:
                examples[number][1].append(line.strip())
    articles = "".join(json.dumps({"id": n, "text": text, "lang": language}) + "\n"
                       for n, (text, _) in examples.items())
    done = subprocess.run([jaccuse, "extract", "--explain", "-q", "-l", language, "-"],
                          input=articles.encode("utf-8"), capture_output=True)
    for part in done.stdout.decode("utf-8").split("== ")[1:]:
        number, _, text = part.partition("\n")
        lines = examples[number][1]
        loose = any(line in ("no accusation",) or (line.startswith("deny") and " of " not in line)
                    for line in lines)
        yield f"{path}:{number}", Example(lines), Drafts(text), loose


def samples_of(jaccuse, folders):
    """weighing -> [(article, signs, right)]; and counts of what could be found at all."""
    samples, reach = {}, {"accusations": [0, 0], "denials": [0, 0]}
    for path in [f for f in folders if f.endswith(".txt")]:
        for name, gold, drafts, loose in read_examples(jaccuse, path):
            for claim in drafts.claims:
                if claim["act"] == "decline" or "signs" not in claim or claim["stop"] in SKIPPED:
                    continue
                known = gold.accusations if claim["act"] == "accuse" else gold.denials
                if claim["act"] == "deny" and loose:
                    continue
                for pair in drafts.pairs(claim):
                    samples.setdefault(claim["weighing"], []).append(
                        (name, frozenset(claim["signs"]), pair in known))
    for folder in [f for f in folders if not f.endswith(".txt")]:
        for path, gold, drafts in read(jaccuse, folder):
            mapping = drafts.align(gold)
            reached = {"accusations": set(), "denials": set()}
            for claim in drafts.claims:
                if claim["act"] == "decline" or "signs" not in claim:
                    continue
                kind = "accusations" if claim["act"] == "accuse" else "denials"
                known = gold.accusations if kind == "accusations" else gold.denials
                if claim["stop"] in SKIPPED:
                    continue
                for by, against in drafts.pairs(claim):
                    key = (drafts.principal(by, mapping, gold),
                           drafts.principal(against, mapping, gold))
                    reached[kind].add(key)
                    if known.get(key) is True:
                        continue
                    samples.setdefault(claim["weighing"], []).append(
                        (path, frozenset(claim["signs"]), key in known))
            for kind, known in (("accusations", gold.accusations), ("denials", gold.denials)):
                must = {k for k, optional in known.items() if not optional}
                reach[kind][0] += len(must & reached[kind])
                reach[kind][1] += len(must)
    return samples, reach


def probability(weights, signs):
    total = weights["base"] + sum(weights.get(s, 0.0) for s in signs)
    return 1 / (1 + math.exp(-max(-30, min(30, total))))


def fit(rows):
    """Gradient descent with momentum on the penalised log likelihood."""
    names = sorted({s for _, signs, _ in rows for s in signs})
    weights = {"base": 0.0, **{n: 0.0 for n in names}}
    speed = dict.fromkeys(weights, 0.0)
    rate = 4.0 / max(1, len(rows))
    for _ in range(600):
        slope = dict.fromkeys(weights, 0.0)
        for name, signs, right in rows:
            share = EXAMPLE if ".txt:" in name else 1.0
            error = share * (right - probability(weights, signs))
            slope["base"] += error
            for sign in signs:
                slope[sign] += error
        for name in weights:
            penalty = 0.0 if name == "base" else PENALTY * weights[name]
            speed[name] = 0.9 * speed[name] + rate * (slope[name] - penalty)
            weights[name] += 0.1 * speed[name] * 2
    return weights


def cross_fit(rows):
    """[(probability, right)], each by weights that have not seen its article."""
    articles = sorted({path for path, _, _ in rows})
    out = []
    for part in range(FOLDS):
        held = {a for i, a in enumerate(articles) if i % FOLDS == part}
        weights = fit([r for r in rows if r[0] not in held])
        out += [(probability(weights, signs), right) for path, signs, right in rows if path in held]
    return out


def report(weighing, rows, out):
    right = sum(r for _, _, r in rows)
    print(f"{weighing}: {len(rows)} drafts, {right} right")
    for level in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8):
        kept = [r for p, r in out if p >= level]
        print(f"  at {level:.1f}: {len(kept):4} kept, {sum(kept):4} right"
              f"  P {sum(kept) / max(1, len(kept)):.2f}  R {sum(kept) / max(1, right):.2f}")


def main():
    jaccuse, table, folders = sys.argv[1], sys.argv[2], sys.argv[3:]
    samples, reach = samples_of(jaccuse, folders)
    for kind, (reached, all_of_them) in reach.items():
        print(f"{kind}: {reached} of {all_of_them} pairs of gold are drafted")
    with open(table, encoding="utf-8") as handle:
        lines = handle.read().splitlines()
    head = [l for l in lines if l.startswith("#")]
    thresholds = [l for l in lines if "\tthreshold\t" in l]
    rows = []
    for weighing in ("frame", "content", "denial", "rebuttal"):
        found = samples.get(weighing, [])
        if not found:
            rows += [l for l in lines if l.startswith(weighing + "\t") and "\tthreshold\t" not in l]
            continue
        report(weighing, found, cross_fit(found))
        weights = fit(found)
        rows += [f"{weighing}\t{name}\t{value:.2f}" for name, value in sorted(weights.items())]
    with open(table, "w", encoding="utf-8") as handle:
        handle.write("\n".join(head + thresholds + rows) + "\n")


if __name__ == "__main__":
    main()
