/* The same as a table, for those who do not see pictures and for those who want to read all of it. */
const ROWS_AT_ONCE = 100;
const table = {element: document.createElement("div"), key: null, order: "stories", rising: false};
const COLUMNS = ["who", "what", "whom", "stories", "date", "evidence"];

function firstDate(passages) {
    const dates = passages.map(index => data.articles[data.passages[index].article].date)
        .filter(Boolean).sort();
    return dates[0] || "";
}

/* What the rows are made of: {sort, source, target, passages, stories, date}. */
function tableRows() {
    const row = (sort, source, target, passages) => ({sort: sort, source: source, target: target,
        passages: passages, stories: storiesOf(passages), date: firstDate(passages)});
    const rows = data.edges.map((edge, i) => shown.edges[i] ? row(sortOf(edge), edge.source,
        edge.target, shownPassages(edge.passages, edge.relation)) : null).filter(Boolean);
    data.nodes.forEach((node, i) => {
        const passages = node.unattributed.length > 0 ? shownUnattributed(i) : [];
        if (passages.length > 0)
            rows.push(row("accuses", null, i, passages));
    });
    return sortRows(rows);
}

function sortRows(rows) {
    const name = node => node === null ? "" : fold(nameOf(node));
    const keys = {who: row => name(row.source), what: row => row.sort, whom: row => name(row.target),
        stories: row => row.stories, date: row => row.date};
    const key = keys[table.order];
    if (!key)
        return rows;
    const sign = table.rising ? 1 : -1;
    return rows.map((row, i) => [key(row), i, row])
        .sort((a, b) => (a[0] < b[0] ? -sign : a[0] > b[0] ? sign : a[1] - b[1]))
        .map(([, , row]) => row);
}

function rowView(row) {
    const relation = row.sort === "denies" ? "denies" : "accuses";
    const actor = node => node === null ? make("span", {class: "nobody"}, word("nobody"))
        : actorButton(node);
    return make("tr", {class: row.sort},
        make("th", {scope: "row"}, actor(row.source)),
        make("td", {class: "relation"}, lineSample(row.sort), word("relation." + relation)),
        make("td", {}, actor(row.target)),
        make("td", {class: "number"}, String(row.stories)),
        make("td", {class: "date"}, row.date && dateText(row.date)),
        make("td", {class: "evidence"}, passagesView(row.passages, relation)));
}

function columnHead(column) {
    if (column === "evidence")
        return make("th", {scope: "col", class: "evidence-column"}, word("column." + column));
    const chosen = table.order === column;
    return make("th", {scope: "col", class: column + "-column",
        "aria-sort": !chosen ? null : table.rising ? "ascending" : "descending"},
        button({id: "column-" + column, click: () => orderBy(column)}, word("column." + column),
            make("span", {class: "arrow", "aria-hidden": "true"},
                !chosen ? "↕" : table.rising ? "↑" : "↓")));
}

function orderBy(column) {
    const counts = column === "stories";
    table.rising = table.order === column ? !table.rising : !counts;
    table.order = column;
    table.key = null;
    drawTable();
    document.getElementById("column-" + column).focus();
}

/* The table is made when it is looked at, and rows as they are asked for. */
function drawTable() {
    table.element.hidden = state.view !== "table";
    const key = [state.labels, filterKey()].join();
    if (table.element.hidden || key === table.key)
        return;
    table.key = key;
    const rows = tableRows(), body = make("tbody", {});
    const more = button({class: "more", click: () => addRows()});
    const addRows = () => {
        const from = body.rows.length;
        body.append(...rows.slice(from, from + ROWS_AT_ONCE).map(rowView));
        more.hidden = body.rows.length >= rows.length;
        more.textContent = counted("count.rows", rows.length - body.rows.length);
    };
    addRows();
    table.element.replaceChildren(filteredNote() || "",
        make("table", {}, make("caption", {}, word("table")),
            make("thead", {}, make("tr", {}, COLUMNS.map(columnHead))), body), more);
}
