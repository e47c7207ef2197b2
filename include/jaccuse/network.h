/* The network: claims of many articles merged into actors and edges, measured and searched.
 *
 * Build it in three steps: new, add each record, finish. After `finish` the nodes and edges can
 * be read; measures are computed on demand.
 */
#ifndef JACCUSE_NETWORK_H
#define JACCUSE_NETWORK_H

#include <stdbool.h>

#include "jaccuse/claim.h"
#include "jaccuse/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct jaccuse_network jaccuse_network;

typedef struct jaccuse_network_options {
    bool by_principal;           /* roll actors up along `of` */
    const char *since, *until;   /* ISO dates, inclusive (YYYY, YYYY-MM or YYYY-MM-DD); undated
                                    articles are left out where either is given */
    const char *language;        /* only articles in this language */
    const char *outlet;          /* only articles of this outlet, case and accents aside */
    jaccuse_certainty certainty; /* only accusations at least this certain */
    double min_weight;           /* only edges of at least this weight */
    const char *aliases;         /* path of an alias table (README: "Aliases"), or NULL */
    jaccuse_notify notify;       /* hears of alias lines that fit nobody; may be NULL */
    void *notify_context;
} jaccuse_network_options;

#define JACCUSE_NETWORK_OPTIONS_INIT                                                               \
    {                                                                                              \
        false, NULL, NULL, NULL, NULL, JACCUSE_SUSPECTED, 0.0, NULL, NULL, NULL                    \
    }

typedef enum jaccuse_relation { JACCUSE_ACCUSES, JACCUSE_DENIES } jaccuse_relation;

/* "accuses", "denies". */
const char *jaccuse_relation_name(jaccuse_relation relation);

/* One claim that an edge (or a node, for accusations by nobody) rests on. */
typedef struct jaccuse_evidence {
    const char *article_id, *outlet, *url, *date, *path, *title, *language; /* NULL: unknown */
    const char *claim_id;
    const char *quote;  /* the sentence */
    jaccuse_span cue;   /* in the quote, in bytes */
    const char *charge; /* or NULL */
    jaccuse_certainty certainty;
    double confidence;
    bool answered; /* an accusation that somebody denies in its article */
    size_t story;  /* copies of one dispatch share a number */
} jaccuse_evidence;

/* Why a name was taken for the node's, the surest first. */
typedef enum jaccuse_reason {
    JACCUSE_BY_GAZETTEER,  /* the gazetteer gives both one id, which is not made of the name */
    JACCUSE_BY_NAME,       /* the same name: case, accents, hyphens, legal points aside */
    JACCUSE_BY_BODY,       /* the same body of the same state: "Chinese commerce ministry" */
    JACCUSE_BY_LEGAL_FORM, /* the same but for "SA", "Ltd" */
    JACCUSE_BY_SPELLING,   /* one name heard in another script: "Zelensky", "Zelenskyy" */
    JACCUSE_BY_MIDDLE,     /* the same but for what stands in the middle: "John A. Smith" */
    JACCUSE_BY_INITIALS,   /* "J. Smith", where there is one such Smith alone */
    JACCUSE_BY_QUARREL, /* the same description ("the union"), at odds with the same firm or body */
    JACCUSE_BY_ALIAS,   /* a row of the user's table */
    JACCUSE_REASON_COUNT,
} jaccuse_reason;

/* Why two actors who seem alike were not merged. */
typedef enum jaccuse_doubt {
    JACCUSE_OTHER_KIND,       /* a person and a company */
    JACCUSE_OTHER_ENTRY,      /* the gazetteer knows them as two, or one of several */
    JACCUSE_OTHER_PRINCIPAL,  /* they speak for different states, firms ... */
    JACCUSE_OTHER_LEGAL_FORM, /* "Acme SA", "Acme GmbH" */
    JACCUSE_OTHER_MIDDLE,     /* "John A. Smith", "John B. Smith" */
    JACCUSE_SEVERAL,          /* "J. Smith" may be John or Jane */
    JACCUSE_ONE_ARTICLE,      /* an article tells them apart */
    JACCUSE_SURNAME,          /* a surname alone tells nobody outside its article */
    JACCUSE_DOUBT_COUNT,
} jaccuse_doubt;

/* As words for people: "same name", "other principal"; NULL out of range. */
const char *jaccuse_reason_name(jaccuse_reason reason);
const char *jaccuse_doubt_name(jaccuse_doubt doubt);

/* A name that articles have for a node; the strings belong to the network. */
typedef struct jaccuse_naming {
    const char *name;
    size_t articles; /* in which it is the actor's fullest name */
    jaccuse_reason reason;
    bool tells; /* it is this node's alone, and can stand in an alias table: NAME = id */
} jaccuse_naming;

typedef struct jaccuse_node {
    const char *id;
    const char *label, *label_fr, *label_en; /* best known names; never NULL */
    jaccuse_kind kind;
    size_t of;                /* node, or JACCUSE_NONE */
    const char *const *names; /* every name that was merged into it, sorted */
    size_t name_count;
    const jaccuse_naming *namings; /* its full names, the most frequent first */
    size_t naming_count;
    bool known;                  /* to the gazetteer */
    size_t accusations_made;     /* claims, copies of one story counted once */
    size_t accusations_received; /* with or without a named accuser */
    size_t accusations_denied;   /* of those received */
    size_t denials_made;
    const jaccuse_evidence *unattributed; /* accusations by nobody named */
    size_t unattributed_count;
    const char *principal; /* id of whom he speaks for in the end, who need not be a node: a state, a
                              firm; his own where there is nobody */
} jaccuse_node;

typedef struct jaccuse_edge {
    size_t source, target; /* nodes: accuser -> accused; denier -> accuser */
    jaccuse_relation relation;
    size_t accused; /* denies: the node that stood accused (the first, by name, of several) */
    double weight;  /* distinct stories */
    size_t articles;
    size_t answered;                    /* accuses: how many of the stories also tell a denial */
    const char *first_date, *last_date; /* NULL: no dated article */
    const jaccuse_evidence *evidence;   /* sorted by date, article, claim */
    size_t evidence_count;
} jaccuse_edge;

JACCUSE_CHECKED jaccuse_status jaccuse_network_new(jaccuse_network **out,
                                                   const jaccuse_network_options *options,
                                                   jaccuse_error *error);
/* Adds the claims of one article; the record may be freed afterwards. A record that the options
 * filter out is left out silently. One that is refused (JACCUSE_ERROR_ARGUMENT, _LIMIT) changes
 * nothing, and others may follow. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_add(jaccuse_network *network,
                                                   const jaccuse_record *record,
                                                   jaccuse_error *error);
/* Merges. Nodes come sorted by id, edges by source, target, relation. Nothing can be added
 * afterwards. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_finish(jaccuse_network *network,
                                                      jaccuse_error *error);
void jaccuse_network_free(jaccuse_network *network);

size_t jaccuse_network_node_count(const jaccuse_network *network);
size_t jaccuse_network_edge_count(const jaccuse_network *network);
const jaccuse_node *jaccuse_network_node(const jaccuse_network *network, size_t index);
const jaccuse_edge *jaccuse_network_edge(const jaccuse_network *network, size_t index);
/* The node's name in a language ("fr", "en"); its `label` for any other. */
const char *jaccuse_node_label(const jaccuse_node *node, const char *language);
/* Articles that were counted, stories among them, and their first and last date (NULL: none). */
size_t jaccuse_network_article_count(const jaccuse_network *network);
size_t jaccuse_network_story_count(const jaccuse_network *network);
const char *jaccuse_network_first_date(const jaccuse_network *network);
const char *jaccuse_network_last_date(const jaccuse_network *network);

/* Two nodes that nearly were merged, by these names of theirs, and why they were not. */
typedef struct jaccuse_near_miss {
    size_t a, b;
    const char *name_a, *name_b;
    jaccuse_doubt doubt;
} jaccuse_near_miss;

/* Sorted by a, b; the array belongs to the network. */
const jaccuse_near_miss *jaccuse_network_near_misses(const jaccuse_network *network, size_t *count);

/* A row of the alias table that the network was made with, by its number; false: there are no more.
 * The strings belong to the network; `relation` is "=", "!=" or "of", an empty target "-". */
bool jaccuse_network_alias(const jaccuse_network *network, size_t index, const char **name,
                           const char **relation, const char **target);

/* The actor that a person means by `name`: an id, else a whole name, else the words of a name, in
 * this order, case and accents aside. JACCUSE_NOT_FOUND: nobody. JACCUSE_AMBIGUOUS: several; then
 * the message lists them. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_find(const jaccuse_network *network,
                                                    const char *name, size_t *out,
                                                    jaccuse_error *error);

typedef enum jaccuse_measure {
    JACCUSE_IN_STRENGTH,  /* sum of the weights of accusations received */
    JACCUSE_OUT_STRENGTH, /* ... made */
    JACCUSE_PAGERANK,     /* along accusations: accused by the much accused */
    JACCUSE_HUB,          /* HITS: accuses the much accused */
    JACCUSE_AUTHORITY,    /* HITS: accused by the great accusers */
    JACCUSE_BETWEENNESS,  /* stands between the others' quarrels; lengths are 1/weight */
    JACCUSE_HARMONIC,     /* harmonic closeness; lengths are 1/weight */
    JACCUSE_CORENESS,     /* largest k such that he is in the k-core, both directions */
    JACCUSE_COMPONENT,    /* number of his weak component, from 0, largest first */
    JACCUSE_COMMUNITY,    /* number of his Leiden community, from 0, largest first */
    JACCUSE_ANSWERED,     /* share of the accusations received that were denied */
    JACCUSE_MEASURE_COUNT,
} jaccuse_measure;

/* "pagerank" ...; NULL out of range. A sentence that says what it means. The way back gives
 * JACCUSE_MEASURE_COUNT for an unknown name. */
const char *jaccuse_measure_name(jaccuse_measure measure);
const char *jaccuse_measure_meaning(jaccuse_measure measure);
jaccuse_measure jaccuse_measure_from_name(const char *name);

/* The measure of every node, in the order of the nodes; computed at the first call and kept. The
 * array belongs to the network. Measures are taken over `accuses` edges. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_measure(jaccuse_network *network,
                                                       jaccuse_measure measure, const double **out,
                                                       jaccuse_error *error);

/* Of the whole network: share of accusing pairs that accuse each other. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_reciprocity(jaccuse_network *network, double *out,
                                                           jaccuse_error *error);

/* A way from one actor to another: nodes has edge_count + 1 entries; edges[i] joins nodes[i] and
 * nodes[i + 1], in either direction. */
typedef struct jaccuse_path {
    size_t *nodes;
    size_t *edges;
    size_t edge_count;
    double length; /* sum of 1/weight */
} jaccuse_path;

typedef struct jaccuse_paths {
    jaccuse_path *at;
    size_t count;
} jaccuse_paths;

/* The k shortest paths (Yen 1971) between two nodes over all edges, direction aside; an edge is as
 * long as 1/weight. JACCUSE_NOT_FOUND: not connected. The caller clears `out`. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_paths(jaccuse_network *network, size_t from,
                                                     size_t to, size_t k, jaccuse_paths *out,
                                                     jaccuse_error *error);
void jaccuse_paths_clear(jaccuse_paths *paths);

#ifdef __cplusplus
}
#endif

#endif
