#include "output/cells.h"

#include <string.h>

#include "base/unicode.h"

static void separate(ja_cells *cells)
{
    if (cells->in_row)
        ja_buffer_add(cells->out, &cells->separator, 1);
    cells->in_row = true;
}

/* What spreadsheets read as a formula; with the characters that they pass over before one. */
static bool reads_as_formula(const char *text)
{
    return *text && strchr("=+-@\t\r\n", *text);
}

void ja_cells_text(ja_cells *cells, const char *text)
{
    const char *at = ja_clean_string(cells->arena, text ? text : "");
    bool dangerous = reads_as_formula(at);
    bool quoted = dangerous || *at == ' ' || strpbrk(at, "\",;\t\r\n");
    separate(cells);
    if (quoted)
        ja_buffer_add(cells->out, "\"", 1);
    if (dangerous)
        ja_buffer_add(cells->out, "'", 1);
    for (size_t length; *at; at += length) {
        length = strcspn(at, "\"");
        ja_buffer_add(cells->out, at, length);
        if (at[length] == '"') {
            ja_buffer_add(cells->out, "\"\"", 2);
            length++;
        }
    }
    if (quoted)
        ja_buffer_add(cells->out, "\"", 1);
}

void ja_cells_number(ja_cells *cells, const char *number)
{
    separate(cells);
    ja_buffer_add_string(cells->out, number ? number : "");
}

void ja_cells_end_row(ja_cells *cells)
{
    ja_buffer_add(cells->out, "\r\n", 2);
    cells->in_row = false;
}
