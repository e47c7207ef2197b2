#include "claim/who.h"

#include "base/limits.h"
#include "claim/clause.h"
#include "claim/relative.h"

static const size_t PRONOUN_REACH = 2; /* sentences back */
static const size_t LONGEST_JOINT = 5; /* words between two of a list: ", 58 ans, et" */
static const unsigned DEEPEST = 8;     /* steps of control, conjunction and the like */

/* A noun, rather than "nineteen OF ITS SAILORS", "plusieurs". */
static bool is_common(const ja_reading *reading, size_t word)
{
    ja_upos upos = ja_word_at(reading, word)->upos;
    return upos == JA_UPOS_NOUN || upos == JA_UPOS_PROPN;
}

/* "OF its sailors", "DE ses marins", and not "IN the office": the preposition of those whom a
 * number or pronoun counts. */
static bool is_partitive(const ja_reading *reading, size_t word)
{
    size_t marker = ja_first_child(reading, word, JA_DEP_CASE);
    return marker != JA_NO_WORD && ja_word_is(reading, marker, JA_FUNCTION_OF) &&
           ja_word_is(reading, marker, JA_FUNCTION_AUTHOR);
}

/* "the hacker group APT10", "l'agence Premières Lignes", "nineteen OF ITS SAILORS": the name beside
 * the noun; JA_NO_WORD: there is none. */
static size_t name_beside(const ja_reading *reading, size_t word)
{
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        ja_deprel relation = ja_branch_at(reading, child)->relation;
        bool bare = ja_first_child(reading, child, JA_DEP_CASE) == JA_NO_WORD;
        bool beside = relation == JA_DEP_FLAT || relation == JA_DEP_APPOS ||
                      (relation == JA_DEP_NMOD &&
                       (bare || (!is_common(reading, word) && is_partitive(reading, child))));
        if (beside && reading->mentions.by_word[child] != JA_NO_MENTION)
            return child;
    }
    return JA_NO_WORD;
}

/* Whether the mention names nobody by itself: "two candidates, A and B", "his rivals A and B". */
static bool is_empty(const ja_reading *reading, size_t mention)
{
    if (mention == JA_NO_MENTION ||
        (reading->mentions.at[mention].role && reading->mentions.at[mention].plural &&
         reading->mentions.at[mention].name == JA_NO_MENTION))
        return true;
    size_t actor = reading->mentions.at[mention].actor;
    return actor == JACCUSE_NONE || reading->actors.at[actor].anonymous;
}

size_t ja_mention_at(const ja_reading *reading, size_t word)
{
    if (word == JA_NO_WORD)
        return JA_NO_MENTION;
    size_t mention = reading->mentions.by_word[word];
    size_t beside = is_empty(reading, mention) ? name_beside(reading, word) : JA_NO_WORD;
    return beside == JA_NO_WORD ? mention : reading->mentions.by_word[beside];
}

/* Who says the word, where it is said at all. */
static size_t speaker_of(const ja_reading *reading, size_t word)
{
    size_t utterance =
        reading->utterance_of_word ? reading->utterance_of_word[word] : JA_NO_UTTERANCE;
    if (utterance == JA_NO_UTTERANCE || reading->utterances[utterance].speakers.count == 0)
        return JACCUSE_NONE;
    return reading->utterances[utterance].speakers.at[0];
}

/* Whom the word is said to, in a quotation. */
static size_t addressee_of(const ja_reading *reading, size_t word)
{
    size_t utterance =
        reading->utterance_of_word ? reading->utterance_of_word[word] : JA_NO_UTTERANCE;
    return utterance == JA_NO_UTTERANCE ? JACCUSE_NONE : reading->utterances[utterance].addressee;
}

/* "a REPORT by Amnesty", "Apple's LAWSUIT" as what says something. */
static bool speaks_for_author(const ja_reading *reading, size_t word)
{
    return ja_word_at(reading, word)->upos == JA_UPOS_NOUN &&
           (ja_is_class(reading, word, JA_CUE_SPEECH) ||
            ja_is_class(reading, word, JA_CUE_ACCUSE) ||
            ja_is_class(reading, word, JA_CUE_SUSPECT));
}

size_t ja_actor_at(const ja_reading *reading, size_t word)
{
    if (word == JA_NO_WORD)
        return JACCUSE_NONE;
    if (ja_has_feature(reading, word, "PronType=Rel")) {
        size_t noun = ja_meant(reading, word);
        return noun == word || noun == JA_NO_WORD || ja_has_feature(reading, noun, "PronType=Rel")
                   ? JACCUSE_NONE
                   : ja_actor_at(reading, noun);
    }
    if (ja_has_feature(reading, word, "Person=1"))
        return speaker_of(reading, word);
    if (ja_has_feature(reading, word, "Person=2"))
        return addressee_of(reading, word);
    size_t mention = ja_mention_at(reading, word);
    size_t actor = mention == JA_NO_MENTION ? JACCUSE_NONE : reading->mentions.at[mention].actor;
    if (actor == JACCUSE_NONE)
        actor = reading->actor_of_word[word];
    return actor == JACCUSE_NONE && speaks_for_author(reading, word)
               ? ja_actor_at(reading, ja_author(reading, word))
               : actor;
}

bool ja_is_excepted(const ja_reading *reading, size_t word)
{
    size_t begin = ja_branch_at(reading, word)->begin;
    for (size_t i = begin; i < word; i++)
        if (ja_is_class(reading, i, JA_CUE_NEGATION))
            return true;
    return false;
}

/* Whether an "and" joins one of those that the tree conjoins to the word; in titles a comma does.
 */
static bool is_list(const ja_reading *reading, size_t word, unsigned depth)
{
    if (reading->document->sentences[ja_branch_at(reading, word)->sentence].title)
        return true;
    for (size_t other = ja_first_child(reading, word, JA_DEP_CONJ);
         other != JA_NO_WORD && depth < DEEPEST;
         other = ja_child(&reading->forest, word, JA_DEP_CONJ, other))
        if (ja_first_child(reading, other, JA_DEP_CC) != JA_NO_WORD ||
            is_list(reading, other, depth + 1))
            return true;
    return false;
}

/* "by the police to him and TO HIS WIFE": what another preposition opens is no part of the list. */
static bool is_marked_otherwise(const ja_reading *reading, size_t word, size_t other)
{
    size_t one = ja_first_child(reading, word, JA_DEP_CASE);
    size_t two = ja_first_child(reading, other, JA_DEP_CASE);
    return two != JA_NO_WORD && ja_is_upos(reading, two, JA_UPOS_ADP) &&
           (one == JA_NO_WORD ||
            !ja_equal(ja_word_at(reading, one)->lemma, ja_word_at(reading, two)->lemma));
}

static void add_actors(const ja_reading *reading, size_t word, ja_indices *out, unsigned depth)
{
    size_t mention = ja_mention_at(reading, word);
    if (depth == 0 || mention != JA_NO_MENTION)
        ja_indices_add(reading->arena, out, ja_actor_at(reading, word));
    if (mention != JA_NO_MENTION) {
        const ja_mention *at = &reading->mentions.at[mention];
        for (size_t i = 0; i < at->member_count && out->count < JA_MAX_LIST; i++)
            ja_indices_add(reading->arena, out, at->members[i]);
    }
    size_t beside = name_beside(reading, word);
    bool set_off = beside != JA_NO_WORD &&
                   ja_is_comma(reading, ja_branch_at(reading, beside)->begin) &&
                   ja_first_child(reading, beside, JA_DEP_CC) == JA_NO_WORD;
    if (beside != JA_NO_WORD && depth < DEEPEST && (!set_off || is_empty(reading, mention)))
        add_actors(reading, beside, out, depth + 1);
    if (depth == 0 && !is_list(reading, word, 0))
        return;
    for (size_t other = ja_first_child(reading, word, JA_DEP_CONJ);
         other != JA_NO_WORD && out->count < JA_MAX_LIST && depth < DEEPEST;
         other = ja_child(&reading->forest, word, JA_DEP_CONJ, other))
        if (!ja_is_predicate(reading, other) && !ja_is_excepted(reading, other) &&
            !is_marked_otherwise(reading, word, other))
            add_actors(reading, other, out, depth + 1);
}

/* "and", also of several words: "AINSI QUE", "AS WELL AS". */
static bool is_and(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    return ja_is_upos(reading, word, JA_UPOS_CCONJ) || branch->relation == JA_DEP_CC ||
           (branch->relation == JA_DEP_FIXED &&
            ja_branch_at(reading, branch->head)->relation == JA_DEP_CC);
}

/* "A, 58, and B", "A, 58 ans, et B": the age of one who is listed. */
static bool is_age(const ja_reading *reading, size_t word)
{
    return (ja_is_upos(reading, word, JA_UPOS_NUM) && ja_is_comma(reading, word - 1)) ||
           (ja_word_is(reading, word, JA_FUNCTION_TIME) &&
            ja_is_upos(reading, word - 1, JA_UPOS_NUM));
}

/* Whether nothing but a comma, "and", determiners and an age stands in [begin, end), and one of the
 * first two does. */
static bool is_joint(const ja_reading *reading, size_t begin, size_t end, bool *and)
{
    bool joint = false;
    for (size_t i = begin; i < end; i++) {
        bool conjunction = is_and(reading, i);
        if (!conjunction && !ja_is_comma(reading, i) && !ja_is_upos(reading, i, JA_UPOS_DET) &&
            !(i > 0 && is_age(reading, i)))
            return false;
        joint = joint || conjunction || ja_is_comma(reading, i);
        *and = *and || conjunction;
    }
    return joint;
}

/* The mention that stands beside this one in a list, by the order of the words. */
static size_t neighbour(const ja_reading *reading, size_t mention, bool left, bool *and)
{
    const ja_mentions *mentions = &reading->mentions;
    const size_t *word_of = reading->forest.word_of_token;
    for (size_t i = mention; left ? i-- > 0 : ++i < mentions->count;) {
        const ja_mention *one = &mentions->at[left ? i : mention];
        const ja_mention *other = &mentions->at[left ? mention : i];
        if (mentions->at[i].sentence != mentions->at[mention].sentence)
            break;
        if (mentions->at[i].part_of != JA_NO_MENTION || mentions->at[i].actor == JACCUSE_NONE)
            continue;
        size_t begin = word_of[one->first + one->count - 1] + 1, end = word_of[other->first];
        bool conjunction = false, pronoun = one->type == JA_MENTION_PRONOUN ||
                                            other->type == JA_MENTION_PRONOUN;
        bool joint = begin < end && end - begin <= LONGEST_JOINT &&
                     is_joint(reading, begin, end, &conjunction);
        *and = *and || conjunction;
        return joint && (conjunction || !pronoun) /* "as for A, IT ..." is no list */
                   ? i
                   : JA_NO_MENTION;
    }
    return JA_NO_MENTION;
}

/* A list that the tree has torn: the names before and behind, if an "and" closes it; in titles a
 * comma does. */
static void add_neighbours(const ja_reading *reading, size_t mention, ja_indices *out)
{
    size_t first = mention, last = mention, next;
    bool and = false, ignored = false;
    while ((next = neighbour(reading, first, true, &and)) != JA_NO_MENTION)
        first = next;
    bool before = and;
    while ((next = neighbour(reading, last, false, &and)) != JA_NO_MENTION)
        last = next;
    if (!and || before)
        last = mention; /* "A and B, C": the list ended before */
    if (!and&&!reading->document->sentences[reading->mentions.at[mention].sentence].title)
        return;
    for (size_t i = first; i != JA_NO_MENTION && out->count < JA_MAX_LIST;
         i = i == last ? JA_NO_MENTION : neighbour(reading, i, false, &ignored))
        ja_indices_add(reading->arena, out, reading->mentions.at[i].actor);
}

void ja_add_actors(const ja_reading *reading, size_t word, ja_indices *out)
{
    if (word == JA_NO_WORD)
        return;
    add_actors(reading, word, out, 0);
    size_t mention = ja_mention_at(reading, word);
    bool whole = mention != JA_NO_MENTION &&
                 reading->mentions.at[mention].part_of == JA_NO_MENTION &&
                 reading->mentions.at[mention].actor != JACCUSE_NONE;
    if (whole)
        add_neighbours(reading, mention, out);
}

/* The latest actor before the mention who is a person if `actor` is one, and not he or his side.
 */
static size_t latest_other(const ja_reading *reading, size_t mention, size_t actor)
{
    const ja_mention *at = reading->mentions.at;
    for (size_t i = mention; i-- > 0 && at[i].sentence + PRONOUN_REACH >= at[mention].sentence;) {
        if (at[i].actor == JACCUSE_NONE || at[i].part_of != JA_NO_MENTION)
            continue;
        bool same = ja_actor_is_of(&reading->actors, at[i].actor, actor) ||
                    ja_actor_is_of(&reading->actors, actor, at[i].actor);
        bool persons = reading->actors.at[actor].kind == JACCUSE_PERSON;
        if (!same && (reading->actors.at[at[i].actor].kind == JACCUSE_PERSON) == persons)
            return at[i].actor;
    }
    return JACCUSE_NONE;
}

static bool is_pronoun(const ja_reading *reading, size_t word)
{
    size_t mention = ja_mention_at(reading, word);
    return mention != JA_NO_MENTION && reading->mentions.at[mention].type == JA_MENTION_PRONOUN;
}

void ja_part_pronoun(const ja_reading *reading, ja_indices *one, size_t one_word, ja_indices *other,
                     size_t other_word)
{
    bool second = is_pronoun(reading, other_word);
    if (!second && !is_pronoun(reading, one_word))
        return;
    ja_indices *actors = second ? other : one;
    size_t word = second ? other_word : one_word;
    if (actors->count != 1)
        return;
    size_t found = latest_other(reading, ja_mention_at(reading, word), actors->at[0]);
    if (found != JACCUSE_NONE) {
        *actors = (ja_indices){0};
        ja_indices_add(reading->arena, actors, found);
    }
}
