/* Words from tokens. A token is one word, unless the language's table of contractions gives its
 * parts ("du": "de" "le"), or a clitic stands close behind it ("do" "n't"): either makes a
 * multiword token. */
#include <string.h>

#include "language/document.h"

typedef struct splitter {
    ja_arena *arena;
    ja_document *document;
    size_t token; /* the one that words are made of */
} splitter;

static void add_word(splitter *work, ja_word word)
{
    ja_document *document = work->document;
    word.token = work->token;
    JA_PUSH(work->arena, document->words, document->word_count, document->word_capacity, word);
}

/* What `token` stands for where it is a contraction, or an empty slice. */
static ja_slice contraction_parts(const ja_document *document, const ja_token *token)
{
    const size_t *index = ja_map_get(&document->language->fused, token->lower);
    return index ? document->language->fused_parts[*index] : (ja_slice){NULL, 0};
}

/* The parts are as the table has them, or, where they are just its pieces, as they are printed. */
static void add_contraction(splitter *work, const ja_token *token, ja_slice parts)
{
    ja_slice part;
    size_t printed = 0, count = 0, first = work->document->word_count, letters = 0;
    for (ja_slice rest = parts; ja_next_field(&rest, ' ', &part); count++)
        letters += part.length;
    for (ja_slice rest = parts; ja_next_field(&rest, ' ', &part);) {
        bool piece = letters == token->form.length && letters == token->lower.length;
        ja_slice form = piece ? (ja_slice){token->form.at + printed, part.length} : part;
        add_word(work, (ja_word){.at = token->at, .form = form});
        printed += part.length;
    }
    ja_word *words = work->document->words;
    words[first].range = (uint32_t)count;
    words[first].printed = token->form;
    words[first + count - 1].space_after = token->space_after;
}

static bool ends_in_s(const ja_token *token)
{
    return ja_ends_with(token->lower, JA_SLICE("s"));
}

/* The token belongs to the one before it: "'s", "n't", or the apostrophe of "workers'". */
static bool is_clitic(const ja_document *document, const ja_sentence *sentence, size_t token)
{
    const ja_token *before = &document->tokens[token - 1], *clitic = before + 1;
    if (token == sentence->first || before->space_after || !before->word)
        return false;
    return ja_map_get(&document->language->clitics, clitic->lower) ||
           (ja_equal(clitic->lower, JA_SLICE("'")) && ends_in_s(before) &&
            ja_map_get(&document->language->clitics, JA_SLICE("'s")));
}

/* The tokens [first, end) make one multiword token: host and clitics. */
static void add_group(splitter *work, size_t first, size_t end)
{
    const ja_document *document = work->document;
    const ja_token *tokens = document->tokens;
    jaccuse_span at = {tokens[first].at.begin, tokens[end - 1].at.end};
    for (size_t i = first; i < end; i++) {
        ja_word word = {.at = at, .form = tokens[i].form};
        if (i == first) {
            word.range = (uint32_t)(end - first);
            word.printed = (ja_slice){document->text.at + at.begin, at.end - at.begin};
        }
        word.space_after = i + 1 == end && tokens[i].space_after;
        work->token = i;
        add_word(work, word);
    }
}

/* Adds the words that start with work->token; gives the token behind them. */
static size_t add_words(splitter *work, const ja_sentence *sentence)
{
    const ja_document *document = work->document;
    const ja_token *token = &document->tokens[work->token];
    size_t end = work->token + 1;
    while (end < sentence->first + sentence->count && is_clitic(document, sentence, end))
        end++;
    ja_slice parts = contraction_parts(document, token);
    if (end > work->token + 1)
        add_group(work, work->token, end);
    else if (parts.length)
        add_contraction(work, token, parts);
    else
        add_word(
            work,
            (ja_word){.at = token->at, .form = token->form, .space_after = token->space_after});
    return end;
}

void ja_split_words(ja_arena *arena, ja_document *document)
{
    splitter work = {.arena = arena, .document = document};
    for (size_t i = 0; i < document->sentence_count; i++) {
        ja_sentence *sentence = &document->sentences[i];
        sentence->first_word = document->word_count;
        for (size_t token = sentence->first; token < sentence->first + sentence->count;) {
            work.token = token;
            token = add_words(&work, sentence);
        }
        sentence->word_count = document->word_count - sentence->first_word;
    }
}
