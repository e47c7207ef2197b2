/* Settling: out of all that the articles say of an actor comes one label, one kind, one parent.
 * Votes of those whom an alias row merged into him count only where he has none himself: who
 * writes that Facebook is Meta wants to read Meta. */
#include "network/network.h"

#include <stdlib.h>
#include <string.h>

/* Votes gathered by root. */
typedef struct ja_ballot {
    size_t root;
    ja_topic topic;
    bool foreign;
    const char *text; /* name, or id of the parent; NULL for kinds */
    size_t value;
    size_t count;
} ja_ballot;

static int compare_ballots(const void *a, const void *b)
{
    const ja_ballot *x = a, *y = b;
    if (x->root != y->root)
        return x->root < y->root ? -1 : 1;
    if (x->topic != y->topic)
        return x->topic < y->topic ? -1 : 1;
    if (x->foreign != y->foreign)
        return x->foreign ? 1 : -1;
    int order = ja_compare_strings(x->text, y->text);
    return order ? order : (x->value > y->value) - (x->value < y->value);
}

/* False: the vote does not count. */
static bool make_ballot(jaccuse_network *network, const ja_vote *vote, ja_ballot *out)
{
    size_t root = ja_root(network, vote->actor);
    bool foreign = root != network->actors[vote->actor].home;
    *out = (ja_ballot){root, vote->topic, foreign, NULL, vote->value, vote->count};
    switch (vote->topic) {
    case JA_NAME:
    case JA_NAME_FR:
    case JA_NAME_EN:
        out->text = network->strings[vote->value].text;
        return !(foreign && network->actors[root].renamed);
    case JA_OF:
        out->value = ja_root(network, vote->value);
        out->text = network->actors[out->value].id;
        return out->value != root;
    case JA_KIND:
        return true;
    case JA_ALIAS:
        break;
    }
    return false;
}

static bool same_matter(const ja_ballot *a, const ja_ballot *b)
{
    return a->root == b->root && a->topic == b->topic && a->foreign == b->foreign;
}

/* More votes win, then the longer name; else the one that comes first in the order. */
static bool beats(const ja_ballot *a, const ja_ballot *b)
{
    if (a->count != b->count)
        return a->count > b->count;
    return a->topic <= JA_NAME_EN && strlen(a->text) > strlen(b->text);
}

static void elect(jaccuse_network *network, const ja_ballot *winner)
{
    ja_actor *actor = &network->actors[winner->root];
    switch (winner->topic) {
    case JA_NAME:
        actor->label = winner->text;
        break;
    case JA_NAME_FR:
    case JA_NAME_EN:
        actor->labels[winner->topic - JA_NAME_FR] = winner->text;
        break;
    case JA_KIND:
        actor->kind = (jaccuse_kind)winner->value;
        break;
    case JA_OF:
        actor->of = winner->value;
        actor->of_count = winner->count;
        break;
    case JA_ALIAS:
        break;
    }
}

/* Adds up equal ballots, which stand together; returns how many are left. */
static size_t add_up(ja_ballot *ballots, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept && compare_ballots(&ballots[kept - 1], &ballots[i]) == 0)
            ballots[kept - 1].count += ballots[i].count;
        else
            ballots[kept++] = ballots[i];
    }
    return kept;
}

static void count_votes(jaccuse_network *network)
{
    ja_ballot *ballots = JA_NEW_N(&network->arena, ja_ballot, network->vote_count);
    size_t count = 0;
    for (size_t i = 0; i < network->vote_count; i++)
        if (make_ballot(network, &network->votes[i], &ballots[count]))
            count++;
    if (count)
        qsort(ballots, count, sizeof *ballots, compare_ballots);
    count = add_up(ballots, count);
    for (size_t i = 0, end; i < count; i = end) {
        const ja_ballot *best = &ballots[i];
        for (end = i + 1; end < count && same_matter(&ballots[end], best); end++)
            if (beats(&ballots[end], best))
                best = &ballots[end];
        bool decided = i > 0 && best->foreign && ballots[i - 1].root == best->root &&
                       ballots[i - 1].topic == best->topic;
        if (!decided)
            elect(network, best);
    }
}

/* The user's name, else the gazetteer's, else what the articles call him. */
static void label(ja_actor *actor)
{
    const char *names[JA_LABEL_COUNT];
    bool known = !actor->renamed;
    for (size_t i = 0; i < JA_LABEL_COUNT; i++) {
        names[i] = jaccuse_actor_name(actor->id, ja_label_languages[i]);
        known = known && names[i];
    }
    if (known) {
        memcpy(actor->labels, names, sizeof names);
        actor->label = names[JA_LABEL_EN];
    }
    if (actor->renamed || !actor->label)
        actor->label = actor->renamed ? actor->renamed : actor->id;
    for (size_t i = 0; i < JA_LABEL_COUNT; i++)
        if (!actor->labels[i])
            actor->labels[i] = actor->label;
}

/* Of the cycle that `start` is in, the link that the fewest articles tell of is cut; of equals, the
 * one of the smallest id. */
static void cut_cycle(ja_actor *actors, size_t start)
{
    size_t weakest = start;
    for (size_t i = actors[start].of; i != start; i = actors[i].of) {
        const ja_actor *a = &actors[i], *b = &actors[weakest];
        if (a->of_count < b->of_count || (a->of_count == b->of_count && strcmp(a->id, b->id) < 0))
            weakest = i;
    }
    actors[weakest].of = JACCUSE_NONE;
}

/* Every chain is walked until it meets an earlier walk; one that meets itself is a cycle. */
static void cut_cycles(jaccuse_network *network)
{
    ja_actor *actors = network->actors;
    size_t *walk = JA_NEW_N(&network->arena, size_t, network->actor_count);
    for (size_t i = 0; i < network->actor_count; i++) {
        size_t at = i;
        for (; at != JACCUSE_NONE && walk[at] == 0; at = actors[at].of)
            walk[at] = i + 1;
        if (at != JACCUSE_NONE && walk[at] == i + 1)
            cut_cycle(actors, at);
    }
}

/* Each chain is walked twice at most before its actors know their top. */
static void find_tops(jaccuse_network *network)
{
    ja_actor *actors = network->actors;
    for (size_t i = 0; i < network->actor_count; i++)
        actors[i].top = JACCUSE_NONE;
    for (size_t i = 0; i < network->actor_count; i++) {
        size_t end = i;
        while (actors[end].top == JACCUSE_NONE && actors[end].of != JACCUSE_NONE)
            end = actors[end].of;
        size_t top = actors[end].top == JACCUSE_NONE ? end : actors[end].top;
        for (size_t at = i; actors[at].top == JACCUSE_NONE; at = actors[at].of) {
            actors[at].top = top;
            if (at == end)
                break;
        }
    }
}

void ja_settle(jaccuse_network *network)
{
    ja_merge_names(network);
    ja_aliases_merge(network);
    count_votes(network);
    ja_aliases_parents(network);
    for (size_t i = 0; i < network->actor_count; i++)
        label(&network->actors[i]);
    cut_cycles(network);
    find_tops(network);
}
