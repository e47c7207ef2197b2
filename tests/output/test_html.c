/* The page: its policy, its script's hash, its table and the data that its script reads. What the
 * script makes of them in a browser is tested by tests/page.py. */
#include "output/stories.h"

#include <libxml/parser.h>

#include "base/json.h"

/* The text of a new file with the page of the network; the caller frees. */
static char *page_of(jaccuse_network *network, const jaccuse_map_options *options)
{
    draw_map(network, JACCUSE_HTML, scratch("page.html"), options);
    xmlDocPtr document = xmlReadFile(scratch("page.html"), NULL, XML_PARSE_NONET);
    assert_non_null(document);
    xmlFreeDoc(document);
    return read_whole(scratch("page.html"), NULL);
}

/* What stands behind the last `opening` up to the next `closing`. */
static ja_slice between(const char *text, const char *opening, const char *closing)
{
    const char *begin = NULL;
    for (const char *at = text; (at = strstr(at, opening)); at = begin)
        begin = at + strlen(opening);
    assert_non_null(begin);
    const char *end = strstr(begin, closing);
    assert_non_null(end);
    return (ja_slice){begin, (size_t)(end - begin)};
}

static ja_slice data_block(const char *text)
{
    return between(text, "<script type=\"application/json\" id=\"data\">", "</script>");
}

/* The data, as the browser parses them; the caller frees. */
static ja_json *data_of(const char *text)
{
    ja_json *data;
    jaccuse_error error;
    assert_status(ja_json_parse(&data, data_block(text), &error), JACCUSE_OK, &error);
    return data;
}

static const ja_json *element(const ja_json *data, const char *list, size_t index)
{
    const ja_json *found = ja_json_element(ja_json_member(data, list), index);
    assert_non_null(found);
    return found;
}

static size_t size_member(const ja_json *value, const char *key)
{
    size_t size = 0;
    assert_true(ja_json_size(ja_json_member(value, key), &size));
    return size;
}

static void test_policy(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    char *text = page_of(network, NULL);
    assert_int_equal(strncmp(text, "<!DOCTYPE html>", 15), 0);
    assert_non_null(strstr(text, "<html lang=\"en\">"));
    assert_non_null(strstr(text, "content=\"default-src 'none'; script-src 'sha256-"));
    assert_null(strstr(text, "script-src 'unsafe-inline'"));
    assert_null(strstr(text, "javascript:"));
    free(text);
    jaccuse_network_free(network);
}

/* The policy names the hash of the very bytes of the script; another program says so. */
static void test_script_hash(void **state)
{
    (void)state;
    if (!has("/usr/bin/python3 -c 'import hashlib'", "python3"))
        skip();
    jaccuse_network *network = small_network();
    free(page_of(network, NULL));
    assert_true(runs("/usr/bin/python3 -c \""
                     "import base64, hashlib, re, sys\n"
                     "page = open(sys.argv[1], 'rb').read()\n"
                     "named = re.search(b'sha256-([^\\x27]+)', page).group(1)\n"
                     "script = re.search(b'<script>(.*?)</script>', page, re.S).group(1)\n"
                     "assert b'start();' in script\n"
                     "assert base64.b64encode(hashlib.sha256(script).digest()) == named\n"
                     "\" '%s'",
                     scratch("page.html")));
    jaccuse_network_free(network);
}

/* Without scripts the table says everything. */
static void test_table(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    char *text = page_of(network, NULL);
    ja_slice table = between(text, "<noscript>", "</noscript>");
    char *copy = strndup(table.at, table.length);
    assert_non_null(strstr(copy, "<mark>accuses</mark>"));
    assert_non_null(strstr(copy, "not named"));
    assert_non_null(strstr(copy, "href=\"https://example.org/memo?a=1&amp;b=2\""));
    free(copy);
    free(text);
    jaccuse_network_free(network);
}

static void test_data(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    char *text = page_of(network, NULL);
    ja_json *data = data_of(text);
    size_t nodes = jaccuse_network_node_count(network), edges = jaccuse_network_edge_count(network);
    assert_int_equal(ja_json_count(ja_json_member(data, "nodes")), nodes);
    assert_int_equal(ja_json_count(ja_json_member(data, "edges")), edges);
    assert_null(ja_json_member(data, "title"));
    for (size_t i = 0; i < nodes; i++)
        assert_string_equal(ja_json_member_string(element(data, "nodes", i), "id"),
                            jaccuse_network_node(network, i)->id);
    for (size_t i = 0; i < edges; i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, i);
        const ja_json *written = element(data, "edges", i);
        const ja_json *passages = ja_json_member(written, "passages");
        assert_int_equal(size_member(written, "source"), edge->source);
        assert_int_equal(size_member(written, "target"), edge->target);
        assert_int_equal(ja_json_count(passages), edge->evidence_count);
        for (size_t j = 0; j < edge->evidence_count; j++) {
            size_t number = 0;
            assert_true(ja_json_size(ja_json_element(passages, j), &number));
            const ja_json *passage = element(data, "passages", number);
            const ja_json *article = element(data, "articles", size_member(passage, "article"));
            const ja_json *quote = ja_json_member(passage, "quote");
            char whole[256];
            snprintf(whole, sizeof whole, "%s%s%s", ja_json_string(ja_json_element(quote, 0)),
                     ja_json_string(ja_json_element(quote, 1)),
                     ja_json_string(ja_json_element(quote, 2)));
            assert_string_equal(whole, edge->evidence[j].quote);
            assert_string_equal(ja_json_member_string(article, "date"), edge->evidence[j].date);
        }
    }
    ja_json_free(data);
    free(text);
    jaccuse_network_free(network);
}

/* The words come in every language, and the same ones. */
static void test_words(void **state)
{
    (void)state;
    jaccuse_network *network = empty_network();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.language = "fr";
    options.title = "Qui ment ?";
    char *text = page_of(network, &options);
    ja_json *data = data_of(text);
    const ja_json *words = ja_json_member(data, "words");
    const ja_json *english = ja_json_member(words, "en"), *french = ja_json_member(words, "fr");
    assert_string_equal(ja_json_member_string(data, "language"), "fr");
    assert_string_equal(ja_json_member_string(data, "title"), "Qui ment ?");
    assert_string_equal(ja_json_member_string(english, "relation.denies"), "denies");
    assert_string_equal(ja_json_member_string(french, "relation.denies"), "d\xC3\xA9ment");
    assert_string_equal(ja_json_member_string(english, "view.table"), "Table");
    assert_string_equal(ja_json_member_string(french, "view.table"), "Tableau");
    assert_null(ja_json_member(english, "key"));
    ja_json_free(data);
    free(text);
    jaccuse_network_free(network);
}

/* A claim that several edges rest on stands once, and so does its article. */
static void test_nothing_twice(void **state)
{
    (void)state;
    static const cast one = {"one", "One", JACCUSE_PERSON}, two = {"two", "Two", JACCUSE_PERSON};
    jaccuse_network *network = begin_network();
    tell(network, 0, (story){&one, &two, true, "A", NULL, "2024-01-01", NULL});
    tell(network, 1, (story){&one, &two, false, "B", NULL, "2024-01-02", NULL});
    end_network(network);
    char *text = page_of(network, NULL);
    ja_json *data = data_of(text);
    assert_int_equal(ja_json_count(ja_json_member(data, "articles")), 2);
    assert_int_equal(ja_json_count(ja_json_member(data, "passages")), 3);
    ja_json_free(data);
    free(text);
    jaccuse_network_free(network);
}

/* Nothing in the data can end their element or begin another, and no link leads out of the web. */
static void test_hostile(void **state)
{
    (void)state;
    static const cast names = {"</script>", "a\xE2\x80\xA8<!--<script>\x01\xFF", JACCUSE_PERSON},
                      other = {"]]>", "\xE2\x80\xAEknil ]]> &amp;", JACCUSE_STATE};
    jaccuse_network *network = begin_network();
    tell(network, 0,
         (story){&names, &other, true, "</noscript>", "javascript:alert(1)", NULL,
                 "x \xE2\x80\xA9 accuses </script>"});
    end_network(network);
    char *text = page_of(network, NULL);
    ja_slice block = data_block(text);
    for (size_t i = 0; i < block.length; i++) {
        assert_null(strchr("<>&", block.at[i]));
        assert_false(block.length - i >= 3 && memcmp(block.at + i, "\xE2\x80\xA8", 3) == 0);
        assert_false(block.length - i >= 3 && memcmp(block.at + i, "\xE2\x80\xA9", 3) == 0);
    }
    ja_json *data = data_of(text);
    assert_string_equal(ja_json_member_string(element(data, "nodes", 0), "id"), "</script>");
    assert_string_equal(ja_json_member_string(element(data, "articles", 0), "outlet"),
                        "</noscript>");
    assert_null(ja_json_member(element(data, "articles", 0), "url"));
    assert_null(strstr(text, "javascript:"));
    ja_json_free(data);
    free(text);
    jaccuse_network_free(network);
    network = hostile_network();
    text = page_of(network, NULL);
    ja_json_free(data_of(text));
    free(text);
    jaccuse_network_free(network);
}

/* Wherever memory ends, the call says so and leaves nothing behind. */
static void test_no_memory(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    free(page_of(network, NULL)); /* the network has its measures from now on */
    size_t failures = 0;
    for (long blocks = 1; blocks < 200; blocks++) {
        jaccuse_error error;
        ja_arena_fail_after(blocks);
        jaccuse_status status =
            jaccuse_map(network, JACCUSE_HTML, scratch("page.html"), NULL, &error);
        ja_arena_fail_after(0);
        if (status == JACCUSE_OK)
            break;
        assert_status(status, JACCUSE_ERROR_MEMORY, &error);
        failures++;
    }
    assert_true(failures > 3 && failures < 190);
    jaccuse_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_policy),  cmocka_unit_test(test_script_hash),
        cmocka_unit_test(test_table),   cmocka_unit_test(test_data),
        cmocka_unit_test(test_words),   cmocka_unit_test(test_nothing_twice),
        cmocka_unit_test(test_hostile), cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, use_draw_program, remove_scratch);
}
