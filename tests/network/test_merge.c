/* Merging: records become nodes and edges. */
#include "network/records.h"

/* A French and an English article on the same quarrel, and a copy of the English one. */
static void write_articles(test_article articles[3])
{
    start(&articles[0], "fr-1", "fr", "2021-07-20");
    size_t us = actor(&articles[0], "united-states", "États-Unis");
    size_t china = actor(&articles[0], "china", "Chine");
    alias(&articles[0], china, "Pékin");
    deny(&articles[0], china, accuse(&articles[0], us, china));
    for (size_t i = 1; i < 3; i++) {
        start(&articles[i], i == 1 ? "en-1" : "en-2", "en", i == 1 ? "2021-07-19" : NULL);
        articles[i].record.fingerprint = "same";
        articles[i].record.outlet = "The Wire";
        us = actor(&articles[i], "united-states", "United States");
        china = actor(&articles[i], "china", "China");
        accuse(&articles[i], us, china);
    }
}

static jaccuse_network *two_languages(const size_t order[3])
{
    test_article articles[3];
    write_articles(articles);
    jaccuse_network *network = network_with(NULL);
    for (size_t i = 0; i < 3; i++)
        add(network, &articles[order[i]]);
    finish(network);
    return network;
}

static void merges_languages(void **state)
{
    (void)state;
    jaccuse_network *network = two_languages((size_t[]){0, 1, 2});
    assert_int_equal(jaccuse_network_node_count(network), 2);
    assert_int_equal(jaccuse_network_edge_count(network), 2);
    const jaccuse_node *china = node(network, "china");
    assert_string_equal(china->label, "China");
    assert_string_equal(china->label_fr, "Chine");
    assert_string_equal(china->label_en, "China");
    assert_int_equal(china->name_count, 3);
    assert_string_equal(china->names[0], "China");
    assert_string_equal(china->names[1], "Chine");
    assert_string_equal(china->names[2], "Pékin");
    assert_int_equal(china->kind, JACCUSE_STATE);
    assert_int_equal(china->accusations_received, 2);
    assert_int_equal(china->accusations_denied, 1);
    assert_int_equal(china->denials_made, 1);
    assert_int_equal(node(network, "united-states")->accusations_made, 2);
    jaccuse_network_free(network);
}

static void counts_copies_once(void **state)
{
    (void)state;
    jaccuse_network *network = two_languages((size_t[]){0, 1, 2});
    assert_int_equal(jaccuse_network_article_count(network), 3);
    assert_int_equal(jaccuse_network_story_count(network), 2);
    assert_string_equal(jaccuse_network_first_date(network), "2021-07-19");
    assert_string_equal(jaccuse_network_last_date(network), "2021-07-20");
    const jaccuse_edge *accuses = edge(network, "united-states", JACCUSE_ACCUSES, "china");
    assert_non_null(accuses);
    assert_true(accuses->weight == 2);
    assert_int_equal(accuses->articles, 3);
    assert_int_equal(accuses->answered, 1);
    assert_string_equal(accuses->first_date, "2021-07-19");
    assert_string_equal(accuses->last_date, "2021-07-20");
    assert_int_equal(accuses->evidence_count, 3);
    assert_string_equal(accuses->evidence[0].article_id, "en-1");
    assert_string_equal(accuses->evidence[1].article_id, "fr-1");
    assert_string_equal(accuses->evidence[2].article_id, "en-2"); /* undated: last */
    assert_int_equal(accuses->evidence[0].story, accuses->evidence[2].story);
    assert_true(accuses->evidence[1].answered);
    assert_false(accuses->evidence[0].answered);
    jaccuse_network_free(network);
}

static void evidence_shows_its_cue(void **state)
{
    (void)state;
    test_article article;
    start(&article, "a", "en", NULL);
    size_t a = actor(&article, "a", "A"), b = actor(&article, "b", "B");
    accuse(&article, a, b);
    accuse(&article, a, b);
    article.claims[0].charge = "it";
    article.claims[1].cue = (jaccuse_span){5, 30};
    article.record.url = "http://a";
    article.record.title = "T";
    article.record.path = "p";
    jaccuse_network *network = network_with(NULL);
    add(network, &article);
    finish(network);
    const jaccuse_evidence *evidence = edge(network, "a", JACCUSE_ACCUSES, "b")->evidence;
    assert_string_equal(evidence[0].claim_id, "c1");
    assert_string_equal(evidence[0].quote, "They did it.");
    assert_int_equal(evidence[0].cue.begin, 2);
    assert_int_equal(evidence[0].cue.end, 5);
    assert_string_equal(evidence[0].charge, "it");
    assert_string_equal(evidence[0].url, "http://a");
    assert_string_equal(evidence[0].title, "T");
    assert_string_equal(evidence[0].path, "p");
    assert_null(evidence[0].outlet);
    assert_int_equal(evidence[1].cue.begin, 0); /* outside of its quote */
    assert_int_equal(evidence[1].cue.end, 0);
    assert_int_equal(node(network, "a")->accusations_made, 2);
    assert_true(edge(network, "a", JACCUSE_ACCUSES, "b")->weight == 1);
    jaccuse_network_free(network);
}

static void denial_points_at_the_accuser(void **state)
{
    (void)state;
    jaccuse_network *network = two_languages((size_t[]){0, 1, 2});
    const jaccuse_edge *denies = edge(network, "china", JACCUSE_DENIES, "united-states");
    assert_non_null(denies);
    assert_int_equal(denies->accused, node_of(network, "china"));
    assert_int_equal(denies->evidence_count, 1);
    assert_string_equal(denies->evidence[0].claim_id, "c2");
    assert_int_equal(denies->answered, 0);
    jaccuse_network_free(network);
}

/* A accuses B and C in one claim, for whom D denies; A's own denial draws nothing. */
static void denial_on_behalf_of_several(void **state)
{
    (void)state;
    test_article article;
    start(&article, "a", "en", NULL);
    size_t a = actor(&article, "a", "A"), z = actor(&article, "b", "Zed");
    size_t c = actor(&article, "c", "Cee"), d = actor(&article, "d", "D");
    size_t accusation = accuse(&article, a, z);
    more(&article, &article.claims[accusation].against, c);
    deny(&article, d, accusation);
    deny(&article, a, accusation);
    jaccuse_network *network = network_with(NULL);
    add(network, &article);
    finish(network);
    const jaccuse_edge *denies = edge(network, "d", JACCUSE_DENIES, "a");
    assert_int_equal(denies->accused, node_of(network, "c")); /* "Cee" before "Zed" */
    assert_int_equal(denies->evidence_count, 1);
    assert_int_equal(jaccuse_network_edge_count(network), 3);
    jaccuse_network_free(network);
}

static void nobody_accuses(void **state)
{
    (void)state;
    test_article article;
    start(&article, "a", "en", "2021");
    size_t b = actor(&article, "b", "B");
    actor(&article, "bystander", "Bystander");
    size_t accusation = accuse(&article, JACCUSE_NONE, b);
    deny(&article, b, accusation);
    claim(&article, JACCUSE_DECLINE, 1);
    jaccuse_network *network = network_with(NULL);
    add(network, &article);
    finish(network);
    assert_int_equal(jaccuse_network_edge_count(network), 0);
    assert_int_equal(jaccuse_network_node_count(network), 1);
    const jaccuse_node *node_b = node(network, "b");
    assert_int_equal(node_b->unattributed_count, 1);
    assert_string_equal(node_b->unattributed[0].claim_id, "c1");
    assert_true(node_b->unattributed[0].answered);
    assert_int_equal(node_b->accusations_received, 1);
    assert_int_equal(node_b->accusations_denied, 1);
    assert_int_equal(node_b->denials_made, 1);
    jaccuse_network_free(network);
}

/* A spokesman and his ministry accuse; the state accuses its own ministry. */
static void write_bodies(test_article *article)
{
    start(article, "a", "en", NULL);
    size_t person = actor(article, "zhao", "Zhao"), body = actor(article, "ministry", "Ministry");
    size_t state = actor(article, "china", "China"), other = actor(article, "france", "France");
    article->actors[person].of = body;
    article->actors[person].kind = JACCUSE_PERSON;
    article->actors[body].of = state;
    size_t accusation = accuse(article, person, other);
    more(article, &article->claims[accusation].by, body);
    accuse(article, state, body);
}

static void rolls_up_principals(void **state)
{
    (void)state;
    test_article article;
    write_bodies(&article);
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.by_principal = true;
    jaccuse_network *network = network_with(&options);
    add(network, &article);
    finish(network);
    assert_int_equal(jaccuse_network_node_count(network), 2);
    assert_int_equal(jaccuse_network_edge_count(network), 1);
    const jaccuse_edge *accuses = edge(network, "china", JACCUSE_ACCUSES, "france");
    assert_int_equal(accuses->evidence_count, 1);
    assert_int_equal(node(network, "china")->accusations_made, 1);
    assert_int_equal(node(network, "china")->accusations_received, 0);
    assert_int_equal(node(network, "china")->name_count, 3);
    assert_string_equal(node(network, "china")->label, "China");
    assert_int_equal(node(network, "china")->kind, JACCUSE_STATE);
    jaccuse_network_free(network);
}

static void keeps_bodies(void **state)
{
    (void)state;
    test_article article;
    write_bodies(&article);
    jaccuse_network *network = network_with(NULL);
    add(network, &article);
    finish(network);
    assert_int_equal(jaccuse_network_node_count(network), 4);
    assert_int_equal(node(network, "zhao")->of, node_of(network, "ministry"));
    assert_int_equal(node(network, "ministry")->of, node_of(network, "china"));
    assert_int_equal(node(network, "china")->of, JACCUSE_NONE);
    assert_int_equal(jaccuse_network_edge_count(network), 3);
    jaccuse_network_free(network);
}

/* a of b of c of a, and d of a: the cycle is cut at the link told least, b of c. */
static void cuts_cycles(void **state)
{
    (void)state;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.by_principal = true;
    jaccuse_network *network = network_with(&options);
    for (size_t i = 0; i < 2; i++) {
        test_article article;
        start(&article, i ? "y" : "x", "en", NULL);
        size_t a = actor(&article, "a", "A"), b = actor(&article, "b", "B");
        size_t c = actor(&article, "c", "C"), d = actor(&article, "d", "D");
        article.actors[a].of = b;
        if (i == 0)
            article.actors[b].of = c;
        article.actors[c].of = a;
        article.actors[d].of = a;
        accuse(&article, d, actor(&article, "e", "E"));
        add(network, &article);
    }
    finish(network);
    assert_non_null(edge(network, "b", JACCUSE_ACCUSES, "e"));
    assert_int_equal(jaccuse_network_node_count(network), 2);
    jaccuse_network_free(network);
}

static void label_ties(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    const char *names[] = {"Bee", "Beta", "Bell"};
    for (size_t i = 0; i < 3; i++) {
        test_article article;
        start(&article, names[i], "fr", NULL);
        size_t a = actor(&article, "a", "A"), b = actor(&article, "b", names[i]);
        article.actors[b].kind = i ? JACCUSE_MEDIA : JACCUSE_COMPANY;
        accuse(&article, a, b);
        add(network, &article);
    }
    finish(network);
    assert_string_equal(node(network, "b")->label, "Bell"); /* the longest, then by bytes */
    assert_string_equal(node(network, "b")->label_en, "Bell");
    assert_int_equal(node(network, "b")->kind, JACCUSE_MEDIA);
    jaccuse_network_free(network);
}

static void same_article_twice(void **state)
{
    (void)state;
    test_article article;
    start(&article, "a", "en", NULL);
    size_t a = actor(&article, "a", "A"), b = actor(&article, "b", "B");
    accuse(&article, a, b);
    jaccuse_network *network = network_with(NULL);
    add(network, &article);
    add(network, &article);
    article.record.fingerprint = "changed"; /* another version of the article */
    add(network, &article);
    finish(network);
    const jaccuse_edge *accuses = edge(network, "a", JACCUSE_ACCUSES, "b");
    assert_int_equal(accuses->evidence_count, 2);
    assert_int_equal(accuses->articles, 1);
    assert_int_equal(jaccuse_network_article_count(network), 1);
    jaccuse_network_free(network);
}

static void self_accusation(void **state)
{
    (void)state;
    test_article article;
    start(&article, "a", "en", NULL);
    size_t a = actor(&article, "a", "A");
    deny(&article, a, accuse(&article, a, a));
    jaccuse_network *network = network_with(NULL);
    add(network, &article);
    finish(network);
    assert_int_equal(jaccuse_network_edge_count(network), 0);
    assert_int_equal(node(network, "a")->accusations_made, 0);
    assert_int_equal(node(network, "a")->denials_made, 0);
    jaccuse_network_free(network);
}

/* Everything that can be read of a network, as text. */
static void print_network(const jaccuse_network *network, char *out, size_t size)
{
    size_t used = 0;
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++) {
        const jaccuse_node *n = jaccuse_network_node(network, i);
        used +=
            (size_t)snprintf(out + used, size - used, "%s %s %s %s %d %zu %zu %zu %zu %zu\n", n->id,
                             n->label, n->label_fr, n->label_en, (int)n->kind, n->of, n->name_count,
                             n->accusations_made, n->accusations_received, n->accusations_denied);
    }
    for (size_t i = 0; i < jaccuse_network_edge_count(network); i++) {
        const jaccuse_edge *e = jaccuse_network_edge(network, i);
        used += (size_t)snprintf(out + used, size - used, "%zu %zu %d %zu %g %zu %zu %s %s\n",
                                 e->source, e->target, (int)e->relation, e->accused, e->weight,
                                 e->articles, e->answered, e->first_date, e->last_date);
        for (size_t j = 0; j < e->evidence_count; j++)
            used += (size_t)snprintf(out + used, size - used, "  %s %s %zu\n",
                                     e->evidence[j].article_id, e->evidence[j].claim_id,
                                     e->evidence[j].story);
    }
    assert_true(used < size);
}

static void order_does_not_matter(void **state)
{
    (void)state;
    static const size_t orders[][3] = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2},
                                       {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
    char first[4096], other[4096];
    for (size_t i = 0; i < 6; i++) {
        jaccuse_network *network = two_languages(orders[i]);
        print_network(network, i ? other : first, sizeof first);
        if (i)
            assert_string_equal(first, other);
        jaccuse_network_free(network);
    }
}

static void empty_network(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    finish(network);
    assert_int_equal(jaccuse_network_node_count(network), 0);
    assert_null(jaccuse_network_node(network, 0));
    assert_null(jaccuse_network_first_date(network));
    jaccuse_network_free(network);
    jaccuse_network_free(NULL);
}

static void refuses_wrong_records(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    jaccuse_error error;
    test_article article;
    start(&article, "a", "en", NULL);
    accuse(&article, actor(&article, "a", "A"), 7);
    assert_int_equal(jaccuse_network_add(network, &article.record, &error), JACCUSE_ERROR_ARGUMENT);
    static size_t many[2000];
    article.claims[0].by = article.claims[0].against = (jaccuse_refs){many, 2000};
    assert_int_equal(jaccuse_network_add(network, &article.record, &error), JACCUSE_ERROR_LIMIT);
    finish(network);
    assert_int_equal(jaccuse_network_finish(network, &error), JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(jaccuse_network_add(network, &article.record, &error), JACCUSE_ERROR_ARGUMENT);
    jaccuse_network_free(network);
}

static void names_relations(void **state)
{
    (void)state;
    assert_string_equal(jaccuse_relation_name(JACCUSE_ACCUSES), "accuses");
    assert_string_equal(jaccuse_relation_name(JACCUSE_DENIES), "denies");
    assert_null(jaccuse_relation_name((jaccuse_relation)2));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges_languages),
        cmocka_unit_test(counts_copies_once),
        cmocka_unit_test(evidence_shows_its_cue),
        cmocka_unit_test(denial_points_at_the_accuser),
        cmocka_unit_test(denial_on_behalf_of_several),
        cmocka_unit_test(nobody_accuses),
        cmocka_unit_test(rolls_up_principals),
        cmocka_unit_test(keeps_bodies),
        cmocka_unit_test(cuts_cycles),
        cmocka_unit_test(label_ties),
        cmocka_unit_test(same_article_twice),
        cmocka_unit_test(self_accusation),
        cmocka_unit_test(order_does_not_matter),
        cmocka_unit_test(empty_network),
        cmocka_unit_test(refuses_wrong_records),
        cmocka_unit_test(names_relations),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
