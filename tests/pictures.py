"""Pictures as readers see them: in Chromium, which measures every label, and in librsvg, which paints PNG and PDF. Structure is
compared, not pixels: what overlaps, what leaves the canvas, what stands where.

usage: pictures.py JACCUSE"""
import base64
import html
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
import zlib

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from made_quarrel import quarrel, record  # noqa: E402

SVG = "{http://www.w3.org/2000/svg}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
JACCUSE = os.path.abspath(sys.argv[1])
CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
            "--force-device-scale-factor=1"]

# Every picture is parsed as XML and put into a shadow root of its own, where its style reaches nobody else.
PAGE = """<!DOCTYPE html><meta charset="utf-8"><body style="margin:0"><pre id="out"></pre><script>
const box = (e, o) => { const r = e.getBoundingClientRect(); return [r.left - o.left, r.top - o.top, r.right - o.left, r.bottom - o.top]; };
const found = %s.map(text => {
  const svg = new DOMParser().parseFromString(new TextDecoder().decode(Uint8Array.from(atob(text), c => c.charCodeAt(0))),
                                              'image/svg+xml').documentElement;
  const host = document.body.appendChild(document.createElement('div'));
  host.attachShadow({mode: 'open'}).appendChild(document.importNode(svg, true));
  const root = host.shadowRoot.firstElementChild, origin = root.getBoundingClientRect();
  return {
    size: [origin.width, origin.height],
    labels: [...root.querySelectorAll('text')].map(t => ({text: t.textContent, box: box(t, origin), node: t.closest('.node')?.id ?? null,
                                                          group: t.parentNode.closest('g')?.getAttribute('class') ?? ''})),
    nodes: [...root.querySelectorAll('.node')].map(n => ({id: n.id, fill: getComputedStyle(n.querySelector('.shape')).fill,
                                                          box: box(n.querySelector('.shape'), origin)})),
    frames: [...root.querySelectorAll('.frame rect')].map(f => box(f, origin)),
  };
});
document.getElementById('out').textContent = JSON.stringify(found);
</script>"""

failed = 0


def check(name, problems):
    global failed
    print("ok" if not problems else "not ok", name)
    for problem in problems[:8]:
        print("#", problem)
    failed += bool(problems)


def run(*arguments, claims=None):
    """Standard error of the command; it must succeed."""
    done = subprocess.run([JACCUSE, *arguments], input=claims, capture_output=True, text=True, timeout=120)
    if done.returncode != 0:
        raise SystemExit(f"not ok {' '.join(arguments)}\n# {done.stderr}")
    return done.stderr


def measure(paths):
    """What Chromium finds in each picture."""
    texts = [base64.b64encode(open(path, "rb").read()).decode() for path in paths]
    with tempfile.TemporaryDirectory() as folder:
        page = os.path.join(folder, "page.html")
        with open(page, "w", encoding="utf-8") as out:
            out.write(PAGE % json.dumps(texts))
        done = subprocess.run([*CHROMIUM, f"--user-data-dir={folder}/profile", "--dump-dom", f"file://{page}"],
                              capture_output=True, text=True, timeout=300)
    return json.loads(html.unescape(re.search(r'<pre id="out">(.*?)</pre>', done.stdout, re.S).group(1)))


def overlap(a, b, slack=0.5):
    return a[0] + slack < b[2] and b[0] + slack < a[2] and a[1] + slack < b[3] and b[1] + slack < a[3]


def inside(inner, outer, slack=0.5):
    return (inner[0] >= outer[0] - slack and inner[1] >= outer[1] - slack and inner[2] <= outer[2] + slack and
            inner[3] <= outer[3] + slack)


def collisions(seen):
    """Labels that lie on another label, or on a box that is not their own."""
    found = []
    for i, label in enumerate(seen["labels"]):
        others = [f"{other['text']!r}" for other in seen["labels"][i + 1:] if overlap(label["box"], other["box"])]
        others += [f"box {node['id']}" for node in seen["nodes"] if node["id"] != label["node"] and overlap(label["box"], node["box"])]
        found += [f"{label['text']!r} on {other}" for other in others]
    return found


def outsiders(seen):
    canvas = [0, 0, *seen["size"]]
    boxes = {node["id"]: node["box"] for node in seen["nodes"]}
    found = [f"{label['text']!r} leaves the canvas" for label in seen["labels"] if not inside(label["box"], canvas)]
    found += [f"{label['text']!r} leaves its box" for label in seen["labels"]
              if label["node"] and not inside(label["box"], boxes[label["node"]])]
    return found + [f"{node['id']} leaves the canvas" for node in seen["nodes"] if not inside(node["box"], canvas)]


def box_collisions(seen):
    return [f"{a['id']} on {b['id']}" for i, a in enumerate(seen["nodes"]) for b in seen["nodes"][i + 1:] if overlap(a["box"], b["box"])]


def accessibility(path):
    """What a screen reader needs, and what a script may do: nothing."""
    root = ET.parse(path).getroot()
    problems = []
    if root.get("role") != "img" or root.get(XML_LANG) not in ("en", "fr"):
        problems.append("no role or language")
    named = {element.get("id"): element.text for element in root if element.tag in (SVG + "title", SVG + "desc")}
    problems += [f"{name}: empty" for name in root.get("aria-labelledby", "?").split() if not named.get(name)]
    for group in root.iter(SVG + "g"):
        if (group.get("class") or "").split(" ")[0] in ("node", "edge", "event", "actor") and not group.findtext(SVG + "title"):
            problems.append(f"{group.get('id')} has no title")
    for element in root.iter():
        if element.tag not in {SVG + tag for tag in ("svg title desc style g a rect path line circle text tspan").split()}:
            problems.append(f"an element {element.tag}")
        problems += [f"an attribute {name}" for name in element.attrib if name.lower().startswith("on") or name == "style"]
        if "href" in "".join(element.attrib) and not re.match(r"https?://", element.get("href", "")):
            problems.append(f"a link to {element.get('href')}")
    return problems


def read_png(path):
    """Width, height, and rows of RGB(A) bytes of an 8-bit PNG without interlace."""
    data = open(path, "rb").read()
    at, packed = 8, b""
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        if kind == b"IHDR":
            width, height, _, colour = struct.unpack(">IIBB", data[at + 8:at + 18])
        elif kind == b"IDAT":
            packed += data[at + 8:at + 8 + length]
        at += length + 12
    step = {2: 3, 6: 4}[colour]
    raw, rows, last = zlib.decompress(packed), [], bytearray(width * step)
    for y in range(height):
        start = y * (width * step + 1)
        row, kind = bytearray(raw[start + 1:start + 1 + width * step]), raw[start]
        for i in range(len(row)):
            a = row[i - step] if i >= step else 0
            b, c = last[i], last[i - step] if i >= step else 0
            if kind == 4:
                p = a + b - c
                near = min((abs(p - a), 0, a), (abs(p - b), 1, b), (abs(p - c), 2, c))[2]
            else:
                near = (0, a, b, (a + b) // 2)[kind]
            row[i] = (row[i] + near) & 255
        rows.append(row)
        last = row
    return width, height, step, rows


def paint_alike(path, folder):
    """Both paint every actor's box where the SVG has it, in the colour that its style says."""
    seen = measure([path])[0]
    width, height = (int(size) for size in seen["size"])
    one, two = os.path.join(folder, "chromium.png"), os.path.join(folder, "librsvg.png")
    subprocess.run([*CHROMIUM, f"--user-data-dir={folder}/profile", f"--window-size={width},{height}", f"--screenshot={one}",
                    f"file://{path}"], capture_output=True, timeout=120, check=True)
    subprocess.run(["rsvg-convert", "-o", two, path], check=True)
    problems = []
    for painter, picture in (("Chromium", read_png(one)), ("librsvg", read_png(two))):
        if picture[:2] != (width, height):
            problems.append(f"{painter}: {picture[0]} x {picture[1]}, not {width} x {height}")
            continue
        for node in seen["nodes"]:
            left, top, right, bottom = node["box"]
            x, y = int((left + right) / 2), int(bottom) - 6  # below the words
            pixel = tuple(picture[3][y][x * picture[2]:x * picture[2] + 3])
            fill = tuple(int(value) for value in re.findall(r"\d+", node["fill"])[:3])
            if max(abs(a - b) for a, b in zip(pixel, fill)) > 6:
                problems.append(f"{painter}: {node['id']} is {pixel}, not {fill}")
    return problems


def hostile():
    names = ["</title><script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "&lt;b&gt; &amp; ]]>", "<![CDATA[x", "\u202eesrever\u202c",
             "x" * 3000, "\u0001\u0002 control", "javascript:alert(1)", "﷽" * 20, "a‍b\u0301" * 40, "\n\n\n", "<!--", "--><svg onload=alert(1)>"]
    actors = [{"id": f"a{i}", "name": name, "aliases": [], "kind": "person", "of": None, "mentions": []} for i, name in enumerate(names)]
    for i in range(len(names)):
        line = record(i, actors, i, (i + 1) % len(names), (i + 1) % len(names), ["2024-01-01", "<b>", "9999-99-99", None][i % 4])
        line["article"]["url"] = ["javascript:alert(1)", "https://example.org/\"><script>", "data:text/html,x", "http://example.org/ok"][i % 4]
        yield line


def write(path, lines):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
    return path


def main(folder):
    def at(name):
        return os.path.join(folder, name)

    # name, actors, further options; as many collisions of labels as may be, as a share of all labels
    maps = [("10 actors", 10, [], 0), ("30 actors", 30, [], 0), ("60 actors", 60, [], 0), ("120 actors", 120, [], 0.02),
            ("30 actors by neato", 30, ["--layout", "neato"], 0), ("60 actors by sfdp", 60, ["--layout", "sfdp"], 0),
            ("30 actors in frames", 30, ["--group"], 0), ("60 actors in frames", 60, ["--group", "--labels", "fr"], 0),
            ("30 actors by community", 30, ["--colour", "community", "--theme", "dark"], 0),
            ("30 actors along time", 30, ["--timeline"], 0), ("300 actors along time", 300, ["--timeline", "--labels", "fr"], 0)]
    paths = []
    for number, (name, count, options, _) in enumerate(maps):
        claims = write(at(f"made-{count}.jsonl"), quarrel(count))
        paths.append(at(f"map-{number}.svg"))
        run("map", "-q", *options, claims, "-o", paths[-1])
    for (name, _, _, most), path, seen in zip(maps, paths, measure(paths)):
        found = collisions(seen)
        check(f"labels apart: {name}", found if len(found) > most * len(seen["labels"]) else [])
        check(f"inside the canvas: {name}", outsiders(seen) + box_collisions(seen))
        check(f"for all readers: {name}", accessibility(path))

    claims = write(at("hostile.jsonl"), hostile())
    for name, options in (("map", []), ("frames", ["--group"]), ("timeline", ["--timeline"])):
        run("map", "-q", *options, "--title", "</title><script>", claims, "-o", at(f"hostile-{name}.svg"))
        check(f"hostile names: {name}", accessibility(at(f"hostile-{name}.svg")) + outsiders(measure([at(f"hostile-{name}.svg")])[0]))

    claims = at("made-30.jsonl")
    check("librsvg and Chromium alike", paint_alike(paths[1], folder))
    check("librsvg and Chromium alike: dark", paint_alike(paths[8], folder))
    for theme, media, dark in (("auto", True, True), ("light", False, False), ("dark", False, True)):
        run("map", "-q", "--theme", theme, claims, "-o", at("theme.svg"))
        text = open(at("theme.svg"), encoding="utf-8").read()
        check(f"theme {theme}", [] if ("prefers-color-scheme" in text, "#16181c" in text) == (media, dark) else ["other colours"])
    for ending in ("svg", "png", "pdf"):
        for name, options in (("map", []), ("timeline", ["--timeline"])):
            run("map", "-q", *options, claims, "-o", at(f"a.{ending}"))
            run("map", "-q", *options, claims, "-o", at(f"b.{ending}"))
            same = open(at(f"a.{ending}"), "rb").read() == open(at(f"b.{ending}"), "rb").read()
            check(f"the same bytes: {name}.{ending}", [] if same else ["they differ"])
    told = run("map", at("made-300.jsonl"), "-o", at("large.svg"))
    text = open(at("large.svg"), encoding="utf-8").read()
    check("what is hidden is told", [] if re.search(r"\d+ of \d+ actors are not in the picture", told) and
          re.search(r"\d+ actors with (one|at most)", text) and text.count('class="node ') == 120 else [told])


def chromium_starts(folder):
    try:
        done = subprocess.run([*CHROMIUM, f"--user-data-dir={folder}/profile", "--dump-dom", "about:blank"],
                              capture_output=True, text=True, timeout=120)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return "<html" in done.stdout


with tempfile.TemporaryDirectory() as work:
    if chromium_starts(work):
        main(work)
    else:
        print("ok # skipped: Chromium cannot start")
sys.exit(failed > 0)
