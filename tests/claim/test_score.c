/* Scoring: who is whom, what is counted, and what is refused. */
#include <stdio.h>
#include <stdlib.h>

#include "arena_fixture.h"
#include "claim/score.h"
#include "jaccuse.h"

/* ---- Names ---- */

static void expect_name(const char *name, const char *folded)
{
    ja_slice text = ja_score_fold(&arena, ja_slice_of(name));
    if (!ja_equal(text, ja_slice_of(folded)))
        fail_msg("%s is folded to \"%.*s\"", name, (int)text.length, text.at);
}

static void test_names(void **state)
{
    (void)state;
    expect_name("The Financial Times", "financial times");
    expect_name("  PÉKIN. ", "pekin");
    expect_name("l’État", "etat");
    expect_name("de la Firme", "firme");
    expect_name("de la", "");
    expect_name("de l'Élysée", "elysee");
    expect_name("de Firme", "de firme");
    expect_name("M. le Maire", "maire");
    expect_name("Theatre", "theatre");
    expect_name("the_x", "the_x");
    expect_name("'the mayor'", "the mayor");
    expect_name("O’Neill's", "o neill s");
    expect_name("Œuvre œcuménique", "oeuvre oecumenique");
    expect_name("Bjørn", "bjørn"); /* another letter, no accent */
    expect_name("ＦＩＲＭ №² ½", "firm no2 1 2");
    expect_name("The", "");
    expect_name("—", "");
    expect_name("", "");
}

/* ---- Counts ---- */

static jaccuse_score *new_score(void)
{
    jaccuse_score *score;
    assert_int_equal(jaccuse_score_new(&score, NULL, NULL), JACCUSE_OK);
    return score;
}

typedef jaccuse_status (*adder)(jaccuse_score *score, const char *json, size_t length,
                                jaccuse_error *error);

/* One article, in a copy that ends where the text ends. */
static jaccuse_status add(jaccuse_score *score, adder add_to, const char *json,
                          jaccuse_error *error)
{
    size_t length = strlen(json);
    char *exact = malloc(length);
    assert_non_null(exact);
    memcpy(exact, json, length);
    memset(error, 0, sizeof *error);
    jaccuse_status status = add_to(score, exact, length, error);
    free(exact);
    return status;
}

#define ARTICLE(actors, claims)                                                                    \
    "{\"article\": {\"id\": \"a\"}, \"actors\": [" actors "], \"claims\": [" claims "]}"
#define ACTOR(id, name, more) "{\"id\": \"" id "\", \"name\": \"" name "\"" more "}"
#define ACCUSE(id, by, against, more)                                                              \
    "{\"id\": \"" id "\", \"act\": \"accuse\", \"by\": [" by "], \"against\": [" against "]" more  \
    "}"
#define DENY(by, answers, more)                                                                    \
    "{\"id\": \"d\", \"act\": \"deny\", \"by\": [" by "], \"answers\": [" answers "]" more "}"
#define OPTIONAL ", \"optional\": true"
#define THREE    ACTOR("x", "Xu", "") ", " ACTOR("y", "Yi", "") ", " ACTOR("z", "Zo", "")

static void expect_row(const jaccuse_tally *tally, jaccuse_score_level level,
                       jaccuse_score_part part, const char *row)
{
    jaccuse_counts counts = tally->counts[level][part];
    char found[64];
    snprintf(found, sizeof found, "%zu %zu %zu", counts.hit, counts.extra, counts.missed);
    if (strcmp(found, row) != 0)
        fail_msg("%s %s: %s, not %s", jaccuse_score_level_name(level),
                 jaccuse_score_part_name(part), found, row);
}

/* Hit, extra and missed of each part; `rows` at the level. */
static void expect_counts(const char *gold, const char *claims, jaccuse_score_level level,
                          const char *accusations, const char *denials, const char *triples)
{
    jaccuse_score *score = new_score();
    jaccuse_error error;
    const jaccuse_tally *tally;
    if (add(score, jaccuse_score_add_gold, gold, &error) != JACCUSE_OK ||
        (claims && add(score, jaccuse_score_add_claims, claims, &error) != JACCUSE_OK))
        fail_msg("%s", error.message);
    assert_int_equal(jaccuse_score_tally(score, &tally, NULL), JACCUSE_OK);
    expect_row(tally, level, JACCUSE_SCORE_ACCUSATIONS, accusations);
    expect_row(tally, level, JACCUSE_SCORE_DENIALS, denials);
    expect_row(tally, level, JACCUSE_SCORE_TRIPLES, triples);
    jaccuse_score_free(score);
}

static void test_hits_extras_and_misses(void **state)
{
    (void)state;
    const char *gold =
        ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\", \"z\"", "") ", " DENY("\"y\"", "\"c1\"", ""));
    expect_counts(gold, NULL, JACCUSE_SCORE_EXACT, "0 0 2", "0 0 2", "0 0 2");
    expect_counts(gold, gold, JACCUSE_SCORE_EXACT, "2 0 0", "2 0 0", "2 0 0");
    expect_counts(gold, ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", "")), JACCUSE_SCORE_EXACT,
                  "1 0 1", "0 0 2", "0 1 2");
    expect_counts(ARTICLE(THREE, ""), gold, JACCUSE_SCORE_EXACT, "0 2 0", "0 2 0", "0 2 0");
}

static void test_nobody_accuses(void **state)
{
    (void)state;
    const char *gold = ARTICLE(THREE, ACCUSE("c1", "", "\"y\"", ""));
    expect_counts(gold, gold, JACCUSE_SCORE_EXACT, "1 0 0", "0 0 0", "1 0 0");
    expect_counts(gold, ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", "")), JACCUSE_SCORE_EXACT,
                  "0 1 1", "0 0 0", "0 1 1");
}

static void test_optional_claims(void **state)
{
    (void)state;
    const char *bare = ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", ""));
    const char *full =
        ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", "") ", " DENY("\"z\"", "\"c1\"", ""));
    const char *may_accuse = ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", OPTIONAL));
    const char *may_deny =
        ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", "") ", " DENY("\"z\"", "\"c1\"", OPTIONAL));
    expect_counts(may_accuse, NULL, JACCUSE_SCORE_EXACT, "0 0 0", "0 0 0", "0 0 0");
    expect_counts(may_accuse, bare, JACCUSE_SCORE_EXACT, "0 0 0", "0 0 0", "0 0 0");
    expect_counts(may_deny, bare, JACCUSE_SCORE_EXACT, "1 0 0", "0 0 0", "0 0 0");
    expect_counts(may_deny, full, JACCUSE_SCORE_EXACT, "1 0 0", "0 0 0", "0 0 0");
    /* A denial that is demanded stands, though what it answers is optional. */
    expect_counts(
        ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", OPTIONAL) ", " DENY("\"z\"", "\"c1\"", "")),
        NULL, JACCUSE_SCORE_EXACT, "0 0 0", "0 0 1", "0 0 0");
    /* Told twice, optional once: demanded. */
    expect_counts(ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", OPTIONAL) ", " ACCUSE("c2", "\"x\"",
                                                                                      "\"y\"", "")),
                  NULL, JACCUSE_SCORE_EXACT, "0 0 1", "0 0 0", "0 0 1");
}

static void test_a_bare_triple_beside_an_answered_one(void **state)
{
    (void)state;
    const char *gold =
        ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", "") ", " ACCUSE(
                           "c2", "\"x\"", "\"y\"", "") ", " DENY("\"z\"", "\"c2\"", ""));
    expect_counts(gold, NULL, JACCUSE_SCORE_EXACT, "0 0 1", "0 0 1", "0 0 1");
}

static void test_principals(void **state)
{
    (void)state;
    const char *gold =
        ARTICLE(ACTOR("x", "Xu", ", \"of\": \"m\"") ", " ACTOR(
                    "m", "Ministry", ", \"of\": \"s\"") ", " ACTOR("s", "State",
                                                                   "") ", " ACTOR("y", "Yi", ""),
                ACCUSE("c1", "\"x\"", "\"y\"", ""));
    const char *claims = ARTICLE(ACTOR("1", "a spokesman", ", \"of\": \"2\"") ", " ACTOR(
                                     "2", "the ministry", "") ", " ACTOR("3", "Yi", ""),
                                 ACCUSE("c1", "\"1\"", "\"3\"", ""));
    expect_counts(gold, claims, JACCUSE_SCORE_EXACT, "0 1 1", "0 0 0", "0 1 1");
    expect_counts(gold, claims, JACCUSE_SCORE_PRINCIPAL, "1 0 0", "0 0 0", "1 0 0");
}

static void test_circles(void **state)
{
    (void)state;
    const char *circle = ARTICLE(
        ACTOR("a", "A1", ", \"of\": \"b\"") ", " ACTOR("b", "B1", ", \"of\": \"c\"") ", " ACTOR(
            "c", "C1", ", \"of\": \"b\"") ", " ACTOR("d", "D1", ", \"of\": \"d\""),
        ACCUSE("c1", "\"a\"", "\"c\"", "") ", " ACCUSE("c2", "\"b\"", "\"c\"",
                                                       "") ", " ACCUSE("c3", "\"c\"", "\"d\"", ""));
    expect_counts(circle, circle, JACCUSE_SCORE_EXACT, "3 0 0", "0 0 0", "3 0 0");
    expect_counts(circle, circle, JACCUSE_SCORE_PRINCIPAL, "2 0 0", "0 0 0", "2 0 0");
}

static void test_the_same_names(void **state)
{
    (void)state;
    /* Both bear the alias: the one with the main name wins, among equals the later id. */
    const char *gold = ARTICLE(ACTOR("p", "Dupont", ", \"aliases\": [\"Anna Dupont\"]") ", " ACTOR(
                                   "q", "Bea Dupont", ", \"aliases\": [\"M. Dupont\"]"),
                               ACCUSE("c1", "", "\"q\"", ""));
    expect_counts(gold, ARTICLE(ACTOR("1", "Dupont", ""), ACCUSE("c1", "", "\"1\"", "")),
                  JACCUSE_SCORE_EXACT, "1 0 0", "0 0 0", "1 0 0");
    expect_counts(gold,
                  ARTICLE(ACTOR("1", "Dupont", ", \"aliases\": [\"ANNA DUPONT\"]"),
                          ACCUSE("c1", "", "\"1\"", "")),
                  JACCUSE_SCORE_EXACT, "0 1 1", "0 0 0", "0 1 1");
}

static void test_figures(void **state)
{
    (void)state;
    assert_true(jaccuse_precision((jaccuse_counts){1, 3, 1}) == 0.25);
    assert_true(jaccuse_recall((jaccuse_counts){1, 3, 1}) == 0.5);
    assert_true(jaccuse_f1((jaccuse_counts){1, 1, 1}) == 0.5);
    assert_true(jaccuse_precision((jaccuse_counts){0, 0, 2}) == 0);
    assert_true(jaccuse_recall((jaccuse_counts){0, 2, 0}) == 0);
    assert_true(jaccuse_f1((jaccuse_counts){0, 2, 2}) == 0);
    assert_null(jaccuse_score_level_name(JACCUSE_SCORE_LEVEL_COUNT));
    assert_null(jaccuse_score_part_name(JACCUSE_SCORE_PART_COUNT));
}

/* ---- Articles ---- */

static void test_articles_are_matched(void **state)
{
    (void)state;
    jaccuse_score *score = new_score();
    jaccuse_error error;
    const jaccuse_tally *tally;
    const char *gold = "{\"article\": {\"id\": \"x/a.html\"}, \"actors\": [{\"id\": \"y\", "
                       "\"name\": \"Yi\"}], \"claims\": [" ACCUSE("c1", "", "\"y\"", "") "]}";
    assert_int_equal(add(score, jaccuse_score_add_gold, gold, &error), JACCUSE_OK);
    assert_int_equal(
        add(score, jaccuse_score_add_gold, "{\"article\": {\"id\": \"b.fr\"}}", &error),
        JACCUSE_OK);
    assert_int_equal(add(score, jaccuse_score_add_claims, "{\"article\": {\"id\": \"b\"}}", &error),
                     JACCUSE_SKIPPED);
    assert_int_equal(add(score, jaccuse_score_add_claims, gold, &error), JACCUSE_OK);
    assert_int_equal(jaccuse_score_tally(score, &tally, NULL), JACCUSE_OK);
    assert_int_equal(tally->articles, 2);
    assert_int_equal(tally->predicted, 1);
    assert_int_equal(tally->slip_count, 0);
    /* Given again, the later counts. */
    assert_int_equal(
        add(score, jaccuse_score_add_claims, "{\"article\": {\"id\": \"/z/a.jsonl\"}}", &error),
        JACCUSE_OK);
    assert_int_equal(jaccuse_score_tally(score, &tally, NULL), JACCUSE_OK);
    assert_int_equal(tally->predicted, 1);
    assert_int_equal(tally->slip_count, 4); /* accusation and triple, at both levels */
    assert_string_equal(tally->slips[0].article_id, "a");
    assert_int_equal(tally->slips[0].kind, JACCUSE_MISSED);
    assert_null(tally->slips[0].accuser.name);
    assert_string_equal(tally->slips[0].accused.id, "y");
    jaccuse_score_free(score);
}

static void test_one_language(void **state)
{
    (void)state;
    jaccuse_score *score;
    jaccuse_error error;
    assert_int_equal(jaccuse_score_new(&score, "fr", NULL), JACCUSE_OK);
    const char *const articles[] = {"{\"article\": {\"id\": \"1\", \"lang\": \"fr\"}}",
                                    "{\"article\": {\"id\": \"2\", \"lang\": \"en\"}}",
                                    "{\"article\": {\"id\": \"3\"}}"};
    assert_int_equal(add(score, jaccuse_score_add_gold, articles[0], &error), JACCUSE_OK);
    assert_int_equal(add(score, jaccuse_score_add_gold, articles[1], &error), JACCUSE_SKIPPED);
    assert_int_equal(add(score, jaccuse_score_add_gold, articles[2], &error), JACCUSE_SKIPPED);
    jaccuse_score_free(score);
}

/* ---- Faults ---- */

static void expect_refused(const char *json, const char *message)
{
    jaccuse_score *score = new_score();
    jaccuse_error error;
    const jaccuse_tally *tally;
    assert_int_equal(add(score, jaccuse_score_add_gold, json, &error), JACCUSE_ERROR_FORMAT);
    if (!strstr(error.message, message))
        fail_msg("\"%s\" does not say \"%s\": %s", error.message, message, json);
    assert_int_equal(jaccuse_score_tally(score, &tally, NULL), JACCUSE_OK);
    assert_int_equal(tally->articles, 0);
    jaccuse_score_free(score);
}

static void test_faults(void **state)
{
    (void)state;
    expect_refused("{\"article\": ", "JSON");
    expect_refused("[]", "\"id\" is missing");
    expect_refused("{\"article\": []}", "\"article\" is of the wrong type");
    expect_refused("{\"article\": {\"id\": 3}}", "\"id\" is of the wrong type");
    expect_refused(ARTICLE("3", ""), "\"id\" is missing");
    expect_refused(ARTICLE("{\"id\": \"x\"}", ""), "\"name\" is missing");
    expect_refused(ARTICLE(ACTOR("x", "Xu", "") ", " ACTOR("x", "Yi", ""), ""), "two actors");
    expect_refused(ARTICLE(ACTOR("x", "Xu", ", \"aliases\": [3]"), ""), "alias of \"x\"");
    expect_refused(ARTICLE(ACTOR("x", "Xu", ", \"of\": 3"), ""), "\"of\" is of the wrong type");
    expect_refused(ARTICLE(THREE, "{\"id\": \"c1\", \"act\": \"acuse\"}"), "\"acuse\" is no act");
    expect_refused(ARTICLE(THREE, "{\"act\": \"accuse\"}"), "\"id\" is missing");
    expect_refused(ARTICLE(THREE, ACCUSE("c1", "", "\"u\"", "")), "\"u\", who is no actor");
    expect_refused(ARTICLE(THREE, ACCUSE("c1", "3", "", "")), "who is no actor");
    expect_refused(ARTICLE(THREE, ACCUSE("c1", "", "", "") ", " ACCUSE("c1", "", "", "")),
                   "two accusations");
    expect_refused(ARTICLE(THREE, ACCUSE("c1", "", "", ", \"optional\": \"no\"")),
                   "\"optional\" is of the wrong type");
}

static void test_what_is_as_good_as_missing(void **state)
{
    (void)state;
    const char *gold =
        ARTICLE(ACTOR("x", "Xu", ", \"of\": \"nobody\""),
                ACCUSE("c1", "", "\"x\"", "") ", " DENY("\"x\"", "\"c9\", \"d\"", ""));
    expect_counts(gold, gold, JACCUSE_SCORE_PRINCIPAL, "1 0 0", "0 0 0", "1 0 0");
    expect_counts("{\"article\": {\"id\": \"a\"}, \"actors\": null}", ARTICLE("", ""),
                  JACCUSE_SCORE_EXACT, "0 0 0", "0 0 0", "0 0 0");
}

/* `count` names x, each in quotes. */
static void write_list(ja_buffer *out, size_t count)
{
    for (size_t i = 0; i < count; i++)
        ja_buffer_add_string(out, i ? ", \"x\"" : "\"x\"");
}

static void test_too_many_pairs(void **state)
{
    (void)state;
    jaccuse_score *score = new_score();
    jaccuse_error error;
    ja_buffer json;
    ja_buffer_init(&json, 1000000);
    ja_buffer_add_string(&json, "{\"article\": {\"id\": \"a\"}, \"actors\": [" ACTOR(
                                    "x", "Xu", "") "], \"claims\": [{\"id\": \"c1\", "
                                                   "\"act\": \"accuse\", \"by\": [");
    write_list(&json, 2000);
    ja_buffer_add_string(&json, "], \"against\": [");
    write_list(&json, 2000);
    ja_buffer_add_string(&json, "]}]}");
    assert_int_equal(add(score, jaccuse_score_add_gold, json.at, &error), JACCUSE_ERROR_LIMIT);
    assert_non_null(strstr(error.message, "the claims of a join more than"));
    ja_buffer_clear(&json);
    jaccuse_score_free(score);
}

/* ---- Printed ---- */

static void test_json(void **state)
{
    (void)state;
    jaccuse_score *score = new_score();
    jaccuse_error error;
    const jaccuse_tally *tally;
    char *line;
    size_t length;
    assert_int_equal(add(score, jaccuse_score_add_gold,
                         ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", "")), &error),
                     JACCUSE_OK);
    assert_int_equal(add(score, jaccuse_score_add_claims,
                         ARTICLE(THREE ", " ACTOR("u", "The \\\"U\\\"", ""),
                                 ACCUSE("c1", "\"x\"", "\"y\", \"z\", \"u\"", "")),
                         &error),
                     JACCUSE_OK);
    assert_int_equal(jaccuse_score_tally(score, &tally, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_tally_print(&line, &length, tally, 0, NULL), JACCUSE_OK);
    assert_int_equal(length, strlen(line));
    assert_non_null(strstr(line, "{\"articles\": 1, \"predicted\": 1, \"exact.accusations\": "
                                 "{\"p\": 0.3333, \"r\": 1, \"f1\": 0.5, \"hit\": 1, "
                                 "\"extra\": 2, \"missed\": 0}, \"exact.denials\": "));
    assert_null(strstr(line, "errors"));
    free(line);
    assert_int_equal(jaccuse_tally_print(&line, &length, tally, 1, NULL), JACCUSE_OK);
    assert_non_null(strstr(
        line, "\"errors\": [{\"article\": \"a\", \"level\": \"exact\", \"part\": \"accusations\", "
              "\"kind\": \"made up\", \"accuser\": {\"id\": \"x\", \"name\": \"Xu\"}, "
              "\"accused\": {\"id\": null, \"name\": \"u\"}}, "));
    free(line);
    jaccuse_score_free(score);
}

static void test_every_block_of_memory(void **state)
{
    (void)state;
    const char *gold =
        ARTICLE(THREE, ACCUSE("c1", "\"x\"", "\"y\"", "") ", " DENY("\"z\"", "\"c1\"", ""));
    bool done = false;
    long refused = 0;
    while (!done) {
        jaccuse_score *score;
        jaccuse_error error = {.code = JACCUSE_OK};
        const jaccuse_tally *tally = NULL;
        assert_true(++refused < 1000);
        ja_arena_fail_after(refused);
        /* "": that of an article that tells none */
        done = jaccuse_score_new(&score, "", &error) == JACCUSE_OK &&
               jaccuse_score_add_gold(score, gold, strlen(gold), &error) == JACCUSE_OK &&
               jaccuse_score_add_claims(score, gold, strlen(gold), &error) == JACCUSE_OK &&
               jaccuse_score_tally(score, &tally, &error) == JACCUSE_OK;
        ja_arena_fail_after(0);
        assert_int_equal(error.code, done ? JACCUSE_OK : JACCUSE_ERROR_MEMORY);
        if (done)
            assert_int_equal(tally->counts[JACCUSE_SCORE_EXACT][JACCUSE_SCORE_TRIPLES].hit, 1);
        jaccuse_score_free(score);
    }
    assert_true(refused > 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_hits_extras_and_misses),
        cmocka_unit_test(test_nobody_accuses),
        cmocka_unit_test(test_optional_claims),
        cmocka_unit_test(test_a_bare_triple_beside_an_answered_one),
        cmocka_unit_test(test_principals),
        cmocka_unit_test(test_circles),
        cmocka_unit_test(test_the_same_names),
        cmocka_unit_test(test_figures),
        cmocka_unit_test(test_articles_are_matched),
        cmocka_unit_test(test_one_language),
        cmocka_unit_test(test_faults),
        cmocka_unit_test(test_what_is_as_good_as_missing),
        cmocka_unit_test(test_too_many_pairs),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_every_block_of_memory),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
