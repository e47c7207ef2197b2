/* What stands across from a claim in its article: what answers it, or what it answers. */
#include "network/network.h"

static bool answers(const ja_claim *denial, const ja_claim *accusation)
{
    for (size_t i = 0; i < denial->answers.count; i++)
        if (&denial->article->claims[denial->answers.at[i]] == accusation)
            return true;
    return false;
}

static bool is_across(const ja_claim *claim, const ja_claim *other)
{
    if (!other->kept || claim->act == other->act)
        return false;
    return claim->act == JACCUSE_DENY ? answers(claim, other)
                                      : other->act == JACCUSE_DENY && answers(other, claim);
}

/* `maker`: which of those who make the claim. */
static jaccuse_counterclaim tell(jaccuse_network *network, const ja_claim *claim, size_t maker)
{
    const ja_actor *by = maker < claim->by.count
                             ? &network->actors[ja_standing(network, claim->by.at[maker])]
                             : NULL;
    return (jaccuse_counterclaim){
        .by_id = by ? by->id : NULL,
        .by_label = by ? by->label : NULL,
        .by = by ? by->node : JACCUSE_NONE,
        .claim_id = claim->id,
        .quote = claim->quote,
        .cue = claim->cue,
        .charge = claim->charge,
        .certainty = claim->certainty,
        .confidence = claim->confidence,
    };
}

bool jaccuse_network_counterclaim(jaccuse_network *network, const jaccuse_evidence *evidence,
                                  size_t index, jaccuse_counterclaim *out)
{
    const ja_article *article = evidence->source->article;
    for (size_t i = 0; i < article->claim_count; i++) {
        const ja_claim *other = &article->claims[i];
        if (!is_across(evidence->source, other))
            continue;
        size_t makers = other->by.count ? other->by.count : 1;
        if (index < makers) {
            *out = tell(network, other, index);
            return true;
        }
        index -= makers;
    }
    return false;
}
