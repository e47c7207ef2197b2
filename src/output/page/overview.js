/* The panel when nothing is open: what the signs mean, and who stands in the middle. */
const MOST_LISTED = 5;

/* Per node, in how many stories he is accused, accuses, denies, among what is shown. */
function countStories() {
    const sets = {received: [], made: [], denials: []};
    const add = (list, node, passages) => {
        list[node] = list[node] || new Set();
        for (const index of passages)
            list[node].add(data.passages[index].story);
    };
    data.edges.forEach((edge, i) => {
        if (!shown.edges[i])
            return;
        const passages = shownPassages(edge.passages, edge.relation);
        add(edge.relation === "denies" ? sets.denials : sets.made, edge.source, passages);
        if (edge.relation === "accuses")
            add(sets.received, edge.target, passages);
    });
    data.nodes.forEach((node, i) => {
        const passages = node.unattributed.length > 0 ? shownUnattributed(i) : [];
        if (passages.length > 0)
            add(sets.received, i, passages);
    });
    return sets;
}

function topList(key, sets) {
    const ranked = [...sets.keys()].filter(node => sets[node])
        .sort((a, b) => sets[b].size - sets[a].size || a - b).slice(0, MOST_LISTED);
    if (ranked.length === 0)
        return null;
    return make("section", {},
        make("h3", {}, word(key)),
        make("ol", {class: "top"}, ranked.map(node => make("li", {}, actorButton(node),
            make("span", {class: "number"}, counted("count.stories", sets[node].size))))));
}

function legendView() {
    const kinds = new Set(data.nodes.filter((node, i) => drawing.nodes[i]).map(node => node.kind));
    const rows = SORTS.filter(sort => data.edges.some(edge => sortOf(edge) === sort)).map(sort =>
        make("li", {}, lineSample(sort), word("legend." + sort)));
    const hidden = drawing.nodes.filter(node => !node).length;
    const boxes = Object.keys(data.words[state.labels]).filter(key => key.startsWith("kind.") &&
        kinds.has(key.slice(5))).map(key => make("li", {}, kindSample(key.slice(5)), word(key)));
    return make("section", {},
        make("h3", {}, word("signs")),
        make("ul", {class: "signs"}, rows),
        make("ul", {class: "signs kinds"}, boxes),
        make("p", {class: "source"}, word("size." + data.size)),
        hidden === 0 ? null : make("p", {class: "note"}, counted("count.undrawn", hidden)));
}

function keysView() {
    return make("details", {class: "keys"},
        make("summary", {}, word("keys")),
        make("dl", {}, ["search", "move", "open", "zoom", "whole", "close"].flatMap(key => [
            make("dt", {}, make("kbd", {}, word("key." + key))),
            make("dd", {}, word("keys." + key))])));
}

function overviewView() {
    const sets = countStories();
    return [
        make("p", {class: "lead"}, word("lead")),
        topList("top.received", sets.received),
        topList("top.made", sets.made),
        topList("top.denials", sets.denials),
        legendView(),
        keysView(),
    ];
}
