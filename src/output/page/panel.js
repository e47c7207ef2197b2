/* The panel beside the map: the file of an actor, an edge, the path finder, or the overview. */
const panel = {element: null, key: null};

function panelContent() {
    if (state.actor !== null)
        return actorView(state.actor);
    if (state.edge !== null)
        return edgeView(state.edge);
    return state.path ? pathView() : overviewView();
}

/* What is told apart: whether the reader came to something else, or sees the same, filtered. */
function subject() {
    return [state.actor, state.edge, state.path].join();
}

function drawPanel() {
    const key = JSON.stringify([subject(), state.from, state.to, state.labels, filterKey()]);
    if (key === panel.key)
        return;
    const isNew = panel.subject !== subject();
    const focused = document.activeElement && panel.element.contains(document.activeElement)
        ? document.activeElement.id : null;
    panel.key = key;
    panel.subject = subject();
    panel.element.replaceChildren(...panelContent().flat(2).filter(Boolean));
    const again = focused && document.getElementById(focused);
    if (again)
        again.focus();
    else if (focused !== null)
        (panel.element.querySelector("h2") || panel.element).focus();
    if (isNew) {
        panel.element.scrollTop = 0;
        /* Where the panel lies below the map, what was asked for is brought in sight. */
        if (panel.started && subject() !== ",,false" &&
            panel.element.getBoundingClientRect().top > innerHeight * 0.6)
            panel.element.scrollIntoView({block: "nearest"});
    }
    panel.started = true;
}
