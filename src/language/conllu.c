/* Reading and writing CoNLL-U. */
#include "language/conllu.h"

#include <string.h>

#include "base/error.h"

enum { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC, COLUMNS };

const char *const ja_upos_names[JA_UPOS_COUNT] = {
#define NAME(name) #name,
    JA_UPOS_LIST(NAME)
#undef NAME
};

void ja_conllu_init(ja_conllu *reader, ja_slice text)
{
    *reader = (ja_conllu){.rest = ja_without_mark(text)};
}

static bool next_line(ja_conllu *reader, ja_slice *line)
{
    if (!ja_next_field(&reader->rest, '\n', line))
        return false;
    reader->line++;
    if (line->length && line->at[line->length - 1] == '\r')
        line->length--;
    return true;
}

/* A number without sign, of at most six digits; moves *text behind it. */
static bool take_number(ja_slice *text, uint32_t *out)
{
    size_t digits = 0;
    *out = 0;
    for (; digits < text->length && ja_is_digit_byte(text->at[digits]); digits++) {
        if (digits == 6)
            return false;
        *out = *out * 10 + (uint32_t)(text->at[digits] - '0');
    }
    *text = (ja_slice){text->at + digits, text->length - digits};
    return digits > 0;
}

static bool is_unknown(ja_slice column)
{
    return ja_equal(column, JA_SLICE("_"));
}

static bool split_columns(ja_slice line, ja_slice column[COLUMNS])
{
    const char *end = line.at + line.length;
    size_t count = 0;
    ja_slice field;
    while (count < COLUMNS && ja_next_field(&line, '\t', &field))
        column[count++] = field;
    bool filled = count == COLUMNS && column[ID].length && column[FORM].length;
    return filled && column[MISC].at + column[MISC].length == end;
}

static bool has_no_space(ja_slice misc)
{
    ja_slice part;
    while (ja_next_field(&misc, '|', &part))
        if (ja_equal(part, JA_SLICE("SpaceAfter=No")))
            return true;
    return false;
}

/* The multiword token that the words being read belong to. */
typedef struct open_range {
    uint32_t first, last; /* numbers of words; last 0: none is open */
    ja_slice printed;
    bool space_after;
} open_range;

static const char *read_range(ja_slice column[COLUMNS], ja_slice id, size_t count,
                              open_range *range)
{
    id = (ja_slice){id.at + 1, id.length - 1};
    if (range->last > count)
        return "a multiword token stands in another";
    if (!take_number(&id, &range->last) || id.length || range->first != count + 1 ||
        range->last < range->first)
        return "the multiword token has a bad number";
    range->printed = column[FORM];
    range->space_after = !has_no_space(column[MISC]);
    return NULL;
}

static ja_upos upos_of(ja_slice name)
{
    unsigned upos = ja_index_of(ja_upos_names, JA_UPOS_COUNT, name);
    return upos < JA_UPOS_COUNT ? (ja_upos)upos : JA_UPOS_X;
}

static const char *read_word(ja_arena *arena, ja_slice column[COLUMNS], open_range *range,
                             size_t number, ja_word *word)
{
    *word = (ja_word){.form = column[FORM], .lemma = column[LEMMA]};
    word->space_after = !has_no_space(column[MISC]);
    if (number <= range->last) {
        word->space_after = number == range->last && range->space_after;
        if (number == range->first) {
            word->range = range->last - range->first + 1;
            word->printed = range->printed;
        }
    }
    word->upos = upos_of(column[UPOS]);
    word->features = ja_copy(arena, column[FEATS].at, column[FEATS].length);
    ja_slice head = column[HEAD];
    if (!is_unknown(head) && (!take_number(&head, &word->head) || head.length))
        return "the head is no number";
    if (!is_unknown(column[DEPREL]))
        word->deprel = ja_copy(arena, column[DEPREL].at, column[DEPREL].length);
    return NULL;
}

typedef struct sentence_reader {
    ja_arena *arena;
    ja_conllu_sentence *sentence;
    size_t capacity;
    open_range range;
} sentence_reader;

/* NULL, or what is wrong with the line. */
static const char *read_line(sentence_reader *work, ja_slice line)
{
    ja_slice column[COLUMNS];
    ja_conllu_sentence *sentence = work->sentence;
    uint32_t number;
    if (!split_columns(line, column))
        return "a word must have ten columns, divided by tabs";
    ja_slice id = column[ID];
    if (!take_number(&id, &number))
        return "the line does not start with a number";
    if (id.length && id.at[0] == '.')
        return NULL; /* an empty node */
    if (id.length && id.at[0] == '-') {
        work->range.first = number;
        return read_range(column, id, sentence->count, &work->range);
    }
    if (id.length || number != sentence->count + 1)
        return "the words are not numbered in order";
    ja_word word;
    const char *fault = read_word(work->arena, column, &work->range, number, &word);
    if (!fault)
        JA_PUSH(work->arena, sentence->words, sentence->count, work->capacity, word);
    return fault;
}

static const char *check_heads(const ja_conllu_sentence *sentence, const open_range *range)
{
    if (range->last > sentence->count)
        return "the last multiword token lacks words";
    for (size_t i = 0; i < sentence->count; i++)
        if (sentence->words[i].head > sentence->count)
            return "a head is no word of the sentence";
    return NULL;
}

jaccuse_status ja_conllu_next(ja_conllu *reader, ja_arena *arena, ja_conllu_sentence *out,
                              jaccuse_error *error)
{
    *out = (ja_conllu_sentence){{NULL, 0}, NULL, 0, 0};
    sentence_reader work = {.arena = arena, .sentence = out};
    const char *fault = NULL;
    size_t fault_line = 0;
    ja_slice line;
    while (next_line(reader, &line) && (line.length || !out->line)) {
        if (line.length && line.at[0] == '#' && !out->line) {
            if (!out->comments.at)
                out->comments.at = line.at;
            out->comments.length = (size_t)(line.at + line.length - out->comments.at);
        } else if (line.length && line.at[0] != '#' && !fault) {
            out->line = out->line ? out->line : reader->line;
            fault = read_line(&work, line);
            fault_line = reader->line;
        }
    }
    if (!fault && out->line) {
        fault = out->count ? check_heads(out, &work.range) : "the sentence has no words";
        fault_line = out->line;
    }
    if (fault)
        return ja_fail_at(error, JACCUSE_ERROR_FORMAT, NULL, fault_line, "%s", fault);
    return out->count ? JACCUSE_OK : JACCUSE_END;
}

static void add_misc(ja_buffer *out, const ja_word *word, bool space_after, bool offsets)
{
    const char *divider = "";
    if (offsets) {
        ja_buffer_printf(out, "start_char=%zu|end_char=%zu", word->at.begin, word->at.end);
        divider = "|";
    }
    if (!space_after)
        ja_buffer_printf(out, "%sSpaceAfter=No", divider);
    else if (!offsets)
        ja_buffer_add_string(out, "_");
    ja_buffer_add_string(out, "\n");
}

static void add_range(ja_buffer *out, const ja_word *words, size_t first, bool offsets)
{
    const ja_word *word = &words[first];
    ja_buffer_printf(out, "%zu-%zu\t", first + 1, first + word->range);
    ja_buffer_add_slice(out, word->printed);
    ja_buffer_add_string(out, "\t_\t_\t_\t_\t_\t_\t_\t");
    add_misc(out, word, words[first + word->range - 1].space_after, offsets);
}

static void add_word(ja_buffer *out, const ja_word *word, size_t number, bool in_range,
                     bool offsets)
{
    ja_buffer_printf(out, "%zu\t", number);
    ja_buffer_add_slice(out, word->form);
    ja_buffer_add_string(out, "\t");
    ja_buffer_add_slice(out, word->lemma.length ? word->lemma : JA_SLICE("_"));
    ja_buffer_printf(out, "\t%s\t_\t%s\t", word->deprel ? ja_upos_names[word->upos] : "_",
                     word->features ? word->features : "_");
    if (word->deprel)
        ja_buffer_printf(out, "%u\t%s\t_\t", word->head, word->deprel);
    else
        ja_buffer_add_string(out, "_\t_\t_\t");
    add_misc(out, word, in_range || word->space_after, offsets && !in_range);
}

void ja_conllu_write(ja_buffer *out, ja_slice comments, const ja_word *words, size_t count,
                     bool offsets)
{
    ja_buffer_add_slice(out, comments);
    if (comments.length && comments.at[comments.length - 1] != '\n')
        ja_buffer_add_string(out, "\n");
    size_t range_end = 0;
    for (size_t i = 0; i < count; i++) {
        if (words[i].range) {
            add_range(out, words, i, offsets);
            range_end = i + words[i].range;
        }
        add_word(out, &words[i], i + 1, i < range_end, offsets);
    }
    ja_buffer_add_string(out, "\n");
}

ja_slice ja_conllu_comment(ja_slice comments, ja_slice name)
{
    ja_slice line;
    while (ja_next_field(&comments, '\n', &line)) {
        ja_slice left;
        if (!line.length || line.at[0] != '#')
            continue;
        line = (ja_slice){line.at + 1, line.length - 1};
        if (ja_next_field(&line, '=', &left) && ja_equal(ja_trim(left), name))
            return ja_trim(line);
    }
    return (ja_slice){NULL, 0};
}
