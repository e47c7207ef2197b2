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
    bool dense;            /* as in linear.h */
    bool closed;           /* to new features */
    uint32_t bucket_count; /* once it is closed */
    uint32_t now;
    row *rows;
    size_t row_count, row_capacity; /* capacity: a power of two */
    cell *cells;
    size_t cell_count, cell_capacity;
};

ja_perceptron *ja_perceptron_new(unsigned classes, bool dense)
{
    ja_perceptron *perceptron = ja_must_alloc(1, sizeof *perceptron);
    perceptron->classes = classes;
    perceptron->dense = dense;
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
        cell *changed = perceptron->closed ? find_cell(perceptron, find_row(perceptron, key), class)
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
    if (perceptron->now == 0)
        return of->weight;
    double total = of->total + (double)of->weight * (perceptron->now - of->since);
    return total / perceptron->now;
}

/* The averages of a row: of a sparse one by cell; of a dense one by class, less that of the first
 * class. Returns how many there are. */
static unsigned averages(const ja_perceptron *perceptron, const row *of, double *out)
{
    if (!perceptron->dense) {
        for (unsigned j = 0; j < of->count; j++)
            out[j] = average(perceptron, &perceptron->cells[of->cells + j]);
        return of->count;
    }
    memset(out, 0, perceptron->classes * sizeof *out);
    for (unsigned j = 0; j < of->count; j++) {
        const cell *from = &perceptron->cells[of->cells + j];
        out[from->class] = average(perceptron, from);
    }
    for (unsigned i = perceptron->classes; i-- > 0;)
        out[i] -= out[0];
    return perceptron->classes;
}

/* Such that one weight in ten thousand is cut at the end of its range. */
static double find_scale(const ja_perceptron *perceptron)
{
    enum { STEPS = 4096 };
    size_t *counts = ja_must_alloc(STEPS, sizeof *counts), all = 0;
    const double step = 1.0 / 64;
    double weights[JA_MAX_CLASSES];
    for (size_t i = 0; i < perceptron->row_capacity; i++) {
        const row *of = &perceptron->rows[i];
        unsigned count = of->key ? averages(perceptron, of, weights) : 0;
        for (unsigned j = 0; j < count; j++)
            if (weights[j] != 0) {
                double size = fabs(weights[j]) / step;
                counts[size < STEPS - 1 ? (size_t)size : STEPS - 1]++;
                all++;
            }
    }
    size_t above = 0, place = STEPS;
    while (place > 1 && above <= all / 10000)
        above += counts[--place];
    free(counts);
    return (perceptron->dense ? JA_DENSE_WEIGHT : JA_MAX_WEIGHT) / ((double)(place + 1) * step);
}

/* In units of the scale, no more than `most`. */
static int rounded(double weight, double scale, int most)
{
    double units = weight * scale;
    if (units > most)
        return most;
    return units < -most ? -most : (int)(units + (units < 0 ? -0.5 : 0.5));
}

/* One row as it is written. */
typedef struct packed_row {
    double importance; /* the largest of its weights */
    size_t size;       /* bytes; 0: the row is dropped */
    uint8_t bytes[2 * JA_MAX_CLASSES];
} packed_row;

/* Weights below `least` are dropped; a dense row is kept or dropped as a whole. */
static void pack(const ja_perceptron *perceptron, const row *of, double scale, double least,
                 packed_row *out)
{
    double weights[JA_MAX_CLASSES];
    unsigned count = averages(perceptron, of, weights);
    out->importance = 0;
    out->size = 0;
    for (unsigned j = 0; j < count; j++) {
        double size = fabs(weights[j]);
        if (size > out->importance)
            out->importance = size;
        int units = rounded(weights[j], scale, JA_MAX_WEIGHT);
        if (perceptron->dense || size < least || units == 0)
            continue;
        out->bytes[out->size++] = (uint8_t)perceptron->cells[of->cells + j].class;
        out->bytes[out->size++] = (uint8_t)(units * 2);
    }
    if (out->size)
        out->bytes[out->size - 1] |= 1;
    if (!perceptron->dense || out->importance < least || out->importance * scale < 0.5)
        return;
    for (unsigned class = 1; class < count; class ++)
        out->bytes[out->size++] = (uint8_t)(int8_t)rounded(weights[class], scale, JA_DENSE_WEIGHT);
}

/* Of the buckets' places two thirds are then taken, and one row in twenty finds none. */
static uint32_t bucket_count_for(size_t rows)
{
    return (uint32_t)((double)rows / 4.3) + 1;
}

/* The bytes that rows of at least `least` take. */
static size_t size_with(const ja_perceptron *perceptron, double scale, double least)
{
    size_t rows = 0, size = 0;
    packed_row packed;
    for (size_t i = 0; i < perceptron->row_capacity; i++)
        if (perceptron->rows[i].key) {
            pack(perceptron, &perceptron->rows[i], scale, least, &packed);
            rows += packed.size > 0;
            size += packed.size;
        }
    return 16 + sizeof(ja_bucket) * (size_t)bucket_count_for(rows) + size;
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

typedef struct placed_row {
    uint32_t bucket;
    float importance;
    size_t row; /* index */
} placed_row;

static int compare_rows(const void *a, const void *b)
{
    const placed_row *x = a, *y = b;
    if (x->bucket != y->bucket)
        return x->bucket < y->bucket ? -1 : 1;
    if (x->importance != y->importance)
        return x->importance > y->importance ? -1 : 1;
    return x->row < y->row ? -1 : x->row > y->row;
}

/* The rows that are written, by bucket: of each as many as it has places, the weightiest. */
static placed_row *place_rows(const ja_perceptron *perceptron, double scale, double least,
                              size_t *count, uint32_t *buckets)
{
    placed_row *rows = ja_must_alloc(perceptron->row_count, sizeof *rows);
    packed_row packed;
    size_t all = 0;
    for (size_t i = 0; i < perceptron->row_capacity; i++) {
        if (!perceptron->rows[i].key)
            continue;
        pack(perceptron, &perceptron->rows[i], scale, least, &packed);
        if (packed.size)
            rows[all++] = (placed_row){0, (float)packed.importance, i};
    }
    *buckets = perceptron->closed ? perceptron->bucket_count : bucket_count_for(all);
    for (size_t i = 0; i < all; i++)
        rows[i].bucket = ja_linear_bucket(perceptron->rows[rows[i].row].key, *buckets);
    qsort(rows, all, sizeof *rows, compare_rows);
    *count = 0;
    for (size_t i = 0; i < all; i++)
        if (*count < JA_BUCKET_ROWS || rows[*count - JA_BUCKET_ROWS].bucket != rows[i].bucket)
            rows[(*count)++] = rows[i];
    return rows;
}

void ja_perceptron_prune(ja_perceptron *perceptron, size_t size)
{
    double scale = find_scale(perceptron), least = threshold_for(perceptron, scale, size);
    size_t count;
    placed_row *rows = place_rows(perceptron, scale, least, &count, &perceptron->bucket_count);
    bool *is_kept = ja_must_alloc(perceptron->row_capacity, sizeof *is_kept);
    for (size_t i = 0; i < count; i++)
        is_kept[rows[i].row] = true;
    for (size_t i = 0; i < perceptron->row_capacity; i++) {
        row *of = &perceptron->rows[i];
        uint16_t kept = 0;
        for (unsigned j = 0; is_kept[i] && j < of->count; j++) {
            cell *from = &perceptron->cells[of->cells + j];
            double weight = average(perceptron, from);
            if (perceptron->dense || fabs(weight) >= fmax(least, 0.5 / scale))
                perceptron->cells[of->cells + kept++] =
                    (cell){.weight = (float)weight, .class = from->class};
        }
        of->count = kept;
    }
    free(rows);
    free(is_kept);
    perceptron->now = 0;
    perceptron->closed = true;
}

size_t ja_perceptron_write(const ja_perceptron *perceptron, ja_buffer *out)
{
    double scale = find_scale(perceptron);
    size_t count;
    uint32_t header[3] = {0, perceptron->classes, perceptron->dense};
    float unit = (float)(1 / scale);
    placed_row *rows = place_rows(perceptron, scale, 0, &count, &header[0]);
    packed_row packed;
    ja_buffer body;
    ja_buffer_init(&body, out->ceiling);
    ja_buffer_add(out, header, sizeof header);
    ja_buffer_add(out, &unit, sizeof unit);
    for (size_t bucket = 0, at = 0; bucket < header[0]; bucket++) {
        ja_bucket written = {.rows = (uint32_t)(body.length / 2)};
        for (unsigned i = 0; at < count && rows[at].bucket == bucket; at++) {
            const row *of = &perceptron->rows[rows[at].row];
            pack(perceptron, of, scale, 0, &packed);
            written.checks[i++] = ja_linear_check(of->key);
            ja_buffer_add(&body, packed.bytes, packed.size);
        }
        ja_buffer_add(&body, "", body.length % 2);
        ja_buffer_add(out, &written, sizeof written);
    }
    ja_buffer_add(out, body.at, body.length);
    ja_buffer_clear(&body);
    free(rows);
    return count;
}
