/* Brings the page to life, and draws it anew whenever the state has changed. */
function render() {
    if (chrome.language !== state.labels)
        buildChrome();
    if (filter()) {
        drawFilter();
        drawTimeline();
    }
    drawChrome();
    drawLight();
    drawPanel();
    drawTable();
}

/* Called at the end of the page's one script. */
function start() {
    document.documentElement.classList.add("live");
    writtenFragment = location.hash.slice(1);
    Object.assign(state, readFragment(writtenFragment));
    table.element.id = "table";
    table.element.tabIndex = -1;
    panel.element = make("aside", {id: "panel", tabindex: "-1"});
    prepareDrawing();
    prepareTimeline();
    prepareKeys();
    render();
    prepareCamera();
    prepareGestures();
    showView(state.at);
    if (state.at === null)
        requestAnimationFrame(() => requestAnimationFrame(travelToOpen));
    addEventListener("hashchange", followFragment);
    document.documentElement.dataset.ready = Math.round(performance.now());
}
