/* Denials that are bundled. Where spokesmen deny, on behalf of one accused, what many say, each
 * denies to each: drawn singly, that is a hairball. A complete bipartite part of the denials is
 * drawn confluently instead, its lines meeting in one point (Dickerson, Eppstein, Goodrich, Meng:
 * Confluent Drawings, 2005). The parts are chosen greedily, the one that saves most lines first. */
#include <stdlib.h>
#include <string.h>

#include "output/plan.h"

/* Beyond, a group is left as it is, or cut: the search takes deniers^3 * accusers^2. */
enum { MOST_DENIERS = 24, MOST_DENIALS = 240, LEAST_SAVED = 2 };

/* A denial of an accusation against another: `edge` of the picture. */
typedef struct denial {
    size_t accused, denier, accuser, edge;
} denial;

static int by_accused(const void *a, const void *b)
{
    const denial *first = a, *second = b;
    if (first->accused != second->accused)
        return first->accused < second->accused ? -1 : 1;
    if (first->denier != second->denier)
        return first->denier < second->denier ? -1 : 1;
    return first->accuser < second->accuser ? -1 : first->accuser > second->accuser;
}

/* The denials for one accused; `edge` is JACCUSE_NONE where it is bundled already. */
typedef struct group {
    denial *at;
    size_t count;
    size_t starts[MOST_DENIERS + 1]; /* of each denier's, in `at` */
    size_t denier_count;
} group;

static bool contradicts(const group *all, size_t denier, size_t accuser)
{
    for (size_t i = all->starts[denier]; i < all->starts[denier + 1]; i++)
        if (all->at[i].accuser == accuser && all->at[i].edge != JACCUSE_NONE)
            return true;
    return false;
}

/* A part: deniers, and the accusers whom they all contradict. */
typedef struct part {
    bool deniers[MOST_DENIERS];
    size_t denier_count;
    size_t *accusers;
    size_t accuser_count;
    size_t saved;
} part;

/* The part of those accusers whom both contradict, and of all deniers who contradict them all. */
static void form_part(const group *all, size_t a, size_t b, part *out)
{
    memset(out->deniers, 0, sizeof out->deniers);
    out->denier_count = out->accuser_count = out->saved = 0;
    for (size_t i = all->starts[a]; i < all->starts[a + 1]; i++)
        if (all->at[i].edge != JACCUSE_NONE && contradicts(all, b, all->at[i].accuser))
            out->accusers[out->accuser_count++] = all->at[i].accuser;
    for (size_t d = 0; d < all->denier_count; d++) {
        bool every = out->accuser_count > 1;
        for (size_t i = 0; every && i < out->accuser_count; i++)
            every = contradicts(all, d, out->accusers[i]);
        out->deniers[d] = every;
        out->denier_count += every;
    }
    size_t single = out->denier_count * out->accuser_count;
    size_t joined = out->denier_count + out->accuser_count;
    if (out->denier_count > 1 && single > joined)
        out->saved = single - joined;
}

static void take_part(ja_picture *picture, const group *all, const part *chosen)
{
    size_t junction = picture->junction_count++;
    picture->junctions[junction] = (ja_junction){.lines = chosen->denier_count};
    for (size_t d = 0; d < all->denier_count; d++)
        for (size_t i = all->starts[d]; chosen->deniers[d] && i < all->starts[d + 1]; i++)
            for (size_t k = 0; k < chosen->accuser_count; k++)
                if (all->at[i].edge != JACCUSE_NONE && all->at[i].accuser == chosen->accusers[k]) {
                    picture->edges[all->at[i].edge].junction = junction;
                    all->at[i].edge = JACCUSE_NONE;
                }
}

static void bundle_group(ja_picture *picture, const group *all)
{
    part best = {.accusers = JA_NEW_N(picture->arena, size_t, all->count)};
    part next = {.accusers = JA_NEW_N(picture->arena, size_t, all->count)};
    do {
        best.saved = 0;
        for (size_t a = 0; a < all->denier_count; a++)
            for (size_t b = a + 1; b < all->denier_count; b++) {
                form_part(all, a, b, &next);
                if (next.saved > best.saved) {
                    part former = best;
                    best = next;
                    next = former;
                }
            }
        if (best.saved >= LEAST_SAVED)
            take_part(picture, all, &best);
    } while (best.saved >= LEAST_SAVED);
}

static size_t list_denials(const ja_picture *picture, denial *out)
{
    size_t count = 0;
    for (size_t i = 0; i < picture->edge_count; i++) {
        const jaccuse_edge *edge = picture->edges[i].edge;
        if (edge->relation == JACCUSE_DENIES && edge->accused != JACCUSE_NONE &&
            edge->accused != edge->source)
            out[count++] = (denial){edge->accused, edge->source, edge->target, i};
    }
    qsort(out, count, sizeof *out, by_accused);
    return count;
}

void ja_bundle(ja_picture *picture)
{
    denial *all = JA_NEW_N(picture->arena, denial, picture->edge_count + 1);
    size_t count = list_denials(picture, all);
    picture->junctions = JA_NEW_N(picture->arena, ja_junction, count + 1);
    for (size_t i = 0, end; i < count; i = end) {
        group of = {.at = all + i};
        for (end = i; end < count && all[end].accused == all[i].accused; end++)
            if (end == i || all[end].denier != all[end - 1].denier) {
                if (of.denier_count == MOST_DENIERS)
                    break;
                of.starts[of.denier_count++] = end - i;
            }
        of.count = end - i;
        of.starts[of.denier_count] = of.count;
        if (of.denier_count > 1 && of.count <= MOST_DENIALS)
            bundle_group(picture, &of);
    }
}
