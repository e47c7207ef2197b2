/* "Alibaba Group Holding Limited" is whom the gazetteer calls Alibaba, alias Alibaba Group: names
 * that the extractor, which looks for names as they stand in the gazetteer, leaves unknown. */
#include "network/firms.h"

#include <string.h>

#include "base/embedded.h"
#include "base/lazy.h"
#include "base/map.h"
#include "base/table.h"
#include "base/unicode.h"
#include "network/name.h"
#include "network/network.h"

static struct {
    ja_map names; /* without legal form -> index into ids, or NOBODY */
    const char **ids;
    size_t id_count, id_capacity;
} loaded;
static ja_lazy lazy = JA_LAZY_INIT;
static const size_t NOBODY = (size_t)-1;

static void load_names(ja_slice list, size_t id)
{
    ja_slice text, form;
    while (ja_next_field(&list, '|', &text)) {
        ja_name name = ja_name_of(&lazy.arena, ja_fold(&lazy.arena, text));
        ja_slice key = ja_name_without_form(&lazy.arena, &name, &form);
        size_t *known = key.length ? ja_map_put(&loaded.names, key, id, NULL) : NULL;
        if (known && *known != id)
            *known = NOBODY;
    }
}

static void load(void *unused)
{
    (void)unused;
    ja_map_init(&loaded.names, &lazy.arena);
    loaded.ids = NULL;
    loaded.id_count = loaded.id_capacity = 0;
    ja_table table;
    ja_table_init(&table, ja_embedded_file("claim/gazetteer.tsv"));
    while (ja_table_next(&table)) {
        if (!ja_equal(table.column[1], JA_SLICE("company")) &&
            !ja_equal(table.column[1], JA_SLICE("media")))
            continue;
        size_t id = loaded.id_count;
        JA_PUSH(&lazy.arena, loaded.ids, loaded.id_count, loaded.id_capacity,
                ja_copy(&lazy.arena, table.column[0].at, table.column[0].length));
        for (size_t i = 3; i <= 5; i++)
            load_names(table.column[i], id);
    }
}

bool ja_firms_load(void)
{
    return ja_lazy_load(&lazy, load, NULL);
}

/* Several words, of a firm or of what may be one. */
bool ja_wants_firms(const jaccuse_actor *actor)
{
    return (actor->kind == JACCUSE_COMPANY || actor->kind == JACCUSE_MEDIA ||
            actor->kind == JACCUSE_ORGANISATION) &&
           strchr(actor->name, ' ') && !jaccuse_actor_name(actor->id, ja_label_languages[0]);
}

/* Cuts a last word off that only says that there are several firms. */
static bool cut_extension(ja_slice *key)
{
    size_t start = key->length;
    while (start > 0 && key->at[start - 1] != ' ')
        start--;
    ja_slice last = {key->at + start, key->length - start};
    if (start <= 1 || !ja_words_find(JA_WORDS_EXTENSION, last).at)
        return false;
    key->length = start - 1;
    return true;
}

/* Keys have a blank before each word. One word alone is too little: "Dupont SARL" need not be
 * DuPont. */
static bool has_two_words(ja_slice key)
{
    size_t blanks = 0;
    for (size_t i = 0; i < key.length; i++)
        blanks += key.at[i] == ' ';
    return blanks > 1;
}

const char *ja_firm_of(ja_arena *arena, ja_slice folded)
{
    ja_slice form;
    ja_name name = ja_name_of(arena, folded);
    ja_slice key = ja_name_without_form(arena, &name, &form);
    for (bool more = true; more && has_two_words(key); more = cut_extension(&key)) {
        const size_t *id = ja_map_get(&loaded.names, key);
        if (id)
            return *id == NOBODY ? NULL : loaded.ids[*id];
    }
    return NULL;
}
