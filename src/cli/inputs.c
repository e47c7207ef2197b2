/* Reads all inputs and turns articles into records or trees, several at a time, in the order of the
 * input.
 *
 * The main thread fills a ring of slots with items and takes what was made of them out of it in the
 * same order; workers, and the main thread while it waits, take the items in between. The ring is
 * all the memory there is, whatever the number of articles. */
#include <pthread.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "cli/cli.h"

#define MAX_JOBS 64

enum {
    SLOTS_PER_JOB = 16, /* so that nobody waits for every single item */
    WAKE_AT = 4,        /* items that wait before a sleeping worker is worth waking */
};

typedef struct ring_slot {
    bool finished;
    jaccuse_item item;
    jaccuse_status status;
    jaccuse_error error;
    jaccuse_record *record;
    char *line;
    size_t length;
} ring_slot;

typedef struct input_reader input_reader;

/* The work on one slot that could be read; touches nothing but the slot. */
typedef void (*slot_work)(const input_reader *reader, ring_slot *slot);

struct input_reader {
    const cli_settings *settings;
    slot_work work;
    cli_claims judged; /* which claims of case files are wanted */
    const jaccuse_model *model; /* of parses; NULL: the one built in */
    cli_take take;
    void *context;
    ring_slot *slots;
    size_t slot_count, jobs;
    size_t put, begun, taken; /* items put in, worked on and taken out so far, each in order */
    size_t sleeping;          /* workers who wait for items */
    bool closed, stopped;
    cli_exit status;
    size_t records, claims;
    double started, told;
    pthread_mutex_t lock;
    pthread_cond_t has_items, has_finished;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* The language that all articles are to be read in; NULL: the one that each is written in. */
static const char *forced_language(const cli_settings *settings)
{
    return settings->forces_language ? settings->language : NULL;
}

static void extract(const input_reader *reader, ring_slot *slot)
{
    if (slot->item.claims) {
        slot->status = jaccuse_record_parse(&slot->record, slot->item.claims,
                                            slot->item.claims_length, &slot->error);
        slot->line = slot->item.claims;
        slot->length = slot->item.claims_length;
        return;
    }
    jaccuse_extract_options options = JACCUSE_EXTRACT_OPTIONS_INIT;
    options.language = forced_language(reader->settings);
    slot->status = jaccuse_extract(&slot->record, slot->item.article, &options, &slot->error);
    if (slot->status == JACCUSE_OK)
        slot->status = jaccuse_record_print(&slot->line, &slot->length, slot->record, &slot->error);
}

/* Whether the slot holds an article rather than claims, which have no sentences. */
static bool has_sentences(ring_slot *slot)
{
    if (!slot->item.claims)
        return true;
    slot->status = JACCUSE_ERROR_ARGUMENT;
    slot->error = (jaccuse_error){.message = "claims have no sentences to parse"};
    return false;
}

static void explain(const input_reader *reader, ring_slot *slot)
{
    jaccuse_extract_options options = JACCUSE_EXTRACT_OPTIONS_INIT;
    options.language = forced_language(reader->settings);
    if (has_sentences(slot))
        slot->status =
            jaccuse_explain(&slot->line, &slot->length, slot->item.article, &options, &slot->error);
}

static void parse(const input_reader *reader, ring_slot *slot)
{
    if (!has_sentences(slot))
        return;
    jaccuse_parse_options options = JACCUSE_PARSE_OPTIONS_INIT;
    options.language = forced_language(reader->settings);
    options.model = reader->model;
    slot->status =
        jaccuse_parse(&slot->line, &slot->length, slot->item.article, &options, &slot->error);
}

/* A slot that could not be read holds its error already. */
static void process(const input_reader *reader, ring_slot *slot)
{
    if (slot->status == JACCUSE_OK)
        reader->work(reader, slot);
}

static void empty(ring_slot *slot)
{
    if (slot->line != slot->item.claims)
        free(slot->line);
    jaccuse_record_free(slot->record);
    jaccuse_item_clear(&slot->item);
    memset(slot, 0, sizeof *slot);
}

static ring_slot *slot_at(input_reader *reader, size_t number)
{
    return &reader->slots[number % reader->slot_count];
}

/* Works on the next item that nobody has begun; under the lock, which it leaves meanwhile. */
static void work_on_next(input_reader *reader)
{
    size_t number = reader->begun++;
    pthread_mutex_unlock(&reader->lock);
    process(reader, slot_at(reader, number));
    pthread_mutex_lock(&reader->lock);
    slot_at(reader, number)->finished = true;
    if (number == reader->taken)
        pthread_cond_signal(&reader->has_finished);
}

static void *run_worker(void *context)
{
    input_reader *reader = context;
    pthread_mutex_lock(&reader->lock);
    while (reader->begun < reader->put || !reader->closed) {
        if (reader->begun < reader->put) {
            work_on_next(reader);
            continue;
        }
        reader->sleeping++;
        pthread_cond_wait(&reader->has_items, &reader->lock);
        reader->sleeping--;
    }
    pthread_mutex_unlock(&reader->lock);
    return NULL;
}

static void tell_progress(input_reader *reader, bool last)
{
    const cli_settings *settings = reader->settings;
    double time = now();
    bool wanted = settings->progress || (isatty(STDERR_FILENO) && !settings->quiet);
    if (!wanted || time - reader->started < 1.0 || (!last && time - reader->told < 0.1))
        return;
    if (last && reader->told == 0.0)
        return;
    reader->told = time;
    fprintf(stderr, "\r%zu articles", reader->records);
    if (reader->work == extract)
        fprintf(stderr, ", %zu claims", reader->claims);
    fprintf(stderr, ", %.0f articles/s%s", (double)reader->records / (time - reader->started),
            last ? "\n" : "");
}

static void hand_over(input_reader *reader, ring_slot *slot)
{
    if (slot->status == JACCUSE_SKIPPED) {
        if (!reader->settings->quiet)
            cli_tell(&slot->error);
    } else if (slot->status != JACCUSE_OK) {
        if (!slot->error.path[0])
            snprintf(slot->error.path, sizeof slot->error.path, "%s", slot->item.path);
        if (!slot->error.line)
            slot->error.line = slot->item.line;
        cli_tell(&slot->error);
        reader->status = slot->status == JACCUSE_ERROR_MEMORY
                             ? CLI_FAILED
                             : cli_worse(reader->status, CLI_PARTIAL);
    } else {
        reader->records++;
        reader->claims += slot->record ? slot->record->claim_count : 0;
        if (!reader->stopped)
            reader->stopped =
                !reader->take(reader->context, &slot->record, slot->line, slot->length);
    }
    tell_progress(reader, false);
}

/* Takes the oldest item out; until it is finished, this thread works like the others. */
static void take_oldest(input_reader *reader)
{
    ring_slot *slot = slot_at(reader, reader->taken);
    pthread_mutex_lock(&reader->lock);
    if (reader->sleeping)
        pthread_cond_broadcast(&reader->has_items);
    while (!slot->finished)
        if (reader->begun < reader->put)
            work_on_next(reader);
        else
            pthread_cond_wait(&reader->has_finished, &reader->lock);
    pthread_mutex_unlock(&reader->lock);
    hand_over(reader, slot);
    empty(slot);
    pthread_mutex_lock(&reader->lock);
    reader->taken++;
    pthread_mutex_unlock(&reader->lock);
}

static void put_item(input_reader *reader, jaccuse_item item, jaccuse_status status,
                     const jaccuse_error *error)
{
    if (reader->put - reader->taken == reader->slot_count)
        take_oldest(reader);
    ring_slot *slot = slot_at(reader, reader->put);
    slot->item = item;
    slot->status = status;
    if (status != JACCUSE_OK)
        slot->error = *error;
    pthread_mutex_lock(&reader->lock);
    reader->put++;
    if (reader->sleeping && reader->put - reader->begun >= WAKE_AT)
        pthread_cond_signal(&reader->has_items);
    pthread_mutex_unlock(&reader->lock);
}

/* One line of a case file as an item. */
static jaccuse_status next_line(jaccuse_case *file, const char *path, jaccuse_item *out,
                                jaccuse_error *error)
{
    const char *line;
    jaccuse_status status = jaccuse_case_next(file, true, &line, &out->claims_length, error);
    if (status != JACCUSE_OK)
        return status;
    snprintf(out->path, sizeof out->path, "%s", path);
    out->claims = strndup(line, out->claims_length);
    if (out->claims)
        return JACCUSE_OK;
    *error = (jaccuse_error){.code = JACCUSE_ERROR_MEMORY, .message = "out of memory"};
    return JACCUSE_ERROR_MEMORY;
}

static void read_case_lines(input_reader *reader, jaccuse_case *file, const char *path)
{
    jaccuse_status status = JACCUSE_OK;
    while (!reader->stopped && status == JACCUSE_OK) {
        jaccuse_error error;
        jaccuse_item item = {0};
        status = next_line(file, path, &item, &error);
        if (status != JACCUSE_END)
            put_item(reader, item, status, &error);
    }
}

/* Records without their lines need no work, so they are handed over at once. */
static void read_case_records(input_reader *reader, jaccuse_case *file)
{
    while (reader->taken < reader->put)
        take_oldest(reader);
    ring_slot slot = {0};
    while (!reader->stopped && slot.status == JACCUSE_OK) {
        slot.status = jaccuse_case_next_record(file, false, &slot.record, &slot.error);
        if (slot.status == JACCUSE_END)
            break;
        hand_over(reader, &slot);
        jaccuse_record_free(slot.record);
    }
}

static void read_case(input_reader *reader, const char *path)
{
    jaccuse_case *file;
    jaccuse_error error;
    jaccuse_status status = jaccuse_case_open(&file, path, &error);
    if (status != JACCUSE_OK) {
        put_item(reader, (jaccuse_item){0}, status, &error);
        return;
    }
    if (reader->judged == CLI_ALL_CLAIMS)
        read_case_lines(reader, file, path);
    else
        read_case_records(reader, file);
    jaccuse_case_close(file);
}

static void read_input(input_reader *reader, const char *path)
{
    jaccuse_input *input;
    jaccuse_error error;
    if (jaccuse_case_is(path)) {
        read_case(reader, path);
        return;
    }
    jaccuse_status status =
        jaccuse_input_open(&input, path, cli_notify, (void *)(size_t)reader->settings, &error);
    if (status != JACCUSE_OK) {
        put_item(reader, (jaccuse_item){0}, status, &error);
        return;
    }
    while (!reader->stopped) {
        jaccuse_item item = {0};
        status = jaccuse_input_next(input, &item, &error);
        if (status == JACCUSE_END)
            break;
        put_item(reader, item, status, &error);
        if (status == JACCUSE_ERROR_MEMORY)
            break;
    }
    jaccuse_input_close(input);
}

static size_t start_workers(input_reader *reader, pthread_t *workers)
{
    size_t count = 0;
    while (count + 1 < reader->jobs &&
           pthread_create(&workers[count], NULL, run_worker, reader) == 0)
        count++;
    return count;
}

/* As many as the processors that we may use. */
static size_t usual_jobs(void)
{
    cpu_set_t processors;
    int count = sched_getaffinity(0, sizeof processors, &processors) == 0 ? CPU_COUNT(&processors) : 1;
    return count > 0 ? (size_t)count : 1;
}

static input_reader reader_of(const cli_settings *settings, slot_work work, cli_take take,
                              void *context)
{
    size_t jobs = settings->jobs ? settings->jobs : usual_jobs();
    if (jobs > MAX_JOBS)
        jobs = MAX_JOBS;
    return (input_reader){.settings = settings,
                          .work = work,
                          .take = take,
                          .context = context,
                          .status = CLI_DONE,
                          .started = now(),
                          .jobs = jobs,
                          .slot_count = jobs > 1 ? jobs * SLOTS_PER_JOB : 1,
                          .lock = PTHREAD_MUTEX_INITIALIZER,
                          .has_items = PTHREAD_COND_INITIALIZER,
                          .has_finished = PTHREAD_COND_INITIALIZER};
}

static cli_exit read_all(input_reader *reader, char **inputs, size_t input_count)
{
    pthread_t workers[MAX_JOBS];
    reader->slots = calloc(reader->slot_count, sizeof *reader->slots);
    if (!reader->slots) {
        cli_message("out of memory");
        return CLI_FAILED;
    }
    size_t started = start_workers(reader, workers);
    for (size_t i = 0; i < input_count && !reader->stopped; i++)
        read_input(reader, inputs[i]);
    while (reader->taken < reader->put)
        take_oldest(reader);
    pthread_mutex_lock(&reader->lock);
    reader->closed = true;
    pthread_cond_broadcast(&reader->has_items);
    pthread_mutex_unlock(&reader->lock);
    for (size_t i = 0; i < started; i++)
        pthread_join(workers[i], NULL);
    tell_progress(reader, true);
    free(reader->slots);
    return reader->status == CLI_DONE && reader->records == 0 ? CLI_NOTHING : reader->status;
}

cli_exit cli_each_record(const cli_settings *settings, cli_claims claims, char **inputs,
                         size_t input_count, cli_take take, void *context)
{
    input_reader reader = reader_of(settings, extract, take, context);
    reader.judged = claims;
    return read_all(&reader, inputs, input_count);
}

cli_exit cli_each_explanation(const cli_settings *settings, char **inputs, size_t input_count,
                              cli_take take, void *context)
{
    input_reader reader = reader_of(settings, explain, take, context);
    return read_all(&reader, inputs, input_count);
}

cli_exit cli_each_parse(const cli_settings *settings, const jaccuse_model *model, char **inputs,
                        size_t input_count, cli_take take, void *context)
{
    input_reader reader = reader_of(settings, parse, take, context);
    reader.model = model;
    return read_all(&reader, inputs, input_count);
}
