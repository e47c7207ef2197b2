/* Words that the tagger is held to read as verbs: it loves to make adverbs and nouns of rare verb
 * forms ("La Bulgarie SUSPECTE la Russie", "Police SUSPECT a neighbour"). */
#ifndef JA_HELD_H
#define JA_HELD_H

#include "claim/lexicon.h"

/* One entry a word of the document. A form of a cue verb is held where a name or pronoun stands
 * before it and a noun phrase, a clause or the end of the sentence behind it. */
const bool *ja_held_verbs(ja_arena *arena, const ja_lexicon *lexicon, const ja_document *document);

#endif
