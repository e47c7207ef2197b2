/* The drawn SVG: which of its actors and edges are hidden, faint, or in the light. What is filtered
 * gets a class. What is in the light is copied into a second SVG, above a veil over the first, which
 * so need not be painted again: fading thousands of elements would take a second. */
const drawing = {
    svg: document.querySelector("#map svg"),
    nodes: data.nodes.map((node, i) => document.getElementById("n" + i)),
    edges: data.edges.map((edge, i) => document.getElementById("e" + i)),
    marks: new Map(), /* what is written on an edge */
    light: null,      /* the second SVG */
    lit: "",          /* what is in the light, as text */
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
    /* Hundreds of links would be as many stops of the tab key; the panel has them. */
    for (const link of svg.querySelectorAll("a"))
        link.removeAttribute("href");
    for (const node of drawing.nodes)
        if (node) {
            node.setAttribute("role", "button");
            node.setAttribute("tabindex", "-1");
        }
    drawing.light = makeSvg("svg", {id: "light", class: svg.getAttribute("class"),
        "aria-hidden": "true", hidden: true});
    svg.after(drawing.light);
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

function clickDrawing(event) {
    if (wasDragged()) {
        gestures.moved = 0;
        return;
    }
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

/* A copy of an element for the second SVG; `chosen`: it is the one that all is about. */
function lightCopy(element, chosen) {
    const copy = element.cloneNode(true);
    copy.removeAttribute("tabindex");
    for (const named of [copy, ...copy.querySelectorAll("[id]")])
        named.removeAttribute("id");
    copy.classList.remove("faint");
    copy.classList.toggle("chosen", chosen);
    copy.classList.toggle("ringed", element.matches(":focus-visible"));
    return copy;
}

/* What is open, or under the pointer. */
function isChosen(kind, index) {
    return drawing.hovered ? drawing.hovered === kind + "," + index : state[kind] === index;
}

function drawLight() {
    const chosen = chooseLight();
    const key = JSON.stringify([chosen, drawing.hovered, state.actor, state.edge, state.labels]);
    if (key === drawing.lit)
        return;
    drawing.lit = key;
    drawing.light.toggleAttribute("hidden", chosen === null);
    if (chosen === null)
        return drawing.light.replaceChildren();
    const [nodes, edges] = chosen.map(list => [...new Set(list)]);
    const copy = (element, isIt) => element ? [lightCopy(element, isIt)] : [];
    const group = drawing.svg.querySelector(".drawing").cloneNode(false);
    group.append(
        ...edges.flatMap(edge => copy(drawing.edges[edge], isChosen("edge", edge))),
        ...nodes.flatMap(node => copy(drawing.nodes[node],
            isChosen(drawing.hovered ? "node" : "actor", node))),
        ...edges.flatMap(edge => copy(drawing.marks.get(edge), false)));
    drawing.light.replaceChildren(group);
}

function drawFilter() {
    const denied = data.edges.some((edge, i) => edge.relation === "denies" && shown.edges[i]);
    drawing.svg.classList.toggle("undenied", !denied);
    drawing.edges.forEach((group, i) => {
        if (!group)
            return;
        group.classList.toggle("off", !shown.edges[i]);
        if (drawing.marks.has(i))
            drawing.marks.get(i).classList.toggle("off", !shown.edges[i]);
    });
    drawing.nodes.forEach((group, i) => group && group.classList.toggle("faint", !shown.nodes[i]));
}
