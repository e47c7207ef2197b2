/* Cells of tables for spreadsheets: CSV (RFC 4180), or tab-separated by the same rules. UTF-8
 * without a byte order mark, rows end in CR LF. A text that a spreadsheet would take for a formula
 * is defused by an apostrophe. */
#ifndef JA_OUTPUT_CELLS_H
#define JA_OUTPUT_CELLS_H

#include "base/text.h"

typedef struct ja_cells {
    ja_buffer *out;
    ja_arena *arena; /* for cleaned strings */
    char separator;
    bool in_row; /* a cell stands before the next */
} ja_cells;

void ja_cells_text(ja_cells *cells, const char *text);     /* NULL: an empty cell */
void ja_cells_number(ja_cells *cells, const char *number); /* of ours, as text; likewise */
void ja_cells_end_row(ja_cells *cells);

#endif
