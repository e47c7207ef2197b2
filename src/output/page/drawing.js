/* The drawn SVG: which of its actors and edges are hidden, faint, or in the light. All of it is done
 * by classes on the few elements that change; the style sheet does the rest. */
const drawing = {
    svg: document.querySelector("#map svg"),
    nodes: data.nodes.map((node, i) => document.getElementById("n" + i)),
    edges: data.edges.map((edge, i) => document.getElementById("e" + i)),
    marks: new Map(), /* what is written on an edge */
    near: [],         /* elements in the light */
    hovered: null,
};

/* Thin lines are hard to hit: each gets a broad one that is not seen. */
function widenEdge(group) {
    const line = group.querySelector(".line") || group.querySelector("path");
    if (!line)
        return;
    const broad = line.cloneNode(false);
    broad.setAttribute("class", "broad");
    line.before(broad);
}

function prepareDrawing() {
    const svg = drawing.svg;
    for (const mark of svg.querySelectorAll("[data-edge]"))
        drawing.marks.set(Number(mark.getAttribute("data-edge").slice(1)), mark);
    drawing.edges.forEach(group => group && widenEdge(group));
    /* Links would be hundreds of stops of the tab key; the panel has them too. */
    for (const link of svg.querySelectorAll("a"))
        link.setAttribute("tabindex", "-1");
    for (const node of drawing.nodes)
        if (node) {
            node.setAttribute("role", "button");
            node.setAttribute("tabindex", "-1");
        }
    svg.setAttribute("role", "group");
    svg.removeAttribute("width");
    svg.removeAttribute("height");
    svg.addEventListener("pointerover", event => event.pointerType === "mouse" && hover(event));
    svg.addEventListener("pointerleave", () => light(null));
    svg.addEventListener("click", clickDrawing);
}

/* The node or edge that an element of the drawing belongs to: ["node", index]. */
function targetOf(element) {
    const group = element.closest(".node, .edge, [data-edge]");
    if (!group || !drawing.svg.contains(group))
        return null;
    if (group.matches(".node"))
        return ["node", Number(group.id.slice(1))];
    return ["edge", Number((group.getAttribute("data-edge") || group.id).slice(1))];
}

function hover(event) {
    const target = targetOf(event.target);
    light(target && target.join());
}

function light(hovered) {
    if (hovered === drawing.hovered)
        return;
    drawing.hovered = hovered;
    drawLight();
}

/* An article's link opens where a key says that it shall. */
function clickDrawing(event) {
    if (event.ctrlKey || event.metaKey || event.shiftKey)
        return;
    event.preventDefault();
    if (wasDragged())
        return;
    const target = targetOf(event.target);
    if (!target)
        closeAll();
    else if (target[0] === "node")
        openActor(target[1]);
    else
        openEdge(target[1]);
}

/* What lies around an actor or edge, as nodes and edges. */
function around(kind, index) {
    if (kind === "edge")
        return [[data.edges[index].source, data.edges[index].target], [index]];
    const edges = edgesAt[index].filter(edge => shown.edges[edge]);
    return [[index, ...edges.map(edge => otherEnd(data.edges[edge], index))], edges];
}

/* What is in the light: what the pointer is on, else what is open, else (null) all. */
function chooseLight() {
    if (drawing.hovered) {
        const [kind, index] = drawing.hovered.split(",");
        return around(kind, Number(index));
    }
    if (state.actor !== null)
        return around("node", state.actor);
    if (state.edge !== null)
        return around("edge", state.edge);
    const steps = currentPath();
    if (steps === null)
        return null;
    return [[state.from, ...steps.flatMap(i => [data.edges[i].source, data.edges[i].target])], steps];
}

function drawLight() {
    const chosen = chooseLight();
    for (const element of drawing.near)
        element.classList.remove("near");
    drawing.near = [];
    if (chosen) {
        const [nodes, edges] = chosen;
        drawing.near = [...nodes.map(node => drawing.nodes[node]),
            ...edges.map(edge => drawing.edges[edge]),
            ...edges.map(edge => drawing.marks.get(edge))].filter(Boolean);
    }
    for (const element of drawing.near)
        element.classList.add("near");
    drawing.svg.classList.toggle("lit", chosen !== null);
    for (const element of drawing.svg.querySelectorAll(".chosen"))
        element.classList.remove("chosen");
    const open = state.actor !== null ? drawing.nodes[state.actor]
        : state.edge !== null ? drawing.edges[state.edge] : null;
    if (open)
        open.classList.add("chosen");
}

function drawFilter() {
    drawing.edges.forEach((group, i) => {
        if (!group)
            return;
        group.classList.toggle("off", !shown.edges[i]);
        if (drawing.marks.has(i))
            drawing.marks.get(i).classList.toggle("off", !shown.edges[i]);
    });
    drawing.nodes.forEach((group, i) => group && group.classList.toggle("faint", !shown.nodes[i]));
}
