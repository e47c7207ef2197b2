/* CSV (RFC 4180) in the columns that Gephi's spreadsheet importer knows: one file of edges, one of
 * nodes. Cells that a spreadsheet would take for a formula are defused by an apostrophe. */
#include <string.h>
#include <strings.h>

#include "base/decimal.h"
#include "base/unicode.h"
#include "output/attributes.h"
#include "output/exports.h"

/* Numbers of ours may start with "-" and stay numbers. */
typedef enum cell_kind { CELL_NUMBER, CELL_TEXT } cell_kind;

static void put_cell(ja_buffer *out, const ja_picture *picture, cell_kind kind, const char *value,
                     bool last)
{
    const char *text = ja_clean_string(picture->arena, value ? value : "");
    bool dangerous = kind == CELL_TEXT && *text && strchr("=+-@\t\r", *text);
    bool quoted = dangerous || strpbrk(text, "\",\r\n;\t") || *text == ' ';
    if (quoted)
        ja_buffer_add(out, "\"", 1);
    if (dangerous)
        ja_buffer_add(out, "'", 1);
    for (; *text; text++)
        ja_buffer_add(out, *text == '"' ? "\"\"" : text, *text == '"' ? 2 : 1);
    if (quoted)
        ja_buffer_add(out, "\"", 1);
    ja_buffer_add_string(out, last ? "\r\n" : ",");
}

/* A heading: the name with a capital, as Gephi's own columns have it. */
static void put_heading(ja_buffer *out, const char *name, bool last)
{
    char first = name[0] >= 'a' && name[0] <= 'z' ? (char)(name[0] - 'a' + 'A') : name[0];
    ja_buffer_printf(out, "%c%s%s", first, name + 1, last ? "\r\n" : ",");
}

static const char *id_of(const ja_picture *picture, size_t node)
{
    return jaccuse_network_node(picture->network, node)->id;
}

static cell_kind kind_of(ja_attribute attribute)
{
    return attribute.type == JA_TEXT ? CELL_TEXT : CELL_NUMBER;
}

static void put_edge(ja_buffer *out, const ja_picture *picture, size_t index)
{
    const jaccuse_edge *edge = jaccuse_network_edge(picture->network, index);
    put_cell(out, picture, CELL_TEXT, id_of(picture, edge->source), false);
    put_cell(out, picture, CELL_TEXT, id_of(picture, edge->target), false);
    put_cell(out, picture, CELL_TEXT, "Directed", false);
    put_cell(out, picture, CELL_TEXT, jaccuse_relation_name(edge->relation), false);
    put_cell(out, picture, CELL_TEXT, ja_edge_label(picture, edge), false);
    put_cell(out, picture, CELL_NUMBER, ja_decimal(picture->arena, edge->weight), false);
    size_t count = ja_edge_attribute_count();
    for (size_t i = 1; i < count; i++) /* the first is the relation, told as the kind */
        put_cell(out, picture, kind_of(ja_edge_attribute(i)), ja_edge_value(picture, index, i),
                 i + 1 == count);
}

void ja_csv_write_edges(ja_buffer *out, const ja_picture *picture)
{
    ja_buffer_add_string(out, "Source,Target,Type,Kind,Label,Weight,");
    size_t count = ja_edge_attribute_count();
    for (size_t i = 1; i < count; i++)
        put_heading(out, ja_edge_attribute(i).name, i + 1 == count);
    for (size_t i = 0; i < jaccuse_network_edge_count(picture->network); i++)
        put_edge(out, picture, i);
}

void ja_csv_write_nodes(ja_buffer *out, const ja_picture *picture)
{
    ja_buffer_add_string(out, "Id,Label,");
    size_t count = ja_node_attribute_count();
    for (size_t i = 1; i < count; i++) /* the first is the id */
        put_heading(out, ja_node_attribute(i).name, i + 1 == count);
    for (size_t node = 0; node < jaccuse_network_node_count(picture->network); node++) {
        put_cell(out, picture, CELL_TEXT, id_of(picture, node), false);
        put_cell(out, picture, CELL_TEXT,
                 ja_label(picture, jaccuse_network_node(picture->network, node)), false);
        for (size_t i = 1; i < count; i++)
            put_cell(out, picture, kind_of(ja_node_attribute(i)), ja_node_value(picture, node, i),
                     i + 1 == count);
    }
}

const char *ja_csv_nodes_path(ja_arena *arena, const char *path)
{
    size_t length = strlen(path);
    bool ends = length > 4 && strcasecmp(path + length - 4, ".csv") == 0;
    return ja_format(arena, "%.*s.nodes.csv", (int)(ends ? length - 4 : length), path);
}
