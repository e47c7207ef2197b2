#include "claim/quotation.h"

#include "claim/clause.h"
#include "claim/judge.h"
#include "claim/speaker.h"

static const size_t QUOTE_REACH = 14; /* tokens between a quotation and the verb that says it */
static const size_t CARRIED = 3;      /* sentences over which one speaker goes on */

static size_t word_of(const ja_reading *reading, size_t token)
{
    return reading->forest.word_of_token[token];
}

/* A verb that may stand beside a quotation: one that says, accuses or denies. */
static bool may_speak(const ja_reading *reading, const ja_cue_match *match)
{
    ja_cue_class class = match->cue->class;
    return (match->cue->part == JA_VERB || match->cue->part == JA_PHRASE) &&
           (class == JA_CUE_SPEECH || class == JA_CUE_ACCUSE || class == JA_CUE_DENY ||
            class == JA_CUE_SUSPECT) &&
           !ja_is_relay(reading, match);
}

static size_t distance(const ja_quote *quote, size_t token)
{
    size_t end = quote->first + quote->count;
    return token < quote->first ? quote->first - token : token >= end ? token - end : 0;
}

/* Whether the tree joins the verb and a word of the quotation. */
static bool is_joined(const ja_reading *reading, const ja_quote *quote, size_t verb)
{
    size_t begin = word_of(reading, quote->first);
    size_t end = word_of(reading, quote->first + quote->count - 1) + 1;
    size_t head = ja_branch_at(reading, verb)->head;
    if (head != JA_NO_WORD && head >= begin && head < end)
        return true;
    for (size_t i = begin; i < end; i++)
        if (ja_branch_at(reading, i)->head == verb)
            return true;
    return false;
}

/* The cue that says the quotation, in the sentences that it touches; cue_count: none. */
static size_t cue_of_quote(const ja_reading *reading, const ja_quote *quote)
{
    const ja_sentence *first = ja_sentence_at(reading, quote->first);
    const ja_sentence *last = ja_sentence_at(reading, quote->first + quote->count - 1);
    size_t best = reading->cue_count, best_cost = QUOTE_REACH;
    for (size_t i = ja_first_cue(reading, first->first);
         i < reading->cue_count && reading->cues[i].first < last->first + last->count; i++) {
        const ja_cue_match *match = &reading->cues[i];
        size_t away = distance(quote, match->head);
        if (away == 0 || !may_speak(reading, match) || !ja_cue_fits(reading, match))
            continue;
        if (reading->document->tokens[match->head].quote != JA_NO_QUOTE)
            continue;
        size_t cost = is_joined(reading, quote, word_of(reading, match->head)) ? away / 4 : away;
        if (cost < best_cost) {
            best = i;
            best_cost = cost;
        }
    }
    return best;
}

/* Whether the quotation makes a sentence rather than a word or two in the narrator's own. */
static bool is_whole(const ja_reading *reading, const ja_quote *quote)
{
    const ja_sentence *sentence = ja_sentence_at(reading, quote->first);
    return quote->first <= sentence->first + 1 &&
           quote->first + quote->count + 2 >= sentence->first + sentence->count;
}

/* Who spoke last before the quotation, near enough for him to go on. */
static ja_indices carried_on(const ja_reading *reading, size_t quote, const ja_quotation *before)
{
    const ja_document *document = reading->document;
    size_t sentence = ja_sentence_of(reading, document->quotes[quote].first);
    for (size_t i = quote; i-- > 0;) {
        size_t last =
            ja_sentence_of(reading, document->quotes[i].first + document->quotes[i].count - 1);
        if (last + CARRIED < sentence)
            break;
        if (before[i].speakers.count)
            return before[i].speakers;
    }
    return (ja_indices){0};
}

/* "… X said:" or "… said X." right before a quotation of its own sentence. */
static ja_indices speaker_before(const ja_reading *reading, const ja_quote *quote)
{
    ja_indices speakers = {0};
    size_t sentence = ja_sentence_of(reading, quote->first);
    if (sentence == 0)
        return speakers;
    const ja_sentence *before = &reading->document->sentences[sentence - 1];
    if (before->title)
        return speakers;
    bool colon = ja_is_punctuation(reading, before->first + before->count - 1, ":");
    if (!colon && before->paragraph != before[1].paragraph)
        return speakers;
    for (size_t i = ja_first_cue(reading, before->first);
         i < reading->cue_count && reading->cues[i].first < before->first + before->count; i++)
        if (may_speak(reading, &reading->cues[i]) && ja_cue_fits(reading, &reading->cues[i]) &&
            !ja_is_prefix(&reading->cues[i])) {
            ja_indices found = {0};
            ja_add_actors(reading,
                          ja_speaker_of_verb(reading, word_of(reading, reading->cues[i].head)),
                          &found);
            if (found.count)
                speakers = found;
        }
    return speakers;
}

/* "X n'en démord pas : « … »": whoever the words before the colon are about. */
static size_t subject_before_colon(const ja_reading *reading, const ja_quote *quote)
{
    const ja_sentence *sentence = ja_sentence_at(reading, quote->first);
    if (quote->first == sentence->first || !ja_is_punctuation(reading, quote->first - 1, ":"))
        return JA_NO_WORD;
    size_t colon = word_of(reading, quote->first - 1);
    size_t subject = ja_first_subject(reading, sentence->first_word, colon);
    if (subject != JA_NO_WORD || sentence->title)
        return subject;
    if (ja_is_predicate(reading, colon - 1))
        return ja_subject_nearby(reading, colon - 1);
    size_t mention = ja_mention_at(reading, sentence->first_word); /* "Estonia: “…”" */
    return mention != JA_NO_MENTION &&
                   reading->mentions.at[mention].first + reading->mentions.at[mention].count ==
                       quote->first - 1
               ? sentence->first_word
               : JA_NO_WORD;
}

/* "« … », lui oppose X": a verb right behind the quotation, whatever it means, and who follows. */
static size_t inverted_behind(const ja_reading *reading, const ja_quote *quote)
{
    const ja_sentence *sentence = ja_sentence_at(reading, quote->first + quote->count - 1);
    size_t end = sentence->first_word + sentence->word_count;
    size_t i = word_of(reading, quote->first + quote->count - 1) + 1;
    if (i >= end || !ja_is_punctuation(reading, ja_word_at(reading, i)->token, ","))
        return JA_NO_WORD;
    for (i++; i < end; i++) {
        ja_upos upos = ja_word_at(reading, i)->upos;
        if (upos == JA_UPOS_VERB)
            return ja_inverted_subject(reading, i);
        if (upos != JA_UPOS_AUX && upos != JA_UPOS_ADV && upos != JA_UPOS_PRON)
            break;
    }
    return JA_NO_WORD;
}

/* Who says a quotation that no cue of its sentences says. */
static void find_without_cue(const ja_reading *reading, size_t index, ja_quotation *of_quote)
{
    const ja_quote *quote = &reading->document->quotes[index];
    ja_quotation *out = &of_quote[index];
    size_t word = inverted_behind(reading, quote);
    if (word == JA_NO_WORD)
        word = subject_before_colon(reading, quote);
    if (word == JA_NO_WORD && is_whole(reading, quote)) {
        out->speakers = speaker_before(reading, quote);
        if (out->speakers.count == 0)
            out->speakers = carried_on(reading, index, of_quote);
        if (out->speakers.count == 0) {
            word = ja_person_before(reading, ja_sentence_of(reading, quote->first), false);
            out->assumed = word != JA_NO_WORD;
        }
    }
    ja_add_actors(reading, word, &out->speakers);
}

static void find_one(const ja_reading *reading, size_t index, ja_quotation *of_quote)
{
    const ja_quote *quote = &reading->document->quotes[index];
    ja_quotation *out = &of_quote[index];
    *out = (ja_quotation){.cue = cue_of_quote(reading, quote), .real = true};
    if (out->cue == reading->cue_count) {
        find_without_cue(reading, index, of_quote);
        return;
    }
    const ja_cue_match *match = &reading->cues[out->cue];
    size_t speaker = ja_is_prefix(match)
                         ? ja_governed(reading, match)
                         : ja_speaker_of_verb(reading, word_of(reading, match->head));
    ja_add_actors(reading, speaker, &out->speakers);
    if (out->speakers.count == 0 && ja_is_pronoun(reading, speaker)) {
        out->speakers = carried_on(reading, index, of_quote);
        out->assumed = true;
        if (out->speakers.count == 0)
            ja_add_actors(reading,
                          ja_person_before(reading, ja_sentence_of(reading, quote->first), true),
                          &out->speakers);
    }
    out->real = ja_judge(reading, match).stop == JA_STOP_NONE;
}

void ja_find_quotations(const ja_reading *reading, ja_quotation *of_quote)
{
    for (size_t i = 0; i < reading->document->quote_count; i++)
        find_one(reading, i, of_quote);
}
