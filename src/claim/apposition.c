/* What stands in apposition to a role phrase, or is said of it: its name. */
#include "claim/finder.h"
#include "claim/noun_words.h"

static bool is_comma(const ja_finder *finder, size_t token)
{
    return ja_equal(ja_token_at(finder, token)->form, JA_SLICE(","));
}

/* What is set between commas ends before the token. */
static bool closes(const ja_finder *finder, const ja_mention *role, size_t token)
{
    if (token >= ja_limit_of(finder, role))
        return true;
    const ja_token *next = ja_token_at(finder, token);
    return !next->word && !ja_is_digit_byte(next->form.at[0]);
}

/* Whether the tree says that one of two is another name of the other. */
static bool is_apposed(const ja_finder *finder, const ja_mention *head, const ja_mention *apposed)
{
    const ja_branch *word = &finder->forest->at[apposed->word];
    return word->relation == JA_DEP_APPOS && word->head == head->word;
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
    size_t at = mention->first, begin = ja_begin_of(finder, mention);
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
    size_t end = ja_end_of(role);
    size_t name = ja_mention_from(finder, index, end);
    if (name == JA_NO_MENTION && end + 1 < ja_limit_of(finder, role) &&
        ja_is_title_word(finder, end))
        name = ja_mention_from(finder, index, end + 1);
    return name;
}

/* "le PORTE-PAROLE, Zhao Lijian, a dit": set off by commas, the second of which may be an end. */
static size_t name_behind_comma(const ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t end = ja_end_of(role);
    if (end + 1 >= ja_limit_of(finder, role) || !is_comma(finder, end))
        return JA_NO_MENTION;
    size_t name = ja_mention_from(finder, index, end + 1);
    if (name == JA_NO_MENTION && end + 2 < ja_limit_of(finder, role) &&
        (ja_is_title_word(finder, end + 1) || ja_token_is(finder, end + 1, JA_FUNCTION_DEFINITE)))
        name = ja_mention_from(finder, index, end + 2);
    if (name == JA_NO_MENTION)
        return name;
    const ja_mention *found = &finder->out.at[name];
    if (closes(finder, role, ja_end_of(found)))
        return name;
    /* "the club, Bartel AND his predecessor" are three */
    bool listed = ja_upos_at(finder, ja_end_of(found)) == JA_UPOS_CCONJ;
    return is_apposed(finder, role, found) && !listed ? name : JA_NO_MENTION;
}

/* "Accused by A, the REFEREE denies", "the REFEREE 'denies'": no comma parts it from its verb. */
static bool is_subject_here(const ja_finder *finder, const ja_mention *role)
{
    size_t end = ja_end_of(role);
    if (end >= ja_limit_of(finder, role))
        return false;
    ja_upos upos = ja_upos_at(finder, end);
    bool quoted = ja_token_at(finder, end)->quote != JA_NO_QUOTE &&
                  ja_token_at(finder, end)->quote != ja_token_at(finder, role->head)->quote;
    return upos == JA_UPOS_VERB || upos == JA_UPOS_AUX || quoted;
}

/* "his lawyer, the MAYOR, the general and": one of several. */
static bool is_listed(const ja_finder *finder, size_t index)
{
    const ja_mention *mention = &finder->out.at[index];
    size_t end = ja_end_of(mention);
    if (finder->forest->at[mention->word].relation == JA_DEP_CONJ)
        return true;
    if (end + 1 >= ja_limit_of(finder, mention) || !is_comma(finder, end))
        return false;
    size_t next = ja_mention_from(finder, index, end + 1);
    return next != JA_NO_MENTION && finder->out.at[next].type != JA_MENTION_PRONOUN;
}

/* "According to A, ...", "Accused by A, ...": before what the sentence tells. */
static bool is_fronted(const ja_finder *finder, const ja_mention *mention)
{
    size_t word = mention->word;
    while (finder->forest->at[word].head != JA_NO_WORD)
        word = finder->forest->at[word].head;
    return word > mention->word;
}

/* "Liu Pengyu, a SPOKESMAN for the embassy, said"; an age may stand between them. */
static size_t name_before_comma(const ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t begin = ja_begin_of(finder, role), at = role->first;
    if (at < begin + 2 || !is_comma(finder, at - 1))
        return JA_NO_MENTION;
    at--;
    if (at >= begin + 3 && ja_is_digit_byte(ja_token_at(finder, at - 1)->form.at[0]) &&
        is_comma(finder, at - 2))
        at -= 2;
    size_t name = ja_mention_until(finder, index, at);
    if (name == JA_NO_MENTION)
        return name;
    const ja_mention *found = &finder->out.at[name];
    bool ruled = is_ruled_by_preposition(finder, found);
    bool apposed = (is_apposed(finder, found, role) && !(ruled && is_subject_here(finder, role))) ||
                   (closes(finder, role, ja_end_of(role)) &&
                    (!ruled || (!is_fronted(finder, found) && !is_listed(finder, index))));
    return apposed ? name : JA_NO_MENTION;
}

/* "son CONSEIL, Me Martin": a title makes a person of what is mostly a body. */
static bool is_titled(const ja_finder *finder, size_t name)
{
    return name != JA_NO_MENTION && finder->out.at[name].titled;
}

static bool has_no_name(const ja_mention *role)
{
    return role->plural || role->role->relation == JA_ROLE_DOCUMENT;
}

static bool is_word(const ja_finder *finder, size_t token, ja_noun_word function)
{
    return ja_noun_word_is(finder->document->language, ja_token_at(finder, token)->lower, function);
}

/* In "le patron DE L'USINE Luc Morel" the name is that of the whole, in "le patron DE L'USINE
 * Corvalis" that of the part. */
static bool may_name_part(const ja_finder *finder, const ja_mention *role, const ja_mention *name)
{
    bool part = role->first > ja_begin_of(finder, role) &&
                ja_token_is(finder, role->first - 1, JA_FUNCTION_OF);
    if (!part || role->role->kind == JACCUSE_PERSON)
        return true;
    bool given = is_word(finder, name->head, JA_NOUN_WORD_MALE) ||
                 is_word(finder, name->head, JA_NOUN_WORD_FEMALE);
    return role->role->relation == JA_ROLE_ALONE && !name->titled &&
           !(given && name->head_count > 1);
}

void ja_take_name_behind(ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t name = has_no_name(role) ? JA_NO_MENTION : name_behind(finder, index);
    if (name == JA_NO_MENTION || !can_name(role, &finder->out.at[name]) ||
        !may_name_part(finder, role, &finder->out.at[name]))
        return;
    /* "le clan Kadhafi" is no Kadhafi */
    bool family = is_word(finder, role->head, JA_NOUN_WORD_FAMILY);
    *(family ? &finder->out.at[index].owner : &finder->out.at[index].name) = name;
    ja_absorb(finder, index, name);
}

/* "son PORTE-PAROLE, le colonel Paul Roy, dément", "une CONCURRENTE, la société X,": the name that
 * another phrase has. */
static size_t name_in_apposition(const ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    size_t end = ja_end_of(role);
    jaccuse_kind kind = role->role->kind;
    if (end + 1 >= ja_limit_of(finder, role) || !is_comma(finder, end) ||
        (kind != JACCUSE_PERSON && kind != JACCUSE_COMPANY && kind != JACCUSE_MEDIA))
        return JA_NO_MENTION;
    size_t other = ja_mention_from(finder, index, end + 1);
    if (other == JA_NO_MENTION || finder->out.at[other].type != JA_MENTION_ROLE)
        return JA_NO_MENTION;
    const ja_mention *found = &finder->out.at[other];
    bool alike = found->role->kind == kind && !found->plural && found->name != JA_NO_MENTION &&
                 found->name > other;
    return alike && closes(finder, role, ja_end_of(found)) && !is_listed(finder, other)
               ? found->name
               : JA_NO_MENTION;
}

/* In "by order of the FOREMAN, Paul Roy," the person at the end has the name, not the order. */
static size_t named_part(const ja_finder *finder, size_t index, size_t name)
{
    const ja_mention *whole = &finder->out.at[index];
    if (whole->role->kind == JACCUSE_PERSON || whole->owner == JA_NO_MENTION ||
        whole->owner < index)
        return index;
    const ja_mention *part = &finder->out.at[whole->owner], *found = &finder->out.at[name];
    bool person = found->titled || found->head_count > 1 || ja_is_given_name(finder, found->head);
    return person && part->type == JA_MENTION_ROLE && part->role->kind == JACCUSE_PERSON &&
                   !part->plural && part->name == JA_NO_MENTION
               ? whole->owner
               : index;
}

void ja_take_name(ja_finder *finder, size_t index)
{
    const ja_mention *role = &finder->out.at[index];
    if (has_no_name(role) || role->name != JA_NO_MENTION)
        return;
    bool body = role->role->relation == JA_ROLE_BODY;
    size_t name = name_behind_comma(finder, index);
    if (body && !is_titled(finder, name))
        name = JA_NO_MENTION;
    if (name == JA_NO_MENTION && !body &&
        (role->role->kind == JACCUSE_PERSON || role->role->relation == JA_ROLE_ALONE))
        name = name_before_comma(finder, index);
    if (name != JA_NO_MENTION && can_name(role, &finder->out.at[name])) {
        size_t part = named_part(finder, index, name);
        finder->out.at[part].name = name;
        ja_absorb(finder, index, name);
    } else {
        finder->out.at[index].name = name_in_apposition(finder, index);
    }
}

/* "Anna Berg, OF THE OWNERS' ASSOCIATION, said": whose person it is. */
static void take_owner_behind_comma(ja_finder *finder, size_t index)
{
    const ja_mention *name = &finder->out.at[index];
    size_t at = ja_end_of(name);
    if (name->part_of != JA_NO_MENTION || at + 1 >= ja_limit_of(finder, name) ||
        !is_comma(finder, at) || !ja_is_genitive(finder, at + 1))
        return;
    size_t owner = ja_owner_behind(finder, index, at + 1);
    if (owner != JA_NO_MENTION)
        finder->out.at[index].owner = owner;
}

/* The object of a relative clause; what stands behind its verb the tree may take for a subject. */
static size_t object_of_relative(const ja_finder *finder, size_t clause)
{
    size_t object = ja_child(finder->forest, clause, JA_DEP_OBJ, JA_NO_WORD);
    for (size_t word = ja_child(finder->forest, clause, JA_DEP_NSUBJ, JA_NO_WORD);
         object == JA_NO_WORD && word != JA_NO_WORD;
         word = ja_child(finder->forest, clause, JA_DEP_NSUBJ, word))
        if (word > clause)
            object = word;
    return object;
}

/* Whom the clause says that somebody speaks for; JA_NO_MENTION: nobody. */
static size_t client_in(const ja_finder *finder, size_t clause, bool advocate)
{
    const ja_language *language = finder->document->language;
    ja_deprel relation = finder->forest->at[clause].relation;
    ja_slice lemma = finder->document->words[clause].lemma;
    if ((relation != JA_DEP_RELCL && relation != JA_DEP_ACL) ||
        !(ja_noun_word_is(language, lemma, JA_NOUN_WORD_REPRESENT) ||
          (advocate && ja_noun_word_is(language, lemma, JA_NOUN_WORD_DEFEND))))
        return JA_NO_MENTION;
    size_t object = object_of_relative(finder, clause);
    return object == JA_NO_WORD ? JA_NO_MENTION : finder->out.by_word[object];
}

/* "Me Morel, who REPRESENTS the victims": whom a lawyer speaks for. The clause may hang on the
 * title. */
static void take_client(ja_finder *finder, size_t index)
{
    ja_mention *name = &finder->out.at[index];
    bool advocate = name->titled && is_word(finder, name->head - 1, JA_NOUN_WORD_ADVOCATE);
    size_t words[] = {name->word,
                      name->titled ? ja_word_of_token(finder, name->head - 1) : name->word};
    for (size_t i = 0; i < 2; i++)
        for (size_t child = finder->forest->at[words[i]].first_child; child != JA_NO_WORD;
             child = finder->forest->at[child].next) {
            size_t client = client_in(finder, child, advocate);
            if (client == JA_NO_MENTION || client == index)
                continue;
            name->owner = client;
            name->represents = true;
        }
}

void ja_take_affiliation(ja_finder *finder, size_t index)
{
    take_owner_behind_comma(finder, index);
    if (finder->out.at[index].owner == JA_NO_MENTION)
        take_client(finder, index);
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

void ja_take_predication(ja_finder *finder, size_t index)
{
    take_subject(finder, index);
    take_predicate(finder, index);
}
