#include "claim/lexicon.h"

#include <pthread.h>
#include <string.h>

#include "base/unicode.h"

static const size_t LONGEST_GAP = 6;   /* words that may stand at "_" in a phrase */
static const size_t LONGEST_ASIDE = 8; /* and, between two commas, beside those */

/* One inflected form of a cue: words behind the first, which is the key of the index. */
typedef struct word_sequence {
    const ja_cue *cue;
    const ja_slice *rest; /* at == NULL: a gap */
    size_t rest_count;
    size_t head; /* index of the inflected word, counted without gaps */
    size_t next; /* of the same first word, or NO_SEQUENCE */
} word_sequence;

#define LONGEST_PAIR  128 /* bytes */
#define NO_SEQUENCE   ((size_t)-1)
#define MAX_LANGUAGES 32

struct ja_lexicon {
    const ja_language *language;
    ja_arena arena;
    ja_map first; /* first word -> newest sequence that has no second word, or a gap there */
    ja_map pairs; /* first and second word -> newest of the other sequences */
    ja_map verbs; /* form -> classes of the verbs of one word that it may be, as bits */
    word_sequence *sequences;
    size_t count, capacity;
    ja_map functions[JA_FUNCTION_COUNT];
    ja_map not_names;
};

/* A lexicon is loaded when the first article of its language comes. */
static ja_lexicon lexicons[MAX_LANGUAGES];
static size_t lexicon_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static const char *const class_names[JA_CUE_CLASS_COUNT] = {
    "accuse",    "suspect",    "deny",    "decline",  "speech",     "wrong",
    "exculpate", "hypothesis", "refusal", "negation", "distractor", "hedge",
};
static const char *const part_names[] = {"verb", "noun", "adj", "phrase"};
static const char *const role_names[JA_ROLE_COUNT] = {"accuser", "accused", "denier", "speaker",
                                                      "charge"};
static const char *const relation_names[JA_RELATION_COUNT] = {
    "nsubj", "obj", "iobj", "obl", "nmod", "nmod:poss", "amod", "ccomp", "xcomp", "advcl", "acl",
};
static const char *const function_names[JA_FUNCTION_COUNT] = {
    "agent",       "that",      "determiner",   "definite",  "of",          "possessive",
    "preposition", "author",    "future",       "not",       "attributive", "object_relative",
    "support",     "viewpoint", "first_person", "addressee", "reciprocal",  "victim",
    "generic",     "burden",    "time",         "including", "infinitive",  "reported",
    "undergo",     "bearer",    "join",         "unknown",   "commit",      "anaphoric",
    "petition",    "evasive",   "telling",      "conduct",   "behest",      "hands",
    "topic",       "suffer",
};

/* "obl:of" -> relation and marker; false: unknown. */
static bool parse_relation(ja_slice text, ja_slot *slot)
{
    unsigned whole = ja_index_of(relation_names, JA_RELATION_COUNT, text);
    slot->marker = JA_SLICE("");
    if (whole == JA_RELATION_COUNT) {
        ja_slice rest = text, name;
        if (!ja_next_field(&rest, ':', &name))
            return false;
        whole = ja_index_of(relation_names, JA_RELATION_COUNT, name);
        slot->marker = rest;
    }
    slot->relation = (ja_relation)whole;
    return whole < JA_RELATION_COUNT;
}

/* "accuser=nsubj accused=obj|obl:of" -> slots; false: malformed. */
static bool parse_frame(ja_arena *arena, ja_slice frame, ja_cue *cue)
{
    ja_slot *slots = NULL;
    size_t count = 0, capacity = 0;
    ja_slice part, name, choice;
    while (ja_next_field(&frame, ' ', &part)) {
        ja_slot slot = {0};
        if (!ja_next_field(&part, '=', &name) || part.length == 0)
            return false;
        unsigned role = ja_index_of(role_names, JA_ROLE_COUNT, name);
        if (role == JA_ROLE_COUNT)
            return false;
        slot.role = (ja_role)role;
        while (ja_next_field(&part, '|', &choice)) {
            if (!parse_relation(choice, &slot))
                return false;
            JA_PUSH(arena, slots, count, capacity, slot);
        }
    }
    cue->slots = slots;
    cue->slot_count = count;
    return true;
}

static bool parse_cue(ja_arena *arena, const ja_table *row, ja_cue *cue)
{
    unsigned part = ja_index_of(part_names, 4, row->column[1]);
    unsigned class = ja_index_of(class_names, JA_CUE_CLASS_COUNT, row->column[2]);
    cue->lemma = row->column[0];
    cue->part = (ja_part)part;
    cue->class = (ja_cue_class) class;
    return cue->lemma.length > 0 && part < 4 && class < JA_CUE_CLASS_COUNT &&
           parse_frame(arena, row->column[4], cue);
}

/* A phrase while its inflected forms are made. */
typedef struct inflecting_phrase {
    ja_lexicon *lexicon;
    const ja_cue *cue;
    ja_slice words[16];
    size_t count;
    size_t starred; /* index into words of the one that inflects */
} inflecting_phrase;

static ja_slice pair_key(ja_arena *arena, ja_slice first, ja_slice second)
{
    return ja_slice_of(
        ja_format(arena, "%.*s %.*s", (int)first.length, first.at, (int)second.length, second.at));
}

/* The classes of verbs that the form alone may be. */
static void note_verb(ja_lexicon *lexicon, const inflecting_phrase *phrase, ja_slice form)
{
    if (phrase->count == 1 && phrase->cue->part == JA_VERB)
        *ja_map_put(&lexicon->verbs, form, 0, NULL) |= (size_t)1 << phrase->cue->class;
}

static void add_form(void *context, ja_slice form)
{
    inflecting_phrase *phrase = context;
    ja_lexicon *lexicon = phrase->lexicon;
    ja_arena *arena = &lexicon->arena;
    ja_slice *words = JA_NEW_N(arena, ja_slice, phrase->count);
    size_t gaps_before_head = 0;
    for (size_t i = 0; i < phrase->count; i++) {
        bool gap = ja_equal(phrase->words[i], JA_SLICE("_"));
        words[i] = i == phrase->starred ? form : gap ? (ja_slice){NULL, 0} : phrase->words[i];
        gaps_before_head += gap && i < phrase->starred;
    }
    bool added, pair = phrase->count > 1 && words[1].at;
    ja_slice key = pair ? pair_key(arena, words[0], words[1]) : words[0];
    size_t *newest =
        ja_map_put(pair ? &lexicon->pairs : &lexicon->first, key, lexicon->count, &added);
    note_verb(lexicon, phrase, words[0]);
    word_sequence sequence = {phrase->cue, words + 1, phrase->count - 1,
                              phrase->starred - gaps_before_head, added ? NO_SEQUENCE : *newest};
    *newest = lexicon->count;
    JA_PUSH(arena, lexicon->sequences, lexicon->count, lexicon->capacity, sequence);
}

static bool add_cue(ja_lexicon *lexicon, const ja_table *row)
{
    ja_arena *arena = &lexicon->arena;
    ja_cue *cue = JA_NEW(arena, ja_cue);
    if (!parse_cue(arena, row, cue))
        return false;
    inflecting_phrase phrase = {.lexicon = lexicon, .cue = cue};
    ja_slice rest = ja_lower(arena, cue->lemma), word;
    while (phrase.count < 16 && ja_next_field(&rest, ' ', &word)) {
        if (word.length > 1 && word.at[word.length - 1] == '*') {
            phrase.starred = phrase.count;
            word.length--;
        }
        phrase.words[phrase.count++] = word;
    }
    ja_inflect(lexicon->language, phrase.words[phrase.starred], row->column[3], arena, add_form,
               &phrase);
    return true;
}

static void load_functions(ja_lexicon *lexicon)
{
    for (size_t i = 0; i < JA_FUNCTION_COUNT; i++)
        ja_map_init(&lexicon->functions[i], &lexicon->arena);
    ja_table table = ja_language_table("claim", lexicon->language->code, "grammar");
    while (ja_table_next(&table)) {
        unsigned function = ja_index_of(function_names, JA_FUNCTION_COUNT, table.column[0]);
        ja_slice rest = table.column[1], word;
        while (function < JA_FUNCTION_COUNT && ja_next_field(&rest, ' ', &word))
            ja_map_put(&lexicon->functions[function], word, 0, NULL);
    }
}

static void load_not_names(ja_lexicon *lexicon)
{
    ja_map_init(&lexicon->not_names, &lexicon->arena);
    ja_table table = ja_language_table("claim", lexicon->language->code, "not_names");
    while (ja_table_next(&table))
        ja_map_put(&lexicon->not_names, table.column[0], 0, NULL);
}

static void load_lexicon(void *context)
{
    ja_lexicon *lexicon = context;
    ja_map_init(&lexicon->first, &lexicon->arena);
    ja_map_init(&lexicon->pairs, &lexicon->arena);
    ja_map_init(&lexicon->verbs, &lexicon->arena);
    ja_table table = ja_language_table("claim", lexicon->language->code, "cues");
    while (ja_table_next(&table))
        (void)add_cue(lexicon, &table); /* faults are found by ja_lexicon_check */
    load_functions(lexicon);
    load_not_names(lexicon);
}

/* The lexicon of the language, loaded where it is not yet; the caller holds the lock. */
static const ja_lexicon *find_lexicon(const ja_language *language)
{
    for (size_t i = 0; i < lexicon_count; i++)
        if (lexicons[i].language == language)
            return &lexicons[i];
    if (lexicon_count == MAX_LANGUAGES)
        return NULL;
    ja_lexicon *lexicon = &lexicons[lexicon_count];
    *lexicon = (ja_lexicon){.language = language};
    ja_arena_init(&lexicon->arena);
    if (!ja_arena_run(&lexicon->arena, load_lexicon, lexicon)) {
        ja_arena_clear(&lexicon->arena);
        return NULL;
    }
    lexicon_count++;
    return lexicon;
}

const ja_lexicon *ja_lexicon_of(const ja_language *language)
{
    pthread_mutex_lock(&lock);
    const ja_lexicon *lexicon = find_lexicon(language);
    pthread_mutex_unlock(&lock);
    return lexicon;
}

bool ja_lexicon_is(const ja_lexicon *lexicon, const ja_token *token, ja_function function)
{
    const ja_map *words = &lexicon->functions[function];
    return ja_map_get(words, token->lower) || ja_map_get(words, token->base);
}

bool ja_lexicon_has(const ja_lexicon *lexicon, ja_slice word, ja_function function)
{
    return ja_map_get(&lexicon->functions[function], word) != NULL;
}

bool ja_cue_has_slot(const ja_cue *cue, ja_role role, ja_relation relation)
{
    for (size_t i = 0; i < cue->slot_count; i++)
        if (cue->slots[i].role == role && cue->slots[i].relation == relation)
            return true;
    return false;
}

bool ja_lexicon_is_no_name(const ja_lexicon *lexicon, const ja_token *token)
{
    return ja_map_get(&lexicon->not_names, token->lower) != NULL;
}

static size_t verb_classes(const ja_lexicon *lexicon, const ja_token *token)
{
    const size_t *classes = ja_map_get(&lexicon->verbs, token->lower);
    return classes ? *classes : 0;
}

bool ja_lexicon_has_verb(const ja_lexicon *lexicon, const ja_token *token)
{
    return (verb_classes(lexicon, token) & (1U << JA_CUE_ACCUSE | 1U << JA_CUE_SUSPECT |
                                            1U << JA_CUE_DENY | 1U << JA_CUE_SPEECH)) != 0;
}

bool ja_lexicon_may_be_verb(const ja_lexicon *lexicon, const ja_token *token)
{
    return verb_classes(lexicon, token) != 0;
}

/* What stands at "_": words, and between two commas some more ("holds the minister, B, to blame"). */
typedef struct open_gap {
    size_t left;  /* words that may still be passed over */
    size_t aside; /* the same between the commas; 0: outside of them */
    bool had_aside;
} open_gap;

/* Passes over the token, if the gap has room for it. */
static bool pass_over(open_gap *gap, const ja_token *token, bool commas)
{
    if (ja_equal(token->form, JA_SLICE(",")) && !commas) {
        bool fits = gap->left > 0 && (gap->aside > 0 || !gap->had_aside);
        gap->aside = gap->aside > 0 ? 0 : LONGEST_ASIDE;
        gap->had_aside = true;
        return fits;
    }
    size_t *room = gap->aside > 0 ? &gap->aside : &gap->left;
    bool fits = *room > (gap->aside > 0) && (token->word || commas);
    *room -= fits;
    return fits;
}

/* Whether `sequence` stands at token `first`; then *match is filled. The token ends the search at
 * `limit`, the end of the sentence. */
static bool matches(const word_sequence *sequence, const ja_document *document, size_t first,
                    size_t limit, ja_cue_match *match)
{
    size_t at = first + 1, word = 0, head = first;
    open_gap gap = {0, 0, false};
    bool commas = sequence->cue->class == JA_CUE_REFUSAL;
    for (size_t i = 0; i < sequence->rest_count;) {
        ja_slice want = sequence->rest[i];
        if (!want.at) {
            gap = (open_gap){LONGEST_GAP, 0, false};
            i++;
            continue;
        }
        if (at >= limit)
            return false;
        const ja_token *token = &document->tokens[at];
        if (gap.aside == 0 && ja_equal(token->lower, want)) {
            i++;
            word++;
            gap = (open_gap){0, 0, false};
            if (word == sequence->head)
                head = at;
        } else if (!pass_over(&gap, token, commas && ja_equal(token->form, JA_SLICE(",")))) {
            return false;
        }
        at++;
    }
    *match = (ja_cue_match){sequence->cue, first, at - first, head};
    return true;
}

typedef struct match_list {
    ja_arena *arena;
    ja_cue_match *at;
    size_t count, capacity;
} match_list;

/* Takes what matches of a chain of sequences; of all at the token only the longest stay. */
static void match_chain(match_list *list, const ja_lexicon *lexicon, const ja_document *document,
                        const size_t *newest, size_t token, size_t limit, size_t start)
{
    ja_cue_match match;
    for (size_t i = newest ? *newest : NO_SEQUENCE; i != NO_SEQUENCE;
         i = lexicon->sequences[i].next) {
        size_t longest = list->count > start ? list->at[start].count : 0;
        if (!matches(&lexicon->sequences[i], document, token, limit, &match) ||
            match.count < longest)
            continue;
        if (match.count > longest)
            list->count = start;
        bool known = false;
        for (size_t k = start; k < list->count; k++)
            known = known || list->at[k].cue == match.cue;
        if (!known)
            JA_PUSH(list->arena, list->at, list->count, list->capacity, match);
    }
}

/* The chain of sequences whose first two words stand at the token, or NULL. */
static const size_t *pair_at(const ja_lexicon *lexicon, const ja_document *document, size_t token)
{
    char key[LONGEST_PAIR];
    ja_slice first = document->tokens[token].lower, second = document->tokens[token + 1].lower;
    if (first.length + second.length + 1 > sizeof key)
        return NULL;
    memcpy(key, first.at, first.length);
    key[first.length] = ' ';
    memcpy(key + first.length + 1, second.at, second.length);
    return ja_map_get(&lexicon->pairs, (ja_slice){key, first.length + 1 + second.length});
}

static void match_at(match_list *list, const ja_lexicon *lexicon, const ja_document *document,
                     size_t token, size_t limit)
{
    size_t start = list->count;
    match_chain(list, lexicon, document, ja_map_get(&lexicon->first, document->tokens[token].lower),
                token, limit, start);
    if (token + 1 < limit)
        match_chain(list, lexicon, document, pair_at(lexicon, document, token), token, limit,
                    start);
}

/* Whether the token is one of the cue's own words, rather than standing in a gap of it. */
static bool is_own_word(const ja_cue *cue, ja_slice token)
{
    ja_slice rest = cue->lemma, word;
    while (ja_next_field(&rest, ' ', &word)) {
        if (word.length > 1 && word.at[word.length - 1] == '*')
            word.length--;
        if (ja_equal(word, token))
            return true;
    }
    return false;
}

/* A negation, and what a denial denies. */
static bool may_stand_in_gap(const ja_cue *cover, const ja_cue *cue)
{
    return cue->class == JA_CUE_NEGATION ||
           (cover->class == JA_CUE_DENY && cue->part == JA_NOUN &&
            (cue->class == JA_CUE_ACCUSE || cue->class == JA_CUE_SPEECH));
}

/* Drops what begins inside a longer cue before it, and the distractors. What stands in a gap stays:
 * "has burned NO samples", "rejected the CLAIMS as false". */
static size_t keep_longest(const ja_document *document, ja_cue_match *found, size_t count)
{
    size_t kept = 0;
    ja_cue_match cover = {0};
    for (size_t i = 0; i < count; i++) {
        bool inside = found[i].first > cover.first && found[i].first < cover.first + cover.count;
        bool in_gap = inside && may_stand_in_gap(cover.cue, found[i].cue) &&
                      !is_own_word(cover.cue, document->tokens[found[i].first].lower);
        if (inside && !in_gap && found[i].count <= cover.count)
            continue;
        if (!in_gap)
            cover = found[i];
        if (found[i].cue->class != JA_CUE_DISTRACTOR)
            found[kept++] = found[i];
    }
    return kept;
}

const ja_cue_match *ja_lexicon_scan(ja_arena *arena, const ja_lexicon *lexicon,
                                    const ja_document *document, size_t *count)
{
    match_list list = {.arena = arena};
    for (size_t s = 0; s < document->sentence_count; s++) {
        const ja_sentence *sentence = &document->sentences[s];
        size_t limit = sentence->first + sentence->count;
        for (size_t token = sentence->first; token < limit; token++)
            match_at(&list, lexicon, document, token, limit);
    }
    *count = keep_longest(document, list.at, list.count);
    return list.at;
}

static const char *check_table(ja_arena *arena, const char *code, const char *name,
                               bool (*sound)(ja_arena *arena, const ja_table *row))
{
    ja_table table = ja_language_table("claim", code, name);
    size_t rows = 0;
    for (; ja_table_next(&table); rows++)
        if (!sound(arena, &table))
            return ja_format(arena, "claim/%s/%s.tsv:%zu: %.*s", code, name, table.line,
                             (int)table.column[0].length, table.column[0].at);
    return rows ? NULL : ja_format(arena, "claim/%s/%s.tsv: empty", code, name);
}

static bool cue_is_sound(ja_arena *arena, const ja_table *row)
{
    ja_cue cue;
    return parse_cue(arena, row, &cue);
}

static bool function_is_sound(ja_arena *arena, const ja_table *row)
{
    (void)arena;
    return ja_index_of(function_names, JA_FUNCTION_COUNT, row->column[0]) < JA_FUNCTION_COUNT;
}

const char *ja_lexicon_check(ja_arena *arena, const char *code)
{
    const char *fault = check_table(arena, code, "cues", cue_is_sound);
    return fault ? fault : check_table(arena, code, "grammar", function_is_sound);
}
