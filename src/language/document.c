/* Paragraphs: the text is cut at line ends, unless its lines were broken at a fixed width; then
 * only empty lines part paragraphs. */
#include "language/document.h"

#include <string.h>

static const size_t NARROW = 50, WIDE = 100; /* bytes of a line that was broken by width */

/* The line that starts at `at`, without its end. */
static jaccuse_span line_at(ja_slice text, size_t at)
{
    const char *end = memchr(text.at + at, '\n', text.length - at);
    return (jaccuse_span){at, end ? (size_t)(end - text.at) : text.length};
}

static bool is_blank(ja_slice text, jaccuse_span line)
{
    return ja_trim((ja_slice){text.at + line.begin, line.end - line.begin}).length == 0;
}

/* Most lines that another line follows at once are about as long as a typewriter's. */
static bool has_broken_lines(ja_slice text)
{
    size_t followed = 0, broken = 0;
    for (size_t at = 0; at < text.length;) {
        jaccuse_span line = line_at(text, at);
        at = line.end + 1;
        if (at >= text.length || is_blank(text, line) || is_blank(text, line_at(text, at)))
            continue;
        size_t width = line.end - line.begin;
        if (width > WIDE * 2)
            return false;
        followed++;
        broken += width >= NARROW && width <= WIDE;
    }
    return followed >= 3 && broken * 10 >= followed * 7;
}

static jaccuse_span paragraph_at(ja_slice text, size_t at, bool broken_lines)
{
    jaccuse_span paragraph = line_at(text, at);
    while (broken_lines && paragraph.end + 1 < text.length) {
        jaccuse_span next = line_at(text, paragraph.end + 1);
        if (is_blank(text, next))
            break;
        paragraph.end = next.end;
    }
    return paragraph;
}

static void add_paragraph(ja_arena *arena, ja_document *document, jaccuse_span span, size_t number,
                          bool title)
{
    size_t first = document->token_count;
    ja_tokenize(arena, document, span);
    ja_find_quotes(arena, document, first);
    ja_split_sentences(arena, document, first, number, title);
}

ja_document *ja_segment(ja_arena *arena, const ja_language *language, ja_slice text,
                        jaccuse_span title)
{
    ja_document *document = JA_NEW(arena, ja_document);
    document->language = language;
    document->text = text;
    bool broken_lines = has_broken_lines(text);
    size_t number = 0, at = 0;
    if (title.end > title.begin) {
        add_paragraph(arena, document, title, number++, true);
        at = title.end;
    }
    while (at < text.length) {
        jaccuse_span paragraph = paragraph_at(text, at, broken_lines);
        if (!is_blank(text, paragraph))
            add_paragraph(arena, document, paragraph, number++, false);
        at = paragraph.end + 1;
    }
    return document;
}

static bool overlap(jaccuse_span a, jaccuse_span b)
{
    return a.begin < b.end && b.begin < a.end;
}

static bool is_within(jaccuse_span inner, jaccuse_span outer)
{
    return outer.begin <= inner.begin && inner.begin < inner.end && inner.end <= outer.end;
}

/* The words of one sentence. */
static const char *check_sentence_words(const ja_document *document, const ja_sentence *sentence)
{
    size_t end = sentence->at.begin, last = sentence->first_word + sentence->word_count;
    for (size_t i = sentence->first_word, range_end = i; i < last; i++) {
        const ja_word *word = &document->words[i];
        if (word->token < sentence->first || word->token >= sentence->first + sentence->count)
            return "a word comes from a token of another sentence";
        if (!is_within(word->at, sentence->at) ||
            !overlap(word->at, document->tokens[word->token].at))
            return "a word stands outside of its token";
        ja_slice printed = {document->text.at + word->at.begin, word->at.end - word->at.begin};
        bool starts = i >= range_end, whole = starts && !word->range;
        if (starts ? word->at.begin < end : word->range || word->at.end != end)
            return "words are not in order";
        if (!word->form.length || !ja_equal(whole ? word->form : printed, printed))
            return "a word is not what is printed";
        if (word->range &&
            (word->range < 2 || word->range > last - i || !ja_equal(word->printed, printed)))
            return "a multiword token is not sound";
        if (starts)
            range_end = i + word->range;
        end = word->at.end;
    }
    return NULL;
}

static const char *check_words(const ja_document *document)
{
    size_t next = 0;
    for (size_t i = 0; i < document->sentence_count; i++) {
        const ja_sentence *sentence = &document->sentences[i];
        if (sentence->first_word != next || sentence->word_count == 0)
            return "the words of sentences do not follow each other";
        next += sentence->word_count;
        if (next > document->word_count)
            return "a sentence has more words than there are";
        const char *fault = check_sentence_words(document, sentence);
        if (fault)
            return fault;
    }
    return next == document->word_count ? NULL : "words are left without a sentence";
}

static const char *check_tokens(const ja_document *document)
{
    size_t end = 0;
    for (size_t i = 0; i < document->token_count; i++) {
        const ja_token *token = &document->tokens[i];
        if (token->at.begin < end || token->at.end <= token->at.begin)
            return "tokens are not in order";
        if (token->at.end > document->text.length)
            return "a token ends outside of the text";
        if (token->quote != JA_NO_QUOTE && token->quote >= document->quote_count)
            return "a token stands in a quotation that is not there";
        end = token->at.end;
    }
    return NULL;
}

static const char *check_sentences(const ja_document *document)
{
    size_t next = 0;
    for (size_t i = 0; i < document->sentence_count; i++) {
        const ja_sentence *sentence = &document->sentences[i];
        if (sentence->first != next || sentence->count == 0)
            return "sentences do not follow each other";
        next += sentence->count;
        if (next > document->token_count)
            return "a sentence has more tokens than there are";
        if (sentence->at.begin != document->tokens[sentence->first].at.begin ||
            sentence->at.end != document->tokens[next - 1].at.end)
            return "a sentence does not span its tokens";
    }
    return next == document->token_count ? NULL : "tokens are left without a sentence";
}

const char *ja_document_check(const ja_document *document)
{
    const char *fault = check_tokens(document);
    if (!fault)
        fault = check_sentences(document);
    for (size_t i = 0; i < document->quote_count && !fault; i++) {
        const ja_quote *quote = &document->quotes[i];
        if (quote->count == 0 || quote->first + quote->count > document->token_count)
            fault = "a quotation has more tokens than there are";
    }
    return fault || !document->word_count ? fault : check_words(document);
}
