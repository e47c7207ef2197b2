/* CSV in the columns that Gephi's spreadsheet importer knows: one file of edges, one of nodes. */
#include <string.h>
#include <strings.h>

#include "base/decimal.h"
#include "output/attributes.h"
#include "output/cells.h"
#include "output/exports.h"

/* A heading: the name with a capital, as Gephi's own columns have it. */
static void put_heading(ja_cells *row, const char *name)
{
    char first = name[0] >= 'a' && name[0] <= 'z' ? (char)(name[0] - 'a' + 'A') : name[0];
    ja_cells_text(row, ja_format(row->arena, "%c%s", first, name + 1));
}

static void put_value(ja_cells *row, ja_attribute attribute, const char *value)
{
    if (attribute.type == JA_TEXT)
        ja_cells_text(row, value);
    else
        ja_cells_number(row, value);
}

static const char *id_of(const ja_picture *picture, size_t node)
{
    return jaccuse_network_node(picture->network, node)->id;
}

static void put_edge(ja_cells *row, const ja_picture *picture, size_t index)
{
    const jaccuse_edge *edge = jaccuse_network_edge(picture->network, index);
    ja_cells_text(row, id_of(picture, edge->source));
    ja_cells_text(row, id_of(picture, edge->target));
    ja_cells_text(row, "Directed");
    ja_cells_text(row, jaccuse_relation_name(edge->relation));
    ja_cells_text(row, ja_edge_label(picture, edge));
    ja_cells_number(row, ja_decimal(picture->arena, edge->weight));
    for (size_t i = 1; i < ja_edge_attribute_count(); i++) /* the first is the kind, told already */
        put_value(row, ja_edge_attribute(i), ja_edge_value(picture, index, i));
}

void ja_csv_write_edges(ja_sink *sink, const ja_picture *picture)
{
    size_t count = jaccuse_network_edge_count(picture->network);
    ja_cells row = {.out = &sink->text, .arena = &sink->rows, .separator = ','};
    ja_buffer_add_string(row.out, "Source,Target,Type,Kind,Label,Weight");
    row.in_row = true;
    for (size_t i = 1; i < ja_edge_attribute_count(); i++)
        put_heading(&row, ja_edge_attribute(i).name);
    ja_cells_end_row(&row);
    for (size_t i = 0; ja_sink_begin_row(sink) && i < count; i++) {
        put_edge(&row, picture, i);
        ja_cells_end_row(&row);
    }
}

static void put_node(ja_cells *row, const ja_picture *picture, size_t index)
{
    ja_cells_text(row, id_of(picture, index));
    ja_cells_text(row, ja_label(picture, jaccuse_network_node(picture->network, index)));
    for (size_t i = 1; i < ja_node_attribute_count(); i++) /* the first is the id */
        put_value(row, ja_node_attribute(i), ja_node_value(picture, index, i));
}

void ja_csv_write_nodes(ja_sink *sink, const ja_picture *picture)
{
    size_t count = jaccuse_network_node_count(picture->network);
    ja_cells row = {.out = &sink->text, .arena = &sink->rows, .separator = ','};
    ja_buffer_add_string(row.out, "Id,Label");
    row.in_row = true;
    for (size_t i = 1; i < ja_node_attribute_count(); i++)
        put_heading(&row, ja_node_attribute(i).name);
    ja_cells_end_row(&row);
    for (size_t i = 0; ja_sink_begin_row(sink) && i < count; i++) {
        put_node(&row, picture, i);
        ja_cells_end_row(&row);
    }
}

const char *ja_csv_nodes_path(ja_arena *arena, const char *path)
{
    size_t length = strlen(path);
    bool ends = length > 4 && strcasecmp(path + length - 4, ".csv") == 0;
    return ja_format(arena, "%.*s.nodes.csv", (int)(ends ? length - 4 : length), path);
}
