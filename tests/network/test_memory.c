/* The n-th block that the arena asks for is refused, for every n: each time the call that hits it
 * says so, and nothing leaks. */
#include "network/records.h"

#include "base/arena.h"

static jaccuse_status add_articles(jaccuse_network *network)
{
    jaccuse_status status = JACCUSE_OK;
    for (size_t i = 0; i < 30 && status == JACCUSE_OK; i++) {
        char id[32], print[64];
        snprintf(id, sizeof id, "actor-%zu", i);
        snprintf(print, sizeof print, "%032zx.s1.2.AAAABAAAAC", i);
        test_article article;
        start(&article, id, "en", "2021-01-01");
        article.record.fingerprint = print;
        size_t a = actor(&article, "a", "A"), b = actor(&article, id, id);
        size_t ministry = actor(&article, "ministry", "foreign ministry");
        article.actors[ministry].kind = JACCUSE_GOVERNMENT;
        article.actors[ministry].of = a;
        article.actors[actor(&article, "john-a-smith", "John A. Smith")].kind = JACCUSE_PERSON;
        article.actors[actor(&article, "j-smith", "J. Smith")].kind = JACCUSE_PERSON;
        deny(&article, b, accuse(&article, a, b));
        status = jaccuse_network_add(network, &article.record, NULL);
    }
    return status;
}

static jaccuse_status measure_all(jaccuse_network *network)
{
    jaccuse_status status = JACCUSE_OK;
    const double *values;
    double reciprocity;
    for (int i = 0; i < JACCUSE_MEASURE_COUNT && status == JACCUSE_OK; i++)
        status = jaccuse_network_measure(network, (jaccuse_measure)i, &values, NULL);
    return status == JACCUSE_OK ? jaccuse_network_reciprocity(network, &reciprocity, NULL) : status;
}

static jaccuse_status ask(jaccuse_network *network)
{
    size_t a, b;
    jaccuse_paths paths;
    jaccuse_dossier *dossier;
    jaccuse_path_options options = JACCUSE_PATH_OPTIONS_INIT;
    options.count = 3;
    options.max_steps = 4;
    jaccuse_status status = jaccuse_network_find(network, "A", &a, NULL);
    if (status == JACCUSE_OK)
        status = jaccuse_network_find(network, "ACTOR-7", &b, NULL);
    if (status == JACCUSE_OK)
        status = jaccuse_network_paths(network, a, b, &options, &paths, NULL);
    if (status == JACCUSE_OK)
        jaccuse_paths_clear(&paths);
    if (status == JACCUSE_OK)
        status = jaccuse_dossier_new(&dossier, network, b, NULL);
    if (status == JACCUSE_OK)
        jaccuse_dossier_free(dossier);
    return status;
}

/* What each month tells. */
static jaccuse_status ask_over_time(jaccuse_network *network)
{
    const jaccuse_period *periods;
    size_t count;
    jaccuse_status status = jaccuse_network_periods(network, JACCUSE_MONTH, &periods, &count, NULL);
    for (size_t i = 0; i < count && status == JACCUSE_OK; i++) {
        jaccuse_network *part;
        status = jaccuse_network_between(network, periods[i].since, periods[i].until, &part, NULL);
        if (status == JACCUSE_OK)
            status = measure_all(part);
        jaccuse_network_free(part);
    }
    return status;
}

static jaccuse_status run(void)
{
    jaccuse_network *network;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.about = "they did";
    options.min_weight = 1;
    options.kind = "state,government";
    options.component = "largest";
    options.ego = "a";
    options.top = 40;
    jaccuse_status status = jaccuse_network_new(&network, &options, NULL);
    if (status != JACCUSE_OK)
        return status;
    status = add_articles(network);
    if (status == JACCUSE_OK)
        status = jaccuse_network_finish(network, NULL);
    else /* what failed once stays failed */
        assert_int_equal(jaccuse_network_finish(network, NULL), JACCUSE_ERROR_MEMORY);
    if (status == JACCUSE_OK)
        status = measure_all(network);
    if (status == JACCUSE_OK)
        status = ask(network);
    if (status == JACCUSE_OK)
        status = ask_over_time(network);
    jaccuse_network_free(network);
    return status;
}

static void every_block_refused(void **state)
{
    (void)state;
    long refused = 1;
    jaccuse_status status = JACCUSE_ERROR_MEMORY;
    for (; status != JACCUSE_OK && refused < 1000; refused++) {
        ja_arena_fail_after(refused);
        status = run();
        ja_arena_fail_after(0);
        if (status != JACCUSE_OK)
            assert_int_equal(status, JACCUSE_ERROR_MEMORY);
    }
    assert_int_equal(status, JACCUSE_OK);
    assert_true(refused > 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_block_refused)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
