#include "article/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <string.h>
#include <uchardet.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/unicode.h"

static const size_t DECLARATION = 4096;    /* bytes in which a declaration must stand */
static const size_t LEAST_TO_DETECT = 200; /* below that uchardet guesses */
static const size_t CHUNK = (size_t)16 << 10;
static const char FALLBACK[] = "WINDOWS-1252";
static const char REPLACEMENT[] = "\xEF\xBF\xBD";

enum { NAME_SIZE = 32 };

bool ja_charset_is_utf16(ja_slice bytes)
{
    return ja_starts_with(bytes, JA_SLICE("\xFF\xFE")) ||
           ja_starts_with(bytes, JA_SLICE("\xFE\xFF"));
}

static ja_slice without(ja_slice bytes, size_t count)
{
    return (ja_slice){bytes.at + count, bytes.length - count};
}

/* Where `word` (lower case) first stands in `text`, in any case; text.length: nowhere. */
static size_t find(ja_slice text, const char *word)
{
    size_t length = strlen(word);
    for (size_t i = 0; i + length <= text.length; i++)
        if (strncasecmp(text.at + i, word, length) == 0)
            return i;
    return text.length;
}

/* The value in `name = "value"`, with any or no quotes. */
static ja_slice value_of(ja_slice tag, const char *name)
{
    size_t at = find(tag, name);
    if (at == tag.length)
        return JA_SLICE("");
    ja_slice rest = ja_trim(without(tag, at + strlen(name)));
    if (rest.length == 0 || rest.at[0] != '=')
        return JA_SLICE("");
    rest = ja_trim(without(rest, 1));
    if (rest.length > 0 && (rest.at[0] == '"' || rest.at[0] == '\''))
        rest = ja_trim(without(rest, 1));
    size_t length = 0;
    while (length < rest.length && !memchr("\"'> ;/?\t\r\n", rest.at[length], 10))
        length++;
    return (ja_slice){rest.at, length};
}

ja_slice ja_charset_declared(ja_slice page)
{
    ja_slice head = {page.at, page.length < DECLARATION ? page.length : DECLARATION};
    ja_slice line = ja_trim(head);
    if (ja_starts_with(line, JA_SLICE("<?xml"))) {
        ja_slice found = value_of((ja_slice){line.at, find(line, "?>")}, "encoding");
        if (found.length > 0)
            return found;
    }
    for (size_t at; (at = find(head, "<meta")) < head.length;) {
        head = without(head, at + 5);
        ja_slice found = value_of((ja_slice){head.at, find(head, ">")}, "charset");
        if (found.length > 0)
            return found;
    }
    return JA_SLICE("");
}

/* As browsers do: what calls itself Latin-1 or ASCII is windows-1252; and what could be read far
 * enough to find its declaration is not UTF-16, whatever it says. */
static const char *known_name(const char *name)
{
    static const char *const LATIN[] = {"iso-8859-1", "iso8859-1", "iso_8859-1", "latin1",
                                        "latin-1",    "us-ascii",  "ascii",      "l1"};
    for (size_t i = 0; i < sizeof LATIN / sizeof *LATIN; i++)
        if (strcasecmp(name, LATIN[i]) == 0)
            return FALLBACK;
    return name;
}

static void add_converted(iconv_t converter, size_t unit, ja_slice bytes, ja_buffer *out,
                          bool *perfect)
{
    char *in = (char *)bytes.at;
    size_t left = bytes.length;
    while (left > 0 && !out->failed) {
        char *room = ja_buffer_room(out, CHUNK);
        if (!room)
            return;
        char *to = room;
        size_t free_room = CHUNK;
        size_t result = iconv(converter, &in, &left, &to, &free_room);
        out->length += (size_t)(to - room);
        if (result != (size_t)-1 || errno == E2BIG)
            continue;
        *perfect = false;
        ja_buffer_add_string(out, REPLACEMENT);
        size_t skip = errno == EINVAL || left < unit ? left : unit; /* EINVAL: cut off at the end */
        in += skip;
        left -= skip;
    }
}

/* False: the set is not known. *perfect: every byte meant something. */
static bool convert(const char *name, ja_slice bytes, ja_buffer *out, bool *perfect)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1)
        return false;
    size_t unit = strncasecmp(name, "UTF-16", 6) == 0 ? 2 : 1;
    *perfect = true;
    out->length = 0;
    add_converted(converter, unit, bytes, out, perfect);
    iconv_close(converter);
    return true;
}

/* Only sets of one byte a character, and UTF-16, are believed. */
static bool is_plausible(const char *name)
{
    static const char *const SETS[] = {"WINDOWS-", "ISO-8859-", "KOI8-", "IBM8", "UTF-16"};
    for (size_t i = 0; i < sizeof SETS / sizeof *SETS; i++)
        if (strncasecmp(name, SETS[i], strlen(SETS[i])) == 0)
            return true;
    return false;
}

static void detect(ja_slice bytes, char *name)
{
    name[0] = '\0';
    if (bytes.length < LEAST_TO_DETECT)
        return;
    uchardet_t detector = uchardet_new();
    if (!detector)
        return;
    size_t length = bytes.length < JA_MAX_DETECT ? bytes.length : JA_MAX_DETECT;
    if (uchardet_handle_data(detector, bytes.at, length) == 0) {
        uchardet_data_end(detector);
        snprintf(name, NAME_SIZE, "%s", uchardet_get_charset(detector));
    }
    uchardet_delete(detector);
}

/* A right guess leaves no control character behind. */
static bool has_controls(const ja_buffer *text)
{
    for (size_t i = 0; i + 1 < text->length; i++)
        if (text->at[i] == '\xC2' && (unsigned char)text->at[i + 1] < 0xA0)
            return true;
    return false;
}

static void convert_guessed(ja_slice bytes, ja_buffer *out)
{
    char name[NAME_SIZE];
    bool perfect;
    detect(bytes, name);
    if (is_plausible(name) && convert(known_name(name), bytes, out, &perfect) && perfect &&
        !has_controls(out))
        return;
    convert(FALLBACK, bytes, out, &perfect);
}

/* Converts as declared. False: nothing usable is declared. */
static bool convert_declared(ja_slice bytes, ja_slice declared, ja_buffer *out)
{
    char name[NAME_SIZE];
    bool perfect;
    if (declared.length == 0 || declared.length >= NAME_SIZE)
        return false;
    snprintf(name, sizeof name, "%.*s", (int)declared.length, declared.at);
    return convert(known_name(name), bytes, out, &perfect);
}

static bool is_declared_utf8(ja_slice declared)
{
    return (declared.length >= 4 && strncasecmp(declared.at, "utf8", 4) == 0) ||
           (declared.length >= 5 && strncasecmp(declared.at, "utf-8", 5) == 0) ||
           (declared.length >= 6 && strncasecmp(declared.at, "utf-16", 6) == 0);
}

jaccuse_status ja_charset_to_utf8(ja_slice bytes, ja_slice declared, ja_buffer *room, ja_slice *out,
                                  jaccuse_error *error)
{
    bool perfect;
    *out = ja_without_mark(bytes);
    if (ja_charset_is_utf16(bytes))
        convert(bytes.at[0] == '\xFF' ? "UTF-16LE" : "UTF-16BE", without(bytes, 2), room, &perfect);
    else if (out->length < bytes.length || is_declared_utf8(declared))
        return JACCUSE_OK;
    else if (!convert_declared(bytes, declared, room)) {
        if (ja_is_utf8(bytes))
            return JACCUSE_OK;
        convert_guessed(bytes, room);
    }
    if (room->failed)
        return ja_fail_memory(error);
    *out = (ja_slice){room->at ? room->at : "", room->length};
    return JACCUSE_OK;
}

uint32_t ja_charset_from_c1(uint32_t character)
{
    static const uint16_t MEANT[32] = {
        0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
        0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
        0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};
    return character >= 0x80 && character < 0xA0 ? MEANT[character - 0x80] : character;
}
