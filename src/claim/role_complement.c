/* What stands behind a role noun and belongs to it: adjectives, whose it is, what else tells it
 * apart. "ambassade CHINOISE", "director OF THE CLUB", "the firm WHICH SHE PAYS". */
#include "claim/finder.h"
#include "claim/noun_words.h"

static const size_t ADJECTIVES = 4; /* words that may stand on one side of a noun */

static bool has_word(const ja_finder *finder, size_t token, ja_noun_word function)
{
    return ja_noun_word_is(finder->document->language, ja_token_at(finder, token)->lower, function);
}

/* "agence ANTIDOPAGE": a noun that is used as an adjective counts. */
static bool is_adjective_behind(const ja_finder *finder, const ja_mention *role, size_t token)
{
    const ja_branch *word = &finder->forest->at[ja_word_of_token(finder, token)];
    ja_upos upos = ja_upos_at(finder, token);
    bool behind = word->head != JA_NO_WORD && word->head <= role->word &&
                  ja_child(finder->forest, ja_word_of_token(finder, token), JA_DEP_CASE,
                           JA_NO_WORD) == JA_NO_WORD;
    if (ja_token_at(finder, token)->capital || !behind || ja_is_function_word(finder, token) ||
        ja_lexicon_is_no_name(finder->lexicon, ja_token_at(finder, token)))
        return false;
    return upos == JA_UPOS_ADJ || (upos == JA_UPOS_NOUN && (word->relation == JA_DEP_AMOD ||
                                                            word->relation == JA_DEP_NMOD));
}

/* "ambassade CHINOISE", "l'industriel BRETON". */
static void take_adjectives(ja_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    size_t limit = ja_limit_of(finder, role);
    for (size_t taken = 0; taken < ADJECTIVES && ja_end_of(role) < limit; taken++) {
        size_t at = ja_end_of(role);
        size_t demonym = ja_mention_from(finder, index, at);
        if (demonym != JA_NO_MENTION) {
            const ja_mention *found = &finder->out.at[demonym];
            if (found->type != JA_MENTION_DEMONYM || ja_token_at(finder, at)->capital)
                return;
            if (role->owner == JA_NO_MENTION)
                role->owner = demonym;
            ja_absorb(finder, index, demonym);
            continue;
        }
        if (!is_adjective_behind(finder, role, at))
            return;
        role->nobody |= has_word(finder, at, JA_NOUN_WORD_UNIDENTIFIED);
        role->count++;
    }
}

/* "ambassade de Chine AU ROYAUME-UNI": a second place belongs to the name, not to the owner. */
static void take_place(ja_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    size_t limit = ja_limit_of(finder, role), at = ja_end_of(role);
    if (role->role->relation != JA_ROLE_BODY || at + 1 >= limit ||
        !ja_token_is(finder, at, JA_FUNCTION_OF))
        return;
    size_t place = ja_mention_from(finder, index, at + 1);
    if (place == JA_NO_MENTION && ja_token_is(finder, at + 1, JA_FUNCTION_DETERMINER))
        place = ja_mention_from(finder, index, at + 2);
    if (place == JA_NO_MENTION || finder->out.at[place].type != JA_MENTION_KNOWN)
        return;
    role->place = place;
    ja_absorb(finder, index, place);
}

size_t ja_owner_behind(const ja_finder *finder, size_t index, size_t of)
{
    size_t limit = ja_limit_of(finder, &finder->out.at[index]);
    for (size_t next = of + 1; next < limit && next <= of + 3; next++) {
        size_t owner = ja_mention_from(finder, index, next);
        if (owner != JA_NO_MENTION)
            return finder->out.at[owner].type == JA_MENTION_PRONOUN ? JA_NO_MENTION : owner;
        if (!ja_token_is(finder, next, JA_FUNCTION_DETERMINER) && !ja_is_title_word(finder, next) &&
            !ja_is_modifier(finder, next))
            return JA_NO_MENTION;
    }
    return JA_NO_MENTION;
}

/* "club OF COOKS", "syndicat DES EAUX": nouns that hang on the role and are nobody; where they
 * end. */
static size_t complement_end(const ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t limit = ja_limit_of(finder, role), at = ja_end_of(role), end = at;
    size_t first = ja_word_of_token(finder, role->first);
    for (; at < limit && at < role->first + 14; at++) {
        ja_upos upos = ja_upos_at(finder, at);
        bool noun = upos == JA_UPOS_NOUN || upos == JA_UPOS_PROPN;
        size_t mention = ja_mention_from(finder, index, at);
        if (mention != JA_NO_MENTION && finder->out.at[mention].type == JA_MENTION_NAME &&
            !ja_token_is(finder, at - 1, JA_FUNCTION_OF) &&
            !ja_token_is(finder, at - 1, JA_FUNCTION_DETERMINER))
            break;
        bool small = ja_token_is(finder, at, JA_FUNCTION_OF) ||
                     ja_token_is(finder, at, JA_FUNCTION_DETERMINER) || upos == JA_UPOS_ADJ ||
                     upos == JA_UPOS_NUM;
        if (!noun && !small)
            break;
        size_t head = finder->forest->at[ja_word_of_token(finder, at)].head;
        if (noun && (head == JA_NO_WORD || head < first || head > ja_word_of_token(finder, at) + 2))
            break;
        if (noun || upos == JA_UPOS_ADJ || upos == JA_UPOS_NUM)
            end = at + 1;
    }
    return end;
}

/* "the firm WHICH she pays", "the officials CHARGED with it": a clause without a comma tells which
 * of them is meant. */
static bool has_clause(const ja_finder *finder, const ja_mention *role)
{
    size_t at = ja_end_of(role);
    if (at >= ja_limit_of(finder, role) || !ja_token_at(finder, at)->word ||
        ja_is_genitive(finder, at))
        return false;
    bool root = finder->forest->at[role->word].relation == JA_DEP_ROOT;
    size_t next = ja_word_of_token(finder, at);
    for (size_t child = finder->forest->at[role->word].first_child; child != JA_NO_WORD;
         child = finder->forest->at[child].next) {
        ja_deprel relation = finder->forest->at[child].relation;
        /* of a sentence without a verb the participle is the verb: "The two firms ACCUSED him" */
        if ((relation == JA_DEP_RELCL || (relation == JA_DEP_ACL && !root)) &&
            finder->forest->at[child].begin <= next && next < finder->forest->at[child].end)
            return true;
    }
    return false;
}

bool ja_is_genitive(const ja_finder *finder, size_t token)
{
    return ja_noun_word_is(finder->document->language, ja_token_at(finder, token)->base,
                           JA_NOUN_WORD_GENITIVE);
}

static bool is_verb(ja_upos upos)
{
    return upos == JA_UPOS_VERB || upos == JA_UPOS_AUX;
}

/* "accuses the firm OF FRAUD", "OF LYING": what stands behind belongs to the verb. Where a second
 * "of" follows ("accuse le chef de cuisine de fraude") the first is the noun's. */
static bool is_charge(const ja_finder *finder, const ja_mention *role, size_t of)
{
    size_t limit = ja_limit_of(finder, role);
    if (of + 1 >= limit || is_verb(ja_upos_at(finder, of + 1)))
        return true;
    const ja_token *word = ja_token_at(finder, of);
    bool bare = !ja_map_get(&finder->document->language->fused, word->lower) &&
                ja_upos_at(finder, of + 1) != JA_UPOS_DET &&
                !ja_token_is(finder, of + 1, JA_FUNCTION_DEFINITE);
    size_t verb = finder->forest->at[role->word].head;
    if (!bare || verb == JA_NO_WORD || verb >= role->word ||
        !ja_lexicon_has_verb(finder->lexicon,
                             ja_token_at(finder, finder->document->words[verb].token)))
        return false;
    for (size_t at = of + 1; at < limit && at <= of + 5 && ja_token_at(finder, at)->word; at++)
        if (ja_is_genitive(finder, at))
            return false;
    return true;
}

/* An office may also be one at something: "adjoint AUX travaux". */
static bool may_complete(const ja_finder *finder, const ja_mention *role, size_t of)
{
    if (ja_is_genitive(finder, of))
        return true;
    size_t noun = of + 1, limit = ja_limit_of(finder, role);
    if (noun < limit && ja_upos_at(finder, noun) == JA_UPOS_DET)
        noun++;
    return role->role->relation == JA_ROLE_HOLDS && noun < limit &&
           ja_upos_at(finder, noun) == JA_UPOS_NOUN &&
           finder->forest->at[ja_word_of_token(finder, noun)].head == role->word;
}

/* "député LR Nicolas Dhuicq": a party stands between the office and the name. */
static void take_party(ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t party = ja_mention_from(finder, index, ja_end_of(role));
    if (role->role->kind != JACCUSE_PERSON || party == JA_NO_MENTION)
        return;
    const ja_mention *found = &finder->out.at[party];
    size_t name = ja_mention_from(finder, index, ja_end_of(found));
    if (found->head_count == 1 && ja_token_at(finder, found->head)->all_capital &&
        name != JA_NO_MENTION && finder->out.at[name].type == JA_MENTION_NAME) {
        finder->out.by_word[found->word] = index;
        ja_absorb(finder, index, party);
    }
}

/* "prosecutors IN Munich": a town does not own the body that sits there. */
static bool is_seat(const ja_finder *finder, const ja_mention *role, size_t preposition,
                    size_t owner)
{
    return role->role->relation == JA_ROLE_BODY && finder->out.at[owner].type == JA_MENTION_NAME &&
           has_word(finder, preposition, JA_NOUN_WORD_LOCATIVE);
}

void ja_take_right(ja_finder *finder, size_t index)
{
    take_adjectives(finder, index);
    take_party(finder, index);
    ja_mention *role = &finder->out.at[index];
    size_t at = ja_end_of(role);
    role->complement = has_clause(finder, role);
    if (at >= ja_limit_of(finder, role) || !ja_token_is(finder, at, JA_FUNCTION_OF))
        return;
    size_t owner = ja_owner_behind(finder, index, at);
    if (owner == JA_NO_MENTION) {
        if (!may_complete(finder, role, at) || is_charge(finder, role, at))
            return;
        size_t end = complement_end(finder, index);
        role->complement = true;
        role->count = end - role->first;
        return;
    }
    bool is_place = role->owner != JA_NO_MENTION || is_seat(finder, role, at, owner);
    role->complement |= is_place && role->owner == JA_NO_MENTION;
    *(is_place ? &role->place : &role->owner) = owner;
    ja_absorb(finder, index, owner);
    if (!is_place)
        take_place(finder, index);
}
