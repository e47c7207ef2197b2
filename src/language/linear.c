#include "language/linear.h"

#include <string.h>

static inline bool is_last(const uint8_t *pair)
{
    return pair[1] & 1;
}

static inline int32_t weight_of(const uint8_t *pair)
{
    return (int8_t)pair[1] >> 1;
}

static void add_row(const uint8_t *row, const uint8_t *end, uint16_t check, int32_t *scores)
{
    while (row < end) {
        const uint8_t *pair = row + 2;
        if ((row[0] | row[1] << 8) == check) {
            for (;; pair += 2) {
                scores[pair[0]] += weight_of(pair);
                if (is_last(pair))
                    return;
            }
        }
        while (!is_last(pair))
            pair += 2;
        row = pair + 2;
    }
}

/* Buckets are fetched ahead of their use, since nearly each is a miss of the cache. */
void ja_linear_score(const ja_linear *model, const ja_features *features, int32_t *scores)
{
    uint32_t bucket[JA_MAX_FEATURES];
    memset(scores, 0, model->class_count * sizeof *scores);
    for (size_t i = 0; i < features->count; i++) {
        bucket[i] = ja_linear_bucket(features->at[i], model->bucket_count);
        __builtin_prefetch(&model->buckets[bucket[i]]);
    }
    for (size_t i = 0; i < features->count; i++)
        __builtin_prefetch(model->rows + model->buckets[bucket[i]]);
    for (size_t i = 0; i < features->count; i++)
        add_row(model->rows + model->buckets[bucket[i]],
                model->rows + model->buckets[bucket[i] + 1], ja_linear_check(features->at[i]),
                scores);
}

static bool rows_are_sound(const ja_linear *model, size_t size)
{
    if (model->buckets[0] != 0 || model->buckets[model->bucket_count] != size)
        return false;
    for (uint32_t b = 0; b < model->bucket_count; b++) {
        size_t at = model->buckets[b], end = model->buckets[b + 1];
        if (end < at || end > size)
            return false;
        while (at < end) {
            bool last = false;
            for (at += 2; !last; at += 2) {
                if (end < at || end - at < 2 || model->rows[at] >= model->class_count)
                    return false;
                last = is_last(model->rows + at);
            }
        }
    }
    return true;
}

bool ja_linear_open(ja_linear *model, ja_slice bytes)
{
    uint32_t header[2];
    if (bytes.length < sizeof header)
        return false;
    memcpy(header, bytes.at, sizeof header);
    model->bucket_count = header[0];
    model->class_count = header[1];
    size_t rest = bytes.length - sizeof header;
    bool power = header[0] && !(header[0] & (header[0] - 1));
    if (!power || header[1] > JA_MAX_CLASSES || rest / sizeof(uint32_t) <= header[0])
        return false;
    size_t index = ((size_t)header[0] + 1) * sizeof(uint32_t);
    model->buckets = (const uint32_t *)(const void *)(bytes.at + sizeof header);
    model->rows = (const uint8_t *)bytes.at + sizeof header + index;
    return rows_are_sound(model, rest - index);
}
