/* What a network is made of, for the files of this folder.
 *
 *     record --merge.c--> bearers, votes, claims --same.c--> actors --settle.c--> labels, kinds
 *                   articles --stories.c--> stories
 *                                               --finish.c--> nodes, edges, evidence
 *
 * The last of these go into a case file by keep.c, and come back by recall.c and evidence.c (kept.h).
 * Everything lives in the network's arena. Actors, articles and claims are numbers into arrays
 * that move while they grow. */
#ifndef JA_NETWORK_H
#define JA_NETWORK_H

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "jaccuse/case.h"
#include "jaccuse/network.h"
#include "network/filter.h"

/* One spelling, kept once, with what it is compared by. */
typedef struct ja_string {
    const char *text;
    ja_slice folded;
} ja_string;

/* The languages that actors have names of their own in: those that jaccuse_node has fields for. */
typedef enum ja_label { JA_LABEL_FR, JA_LABEL_EN, JA_LABEL_COUNT } ja_label;

/* What the articles say of an actor, each time one vote. */
typedef enum ja_topic {
    JA_NAME,    /* value: string */
    JA_NAME_FR, /* the same, in articles of one language alone, in the order of ja_label */
    JA_NAME_EN,
    JA_ALIAS, /* value: string */
    JA_KIND,  /* value: jaccuse_kind */
    JA_OF,    /* value: actor */
} ja_topic;

typedef struct ja_vote {
    size_t actor;
    ja_topic topic;
    size_t value;
    size_t count;
} ja_vote;

/* Somebody described in the same words by several articles: whom they mean, and what they vote. */
typedef struct ja_familiar {
    size_t actor;
    size_t *votes; /* their numbers */
    size_t vote_count;
} ja_familiar;

typedef struct ja_actor {
    const char *id;
    size_t apart;        /* first `!=` row that bears its name, or JACCUSE_NONE */
    size_t home;         /* what it is before alias rows are applied */
    size_t root;         /* what it is merged into; itself at first; ask ja_root */
    size_t bearer;       /* JACCUSE_NONE: made otherwise */
    const char *renamed; /* the name that an alias row gives it, or NULL */
    /* settled at the end, for roots: */
    const char *label, *labels[JA_LABEL_COUNT];
    jaccuse_kind kind;
    size_t of;       /* root or JACCUSE_NONE; free of cycles */
    size_t of_count; /* how many articles say so; SIZE_MAX: an alias row */
    size_t top;      /* the end of the chain of `of` */
    bool mentioned;
    size_t node; /* JACCUSE_NONE: none */
} ja_actor;

/* How far a name reaches. */
typedef enum ja_reach {
    JA_FREE,  /* it is somebody's own, wherever it stands */
    JA_OWNED, /* a description ("foreign ministry"): his who has the same principal */
    JA_BOUND, /* a surname alone, a description of nobody's: it tells nothing outside its article */
} ja_reach;

/* One name as articles use it: same id, name, kind, principal, language. Which of them are one
 * actor is found out at the end, by same.c. Those whom the gazetteer knows are one from the start.
 */
typedef struct ja_bearer {
    size_t actor;
    ja_slice key; /* what makes him one bearer, in the order of which all is done */
    const char *name;
    ja_slice folded;
    const char *language; /* of the article, or NULL */
    jaccuse_kind kind;
    size_t principal;               /* actor, or JACCUSE_NONE */
    const struct ja_article *where; /* JA_BOUND: his article */
    ja_reach reach;
    const char *entry; /* whom the gazetteer knows so, by its id; NULL: nobody */
    bool known;        /* to the gazetteer */
    bool described;    /* by no name, in common nouns */
} ja_bearer;

/* Why bearers that seem alike were not merged: two of them. */
typedef struct ja_doubtful {
    size_t a, b; /* bearers */
    jaccuse_doubt doubt;
} ja_doubtful;

struct ja_claim;

typedef struct ja_article {
    const char *id, *language, *outlet, *url, *date, *path, *title, *fingerprint;
    struct ja_claim *claims; /* as many and in the order of the record */
    size_t claim_count;
    const size_t *bearers; /* that merging by name is asked for */
    size_t bearer_count;
    size_t rank;   /* in the order of evidence */
    size_t story;  /* copies share it */
    size_t number; /* versions of one article share it */
    size_t sides;  /* diff.c: bits of those that it stands on */
    size_t row;    /* its number in a case file; 0: it is not from one */
    const size_t *actors; /* of the network, as many and in the order of those of the record */
    size_t actor_count;
} ja_article;

typedef struct ja_claim {
    const ja_article *article;
    const char *id;
    jaccuse_act act;
    jaccuse_certainty certainty;
    jaccuse_refs by, against; /* actors of the network */
    jaccuse_refs answers;     /* claims of the article */
    const char *quote, *charge;
    jaccuse_span cue; /* in the quote */
    double confidence;
    bool kept;     /* not filtered out */
    bool answered; /* somebody denies it */
    bool told;     /* draws something */
} ja_claim;

typedef enum ja_alias_relation { JA_SAME, JA_APART, JA_PARENT } ja_alias_relation;

typedef struct ja_alias {
    ja_slice name, target;
    ja_slice folded; /* name */
    ja_alias_relation relation;
    size_t line;
    size_t next; /* next JA_APART row of the same name, or JACCUSE_NONE */
    size_t own;  /* JA_APART: the actor that its name became, or JACCUSE_NONE */
} ja_alias;

/* What the articles come to that a network tells of. */
typedef struct ja_extent {
    size_t articles, stories;
    const char *first_date, *last_date; /* NULL: none */
} ja_extent;

/* What a piece of evidence stands at: an edge, or something that a node has beside its edges. */
typedef enum ja_holder { JA_AT_EDGE, JA_AT_UNATTRIBUTED, JA_AT_BARE_DENIALS } ja_holder;

typedef struct ja_moment {
    const jaccuse_evidence *evidence; /* dated */
    ja_holder holder;
    size_t number; /* of the edge or node */
} ja_moment;

typedef struct ja_timeline {
    ja_moment *moments; /* in the order of their dates */
    size_t count;
} ja_timeline;

struct jaccuse_network {
    ja_arena arena;
    ja_arena scratch;                /* of merging by name; fails as the other does */
    jaccuse_network_options options; /* its strings are copies */
    ja_filtering filtering;
    bool finished;
    bool broken; /* memory ran out half-way: nothing more can be done */

    ja_map string_index;
    ja_string *strings;
    size_t string_count, string_capacity;

    ja_alias *aliases;
    size_t alias_count, alias_capacity;
    ja_map apart; /* folded name -> first JA_APART row */

    ja_map actor_index; /* by id */
    ja_actor *actors;
    size_t actor_count, actor_capacity;

    ja_map bearer_index; /* by key */
    ja_bearer *bearers;
    size_t bearer_count, bearer_capacity;
    struct ja_union *joined; /* same.c: how bearers became one */
    ja_doubtful *doubts;
    size_t doubt_count, doubt_capacity;
    jaccuse_near_miss *near_misses;
    size_t near_miss_count;

    ja_map vote_index;
    ja_vote *votes;
    size_t vote_count, vote_capacity;
    size_t *cast; /* scratch: the votes of one actor of the record */
    size_t cast_count, cast_capacity;

    ja_map familiar_index; /* by all the words of the description */
    ja_familiar *familiars;
    size_t familiar_count, familiar_capacity;

    ja_map article_index;  /* id and fingerprint */
    ja_article **articles; /* after finish in the order of evidence */
    size_t article_count, article_capacity;

    char *key; /* scratch */
    size_t key_capacity;
    size_t *local; /* scratch: actors of the record */
    size_t *met;   /* and who of them is familiar, or JACCUSE_NONE */
    size_t local_capacity;

    jaccuse_node *nodes;
    size_t node_count;
    const ja_slice **folded; /* for each node its names, folded */
    jaccuse_edge *edges;
    size_t edge_count;
    size_t told_count; /* claims that are evidence: their numbers are lower */
    bool filtered;     /* `left` is what is told, not all that was added */
    ja_extent left;
    size_t distinct_articles, story_count;
    size_t story_steps; /* what finding the stories took: see ja_shelf.steps */
    const char *first_date, *last_date;

    struct ja_graph *accusations; /* made at the first measure */
    struct ja_solver *solver;     /* of them */
    double *measures[JACCUSE_MEASURE_COUNT];

    struct ja_recalled *recalled; /* kept.h; NULL: all evidence is there */
    jaccuse_case *file;           /* that it was recalled from, or NULL */

    ja_timeline *timeline;                        /* made when a stretch of time is asked for */
    jaccuse_period *periods[JACCUSE_EVERY_COUNT]; /* NULL: not asked for */
    size_t period_counts[JACCUSE_EVERY_COUNT];
};

/* network.c. Runs `work` in the arena; marks the network broken where memory runs out. */
jaccuse_status ja_network_run(jaccuse_network *network, void (*work)(void *context), void *context,
                              jaccuse_error *error);
/* Room for a key of that many bytes, valid until the next. */
char *ja_scratch(jaccuse_network *network, size_t length);
/* Two strings as one key; valid until the next call. */
ja_slice ja_pair_key(jaccuse_network *network, ja_slice a, ja_slice b);
size_t ja_intern(jaccuse_network *network, const char *text);
/* The string itself; valid until the next ja_intern, its text and folded form for good. */
const ja_string *ja_spelling(jaccuse_network *network, const char *text);

/* merge.c. A copy of what the record tells of its article, in no list yet. */
ja_article *ja_copy_article(jaccuse_network *network, const jaccuse_record *record);
/* Its claims, once the article has its actors. */
void ja_copy_claims(jaccuse_network *network, ja_article *article, const jaccuse_record *record);
/* edges.c. `teller`, `disputed`: what its story tells of the claim. */
jaccuse_evidence ja_evidence_of(const ja_claim *claim, size_t teller, bool disputed);

/* actors.c. The actor of that id, made where it is missing. */
size_t ja_actor_of_id(jaccuse_network *network, ja_slice id);
/* The actors that a record means, in network->local and network->met. */
void ja_actors_of_record(jaccuse_network *network, ja_article *article,
                         const jaccuse_record *record);
/* What it is merged into. */
size_t ja_root(jaccuse_network *network, size_t actor);
/* The actor that stands in the network for it: its root, or the end of the chain of `of`. */
size_t ja_standing(jaccuse_network *network, size_t actor);
/* Counts a vote, and notes it in network->cast. */
void ja_vote_for(jaccuse_network *network, size_t actor, ja_topic topic, size_t value);

/* familiar.c. The number of the familiar whom the record's actor is, or JACCUSE_NONE. */
size_t ja_find_familiar(jaccuse_network *network, const jaccuse_record *record, size_t index);
/* Makes him one, with network->local and network->cast, where he is no one else elsewhere. */
void ja_make_familiar(jaccuse_network *network, const jaccuse_record *record, size_t index);

/* describe.c. How far the name of a record's actor reaches; *described tells that it is no name. */
ja_reach ja_reach_of(jaccuse_network *network, const jaccuse_record *record,
                     const jaccuse_actor *actor, bool *described);

/* same.c. Merges bearers by name; each actor's home and root is then what it became. */
void ja_merge_names(jaccuse_network *network);
/* Why two bearers are one: the weakest of the reasons that join them. */
jaccuse_reason ja_reason_between(const jaccuse_network *network, size_t a, size_t b);
/* roots.c. An actor for every set of bearers; each set by its lowest bearer. */
void ja_make_roots(jaccuse_network *network, const size_t *set_of, const size_t *order);

/* aliases.c. Reads options.aliases. */
jaccuse_status ja_aliases_read(jaccuse_network *network, jaccuse_error *error);
/* aliases_apply.c */
void ja_aliases_merge(jaccuse_network *network);   /* `!=`, `=` */
void ja_aliases_parents(jaccuse_network *network); /* `of` */

/* nodes.c. ISO 639-1 codes of ja_label. */
extern const char *const ja_label_languages[JA_LABEL_COUNT];

/* stories.c. Gives each article its story, once they are in order; marks the network broken where
 * memory runs out. */
jaccuse_status ja_group_stories(jaccuse_network *network, jaccuse_error *error);

/* settle.c: merged actors get labels, kinds, parents and tops. */
void ja_settle(jaccuse_network *network);

/* copies.c. Of claims in the order of evidence: which was the first in its story to tell what each
 * tells, and whether what a first one tells is denied in some copy. Both arrays come cleared. */
void ja_find_copies(jaccuse_network *network, ja_claim *const *claims, size_t count, size_t *teller,
                    bool *disputed);

/* tally.c: `left`, of a network that is filtered or narrowed. */
jaccuse_status ja_tell_extent(jaccuse_network *network, jaccuse_error *error);
/* narrow.c: jaccuse_network_narrow without it. */
jaccuse_status ja_narrow(jaccuse_network *network, const bool *keep_nodes, const bool *keep_edges,
                         jaccuse_error *error);

/* between.c. The timeline of a finished network, where it is not made yet; `network` is one. */
void ja_load_timeline(void *network);

/* quarrel.c: measures that are not of the graph, of every node; what they need goes into `arena`.
 */
void ja_measure_answered(const jaccuse_network *network, ja_arena *arena, double *out);
void ja_measure_unanswered(const jaccuse_network *network, ja_arena *arena, double *out);
void ja_measure_delay(const jaccuse_network *network, ja_arena *arena, double *out);
void ja_measure_counter(const jaccuse_network *network, ja_arena *arena, double *out);
void ja_measure_outlets(const jaccuse_network *network, ja_arena *arena, double *out);
void ja_measure_languages(const jaccuse_network *network, ja_arena *arena, double *out);

/* True the first time that `mark` asks for this number: so things are counted once for each of many. */
static inline bool ja_is_new(size_t *seen, size_t number, size_t mark)
{
    bool new = seen[number] != mark;
    seen[number] = mark;
    return new;
}

/* nodes.c, edges.c: steps of finish.c */
void ja_make_nodes(jaccuse_network *network);
void ja_make_edges(jaccuse_network *network);
/* tally.c: the counters of the nodes, from the evidence that is there. */
void ja_tally(jaccuse_network *network);
void ja_name_nodes(jaccuse_network *network);
/* namings.c: which names each node bears and why, and who nearly was one. */
void ja_tell_namings(jaccuse_network *network);

#endif
