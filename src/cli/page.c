/* Text for a terminal: paragraphs whose lines are broken at its width, and styles. Where the output
 * is no terminal, lines are not broken, so that the same input gives the same bytes. */
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/cli.h"

enum { LEAST_WIDTH = 40, USUAL_WIDTH = 80 };

/* Columns that a terminal shows; 0: lines are not broken. */
static size_t terminal_width(void)
{
    const char *columns = getenv("COLUMNS");
    struct winsize size;
    size_t width = columns ? strtoul(columns, NULL, 10) : 0;
    if (!isatty(STDOUT_FILENO))
        return 0;
    if (width == 0 && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
        width = size.ws_col;
    if (width == 0)
        width = USUAL_WIDTH;
    return width < LEAST_WIDTH ? LEAST_WIDTH : width;
}

cli_page cli_page_of(jaccuse_stream *out, const cli_settings *settings)
{
    bool shown = !settings->output || strcmp(settings->output, "-") == 0;
    return (cli_page){
        .out = out, .width = shown ? terminal_width() : 0, .colour = shown && cli_has_colour()};
}

/* The character at `text` and how many bytes it has; bytes that are none count as one. */
static unsigned long decode(const char *text, size_t left, size_t *length)
{
    unsigned char first = (unsigned char)*text;
    size_t wanted = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    if (wanted > left)
        wanted = left;
    unsigned long character = wanted == 1 ? first : first & (0xFFu >> (wanted + 1));
    for (size_t i = 1; i < wanted; i++)
        character = character << 6 | ((unsigned char)text[i] & 0x3F);
    *length = wanted;
    return character;
}

/* Columns that a character takes: combining marks none, those of East Asia two. */
static size_t columns_of(unsigned long character)
{
    static const struct {
        unsigned long from, to;
        size_t columns;
    } ranges[] = {
        {0x0300, 0x036F, 0}, {0x200B, 0x200D, 0},   {0x1100, 0x115F, 2},   {0x2E80, 0xA4CF, 2},
        {0xAC00, 0xD7A3, 2}, {0xF900, 0xFAFF, 2},   {0xFE00, 0xFE0F, 0},   {0xFE30, 0xFE6F, 2},
        {0xFF00, 0xFF60, 2}, {0x1F300, 0x1FAFF, 2}, {0x20000, 0x3FFFD, 2},
    };
    for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
        if (character >= ranges[i].from && character <= ranges[i].to)
            return ranges[i].columns;
    return 1;
}

static void put_blanks(cli_page *page, size_t count)
{
    for (size_t i = 0; i < count; i++)
        jaccuse_stream_write(page->out, " ", 1);
}

/* Writes the word that was held back, on the next line where it has no room on this one. */
static void flush_word(cli_page *page)
{
    if (page->word_length == 0)
        return;
    size_t needed = page->column + page->blank + page->word_columns;
    if (page->width && page->column > page->hang && needed > page->width) {
        jaccuse_stream_write(page->out, "\n", 1);
        put_blanks(page, page->hang);
        page->column = page->hang;
        page->blank = false;
    }
    put_blanks(page, page->blank);
    jaccuse_stream_write(page->out, page->word, page->word_length);
    page->column += page->blank + page->word_columns;
    page->word_length = page->word_columns = 0;
    page->blank = false;
}

static void hold(cli_page *page, const char *bytes, size_t length, size_t columns)
{
    if (page->word_length + length > sizeof page->word)
        flush_word(page);
    memcpy(page->word + page->word_length, bytes, length);
    page->word_length += length;
    page->word_columns += columns;
}

void cli_begin(cli_page *page, size_t indent, size_t hang)
{
    put_blanks(page, indent);
    page->column = indent;
    page->hang = hang;
}

/* Controls, and bytes that begin no character, become "?". The text ends in NUL somewhere. */
static void put_bytes(cli_page *page, const char *text, size_t length)
{
    for (size_t i = 0, step; i < length; i += step) {
        bool stray = (unsigned char)text[i] >= 0x80 && (unsigned char)text[i] < 0xC2;
        size_t control = stray ? 1 : cli_control_length(text + i);
        if (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
            flush_word(page);
            page->blank = page->column > 0;
            step = 1;
        } else if (control) {
            hold(page, "?", 1, 1);
            step = control < length - i ? control : length - i;
        } else {
            unsigned long character = decode(text + i, length - i, &step);
            hold(page, text + i, step, columns_of(character));
        }
    }
}

void cli_put(cli_page *page, cli_style style, const char *text, size_t length)
{
    static const char *const codes[] = {
        [CLI_PLAIN] = "",
        [CLI_BOLD] = "\033[1m",
        [CLI_FAINT] = "\033[2m",
        [CLI_ACCUSES] = "\033[1;31m",
        [CLI_DENIES] = "\033[1;34m",
    };
    bool styled = page->colour && style != CLI_PLAIN && length > 0;
    if (styled)
        hold(page, codes[style], strlen(codes[style]), 0);
    put_bytes(page, text, length);
    if (styled)
        hold(page, "\033[0m", 4, 0);
}

void cli_say(cli_page *page, cli_style style, const char *text)
{
    cli_put(page, style, text, strlen(text));
}

void cli_end(cli_page *page)
{
    flush_word(page);
    jaccuse_stream_write(page->out, "\n", 1);
    page->column = 0;
    page->blank = false;
}
