/* The record: printed, read back, refused, and what follows from it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/unicode.h"
#include "claim/record.h"

/* Everything that a record can hold, in the bytes that the README promises. */
static const char VALID[] =
    "{\"jaccuse\": 1, "
    "\"article\": {\"id\": \"a1\", \"lang\": \"en\", \"title\": \"Spy row\", "
    "\"outlet\": \"Le Monde\", \"url\": \"https://example.org/1\", \"date\": \"2024-05-31\", "
    "\"path\": \"a1.txt\", \"fingerprint\": \"00112233445566778899aabbccddeeff\"}, "
    "\"actors\": ["
    "{\"id\": \"france\", \"name\": \"France\", \"aliases\": [\"Paris\", \"l’État "
    "\\\"français\\\"\"], "
    "\"kind\": \"state\", \"of\": null, \"mentions\": [[0, 6], [40, 45]]}, "
    "{\"id\": \"embassy\", \"name\": \"Chinese embassy\", \"aliases\": [], "
    "\"kind\": \"government\", \"of\": \"china\", \"mentions\": [[15, 30]]}, "
    "{\"id\": \"china\", \"name\": \"China\", \"aliases\": [], \"kind\": \"state\", \"of\": null, "
    "\"mentions\": []}], "
    "\"claims\": ["
    "{\"id\": \"c1\", \"act\": \"accuse\", \"by\": [\"france\"], \"against\": [\"embassy\"], "
    "\"via\": [\"china\"], \"cue\": [7, 14], \"charge\": {\"text\": \"spying\", \"at\": [34, 40]}, "
    "\"evidence\": {\"text\": \"France accuses it of spying.\", \"at\": [0, 41]}, "
    "\"certainty\": \"alleged\", \"confidence\": 0.93}, "
    "{\"id\": \"c2\", \"act\": \"deny\", \"by\": [\"embassy\"], \"answers\": [\"c1\"], "
    "\"cue\": [50, 56], \"charge\": null, \"evidence\": {\"text\": \"It denies.\", \"at\": [47, "
    "57]}, "
    "\"certainty\": \"asserted\", \"confidence\": 0.5}, "
    "{\"id\": \"c3\", \"act\": \"decline\", \"by\": [], \"cue\": [60, 68], \"charge\": null, "
    "\"evidence\": {\"text\": \"No comment.\", \"at\": [58, 69]}, \"certainty\": \"suspected\", "
    "\"confidence\": 1}], "
    "\"triples\": [{\"accuser\": \"france\", \"accused\": \"embassy\", \"denier\": \"embassy\", "
    "\"accusation\": \"c1\", \"denial\": \"c2\"}]}\n";

/* Parses a copy that ends where the text ends, so that a byte too far is seen. */
static jaccuse_status parse_bytes(jaccuse_record **out, const char *json, size_t length,
                                  jaccuse_error *error)
{
    char *exact = malloc(length ? length : 1);
    assert_non_null(exact);
    memcpy(exact, json, length);
    memset(error, 0, sizeof *error);
    jaccuse_status status = jaccuse_record_parse(out, exact, length, error);
    free(exact);
    return status;
}

static jaccuse_record *parse(const char *json)
{
    jaccuse_record *record;
    jaccuse_error error;
    if (parse_bytes(&record, json, strlen(json), &error) != JACCUSE_OK)
        fail_msg("%s: %s", error.message, json);
    return record;
}

static char *print(const jaccuse_record *record)
{
    char *line;
    size_t length;
    jaccuse_error error;
    assert_int_equal(jaccuse_record_print(&line, &length, record, &error), JACCUSE_OK);
    assert_int_equal(length, strlen(line));
    return line;
}

/* VALID with the first `find` replaced; to be freed. */
static char *changed(const char *find, const char *replacement)
{
    const char *place = strstr(VALID, find);
    if (!place)
        fail_msg("not in the record: %s", find);
    size_t before = (size_t)(place - VALID);
    size_t size = sizeof VALID + strlen(replacement);
    char *out = malloc(size);
    assert_non_null(out);
    snprintf(out, size, "%.*s%s%s", (int)before, VALID, replacement, place + strlen(find));
    return out;
}

static void expect_refused(const char *json, const char *message)
{
    jaccuse_record *record;
    jaccuse_error error;
    jaccuse_status status = parse_bytes(&record, json, strlen(json), &error);
    if (status == JACCUSE_OK)
        fail_msg("not refused: %s", json);
    assert_int_equal(status, JACCUSE_ERROR_FORMAT);
    assert_int_equal(error.code, JACCUSE_ERROR_FORMAT);
    assert_null(record);
    if (!strstr(error.message, message))
        fail_msg("\"%s\" does not say \"%s\": %s", error.message, message, json);
}

/* ---- the same bytes ---- */

static void printed_read_and_printed_again(void **state)
{
    (void)state;
    jaccuse_record *record = parse(VALID);
    char *line = print(record);
    assert_string_equal(line, VALID);
    jaccuse_record_free(record);
    record = parse(line);
    char *again = print(record);
    assert_string_equal(again, line);
    jaccuse_record_free(record);
    free(line);
    free(again);
}

static void what_was_read(void **state)
{
    (void)state;
    jaccuse_record *record = parse(VALID);
    assert_string_equal(record->article_id, "a1");
    assert_string_equal(record->date, "2024-05-31");
    assert_int_equal(record->actor_count, 3);
    assert_string_equal(record->actors[0].aliases[1], "l’État \"français\"");
    assert_int_equal(record->actors[0].of, JACCUSE_NONE);
    assert_int_equal(record->actors[0].mentions[1].begin, 40);
    assert_int_equal(record->actors[1].kind, JACCUSE_GOVERNMENT);
    assert_int_equal(record->actors[1].of, 2); /* defined behind it */
    assert_int_equal(record->claim_count, 3);
    const jaccuse_claim *claim = &record->claims[0];
    assert_int_equal(claim->act, JACCUSE_ACCUSE);
    assert_int_equal(claim->by.at[0], 0);
    assert_int_equal(claim->against.at[0], 1);
    assert_int_equal(claim->via.at[0], 2);
    assert_int_equal(claim->cue.begin, 7);
    assert_int_equal(claim->cue.end, 14);
    assert_string_equal(claim->charge, "spying");
    assert_int_equal(claim->charge_at.begin, 34);
    assert_int_equal(claim->evidence_at.end, 41);
    assert_int_equal(claim->certainty, JACCUSE_ALLEGED);
    assert_true(claim->confidence == 0.93);
    assert_int_equal(record->claims[1].answers.at[0], 0);
    assert_null(record->claims[1].charge);
    assert_int_equal(record->claims[2].by.count, 0);
    jaccuse_record_free(record);
}

/* A record made by hand, without an article's particulars. */
static void exact_bytes(void **state)
{
    (void)state;
    static const jaccuse_span mention = {3, 8};
    static const char *aliases[] = {"Beijing"};
    static const size_t first[] = {0};
    static const jaccuse_actor actors[] = {
        {"china", "China", aliases, 1, JACCUSE_STATE, JACCUSE_NONE, &mention, 1}};
    static const jaccuse_claim claims[] = {
        {.id = "c1",
         .act = JACCUSE_ACCUSE,
         .against = {first, 1},
         .cue = {9, 15},
         .evidence = "\tIt \\ \x01 \xC3\xA9\n",
         .evidence_at = {0, 20},
         .certainty = JACCUSE_SUSPECTED,
         .confidence = 0.7},
        {.id = "c2",
         .act = JACCUSE_DENY,
         .by = {first, 1},
         .answers = {first, 1},
         .cue = {25, 31},
         .charge = "it",
         .charge_at = {32, 34},
         .evidence = "No.",
         .evidence_at = {21, 35},
         .certainty = JACCUSE_ASSERTED,
         .confidence = 0.25},
    };
    static const jaccuse_triple triple = {JACCUSE_NONE, 0, 0, 0, 1};
    const jaccuse_record record = {.article_id = "x",
                                   .actors = actors,
                                   .actor_count = 1,
                                   .claims = claims,
                                   .claim_count = 2,
                                   .triples = &triple,
                                   .triple_count = 1};
    char *line = print(&record);
    assert_string_equal(
        line,
        "{\"jaccuse\": 1, \"article\": {\"id\": \"x\", \"lang\": null, \"title\": null, "
        "\"outlet\": null, \"url\": null, \"date\": null, \"path\": null, \"fingerprint\": null}, "
        "\"actors\": [{\"id\": \"china\", \"name\": \"China\", \"aliases\": [\"Beijing\"], "
        "\"kind\": \"state\", \"of\": null, \"mentions\": [[3, 8]]}], "
        "\"claims\": [{\"id\": \"c1\", \"act\": \"accuse\", \"by\": [], \"against\": [\"china\"], "
        "\"via\": [], \"cue\": [9, 15], \"charge\": null, "
        "\"evidence\": {\"text\": \"\\tIt \\\\ \\u0001 \xC3\xA9\\n\", \"at\": [0, 20]}, "
        "\"certainty\": \"suspected\", \"confidence\": 0.7}, "
        "{\"id\": \"c2\", \"act\": \"deny\", \"by\": [\"china\"], \"answers\": [\"c1\"], "
        "\"cue\": [25, 31], \"charge\": {\"text\": \"it\", \"at\": [32, 34]}, "
        "\"evidence\": {\"text\": \"No.\", \"at\": [21, 35]}, "
        "\"certainty\": \"asserted\", \"confidence\": 0.25}], "
        "\"triples\": [{\"accuser\": null, \"accused\": \"china\", \"denier\": \"china\", "
        "\"accusation\": \"c1\", \"denial\": \"c2\"}]}\n");
    free(line);
}

static void nothing_in_it(void **state)
{
    (void)state;
    jaccuse_record *record =
        parse("{\"jaccuse\": 1, \"article\": {\"id\": \"x\"}, \"actors\": [], \"claims\": []}");
    assert_null(record->language);
    assert_null(record->fingerprint);
    assert_int_equal(record->triple_count, 0);
    char *line = print(record);
    assert_string_equal(line, "{\"jaccuse\": 1, \"article\": {\"id\": \"x\", \"lang\": null, "
                              "\"title\": null, \"outlet\": null, \"url\": null, \"date\": null, "
                              "\"path\": null, \"fingerprint\": null}, \"actors\": [], "
                              "\"claims\": [], \"triples\": []}\n");
    free(line);
    jaccuse_record_free(record);
}

/* ---- refusals ---- */

typedef struct wrong_record {
    const char *find, *replacement, *message;
} wrong_record;

static const wrong_record WRONG[] = {
    {"\"jaccuse\": 1", "\"jaccuse\": 2", "version 1"},
    {"\"jaccuse\": 1", "\"jaccuse\": 0", "version 1"},
    {"\"jaccuse\": 1", "\"jaccuse\": \"1\"", "version 1"},
    {"\"jaccuse\": 1", "\"jaccuse\": 1.5", "version 1"},
    {"\"jaccuse\": 1", "\"jaccuse\": -1", "version 1"},
    {"\"jaccuse\": 1", "\"jaccuse\": null", "version 1"},
    {"\"jaccuse\": 1, ", "", "version 1"},
    {"\"article\": {\"id\": \"a1\", ", "\"article\": {", "\"id\" is missing"},
    {"\"article\": {\"id\": \"a1\", ", "\"article\": {\"id\": \"\", ", "\"id\" is missing"},
    {"\"by\": [\"france\"]", "\"by\": [\"france\", \"france\"]", "names \"france\" twice"},
    {"\"certainty\": \"alleged\"", "\"certainty\": 5", "\"certainty\" is of the wrong type"},
    {"\"answers\": [\"c1\"]", "\"answers\": [\"c2\"]", "answers what is no accusation"},
    {"\"article\": {\"id\": \"a1\", ", "\"article\": {\"id\": 7, ", "\"id\" is of the wrong type"},
    {"\"article\": {", "\"report\": {", "\"id\" is missing"},
    {"\"actors\": [", "\"people\": [", "\"actors\" is no array"},
    {"\"claims\": [", "\"claimed\": [", "\"claims\" is no array"},
    {"\"claims\": [", "\"claims\": {}, \"old\": [", "\"claims\" is no array"},
    {"{\"id\": \"france\", ", "{", "\"id\" is missing"},
    {"{\"id\": \"france\", ", "{\"id\": \"\", ", "\"id\" is missing"},
    {"{\"id\": \"france\", ", "{\"id\": \"china\", ", "used twice"},
    {"{\"id\": \"c2\", ", "{\"id\": \"c1\", ", "used twice"},
    {"{\"id\": \"c2\", ", "{", "\"id\" is missing"},
    {"\"actors\": [", "\"actors\": [7, ", "\"id\" is missing"},
    {"\"claims\": [", "\"claims\": [null, ", "\"id\" is missing"},
    {"\"name\": \"China\", ", "", "\"name\" is missing"},
    {"\"name\": \"China\", ", "\"name\": \"\", ", "\"name\" is missing"},
    {"\"kind\": \"state\", ", "", "no known kind"},
    {"\"kind\": \"state\", ", "\"kind\": \"planet\", ", "no known kind"},
    {"\"kind\": \"state\", ", "\"kind\": \"State\", ", "no known kind"},
    {"\"kind\": \"state\", ", "\"kind\": 1, ", "no known kind"},
    {"\"of\": \"china\"", "\"of\": \"mars\"", "\"mars\" is not defined"},
    {"\"of\": \"china\"", "\"of\": \"\"", "not defined"},
    {"\"of\": \"china\"", "\"of\": \"c1\"", "not defined"}, /* claims have ids of their own */
    {"[[0, 6]", "[[6, 0]", "span"},
    {"[[0, 6]", "[[0]", "span"},
    {"[[0, 6]", "[[0, 6, 7]", "span"},
    {"[[0, 6]", "[[\"0\", \"6\"]", "span"},
    {"[[0, 6]", "[[-1, 6]", "span"},
    {"[[0, 6]", "[[0.5, 6]", "span"},
    {"[[0, 6]", "[6", "span"},
    {"[[0, 6]", "[[0, 99999999999999999999999]", ""},
    {"\"cue\": [7, 14]", "\"cue\": [14, 7]", "span"},
    {"\"cue\": [7, 14]", "\"cue\": \"7-14\"", "span"},
    {"\"at\": [34, 40]", "\"at\": [40, 34]", "span"},
    {"\"at\": [0, 41]", "\"at\": [null, 41]", "span"},
    {"\"act\": \"accuse\", ", "", "no known act"},
    {"\"act\": \"accuse\", ", "\"act\": \"praise\", ", "no known act"},
    {"\"act\": \"accuse\", ", "\"act\": true, ", "no known act"},
    {"\"by\": [\"france\"]", "\"by\": [\"mars\"]", "\"mars\" is not defined"},
    {"\"by\": [\"france\"]", "\"by\": [0]", "not defined"},
    {"\"by\": [\"france\"]", "\"by\": [null]", "not defined"},
    {"\"against\": [\"embassy\"]", "\"against\": [\"mars\"]", "\"mars\" is not defined"},
    {"\"against\": [\"embassy\"]", "\"against\": []", "accuses nobody"},
    {"\"against\": [\"embassy\"], ", "", "accuses nobody"},
    {"\"via\": [\"china\"]", "\"via\": [\"mars\"]", "\"mars\" is not defined"},
    {"\"answers\": [\"c1\"]", "\"answers\": [\"c9\"]", "\"c9\" is not defined"},
    {"\"answers\": [\"c1\"]", "\"answers\": [\"france\"]", "not defined"},
    {"\"certainty\": \"alleged\"", "\"certainty\": \"sure\"", "no known certainty"},
    {"\"certainty\": \"alleged\"", "\"certainty\": \"\"", "no known certainty"},
    {"\"confidence\": 0.93", "\"confidence\": 1.01", "confidence"},
    {"\"confidence\": 0.93", "\"confidence\": -0.01", "confidence"},
    {"\"confidence\": 0.93", "\"confidence\": 1e400", ""},
    {"\"confidence\": 0.93", "\"confidence\": NaN", ""},
    {"\"id\": \"a1\"", "\"id\": \"a1\", \"id\": \"a2\"", ""}, /* a key twice */
    {"\"id\": \"a1\"", "\"id\": \"a\\u0000\"", ""},
    {"\"id\": \"a1\"", "\"id\": \"\\ud800\"", ""},
    {"\"id\": \"a1\"", "\"id\": \"\xFF\"", ""},
    {"}\n", "}} \n", ""},
    {"}]}\n", "}]}{}\n", ""},
    {"}]}\n", "}],}\n", ""},
};

static void every_refusal(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++) {
        char *json = changed(WRONG[i].find, WRONG[i].replacement);
        expect_refused(json, WRONG[i].message);
        free(json);
    }
}

static void not_an_object(void **state)
{
    (void)state;
    static const char *const texts[] = {"",
                                        " \n",
                                        "null",
                                        "1",
                                        "\"jaccuse\"",
                                        "[]",
                                        "[{}]",
                                        "{}",
                                        "{\"jaccuse\": 1",
                                        "true",
                                        "nonsense",
                                        "{'a':1}",
                                        "\xEF\xBB\xBF"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect_refused(texts[i], "");
}

static void nested_deeply(void **state)
{
    (void)state;
    enum { DEPTH = 100000 };
    char *json = malloc(2 * DEPTH + 64);
    assert_non_null(json);
    size_t used = (size_t)sprintf(json, "{\"jaccuse\": 1, \"article\": ");
    memset(json + used, '[', DEPTH);
    memset(json + used + DEPTH, ']', DEPTH);
    strcpy(json + used + 2 * DEPTH, "}");
    expect_refused(json, "nested deeper");
    free(json);
}

/* All but the newline at the end is needed. */
static void cut_off_at_every_byte(void **state)
{
    (void)state;
    for (size_t length = 0; length + 1 < strlen(VALID); length++) {
        jaccuse_record *record;
        jaccuse_error error;
        jaccuse_status status = parse_bytes(&record, VALID, length, &error);
        if (status != JACCUSE_ERROR_FORMAT)
            fail_msg("status %d for the first %zu bytes", (int)status, length);
        assert_null(record);
        assert_true(error.message[0] != '\0');
    }
}

/* Every byte replaced in turn: refused or read, never broken. */
static void damaged_at_every_byte(void **state)
{
    (void)state;
    static const char damages[] = {'"', '{', ']', ',', '0', '\\', '\xFF', '\n'};
    char *json = strdup(VALID);
    for (size_t i = 0; json[i]; i++) {
        for (size_t k = 0; k < sizeof damages; k++) {
            jaccuse_record *record;
            jaccuse_error error;
            json[i] = damages[k];
            jaccuse_status status = parse_bytes(&record, json, strlen(json), &error);
            assert_true(status == JACCUSE_OK || status == JACCUSE_ERROR_FORMAT);
            jaccuse_record_free(record);
        }
        json[i] = VALID[i];
    }
    free(json);
}

/* What may be left out, and what a later version may add. */
static void what_may_be_missing(void **state)
{
    (void)state;
    static const char *const optional[] = {
        "\"lang\": \"en\", ",           "\"title\": \"Spy row\", ",
        "\"date\": \"2024-05-31\", ",   "\"aliases\": [], ",
        "\"of\": \"china\", ",          "\"via\": [\"china\"], ",
        "\"certainty\": \"alleged\", ", ", \"confidence\": 0.93",
        "\"answers\": [\"c1\"], ",
    };
    for (size_t i = 0; i < sizeof optional / sizeof *optional; i++) {
        char *json = changed(optional[i], "");
        jaccuse_record_free(parse(json));
        free(json);
    }
    char *json = changed("\"jaccuse\": 1", "\"jaccuse\": 1, \"mood\": {\"deep\": [[1]]}");
    jaccuse_record *record = parse(json);
    char *line = print(record);
    assert_string_equal(line, VALID);
    free(line);
    free(json);
    jaccuse_record_free(record);
}

/* ---- triples ---- */

#define ACTOR(id) "{\"id\": \"" id "\", \"name\": \"" id "\", \"kind\": \"person\"}"
#define RECORD(actors, claims)                                                                     \
    "{\"jaccuse\": 1, \"article\": {\"id\": \"x\"}, \"actors\": [" actors                          \
    "], \"claims\": [" claims "], \"triples\": [{\"accuser\": \"a lie\"}]}"

/* "a>x-d" for each triple, in their order, joined by blanks; "?" for nobody. */
static void expect_triples(const char *json, const char *expected)
{
    jaccuse_record *record = parse(json);
    char found[1024] = "";
    for (size_t i = 0; i < record->triple_count; i++) {
        const jaccuse_triple *triple = &record->triples[i];
        size_t used = strlen(found);
        assert_int_equal(record->claims[triple->accusation].act, JACCUSE_ACCUSE);
        assert_int_equal(triple->denier == JACCUSE_NONE, triple->denial == JACCUSE_NONE);
        if (triple->denial != JACCUSE_NONE)
            assert_int_equal(record->claims[triple->denial].act, JACCUSE_DENY);
        snprintf(found + used, sizeof found - used, "%s%s>%s-%s", used ? " " : "",
                 triple->accuser == JACCUSE_NONE ? "?" : record->actors[triple->accuser].id,
                 record->actors[triple->accused].id,
                 triple->denier == JACCUSE_NONE ? "?" : record->actors[triple->denier].id);
    }
    assert_string_equal(found, expected);
    jaccuse_record_free(record);
}

static void triples_are_derived_anew(void **state)
{
    (void)state;
    expect_triples(
        RECORD(ACTOR("a") ", " ACTOR("b") ", " ACTOR("c") ", " ACTOR("x") ", " ACTOR("y"),
               "{\"id\": \"c1\", \"act\": \"accuse\", \"by\": [\"a\", \"b\", \"c\"], "
               "\"against\": [\"x\", \"y\"]}, "
               "{\"id\": \"c2\", \"act\": \"deny\", \"by\": [\"x\"], \"answers\": [\"c1\"]}, "
               "{\"id\": \"c3\", \"act\": \"deny\", \"by\": [\"y\"], \"answers\": [\"c1\"]}"),
        "a>x-x a>x-y a>y-x a>y-y b>x-x b>x-y b>y-x b>y-y c>x-x c>x-y c>y-x c>y-y");
    expect_triples(/* one denial by two */
                   RECORD(ACTOR("a") ", " ACTOR("x") ", " ACTOR("y"),
                          "{\"id\": \"c1\", \"act\": \"accuse\", \"by\": [\"a\"], \"against\": "
                          "[\"x\"]}, "
                          "{\"id\": \"c2\", \"act\": \"deny\", \"by\": [\"x\", \"y\"], "
                          "\"answers\": [\"c1\"]}"),
                   "a>x-x a>x-y");
}

static void triples_without_accuser_or_denier(void **state)
{
    (void)state;
    expect_triples(RECORD(ACTOR("x") ", " ACTOR("y"),
                          "{\"id\": \"c1\", \"act\": \"accuse\", \"against\": [\"x\", \"y\"]}"),
                   "?>x-? ?>y-?");
    expect_triples(RECORD(ACTOR("a") ", " ACTOR("x"),
                          "{\"id\": \"c1\", \"act\": \"accuse\", \"by\": [\"a\"], "
                          "\"against\": [\"x\"]}"),
                   "a>x-?");
    expect_triples(/* a denial that answers nothing, and one that stands before what it answers */
                   RECORD(ACTOR("a") ", " ACTOR("x"),
                          "{\"id\": \"d1\", \"act\": \"deny\", \"by\": [\"a\"], \"answers\": []}, "
                          "{\"id\": \"d2\", \"act\": \"deny\", \"by\": [\"x\"], \"answers\": "
                          "[\"c1\"]}, "
                          "{\"id\": \"c1\", \"act\": \"accuse\", \"against\": [\"x\"]}"),
                   "?>x-x");
    expect_triples(/* who declines to comment denies nothing */
                   RECORD(ACTOR("a") ", " ACTOR("x"), "{\"id\": \"c1\", \"act\": \"accuse\", "
                                                      "\"by\": [\"a\"], \"against\": [\"x\"]}, "
                                                      "{\"id\": \"c2\", \"act\": \"decline\", "
                                                      "\"by\": [\"x\"]}"),
                   "a>x-?");
    expect_triples(RECORD(ACTOR("x"), "{\"id\": \"c1\", \"act\": \"deny\", \"by\": [\"x\"]}"), "");
}

static void one_denial_of_two_accusations(void **state)
{
    (void)state;
    expect_triples(
        RECORD(
            ACTOR("a") ", " ACTOR("b") ", " ACTOR("x"),
            "{\"id\": \"c1\", \"act\": \"accuse\", \"by\": [\"a\"], \"against\": [\"x\"]}, "
            "{\"id\": \"c2\", \"act\": \"accuse\", \"by\": [\"b\"], \"against\": [\"x\"]}, "
            "{\"id\": \"c3\", \"act\": \"accuse\", \"by\": [\"x\"], \"against\": [\"b\"]}, "
            "{\"id\": \"c4\", \"act\": \"deny\", \"by\": [\"x\"], \"answers\": [\"c1\", \"c2\"]}"),
        "a>x-x b>x-x x>b-?");
}

/* ---- strings ---- */

static void expect_clean(const char *string)
{
    ja_slice text = ja_slice_of(string);
    assert_true(ja_is_utf8(text));
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t character = ja_decode(text, at, &length);
        bool blank = character == '\t' || character == '\n' || character == '\r';
        if ((character < 0x20 && !blank) || (character >= 0x7F && character < 0xA0) ||
            (character & 0xFFFE) == 0xFFFE)
            fail_msg("U+%04X in \"%s\"", (unsigned)character, string);
    }
}

/* Escape sequences of terminals, C1 controls, non-characters. */
static void control_characters_are_cleaned(void **state)
{
    (void)state;
#define EVIL "E\\u001b[31mvil\\u0007\\u007f\\u009b\\ufffe\\uffff\\u0001"
    jaccuse_record *record = parse(
        "{\"jaccuse\": 1, \"article\": {\"id\": \"" EVIL "\", \"title\": \"" EVIL
        "\", \"outlet\": \"" EVIL "\", \"url\": \"" EVIL "\", \"date\": \"" EVIL
        "\", \"path\": \"" EVIL "\"}, \"actors\": [{\"id\": \"a\", \"name\": \"" EVIL
        "\", \"aliases\": [\"" EVIL "\"], \"kind\": \"person\"}], \"claims\": [{\"id\": \"c1\", "
        "\"act\": \"accuse\", \"against\": [\"a\"], \"charge\": {\"text\": \"" EVIL
        "\", \"at\": [0, 1]}, \"evidence\": {\"text\": \"" EVIL "\", \"at\": [0, 1]}}]}");
#undef EVIL
    expect_clean(record->article_id);
    expect_clean(record->title);
    expect_clean(record->outlet);
    expect_clean(record->url);
    expect_clean(record->date);
    expect_clean(record->path);
    expect_clean(record->actors[0].name);
    expect_clean(record->actors[0].aliases[0]);
    expect_clean(record->claims[0].charge);
    expect_clean(record->claims[0].evidence);
    assert_true(strncmp(record->actors[0].name, "E [31mvil", 9) == 0);
    jaccuse_record_free(record);
}

static void words_both_ways(void **state)
{
    (void)state;
    static const char *const kinds[] = {"person", "state",        "government", "company",
                                        "media",  "organisation", "group"};
    static const char *const acts[] = {"accuse", "deny", "decline"};
    static const char *const certainties[] = {"suspected", "alleged", "asserted"};
    assert_int_equal(sizeof kinds / sizeof *kinds, JACCUSE_KIND_COUNT);
    assert_int_equal(sizeof acts / sizeof *acts, JACCUSE_ACT_COUNT);
    assert_int_equal(sizeof certainties / sizeof *certainties, JACCUSE_CERTAINTY_COUNT);
    for (unsigned i = 0; i < JACCUSE_KIND_COUNT; i++) {
        assert_string_equal(jaccuse_kind_name((jaccuse_kind)i), kinds[i]);
        assert_int_equal(jaccuse_kind_from_name(kinds[i]), i);
    }
    for (unsigned i = 0; i < JACCUSE_ACT_COUNT; i++) {
        assert_string_equal(jaccuse_act_name((jaccuse_act)i), acts[i]);
        assert_int_equal(jaccuse_act_from_name(acts[i]), i);
    }
    for (unsigned i = 0; i < JACCUSE_CERTAINTY_COUNT; i++) {
        assert_string_equal(jaccuse_certainty_name((jaccuse_certainty)i), certainties[i]);
        assert_int_equal(jaccuse_certainty_from_name(certainties[i]), i);
    }
}

static void words_that_are_none(void **state)
{
    (void)state;
    static const char *const none[] = {NULL, "", "Person", "persons", "Accuse", "assert", " state"};
    assert_null(jaccuse_kind_name(JACCUSE_KIND_COUNT));
    assert_null(jaccuse_act_name(JACCUSE_ACT_COUNT));
    assert_null(jaccuse_certainty_name(JACCUSE_CERTAINTY_COUNT));
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        assert_int_equal(jaccuse_kind_from_name(none[i]), JACCUSE_KIND_COUNT);
        assert_int_equal(jaccuse_act_from_name(none[i]), JACCUSE_ACT_COUNT);
        assert_int_equal(jaccuse_certainty_from_name(none[i]), JACCUSE_CERTAINTY_COUNT);
    }
}

/* ---- memory ---- */

/* A record that takes several blocks of the arena. */
static char *large_record(void)
{
    ja_buffer out;
    ja_buffer_init(&out, 1 << 24);
    ja_buffer_add_string(&out, "{\"jaccuse\": 1, \"article\": {\"id\": \"x\"}, \"actors\": [");
    for (int i = 0; i < 3000; i++)
        ja_buffer_printf(&out,
                         "%s{\"id\": \"a%d\", \"name\": \"Actor Number %d\", \"kind\": \"person\", "
                         "\"mentions\": [[%d, %d]]}",
                         i ? ", " : "", i, i, i, i + 1);
    ja_buffer_add_string(&out, "], \"claims\": [");
    for (int i = 0; i < 1500; i++)
        ja_buffer_printf(&out,
                         "%s{\"id\": \"c%d\", \"act\": \"accuse\", \"by\": [\"a%d\"], "
                         "\"against\": [\"a%d\"], \"evidence\": {\"text\": \"They accuse him.\", "
                         "\"at\": [0, 16]}}",
                         i ? ", " : "", i, i, i + 1);
    ja_buffer_add_string(&out, "]}");
    assert_false(out.failed);
    return out.at;
}

static void every_block_refused(void **state)
{
    (void)state;
    char *json = large_record();
    jaccuse_status status = JACCUSE_ERROR_MEMORY;
    long refused = 1;
    for (; status != JACCUSE_OK && refused < 1000; refused++) {
        jaccuse_record *record;
        jaccuse_error error;
        ja_arena_fail_after(refused);
        status = parse_bytes(&record, json, strlen(json), &error);
        ja_arena_fail_after(0);
        if (status != JACCUSE_OK) {
            assert_int_equal(status, JACCUSE_ERROR_MEMORY);
            assert_int_equal(error.code, JACCUSE_ERROR_MEMORY);
            assert_null(record);
        }
        jaccuse_record_free(record);
    }
    assert_int_equal(status, JACCUSE_OK);
    assert_true(refused > 3);
    free(json);
}

static void no_place_for_the_error(void **state)
{
    (void)state;
    jaccuse_record *record;
    assert_int_equal(jaccuse_record_parse(&record, "{}", 2, NULL), JACCUSE_ERROR_FORMAT);
    assert_int_equal(jaccuse_record_parse(&record, "{", 1, NULL), JACCUSE_ERROR_FORMAT);
    jaccuse_record_free(NULL);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(printed_read_and_printed_again),
        cmocka_unit_test(what_was_read),
        cmocka_unit_test(exact_bytes),
        cmocka_unit_test(nothing_in_it),
        cmocka_unit_test(every_refusal),
        cmocka_unit_test(not_an_object),
        cmocka_unit_test(nested_deeply),
        cmocka_unit_test(cut_off_at_every_byte),
        cmocka_unit_test(damaged_at_every_byte),
        cmocka_unit_test(what_may_be_missing),
        cmocka_unit_test(triples_are_derived_anew),
        cmocka_unit_test(triples_without_accuser_or_denier),
        cmocka_unit_test(one_denial_of_two_accusations),
        cmocka_unit_test(control_characters_are_cleaned),
        cmocka_unit_test(words_both_ways),
        cmocka_unit_test(words_that_are_none),
        cmocka_unit_test(every_block_refused),
        cmocka_unit_test(no_place_for_the_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
