/* Wheel, drag and pinch on the map. */
const gestures = {
    pointers: new Map(), /* where those that are down were last, in pixels of the stage */
    moved: 0,            /* how far, in pixels, since the first went down */
};
const DRAG = 4; /* pixels from which on a click is a drag */

function wasDragged() {
    return gestures.moved > DRAG;
}

function stagePoint(event) {
    const stage = camera.stage.getBoundingClientRect();
    return [event.clientX - stage.left, event.clientY - stage.top];
}

function pressPointer(event) {
    if (event.button !== 0 || event.target.closest("button"))
        return;
    if (gestures.pointers.size === 0)
        gestures.moved = 0;
    gestures.pointers.set(event.pointerId, stagePoint(event));
}

function middleAndSpread() {
    const [[x, y], [u, v]] = gestures.pointers.values();
    return [(x + u) / 2, (y + v) / 2, Math.max(Math.hypot(x - u, y - v), 1)];
}

function movePointer(event) {
    if (event.pointerType === "mouse" && event.buttons === 0) /* let go outside of the window */
        liftPointer(event);
    const before = gestures.pointers.get(event.pointerId);
    if (!before)
        return;
    const now = stagePoint(event);
    gestures.moved += Math.hypot(now[0] - before[0], now[1] - before[1]);
    if (!wasDragged())
        return;
    drawing.svg.setPointerCapture(event.pointerId);
    const pinched = gestures.pointers.size === 2 ? middleAndSpread() : null;
    gestures.pointers.set(event.pointerId, now);
    if (pinched) {
        const [x, y, spread] = middleAndSpread();
        pan(x - pinched[0], y - pinched[1]);
        zoom(spread / pinched[2], x, y);
    } else if (gestures.pointers.size === 1) {
        pan(now[0] - before[0], now[1] - before[1]);
    }
}

function liftPointer(event) {
    gestures.pointers.delete(event.pointerId);
}

function turnWheel(event) {
    event.preventDefault();
    const lines = event.deltaMode === 1 ? 20 : event.deltaMode === 2 ? 400 : 1;
    const [x, y] = stagePoint(event);
    zoom(Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0016)), x, y);
}

function prepareGestures() {
    const stage = camera.stage;
    stage.addEventListener("wheel", turnWheel, {passive: false});
    stage.addEventListener("pointerdown", pressPointer);
    stage.addEventListener("pointermove", movePointer);
    for (const end of ["pointerup", "pointercancel"])
        stage.addEventListener(end, liftPointer);
    stage.addEventListener("dragstart", event => event.preventDefault());
}
