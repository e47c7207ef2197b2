/* Scoring: an extractor's claims held against gold, claims that people have marked by hand.
 *
 * Both are JSON objects of one shape, one an article: a record as jaccuse_record_print writes it,
 * of which `article.id`, `actors` (`id`, `name`, `aliases`, `of`) and `claims` (`id`, `act`, `by`,
 * `against`, `answers`) count, and "optional": true, which marks a claim of gold that is neither
 * demanded nor punished. An article is known by its id without path and ending (.txt .html .xml
 * .jsonl); given again, the later one counts.
 *
 * Actors are one where a name or alias of the one equals one of the other, case, accents, leading
 * articles and punctuation aside; most names shared win. What is compared are sets, summed over
 * articles: pairs (accuser, accused), pairs (denier, accused), and triples.
 */
#ifndef JACCUSE_SCORE_H
#define JACCUSE_SCORE_H

#include "jaccuse/status.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum jaccuse_score_level {
    JACCUSE_SCORE_EXACT,     /* the actor himself */
    JACCUSE_SCORE_PRINCIPAL, /* everybody rolled up along `of`, by what gold says of him */
    JACCUSE_SCORE_LEVEL_COUNT,
} jaccuse_score_level;

typedef enum jaccuse_score_part {
    JACCUSE_SCORE_ACCUSATIONS, /* (accuser, accused) */
    JACCUSE_SCORE_DENIALS,     /* (denier, accused) */
    JACCUSE_SCORE_TRIPLES,     /* (accuser, accused, denier) */
    JACCUSE_SCORE_PART_COUNT,
} jaccuse_score_part;

/* "exact", "accusations" ...; NULL out of range. */
const char *jaccuse_score_level_name(jaccuse_score_level level);
const char *jaccuse_score_part_name(jaccuse_score_part part);

typedef struct jaccuse_counts {
    size_t hit;    /* demanded by gold and claimed */
    size_t extra;  /* claimed, and not in gold */
    size_t missed; /* demanded and not claimed */
} jaccuse_counts;

/* From 0 to 1; 0 where there is nothing to divide by. */
double jaccuse_precision(jaccuse_counts counts);
double jaccuse_recall(jaccuse_counts counts);
double jaccuse_f1(jaccuse_counts counts);

/* One side of a claim. Both NULL: nobody. */
typedef struct jaccuse_party {
    const char *id;   /* of gold's actor; NULL: gold does not know him */
    const char *name; /* gold's, else the one he was looked up by, folded */
} jaccuse_party;

typedef enum jaccuse_slip_kind { JACCUSE_MADE_UP, JACCUSE_MISSED } jaccuse_slip_kind;

/* One difference. Of a pair, the side that it does not have is nobody. */
typedef struct jaccuse_slip {
    const char *article_id; /* without path and ending */
    jaccuse_score_level level;
    jaccuse_score_part part;
    jaccuse_slip_kind kind;
    jaccuse_party accuser, accused, denier;
} jaccuse_slip;

typedef struct jaccuse_tally {
    size_t articles;  /* of gold */
    size_t predicted; /* those of them that claims were given for, if only an empty record */
    jaccuse_counts counts[JACCUSE_SCORE_LEVEL_COUNT][JACCUSE_SCORE_PART_COUNT];
    const jaccuse_slip *slips; /* by article, level, part and kind */
    size_t slip_count;
} jaccuse_tally;

typedef struct jaccuse_score jaccuse_score;

/* `language`: only gold of articles in this language counts; NULL: all of it. Copied. */
JACCUSE_CHECKED jaccuse_status jaccuse_score_new(jaccuse_score **out, const char *language,
                                                 jaccuse_error *error);
void jaccuse_score_free(jaccuse_score *score); /* NULL is fine */

/* One article of gold, then the claims of one. JACCUSE_SKIPPED: gold in another language; claims of
 * an article without gold, so gold comes first. JACCUSE_ERROR_FORMAT or _LIMIT says what is wrong;
 * of a JSON text that is none, error->offset is the byte. */
JACCUSE_CHECKED jaccuse_status jaccuse_score_add_gold(jaccuse_score *score, const char *json,
                                                      size_t length, jaccuse_error *error);
JACCUSE_CHECKED jaccuse_status jaccuse_score_add_claims(jaccuse_score *score, const char *json,
                                                        size_t length, jaccuse_error *error);

/* The same from files. Gold: a file of one JSON object, or all files NAME.json of a folder, in
 * sorted order. Claims: JSON Lines, "-" is standard input. `notify` (may be NULL) hears of every
 * file and line that cannot be used, while the rest is done; the status and `error` are those of
 * the first. */
JACCUSE_CHECKED jaccuse_status jaccuse_score_read_gold(jaccuse_score *score, const char *path,
                                                       jaccuse_notify notify, void *context,
                                                       jaccuse_error *error);
JACCUSE_CHECKED jaccuse_status jaccuse_score_read_claims(jaccuse_score *score, const char *path,
                                                         jaccuse_notify notify, void *context,
                                                         jaccuse_error *error);

/* Compares what was added so far. An article without claims counts as one that has none. *out
 * belongs to the score and is valid until the next call with it. */
JACCUSE_CHECKED jaccuse_status jaccuse_score_tally(jaccuse_score *score, const jaccuse_tally **out,
                                                   jaccuse_error *error);

/* The tally as one line of JSON, ending in a newline and NUL, with its slips where `with_slips` is
 * not 0; the caller frees with free(). */
JACCUSE_CHECKED jaccuse_status jaccuse_tally_print(char **out, size_t *length,
                                                   const jaccuse_tally *tally, int with_slips,
                                                   jaccuse_error *error);

#ifdef __cplusplus
}
#endif

#endif
