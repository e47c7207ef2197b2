/* Finding an actor by what a person types. */
#include "network/records.h"

static jaccuse_network *crowd(void)
{
    static const char *const people[][3] = {
        {"china", "Chine", "République populaire de Chine"},
        {"xi-jinping", "Xi Jinping", "M. Xi"},
        {"john-smith", "John Smith", "Smith"},
        {"jane-smith", "Jane Smith", "Smith"},
        {"elysee", "Élysée", "présidence française"},
        {"smithsonian", "Smithsonian Institution", "the museum"},
        {"a", "Acme-France SA", "Acme"},
        {"coca-cola", "Coca-Cola", "the firm"},
        {"coca-cola-hellenic", "Coca-Cola Hellenic", "the bottler"},
    };
    jaccuse_network *network = network_with(NULL);
    test_article article;
    start(&article, "1", "en", NULL);
    for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
        size_t number = actor(&article, people[i][0], people[i][1]);
        alias(&article, number, people[i][2]);
        accuse(&article, JACCUSE_NONE, number);
    }
    add(network, &article);
    finish(network);
    return network;
}

static void finds(void **state)
{
    (void)state;
    static const char *const asked[][2] = {
        {"china", "china"},
        {"CHINA", "china"},
        {"chine", "china"},
        {"republique", "china"},
        {"Populaire de", "china"},
        {"elysee", "elysee"},
        {"ÉLYSÉE", "elysee"},
        {" élysée  ", "elysee"},
        {"Jinping", "xi-jinping"},
        {"xi", "xi-jinping"},
        {"john smith", "john-smith"},
        {"Institution", "smithsonian"},
        {"acme", "a"},
        {"france", "a"},
        {"Acme France", "a"},
        {"museum", "smithsonian"},
        {"Institut", "smithsonian"},
        {"jin", "xi-jinping"},
        {"x j", "xi-jinping"},
        {"xi-jinping", "xi-jinping"},
        {"coca cola", "coca-cola"},
        {"Coca-Cola Hell", "coca-cola-hellenic"},
    };
    jaccuse_network *network = crowd();
    for (size_t i = 0; i < sizeof asked / sizeof *asked; i++) {
        size_t found;
        jaccuse_error error;
        if (jaccuse_network_find(network, asked[i][0], &found, &error) != JACCUSE_OK)
            fail_msg("%s: %s", asked[i][0], error.message);
        assert_string_equal(jaccuse_network_node(network, found)->id, asked[i][1]);
    }
    jaccuse_network_free(network);
}

static void finds_several(void **state)
{
    (void)state;
    jaccuse_network *network = crowd();
    size_t found;
    jaccuse_error error;
    assert_int_equal(jaccuse_network_find(network, "SMITH", &found, &error), JACCUSE_AMBIGUOUS);
    assert_string_equal(error.message,
                        "\"SMITH\" may be Jane Smith (jane-smith), John Smith (john-smith)");
    assert_int_equal(found, JACCUSE_NONE);
    jaccuse_network_free(network);
}

static void lists_eight(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    test_article article;
    start(&article, "1", "en", NULL);
    static char ids[10][8];
    for (size_t i = 0; i < 10; i++) {
        snprintf(ids[i], sizeof ids[i], "lee-%zu", i);
        accuse(&article, JACCUSE_NONE, actor(&article, ids[i], "Lee"));
    }
    add(network, &article);
    finish(network);
    size_t found;
    jaccuse_error error;
    assert_int_equal(jaccuse_network_find(network, "lee", &found, &error), JACCUSE_AMBIGUOUS);
    assert_non_null(strstr(error.message, "Lee (lee-7), and 2 more"));
    assert_null(strstr(error.message, "lee-8"));
    jaccuse_network_free(network);
}

static void finds_nobody(void **state)
{
    (void)state;
    jaccuse_network *network = crowd();
    size_t found;
    jaccuse_error error;
    assert_int_equal(jaccuse_network_find(network, "Bob", &found, &error), JACCUSE_NOT_FOUND);
    assert_string_equal(error.message, "nobody is called \"Bob\"");
    assert_int_equal(jaccuse_network_find(network, "", &found, &error), JACCUSE_NOT_FOUND);
    assert_int_equal(jaccuse_network_find(network, " - ", &found, NULL), JACCUSE_NOT_FOUND);
    assert_int_equal(jaccuse_network_find(network, "\xFF", &found, &error), JACCUSE_NOT_FOUND);
    jaccuse_network_free(network);
}

/* Letters left out, put in, exchanged, swapped. */
static void forgives_slips(void **state)
{
    (void)state;
    static const char *const typed[][2] = {
        {"Xi Jingping", "Xi Jinping (xi-jinping)"},
        {"jinpign", "Xi Jinping (xi-jinping)"},
        {"Smithonian", "Smithsonian Institution (smithsonian)"},
        {"smithsonian institition", "Smithsonian Institution (smithsonian)"},
        {"chnia", "China (china)"},
        {"Elisée", "Élysée (elysee)"},
    };
    jaccuse_network *network = crowd();
    for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
        size_t found;
        jaccuse_error error;
        char expected[256];
        snprintf(expected, sizeof expected, "nobody is called \"%s\"; did you mean %s", typed[i][0],
                 typed[i][1]);
        assert_int_equal(jaccuse_network_find(network, typed[i][0], &found, &error),
                         JACCUSE_NOT_FOUND);
        assert_memory_equal(error.message, expected, strlen(expected));
        assert_int_equal(found, JACCUSE_NONE);
    }
    jaccuse_network_free(network);
}

/* The nearest first; then those who are named more often. */
static void sorts_whom_it_offers(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    quarrel(network, "martin", "dupond", 1);
    quarrel(network, "martine", "dupond", 3);
    quarrel(network, "marin", "dupond", 3);
    finish(network);
    size_t found[2], count;
    jaccuse_fit fit;
    assert_int_equal(jaccuse_network_match(network, "Marttin", found, 2, &count, &fit, NULL),
                     JACCUSE_OK);
    assert_int_equal(fit, JACCUSE_FITS_NEARLY);
    assert_int_equal(count, 3);
    assert_string_equal(jaccuse_network_node(network, found[0])->id, "martin");
    assert_string_equal(jaccuse_network_node(network, found[1])->id, "marin");
    assert_int_equal(jaccuse_network_match(network, "mar", found, 2, &count, &fit, NULL),
                     JACCUSE_OK);
    assert_int_equal(fit, JACCUSE_FITS_BEGINNINGS);
    assert_int_equal(count, 3);
    assert_string_equal(jaccuse_network_node(network, found[0])->id, "marin");
    assert_string_equal(jaccuse_network_node(network, found[1])->id, "martine");
    assert_int_equal(jaccuse_network_match(network, "Q", found, 2, &count, &fit, NULL), JACCUSE_OK);
    assert_int_equal(fit, JACCUSE_FITS_NOT);
    assert_int_equal(count, 0);
    jaccuse_network_free(network);
}

/* A hundred thousand letters are no reason to be slow or to read too far. */
static void stands_long_names(void **state)
{
    (void)state;
    static char name[100001], query[70];
    for (size_t i = 0; i + 1 < sizeof name; i++)
        name[i] = i % 7 ? 'a' : ' ';
    memset(query, 'b', sizeof query - 1);
    jaccuse_network *network = network_with(NULL);
    test_article article;
    start(&article, "1", "en", NULL);
    accuse(&article, JACCUSE_NONE, actor(&article, "x", name));
    add(network, &article);
    finish(network);
    size_t found;
    assert_int_equal(jaccuse_network_find(network, query, &found, NULL), JACCUSE_NOT_FOUND);
    query[64] = '\0';
    assert_int_equal(jaccuse_network_find(network, query, &found, NULL), JACCUSE_NOT_FOUND);
    assert_int_equal(jaccuse_network_find(network, name, &found, NULL), JACCUSE_OK);
    jaccuse_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds),
        cmocka_unit_test(finds_several),
        cmocka_unit_test(lists_eight),
        cmocka_unit_test(finds_nobody),
        cmocka_unit_test(forgives_slips),
        cmocka_unit_test(sorts_whom_it_offers),
        cmocka_unit_test(stands_long_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
