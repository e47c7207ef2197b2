/* A name taken apart, and the keys by which two of them are held against each other. */
#ifndef JA_NETWORK_NAME_H
#define JA_NETWORK_NAME_H

#include "network/words.h"

#define JA_NAME_WORDS 12

typedef struct ja_part {
    ja_slice text; /* folded, without apostrophes */
    bool hyphen;   /* joins it to the one before */
    bool tight;    /* no blank parts it from the one before */
} ja_part;

/* The words of a name. A name of more than JA_NAME_WORDS has none: it is compared as a whole. */
typedef struct ja_name {
    ja_slice folded;
    ja_part at[JA_NAME_WORDS];
    size_t count;
} ja_name;

ja_name ja_name_of(ja_arena *arena, ja_slice folded);

/* Behind the last word of the given name ("Jean-Pierre", "J. K."), and where the family name
 * starts, which ends the name; only for names of two words and more. */
size_t ja_given_end(const ja_name *name);
size_t ja_family_start(const ja_name *name);
/* "J. Smith": the given name is told by initials alone. */
bool ja_has_initials_only(const ja_name *name);

/* How a key reads the words. */
typedef struct ja_reading_of_names {
    bool respelled;
    const char *language; /* of ja_respell */
} ja_reading_of_names;

/* The two keys of a name: its first word and all others run together, and all but the last run
 * together and the last, so that "Kim Jong-un" meets "Kim Jongun". */
void ja_name_keys(ja_arena *arena, const ja_name *name, ja_reading_of_names reading,
                  ja_slice out[2]);
/* Its words without legal form, and the form: empty where it has none. */
ja_slice ja_name_without_form(ja_arena *arena, const ja_name *name, ja_slice *form);
/* "john|smith"; empty: the name is none of which something in the middle may be left out. */
ja_slice ja_name_around_middle(ja_arena *arena, const ja_name *name);
/* What stands in the middle: its initials, and the whole where it is more than initials. */
ja_slice ja_middle_initials(ja_arena *arena, const ja_name *name);
ja_slice ja_middle_words(ja_arena *arena, const ja_name *name);
/* "j|smith", "jp|martin". */
ja_slice ja_name_by_initials(ja_arena *arena, const ja_name *name);

#endif
