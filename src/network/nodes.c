/* Nodes: the actors that claims mention, sorted by id, with all their names. */
#include "network/network.h"

#include <stdlib.h>
#include <string.h>

const char *const ja_label_languages[JA_LABEL_COUNT] = {[JA_LABEL_FR] = "fr", [JA_LABEL_EN] = "en"};

const char *jaccuse_node_label(const jaccuse_node *node, const char *language)
{
    const char *const labels[JA_LABEL_COUNT] = {
        [JA_LABEL_FR] = node->label_fr, [JA_LABEL_EN] = node->label_en};
    for (size_t i = 0; i < JA_LABEL_COUNT; i++)
        if (ja_compare_strings(language, ja_label_languages[i]) == 0)
            return labels[i];
    return node->label;
}

static void mention(jaccuse_network *network, jaccuse_refs actors)
{
    for (size_t i = 0; i < actors.count; i++)
        network->actors[ja_standing(network, actors.at[i])].mentioned = true;
}

static size_t mention_all(jaccuse_network *network)
{
    for (size_t i = 0; i < network->article_count; i++) {
        const ja_article *article = network->articles[i];
        for (size_t j = 0; j < article->claim_count; j++)
            if (article->claims[j].kept) {
                mention(network, article->claims[j].by);
                mention(network, article->claims[j].against);
            }
    }
    size_t count = 0;
    for (size_t i = 0; i < network->actor_count; i++)
        count += network->actors[i].mentioned;
    return count;
}

static int compare_ids(const void *a, const void *b)
{
    const ja_actor *const *x = a, *const *y = b;
    return strcmp((*x)->id, (*y)->id);
}

/* The mentioned actors, sorted by id. */
static ja_actor **sorted_actors(jaccuse_network *network, size_t count)
{
    ja_actor **sorted = JA_NEW_N(&network->arena, ja_actor *, count);
    size_t used = 0;
    for (size_t i = 0; i < network->actor_count; i++)
        if (network->actors[i].mentioned)
            sorted[used++] = &network->actors[i];
    if (count)
        qsort(sorted, count, sizeof *sorted, compare_ids);
    return sorted;
}

void ja_make_nodes(jaccuse_network *network)
{
    size_t count = mention_all(network);
    ja_actor **sorted = sorted_actors(network, count);
    network->nodes = JA_NEW_N(&network->arena, jaccuse_node, count);
    for (size_t i = 0; i < count; i++)
        sorted[i]->node = i;
    for (size_t i = 0; i < count; i++) {
        const ja_actor *actor = sorted[i];
        network->nodes[i] = (jaccuse_node){
            .id = actor->id,
            .label = actor->label,
            .label_fr = actor->labels[JA_LABEL_FR],
            .label_en = actor->labels[JA_LABEL_EN],
            .kind = actor->kind,
            .of = actor->of == JACCUSE_NONE ? JACCUSE_NONE : network->actors[actor->of].node,
            .principal = network->actors[actor->top].id,
        };
    }
    network->node_count = count;
}

/* One name of one node. */
typedef struct ja_naming {
    size_t node;
    const char *text;
    ja_slice folded;
} ja_naming;

static int compare_namings(const void *a, const void *b)
{
    const ja_naming *x = a, *y = b;
    if (x->node != y->node)
        return x->node < y->node ? -1 : 1;
    return strcmp(x->text, y->text);
}

/* All names of all nodes, as they were used; the names that alias rows give among them. */
static ja_naming *gather_namings(jaccuse_network *network, size_t *count)
{
    size_t most = network->vote_count + network->node_count;
    ja_naming *namings = JA_NEW_N(&network->arena, ja_naming, most);
    *count = 0;
    for (size_t i = 0; i < network->vote_count; i++) {
        const ja_vote *vote = &network->votes[i];
        size_t node = network->actors[ja_standing(network, vote->actor)].node;
        if (node != JACCUSE_NONE && (vote->topic == JA_NAME || vote->topic == JA_ALIAS)) {
            const ja_string *string = &network->strings[vote->value];
            namings[(*count)++] = (ja_naming){node, string->text, string->folded};
        }
    }
    for (size_t i = 0; i < network->node_count; i++) {
        const ja_string *string = ja_spelling(network, network->nodes[i].label);
        namings[(*count)++] = (ja_naming){i, string->text, string->folded};
    }
    if (*count)
        qsort(namings, *count, sizeof *namings, compare_namings);
    return namings;
}

void ja_name_nodes(jaccuse_network *network)
{
    size_t count;
    ja_naming *namings = gather_namings(network, &count);
    const char **names = JA_NEW_N(&network->arena, const char *, count);
    ja_slice *folded = JA_NEW_N(&network->arena, ja_slice, count);
    network->folded = JA_NEW_N(&network->arena, const ja_slice *, network->node_count);
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        if (i > 0 && compare_namings(&namings[i - 1], &namings[i]) == 0)
            continue;
        jaccuse_node *node = &network->nodes[namings[i].node];
        if (node->name_count++ == 0) {
            node->names = names + used;
            network->folded[namings[i].node] = folded + used;
        }
        names[used] = namings[i].text;
        folded[used++] = namings[i].folded;
    }
}
