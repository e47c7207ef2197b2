/* Who does what in a clause, read off the tree: subjects, agents, objects and owners through
 * passives, control, relative clauses, conjunction and clefts, after Universal Dependencies
 * (de Marneffe et al. 2021, Computational Linguistics 47/2). Everything goes by words of the
 * document; JA_NO_WORD: nobody stands there. */
#ifndef JA_CLAUSE_H
#define JA_CLAUSE_H

#include "claim/reading.h"

const ja_word *ja_word_at(const ja_reading *reading, size_t word);
const ja_branch *ja_branch_at(const ja_reading *reading, size_t word);
size_t ja_first_child(const ja_reading *reading, size_t word, ja_deprel relation);
bool ja_has_feature(const ja_reading *reading, size_t word, const char *feature);
/* Whether the word is a small word of that function (grammar.tsv), as printed or by its lemma. */
bool ja_word_is(const ja_reading *reading, size_t word, ja_function function);

/* Whether the verb or participle at the word is passive. */
bool ja_is_passive(const ja_reading *reading, size_t word);
/* The noun that the relative clause around the word describes; JA_NO_WORD: there is none. */
size_t ja_antecedent(const ja_reading *reading, size_t word);
/* The subject that the predicate has in its clause, or that control, conjunction or a relative
 * clause give it; of a passive, who suffers it. */
size_t ja_subject(const ja_reading *reading, size_t word);
/* Who does what the predicate says: the subject, of a passive the agent. */
size_t ja_agent(const ja_reading *reading, size_t word);
/* To whom it is done: the object, of a passive the subject. */
size_t ja_patient(const ja_reading *reading, size_t word);
/* To whom something is said: "told REPORTERS", "a lancé À LA MAIRE". */
size_t ja_addressee(const ja_reading *reading, size_t verb);
/* What stands beneath the word behind the preposition: "blames X ON Y", "accusations AGAINST Y". */
size_t ja_marked(const ja_reading *reading, size_t word, ja_slice marker);
/* Whose the noun is: "China's denial", "its denial". */
size_t ja_possessor(const ja_reading *reading, size_t word);
/* The adjective of a place at the noun: "American accusations". */
size_t ja_demonym(const ja_reading *reading, size_t word);
/* Who does the wrong that a noun names, however it is said: owner, adjective, "by", "of". */
size_t ja_author(const ja_reading *reading, size_t word);

/* The same by the order of the words alone, where the tree is broken: the nearest noun before the
 * verb that stands behind no preposition, what is set in between commas passed over; behind the
 * verb where it is inverted ("a déclaré RAAB"). */
size_t ja_subject_nearby(const ja_reading *reading, size_t verb);
/* The noun that stands right before the verb and its small words: whatever the tree says. */
size_t ja_subject_adjacent(const ja_reading *reading, size_t verb);
size_t ja_inverted_subject(const ja_reading *reading, size_t verb);
/* The noun right behind the verb, no preposition between. */
size_t ja_object_nearby(const ja_reading *reading, size_t verb);
/* The agent that follows a passive: "BY the ministry". */
size_t ja_agent_nearby(const ja_reading *reading, size_t verb);
/* The noun behind the first `marker` that follows the word in its clause. */
size_t ja_marked_nearby(const ja_reading *reading, size_t word, ja_slice marker);

/* The head of the clause that the word stands in: the word itself or its nearest ancestor that is
 * a predicate. */
size_t ja_clause_of(const ja_reading *reading, size_t word);
/* Whether the word heads a clause: a verb, or a noun or adjective with a copula. */
bool ja_is_predicate(const ja_reading *reading, size_t word);

/* The mention that the word heads, or JA_NO_MENTION. */
size_t ja_mention_at(const ja_reading *reading, size_t word);
/* The actor that is meant by the word, JACCUSE_NONE: nobody known. First persons are who speaks. */
size_t ja_actor_at(const ja_reading *reading, size_t word);
/* Adds the actors of the word and of those coordinated with it. */
void ja_add_actors(const ja_reading *reading, size_t word, ja_indices *out);

/* "IT accuses HIM": two roles of one verb are two actors; where a pronoun was taken for the same
 * as the other it is given to who was named before. */
void ja_part_pronoun(const ja_reading *reading, ja_indices *one, size_t one_word, ja_indices *other,
                     size_t other_word);

#endif
