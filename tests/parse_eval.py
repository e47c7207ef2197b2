"""Scores the trees of `jaccuse extract --format conllu` on gold treebanks.

    parse_eval.py JACCUSE NAME:LANG:FILE.conllu...

Sets whose name ends in "pud" are also scored in variants. Words are aligned by their place in the
text without white space, so that raw text may be cut into other tokens and sentences. All figures
are F1 in percent; LAS leaves the subtypes of relations out.
"""
import collections
import json
import subprocess
import sys
import unicodedata

RELATIONS = ["nsubj", "obj", "nsubj:pass", "obl:agent", "xcomp", "ccomp", "appos", "parataxis"]
ID, FORM, LEMMA, UPOS, HEAD, DEPREL, MISC = 0, 1, 2, 3, 6, 7, 9

Sentence = collections.namedtuple("Sentence", "start rows")  # start: "newdoc", "newpar" or ""
Word = collections.namedtuple("Word", "place row head")  # head: place of the head, None: the root
Flat = collections.namedtuple("Flat", "text words tokens sentences")


def read(text):
    sentences, start, rows = [], "", []
    for line in text.split("\n"):
        if line.startswith("# newdoc"):
            start = "newdoc"
        elif line.startswith("# newpar"):
            start = start or "newpar"
        elif line and line[0] != "#" and "." not in line.split("\t")[ID]:
            rows.append(line.split("\t"))
        elif not line and rows:
            sentences.append(Sentence(start, rows))
            start, rows = "", []
    return sentences


def write(sentences):
    return "".join("\t".join(row) + "\n" for s in sentences for row in s.rows + [[]])


def printed(sentence):
    """The rows of tokens: multiword tokens and the words outside of them."""
    last = 0
    for row in sentence.rows:
        first, _, end = row[ID].partition("-")
        if int(first) > last:
            last = int(end or first)
            yield row


def raw(sentences):
    """One JSON line a document, one line of its text a paragraph."""
    documents = []
    for sentence in sentences:
        blank = ["" if "SpaceAfter=No" in row[MISC].split("|") else " " for row in printed(sentence)]
        text = "".join(row[FORM] + b for row, b in zip(printed(sentence), blank)).strip()
        if sentence.start == "newdoc" or not documents:
            documents.append([])
        if sentence.start or not documents[-1]:
            documents[-1].append([])
        documents[-1][-1].append(text)
    lines = ["\n".join(" ".join(p) for p in paragraphs) for paragraphs in documents]
    return "".join(json.dumps({"id": str(i), "text": t}) + "\n" for i, t in enumerate(lines))


def flatten(sentences):
    text, words, tokens, spans, at = [], [], set(), set(), 0
    for sentence in sentences:
        start, places, rows, span, part, last = at, {"0": None}, [], None, 0, 0
        for row in sentence.rows:
            first, _, end = row[ID].partition("-")
            if end or int(first) > last:
                form = "".join(row[FORM].split())
                span, part, last = (at, at + len(form)), 0, int(end or first)
                text.append(form)
                tokens.add(span)
                at += len(form)
            if not end:
                places[first] = (*span, part)
                rows.append(row)
                part += 1
        words += [Word(places[row[ID]], row, places.get(row[HEAD])) for row in rows]
        spans.add((start, at))
    return Flat("".join(text), words, tokens, spans)


def f1(right, gold, system):
    return 200.0 * right / (gold + system) if gold + system else float("nan")


def base(row):
    return row[DEPREL].split(":")[0]


def relation(row):
    return row[DEPREL] if row[DEPREL] in RELATIONS else base(row)


def check_text(gold, system):
    pairs = zip(gold.text + "\0", system.text + "\0")
    place = next((i for i, (a, b) in enumerate(pairs) if a != b), None)
    if place is not None:
        near = slice(max(place - 20, 0), place + 20)
        sys.exit(f"parse_eval: the texts differ: {gold.text[near]!r} and {system.text[near]!r}")


def score(gold, system):
    """The figures by name; relations by theirs."""
    gold, system = flatten(gold), flatten(system)
    check_text(gold, system)
    at = {word.place: word for word in gold.words}
    pairs = [(at[word.place], word) for word in system.words if word.place in at]
    heads = [(g, s) for g, s in pairs if g.head == s.head]
    sizes = len(gold.words), len(system.words)
    figures = {
        "tokens": f1(len(gold.tokens & system.tokens), len(gold.tokens), len(system.tokens)),
        "sentences": f1(len(gold.sentences & system.sentences), len(gold.sentences), len(system.sentences)),
        "words": f1(len(pairs), *sizes),
        "UPOS": f1(sum(g.row[UPOS] == s.row[UPOS] for g, s in pairs), *sizes),
        "lemma": f1(sum(g.row[LEMMA] == s.row[LEMMA] for g, s in pairs), *sizes),
        "UAS": f1(len(heads), *sizes),
        "LAS": f1(sum(base(g.row) == base(s.row) for g, s in heads), *sizes),
    }
    for name in RELATIONS:
        wanted, made = (sum(relation(w.row) == name for w in flat.words) for flat in (gold, system))
        right = sum(relation(g.row) == name == relation(s.row) for g, s in heads)
        figures[name] = f1(right, wanted, made) if wanted else float("nan")
    return figures


def parse(jaccuse, language, text, *options):
    command = [jaccuse, "extract", "-q", "--format", "conllu", "--lang", language, *options, "-"]
    done = subprocess.run(command, input=text.encode(), stdout=subprocess.PIPE, check=True)
    return read(done.stdout.decode())


def score_both(jaccuse, language, gold):
    """On gold tokens, and from raw text."""
    given = parse(jaccuse, language, write(gold), "--pretokenized")
    return score(gold, given), score(gold, parse(jaccuse, language, raw(gold)))


# ---- Variants of a text by rule: each takes a sentence and gives another ----


def by_form(change):
    return lambda s: Sentence(s.start, [[r[ID], change(r[FORM]), *r[LEMMA:]] for r in s.rows])


def without_accents(form):
    plain = "".join(c for c in unicodedata.normalize("NFD", form) if not unicodedata.combining(c))
    return plain or form


def without_stop(sentence):
    last = sentence.rows[-1]
    if last[FORM] != "." or any(row[HEAD] == last[ID] for row in sentence.rows):
        return sentence
    *rows, new_last = sentence.rows[:-1] or [last]
    return Sentence(sentence.start, rows + [new_last[:MISC] + ["_"]])


def with_other_quotes(sentence):
    """Straight marks become curly, curly ones straight."""
    straight = {"“": '"', "”": '"', "„": '"', "’": "'", "‘": "'", "'": "’"}
    marks, rows = 0, []
    for row in sentence.rows:
        form = ""
        for c in row[FORM]:
            form += "“”"[marks % 2] if c == '"' else straight.get(c, c)
            marks += c == '"'
        rows.append([row[ID], form, *row[LEMMA:]])
    return Sentence(sentence.start, rows)


VARIANTS = {
    "as it is": lambda sentence: sentence,
    "all capitals": by_form(str.upper),
    "all lower case": by_form(str.lower),
    "no accents": by_form(without_accents),
    "no final stop": without_stop,
    "other quotation marks": with_other_quotes,
}


def table(title, names, rows):
    width = max(len(label) for label in [title, *(label for label, _ in rows)])
    print(f"\n{title:{width}}" + "".join(f"{name:>12}" for name in names))
    for label, figures in rows:
        cells = ("-" if value != value else f"{value:.2f}" for value in figures)
        print(f"{label:{width}}" + "".join(f"{cell:>12}" for cell in cells))


def main(jaccuse, *sets):
    given, cut, relations, variants = [], [], [], []
    for name, language, path in (s.split(":", 2) for s in sets):
        gold = read(open(path, encoding="utf-8").read())
        on_gold, from_raw = score_both(jaccuse, language, gold)
        label = f"{name} ({sum('-' not in r[ID] for s in gold for r in s.rows)} words)"
        given.append((label, [on_gold[n] for n in ("UPOS", "lemma", "UAS", "LAS")]))
        cut.append((name, [from_raw[n] for n in ("tokens", "sentences", "words", "UPOS", "LAS")]))
        relations.append((name, [on_gold[n] for n in RELATIONS]))
        for variant, change in VARIANTS.items() if name.endswith("pud") else ():
            both = score_both(jaccuse, language, [change(sentence) for sentence in gold])
            figures = [both[0]["UPOS"], both[0]["LAS"], both[1]["words"], both[1]["LAS"]]
            variants.append((f"{name}: {variant}", figures))
    table("Gold tokens", ["UPOS", "lemma", "UAS", "LAS"], given)
    table("Raw text", ["tokens", "sentences", "words", "UPOS", "LAS"], cut)
    table("Relations, gold tokens", RELATIONS, relations)
    table("Variants", ["UPOS", "LAS", "raw words", "raw LAS"], variants)


main(*sys.argv[1:])
