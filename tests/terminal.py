"""What a person sees on a terminal: lines as wide as it is, colours, and nothing that an article's
text could do to it.

    python3 tests/terminal.py JACCUSE FOLDER
"""
import json
import os
import pty
import re
import struct
import subprocess
import sys
import fcntl
import termios

JACCUSE, FOLDER = sys.argv[1:]
STYLE = re.compile(r"\x1b\[[0-9;]*m")


def on_terminal(arguments, columns, **environment):
    """What the command writes to a terminal of that many columns."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
    variables = {k: v for k, v in os.environ.items() if k not in ("COLUMNS", "NO_COLOR")}
    variables.update(TERM="xterm", **environment)
    run = subprocess.Popen([JACCUSE, *arguments], stdout=slave, stderr=subprocess.DEVNULL, env=variables)
    os.close(slave)
    text = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        text += part
    os.close(master)
    run.wait()
    return text.decode().replace("\r\n", "\n")


def check(what, good, seen=""):
    print("ok" if good else "not ok", what)
    if not good:
        print("# " + repr(seen)[:2000])


def words(text):
    return STYLE.sub("", text).split()


def hostile():
    """A record whose names and words try to reach the terminal."""
    evil = "\x1b]0;owned\x07 \u202eevil \x9b31m A\u0301ccuses\nB"
    return {"jaccuse": 1,
            "article": {"id": "\x1b[2Jone", "lang": "en", "title": None, "outlet": "The\x1b[31m Daily", "url": None,
                        "date": "2024-05-20", "path": None, "fingerprint": None},
            "actors": [{"id": "a", "name": "A\x1b[5m", "aliases": ["\u202ea"], "kind": "state", "of": None,
                        "mentions": []},
                       {"id": "b", "name": "日本国" * 30, "aliases": [], "kind": "state", "of": None, "mentions": []}],
            "claims": [{"id": "c1", "act": "accuse", "by": ["a"], "against": ["b"], "via": [], "cue": [2, 9],
                        "charge": None, "evidence": {"text": evil, "at": [0, len(evil.encode())]},
                        "certainty": "asserted", "confidence": 0.9}],
            "triples": []}


def main():
    story = os.path.join("tests", "golden", "show-along-time", "quarrel.jsonl")
    show = ["show", "-q", "acme", story]
    plain = subprocess.run([JACCUSE, *show], capture_output=True, text=True).stdout
    for columns in (40, 60, 100):
        seen = on_terminal(show, columns)
        widest = max(len(STYLE.sub("", line)) for line in seen.split("\n"))
        check(f"lines keep to {columns} columns", widest <= columns, seen)
        check(f"the words are the same at {columns} columns", words(seen) == words(plain), seen)
    seen = on_terminal(show, 50, COLUMNS="70")
    check("COLUMNS decides", 50 < max(len(STYLE.sub("", line)) for line in seen.split("\n")) <= 70, seen)
    check("the cue stands out", re.search(r"\x1b\[1;31maccuses\x1b\[0m", seen), seen)
    check("what denies stands out otherwise", re.search(r"\x1b\[1;34mNot true\x1b\[0m", seen), seen)
    check("NO_COLOR is heard", "\x1b" not in on_terminal(show, 80, NO_COLOR="1"))
    check("into a pipe goes no colour", "\x1b" not in plain)

    path = os.path.join(FOLDER, "hostile.jsonl")
    with open(path, "w") as file:
        file.write(json.dumps(hostile()) + "\n")
    empty = os.path.join(FOLDER, "empty.jsonl")
    open(empty, "w").close()
    for command in (["show", "-q", "a", path], ["path", "-q", "a", "b", path], ["diff", "-q", empty, path]):
        for seen in (on_terminal(command, 60),
                     subprocess.run([JACCUSE, *command], capture_output=True, text=True).stdout):
            left = STYLE.sub("", seen)
            check(f"{command[0]}: no control reaches the terminal",
                  left and not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", left), seen)


main()
