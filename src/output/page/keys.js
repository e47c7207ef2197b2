/* The map by keyboard: one stop of the tab key, from which arrow keys lead from actor to actor.
 * Escape closes what is open; "/" searches; "+", "-" and "0" zoom. */
const ARROWS = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]};

function centreOf(element) {
    const box = element.getBoundingClientRect();
    return [box.left + box.width / 2, box.top + box.height / 2];
}

/* The nearest shown actor that lies more in the arrow's direction than beside it. */
function neighbourTowards(node, direction) {
    const [x, y] = centreOf(drawing.nodes[node]);
    let best = null, least = Infinity;
    drawing.nodes.forEach((element, i) => {
        if (!element || i === node || !shown.nodes[i])
            return;
        const [u, v] = centreOf(element);
        const ahead = (u - x) * direction[0] + (v - y) * direction[1];
        const aside = Math.abs((u - x) * direction[1] + (v - y) * direction[0]);
        const cost = ahead + 2 * aside;
        if (ahead > 1 && aside <= 1.2 * ahead && cost < least) {
            best = i;
            least = cost;
        }
    });
    return best;
}

/* The one actor that the tab key reaches. */
function setTabStop(node) {
    const old = drawing.svg.querySelector('.node[tabindex="0"]');
    if (old)
        old.setAttribute("tabindex", "-1");
    if (drawing.nodes[node])
        drawing.nodes[node].setAttribute("tabindex", "0");
}

function focusNode(node) {
    setTabStop(node);
    bringIntoView(node);
    drawing.nodes[node].focus({preventScroll: true});
}

/* The actor of whom most is told. */
function firstStop() {
    let best = null;
    drawing.nodes.forEach((element, i) => {
        if (element && (best === null || edgesAt[i].length > edgesAt[best].length))
            best = i;
    });
    return best;
}

function pressMapKey(event) {
    if (event.altKey || event.ctrlKey || event.metaKey)
        return;
    const group = event.target.closest && event.target.closest(".node");
    const node = group ? Number(group.id.slice(1)) : null;
    if (ARROWS[event.key] && node !== null) {
        event.preventDefault();
        const next = neighbourTowards(node, ARROWS[event.key]);
        if (next !== null)
            focusNode(next);
    } else if ((event.key === "Enter" || event.key === " ") && node !== null) {
        event.preventDefault();
        openActor(node);
        panel.element.querySelector("h2").focus();
    } else if (event.key === "+" || event.key === "=") {
        zoomMiddle(1.3);
    } else if (event.key === "-") {
        zoomMiddle(1 / 1.3);
    } else if (event.key === "0") {
        showWhole();
    }
}

function isTyping(element) {
    return element.matches("input:not([type=range]), select, textarea");
}

function pressPageKey(event) {
    if (event.key === "Escape" && !event.defaultPrevented)
        pressEscape();
    else if (event.key === "/" && !isTyping(event.target) && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        document.getElementById("search").focus();
    }
}

/* Back to the map, where one was. */
function pressEscape() {
    const node = state.actor;
    stopPlaying();
    closeAll();
    if (node !== null && drawing.nodes[node] && state.view === "map")
        focusNode(node);
}

function prepareKeys() {
    drawing.svg.addEventListener("keydown", pressMapKey);
    drawing.svg.addEventListener("focusin", event => {
        const target = targetOf(event.target);
        light(target && event.target.matches(":focus-visible") ? target.join() : null);
    });
    drawing.svg.addEventListener("focusout", () => light(null));
    document.addEventListener("keydown", pressPageKey);
    setTabStop(firstStop());
}
