/* `actors`: who was merged with whom and why, who nearly was, and whom no gazetteer knows; as a
 * table that --aliases reads. */
#include <stdlib.h>
#include <string.h>

#include "cli/cli.h"

typedef struct listing {
    const jaccuse_network *network;
    const size_t *order; /* nodes, the most frequent first */
    size_t count;
    size_t limit; /* 0: none */
} listing;

static size_t articles_of(const jaccuse_node *node)
{
    size_t sum = 0;
    for (size_t i = 0; i < node->naming_count; i++)
        sum += node->namings[i].articles;
    return sum;
}

typedef struct frequency {
    size_t articles, node;
} frequency;

static int by_frequency(const void *a, const void *b)
{
    const frequency *x = a, *y = b;
    if (x->articles != y->articles)
        return x->articles < y->articles ? 1 : -1;
    return (x->node > y->node) - (x->node < y->node);
}

/* A cell of the table: what would end it is a blank. */
static void put_cell(jaccuse_stream *out, const char *text)
{
    for (size_t run; *text; text += run) {
        run = strcspn(text, "\t\n\r");
        jaccuse_stream_write(out, text, run);
        if (text[run]) {
            jaccuse_stream_print(out, " ");
            run++;
        }
    }
}

static void put_articles(jaccuse_stream *out, size_t articles)
{
    jaccuse_stream_print(out, "%zu %s", articles, articles == 1 ? "article" : "articles");
}

/* NAME = ID # remark; a comment where the row would say more than was done. */
static void put_naming(jaccuse_stream *out, const jaccuse_node *node, const jaccuse_naming *naming)
{
    bool row = naming->tells && naming->reason != JACCUSE_BY_ALIAS;
    jaccuse_stream_print(out, row ? "" : "# ");
    put_cell(out, naming->name);
    jaccuse_stream_print(out, "\t=\t");
    put_cell(out, node->id);
    jaccuse_stream_print(out, "\t# %s, ", jaccuse_reason_name(naming->reason));
    put_articles(out, naming->articles);
    jaccuse_stream_print(out, naming->tells ? "\n" : "; others bear the name\n");
}

static void put_heading(jaccuse_stream *out, const jaccuse_network *network,
                        const jaccuse_node *node)
{
    jaccuse_stream_print(out, "\n# ");
    put_cell(out, node->label);
    jaccuse_stream_print(out, ": %s", jaccuse_kind_name(node->kind));
    if (node->of != JACCUSE_NONE) {
        jaccuse_stream_print(out, " of ");
        put_cell(out, jaccuse_network_node(network, node->of)->label);
    }
    jaccuse_stream_print(out, ", ");
    put_articles(out, articles_of(node));
    jaccuse_stream_print(out, "\n");
}

/* Counts one more; false: it is beyond the limit. */
static bool is_within(const listing *list, size_t *number)
{
    return ++*number <= list->limit || list->limit == 0;
}

static void put_rest(jaccuse_stream *out, const listing *list, size_t number)
{
    if (list->limit && number > list->limit)
        jaccuse_stream_print(out, "# and %zu more\n", number - list->limit);
}

/* It has several names, or one that was not its own. */
static bool was_merged(const jaccuse_node *node)
{
    return node->naming_count > 1 ||
           (node->naming_count == 1 && node->namings[0].reason > JACCUSE_BY_NAME);
}

static void put_merged(jaccuse_stream *out, const listing *list)
{
    size_t number = 0;
    jaccuse_stream_print(out, "\n# ACTORS under several names\n");
    for (size_t i = 0; i < list->count; i++) {
        const jaccuse_node *node = jaccuse_network_node(list->network, list->order[i]);
        if (!was_merged(node) || !is_within(list, &number))
            continue;
        put_heading(out, list->network, node);
        for (size_t n = 0; n < node->naming_count; n++)
            put_naming(out, node, &node->namings[n]);
    }
    put_rest(out, list, number);
}

/* NAME (of PRINCIPAL) */
static void put_who(jaccuse_stream *out, const jaccuse_network *network, const char *name,
                    const jaccuse_node *node)
{
    put_cell(out, name);
    if (node->of == JACCUSE_NONE)
        return;
    jaccuse_stream_print(out, " (of ");
    put_cell(out, jaccuse_network_node(network, node->of)->label);
    jaccuse_stream_print(out, ")");
}

/* The less frequent is the other's, or the shorter name. */
static void put_near_miss(jaccuse_stream *out, const jaccuse_network *network,
                          const jaccuse_near_miss *near)
{
    const jaccuse_node *a = jaccuse_network_node(network, near->a);
    const jaccuse_node *b = jaccuse_network_node(network, near->b);
    bool swap = articles_of(b) != articles_of(a) ? articles_of(b) > articles_of(a)
                                                 : strlen(near->name_b) > strlen(near->name_a);
    jaccuse_stream_print(out, "# ");
    put_cell(out, swap ? a->id : b->id);
    jaccuse_stream_print(out, "\t=\t");
    put_cell(out, swap ? b->id : a->id);
    jaccuse_stream_print(out, "\t# ");
    put_who(out, network, swap ? near->name_a : near->name_b, swap ? a : b);
    jaccuse_stream_print(out, " / ");
    put_who(out, network, swap ? near->name_b : near->name_a, swap ? b : a);
    jaccuse_stream_print(out, ": %s\n", jaccuse_doubt_name(near->doubt));
}

static void put_near_misses(jaccuse_stream *out, const listing *list)
{
    size_t count;
    const jaccuse_near_miss *near = jaccuse_network_near_misses(list->network, &count);
    size_t number = 0;
    jaccuse_stream_print(out,
                         "\n# NEAR MISSES, not merged: take the # away from those who are one\n\n");
    for (size_t i = 0; i < count; i++)
        if (is_within(list, &number))
            put_near_miss(out, list->network, &near[i]);
    put_rest(out, list, number);
}

static void put_unknown(jaccuse_stream *out, const listing *list)
{
    size_t number = 0;
    jaccuse_stream_print(out, "\n# NAMES that no gazetteer knows, the most frequent first\n\n");
    for (size_t i = 0; i < list->count; i++) {
        const jaccuse_node *node = jaccuse_network_node(list->network, list->order[i]);
        if (node->known || !is_within(list, &number))
            continue;
        jaccuse_stream_print(out, "# %zu\t", articles_of(node));
        put_cell(out, node->label);
        jaccuse_stream_print(out, "\t%s\t", jaccuse_kind_name(node->kind));
        put_cell(out, node->id);
        jaccuse_stream_print(out, "\n");
    }
    put_rest(out, list, number);
}

/* The rows that the network was made with come first, so that nothing of them is lost. */
static void put_given_rows(jaccuse_stream *out, const listing *list)
{
    const char *name, *relation, *target;
    for (size_t i = 0; jaccuse_network_alias(list->network, i, &name, &relation, &target); i++)
        jaccuse_stream_print(out, "%s%s\t%s\t%s\n", i ? "" : "\n# ROWS of the table given\n\n",
                             name, relation, target);
}

static void print_listing(jaccuse_stream *out, const void *context)
{
    const listing *list = context;
    jaccuse_stream_print(
        out,
        "# Who is whom: a table for --aliases. NAME = ID says what was merged, and why; write\n"
        "# != in its place, and the name stands for itself.\n");
    put_given_rows(out, list);
    put_merged(out, list);
    put_near_misses(out, list);
    put_unknown(out, list);
}

static cli_exit list_actors(const cli_settings *settings, const jaccuse_network *network,
                            cli_exit status)
{
    size_t count = jaccuse_network_node_count(network);
    frequency *sorted = calloc(count, sizeof *sorted);
    size_t *order = calloc(count, sizeof *order);
    for (size_t i = 0; sorted && i < count; i++)
        sorted[i] = (frequency){articles_of(jaccuse_network_node(network, i)), i};
    if (sorted && order) {
        qsort(sorted, count, sizeof *sorted, by_frequency);
        for (size_t i = 0; i < count; i++)
            order[i] = sorted[i].node;
        listing list = {network, order, count, settings->count};
        status = cli_print(settings->output, print_listing, &list, status);
    } else {
        cli_message("out of memory");
        status = CLI_FAILED;
    }
    free(order);
    free(sorted);
    return status;
}

cli_exit cmd_actors(const cli_settings *settings)
{
    cli_exit status;
    jaccuse_network *network =
        cli_read_network(settings, settings->arguments, settings->argument_count, &status);
    if (!network)
        return status;
    status = list_actors(settings, network, status);
    jaccuse_network_free(network);
    return status;
}
