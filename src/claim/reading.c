/* What the steps of the extractor ask of the reading: its cues, its sentences, its drafts. */
#include "claim/reading.h"

#include <string.h>

#include "base/limits.h"

size_t ja_first_cue(const ja_reading *reading, size_t token)
{
    size_t low = 0, high = reading->cue_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reading->cues[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A pronoun as subject makes a verb, whatever the tagger says: "il JUGE que". */
static bool has_subject(const ja_reading *reading, size_t word)
{
    size_t subject = ja_child(&reading->forest, word, JA_DEP_NSUBJ, JA_NO_WORD);
    return subject != JA_NO_WORD && subject < word &&
           reading->document->words[subject].upos == JA_UPOS_PRON;
}

static bool is_finite_form(const ja_reading *reading, size_t word)
{
    const char *features = reading->document->words[word].features;
    return features && strstr(features, "VerbForm=Fin") != NULL;
}

bool ja_cue_fits(const ja_reading *reading, const ja_cue_match *match)
{
    size_t word = reading->forest.word_of_token[match->head];
    ja_upos upos = reading->document->words[word].upos;
    switch (match->cue->part) {
    case JA_VERB:
        return upos == JA_UPOS_VERB || upos == JA_UPOS_AUX || upos == JA_UPOS_ADJ ||
               has_subject(reading, word);
    case JA_NOUN:
        return upos == JA_UPOS_NOUN || upos == JA_UPOS_PROPN;
    case JA_ADJECTIVE:
        return upos == JA_UPOS_ADJ || upos == JA_UPOS_NOUN || upos == JA_UPOS_ADV ||
               (upos == JA_UPOS_VERB && !is_finite_form(reading, word));
    case JA_PHRASE:
        break;
    }
    return true;
}

/* "se défend de" denies what is done, and refuses nothing. */
static bool denies_too(const ja_reading *reading, size_t cue)
{
    size_t first = reading->cues[cue].first;
    for (size_t i = ja_first_cue(reading, first);
         i < reading->cue_count && reading->cues[i].first == first; i++)
        if (reading->cues[i].cue->class == JA_CUE_DENY)
            return true;
    return false;
}

/* "denies SPYING ON its customers": a wrong of several words, whose verb is tagged as a noun. */
static bool is_gerund(const ja_reading *reading, const ja_cue_match *match)
{
    return match->cue->class == JA_CUE_WRONG && match->cue->part == JA_VERB && match->count > 1 &&
           reading->document->words[reading->forest.word_of_token[match->head]].upos ==
               JA_UPOS_NOUN;
}

static void index_classes(ja_reading *reading)
{
    reading->classes = JA_NEW_N(reading->arena, uint16_t, reading->document->word_count);
    memset(reading->classes, 0, reading->document->word_count * sizeof *reading->classes);
    for (size_t i = 0; i < reading->cue_count; i++) {
        const ja_cue_match *match = &reading->cues[i];
        if ((!ja_cue_fits(reading, match) && !is_gerund(reading, match)) ||
            (match->cue->class == JA_CUE_REFUSAL && denies_too(reading, i)))
            continue;
        bool head = match->cue->class == JA_CUE_WRONG && match->cue->part != JA_PHRASE;
        size_t first = head ? match->head : match->first;
        size_t end = head ? match->head + 1 : match->first + match->count;
        for (size_t token = first; token < end; token++)
            reading->classes[reading->forest.word_of_token[token]] |=
                (uint16_t)(1U << match->cue->class);
    }
}

/* Leaves out cues that are a part of a name: "Reporters WITHOUT Borders". */
static void drop_cues_in_names(ja_reading *reading)
{
    ja_cue_match *cues = JA_NEW_N(reading->arena, ja_cue_match, reading->cue_count);
    size_t kept = 0;
    for (size_t i = 0; i < reading->cue_count; i++) {
        const ja_cue_match *match = &reading->cues[i];
        size_t index = reading->mentions.by_word[reading->forest.word_of_token[match->head]];
        const ja_mention *mention = index == JA_NO_MENTION ? NULL : &reading->mentions.at[index];
        bool inside = mention && mention->head_count > match->count &&
                      (mention->type == JA_MENTION_KNOWN || mention->type == JA_MENTION_NAME) &&
                      match->head >= mention->head &&
                      match->head < mention->head + mention->head_count;
        if (!inside)
            cues[kept++] = *match;
    }
    reading->cues = cues;
    reading->cue_count = kept;
}

void ja_index_words(ja_reading *reading)
{
    drop_cues_in_names(reading);
    index_classes(reading);
    size_t words = reading->document->word_count;
    reading->actor_of_word = JA_NEW_N(reading->arena, size_t, words);
    for (size_t i = 0; i < words; i++)
        reading->actor_of_word[i] = JACCUSE_NONE;
}

bool ja_is_class(const ja_reading *reading, size_t word, ja_cue_class class)
{
    return word != JA_NO_WORD && (reading->classes[word] >> class & 1) != 0;
}

size_t ja_sentence_of(const ja_reading *reading, size_t token)
{
    size_t low = 0, high = reading->document->sentence_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (reading->document->sentences[middle].first <= token)
            low = middle;
        else
            high = middle;
    }
    return low;
}

const ja_sentence *ja_sentence_at(const ja_reading *reading, size_t token)
{
    return &reading->document->sentences[ja_sentence_of(reading, token)];
}

bool ja_is_punctuation(const ja_reading *reading, size_t token, const char *marks)
{
    ja_slice form = reading->document->tokens[token].form;
    return form.length == 1 && strchr(marks, form.at[0]) != NULL;
}

void ja_indices_add(ja_arena *arena, ja_indices *indices, size_t index)
{
    if (index != JACCUSE_NONE && !ja_indices_have(indices, index))
        JA_PUSH(arena, indices->at, indices->count, indices->capacity, index);
}

bool ja_indices_have(const ja_indices *indices, size_t index)
{
    for (size_t i = 0; i < indices->count; i++)
        if (indices->at[i] == index)
            return true;
    return false;
}

bool ja_indices_share(const ja_indices *a, const ja_indices *b)
{
    for (size_t i = 0; i < a->count; i++)
        if (ja_indices_have(b, a->at[i]))
            return true;
    return false;
}

ja_draft *ja_add_draft(ja_reading *reading, jaccuse_act act, size_t word)
{
    if (reading->draft_count == JA_MAX_DRAFTS)
        return NULL;
    size_t token = reading->document->words[word].token;
    ja_draft draft = {
        .act = act,
        .by_word = JA_NO_WORD,
        .against_word = JA_NO_WORD,
        .charge_word = JA_NO_WORD,
        .cue_at = reading->document->tokens[token].at,
        .sentence = reading->forest.at[word].sentence,
        .token = token,
        .word = word,
        .certainty = JACCUSE_ASSERTED,
    };
    ja_draft_sign(&draft, JA_SIGN_TITLE, reading->document->sentences[draft.sentence].title);
    JA_PUSH(reading->arena, reading->drafts, reading->draft_count, reading->draft_capacity, draft);
    return &reading->drafts[reading->draft_count - 1];
}

void ja_draft_sign(ja_draft *draft, ja_sign sign, bool shown)
{
    draft->signs |= (uint64_t)shown << sign;
}

bool ja_draft_shows(const ja_draft *draft, ja_sign sign)
{
    return (draft->signs >> sign & 1) != 0;
}

bool ja_draft_tells_wrong(const ja_draft *draft)
{
    static const ja_sign wrongs[] = {JA_SIGN_WRONG_VERB,      JA_SIGN_WRONG_OBJECT,
                                     JA_SIGN_WRONG_ADJECTIVE, JA_SIGN_WRONG_PREDICATE,
                                     JA_SIGN_WRONG_OWNED,     JA_SIGN_WRONG_PHRASE};
    for (size_t i = 0; i < sizeof wrongs / sizeof *wrongs; i++)
        if (ja_draft_shows(draft, wrongs[i]))
            return true;
    return false;
}

void ja_drop_anonymous(const ja_reading *reading, ja_indices *actors)
{
    size_t kept = 0;
    for (size_t i = 0; i < actors->count; i++)
        if (!reading->actors.at[actors->at[i]].anonymous)
            actors->at[kept++] = actors->at[i];
    actors->count = kept;
}
