#include "tools/train/perceptron.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "tools/train/memory.h"

typedef struct cell {
    float weight;
    float total;    /* of the weight over all examples up to `since` */
    uint32_t since; /* the example at which the weight changed last */
    uint32_t class;
} cell;

typedef struct row {
    uint64_t key; /* 0: free */
    uint32_t cells;
    uint16_t count, capacity;
} row;

struct ja_perceptron {
    unsigned classes;
    bool closed; /* to new features */
    uint32_t now;
    row *rows;
    size_t row_count, row_capacity; /* capacity: a power of two */
    cell *cells;
    size_t cell_count, cell_capacity;
};

ja_perceptron *ja_perceptron_new(unsigned classes)
{
    ja_perceptron *perceptron = ja_must_alloc(1, sizeof *perceptron);
    perceptron->classes = classes;
    perceptron->row_capacity = (size_t)1 << 16;
    perceptron->rows = ja_must_alloc(perceptron->row_capacity, sizeof(row));
    return perceptron;
}

void ja_perceptron_free(ja_perceptron *perceptron)
{
    free(perceptron->rows);
    free(perceptron->cells);
    free(perceptron);
}

/* The row of the key, or the free one where it belongs. */
static row *find_row(const ja_perceptron *perceptron, uint64_t key)
{
    size_t mask = perceptron->row_capacity - 1;
    for (size_t i = (key >> 20) & mask;; i = (i + 1) & mask)
        if (perceptron->rows[i].key == key || !perceptron->rows[i].key)
            return &perceptron->rows[i];
}

void ja_perceptron_score(const ja_perceptron *perceptron, const ja_features *features,
                         float *scores)
{
    const row *found[JA_MAX_FEATURES];
    size_t mask = perceptron->row_capacity - 1;
    for (size_t i = 0; i < features->count; i++)
        __builtin_prefetch(&perceptron->rows[(features->at[i] >> 20) & mask]);
    for (size_t i = 0; i < features->count; i++) {
        found[i] = find_row(perceptron, features->at[i]);
        __builtin_prefetch(perceptron->cells + found[i]->cells);
    }
    memset(scores, 0, perceptron->classes * sizeof *scores);
    for (size_t i = 0; i < features->count; i++) {
        const cell *cells = perceptron->cells + found[i]->cells;
        for (unsigned j = 0; j < found[i]->count; j++)
            scores[cells[j].class] += cells[j].weight;
    }
}

static void grow_rows(ja_perceptron *perceptron)
{
    row *old = perceptron->rows;
    size_t count = perceptron->row_capacity;
    perceptron->row_capacity *= 2;
    perceptron->rows = ja_must_alloc(perceptron->row_capacity, sizeof(row));
    for (size_t i = 0; i < count; i++)
        if (old[i].key)
            *find_row(perceptron, old[i].key) = old[i];
    free(old);
}

static row *add_row(ja_perceptron *perceptron, uint64_t key)
{
    row *found = find_row(perceptron, key);
    if (found->key)
        return found;
    if (perceptron->row_count * 2 >= perceptron->row_capacity) {
        grow_rows(perceptron);
        found = find_row(perceptron, key);
    }
    perceptron->row_count++;
    found->key = key;
    return found;
}

/* Moves the row's cells to the end of all cells, with room for twice as many. */
static void grow_row(ja_perceptron *perceptron, row *grown)
{
    uint16_t capacity = (uint16_t)(grown->capacity ? grown->capacity * 2 : 2);
    if (perceptron->cell_count + capacity > perceptron->cell_capacity) {
        perceptron->cell_capacity = perceptron->cell_capacity * 2 + 4096;
        perceptron->cells =
            ja_must_realloc(perceptron->cells, perceptron->cell_capacity, sizeof(cell));
    }
    cell *to = perceptron->cells + perceptron->cell_count;
    if (grown->count)
        memcpy(to, perceptron->cells + grown->cells, grown->count * sizeof *to);
    grown->cells = (uint32_t)perceptron->cell_count;
    grown->capacity = capacity;
    perceptron->cell_count += capacity;
}

static cell *find_cell(const ja_perceptron *perceptron, const row *owner, unsigned class)
{
    for (unsigned i = 0; i < owner->count; i++)
        if (perceptron->cells[owner->cells + i].class == class)
            return &perceptron->cells[owner->cells + i];
    return NULL;
}

static cell *add_cell(ja_perceptron *perceptron, uint64_t key, unsigned class)
{
    row *owner = add_row(perceptron, key);
    cell *found = find_cell(perceptron, owner, class);
    if (found)
        return found;
    if (owner->count == owner->capacity)
        grow_row(perceptron, owner);
    cell *added = &perceptron->cells[owner->cells + owner->count++];
    *added = (cell){.since = perceptron->now, .class = class};
    return added;
}

void ja_perceptron_add(ja_perceptron *perceptron, const ja_features *features, unsigned class,
                       float amount)
{
    for (size_t i = 0; i < features->count; i++) {
        uint64_t key = features->at[i] ? features->at[i] : 1;
        cell *changed = perceptron->closed
                            ? find_cell(perceptron, find_row(perceptron, key), class)
                            : add_cell(perceptron, key, class);
        if (!changed)
            continue;
        changed->total += changed->weight * (float)(perceptron->now - changed->since);
        changed->since = perceptron->now;
        changed->weight += amount;
    }
}

void ja_perceptron_tick(ja_perceptron *perceptron)
{
    perceptron->now++;
}

static double average(const ja_perceptron *perceptron, const cell *of)
{
    double total = of->total + (double)of->weight * (perceptron->now - of->since);
    return total / (perceptron->now ? perceptron->now : 1);
}

/* Such that one weight in ten thousand is cut at the end of its range. */
static double find_scale(const ja_perceptron *perceptron)
{
    enum { STEPS = 4096 };
    size_t *counts = ja_must_alloc(STEPS, sizeof *counts), all = 0;
    const double step = 1.0 / 64;
    for (size_t i = 0; i < perceptron->row_capacity; i++) {
        const row *of = &perceptron->rows[i];
        for (unsigned j = 0; of->key && j < of->count; j++) {
            double size = fabs(average(perceptron, &perceptron->cells[of->cells + j])) / step;
            counts[size < STEPS - 1 ? (size_t)size : STEPS - 1]++;
            all++;
        }
    }
    size_t above = 0, place = STEPS;
    while (place > 1 && above <= all / 10000)
        above += counts[--place];
    free(counts);
    return JA_MAX_WEIGHT / ((double)(place + 1) * step);
}

/* One row's classes and weights as they are written. */
typedef struct packed_row {
    uint64_t key;
    unsigned count;
    uint8_t pairs[2 * JA_MAX_CLASSES];
} packed_row;

static void pack(const ja_perceptron *perceptron, const row *of, double scale, double least,
                 packed_row *out)
{
    *out = (packed_row){.key = of->key};
    for (unsigned j = 0; j < of->count; j++) {
        const cell *from = &perceptron->cells[of->cells + j];
        double weight = average(perceptron, from);
        double units = fmax(-JA_MAX_WEIGHT, fmin(JA_MAX_WEIGHT, round(weight * scale)));
        if (fabs(weight) < least || units == 0)
            continue;
        out->pairs[2 * out->count] = (uint8_t)from->class;
        out->pairs[2 * out->count + 1] = (uint8_t)((int)units * 2);
        out->count++;
    }
    if (out->count)
        out->pairs[2 * out->count - 1] |= 1;
}

/* A power of two, for four to eight rows a bucket. */
static uint32_t bucket_count_for(size_t rows)
{
    uint32_t count = 1;
    while ((size_t)count * 8 < rows)
        count *= 2;
    return count;
}

static size_t size_of(size_t rows, size_t weights)
{
    return 8 + 4 * ((size_t)bucket_count_for(rows) + 1) + 2 * rows + 2 * weights;
}

/* The bytes that the weights of at least `least` take. */
static size_t size_with(const ja_perceptron *perceptron, double scale, double least)
{
    size_t rows = 0, weights = 0;
    packed_row packed;
    for (size_t i = 0; i < perceptron->row_capacity; i++)
        if (perceptron->rows[i].key) {
            pack(perceptron, &perceptron->rows[i], scale, least, &packed);
            rows += packed.count > 0;
            weights += packed.count;
        }
    return size_of(rows, weights);
}

/* By bisection. */
static double threshold_for(const ja_perceptron *perceptron, double scale, size_t size)
{
    double low = 0, high = 8;
    for (int step = 0; step < 12; step++) {
        double middle = (low + high) / 2;
        if (size_with(perceptron, scale, middle) > size)
            low = middle;
        else
            high = middle;
    }
    return high;
}

void ja_perceptron_prune(ja_perceptron *perceptron, size_t size)
{
    double scale = find_scale(perceptron);
    double least = fmax(threshold_for(perceptron, scale, size), 0.5 / scale);
    for (size_t i = 0; i < perceptron->row_capacity; i++) {
        row *of = &perceptron->rows[i];
        uint16_t kept = 0;
        for (unsigned j = 0; of->key && j < of->count; j++) {
            cell *from = &perceptron->cells[of->cells + j];
            double weight = average(perceptron, from);
            if (fabs(weight) >= least)
                perceptron->cells[of->cells + kept++] =
                    (cell){.weight = (float)weight, .class = from->class};
        }
        of->count = kept;
    }
    perceptron->now = 0;
    perceptron->closed = true;
}

typedef struct placed_row {
    uint32_t bucket, row;
} placed_row;

static int compare_rows(const void *a, const void *b)
{
    const placed_row *x = a, *y = b;
    if (x->bucket != y->bucket)
        return x->bucket < y->bucket ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* The rows that have a weight, ordered by bucket. */
static placed_row *place_rows(const ja_perceptron *perceptron, double scale, size_t *count,
                              uint32_t *buckets)
{
    placed_row *rows = ja_must_alloc(perceptron->row_count, sizeof *rows);
    packed_row packed;
    *count = 0;
    for (size_t i = 0; i < perceptron->row_capacity; i++) {
        if (!perceptron->rows[i].key)
            continue;
        pack(perceptron, &perceptron->rows[i], scale, 0, &packed);
        if (packed.count)
            rows[(*count)++].row = (uint32_t)i;
    }
    *buckets = bucket_count_for(*count);
    for (size_t i = 0; i < *count; i++)
        rows[i].bucket = ja_linear_bucket(perceptron->rows[rows[i].row].key, *buckets);
    qsort(rows, *count, sizeof *rows, compare_rows);
    return rows;
}

size_t ja_perceptron_write(const ja_perceptron *perceptron, ja_buffer *out)
{
    double scale = find_scale(perceptron);
    size_t count, weights = 0, at = 0;
    uint32_t header[2] = {0, perceptron->classes}, offset = 0;
    placed_row *rows = place_rows(perceptron, scale, &count, &header[0]);
    packed_row packed;
    ja_buffer body;
    ja_buffer_init(&body, out->ceiling);
    ja_buffer_add(out, header, sizeof header);
    ja_buffer_add(out, &offset, sizeof offset);
    for (uint32_t bucket = 0; bucket < header[0]; bucket++) {
        for (; at < count && rows[at].bucket == bucket; at++) {
            pack(perceptron, &perceptron->rows[rows[at].row], scale, 0, &packed);
            uint16_t check = ja_linear_check(packed.key);
            uint8_t bytes[2] = {(uint8_t)check, (uint8_t)(check >> 8)};
            ja_buffer_add(&body, bytes, sizeof bytes);
            ja_buffer_add(&body, packed.pairs, 2 * (size_t)packed.count);
            weights += packed.count;
        }
        offset = (uint32_t)body.length;
        ja_buffer_add(out, &offset, sizeof offset);
    }
    ja_buffer_add(out, body.at, body.length);
    ja_buffer_clear(&body);
    free(rows);
    return weights;
}
