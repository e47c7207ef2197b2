/* The network: claims of many articles merged into actors and edges, measured and searched.
 *
 * Build it in three steps: new, add each record, finish. After `finish` the nodes and edges can
 * be read; measures are computed on demand.
 */
#ifndef JACCUSE_NETWORK_H
#define JACCUSE_NETWORK_H

#include <stdbool.h>

#include "jaccuse/case.h"
#include "jaccuse/claim.h"
#include "jaccuse/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct jaccuse_network jaccuse_network;

/* The filters act in this order, each on what the one before has left: while records are added,
 * `since`, `until`, `language` and `outlet` on articles, `certainty`, `min_confidence` and `about`
 * on claims; then, when the network is finished, `min_weight` on edges, `kind`, `component`, `ego`
 * and `top` on actors. A denial goes where all the accusations that it answers went, and `about`
 * asks no more of it; an edge goes with either of its ends. What nodes and edges count, and every
 * measure, is of what is left. */
typedef struct jaccuse_network_options {
    bool by_principal;           /* roll actors up along `of` */
    const char *since, *until;   /* ISO dates, inclusive (YYYY, YYYY-MM or YYYY-MM-DD); undated
                                    articles are left out where either is given */
    const char *language;        /* only articles in this language, or in one of "en,fr" */
    const char *outlet;          /* only articles of this outlet, or of one of "A,B"; case and
                                    accents aside */
    jaccuse_certainty certainty; /* only accusations at least this certain */
    double min_weight;           /* only edges of at least this weight */
    const char *aliases;         /* path of an alias table (README: "Aliases"), or NULL */
    jaccuse_notify notify;       /* hears of alias lines that fit nobody; may be NULL */
    void *notify_context;
    const char *kind;      /* only actors of this kind, or of one of "person,company" */
    double min_confidence; /* only claims at least this sure, 0 to 1 */
    const char *about;     /* only claims in whose sentence or charge each of these words begins a
                              word, case and accents aside */
    const char *component; /* only actors whose JACCUSE_COMPONENT this number is ("largest": 0), and
                              who only denies what they say */
    const char *ego;       /* only the actor that jaccuse_network_find finds by this name ... */
    size_t radius;         /* ... and those within so many edges of him, direction aside; 0: 1 */
    size_t top;            /* only so many actors, the highest ...; 0: all */
    const char *top_of;    /* ... by the measure of this name, of equal ones the first by id; NULL:
                              "in_strength"; numbers of groups are none */
} jaccuse_network_options;

#define JACCUSE_NETWORK_OPTIONS_INIT                                                               \
    {                                                                                              \
        false, NULL, NULL, NULL, NULL, JACCUSE_SUSPECTED, 0.0, NULL, NULL, NULL, NULL, 0.0, NULL,  \
            NULL, NULL, 0, 0, NULL                                                                 \
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
    bool answered; /* an accusation that somebody denies in its article */
    bool disputed; /* ... or in a copy of the story */
    double confidence;
    size_t story; /* copies of one dispatch share a number */
    size_t claim; /* shared by what tells it again: another edge, a copy of the story */
    const struct ja_claim *source; /* the network's own: for jaccuse_network_counterclaim */
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

/* A claim that stands across from another in the same article: a denial that answers an accusation,
 * an accusation that a denial answers. */
typedef struct jaccuse_counterclaim {
    const char *by_id, *by_label; /* whoever makes it; NULL: nobody named */
    size_t by; /* his node; JACCUSE_NONE also where the network was narrowed to others */
    const char *claim_id;
    const char *quote;  /* the sentence */
    jaccuse_span cue;   /* in the quote, in bytes */
    const char *charge; /* or NULL */
    jaccuse_certainty certainty;
    double confidence;
    size_t next_claim, next_maker; /* where jaccuse_network_counterclaim goes on */
} jaccuse_counterclaim;

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
    size_t of;                /* node, or JACCUSE_NONE: unknown, or not in the network */
    const char *const *names; /* every name that was merged into it, sorted */
    size_t name_count;
    const jaccuse_naming *namings; /* its full names, the most frequent first */
    size_t naming_count;
    bool known; /* to the gazetteer */
    /* Claims among the evidence of his edges and of what follows, copies of one story counted
     * once: of those that stand in this network, filtered and narrowed as it is. */
    size_t accusations_made;
    size_t accusations_received; /* with or without a named accuser */
    size_t accusations_denied;   /* of those received, whoever denies and still is a node */
    size_t denials_made;
    const jaccuse_evidence *unattributed; /* accusations by nobody named */
    size_t unattributed_count;
    const jaccuse_evidence *bare_denials; /* of what nobody named says, or of nothing told here */
    size_t bare_denial_count;
    const char *principal; /* id of whom he speaks for in the end, who need not be a node: a state,
                              a firm; his own where there is nobody */
} jaccuse_node;

typedef struct jaccuse_edge {
    size_t source, target; /* nodes: accuser -> accused; denier -> accuser */
    jaccuse_relation relation;
    size_t accused; /* denies: the node that stood accused (the first, by name, of several), or
                       JACCUSE_NONE where narrowing took it out */
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
/* Merges, and narrows to what the options ask for. Nodes come sorted by id, edges by source,
 * target, relation. Nothing can be added afterwards. JACCUSE_NOT_FOUND: a filter, which the message
 * names, leaves nothing of what there was, or nobody is called as `ego` says; JACCUSE_AMBIGUOUS:
 * several are. The network is then finished and empty. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_finish(jaccuse_network *network,
                                                      jaccuse_error *error);
void jaccuse_network_free(jaccuse_network *network);

/* A case file can keep the network of all its records, so that it need not be made again.
 *
 * Keeps a finished network in the file that all its records were read from, after that was opened
 * with jaccuse_case_open. True: it is there, and will be recalled as long as nobody changes records
 * or verdicts. False, and nothing was done: its options are not those of JACCUSE_NETWORK_OPTIONS_INIT,
 * it was narrowed, it has less than 20,000 claims, or the file cannot be written to without waiting
 * or has changed since it was opened. */
bool jaccuse_network_keep(jaccuse_network *network, jaccuse_case *file);
/* The finished network that the file keeps, made by this version with options that filter nothing.
 * It has all that such a network has but its evidence (jaccuse_network_evidence), the namings of
 * its nodes and near misses. JACCUSE_NOT_FOUND: there is none, or it is damaged, or the options
 * (NULL: none) ask for another. On success the file belongs to the network, which closes it. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_recall(jaccuse_network **out,
                                                      const jaccuse_network_options *options,
                                                      jaccuse_case *file, jaccuse_error *error);
/* Reads the evidence of an edge of a network that was recalled: before this it has none, with a
 * count of 0. JACCUSE_NONE: of all edges and nodes. Whatever else is asked of the network reads
 * what it needs by itself. Of other networks all evidence is there. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_evidence(jaccuse_network *network, size_t edge,
                                                        jaccuse_error *error);

/* Whether options or narrowing left out anything that was added. */
bool jaccuse_network_is_filtered(const jaccuse_network *network);
size_t jaccuse_network_node_count(const jaccuse_network *network);
size_t jaccuse_network_edge_count(const jaccuse_network *network);
const jaccuse_node *jaccuse_network_node(const jaccuse_network *network, size_t index);
const jaccuse_edge *jaccuse_network_edge(const jaccuse_network *network, size_t index);
/* The node's name in a language ("fr", "en"); its `label` for any other. */
const char *jaccuse_node_label(const jaccuse_node *node, const char *language);
/* Articles that were let in, stories among them, and their first and last date (NULL: none); where
 * claims, edges or actors were filtered or narrowed, of those that are evidence for what is left.
 */
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

/* Narrows a finished network to the nodes and edges that are marked, in the order in which they
 * stand (NULL: all); an edge stays only where both its ends do. Nodes and edges are numbered anew
 * in the same order; an `of` or `accused` that is gone becomes JACCUSE_NONE. What nodes count, all
 * measures, articles, stories and dates are then of what is left; what was read before is void. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_narrow(jaccuse_network *network,
                                                      const bool *keep_nodes,
                                                      const bool *keep_edges, jaccuse_error *error);

/* The next of the claims across from the one that the evidence tells, one for each who makes it;
 * false: there are no more. *out is cleared before the first call, and left as it is between them.
 */
bool jaccuse_network_counterclaim(jaccuse_network *network, const jaccuse_evidence *evidence,
                                  jaccuse_counterclaim *out);

/* In how many claims the node is named, copies of one story counted once. */
size_t jaccuse_node_claims(const jaccuse_node *node);

/* How a node fits what a person typed, the surest first. */
typedef enum jaccuse_fit {
    JACCUSE_FITS_ID,         /* it is the id, by the letter */
    JACCUSE_FITS_NAME,       /* a whole name; case, accents and hyphens aside, from here on */
    JACCUSE_FITS_WORDS,      /* words that stand together in a name */
    JACCUSE_FITS_BEGINNINGS, /* how such words begin */
    JACCUSE_FITS_NEARLY,     /* not, but it may be a slip: "did you mean" */
    JACCUSE_FITS_NOT,
} jaccuse_fit;

/* The nodes that a person may mean by `name`: all of the surest fit that there is. The first `most`
 * are written to `nodes`, those named in the most claims first, slips by their number; *count gets
 * how many there are. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_match(const jaccuse_network *network,
                                                     const char *name, size_t *nodes, size_t most,
                                                     size_t *count, jaccuse_fit *fit,
                                                     jaccuse_error *error);

/* The one whom a person means. JACCUSE_NOT_FOUND: nobody; the message tells whom he may have meant.
 * JACCUSE_AMBIGUOUS: several; the message lists them. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_find(const jaccuse_network *network,
                                                    const char *name, size_t *out,
                                                    jaccuse_error *error);

/* What a measure says of an actor; README ("Measures") has the formulas. Those of the first part
 * are of the graph of accusations, those of the second of the quarrel itself. */
typedef enum jaccuse_measure {
    JACCUSE_IN_STRENGTH,      /* sum of the weights of accusations received */
    JACCUSE_OUT_STRENGTH,     /* ... made */
    JACCUSE_PAGERANK,         /* along accusations: accused by the much accused */
    JACCUSE_HUB,              /* HITS: accuses the much accused */
    JACCUSE_AUTHORITY,        /* HITS: accused by the great accusers */
    JACCUSE_BETWEENNESS,      /* stands between the others' quarrels; lengths are 1/weight */
    JACCUSE_HARMONIC,         /* harmonic closeness; lengths are 1/weight */
    JACCUSE_CORENESS,         /* largest k such that he is in the k-core, both directions */
    JACCUSE_COMPONENT,        /* number of his weak component, from 0, largest first */
    JACCUSE_STRONG_COMPONENT, /* ... of his strong component */
    JACCUSE_COMMUNITY,        /* ... of his Leiden community */

    JACCUSE_ANSWERED,   /* share of the accusations received that were denied */
    JACCUSE_UNANSWERED, /* accusations received that nobody denied */
    JACCUSE_DELAY,      /* days from an accusation to the first denial: median over accusers */
    JACCUSE_COUNTER,    /* how many of those whom he accuses accuse him */
    JACCUSE_OUTLETS,    /* how many outlets carry accusations against him */
    JACCUSE_LANGUAGES,  /* in how many languages */
    JACCUSE_MEASURE_COUNT,
} jaccuse_measure;

/* "pagerank" ...; NULL out of range. A sentence that says what it means. The way back gives
 * JACCUSE_MEASURE_COUNT for an unknown name. */
const char *jaccuse_measure_name(jaccuse_measure measure);
const char *jaccuse_measure_meaning(jaccuse_measure measure);
jaccuse_measure jaccuse_measure_from_name(const char *name);
/* Whether its values are whole numbers. */
bool jaccuse_measure_is_whole(jaccuse_measure measure);
/* Whether it numbers groups, 0 being the largest, rather than telling how much of something. */
bool jaccuse_measure_is_number(jaccuse_measure measure);

/* False where a measure says nothing of an actor: no share of no accusations. Such a value is NaN,
 * and stands as an empty cell or as null in every file. */
bool jaccuse_is_defined(double value);

/* The measure of every node, in the order of the nodes; computed at the first call and kept. The
 * array belongs to the network. Measures are taken over `accuses` edges. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_measure(jaccuse_network *network,
                                                       jaccuse_measure measure, const double **out,
                                                       jaccuse_error *error);

/* Of the whole network: share of accusing pairs that accuse each other. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_reciprocity(jaccuse_network *network, double *out,
                                                           jaccuse_error *error);

/* Time: stretches of the calendar, the shortest first; weeks are those of ISO 8601. */
typedef enum jaccuse_every {
    JACCUSE_DAY,
    JACCUSE_WEEK,
    JACCUSE_MONTH,
    JACCUSE_QUARTER,
    JACCUSE_YEAR,
    JACCUSE_EVERY_COUNT,
} jaccuse_every;

/* "day" ...; NULL out of range. The way back gives JACCUSE_EVERY_COUNT for an unknown name. */
const char *jaccuse_every_name(jaccuse_every every);
jaccuse_every jaccuse_every_from_name(const char *name);

typedef struct jaccuse_period {
    char name[16];             /* 2024-05-31, 2024-W22, 2024-05, 2024-Q2, 2024 */
    char since[16], until[16]; /* dates as the options of a network take them, inclusive */
} jaccuse_period;

/* The periods that the evidence of the network is from, in order; those between that tell nothing
 * are left out, and so is evidence whose date is not known as exactly. Computed at the first call;
 * the array belongs to the network. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_periods(jaccuse_network *network,
                                                       jaccuse_every every,
                                                       const jaccuse_period **out, size_t *count,
                                                       jaccuse_error *error);

/* What the evidence of these dates (inclusive, either may be NULL) tells of a finished network: a
 * network of its own, without reading anything again. Weights and counts are those of these dates.
 * Who is one actor and how he is called, which articles are copies of one story, and which actors
 * and edges the options left out stays as in the whole. Its articles and stories are those of its
 * evidence. The caller frees it, before `network`. The cost goes with the evidence of these dates.
 * Not for two threads at once. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_between(jaccuse_network *network, const char *since,
                                                       const char *until, jaccuse_network **out,
                                                       jaccuse_error *error);

/* A way from one actor to another: nodes has edge_count + 1 entries; edges[i] joins nodes[i] and
 * nodes[i + 1], in either direction. Of several edges between two nodes it is the heaviest, of
 * equal ones an accusation. */
typedef struct jaccuse_path {
    size_t *nodes;
    size_t *edges;
    size_t edge_count;
    double length; /* sum of 1/weight */
} jaccuse_path;

typedef struct jaccuse_paths {
    jaccuse_path *at;
    size_t count;
    bool more; /* there are more shortest ones than were asked for (all_shortest) */
} jaccuse_paths;

typedef enum jaccuse_via {
    JACCUSE_VIA_BOTH,
    JACCUSE_VIA_ACCUSES,
    JACCUSE_VIA_DENIES,
    JACCUSE_VIA_COUNT
} jaccuse_via;

typedef struct jaccuse_path_options {
    size_t count;        /* how many paths at most, 1 to 10,000 */
    bool all_shortest;   /* only those that are as short as the shortest */
    bool directed;       /* along the edges: accuser to accused, denier to accuser */
    jaccuse_via via;     /* which edges */
    const size_t *avoid; /* nodes that no path may meet */
    size_t avoid_count;
    size_t max_steps; /* no path of more steps; 0: any */
} jaccuse_path_options;

#define JACCUSE_PATH_OPTIONS_INIT                                                                  \
    {                                                                                              \
        1, false, false, JACCUSE_VIA_BOTH, NULL, 0, 0                                              \
    }

/* "both", "accuses", "denies"; NULL out of range. The way back gives JACCUSE_VIA_COUNT for an
 * unknown name. */
const char *jaccuse_via_name(jaccuse_via via);
jaccuse_via jaccuse_via_from_name(const char *name);

/* The shortest paths between two nodes (Yen 1971), no node twice in one; an edge is as long as
 * 1/weight. Paths come by length, then by steps, then by their nodes. `options` may be NULL.
 * JACCUSE_NOT_FOUND: not connected in this way. The caller clears `out`. */
JACCUSE_CHECKED jaccuse_status jaccuse_network_paths(const jaccuse_network *network, size_t from,
                                                     size_t to, const jaccuse_path_options *options,
                                                     jaccuse_paths *out, jaccuse_error *error);
void jaccuse_paths_clear(jaccuse_paths *paths);

/* What there is about one actor; each section holds numbers of edges, in their order. */
typedef enum jaccuse_section {
    JACCUSE_ACCUSED_BY,      /* accusations that name him */
    JACCUSE_ACCUSING,        /* that he makes */
    JACCUSE_DENYING,         /* his denials, towards his accusers and others' */
    JACCUSE_CONTRADICTED_BY, /* denials of what he says */
    JACCUSE_DEFENDED_BY,     /* denials by others of what he is accused of */
    JACCUSE_BY_HIS_PEOPLE, /* other claims of those who are of him: his bodies, spokesmen, people */
    JACCUSE_SECTION_COUNT
} jaccuse_section;

/* "accused_by" ...; NULL out of range. */
const char *jaccuse_section_name(jaccuse_section section);

/* A stretch of time, and in how many stories of it he is accused, by whomever, accuses, denies. */
typedef struct jaccuse_stretch {
    char from[24]; /* its first year or month: YYYY or YYYY-MM */
    size_t accused, accuses, denies;
} jaccuse_stretch;

typedef struct jaccuse_dossier {
    size_t actor;
    const size_t *edges[JACCUSE_SECTION_COUNT];
    size_t edge_count[JACCUSE_SECTION_COUNT];
    const size_t *people; /* nodes that are `of` him, of those ..., in their order */
    size_t people_count;
    const bool *is_his;             /* by node: it is one of them */
    const jaccuse_stretch *periods; /* from his first dated claim to his last, without gaps */
    size_t period_count;
    size_t months; /* of each period */
} jaccuse_dossier;

/* It is valid as long as the network is not changed; the caller frees it. */
JACCUSE_CHECKED jaccuse_status jaccuse_dossier_new(jaccuse_dossier **out, jaccuse_network *network,
                                                   size_t actor, jaccuse_error *error);
void jaccuse_dossier_free(jaccuse_dossier *dossier);

/* Two sets of articles compared, an old one and a new one. All records are added through the diff,
 * to one network, so that who is whom is settled once for both:
 *
 *     jaccuse_network_new, jaccuse_diff_new, jaccuse_diff_add ..., jaccuse_network_finish,
 *     jaccuse_diff_compare
 */
typedef struct jaccuse_diff jaccuse_diff;

typedef enum jaccuse_side { JACCUSE_OLD, JACCUSE_NEW } jaccuse_side;

typedef enum jaccuse_change_kind {
    JACCUSE_CHANGE_ACTOR,    /* named on one side alone */
    JACCUSE_CHANGE_ACCUSES,  /* a pair of accuser and accused, told on one side alone */
    JACCUSE_CHANGE_DENIES,   /* a pair of denier and accuser */
    JACCUSE_CHANGE_ANSWERED, /* an accusing pair of both sides, answered by a denial on one alone */
    JACCUSE_CHANGE_COUNT
} jaccuse_change_kind;

/* "actors", "accusations", "denials", "answered"; NULL out of range. */
const char *jaccuse_change_name(jaccuse_change_kind kind);

typedef struct jaccuse_change {
    jaccuse_change_kind kind;
    bool gone;   /* it stands on the old side alone; else on the new one */
    size_t node; /* the actor; of pairs the target */
    size_t edge; /* of pairs; JACCUSE_NONE where nobody named accuses `node`, or where `node` denies
                    what nobody named says */
    const jaccuse_evidence *const *evidence; /* that tells it on that side */
    size_t evidence_count;
} jaccuse_change;

/* The network must not be finished, and live as long. */
JACCUSE_CHECKED jaccuse_status jaccuse_diff_new(jaccuse_diff **out, jaccuse_network *network,
                                                jaccuse_error *error);
void jaccuse_diff_free(jaccuse_diff *diff);
/* As jaccuse_network_add. An article that stands on both sides counts as one; where it does not say
 * the same on both, what each side says is compared. */
JACCUSE_CHECKED jaccuse_status jaccuse_diff_add(jaccuse_diff *diff, jaccuse_side side,
                                                const jaccuse_record *record, jaccuse_error *error);
/* Actors in their order, each with what stands at no edge of his, then edges in theirs. The
 * array belongs to the diff. */
JACCUSE_CHECKED jaccuse_status jaccuse_diff_compare(jaccuse_diff *diff, const jaccuse_change **out,
                                                    size_t *count, jaccuse_error *error);

#ifdef __cplusplus
}
#endif

#endif
