/* What a network is made of, for the files of this folder.
 *
 *     record --merge.c--> actors, votes, claims --settle.c--> labels, kinds, parents
 *                   articles --stories.c--> stories
 *                                               --finish.c--> nodes, edges, evidence
 *
 * Everything lives in the network's arena. Actors, articles and claims are numbers into arrays
 * that move while they grow. */
#ifndef JA_NETWORK_H
#define JA_NETWORK_H

#include "base/arena.h"
#include "base/map.h"
#include "base/text.h"
#include "jaccuse/network.h"

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

typedef struct ja_actor {
    const char *id;
    size_t apart; /* first `!=` row that bears its name, or JACCUSE_NONE */
    size_t home;  /* itself; where `apart` is set: the actor of its id, then the one it becomes */
    size_t root;  /* what it is merged into; itself at first; ask ja_root */
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

struct ja_claim;

typedef struct ja_article {
    const char *id, *language, *outlet, *url, *date, *path, *title, *fingerprint;
    struct ja_claim *claims; /* as many and in the order of the record */
    size_t claim_count;
    size_t rank;   /* in the order of evidence */
    size_t story;  /* copies share it */
    size_t number; /* versions of one article share it */
} ja_article;

typedef struct ja_claim {
    const ja_article *article;
    const char *id;
    jaccuse_act act;
    jaccuse_refs by, against; /* actors of the network */
    jaccuse_refs answers;     /* claims of the article */
    const char *quote, *charge;
    jaccuse_span cue; /* in the quote */
    jaccuse_certainty certainty;
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
    bool used;
} ja_alias;

struct jaccuse_network {
    ja_arena arena;
    jaccuse_network_options options; /* its strings are copies */
    ja_slice language, outlet;       /* folded; at == NULL: any */
    bool finished;
    bool broken; /* memory ran out half-way: nothing more can be done */

    ja_map string_index;
    ja_string *strings;
    size_t string_count, string_capacity;

    ja_alias *aliases;
    size_t alias_count, alias_capacity;
    ja_map apart; /* folded name -> first JA_APART row */

    ja_map actor_index; /* id, or id and folded name for those that stand apart */
    ja_actor *actors;
    size_t actor_count, actor_capacity;

    ja_map vote_index;
    ja_vote *votes;
    size_t vote_count, vote_capacity;

    ja_map article_index;  /* id and fingerprint */
    ja_article **articles; /* after finish in the order of evidence */
    size_t article_count, article_capacity;

    char *key; /* scratch */
    size_t key_capacity;
    size_t *local; /* scratch: the record's actors */
    size_t local_capacity;

    jaccuse_node *nodes;
    size_t node_count;
    const ja_slice **folded; /* for each node its names, folded */
    jaccuse_edge *edges;
    size_t edge_count;
    size_t distinct_articles, story_count;
    size_t story_steps; /* what finding the stories took: see ja_shelf.steps */
    const char *first_date, *last_date;

    struct ja_graph *accusations; /* made at the first measure */
    double *measures[JACCUSE_MEASURE_COUNT];
};

/* network.c. Runs `work` in the arena; marks the network broken where memory runs out. */
jaccuse_status ja_network_run(jaccuse_network *network, void (*work)(void *context), void *context,
                              jaccuse_error *error);
/* Two strings as one key; valid until the next call. */
ja_slice ja_pair_key(jaccuse_network *network, ja_slice a, ja_slice b);
size_t ja_intern(jaccuse_network *network, const char *text);
/* The string itself; valid until the next ja_intern, its text and folded form for good. */
const ja_string *ja_spelling(jaccuse_network *network, const char *text);

/* filter.c */
bool ja_is_date(const char *text); /* YYYY, YYYY-MM or YYYY-MM-DD */
bool ja_admits(jaccuse_network *network, const jaccuse_record *record);

/* actors.c. The actor of that id, made where it is missing. */
size_t ja_actor_of_id(jaccuse_network *network, ja_slice id);
/* The actor that a record means, by id but for alias rows that keep a name apart. */
size_t ja_actor_of_record(jaccuse_network *network, const jaccuse_actor *actor);
/* What it is merged into. */
size_t ja_root(jaccuse_network *network, size_t actor);
/* The actor that stands in the network for it: its root, or the end of the chain of `of`. */
size_t ja_standing(jaccuse_network *network, size_t actor);
void ja_vote_for(jaccuse_network *network, size_t actor, ja_topic topic, size_t value);

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

/* copies.c. Of claims in the order of evidence: whether each is the first in its story to tell what
 * it tells, and whether what a first one tells is denied in some copy. Both arrays come cleared. */
void ja_find_copies(jaccuse_network *network, ja_claim *const *claims, size_t count, bool *first,
                    bool *disputed);

/* nodes.c, edges.c: steps of finish.c */
void ja_make_nodes(jaccuse_network *network);
void ja_make_edges(jaccuse_network *network);
void ja_name_nodes(jaccuse_network *network);

#endif
