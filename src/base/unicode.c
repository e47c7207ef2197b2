#include "base/unicode.h"

#include <string.h>
#include <utf8proc.h>

uint32_t ja_decode(ja_slice text, size_t offset, size_t *length)
{
    unsigned char first = (unsigned char)text.at[offset];
    if (first < 0x80) {
        *length = 1;
        return first;
    }
    utf8proc_int32_t character;
    utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text.at + offset,
                                             (utf8proc_ssize_t)(text.length - offset), &character);
    if (used <= 0) {
        *length = 1;
        return 0xFFFD;
    }
    *length = (size_t)used;
    return (uint32_t)character;
}

uint32_t ja_decode_before(ja_slice text, size_t offset, size_t *length)
{
    size_t start = offset - 1;
    while (start > 0 && offset - start < 4 && ((unsigned char)text.at[start] & 0xC0) == 0x80)
        start--;
    uint32_t character = ja_decode((ja_slice){text.at, offset}, start, length);
    if (start + *length == offset)
        return character;
    *length = 1;
    return 0xFFFD;
}

size_t ja_encode(uint32_t character, char *out)
{
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)character, (utf8proc_uint8_t *)out);
}

/* The end of the run of ASCII that begins at `at`, eight bytes at a time. */
static size_t skip_ascii(ja_slice bytes, size_t at)
{
    uint64_t word;
    for (; bytes.length - at >= sizeof word; at += sizeof word) {
        memcpy(&word, bytes.at + at, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    return at;
}

size_t ja_utf8_length(ja_slice bytes)
{
    size_t at = skip_ascii(bytes, 0);
    for (size_t length; at < bytes.length; at += length) {
        if (ja_decode(bytes, at, &length) == 0xFFFD && length == 1)
            return at;
        if (length > 1)
            length = skip_ascii(bytes, at + length) - at;
    }
    return at;
}

bool ja_is_utf8(ja_slice bytes)
{
    return ja_utf8_length(bytes) == bytes.length;
}

/* Characters that XML 1.0 forbids, or that play tricks on terminals: controls, and marks that turn
 * the direction of all that follows. */
static bool is_unwanted(uint32_t character)
{
    return (character < 0x20 && character != '\t' && character != '\n' && character != '\r') ||
           (character >= 0x7F && character <= 0x9F) || (character & 0xFFFE) == 0xFFFE ||
           (character >= 0xFDD0 && character <= 0xFDEF) ||
           (character >= 0x202A && character <= 0x202E) ||
           (character >= 0x2066 && character <= 0x2069);
}

static bool is_clean(ja_slice bytes)
{
    for (size_t at = 0, length; at < bytes.length; at += length) {
        length = 1;
        if (bytes.at[at] >= ' ' && bytes.at[at] < 0x7F)
            continue;
        uint32_t character = ja_decode(bytes, at, &length);
        if (is_unwanted(character) || (character == 0xFFFD && length == 1))
            return false;
    }
    return true;
}

ja_slice ja_clean_utf8(ja_arena *arena, ja_slice bytes)
{
    if (is_clean(bytes))
        return (ja_slice){ja_copy(arena, bytes.at, bytes.length), bytes.length};
    char *out = ja_alloc(arena, bytes.length * 3 + 1, 1); /* one bad byte may become U+FFFD */
    size_t used = 0;
    for (size_t at = 0, length; at < bytes.length; at += length) {
        uint32_t character = ja_decode(bytes, at, &length);
        if (is_unwanted(character)) {
            memset(out + used, ' ', length);
            used += length;
        } else {
            used += ja_encode(character, out + used);
        }
    }
    out[used] = '\0';
    return (ja_slice){out, used};
}

const char *ja_clean_string(ja_arena *arena, const char *string)
{
    return string ? ja_clean_utf8(arena, ja_slice_of(string)).at : NULL;
}

const char *ja_keep_clean(ja_arena *arena, const char *string)
{
    return string && is_clean(ja_slice_of(string)) ? string : ja_clean_string(arena, string);
}

bool ja_is_letter(uint32_t character)
{
    if (character < 0x80)
        return ja_is_letter_byte((char)character);
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

bool ja_is_upper(uint32_t character)
{
    if (character < 0x80)
        return character >= 'A' && character <= 'Z';
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool ja_is_digit(uint32_t character)
{
    if (character < 0x80)
        return ja_is_digit_byte((char)character);
    return utf8proc_category((utf8proc_int32_t)character) == UTF8PROC_CATEGORY_ND;
}

bool ja_is_space(uint32_t character)
{
    if (character < 0x80)
        return ja_is_blank_byte((char)character);
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
    return (category >= UTF8PROC_CATEGORY_ZS && category <= UTF8PROC_CATEGORY_ZP) ||
           character == 0x85 || character == 0xFEFF || character == 0x200B;
}

bool ja_is_mark(uint32_t character)
{
    if (character < 0x300)
        return false;
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

bool ja_is_word(uint32_t character)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)character);
    return ja_is_letter(character) || character == '_' ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

static bool is_ascii(ja_slice text)
{
    for (size_t i = 0; i < text.length; i++)
        if ((unsigned char)text.at[i] >= 0x80)
            return false;
    return true;
}

/* What Unicode's own folding leaves apart although readers take it for the same. */
static size_t write_folded(uint32_t character, char *out)
{
    switch (character) {
    case 0x153: /* oe ligature */
        memcpy(out, "oe", 2);
        return 2;
    case 0xE6: /* ae ligature */
        memcpy(out, "ae", 2);
        return 2;
    case 0xF8: /* o with stroke */
        *out = 'o';
        return 1;
    case 0x142: /* l with stroke */
        *out = 'l';
        return 1;
    case 0x2018: /* quotation marks that stand for apostrophes */
    case 0x2019:
    case 0x2BC:
        *out = '\'';
        return 1;
    case 0x2010:
    case 0x2011: /* hyphens */
        *out = '-';
        return 1;
    default:
        return ja_encode(character, out);
    }
}

ja_slice ja_fold_plain(ja_arena *arena, ja_slice text)
{
    const utf8proc_option_t options = UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD;
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.at;
    utf8proc_ssize_t length = (utf8proc_ssize_t)text.length;
    utf8proc_ssize_t need = utf8proc_decompose(bytes, length, NULL, 0, options);
    if (need < 0)
        return (ja_slice){ja_copy(arena, text.at, text.length), text.length};
    utf8proc_int32_t *characters = JA_NEW_N(arena, utf8proc_int32_t, (size_t)need + 1);
    utf8proc_ssize_t count = utf8proc_decompose(bytes, length, characters, need, options);
    char *out = ja_alloc(arena, (size_t)need * 4 + 1, 1);
    size_t used = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++)
        if (utf8proc_get_property(characters[i])->combining_class == 0)
            used += ja_encode((uint32_t)characters[i], out + used);
    return (ja_slice){out, used};
}

static ja_slice fold_with(ja_arena *arena, ja_slice text, utf8proc_option_t options)
{
    if (is_ascii(text)) {
        char *out = ja_copy(arena, text.at, text.length);
        for (size_t i = 0; i < text.length; i++)
            if (out[i] >= 'A' && out[i] <= 'Z')
                out[i] = (char)(out[i] + ('a' - 'A'));
        return ja_collapse(out, text.length);
    }
    const utf8proc_uint8_t *bytes = (const utf8proc_uint8_t *)text.at;
    utf8proc_ssize_t need =
        utf8proc_decompose(bytes, (utf8proc_ssize_t)text.length, NULL, 0, options);
    if (need < 0) /* not UTF-8: leave it as it is */
        return (ja_slice){ja_copy(arena, text.at, text.length), text.length};
    utf8proc_int32_t *characters = JA_NEW_N(arena, utf8proc_int32_t, (size_t)need + 1);
    utf8proc_ssize_t count =
        utf8proc_decompose(bytes, (utf8proc_ssize_t)text.length, characters, need, options);
    count = utf8proc_normalize_utf32(characters, count, options);
    char *out = ja_alloc(arena, (size_t)(count < 0 ? 0 : count) * 4 + 1, 1);
    size_t used = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++)
        used += write_folded((uint32_t)characters[i], out + used);
    return ja_collapse(out, used);
}

ja_slice ja_fold(ja_arena *arena, ja_slice text)
{
    return fold_with(arena, text,
                     UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE | UTF8PROC_STRIPMARK |
                         UTF8PROC_COMPOSE | UTF8PROC_STABLE);
}

ja_slice ja_lower(ja_arena *arena, ja_slice text)
{
    return fold_with(arena, text, UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE | UTF8PROC_STABLE);
}

ja_slice ja_slug(ja_arena *arena, ja_slice name)
{
    ja_slice folded = ja_fold(arena, name);
    char *out = ja_alloc(arena, folded.length + 2, 1);
    size_t used = 0;
    for (size_t at = 0, length; at < folded.length; at += length) {
        uint32_t character = ja_decode(folded, at, &length);
        if (ja_is_letter(character) || ja_is_digit(character) || ja_is_mark(character)) {
            memcpy(out + used, folded.at + at, length);
            used += length;
        } else if (used > 0 && out[used - 1] != '-') {
            out[used++] = '-';
        }
    }
    while (used > 0 && out[used - 1] == '-')
        used--;
    if (used == 0)
        out[used++] = 'x';
    out[used] = '\0';
    return (ja_slice){out, used};
}

size_t ja_columns(ja_slice text)
{
    size_t columns = 0;
    for (size_t at = 0, length; at < text.length; at += length) {
        int width = utf8proc_charwidth((utf8proc_int32_t)ja_decode(text, at, &length));
        columns += width > 0 ? (size_t)width : 0;
    }
    return columns;
}

static bool is_word_part(uint32_t character)
{
    return ja_is_letter(character) || ja_is_digit(character) || ja_is_mark(character);
}

bool ja_next_word(ja_slice text, size_t *at, ja_slice *word)
{
    size_t length;
    while (*at < text.length && !is_word_part(ja_decode(text, *at, &length)))
        *at += length;
    size_t start = *at;
    while (*at < text.length && is_word_part(ja_decode(text, *at, &length)))
        *at += length;
    *word = (ja_slice){text.at + start, *at - start};
    return word->length > 0;
}

uint32_t ja_lower_character(uint32_t character)
{
    if (character < 0x80)
        return character >= 'A' && character <= 'Z' ? character + ('a' - 'A') : character;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)character);
}

uint32_t ja_upper_character(uint32_t character)
{
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)character);
}

uint32_t ja_plain_letter(uint32_t character)
{
    utf8proc_int32_t parts[8];
    int last_class = 0;
    utf8proc_ssize_t count = utf8proc_decompose_char((utf8proc_int32_t)character, parts, 8,
                                                     UTF8PROC_DECOMPOSE, &last_class);
    bool accented = count > 1 && count <= 8 && ja_is_letter(character);
    return accented ? (uint32_t)parts[0] : character;
}
