#include "output/charges.h"

#include "base/embedded.h"
#include "base/map.h"
#include "base/table.h"
#include "base/unicode.h"

static const char *const KINDS_FILE = "output/events.tsv", *const WORDS_FILE = "output/charges.tsv";
static const char ACCUSE[] = "112", DENY[] = "016"; /* the rows of events.tsv that are not chosen */

enum { MOST_KINDS = 16, MOST_LANGUAGES = 8, MOST_WORDS = 6 };

/* The words of one language; the values are kinds. */
typedef struct vocabulary {
    ja_slice language;
    ja_map whole;      /* "war on drugs " */
    ja_map beginnings; /* "war crime" */
    size_t longest;    /* words of the longest */
    size_t reach;      /* bytes of the longest */
} vocabulary;

struct ja_charges {
    ja_event_kind kinds[MOST_KINDS]; /* in the order in which they win */
    size_t kind_count, accuse, deny;
    vocabulary languages[MOST_LANGUAGES];
    size_t language_count;
};

/* The kind with this code, or kind_count. */
static size_t kind_of(const ja_charges *charges, ja_slice code)
{
    size_t kind = 0;
    while (kind < charges->kind_count && !ja_equal(ja_slice_of(charges->kinds[kind].cameo), code))
        kind++;
    return kind;
}

static const char *column(ja_arena *arena, const ja_table *table, size_t index)
{
    return ja_copy(arena, table->column[index].at, table->column[index].length);
}

static void load_kinds(ja_charges *charges, ja_arena *arena)
{
    ja_table table;
    ja_table_init(&table, ja_embedded_file(KINDS_FILE));
    while (charges->kind_count < MOST_KINDS && ja_table_next(&table))
        charges->kinds[charges->kind_count++] =
            (ja_event_kind){column(arena, &table, 0), column(arena, &table, 1),
                            column(arena, &table, 2), column(arena, &table, 3)};
    charges->accuse = kind_of(charges, ja_slice_of(ACCUSE));
    charges->deny = kind_of(charges, ja_slice_of(DENY));
}

static vocabulary *vocabulary_of(ja_charges *charges, ja_arena *arena, ja_slice language)
{
    for (size_t i = 0; i < charges->language_count; i++)
        if (ja_equal(charges->languages[i].language, language))
            return &charges->languages[i];
    if (charges->language_count == MOST_LANGUAGES)
        return NULL;
    vocabulary *new = &charges->languages[charges->language_count++];
    new->language = language;
    ja_map_init(&new->whole, arena);
    ja_map_init(&new->beginnings, arena);
    return new;
}

static size_t count_words(ja_slice text)
{
    size_t words = 0;
    for (ja_slice word; ja_next_field(&text, ' ', &word);)
        words += word.length > 0;
    return words;
}

/* False: it stands there already, for another kind. */
static bool add_pattern(vocabulary *words, ja_slice pattern, size_t kind)
{
    size_t count = count_words(pattern);
    ja_map *map = &words->whole;
    if (ja_ends_with(pattern, JA_SLICE("*"))) {
        pattern.length--;
        map = &words->beginnings;
    }
    words->longest = count > words->longest ? count : words->longest;
    words->reach = pattern.length > words->reach ? pattern.length : words->reach;
    return *ja_map_put(map, pattern, kind, NULL) == kind;
}

/* The first fault, or NULL. */
static const char *load_words(ja_charges *charges, ja_arena *arena)
{
    const char *fault = NULL;
    ja_table table;
    ja_table_init(&table, ja_embedded_file(WORDS_FILE));
    while (ja_table_next(&table)) {
        size_t kind = kind_of(charges, table.column[0]);
        vocabulary *words = vocabulary_of(charges, arena, table.column[1]);
        if (!fault && (kind == charges->kind_count || !words))
            fault = ja_format(arena, "%s:%zu: unknown code, or too many languages", WORDS_FILE,
                              table.line);
        for (ja_slice rest = table.column[2], pattern; ja_next_field(&rest, '|', &pattern);)
            if (kind < charges->kind_count && words && !add_pattern(words, pattern, kind) && !fault)
                fault = ja_format(arena, "%s:%zu: \"%.*s\" stands there twice", WORDS_FILE,
                                  table.line, (int)pattern.length, pattern.at);
    }
    return fault;
}

const ja_charges *ja_charges_load(ja_arena *arena)
{
    ja_charges *charges = JA_NEW(arena, ja_charges);
    load_kinds(charges, arena);
    load_words(charges, arena);
    return charges;
}

/* The text folded, with one blank behind each word and all other marks gone. */
static ja_slice words_of(ja_arena *arena, const char *text)
{
    ja_slice folded = ja_fold(arena, ja_slice_of(text));
    char *out = ja_alloc(arena, folded.length + 1, 1);
    size_t used = 0;
    for (size_t at = 0, length; at < folded.length; at += length) {
        uint32_t character = ja_decode(folded, at, &length);
        bool in_word = ja_is_letter(character) || ja_is_digit(character);
        if (!in_word && used > 0 && out[used - 1] != ' ')
            out[used++] = ' ';
        for (size_t i = 0; in_word && i < length; i++)
            out[used++] = folded.at[at + i];
    }
    if (used > 0 && out[used - 1] != ' ')
        out[used++] = ' ';
    return (ja_slice){out, used};
}

/* The kind that `text`, whose last word starts at `last`, stands for or begins; the longest. */
static const size_t *find(const vocabulary *words, ja_slice text, size_t last)
{
    bool fits = text.length <= words->reach;
    const size_t *kind = fits ? ja_map_get(&words->whole, text) : NULL;
    for (size_t length = fits ? text.length : words->reach; !kind && length > last; length--)
        kind = ja_map_get(&words->beginnings, (ja_slice){text.at, length});
    return kind;
}

/* The kind of the longest run of words at the beginning of `text`; *taken: its bytes with the blank
 * behind. Without any: NULL, and the first word is taken. */
static const size_t *match(const vocabulary *words, ja_slice text, size_t *taken)
{
    const size_t *best = NULL;
    *taken = 0;
    for (size_t count = 0, begin = 0; count < words->longest && begin < text.length; count++) {
        size_t end = begin;
        while (text.at[end] != ' ')
            end++;
        const size_t *kind = find(words, (ja_slice){text.at, end}, begin);
        if (kind)
            best = kind;
        if (kind || count == 0)
            *taken = end + 1;
        begin = end + 1;
    }
    return best;
}

const ja_event_kind *ja_charge_kind(const ja_charges *charges, ja_arena *scratch,
                                    const char *language, const char *charge)
{
    size_t best = charges->accuse;
    ja_slice text = words_of(scratch, charge ? charge : "");
    for (size_t i = 0; i < charges->language_count; i++) {
        const vocabulary *words = &charges->languages[i];
        if (language && !ja_equal(ja_slice_of(language), words->language))
            continue;
        for (size_t at = 0, taken; at < text.length; at += taken) {
            ja_slice rest = {text.at + at, text.length - at};
            const size_t *kind = match(words, rest, &taken);
            if (kind && *kind < best)
                best = *kind;
        }
    }
    return &charges->kinds[best];
}

const ja_event_kind *ja_denial_kind(const ja_charges *charges)
{
    return &charges->kinds[charges->deny];
}

/* A pattern is what a text is folded to, and of no more words than are looked for. */
static const char *check_pattern(ja_arena *arena, ja_slice pattern)
{
    if (ja_ends_with(pattern, JA_SLICE("*")))
        pattern.length--;
    ja_slice folded = words_of(arena, ja_copy(arena, pattern.at, pattern.length));
    folded.length -= folded.length > 0;
    if (count_words(pattern) > MOST_WORDS)
        return "too many words";
    return pattern.length > 0 && ja_equal(folded, pattern) ? NULL : "is not folded";
}

const char *ja_charges_check(ja_arena *arena)
{
    ja_charges *charges = JA_NEW(arena, ja_charges);
    load_kinds(charges, arena);
    if (charges->accuse == charges->kind_count || charges->deny == charges->kind_count)
        return ja_format(arena, "%s: no row for %s or %s", KINDS_FILE, ACCUSE, DENY);
    const char *fault = load_words(charges, arena);
    ja_table table;
    ja_table_init(&table, ja_embedded_file(WORDS_FILE));
    while (!fault && ja_table_next(&table))
        for (ja_slice rest = table.column[2], pattern; ja_next_field(&rest, '|', &pattern);) {
            const char *why = check_pattern(arena, pattern);
            if (why && !fault)
                fault = ja_format(arena, "%s:%zu: \"%.*s\" %s", WORDS_FILE, table.line,
                                  (int)pattern.length, pattern.at, why);
        }
    return fault;
}
