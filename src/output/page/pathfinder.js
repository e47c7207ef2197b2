/* The panel that joins two actors. */
let foundPath = {key: null, steps: null};

/* The edges of the path that is asked for; null: none is asked for, or there is none. */
function currentPath() {
    if (!state.path || state.from === null || state.to === null)
        return null;
    const key = [state.from, state.to, filterKey()].join();
    if (foundPath.key !== key)
        foundPath = {key: key, steps: shortestPath(state.from, state.to)};
    return foundPath.steps;
}

function stepView(index) {
    const edge = data.edges[index];
    return make("li", {class: "entry " + sortOf(edge)},
        make("div", {class: "who"}, lineSample(sortOf(edge)),
            make("span", {}, sentence("edge." + edge.relation, actorButton(edge.source),
                actorButton(edge.target)))),
        passagesView(shownPassages(edge.passages, edge.relation), edge.relation));
}

function pathResult() {
    if (state.from === null || state.to === null)
        return null;
    const steps = currentPath();
    if (steps === null)
        return make("p", {class: "note", role: "status"}, word("path.none"));
    return [make("p", {role: "status"}, counted("count.steps", steps.length)),
        make("ol", {class: "entries steps"}, steps.map(stepView))];
}

/* Opens the path finder where the next answer is wanted. */
function askPath(from, to) {
    openPath(from, to);
    const field = document.getElementById(from === null ? "path-from" : "path-to");
    if (from === null || to === null)
        field.focus();
}

function pathView() {
    const field = (id, key, node, pick) => make("label", {class: "path-field"},
        make("span", {}, word(key)), actorField(id, word(key), node, pick, false));
    return [
        make("div", {class: "panel-head"}, make("h2", {tabindex: "-1"}, word("path")), closeButton()),
        make("p", {}, word("path.lead")),
        field("path-from", "path.from", state.from, node => askPath(node, state.to)),
        field("path-to", "path.to", state.to, node => askPath(state.from, node)),
        filteredNote(),
        pathResult(),
    ];
}
