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
static void tell(jaccuse_network *network, const ja_claim *claim, size_t maker,
                 jaccuse_counterclaim *out)
{
    const ja_actor *by = maker < claim->by.count
                             ? &network->actors[ja_standing(network, claim->by.at[maker])]
                             : NULL;
    out->by_id = by ? by->id : NULL;
    out->by_label = by ? by->label : NULL;
    out->by = by ? by->node : JACCUSE_NONE;
    out->claim_id = claim->id;
    out->quote = claim->quote;
    out->cue = claim->cue;
    out->charge = claim->charge;
    out->certainty = claim->certainty;
    out->confidence = claim->confidence;
}

bool jaccuse_network_counterclaim(jaccuse_network *network, const jaccuse_evidence *evidence,
                                  jaccuse_counterclaim *out)
{
    const ja_article *article = evidence->source->article;
    for (; out->next_claim < article->claim_count; out->next_claim++, out->next_maker = 0) {
        const ja_claim *other = &article->claims[out->next_claim];
        size_t makers = other->by.count ? other->by.count : 1;
        if (out->next_maker < makers && is_across(evidence->source, other)) {
            tell(network, other, out->next_maker++, out);
            return true;
        }
    }
    return false;
}
