#include "claim/noun_actor.h"

#include "base/limits.h"
#include "base/unicode.h"
#include "claim/clause.h"

static const size_t LONGEST_NAME = 9; /* words */

/* A word for what is said or done, rather than for who does it. */
static bool is_thing(const ja_reading *reading, size_t word)
{
    static const ja_cue_class things[] = {JA_CUE_ACCUSE, JA_CUE_SUSPECT, JA_CUE_DENY,
                                          JA_CUE_SPEECH, JA_CUE_WRONG,   JA_CUE_HYPOTHESIS};
    for (size_t i = 0; i < sizeof things / sizeof *things; i++)
        if (ja_is_class(reading, word, things[i]))
            return true;
    return false;
}

/* "the lawyer BEFORE the court": a preposition other than "of". */
static bool is_aside(const ja_reading *reading, size_t word)
{
    return ja_word_at(reading, word)->upos == JA_UPOS_ADP &&
           !ja_word_is(reading, word, JA_FUNCTION_OF);
}

/* The last word of the noun phrase, before a clause or a mark. */
static size_t phrase_end(const ja_reading *reading, size_t noun)
{
    size_t end = noun + 1, limit = ja_branch_at(reading, noun)->end;
    while (end < limit && end - noun < LONGEST_NAME) {
        const ja_branch *branch = ja_branch_at(reading, end);
        ja_upos upos = ja_word_at(reading, end)->upos;
        if (upos == JA_UPOS_PUNCT || upos == JA_UPOS_VERB || upos == JA_UPOS_SCONJ ||
            upos == JA_UPOS_CCONJ || is_aside(reading, end) || branch->relation == JA_DEP_RELCL ||
            ja_has_feature(reading, end, "PronType=Rel"))
            break;
        end++;
    }
    return end;
}

static ja_slice name_of(const ja_reading *reading, size_t noun)
{
    size_t begin = ja_branch_at(reading, noun)->begin, end = phrase_end(reading, noun);
    if (noun - begin >= LONGEST_NAME)
        begin = noun;
    while (begin < noun && (ja_word_at(reading, begin)->upos == JA_UPOS_DET ||
                            ja_word_at(reading, begin)->upos == JA_UPOS_ADP ||
                            ja_word_at(reading, begin)->upos == JA_UPOS_PUNCT))
        begin++;
    while (end > noun + 1 && ja_word_at(reading, end - 1)->upos == JA_UPOS_ADP)
        end--;
    size_t from = ja_word_at(reading, begin)->at.begin, to = ja_word_at(reading, end - 1)->at.end;
    return (ja_slice){reading->document->text.at + from, to - from};
}

static size_t add_actor(ja_reading *reading, size_t noun)
{
    ja_slice name = name_of(reading, noun), id = ja_slug(reading->arena, name);
    for (size_t i = 0; i < reading->actors.count; i++)
        if (ja_equal(ja_slice_of(reading->actors.at[i].id), id))
            return i;
    bool plural = ja_has_feature(reading, noun, "Number=Plur");
    ja_actor actor = {.id = ja_copy(reading->arena, id.at, id.length),
                      .name = ja_copy(reading->arena, name.at, name.length),
                      .kind = plural ? JACCUSE_GROUP : JACCUSE_ORGANISATION,
                      .of = JACCUSE_NONE,
                      .entry = JA_NO_ENTRY};
    JA_PUSH(reading->arena, actor.spans, actor.span_count, actor.span_capacity,
            ja_word_at(reading, noun)->at);
    JA_PUSH(reading->arena, reading->actors.at, reading->actors.count, reading->actors.capacity,
            actor);
    return reading->actors.count - 1;
}

/* A role phrase that names somebody, rather than a document. */
static const ja_mention *role_at(const ja_reading *reading, size_t word)
{
    size_t index = word == JA_NO_WORD ? JA_NO_MENTION : reading->mentions.by_word[word];
    const ja_mention *mention = index == JA_NO_MENTION ? NULL : &reading->mentions.at[index];
    bool somebody = mention && mention->role && mention->role->relation != JA_ROLE_DOCUMENT;
    return somebody && !is_thing(reading, word) ? mention : NULL;
}

size_t ja_actor_of_noun(ja_reading *reading, size_t word)
{
    if (!role_at(reading, word) || reading->actors.count >= JA_MAX_NOUN_ACTORS ||
        ja_word_is(reading, word, JA_FUNCTION_GENERIC))
        return JACCUSE_NONE;
    reading->actor_of_word[word] = add_actor(reading, word);
    return reading->actor_of_word[word];
}

size_t ja_actor_of_definite_noun(ja_reading *reading, size_t word)
{
    const ja_mention *role = role_at(reading, word);
    bool told_apart = role && (role->definite || role->owner != JA_NO_MENTION || role->number > 0);
    return told_apart ? ja_actor_of_noun(reading, word) : JACCUSE_NONE;
}
