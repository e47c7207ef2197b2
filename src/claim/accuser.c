#include "claim/accuser.h"

#include "claim/clause.h"
#include "claim/judge.h"
#include "claim/relative.h"

static const size_t BESIDE_REACH = 5;   /* words between "along" and who is joined */
static const size_t DOCUMENT_REACH = 9; /* words between a document and what it does */

/* "A JOINED B in accusing": whom the governing verb has as its object. */
static size_t joined_by_verb(const ja_reading *reading, size_t verb)
{
    const ja_branch *branch = ja_branch_at(reading, verb);
    bool governed = ja_has_feature(reading, verb, "VerbForm=Inf") ||
                    ja_first_child(reading, verb, JA_DEP_MARK) != JA_NO_WORD;
    if (!governed || ja_is_finite(reading, verb) || branch->head == JA_NO_WORD ||
        !ja_word_is(reading, branch->head, JA_FUNCTION_JOIN) ||
        ja_is_passive(reading, branch->head))
        return JA_NO_WORD;
    return ja_first_child(reading, branch->head, JA_DEP_OBJ);
}

/* "A, ALONG with B,": who is set in behind the subject, in the order of the words. */
static size_t set_in_beside(const ja_reading *reading, size_t first)
{
    size_t mention = ja_mention_at(reading, first);
    if (mention == JA_NO_MENTION)
        return JA_NO_WORD;
    const ja_mention *at = &reading->mentions.at[mention];
    const ja_sentence *sentence = ja_sentence_around(reading, first);
    size_t end = sentence->first_word + sentence->word_count;
    size_t open = reading->forest.word_of_token[at->first + at->count - 1] + 1;
    if (open + 1 >= end || !ja_is_comma(reading, open) ||
        !ja_word_is(reading, open + 1, JA_FUNCTION_JOIN))
        return JA_NO_WORD;
    for (size_t i = open + 2; i < end && i < open + 2 + BESIDE_REACH; i++) {
        if (ja_is_punct(reading, i))
            break;
        if (ja_is_named(reading, i))
            return i;
    }
    return JA_NO_WORD;
}

void ja_add_companions(const ja_reading *reading, size_t verb, size_t first, ja_indices *by)
{
    if (by->count == 0)
        return;
    ja_add_actors(reading, joined_by_verb(reading, verb), by);
    if (first < verb)
        ja_add_actors(reading, set_in_beside(reading, first), by);
}

/* Whether the word is the charge or the agent of the verb, or conjoined to the verb or to these. */
static bool is_part_of_passive(const ja_reading *reading, size_t word, size_t verb, size_t charge)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    if (word == charge)
        return true;
    return branch->relation == JA_DEP_CONJ &&
           (branch->head == verb || branch->head == charge ||
            (ja_branch_at(reading, branch->head)->relation == JA_DEP_OBL_AGENT &&
             ja_branch_at(reading, branch->head)->head == verb));
}

void ja_add_agents(const ja_reading *reading, size_t verb, size_t charge, ja_indices *by)
{
    size_t end = ja_branch_at(reading, verb)->end;
    bool open = by->count == 0;
    for (size_t i = verb + 1; charge != JA_NO_WORD && i < end; i++) {
        size_t agent = ja_branch_at(reading, i)->head;
        if (!ja_word_is(reading, i, JA_FUNCTION_AGENT) || !ja_is_upos(reading, i, JA_UPOS_ADP) ||
            agent == JA_NO_WORD || agent < i || !ja_is_named(reading, agent))
            continue;
        bool another = i > verb && ja_is_upos(reading, i - 1, JA_UPOS_CCONJ); /* "and BY B" */
        size_t head = ja_branch_at(reading, agent)->head;
        bool conjoined = head != charge && head != JA_NO_WORD;
        if (head != JA_NO_WORD && is_part_of_passive(reading, head, verb, charge) &&
            (open || another || conjoined))
            ja_add_actors(reading, agent, by);
    }
}

/* "FILED by A", "BY A": the agent behind the noun or its participle. */
static size_t maker_behind(const ja_reading *reading, size_t noun)
{
    const ja_sentence *sentence = ja_sentence_around(reading, noun);
    size_t end = sentence->first_word + sentence->word_count, made = noun + 1;
    if (made < end && ja_is_comma(reading, made))
        made++;
    if (made >= end)
        return JA_NO_WORD;
    if (ja_is_past_participle(reading, made))
        return ja_agent_nearby(reading, made);
    return ja_word_is(reading, made, JA_FUNCTION_AGENT) ? ja_agent_nearby(reading, made - 1)
                                                        : JA_NO_WORD;
}

size_t ja_document_author(const ja_reading *reading, size_t noun)
{
    if (noun == JA_NO_WORD || !ja_is_upos(reading, noun, JA_UPOS_NOUN) ||
        !(ja_is_class(reading, noun, JA_CUE_SPEECH) || ja_is_class(reading, noun, JA_CUE_ACCUSE)))
        return JA_NO_WORD;
    size_t maker = maker_behind(reading, noun), author = ja_author(reading, noun);
    if (maker != JA_NO_WORD || ja_actor_at(reading, author) != JACCUSE_NONE)
        return maker != JA_NO_WORD ? maker : author;
    const ja_branch *branch = ja_branch_at(reading, noun);
    bool written =
        branch->relation == JA_DEP_OBJ && ja_word_is(reading, branch->head, JA_FUNCTION_SUPPORT);
    bool said = branch->relation == JA_DEP_OBL && noun > branch->head &&
                ja_is_class(reading, branch->head, JA_CUE_SPEECH);
    bool opening = branch->relation == JA_DEP_OBL && noun < branch->head;
    return (written || said || opening) && ja_is_predicate(reading, branch->head)
               ? ja_agent(reading, branch->head)
               : JA_NO_WORD;
}

/* Whether the preposition with its noun may stand between a document and what that does: "a letter
 * TO the minister accusing", "a statement ON its website accusing", "a report BY A accusing"; a
 * person that it is about accuses himself. */
static bool may_stand_between(const ja_reading *reading, size_t preposition, size_t noun)
{
    size_t actor = ja_actor_at(reading, noun);
    bool person = actor != JACCUSE_NONE && reading->actors.at[actor].kind == JACCUSE_PERSON;
    return ja_is_upos(reading, preposition, JA_UPOS_ADP) &&
           (!person || ja_word_is(reading, preposition, JA_FUNCTION_ADDRESSEE) ||
            ja_word_is(reading, preposition, JA_FUNCTION_AUTHOR));
}

size_t ja_document_before(const ja_reading *reading, size_t verb)
{
    size_t first = ja_sentence_around(reading, verb)->first_word, preposition = JA_NO_WORD;
    if (ja_is_finite(reading, verb) || ja_is_past_participle(reading, verb) ||
        ja_first_child(reading, verb, JA_DEP_MARK) == verb - 1)
        return JA_NO_WORD;
    for (size_t i = verb, steps = 0; i-- > first && steps < DOCUMENT_REACH; steps++) {
        if (ja_is_punct(reading, i) || ja_is_verb(reading, i) ||
            ja_is_upos(reading, i, JA_UPOS_CCONJ))
            break;
        if (preposition == JA_NO_WORD) {
            preposition = ja_is_upos(reading, i, JA_UPOS_ADP) ? i : JA_NO_WORD;
            continue;
        }
        bool document =
            ja_is_upos(reading, i, JA_UPOS_NOUN) &&
            (ja_is_class(reading, i, JA_CUE_SPEECH) || ja_is_class(reading, i, JA_CUE_ACCUSE));
        return document && i + 1 == preposition && may_stand_between(reading, preposition, verb - 1)
                   ? i
                   : JA_NO_WORD;
    }
    return JA_NO_WORD;
}

size_t ja_one_of(const ja_reading *reading, size_t word)
{
    size_t marker = word == JA_NO_WORD ? JA_NO_WORD : ja_first_child(reading, word, JA_DEP_CASE);
    if (marker == JA_NO_WORD || marker > word ||
        !ja_word_is(reading, marker, JA_FUNCTION_INCLUDING) ||
        ja_judge_clause(reading, word).stop != JA_STOP_NONE)
        return JA_NO_WORD;
    size_t who = ja_own_subject(reading, word), head = ja_branch_at(reading, word)->head;
    bool predicate =
        head != JA_NO_WORD && (ja_first_child(reading, head, JA_DEP_COP) != JA_NO_WORD ||
                               ja_first_child(reading, word, JA_DEP_COP) != JA_NO_WORD);
    if (who == JA_NO_WORD && predicate && ja_judge_clause(reading, head).stop == JA_STOP_NONE)
        who = head;
    return who != JA_NO_WORD && ja_is_named(reading, who) ? who : JA_NO_WORD;
}
