#!/usr/bin/python3
"""The HTML map in a browser: tests/page.py BIN, where BIN holds jaccuse and jaccuse-draw.

Pages are made from claims written here, opened from disk in headless Chromium, and used with mouse,
keyboard and address as a reader would. Of every page it is asked at its end that nothing was
requested, and nothing complained in the console."""
import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback
import urllib.parse

try:
    from selenium import webdriver
    from selenium.common.exceptions import WebDriverException
    from selenium.webdriver.chrome.options import Options
    from selenium.webdriver.chrome.service import Service
    from selenium.webdriver.common.action_chains import ActionChains
    from selenium.webdriver.common.actions.wheel_input import ScrollOrigin
    from selenium.webdriver.common.by import By
    from selenium.webdriver.common.keys import Keys
except ImportError as error:
    print(f"ok # skipped: {error}")
    sys.exit(0)

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
BIN = os.path.abspath(sys.argv[1])

# Claims: who accuses whom, who denies, when, where.
KINDS = {"North": "state", "South": "state", "Daily": "media", "Acme": "company", "Anna Berg": "person",
         "Marc Cole": "person", "Union": "organisation",
         "Island": "state"}
STORIES = [
    # accuser, accused, denied, date, outlet, language, certainty
    ("North", "South", True, "2021-01-05", "Courier", "en", "asserted"),
    ("North", "South", False, "2021-02-10", "Echo", "fr", "asserted"),
    ("South", "North", False, "2021-03-01", "Courier", "en", "alleged"),
    ("Daily", "Acme", False, "2021-03-20", "Echo", "fr", "asserted"),
    ("South", "Acme", True, "2021-06-02", "Courier", "en", "suspected"),
    ("Anna Berg", "Acme", False, "2021-06-03", "Gazette", "en", "asserted"),
    ("Marc Cole", "Anna Berg", True, None, "Gazette", "en", "alleged"),
    (None, "Marc Cole", False, "2021-12-24", "Echo", "fr", "asserted"),
    ("Island", "Union", False, "2021-09-09", "Courier", "en", "asserted"),
]
HOSTILE = ["</script><script>window.hit=1</script>", "\"><img src=x onerror=window.hit=1>",
           "line\u2028and\u2029paragraph", "\u202eright to left \u05d0\u05d1\u05d2",
           "Long" * 2500, "<!--<script>", "']]>&amp;`${window.hit=1}`", "__proto__"]


def ident(name):
    return name.lower().replace(" ", "-") if name in KINDS else name


def actor(name, kind="person"):
    return {"id": ident(name), "name": name, "aliases": [],
            "kind": KINDS.get(name, kind), "of": None, "mentions": []}


def claim(number, act, by, text, cue, start, **more):
    begin = start + len(text[:text.index(cue)].encode())
    return {"id": number, "act": act, "by": by, "cue": [begin, begin + len(cue.encode())],
            "evidence": {"text": text, "at": [start, start + len(text.encode())]},
            "confidence": 0.9, **more}


def record(number, story, url=None):
    """One article as `jaccuse extract` would write it."""
    accuser, accused, denied, date, outlet, language, certainty = story
    actors = [actor(name) for name in (accuser, accused) if name]
    by = [actors[0]["id"]] if accuser else []
    against = actors[-1]["id"]
    text = f"“{accuser or 'Nobody'}” – élan – accuses “{accused}” of number {number}."
    claims = [claim("c1", "accuse", by, text, "accuses", 0, against=[against], via=[], charge=None,
                    certainty=certainty)]
    if denied:
        claims.append(claim("c2", "deny", [against], f"“{accused}” denies it.", "denies",
                            len(text.encode()) + 1, answers=["c1"], certainty="asserted"))
    triple = {"accuser": by[0] if by else None, "accused": against,
              "denier": against if denied else None, "accusation": "c1",
              "denial": "c2" if denied else None}
    return {"jaccuse": 1,
            "article": {"id": f"a{number}", "lang": language, "title": f"Title {number}",
                        "outlet": outlet, "url": url or f"https://example.org/{number}",
                        "date": date, "path": None, "fingerprint": None},
            "actors": actors, "claims": claims, "triples": [triple]}


def hostile_records():
    for i, name in enumerate(HOSTILE):
        other = HOSTILE[(i + 1) % len(HOSTILE)]
        story = (name, other, i % 2 == 0, "2024-01-0%d" % (i + 1) if i % 3 else name[:40], name,
                 "en", "asserted")
        yield record(i, story, url="javascript:window.hit=1" if i % 2 else
                     "https://example.org/\"><script>window.hit=1</script>")


def draw(folder, name, records, *options):
    claims = os.path.join(folder, name + ".jsonl")
    page = os.path.join(folder, name + ".html")
    with open(claims, "w", encoding="utf-8") as file:
        for each in records:
            file.write(json.dumps(each) + "\n")
    subprocess.run([os.path.join(BIN, "jaccuse"), "map", "-q", *options, claims, "-o", page],
                   check=True, timeout=120)
    return page


class Reader:
    """A browser with one page."""

    def __init__(self):
        options = Options()
        for argument in ("--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars",
                         "--disable-dev-shm-usage", "--window-size=1400,1100"):
            options.add_argument(argument)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        options.binary_location = "/usr/bin/chromium"
        self.driver = webdriver.Chrome(service=Service("/usr/bin/chromedriver"), options=options)
        self.driver.set_script_timeout(20)
        self.size(1400, 900)

    def size(self, width, height):
        self.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {
            "width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def open(self, page, fragment=""):
        self.driver.get("about:blank")
        self.driver.get("file://" + page + ("#" + fragment if fragment else ""))
        self.wait(lambda: self.run("return document.documentElement.dataset.ready"))
        self.rest()

    def run(self, script, *arguments):
        return self.driver.execute_script(script, *arguments)

    def rest(self):
        """Until what was asked for is painted, and motions are over."""
        self.driver.execute_async_script(
            "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => "
            "setTimeout(done, 30)));")

    def wait(self, condition, seconds=5):
        end = time.time() + seconds
        while time.time() < end:
            value = condition()
            if value:
                return value
            time.sleep(0.03)
        raise AssertionError("waited in vain")

    def one(self, selector):
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def all(self, selector):
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def text(self, selector):
        return self.run("return document.querySelector(arguments[0]).textContent", selector)

    def click(self, selector):
        self.one(selector).click()
        self.rest()

    def keys(self, *keys):
        ActionChains(self.driver).send_keys(*keys).perform()
        self.rest()

    def mouse_at(self, x, y):
        chain = ActionChains(self.driver)
        chain.w3c_actions.pointer_action.move_to_location(round(x), round(y))
        return chain

    def node(self, name):
        return f'#map > svg:first-of-type .node[data-id="{name}"]'

    def click_node(self, name):
        ActionChains(self.driver).move_to_element(self.one(self.node(name))).click().perform()
        self.rest()

    def fragment(self):
        address = urllib.parse.urlsplit(self.driver.current_url)
        return dict(urllib.parse.parse_qsl(address.fragment))

    def data(self):
        return json.loads(self.text("#data"))

    def shown_edges(self):
        """Of the drawing, as (relation, source, target)."""
        indices = self.run("return [...document.querySelectorAll('#map > svg:first-of-type .edge')]"
                           ".filter(e => getComputedStyle(e).visibility === 'visible')"
                           ".map(e => Number(e.id.slice(1)))")
        data = self.data()
        node = lambda index: data["nodes"][index]["id"]
        return {(data["edges"][i]["relation"], node(data["edges"][i]["source"]),
                 node(data["edges"][i]["target"])) for i in indices}

    def lit(self):
        return set(self.run("return [...document.querySelectorAll('#light:not([hidden]) .node')]"
                            ".map(e => e.dataset.id)"))

    def complaints(self):
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self):
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return [url for url in found if not url.startswith(("file://", "about:", "data:,"))]


def equal(a, b):
    if a != b:
        raise AssertionError(f"{a!r} instead of {b!r}")


def edges(stories):
    """The edges that stories make."""
    found = set()
    for accuser, accused, denied, *_ in stories:
        if accuser:
            found.add(("accuses", ident(accuser), ident(accused)))
            if denied:
                found.add(("denies", ident(accused), ident(accuser)))
    return found


def policy(reader, pages):
    with open(pages["plain"], "rb") as file:
        text = file.read()
    meta = re.search(rb'Content-Security-Policy" content="([^"]*)"', text).group(1).decode()
    script = re.search(rb"<script>(.*?)</script>", text, re.S).group(1)
    named = base64.b64encode(hashlib.sha256(script).digest()).decode()
    assert meta.startswith("default-src 'none'; ") and f"script-src 'sha256-{named}';" in meta, meta
    reader.open(pages["plain"])
    reader.run("const s = document.createElement('script'); s.textContent = 'window.hit = 1';"
               "document.body.append(s); const i = document.createElement('img');"
               "i.setAttribute('onerror', 'window.hit = 2'); i.src = 'x.png';"
               "document.body.append(i);")
    reader.rest()
    equal(reader.run("return window.hit"), None)
    assert len(reader.complaints()) >= 2, "the policy has stopped nothing"


def actor_by_click(reader, pages):
    reader.open(pages["plain"])
    reader.click_node("south")
    equal(reader.text("#panel h2"), "South")
    equal(reader.fragment()["actor"], "south")
    headings = [each.text.split("\n")[0] for each in reader.all("#panel h3")]
    equal([re.sub(r"\d+$", "", each).strip() for each in headings],
          ["Accused by", "Accuses", "Denies what is said by", "Contradicted by"])
    counts = [each.text for each in reader.all("#panel .counts dd")]
    equal(counts, ["2", "1", "2", "1"])  # received, denied, made, denials
    equal(reader.text("#panel .quote"), "“North” – élan – accuses “South” of number 0.")
    equal(reader.text("#panel mark"), "accuses")
    equal(len(reader.all("#panel .passages")[0].find_elements(By.TAG_NAME, "blockquote")), 1)
    reader.click("#panel button.more")
    equal(len(reader.all("#panel .passages")[0].find_elements(By.TAG_NAME, "blockquote")), 2)
    reader.click("#panel .close")
    assert "actor" not in reader.fragment()


def edge_by_click(reader, pages):
    reader.open(pages["plain"])
    data = reader.data()
    index = [edge["relation"] == "accuses" and data["nodes"][edge["source"]]["id"] == "daily"
             for edge in data["edges"]].index(True)
    x, y = reader.run("const p = document.querySelector(`#e${arguments[0]} path.broad`);"
                      "const m = p.getPointAtLength(p.getTotalLength() / 2)"
                      ".matrixTransform(p.getScreenCTM()); return [m.x, m.y];", index)
    reader.mouse_at(x, y).click().perform()
    reader.rest()
    equal(reader.text("#panel h2"), "Daily accuses Acme")
    equal(reader.text("#panel mark"), "accuses")
    link = reader.one("#panel cite a")
    equal(link.get_attribute("href"), "https://example.org/3")
    equal(link.get_attribute("rel"), "noopener noreferrer")
    equal(reader.text("#panel cite"), "Echo, 20 March 2021")
    equal(reader.text("#panel .quote"), "“Daily” – élan – accuses “Acme” of number 3.")
    equal(reader.fragment(), {"edge": "accuses", "source": "daily", "target": "acme"})


def hover(reader, pages):
    reader.open(pages["plain"])
    ActionChains(reader.driver).move_to_element(reader.one(reader.node("acme"))).perform()
    reader.rest()
    equal(reader.lit(), {"acme", "daily", "south", "anna-berg"})
    ActionChains(reader.driver).move_to_element(reader.one("h1")).perform()
    reader.rest()
    equal(reader.lit(), set())


def search(reader, pages):
    reader.open(pages["plain"])
    reader.keys("/")
    equal(reader.run("return document.activeElement.id"), "search")
    reader.keys("ÏSL")
    equal([each.text.split("\n")[0] for each in reader.all("#search-list li")], ["Island"])
    reader.keys(Keys.ENTER)
    equal(reader.text("#panel h2"), "Island")
    reader.click("#search")
    reader.keys("o")
    names = [each.text.split("\n")[0] for each in reader.all("#search-list li")]
    equal(set(names), {"North", "South", "Marc Cole", "Union"})
    reader.keys(Keys.ARROW_DOWN)
    equal(reader.run("return document.querySelector('[aria-selected=true] .name').textContent"),
          names[1])
    reader.keys(Keys.ESCAPE)
    equal(reader.one("#search-list").is_displayed(), False)
    equal(reader.text("#panel h2"), "Island")
    reader.one("#search").clear()
    reader.one("#search").send_keys("nobody at all")
    equal(reader.text("#search-list"), "Nobody of that name")


def filters(reader, pages):
    reader.open(pages["plain"])
    equal(reader.shown_edges(), edges(STORIES))
    reader.click("[data-sort=denies]")
    equal({relation for relation, *_ in reader.shown_edges()}, {"accuses"})
    reader.click("[data-sort=answered]")
    equal(reader.shown_edges(), {("accuses", "south", "north"), ("accuses", "daily", "acme"),
                                 ("accuses", "anna-berg", "acme"), ("accuses", "island", "union")})
    equal(reader.text("#shown"), "4 of 10 arrows shown")
    reader.wait(lambda: reader.fragment().get("hide") == "answered,denies")
    reader.click("#reset")
    equal(reader.shown_edges(), edges(STORIES))
    for key, column, value in (("outlet", 4, "Echo"), ("language", 5, "fr")):
        reader.one(f'[data-filter={key}] option[value="{value}"]').click()
        reader.rest()
        equal(reader.shown_edges(), edges(s for s in STORIES if s[column] == value))
        reader.click("#reset")
    reader.one("[data-filter=certainty] option[value=asserted]").click()
    reader.rest()
    wanted = {edge for edge in edges(STORIES) if edge[0] == "denies"}
    wanted |= {edge for edge in edges(s for s in STORIES if s[6] == "asserted")
               if edge[0] == "accuses"}
    equal(reader.shown_edges(), wanted)
    faint = reader.run("return [...document.querySelectorAll('#map .faint')].map(e => e.dataset.id)")
    equal(faint, [])
    reader.click("#reset")
    reader.one('[data-filter=outlet] option[value="Gazette"]').click()
    reader.rest()
    faint = reader.run("return [...document.querySelectorAll('#map .faint')].map(e => e.dataset.id)")
    equal(set(faint), {"north", "south", "daily", "union", "island"})
    reader.click_node("acme")
    assert "Filters are on" in reader.text("#panel")
    equal(len(reader.all("#panel .entry")), 1)


def dates(reader, pages):
    reader.open(pages["plain"])
    reader.one("#timeline .since").send_keys(Keys.ARROW_RIGHT)
    reader.rest()
    reader.wait(lambda: reader.fragment().get("since") == "2021-02-01")
    equal(reader.shown_edges(), edges(s for s in STORIES if s[3] and s[3] >= "2021-02"))
    for _ in range(8):
        reader.one("#timeline .until").send_keys(Keys.ARROW_LEFT)
    reader.rest()
    reader.wait(lambda: reader.fragment().get("until") == "2021-04-30")
    equal(reader.shown_edges(),
          edges(s for s in STORIES if s[3] and "2021-02" <= s[3] < "2021-05"))
    equal(reader.text("#timeline .range"), "February 2021 – April 2021")
    reader.click("#labels-fr")
    equal(reader.text("#timeline .range"), "février 2021 – avril 2021")
    equal([reader.one("#timeline ." + each).get_attribute("value") for each in ("since", "until")],
          ["1", "4"])


def player(reader, pages):
    reader.open(pages["plain"])
    reader.click("#timeline .play")
    equal(reader.one("#timeline .play").get_attribute("aria-label"), "Pause")
    counts = [len(reader.shown_edges())]
    end = time.time() + 15
    while time.time() < end and reader.one("#timeline .play").get_attribute("aria-label") == "Pause":
        counts.append(len(reader.shown_edges()))
        time.sleep(0.1)
    assert counts == sorted(counts) and 0 < counts[0] < counts[-1], counts
    assert len(set(counts)) >= 4, counts
    equal(reader.shown_edges(), edges(STORIES))
    reader.click("#timeline .play")
    reader.click("#timeline .play")
    equal(reader.one("#timeline .play").get_attribute("aria-label"), "Play the timeline")


def paths(reader, pages):
    reader.open(pages["plain"])
    reader.click("#open-path")
    reader.keys("daily", Keys.ENTER)
    reader.keys("north", Keys.ENTER)
    steps = [each.text for each in reader.all("#panel .steps .who")]
    equal(steps, ["Daily accuses Acme", "South accuses Acme", "North accuses South"])
    equal(reader.lit(), {"daily", "acme", "south", "north"})
    equal(reader.fragment(), {"path": "1", "from": "daily", "to": "north"})
    reader.one("#path-to").send_keys("island", Keys.ENTER)
    reader.rest()
    assert "Nothing that is shown connects them" in reader.text("#panel")


def keyboard(reader, pages):
    reader.open(pages["plain"])
    order = []
    for _ in range(30):
        reader.keys(Keys.TAB)
        order.append(reader.run("const e = document.activeElement;"
                                "return e.closest('.node') ? 'node ' + e.dataset.id : e.id"))
        if order[-1].startswith("node"):
            break
    equal(sum(each.startswith("node") for each in order), 1)
    assert "search" in order and "view-table" in order, order
    width = reader.run("return getComputedStyle(document.querySelector('.node:focus-visible .shape'))"
                       ".strokeWidth")
    equal(width, "5px")
    reached = {order[-1]}
    for key in (Keys.ARROW_LEFT, Keys.ARROW_UP, Keys.ARROW_RIGHT, Keys.ARROW_DOWN) * 3:
        reader.keys(key)
        reached.add("node " + reader.run("return document.activeElement.dataset.id"))
    assert len(reached) > 3, reached
    focused = reader.run("return document.activeElement.dataset.id")
    reader.keys(Keys.ENTER)
    equal(reader.fragment()["actor"], focused)
    reader.keys(Keys.ESCAPE)
    assert "actor" not in reader.fragment()
    equal(reader.run("return document.activeElement.dataset.id"), focused)
    before = reader.run("return document.querySelector('#map svg').viewBox.baseVal.width")
    reader.keys("+")
    reader.rest()
    assert reader.run("return document.querySelector('#map svg').viewBox.baseVal.width") < before
    reader.keys(Keys.TAB)
    assert not reader.run("return document.activeElement.matches('.node')")


def camera(reader, pages):
    reader.open(pages["plain"])
    box = "const b = document.querySelector('#light').viewBox.baseVal; return [b.x, b.y, b.width]"
    all_of_it = reader.run(box)
    ActionChains(reader.driver).scroll_from_origin(
        ScrollOrigin.from_element(reader.one("#map"), 100, 50), 0, -300).perform()
    reader.rest()
    nearer = reader.run(box)
    assert nearer[2] < all_of_it[2], (nearer, all_of_it)
    blank = reader.run("const s = document.querySelector('#map').getBoundingClientRect();"
                       "return [s.left + 12, s.bottom - 12]")
    reader.mouse_at(*blank).click_and_hold().move_by_offset(80, -40).release().perform()
    reader.rest()
    dragged = reader.run(box)
    assert dragged[0] < nearer[0] and dragged[1] > nearer[1], (nearer, dragged)
    reader.wait(lambda: "at" in reader.fragment())
    touch = lambda kind, *points: reader.driver.execute_cdp_cmd("Input.dispatchTouchEvent", {
        "type": kind, "touchPoints": [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(points)]})
    touch("touchStart", (300, 400), (400, 400))
    for step in range(1, 6):
        touch("touchMove", (300 - 20 * step, 400), (400 + 20 * step, 400))
    touch("touchEnd")
    reader.rest()
    pinched = reader.run(box)
    assert pinched[2] < 0.6 * dragged[2], (dragged, pinched)
    reader.click("#zoom button:last-child")
    equal([round(each) for each in reader.run(box)], [round(each) for each in all_of_it])
    reader.wait(lambda: "at" not in reader.fragment())


def address(reader, pages):
    reader.open(pages["plain"])
    reader.click_node("acme")
    reader.click_node("anna-berg")
    equal(reader.text("#panel h2"), "Anna Berg")
    reader.driver.back()
    reader.wait(lambda: reader.text("#panel h2") == "Acme")
    reader.driver.back()
    reader.wait(lambda: not reader.all("#panel h2"))
    reader.driver.forward()
    reader.wait(lambda: reader.text("#panel h2") == "Acme")
    wanted = {"labels": "fr", "view": "table", "actor": "south", "hide": "denies",
              "certainty": "alleged", "language": "en", "since": "2021-02-01"}
    reader.open(pages["plain"], urllib.parse.urlencode(wanted))
    equal(reader.text("#panel h2"), "South")
    equal(reader.run("return document.documentElement.lang"), "fr")
    equal(len(reader.all("#table tbody tr")), 3)
    equal(reader.one("[data-filter=certainty]").get_attribute("value"), "alleged")
    equal(reader.one("[data-sort=denies]").get_attribute("aria-pressed"), "false")
    for wrong in ("actor=nobody&view=circus&at=1,2&since=yesterday&labels=tlh&hide=,x", "%E0%A4%A&=",
                  "edge=accuses&source=north", "at=NaN,1,-5&certainty=__proto__"):
        reader.open(pages["plain"], wrong)
        equal(reader.shown_edges(), edges(STORIES))


def languages(reader, pages):
    reader.open(pages["plain"])
    title = reader.text("h1")
    reader.click("#labels-fr")
    equal(reader.text("h1"), "Qui accuse qui")
    equal(reader.run("return document.documentElement.lang"), "fr")
    equal(reader.run("return document.activeElement.id"), "labels-fr")
    reader.click_node("south")
    equal(reader.one("#panel h3").text.split("\n")[0], "Accusé par")
    reader.click("#labels-en")
    equal(reader.text("h1"), title)
    equal(reader.one("#panel h3").text.split("\n")[0], "Accused by")
    reader.open(pages["french"])
    equal(reader.text("h1"), "Un titre à nous")
    equal(reader.text("#view-table"), "Tableau")
    drawn = "return document.querySelector('.node[data-id=\"china\"] text').textContent"
    equal(reader.run(drawn), "Chine")
    reader.click("#labels-en")
    equal(reader.run(drawn), "China")
    reader.click("#labels-fr")
    equal(reader.run(drawn), "Chine")


def words(reader, pages):
    """What the script asks for is among the words, in each language the same."""
    reader.open(pages["plain"])
    found = reader.data()["words"]
    equal(set(found["en"]), set(found["fr"]))
    folder = os.path.join(ROOT, "src/output/page")
    text = "".join(open(os.path.join(folder, name), encoding="utf-8").read()
                   for name in sorted(os.listdir(folder)) if name.endswith(".js"))
    for call, key in re.findall(r'\b(\w+)\("([a-z.]+)"[,)]', text):
        if call == "counted":
            assert key + ".one" in found["en"] and key + ".many" in found["en"], key
        elif call in ("word", "fill", "labelled", "badge", "section", "topList", "sentence"):
            assert key in found["en"], key


def table(reader, pages):
    reader.open(pages["plain"])
    reader.click("#view-table")
    rows = lambda: [[cell.text for cell in row.find_elements(By.XPATH, "./*")]
                    for row in reader.all("#table tbody tr")]
    equal(len(rows()), len(edges(STORIES)) + 1)
    equal(reader.one("#map").is_displayed(), False)
    equal(rows()[0][0:4], ["North", "accuses", "South", "2"])
    reader.click("#column-who")
    equal(rows()[0][0], "not named")
    equal(reader.one("#table th[aria-sort]").get_attribute("aria-sort"), "ascending")
    reader.click("#column-date")
    equal([row[4] for row in rows()][-1], "24 December 2021")
    reader.keys(Keys.ENTER)
    equal([row[4] for row in rows()][0], "24 December 2021")
    reader.click("#table tbody button.actor")
    assert reader.fragment()["view"] == "table" and "actor" in reader.fragment()


def without_script(reader, pages):
    reader.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        reader.driver.get("about:blank")
        reader.driver.get("file://" + pages["plain"])
        rows = reader.all("noscript table tbody tr")
        equal(len(rows), len(edges(STORIES)) + 1)
        assert all(row.is_displayed() for row in rows)
        assert reader.one("#map svg .legend").is_displayed()
        equal(len(reader.all("button, input, select")), 0)
        equal({mark.text for mark in reader.all("mark")}, {"accuses", "denies"})
        assert "2021" in rows[0].text and reader.all("noscript td a[href^='https://example.org/']")
    finally:
        reader.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def hostile(reader, pages):
    reader.open(pages["hostile"])
    nodes = reader.data()["nodes"]
    assert len(nodes) >= len(HOSTILE)
    for node in nodes:
        reader.run("location.hash = 'actor=' + encodeURIComponent(arguments[0])", node["id"])
        reader.wait(lambda: reader.all("#panel h2") and
                    reader.text("#panel h2") == node["label"]["en"])
    reader.click("#open-path")
    reader.one("#path-from").send_keys("<", Keys.ENTER)
    reader.one("#path-to").send_keys("long", Keys.ENTER)
    reader.one("#search").send_keys("script")
    reader.rest()
    assert reader.all("#search-list li")
    reader.keys(Keys.ESCAPE)
    reader.click("#view-table")
    reader.click("#labels-fr")
    equal(reader.run("return window.hit"), None)
    equal(reader.run("return document.querySelectorAll('img, iframe, object').length"), 0)
    equal(reader.run("return document.scripts.length"), 2)
    links = reader.run("return [...document.querySelectorAll('a')].map(a => a.getAttribute('href'))")
    assert all(re.match("https?://", link) for link in links), links


def sparse(reader, pages):
    """One actor, whom nobody named accuses, on no date."""
    reader.open(pages["sparse"])
    equal(reader.one("#timeline").is_displayed(), False)
    reader.click_node("marc-cole")
    assert "not named" in reader.text("#panel") and len(reader.all("#panel mark")) == 1
    reader.click("#view-table")
    equal(len(reader.all("#table tbody tr")), 1)


def undrawn(reader, pages):
    """Who is too many for the map is found all the same."""
    reader.open(pages["few"])
    equal(len(reader.all("#map > svg:first-of-type .node")), 3)
    assert "5 less involved actors are not drawn" in reader.text("#panel")
    reader.keys("/")
    reader.keys("island", Keys.ENTER)
    assert "Not drawn on the map" in reader.text("#panel")
    equal(len(reader.all("#panel blockquote")), 1)
    reader.click("#panel button.wide")
    reader.keys("union", Keys.ENTER)
    equal(len(reader.all("#panel .steps > li")), 1)
    reader.click("#view-table")
    equal(len(reader.all("#table tbody tr")), len(edges(STORIES)) + 1)


def no_room_lost(reader, pages):
    """Nothing sticks out of the window, wide or narrow, whatever the language and the names."""
    for width, height in ((1400, 900), (390, 844)):
        reader.size(width, height)
        for page in ("plain", "hostile"):
            for fragment in ("", "labels=fr", "view=table", "labels=fr&actor=south", "path=1",
                             "actor=" + HOSTILE[4]):
                reader.open(pages[page], fragment)
                wide = reader.run("return document.documentElement.scrollWidth")
                assert wide <= width, (page, fragment, width, wide)
    reader.size(1400, 900)


TESTS = [policy, actor_by_click, edge_by_click, hover, search, filters, dates, player, paths,
         keyboard, camera, address, languages, words, table, without_script, hostile, sparse, undrawn, no_room_lost]


def run_tests(reader, pages):
    for test in TESTS:
        name = "page: " + test.__name__.replace("_", " ")
        try:
            test(reader, pages)
            equal(reader.complaints() if test is not policy else [], [])
            equal(reader.requests() if test is not policy else [], [])
            print("ok", name)
        except Exception:
            print("not ok", name)
            print("# " + traceback.format_exc().strip().replace("\n", "\n# "))
            reader.complaints(), reader.requests()
            reader.size(1400, 900)
        sys.stdout.flush()


def main():
    try:
        reader = Reader()
    except (WebDriverException, OSError) as error:
        print("ok # skipped: Chromium cannot start:", str(error).strip().splitlines()[0])
        return
    try:
        with tempfile.TemporaryDirectory() as folder:
            plain = [record(i, story) for i, story in enumerate(STORIES)]
            china = [record(0, STORIES[0])]
            china[0]["actors"][0]["id"] = "china"
            china[0]["claims"][0]["by"] = ["china"]
            china[0]["triples"][0]["accuser"] = "china"
            pages = {"plain": draw(folder, "plain", plain),
                     "french": draw(folder, "french", china, "--labels", "fr", "--title",
                                    "Un titre à nous"),
                     "few": draw(folder, "few", plain, "--max-nodes", "3"),
                     "sparse": draw(folder, "sparse", [record(0, (None, "Marc Cole", False, None,
                                                                  None, "en", "asserted"))]),
                     "hostile": draw(folder, "hostile", hostile_records())}
            run_tests(reader, pages)
    finally:
        reader.driver.quit()


main()
