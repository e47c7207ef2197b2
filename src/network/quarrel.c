/* Measures of the quarrel itself: what is answered, how soon, by whom it is carried. Each fills one
 * number a node; NAN where it says nothing of him. */
#include "network/network.h"

#include <math.h>
#include <stdlib.h>

#include "base/day.h"
#include "base/unicode.h"

void ja_measure_answered(const jaccuse_network *network, ja_arena *arena, double *out)
{
    (void)arena;
    for (size_t i = 0; i < network->node_count; i++) {
        const jaccuse_node *node = &network->nodes[i];
        out[i] = node->accusations_received
                     ? (double)node->accusations_denied / (double)node->accusations_received
                     : NAN;
    }
}

void ja_measure_unanswered(const jaccuse_network *network, ja_arena *arena, double *out)
{
    (void)arena;
    for (size_t i = 0; i < network->node_count; i++)
        out[i] =
            (double)(network->nodes[i].accusations_received - network->nodes[i].accusations_denied);
}

/* The edges by which each node stands accused: those of node i are numbers[first[i]] up to
 * numbers[first[i + 1]], in the order of the network. */
typedef struct ja_received {
    size_t *numbers, *first;
} ja_received;

static ja_received sort_by_accused(const jaccuse_network *network, ja_arena *arena)
{
    ja_received out = {JA_NEW_N(arena, size_t, network->edge_count),
                       JA_NEW_N(arena, size_t, network->node_count + 2)};
    size_t *end = out.first + 1; /* while it is filled: the end of the node before */
    for (size_t i = 0; i < network->edge_count; i++)
        if (network->edges[i].relation == JACCUSE_ACCUSES)
            end[network->edges[i].target + 1]++;
    for (size_t i = 0; i < network->node_count; i++)
        end[i + 1] += end[i];
    for (size_t i = 0; i < network->edge_count; i++)
        if (network->edges[i].relation == JACCUSE_ACCUSES)
            out.numbers[end[network->edges[i].target]++] = i;
    return out;
}

/* Days from the first article that tells the accusation to the first that also tells a denial of
 * it; JA_NO_DAY: one of the two is not dated or not there. */
static int days_to_answer(const jaccuse_edge *edge)
{
    int told = JA_NO_DAY;
    for (size_t i = 0; i < edge->evidence_count; i++) { /* by date */
        int day = ja_day_number(edge->evidence[i].date);
        if (day == JA_NO_DAY)
            continue;
        if (told == JA_NO_DAY)
            told = day;
        if (edge->evidence[i].answered)
            return day - told;
    }
    return JA_NO_DAY;
}

static int compare_days(const void *a, const void *b)
{
    const int *x = a, *y = b;
    return (*x > *y) - (*x < *y);
}

static double median(int *days, size_t count)
{
    if (count == 0)
        return NAN;
    qsort(days, count, sizeof *days, compare_days);
    return (days[(count - 1) / 2] + days[count / 2]) / 2.0;
}

void ja_measure_delay(const jaccuse_network *network, ja_arena *arena, double *out)
{
    ja_received received = sort_by_accused(network, arena);
    int *days = JA_NEW_N(arena, int, network->edge_count);
    for (size_t i = 0; i < network->node_count; i++) {
        size_t count = 0;
        for (size_t j = received.first[i]; j < received.first[i + 1]; j++) {
            int wait = days_to_answer(&network->edges[received.numbers[j]]);
            if (wait != JA_NO_DAY)
                days[count++] = wait;
        }
        out[i] = median(days, count);
    }
}

void ja_measure_counter(const jaccuse_network *network, ja_arena *arena, double *out)
{
    ja_received received = sort_by_accused(network, arena);
    size_t *accuses =
        JA_NEW_N(arena, size_t, network->node_count); /* whom: the last asked, from 1 */
    size_t edge = 0;                                  /* sorted by their source */
    for (size_t i = 0; i < network->node_count; i++) {
        out[i] = 0;
        for (size_t j = received.first[i]; j < received.first[i + 1]; j++)
            accuses[network->edges[received.numbers[j]].source] = i + 1;
        for (; edge < network->edge_count && network->edges[edge].source == i; edge++)
            if (network->edges[edge].relation == JACCUSE_ACCUSES)
                out[i] += accuses[network->edges[edge].target] == i + 1;
    }
}

/* Counting how many different words (outlets, languages) stand beside the accusations. */
typedef struct ja_word_count {
    ja_arena *arena;
    ja_map printed;                                        /* a word as printed -> its number */
    ja_map folded;                                         /* case and accents aside, likewise */
    size_t *seen, seen_capacity;                           /* by number: the node, from 1 */
    const char *(*word)(const jaccuse_evidence *evidence); /* NULL: not known */
} ja_word_count;

static size_t number_of(ja_word_count *words, const char *text)
{
    bool added;
    ja_slice printed = ja_slice_of(text);
    size_t *place = ja_map_put(&words->printed, printed, 0, &added);
    if (added)
        *place =
            *ja_map_put(&words->folded, ja_fold(words->arena, printed), words->folded.count, NULL);
    return *place;
}

/* How many words of the evidence are new to the node, which is counted from 1. */
static size_t count_new(ja_word_count *words, const jaccuse_evidence *evidence, size_t count,
                        size_t node)
{
    size_t fresh = 0;
    for (size_t i = 0; i < count; i++) {
        const char *text = words->word(&evidence[i]);
        if (!text)
            continue;
        size_t number = number_of(words, text);
        words->seen =
            ja_grow(words->arena, words->seen, number, &words->seen_capacity, sizeof *words->seen);
        fresh += words->seen[number] != node;
        words->seen[number] = node;
    }
    return fresh;
}

/* Not defined where there are accusations and none of them has a word. */
static void count_words(const jaccuse_network *network, ja_word_count *words, double *out)
{
    ja_received received = sort_by_accused(network, words->arena);
    ja_map_init(&words->printed, words->arena);
    ja_map_init(&words->folded, words->arena);
    for (size_t i = 0; i < network->node_count; i++) {
        const jaccuse_node *node = &network->nodes[i];
        size_t fresh = count_new(words, node->unattributed, node->unattributed_count, i + 1);
        bool accused = node->unattributed_count > 0 || received.first[i] < received.first[i + 1];
        for (size_t j = received.first[i]; j < received.first[i + 1]; j++) {
            const jaccuse_edge *edge = &network->edges[received.numbers[j]];
            fresh += count_new(words, edge->evidence, edge->evidence_count, i + 1);
        }
        out[i] = accused && fresh == 0 ? NAN : (double)fresh;
    }
}

static const char *outlet_of(const jaccuse_evidence *evidence)
{
    return evidence->outlet;
}

static const char *language_of(const jaccuse_evidence *evidence)
{
    return evidence->language;
}

void ja_measure_outlets(const jaccuse_network *network, ja_arena *arena, double *out)
{
    count_words(network, &(ja_word_count){.arena = arena, .word = outlet_of}, out);
}

void ja_measure_languages(const jaccuse_network *network, ja_arena *arena, double *out)
{
    count_words(network, &(ja_word_count){.arena = arena, .word = language_of}, out);
}
