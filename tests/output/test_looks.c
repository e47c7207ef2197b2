/* How a map arranges a quarrel: denials that are bundled, frames, sides, colours, themes, and who
 * is kept where there is no room for all. */
#include "output/stories.h"

#include "base/arena.h"
#include "output/picture.h"

/* Actors of made records by their place here; some speak for the first. */
static const cast CAST[] = {
    {"hooli", "Hooli", JACCUSE_COMPANY},
    {"spokesman", "Anna Berg", JACCUSE_PERSON},
    {"lawyer", "Boris Holm", JACCUSE_PERSON},
    {"union", "Dockers' Union", JACCUSE_ORGANISATION},
    {"city", "Port City", JACCUSE_GOVERNMENT},
    {"paper", "The Courier", JACCUSE_MEDIA},
    {"greenpeace", "Greenpeace", JACCUSE_ORGANISATION},
};
enum { HOOLI, SPOKESMAN, LAWYER, UNION, CITY, PAPER, GREENPEACE };

static bool speaks_for_hooli(size_t who)
{
    return who == SPOKESMAN || who == LAWYER;
}

/* An article in which `accuser` accuses Hooli, and `denier` (JACCUSE_NONE: nobody) denies it. */
static void tell_of_hooli(jaccuse_network *network, size_t number, size_t accuser, size_t denier)
{
    static const size_t all[] = {0, 1, 2};
    const size_t who[3] = {accuser, HOOLI, denier};
    bool denied = denier != JACCUSE_NONE, itself = denier == HOOLI;
    char id[32];
    snprintf(id, sizeof id, "hooli-%zu", number);
    jaccuse_actor actors[3];
    size_t actor_count = denied && !itself ? 3 : 2;
    for (size_t i = 0; i < actor_count; i++)
        actors[i] = (jaccuse_actor){.id = CAST[who[i]].id,
                                    .name = CAST[who[i]].name,
                                    .kind = CAST[who[i]].kind,
                                    .of = speaks_for_hooli(who[i]) ? 1 : JACCUSE_NONE};
    jaccuse_claim claims[2] = {
        {.id = "c1",
         .act = JACCUSE_ACCUSE,
         .by = {&all[0], 1},
         .against = {&all[1], 1},
         .evidence = "He accuses Hooli.",
         .evidence_at = {0, 17},
         .confidence = 0.9},
        {.id = "c2",
         .act = JACCUSE_DENY,
         .by = {itself ? &all[1] : &all[2], 1},
         .answers = {&all[0], 1},
         .evidence = "It is denied.",
         .evidence_at = {20, 33},
         .confidence = 0.9},
    };
    jaccuse_record record = {.article_id = id,
                             .language = "en",
                             .fingerprint = id,
                             .actors = actors,
                             .actor_count = actor_count,
                             .claims = claims,
                             .claim_count = denied ? 2 : 1};
    jaccuse_error error;
    assert_status(jaccuse_network_add(network, &record, &error), JACCUSE_OK, &error);
}

/* Four accuse Hooli; it denies, as do its spokesman and its lawyer, all four. */
static jaccuse_network *denied_thrice(void)
{
    jaccuse_network *network = begin_network();
    size_t number = 0;
    for (size_t accuser = UNION; accuser <= GREENPEACE; accuser++) {
        tell_of_hooli(network, number++, accuser, HOOLI);
        tell_of_hooli(network, number++, accuser, SPOKESMAN);
        tell_of_hooli(network, number++, accuser, LAWYER);
    }
    return end_network(network);
}

static size_t count_of(const char *text, const char *part)
{
    size_t count = 0;
    for (const char *at = strstr(text, part); at; at = strstr(at + 1, part))
        count++;
    return count;
}

static char *draw(jaccuse_network *network, const jaccuse_map_options *options)
{
    draw_map(network, JACCUSE_SVG, scratch("looks.svg"), options);
    return read_whole(scratch("looks.svg"), NULL);
}

static void test_bundles(void **state)
{
    (void)state;
    jaccuse_network *network = denied_thrice();
    char *text = draw(network, NULL);
    /* Two times four denials meet in one point; it stands in the legend, too. */
    assert_int_equal(count_of(text, "class=\"junction\""), 2);
    assert_int_equal(count_of(text, "class=\"edge denies\""), 12);
    assert_int_equal(count_of(text, "stroke-dashoffset"), 8);
    assert_int_equal(count_of(text, "class=\"edge accuses answered\""), 4);
    assert_non_null(strstr(text, "where lines meet"));
    free(text);
    jaccuse_network_free(network);
    /* One denier alone has nobody to be bundled with. */
    network = begin_network();
    for (size_t accuser = UNION; accuser <= GREENPEACE; accuser++)
        tell_of_hooli(network, accuser, accuser, SPOKESMAN);
    end_network(network);
    text = draw(network, NULL);
    assert_null(strstr(text, "class=\"junction\""));
    free(text);
    jaccuse_network_free(network);
}

static void test_frames(void **state)
{
    (void)state;
    jaccuse_network *network = denied_thrice();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    char *text = draw(network, &options);
    assert_null(strstr(text, "class=\"frame"));
    free(text);
    options.group = true;
    static const char *const LAYOUTS[] = {NULL, "dot", "neato", "sfdp"};
    for (size_t i = 0; i < 4; i++) {
        options.layout = LAYOUTS[i];
        text = draw(network, &options);
        assert_int_equal(count_of(text, "class=\"frame\""), 2); /* one, and the legend's */
        assert_int_equal(count_of(text, "class=\"frame-label\""), 1);
        assert_int_equal(count_of(text, "class=\"node "), 7);
        free(text);
    }
    jaccuse_network_free(network);
}

static void test_colours(void **state)
{
    (void)state;
    jaccuse_network *network = denied_thrice();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    char *text = draw(network, &options);
    assert_null(strstr(text, "community"));
    free(text);
    options.colour_by = JACCUSE_COLOUR_COMMUNITY;
    text = draw(network, &options);
    assert_non_null(strstr(text, "Quarrel around Hooli"));
    assert_int_equal(count_of(text, " community-0\" id="), 7); /* his spokesmen, too */
    free(text);
    jaccuse_network_free(network);
}

static void test_themes(void **state)
{
    (void)state;
    jaccuse_network *network = small_network();
    static const bool MEDIA[] = {true, false, false}, DARK[] = {true, false, true};
    for (int theme = JACCUSE_THEME_AUTO; theme <= JACCUSE_THEME_DARK; theme++) {
        jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
        options.theme = (jaccuse_theme)theme;
        char *text = draw(network, &options);
        assert_int_equal(strstr(text, "prefers-color-scheme") != NULL, MEDIA[theme]);
        assert_int_equal(strstr(text, ".paper{fill:#16181c}") != NULL, DARK[theme]);
        free(text);
    }
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.theme = (jaccuse_theme)7;
    jaccuse_error error;
    assert_status(jaccuse_map(network, JACCUSE_SVG, scratch("x"), &options, &error),
                  JACCUSE_ERROR_ARGUMENT, &error);
    jaccuse_network_free(network);
}

/* Who is drawn for an accusation is drawn with the other end of it. */
static void test_company(void **state)
{
    (void)state;
    jaccuse_network *network = large_network(150, 150);
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    for (size_t most = 2; most < 40; most += 7) {
        options.max_nodes = most;
        char *text = draw(network, &options);
        size_t nodes = count_of(text, "class=\"node ");
        assert_true(nodes <= most && nodes + 1 >= most);
        for (const char *at = strstr(text, "class=\"node "); at;
             at = strstr(at + 1, "class=\"node ")) {
            char id[64], source[96], target[96];
            assert_int_equal(sscanf(strstr(at, "data-id=") + 9, "%63[^\"]", id), 1);
            snprintf(source, sizeof source, "data-source=\"%s\"", id);
            snprintf(target, sizeof target, "data-target=\"%s\"", id);
            assert_true(strstr(text, source) || strstr(text, target));
        }
        free(text);
    }
    jaccuse_network_free(network);
}

static void test_dark_colours(void **state)
{
    (void)state;
    for (unsigned kind = 0; kind < JACCUSE_KIND_COUNT; kind++) {
        ja_colours light = ja_kind_colours((jaccuse_kind)kind), dark = ja_dark_colours(light);
        for (unsigned shift = 0; shift <= 16; shift += 8) {
            assert_true(((light.fill >> shift) & 0xFF) > 0x80); /* dark letters stand on it */
            assert_true(((dark.fill >> shift) & 0xFF) < 0x80);
        }
    }
}

static void test_no_memory(void **state)
{
    (void)state;
    jaccuse_network *network = denied_thrice();
    jaccuse_map_options options = JACCUSE_MAP_OPTIONS_INIT;
    options.group = true;
    options.colour_by = JACCUSE_COLOUR_COMMUNITY;
    free(draw(network, &options)); /* the network has its measures from now on */
    for (long blocks = 1; blocks < 100; blocks++) {
        jaccuse_error error;
        ja_arena_fail_after(blocks);
        jaccuse_status status =
            jaccuse_map(network, JACCUSE_SVG, scratch("memory.svg"), &options, &error);
        ja_arena_fail_after(0);
        if (status == JACCUSE_OK)
            break;
        assert_status(status, JACCUSE_ERROR_MEMORY, &error);
    }
    jaccuse_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_bundles),   cmocka_unit_test(test_frames),
        cmocka_unit_test(test_colours),   cmocka_unit_test(test_themes),
        cmocka_unit_test(test_company),   cmocka_unit_test(test_dark_colours),
        cmocka_unit_test(test_no_memory),
    };
    return cmocka_run_group_tests(tests, use_draw_program, remove_scratch);
}
