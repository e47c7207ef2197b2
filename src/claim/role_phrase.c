/* Role phrases: the words around a role noun that belong to it: whose it is, how many, what it is
 * called. "the former DIRECTOR of the club, Anna Berg": owner "the club", name "Anna Berg". */
#include "base/unicode.h"
#include "claim/finder.h"
#include "claim/noun_words.h"

static const size_t ADJECTIVES = 4; /* words that may stand on one side of a noun */

static bool has_word(const ja_finder *finder, size_t token, ja_noun_word function)
{
    return ja_noun_word_is(finder->document->language, ja_token_at(finder, token)->lower, function);
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
    if (has_word(finder, token, JA_NOUN_WORD_OTHER) || has_word(finder, token, JA_NOUN_WORD_SAME))
        return true;
    if (ja_is_function_word(finder, token) && !has_word(finder, token, JA_NOUN_WORD_NUMBER))
        return false;
    if (has_word(finder, token, JA_NOUN_WORD_FORMER) ||
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
    role->definite |=
        has_word(finder, token, JA_NOUN_WORD_ALL) || has_word(finder, token, JA_NOUN_WORD_SAME);
    size_t number =
        ja_noun_word_number(finder->document->language, ja_token_at(finder, token)->lower);
    if (number)
        role->number = number;
}

/* In "a Chinese NATIONAL" the tree may hang the noun on the adjective, which then heads both. */
static void hang_on_adjective(ja_finder *finder, size_t index, size_t owner)
{
    ja_mention *role = &finder->out.at[index];
    size_t word = finder->out.at[owner].word;
    if (finder->out.at[owner].type != JA_MENTION_DEMONYM || finder->out.at[owner].possessive ||
        finder->forest->at[role->word].head != word)
        return;
    role->word = word;
    finder->out.by_word[word] = index;
}

/* "China's powerful EMBASSY", "Chinese foreign ministry SPOKESMAN", "its EMBASSY": an owner that
 * ends at the token; false: none does. */
static bool take_left_owner(ja_finder *finder, size_t index, size_t at, bool adjacent)
{
    ja_mention *role = &finder->out.at[index];
    size_t end = at;
    if (end > ja_begin_of(finder, role) && ja_token_is(finder, end - 1, JA_FUNCTION_POSSESSIVE))
        end--;
    size_t owner = ja_mention_until(finder, index, end);
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
    ja_absorb(finder, index, owner);
    hang_on_adjective(finder, index, owner);
    finder->out.at[index].definite |= definite;
    return true;
}

static void take_left(ja_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    size_t begin = ja_begin_of(finder, role), at = role->first, end = ja_end_of(role);
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
    size_t begin = ja_begin_of(finder, role), of = role->first;
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
    size_t end = ja_end_of(role);
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
    size_t begin = ja_begin_of(finder, mention);
    if (mention->first > begin && has_word(finder, mention->first - 1, JA_NOUN_WORD_NOBODY))
        mention->nobody = mention->type == JA_MENTION_ROLE;
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

static void take_right(ja_finder *finder, size_t index)
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

/* "the PAIR", "le DUO": a noun that tells how many. */
static void note_counting_noun(const ja_finder *finder, ja_mention *role)
{
    size_t number =
        ja_noun_word_number(finder->document->language, ja_token_at(finder, role->head)->lower);
    if (number < 2 || role->head_count > 1 || role->plural || role->role->kind != JACCUSE_GROUP)
        return;
    role->number = number;
    role->plural = true;
}

static void note_role_words(const ja_finder *finder, ja_mention *role)
{
    note_counting_noun(finder, role);
    for (size_t token = role->head; token < role->head + role->head_count; token++)
        role->former |= has_word(finder, token, JA_NOUN_WORD_FORMER) ||
                        ja_starts_with(ja_token_at(finder, token)->lower, JA_SLICE("ex-"));
}

static void compose_right(ja_finder *finder, size_t index)
{
    take_right(finder, index);
    ja_take_name_behind(finder, index);
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
            compose_right(finder, i);
    for (size_t i = from; i < finder->out.count; i++) {
        if (finder->out.at[i].type == JA_MENTION_NAME)
            ja_take_affiliation(finder, i);
        if (finder->out.at[i].type != JA_MENTION_ROLE)
            continue;
        if (finder->out.at[i].part_of == JA_NO_MENTION)
            ja_take_name(finder, i);
        ja_take_predication(finder, i);
    }
}
