/* A field in which an actor is found by any of his names: a combo box with a list, as the ARIA
 * Authoring Practices describe it. */
const MOST_FOUND = 12;
let searchable = null;

/* Lower case without accents: what names are compared by. */
function fold(text) {
    return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

function foldNames() {
    searchable = searchable || data.nodes.map(node =>
        [...new Set([...Object.values(node.label), ...node.names].map(fold))]);
    return searchable;
}

/* How well a name fits: 0 whole, 1 from its beginning, 2 from a word's, 3 anywhere; 9: not at all. */
function fit(name, wanted) {
    const at = name.indexOf(wanted);
    if (at < 0)
        return 9;
    if (at === 0)
        return name.length === wanted.length ? 0 : 1;
    return /[\p{L}\p{N}]/u.test(name[at - 1]) ? 3 : 2;
}

function weightOf(node) {
    const {made, received, denials} = data.nodes[node];
    return made + received + denials;
}

function findActors(text) {
    const wanted = fold(text.trim());
    if (!wanted)
        return [];
    return foldNames().map((names, node) => [Math.min(...names.map(name => fit(name, wanted))), node])
        .filter(([rank]) => rank < 9)
        .sort((a, b) => a[0] - b[0] || weightOf(b[1]) - weightOf(a[1]) || a[1] - b[1])
        .slice(0, MOST_FOUND).map(([, node]) => node);
}

function optionView(id, node) {
    return make("li", {role: "option", id: id, "data-node": node, "aria-selected": "false"},
        kindSample(data.nodes[node].kind), make("bdi", {class: "name"}, nameOf(node)),
        make("span", {class: "kind"}, word("kind." + data.nodes[node].kind)));
}

/* Marks an option as the one that Enter chooses; past the last comes the first. */
function markOption(field, to) {
    const options = [...field.list.querySelectorAll("[role=option]")];
    field.at = options.length === 0 ? -1 : (to + options.length) % options.length;
    options.forEach((option, i) => option.setAttribute("aria-selected", String(i === field.at)));
    if (field.at < 0)
        return field.input.removeAttribute("aria-activedescendant");
    field.input.setAttribute("aria-activedescendant", options[field.at].id);
    options[field.at].scrollIntoView({block: "nearest"});
}

function openList(field) {
    const found = findActors(field.input.value);
    const none = found.length === 0 && field.input.value.trim() !== "";
    field.list.replaceChildren(...found.map((node, i) => optionView(field.input.id + "-" + i, node)));
    if (none)
        field.list.append(make("li", {class: "none", "aria-disabled": "true"}, word("search.none")));
    field.list.hidden = found.length === 0 && !none;
    field.input.setAttribute("aria-expanded", String(!field.list.hidden));
    markOption(field, 0);
}

function closeList(field) {
    field.list.hidden = true;
    field.input.setAttribute("aria-expanded", "false");
    field.input.removeAttribute("aria-activedescendant");
}

function chooseOption(field, option) {
    if (!option || !option.dataset.node)
        return;
    const node = Number(option.dataset.node);
    field.input.value = field.clear ? "" : nameOf(node);
    closeList(field);
    field.pick(node);
}

function pressFieldKey(field, event) {
    const down = event.key === "ArrowDown";
    if ((down || event.key === "ArrowUp") && field.list.hidden)
        openList(field);
    else if (down || event.key === "ArrowUp")
        markOption(field, field.at + (down ? 1 : -1));
    else if (event.key === "Enter" && !field.list.hidden)
        chooseOption(field, field.list.children[field.at]);
    else if (event.key === "Escape" && !field.list.hidden)
        closeList(field);
    else
        return;
    event.preventDefault();
}

/* `pick` hears of the node that was chosen; `clear`: the field is emptied then. */
function actorField(id, text, value, pick, clear) {
    const list = make("ul", {id: id + "-list", class: "found", role: "listbox",
        "aria-label": text, hidden: true});
    const input = make("input", {id: id, type: "search", role: "combobox", autocomplete: "off",
        spellcheck: "false", maxlength: 200, placeholder: text, "aria-label": text,
        "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id,
        dir: "auto"});
    const field = {input: input, list: list, at: -1, pick: pick, clear: clear};
    input.value = value === null ? "" : nameOf(value);
    input.addEventListener("input", () => openList(field));
    input.addEventListener("focus", () => input.select());
    input.addEventListener("blur", () => closeList(field));
    input.addEventListener("keydown", event => pressFieldKey(field, event));
    /* The field keeps the focus, so that the list stays until the click is done. */
    list.addEventListener("pointerdown", event => event.preventDefault());
    list.addEventListener("click", event => chooseOption(field, event.target.closest("li")));
    return make("div", {class: "field"}, input, list);
}
