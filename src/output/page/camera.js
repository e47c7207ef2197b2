/* What part of the drawing is seen: wheel, drag, pinch, buttons and keys move the SVG's view box. */
const camera = {
    stage: document.getElementById("map"),
    all: null,          /* the box of the whole drawing */
    view: null,         /* the box that is seen, before the stage's shape widens it */
    pointers: new Map(),
    moved: 0,           /* how far, in pixels, since the first pointer went down */
    frame: 0,
    remember: 0,
};
const CLOSEST = 60; /* width in the drawing's points of the least that can fill the stage */
const DRAG = 4;     /* pixels from which on a click is a drag */

function wasDragged() {
    return camera.moved > DRAG;
}

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

/* All of the drawing in the shape of the stage. */
function wholeView() {
    const {clientWidth: width, clientHeight: height} = camera.stage;
    const all = camera.all, shape = (height || 1) / (width || 1);
    const wide = Math.max(all.width, all.height / shape, 320);
    return {x: all.x + (all.width - wide) / 2, y: all.y + (all.height - wide * shape) / 2,
        width: wide, height: wide * shape};
}

/* Looks at [x, y, width], its centre and width, or at all. */
function showView(at) {
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
            drawing.svg.setAttribute("viewBox", [x, y, width, height].join(" "));
        });
}

/* What the reader has moved stands in the fragment once he rests. */
function keepView() {
    clearTimeout(camera.remember);
    camera.remember = setTimeout(() => {
        const {x, y, width, height} = camera.view;
        state.at = [x + width / 2, y + height / 2, width];
        writeFragment(true);
    }, 300);
}

/* Zooms about a point of the stage, in pixels. */
function zoom(factor, x, y) {
    const view = camera.view, stage = camera.stage;
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
    const view = camera.view, scale = view.width / camera.stage.clientWidth;
    view.x -= x * scale;
    view.y -= y * scale;
    paintView();
    keepView();
}

function showWhole() {
    clearTimeout(camera.remember);
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

function stagePoint(event) {
    const stage = camera.stage.getBoundingClientRect();
    return [event.clientX - stage.left, event.clientY - stage.top];
}

function pressPointer(event) {
    if (event.button !== 0 || event.target.closest("button"))
        return;
    if (camera.pointers.size === 0)
        camera.moved = 0;
    camera.pointers.set(event.pointerId, stagePoint(event));
}

function middleAndSpread() {
    const [[x, y], [u, v]] = camera.pointers.values();
    return [(x + u) / 2, (y + v) / 2, Math.max(Math.hypot(x - u, y - v), 1)];
}

function movePointer(event) {
    const before = camera.pointers.get(event.pointerId);
    if (!before)
        return;
    const now = stagePoint(event);
    camera.moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (!wasDragged())
        return;
    drawing.svg.setPointerCapture(event.pointerId);
    const pinched = camera.pointers.size === 2 ? middleAndSpread() : null;
    camera.pointers.set(event.pointerId, now);
    if (pinched) {
        const [x, y, spread] = middleAndSpread();
        pan(x - pinched[0], y - pinched[1]);
        zoom(spread / pinched[2], x, y);
    } else if (camera.pointers.size === 1) {
        pan(now[0] - before[0], now[1] - before[1]);
    }
}

function liftPointer(event) {
    camera.pointers.delete(event.pointerId);
}

function turnWheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? 400 : 1;
    const [x, y] = stagePoint(event);
    zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016)), x, y);
}

function prepareCamera() {
    const stage = camera.stage;
    measureDrawing();
    stage.addEventListener("wheel", turnWheel, {passive: false});
    stage.addEventListener("pointerdown", pressPointer);
    stage.addEventListener("pointermove", movePointer);
    for (const end of ["pointerup", "pointercancel", "lostpointercapture"])
        stage.addEventListener(end, liftPointer);
    stage.addEventListener("dragstart", event => event.preventDefault());
    new ResizeObserver(() => {
        if (stage.clientWidth > 0)
            showView(state.at);
    }).observe(stage);
}
