#include "tools/train/training.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "language/analyse.h"
#include "language/tagger.h"
#include "tools/train/evaluate.h"
#include "tools/train/learn_ambiguity.h"
#include "tools/train/learn_lemmas.h"
#include "tools/train/memory.h"
#include "tools/train/model_writer.h"
#include "tools/train/vary.h"
#include "tools/train/word_list.h"

const ja_settings ja_usual_settings = {
    .variants = 0.06,
    .seed = 1,
    .size = 3950000,
    .tagger = {.epochs = 7, .epochs_pruned = 3, .dropout = 0.3, .size = 900000},
    .parser = {.epochs = 11, .epochs_pruned = 7, .dropout = 0.25, .labeller_size = 950000},
};

static const size_t MAX_SECTION = (size_t)1 << 28; /* bytes */

typedef struct training {
    const char *language;
    ja_treebank *train, *dev;
    const ja_settings *settings;
    ja_inventory inventory;
    ja_buffer section[JA_SECTIONS];
    ja_buffer fold_tagger[JA_FOLDS];
    ja_buffer *file; /* the model as it stands */
    ja_model model;
    double started, parsing; /* seconds */
} training;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static void tell_time(const training *work)
{
    fprintf(stderr, "%6.1f s  ", now() - work->started);
}

static void write_strings(ja_buffer *out, char *const *strings, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        ja_buffer_add(out, strings[i], strlen(strings[i]) + 1);
}

static void note_labels(uint64_t allowed[2][JA_NODE_KINDS][JA_NODE_KINDS], const ja_sample *sample)
{
    for (uint32_t child = 1; child <= sample->count; child++) {
        uint32_t parent = sample->head[child];
        unsigned above =
            parent > sample->count ? JA_UPOS_COUNT + 1u : (unsigned)sample->words[parent - 1].upos;
        allowed[child < parent][above][sample->words[child - 1].upos] |= (uint64_t)1
                                                                         << sample->label[child];
    }
}

/* The labels seen between parts of speech; where none was, all are allowed. */
static void write_allowed(const training *work, ja_buffer *out)
{
    uint64_t allowed[2][JA_NODE_KINDS][JA_NODE_KINDS];
    memset(allowed, 0, sizeof allowed);
    for (size_t i = 0; i < work->train->count; i++)
        note_labels(allowed, &work->train->samples[i]);
    unsigned labels = work->inventory.label_count;
    uint64_t all = labels < 64 ? ((uint64_t)1 << labels) - 1 : UINT64_MAX;
    uint64_t *flat = &allowed[0][0][0];
    for (size_t i = 0; i < sizeof allowed / sizeof *flat; i++)
        if (!flat[i])
            flat[i] = all;
    ja_buffer_add(out, allowed, sizeof allowed);
}

/* Puts the sections together and opens the model that they are. */
static void assemble(training *work)
{
    jaccuse_error error = {0};
    ja_model_write(work->section, work->language, work->file);
    ja_slice bytes = {work->file->at, work->file->length};
    if (work->file->failed || ja_model_open(&work->model, bytes, &error) != JACCUSE_OK) {
        fprintf(stderr, "train: the model that was made is bad: %s\n", error.message);
        exit(4);
    }
}

static double percent(size_t part, size_t whole)
{
    return whole ? 100.0 * (double)part / (double)whole : 0;
}

static void report(void *context, unsigned epoch, const ja_perceptron *arcs,
                   const ja_perceptron *labels)
{
    training *work = context;
    const ja_learning *how = &work->settings->parser;
    unsigned left = how->epochs + how->epochs_pruned - epoch - 1;
    work->section[JA_SECTION_ARCS].length = work->section[JA_SECTION_LABELLER].length = 0;
    ja_perceptron_write(arcs, &work->section[JA_SECTION_ARCS]);
    ja_perceptron_write(labels, &work->section[JA_SECTION_LABELLER]);
    assemble(work);
    ja_score score = ja_evaluate(&work->model, work->dev);
    tell_time(work);
    fprintf(stderr,
            "epoch %2u%s: dev UPOS %.2f tags %.2f lemmas %.2f UAS %.2f LAS %.2f; "
            "model %.1f MB; %.0f s left\n",
            epoch + 1, epoch < how->epochs ? "" : " (pruned)", percent(score.upos, score.words),
            percent(score.tags, score.words), percent(score.lemmas, score.words),
            percent(score.heads, score.words), percent(score.arcs, score.words),
            (double)work->file->length / 1e6, (now() - work->parsing) / (epoch + 1) * left);
}

/* Taggers that have not seen a fold tag it, so that the parser learns from tags as good as those
 * of new text. Two threads share the folds and the tagger of all samples. */
typedef struct tagger_job {
    training *work;
    unsigned first;
} tagger_job;

static void *learn_taggers(void *context)
{
    const tagger_job *job = context;
    training *work = job->work;
    for (unsigned i = job->first; i <= JA_FOLDS; i += 2)
        ja_learn_tagger(work->train, work->inventory.tag_count, i < JA_FOLDS ? i : JA_NO_FOLD,
                        &work->settings->tagger, work->settings->seed,
                        i < JA_FOLDS ? &work->fold_tagger[i] : &work->section[JA_SECTION_TAGGER]);
    return NULL;
}

static void learn_all_taggers(training *work)
{
    tagger_job jobs[2] = {{work, 0}, {work, 1}};
    pthread_t thread;
    bool threaded = pthread_create(&thread, NULL, learn_taggers, &jobs[1]) == 0;
    learn_taggers(&jobs[0]);
    if (threaded)
        pthread_join(thread, NULL);
    else
        learn_taggers(&jobs[1]);
}

static void tag_sample(training *work, const ja_linear *tagger, ja_sample *sample)
{
    ja_word *words = JA_NEW_N(&work->train->arena, ja_word, sample->count + 1);
    for (uint32_t i = 0; i < sample->count; i++)
        words[i].form = sample->words[i].form;
    ja_tag(tagger, sample->lexemes, sample->count);
    ja_set_lemmas(&work->model, &work->train->arena, words, sample->count, sample->lexemes);
}

static void tag_folds(training *work)
{
    for (unsigned fold = 0; fold < JA_FOLDS; fold++) {
        ja_linear tagger;
        ja_slice bytes = {work->fold_tagger[fold].at, work->fold_tagger[fold].length};
        if (!ja_linear_open(&tagger, bytes))
            abort();
        for (size_t i = 0; i < work->train->count; i++)
            if (work->train->samples[i].fold == fold)
                tag_sample(work, &tagger, &work->train->samples[i]);
        ja_buffer_clear(&work->fold_tagger[fold]);
    }
}

/* Classifiers that know nothing stand in the model until the parser is learnt. */
static void write_empty_parser(training *work)
{
    ja_perceptron *arcs = ja_perceptron_new(JA_ACTIONS, true);
    ja_perceptron *labels = ja_perceptron_new(work->inventory.label_count, false);
    ja_perceptron_write(arcs, &work->section[JA_SECTION_ARCS]);
    ja_perceptron_write(labels, &work->section[JA_SECTION_LABELLER]);
    ja_perceptron_free(arcs);
    ja_perceptron_free(labels);
}

static void prepare(training *work)
{
    ja_treebank_vary(work->train, work->settings->variants, work->settings->seed);
    ja_inventory_make(&work->inventory, work->train);
    ja_treebank_number(work->train, &work->inventory);
    ja_treebank_number(work->dev, &work->inventory);
    write_strings(&work->section[JA_SECTION_TAGS], work->inventory.tags, work->inventory.tag_count);
    write_strings(&work->section[JA_SECTION_LABELS], work->inventory.labels,
                  work->inventory.label_count);
    write_allowed(work, &work->section[JA_SECTION_ALLOWED]);
    ja_word_list list;
    ja_word_list_make(&list, work->language, &work->train->arena);
    ja_learn_ambiguity(work->train, &list, &work->section[JA_SECTION_AMBIGUITY]);
    size_t rules = ja_learn_lemmas(work->train, &list, &work->section[JA_SECTION_LEMMAS]);
    tell_time(work);
    fprintf(stderr, "%zu sentences, %zu words; %u tags, %u labels, %zu rules for lemmas\n",
            work->train->count, work->train->words, work->inventory.tag_count,
            work->inventory.label_count, rules);
}

void ja_train(const char *language, ja_treebank *train, ja_treebank *dev,
              const ja_settings *settings, ja_buffer *out)
{
    training *work = ja_must_alloc(1, sizeof *work);
    *work = (training){.language = language,
                       .train = train,
                       .dev = dev,
                       .settings = settings,
                       .file = out,
                       .started = now()};
    for (unsigned i = 0; i < JA_SECTIONS; i++)
        ja_buffer_init(&work->section[i], MAX_SECTION);
    for (unsigned i = 0; i < JA_FOLDS; i++)
        ja_buffer_init(&work->fold_tagger[i], MAX_SECTION);
    prepare(work);
    learn_all_taggers(work);
    write_empty_parser(work);
    assemble(work);
    tell_time(work);
    fprintf(stderr, "%u taggers are trained\n", JA_FOLDS + 1);
    tag_folds(work);
    ja_learning parser = settings->parser;
    size_t rest = out->length + parser.labeller_size;
    if (settings->size <= rest) {
        fprintf(stderr, "train: all but the arcs takes %zu bytes, the model may take %zu\n", rest,
                settings->size);
        exit(4);
    }
    parser.size = settings->size - rest;
    work->parsing = now();
    ja_learn_parser(train, &work->model, &parser, settings->seed, report, work);
    for (unsigned i = 0; i < JA_SECTIONS; i++)
        ja_buffer_clear(&work->section[i]);
    ja_inventory_clear(&work->inventory);
    free(work);
}
