/* Filters: which articles, claims, edges and actors are let in, each alone and together. */
#include <math.h>

#include "network/records.h"

static bool is_admitted(const jaccuse_network_options *options, const test_article *article)
{
    jaccuse_network *network = network_with(options);
    add(network, article);
    finish(network);
    bool admitted = jaccuse_network_article_count(network) == 1;
    jaccuse_network_free(network);
    return admitted;
}

static bool admits_date(const char *since, const char *until, const char *date)
{
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.since = since;
    options.until = until;
    test_article article;
    start(&article, "a", "en", date);
    return is_admitted(&options, &article);
}

static void dates(void **state)
{
    (void)state;
    assert_true(admits_date("2021", "2021", "2021-01-01"));
    assert_true(admits_date("2021", "2021", "2021-12-31"));
    assert_false(admits_date("2021", NULL, "2020-12-31"));
    assert_false(admits_date(NULL, "2021", "2022-01-01"));
    assert_true(admits_date("2021-07", "2021-07", "2021-07-31"));
    assert_false(admits_date(NULL, "2021-06", "2021-07-01"));
    assert_true(admits_date("2021-07-20", "2021-07-20", "2021-07-20"));
    assert_false(admits_date("2021-07-21", NULL, "2021-07-20"));
    assert_false(admits_date("2021", NULL, NULL)); /* undated */
    assert_true(admits_date(NULL, NULL, NULL));
}

static void wrong_dates(void **state)
{
    (void)state;
    static const char *const wrong[] = {"",          "21",         "2021-",      "2021-13",
                                        "2021-7-01", "2021-02-29", "2021-01-00", "2021-01-01T00",
                                        "yesterday"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
        options.until = wrong[i];
        jaccuse_network *network;
        jaccuse_error error;
        assert_int_equal(jaccuse_network_new(&network, &options, &error), JACCUSE_ERROR_ARGUMENT);
        assert_null(network);
    }
    assert_true(admits_date("2020-02-29", NULL, "2020-02-29"));
}

static void languages_and_outlets(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    test_article article;
    start(&article, "a", "fr", NULL);
    article.record.outlet = "Le Méridien";
    options.language = "FR";
    assert_true(is_admitted(&options, &article));
    options.language = "en";
    assert_false(is_admitted(&options, &article));
    options.language = NULL;
    options.outlet = "le meridien";
    assert_true(is_admitted(&options, &article));
    options.outlet = "meridien";
    assert_false(is_admitted(&options, &article));
    article.record.outlet = NULL;
    assert_false(is_admitted(&options, &article));
}

/* A name may hold a comma itself. */
static void lists(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    test_article article;
    start(&article, "a", "fr", NULL);
    article.record.outlet = "Post, The";
    options.language = "en, FR";
    assert_true(is_admitted(&options, &article));
    options.language = "en,de";
    assert_false(is_admitted(&options, &article));
    options.language = NULL;
    options.outlet = "post, the";
    assert_true(is_admitted(&options, &article));
    article.record.outlet = "L’Écho";
    assert_false(is_admitted(&options, &article));
    options.outlet = "Post, l'echo";
    assert_true(is_admitted(&options, &article));
}

/* The denial goes with the accusation that it answers; the unlinked one stays. */
static void certainty(void **state)
{
    (void)state;
    test_article article;
    start(&article, "a", "en", NULL);
    size_t a = actor(&article, "a", "A"), b = actor(&article, "b", "B");
    size_t c = actor(&article, "c", "C"), d = actor(&article, "d", "D");
    size_t weak = accuse(&article, a, b);
    article.claims[weak].certainty = JACCUSE_ALLEGED;
    accuse(&article, a, c);
    deny(&article, b, weak);
    deny(&article, d, JACCUSE_NONE);
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.certainty = JACCUSE_ASSERTED;
    jaccuse_network *network = network_with(&options);
    add(network, &article);
    finish(network);
    assert_int_equal(jaccuse_network_edge_count(network), 1);
    assert_non_null(edge(network, "a", JACCUSE_ACCUSES, "c"));
    assert_int_equal(node_of(network, "b"), JACCUSE_NONE);
    assert_int_equal(node(network, "d")->denials_made, 1);
    jaccuse_network_free(network);
}

static void min_weight(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.min_weight = 2;
    jaccuse_network *network = network_with(&options);
    quarrel(network, "b", "c", 2);
    quarrel(network, "a", "b", 1);
    quarrel(network, "e", "f", 1);
    test_article article;
    start(&article, "x", "en", NULL);
    accuse(&article, JACCUSE_NONE, actor(&article, "f", "F"));
    add(network, &article);
    finish(network);
    assert_int_equal(jaccuse_network_node_count(network), 3); /* b, c; f for the unattributed */
    assert_int_equal(jaccuse_network_edge_count(network), 1);
    assert_true(edge(network, "b", JACCUSE_ACCUSES, "c")->weight == 2);
    assert_int_equal(node(network, "f")->unattributed_count, 1);
    jaccuse_network_free(network);
}

/* ---- claims ---- */

/* A network of one article, or NULL where a filter leaves nothing. */
static jaccuse_network *network_of(const jaccuse_network_options *options,
                                   const test_article *article, jaccuse_error *error)
{
    jaccuse_network *network = network_with(options);
    add(network, article);
    if (jaccuse_network_finish(network, error) == JACCUSE_OK)
        return network;
    assert_int_equal(jaccuse_network_node_count(network), 0);
    jaccuse_network_free(network);
    return NULL;
}

/* a accuses b, who denies; a accuses c, who denies; d denies what nobody says. */
static void start_quarrel(test_article *article)
{
    start(article, "a", "en", "2021-01-01");
    for (size_t i = 0; i < 4; i++)
        actor(article, &"a\0b\0c\0d"[2 * i], &"A\0B\0C\0D"[2 * i]);
    deny(article, 1, accuse(article, 0, 1));
    deny(article, 2, accuse(article, 0, 2));
    deny(article, 3, JACCUSE_NONE);
}

/* A denial that is not sure enough answers nothing; one whose accusation went goes too. */
static void confidence(void **state)
{
    (void)state;
    static const double sure[] = {0.9, 0.4, 0.4, 0.9, 0.8};
    test_article article;
    start_quarrel(&article);
    for (size_t i = 0; i < 5; i++)
        article.claims[i].confidence = sure[i];
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.min_confidence = 0.8;
    jaccuse_network *network = network_of(&options, &article, NULL);
    assert_int_equal(jaccuse_network_edge_count(network), 1);
    assert_int_equal(edge(network, "a", JACCUSE_ACCUSES, "b")->answered, 0);
    assert_int_equal(node_of(network, "c"), JACCUSE_NONE);
    assert_int_equal(node(network, "b")->accusations_denied, 0);
    assert_int_equal(node(network, "d")->denials_made, 1);
    jaccuse_network_free(network);
}

static bool is_about(const char *words, const char *evidence, const char *charge)
{
    test_article article;
    start(&article, "a", "en", NULL);
    size_t a = actor(&article, "a", "A");
    size_t number = accuse(&article, a, actor(&article, "b", "B"));
    article.claims[number].evidence = evidence;
    article.claims[number].charge = charge;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.about = words;
    jaccuse_network *network = network_of(&options, &article, NULL);
    jaccuse_network_free(network);
    return network != NULL;
}

static void about(void **state)
{
    (void)state;
    static const char told[] = "La Chine est accusée d’ÉSPIONNAGE par l'État.";
    assert_true(is_about("espion", told, NULL));
    assert_true(is_about("Espionnage chine", told, NULL));
    assert_true(is_about("etat", told, NULL));
    assert_true(is_about("l’état", told, NULL));
    assert_true(is_about("état, ESPION", told, NULL));
    assert_false(is_about("pionnage", told, NULL));
    assert_false(is_about("espion fraude", told, NULL));
    assert_true(is_about("espion fraude", told, "fraudes fiscales"));
    assert_false(is_about("espionnages", told, NULL));
    assert_true(is_about("fraud", NULL, "Fraud"));
    assert_false(is_about("fraud", NULL, NULL));
    assert_true(is_about("bank 2020", "Bank fraud of 2020.", NULL));
}

/* The articles that are told of are those in which it stands. */
static void about_articles(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.about = "fraud";
    jaccuse_network *network = network_with(&options);
    quarrel(network, "b", "c", 2);
    test_article article;
    start_quarrel(&article);
    article.record.date = "2022-02-02";
    article.claims[0].charge = "fraud";
    add(network, &article);
    finish(network);
    assert_int_equal(jaccuse_network_article_count(network), 1);
    assert_int_equal(jaccuse_network_story_count(network), 1);
    assert_string_equal(jaccuse_network_first_date(network), "2022-02-02");
    jaccuse_network_free(network);
}

/* As many words as are allowed, each found. */
static void about_many(void **state)
{
    (void)state;
    char words[65 * 4 + 1] = "";
    for (int i = 0; i < 64; i++)
        snprintf(words + strlen(words), sizeof words - strlen(words), "w%02d ", i);
    assert_true(is_about(words, words, NULL));
    assert_false(is_about(words, words + 4, NULL));
}

/* Denials follow what they answer, whatever their own words; the others are judged by them. */
static void about_denials(void **state)
{
    (void)state;
    test_article article;
    start_quarrel(&article);
    article.claims[0].charge = "fraud";
    article.claims[3].evidence = "C denies the fraud.";
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.about = "fraud";
    jaccuse_network *network = network_of(&options, &article, NULL);
    assert_int_equal(jaccuse_network_node_count(network), 2);
    assert_non_null(edge(network, "a", JACCUSE_ACCUSES, "b"));
    assert_non_null(edge(network, "b", JACCUSE_DENIES, "a"));
    assert_int_equal(jaccuse_network_article_count(network), 1);
    jaccuse_network_free(network);
    article.claims[4].charge = "fraud";
    network = network_of(&options, &article, NULL);
    assert_int_equal(node(network, "d")->denials_made, 1);
    jaccuse_network_free(network);
}

static void filtered_or_not(void **state)
{
    (void)state;
    test_article article;
    start_quarrel(&article);
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.until = "2021";
    jaccuse_network *network = network_of(&options, &article, NULL);
    assert_false(jaccuse_network_is_filtered(network)); /* nothing was left out */
    assert_int_equal(jaccuse_network_narrow(network, NULL, NULL, NULL), JACCUSE_OK);
    assert_true(jaccuse_network_is_filtered(network));
    jaccuse_network_free(network);
    article.record.article_id = "b";
    article.record.date = "2022-01-01";
    network = network_with(&options);
    add(network, &article);
    article.record.article_id = "a";
    article.record.date = "2021-01-01";
    add(network, &article);
    finish(network);
    assert_true(jaccuse_network_is_filtered(network));
    jaccuse_network_free(network);
}

/* ---- actors ---- */

/* a -> b -> c -> d, a -> b thrice; e denies what c says of d; x -> y; j, k: persons. */
static void fill(jaccuse_network *network)
{
    quarrel(network, "a", "b", 3);
    quarrel(network, "b", "c", 1);
    quarrel(network, "x", "y", 1);
    test_article article;
    start(&article, "cd", "en", NULL);
    size_t c = actor(&article, "c", "c"), d = actor(&article, "d", "d");
    deny(&article, actor(&article, "e", "e"), accuse(&article, c, d));
    add(network, &article);
    start(&article, "jk", "en", NULL);
    size_t j = actor(&article, "j", "Jay Smith"), k = actor(&article, "k", "Kay Smith");
    article.actors[j].kind = article.actors[k].kind = JACCUSE_PERSON;
    accuse(&article, j, k);
    accuse(&article, j, actor(&article, "a", "a"));
    add(network, &article);
}

/* The ids of the nodes in a row; "!" and the message where nothing is left. */
static void assert_nodes(const jaccuse_network_options *options, const char *expected)
{
    jaccuse_network *network = network_with(options);
    jaccuse_error error;
    fill(network);
    char ids[600] = "";
    if (jaccuse_network_finish(network, &error) == JACCUSE_OK)
        for (size_t i = 0; i < jaccuse_network_node_count(network); i++)
            strcat(ids, jaccuse_network_node(network, i)->id);
    else
        snprintf(ids, sizeof ids, "!%s", error.message);
    assert_string_equal(ids, expected);
    jaccuse_network_free(network);
}

static void kinds(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    assert_nodes(&options, "abcdejkxy");
    options.kind = "person";
    assert_nodes(&options, "jk");
    options.kind = "state";
    assert_nodes(&options, "abcdexy");
    options.kind = "person , state";
    assert_nodes(&options, "abcdejkxy");
    options.kind = "company";
    assert_nodes(&options, "!the filter kind company leaves no actor of 9");
}

/* e, who only denies what c says, belongs to c's part. */
static void components(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.component = "largest";
    assert_nodes(&options, "abcdejk");
    options.component = "0";
    assert_nodes(&options, "abcdejk");
    options.component = "1";
    assert_nodes(&options, "xy");
    options.component = "7";
    assert_nodes(&options, "!the filter component 7 leaves no actor of 9");
}

static void egos(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.ego = "C";
    assert_nodes(&options, "bcde");
    options.radius = 1;
    assert_nodes(&options, "bcde");
    options.radius = 2;
    assert_nodes(&options, "abcde");
    options.radius = 1000000000;
    assert_nodes(&options, "abcdejk");
    options.ego = "Smith";
    assert_nodes(&options, "!\"Smith\" may be Jay Smith (j), Kay Smith (k)");
    options.ego = "kay";
    options.radius = 1;
    assert_nodes(&options, "jk");
    options.ego = "zoë";
    assert_nodes(&options, "!nobody is called \"zoë\"");
}

/* Of equal ones the first by id. */
static void tops(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.top = 1;
    assert_nodes(&options, "b");
    options.top = 3;
    assert_nodes(&options, "abc");
    options.top_of = "out_strength";
    assert_nodes(&options, "abj");
    options.top = 1000000000;
    assert_nodes(&options, "abcdejkxy");
}

/* Each filter acts on what the one before has left. */
static void order(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.min_weight = 2;
    assert_nodes(&options, "ab");
    options.component = "1"; /* there is one component left */
    assert_nodes(&options, "!the filter component 1 leaves no actor of 2");
    options = (jaccuse_network_options)JACCUSE_NETWORK_OPTIONS_INIT;
    options.kind = "person"; /* b leads the others, but is no person */
    options.top = 1;
    assert_nodes(&options, "k");
    options.ego = "b"; /* who is gone when it is asked for */
    assert_nodes(&options, "!nobody whom the filters leave is called \"b\"");
    options = (jaccuse_network_options)JACCUSE_NETWORK_OPTIONS_INIT;
    options.ego = "d";
    options.top = 1; /* of c and d */
    assert_nodes(&options, "d");
    options.ego = "x";
    options.component = "largest";
    assert_nodes(&options, "!nobody whom the filters leave is called \"x\"");
}

/* ---- what is told ---- */

static void assert_left(const jaccuse_network_options *options, const char *message)
{
    test_article article;
    start_quarrel(&article);
    article.record.outlet = "The Daily";
    jaccuse_error error;
    assert_null(network_of(options, &article, &error));
    assert_int_equal(error.code, JACCUSE_NOT_FOUND);
    assert_string_equal(error.message, message);
}

static void nothing_left(void **state)
{
    (void)state;
    const jaccuse_network_options none = JACCUSE_NETWORK_OPTIONS_INIT;
    jaccuse_network_options options = none;
    options.since = "2022";
    options.outlet = "nobody's";
    assert_left(&options, "the filter since 2022 leaves no claim (articles without a date are left "
                          "out)");
    options.since = NULL;
    assert_left(&options, "the filter outlet \"nobody's\" leaves no claim");
    options = none;
    options.language = "fr";
    assert_left(&options, "the filter lang fr leaves no claim");
    options = none;
    options.min_confidence = 0.51;
    options.about = "fraud";
    assert_left(&options, "the filter min-confidence 0.51 leaves no claim");
    options.min_confidence = 0.5;
    assert_left(&options, "the filter about \"fraud\" leaves no claim");
    options = none;
    options.min_weight = 7;
    options.kind = "person";
    assert_left(&options, "the filter kind person leaves no actor of 1"); /* d, who denies */
}

/* Nothing was there to be filtered. */
static void nothing_there(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.since = "2022";
    options.ego = "a";
    options.top = 1;
    test_article article;
    start(&article, "a", "en", NULL);
    jaccuse_network *network = network_of(&options, &article, NULL);
    assert_int_equal(jaccuse_network_node_count(network), 0);
    jaccuse_network_free(network);
}

static void assert_wrong(const jaccuse_network_options *options, const char *message)
{
    jaccuse_network *network;
    jaccuse_error error;
    assert_int_equal(jaccuse_network_new(&network, options, &error), JACCUSE_ERROR_ARGUMENT);
    assert_null(network);
    assert_non_null(strstr(error.message, message));
}

static void wrong_values(void **state)
{
    (void)state;
    const jaccuse_network_options none = JACCUSE_NETWORK_OPTIONS_INIT;
    static const char *const kinds[] = {"", ",", "firm", "person,firm", "Person", "person,,state"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        jaccuse_network_options options = none;
        options.kind = kinds[i];
        assert_wrong(&options, "there are person, state, government, company, media, "
                               "organisation, group");
    }
    static const char *const parts[] = {"", "smallest", "-1", "1x", "1234567890"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        jaccuse_network_options options = none;
        options.component = parts[i];
        assert_wrong(&options, "\"largest\" or a number");
    }
    static const char *const measures[] = {"", "fame", "component", "community"};
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++) {
        jaccuse_network_options options = none;
        options.top_of = measures[i];
        assert_wrong(&options, "in_strength, out_strength, pagerank");
    }
    static const double confidences[] = {-0.1, 1.1, (double)NAN};
    for (size_t i = 0; i < sizeof confidences / sizeof *confidences; i++) {
        jaccuse_network_options options = none;
        options.min_confidence = confidences[i];
        assert_wrong(&options, "0 to 1");
    }
    jaccuse_network_options options = none;
    options.about = " ,-";
    assert_wrong(&options, "1 to 64 words");
    char words[65 * 2 + 1];
    memset(words, ' ', sizeof words);
    for (size_t i = 0; i < 65; i++)
        words[2 * i] = 'w';
    words[sizeof words - 1] = '\0';
    options.about = words;
    assert_wrong(&options, "not 65");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates),
        cmocka_unit_test(wrong_dates),
        cmocka_unit_test(languages_and_outlets),
        cmocka_unit_test(lists),
        cmocka_unit_test(certainty),
        cmocka_unit_test(min_weight),
        cmocka_unit_test(confidence),
        cmocka_unit_test(about),
        cmocka_unit_test(about_many),
        cmocka_unit_test(about_articles),
        cmocka_unit_test(about_denials),
        cmocka_unit_test(filtered_or_not),
        cmocka_unit_test(kinds),
        cmocka_unit_test(components),
        cmocka_unit_test(egos),
        cmocka_unit_test(tops),
        cmocka_unit_test(order),
        cmocka_unit_test(nothing_left),
        cmocka_unit_test(nothing_there),
        cmocka_unit_test(wrong_values),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
