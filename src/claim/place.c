#include "claim/place.h"

static const size_t SUBJECT_REACH = 30; /* tokens */
static const size_t OBJECT_REACH = 5;
static const size_t MARKED_REACH = 18;

static const ja_token *token_at(const ja_reading *reading, size_t token)
{
    return &reading->document->tokens[token];
}

static bool is(const ja_reading *reading, size_t token, ja_function function)
{
    return ja_lexicon_is(reading->lexicon, token_at(reading, token), function);
}

static bool is_mark(const ja_reading *reading, size_t token, const char *marks)
{
    ja_slice form = token_at(reading, token)->form;
    for (; *marks; marks++)
        if (form.length == 1 && form.at[0] == *marks)
            return true;
    return false;
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

static size_t sentence_begin(const ja_reading *reading, size_t token)
{
    return reading->document->sentences[ja_sentence_of(reading, token)].first;
}

static size_t sentence_end(const ja_reading *reading, size_t token)
{
    const ja_sentence *sentence = &reading->document->sentences[ja_sentence_of(reading, token)];
    return sentence->first + sentence->count;
}

/* The first mention whose head stands at or behind `token`. */
static size_t first_from(const ja_reading *reading, size_t token)
{
    size_t low = 0, high = reading->mentions.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (reading->mentions.at[middle].head < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A noun phrase of its own: no part of another, no bare adjective, no possessor. */
static bool is_free(const ja_reading *reading, const ja_mention *mention)
{
    if (mention->part_of != JA_NO_MENTION || mention->possessive)
        return false;
    return mention->type != JA_MENTION_DEMONYM ||
           (token_at(reading, mention->head)->capital && mention->definite);
}

static bool is_prepositional(const ja_reading *reading, const ja_mention *mention)
{
    size_t begin = sentence_begin(reading, mention->first), at = mention->first;
    if (at > begin && is(reading, at - 1, JA_FUNCTION_DETERMINER) &&
        !is(reading, at - 1, JA_FUNCTION_PREPOSITION))
        at--;
    return at > begin && is(reading, at - 1, JA_FUNCTION_PREPOSITION);
}

size_t ja_before(const ja_reading *reading, const ja_cue_match *match)
{
    size_t begin = sentence_begin(reading, match->first);
    size_t quote = token_at(reading, match->first)->quote;
    for (size_t i = first_from(reading, match->first); i-- > 0;) {
        const ja_mention *mention = &reading->mentions.at[i];
        if (mention->head < begin || match->first - mention->head > SUBJECT_REACH)
            break;
        if (mention->first + mention->count > match->first || !is_free(reading, mention) ||
            is_prepositional(reading, mention) || token_at(reading, mention->head)->quote != quote)
            continue;
        return i;
    }
    return JA_NO_MENTION;
}

/* A speech verb behind a comma or a closing quotation mark has its subject behind it. */
static bool is_inverted(const ja_reading *reading, const ja_cue_match *match)
{
    size_t at = match->first, begin = sentence_begin(reading, at);
    if (match->cue->class != JA_CUE_SPEECH)
        return false;
    while (at > begin &&
           (is(reading, at - 1, JA_FUNCTION_PERFECT) || is(reading, at - 1, JA_FUNCTION_PASSIVE)))
        at--;
    return at > begin && !token_at(reading, at - 1)->word;
}

static size_t after(const ja_reading *reading, size_t token, size_t reach)
{
    size_t end = sentence_end(reading, token - 1);
    for (size_t i = first_from(reading, token); i < reading->mentions.count; i++) {
        const ja_mention *mention = &reading->mentions.at[i];
        if (mention->head >= end)
            break;
        if (mention->part_of != JA_NO_MENTION)
            continue;
        return mention->first <= token + reach ? i : JA_NO_MENTION;
    }
    return JA_NO_MENTION;
}

size_t ja_subject(const ja_reading *reading, const ja_cue_match *match)
{
    if (is_inverted(reading, match)) {
        size_t behind = after(reading, match->first + match->count, OBJECT_REACH);
        if (behind != JA_NO_MENTION)
            return behind;
    }
    return ja_before(reading, match);
}

size_t ja_object(const ja_reading *reading, const ja_cue_match *match)
{
    size_t start = match->first + match->count;
    size_t found = after(reading, start, OBJECT_REACH);
    if (found == JA_NO_MENTION)
        return found;
    for (size_t i = start; i < reading->mentions.at[found].first; i++)
        if (!token_at(reading, i)->word || is(reading, i, JA_FUNCTION_PREPOSITION) ||
            is(reading, i, JA_FUNCTION_THAT))
            return JA_NO_MENTION;
    return is_free(reading, &reading->mentions.at[found]) ? found : JA_NO_MENTION;
}

/* The mention that starts at the token, or behind its determiner. */
static size_t mention_at(const ja_reading *reading, size_t token, size_t end)
{
    for (size_t i = first_from(reading, token); i < reading->mentions.count; i++) {
        const ja_mention *mention = &reading->mentions.at[i];
        if (mention->head >= end || mention->head > token + 6)
            break;
        if (mention->part_of != JA_NO_MENTION)
            continue;
        bool behind_determiner =
            mention->first == token + 1 && is(reading, token, JA_FUNCTION_DETERMINER);
        return mention->first == token || behind_determiner ? i : JA_NO_MENTION;
    }
    return JA_NO_MENTION;
}

size_t ja_marked(const ja_reading *reading, const ja_cue_match *match, ja_slice marker)
{
    size_t start = match->first + match->count, end = sentence_end(reading, match->first);
    for (size_t i = start; i < end && i < start + MARKED_REACH; i++) {
        const ja_token *token = token_at(reading, i);
        if (is_mark(reading, i, ";:"))
            break;
        if (!ja_equal(token->base, marker) && !ja_equal(token->lower, marker))
            continue;
        size_t found = mention_at(reading, i + 1, end);
        if (found != JA_NO_MENTION)
            return found;
    }
    return JA_NO_MENTION;
}

size_t ja_possessor(const ja_reading *reading, const ja_cue_match *match)
{
    size_t begin = sentence_begin(reading, match->first);
    for (size_t i = first_from(reading, match->first); i-- > 0;) {
        const ja_mention *mention = &reading->mentions.at[i];
        size_t end = mention->first + mention->count;
        if (mention->head < begin || end + 3 < match->first)
            break;
        if (mention->possessive && end <= match->first)
            return i;
    }
    return JA_NO_MENTION;
}

size_t ja_demonym_beside(const ja_reading *reading, const ja_cue_match *match)
{
    for (size_t i = first_from(reading, match->first > 1 ? match->first - 1 : 0);
         i < reading->mentions.count; i++) {
        const ja_mention *mention = &reading->mentions.at[i];
        size_t end = mention->head + mention->head_count;
        if (mention->head > match->first + match->count)
            break;
        bool beside = end == match->first || mention->head == match->first + match->count;
        bool noun_before = end == match->first && mention->type == JA_MENTION_KNOWN;
        if (beside && (mention->type == JA_MENTION_DEMONYM || noun_before))
            return i;
    }
    return JA_NO_MENTION;
}

size_t ja_agent(const ja_reading *reading, const ja_cue_match *match)
{
    size_t start = match->first + match->count, end = sentence_end(reading, match->first);
    for (size_t i = start; i < end && i < start + MARKED_REACH; i++) {
        if (is_mark(reading, i, ";:,") && i > start)
            break;
        if (is(reading, i, JA_FUNCTION_AGENT))
            return mention_at(reading, i + 1, end);
    }
    return JA_NO_MENTION;
}

static bool has_object_slot(const ja_cue *cue, ja_role role)
{
    for (size_t i = 0; i < cue->slot_count; i++)
        if (cue->slots[i].role == role && cue->slots[i].relation == JA_OBJ)
            return true;
    return false;
}

/* "accused OF", "accusé DE": the object is missing where the charge follows at once. */
static bool charge_follows(const ja_reading *reading, const ja_cue_match *match)
{
    size_t next = match->head + 1, end = sentence_end(reading, match->first);
    if (next < end && is(reading, next, JA_FUNCTION_AGENT))
        return true;
    for (size_t i = 0; i < match->cue->slot_count; i++) {
        const ja_slot *slot = &match->cue->slots[i];
        if (slot->role == JA_ROLE_CHARGE && slot->marker.length > 0 && next < end &&
            (ja_equal(token_at(reading, next)->base, slot->marker)))
            return true;
    }
    return false;
}

bool ja_is_passive(const ja_reading *reading, const ja_cue_match *match)
{
    size_t begin = sentence_begin(reading, match->first);
    if (match->cue->part != JA_VERB || !has_object_slot(match->cue, JA_ROLE_ACCUSED))
        return false;
    for (size_t i = match->head, steps = 0; i > begin && steps < 4; i--, steps++) {
        if (!token_at(reading, i - 1)->word)
            break;
        if (is(reading, i - 1, JA_FUNCTION_PASSIVE))
            return true;
        if (is(reading, i - 1, JA_FUNCTION_PERFECT))
            return false;
    }
    return charge_follows(reading, match);
}

/* "A and B", "A, B": whether nothing but a comma, "and" and a determiner parts two mentions. */
static bool are_joined(const ja_reading *reading, const ja_mention *left, const ja_mention *right)
{
    size_t gap = left->first + left->count;
    if (right->first < gap || right->first > gap + 3)
        return false;
    bool joined = false;
    for (size_t i = gap; i < right->first; i++) {
        bool joins = is_mark(reading, i, ",") || is(reading, i, JA_FUNCTION_AND);
        if (!joins && !is(reading, i, JA_FUNCTION_DETERMINER))
            return false;
        joined = joined || joins;
    }
    return joined;
}

static size_t neighbour(const ja_reading *reading, size_t mention, bool left)
{
    const ja_mentions *mentions = &reading->mentions;
    size_t sentence = mentions->at[mention].sentence;
    for (size_t i = mention; left ? i-- > 0 : ++i < mentions->count;) {
        if (mentions->at[i].sentence != sentence)
            break;
        if (mentions->at[i].part_of == JA_NO_MENTION)
            return i;
    }
    return JA_NO_MENTION;
}

void ja_add_coordinated(const ja_reading *reading, size_t mention, ja_indices *out)
{
    if (mention == JA_NO_MENTION)
        return;
    const ja_mention *at = reading->mentions.at;
    size_t first = mention, next;
    while ((next = neighbour(reading, first, true)) != JA_NO_MENTION &&
           are_joined(reading, &at[next], &at[first]) && is_free(reading, &at[next]))
        first = next;
    for (size_t i = first;;) {
        ja_indices_add(reading->arena, out, at[i].actor);
        next = neighbour(reading, i, false);
        if (next == JA_NO_MENTION || !are_joined(reading, &at[i], &at[next]) ||
            !is_free(reading, &at[next]))
            break;
        i = next;
    }
}

static size_t speaker_in(const ja_reading *reading, size_t begin, size_t end, size_t quote)
{
    for (size_t i = ja_cue_between(reading, JA_CUE_SPEECH, begin, end); i < reading->cue_count;
         i++) {
        const ja_cue_match *match = &reading->cues[i];
        if (match->first >= end)
            break;
        if (match->cue->class != JA_CUE_SPEECH || token_at(reading, match->first)->quote == quote)
            continue;
        bool is_prefix = match->cue->slot_count && match->cue->slots[0].relation == JA_OBJ;
        size_t mention = is_prefix ? ja_object(reading, match) : ja_subject(reading, match);
        if (mention != JA_NO_MENTION && reading->mentions.at[mention].actor != JACCUSE_NONE)
            return reading->mentions.at[mention].actor;
    }
    return JACCUSE_NONE;
}

size_t ja_speaker_at(const ja_reading *reading, size_t token)
{
    const ja_document *document = reading->document;
    size_t s = ja_sentence_of(reading, token);
    size_t quote = document->tokens[token].quote;
    for (size_t step = 0; step < 3; step++) { /* this sentence, the one before, the next */
        size_t other = step == 0 ? s : step == 1 ? s - 1 : s + 1;
        if ((step == 1 && s == 0) || other >= document->sentence_count ||
            document->sentences[other].paragraph != document->sentences[s].paragraph)
            continue;
        if (step > 0 && quote == JA_NO_QUOTE)
            break;
        const ja_sentence *sentence = &document->sentences[other];
        size_t speaker =
            speaker_in(reading, sentence->first, sentence->first + sentence->count, quote);
        if (speaker != JACCUSE_NONE)
            return speaker;
    }
    if (quote != JA_NO_QUOTE)
        return JACCUSE_NONE;
    ja_cue_match place = {.first = token, .count = 1, .head = token};
    size_t subject = ja_before(reading, &place);
    return subject == JA_NO_MENTION ? JACCUSE_NONE : reading->mentions.at[subject].actor;
}
