/* What is shown, and the fragment of the address that says so: whoever opens the page with that
 * fragment sees the same, and the back button leads back. */
const HOME = {
    labels: null,    /* language of the interface */
    view: "map",     /* or "table" */
    actor: null,     /* node whose file is open */
    edge: null,      /* edge whose passages are open */
    path: false,     /* the path finder is open */
    from: null,      /* nodes that it joins */
    to: null,
    hide: [],        /* of SORTS */
    certainty: "suspected", /* accusations at least this certain */
    outlet: null,
    language: null,  /* of articles */
    since: null,     /* first day shown, YYYY-MM-DD */
    until: null,     /* last day shown */
    at: null,        /* [x, y, width] of what the map shows; null: all */
};
const CERTAINTIES = ["suspected", "alleged", "asserted"];
const state = {...HOME, labels: data.language};
const WRITE_PAUSE = 200; /* milliseconds: browsers refuse to have the address changed too often */
let writtenFragment = null, writtenAt = -Infinity, writeTimer = 0;

function fragmentOf(shown) {
    const fields = new URLSearchParams();
    const put = (key, value) => {
        if (value !== null && value !== "" && value !== undefined)
            fields.set(key, value);
    };
    const id = node => node === null ? null : data.nodes[node].id;
    put("labels", shown.labels === data.language ? null : shown.labels);
    put("view", shown.view === HOME.view ? null : shown.view);
    put("actor", id(shown.actor));
    if (shown.edge !== null) {
        const edge = data.edges[shown.edge];
        put("edge", edge.relation);
        put("source", id(edge.source));
        put("target", id(edge.target));
    }
    put("path", shown.path ? "1" : null);
    put("from", id(shown.from));
    put("to", id(shown.to));
    put("hide", shown.hide.join(","));
    put("certainty", shown.certainty === HOME.certainty ? null : shown.certainty);
    for (const key of ["outlet", "language", "since", "until"])
        put(key, shown[key]);
    put("at", shown.at && shown.at.map(Math.round).join(","));
    return fields.toString();
}

/* What a fragment says; what it says wrongly is as if it were not there. */
function readFragment(text) {
    const fields = new URLSearchParams(text);
    const one = (key, allowed, otherwise) =>
        allowed.includes(fields.get(key)) ? fields.get(key) : otherwise;
    const node = key => nodeById.has(fields.get(key)) ? nodeById.get(fields.get(key)) : null;
    const day = key => /^\d{4}-\d\d-\d\d$/.test(fields.get(key) || "") ? fields.get(key) : null;
    const edge = fields.has("edge")
        ? findEdge(fields.get("edge"), fields.get("source"), fields.get("target")) : -1;
    const at = (fields.get("at") || "").split(",").map(Number);
    return {
        labels: one("labels", Object.keys(data.words), data.language),
        view: one("view", ["map", "table"], HOME.view),
        actor: node("actor"),
        edge: edge < 0 ? null : edge,
        path: fields.get("path") === "1",
        from: node("from"),
        to: node("to"),
        hide: SORTS.filter(sort => (fields.get("hide") || "").split(",").includes(sort)),
        certainty: one("certainty", CERTAINTIES, HOME.certainty),
        outlet: one("outlet", valuesOf("outlet"), null),
        language: one("language", valuesOf("language"), null),
        since: day("since"),
        until: day("until"),
        at: at.length === 3 && at.every(Number.isFinite) && at[2] > 0 ? at : null,
    };
}

/* Shows something else. `replace`: the back button does not lead back to what was shown before. */
function go(changes, replace) {
    Object.assign(state, changes);
    render();
    writeFragment(replace);
}

/* Replacements that follow each other closely are written together. */
function writeFragment(replace) {
    const fragment = fragmentOf(state);
    clearTimeout(writeTimer);
    if (fragment === writtenFragment)
        return;
    const wait = replace ? writtenAt + WRITE_PAUSE - performance.now() : 0;
    if (wait > 0) {
        writeTimer = setTimeout(() => writeFragment(true), wait);
        return;
    }
    writtenFragment = fragment;
    writtenAt = performance.now();
    if (replace)
        location.replace("#" + fragment);
    else
        location.hash = fragment;
}

/* After the back button, or a fragment that somebody typed. */
function followFragment() {
    const fragment = location.hash.slice(1);
    if (fragment === writtenFragment)
        return;
    clearTimeout(writeTimer);
    stopPlaying();
    writtenFragment = fragment;
    Object.assign(state, readFragment(fragment));
    render();
    showView(state.at);
}

/* What can be open is open alone. */
function openActor(node) {
    go({actor: node, edge: null, path: false});
}

function openEdge(edge) {
    go({actor: null, edge: edge, path: false});
}

function openPath(from, to) {
    go({actor: null, edge: null, path: true, from: from, to: to});
}

function closeAll() {
    go({actor: null, edge: null, path: false});
}
