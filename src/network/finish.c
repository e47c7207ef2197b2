/* Finishing: articles are put in order, and everything after that order is the same whatever the
 * order in which they were added. */
#include "network/network.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

/* A NULL date comes last. */
static int compare_dates(const char *a, const char *b)
{
    if (!a || !b)
        return (a == NULL) - (b == NULL);
    return strcmp(a, b);
}

static int compare_articles(const void *a, const void *b)
{
    const ja_article *x = *(ja_article *const *)a, *y = *(ja_article *const *)b;
    int order = compare_dates(x->date, y->date);
    if (order == 0)
        order = strcmp(x->id, y->id);
    return order ? order : ja_compare_strings(x->fingerprint, y->fingerprint);
}

/* The first of an article's versions gives it its number. */
static void number_articles(jaccuse_network *network)
{
    ja_map ids;
    ja_map_init(&ids, &network->arena);
    for (size_t i = 0; i < network->article_count; i++) {
        ja_article *article = network->articles[i];
        article->rank = i;
        article->number = *ja_map_put(&ids, ja_slice_of(article->id), ids.count, NULL);
    }
    network->distinct_articles = ids.count;
}

static void order_articles(void *context)
{
    jaccuse_network *network = context;
    size_t count = network->article_count;
    if (count == 0)
        return;
    qsort(network->articles, count, sizeof(ja_article *), compare_articles);
    number_articles(network);
    network->first_date = network->articles[0]->date;
    for (size_t i = count; i > 0 && !network->last_date; i--)
        network->last_date = network->articles[i - 1]->date;
}

static void connect(void *context)
{
    jaccuse_network *network = context;
    ja_settle(network);
    ja_make_nodes(network);
    ja_make_edges(network);
    ja_name_nodes(network);
    ja_tell_namings(network);
}

/* What stands half-made when memory runs out is not shown, nor what a filter leaves nothing of. */
static void hide(jaccuse_network *network)
{
    network->node_count = network->edge_count = network->near_miss_count = 0;
}

jaccuse_status jaccuse_network_finish(jaccuse_network *network, jaccuse_error *error)
{
    if (network->finished)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the network is finished already");
    jaccuse_status status = ja_network_run(network, order_articles, network, error);
    if (status == JACCUSE_OK)
        status = ja_group_stories(network, error);
    if (status == JACCUSE_OK)
        status = ja_network_run(network, connect, network, error);
    network->finished = status == JACCUSE_OK;
    if (status == JACCUSE_OK)
        status = ja_select(network, error);
    if (status != JACCUSE_OK)
        hide(network);
    return status;
}
