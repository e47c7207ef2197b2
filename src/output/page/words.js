/* The words of the interface, in the language of state.labels. */
function word(key) {
    const words = data.words[state.labels];
    return Object.hasOwn(words, key) ? words[key] : key;
}

/* The word of a key with {1} and {2} filled in. */
function fill(key, first, second) {
    return word(key).replace(/\{([12])\}/g, (hole, number) => number === "1" ? first : second);
}

function labelled(key, value) {
    return fill("labelled", word(key), value);
}

/* KEY.one or KEY.many with the number filled in. */
function counted(key, count) {
    const number = count === 1 ? "one" : count === 0 ? word("zero.is") : "many";
    return fill(key + "." + number, String(count));
}

/* An ISO date (YYYY, YYYY-MM or YYYY-MM-DD) as people write it; anything else as it is. */
function dateText(date) {
    const parts = /^(\d{4})-(0[1-9]|1[0-2])(?:-(\d\d))?$/.exec(date);
    if (!parts)
        return date;
    const month = fill("date", word("month." + parts[2]), parts[1]);
    const day = Number(parts[3]);
    if (!parts[3])
        return month;
    return fill("date", day === 1 ? word("day.first") : String(day), month);
}

function dateRange(first, last) {
    return first === last ? dateText(first) : fill("range", dateText(first), dateText(last));
}

function nameOf(node) {
    return data.nodes[node].label[state.labels];
}

/* "A accuses B" */
function edgeText(edge) {
    return fill("edge." + edge.relation, nameOf(edge.source), nameOf(edge.target));
}

function titleText() {
    return data.title === undefined ? word("title") : data.title;
}
