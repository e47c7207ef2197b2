/* Who quarrels with whom, by the library alone: articles are read, their claims merged into a
 * network, actors ranked, two of them connected, and the network written as GraphML.
 *
 *     quarrel FROM TO FILE.graphml ARTICLE...
 *
 *     cc quarrel.c $(pkg-config --cflags --libs jaccuse) -o quarrel
 */
#include <jaccuse.h>

#include <stdio.h>
#include <stdlib.h>

static void stop(const jaccuse_error *error)
{
    fprintf(stderr, "quarrel: %s%s%s\n", error->path, error->path[0] ? ": " : "", error->message);
    exit(EXIT_FAILURE);
}

/* Claims of one article, which may be none of ours to read, go into the network. */
static void add_article(jaccuse_network *network, const jaccuse_article *article)
{
    jaccuse_error error;
    jaccuse_record *record;
    jaccuse_status status = jaccuse_extract(&record, article, NULL, &error);
    if (status == JACCUSE_SKIPPED)
        return;
    if (status != JACCUSE_OK || jaccuse_network_add(network, record, &error) != JACCUSE_OK)
        stop(&error);
    jaccuse_record_free(record);
}

/* A file may hold several articles. */
static void add_file(jaccuse_network *network, const char *path)
{
    jaccuse_error error;
    jaccuse_input *input;
    jaccuse_item item;
    jaccuse_status status;
    if (jaccuse_input_open(&input, path, NULL, NULL, &error) != JACCUSE_OK)
        stop(&error);
    while ((status = jaccuse_input_next(input, &item, &error)) == JACCUSE_OK) {
        if (item.article)
            add_article(network, item.article);
        jaccuse_item_clear(&item);
    }
    if (status != JACCUSE_END)
        stop(&error);
    jaccuse_input_close(input);
}

static void print_most_accused(jaccuse_network *network)
{
    jaccuse_error error;
    const double *strength;
    if (jaccuse_network_measure(network, JACCUSE_IN_STRENGTH, &strength, &error) != JACCUSE_OK)
        stop(&error);
    size_t most = 0;
    for (size_t i = 1; i < jaccuse_network_node_count(network); i++)
        if (strength[i] > strength[most])
            most = i;
    printf("%s is accused in %g stories\n", jaccuse_network_node(network, most)->label,
           strength[most]);
}

/* Who stands on the way, then each step in the words of its first article. */
static void print_path(const jaccuse_network *network, const jaccuse_path *path)
{
    for (size_t i = 0; i <= path->edge_count; i++)
        printf("%s%s", i ? " - " : "", jaccuse_network_node(network, path->nodes[i])->label);
    printf("\n");
    for (size_t i = 0; i < path->edge_count; i++) {
        const jaccuse_edge *edge = jaccuse_network_edge(network, path->edges[i]);
        printf("%s %s %s: %s\n", jaccuse_network_node(network, edge->source)->label,
               jaccuse_relation_name(edge->relation),
               jaccuse_network_node(network, edge->target)->label, edge->evidence[0].quote);
    }
}

static void connect(jaccuse_network *network, const char *from, const char *to)
{
    jaccuse_error error;
    jaccuse_paths paths;
    size_t a, b;
    if (jaccuse_network_find(network, from, &a, &error) != JACCUSE_OK ||
        jaccuse_network_find(network, to, &b, &error) != JACCUSE_OK ||
        jaccuse_network_paths(network, a, b, NULL, &paths, &error) != JACCUSE_OK)
        stop(&error);
    print_path(network, &paths.at[0]);
    jaccuse_paths_clear(&paths);
}

int main(int count, char **words)
{
    jaccuse_error error;
    jaccuse_network *network;
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    jaccuse_map_options drawing = JACCUSE_MAP_OPTIONS_INIT;
    if (count < 5) {
        fprintf(stderr, "usage: quarrel FROM TO FILE.graphml ARTICLE...\n");
        return EXIT_FAILURE;
    }
    options.component = "largest";
    if (jaccuse_network_new(&network, &options, &error) != JACCUSE_OK)
        stop(&error);
    for (int i = 4; i < count; i++)
        add_file(network, words[i]);
    if (jaccuse_network_finish(network, &error) != JACCUSE_OK)
        stop(&error);
    printf("%zu actors, %zu edges\n", jaccuse_network_node_count(network),
           jaccuse_network_edge_count(network));
    print_most_accused(network);
    connect(network, words[1], words[2]);
    if (jaccuse_export(network, JACCUSE_GRAPHML, words[3], &drawing, &error) != JACCUSE_OK)
        stop(&error);
    jaccuse_network_free(network);
    return EXIT_SUCCESS;
}
