/* Networks for the tests of output/, from records made by hand. */
#ifndef TESTS_OUTPUT_STORIES_H
#define TESTS_OUTPUT_STORIES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "jaccuse/output.h"

#define STORY_HELPER __attribute__((unused)) static

typedef struct cast {
    const char *id, *name;
    jaccuse_kind kind;
} cast;

/* One article in which `by` accuses `against`, who denies it where `denied`. NULL: nobody named. */
typedef struct story {
    const cast *by, *against;
    bool denied;
    const char *outlet, *url, *date, *quote;
} story;

STORY_HELPER void tell(jaccuse_network *network, size_t number, story told)
{
    static const size_t first[] = {0}, second[] = {1};
    char id[32];
    snprintf(id, sizeof id, "article-%zu", number);
    const cast *named[2] = {told.by ? told.by : told.against, told.against};
    jaccuse_actor actors[2];
    for (size_t i = 0; i < 2; i++)
        actors[i] = (jaccuse_actor){
            .id = named[i]->id, .name = named[i]->name, .kind = named[i]->kind, .of = JACCUSE_NONE};
    const char *quote = told.quote ? told.quote : "He accuses them of having lied for years.";
    jaccuse_refs accused = {told.by ? second : first, 1};
    jaccuse_claim claims[2] = {
        {.id = "c1",
         .act = JACCUSE_ACCUSE,
         .by = {first, told.by ? 1 : 0},
         .against = accused,
         .cue = {3, 10},
         .evidence = quote,
         .evidence_at = {0, strlen(quote)},
         .certainty = JACCUSE_ASSERTED,
         .confidence = 0.9},
        {.id = "c2",
         .act = JACCUSE_DENY,
         .by = accused,
         .answers = {first, 1},
         .evidence = "They deny it.",
         .cue = {120, 124},
         .evidence_at = {115, 128},
         .certainty = JACCUSE_ASSERTED,
         .confidence = 0.8},
    };
    jaccuse_triple triple = {told.by ? 0 : JACCUSE_NONE, told.by ? 1 : 0,
                             told.denied ? (told.by ? 1 : 0) : JACCUSE_NONE, 0,
                             told.denied ? 1 : JACCUSE_NONE};
    jaccuse_record record = {.article_id = id,
                             .language = "en",
                             .title = "A story",
                             .outlet = told.outlet,
                             .url = told.url,
                             .date = told.date,
                             .path = "story.txt",
                             .fingerprint = id,
                             .actors = actors,
                             .actor_count = told.by ? 2 : 1,
                             .claims = claims,
                             .claim_count = told.denied ? 2 : 1,
                             .triples = &triple,
                             .triple_count = 1};
    jaccuse_error error;
    if (jaccuse_network_add(network, &record, &error) != JACCUSE_OK)
        fail_msg("add: %s", error.message);
}

STORY_HELPER jaccuse_network *begin_network(void)
{
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    jaccuse_network *network;
    jaccuse_error error;
    if (jaccuse_network_new(&network, &options, &error) != JACCUSE_OK)
        fail_msg("new: %s", error.message);
    return network;
}

STORY_HELPER jaccuse_network *end_network(jaccuse_network *network)
{
    jaccuse_error error;
    if (jaccuse_network_finish(network, &error) != JACCUSE_OK)
        fail_msg("finish: %s", error.message);
    return network;
}

STORY_HELPER jaccuse_network *empty_network(void)
{
    return end_network(begin_network());
}

/* The quarrel of eight that people look at first. */
STORY_HELPER jaccuse_network *small_network(void)
{
    static const cast us = {"united-states", "United States", JACCUSE_STATE},
                      china = {"china", "China", JACCUSE_STATE},
                      house = {"white-house", "White House", JACCUSE_GOVERNMENT},
                      alibaba = {"alibaba", "Alibaba", JACCUSE_COMPANY},
                      huawei = {"huawei", "Huawei Technologies Company", JACCUSE_COMPANY},
                      times = {"financial-times", "Financial Times", JACCUSE_MEDIA},
                      zhao = {"zhao-lijian", "Zhao Lijian", JACCUSE_PERSON},
                      nato = {"nato", "North Atlantic Treaty Organization", JACCUSE_ORGANISATION},
                      hackers = {"apt40", "APT40 hackers", JACCUSE_GROUP};
    const story stories[] = {
        {&house, &alibaba, true, "Financial Times", "https://example.org/memo?a=1&b=2",
         "2025-11-15", "The White House accuses Alibaba of helping the army."},
        {&house, &alibaba, true, "Le Monde", NULL, "2025-11-16", NULL},
        {&house, &alibaba, false, "AFP", "javascript:alert(1)", "2025-11-17", NULL},
        {&us, &china, true, "Reuters", "https://example.org/2", "2021-07-19", NULL},
        {&us, &china, true, "AP", "https://example.org/3", "2021-07-20", NULL},
        {&nato, &china, true, "AFP", NULL, "2021-07-20", NULL},
        {&zhao, &us, false, "Xinhua", "https://example.org/4", "2021-07-21", NULL},
        {&us, &huawei, true, "WSJ", "https://example.org/5", "2020-02-12", NULL},
        {&us, &hackers, false, "AP", NULL, "2021-07-20", NULL},
        {&times, &alibaba, false, "FT", NULL, "2025-11-14", NULL},
        {NULL, &huawei, true, "AP", NULL, "2020-02-13", "Huawei stands accused of spying."},
        {&china, &us, true, "Xinhua", NULL, "2021-07-22", NULL},
    };
    jaccuse_network *network = begin_network();
    for (size_t i = 0; i < sizeof stories / sizeof *stories; i++)
        tell(network, i, stories[i]);
    return end_network(network);
}

/* `nodes` actors and about `edges` accusations, much the same every time: some accuse and are
 * accused far more than others, as in the news. */
STORY_HELPER jaccuse_network *large_network(size_t nodes, size_t edges)
{
    static const char *const FIRST[] = {"Anna",   "Boris", "Chlo\xC3\xA9", "Diallo",
                                        "Edwige", "Farid", "Gudrun",       "H\xC3\xA9l\xC3\xA8ne"};
    static const char *const LAST[] = {"Martin",
                                       "of the Harbour Authority",
                                       "Petrov",
                                       "Nakamura",
                                       "de Saint-Exup\xC3\xA9ry",
                                       "Holdings Ltd",
                                       "Ouedraogo",
                                       "Times",
                                       "and Sons Shipping Company"};
    char(*ids)[32] = calloc(nodes, sizeof *ids), (*names)[64] = calloc(nodes, sizeof *names);
    cast *all = calloc(nodes, sizeof *all);
    assert_true(ids && names && all);
    for (size_t i = 0; i < nodes; i++) {
        snprintf(ids[i], sizeof ids[i], "actor-%zu", i);
        snprintf(names[i], sizeof names[i], "%s %s %zu", FIRST[i % 8], LAST[i * 5 % 9], i);
        all[i] = (cast){ids[i], names[i], (jaccuse_kind)(i * 3 % JACCUSE_KIND_COUNT)};
    }
    jaccuse_network *network = begin_network();
    uint32_t seed = 12345;
    for (size_t i = 0; i < edges; i++) {
        size_t pick[2];
        for (size_t j = 0; j < 2; j++) {
            seed = seed * 1664525 + 1013904223;
            double share = (seed >> 8) / 16777216.0;
            pick[j] = (size_t)(share * (j ? share : 1) * (double)nodes) % nodes;
        }
        if (i < nodes) /* everybody turns up */
            pick[0] = i;
        if (pick[0] == pick[1])
            pick[1] = (pick[1] + 1) % nodes;
        char date[16];
        snprintf(date, sizeof date, "2024-%02zu-%02zu", i % 12 + 1, i % 28 + 1);
        tell(network, i,
             (story){&all[pick[0]], &all[pick[1]], i % 3 == 0, "The Courier",
                     "https://example.org/a", date, NULL});
    }
    free(ids);
    free(names);
    free(all);
    return end_network(network);
}

/* Names that break what does not escape them. */
STORY_HELPER jaccuse_network *hostile_network(void)
{
    static char longest[301];
    memset(longest, 'W', 300);
    static const char *const NAMES[] = {
        "<&\"'\\",
        "</script><script>alert(1)</script>",
        "bell \x01\x07 and \x7F del",
        "=1+1",
        "line\nbreak\rand\ttab",
        "\xD7\x90\xD7\x91\xD7\x92 \xD8\xA7\xD9\x84\xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A\xD8\xA9",
        longest,
        "",
        "bad \xFF\xC3 bytes",
        "]]> --> <!-- &amp; &eacute; \\N \\G \\",
        "<b>bold</b>",
        "@SUM(A1)",
        "\xF0\x9F\x98\x80 \xE6\x9D\x8E\xE5\x85\x8B\xE5\xBC\xBA",
    };
    enum { COUNT = sizeof NAMES / sizeof *NAMES };
    static char ids[COUNT][32];
    static cast all[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        snprintf(ids[i], sizeof ids[i], i == 3 ? "=id\"%zu" : "id<&%zu", i);
        all[i] = (cast){ids[i], NAMES[i], (jaccuse_kind)(i % JACCUSE_KIND_COUNT)};
    }
    jaccuse_network *network = begin_network();
    for (size_t i = 0; i < COUNT; i++)
        tell(network, i,
             (story){&all[i], &all[(i + 1) % COUNT], i % 2 == 0, NAMES[i],
                     i % 2 ? "https://example.org/\"><script>" : "http://example.org/?a=1&b=2",
                     i % 2 ? "2024-01-01" : "not a date <&", NAMES[(i + 2) % COUNT]});
    return end_network(network);
}

/* A folder of its own for the files of a test, and paths in it. */
STORY_HELPER const char *scratch(const char *name)
{
    static char folder[64], path[4][256];
    static unsigned turn;
    if (!folder[0]) {
        strcpy(folder, "/tmp/jaccuse-test-XXXXXX");
        assert_non_null(mkdtemp(folder));
    }
    char *out = path[turn++ % 4];
    snprintf(out, sizeof path[0], "%s/%s", folder, name);
    return out;
}

/* To be called at the end of a group. */
STORY_HELPER int remove_scratch(void **state)
{
    (void)state;
    char command[300];
    snprintf(command, sizeof command, "rm -rf '%s'", scratch("."));
    command[strlen(command) - 3] = '\0'; /* without "/.'" */
    strcat(command, "'");
    return system(command) == 0 ? 0 : 1;
}

/* The program under test, where the runner does not name it. */
STORY_HELPER int use_draw_program(void **state)
{
    (void)state;
    return setenv("JACCUSE_DRAW", ".build/release/jaccuse-draw", 0);
}

/* The whole file with a NUL behind it; the caller frees. */
STORY_HELPER char *read_whole(const char *path, size_t *length)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        fail_msg("%s: cannot be opened", path);
    char *text = NULL;
    size_t used = 0;
    for (size_t got = 1; got > 0; used += got) {
        text = realloc(text, used + 65536 + 1);
        assert_non_null(text);
        got = fread(text + used, 1, 65536, file);
    }
    fclose(file);
    text[used] = '\0';
    if (length)
        *length = used;
    return text;
}

STORY_HELPER void assert_status(jaccuse_status status, jaccuse_status wanted,
                                const jaccuse_error *error)
{
    if (status != wanted)
        fail_msg("%s instead of %s: %s %s", jaccuse_status_name(status),
                 jaccuse_status_name(wanted), status ? error->path : "",
                 status ? error->message : "");
}

STORY_HELPER void draw_map(jaccuse_network *network, jaccuse_format format, const char *path,
                           const jaccuse_map_options *options)
{
    jaccuse_error error;
    assert_status(jaccuse_map(network, format, path, options, &error), JACCUSE_OK, &error);
}

STORY_HELPER void export_network(jaccuse_network *network, jaccuse_format format, const char *path,
                                 const jaccuse_map_options *options)
{
    jaccuse_error error;
    assert_status(jaccuse_export(network, format, path, options, &error), JACCUSE_OK, &error);
}

/* Runs a shell command; true where it ends with 0. */
STORY_HELPER bool runs(const char *format, ...)
{
    char command[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(command, sizeof command, format, arguments);
    va_end(arguments);
    return system(command) == 0;
}

/* False, and says so, where a helper of the test is not installed. */
STORY_HELPER bool has(const char *command, const char *what)
{
    bool found = runs("{ %s; } >/dev/null 2>&1", command);
    if (!found)
        print_message("skipped: %s is not there\n", what);
    return found;
}

#endif
