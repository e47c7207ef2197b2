/* The map as SVG, PNG and PDF, and the drawing in a page: well-formed, nothing overlaps, the same
 * bytes each time. */
#include "output/stories.h"

#include <libxml/parser.h>
#include <math.h>

#include "base/arena.h"

typedef struct box {
    double left, top, right, bottom;
} box;

static xmlDocPtr parse(const char *path)
{
    xmlDocPtr document = xmlReadFile(path, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR);
    if (!document)
        fail_msg("%s is not well-formed", path);
    return document;
}

static double number_of(xmlNodePtr element, const char *name)
{
    xmlChar *text = xmlGetProp(element, (const xmlChar *)name);
    double value = text ? strtod((char *)text, NULL) : NAN;
    xmlFree(text);
    return value;
}

static bool has_class(xmlNodePtr element, const char *name)
{
    xmlChar *text = xmlGetProp(element, (const xmlChar *)"class");
    bool found = text && strncmp((char *)text, name, strlen(name)) == 0;
    xmlFree(text);
    return found;
}

static void widen(box *all, double x, double y)
{
    all->left = fmin(all->left, x);
    all->right = fmax(all->right, x);
    all->top = fmin(all->top, y);
    all->bottom = fmax(all->bottom, y);
}

static void widen_by_path(box *all, const char *text)
{
    while (*text) {
        char *end;
        double x = strtod(text + strspn(text, "MLZ "), &end);
        if (end == text + strspn(text, "MLZ "))
            return;
        double y = strtod(end, &end);
        widen(all, x, y);
        text = end;
    }
}

/* The box around the outline of a node. */
static box outline(xmlNodePtr node)
{
    box found = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (xmlNodePtr child = node->children; child; child = child->next) {
        if (strcmp((const char *)child->name, "rect") == 0) {
            double x = number_of(child, "x"), y = number_of(child, "y");
            widen(&found, x, y);
            widen(&found, x + number_of(child, "width"), y + number_of(child, "height"));
        } else if (strcmp((const char *)child->name, "path") == 0) {
            xmlChar *text = xmlGetProp(child, (const xmlChar *)"d");
            widen_by_path(&found, (char *)text);
            xmlFree(text);
        }
    }
    return found;
}

static xmlNodePtr find_group(xmlNodePtr parent, const char *class_name)
{
    for (xmlNodePtr child = parent->children; child; child = child->next)
        if (child->type == XML_ELEMENT_NODE && has_class(child, class_name))
            return child;
    return NULL;
}

static size_t count_groups(xmlNodePtr parent, const char *class_name)
{
    size_t count = 0;
    for (xmlNodePtr child = parent->children; child; child = child->next)
        count += child->type == XML_ELEMENT_NODE && has_class(child, class_name);
    return count;
}

static void check_text(xmlNodePtr node, box outer)
{
    for (xmlNodePtr child = node->children; child; child = child->next)
        if (strcmp((const char *)child->name, "text") == 0)
            for (xmlNodePtr line = child->children; line; line = line->next) {
                double x = number_of(line, "x"), y = number_of(line, "y");
                assert_true(x > outer.left && x < outer.right);
                assert_true(y > outer.top && y < outer.bottom);
            }
}

/* Boxes lie in the canvas and not on each other. Returns how many there are. */
static size_t check_boxes(const char *path)
{
    xmlDocPtr document = parse(path);
    xmlNodePtr root = xmlDocGetRootElement(document);
    xmlNodePtr drawing = find_group(root, "drawing");
    assert_non_null(drawing);
    xmlChar *shift = xmlGetProp(drawing, (const xmlChar *)"transform");
    double x = 0, y = 0;
    assert_int_equal(sscanf((char *)shift, "translate(%lf %lf)", &x, &y), 2);
    xmlFree(shift);
    box boxes[400];
    size_t count = 0;
    for (xmlNodePtr child = drawing->children; child; child = child->next) {
        if (child->type != XML_ELEMENT_NODE || !has_class(child, "node"))
            continue;
        box found = outline(child);
        check_text(child, found);
        assert_true(found.left + x >= 0 && found.right + x <= number_of(root, "width"));
        assert_true(found.top + y >= 0 && found.bottom + y <= number_of(root, "height"));
        for (size_t i = 0; i < count; i++)
            assert_false(found.left < boxes[i].right && found.right > boxes[i].left &&
                         found.top < boxes[i].bottom && found.bottom > boxes[i].top);
        boxes[count++] = found;
    }
    xmlFreeDoc(document);
    return count;
}

static void test_boxes_do_not_overlap(void **state)
{
    (void)state;
    static const char *const LAYOUTS[] = {NULL, "dot", "neato", "sfdp"};
    for (size_t size = 2; size <= 58; size += 14)
        for (size_t i = 0; i < 4; i++) {
            jaccuse_network *network = large_network(size, size + size / 2);
            jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
            options.layout = LAYOUTS[i];
            draw_map(network, JACCUSE_SVG, scratch("boxes.svg"), &options);
            assert_int_equal(check_boxes(scratch("boxes.svg")), size);
            jaccuse_network_free(network);
        }
}

static void test_small_story(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    const char *path = scratch("small.svg");
    draw_map(network, JACCUSE_SVG, path, NULL);
    assert_int_equal(check_boxes(path), jaccuse_network_node_count(network));
    char *text = read_whole(path, NULL);
    assert_non_null(strstr(text, "role=\"img\""));
    assert_non_null(strstr(text, "aria-labelledby=\"jaccuse-title jaccuse-desc\""));
    assert_non_null(strstr(text, "Who accuses whom"));
    assert_non_null(strstr(text, "12 February 2020"));
    assert_non_null(strstr(text, "href=\"https://example.org/memo?a=1&amp;b=2\""));
    assert_null(strstr(text, "javascript:"));
    assert_null(strstr(text, "<script"));
    xmlDocPtr document = parse(path);
    xmlNodePtr drawing = find_group(xmlDocGetRootElement(document), "drawing");
    assert_int_equal(count_groups(drawing, "edge"), jaccuse_network_edge_count(network));
    assert_true(count_groups(drawing, "edge accuses answered") > 0);
    assert_true(count_groups(drawing, "edge denies") > 0);
    xmlFreeDoc(document);
    free(text);
    jaccuse_network_free(network);
}

static void test_french(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.language = "fr";
    draw_map(network, JACCUSE_SVG, scratch("fr.svg"), &options);
    char *text = read_whole(scratch("fr.svg"), NULL);
    assert_non_null(strstr(text, "Qui accuse qui"));
    assert_non_null(strstr(text, "12 f\xC3\xA9vrier 2020"));
    free(text);
    jaccuse_network_free(network);
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    while ((text = strstr(text, part))) {
        count++;
        text += strlen(part);
    }
    return count;
}

static void test_hostile_names(void **state)
{
    (void)state;
    jaccuse_network *network = hostile_network();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.title = "</title><script>\x01\xFF & \"";
    draw_map(network, JACCUSE_SVG, scratch("hostile.svg"), &options);
    check_boxes(scratch("hostile.svg"));
    draw_map(network, JACCUSE_HTML, scratch("hostile.html"), &options);
    static const char *const NAMES[] = {"hostile.svg", "hostile.html"};
    static const size_t SCRIPTS[] = {0, 2}; /* of our own */
    for (size_t i = 0; i < 2; i++) {
        xmlFreeDoc(parse(scratch(NAMES[i])));
        char *text = read_whole(scratch(NAMES[i]), NULL);
        assert_int_equal(count_of(text, "<script"), SCRIPTS[i]);
        assert_null(strstr(text, "\x01"));
        assert_null(strstr(text, "\"><script"));
        free(text);
    }
    jaccuse_network_free(network);
}

static void test_empty_and_single(void **state)
{
    (void)state;
    static const cast lone = {"lone", "Lone Wolf", JACCUSE_PERSON};
    static const jaccuse_format FORMATS[] = {JACCUSE_SVG, JACCUSE_HTML, JACCUSE_PNG, JACCUSE_PDF,
                                             JACCUSE_DOT};
    jaccuse_network *empty = empty_network(), *single = begin_network();
    tell(single, 0, (story){NULL, &lone, false, NULL, NULL, NULL, NULL});
    end_network(single);
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        draw_map(empty, FORMATS[i], scratch("empty"), NULL);
        draw_map(single, FORMATS[i], scratch("single"), NULL);
    }
    draw_map(empty, JACCUSE_SVG, scratch("empty.svg"), NULL);
    char *text = read_whole(scratch("empty.svg"), NULL);
    assert_non_null(strstr(text, "No accusation was found."));
    free(text);
    draw_map(single, JACCUSE_SVG, scratch("single.svg"), NULL);
    assert_int_equal(check_boxes(scratch("single.svg")), 1);
    jaccuse_network_free(empty);
    jaccuse_network_free(single);
}

static void test_both_ways(void **state)
{
    (void)state;
    static const cast left = {"left", "Left", JACCUSE_PERSON},
                      right = {"right", "Right", JACCUSE_PERSON};
    static const char *const LAYOUTS[] = {"dot", "neato", "sfdp"};
    jaccuse_network *network = begin_network();
    tell(network, 0, (story){&left, &right, true, NULL, NULL, NULL, NULL});
    tell(network, 1, (story){&right, &left, true, NULL, NULL, NULL, NULL});
    end_network(network);
    for (size_t i = 0; i < 3; i++) {
        jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
        options.layout = LAYOUTS[i];
        draw_map(network, JACCUSE_SVG, scratch("both.svg"), &options);
        char *text = read_whole(scratch("both.svg"), NULL), *paths[8];
        size_t count = 0;
        char *end = strstr(text, "class=\"node");
        for (char *at = text; (at = strstr(at, "class=\"line\"")) && at < end; at++)
            paths[count++] = strstr(at, " d=\"");
        assert_int_equal(count, 4);
        for (size_t a = 0; a < count; a++) /* four ways, none on another */
            for (size_t b = 0; b < a; b++)
                assert_int_not_equal(strncmp(paths[a], paths[b], 30), 0);
        free(text);
    }
    jaccuse_network_free(network);
}

static void count_notice(void *context, const jaccuse_error *notice)
{
    if (strstr(notice->message, "not in the picture"))
        ++*(size_t *)context;
}

static void test_hidden_actors(void **state)
{
    (void)state;
    jaccuse_network *network = large_network(200, 320);
    size_t notices = 0;
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.notify = count_notice;
    options.notify_context = &notices;
    draw_map(network, JACCUSE_SVG, scratch("large.svg"), &options);
    assert_int_equal(check_boxes(scratch("large.svg")), 120);
    assert_int_equal(notices, 1);
    char *text = read_whole(scratch("large.svg"), NULL);
    assert_non_null(strstr(text, "80 actors with at most"));
    free(text);
    options.max_nodes = 300;
    draw_map(network, JACCUSE_SVG, scratch("large.svg"), &options);
    assert_int_equal(check_boxes(scratch("large.svg")), 200);
    assert_int_equal(notices, 1);
    jaccuse_network_free(network);
}

static void test_same_bytes(void **state)
{
    (void)state;
    static const jaccuse_format FORMATS[] = {JACCUSE_SVG, JACCUSE_HTML, JACCUSE_DOT, JACCUSE_PNG,
                                             JACCUSE_PDF};
    for (size_t i = 0; i < sizeof FORMATS / sizeof *FORMATS; i++) {
        char *text[2];
        size_t length[2];
        for (size_t round = 0; round < 2; round++) {
            jaccuse_network *network = large_network(70, 110);
            draw_map(network, FORMATS[i], scratch("same"), NULL);
            text[round] = read_whole(scratch("same"), &length[round]);
            jaccuse_network_free(network);
        }
        assert_int_equal(length[0], length[1]);
        assert_memory_equal(text[0], text[1], length[0]);
        free(text[0]);
        free(text[1]);
    }
}

static void test_pictures(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    draw_map(network, JACCUSE_PNG, scratch("a.png"), NULL);
    draw_map(network, JACCUSE_PDF, scratch("a.pdf"), NULL);
    char *png = read_whole(scratch("a.png"), NULL), *pdf = read_whole(scratch("a.pdf"), NULL);
    assert_memory_equal(png, "\x89PNG\r\n", 6);
    assert_memory_equal(pdf, "%PDF-", 5);
    free(png);
    free(pdf);
    jaccuse_network_free(network);
}

static void test_wrong_arguments(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    jaccuse_error error;
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.layout = "circus";
    assert_status(jaccuse_map(network, JACCUSE_SVG, scratch("x"), &options, &error),
                  JACCUSE_ERROR_ARGUMENT, &error);
    options.layout = NULL;
    options.language = "tlh";
    assert_status(jaccuse_map(network, JACCUSE_SVG, scratch("x"), &options, &error),
                  JACCUSE_ERROR_ARGUMENT, &error);
    assert_status(jaccuse_map(network, JACCUSE_CSV, scratch("x"), NULL, &error),
                  JACCUSE_ERROR_ARGUMENT, &error);
    assert_status(jaccuse_export(network, JACCUSE_SVG, scratch("x"), NULL, &error),
                  JACCUSE_ERROR_ARGUMENT, &error);
    assert_status(jaccuse_map(network, JACCUSE_SVG, "/nonexistent/x.svg", NULL, &error),
                  JACCUSE_ERROR_WRITE, &error);
    jaccuse_network_free(network);
}

/* Wherever memory ends, the call says so and leaves nothing behind. */
static void test_no_memory(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    const char *path = scratch("memory.svg");
    draw_map(network, JACCUSE_SVG, path, NULL); /* the network has its measures from now on */
    size_t failures = 0;
    for (long blocks = 1; blocks < 100; blocks++) {
        jaccuse_error error;
        ja_arena_fail_after(blocks);
        jaccuse_status status = jaccuse_map(network, JACCUSE_SVG, path, NULL, &error);
        ja_arena_fail_after(0);
        if (status == JACCUSE_OK)
            break;
        assert_status(status, JACCUSE_ERROR_MEMORY, &error);
        failures++;
    }
    assert_true(failures > 3 && failures < 90);
    jaccuse_network_free(network);
}

static void test_formats(void **state)
{
    (void)state;
    for (unsigned i = 0; i < JACCUSE_FORMAT_COUNT; i++)
        assert_int_equal(jaccuse_format_from_name(jaccuse_format_name((jaccuse_format)i)), i);
    assert_null(jaccuse_format_name(JACCUSE_FORMAT_COUNT));
    assert_int_equal(jaccuse_format_from_name("tiff"), JACCUSE_FORMAT_COUNT);
    assert_int_equal(jaccuse_format_from_path("a.b/map.SVG"), JACCUSE_SVG);
    assert_int_equal(jaccuse_format_from_path("map.htm"), JACCUSE_HTML);
    assert_int_equal(jaccuse_format_from_path("a.svg/map"), JACCUSE_FORMAT_COUNT);
    assert_int_equal(jaccuse_format_from_path("-"), JACCUSE_FORMAT_COUNT);
    assert_int_equal(jaccuse_format_from_path(NULL), JACCUSE_FORMAT_COUNT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_boxes_do_not_overlap),
        cmocka_unit_test(test_small_story),
        cmocka_unit_test(test_french),
        cmocka_unit_test(test_hostile_names),
        cmocka_unit_test(test_empty_and_single),
        cmocka_unit_test(test_both_ways),
        cmocka_unit_test(test_hidden_actors),
        cmocka_unit_test(test_same_bytes),
        cmocka_unit_test(test_pictures),
        cmocka_unit_test(test_wrong_arguments),
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, use_draw_program, remove_scratch);
}
