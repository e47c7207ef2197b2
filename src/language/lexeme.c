#include "language/lexeme.h"

#include "base/unicode.h"
#include "language/feature.h"

#define LONGEST 48 /* characters of a word that are looked at */

static const uint64_t START = 0x5851F42D4C957F2Du;

/* Typographic variants of one mark count as one. */
static uint32_t plain(uint32_t character)
{
    if (ja_is_digit(character))
        return '0';
    switch (character) {
    case 0x2018:
    case 0x2019:
    case 0x2BC:
    case '`':
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0xAB:
    case 0xBB:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
        return '-';
    default:
        return ja_lower_character(character);
    }
}

static uint32_t shape_of(uint32_t character, uint32_t as_plain)
{
    if (as_plain == '0')
        return '0';
    if (ja_is_upper(character))
        return 'X';
    return ja_is_letter(character) ? 'x' : as_plain;
}

void ja_lexeme_of(ja_slice form, ja_lexeme *out)
{
    uint32_t letters[LONGEST], last = 0;
    size_t count = 0, length;
    *out = (ja_lexeme){.form = START, .shape = START};
    for (size_t at = 0; at < form.length && count < LONGEST; at += length) {
        uint32_t character = ja_decode(form, at, &length), letter = plain(character);
        uint32_t shape = shape_of(character, letter);
        letters[count++] = letter;
        out->form = ja_join(out->form, letter);
        if (count <= JA_AFFIXES)
            out->prefix[count - 1] = out->form;
        if (shape != last)
            out->shape = ja_join(out->shape, shape);
        last = shape;
    }
    for (size_t i = count; i < JA_AFFIXES; i++)
        out->prefix[i] = out->form;
    uint64_t suffix = START;
    for (size_t i = 0; i < JA_AFFIXES; i++) {
        suffix = i < count ? ja_join(suffix, letters[count - 1 - i]) : ja_join(out->form, i);
        out->suffix[i] = suffix;
        if (i >= count)
            out->suffix[i] = out->form;
    }
}

/* No small letter, and more than one word that has letters. */
static bool is_in_capitals(const ja_word *words, size_t count)
{
    size_t capitals = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t at = 0, length, upper = 0; at < words[i].form.length; at += length) {
            uint32_t character = ja_decode(words[i].form, at, &length);
            if (ja_is_upper(character))
                capitals += !upper++;
            else if (ja_is_letter(character))
                return false;
        }
    return capitals > 1;
}

void ja_lexemes_of(const ja_word *words, size_t count, ja_lexeme *out)
{
    bool capitals = is_in_capitals(words, count);
    for (size_t i = 0; i < count; i++) {
        ja_lexeme_of(words[i].form, &out[i]);
        out[i].capitals = capitals;
    }
}

uint64_t ja_lexeme_hash(ja_slice text)
{
    uint64_t hash = START;
    for (size_t i = 0; i < text.length; i++)
        hash = ja_join(hash, (unsigned char)text.at[i]);
    return hash;
}
