/* The alias table: who is whom, who is not, who speaks for whom. */
#include "network/records.h"

#include <stdlib.h>
#include <unistd.h>

typedef struct notices {
    size_t count, line;
    jaccuse_status code;
} notices;

static void hear(void *context, const jaccuse_error *notice)
{
    notices *heard = context;
    heard->count++;
    heard->line = notice->line;
    heard->code = notice->code;
}

/* Writes the table to a file of which `path` gets the name. */
static void write_table(const char *table, char path[64])
{
    strcpy(path, "/tmp/jaccuse-aliases-XXXXXX");
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, table, strlen(table)), (ssize_t)strlen(table));
    close(descriptor);
}

static jaccuse_status open_with(const char *table, bool by_principal, notices *heard,
                                jaccuse_network **out, jaccuse_error *error)
{
    char path[64];
    write_table(table, path);
    *heard = (notices){0, 0, JACCUSE_OK};
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.by_principal = by_principal;
    options.aliases = path;
    options.notify = hear;
    options.notify_context = heard;
    jaccuse_status status = jaccuse_network_new(out, &options, error);
    unlink(path);
    return status;
}

/* Facebook (alias "FB") is accused by the state of Georgia, twice in three articles, and Meta by
 * the country. Both Georgias came with the id of the country. */
static jaccuse_network *network_by(const char *table, bool by_principal, notices *heard)
{
    jaccuse_network *network;
    assert_int_equal(open_with(table, by_principal, heard, &network, NULL), JACCUSE_OK);
    for (size_t i = 0; i < 3; i++) {
        static const char *const ids[] = {"1", "2", "3"};
        test_article article;
        start(&article, ids[i], "en", NULL);
        size_t georgia = actor(&article, "georgia", i < 2 ? "State of Georgia" : "Georgia");
        size_t company = actor(&article, i < 2 ? "facebook" : "meta", i < 2 ? "Facebook" : "Meta");
        if (i < 2)
            alias(&article, company, "FB");
        accuse(&article, georgia, company);
        add(network, &article);
    }
    finish(network);
    return network;
}

static void without_rows(void **state)
{
    (void)state;
    notices heard;
    jaccuse_network *network = network_by("# nothing\n\n", false, &heard);
    assert_int_equal(jaccuse_network_node_count(network), 3);
    assert_int_equal(heard.count, 0);
    jaccuse_network_free(network);
}

static void same(void **state)
{
    (void)state;
    static const char *const tables[] = {"facebook\t=\tmeta\n", "Facebook\tMeta\n",
                                         "\xEF\xBB\xBF# so\nfb\t=\tMETA\r\n"};
    for (size_t i = 0; i < 3; i++) {
        notices heard;
        jaccuse_network *network = network_by(tables[i], false, &heard);
        assert_int_equal(heard.count, 0);
        assert_int_equal(jaccuse_network_node_count(network), 2);
        assert_string_equal(node(network, "meta")->label, "Meta"); /* though used less */
        assert_int_equal(node(network, "meta")->name_count, 3);
        assert_true(edge(network, "georgia", JACCUSE_ACCUSES, "meta")->weight == 3);
        jaccuse_network_free(network);
    }
}

static void same_as_a_new_name(void **state)
{
    (void)state;
    notices heard;
    jaccuse_network *network = network_by("Facebook\t=\tMéta Group\nMeta\t=\tMéta Group\n"
                                          "meta-group\t=\tFacebook\n",
                                          false, &heard);
    assert_int_equal(heard.count, 0);
    assert_int_equal(jaccuse_network_node_count(network), 2);
    assert_string_equal(node(network, "meta-group")->label, "Méta Group");
    assert_string_equal(node(network, "meta-group")->label_fr, "Méta Group");
    assert_string_equal(node(network, "meta-group")->label_en, "Méta Group");
    assert_int_equal(node(network, "meta-group")->kind, JACCUSE_STATE);
    jaccuse_network_free(network);
}

static void apart(void **state)
{
    (void)state;
    static const char *const tables[] = {"State of Georgia\t!=\tgeorgia\n",
                                         "state of georgia\t!=\tGeorgia\n"};
    for (size_t i = 0; i < 2; i++) {
        notices heard;
        jaccuse_network *network = network_by(tables[i], false, &heard);
        assert_int_equal(heard.count, 0);
        assert_true(edge(network, "state-of-georgia", JACCUSE_ACCUSES, "facebook")->weight == 2);
        assert_true(edge(network, "georgia", JACCUSE_ACCUSES, "meta")->weight == 1);
        assert_string_equal(node(network, "georgia")->label, "Georgia");
        assert_int_equal(node(network, "georgia")->name_count, 1);
        assert_string_equal(node(network, "state-of-georgia")->label, "State of Georgia");
        jaccuse_network_free(network);
    }
}

static void apart_from_somebody_else(void **state)
{
    (void)state;
    notices heard;
    jaccuse_network *network = network_by("State of Georgia\t!=\tmeta\n", false, &heard);
    assert_int_equal(heard.count, 1);
    assert_int_equal(heard.line, 1);
    assert_int_equal(node_of(network, "state-of-georgia"), JACCUSE_NONE);
    assert_int_equal(node(network, "georgia")->accusations_made, 3);
    jaccuse_network_free(network);
}

static void apart_under_the_same_slug(void **state)
{
    (void)state;
    notices heard;
    jaccuse_network *network = network_by("Georgia\t!=\tgeorgia\n", false, &heard);
    assert_int_equal(node(network, "georgia")->accusations_made, 2);
    assert_int_equal(node(network, "georgia-2")->accusations_made, 1);
    jaccuse_network_free(network);
}

static void parents(void **state)
{
    (void)state;
    notices heard;
    const char *table = "Facebook\tof\tmeta\nmeta\tof\tUSA\ngeorgia\tof\t-\n";
    jaccuse_network *network = network_by(table, false, &heard);
    assert_int_equal(heard.count, 0);
    assert_int_equal(node(network, "facebook")->of, node_of(network, "meta"));
    assert_int_equal(node(network, "meta")->of, JACCUSE_NONE); /* no claim mentions the USA */
    jaccuse_network_free(network);
    network = network_by(table, true, &heard);
    assert_int_equal(jaccuse_network_node_count(network), 2);
    assert_string_equal(node(network, "usa")->label, "USA");
    assert_true(edge(network, "georgia", JACCUSE_ACCUSES, "usa")->weight == 3);
    jaccuse_network_free(network);
}

/* The rows win over the articles, also where both together make a cycle. */
static void rows_win(void **state)
{
    (void)state;
    notices heard;
    jaccuse_network *network;
    assert_int_equal(open_with("a\tof\tb\n", true, &heard, &network, NULL), JACCUSE_OK);
    test_article article;
    start(&article, "1", "en", NULL);
    size_t a = actor(&article, "a", "A"), b = actor(&article, "b", "B");
    article.actors[b].of = a;
    accuse(&article, a, actor(&article, "c", "C"));
    add(network, &article);
    finish(network);
    assert_non_null(edge(network, "b", JACCUSE_ACCUSES, "c"));
    jaccuse_network_free(network);
}

static void unknown_names(void **state)
{
    (void)state;
    static const char *const tables[] = {"#\nNobody\t=\tmeta\n", "#\nNobody\tof\tmeta\n",
                                         "#\nNobody\t!=\tmeta\n"};
    for (size_t i = 0; i < 3; i++) {
        notices heard;
        jaccuse_network *network = network_by(tables[i], false, &heard);
        assert_int_equal(heard.count, 1);
        assert_int_equal(heard.line, 2);
        assert_int_equal(heard.code, JACCUSE_NOT_FOUND);
        assert_int_equal(jaccuse_network_node_count(network), 3);
        jaccuse_network_free(network);
    }
}

static void ambiguous_alias(void **state)
{
    (void)state;
    notices heard;
    jaccuse_network *network;
    assert_int_equal(open_with("the firm\t=\tmeta\n", false, &heard, &network, NULL), JACCUSE_OK);
    test_article article;
    start(&article, "1", "en", NULL);
    size_t a = actor(&article, "a", "A"), b = actor(&article, "b", "B");
    alias(&article, a, "the firm");
    alias(&article, b, "The Firm");
    accuse(&article, a, b);
    add(network, &article);
    finish(network);
    assert_int_equal(heard.count, 1);
    assert_int_equal(heard.code, JACCUSE_AMBIGUOUS);
    assert_int_equal(jaccuse_network_node_count(network), 2);
    jaccuse_network_free(network);
}

static void malformed(void **state)
{
    (void)state;
    static const char *const rows[] = {"a",       "a\tlike\tb", "a\t=", "a\t=\t-",   "-\t=\tb",
                                       "a\t!=\t", "a\t=\tb\tc", "\tb",  "\xFF\t=\tb"};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char table[64];
        snprintf(table, sizeof table, "# table\na\tb\n%s\n", rows[i]);
        notices heard;
        jaccuse_network *network;
        jaccuse_error error;
        assert_int_equal(open_with(table, false, &heard, &network, &error), JACCUSE_ERROR_FORMAT);
        assert_null(network);
        assert_int_equal(error.line, 3);
        assert_non_null(strstr(error.path, "jaccuse-aliases"));
    }
}

static void missing_file(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.aliases = "/nonexistent/aliases.tsv";
    jaccuse_network *network;
    jaccuse_error error;
    assert_int_equal(jaccuse_network_new(&network, &options, &error), JACCUSE_ERROR_READ);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_rows),
        cmocka_unit_test(same),
        cmocka_unit_test(same_as_a_new_name),
        cmocka_unit_test(apart),
        cmocka_unit_test(apart_from_somebody_else),
        cmocka_unit_test(apart_under_the_same_slug),
        cmocka_unit_test(parents),
        cmocka_unit_test(rows_win),
        cmocka_unit_test(unknown_names),
        cmocka_unit_test(ambiguous_alias),
        cmocka_unit_test(malformed),
        cmocka_unit_test(missing_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
