/* Making elements. Whatever comes from articles gets in as text or as the value of an attribute. */
const SVG = "http://www.w3.org/2000/svg";

function fillElement(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes))
        if (typeof value === "function")
            element.addEventListener(name, value);
        else if (value === true)
            element.setAttribute(name, "");
        else if (value !== false && value !== null && value !== undefined)
            element.setAttribute(name, value);
    element.append(...children.flat().filter(child => child !== null && child !== undefined));
    return element;
}

/* An element with attributes (a function listens to the event of that name; true is an empty value;
 * false, null and undefined are left out) and children (elements, strings, lists of them). */
function make(name, attributes, ...children) {
    return fillElement(document.createElement(name), attributes, children);
}

function makeSvg(name, attributes, ...children) {
    return fillElement(document.createElementNS(SVG, name), attributes, children);
}

function button(attributes, ...children) {
    return make("button", {type: "button", ...attributes}, ...children);
}

/* A sign and the words that are read out for it. */
function signButton(sign, text, attributes) {
    return button({"aria-label": text, title: text, ...attributes},
        make("span", {"aria-hidden": "true"}, sign));
}

/* A short piece of a drawn line, as in the map. */
function lineSample(sort) {
    const denies = sort === "denies";
    const sample = makeSvg("svg", {class: "sample-line " + sort, viewBox: "0 0 40 14",
        width: 40, height: 14, "aria-hidden": "true"},
        makeSvg("path", {class: "stroke", d: "M1 7H30"}),
        makeSvg("path", {class: "tip", d: "M30 2.5L38.5 7L30 11.5Z"}));
    if (sort === "answered")
        sample.append(makeSvg("circle", {class: "sign", cx: 16, cy: 7, r: 5.5}),
            makeSvg("path", {class: "slash", d: "M13.7 4.7l4.6 4.6m0-4.6l-4.6 4.6"}));
    if (denies)
        sample.firstChild.setAttribute("stroke-dasharray", "7 4");
    return sample;
}

/* The outline of a kind's box in its colours. */
function kindSample(kind) {
    return makeSvg("svg", {class: "kind-sample node kind-" + kind, viewBox: "0 0 22 14",
        width: 22, height: 14, "aria-hidden": "true"},
        makeSvg("rect", {class: "shape", x: 1, y: 1, width: 20, height: 12, rx: 2}));
}
