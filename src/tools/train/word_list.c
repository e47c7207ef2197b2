#include "tools/train/word_list.h"

#include <string.h>

#include "base/map.h"
#include "language/language.h"

typedef struct inflecting {
    ja_word_list *list;
    ja_arena *arena;
    ja_map *seen; /* forms, lemmas and parts of speech */
    ja_slice lemma;
    ja_upos upos;
} inflecting;

static const ja_slice NO_LEMMA = {"", 0};

static ja_slice key_of(ja_arena *arena, ja_slice form, ja_slice lemma, ja_upos upos)
{
    const char *key = ja_format(arena, "%d %.*s %.*s", (int)upos, (int)form.length, form.at,
                                (int)lemma.length, lemma.at);
    return ja_slice_of(key);
}

static void add_form(void *context, ja_slice form)
{
    inflecting *work = context;
    bool added;
    ja_map_put(work->seen, key_of(work->arena, form, work->lemma, work->upos), 0, &added);
    if (!added)
        return;
    ja_listed_word word = {form, work->lemma, work->upos};
    JA_PUSH(work->arena, work->list->words, work->list->count, work->list->capacity, word);
}

static void leave_out_forms(ja_word_list *list, const ja_map *seen, ja_arena *arena)
{
    ja_map forms; /* lemmas that are forms of another lemma */
    size_t kept = 0;
    ja_map_init(&forms, arena);
    for (size_t i = 0; i < list->count; i++) {
        const ja_listed_word *word = &list->words[i];
        bool own = ja_equal(word->form, word->lemma);
        if (!own && !ja_map_get(seen, key_of(arena, word->lemma, word->form, word->upos)))
            ja_map_put(&forms, key_of(arena, word->form, NO_LEMMA, word->upos), 0, NULL);
    }
    for (size_t i = 0; i < list->count; i++)
        if (!ja_map_get(&forms, key_of(arena, list->words[i].lemma, NO_LEMMA, list->words[i].upos)))
            list->words[kept++] = list->words[i];
    list->count = kept;
}

/* The word of an entry that inflects: the one with a star, or the only one; empty: none. */
static ja_slice inflected_word(ja_slice entry)
{
    ja_slice rest = entry, word, only = {NULL, 0};
    for (size_t count = 0; ja_next_field(&rest, ' ', &word); count++) {
        if (ja_ends_with(word, JA_SLICE("*")))
            return (ja_slice){word.at, word.length - 1};
        only = count ? (ja_slice){NULL, 0} : word;
    }
    return only;
}

static bool read_upos(ja_slice name, ja_upos *out)
{
    static const struct {
        const char *name;
        ja_upos upos;
    } kinds[] = {{"verb", JA_UPOS_VERB}, {"noun", JA_UPOS_NOUN}, {"adj", JA_UPOS_ADJ}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (ja_equal(name, ja_slice_of(kinds[i].name))) {
            *out = kinds[i].upos;
            return true;
        }
    return false;
}

void ja_word_list_make(ja_word_list *list, const char *code, ja_arena *arena)
{
    const ja_language *language = ja_language_of(code);
    *list = (ja_word_list){.count = 0};
    if (!language)
        return;
    ja_map seen;
    ja_map_init(&seen, arena);
    ja_table table = ja_language_table("claim", code, "cues");
    while (ja_table_next(&table)) {
        inflecting work = {.list = list, .arena = arena, .seen = &seen};
        work.lemma = inflected_word(table.column[0]);
        if (work.lemma.length && read_upos(table.column[1], &work.upos))
            ja_inflect(language, work.lemma, table.column[3], arena, add_form, &work);
    }
    leave_out_forms(list, &seen, arena);
}
