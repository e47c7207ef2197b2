/* A tiny model, trained from a treebank of twenty sentences in well under a second. */
#ifndef MODEL_FIXTURE_H
#define MODEL_FIXTURE_H

#include "language/analyse.h"
#include "language/tagger.h"
#include "tools/train/learn.h"
#include "tools/train/learn_lemmas.h"
#include "tools/train/learn_ambiguity.h"
#include "tools/train/model_writer.h"
#include "tools/treebank_fixture.h"

static const char *const TINY[] = {
    "The/the/DET/_/2/det minister/minister/NOUN/Number=Sing/3/nsubj "
    "accused/accuse/VERB/Tense=Past/0/root Smith/Smith/PROPN/Number=Sing/3/obj ././PUNCT/_/3/punct",
    "A/a/DET/_/2/det judge/judge/NOUN/Number=Sing/3/nsubj accused/accuse/VERB/Tense=Past/0/root "
    "the/the/DET/_/5/det firms/firm/NOUN/Number=Plur/3/obj ././PUNCT/_/3/punct",
    "Anna/Anna/PROPN/Number=Sing/2/nsubj blamed/blame/VERB/Tense=Past/0/root "
    "him/he/PRON/Number=Sing/2/obj ././PUNCT/_/2/punct",
    "He/he/PRON/Number=Sing/2/nsubj denied/deny/VERB/Tense=Past/0/root "
    "it/it/PRON/Number=Sing/2/obj "
    "././PUNCT/_/2/punct",
    "The/the/DET/_/2/det firms/firm/NOUN/Number=Plur/4/nsubj had/have/AUX/Tense=Past/4/aux "
    "denied/deny/VERB/VerbForm=Part/0/root it/it/PRON/Number=Sing/4/obj ././PUNCT/_/4/punct",
    "Smith/Smith/PROPN/Number=Sing/3/nsubj has/have/AUX/Tense=Pres/3/aux "
    "lied/lie/VERB/VerbForm=Part/0/root to/to/ADP/_/6/case the/the/DET/_/6/det "
    "judge/judge/NOUN/Number=Sing/3/obl ././PUNCT/_/3/punct",
    "Critics/critic/NOUN/Number=Plur/2/nsubj say/say/VERB/Tense=Pres/0/root "
    "that/that/SCONJ/_/5/mark "
    "ministers/minister/NOUN/Number=Plur/5/nsubj lie/lie/VERB/Tense=Pres/2/ccomp "
    "././PUNCT/_/2/punct",
    "They/they/PRON/Number=Plur/2/nsubj blamed/blame/VERB/Tense=Past/0/root the/the/DET/_/5/det "
    "old/old/ADJ/_/5/amod firm/firm/NOUN/Number=Sing/2/obj for/for/ADP/_/8/case "
    "the/the/DET/_/8/det "
    "fire/fire/NOUN/Number=Sing/2/obl ././PUNCT/_/2/punct",
    "Old/old/ADJ/_/2/amod men/man/NOUN/Number=Plur/3/nsubj walked/walk/VERB/Tense=Past/0/root "
    "slowly/slowly/ADV/_/3/advmod home/home/ADV/_/3/advmod ././PUNCT/_/3/punct",
    "Anna/Anna/PROPN/Number=Sing/4/nsubj and/and/CCONJ/_/3/cc Smith/Smith/PROPN/Number=Sing/1/conj "
    "walked/walk/VERB/Tense=Past/0/root ././PUNCT/_/4/punct",
    "The/the/DET/_/2/det judge/judge/NOUN/Number=Sing/5/nsubj did/do/AUX/Tense=Past/5/aux "
    "not/not/PART/_/5/advmod say/say/VERB/VerbForm=Inf/0/root it/it/PRON/Number=Sing/5/obj "
    "././PUNCT/_/5/punct",
    "Three/three/NUM/_/2/nummod firms/firm/NOUN/Number=Plur/4/nsubj "
    "were/be/AUX/Tense=Past/4/aux:pass "
    "blamed/blame/VERB/VerbForm=Part/0/root by/by/ADP/_/6/case Anna/Anna/PROPN/Number=Sing/4/obl "
    "././PUNCT/_/4/punct",
    "In/in/ADP/_/2/case March/March/PROPN/Number=Sing/4/obl he/he/PRON/Number=Sing/4/nsubj "
    "walked/walk/VERB/Tense=Past/0/root to/to/ADP/_/6/case Paris/Paris/PROPN/Number=Sing/4/obl "
    "././PUNCT/_/4/punct",
    "The/the/DET/_/2/det fire/fire/NOUN/Number=Sing/3/nsubj killed/kill/VERB/Tense=Past/0/root "
    "two/two/NUM/_/5/nummod men/man/NOUN/Number=Plur/3/obj ././PUNCT/_/3/punct",
    "Ministers/minister/NOUN/Number=Plur/2/nsubj lie/lie/VERB/Tense=Pres/0/root "
    "often/often/ADV/_/2/advmod ././PUNCT/_/2/punct",
    "He/he/PRON/Number=Sing/3/nsubj has/have/AUX/Tense=Pres/3/aux "
    "accused/accuse/VERB/VerbForm=Part/0/root a/a/DET/_/6/det rich/rich/ADJ/_/6/amod "
    "man/man/NOUN/Number=Sing/3/obj ././PUNCT/_/3/punct",
    "Smith/Smith/PROPN/Number=Sing/2/nsubj says/say/VERB/Tense=Pres/0/root "
    "he/he/PRON/Number=Sing/4/nsubj "
    "lied/lie/VERB/Tense=Past/2/ccomp ././PUNCT/_/2/punct",
    "The/the/DET/_/2/det firm/firm/NOUN/Number=Sing/6/nsubj of/of/ADP/_/4/case "
    "Smith/Smith/PROPN/Number=Sing/2/nmod was/be/AUX/Tense=Past/6/aux:pass "
    "accused/accuse/VERB/VerbForm=Part/0/root by/by/ADP/_/8/case "
    "critics/critic/NOUN/Number=Plur/6/obl "
    "././PUNCT/_/6/punct",
    "It/it/PRON/Number=Sing/4/nsubj was/be/AUX/Tense=Past/4/cop a/a/DET/_/4/det "
    "fire/fire/NOUN/Number=Sing/0/root ,/,/PUNCT/_/4/punct he/he/PRON/Number=Sing/7/nsubj "
    "says/say/VERB/Tense=Pres/4/parataxis ././PUNCT/_/4/punct",
    "Rich/rich/ADJ/_/2/amod critics/critic/NOUN/Number=Plur/4/nsubj often/often/ADV/_/4/advmod "
    "blame/blame/VERB/Tense=Pres/0/root the/the/DET/_/6/det judge/judge/NOUN/Number=Sing/4/obj "
    "././PUNCT/_/4/punct",
};

enum { TINY_COUNT = sizeof TINY / sizeof *TINY };

typedef struct tiny_model {
    ja_treebank treebank;
    ja_inventory inventory;
    ja_buffer section[JA_SECTIONS];
    ja_buffer file;
    ja_model model;
    unsigned epochs; /* that the parser has learnt for */
} tiny_model;

static inline void assemble_tiny(tiny_model *tiny)
{
    ja_model_write(tiny->section, "en", &tiny->file);
    assert_false(tiny->file.failed);
}

static inline void open_tiny(tiny_model *tiny)
{
    jaccuse_error error = {.message = ""};
    assemble_tiny(tiny);
    jaccuse_status status =
        ja_model_open(&tiny->model, (ja_slice){tiny->file.at, tiny->file.length}, &error);
    if (status != JACCUSE_OK)
        fail_msg("the tiny model: %s", error.message);
}

/* Every label is allowed between all nodes. */
static inline void write_tables(tiny_model *tiny)
{
    const ja_inventory *inventory = &tiny->inventory;
    for (unsigned i = 0; i < inventory->tag_count; i++)
        ja_buffer_add(&tiny->section[JA_SECTION_TAGS], inventory->tags[i],
                      strlen(inventory->tags[i]) + 1);
    for (unsigned i = 0; i < inventory->label_count; i++)
        ja_buffer_add(&tiny->section[JA_SECTION_LABELS], inventory->labels[i],
                      strlen(inventory->labels[i]) + 1);
    uint64_t all = ((uint64_t)1 << inventory->label_count) - 1;
    for (unsigned i = 0; i < 2 * JA_NODE_KINDS * JA_NODE_KINDS; i++)
        ja_buffer_add(&tiny->section[JA_SECTION_ALLOWED], &all, sizeof all);
}

static inline void write_untrained(unsigned classes, bool dense, ja_buffer *out)
{
    ja_perceptron *none = ja_perceptron_new(classes, dense);
    ja_perceptron_write(none, out);
    ja_perceptron_free(none);
}

/* Each epoch's parser stands in the place of that of the one before. */
static inline void keep_parser(void *context, unsigned epoch, const ja_perceptron *arcs,
                               const ja_perceptron *labels)
{
    tiny_model *tiny = context;
    assert_int_equal(epoch, tiny->epochs++);
    tiny->section[JA_SECTION_ARCS].length = tiny->section[JA_SECTION_LABELLER].length = 0;
    ja_perceptron_write(arcs, &tiny->section[JA_SECTION_ARCS]);
    ja_perceptron_write(labels, &tiny->section[JA_SECTION_LABELLER]);
}

/* The parser learns from predicted tags and lemmas. */
static inline void tag_samples(tiny_model *tiny)
{
    for (size_t i = 0; i < tiny->treebank.count; i++) {
        ja_sample *sample = &tiny->treebank.samples[i];
        ja_word *words = JA_NEW_N(&tiny->treebank.arena, ja_word, sample->count);
        for (uint32_t j = 0; j < sample->count; j++)
            words[j].form = sample->words[j].form;
        ja_tag(&tiny->model.tagger, sample->lexemes, sample->count);
        ja_set_lemmas(&tiny->model, &tiny->treebank.arena, words, sample->count, sample->lexemes);
    }
}

/* To be freed with tiny_free. */
static inline tiny_model *tiny_new(void)
{
    static const ja_learning HOW = {
        .epochs = 3, .epochs_pruned = 1, .dropout = 0.1, .size = 100000, .labeller_size = 100000};
    static const ja_word_list NONE = {.count = 0};
    tiny_model *tiny = calloc(1, sizeof *tiny);
    assert_non_null(tiny);
    for (unsigned i = 0; i < JA_SECTIONS; i++)
        ja_buffer_init(&tiny->section[i], (size_t)1 << 24);
    ja_buffer_init(&tiny->file, (size_t)1 << 24);
    make_treebank(&tiny->treebank, &tiny->inventory, TINY, TINY_COUNT, 15);
    write_tables(tiny);
    ja_learn_ambiguity(&tiny->treebank, &NONE, &tiny->section[JA_SECTION_AMBIGUITY]);
    ja_learn_lemmas(&tiny->treebank, &NONE, &tiny->section[JA_SECTION_LEMMAS]);
    ja_learn_tagger(&tiny->treebank, tiny->inventory.tag_count, JA_NO_FOLD, &HOW, 1,
                    &tiny->section[JA_SECTION_TAGGER]);
    write_untrained(JA_ACTIONS, true, &tiny->section[JA_SECTION_ARCS]);
    write_untrained(tiny->inventory.label_count, false, &tiny->section[JA_SECTION_LABELLER]);
    open_tiny(tiny);
    tag_samples(tiny);
    ja_learn_parser(&tiny->treebank, &tiny->model, &HOW, 1, keep_parser, tiny);
    assert_int_equal(tiny->epochs, HOW.epochs + HOW.epochs_pruned);
    open_tiny(tiny);
    return tiny;
}

static inline void tiny_free(tiny_model *tiny)
{
    for (unsigned i = 0; i < JA_SECTIONS; i++)
        ja_buffer_clear(&tiny->section[i]);
    ja_buffer_clear(&tiny->file);
    clear_treebank(&tiny->treebank, &tiny->inventory);
    free(tiny);
}

#endif
