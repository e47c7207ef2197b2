#include "language/linear.h"

#include <math.h>
#include <string.h>

typedef struct linear_header {
    uint32_t bucket_count, class_count, dense;
    float unit;
} linear_header;

static inline bool is_last(const uint8_t *pair)
{
    return pair[1] & 1;
}

static inline int32_t weight_of(const uint8_t *pair)
{
    return (int8_t)pair[1] >> 1;
}

/* The place of the row with this check; JA_BUCKET_ROWS where there is none. All checks are compared
 * one by one, without a loop or branch that the processor would have to guess. */
static inline unsigned find_row(const ja_bucket *bucket, uint16_t check)
{
    const uint16_t *at = bucket->checks;
    _Static_assert(JA_BUCKET_ROWS == 6, "as many comparisons as rows");
    unsigned found = (unsigned)(at[0] == check) | (unsigned)(at[1] == check) << 1 |
                     (unsigned)(at[2] == check) << 2 | (unsigned)(at[3] == check) << 3 |
                     (unsigned)(at[4] == check) << 4 | (unsigned)(at[5] == check) << 5 |
                     1u << JA_BUCKET_ROWS;
    return (unsigned)__builtin_ctz(found);
}

static void add_pairs(const uint8_t *pair, unsigned place, int32_t *scores)
{
    for (; place > 0; pair += 2)
        place -= is_last(pair);
    do {
        scores[pair[0]] += weight_of(pair);
        pair += 2;
    } while (!is_last(pair - 2));
}

/* Buckets are fetched ahead of their use, since nearly each is a miss of the cache. */
void ja_linear_score(const ja_linear *model, const ja_features *features, int32_t *scores)
{
    const ja_bucket *bucket[JA_MAX_FEATURES];
    memset(scores, 0, model->class_count * sizeof *scores);
    for (size_t i = 0; i < features->count; i++) {
        bucket[i] = &model->buckets[ja_linear_bucket(features->at[i], model->bucket_count)];
        __builtin_prefetch(bucket[i]);
    }
    const uint8_t *rows[JA_MAX_FEATURES];
    unsigned place[JA_MAX_FEATURES];
    size_t found = 0;
    for (size_t i = 0; i < features->count; i++) {
        unsigned at = find_row(bucket[i], ja_linear_check(features->at[i]));
        rows[found] = model->rows + 2 * (size_t)bucket[i]->rows;
        place[found] = at;
        __builtin_prefetch(rows[found]);
        found += at < JA_BUCKET_ROWS;
    }
    size_t width = model->class_count - 1;
    for (size_t i = 0; i < found; i++)
        if (model->dense)
            for (size_t j = 0; j < width; j++)
                scores[j + 1] += (int8_t)rows[i][place[i] * width + j];
        else
            add_pairs(rows[i], place[i], scores);
}

/* The bytes of a bucket's rows, which start at `rows`; 0: they are damaged. */
static size_t rows_size(const ja_linear *model, size_t count, const uint8_t *rows, size_t room)
{
    size_t at = 0;
    if (model->dense)
        at = count * (model->class_count - 1);
    for (; !model->dense && count > 0; at += 2) {
        if (room - at < 2 || rows[at] >= model->class_count)
            return room + 1;
        count -= is_last(rows + at);
    }
    return (at + 1) / 2 * 2;
}

/* The buckets lie one behind the other and fill the section. */
static bool rows_are_sound(const ja_linear *model, size_t size)
{
    size_t at = 0;
    for (uint32_t b = 0; b < model->bucket_count; b++) {
        const ja_bucket *bucket = &model->buckets[b];
        size_t count = 0;
        while (count < JA_BUCKET_ROWS && bucket->checks[count])
            count++;
        for (size_t i = count; i < JA_BUCKET_ROWS; i++)
            if (bucket->checks[i])
                return false;
        if (2 * (size_t)bucket->rows != at)
            return false;
        at += rows_size(model, count, model->rows + at, size - at);
        if (at > size)
            return false;
    }
    return at == size;
}

bool ja_linear_open(ja_linear *model, ja_slice bytes)
{
    linear_header header;
    if (bytes.length < sizeof header)
        return false;
    memcpy(&header, bytes.at, sizeof header);
    *model = (ja_linear){.bucket_count = header.bucket_count,
                         .class_count = header.class_count,
                         .dense = header.dense != 0,
                         .unit = header.unit};
    size_t rest = bytes.length - sizeof header;
    if (header.bucket_count == 0 || !(header.unit > 0) || !isfinite(header.unit) ||
        header.class_count < 2 || header.class_count > JA_MAX_CLASSES ||
        rest / sizeof(ja_bucket) < header.bucket_count)
        return false;
    size_t index = header.bucket_count * sizeof(ja_bucket);
    model->buckets = (const ja_bucket *)(const void *)(bytes.at + sizeof header);
    model->rows = (const uint8_t *)bytes.at + sizeof header + index;
    return rows_are_sound(model, rest - index);
}
