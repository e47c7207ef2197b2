/* Inputs: kinds of files, JSON in lines and whole, folders, standard input, memory failure. */
#include <iconv.h>

#include "fixture.h"

#include "base/arena.h"

#define GOLD "{\"actors\": [], \"claims\": []}"

/* What an input gave, one line for each answer: "article ID", "claims TEXT", "error LINE". */
static char heard[8192];
static char notices[2048];

static void hear(void *context, const jaccuse_error *notice)
{
    (void)context;
    size_t at = strlen(notices);
    snprintf(notices + at, sizeof notices - at, "%s\n", notice->message);
}

static void drain(jaccuse_input *input)
{
    jaccuse_item item;
    jaccuse_error error;
    jaccuse_status status;
    heard[0] = '\0';
    while ((status = jaccuse_input_next(input, &item, &error)) != JACCUSE_END) {
        size_t at = strlen(heard);
        if (status != JACCUSE_OK)
            snprintf(heard + at, sizeof heard - at, "error %zu\n", error.line);
        else if (item.article)
            snprintf(heard + at, sizeof heard - at, "article %s\n",
                     strrchr(item.article->id, '/') ? strrchr(item.article->id, '/')
                                                    : item.article->id);
        else
            snprintf(heard + at, sizeof heard - at, "claims %s\n", item.claims);
        jaccuse_item_clear(&item);
    }
    assert_int_equal(jaccuse_input_next(input, &item, &error), JACCUSE_END);
}

static void read_all(const char *path)
{
    jaccuse_input *input;
    jaccuse_error error;
    notices[0] = '\0';
    assert_int_equal(jaccuse_input_open(&input, path, hear, NULL, &error), JACCUSE_OK);
    drain(input);
    jaccuse_input_close(input);
}

static void expect_items(const char *name, const char *bytes, const char *items)
{
    read_all(write_file(name, bytes, strlen(bytes)));
    assert_string_equal(heard, items);
}

static void test_lines(void **state)
{
    (void)state;
    expect_items("a.jsonl",
                 "\xEF\xBB\xBF{\"id\": \"a\", \"text\": \"x\"}\n\n{bad}\n{\"text\": \"y\"}\r\n[]\n"
                 "{\"jaccuse\": 1, \"article\": {}}\n" GOLD "\n{\"id\": \"z\", \"text\": \"z\"}",
                 "article a\nerror 3\narticle /a.jsonl#4\nerror 5\n"
                 "claims {\"jaccuse\": 1, \"article\": {}}\nerror 7\narticle z\n");
    expect_items("b.txt", "{\"id\": \"cut off\n{\"id\": \"b\", \"text\": \"b\"}\n",
                 "error 1\narticle b\n");
    expect_items("c.json", "{\"id\": \"c\", \"text\": \"c\"}\n{\"id\": \"d\", \"text\": \"d\"}\n",
                 "article c\narticle d\n");
}

/* No lines are no records; a file of any other kind holds something. */
static void test_no_lines(void **state)
{
    (void)state;
    expect_items("empty.jsonl", "", "");
    expect_items("blank.ndjson", "\n \n", "");
    expect_items("mark.jsonl", "\xEF\xBB\xBF", "");
    expect_items("utf16.jsonl", "\xFF\xFE", "");
    expect_items("empty.txt", "", "error 0\n");
    expect_items("empty.json", "", "error 0\n");
}

/* What `heard` should be of lines that are `text`, written in another character set. */
static void expect_in_charset(const char *name, const char *charset, const char *text,
                              const char *items)
{
    char bytes[4096], *in = (char *)text, *out = bytes;
    size_t left = strlen(text), room = sizeof bytes;
    iconv_t converter = iconv_open(charset, "UTF-8");
    assert_true(converter != (iconv_t)-1);
    assert_int_equal(iconv(converter, &in, &left, &out, &room), 0);
    iconv_close(converter);
    read_all(write_file(name, bytes, sizeof bytes - room));
    assert_string_equal(heard, items);
}

static void test_lines_in_charsets(void **state)
{
    static const char *const CHARSETS[] = {"UTF-16LE", "UTF-16BE"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        expect_in_charset("a.jsonl", CHARSETS[i],
                          "\uFEFF{\"id\": \"é\", \"text\": \"Ċ\"}\r\n\n{bad}\n"
                          "{\"id\": \"b\", \"text\": \"y\"}",
                          "article é\nerror 3\narticle b\n");
        expect_in_charset(
            "a.txt", CHARSETS[i],
            "\uFEFF{\"id\": \"é\", \"text\": \"x\"}\n{\"id\": \"b\", \"text\": \"y\"}\n",
            "article é\narticle b\n");
    }
    expect_items("w.jsonl",
                 "{\"id\": \"\xE9t\xE9\", \"text\": \"x\"}\n{\"id\": \"é\", \"text\": \"y\"}\n",
                 "article été\narticle é\n");
    expect_items("w.json", "[{\"id\": \"\xE9t\xE9\",\n \"text\": \"x\"}]", "article été\n");
}

static void test_whole_json(void **state)
{
    (void)state;
    expect_items("a.json", "{\n \"id\": \"a\",\n \"text\": \"x\"\n}\n", "article a\n");
    expect_items("b.json",
                 "[{\"id\": \"a\", \"text\": \"x\"}, 7,\n {\"text\": \"y\"}, {\"jaccuse\": 1, "
                 "\"n\": [1.5, \"é\"]}, " GOLD "]",
                 "article a\nerror 2\narticle /b.json#3\nclaims "
                 "{\"jaccuse\": 1, \"n\": [1.5, \"é\"]}\nerror 5\n");
    expect_items("c.json", "{\n \"id\": \"a\",\n", "error 0\n");
    expect_items("d.json", "[]", "");
}

static void test_gold_named_directly(void **state)
{
    (void)state;
    assert_refused("gold.json", BYTES(GOLD), JACCUSE_ERROR_FORMAT, "\"jaccuse\": 1");
}

static void test_kinds(void **state)
{
    (void)state;
    expect_items("a.txt", "[AFP] Pékin nie.", "article /a.txt\n");
    expect_items("b.txt", "{sic} Pékin nie.", "article /b.txt\n");
    expect_items("c.txt", "<3 says the minister", "article /c.txt\n");
    expect_items("d.txt", " \n<!-- x --><HTML><p>Text", "article /d.txt\n");
    assert_refused("e.txt", BYTES("\x1F\x8B\x08 x"), JACCUSE_ERROR_FORMAT, "gzip");
    assert_refused("f.txt", BYTES("PK\x03\x04 x"), JACCUSE_ERROR_FORMAT, "ZIP");
    assert_refused("g.txt", BYTES("%PDF-1.4 x"), JACCUSE_ERROR_FORMAT, "PDF");
    assert_refused("h.txt", BYTES("<?xml version='1.0'?>\n<rss><channel>"), JACCUSE_ERROR_FORMAT,
                   "feed");
    assert_refused("i.txt", BYTES("<?xml version='1.0'?>\n<x>"), JACCUSE_ERROR_FORMAT, "XML");
    assert_refused("j.txt", BYTES("ELF\0\x01\x02"), JACCUSE_ERROR_FORMAT, "not text");
    assert_refused("k.txt", BYTES("\x01\x02\x03 abcdefgh"), JACCUSE_ERROR_FORMAT, "not text");
    assert_refused("l.json", BYTES(" \n "), JACCUSE_ERROR_FORMAT, "is empty");
}

static void test_xml_bomb(void **state)
{
    (void)state;
    assert_refused("bomb.txt",
                   BYTES("<?xml version='1.0'?><!DOCTYPE l [<!ENTITY a 'aaaa'><!ENTITY b "
                         "'&a;&a;&a;'>]><l>&b;</l>"),
                   JACCUSE_ERROR_FORMAT, "XML");
}

static void test_endless_line(void **state)
{
    (void)state;
    char *line = repeat("{\"text\": \"", "x", (size_t)50 << 20, "");
    assert_refused("endless.jsonl", line, strlen(line), JACCUSE_ERROR_LIMIT, "line is longer");
    assert_refused("endless.json", line, strlen(line), JACCUSE_ERROR_LIMIT, "longer");
    free(line);
    line =
        repeat("{\"text\": \"", "x", (size_t)20 << 20, "\"}\n{\"id\": \"b\", \"text\": \"b\"}\n");
    expect_items("long.jsonl", line, "error 1\narticle b\n");
    free(line);
}

static void make_tree(void)
{
    mkdir(path_of("tree"), 0777);
    mkdir(path_of("tree/sub"), 0777);
    mkdir(path_of("tree/.hidden"), 0777);
    write_file("tree/b.txt", BYTES("Text b."));
    write_file("tree/a.json", BYTES("{\"text\": \"a\"}"));
    write_file("tree/c.gold.json", BYTES(GOLD));
    write_file("tree/odd\nname.txt", BYTES("Odd."));
    write_file("tree/Z.HTM", BYTES("<html><p>Text."));
    write_file("tree/empty.txt", "", 0);
    write_file("tree/picture.png", BYTES("PNG"));
    write_file("tree/noending", BYTES("x"));
    write_file("tree/.secret.txt", BYTES("x"));
    write_file("tree/.hidden/x.txt", BYTES("x"));
    write_file("tree/sub/inner.txt", BYTES("Inner."));
    write_file("tree/sub/picture.png", BYTES("PNG"));
    assert_int_equal(symlink("..", path_of("tree/sub/loop")), 0);
    assert_int_equal(symlink("nowhere", path_of("tree/sub/broken.txt")), 0);
    assert_int_equal(symlink("../b.txt", path_of("tree/sub/link.txt")), 0);
    assert_int_equal(mkfifo(path_of("tree/sub/pipe.txt"), 0666), 0);
}

static void test_folder(void **state)
{
    (void)state;
    make_tree();
    read_all(path_of("tree/"));
    assert_string_equal(heard, "article /Z.HTM\narticle /a.json#1\narticle /b.txt\nerror 0\n"
                               "article /odd\nname.txt\nerror 0\narticle /inner.txt\n"
                               "article /link.txt\n");
    assert_string_equal(notices, "2 files of other kinds left out\n1 links to folders left out\n"
                                 "2 files of other kinds left out\n"
                                 "1 records of hand-made claims left out\n");
    read_all(path_of("tree/sub/loop"));
    assert_non_null(strstr(heard, "article /inner.txt\n"));
}

static void test_deep_folder(void **state)
{
    char path[512];
    (void)state;
    strcpy(path, "deep");
    mkdir(path_of(path), 0777);
    for (int i = 0; i < 40; i++) {
        strcat(path, "/d");
        mkdir(path_of(path), 0777);
    }
    strcat(path, "/x.txt");
    write_file(path, BYTES("Unreachable."));
    write_file("deep/x.txt", BYTES("Reachable."));
    read_all(path_of("deep"));
    assert_string_equal(heard, "article /x.txt\n");
    assert_string_equal(notices, "1 folders left out: nested too deep\n");
}

static void test_open_failures(void **state)
{
    jaccuse_input *input;
    jaccuse_error error;
    (void)state;
    assert_int_equal(jaccuse_input_open(&input, path_of("none.txt"), NULL, NULL, &error),
                     JACCUSE_ERROR_READ);
    assert_non_null(strstr(error.path, "none.txt"));
    assert_int_equal(jaccuse_input_open(&input, "", NULL, NULL, NULL), JACCUSE_ERROR_ARGUMENT);
    jaccuse_input_close(NULL);
    if (geteuid() == 0)
        return; /* root may read everything */
    const char *path = write_file("locked.txt", BYTES("x"));
    assert_int_equal(chmod(path, 0), 0);
    assert_int_equal(jaccuse_input_open(&input, path, NULL, NULL, &error), JACCUSE_ERROR_READ);
}

static void test_standard_input(void **state)
{
    (void)state;
    const char *path = write_file("in.txt", BYTES("{\"text\": \"x\"}\n"));
    assert_non_null(freopen(path, "rb", stdin));
    read_all("-");
    assert_string_equal(heard, "article -#1\n");
    assert_non_null(freopen(write_file("none.txt", "", 0), "rb", stdin));
    read_all("-");
    assert_string_equal(heard, "");
}

/* Whichever allocation fails, the answer is a status and nothing is lost. */
static void test_memory_failure(void **state)
{
    static const char *const FILES[] = {"m.txt", "m.html", "m.jsonl"};
    (void)state;
    write_file("m.txt", BYTES("Title\n\nText."));
    write_file("m.jsonl", BYTES("{\"id\": \"a\", \"html\": \"<p>Text</p>\"}"));
    char *page = repeat("<html><script type='application/ld+json'>{\"@type\":\"NewsArticle\","
                        "\"articleBody\":\"<p>x</p>\"}</script><title>T</title>",
                        "<p class='x'>Some text, with commas</p>", 500, "");
    write_file("m.html", page, strlen(page));
    free(page);
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) {
        jaccuse_status status = JACCUSE_ERROR_MEMORY;
        for (long n = 1; status == JACCUSE_ERROR_MEMORY; n++) {
            jaccuse_input *input;
            jaccuse_item item;
            assert_int_equal(jaccuse_input_open(&input, path_of(FILES[i]), NULL, NULL, NULL),
                             JACCUSE_OK);
            ja_arena_fail_after(n);
            status = jaccuse_input_next(input, &item, NULL);
            ja_arena_fail_after(0);
            jaccuse_item_clear(&item);
            jaccuse_input_close(input);
        }
        assert_int_equal(status, JACCUSE_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_lines),
        cmocka_unit_test(test_no_lines),
        cmocka_unit_test(test_lines_in_charsets),
        cmocka_unit_test(test_whole_json),
        cmocka_unit_test(test_kinds),
        cmocka_unit_test(test_gold_named_directly),
        cmocka_unit_test(test_xml_bomb),
        cmocka_unit_test(test_endless_line),
        cmocka_unit_test(test_folder),
        cmocka_unit_test(test_deep_folder),
        cmocka_unit_test(test_open_failures),
        cmocka_unit_test(test_standard_input),
        cmocka_unit_test(test_memory_failure),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
