/* The document stays sound whatever the text is: ja_document_check on hostile texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "language/document.h"

static void expect_sound(ja_arena *arena, const char *code, ja_slice text, jaccuse_span title,
                         ja_document **out)
{
    ja_document *document = ja_segment(arena, ja_language_of(code), text, title);
    ja_split_words(arena, document);
    const char *fault = ja_document_check(document);
    if (fault)
        fail_msg("%s: %.*s", fault, (int)(text.length > 500 ? 500 : text.length), text.at);
    for (size_t i = 0; i < document->token_count; i++) {
        ja_token *token = &document->tokens[i];
        assert_ptr_equal(token->form.at, text.at + token->at.begin);
        assert_int_equal(token->form.length, token->at.end - token->at.begin);
        assert_true(ja_is_utf8(token->form)); /* no token cuts a character */
    }
    if (out)
        *out = document;
}

/* A fixed sequence (xorshift): the same texts in every run. */
static uint64_t next_random(uint64_t *seed)
{
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    return *seed;
}

static void test_random_bytes(void **state)
{
    (void)state;
    uint64_t seed = 20240607;
    for (int round = 0; round < 2000; round++) {
        ja_arena arena;
        ja_arena_init(&arena);
        char bytes[400];
        size_t length = next_random(&seed) % sizeof bytes;
        for (size_t i = 0; i < length; i++)
            bytes[i] = (char)(next_random(&seed) >> 32);
        ja_slice text = ja_clean_utf8(&arena, (ja_slice){bytes, length});
        assert_true(ja_is_utf8(text));
        expect_sound(&arena, round % 2 ? "fr" : "en", text, (jaccuse_span){0, 0}, NULL);
        ja_arena_clear(&arena);
    }
}

/* The same with pieces that mean something to the segmenter. */
static void test_random_pieces(void **state)
{
    static const char *const PIECES[] = {
        " ",          " ",
        "\n",         "\n\n",
        "\r\n",       ".",
        "...",        "…",
        "!",          "?",
        ",",          "-",
        "--",         "— ",
        "«",          "»",
        "“",          "”",
        "\"",         "‘",
        "’",          "'",
        "l’",         "d'",
        "a",          "B",
        "é",          "É.",
        "U.S.",       "M.",
        "No.",        "5",
        "1,0",        "-t-il",
        "n't",        "'s",
        "qu’",        "aujourd'hui",
        "http://",    "www.",
        "AT&T",       "&",
        "_",          "\xCC\x81",
        "\xC2\xA0",   "\xF0\x9F\x98\x80",
        "\U0001F3FD", "\U0001F1EB",
        "\uFE0F",     "des ",
        "(e)",        "s'",
        "etc.",       "cannot",
        "PARIS",      " — ",
        "20h30",      "J.-P.",
        "@x",         "\xE2\x80\x8D",
        "中",         "(",
        ")",
    };
    (void)state;
    uint64_t seed = 42;
    for (int round = 0; round < 4000; round++) {
        ja_arena arena;
        ja_arena_init(&arena);
        ja_buffer text;
        ja_buffer_init(&text, 100000);
        ja_buffer_add_string(&text, "");
        for (size_t i = next_random(&seed) % 120; i > 0; i--)
            ja_buffer_add_string(&text,
                                 PIECES[next_random(&seed) % (sizeof PIECES / sizeof *PIECES)]);
        const char *end = strchr(text.at, '\n');
        jaccuse_span title = {0, round % 3 && end ? (size_t)(end - text.at) : 0};
        expect_sound(&arena, round % 2 ? "fr" : "en", (ja_slice){text.at, text.length}, title,
                     NULL);
        ja_buffer_clear(&text);
        ja_arena_clear(&arena);
    }
}

/* `count` times the unit; to be freed. */
static char *repeat(const char *unit, size_t count)
{
    size_t size = strlen(unit);
    char *text = malloc(size * count + 1);
    assert_non_null(text);
    for (size_t i = 0; i < count; i++)
        memcpy(text + i * size, unit, size);
    text[size * count] = '\0';
    return text;
}

static void expect_counts(const char *unit, size_t count, size_t tokens, size_t quotes)
{
    const char *codes[] = {"en", "fr"};
    char *text = repeat(unit, count);
    for (size_t i = 0; i < 2; i++) {
        ja_arena arena;
        ja_document *document;
        ja_arena_init(&arena);
        expect_sound(&arena, codes[i], ja_slice_of(text), (jaccuse_span){0, 0}, &document);
        assert_int_equal(document->token_count, tokens);
        assert_int_equal(document->quote_count, quotes);
        ja_arena_clear(&arena);
    }
    free(text);
}

static void test_long_tokens(void **state)
{
    (void)state;
    expect_counts("a", 2000000, 1, 0);
    expect_counts("x'", 500000, 2, 0); /* one word and a last apostrophe */
    expect_counts("é-", 500000, 2, 0);
    expect_counts("1", 500000, 1, 0);
    expect_counts("a.", 500000, 2, 0);
    expect_counts("_", 500000, 1, 0);
    expect_counts("\xCC\x81", 500000, 1, 0);
}

static void test_many_marks(void **state)
{
    (void)state;
    expect_counts(".", 100000, 1, 0);
    expect_counts(". ", 100000, 100000, 0);
    expect_counts("…", 100000, 100000, 0);
    expect_counts("! ", 100000, 100000, 0);
    expect_counts("« ", 100000, 100000, 1);
    expect_counts("“", 100000, 100000, 1);
    expect_counts("‘", 100000, 50000, 1);
    expect_counts("\"", 100000, 100000, 50000);
    expect_counts("«»", 50000, 100000, 50000);
    expect_counts("’", 100000, 50000, 0); /* two are one mark */
    expect_counts("\n", 100000, 0, 0);
    expect_counts("a\n", 100000, 100000, 0);
    expect_counts(") ", 100000, 100000, 0);
}

/* Each fault that the check knows is told. */
static void test_check_tells(void **state)
{
    (void)state;
    ja_arena arena;
    ja_document *document;
    ja_arena_init(&arena);
    expect_sound(&arena, "en", JA_SLICE("He said “no” twice. She left."), (jaccuse_span){0, 0},
                 &document);
    ja_document sound = *document;
    ja_token token = document->tokens[1];
    document->tokens[1].at.begin = 0;
    assert_non_null(ja_document_check(document));
    document->tokens[1] = token;
    document->tokens[1].quote = 5;
    assert_non_null(ja_document_check(document));
    document->tokens[1] = token;
    document->text.length = 10;
    assert_non_null(ja_document_check(document));
    *document = sound;
    document->sentence_count--;
    assert_non_null(ja_document_check(document));
    *document = sound;
    document->sentences[0].at.end++;
    assert_non_null(ja_document_check(document));
    document->sentences[0].at.end--;
    document->quotes[0].count = 100;
    assert_non_null(ja_document_check(document));
    document->quotes[0].count = 3;
    assert_null(ja_document_check(document));
    ja_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_random_bytes), cmocka_unit_test(test_random_pieces),
        cmocka_unit_test(test_long_tokens),  cmocka_unit_test(test_many_marks),
        cmocka_unit_test(test_check_tells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
