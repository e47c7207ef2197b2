#include "base/fingerprint.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "base/map.h"
#include "base/unicode.h"

enum { EXACT_DIGITS = 32, VALUE_BITS = 30, VALUE_DIGITS = 5, DIGIT_BITS = 6 };

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/* A text's letters and digits, folded, and where its words start among them. */
typedef struct word_list {
    ja_slice letters;
    size_t *starts; /* one more than words: the end of the last */
    size_t count, capacity;
} word_list;

static word_list words_of(ja_arena *arena, ja_slice text)
{
    ja_slice folded = ja_fold(arena, text);
    char *letters = ja_alloc(arena, folded.length + 1, 1);
    word_list words = {.letters = {letters, 0}};
    bool inside = false;
    for (size_t at = 0, length; at < folded.length; at += length) {
        uint32_t character = ja_decode(folded, at, &length);
        bool counts = ja_is_letter(character) || ja_is_digit(character);
        if (counts && !inside)
            JA_PUSH(arena, words.starts, words.count, words.capacity, words.letters.length);
        if (counts) {
            memcpy(letters + words.letters.length, folded.at + at, length);
            words.letters.length += length;
        }
        inside = counts;
    }
    JA_PUSH(arena, words.starts, words.count, words.capacity, words.letters.length);
    words.count--;
    return words;
}

static int compare_values(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* The words stand in `letters` without gap, so that a hyphen more or less changes one shingle or
 * two, and nothing where it stands between shingles. */
static uint32_t hash_shingle(const word_list *words, size_t first)
{
    size_t begin = words->starts[first], end = words->starts[first + JA_SHINGLE_WORDS];
    ja_slice bytes = {words->letters.at + begin, end - begin};
    return (uint32_t)(ja_hash_stable(3, bytes) >> (64 - VALUE_BITS));
}

static uint32_t height_of(const ja_sketch *sketch)
{
    return sketch->count < sketch->total ? sketch->values[sketch->count - 1] : UINT32_MAX;
}

static ja_sketch sketch_of(ja_arena *arena, const word_list *words)
{
    ja_sketch sketch = {.count = 0};
    size_t count = words->count < JA_SHINGLE_WORDS ? 0 : words->count - JA_SHINGLE_WORDS + 1;
    uint32_t *values = JA_NEW_N(arena, uint32_t, count);
    for (size_t i = 0; i < count; i++)
        values[i] = hash_shingle(words, i);
    if (count)
        qsort(values, count, sizeof *values, compare_values);
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && values[i] == values[i - 1])
            continue;
        sketch.total++;
        if (sketch.count < JA_SKETCH_SIZE)
            sketch.values[sketch.count++] = values[i];
    }
    sketch.height = height_of(&sketch);
    return sketch;
}

/* Writes the values into `out`, which has room for them and a NUL. */
static void write_values(const ja_sketch *sketch, char *out)
{
    for (size_t i = 0; i < sketch->count; i++)
        for (unsigned k = 0; k < VALUE_DIGITS; k++)
            *out++ = digits[sketch->values[i] >> (VALUE_BITS - (k + 1) * DIGIT_BITS) & 63];
    *out = '\0';
}

const char *ja_fingerprint(ja_arena *arena, ja_slice text, size_t skip)
{
    word_list words = words_of(arena, text);
    word_list body = words_of(arena, (ja_slice){text.at + skip, text.length - skip});
    ja_sketch sketch = sketch_of(arena, &body);
    char values[JA_SKETCH_SIZE * VALUE_DIGITS + 1];
    write_values(&sketch, values);
    return ja_format(arena, "%016llx%016llx.s1.%zu.%s",
                     (unsigned long long)ja_hash_stable(1, words.letters),
                     (unsigned long long)ja_hash_stable(2, words.letters), sketch.total, values);
}

/* What stands behind EXACT and the version mark; at is NULL where the form is another. */
static ja_slice behind_mark(ja_slice fingerprint)
{
    static const char mark[] = ".s1.";
    size_t head = EXACT_DIGITS + sizeof mark - 1;
    if (fingerprint.length < head || memcmp(fingerprint.at + EXACT_DIGITS, mark, sizeof mark - 1))
        return (ja_slice){NULL, 0};
    for (size_t i = 0; i < EXACT_DIGITS; i++)
        if (!memchr("0123456789abcdef", fingerprint.at[i], 16))
            return (ja_slice){NULL, 0};
    return (ja_slice){fingerprint.at + head, fingerprint.length - head};
}

ja_slice ja_fingerprint_exact(ja_slice fingerprint)
{
    return behind_mark(fingerprint).at ? (ja_slice){fingerprint.at, EXACT_DIGITS} : fingerprint;
}

/* A text of JA_MAX_TEXT bytes has fewer shingles than bytes. */
static bool read_total(ja_slice field, size_t *total)
{
    *total = 0;
    for (size_t i = 0; i < field.length; i++) {
        if (!ja_is_digit_byte(field.at[i]) || *total > JA_MAX_TEXT)
            return false;
        *total = *total * 10 + (size_t)(field.at[i] - '0');
    }
    return field.length > 0 && *total <= JA_MAX_TEXT;
}

static bool read_value(const char *at, uint32_t *value)
{
    *value = 0;
    for (size_t i = 0; i < VALUE_DIGITS; i++) {
        const char *digit = memchr(digits, at[i], sizeof digits - 1);
        if (!digit)
            return false;
        *value = *value << DIGIT_BITS | (uint32_t)(digit - digits);
    }
    return true;
}

static bool read_values(ja_slice field, ja_sketch *sketch)
{
    sketch->count = sketch->total < JA_SKETCH_SIZE ? sketch->total : JA_SKETCH_SIZE;
    if (field.length != sketch->count * VALUE_DIGITS)
        return false;
    for (size_t i = 0; i < sketch->count; i++) {
        if (!read_value(field.at + i * VALUE_DIGITS, &sketch->values[i]) ||
            (i > 0 && sketch->values[i] <= sketch->values[i - 1]))
            return false;
    }
    sketch->height = height_of(sketch);
    return true;
}

bool ja_fingerprint_sketch(ja_slice fingerprint, ja_sketch *out)
{
    ja_slice rest = behind_mark(fingerprint), total;
    *out = (ja_sketch){.count = 0};
    if (rest.at && ja_next_field(&rest, '.', &total) && read_total(total, &out->total) &&
        read_values(rest, out))
        return true;
    *out = (ja_sketch){.count = 0};
    return false;
}

ja_overlap ja_sketch_overlap(const ja_sketch *a, const ja_sketch *b)
{
    const ja_sketch *shorter = a->total <= b->total ? a : b, *longer = shorter == a ? b : a;
    uint32_t bound = a->height < b->height ? a->height : b->height;
    ja_overlap overlap = {0, 0};
    for (size_t i = 0, k = 0; i < shorter->count && shorter->values[i] <= bound; i++) {
        overlap.sampled++;
        while (k < longer->count && longer->values[k] < shorter->values[i])
            k++;
        overlap.shared += k < longer->count && longer->values[k] == shorter->values[i];
    }
    return overlap;
}
