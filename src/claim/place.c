#include "claim/place.h"

#include "base/limits.h"

static const size_t SUBJECT_REACH = 30; /* tokens */
static const size_t OBJECT_REACH = 5;
static const size_t TOPIC_REACH = 4;
static const size_t PARTICIPLE_REACH = 3; /* "Huawei, long accused of" */
static const size_t MARKED_REACH = 18;

static const ja_token *token_at(const ja_reading *reading, size_t token)
{
    return &reading->document->tokens[token];
}

static bool is(const ja_reading *reading, size_t token, ja_function function)
{
    return ja_lexicon_is(reading->lexicon, token_at(reading, token), function);
}

static size_t sentence_begin(const ja_reading *reading, size_t token)
{
    return ja_sentence_at(reading, token)->first;
}

static size_t sentence_end(const ja_reading *reading, size_t token)
{
    const ja_sentence *sentence = ja_sentence_at(reading, token);
    return sentence->first + sentence->count;
}

size_t ja_first_mention(const ja_reading *reading, size_t token)
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

static bool is_object_pronoun(const ja_mention *mention)
{
    return mention->pronoun && mention->pronoun->role == JA_PRONOUN_OBJECT;
}

/* A noun phrase of its own: no part of another, no bare adjective, no possessor. */
static bool is_free(const ja_reading *reading, const ja_mention *mention)
{
    if (mention->part_of != JA_NO_MENTION || mention->possessive || is_object_pronoun(mention))
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

/* Object of a preposition, or of a verb that accuses, denies or says right before it. */
static bool is_governed(const ja_reading *reading, const ja_mention *mention)
{
    size_t begin = sentence_begin(reading, mention->first), at = mention->first;
    if (is_prepositional(reading, mention))
        return true;
    if (at > begin && is(reading, at - 1, JA_FUNCTION_DETERMINER) &&
        !is(reading, at - 1, JA_FUNCTION_THAT))
        at--;
    return at > begin && ja_lexicon_has_verb(reading->lexicon, token_at(reading, at - 1)) &&
           !ja_is_punctuation(reading, at - 1, ",");
}

/* "accusing", "rejetant": the subject is that of the whole sentence. */
static bool is_gerund(const ja_reading *reading, const ja_cue_match *match)
{
    return match->cue && match->cue->part == JA_VERB &&
           ja_lexicon_is(reading->lexicon, token_at(reading, match->head),
                         JA_FUNCTION_GERUND_ENDING);
}

static bool opens_clause(const ja_reading *reading, size_t token)
{
    return is(reading, token, JA_FUNCTION_CLAUSE) || is(reading, token, JA_FUNCTION_RELATIVE) ||
           is(reading, token, JA_FUNCTION_OBJECT_RELATIVE);
}

/* "Smith, WHOM THE PROSECUTOR ACCUSES, denies": the tokens of a relative clause between commas that
 * ends right before the verb, its auxiliaries aside; empty where there is none. */
static jaccuse_span relative_clause_before(const ja_reading *reading, size_t verb)
{
    size_t begin = sentence_begin(reading, verb), comma = verb;
    while (comma > begin && verb - comma < 3 && token_at(reading, comma - 1)->word)
        comma--;
    if (comma == begin || !ja_is_punctuation(reading, comma - 1, ","))
        return (jaccuse_span){0, 0};
    comma--;
    for (size_t i = comma; i > begin; i--)
        if (ja_is_punctuation(reading, i - 1, ",") && opens_clause(reading, i))
            return (jaccuse_span){i, comma};
    return (jaccuse_span){0, 0};
}

/* "western states WHO blame China": the relative pronoun that is the verb's subject, auxiliaries
 * and adverbs aside; JA_NO_MENTION: none (a token is never that large). */
static size_t relative_subject(const ja_reading *reading, size_t verb)
{
    size_t begin = sentence_begin(reading, verb);
    for (size_t i = verb; i > begin && verb - i < 4 && token_at(reading, i - 1)->word; i--) {
        if (is(reading, i - 1, JA_FUNCTION_SUBJECT_RELATIVE))
            return i - 1;
        if (token_at(reading, i - 1)->capital)
            break;
    }
    return JA_NO_MENTION;
}

/* The mention that ends right before the relative pronoun, a comma aside. */
static size_t antecedent(const ja_reading *reading, size_t relative)
{
    size_t end = relative;
    if (end > 0 && ja_is_punctuation(reading, end - 1, ","))
        end--;
    for (size_t i = ja_first_mention(reading, relative); i-- > 0;) {
        const ja_mention *mention = &reading->mentions.at[i];
        if (mention->first + mention->count == end && mention->part_of == JA_NO_MENTION)
            return i;
        if (mention->head + 8 < relative)
            break;
    }
    return JA_NO_MENTION;
}

size_t ja_before(const ja_reading *reading, const ja_cue_match *match)
{
    size_t begin = sentence_begin(reading, match->first);
    size_t quote = token_at(reading, match->first)->quote;
    size_t relative = relative_subject(reading, match->first);
    if (relative != JA_NO_MENTION && match->cue && match->cue->part == JA_VERB)
        return antecedent(reading, relative);
    bool gerund = is_gerund(reading, match);
    jaccuse_span set_in = relative_clause_before(reading, match->first);
    size_t found = JA_NO_MENTION;
    for (size_t i = ja_first_mention(reading, match->first); i-- > 0;) {
        const ja_mention *mention = &reading->mentions.at[i];
        if (mention->head < begin || match->first - mention->head > SUBJECT_REACH)
            break;
        if (mention->first + mention->count > match->first || !is_free(reading, mention) ||
            (mention->head >= set_in.begin && mention->head < set_in.end) ||
            is_governed(reading, mention) || token_at(reading, mention->head)->quote != quote)
            continue;
        found = i;
        if (!gerund)
            break;
    }
    return found;
}

/* A speech verb has its subject behind it where a quotation ends before it, or a comma that does
 * not just close a clause set into that of a subject before ("A, which spied, said B lied"). */
static bool is_inverted(const ja_reading *reading, const ja_cue_match *match)
{
    size_t at = match->first, begin = sentence_begin(reading, at);
    if (match->cue->class != JA_CUE_SPEECH)
        return false;
    while (at > begin &&
           (is(reading, at - 1, JA_FUNCTION_PERFECT) || is(reading, at - 1, JA_FUNCTION_PASSIVE)))
        at--;
    if (at == begin || token_at(reading, at - 1)->word)
        return false;
    bool after_quote = token_at(reading, at - 1)->quote != JA_NO_QUOTE ||
                       (at - 1 > begin && token_at(reading, at - 2)->quote != JA_NO_QUOTE);
    size_t before = ja_before(reading, match);
    if (after_quote || before == JA_NO_MENTION)
        return true;
    const ja_mention *subject = &reading->mentions.at[before];
    return !ja_is_punctuation(reading, subject->first + subject->count, ",");
}

static size_t after(const ja_reading *reading, size_t token, size_t reach)
{
    size_t end = sentence_end(reading, token - 1);
    for (size_t i = ja_first_mention(reading, token); i < reading->mentions.count; i++) {
        const ja_mention *mention = &reading->mentions.at[i];
        if (mention->head >= end)
            break;
        if (mention->part_of != JA_NO_MENTION)
            continue;
        return mention->first <= token + reach ? i : JA_NO_MENTION;
    }
    return JA_NO_MENTION;
}

/* "Pékin qu'ACCUSAIT le site": the object stands before, the subject behind. */
static bool follows_object_relative(const ja_reading *reading, const ja_cue_match *match)
{
    return match->first > sentence_begin(reading, match->first) &&
           is(reading, match->first - 1, JA_FUNCTION_OBJECT_RELATIVE);
}

size_t ja_subject(const ja_reading *reading, const ja_cue_match *match)
{
    if (is_inverted(reading, match) || follows_object_relative(reading, match)) {
        size_t behind = after(reading, match->first + match->count, OBJECT_REACH);
        if (behind != JA_NO_MENTION)
            return behind;
    }
    return ja_before(reading, match);
}

/* "il LES accuse", "lui a reproché": the object pronoun right before the verb. */
static size_t object_before(const ja_reading *reading, const ja_cue_match *match)
{
    for (size_t i = ja_first_mention(reading, match->first); i-- > 0;) {
        const ja_mention *mention = &reading->mentions.at[i];
        if (mention->head + 3 < match->first)
            break;
        if (is_object_pronoun(mention))
            return i;
    }
    return JA_NO_MENTION;
}

/* "X, WHOM the prosecutor accuses of": whom the relative pronoun before the subject stands for. */
static size_t relative_object(const ja_reading *reading, const ja_cue_match *match)
{
    bool inverted = follows_object_relative(reading, match);
    size_t subject = inverted ? JA_NO_MENTION : ja_before(reading, match);
    size_t begin = sentence_begin(reading, match->first);
    if (subject == JA_NO_MENTION && !inverted)
        return JA_NO_MENTION;
    size_t at = inverted ? match->first : reading->mentions.at[subject].first;
    if (at > begin && is(reading, at - 1, JA_FUNCTION_DETERMINER))
        at--;
    if (at <= begin + 1 || !is(reading, at - 1, JA_FUNCTION_RELATIVE) ||
        ja_lexicon_has_verb(reading->lexicon, token_at(reading, at - 2)))
        return JA_NO_MENTION;
    ja_cue_match place = {.cue = match->cue, .first = at - 1, .count = 1, .head = at - 1};
    return ja_before(reading, &place);
}

/* "met PÉKIN en cause": the first mention among the words of a phrase. */
static size_t object_inside(const ja_reading *reading, const ja_cue_match *match)
{
    size_t i = ja_first_mention(reading, match->head + 1);
    while (i < reading->mentions.count && reading->mentions.at[i].part_of != JA_NO_MENTION)
        i++;
    return i < reading->mentions.count &&
                   reading->mentions.at[i].head < match->first + match->count &&
                   is_free(reading, &reading->mentions.at[i])
               ? i
               : JA_NO_MENTION;
}

static bool opens_quote(const ja_reading *reading, size_t token)
{
    size_t quote = token_at(reading, token)->quote;
    return quote != JA_NO_QUOTE && reading->document->quotes[quote].first == token;
}

/* The mention right behind the cue, nothing but words that may stand there between. */
static size_t object_behind(const ja_reading *reading, const ja_cue_match *match)
{
    size_t start = match->first + match->count;
    size_t found = after(reading, start, OBJECT_REACH);
    if (found == JA_NO_MENTION)
        return found;
    const ja_mention *object = &reading->mentions.at[found];
    for (size_t i = start; i < object->first; i++) {
        bool mark = !token_at(reading, i)->word && !opens_quote(reading, i);
        if (mark || is(reading, i, JA_FUNCTION_PREPOSITION) || is(reading, i, JA_FUNCTION_THAT))
            return JA_NO_MENTION;
    }
    return is_free(reading, object) || is_object_pronoun(object) ? found : JA_NO_MENTION;
}

size_t ja_object(const ja_reading *reading, const ja_cue_match *match)
{
    if (match->cue->part != JA_VERB)
        return object_behind(reading, match);
    size_t found = object_before(reading, match);
    if (found == JA_NO_MENTION && follows_object_relative(reading, match))
        found = relative_object(reading, match);
    if (found == JA_NO_MENTION)
        found = object_inside(reading, match);
    if (found == JA_NO_MENTION)
        found = object_behind(reading, match);
    return found == JA_NO_MENTION ? relative_object(reading, match) : found;
}

/* The mention that starts at the token, or behind its determiner. */
static size_t mention_at(const ja_reading *reading, size_t token, size_t end)
{
    for (size_t i = ja_first_mention(reading, token); i < reading->mentions.count; i++) {
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
        if (ja_is_punctuation(reading, i, ";:"))
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
    for (size_t i = ja_first_mention(reading, match->first); i-- > 0;) {
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
    for (size_t i = ja_first_mention(reading, match->first > 1 ? match->first - 1 : 0);
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
        if (ja_is_punctuation(reading, i, ";:,") && i > start)
            break;
        if (is(reading, i, JA_FUNCTION_AGENT))
            return mention_at(reading, i + 1, end);
    }
    return JA_NO_MENTION;
}

size_t ja_author(const ja_reading *reading, const ja_cue_match *match)
{
    size_t behind = match->first + match->count, end = sentence_end(reading, match->first);
    size_t owner = ja_possessor(reading, match);
    if (owner == JA_NO_MENTION && behind < end && is(reading, behind, JA_FUNCTION_AUTHOR))
        owner = mention_at(reading, behind + 1, end);
    return owner == JA_NO_MENTION ? ja_demonym_beside(reading, match) : owner;
}

size_t ja_content_start(const ja_reading *reading, const ja_cue_match *match, size_t end)
{
    for (size_t i = match->first + match->count - 1; i < end && i < match->first + 6; i++)
        if (i > match->first && is(reading, i, JA_FUNCTION_THAT))
            return i + 1;
    return end;
}

size_t ja_topic(const ja_reading *reading, size_t begin, size_t end)
{
    for (size_t i = ja_first_mention(reading, begin); i < reading->mentions.count; i++) {
        const ja_mention *mention = &reading->mentions.at[i];
        if (mention->first >= end || mention->first > begin + TOPIC_REACH)
            break;
        if (mention->first >= begin && is_free(reading, mention))
            return i;
    }
    return JA_NO_MENTION;
}

size_t ja_clause_subject(const ja_reading *reading, const ja_cue_match *match)
{
    size_t end = sentence_end(reading, match->first);
    return ja_topic(reading, ja_content_start(reading, match, end), end);
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

typedef enum auxiliary { NO_AUXILIARY, PASSIVE, PERFECT } auxiliary;

/* The auxiliary nearest before the verb, in its clause. */
static auxiliary auxiliary_of(const ja_reading *reading, const ja_cue_match *match)
{
    size_t begin = sentence_begin(reading, match->first);
    for (size_t i = match->head, steps = 0; i > begin && steps < 4; i--, steps++) {
        if (!token_at(reading, i - 1)->word || opens_clause(reading, i - 1))
            break;
        if (is(reading, i - 1, JA_FUNCTION_PASSIVE))
            return PASSIVE;
        if (is(reading, i - 1, JA_FUNCTION_PERFECT))
            return PERFECT;
    }
    return NO_AUXILIARY;
}

size_t ja_passive_subject(const ja_reading *reading, const ja_cue_match *match)
{
    size_t subject = ja_before(reading, match);
    if (subject == JA_NO_MENTION || auxiliary_of(reading, match) != NO_AUXILIARY)
        return subject;
    const ja_mention *mention = &reading->mentions.at[subject];
    return mention->first + mention->count + PARTICIPLE_REACH >= match->first ? subject
                                                                              : JA_NO_MENTION;
}

bool ja_is_passive(const ja_reading *reading, const ja_cue_match *match)
{
    if (match->cue->part != JA_VERB || !ja_cue_has_slot(match->cue, JA_ROLE_ACCUSED, JA_OBJ))
        return false;
    auxiliary found = auxiliary_of(reading, match);
    if (found != NO_AUXILIARY)
        return found == PASSIVE;
    return ja_lexicon_is(reading->lexicon, token_at(reading, match->head),
                         JA_FUNCTION_PARTICIPLE_ENDING) &&
           object_before(reading, match) == JA_NO_MENTION && charge_follows(reading, match);
}

/* "A and B", "A, B": whether nothing but a comma, "and" and a determiner parts two mentions. */
static bool are_joined(const ja_reading *reading, const ja_mention *left, const ja_mention *right)
{
    size_t gap = left->first + left->count;
    if (right->first < gap || right->first > gap + 3)
        return false;
    bool joined = false;
    for (size_t i = gap; i < right->first; i++) {
        bool joins = ja_is_punctuation(reading, i, ",") || is(reading, i, JA_FUNCTION_AND);
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

/* The next member of a list to the left or right, or JA_NO_MENTION. */
static size_t next_member(const ja_reading *reading, size_t mention, bool left)
{
    const ja_mention *at = reading->mentions.at;
    size_t next = neighbour(reading, mention, left);
    if (next == JA_NO_MENTION || !is_free(reading, &at[next]))
        return JA_NO_MENTION;
    bool joined = left ? are_joined(reading, &at[next], &at[mention])
                       : are_joined(reading, &at[mention], &at[next]);
    return joined ? next : JA_NO_MENTION;
}

/* Commas alone make no list ("according to A, B said"): the last two need an "and". */
void ja_add_coordinated(const ja_reading *reading, size_t mention, ja_indices *out)
{
    if (mention == JA_NO_MENTION)
        return;
    const ja_mention *at = reading->mentions.at;
    size_t first = mention, last = mention, next, before_last = JA_NO_MENTION;
    while ((next = next_member(reading, first, true)) != JA_NO_MENTION)
        first = next;
    while ((next = next_member(reading, last, false)) != JA_NO_MENTION) {
        before_last = last;
        last = next;
    }
    if (before_last == JA_NO_MENTION && first != last)
        before_last = neighbour(reading, last, true);
    bool list = first != last && before_last != JA_NO_MENTION &&
                ja_has_and(reading, at[before_last].first + at[before_last].count, at[last].first);
    for (size_t i = list ? first : mention;;) {
        ja_indices_add(reading->arena, out, at[i].actor);
        next = list && i != last && out->count < JA_MAX_LIST ? next_member(reading, i, false)
                                                             : JA_NO_MENTION;
        if (next == JA_NO_MENTION)
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
