/* What the steps that resolve mentions share: the register of actors (register.c), who an anaphor
 * stands for (antecedent.c, definite.c, plural.c), role phrases (description.c, holder.c), and the
 * whole (actor.c). */
#ifndef JA_RESOLVER_H
#define JA_RESOLVER_H

#include "claim/actor.h"
#include "claim/noun_words.h"
#include "claim/persons.h"

#define JA_NOUNS_KEPT 8 /* role nouns that an actor is remembered by */

#define JA_LONGEST_DESCRIPTION 24 /* tokens; a longer one is some mistake */

/* What is known of an actor while mentions are resolved. */
typedef struct ja_facts {
    char gender;        /* 'm' 'f', or 0 */
    bool sure;          /* the kind is told, not guessed */
    bool plural;        /* several people */
    bool office;        /* told to hold an office of state, or to speak for another */
    bool former;        /* told to have held one */
    bool apart;         /* described by whose or what he is: "the mayor of Lyon" */
    size_t number;      /* how many, or 0 */
    size_t person;      /* in the table of persons, or JA_NO_PERSON */
    size_t nation;      /* whence he is told to be: in the gazetteer, or JA_NO_ENTRY */
    size_t count, last; /* mentions so far; the latest */
    size_t total;       /* times that it is named in the whole article */
    size_t places;      /* of these behind "in" and the like */
    const ja_role_noun *nouns[JA_NOUNS_KEPT];
    size_t noun_count;
    size_t into; /* the actor that it turned out to be, or itself */
} ja_facts;

typedef struct ja_resolver {
    ja_arena *arena;
    const ja_document *document;
    const ja_lexicon *lexicon;
    const ja_forest *forest;
    ja_mentions *mentions;
    ja_actors actors;
    ja_facts *facts; /* one an actor */
    size_t fact_count, fact_capacity;
    ja_map ids;     /* id -> actor */
    ja_map names;   /* folded full name -> actor */
    ja_map parts;   /* first and last word of a name -> actor, or JACCUSE_NONE where two share it */
    ja_map holders; /* role noun and owner -> actor */
    const char *date; /* of the article, or NULL */
    bool in_advance;  /* full names are learned before the text is read */
} ja_resolver;

/* ---- register.c ---- */

/* Words of the text, white space made one blank. */
ja_slice ja_words_of(const ja_resolver *resolver, size_t first, size_t count);
/* The words of the head alone. */
ja_slice ja_head_text(const ja_resolver *resolver, const ja_mention *mention);
/* A role phrase without the name that stands in apposition to it. */
ja_slice ja_role_text(const ja_resolver *resolver, const ja_mention *mention);
size_t ja_add_actor(ja_resolver *resolver, ja_slice id, ja_slice name, jaccuse_kind kind);
void ja_add_alias(ja_resolver *resolver, size_t actor, ja_slice text);
void ja_set_of(ja_resolver *resolver, size_t actor, size_t of);
size_t ja_actor_of_entry(ja_resolver *resolver, size_t entry);
/* The actor of a name that the gazetteer does not know: the same full name, else the one actor of
 * that surname, else who is known in all the press, else a new one. */
size_t ja_actor_of_name(ja_resolver *resolver, const ja_mention *mention);
/* Full names and acronyms, so that a surname in the title finds the name in the text. */
void ja_learn_full_names(ja_resolver *resolver);
/* Two that turn out to be one: all that is known of `from` goes to `into`. */
void ja_merge_actors(ja_resolver *resolver, size_t from, size_t into);
/* Whom the actor turned out to be. */
size_t ja_merged(const ja_resolver *resolver, size_t actor);

/* ---- acronym.c ---- */

/* "Electoral Commission (IEBC)": the acronym becomes a name of the actor. */
void ja_learn_acronym(ja_resolver *resolver, const ja_mention *mention, size_t actor);
/* "DTN", where one alone is a "Direction technique nationale". */
void ja_merge_acronyms(ja_resolver *resolver);

/* ---- facts.c ---- */

/* 'm', 'f' or 0, of a title or given name. */
char ja_gender_of_given_name(const ja_resolver *resolver, size_t token);
void ja_learn_noun(ja_resolver *resolver, size_t actor, const ja_role_noun *noun);
/* What a role phrase tells of whom it means. */
void ja_learn_role(ja_resolver *resolver, size_t actor, const ja_mention *mention);
/* The role nouns in a name: a "Consumer Commission" is the commission. */
void ja_learn_nouns_of_name(ja_resolver *resolver, const ja_mention *mention);
/* Gender, time and number of mentions, from a mention that was resolved. */
void ja_learn_mention(ja_resolver *resolver, size_t index);
/* 'm', 'f' or 0: by the determiner and the noun. */
char ja_gender_of(const ja_resolver *resolver, const ja_mention *mention);
/* What was guessed to be a person turns out to be none. */
void ja_know_as_body(ja_resolver *resolver, size_t actor);
/* A name that is mostly told as a place where something happens. */
bool ja_is_only_place(const ja_facts *facts);

/* ---- antecedent.c ---- */

/* Whom the pronoun stands for, or JACCUSE_NONE. */
size_t ja_antecedent_of_pronoun(ja_resolver *resolver, size_t index);

/* ---- definite.c ---- */

/* Whom the noun of an anaphor ("the firm", "l'avocat") has named before. */
size_t ja_antecedent_by_noun(const ja_resolver *resolver, size_t index);
/* Whom it may stand for by its kind. */
size_t ja_antecedent_by_kind(const ja_resolver *resolver, size_t index, jaccuse_kind kind);
/* Who may be "her opponent", of that kind. */
size_t ja_antecedent_opposite(const ja_resolver *resolver, size_t index, jaccuse_kind kind);
/* Who may be "the former president" of those who are told to hold no office. */
size_t ja_antecedent_out_of_office(const ja_resolver *resolver, size_t index);
/* The last named person who is told to be of the place. */
size_t ja_person_of_nation(const ja_resolver *resolver, size_t index);
/* The state that is spoken of near the mention, where there is only one. */
size_t ja_state_near(const ja_resolver *resolver, size_t index);
/* Whether a role noun may stand for an earlier one: "ministry" for "foreign ministry". */
bool ja_noun_repeats(const ja_language *language, const ja_role_noun *later,
                     const ja_role_noun *earlier);

/* ---- plural.c ---- */

/* Fills the members of a mention that stands for several; false: it does not, as far as is told. */
bool ja_find_members(ja_resolver *resolver, size_t index);

/* The group of as many as the mention tells, told of before ("four officials ... the four"). */
size_t ja_group_of_number(const ja_resolver *resolver, size_t index);

/* ---- holder.c ---- */

/* Whether a word of the role noun has the function. */
bool ja_head_is(const ja_resolver *resolver, const ja_mention *mention, ja_noun_word function);
/* Whether the role is one that speaks for its owner; where it is named, more are. */
bool ja_speaks_for_owner(const ja_resolver *resolver, const ja_mention *mention, size_t owner);
bool ja_named_speaks_for_owner(const ja_resolver *resolver, const ja_mention *mention,
                               size_t owner);
/* Who was told to be the owner's such and such; he is remembered so. */
size_t ja_holder(const ja_resolver *resolver, const ja_mention *mention, size_t owner);
void ja_remember_holder(ja_resolver *resolver, const ja_mention *mention, size_t owner,
                        size_t actor);
/* An office or body of state. */
bool ja_is_of_state(const ja_resolver *resolver, const ja_mention *mention);
/* Whose office it is where that is not told: the state's, or the company's that is spoken of. */
size_t ja_implied_owner(const ja_resolver *resolver, size_t index);
/* Whose office a person of the table held on the article's date; JACCUSE_NONE: nobody's. */
size_t ja_owner_on_date(ja_resolver *resolver, size_t actor);

/* ---- description.c ---- */

size_t ja_actor_of_role(ja_resolver *resolver, size_t index);

#endif
