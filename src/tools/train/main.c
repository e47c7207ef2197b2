/* Build-time program: trains the model of one language from treebanks.
 *
 *     train -l LANG -d DEV.conllu -o MODEL TRAIN.conllu...
 *
 * The same files give the same bytes. Progress goes to standard error. */
#include <getopt.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/source.h"
#include "language/analyse.h"
#include "language/tagger.h"
#include "tools/train/learn.h"
#include "tools/train/learn_lemmas.h"
#include "tools/train/learn_lexicon.h"
#include "tools/train/memory.h"

enum { FOLDS = 5, MAX_MODEL = 1 << 22 };

typedef struct training {
    const char *language, *dev_path, *out_path;
    ja_treebank train, dev;
    ja_inventory inventory;
    ja_learning tagging, parsing;
    ja_buffer section[JA_SECTIONS];
    ja_buffer fold_tagger[FOLDS];
    ja_buffer file; /* the whole model */
    ja_model model;
    time_t started;
} training;

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

static double started_at;

static void say(const char *what)
{
    fprintf(stderr, "%6.1f s  %s\n", seconds() - started_at, what);
}

static void write_strings(ja_buffer *out, char **strings, unsigned count)
{
    for (unsigned i = 0; i < count; i++)
        ja_buffer_add(out, strings[i], strlen(strings[i]) + 1);
}

/* The labels seen between parts of speech; where none was, all are allowed. */
static void write_allowed(const training *work, ja_buffer *out)
{
    static uint64_t allowed[2][JA_NODE_KINDS][JA_NODE_KINDS];
    memset(allowed, 0, sizeof allowed);
    for (size_t i = 0; i < work->train.count; i++) {
        const ja_sample *sample = &work->train.samples[i];
        for (uint32_t child = 1; child <= sample->count; child++) {
            uint32_t parent = sample->head[child];
            unsigned above = parent > sample->count ? JA_UPOS_COUNT + 1
                                                    : (unsigned)sample->words[parent - 1].upos;
            allowed[child < parent][above][sample->words[child - 1].upos] |=
                (uint64_t)1 << sample->label[child];
        }
    }
    unsigned labels = work->inventory.label_count;
    uint64_t all = labels < 64 ? ((uint64_t)1 << labels) - 1 : UINT64_MAX;
    uint64_t *flat = &allowed[0][0][0];
    for (size_t i = 0; i < sizeof allowed / sizeof *flat; i++)
        if (!flat[i])
            flat[i] = all;
    ja_buffer_add(out, allowed, sizeof allowed);
}

static void assemble(training *work)
{
    static const char padding[8];
    ja_model_header header = {.magic = "jaccuse model",
                              .format = JA_MODEL_FORMAT,
                              .features = JA_MODEL_FEATURES};
    strncpy(header.language, work->language, sizeof header.language - 1);
    work->file.length = 0;
    ja_buffer_add(&work->file, &header, sizeof header);
    for (unsigned i = 0; i < JA_SECTIONS; i++) {
        header.size[i] = (uint32_t)work->section[i].length;
        ja_buffer_add(&work->file, work->section[i].at, work->section[i].length);
        ja_buffer_add(&work->file, padding, (8 - work->section[i].length % 8) % 8);
    }
    memcpy(work->file.at, &header, sizeof header);
    header.checksum = ja_model_checksum((ja_slice){work->file.at, work->file.length});
    memcpy(work->file.at, &header, sizeof header);
    jaccuse_error error = {0};
    ja_slice bytes = {work->file.at, work->file.length};
    if (work->file.failed || ja_model_open(&work->model, bytes, &error) != JACCUSE_OK) {
        fprintf(stderr, "train: the model that was made is bad: %s\n", error.message);
        exit(4);
    }
}

typedef struct tally {
    size_t words, tags, upos, lemmas, heads, arcs;
} tally;

static bool same_relation(const char *a, const char *b)
{
    size_t length = strcspn(a, ":");
    return length == strcspn(b, ":") && strncmp(a, b, length) == 0;
}

static tally evaluate(const training *work, bool parse)
{
    tally sum = {0};
    ja_arena arena;
    ja_arena_init(&arena);
    ja_analyser analyser;
    ja_analyser_init(&analyser, &work->model, &arena);
    for (size_t i = 0; i < work->dev.count; i++) {
        const ja_sample *gold = &work->dev.samples[i];
        ja_word *words = JA_NEW_N(&arena, ja_word, gold->count + 1);
        for (uint32_t j = 0; j < gold->count; j++)
            words[j].form = gold->words[j].form;
        ja_analyse(&analyser, words, gold->count);
        (void)parse;
        for (uint32_t j = 0; j < gold->count; j++) {
            const ja_word *right = &gold->words[j];
            bool head = words[j].head == right->head;
            sum.words++;
            sum.upos += words[j].upos == right->upos;
            sum.tags += analyser.lexemes[j].tag == gold->tag[j];
            sum.lemmas += ja_equal(words[j].lemma, right->lemma);
            sum.heads += head;
            sum.arcs += head && same_relation(words[j].deprel, right->deprel);
        }
    }
    ja_arena_clear(&arena);
    return sum;
}

static void report(void *context, unsigned epoch, const ja_perceptron *arcs,
                   const ja_perceptron *labels)
{
    training *work = context;
    ja_buffer *out[2] = {&work->section[JA_SECTION_ARCS], &work->section[JA_SECTION_LABELLER]};
    out[0]->length = out[1]->length = 0;
    size_t a = ja_perceptron_write(arcs, out[0]);
    size_t b = ja_perceptron_write(labels, out[1]);
    assemble(work);
    tally sum = evaluate(work, true);
    double percent = 100.0 / (double)sum.words;
    fprintf(stderr,
            "%6.1f s  epoch %2u: UPOS %.2f tags %.2f lemmas %.2f UAS %.2f LAS %.2f; "
            "weights %zu + %zu, model %zu bytes\n",
            seconds() - started_at, epoch + 1, percent * (double)sum.upos, percent * (double)sum.tags,
            percent * (double)sum.lemmas, percent * (double)sum.heads, percent * (double)sum.arcs, a,
            b, work->file.length);
}

/* Taggers that have not seen a fold tag it, so that the parser learns from tags as good as those
 * of new text. The two threads share the folds and the tagger of all samples. */
typedef struct tagger_job {
    training *work;
    unsigned first;
} tagger_job;

static void *learn_taggers(void *context)
{
    tagger_job *job = context;
    for (unsigned i = job->first; i <= FOLDS; i += 2) {
        training *work = job->work;
        ja_buffer *out =
            i < FOLDS ? &work->fold_tagger[i] : &work->section[JA_SECTION_TAGGER];
        ja_learn_tagger(&work->train, work->inventory.tag_count, i < FOLDS ? i : JA_NO_FOLD,
                        &work->tagging, out);
    }
    return NULL;
}

static void learn_all_taggers(training *work)
{
    tagger_job jobs[2] = {{work, 0}, {work, 1}};
    pthread_t thread;
    if (pthread_create(&thread, NULL, learn_taggers, &jobs[1]) != 0) {
        learn_taggers(&jobs[1]);
        learn_taggers(&jobs[0]);
        return;
    }
    learn_taggers(&jobs[0]);
    pthread_join(thread, NULL);
}

static void tag_folds(training *work)
{
    ja_linear taggers[FOLDS];
    size_t right = 0, all = 0;
    for (unsigned i = 0; i < FOLDS; i++)
        if (!ja_linear_open(&taggers[i],
                            (ja_slice){work->fold_tagger[i].at, work->fold_tagger[i].length}))
            abort();
    for (size_t i = 0; i < work->train.count; i++) {
        ja_sample *sample = &work->train.samples[i];
        ja_word *words = JA_NEW_N(&work->train.arena, ja_word, sample->count + 1);
        for (uint32_t j = 0; j < sample->count; j++)
            words[j].form = sample->words[j].form;
        ja_tag(&taggers[sample->fold], sample->lexemes, sample->count);
        ja_set_lemmas(&work->model, &work->train.arena, words, sample->count, sample->lexemes);
        for (uint32_t j = 0; j < sample->count; j++, all++)
            right += words[j].upos == sample->words[j].upos;
    }
    fprintf(stderr, "%6.1f s  jackknifed UPOS %.2f\n", seconds() - started_at,
            100.0 * (double)right / (double)all);
}

static void train(training *work)
{
    for (unsigned i = 0; i < JA_SECTIONS; i++)
        ja_buffer_init(&work->section[i], (size_t)1 << 28);
    for (unsigned i = 0; i < FOLDS; i++)
        ja_buffer_init(&work->fold_tagger[i], (size_t)1 << 28);
    ja_buffer_init(&work->file, (size_t)1 << 28);
    ja_inventory_make(&work->inventory, &work->train);
    ja_treebank_number(&work->train, &work->inventory);
    ja_treebank_number(&work->dev, &work->inventory);
    for (size_t i = 0; i < work->train.count; i++)
        work->train.samples[i].fold = (uint32_t)(i / 50 % FOLDS);
    write_strings(&work->section[JA_SECTION_TAGS], work->inventory.tags, work->inventory.tag_count);
    write_strings(&work->section[JA_SECTION_LABELS], work->inventory.labels,
                  work->inventory.label_count);
    write_allowed(work, &work->section[JA_SECTION_ALLOWED]);
    ja_learn_lexicon(&work->train, &work->section[JA_SECTION_LEXICON]);
    size_t rules = ja_learn_lemmas(&work->train, &work->section[JA_SECTION_LEMMAS]);
    fprintf(stderr, "%6.1f s  %zu sentences, %zu words, %u tags, %u labels, %zu lemma rules\n",
            seconds() - started_at, work->train.count, work->train.words,
            work->inventory.tag_count, work->inventory.label_count, rules);
    learn_all_taggers(work);
    say("taggers");
    ja_perceptron *none[2] = {ja_perceptron_new(JA_ACTIONS, true),
                              ja_perceptron_new(work->inventory.label_count, false)};
    ja_perceptron_write(none[0], &work->section[JA_SECTION_ARCS]);
    ja_perceptron_write(none[1], &work->section[JA_SECTION_LABELLER]);
    assemble(work);
    tag_folds(work);
    ja_buffer arcs, labels;
    ja_buffer_init(&arcs, (size_t)1 << 28);
    ja_buffer_init(&labels, (size_t)1 << 28);
    ja_learn_parser(&work->train, &work->model, &work->parsing, report, work, &arcs, &labels);
    say("done");
}

int main(int argc, char **argv)
{
    static training work;
    started_at = seconds();
    work.tagging = (ja_learning){
        .epochs = 7, .epochs_pruned = 3, .dropout = 0.1, .seed = 1, .tagger_size = 900000};
    work.parsing = (ja_learning){.epochs = 9,
                                 .epochs_pruned = 4,
                                 .dropout = 0.25,
                                 .seed = 1,
                                 .arcs_size = 1900000,
                                 .labeller_size = 1000000};
    ja_arena_init(&work.train.arena);
    ja_arena_init(&work.dev.arena);
    for (int option; (option = getopt(argc, argv, "l:d:o:e:t:x:y:p:q:A:L:T:")) != -1;)
        switch (option) {
        case 'l': work.language = optarg; break;
        case 'd': work.dev_path = optarg; break;
        case 'o': work.out_path = optarg; break;
        case 'e': work.parsing.epochs = (unsigned)atoi(optarg); break;
        case 't': work.tagging.epochs = (unsigned)atoi(optarg); break;
        case 'x': work.parsing.dropout = atof(optarg); break;
        case 'y': work.tagging.dropout = atof(optarg); break;
        case 'p': work.parsing.epochs_pruned = (unsigned)atoi(optarg); break;
        case 'q': work.tagging.epochs_pruned = (unsigned)atoi(optarg); break;
        case 'A': work.parsing.arcs_size = (size_t)atol(optarg); break;
        case 'L': work.parsing.labeller_size = (size_t)atol(optarg); break;
        case 'T': work.tagging.tagger_size = (size_t)atol(optarg); break;
        default: return 2;
        }
    for (int i = optind; i < argc; i++)
        ja_treebank_read(&work.train, argv[i]);
    ja_treebank_read(&work.dev, work.dev_path);
    train(&work);
    FILE *out = fopen(work.out_path, "wb");
    if (!out || fwrite(work.file.at, 1, work.file.length, out) != work.file.length || fclose(out))
        return 4;
    return 0;
}
