/* Networks that case files keep: how they stand there, and what of them is read later.
 *
 *     head      JA_KEPT_FORMAT; how many nodes, edges; told_count, distinct_articles,
 *               story_count; first and last date
 *     dates     those of edges, once each; NULL
 *     nodes     id, label, label_fr, label_en (NULL: the label), principal (NULL: the id),
 *               kind, known, of, four counters, names; how many bytes of evidence
 *               nobody's accusations of him have, and his bare denials
 *     edges     source less that of the one before, target, relation, accused, weight,
 *               articles, answered, first and last date; how many bytes of evidence
 *     sizes     how many bytes of evidence there are in all, how many of articles
 *     evidence  of all edges, then of each node nobody's accusations and bare denials:
 *               how many there are; of each the place of its article among the articles,
 *               less that of the one before, the number of the claim in its record,
 *               `claim` and `disputed` in one
 *     articles  number in the case file, story, how many actors the record has, whom
 *               each of them is
 *     hash      of all
 *
 * Packed as in base/pack.h; a node that may be none, and the accused where it is not the target, is
 * its number and 1. The words of the evidence are not kept: they are read from the records. */
#ifndef JA_KEPT_H
#define JA_KEPT_H

#include "base/pack.h"
#include "network/network.h"

enum {
    JA_KEPT_FORMAT = 1,
    JA_KEEP_FROM = 20000, /* claims; smaller networks are made again in no time */
};

/* What names this build. */
typedef struct ja_maker {
    char name[64];
} ja_maker;

/* keep.c */
ja_maker ja_this_maker(void);
/* Whether a network with these options is that of the whole file. */
bool ja_is_plain(const jaccuse_network_options *options);
/* As jaccuse_network_keep, from so many claims on. False: it was not kept. */
bool ja_network_keep(jaccuse_network *network, jaccuse_case *file, size_t least);
/* Appends the network; out->failed: no memory. False: the arena had none, or it is none to be kept.
 */
bool ja_pack_network(jaccuse_network *network, ja_buffer *out);

/* Evidence stands at holders: edges, then for each node what it has beside them. */
static inline size_t ja_holder_of_node(size_t edge_count, size_t node, ja_holder holder)
{
    return edge_count + 2 * node + (holder == JA_AT_BARE_DENIALS);
}

/* The evidence of a network that was recalled, and its case file. */
struct ja_recalled {
    bool complete;     /* all that the network holds has been read */
    size_t node_count; /* of the network as it was kept */
    ja_slice evidence, articles;
    const size_t *begins;    /* by holder: where its evidence begins; one more at the end */
    ja_map places;           /* of an article -> its number in `read` */
    const ja_article **read; /* what was read so far */
    size_t read_count, read_capacity;
};

/* recall.c. The network that was packed, whose strings stay in place; it reads no evidence before
 * it has a file. JACCUSE_ERROR_FORMAT: it is damaged. */
JACCUSE_CHECKED jaccuse_status ja_unpack_network(jaccuse_network **out, ja_slice packed,
                                                 jaccuse_error *error);

/* evidence.c. Whether all evidence is there that the network rests on. */
bool ja_has_evidence(const jaccuse_network *network);
/* Reads what a node has beside its edges. */
JACCUSE_CHECKED jaccuse_status ja_read_node(jaccuse_network *network, size_t number,
                                            jaccuse_error *error);
/* Reads the evidence of what stays of a network when it is narrowed; NULL: all. */
JACCUSE_CHECKED jaccuse_status ja_read_evidence(jaccuse_network *network, const bool *keep_nodes,
                                                const bool *keep_edges, jaccuse_error *error);

#endif
