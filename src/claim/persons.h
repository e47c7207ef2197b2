/* Persons whom every newsroom knows, with ids that never change, and whose office each held when.
 * Loaded at the first use, kept for good. */
#ifndef JA_PERSONS_H
#define JA_PERSONS_H

#include "base/text.h"

#define JA_NO_PERSON ((size_t)-1)

/* Time in an office: "2017-05" to "2022". */
typedef struct ja_office {
    size_t of;         /* entry of the gazetteer */
    ja_slice from, to; /* day, month or year, both within it; `to` is empty: still */
} ja_office;

typedef struct ja_person {
    ja_slice id;
    char sex;              /* 'm' or 'f' */
    const ja_slice *names; /* in full, the common English one first */
    size_t name_count;
    const ja_slice *surnames; /* and other names that stand alone */
    size_t surname_count;
    const ja_office *offices; /* in the order of time */
    size_t office_count;
} ja_person;

/* The number of persons (0: no memory); one by his index. */
size_t ja_person_count(void);
const ja_person *ja_person_at(size_t index);

/* The person of this full name, or JA_NO_PERSON. Names are given folded. */
size_t ja_person_named(ja_slice folded);

/* The one person who is called so without his given name and holds an office on the date (ISO 8601;
 * NULL: nobody does), or JA_NO_PERSON; `sex` is 'm', 'f' or 0. */
size_t ja_person_called(ja_slice folded, char sex, const char *date);

/* Whose office the person holds on the date: an entry of the gazetteer, or JA_NO_ENTRY. Without a
 * date the office that is his still, if all of his were of one principal. */
size_t ja_person_office(size_t person, const char *date);

/* The first fault of the table, as "persons.tsv:LINE: what", or NULL: for the tests. */
const char *ja_persons_check(ja_arena *arena);

#endif
