/* The rules are learnt from the general to the special: of each ending the script that most of its
 * words take, where it is another than the next shorter ending gives; then the words that the
 * endings get wrong. */
#include "tools/train/learn_lemmas.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/unicode.h"
#include "language/lemmatiser.h"

static const size_t LEAST_WORDS = 2; /* that an ending's rule must rest on */

/* A word in lower case with its tag, and how often it takes a script. */
typedef struct entry {
    ja_lemma_word word;
    ja_slice form; /* as printed first */
    unsigned tag;
    ja_upos upos;
    uint32_t script; /* number */
    size_t count;
} entry;

typedef struct learner {
    ja_arena arena;
    ja_map entry_places; /* word, tag and script */
    entry *entries;
    size_t entry_count, entry_capacity;
    ja_map script_numbers;
    ja_slice *scripts;
    size_t script_count, script_capacity;
    ja_map rules; /* key -> script number */
    bool is_tag_of[JA_UPOS_COUNT][JA_MODEL_TAGS];
    ja_map in_treebank;   /* words in lower case with their part of speech */
    ja_map known_endings; /* tags with the last two letters of their words */
} learner;

/* The tag of a listed word, which is not known. */
#define NO_TAG JA_MODEL_TAGS

/* Votes of the entries that share a key. */
typedef struct vote {
    uint64_t key;
    uint32_t script;
    size_t weight; /* words of an ending; occurrences of a word */
    size_t entry;  /* one of those that voted */
} vote;

static size_t common_prefix(ja_slice a, ja_slice b)
{
    size_t same = 0;
    while (same < a.length && same < b.length && a.at[same] == b.at[same])
        same++;
    while (same > 0 && same < a.length && ((unsigned char)a.at[same] & 0xC0) == 0x80)
        same--; /* no part of a character */
    while (same > 0 && same < b.length && ((unsigned char)b.at[same] & 0xC0) == 0x80)
        same--;
    return same;
}

static size_t count_characters(ja_slice text)
{
    size_t count = 0, length;
    for (size_t at = 0; at < text.length; at += length, count++)
        (void)ja_decode(text, at, &length);
    return count;
}

/* Whether case is kept or lowered is told by what leaves more of the word; at a tie by what is
 * usual for the part of speech. */
static bool write_script(ja_slice form, const ja_lemma_word *lowered, ja_slice lemma, ja_upos upos,
                         char out[JA_LEMMA_SCRIPT])
{
    ja_slice lower = {lowered->bytes, lowered->length};
    size_t kept = common_prefix(form, lemma), low = common_prefix(lower, lemma);
    bool keep = kept != low ? kept > low : upos == JA_UPOS_PROPN;
    ja_slice from = keep ? form : lower;
    size_t same = keep ? kept : low;
    size_t cut = count_characters((ja_slice){from.at + same, from.length - same});
    size_t added = lemma.length - same;
    if (cut > 24 || added + 4 > JA_LEMMA_SCRIPT)
        return false;
    out[0] = keep ? 'k' : 'l';
    out[1] = (char)('a' + cut);
    memcpy(out + 2, lemma.at + same, added);
    out[2 + added] = '\0';
    return true;
}

static uint32_t number_of_script(learner *work, const char *script)
{
    bool added;
    size_t number =
        *ja_map_put(&work->script_numbers, ja_slice_of(script), work->script_count, &added);
    if (added)
        JA_PUSH(&work->arena, work->scripts, work->script_count, work->script_capacity,
                ja_slice_of(ja_copy_string(&work->arena, script)));
    return (uint32_t)number;
}

static void collect_word(learner *work, const ja_word *word, unsigned tag)
{
    char script[JA_LEMMA_SCRIPT];
    ja_lemma_word lowered;
    ja_lemma_word_of(word->form, &lowered);
    if (ja_equal(word->lemma, JA_SLICE("_")) && !ja_equal(word->form, JA_SLICE("_")))
        return;
    if (!write_script(word->form, &lowered, word->lemma, word->upos, script))
        return;
    uint32_t number = number_of_script(work, script);
    char key[sizeof lowered.bytes + 32];
    int head = snprintf(key, 32, "%u %u ", tag, number);
    memcpy(key + head, lowered.bytes, lowered.length);
    bool added;
    size_t place = *ja_map_put(&work->entry_places, (ja_slice){key, (size_t)head + lowered.length},
                               work->entry_count, &added);
    if (added) {
        entry fresh = {lowered, word->form, tag, word->upos, number, 0};
        JA_PUSH(&work->arena, work->entries, work->entry_count, work->entry_capacity, fresh);
    }
    work->entries[place].count++;
}

static ja_slice key_bytes(const uint64_t *key)
{
    return (ja_slice){(const char *)key, sizeof *key};
}

static const size_t *rule_of(const learner *work, uint64_t key)
{
    return ja_map_get(&work->rules, key_bytes(&key));
}

static uint64_t ending_key(const entry *of, unsigned tag, unsigned letters)
{
    ja_slice ending = {of->word.bytes + of->word.start[letters],
                       of->word.length - of->word.start[letters]};
    return ja_lemma_key(JA_LEMMA_ENDING_TAG, tag, ending);
}

static uint64_t word_key(const entry *of, ja_lemma_scope scope)
{
    ja_slice whole = {of->word.bytes, of->word.length};
    return ja_lemma_key(scope, scope == JA_LEMMA_WORD_TAG ? of->tag : (unsigned)of->upos, whole);
}

/* The script that the endings of up to `letters` characters give; SIZE_MAX: none. */
static size_t script_by_ending(const learner *work, const entry *of, unsigned tag, unsigned letters)
{
    for (unsigned i = letters + 1; i-- > 0;) {
        const size_t *rule = rule_of(work, ending_key(of, tag, i));
        if (rule)
            return *rule;
    }
    return SIZE_MAX;
}

static int compare_votes(const void *a, const void *b)
{
    const vote *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->script != y->script)
        return x->script < y->script ? -1 : 1;
    return x->entry < y->entry ? -1 : x->entry > y->entry;
}

/* Of votes [from, to) with one key the script with most weight, in *weight. */
static const vote *winner(const vote *votes, size_t from, size_t to, size_t *weight)
{
    const vote *best = &votes[from];
    *weight = 0;
    for (size_t i = from; i < to;) {
        size_t sum = 0, first = i;
        for (; i < to && votes[i].script == votes[first].script; i++)
            sum += votes[i].weight;
        if (sum > *weight) {
            *weight = sum;
            best = &votes[first];
        }
    }
    return best;
}

static bool same_lemma(const learner *work, const entry *of, size_t script)
{
    char a[1024], b[1024];
    if (script == SIZE_MAX || of->form.length > 400)
        return false;
    size_t x = ja_lemma_apply(work->scripts[of->script].at, of->form, a);
    size_t y = ja_lemma_apply(work->scripts[script].at, of->form, b);
    return ja_equal((ja_slice){a, x}, (ja_slice){b, y});
}

/* Adds the rules that `votes` call for; `given` tells what the rules so far give for an entry. */
static void decide(learner *work, vote *votes, size_t count, size_t least,
                   size_t (*given)(const learner *work, const entry *of, unsigned letters),
                   unsigned letters)
{
    qsort(votes, count, sizeof *votes, compare_votes);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from; to < count && votes[to].key == votes[from].key; to++)
            continue;
        size_t weight;
        const vote *best = winner(votes, from, to, &weight);
        const entry *of = &work->entries[best->entry];
        size_t now = given(work, of, letters);
        if (weight >= least && now != best->script && !same_lemma(work, of, now))
            ja_map_put(&work->rules, key_bytes(&best->key), best->script, NULL);
    }
}

static size_t given_by_shorter(const learner *work, const entry *of, unsigned letters)
{
    return letters ? script_by_ending(work, of, of->tag, letters - 1) : SIZE_MAX;
}

static uint64_t two_letters_key(const entry *of, unsigned tag)
{
    return ending_key(of, tag, of->word.endings > 2 ? 2 : of->word.endings - 1);
}

/* Whether the treebank has a word with this tag and the same last two letters. */
static bool tag_knows_ending(const learner *work, const entry *of, unsigned tag)
{
    uint64_t key = two_letters_key(of, tag);
    return ja_map_get(&work->known_endings, key_bytes(&key)) != NULL;
}

/* For a listed word, whose tag is not known: what the endings give if all tags of its part of
 * speech that know its ending give the right lemma. */
static size_t given_to_listed(const learner *work, const entry *of)
{
    size_t given = SIZE_MAX;
    for (unsigned tag = 0; tag < JA_MODEL_TAGS; tag++) {
        if (!work->is_tag_of[of->upos][tag] || !tag_knows_ending(work, of, tag))
            continue;
        given = script_by_ending(work, of, tag, of->word.endings - 1);
        if (!same_lemma(work, of, given))
            return SIZE_MAX;
    }
    return given;
}

static size_t given_by_endings(const learner *work, const entry *of, unsigned letters)
{
    (void)letters;
    return of->tag == NO_TAG ? given_to_listed(work, of)
                             : script_by_ending(work, of, of->tag, of->word.endings - 1);
}

static size_t given_by_word(const learner *work, const entry *of, unsigned letters)
{
    const size_t *rule = rule_of(work, word_key(of, JA_LEMMA_WORD_UPOS));
    return rule ? *rule : given_by_endings(work, of, letters);
}

static void learn_words(learner *work, vote *votes, ja_lemma_scope scope,
                        size_t (*given)(const learner *work, const entry *of, unsigned letters))
{
    size_t count = 0;
    for (size_t i = 0; i < work->entry_count; i++)
        if (work->entries[i].tag != NO_TAG || scope == JA_LEMMA_WORD_UPOS)
            votes[count++] = (vote){word_key(&work->entries[i], scope), work->entries[i].script,
                                    work->entries[i].count, i};
    decide(work, votes, count, 1, given, 0);
}

static void note_endings(learner *work)
{
    for (size_t i = 0; i < work->entry_count; i++) {
        const entry *of = &work->entries[i];
        uint64_t key = two_letters_key(of, of->tag);
        if (of->tag != NO_TAG)
            ja_map_put(&work->known_endings, key_bytes(&key), 0, NULL);
    }
}

static void learn(learner *work)
{
    note_endings(work);
    vote *votes = JA_NEW_N(&work->arena, vote, work->entry_count + 1);
    for (unsigned letters = 0; letters <= JA_LEMMA_ENDING; letters++) {
        size_t count = 0;
        for (size_t i = 0; i < work->entry_count; i++)
            if (work->entries[i].tag != NO_TAG && letters < work->entries[i].word.endings)
                votes[count++] =
                    (vote){ending_key(&work->entries[i], work->entries[i].tag, letters),
                           work->entries[i].script, 1, i};
        decide(work, votes, count, letters ? LEAST_WORDS : 1, given_by_shorter, letters);
    }
    learn_words(work, votes, JA_LEMMA_WORD_UPOS, given_by_endings);
    learn_words(work, votes, JA_LEMMA_WORD_TAG, given_by_word);
}

/* The map's slots have no order of their own, so rules are written by key. */
typedef struct rule {
    uint64_t key;
    size_t script;
} rule;

static int compare_rules(const void *a, const void *b)
{
    const rule *x = a, *y = b;
    return x->key < y->key ? -1 : x->key > y->key;
}

static void write_rules(learner *work, ja_buffer *out)
{
    size_t count = 0;
    rule *rules = JA_NEW_N(&work->arena, rule, work->rules.count + 1);
    for (size_t i = 0; i < work->rules.capacity; i++)
        if (work->rules.slots[i].key.at) {
            memcpy(&rules[count].key, work->rules.slots[i].key.at, sizeof rules->key);
            rules[count++].script = work->rules.slots[i].value;
        }
    qsort(rules, count, sizeof *rules, compare_rules);
    uint32_t capacity = 16, none = 0;
    while ((size_t)capacity * 3 < count * 4)
        capacity *= 2;
    ja_lemma_rule *table = JA_NEW_N(&work->arena, ja_lemma_rule, capacity);
    uint32_t *starts = JA_NEW_N(&work->arena, uint32_t, work->script_count + 1);
    ja_buffer scripts;
    ja_buffer_init(&scripts, (size_t)1 << 24);
    for (size_t i = 0; i < count; i++) {
        uint32_t *start = &starts[rules[i].script];
        if (!*start) {
            *start = (uint32_t)scripts.length + 1;
            ja_buffer_add(&scripts, work->scripts[rules[i].script].at,
                          work->scripts[rules[i].script].length + 1);
        }
        uint32_t at = (uint32_t)(rules[i].key >> 32) & (capacity - 1);
        while (table[at].script)
            at = (at + 1) & (capacity - 1);
        table[at] = (ja_lemma_rule){(uint32_t)rules[i].key, *start};
    }
    ja_buffer_add(out, &capacity, sizeof capacity);
    ja_buffer_add(out, &none, sizeof none);
    ja_buffer_add(out, table, capacity * sizeof *table);
    ja_buffer_add(out, scripts.at, scripts.length);
    ja_buffer_clear(&scripts);
}

static uint64_t word_and_upos(ja_slice form, ja_upos upos)
{
    ja_lemma_word lowered;
    ja_lemma_word_of(form, &lowered);
    return ja_lemma_key(JA_LEMMA_WORD_UPOS, upos, (ja_slice){lowered.bytes, lowered.length});
}

static void collect(learner *work, const ja_treebank *treebank, const ja_word_list *list)
{
    for (size_t i = 0; i < treebank->count; i++) {
        const ja_sample *sample = &treebank->samples[i];
        for (uint32_t j = 0; j < sample->count; j++) {
            const ja_word *word = &sample->words[j];
            work->is_tag_of[word->upos][sample->tag[j]] = true;
            uint64_t key = word_and_upos(word->form, word->upos);
            ja_map_put(&work->in_treebank, key_bytes(&key), 0, NULL);
            collect_word(work, word, sample->tag[j]);
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        const ja_listed_word *listed = &list->words[i];
        ja_word word = {.form = listed->form, .lemma = listed->lemma, .upos = listed->upos};
        uint64_t key = word_and_upos(listed->form, listed->upos);
        if (!ja_map_get(&work->in_treebank, key_bytes(&key)))
            collect_word(work, &word, NO_TAG);
    }
}

size_t ja_learn_lemmas(const ja_treebank *treebank, const ja_word_list *list, ja_buffer *out)
{
    learner work = {.entry_count = 0};
    ja_arena_init(&work.arena);
    ja_map_init(&work.entry_places, &work.arena);
    ja_map_init(&work.script_numbers, &work.arena);
    ja_map_init(&work.rules, &work.arena);
    ja_map_init(&work.in_treebank, &work.arena);
    ja_map_init(&work.known_endings, &work.arena);
    collect(&work, treebank, list);
    learn(&work);
    write_rules(&work, out);
    size_t count = work.rules.count;
    ja_arena_clear(&work.arena);
    return count;
}
