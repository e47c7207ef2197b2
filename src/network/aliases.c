/* The user's alias table: rows NAME, RELATION, TARGET that say who is whom (`=`), who is not
 * (`!=`) and who speaks for whom (`of`). Read here, at the start, so that a malformed row is told
 * at once; applied at the end by aliases_apply.c, so that it wins over the articles. */
#include "network/network.h"

#include "base/error.h"
#include "base/limits.h"
#include "base/source.h"
#include "base/table.h"
#include "base/unicode.h"

typedef struct ja_reading {
    jaccuse_network *network;
    ja_slice text;
    jaccuse_status status;
    jaccuse_error *error;
} ja_reading;

static const char *const relations[] = {"=", "!=", "of"};

static bool relation_of(ja_slice word, ja_alias_relation *out)
{
    *out = (ja_alias_relation)ja_index_of(relations, 3, word);
    return *out <= JA_PARENT;
}

/* A remark stands in a column of its own, behind the others. */
static size_t columns_of(const ja_table *table)
{
    ja_alias_relation relation;
    for (size_t i = relation_of(table->column[1], &relation) ? 3 : 2; i < table->count; i++)
        if (ja_starts_with(table->column[i], JA_SLICE("#")))
            return i;
    return table->count;
}

/* What is wrong with the row, or NULL. */
static const char *read_row(const ja_table *table, ja_alias *out)
{
    ja_alias_relation relation;
    size_t count = columns_of(table);
    bool short_form = count == 2 && !relation_of(table->column[1], &relation);
    if (!short_form && count != 3)
        return "a row is NAME, RELATION, TARGET, or NAME, TARGET";
    *out = (ja_alias){
        .name = table->column[0], .line = table->line, .next = JACCUSE_NONE, .own = JACCUSE_NONE};
    out->target = table->column[short_form ? 1 : 2];
    if (!short_form && !relation_of(table->column[1], &out->relation))
        return "the relation is none of \"=\", \"!=\", \"of\"";
    if (out->name.length == 0)
        return "the name is missing";
    if (out->target.length == 0 && out->relation != JA_PARENT)
        return "the target is missing";
    return ja_is_utf8(out->name) && ja_is_utf8(out->target) ? NULL : "the row is not UTF-8";
}

static void keep_row(jaccuse_network *network, ja_alias row)
{
    ja_arena *arena = &network->arena;
    row.name.at = ja_copy(arena, row.name.at, row.name.length);
    row.target.at = ja_copy(arena, row.target.at, row.target.length);
    row.folded = ja_fold(arena, row.name);
    if (row.relation == JA_APART) {
        bool added;
        size_t *first = ja_map_put(&network->apart, row.folded, network->alias_count, &added);
        if (!added) {
            row.next = *first;
            *first = network->alias_count;
        }
    }
    JA_PUSH(arena, network->aliases, network->alias_count, network->alias_capacity, row);
}

static void read_rows(void *context)
{
    ja_reading *reading = context;
    ja_table table;
    ja_table_init(&table, reading->text);
    while (reading->status == JACCUSE_OK && ja_table_next(&table)) {
        ja_alias row;
        const char *wrong = read_row(&table, &row);
        if (wrong)
            reading->status =
                ja_fail_at(reading->error, JACCUSE_ERROR_FORMAT, reading->network->options.aliases,
                           table.line, "%s", wrong);
        else
            keep_row(reading->network, row);
    }
}

jaccuse_status ja_aliases_read(jaccuse_network *network, jaccuse_error *error)
{
    ja_source *source;
    ja_reading reading = {.network = network, .error = error};
    jaccuse_status status = ja_source_open(&source, network->options.aliases, error);
    if (status != JACCUSE_OK)
        return status;
    status = ja_source_rest(source, JA_MAX_TABLE, &reading.text, error);
    reading.text = ja_without_mark(reading.text);
    if (status == JACCUSE_OK)
        status = ja_network_run(network, read_rows, &reading, error);
    ja_source_close(source);
    return status == JACCUSE_OK ? reading.status : status;
}

bool jaccuse_network_alias(const jaccuse_network *network, size_t index, const char **name,
                           const char **relation, const char **target)
{
    if (index >= network->alias_count)
        return false;
    const ja_alias *row = &network->aliases[index];
    *name = row->name.at;
    *relation = relations[row->relation];
    *target = row->target.length ? row->target.at : "-";
    return true;
}
