#include "tools/train/treebank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/map.h"
#include "base/source.h"
#include "language/analyse.h"
#include "tools/train/memory.h"
#include "tools/train/oracle.h"

static const size_t MAX_TREEBANK = (size_t)1 << 30; /* bytes */
static const size_t FOLD_RUN = 50; /* neighbours are in one fold, as they are in one document */
static const size_t RARE_TAG = 5, RARE_LABEL = 15; /* occurrences */

static void stop(const char *path, const jaccuse_error *error)
{
    fprintf(stderr, "train: %s:%zu: %s\n", path, error->line, error->message);
    exit(3);
}

void ja_treebank_read(ja_treebank *treebank, const char *path, bool aside)
{
    jaccuse_error error = {0};
    ja_source *source;
    ja_slice text;
    if (ja_source_open(&source, path, &error) != JACCUSE_OK ||
        ja_source_rest(source, MAX_TREEBANK, &text, &error) != JACCUSE_OK)
        stop(path, &error);
    text.at = ja_copy(&treebank->arena, text.at, text.length);
    ja_source_close(source);
    ja_conllu reader;
    ja_conllu_sentence sentence;
    jaccuse_status status;
    ja_conllu_init(&reader, text);
    while ((status = ja_conllu_next(&reader, &treebank->arena, &sentence, &error)) == JACCUSE_OK) {
        const char *fault = ja_tree_check(sentence.words, sentence.count);
        if (fault) {
            ja_fail_at(&error, JACCUSE_ERROR_FORMAT, path, sentence.line, "%s", fault);
            stop(path, &error);
        }
        ja_sample sample = {.words = sentence.words, .count = (uint32_t)sentence.count};
        sample.aside = aside;
        sample.fold = (uint32_t)(treebank->count / FOLD_RUN % JA_FOLDS);
        treebank->words += sentence.count;
        JA_PUSH(&treebank->arena, treebank->samples, treebank->count, treebank->capacity, sample);
    }
    if (status != JACCUSE_END)
        stop(path, &error);
}

void ja_treebank_clear(ja_treebank *treebank)
{
    ja_arena_clear(&treebank->arena);
}

/* The features that a tag holds. */
static bool is_kept(ja_slice feature)
{
    static const char *const names[] = {"Case",     "Definite", "Gender",   "Mood",
                                        "Number",   "Person",   "Polarity", "Poss",
                                        "PronType", "Reflex",   "Tense",    "VerbForm"};
    ja_slice value = feature, name;
    return ja_equal(feature, JA_SLICE("Voice=Pass")) ||
           (ja_next_field(&value, '=', &name) &&
            ja_index_of(names, sizeof names / sizeof *names, name) < sizeof names / sizeof *names);
}

/* "VERB Mood=Ind|Number=Sing" in `out`. */
static void write_tag(const ja_word *word, char out[256])
{
    ja_slice rest = ja_slice_of(word->features), feature;
    size_t used = (size_t)snprintf(out, 256, "%s ", ja_upos_names[word->upos]);
    const char *divider = "";
    while (ja_next_field(&rest, '|', &feature))
        if (is_kept(feature) && used + feature.length + 2 < 256) {
            used += (size_t)snprintf(out + used, 256 - used, "%s%.*s", divider, (int)feature.length,
                                     feature.at);
            divider = "|";
        }
    if (!*divider)
        snprintf(out + used, 256 - used, "_");
}

/* The relation with its subtype only where claims need that: the treebanks differ in the others. */
static const char *plain_label(const char *label, char out[64])
{
    static const char *const kept[] = {"nsubj:pass", "csubj:pass", "aux:pass",  "obl:agent",
                                       "acl:relcl",  "nmod:poss",  "aux:tense", "aux:caus",
                                       "nsubj:caus", "expl:subj",  "expl:pass"};
    const unsigned count = sizeof kept / sizeof *kept;
    bool whole = ja_index_of(kept, count, ja_slice_of(label)) < count;
    snprintf(out, 64, "%.*s", (int)(whole ? strlen(label) : strcspn(label, ":")), label);
    return out;
}

/* Names with their counts, in order of first use. */
typedef struct tally {
    ja_map places;
    char **names;
    size_t *counts;
    size_t count, capacity, count_capacity;
} tally;

static void tally_add(ja_arena *arena, tally *all, const char *name)
{
    bool added;
    size_t place = *ja_map_put(&all->places, ja_slice_of(name), all->count, &added);
    if (added) {
        size_t count = all->count;
        JA_PUSH(arena, all->counts, count, all->count_capacity, 0);
        JA_PUSH(arena, all->names, all->count, all->capacity, ja_copy_string(arena, name));
    }
    all->counts[place]++;
}

static unsigned keep_frequent(const tally *all, size_t least, unsigned ceiling, char **out)
{
    unsigned kept = 0;
    for (size_t i = 0; i < all->count && kept < ceiling; i++)
        if (all->counts[i] >= least)
            out[kept++] = strdup(all->names[i]);
    return kept;
}

void ja_inventory_make(ja_inventory *inventory, const ja_treebank *treebank)
{
    ja_arena arena;
    ja_arena_init(&arena);
    tally tags = {.count = 0}, labels = {.count = 0};
    ja_map_init(&tags.places, &arena);
    ja_map_init(&labels.places, &arena);
    for (size_t i = 0; i < treebank->count; i++)
        for (uint32_t j = 0; j < treebank->samples[i].count; j++) {
            const ja_word *word = &treebank->samples[i].words[j];
            char tag[256], label[64];
            write_tag(word, tag);
            tally_add(&arena, &tags, tag);
            tally_add(&arena, &labels, plain_label(word->deprel, label));
        }
    inventory->tag_count = keep_frequent(&tags, RARE_TAG, JA_MODEL_TAGS, inventory->tags);
    inventory->label_count = keep_frequent(&labels, RARE_LABEL, JA_MODEL_LABELS, inventory->labels);
    ja_arena_clear(&arena);
}

void ja_inventory_clear(ja_inventory *inventory)
{
    for (unsigned i = 0; i < inventory->tag_count; i++)
        free(inventory->tags[i]);
    for (unsigned i = 0; i < inventory->label_count; i++)
        free(inventory->labels[i]);
    *inventory = (ja_inventory){.tag_count = 0};
}

static bool holds_feature(ja_slice features, ja_slice wanted)
{
    ja_slice feature;
    while (ja_next_field(&features, '|', &feature))
        if (ja_equal(feature, wanted))
            return true;
    return false;
}

/* Features that both have less those that one alone has; parts of speech count most. */
static int likeness(const char *a, const char *b)
{
    ja_slice left = ja_slice_of(a), right = ja_slice_of(b), upos_a, upos_b, feature;
    ja_next_field(&left, ' ', &upos_a);
    ja_next_field(&right, ' ', &upos_b);
    int score = ja_equal(upos_a, upos_b) ? 100 : 0;
    ja_slice rest = left;
    while (ja_next_field(&rest, '|', &feature))
        score += holds_feature(right, feature) ? 2 : -1;
    while (ja_next_field(&right, '|', &feature))
        score -= !holds_feature(left, feature);
    return score;
}

static unsigned number_of_tag(const ja_inventory *inventory, const char *tag)
{
    unsigned best = 0;
    int best_score = -1000;
    for (unsigned i = 0; i < inventory->tag_count; i++) {
        if (strcmp(inventory->tags[i], tag) == 0)
            return i;
        int score = likeness(inventory->tags[i], tag);
        if (score > best_score) {
            best = i;
            best_score = score;
        }
    }
    return best;
}

static unsigned number_of_label(const ja_inventory *inventory, const char *label)
{
    unsigned plain = 0;
    size_t stem = strcspn(label, ":");
    for (unsigned i = 0; i < inventory->label_count; i++) {
        if (strcmp(inventory->labels[i], label) == 0)
            return i;
        if (strlen(inventory->labels[i]) == stem && strncmp(inventory->labels[i], label, stem) == 0)
            plain = i;
    }
    return plain;
}

static void number_sample(ja_arena *arena, ja_sample *sample, const ja_inventory *inventory)
{
    size_t nodes = (size_t)sample->count + 2;
    sample->lexemes = JA_NEW_N(arena, ja_lexeme, nodes);
    sample->tag = JA_NEW_N(arena, uint8_t, nodes);
    sample->head = JA_NEW_N(arena, uint32_t, nodes);
    sample->label = JA_NEW_N(arena, uint8_t, nodes);
    for (uint32_t i = 0; i < sample->count; i++) {
        const ja_word *word = &sample->words[i];
        char tag[256], label[64];
        write_tag(word, tag);
        sample->tag[i] = (uint8_t)number_of_tag(inventory, tag);
        sample->head[i + 1] = word->head ? word->head : sample->count + 1;
        sample->label[i + 1] =
            (uint8_t)number_of_label(inventory, plain_label(word->deprel, label));
    }
    ja_lexemes_of(sample->words, sample->count, sample->lexemes);
    ja_projectivise(sample->head, sample->count);
}

void ja_treebank_number(ja_treebank *treebank, const ja_inventory *inventory)
{
    for (size_t i = 0; i < treebank->count; i++)
        number_sample(&treebank->arena, &treebank->samples[i], inventory);
}
