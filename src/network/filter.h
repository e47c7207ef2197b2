/* Filters, in the order in which they act: filter.c has those of articles and claims, which act
 * while records are added; select.c those of edges and actors, which act on what was merged. */
#ifndef JA_FILTER_H
#define JA_FILTER_H

#include "base/text.h"
#include "jaccuse/network.h"

typedef enum ja_filter {
    JA_UNFILTERED,
    JA_BY_SINCE,
    JA_BY_UNTIL,
    JA_BY_LANGUAGE,
    JA_BY_OUTLET,
    JA_BY_CERTAINTY,
    JA_BY_CONFIDENCE,
    JA_BY_WORDS,
    JA_CLAIM_FILTER_COUNT,
    JA_BY_WEIGHT = JA_CLAIM_FILTER_COUNT,
    JA_BY_KIND,
    JA_BY_COMPONENT,
    JA_BY_EGO,
    JA_BY_TOP,
} ja_filter;

/* Of a search, as many as bits in the set that tells which were found. */
enum { JA_MOST_WORDS = 64 };

/* What the filters keep beside the options of their network. */
typedef struct ja_filtering {
    ja_slice language, outlet; /* folded lists; at == NULL: any */
    ja_slice *words;           /* folded */
    size_t word_count;
    unsigned kinds;   /* bit set of 1 << jaccuse_kind; 0: all */
    size_t component; /* JACCUSE_NONE: all */
    jaccuse_measure top_of;
    size_t passed[JA_CLAIM_FILTER_COUNT]; /* claims that came through each filter */
} ja_filtering;

/* filter.c. YYYY, YYYY-MM or YYYY-MM-DD. */
bool ja_is_date(const char *text);
jaccuse_status ja_check_dates(const char *since, const char *until, jaccuse_error *error);
/* Whether a date is not before, not behind a bound. Only as much of it is compared as the bound
 * says: "2021" ends with its last day. A bound of NULL lets all in, else a date of NULL is out. */
bool ja_is_since(const char *since, const char *date);
bool ja_is_until(const char *until, const char *date);
/* Checks the options and begins their filtering with what needs no arena. */
jaccuse_status ja_read_filters(const jaccuse_network_options *options, ja_filtering *out,
                               jaccuse_error *error);
/* Copies the strings of the network's options and completes its filtering. */
void ja_prepare_filters(jaccuse_network *network);
/* Whether an article is let in, and then whether each of its claims is. A denial that answers
 * accusations goes, beside this, where all of these went. */
bool ja_admits(jaccuse_network *network, const jaccuse_record *record);
bool ja_admits_claim(jaccuse_network *network, const jaccuse_claim *claim);

/* select.c. Narrows the finished network as its options say. JACCUSE_NOT_FOUND: nothing is left,
 * and the message names the filter; or there is no such ego; JACCUSE_AMBIGUOUS: there are several.
 */
jaccuse_status ja_select(jaccuse_network *network, jaccuse_error *error);

#endif
