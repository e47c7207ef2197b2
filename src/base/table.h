/* Tab-separated tables: the form of all word lists, built in or given by a user. Lines that start
 * with '#' and empty lines are passed over; a column that is missing or "-" is empty. */
#ifndef JA_TABLE_H
#define JA_TABLE_H

#include <stdbool.h>

#include "base/text.h"

#define JA_TABLE_COLUMNS 12

typedef struct ja_table {
    ja_slice rest; /* what is not read yet */
    size_t line;   /* number of the row read last, from 1 */
    size_t count;  /* columns that the row really has */
    ja_slice column[JA_TABLE_COLUMNS];
} ja_table;

/* Starts reading `text`, which must outlive the table. */
void ja_table_init(ja_table *table, ja_slice text);
/* The next row: table->column is filled. False: no more. */
bool ja_table_next(ja_table *table);

#endif
