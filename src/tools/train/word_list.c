#include "tools/train/word_list.h"

#include <string.h>

#include "language/language.h"

typedef struct inflecting {
    ja_word_list *list;
    ja_arena *arena;
    ja_slice lemma;
    ja_upos upos;
} inflecting;

static void add_form(void *context, ja_slice form)
{
    inflecting *work = context;
    ja_listed_word word = {form, work->lemma, work->upos};
    JA_PUSH(work->arena, work->list->words, work->list->count, work->list->capacity, word);
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
    ja_table table = ja_language_table("claim", code, "cues");
    while (ja_table_next(&table)) {
        inflecting work = {.list = list, .arena = arena};
        work.lemma = inflected_word(table.column[0]);
        if (work.lemma.length && read_upos(table.column[1], &work.upos))
            ja_inflect(language, work.lemma, table.column[3], arena, add_form, &work);
    }
}
