#include "network/typing.h"

#include "base/unicode.h"

/* Text of more characters than this cannot be reached from what was typed. */
enum { MOST_LETTERS = JA_MOST_TYPED + JA_TOO_FAR, MOST_WORDS = 32 };

/* The characters of a text; more than `most`: most + 1. */
static size_t decode(ja_slice text, uint32_t *out, size_t most)
{
    size_t count = 0, length;
    for (size_t at = 0; at < text.length; at += length) {
        uint32_t character = ja_decode(text, at, &length);
        if (count == most)
            return most + 1;
        out[count++] = character;
    }
    return count;
}

ja_typed ja_typed_of(ja_slice folded)
{
    ja_typed typed = {.text = folded};
    ja_slice word;
    for (size_t at = 0; ja_next_word(folded, &at, &word);)
        typed.words++;
    typed.length = decode(folded, typed.at, JA_MOST_TYPED);
    if (typed.length > JA_MOST_TYPED)
        typed.length = 0;
    typed.slips = typed.length < 3 ? 0 : typed.length < 6 ? 1 : typed.length < 9 ? 2 : 3;
    return typed;
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Row i of the table of distances, of which only the cells near the diagonal may be small enough;
 * `before` and `above` are the two rows before it. */
static size_t fill_row(const ja_typed *typed, const uint32_t *text, size_t length, size_t i,
                       const size_t *before, const size_t *above, size_t *row)
{
    size_t smallest = JA_TOO_FAR;
    size_t from = i > typed->slips ? i - typed->slips : 1;
    row[0] = least(i, JA_TOO_FAR);
    for (size_t j = 1; j <= length; j++) {
        row[j] = JA_TOO_FAR;
        if (j < from || j > i + typed->slips)
            continue;
        bool same = typed->at[i - 1] == text[j - 1];
        row[j] = least(above[j - 1] + !same, least(above[j], row[j - 1]) + 1);
        if (i > 1 && j > 1 && typed->at[i - 1] == text[j - 2] && typed->at[i - 2] == text[j - 1])
            row[j] = least(row[j], before[j - 2] + 1);
        smallest = least(smallest, row[j]);
    }
    return smallest;
}

static size_t distance(const ja_typed *typed, const uint32_t *text, size_t length)
{
    size_t rows[3][MOST_LETTERS + 1];
    if (length > typed->length + typed->slips || typed->length > length + typed->slips)
        return JA_TOO_FAR;
    for (size_t j = 0; j <= length; j++)
        rows[0][j] = least(j, JA_TOO_FAR);
    for (size_t i = 1; i <= typed->length; i++) {
        size_t *row = rows[i % 3], *above = rows[(i + 2) % 3], *before = rows[(i + 1) % 3];
        if (fill_row(typed, text, length, i, before, above, row) > typed->slips && i > typed->slips)
            return JA_TOO_FAR;
    }
    size_t found = rows[typed->length % 3][length];
    return found <= typed->slips ? found : JA_TOO_FAR;
}

static size_t distance_of(const ja_typed *typed, ja_slice text)
{
    uint32_t letters[MOST_LETTERS];
    if (text.length > sizeof letters) /* no character has more bytes */
        return JA_TOO_FAR;
    size_t length = decode(text, letters, MOST_LETTERS);
    return length <= MOST_LETTERS ? distance(typed, letters, length) : JA_TOO_FAR;
}

size_t ja_typing_distance(const ja_typed *typed, ja_slice name)
{
    if (typed->length == 0 || typed->slips == 0 || typed->words == 0 || typed->words > MOST_WORDS)
        return JA_TOO_FAR;
    size_t best = distance_of(typed, name);
    const char *starts[MOST_WORDS]; /* of the last words, as many as were typed */
    ja_slice word;
    size_t count = 0;
    for (size_t at = 0; best > 0 && ja_next_word(name, &at, &word); count++) {
        starts[count % typed->words] = word.at;
        if (count + 1 < typed->words)
            continue;
        const char *start = starts[(count + 1) % typed->words];
        size_t length = (size_t)(word.at + word.length - start);
        best = least(best, distance_of(typed, (ja_slice){start, length}));
    }
    return best;
}
