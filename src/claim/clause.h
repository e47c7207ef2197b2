/* Who does what in a clause, read off the tree: subjects, agents, objects and owners through
 * passives, control, relative clauses, conjunction and clefts, after Universal Dependencies
 * (de Marneffe et al. 2021, Computational Linguistics 47/2). Everything goes by words of the
 * document; JA_NO_WORD: nobody stands there. */
#ifndef JA_CLAUSE_H
#define JA_CLAUSE_H

#include "claim/nearby.h"
#include "claim/who.h"

/* Whether the verb is finite by itself or with its auxiliary. */
bool ja_is_finite(const ja_reading *reading, size_t verb);
/* Whether the word heads a clause: a verb, or a noun or adjective with a copula. */
bool ja_is_predicate(const ja_reading *reading, size_t word);
/* The head of the clause that the word stands in: the word itself or its nearest ancestor that is
 * a predicate. */
size_t ja_clause_of(const ja_reading *reading, size_t word);
/* "s'est vu REPROCHER": an infinitive that its subject suffers. */
bool ja_undergoes(const ja_reading *reading, size_t word);
/* Whether the verb or participle at the word is passive. */
bool ja_is_passive(const ja_reading *reading, size_t word);

/* The subject that stands in the predicate's own clause. */
size_t ja_own_subject(const ja_reading *reading, size_t word);
/* That one, or the one that control, conjunction or a relative clause give it; of a passive, who
 * suffers it. */
size_t ja_subject(const ja_reading *reading, size_t word);
/* Who does what the predicate says: the subject, of a passive the agent. */
size_t ja_agent(const ja_reading *reading, size_t word);
/* To whom it is done: the object, of a passive the subject. */
size_t ja_patient(const ja_reading *reading, size_t word);
/* Whether a clause hangs on a noun or adjective before it that is itself a predicate. */
bool ja_is_behind_predicate(const ja_reading *reading, size_t word);
/* "c'est l'État que BLÂME le syndicat", "it was Russia that LIED": one behind somebody. */
bool ja_is_cleft(const ja_reading *reading, size_t word);
/* To whom something is said: "told REPORTERS", "a lancé À LA MAIRE". */
size_t ja_addressee(const ja_reading *reading, size_t verb);
/* What stands beneath the word behind the preposition: "blames X ON Y", "accusations AGAINST Y"; of
 * several the first behind the word that is somebody, else the first before it. */
size_t ja_marked(const ja_reading *reading, size_t word, ja_slice marker);

/* Whose the noun is: "China's denial", "its denial". */
size_t ja_possessor(const ja_reading *reading, size_t word);
/* The adjective of a place at the noun: "American accusations". */
size_t ja_demonym(const ja_reading *reading, size_t word);
/* Who does the wrong that a noun names, however it is said: owner, adjective, "by", "of". */
size_t ja_author(const ja_reading *reading, size_t word);

#endif
