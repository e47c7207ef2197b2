/* Every ceiling of the program, in one place. Sizes are in bytes unless said. */
#ifndef JA_LIMITS_H
#define JA_LIMITS_H

#define JA_MAX_FILE         ((size_t)16 << 20)  /* one article file, read whole */
#define JA_MAX_LINE         ((size_t)16 << 20)  /* one line of a JSON Lines file */
#define JA_MAX_TEXT         ((size_t)2 << 20)   /* one article's text */
#define JA_MAX_BUFFER       ((size_t)1 << 30)   /* anything built in memory */
#define JA_MAX_KEPT         ((size_t)256 << 20) /* the network that a case file keeps */
#define JA_MAX_TABLE        ((size_t)64 << 20)  /* a TSV table given by the user */
#define JA_MAX_MODEL        ((size_t)64 << 20)  /* a model given by the user */
#define JA_MAX_CONLLU       ((size_t)64 << 20)  /* a file of given sentences, read whole */
#define JA_MAX_JSON_DEPTH   64                  /* levels */
#define JA_MAX_MARKUP       ((size_t)256 << 20) /* a page made ready for the parser, or its text */
#define JA_MAX_TAGS         400000         /* of a page; parsed, each takes fifty times its room */
#define JA_MAX_METAS        500            /* meta tags of a page; the rest is not read */
#define JA_MAX_SCRIPTS      16             /* of a page with JSON-LD; the rest is not read */
#define JA_MAX_FIELD        ((size_t)2000) /* a title or name; a longer one is some mistake */
#define JA_MAX_DETECT       ((size_t)64 << 10)  /* what a character set is told by */
#define JA_MAX_FOLDER_DEPTH 32                  /* levels */
#define JA_MAX_SENTENCE     600                 /* tokens; a longer one is cut */
#define JA_MAX_CLAIMS       500                 /* of one article; the rest is not read */
#define JA_MAX_DRAFTS       2000                /* of one article, those not kept as claims too */
#define JA_MAX_FRAMES_ASKED 1000                /* of them, for who accuses whom elsewhere */
#define JA_MAX_DRAWING      ((size_t)256 << 20) /* what the drawing program may answer */
#define JA_DRAW_MEMORY      ((size_t)2 << 30)   /* what the drawing program may use */

#define JA_MAX_LIST    16    /* members of "A, B and C" that are taken */
#define JA_MAX_TRIPLES 10000 /* of one article */
#define JA_MAX_ALIASES 64    /* of one actor in one article */
#define JA_MAX_NOUN_ACTORS 2000 /* actors of one article, beyond which nouns make none */

#define JA_MAX_LINKS        1000000 /* pairs that the claims of one article may join */
#define JA_MAX_PATHS        10000   /* that one question may ask for */
#define JA_MAX_ANSWERS      32      /* of one claim, or by it, that JSON tells beside it */
#define JA_MAX_LAYOUT_NODES 20000   /* of one drawing */
#define JA_MAX_LAYOUT_EDGES 100000  /* of one drawing */
#define JA_MAX_TABLE_CELLS  ((size_t)4 << 20) /* of actors by periods, for people */
#define JA_MAX_SLOW_NODES   5000    /* exports leave out measures that take nodes * edges beyond */

#endif
