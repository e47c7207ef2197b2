/* What the page knows, from its JSON block:
 *   language, title (missing: the usual one), count (articles), first, last (dates)
 *   size      the measure that makes actors large
 *   nodes     id, label {language: name}, kind, of (node), names, made, received, denied, denials,
 *             unattributed (passages in which nobody named accuses him)
 *   edges     source, target, accused (nodes), relation, weight (stories), answered, passages
 *   passages  article, quote [before, cue, after], certainty, answered, story
 *   articles  title, outlet, file, url, date, language
 *   words     {language: {key: word}}
 * Nodes, edges, passages and articles are named by their places in these lists. */
const data = JSON.parse(document.getElementById("data").textContent);

/* The edges at each node, and the nodes by their ids. */
const edgesAt = data.nodes.map(() => []);
const nodeById = new Map(data.nodes.map((node, index) => [node.id, index]));
data.edges.forEach((edge, index) => {
    edgesAt[edge.source].push(index);
    if (edge.target !== edge.source)
        edgesAt[edge.target].push(index);
});
/* Where either would do, an accusation tells more than its denial. */
edgesAt.forEach(list => list.sort((a, b) =>
    (data.edges[a].relation === "denies") - (data.edges[b].relation === "denies") || a - b));

/* What filters and legend tell apart: accusations, those of which a denial is reported, denials. */
const SORTS = ["accuses", "answered", "denies"];
function sortOf(edge) {
    return edge.relation === "accuses" && edge.answered ? "answered" : edge.relation;
}

function otherEnd(edge, node) {
    return edge.source === node ? edge.target : edge.source;
}

function findEdge(relation, source, target) {
    return data.edges.findIndex(edge => edge.relation === relation &&
        data.nodes[edge.source].id === source && data.nodes[edge.target].id === target);
}

/* The values that the articles have, each once, sorted. */
function valuesOf(field) {
    return [...new Set(data.articles.map(article => article[field]).filter(Boolean))].sort();
}
