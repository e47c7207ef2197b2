/* An article that stands in a JSON object: the records of news crawlers and archives. */
#ifndef JA_RECORD_H
#define JA_RECORD_H

#include "article/draft.h"
#include "base/json.h"

typedef enum ja_record_kind {
    JA_RECORD_ARTICLE,
    JA_RECORD_CLAIMS, /* what an earlier run wrote: "jaccuse": 1 */
    JA_RECORD_GOLD,   /* claims made by hand, for scoring */
} ja_record_kind;

ja_record_kind ja_record_kind_of(const ja_json *record);

JACCUSE_CHECKED jaccuse_status ja_record_read(jaccuse_article **out, ja_draft *draft,
                                              const ja_json *record, jaccuse_error *error);

#endif
