/* Names as scoring compares them: words in small letters, joined by single blanks. */
#include <string.h>

#include "base/unicode.h"
#include "claim/score.h"

static const char *const ARTICLES[] = {"the", "a",    "an", "le",  "la",   "les", "un",
                                       "une", "des",  "du", "m",   "mr",   "l",   "d",
                                       "mrs", "de l", "ms", "mme", "de la"};

/* Without blanks and apostrophes at its beginning. */
static ja_slice skip(ja_slice text)
{
    while (text.length > 0 && (*text.at == ' ' || *text.at == '\''))
        text = (ja_slice){text.at + 1, text.length - 1};
    return text;
}

static ja_slice without_article(ja_slice text)
{
    for (size_t i = 0; i < sizeof ARTICLES / sizeof *ARTICLES; i++) {
        ja_slice article = ja_slice_of(ARTICLES[i]);
        if (!ja_starts_with(text, article))
            continue;
        ja_slice rest = {text.at + article.length, text.length - article.length};
        size_t length;
        if (rest.length == 0 || !ja_is_word(ja_decode(rest, 0, &length)))
            return skip(rest);
    }
    return text;
}

/* Words joined by single blanks; what is neither word nor (where kept) apostrophe divides them. */
static ja_slice words_of(ja_arena *arena, ja_slice text, bool keep_apostrophes)
{
    char *out = ja_alloc(arena, text.length + 1, 1);
    size_t used = 0;
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t character = ja_decode(text, at, &length);
        bool apostrophe = character == '\'' || character == 0x2019;
        if (apostrophe && keep_apostrophes)
            out[used++] = '\'';
        else if (ja_is_word(character))
            used += ja_encode(character, out + used);
        else if (used > 0 && out[used - 1] != ' ')
            out[used++] = ' ';
    }
    return ja_trim((ja_slice){out, used});
}

/* The ligature that Unicode leaves whole. */
static ja_slice with_oe(ja_arena *arena, ja_slice text)
{
    char *out = ja_copy(arena, text.at, text.length);
    for (size_t i = 0; i + 1 < text.length; i++)
        if (memcmp(out + i, "\xC5\x93", 2) == 0)
            memcpy(out + i, "oe", 2);
    return (ja_slice){out, text.length};
}

ja_slice ja_score_fold(ja_arena *arena, ja_slice name)
{
    ja_slice text = words_of(arena, with_oe(arena, ja_fold_plain(arena, name)), true);
    for (size_t before = text.length + 1; text.length < before;) {
        before = text.length;
        text = without_article(text);
    }
    return words_of(arena, text, false);
}
