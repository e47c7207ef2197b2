/* What the steps that find mentions share (finder.c): names (name.c), pronouns (pronoun.c), the
 * elementary mentions (mention.c), and the phrases that are built of them (role_phrase.c). */
#ifndef JA_FINDER_H
#define JA_FINDER_H

#include "claim/mention.h"

typedef struct ja_finder {
    ja_arena *arena;
    const ja_lexicon *lexicon;
    const ja_document *document;
    const ja_forest *forest;
    ja_map names;  /* words printed with a capital inside a sentence */
    ja_map common; /* words printed without one */
    bool shouted;  /* the sentence at hand is in capitals: they tell nothing there */
    bool headline; /* it is a title that gives capitals to most words */
    ja_mentions out;
} ja_finder;

static inline const ja_token *ja_token_at(const ja_finder *finder, size_t token)
{
    return &finder->document->tokens[token];
}

static inline bool ja_token_is(const ja_finder *finder, size_t token, ja_function function)
{
    return ja_lexicon_is(finder->lexicon, ja_token_at(finder, token), function);
}

static inline size_t ja_end_of_sentence(const ja_sentence *sentence)
{
    return sentence->first + sentence->count;
}

/* The tree's word of a token, and its part of speech. */
size_t ja_word_of_token(const ja_finder *finder, size_t token);
ja_upos ja_upos_at(const ja_finder *finder, size_t token);

bool ja_is_function_word(const ja_finder *finder, size_t token);
bool ja_is_title_word(const ja_finder *finder, size_t token);
/* "Anne", "Jean-Marie". */
bool ja_is_given_name(const ja_finder *finder, size_t token);
/* "KC", "MP" behind a name. */
bool ja_is_postnominal(const ja_finder *finder, const ja_sentence *sentence, size_t token);

/* Which words are names and which are not, by how they are printed where case tells. */
void ja_learn_case(ja_finder *finder);
/* Fills what the finder says of the sentence at hand. */
void ja_look_at_case(ja_finder *finder, const ja_sentence *sentence);
/* Tokens of a name at the token that the gazetteer need not know; 0: none. */
size_t ja_name_length(const ja_finder *finder, const ja_sentence *sentence, size_t token);

/* The pronoun that stands for an actor at the token, of one word or two; NULL: none. */
const ja_pronoun *ja_pronoun_at(const ja_finder *finder, const ja_sentence *sentence, size_t token,
                                size_t *count);

/* A role noun that names somebody here. */
bool ja_is_role(const ja_finder *finder, const ja_sentence *sentence, size_t token,
                ja_role_match *role);

/* The tokens of the mention's sentence, and the end of the mention's own. */
size_t ja_begin_of(const ja_finder *finder, const ja_mention *mention);
size_t ja_limit_of(const ja_finder *finder, const ja_mention *mention);
size_t ja_end_of(const ja_mention *mention);
/* The mention close to `near` that starts (ends) at a token, or JA_NO_MENTION. */
size_t ja_mention_from(const ja_finder *finder, size_t near, size_t token);
size_t ja_mention_until(const ja_finder *finder, size_t near, size_t end);
/* Makes a mention a part of another. */
void ja_absorb(ja_finder *finder, size_t whole, size_t part);
/* Whether the token joins a noun to what it is of. */
bool ja_is_genitive(const ja_finder *finder, size_t token);
/* The mention behind the "of" at the token, an article between them aside. */
size_t ja_owner_behind(const ja_finder *finder, size_t index, size_t of);

/* ---- role_complement.c ---- */

/* Adjectives, owner and complement behind a role noun become parts of its phrase. */
void ja_take_right(ja_finder *finder, size_t index);

/* ---- role_phrase.c ---- */

/* An adjective, number or noun that belongs to the noun behind it. */
bool ja_is_modifier(const ja_finder *finder, size_t token);

/* Gives the roles among the mentions from `from` on their owners, names and all their words. */
void ja_compose_roles(ja_finder *finder, size_t from);

/* ---- apposition.c ---- */

/* The name right behind a role phrase becomes a part of it. */
void ja_take_name_behind(ja_finder *finder, size_t index);
/* The same of a name that a comma sets off. */
void ja_take_name(ja_finder *finder, size_t index);
/* "Anna Berg, of the Owners' Association": the owner of a name. */
void ja_take_affiliation(ja_finder *finder, size_t index);
/* "X is the director", "the company is X": who is the same. */
void ja_take_predication(ja_finder *finder, size_t index);

#endif
