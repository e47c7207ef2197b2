#include "base/table.h"

void ja_table_init(ja_table *table, ja_slice text)
{
    *table = (ja_table){.rest = text};
}

bool ja_table_next(ja_table *table)
{
    ja_slice line;
    while (ja_next_field(&table->rest, '\n', &line)) {
        table->line++;
        if (ja_trim(line).length == 0 || line.at[0] == '#')
            continue;
        table->count = 0;
        for (size_t i = 0; i < JA_TABLE_COLUMNS; i++) {
            ja_slice field;
            bool found = ja_next_field(&line, '\t', &field);
            field = found ? ja_trim(field) : JA_SLICE("");
            if (found)
                table->count = i + 1;
            table->column[i] = ja_equal(field, JA_SLICE("-")) ? JA_SLICE("") : field;
        }
        return true;
    }
    return false;
}
