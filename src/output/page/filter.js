/* Which passages, edges and actors the filters let through. An edge is shown where one of its
 * passages is, an actor where one of his edges is or a passage that accuses him in nobody's name. */
const shown = {
    articles: new Uint8Array(data.articles.length),
    edges: new Uint8Array(data.edges.length),
    nodes: new Uint8Array(data.nodes.length),
};
let filteredBy = null;

function filterKey() {
    return JSON.stringify([state.hide, state.certainty, state.outlet, state.language, state.since,
        state.until]);
}

function isFiltered() {
    return state.hide.length > 0 || state.certainty !== HOME.certainty || state.outlet !== null ||
        state.language !== null || state.since !== null || state.until !== null;
}

/* The days that a date may mean: the first for the beginning of a range, and for its end too. */
function firstDay(date) {
    const parts = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:$|T)/.exec(date || "");
    return parts ? parts[1] + "-" + (parts[2] || "01") + "-" + (parts[3] || "01") : null;
}

function isArticleShown(article) {
    if (state.outlet !== null && article.outlet !== state.outlet ||
        state.language !== null && article.language !== state.language)
        return false;
    if (state.since === null && state.until === null)
        return true;
    const day = firstDay(article.date);
    return day !== null && (state.since === null || day >= state.since) &&
        (state.until === null || day <= state.until);
}

/* Certainty is told of accusations alone. */
function isPassageShown(passage, relation) {
    return shown.articles[passage.article] === 1 && (relation === "denies" ||
        CERTAINTIES.indexOf(passage.certainty) >= CERTAINTIES.indexOf(state.certainty));
}

function shownPassages(list, relation) {
    return list.filter(index => isPassageShown(data.passages[index], relation));
}

/* Of accusations in nobody's name. */
function shownUnattributed(node) {
    return shownPassages(data.nodes[node].unattributed, "accuses").filter(index =>
        !state.hide.includes(data.passages[index].answered ? "answered" : "accuses"));
}

/* Of how many stories an edge tells, copies of one dispatch counted once, among those shown. */
function storiesOf(passages) {
    return new Set(passages.map(index => data.passages[index].story)).size;
}

function countShown() {
    return shown.edges.reduce((sum, one) => sum + one, 0);
}

/* True where something has changed. */
function filter() {
    const key = filterKey();
    if (key === filteredBy)
        return false;
    filteredBy = key;
    const all = !isFiltered();
    data.articles.forEach((article, i) => { shown.articles[i] = isArticleShown(article) ? 1 : 0; });
    shown.nodes.fill(all ? 1 : 0);
    data.edges.forEach((edge, i) => {
        shown.edges[i] = !state.hide.includes(sortOf(edge)) && edge.passages.some(index =>
            isPassageShown(data.passages[index], edge.relation)) ? 1 : 0;
        if (shown.edges[i])
            shown.nodes[edge.source] = shown.nodes[edge.target] = 1;
    });
    if (!all)
        data.nodes.forEach((node, i) => {
            if (node.unattributed.length > 0 && shownUnattributed(i).length > 0)
                shown.nodes[i] = 1;
        });
    return true;
}
