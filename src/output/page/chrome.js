/* What stands around map and panel: heading, tools, filters. It is made anew when the language
 * changes. */
const chrome = {language: null};

function headingView() {
    const {count, first, last, nodes} = data;
    const accusations = nodes.reduce((sum, node) => sum + node.received, 0);
    return make("header", {id: "heading"},
        make("div", {},
            make("h1", {title: titleText()}, make("bdi", {}, titleText())),
            make("p", {class: "summary"}, [counted("count.articles", count),
                counted("count.actors", nodes.length), counted("count.accusations", accusations),
                first === undefined || last === undefined ? null : dateRange(first, last)]
                .filter(Boolean).join(" · "))),
        make("div", {class: "languages", role: "group", "aria-label": word("labels")},
            Object.keys(data.words).map(language => button({id: "labels-" + language,
                lang: language, "aria-label": data.words[language]["language.own"],
                title: data.words[language]["language.own"],
                "aria-pressed": String(language === state.labels),
                click: () => go({labels: language})}, language.toUpperCase()))));
}

function viewButton(view) {
    return button({id: "view-" + view, "data-view": view,
        click: () => go({view: view})}, word("view." + view));
}

function toolsView() {
    return make("nav", {id: "tools", "aria-label": word("tools")},
        actorField("search", word("search"), null, node => {
            openActor(node);
            travelTo("node", node);
        }, true),
        make("div", {class: "switch", role: "group", "aria-label": word("view")},
            viewButton("map"), viewButton("table")),
        button({id: "open-path", click: () => askPath(state.actor, null)}, word("path")));
}

function sortToggle(sort) {
    return button({class: "sort", "data-sort": sort, click: () => {
        const hide = state.hide.includes(sort) ? state.hide.filter(other => other !== sort)
            : [...state.hide, sort];
        go({hide: SORTS.filter(other => hide.includes(other))}, true);
    }}, lineSample(sort), word("sort." + sort));
}

/* A choice among values; `all` is the word for no choice, `name` writes a value for people. */
function choice(key, all, values, name) {
    const select = make("select", {"data-filter": key, change: event =>
        go({[key]: event.target.value === "" ? HOME[key] : event.target.value}, true)},
        make("option", {value: ""}, word(all)),
        values.map(value => make("option", {value: value}, name(value))));
    return make("label", {}, make("span", {}, word("filter." + key)), select);
}

function languageName(code) {
    try {
        return new Intl.DisplayNames([state.labels], {type: "language"}).of(code);
    } catch (error) {
        return code; /* it is no code of a language */
    }
}

function shorten(text) {
    return text.length > 60 ? text.slice(0, 60) + "…" : text;
}

function resetFilters() {
    stopPlaying();
    const {hide, certainty, outlet, language, since, until} = HOME;
    go({hide: hide, certainty: certainty, outlet: outlet, language: language, since: since,
        until: until}, true);
}

function filtersView() {
    const outlets = valuesOf("outlet"), languages = valuesOf("language");
    const present = SORTS.filter(sort => data.edges.some(edge => sortOf(edge) === sort));
    return make("details", {id: "filters", open: isFiltered() || matchMedia("(min-width: 56rem)").matches},
        make("summary", {}, word("filters")),
        make("div", {class: "filters"},
            make("div", {class: "sorts", role: "group", "aria-label": word("filter.sort")},
                present.map(sortToggle)),
            choice("certainty", "filter.certainty.all", ["alleged", "asserted"],
                value => word("filter.certainty." + value)),
            outlets.length < 2 ? null : choice("outlet", "filter.outlet.all", outlets, shorten),
            languages.length < 2 ? null
                : choice("language", "filter.language.all", languages, languageName),
            make("output", {id: "shown"}),
            button({id: "reset", click: resetFilters}, word("filter.reset"))));
}

function zoomView() {
    return make("div", {id: "zoom", role: "group", "aria-label": word("zoom")},
        signButton("+", word("zoom.in"), {click: () => zoomMiddle(1.4)}),
        signButton("−", word("zoom.out"), {click: () => zoomMiddle(1 / 1.4)}),
        signButton("⤢", word("zoom.all"), {click: showWhole}));
}

/* The parts of the page in the order of the tab key. */
function buildChrome() {
    const focused = document.activeElement ? document.activeElement.id : "";
    chrome.language = state.labels;
    document.documentElement.lang = state.labels;
    document.title = titleText();
    for (const id of ["zoom", "filters", "tools", "timeline"])
        document.getElementById(id)?.remove();
    document.querySelector("header")?.remove();
    document.body.prepend(headingView(), toolsView(), filtersView());
    camera.stage.append(zoomView());
    camera.stage.after(table.element, timelineView(), panel.element);
    camera.stage.setAttribute("aria-label", word("map"));
    panel.element.setAttribute("aria-label", word("panel"));
    drawTimeline();
    drawPlaying();
    relabelDrawing();
    retitleDrawing();
    if (focused)
        document.getElementById(focused)?.focus();
}

function drawChrome() {
    for (const view of document.querySelectorAll("[data-view]"))
        view.setAttribute("aria-pressed", String(view.dataset.view === state.view));
    for (const sort of document.querySelectorAll("[data-sort]"))
        sort.setAttribute("aria-pressed", String(!state.hide.includes(sort.dataset.sort)));
    for (const select of document.querySelectorAll("[data-filter]")) {
        const value = state[select.dataset.filter];
        select.value = value === HOME[select.dataset.filter] ? "" : value;
    }
    document.getElementById("open-path").setAttribute("aria-pressed", String(state.path));
    document.getElementById("reset").hidden = !isFiltered();
    document.getElementById("shown").textContent = isFiltered()
        ? fill("shown", String(countShown()), String(data.edges.length)) : "";
    camera.stage.hidden = state.view !== "map";
}
