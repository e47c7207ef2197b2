/* Names of ministries and the like, without the words for their state: "foreign ministry",
 * "ministère des Affaires étrangères"; their words in one order, so that "ministry of health" is
 * "health ministry". */
#include "network/bodies.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/embedded.h"
#include "base/lazy.h"
#include "base/map.h"
#include "base/table.h"
#include "base/unicode.h"
#include "network/words.h"

enum { MOST_WORDS = 16 };

static struct {
    ja_map states; /* id -> 0 */
    ja_map words;  /* "state\nword" -> 0: names and adjectives of the state */
    ja_map bodies; /* "state\nword word" -> index into ids, or NOBODY */
    ja_map bare;   /* "word word" -> 0 */
    const char **ids;
    size_t id_count, id_capacity;
} loaded;
static ja_lazy lazy = JA_LAZY_INIT;
static const size_t NOBODY = (size_t)-1;

static ja_slice pair(ja_arena *arena, ja_slice state, ja_slice text)
{
    return ja_slice_of(
        ja_format(arena, "%.*s\n%.*s", (int)state.length, state.at, (int)text.length, text.at));
}

static bool is_inside(ja_slice text, size_t at, size_t *length)
{
    uint32_t character = at < text.length ? ja_decode(text, at, length) : 0;
    return ja_is_letter(character) || ja_is_digit(character);
}

/* The next run of letters and digits at or behind *at; an apostrophe parts what it joins. */
static bool next_word(ja_slice text, size_t *at, ja_slice *word)
{
    size_t length = 0;
    while (*at < text.length && !is_inside(text, *at, &length))
        *at += length;
    size_t start = *at;
    while (is_inside(text, *at, &length))
        *at += length;
    *word = (ja_slice){text.at + start, *at - start};
    return word->length > 0;
}

static int compare_words(const void *a, const void *b)
{
    return ja_compare(*(const ja_slice *)a, *(const ja_slice *)b);
}

/* The words in order, without those that only bind and those of the state; empty: too many. */
static ja_slice bare_name(ja_arena *arena, ja_slice folded, ja_slice state)
{
    ja_slice words[MOST_WORDS], word;
    size_t count = 0, room = 1;
    for (size_t at = 0; next_word(folded, &at, &word);) {
        if (ja_words_find(JA_WORDS_PARTICLE, word).at ||
            (state.length && ja_map_get(&loaded.words, pair(arena, state, word))))
            continue;
        if (count == MOST_WORDS)
            return JA_SLICE("");
        words[count++] = word;
        room += word.length + 1;
    }
    qsort(words, count, sizeof *words, compare_words);
    char *out = ja_alloc(arena, room, 1), *end = out;
    for (size_t i = 0; i < count; i++)
        end += sprintf(end, "%.*s ", (int)words[i].length, words[i].at);
    return (ja_slice){out, (size_t)(end - out)};
}

static void load_words(ja_slice state, ja_slice list)
{
    ja_slice form, word;
    while (ja_next_field(&list, '|', &form)) {
        form = ja_fold(&lazy.arena, form);
        for (size_t at = 0; next_word(form, &at, &word);)
            ja_map_put(&loaded.words, pair(&lazy.arena, state, word), 0, NULL);
    }
}

static void load_state(const ja_table *row)
{
    if (!ja_equal(row->column[1], JA_SLICE("state")))
        return;
    ja_map_put(&loaded.states, row->column[0], 0, NULL);
    load_words(row->column[0], row->column[3]);
    load_words(row->column[0], row->column[4]);
    load_words(row->column[0], row->column[6]);
}

/* One name of a body, which is another's too if it is kept for one already. */
static void load_form(ja_slice state, ja_slice form, size_t id)
{
    ja_slice bare = bare_name(&lazy.arena, ja_fold(&lazy.arena, form), state);
    if (bare.length == 0)
        return;
    ja_map_put(&loaded.bare, bare, 0, NULL);
    size_t *known = ja_map_put(&loaded.bodies, pair(&lazy.arena, state, bare), id, NULL);
    if (*known != id)
        *known = NOBODY;
}

static void load_body(const ja_table *row)
{
    ja_slice aliases = row->column[5], form;
    if (!ja_equal(row->column[1], JA_SLICE("government")) ||
        !ja_map_get(&loaded.states, row->column[2]))
        return;
    size_t id = loaded.id_count;
    JA_PUSH(&lazy.arena, loaded.ids, loaded.id_count, loaded.id_capacity,
            ja_copy(&lazy.arena, row->column[0].at, row->column[0].length));
    load_form(row->column[2], row->column[3], id);
    load_form(row->column[2], row->column[4], id);
    while (ja_next_field(&aliases, '|', &form))
        load_form(row->column[2], form, id);
}

static void load(void *unused)
{
    static void (*const passes[])(const ja_table *row) = {load_state, load_body};
    (void)unused;
    ja_map *const maps[] = {&loaded.states, &loaded.words, &loaded.bodies, &loaded.bare};
    for (size_t i = 0; i < sizeof maps / sizeof *maps; i++)
        ja_map_init(maps[i], &lazy.arena);
    loaded.ids = NULL;
    loaded.id_count = loaded.id_capacity = 0;
    for (size_t i = 0; i < 2; i++) {
        ja_table table;
        ja_table_init(&table, ja_embedded_file("claim/gazetteer.tsv"));
        while (ja_table_next(&table))
            passes[i](&table);
    }
}

bool ja_bodies_load(void)
{
    return ja_lazy_load(&lazy, load, NULL);
}

const char *ja_body_of_state(ja_arena *arena, ja_slice folded, const char *state)
{
    ja_slice id = ja_slice_of(state);
    if (!ja_map_get(&loaded.states, id))
        return NULL;
    ja_slice bare = bare_name(arena, folded, id);
    const size_t *body = bare.length ? ja_map_get(&loaded.bodies, pair(arena, id, bare)) : NULL;
    return body && *body != NOBODY ? loaded.ids[*body] : NULL;
}

bool ja_is_body_of_any(ja_arena *arena, ja_slice folded)
{
    ja_slice bare = bare_name(arena, folded, JA_SLICE(""));
    return bare.length && ja_map_get(&loaded.bare, bare);
}
