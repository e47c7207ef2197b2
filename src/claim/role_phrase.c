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
bool ja_is_modifier(const ja_finder *finder, size_t token)
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
    role->nobody |= has_word(finder, token, JA_NOUN_WORD_UNIDENTIFIED);
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

/* "FORMER US president": before the owner; "the former Soviet Union's president" may be in office.
 */
static void take_former(const ja_finder *finder, ja_mention *role)
{
    if (role->owner == JA_NO_MENTION || finder->out.at[role->owner].possessive ||
        role->first == ja_begin_of(finder, role) ||
        !has_word(finder, role->first - 1, JA_NOUN_WORD_FORMER))
        return;
    role->former = true;
    role->first--;
    role->count++;
}

static void take_left(ja_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    size_t begin = ja_begin_of(finder, role), at = role->first, end = ja_end_of(role);
    for (size_t skipped = 0; at > begin && skipped <= ADJECTIVES; skipped++) {
        if (take_left_owner(finder, index, at, skipped == 0))
            break;
        if (!ja_is_modifier(finder, at - 1))
            break;
        note_modifier(finder, role, --at);
    }
    role = &finder->out.at[index];
    if (at < role->first) {
        role->first = at;
        role->count = end - at;
    }
    take_former(finder, role);
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
    ja_take_right(finder, index);
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
