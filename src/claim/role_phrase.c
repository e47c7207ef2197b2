/* Role phrases: the words around a role noun that belong to it: whose it is, how many, what it is
 * called. "the former DIRECTOR of the club, Anna Berg": owner "the club", name "Anna Berg". */
#include "base/unicode.h"
#include "claim/finder.h"
#include "claim/noun_words.h"

static const size_t NEAR = 6;       /* mentions around a role that may belong to it */
static const size_t ADJECTIVES = 4; /* words that may stand on one side of a noun */

static bool has_word(const ja_finder *finder, size_t token, ja_noun_word function)
{
    return ja_noun_word_is(finder->document->language, ja_token_at(finder, token)->lower, function);
}

static size_t begin_of(const ja_finder *finder, const ja_mention *mention)
{
    return finder->document->sentences[mention->sentence].first;
}

static size_t limit_of(const ja_finder *finder, const ja_mention *mention)
{
    return ja_end_of_sentence(&finder->document->sentences[mention->sentence]);
}

static size_t end_of(const ja_mention *mention)
{
    return mention->first + mention->count;
}

/* The mention of the sentence that starts (ends) at a token, or JA_NO_MENTION. */
static size_t starting_at(const ja_finder *finder, size_t near, size_t token)
{
    for (size_t i = near + 1; i < finder->out.count && i <= near + NEAR; i++)
        if (finder->out.at[i].first == token && finder->out.at[i].part_of == JA_NO_MENTION)
            return i;
    return JA_NO_MENTION;
}

static size_t ending_at(const ja_finder *finder, size_t near, size_t end)
{
    for (size_t i = near; i-- > 0 && i + NEAR >= near;) {
        const ja_mention *mention = &finder->out.at[i];
        if (end_of(mention) == end && mention->part_of == JA_NO_MENTION &&
            mention->sentence == finder->out.at[near].sentence)
            return i;
    }
    return JA_NO_MENTION;
}

static void absorb(ja_finder *finder, size_t whole, size_t part)
{
    ja_mention *outer = &finder->out.at[whole], *inner = &finder->out.at[part];
    size_t end = end_of(outer), inner_end = end_of(inner);
    if (inner->first < outer->first)
        outer->first = inner->first;
    outer->count = (inner_end > end ? inner_end : end) - outer->first;
    inner->part_of = whole;
}

/* ---- on the left ---- */

/* "Paris-based", "state-run". */
static bool has_hyphen(ja_slice word)
{
    for (size_t i = 1; i + 1 < word.length; i++)
        if (word.at[i] == '-')
            return true;
    return false;
}

/* An adjective, number or noun that belongs to the noun behind it. */
static bool is_modifier(const ja_finder *finder, size_t token)
{
    const ja_token *word = ja_token_at(finder, token);
    if (!word->word && word->form.length && !ja_is_digit_byte(word->form.at[0]))
        return false;
    if (ja_is_function_word(finder, token) && !has_word(finder, token, JA_NOUN_WORD_NUMBER) &&
        !has_word(finder, token, JA_NOUN_WORD_OTHER))
        return false;
    if (has_word(finder, token, JA_NOUN_WORD_FORMER) ||
        has_word(finder, token, JA_NOUN_WORD_OTHER) ||
        (has_hyphen(word->lower) && ja_upos_at(finder, token) != JA_UPOS_VERB))
        return true;
    ja_deprel relation = finder->forest->at[ja_word_of_token(finder, token)].relation;
    switch (ja_upos_at(finder, token)) {
    case JA_UPOS_ADJ:
    case JA_UPOS_NUM:
        return true;
    case JA_UPOS_NOUN:
    case JA_UPOS_PROPN:
    case JA_UPOS_VERB:
        return relation == JA_DEP_COMPOUND || relation == JA_DEP_AMOD;
    default:
        return false;
    }
}

static void note_modifier(const ja_finder *finder, ja_mention *role, size_t token)
{
    role->former |= has_word(finder, token, JA_NOUN_WORD_FORMER);
    role->other |= has_word(finder, token, JA_NOUN_WORD_OTHER);
    size_t number =
        ja_noun_word_number(finder->document->language, ja_token_at(finder, token)->lower);
    if (number)
        role->number = number;
}

/* "China's powerful EMBASSY", "Chinese foreign ministry SPOKESMAN", "its EMBASSY": an owner that
 * ends at the token; false: none does. */
static bool take_left_owner(ja_finder *finder, size_t index, size_t at, bool adjacent)
{
    ja_mention *role = &finder->out.at[index];
    size_t end = at;
    if (end > begin_of(finder, role) && ja_token_is(finder, end - 1, JA_FUNCTION_POSSESSIVE))
        end--;
    size_t owner = ending_at(finder, index, end);
    if (owner == JA_NO_MENTION)
        return false;
    const ja_mention *found = &finder->out.at[owner];
    bool pronoun = found->type == JA_MENTION_PRONOUN;
    bool attributive =
        end < at || (found->possessive && pronoun) || found->type == JA_MENTION_DEMONYM ||
        (adjacent && !pronoun &&
         (role->role->relation != JA_ROLE_ALONE || role->role->kind == JACCUSE_GROUP ||
          has_word(finder, role->head, JA_NOUN_WORD_FAMILY)));
    if (!attributive)
        return false;
    role->owner = owner;
    bool definite = end < at || found->definite || pronoun;
    absorb(finder, index, owner);
    finder->out.at[index].definite |= definite;
    return true;
}

static void take_left(ja_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    size_t begin = begin_of(finder, role), at = role->first, end = end_of(role);
    for (size_t skipped = 0; at > begin && skipped <= ADJECTIVES; skipped++) {
        if (take_left_owner(finder, index, at, skipped == 0))
            break;
        if (!is_modifier(finder, at - 1))
            break;
        note_modifier(finder, role, --at);
    }
    role = &finder->out.at[index];
    if (at < role->first) {
        role->first = at;
        role->count = end - at;
    }
}

/* ---- determiners ---- */

/* "FOUR OF his colleagues", "l'UN DES avocats": the number of which a plural is told. */
static void take_partitive(const ja_finder *finder, ja_mention *role)
{
    size_t begin = begin_of(finder, role), of = role->first;
    bool fused = ja_token_is(finder, of, JA_FUNCTION_OF); /* "des", taken as determiner */
    if (!role->plural || (!fused && (of == begin || !ja_token_is(finder, --of, JA_FUNCTION_OF))))
        return;
    if (of == begin)
        return;
    ja_slice word = ja_token_at(finder, of - 1)->lower;
    size_t number = ja_noun_word_number(finder->document->language, word);
    bool one = ja_equal(word, JA_SLICE("one")) || ja_equal(word, JA_SLICE("un")) ||
               ja_equal(word, JA_SLICE("une"));
    if (!number && !one)
        return;
    size_t end = end_of(role);
    role->first = of - 1;
    if (one && of - 1 > begin && ja_token_is(finder, of - 2, JA_FUNCTION_DEFINITE))
        role->first--;
    role->count = end - role->first;
    role->number = one ? 1 : number;
    role->plural = !one;
    role->definite = true;
}

static void take_determiner(const ja_finder *finder, ja_mention *mention)
{
    size_t begin = begin_of(finder, mention);
    if (mention->first <= begin || !ja_token_is(finder, mention->first - 1, JA_FUNCTION_DETERMINER))
        return;
    const ja_token *word = ja_token_at(finder, mention->first - 1);
    if (ja_upos_at(finder, mention->first - 1) == JA_UPOS_SCONJ)
        return; /* "said THAT officials" */
    note_modifier(finder, mention, mention->first - 1);
    mention->definite |= ja_token_is(finder, mention->first - 1, JA_FUNCTION_DEFINITE) &&
                         ja_upos_at(finder, mention->first - 1) != JA_UPOS_NUM;
    if (mention->type == JA_MENTION_ROLE && ja_equal(word->lower, word->base)) {
        mention->first--;
        mention->count++;
        if (mention->number && mention->first > begin)
            mention->definite |= ja_token_is(finder, mention->first - 1, JA_FUNCTION_DEFINITE);
    }
}

/* ---- on the right ---- */

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
    size_t limit = limit_of(finder, role);
    for (size_t taken = 0; taken < ADJECTIVES && end_of(role) < limit; taken++) {
        size_t at = end_of(role);
        size_t demonym = starting_at(finder, index, at);
        if (demonym != JA_NO_MENTION) {
            const ja_mention *found = &finder->out.at[demonym];
            if (found->type != JA_MENTION_DEMONYM || ja_token_at(finder, at)->capital)
                return;
            if (role->owner == JA_NO_MENTION)
                role->owner = demonym;
            absorb(finder, index, demonym);
            continue;
        }
        if (!is_adjective_behind(finder, role, at))
            return;
        role->count++;
    }
}

/* "ambassade de Chine AU ROYAUME-UNI": a second place belongs to the name, not to the owner. */
static void take_place(ja_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    size_t limit = limit_of(finder, role), at = end_of(role);
    if (role->role->relation != JA_ROLE_BODY || at + 1 >= limit ||
        !ja_token_is(finder, at, JA_FUNCTION_OF))
        return;
    size_t place = starting_at(finder, index, at + 1);
    if (place == JA_NO_MENTION && ja_token_is(finder, at + 1, JA_FUNCTION_DETERMINER))
        place = starting_at(finder, index, at + 2);
    if (place == JA_NO_MENTION || finder->out.at[place].type != JA_MENTION_KNOWN)
        return;
    role->place = place;
    absorb(finder, index, place);
}

/* The mention behind the "of" at the token, an article between them aside. */
static size_t owner_behind(const ja_finder *finder, size_t index, size_t of)
{
    size_t limit = limit_of(finder, &finder->out.at[index]);
    for (size_t next = of + 1; next < limit && next <= of + 3; next++) {
        size_t owner = starting_at(finder, index, next);
        if (owner != JA_NO_MENTION)
            return finder->out.at[owner].type == JA_MENTION_PRONOUN ? JA_NO_MENTION : owner;
        if (!ja_token_is(finder, next, JA_FUNCTION_DETERMINER) && !ja_is_title_word(finder, next) &&
            !is_modifier(finder, next))
            return JA_NO_MENTION;
    }
    return JA_NO_MENTION;
}

/* "club OF COOKS", "syndicat DES EAUX": nouns that hang on the role and are nobody; where they
 * end. */
static size_t complement_end(const ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t limit = limit_of(finder, role), at = end_of(role), end = at;
    size_t first = ja_word_of_token(finder, role->first);
    for (; at < limit && at < role->first + 14; at++) {
        ja_upos upos = ja_upos_at(finder, at);
        bool noun = upos == JA_UPOS_NOUN || upos == JA_UPOS_PROPN;
        size_t mention = starting_at(finder, index, at);
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
        if (noun || (upos == JA_UPOS_ADJ && end == at))
            end = at + 1;
    }
    return end;
}

/* "the firm WHICH she pays", "the officials CHARGED with it": a clause without a comma tells which
 * of them is meant. */
static bool has_clause(const ja_finder *finder, const ja_mention *role)
{
    size_t at = end_of(role);
    if (at >= limit_of(finder, role) || !ja_token_at(finder, at)->word)
        return false;
    size_t next = ja_word_of_token(finder, at);
    for (size_t child = finder->forest->at[role->word].first_child; child != JA_NO_WORD;
         child = finder->forest->at[child].next) {
        ja_deprel relation = finder->forest->at[child].relation;
        if ((relation == JA_DEP_RELCL || relation == JA_DEP_ACL) &&
            finder->forest->at[child].begin <= next && next < finder->forest->at[child].end)
            return true;
    }
    return false;
}

static bool is_genitive(const ja_finder *finder, size_t token)
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
    size_t limit = limit_of(finder, role);
    if (of + 1 >= limit || is_verb(ja_upos_at(finder, of + 1)))
        return true;
    const ja_token *word = ja_token_at(finder, of);
    bool bare = ja_equal(word->lower, word->base) && ja_upos_at(finder, of + 1) != JA_UPOS_DET &&
                !ja_token_is(finder, of + 1, JA_FUNCTION_DEFINITE);
    size_t verb = finder->forest->at[role->word].head;
    if (!bare || verb == JA_NO_WORD || verb >= role->word ||
        !ja_lexicon_has_verb(finder->lexicon,
                             ja_token_at(finder, finder->document->words[verb].token)))
        return false;
    for (size_t at = of + 1; at < limit && at <= of + 5 && ja_token_at(finder, at)->word; at++)
        if (is_genitive(finder, at))
            return false;
    return true;
}

static void take_right(ja_finder *finder, size_t index)
{
    take_adjectives(finder, index);
    ja_mention *role = &finder->out.at[index];
    size_t at = end_of(role);
    role->complement = has_clause(finder, role);
    if (at >= limit_of(finder, role) || !ja_token_is(finder, at, JA_FUNCTION_OF))
        return;
    size_t owner = owner_behind(finder, index, at);
    if (owner == JA_NO_MENTION) {
        if (!is_genitive(finder, at) || is_charge(finder, role, at))
            return;
        size_t end = complement_end(finder, index);
        role->complement = true;
        role->count = end - role->first;
        return;
    }
    bool is_place = role->owner != JA_NO_MENTION;
    *(is_place ? &role->place : &role->owner) = owner;
    absorb(finder, index, owner);
    if (!is_place)
        take_place(finder, index);
}

/* ---- names ---- */

static bool is_comma(const ja_finder *finder, size_t token)
{
    return ja_equal(ja_token_at(finder, token)->form, JA_SLICE(","));
}

/* What is set between commas ends before the token. */
static bool closes(const ja_finder *finder, const ja_mention *role, size_t token)
{
    if (token >= limit_of(finder, role))
        return true;
    const ja_token *next = ja_token_at(finder, token);
    return !next->word && !ja_is_digit_byte(next->form.at[0]);
}

static bool can_name(const ja_mention *role, const ja_mention *name)
{
    bool behind = name->first >= role->first + role->count;
    if (name->part_of != JA_NO_MENTION || name->sentence != role->sentence ||
        (name->possessive && !behind))
        return false;
    if (name->type == JA_MENTION_NAME)
        return true;
    return name->type == JA_MENTION_KNOWN && role->role->relation == JA_ROLE_ALONE;
}

static bool is_ruled_by_preposition(const ja_finder *finder, const ja_mention *mention)
{
    size_t at = mention->first, begin = begin_of(finder, mention);
    if (at > begin && ja_token_is(finder, at - 1, JA_FUNCTION_DETERMINER) &&
        !ja_token_is(finder, at - 1, JA_FUNCTION_PREPOSITION))
        at--;
    if (at > begin && ja_is_title_word(finder, at - 1))
        at--;
    return at > begin && ja_token_is(finder, at - 1, JA_FUNCTION_PREPOSITION);
}

/* "SPOKESMAN Lin Jian", "la MUTUELLE Solvérane": the name right behind. */
static size_t name_behind(const ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t end = end_of(role);
    size_t name = starting_at(finder, index, end);
    if (name == JA_NO_MENTION && end + 1 < limit_of(finder, role) && ja_is_title_word(finder, end))
        name = starting_at(finder, index, end + 1);
    return name;
}

/* "le PORTE-PAROLE, Zhao Lijian, a dit": set off by commas, the second of which may be an end. */
static size_t name_behind_comma(const ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t end = end_of(role);
    if (end + 1 >= limit_of(finder, role) || !is_comma(finder, end))
        return JA_NO_MENTION;
    size_t name = starting_at(finder, index, end + 1);
    if (name == JA_NO_MENTION && end + 2 < limit_of(finder, role) &&
        (ja_is_title_word(finder, end + 1) || ja_token_is(finder, end + 1, JA_FUNCTION_DEFINITE)))
        name = starting_at(finder, index, end + 2);
    if (name == JA_NO_MENTION || !closes(finder, role, end_of(&finder->out.at[name])))
        return JA_NO_MENTION;
    return name;
}

/* "Liu Pengyu, a SPOKESMAN for the embassy, said"; an age may stand between them. */
static size_t name_before_comma(const ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t begin = begin_of(finder, role), at = role->first;
    if (at < begin + 2 || !is_comma(finder, at - 1) || !closes(finder, role, end_of(role)))
        return JA_NO_MENTION;
    at--;
    if (at >= begin + 3 && ja_is_digit_byte(ja_token_at(finder, at - 1)->form.at[0]) &&
        is_comma(finder, at - 2))
        at -= 2;
    size_t name = ending_at(finder, index, at);
    if (name == JA_NO_MENTION || is_ruled_by_preposition(finder, &finder->out.at[name]))
        return JA_NO_MENTION;
    return name;
}

/* "son CONSEIL, Me Martin": a title makes a person of what is mostly a body. */
static bool is_titled(const ja_finder *finder, size_t name)
{
    return name != JA_NO_MENTION && finder->out.at[name].titled;
}

static void take_name(ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    if (role->plural || role->role->relation == JA_ROLE_DOCUMENT)
        return;
    bool person = role->role->kind == JACCUSE_PERSON;
    size_t name = name_behind(finder, index);
    bool family = name != JA_NO_MENTION && has_word(finder, role->head, JA_NOUN_WORD_FAMILY);
    if (name == JA_NO_MENTION) {
        name = name_behind_comma(finder, index);
        if (role->role->relation == JA_ROLE_BODY && !is_titled(finder, name))
            name = JA_NO_MENTION;
    }
    if (name == JA_NO_MENTION && role->role->relation != JA_ROLE_BODY &&
        (person || role->role->relation == JA_ROLE_ALONE))
        name = name_before_comma(finder, index);
    if (name == JA_NO_MENTION || !can_name(role, &finder->out.at[name]))
        return;
    /* "le clan Kadhafi" is no Kadhafi */
    *(family ? &finder->out.at[index].owner : &finder->out.at[index].name) = name;
    absorb(finder, index, name);
}

/* "Anna Berg, OF THE OWNERS' ASSOCIATION, said": whose person it is. */
static void take_affiliation(ja_finder *finder, size_t index)
{
    const ja_mention *name = &finder->out.at[index];
    size_t at = end_of(name);
    if (name->part_of != JA_NO_MENTION || at + 1 >= limit_of(finder, name) ||
        !is_comma(finder, at) || !is_genitive(finder, at + 1))
        return;
    size_t owner = owner_behind(finder, index, at + 1);
    if (owner != JA_NO_MENTION)
        finder->out.at[index].owner = owner;
}

/* "The COMPANY that they blame is X". */
static void take_predicate(ja_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    const ja_branch *word = &finder->forest->at[role->word];
    if (!role->definite || word->relation != JA_DEP_NSUBJ || word->head == JA_NO_WORD ||
        ja_child(finder->forest, word->head, JA_DEP_COP, JA_NO_WORD) == JA_NO_WORD)
        return;
    size_t other = finder->out.by_word[word->head];
    if (other != JA_NO_MENTION && can_name(role, &finder->out.at[other]) && other > index)
        role->same = other;
}

/* "X is the DIRECTOR": the mention of which the role is said. */
static void take_subject(ja_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    if (ja_child(finder->forest, role->word, JA_DEP_COP, JA_NO_WORD) == JA_NO_WORD)
        return;
    size_t subject = ja_child(finder->forest, role->word, JA_DEP_NSUBJ, JA_NO_WORD);
    if (subject == JA_NO_WORD || subject > role->word || finder->out.by_word[subject] == index)
        return;
    for (size_t word = subject; word < role->word; word++)
        if (ja_token_is(finder, finder->document->words[word].token, JA_FUNCTION_NOT))
            return;
    role->same = finder->out.by_word[subject];
}

static void note_role_words(const ja_finder *finder, ja_mention *role)
{
    for (size_t token = role->head; token < role->head + role->head_count; token++)
        role->former |= has_word(finder, token, JA_NOUN_WORD_FORMER) ||
                        ja_starts_with(ja_token_at(finder, token)->lower, JA_SLICE("ex-"));
}

/* Left sides first, so that "the Chinese embassy" is whole when "spokesman for" looks for it. */
void ja_compose_roles(ja_finder *finder, size_t from)
{
    for (size_t i = from; i < finder->out.count; i++) {
        if (finder->out.at[i].type == JA_MENTION_DEMONYM)
            take_determiner(finder, &finder->out.at[i]);
        if (finder->out.at[i].type != JA_MENTION_ROLE)
            continue;
        take_left(finder, i);
        take_determiner(finder, &finder->out.at[i]);
        take_partitive(finder, &finder->out.at[i]);
        note_role_words(finder, &finder->out.at[i]);
    }
    for (size_t i = finder->out.count; i-- > from;)
        if (finder->out.at[i].type == JA_MENTION_ROLE && finder->out.at[i].role->phrase.length > 0)
            take_right(finder, i);
    for (size_t i = from; i < finder->out.count; i++) {
        if (finder->out.at[i].type == JA_MENTION_NAME)
            take_affiliation(finder, i);
        if (finder->out.at[i].type != JA_MENTION_ROLE)
            continue;
        if (finder->out.at[i].part_of == JA_NO_MENTION)
            take_name(finder, i);
        take_subject(finder, i);
        take_predicate(finder, i);
    }
}
