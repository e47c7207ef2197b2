/* Words that the tagger is held to read as verbs or names: it loves to make adverbs and nouns of rare
 * verb forms ("La Bulgarie SUSPECTE la Russie", "Police SUSPECT a neighbour"), and adjectives of
 * rare names. */
#ifndef JA_HELD_H
#define JA_HELD_H

#include "claim/lexicon.h"

/* One entry a word of the document: its part of speech, or JA_UPOS_COUNT where the tagger is free. A
 * form of a cue verb is a verb where a name or pronoun stands before it and a noun phrase, a clause
 * or the end of the sentence behind it; a word that the gazetteer knows is a name. */
const ja_upos *ja_held_words(ja_arena *arena, const ja_lexicon *lexicon,
                             const ja_document *document);

#endif
