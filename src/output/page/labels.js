/* The drawing in the other language: its labels keep their boxes, whose places are drawn for good. */

/* Breaks a text into `count` lines or fewer, as even as they go. */
function breakLines(text, count) {
    const words = text.split(/\s+/).filter(Boolean);
    const lines = [];
    let left = text.length;
    while (words.length > 0) {
        const wanted = left / (count - lines.length);
        let line = words.shift();
        while (words.length > 0 && (lines.length === count - 1 ||
            line.length + 1 + words[0].length / 2 <= wanted))
            line += " " + words.shift();
        left -= line.length + 1;
        lines.push(line);
    }
    return lines;
}

/* The lines of a node's label, as they were drawn. */
function drawnLines(group) {
    const text = group.querySelector("text");
    if (!text)
        return null;
    const spans = [...text.querySelectorAll("tspan")];
    return {text: text, spans: spans.length ? spans : [text]};
}

/* All sizes are asked for before anything is changed, so that the page is laid out once. */
function relabelDrawing() {
    const jobs = drawing.nodes.map((group, i) => {
        const lines = group && drawnLines(group);
        if (!lines || data.nodes[i].label[data.language] === nameOf(i) && !group.dataset.relabelled)
            return null;
        if (!group.dataset.relabelled) {
            group.dataset.relabelled = lines.spans.map(span => span.textContent).join("\n");
            group.dataset.room = Math.max(...lines.spans.map(span => span.getComputedTextLength()));
            group.dataset.font = parseFloat(getComputedStyle(lines.text).fontSize);
        }
        return {...lines, group: group, node: i};
    }).filter(Boolean);
    jobs.forEach(job => {
        const own = state.labels === data.language;
        const texts = own ? job.group.dataset.relabelled.split("\n")
            : breakLines(nameOf(job.node), job.spans.length);
        job.spans.forEach((span, i) => { span.textContent = texts[i] || ""; });
        job.text.style.fontSize = "";
    });
    const widths = jobs.map(job => Math.max(...job.spans.map(span => span.getComputedTextLength())));
    jobs.forEach((job, i) => {
        const room = Number(job.group.dataset.room) + 4;
        if (widths[i] > room)
            job.text.style.fontSize = Number(job.group.dataset.font) * room / widths[i] + "px";
    });
}

function nodeText(node) {
    return fill("described", nameOf(node), word("kind." + data.nodes[node].kind));
}

/* What is told of a sign where the pointer rests, and read out. */
function retitleDrawing() {
    const retitle = (group, text) => {
        const title = group && group.querySelector("title");
        if (title)
            title.textContent = text;
    };
    drawing.nodes.forEach((group, i) => {
        retitle(group, nodeText(i));
        if (group)
            group.setAttribute("aria-label", nodeText(i));
    });
    drawing.edges.forEach((group, i) => {
        if (!group)
            return;
        const text = fill("described", edgeText(data.edges[i]),
            counted("count.stories", data.edges[i].weight));
        retitle(group, text);
        retitle(drawing.marks.get(i), text);
    });
    drawing.lit = "";
    drawing.svg.removeAttribute("aria-labelledby");
    drawing.svg.setAttribute("aria-label", word("map.title"));
    retitle(drawing.svg, "");
}
