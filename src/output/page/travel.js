/* Leading the eye to what was chosen in the panel, the table, by search or by the address. */
/* The box of actors in the drawing's points. */
function boxAround(nodes) {
    const stage = camera.stage.getBoundingClientRect(), view = camera.view;
    const scale = view.width / stage.width;
    const boxes = nodes.map(node => drawing.nodes[node]).filter(Boolean)
        .map(element => element.getBoundingClientRect());
    const left = Math.min(...boxes.map(box => box.left)), top = Math.min(...boxes.map(box => box.top));
    return {x: view.x + (left - stage.left) * scale, y: view.y + (top - stage.top) * scale,
        width: (Math.max(...boxes.map(box => box.right)) - left) * scale,
        height: (Math.max(...boxes.map(box => box.bottom)) - top) * scale};
}

/* Leads the eye to what lies around an actor or edge that was not chosen on the map itself: as near
 * as labels want it to be read, and as far as all of it is seen where that can be. */
function travelTo(kind, index) {
    const [nodes] = around(kind, index);
    const stage = camera.stage;
    if (stage.hidden || !drawing.nodes[nodes[0]])
        return;
    if (camera.frame) { /* where actors are seen is not yet where they will be */
        requestAnimationFrame(() => travelTo(kind, index));
        return;
    }
    const all = boxAround(nodes), first = boxAround([nodes[0]]);
    const shape = stage.clientHeight / stage.clientWidth;
    const least = stage.clientWidth / LARGEST, most = Math.min(stage.clientWidth / SMALLEST,
        wholeView().width);
    const wanted = 1.15 * Math.max(all.width, all.height / shape);
    const width = Math.min(Math.max(wanted, Math.min(least, most)), Math.max(most, least));
    const middle = wanted <= width ? all : first;
    glide({x: middle.x + middle.width / 2 - width / 2,
        y: middle.y + middle.height / 2 - width * shape / 2, width: width, height: width * shape});
}

/* Leads to what the address says is open. */
function travelToOpen() {
    if (state.actor !== null)
        travelTo("node", state.actor);
    else if (state.edge !== null)
        travelTo("edge", state.edge);
}

/* Moves there in a quarter of a second, or at once where the reader wants no motion. */
function glide(there) {
    const from = camera.view, begin = performance.now();
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const step = now => {
        const share = still ? 1 : Math.min((now - begin) / 250, 1);
        const eased = share * share * (3 - 2 * share);
        if (camera.gliding !== step)
            return;
        camera.view = Object.fromEntries(Object.keys(there).map(key =>
            [key, from[key] + (there[key] - from[key]) * eased]));
        paintView();
        if (share < 1)
            requestAnimationFrame(step);
        else
            camera.gliding = null;
    };
    camera.gliding = step;
    step(begin + (still ? 250 : 0));
    keepView(there);
}
