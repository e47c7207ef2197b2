/* What is new and what is gone between two sets of articles. */
#include "network/records.h"

static jaccuse_diff *diff_of(jaccuse_network *network)
{
    jaccuse_diff *diff;
    assert_int_equal(jaccuse_diff_new(&diff, network, NULL), JACCUSE_OK);
    return diff;
}

static void put(jaccuse_diff *diff, jaccuse_side side, const test_article *draft)
{
    assert_int_equal(jaccuse_diff_add(diff, side, &draft->record, NULL), JACCUSE_OK);
}

/* An article of one accusation; `by` NULL: by nobody; with `denied` the accused denies it. */
static void tell(jaccuse_diff *diff, jaccuse_side side, const char *id, const char *by,
                 const char *against, bool denied)
{
    test_article article;
    start(&article, id, "en", "2021-01-01");
    size_t b = actor(&article, against, against);
    size_t a = by ? actor(&article, by, by) : JACCUSE_NONE;
    size_t accusation = accuse(&article, a, b);
    if (denied)
        deny(&article, b, accusation);
    put(diff, side, &article);
}

/* "+actors x; -accusations a>b; ", in the order of the changes. */
static void expect_changes(jaccuse_diff *diff, jaccuse_network *network, const char *expected)
{
    const jaccuse_change *changes;
    size_t count, used = 0;
    char told[1024] = "";
    assert_int_equal(jaccuse_diff_compare(diff, &changes, &count, NULL), JACCUSE_OK);
    for (size_t i = 0; i < count; i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, changes[i].edge);
        const jaccuse_node *source = edge ? jaccuse_network_node(network, edge->source) : NULL;
        const char *mark = changes[i].kind == JACCUSE_CHANGE_ACTOR ? "" : ">";
        used += (size_t)snprintf(told + used, sizeof told - used, "%s%c%s %s%s%s", i ? "; " : "",
                                 changes[i].gone ? '-' : '+', jaccuse_change_name(changes[i].kind),
                                 source ? source->id : "", mark,
                                 jaccuse_network_node(network, changes[i].node)->id);
        assert_true((changes[i].evidence_count > 0) == (changes[i].kind != JACCUSE_CHANGE_ACTOR));
    }
    assert_string_equal(told, expected);
}

static void end(jaccuse_diff *diff, jaccuse_network *network)
{
    jaccuse_diff_free(diff);
    jaccuse_network_free(network);
}

static void tells_new_and_gone(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    jaccuse_diff *diff = diff_of(network);
    tell(diff, JACCUSE_OLD, "1", "a", "b", false);
    tell(diff, JACCUSE_OLD, "2", "b", "c", true);
    tell(diff, JACCUSE_NEW, "3", "a", "b", false);
    tell(diff, JACCUSE_NEW, "4", "a", "d", true);
    tell(diff, JACCUSE_NEW, "5", NULL, "b", false);
    finish(network);
    expect_changes(diff, network,
                   "+accusations >b; -actors c; +actors d; +accusations a>d; -accusations b>c; "
                   "-denials c>b; +denials d>a");
    end(diff, network);
}

/* Another article tells it, with a denial; and one tells it without. */
static void tells_what_is_answered_now(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    jaccuse_diff *diff = diff_of(network);
    tell(diff, JACCUSE_OLD, "1", "a", "b", false);
    tell(diff, JACCUSE_NEW, "1", "a", "b", false);
    tell(diff, JACCUSE_NEW, "2", "a", "b", true);
    tell(diff, JACCUSE_OLD, "3", NULL, "c", true);
    tell(diff, JACCUSE_NEW, "4", NULL, "c", false);
    finish(network);
    expect_changes(diff, network, "-answered >c; -denials >c; +answered a>b; +denials b>a");
    end(diff, network);
}

static void tells_nothing_of_the_same(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    jaccuse_diff *diff = diff_of(network);
    for (int side = JACCUSE_OLD; side <= JACCUSE_NEW; side++) {
        tell(diff, (jaccuse_side)side, "1", "a", "b", true);
        tell(diff, (jaccuse_side)side, "2", NULL, "b", false);
        tell(diff, (jaccuse_side)side, "2", NULL, "b", false);
    }
    finish(network);
    assert_int_equal(jaccuse_network_article_count(network), 2);
    expect_changes(diff, network, "");
    end(diff, network);
}

/* The same article, of which a reviewer or a better reading has dropped a claim: "the company" is
 * no other one for that. */
static void compares_readings_of_one_article(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    jaccuse_diff *diff = diff_of(network);
    for (int side = JACCUSE_OLD; side <= JACCUSE_NEW; side++) {
        test_article article;
        start(&article, "1", "en", "2021-01-01");
        article.record.fingerprint = "0123456789abcdef";
        article.record.path = side == JACCUSE_OLD ? "old/1.txt" : "new/1.txt";
        size_t a = actor(&article, "a", "a"), company = actor(&article, "company", "the company");
        article.actors[company].kind = JACCUSE_COMPANY;
        accuse(&article, a, company);
        if (side == JACCUSE_OLD)
            accuse(&article, company, a);
        put(diff, (jaccuse_side)side, &article);
    }
    finish(network);
    expect_changes(diff, network, "-accusations company>a");
    end(diff, network);
}

/* Spelt otherwise, he is no other. */
static void knows_an_actor_by_another_name(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    jaccuse_diff *diff = diff_of(network);
    static const char *const names[] = {"Volodymyr Zelensky", "Volodymyr Zelenskyy"};
    static const char *const ids[] = {"volodymyr-zelensky", "volodymyr-zelenskyy"};
    for (int side = JACCUSE_OLD; side <= JACCUSE_NEW; side++) {
        test_article article;
        start(&article, ids[side], "en", "2021-01-01");
        size_t him = actor(&article, ids[side], names[side]);
        article.actors[him].kind = JACCUSE_PERSON;
        accuse(&article, him, actor(&article, "russia", "Russia"));
        put(diff, (jaccuse_side)side, &article);
    }
    finish(network);
    expect_changes(diff, network, "");
    end(diff, network);
}

static void refuses_nonsense(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    jaccuse_diff *diff = diff_of(network);
    const jaccuse_change *changes;
    size_t count;
    jaccuse_record nameless = {0};
    assert_int_equal(jaccuse_diff_add(diff, JACCUSE_OLD, &nameless, NULL), JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_diff_compare(diff, &changes, &count, NULL), JACCUSE_ERROR_ARGUMENT);
    finish(network);
    expect_changes(diff, network, "");
    assert_null(jaccuse_change_name(JACCUSE_CHANGE_COUNT));
    jaccuse_diff_free(NULL);
    end(diff, network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tells_new_and_gone),
        cmocka_unit_test(tells_what_is_answered_now),
        cmocka_unit_test(tells_nothing_of_the_same),
        cmocka_unit_test(compares_readings_of_one_article),
        cmocka_unit_test(knows_an_actor_by_another_name),
        cmocka_unit_test(refuses_nonsense),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
