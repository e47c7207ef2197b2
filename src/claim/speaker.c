#include "claim/speaker.h"

#include "claim/clause.h"

static const size_t BEHIND_REACH = 4;   /* words between "according to" and who it is */
static const size_t LONGEST_INCISE = 9; /* words */

static size_t word_of(const ja_reading *reading, size_t token)
{
    return reading->forest.word_of_token[token];
}

/* A verb that follows a quotation or a comma tells its speaker behind it. */
bool ja_is_incise(const ja_reading *reading, size_t verb)
{
    size_t clause = ja_first_child(reading, verb, JA_DEP_CCOMP);
    if (clause != JA_NO_WORD && clause > verb)
        return ja_is_set_in(reading, verb);
    size_t first = reading->document->sentences[ja_branch_at(reading, verb)->sentence].first_word;
    for (size_t i = verb; i-- > first;) {
        if (ja_is_punct(reading, i))
            return true;
        ja_upos upos = ja_word_at(reading, i)->upos;
        bool governs = ja_branch_at(reading, verb)->head == i; /* "FINIT par murmurer X" */
        bool small = upos == JA_UPOS_AUX || upos == JA_UPOS_ADV || upos == JA_UPOS_PRON ||
                     (upos == JA_UPOS_ADP && ja_branch_at(reading, i)->head == verb);
        if ((!small && !governs) || ja_branch_at(reading, i)->relation == JA_DEP_NSUBJ)
            return false;
    }
    return false;
}

static bool is_clitic(const ja_reading *reading, size_t word)
{
    return ja_is_upos(reading, word, JA_UPOS_ADV) || ja_is_upos(reading, word, JA_UPOS_AUX) ||
           (ja_is_upos(reading, word, JA_UPOS_PRON) && !ja_has_feature(reading, word, "Case=Nom") &&
            !ja_has_feature(reading, word, "PronType=Rel"));
}

/* Whether the words from here on go on with a verb, its subject told before. */
static bool goes_on(const ja_reading *reading, size_t word, size_t end)
{
    while (word < end && is_clitic(reading, word))
        word++;
    return word < end && ja_is_verb(reading, word) &&
           !ja_has_feature(reading, word, "VerbForm=Inf");
}

bool ja_is_set_in(const ja_reading *reading, size_t verb)
{
    if (!ja_is_finite(reading, verb) || ja_is_passive(reading, verb))
        return false;
    const ja_sentence *sentence = ja_sentence_around(reading, verb);
    size_t first = sentence->first_word, limit = first + sentence->word_count;
    size_t begin = verb, end = verb + 1;
    while (begin > first && is_clitic(reading, begin - 1))
        begin--;
    while (end < limit && !ja_is_punct(reading, end) && !ja_is_predicate(reading, end))
        end++;
    return begin > first + 1 && ja_is_comma(reading, begin - 1) && end > verb + 1 && end < limit &&
           end - verb <= LONGEST_INCISE && ja_is_comma(reading, end) &&
           !ja_is_upos(reading, verb + 1, JA_UPOS_ADP) &&
           (ja_is_upos(reading, end - 1, JA_UPOS_NOUN) ||
            ja_is_upos(reading, end - 1, JA_UPOS_PROPN)) &&
           !ja_is_verb(reading, begin - 2) && goes_on(reading, end + 1, limit);
}

/* "dit-IL", "a-t-ELLE ajouté": the pronoun that a hyphen ties to the verb. */
static size_t tied_pronoun(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence =
        &reading->document->sentences[ja_branch_at(reading, verb)->sentence];
    size_t first = verb, end = sentence->first_word + sentence->word_count;
    while (first > sentence->first_word && (ja_word_at(reading, first - 1)->upos == JA_UPOS_AUX ||
                                            ja_word_at(reading, first - 1)->upos == JA_UPOS_ADV ||
                                            ja_word_at(reading, first - 1)->upos == JA_UPOS_PRON))
        first--;
    for (size_t i = first; i < end && i <= verb + 1; i++)
        if (ja_word_at(reading, i)->upos == JA_UPOS_PRON &&
            reading->document->tokens[ja_word_at(reading, i)->token].form.at[0] == '-')
            return i;
    return JA_NO_WORD;
}

/* "fait VALOIR X": the infinitive that is a part of the verb. */
static size_t last_of_verb(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence =
        &reading->document->sentences[ja_branch_at(reading, verb)->sentence];
    bool infinitive = verb + 1 < sentence->first_word + sentence->word_count &&
                      ja_word_at(reading, verb + 1)->upos == JA_UPOS_VERB &&
                      ja_has_feature(reading, verb + 1, "VerbForm=Inf");
    return infinitive ? verb + 1 : verb;
}

/* "a lancé à la maire, Mme X, le conseiller Y": the last noun of the sentence, where the verb is
 * followed by whom it is said to. */
static size_t subject_behind_addressee(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence =
        &reading->document->sentences[ja_branch_at(reading, verb)->sentence];
    size_t end = sentence->first_word + sentence->word_count, found = JA_NO_WORD;
    if (verb + 1 >= end || !ja_word_is(reading, verb + 1, JA_FUNCTION_ADDRESSEE))
        return JA_NO_WORD;
    size_t addressee = ja_actor_at(reading, ja_addressee(reading, verb));
    for (size_t i = verb + 2; i < end; i++) {
        size_t actor = ja_actor_at(reading, i);
        if (ja_word_at(reading, i)->upos == JA_UPOS_VERB)
            break;
        if (actor != JACCUSE_NONE && actor != addressee)
            found = i;
    }
    return found;
}

/* The subject or object that the tree hangs behind the verb, whoever it is. */
static size_t subject_behind(const ja_reading *reading, size_t verb)
{
    for (size_t child = ja_branch_at(reading, verb)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        ja_deprel relation = ja_branch_at(reading, child)->relation;
        bool thing = ja_is_class(reading, child, JA_CUE_ACCUSE) ||
                     ja_is_class(reading, child, JA_CUE_SPEECH) ||
                     ja_is_class(reading, child, JA_CUE_WRONG);
        if ((relation == JA_DEP_NSUBJ || relation == JA_DEP_OBJ) && child > verb &&
            child <= verb + BEHIND_REACH && !thing)
            return child;
    }
    return JA_NO_WORD;
}

/* Whether the subject stands before the verb in its own clause, on the same side of quotation
 * marks. */
static bool is_own_subject(const ja_reading *reading, size_t subject, size_t verb)
{
    const ja_token *tokens = reading->document->tokens;
    return subject < verb && ja_branch_at(reading, subject)->head == verb &&
           tokens[ja_word_at(reading, subject)->token].quote ==
               tokens[ja_word_at(reading, verb)->token].quote;
}

/* "its head of sales, ANNA BERG, said": the name alone between two commas before the verb, for
 * where the noun before it is nobody. */
static size_t name_between_commas(const ja_reading *reading, size_t verb)
{
    size_t first = ja_sentence_around(reading, verb)->first_word, end = verb;
    while (end > first && is_clitic(reading, end - 1))
        end--;
    if (end < first + 4 || !ja_is_comma(reading, end - 1))
        return JA_NO_WORD;
    size_t begin = end - 1;
    while (begin > first && ja_is_upos(reading, begin - 1, JA_UPOS_PROPN))
        begin--;
    return begin < end - 1 && begin > first && ja_is_comma(reading, begin - 1) &&
                   ja_actor_at(reading, begin) != JACCUSE_NONE
               ? begin
               : JA_NO_WORD;
}

/* Who says, where the subject by the tree (`known`: it is somebody) is not the verb's own. */
static size_t speaker_by_position(const ja_reading *reading, size_t verb, size_t subject,
                                  bool known)
{
    if (ja_is_incise(reading, verb)) {
        size_t behind = ja_inverted_subject(reading, last_of_verb(reading, verb));
        if (behind == JA_NO_WORD)
            behind = subject_behind_addressee(reading, verb);
        if (behind == JA_NO_WORD)
            behind = subject_behind(reading, verb);
        if (behind != JA_NO_WORD)
            return behind;
    } else if (known && subject > verb) {
        size_t before = ja_subject_nearby(reading, verb);
        return before == JA_NO_WORD ? subject : before;
    }
    size_t name =
        known || ja_is_passive(reading, verb) ? JA_NO_WORD : name_between_commas(reading, verb);
    if (name != JA_NO_WORD)
        return name;
    bool noun = subject != JA_NO_WORD && ja_word_at(reading, subject)->upos == JA_UPOS_NOUN &&
                !ja_word_is(reading, subject, JA_FUNCTION_TIME);
    return known || noun || ja_is_passive(reading, verb) ? subject
                                                         : ja_subject_nearby(reading, verb);
}

/* Who says: the subject by the tree, else by position. */
size_t ja_speaker_of_verb(const ja_reading *reading, size_t verb)
{
    size_t tied = tied_pronoun(reading, verb);
    if (tied != JA_NO_WORD)
        return tied;
    size_t subject = ja_agent(reading, verb);
    bool known = ja_actor_at(reading, subject) != JACCUSE_NONE;
    bool own = is_own_subject(reading, subject, verb) && !ja_is_set_in(reading, verb);
    if (known && (own || ja_is_passive(reading, verb)))
        return subject;
    size_t adjacent =
        ja_is_passive(reading, verb) ? JA_NO_WORD : ja_subject_adjacent(reading, verb);
    if (adjacent != JA_NO_WORD)
        return adjacent;
    return speaker_by_position(reading, verb, subject, known);
}

size_t ja_agent_of_participle(const ja_reading *reading, size_t noun)
{
    if (noun == JA_NO_WORD)
        return JA_NO_WORD;
    for (size_t child = ja_first_child(reading, noun, JA_DEP_ACL); child != JA_NO_WORD;
         child = ja_child(&reading->forest, noun, JA_DEP_ACL, child)) {
        bool accuses = ja_is_class(reading, child, JA_CUE_ACCUSE) &&
                       !ja_is_class(reading, noun, JA_CUE_ACCUSE); /* "a complaint FILED by" */
        bool against = accuses || ja_is_class(reading, child, JA_CUE_DENY);
        size_t agent = child > noun && !against && ja_is_passive(reading, child)
                           ? ja_agent(reading, child)
                           : JA_NO_WORD;
        if (ja_actor_at(reading, agent) != JACCUSE_NONE)
            return agent;
    }
    return JA_NO_WORD;
}

bool ja_is_prefix(const ja_cue_match *match)
{
    return match->cue->slot_count && match->cue->slots[0].relation == JA_OBJ;
}

bool ja_is_relay(const ja_reading *reading, const ja_cue_match *match)
{
    size_t word = word_of(reading, match->first);
    size_t last = word_of(reading, match->first + match->count - 1);
    return match->cue->part == JA_PHRASE && ja_is_prefix(match) &&
           ja_word_at(reading, word)->upos == JA_UPOS_VERB &&
           ja_word_is(reading, last, JA_FUNCTION_AGENT);
}

static bool is_beyond_comma(const ja_reading *reading, size_t begin, size_t word)
{
    for (size_t i = begin; i < word; i++)
        if (ja_is_punctuation(reading, ja_word_at(reading, i)->token, ","))
            return true;
    return false;
}

size_t ja_governed(const ja_reading *reading, const ja_cue_match *match)
{
    if (match->cue->part == JA_VERB)
        return ja_patient(reading, word_of(reading, match->head));
    size_t last = word_of(reading, match->first + match->count - 1), base = last;
    if (ja_branch_at(reading, base)->relation == JA_DEP_FIXED)
        base = ja_branch_at(reading, base)->head;
    ja_deprel relation = ja_branch_at(reading, base)->relation;
    size_t noun = ja_branch_at(reading, base)->head;
    bool small = relation == JA_DEP_CASE || relation == JA_DEP_MARK || relation == JA_DEP_DET;
    const ja_sentence *sentence =
        &reading->document->sentences[ja_branch_at(reading, last)->sentence];
    size_t end = sentence->first_word + sentence->word_count;
    bool governs = small && noun != JA_NO_WORD && noun > last;
    for (size_t i = last + 1; i < end && i <= last + BEHIND_REACH; i++) {
        if (governs && (i == noun || !is_beyond_comma(reading, i, noun)))
            return noun;
        if (ja_actor_at(reading, i) != JACCUSE_NONE)
            return i;
    }
    return governs ? noun : JA_NO_WORD;
}

static bool is_subject(const ja_reading *reading, size_t word)
{
    ja_deprel relation = ja_branch_at(reading, word)->relation;
    return relation == JA_DEP_NSUBJ || relation == JA_DEP_NSUBJ_PASS;
}

size_t ja_first_subject(const ja_reading *reading, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (is_subject(reading, i) && ja_branch_at(reading, i)->head < end &&
            ja_actor_at(reading, i) != JACCUSE_NONE &&
            reading->document->tokens[ja_word_at(reading, i)->token].quote == JA_NO_QUOTE)
            return i;
    return JA_NO_WORD;
}

size_t ja_person_before(const ja_reading *reading, size_t sentence, bool paragraphs)
{
    if (sentence == 0)
        return JA_NO_WORD;
    const ja_sentence *before = &reading->document->sentences[sentence - 1];
    if (before->title || (!paragraphs && before->paragraph != before[1].paragraph))
        return JA_NO_WORD;
    size_t subject =
        ja_first_subject(reading, before->first_word, before->first_word + before->word_count);
    size_t actor = ja_actor_at(reading, subject);
    return actor != JACCUSE_NONE && reading->actors.at[actor].kind == JACCUSE_PERSON ? subject
                                                                                     : JA_NO_WORD;
}

bool ja_is_pronoun(const ja_reading *reading, size_t word)
{
    return word != JA_NO_WORD && ja_word_at(reading, word)->upos == JA_UPOS_PRON &&
           !ja_word_is(reading, word, JA_FUNCTION_FIRST_PERSON) &&
           !ja_word_is(reading, word, JA_FUNCTION_GENERIC) &&
           !ja_has_feature(reading, word, "PronType=Rel");
}
