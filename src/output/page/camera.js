/* What part of the drawing is seen: the SVG's view box. gestures.js and keys.js move it at the reader's
 * hand, travel.js where a choice made elsewhere leads. */
const camera = {
    stage: document.getElementById("map"),
    all: null,          /* the box of the whole drawing */
    view: null,         /* the box that is seen, before the stage's shape widens it */
    frame: 0,
    painted: null,      /* the view that was painted last */
    large: false,
    slow: false,        /* painting takes so long that moving is done without */
    rest: 0,            /* the timer that waits for the reader's rest */
    gliding: null,      /* the step of a motion of travel.js that is under way */
    remember: 0,
};
const CLOSEST = 60; /* width in the drawing's points of the least that can fill the stage */
const SMALLEST = 0.9, LARGEST = 1.5; /* pixels a point, at which labels are read with ease */
const SLOW = 60;    /* milliseconds of painting from which on a drawing is slow */
const LARGE = 1500; /* signs from which on it is, whatever can be measured here */
const BUTTONS = 56; /* pixels beside the zoom buttons */

function measureDrawing() {
    const group = drawing.svg.querySelector(".drawing") || drawing.svg;
    const box = group.getBBox();
    const move = group.transform.baseVal.consolidate();
    const margin = 14;
    camera.all = {
        x: box.x + (move ? move.matrix.e : 0) - margin,
        y: box.y + (move ? move.matrix.f : 0) - margin,
        width: Math.max(box.width, 1) + 2 * margin,
        height: Math.max(box.height, 1) + 2 * margin,
    };
}

/* All of the drawing in the shape of the stage; where there is room, beside the zoom buttons. */
function wholeView() {
    const {clientWidth: width, clientHeight: height} = camera.stage;
    const all = camera.all, shape = (height || 1) / (width || 1);
    const free = width > 600 ? 1 - BUTTONS / width : 1;
    const wide = Math.max(all.width / free, all.height / shape, width / LARGEST);
    return {x: all.x + (all.width - Math.max(wide * free, all.width)) / 2,
        y: all.y + (all.height - wide * shape) / 2, width: wide, height: wide * shape};
}

/* Looks at [x, y, width], its centre and width, or at all. */
function showView(at) {
    camera.gliding = null;
    clearTimeout(camera.remember);
    const view = wholeView();
    if (at) {
        const shape = view.height / view.width;
        const width = Math.min(Math.max(at[2], CLOSEST), 2 * view.width);
        Object.assign(view, {x: at[0] - width / 2, y: at[1] - width * shape / 2, width: width,
            height: width * shape});
    }
    camera.view = view;
    paintView();
}

function paintView() {
    if (!camera.frame)
        camera.frame = requestAnimationFrame(() => {
            const {x, y, width, height} = camera.view;
            camera.frame = 0;
            drawing.light.setAttribute("viewBox", [x, y, width, height].join(" "));
            if (camera.slow && camera.painted)
                shiftPainted();
            else
                repaint();
        });
}

/* Paints the view. A drawing that takes long is shifted and scaled as it was painted last, as long as
 * the reader moves it. */
function repaint() {
    const begin = performance.now();
    const {x, y, width, height} = camera.view;
    camera.painted = {...camera.view};
    drawing.svg.style.transform = "";
    drawing.svg.setAttribute("viewBox", [x, y, width, height].join(" "));
    requestAnimationFrame(() => setTimeout(() => {
        camera.slow = camera.large || performance.now() - begin > SLOW;
        drawing.svg.classList.toggle("slow", camera.slow);
    }));
}

function shiftPainted() {
    const {view, painted} = camera, scale = camera.stage.clientWidth / view.width;
    drawing.svg.style.transform = `translate(${(painted.x - view.x) * scale}px, ${
        (painted.y - view.y) * scale}px) scale(${painted.width / view.width})`;
    clearTimeout(camera.rest);
    camera.rest = setTimeout(repaint, 160);
}

/* What the reader has moved stands in the fragment once he rests. */
function keepView(view = camera.view) {
    clearTimeout(camera.remember);
    camera.remember = setTimeout(() => {
        const {x, y, width, height} = view;
        state.at = [x + width / 2, y + height / 2, width];
        writeFragment(true);
    }, 300);
}

/* Zooms about a point of the stage, in pixels. */
function zoom(factor, x, y) {
    const view = camera.view, stage = camera.stage;
    camera.gliding = null;
    const most = 2 * wholeView().width;
    const width = Math.min(Math.max(view.width / factor, CLOSEST), most);
    const share = width / view.width;
    const left = x / stage.clientWidth, top = y / stage.clientHeight;
    view.x += view.width * left * (1 - share);
    view.y += view.height * top * (1 - share);
    view.width *= share;
    view.height *= share;
    paintView();
    keepView();
}

function zoomMiddle(factor) {
    zoom(factor, camera.stage.clientWidth / 2, camera.stage.clientHeight / 2);
}

function pan(x, y) {
    camera.gliding = null;
    const view = camera.view, scale = view.width / camera.stage.clientWidth;
    view.x -= x * scale;
    view.y -= y * scale;
    paintView();
    keepView();
}

function showWhole() {
    state.at = null;
    showView(null);
    writeFragment(true);
}

/* Moves the drawing so far that an actor is seen. */
function bringIntoView(node) {
    const element = drawing.nodes[node];
    if (!element || camera.stage.hidden)
        return;
    const box = element.getBoundingClientRect(), stage = camera.stage.getBoundingClientRect();
    const off = (from, to, low, high) => from < low ? low - from : to > high ? high - to : 0;
    const edge = 24;
    const x = off(box.left, box.right, stage.left + edge, stage.right - edge);
    const y = off(box.top, box.bottom, stage.top + edge, stage.bottom - edge);
    if (x || y)
        pan(x && x + Math.sign(x) * stage.width / 4, y && y + Math.sign(y) * stage.height / 4);
}

function prepareCamera() {
    const stage = camera.stage;
    measureDrawing();
    camera.large = [...drawing.nodes, ...drawing.edges].filter(Boolean).length > LARGE;
    new ResizeObserver(() => {
        if (stage.clientWidth > 0)
            showView(state.at);
    }).observe(stage);
}
