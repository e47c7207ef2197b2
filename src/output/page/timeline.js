/* Accusations and denials along time, and two sliders that choose a stretch of it. */
const timeline = {
    bins: [],    /* {first, last: days; accuses, denies: sets of passages} */
    letters: 10, /* of the first day that tell a bin: day, month or year */
};

/* The number of the bin that holds a day. */
function binOf(day) {
    let low = 0, high = timeline.bins.length - 1;
    while (low < high) {
        const middle = low + high + 1 >> 1;
        if (timeline.bins[middle].first <= day)
            low = middle;
        else
            high = middle - 1;
    }
    return low;
}

function countBins() {
    const count = (list, relation) => {
        for (const index of list) {
            const day = firstDay(data.articles[data.passages[index].article].date);
            if (day !== null)
                timeline.bins[binOf(day)][relation].add(index);
        }
    };
    data.edges.forEach(edge => count(edge.passages, edge.relation));
    data.nodes.forEach(node => count(node.unattributed, "accuses"));
}

function prepareTimeline() {
    const days = data.articles.map(article => firstDay(article.date)).filter(day =>
        day !== null && isoDay(utc(day)) === day).sort();
    if (days.length === 0)
        return;
    const starts = binStarts(days[0], days[days.length - 1]);
    timeline.bins = starts.map((first, i) => ({
        first: first,
        last: i + 1 < starts.length ? isoDay(new Date(utc(starts[i + 1]).getTime() - DAY))
            : days[days.length - 1],
        accuses: new Set(), denies: new Set(),
    }));
    countBins();
}

/* A stretch of bins as people write it, in days, months or years. */
function stretchText(from, to) {
    return dateRange(from.first.slice(0, timeline.letters), to.last.slice(0, timeline.letters));
}

function binText(bin) {
    return stretchText(bin, bin);
}

function binTitle(bin) {
    return [binText(bin), counted("count.accusations", bin.accuses.size),
        counted("count.denials", bin.denies.size)].join(" · ");
}

function barsView() {
    const most = Math.max(1, ...timeline.bins.map(bin => bin.accuses.size + bin.denies.size));
    const height = 40, share = 100 / timeline.bins.length;
    const bar = (name, i, from, count) => count === 0 ? null : makeSvg("rect", {class: name,
        x: (i + 0.1) * share, width: 0.8 * share, y: height * (1 - (from + count) / most),
        height: Math.max(height * count / most, 0.8)});
    const bars = timeline.bins.map((bin, i) => makeSvg("g", {"data-bin": i},
        makeSvg("title", {}, binTitle(bin)),
        makeSvg("rect", {class: "bin", x: i * share, width: share, y: 0, height: height}),
        bar("accuses", i, 0, bin.accuses.size),
        bar("denies", i, bin.accuses.size, bin.denies.size)));
    const svg = makeSvg("svg", {class: "bars", viewBox: "0 0 100 " + height,
        preserveAspectRatio: "none", "aria-hidden": "true"}, bars);
    svg.addEventListener("click", event => {
        const bin = event.target.closest("[data-bin]");
        if (bin)
            chooseRange(Number(bin.dataset.bin), Number(bin.dataset.bin), false);
    });
    return svg;
}

/* Shows the bins from one to another, both included; all of them are no filter. */
function chooseRange(from, to, playing) {
    if (!playing)
        stopPlaying();
    const last = timeline.bins.length - 1;
    go({since: from <= 0 ? null : timeline.bins[from].first,
        until: to >= last ? null : timeline.bins[to].last}, true);
}

function chosenRange() {
    return [state.since === null ? 0 : binOf(state.since),
        state.until === null ? timeline.bins.length - 1 : binOf(state.until)];
}

/* A slider over the borders of the bins: it stands before the first bin that is shown, or behind the
 * last. */
function slider(key, pick) {
    return make("input", {type: "range", class: key, min: 0, max: timeline.bins.length, step: 1,
        "aria-label": word(key), input: pick});
}

function timelineView() {
    timeline.since = slider("since", () => {
        const to = chosenRange()[1];
        chooseRange(Math.min(Number(timeline.since.value), to), to, false);
        timeline.since.value = chosenRange()[0];
    });
    timeline.until = slider("until", () => {
        const from = chosenRange()[0];
        chooseRange(from, Math.max(Number(timeline.until.value) - 1, from), false);
        timeline.until.value = chosenRange()[1] + 1;
    });
    timeline.text = make("output", {class: "range"});
    timeline.play = signButton("▶", word("play"), {class: "play", click: togglePlaying});
    timeline.bars = barsView();
    timeline.element = make("section", {id: "timeline", "aria-label": word("timeline"),
        hidden: timeline.bins.length < 2}, timeline.play,
        make("div", {class: "track"}, timeline.bars, make("div", {class: "sliders"}, timeline.since,
            timeline.until)), timeline.text);
    return timeline.element;
}

function drawTimeline() {
    if (timeline.bins.length < 2)
        return;
    const [from, to] = chosenRange();
    timeline.since.value = from;
    timeline.until.value = to + 1;
    timeline.since.setAttribute("aria-valuetext", binText(timeline.bins[from]));
    timeline.until.setAttribute("aria-valuetext", binText(timeline.bins[to]));
    timeline.text.textContent = stretchText(timeline.bins[from], timeline.bins[to]);
    [...timeline.bars.children].forEach((bar, i) => bar.classList.toggle("out", i < from || i > to));
}
