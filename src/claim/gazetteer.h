/* The gazetteer: actors that every newsroom knows, with ids that never change, their names in
 * both languages, demonyms and seats of power. Loaded at the first use, kept for good. */
#ifndef JA_GAZETTEER_H
#define JA_GAZETTEER_H

#include "base/map.h"
#include "jaccuse/claim.h"
#include "language/document.h"

#define JA_NO_ENTRY            ((size_t)-1)
#define JA_GAZETTEER_LANGUAGES 2
#define JA_LONGEST_KEY         256 /* bytes */

typedef struct ja_gazetteer_entry {
    const char *id;
    jaccuse_kind kind;
    size_t of;                                 /* entry, or JA_NO_ENTRY */
    const char *names[JA_GAZETTEER_LANGUAGES]; /* in the order of languages.tsv */
    const char *adjective;                     /* the English demonym ("Chinese"), or NULL */
} ja_gazetteer_entry;

typedef enum ja_form { JA_FORM_NAME, JA_FORM_SEAT, JA_FORM_DEMONYM } ja_form;

/* The number of entries; an entry by its index. */
size_t ja_gazetteer_count(void);
const ja_gazetteer_entry *ja_gazetteer_entry_at(size_t index);

/* The entry's common name in a language. */
const char *ja_gazetteer_name(const ja_gazetteer_entry *entry, const char *code);

/* The entry with this id, or JA_NO_ENTRY. */
size_t ja_gazetteer_by_id(ja_slice id);

/* What a folded name is found by: "j.-y. le drian" gives "jy le drian ", words of letters and
 * digits with a blank behind each. It stands in `bytes` (JA_LONGEST_KEY); empty: too long. */
ja_slice ja_gazetteer_key(char *bytes, ja_slice folded);

/* The longest name, seat or demonym that starts at the token and ends before `limit`: the entry,
 * how many tokens it takes, and what form it is; JA_NO_ENTRY where there is none. A form that is
 * printed with a capital must have one here; an acronym ("US") must be all capitals. */
size_t ja_gazetteer_match(const ja_document *document, size_t token, size_t limit, size_t *count,
                          ja_form *form);

/* The first fault of the table, as "gazetteer.tsv:LINE: what", or NULL: for the tests. */
const char *ja_gazetteer_check(ja_arena *arena);

#endif
