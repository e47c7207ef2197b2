#include "output/lettering.h"

#include <math.h>
#include <string.h>

#include "base/unicode.h"

/* Advance widths of DejaVu Sans from U+0020 to U+007E, in hundredths of the font size. */
static const unsigned char ADVANCES[95] = {
    32, 40, 46, 84, 64, 95, 78, 27, 39,  39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 29, 29, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69,  61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63,  63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
};
static const double BOLD = 1.14;
static const double LONG_WORD = 1.4;
static const char ELLIPSIS[] = "\xE2\x80\xA6";

static double advance(uint32_t character)
{
    if (character >= 0x20 && character < 0x7F)
        return ADVANCES[character - 0x20] / 100.0;
    if (ja_is_mark(character) || character == 0x200B)
        return 0;
    if (character == 0x2019 || character == 0xA0 || character == 0x202F)
        return 0.32;
    if (character >= 0x1100) /* East Asian, emoji and the other wide ones */
        return character == 0x2013 ? 0.5 : 1.0;
    if (character >= 0x400 && character < 0x530)
        return ja_is_upper(character) ? 0.82 : 0.66;
    return ja_is_upper(character) ? 0.74 : 0.63;
}

static double slice_width(ja_slice text, double size, bool bold)
{
    double width = 0;
    for (size_t at = 0, length; at < text.length; at += length)
        width += advance(ja_decode(text, at, &length));
    return width * size * (bold ? BOLD : 1.0);
}

double ja_text_width(const char *text, double size, bool bold)
{
    return slice_width(ja_slice_of(text), size, bold);
}

/* As much of `text` as fits into `width`, at least one character with its marks. */
static ja_slice fitting(ja_slice text, double size, bool bold, double width)
{
    size_t end = 0;
    while (end < text.length) {
        size_t length;
        ja_decode(text, end, &length);
        if (end > 0 && slice_width((ja_slice){text.at, end + length}, size, bold) > width)
            break;
        end += length;
    }
    return (ja_slice){text.at, end};
}

/* Up to a blank, or to a hyphen with something on both sides, which stays with what is before it.
 */
static ja_slice next_word(ja_slice *rest)
{
    *rest = ja_trim(*rest);
    size_t end = 0;
    while (end < rest->length && !strchr(" \t\r\n", rest->at[end])) {
        end++;
        if (end > 2 && rest->at[end - 1] == '-' && end + 2 < rest->length)
            break;
    }
    return (ja_slice){rest->at, end};
}

/* Takes the next line off *rest. */
static ja_slice next_line(ja_slice *rest, double size, bool bold, double width)
{
    ja_slice word = next_word(rest);
    if (slice_width(word, size, bold) > width)
        word = fitting(word, size, bold, width);
    ja_slice line = word;
    rest->at += word.length;
    rest->length -= word.length;
    for (;;) {
        ja_slice ahead = *rest;
        word = next_word(&ahead);
        /* The rest of a word cut above, not what follows a hyphen. */
        bool glued = rest->length > 0 && ahead.at == rest->at && line.at[line.length - 1] != '-';
        ja_slice longer = {line.at, (size_t)(word.at + word.length - line.at)};
        if (word.length == 0 || glued || slice_width(longer, size, bold) > width)
            return line;
        line = longer;
        size_t used = (size_t)(word.at + word.length - rest->at);
        rest->at += used;
        rest->length -= used;
    }
}

static size_t count_lines(ja_slice text, double size, bool bold, double width, size_t most)
{
    size_t count = 0;
    for (ja_slice rest = ja_trim(text); rest.length > 0 && count <= most; rest = ja_trim(rest)) {
        next_line(&rest, size, bold, width);
        count++;
    }
    return count;
}

static double longest_word(ja_slice text, double size, bool bold)
{
    double longest = 0;
    for (ja_slice word = next_word(&text); word.length > 0; word = next_word(&text)) {
        double wide = slice_width(word, size, bold);
        longest = wide > longest ? wide : longest;
        text.at += word.length;
        text.length -= word.length;
    }
    return longest;
}

/* The narrowest width that takes no more lines and cuts no word: so no line ends up with one short
 * word alone. */
static double even_width(ja_slice text, double size, bool bold, double width, size_t most)
{
    size_t count = count_lines(text, size, bold, width, most);
    if (count < 2 || count > most)
        return width;
    double narrow = width, least = longest_word(text, size, bold);
    while (narrow - size / 2 > least &&
           count_lines(text, size, bold, narrow - size / 2, most) == count)
        narrow -= size / 2;
    return narrow;
}

ja_lines ja_text_wrap(ja_arena *arena, const char *text, double size, bool bold, double width,
                      size_t most)
{
    ja_slice rest = ja_trim(ja_slice_of(text));
    /* No more is looked at than could ever fit, so that a huge name costs nothing. */
    size_t enough = 64 + most * (size_t)(width / size) * 16;
    if (rest.length > enough)
        rest.length = enough;
    double longest = longest_word(rest, size, bold);
    if (longest <= LONG_WORD * width) /* a little more room rather than a word cut in two */
        width = fmax(width, longest);
    width = even_width(rest, size, bold, width, most);
    ja_lines lines = {.at = JA_NEW_N(arena, const char *, most)};
    do {
        ja_slice line = next_line(&rest, size, bold, width);
        rest = ja_trim(rest);
        bool cut = lines.count + 1 == most && rest.length > 0;
        if (cut)
            line = fitting(line, size, bold, width - size);
        const char *copy =
            ja_format(arena, "%.*s%s", (int)line.length, line.at, cut ? ELLIPSIS : "");
        double wide = ja_text_width(copy, size, bold);
        lines.width = wide > lines.width ? wide : lines.width;
        lines.at[lines.count++] = copy;
    } while (rest.length > 0 && lines.count < most);
    return lines;
}

const char *ja_text_cut(ja_arena *arena, const char *text, size_t most)
{
    ja_slice all = ja_slice_of(text);
    size_t end = 0;
    for (size_t seen = 0; end < all.length && seen < most; seen++) {
        size_t length;
        ja_decode(all, end, &length);
        end += length;
    }
    bool cut = end < all.length;
    return ja_format(arena, "%.*s%s", (int)end, text, cut ? ELLIPSIS : "");
}
