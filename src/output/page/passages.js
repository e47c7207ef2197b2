/* Passages: the sentences that accusations and denials rest on. */
const FIRST_PASSAGES = 1; /* of a list; the others come at the reader's word */

function sourceOf(article) {
    const name = article.outlet || article.title || article.file || "?";
    const told = article.outlet && article.title ? article.title : null;
    const source = article.url
        ? make("a", {href: article.url, target: "_blank", rel: "noopener noreferrer",
            title: told}, make("bdi", {}, name))
        : make("bdi", {title: told}, name);
    return make("cite", {}, source, article.date ? ", " : null,
        article.date ? make("time", {}, dateText(article.date)) : null);
}

function badge(key) {
    return make("span", {class: "badge " + key.replace(".", "-")}, word(key));
}

function passageView(index, relation) {
    const passage = data.passages[index], article = data.articles[passage.article];
    const [before, cue, after] = passage.quote;
    const accuses = relation === "accuses";
    return make("blockquote", {},
        make("p", {class: "quote", lang: article.language, dir: "auto"},
            before, cue ? make("mark", {}, cue) : null, after),
        make("p", {class: "source"}, sourceOf(article),
            accuses && passage.certainty !== "asserted" ? badge("certainty." + passage.certainty) : null,
            accuses && passage.answered ? badge("answered") : null));
}

/* A list of passages, the first of it at once. */
function passagesView(list, relation, count = FIRST_PASSAGES) {
    const box = make("div", {class: "passages"});
    const add = indices => indices.map(index => passageView(index, relation));
    box.append(...add(list.slice(0, count)));
    const rest = list.slice(count);
    if (rest.length > 0) {
        const more = button({class: "more", click: () => {
            const views = add(rest);
            more.replaceWith(...views);
            views[0].tabIndex = -1;
            views[0].focus();
        }}, counted("count.evidence", rest.length));
        box.append(more);
    }
    return box;
}

/* An actor, to be opened. */
function actorButton(node, attributes) {
    return button({class: "actor", click: () => {
        openActor(node);
        travelTo("node", node);
    }, ...attributes},
        make("bdi", {}, nameOf(node)));
}

/* A sentence of the words with two actors in it as buttons. */
function sentence(key, first, second) {
    const form = word(key);
    return form.split(/(\{[12]\})/).filter(Boolean).map(piece =>
        piece === "{1}" ? first : piece === "{2}" ? second : piece);
}
