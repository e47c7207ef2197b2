#include "article/boilerplate.h"

#include <string.h>

#include "base/embedded.h"
#include "base/table.h"
#include "base/unicode.h"

static const size_t LONGEST_ATTRIBUTE = 512; /* bytes that are looked at */
static const size_t LONGEST_PARAGRAPH = 160; /* bytes; a longer one is article text */

enum { PREFIX = 1, WHOLE = 2, WORD_SIZE = 64 };

void ja_boilerplate_init(ja_boilerplate *patterns, ja_arena *arena)
{
    *patterns = (ja_boilerplate){.arena = arena};
    ja_map_init(&patterns->classes, arena);
    ja_map_init(&patterns->lines, arena);
    ja_table table;
    ja_table_init(&table, ja_embedded_file("article/boilerplate.tsv"));
    while (ja_table_next(&table)) {
        if (ja_equal(table.column[0], JA_SLICE("class"))) {
            ja_map_put(&patterns->classes, table.column[2], 1, NULL);
            continue;
        }
        bool whole = ja_equal(table.column[0], JA_SLICE("whole"));
        ja_slice line = ja_fold(arena, table.column[2]);
        ja_map_put(&patterns->lines, line, whole ? WHOLE : PREFIX, NULL);
        if (line.length > patterns->longest_line)
            patterns->longest_line = line.length;
    }
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_word(char c)
{
    return ja_is_letter_byte(c) || ja_is_digit_byte(c) || (c & 0x80);
}

/* Cuts the next word off, in lower case: at "-", "_", blanks, and before a capital that follows a
 * small letter. False: no more. */
static bool next_word(const char **at, const char *end, char *word)
{
    while (*at < end && !is_word(**at))
        ++*at;
    size_t used = 0;
    for (bool small = false; *at < end && is_word(**at); ++*at) {
        if (small && is_upper(**at))
            break;
        small = !is_upper(**at);
        if (used < WORD_SIZE - 1)
            word[used++] = is_upper(**at) ? (char)(**at | 0x20) : **at;
    }
    word[used] = '\0';
    return used > 0;
}

bool ja_boilerplate_is_class(const ja_boilerplate *patterns, const char *attribute)
{
    const char *at = attribute, *end = attribute + strnlen(attribute, LONGEST_ATTRIBUTE);
    char pair[2 * WORD_SIZE]; /* the word before, "-", this word */
    char word[WORD_SIZE];
    size_t before = 0;
    while (next_word(&at, end, word)) {
        size_t length = strlen(word);
        if (ja_map_get(&patterns->classes, (ja_slice){word, length}))
            return true;
        if (before > 0) {
            pair[before] = '-';
            memcpy(pair + before + 1, word, length);
            if (ja_map_get(&patterns->classes, (ja_slice){pair, before + 1 + length}))
                return true;
        }
        memcpy(pair, word, length);
        before = length;
    }
    return false;
}

/* Whether a pattern that ends at `length` in the folded line ends at a word's end there. */
static bool ends_word(ja_slice line, size_t length)
{
    size_t bytes;
    if (length == line.length)
        return true;
    uint32_t next = ja_decode(line, length, &bytes);
    return !ja_is_letter(next) && !ja_is_digit(next);
}

bool ja_boilerplate_is_line(const ja_boilerplate *patterns, ja_slice paragraph)
{
    if (paragraph.length > LONGEST_PARAGRAPH)
        return false;
    ja_slice line = ja_fold(patterns->arena, paragraph);
    size_t most = line.length < patterns->longest_line ? line.length : patterns->longest_line;
    for (size_t length = 1; length <= most; length++) {
        if (!ends_word(line, length))
            continue;
        const size_t *kind = ja_map_get(&patterns->lines, (ja_slice){line.at, length});
        if (kind && (*kind == PREFIX || length == line.length))
            return true;
    }
    return false;
}
