#!/usr/bin/python3
"""Commands on a large case file: what they print the first time, when they make its network, and the
second, when the file keeps it, is the same; after a change it is made anew.   usage: kept.py BIN"""
import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile

JACCUSE = os.path.join(os.path.abspath(sys.argv[1]), "jaccuse")
ENVIRONMENT = dict(os.environ, JACCUSE_DRAW=JACCUSE + "-draw", LC_ALL="C.UTF-8")
ACTORS, ARTICLES, CLAIMS = 400, 2100, 10  # more than 20,000 claims: smaller networks are not kept

# On the left of the inputs; FILE is what is written.
COMMANDS = [
    ["path", "actor-1", "actor-77"],
    ["path", "-k", "9", "--directed", "Number 1", "actor-77"],
    ["path", "--json", "--all", "--via", "denies", "actor-1", "actor-77"],
    ["path", "--avoid", "actor-3", "--max-steps", "2", "actor-1", "actor-77"],
    ["path", "-k", "3", "-o", "FILE.dot", "actor-1", "actor-77"],
    ["path", "actor-1", "Nobody"],
    ["show", "actor-5"],
    ["show", "--json", "actor-6"],
    ["rank", "--measure", "pagerank,outlets,delay"],
    ["rank", "--json", "--every", "year", "--measure", "in_strength"],
]


def article(number):
    """Its accusations, some of them denied by the accused."""
    numbers = random.sample(range(ACTORS), 6)
    actors = [{"id": f"actor-{i}", "name": f"Actor Number {i}", "aliases": [f"Number {i}"], "kind": "company",
               "of": None, "mentions": [[0, 5]]} for i in numbers]
    claims = []
    for i in range(CLAIMS):
        denies = i % 4 == 3
        by, against = random.sample(numbers, 2)
        text, at = f"Sentence {number} <{i}> of {random.random()}.", i * 100
        claim = {"id": f"c{i + 1}", "act": "deny" if denies else "accuse", "by": [f"actor-{by}"], "cue": [at, at + 3],
                 "charge": None, "evidence": {"text": text, "at": [at, at + len(text)]}, "certainty": "alleged",
                 "confidence": 0.9}
        if denies:
            claim.update(by=claims[-1]["against"], answers=[claims[-1]["id"]])
        else:
            claim.update(against=[f"actor-{against}"], via=[])
        claims.append(claim)
    return {"jaccuse": 1, "article": {"id": f"a{number}", "lang": "en", "title": "T", "outlet": f"O{number % 9}",
                                      "url": f"https://example.org/{number}", "date": f"20{number % 20:02}-05-01",
                                      "fingerprint": f"{number // 2:032x}"}, "actors": actors, "claims": claims}


def run(*arguments):
    done = subprocess.run([JACCUSE, *arguments], capture_output=True, env=ENVIRONMENT)
    return done.returncode, done.stdout, done.stderr


def answer(case, command):
    """All that it says and writes."""
    target = os.path.join(os.path.dirname(case), "out.dot")
    said = run(*[word.replace("FILE.dot", target) for word in command], case)
    written = open(target, "rb").read() if "FILE.dot" in command else b""
    return said, written


def ask(case, sql):
    file = sqlite3.connect(case)
    rows = file.execute(sql).fetchall()
    file.commit()
    file.close()
    return rows


def kept(case):
    return ask(case, "SELECT count(*) FROM kept_networks JOIN changes ON changes.count = kept_networks.changes")[0][0]


def check(name, true):
    print("ok" if true else "not ok", name)


def main():
    random.seed(3)
    with tempfile.TemporaryDirectory() as folder:
        case, claims = os.path.join(folder, "case.db"), os.path.join(folder, "claims.jsonl")
        with open(claims, "w") as out:
            for number in range(ARTICLES):
                print(json.dumps(article(number)), file=out)
        run("add", "-q", case, claims)
        check("nothing is kept before somebody reads", kept(case) == 0)
        for command in COMMANDS:
            ask(case, "DELETE FROM kept_networks")
            first = answer(case, command)
            there = kept(case)
            check(" ".join(command), there == 1 and first == answer(case, command) and first[0][0] in (0, 1))
        run("judge", case, "1", "wrong")
        check("a verdict makes it void", kept(case) == 0)
        before = answer(case, COMMANDS[0])
        check("it is made anew", kept(case) == 1 and before == answer(case, COMMANDS[0]))
        ask(case, "UPDATE kept_networks SET network = substr(network, 1, length(network) / 2)")
        check("a damaged one is not used", before == answer(case, COMMANDS[0]))
        small = os.path.join(folder, "small.db")
        with open(claims) as lines, open(claims + ".1", "w") as out:
            out.write(lines.readline())
        run("add", "-q", small, claims + ".1")
        run("rank", small)
        check("a small file is left alone", kept(small) == 0)


main()
