/* The panel with an actor's file, or with one edge. */

/* An edge in a list: who is at its other end, and the words. */
function edgeEntry(index, other) {
    const edge = data.edges[index];
    const passages = shownPassages(edge.passages, edge.relation);
    return make("li", {class: "entry " + sortOf(edge)},
        make("div", {class: "who"}, actorButton(other),
            button({class: "stories", click: () => {
                openEdge(index);
                travelTo("edge", index);
            },
                "aria-label": fill("described", edgeText(edge),
                    counted("count.stories", storiesOf(passages)))},
                counted("count.stories", storiesOf(passages)))),
        passagesView(passages, edge.relation));
}

function section(key, sort, entries) {
    if (entries.length === 0)
        return null;
    return make("section", {},
        make("h3", {}, lineSample(sort), word(key), make("span", {class: "number"},
            String(entries.length))),
        make("ul", {class: "entries"}, entries));
}

/* The edges that fit, the weightiest first, as entries with the node at `end` of them. */
function entries(list, end, fits) {
    return list.filter(index => shown.edges[index] && fits(data.edges[index]))
        .sort((a, b) => data.edges[b].weight - data.edges[a].weight || a - b)
        .map(index => edgeEntry(index, data.edges[index][end]));
}

function unattributedEntry(node) {
    const passages = shownUnattributed(node);
    if (passages.length === 0)
        return [];
    return [make("li", {class: "entry accuses"},
        make("div", {class: "who"}, make("span", {class: "nobody"}, word("nobody"))),
        passagesView(passages, "accuses"))];
}

function fileSections(node) {
    const at = edgesAt[node], all = data.edges.keys();
    const accuses = edge => edge.relation === "accuses", denies = edge => edge.relation === "denies";
    const defended = [...all].filter(index => data.edges[index].accused === node &&
        data.edges[index].source !== node);
    return [
        section("file.received", "accuses", [
            ...entries(at, "source", edge => accuses(edge) && edge.target === node),
            ...unattributedEntry(node)]),
        section("file.made", "accuses",
            entries(at, "target", edge => accuses(edge) && edge.source === node)),
        section("file.denials", "denies",
            entries(at, "target", edge => denies(edge) && edge.source === node)),
        section("file.contradicted", "denies",
            entries(at, "source", edge => denies(edge) && edge.target === node)),
        section("file.defended", "denies", entries(defended, "source", () => true)),
    ];
}

function countsView(node) {
    const {made, received, denied, denials} = data.nodes[node];
    const row = (key, count) => count === 0 ? [] : [make("dt", {}, word("node." + key)),
        make("dd", {}, String(count))];
    return make("dl", {class: "counts"}, row("received", received), row("denied", denied),
        row("made", made), row("denials", denials));
}

function filteredNote() {
    if (!isFiltered())
        return null;
    return make("p", {class: "note"}, word("filtered"), " ",
        button({class: "link", click: resetFilters}, word("filter.reset")));
}

function closeButton() {
    return signButton("×", word("close"), {class: "close", click: closeAll});
}

function actorView(index) {
    const node = data.nodes[index];
    const names = node.names.filter(name => name !== nameOf(index));
    return [
        make("div", {class: "panel-head"},
            make("h2", {tabindex: "-1"}, make("bdi", {}, nameOf(index))), closeButton()),
        make("p", {class: "kind-line"}, kindSample(node.kind), word("kind." + node.kind),
            node.of === undefined ? null : [" · ", sentence("speaks", actorButton(node.of))]),
        names.length === 0 ? null : make("p", {class: "names"},
            labelled("node.names", ""), make("bdi", {}, names.join(", "))),
        drawing.nodes[index] ? null : make("p", {class: "note"}, word("not.drawn")),
        countsView(index),
        button({class: "wide", click: () => askPath(index, null)}, word("path.from.here")),
        filteredNote(),
        ...fileSections(index),
    ];
}

function edgeView(index) {
    const edge = data.edges[index];
    const passages = shownPassages(edge.passages, edge.relation);
    const back = data.edges.findIndex(other => other.relation === edge.relation &&
        other.source === edge.target && other.target === edge.source);
    return [
        make("div", {class: "panel-head"},
            make("h2", {tabindex: "-1"}, sentence("edge." + edge.relation, actorButton(edge.source),
                actorButton(edge.target))), closeButton()),
        make("p", {class: "kind-line"}, lineSample(sortOf(edge)),
            counted("count.stories", storiesOf(passages))),
        edge.accused === undefined || edge.accused === edge.source ? null
            : make("p", {class: "kind-line"}, sentence("accused.is", actorButton(edge.accused))),
        back < 0 || back === index ? null : make("p", {}, labelled("in.return", ""),
            button({class: "link", click: () => openEdge(back)}, edgeText(data.edges[back]))),
        filteredNote(),
        passagesView(passages, edge.relation, 20),
    ];
}
