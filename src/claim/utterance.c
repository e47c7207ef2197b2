/* Who says which words: the complements of verbs and nouns of saying, "according to A", incises,
 * and quotations, also split around their speaker or carried on over sentences. */
#include "claim/utterance.h"

#include "base/limits.h"
#include "claim/clause.h"
#include "claim/judge.h"
#include "claim/noun_actor.h"
#include "claim/quotation.h"
#include "claim/said.h"

static const size_t LONGEST_INCISE = 14;     /* words */
static const size_t LONGEST_EXCLAMATION = 4; /* words, with their mark */
static const size_t VIEWPOINT_REACH = 5;     /* words between "for" and whose view it is */

static size_t word_of(const ja_reading *reading, size_t token)
{
    return reading->forest.word_of_token[token];
}

static size_t speaker_of_slots(const ja_reading *reading, const ja_cue_match *match, size_t word)
{
    if (match->cue->part == JA_ADJECTIVE || word != word_of(reading, match->head))
        return ja_own_subject(reading, word); /* "A is CERTAIN that", "A EST convaincu que" */
    if (match->cue->part == JA_VERB) {
        bool object = match->cue->slot_count && match->cue->slots[0].relation == JA_OBJ;
        return object ? ja_patient(reading, word) : ja_speaker_of_verb(reading, word);
    }
    size_t author = ja_author(reading, word);
    const ja_branch *branch = ja_branch_at(reading, word);
    bool object = branch->relation == JA_DEP_OBJ || branch->relation == JA_DEP_OBL;
    if (author == JA_NO_WORD && object && branch->head != JA_NO_WORD)
        author = ja_agent(reading, branch->head);
    return author;
}

/* "CITING A": a verb whose object speaks. */
static bool is_citing(const ja_reading *reading, const ja_cue_match *match)
{
    ja_upos upos = ja_word_at(reading, word_of(reading, match->first))->upos;
    return ja_is_prefix(match) &&
           (match->cue->part == JA_VERB || (match->count == 1 && upos == JA_UPOS_VERB)) &&
           !ja_word_is(reading, word_of(reading, match->first + match->count - 1),
                       JA_FUNCTION_OF) &&
           !ja_is_relay(reading, match);
}

static void add_clause(ja_utterance_finder *finder, size_t utterance, size_t head, size_t gap)
{
    const ja_branch *branch = ja_branch_at(finder->reading, head);
    ja_said_words said = {utterance, branch->begin, branch->end, 0, 0};
    if (gap != JA_NO_WORD) {
        said.gap = ja_branch_at(finder->reading, gap)->begin;
        said.gap_end = ja_branch_at(finder->reading, gap)->end;
    }
    ja_add_said(finder, said);
}

/* "speaks OF A THEFT by B" */
static bool is_topic(const ja_reading *reading, size_t word)
{
    size_t marker = ja_first_child(reading, word, JA_DEP_CASE);
    return ja_branch_at(reading, word)->relation == JA_DEP_OBL && marker != JA_NO_WORD &&
           ja_word_is(reading, marker, JA_FUNCTION_OF) && ja_is_class(reading, word, JA_CUE_WRONG);
}

/* The stretch between two marks that the word stands in. */
static void stretch_of(const ja_reading *reading, size_t word, size_t *begin, size_t *end)
{
    const ja_sentence *sentence =
        &reading->document->sentences[ja_branch_at(reading, word)->sentence];
    size_t first = sentence->first_word, last = first + sentence->word_count;
    for (*begin = word; *begin > first && !ja_is_punct(reading, *begin - 1);)
        --*begin;
    for (*end = word + 1; *end < last && !ja_is_punct(reading, *end);)
        ++*end;
}

/* "A lied, SAID B", rather than a clause that goes on: "and the crews KNOW it", "when he FOUND it".
 */
static bool stands_beside(const ja_reading *reading, size_t verb)
{
    const ja_branch *branch = ja_branch_at(reading, verb);
    return branch->relation == JA_DEP_PARATAXIS && branch->head != JA_NO_WORD &&
           ja_first_child(reading, verb, JA_DEP_CC) == JA_NO_WORD &&
           ja_first_child(reading, verb, JA_DEP_MARK) == JA_NO_WORD;
}

/* The clauses that a verb or noun of saying governs. */
static void add_complements(ja_utterance_finder *finder, size_t utterance, size_t word)
{
    const ja_reading *reading = finder->reading;
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        ja_deprel relation = ja_branch_at(reading, child)->relation;
        if (relation == JA_DEP_CCOMP || relation == JA_DEP_XCOMP || relation == JA_DEP_ACL ||
            relation == JA_DEP_OBJ || is_topic(reading, child) ||
            (child > word && (relation == JA_DEP_PARATAXIS || relation == JA_DEP_CSUBJ ||
                              relation == JA_DEP_CSUBJ_PASS)))
            add_clause(finder, utterance, child, JA_NO_WORD);
    }
    if (stands_beside(reading, word)) {
        const ja_branch *around = ja_branch_at(reading, ja_branch_at(reading, word)->head);
        ja_said_words said = {utterance, around->begin, around->end, 0, 0};
        stretch_of(reading, word, &said.gap, &said.gap_end);
        ja_add_said(finder, said);
    }
}

static bool has_predicate(const ja_reading *reading, size_t begin, size_t end)
{
    for (size_t i = begin; i < end; i++)
        if (ja_is_predicate(reading, i))
            return true;
    return false;
}

static bool tells_anything(const ja_reading *reading, const ja_said_words *said)
{
    bool whole = said->gap_end == 0;
    return has_predicate(reading, said->begin, whole ? said->end : said->gap) ||
           (!whole && has_predicate(reading, said->gap_end, said->end));
}

/* Whether nothing in the stretch but the verb itself is a predicate, and its speaker is there. */
static bool is_bare_incise(const ja_reading *reading, size_t verb, size_t begin, size_t end)
{
    size_t speaker = ja_speaker_of_verb(reading, verb);
    for (size_t i = begin; i < verb; i++)
        if (ja_has_feature(reading, i, "PronType=Rel"))
            return false;
    return ja_is_finite(reading, verb) && end - begin <= LONGEST_INCISE && speaker >= begin &&
           speaker < end && ja_first_child(reading, verb, JA_DEP_CC) == JA_NO_WORD &&
           !has_predicate(reading, begin, verb) && !has_predicate(reading, verb + 1, end);
}

/* Where the tree gives a verb of saying no clause: what follows it in its stretch, or all of the
 * sentence around an incise. */
static void add_by_position(ja_utterance_finder *finder, size_t utterance, size_t verb)
{
    const ja_reading *reading = finder->reading;
    const ja_sentence *sentence =
        &reading->document->sentences[ja_branch_at(reading, verb)->sentence];
    size_t begin, end;
    stretch_of(reading, verb, &begin, &end);
    bool clause = verb + 1 < end && ja_word_is(reading, verb + 1, JA_FUNCTION_THAT);
    if (clause && has_predicate(reading, verb + 1, end))
        ja_add_said(finder, (ja_said_words){utterance, verb + 1, end, 0, 0});
    else if (is_bare_incise(reading, verb, begin, end))
        ja_add_said(finder,
                    (ja_said_words){utterance, sentence->first_word,
                                    sentence->first_word + sentence->word_count, begin, end});
}

/* The clause that the word stands in, participles and purposes aside: what "according to A" tells
 * is a whole statement. */
static size_t main_clause_of(const ja_reading *reading, size_t word)
{
    size_t clause = ja_clause_of(reading, word);
    for (unsigned steps = 0; steps < 8; steps++) {
        const ja_branch *branch = ja_branch_at(reading, clause);
        bool cleft = branch->relation == JA_DEP_RELCL &&
                     ja_first_child(reading, branch->head, JA_DEP_COP) != JA_NO_WORD;
        if (branch->head == JA_NO_WORD || branch->relation == JA_DEP_CCOMP ||
            (branch->relation == JA_DEP_RELCL && !cleft) || branch->relation == JA_DEP_PARATAXIS ||
            (branch->relation == JA_DEP_CONJ &&
             ja_first_child(reading, clause, JA_DEP_NSUBJ) != JA_NO_WORD))
            break;
        clause = ja_clause_of(reading, branch->head);
    }
    return clause;
}

/* The clause beside "according to A": what it modifies, without itself. */
static void add_prefixed(ja_utterance_finder *finder, size_t utterance, size_t noun)
{
    const ja_reading *reading = finder->reading;
    size_t head = ja_branch_at(reading, noun)->head;
    if (head == JA_NO_WORD)
        return;
    size_t cue = finder->reading->utterances[utterance].cue;
    if (cue < reading->cue_count && is_citing(reading, &reading->cues[cue])) {
        size_t saying = ja_branch_at(reading, word_of(reading, reading->cues[cue].head))->head;
        while (saying != JA_NO_WORD && !ja_is_class(reading, saying, JA_CUE_SPEECH))
            saying = ja_branch_at(reading, saying)->head;
        if (saying != JA_NO_WORD)
            add_complements(finder, utterance, saying);
        return;
    }
    add_clause(finder, utterance, main_clause_of(reading, head), noun);
}

/* "According to A, ...": where the phrase opens the sentence, all of it. */
static void add_opened(ja_utterance_finder *finder, size_t utterance, size_t first, size_t noun)
{
    const ja_reading *reading = finder->reading;
    const ja_sentence *sentence =
        &reading->document->sentences[ja_branch_at(reading, first)->sentence];
    size_t end = sentence->first_word + sentence->word_count, comma = noun;
    while (comma < end && !ja_is_punctuation(reading, ja_word_at(reading, comma)->token, ","))
        comma++;
    if (first == sentence->first_word && comma < end)
        ja_add_said(finder, (ja_said_words){utterance, first, end, first, comma});
}

static void read_prefix(ja_utterance_finder *finder, size_t cue)
{
    const ja_reading *reading = finder->reading;
    size_t noun = ja_governed(reading, &reading->cues[cue]);
    if (noun == JA_NO_WORD || ja_is_relay(reading, &reading->cues[cue]))
        return;
    ja_utterance utterance = {.cue = cue, .speaker_word = noun, .prefix = true, .real = true};
    ja_add_actors(reading, noun, &utterance.speakers);
    if (utterance.speakers.count == 0)
        ja_indices_add(reading->arena, &utterance.speakers,
                       ja_actor_at(reading, ja_author(reading, noun)));
    if (utterance.speakers.count == 0)
        ja_add_actors(reading, ja_agent_of_participle(reading, noun), &utterance.speakers);
    size_t index = ja_add_utterance(finder, utterance);
    add_prefixed(finder, index, noun);
    if (reading->cues[cue].cue->part == JA_PHRASE)
        add_opened(finder, index, word_of(reading, reading->cues[cue].first), noun);
}

/* "FALSE, replies the ministry": a word or two before the incise. */
static void add_exclamation(ja_utterance_finder *finder, size_t utterance, size_t verb)
{
    const ja_reading *reading = finder->reading;
    size_t first = reading->document->sentences[ja_branch_at(reading, verb)->sentence].first_word;
    size_t begin, end;
    stretch_of(reading, verb, &begin, &end);
    if (begin > first && begin <= first + LONGEST_EXCLAMATION)
        ja_add_said(finder, (ja_said_words){utterance, first, begin, 0, 0});
}

/* Whoever the sentence before is about. */
static void assume_speaker(const ja_reading *reading, size_t word, ja_utterance *utterance)
{
    size_t person = ja_person_before(reading, ja_branch_at(reading, word)->sentence, true);
    ja_add_actors(reading, person, &utterance->speakers);
    utterance->assumed = utterance->speakers.count > 0;
}

/* "IN HER ACCOUNT, B lied": all of the clause that a noun of saying opens or ends, set off by a
 * comma. */
static void add_account(ja_utterance_finder *finder, size_t utterance, size_t noun)
{
    const ja_reading *reading = finder->reading;
    const ja_branch *branch = ja_branch_at(reading, noun);
    size_t marker = ja_first_child(reading, noun, JA_DEP_CASE);
    const ja_sentence *sentence = &reading->document->sentences[branch->sentence];
    size_t first = sentence->first_word, last = first + sentence->word_count;
    bool opens = branch->begin == first && branch->end < last &&
                 (ja_is_comma(reading, branch->end) || ja_is_comma(reading, branch->end - 1));
    bool ends = branch->begin > first && branch->end + 1 >= last &&
                (ja_is_comma(reading, branch->begin - 1) || ja_is_comma(reading, branch->begin));
    if (branch->relation == JA_DEP_OBL && marker != JA_NO_WORD &&
        ja_word_is(reading, marker, JA_FUNCTION_TELLING) && (opens || ends))
        add_clause(finder, utterance, main_clause_of(reading, branch->head), noun);
}

/* "EST convaincue que": the predicate that a form of "be" belongs to. */
static size_t predicate_of(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    bool small = branch->relation == JA_DEP_COP || branch->relation == JA_DEP_AUX_PASS;
    return small && branch->head != JA_NO_WORD ? branch->head : word;
}

static void read_saying(ja_utterance_finder *finder, size_t cue)
{
    const ja_reading *reading = finder->reading;
    const ja_cue_match *match = &reading->cues[cue];
    size_t word = predicate_of(reading, word_of(reading, match->head));
    bool real = ja_judge(reading, match).stop == JA_STOP_NONE &&
                ja_judge_clause(reading, word).stop == JA_STOP_NONE;
    ja_utterance utterance = {.cue = cue, .real = real};
    size_t speaker = speaker_of_slots(reading, match, word);
    if (match->cue->part == JA_ADJECTIVE && ja_actor_at(reading, speaker) == JACCUSE_NONE)
        return;
    utterance.speaker_word = speaker;
    ja_add_actors(reading, speaker, &utterance.speakers);
    if (utterance.speakers.count == 0)
        ja_add_actors(reading, ja_agent_of_participle(reading, speaker), &utterance.speakers);
    if (utterance.speakers.count == 0)
        ja_indices_add(reading->arena, &utterance.speakers,
                       ja_actor_of_noun(finder->reading, speaker));
    if (utterance.speakers.count == 0 && ja_is_pronoun(reading, speaker))
        assume_speaker(reading, word, &utterance);
    size_t index = ja_add_utterance(finder, utterance), before = finder->said_count;
    if (match->cue->part == JA_VERB && ja_is_incise(reading, word))
        add_exclamation(finder, index, word);
    add_complements(finder, index, word);
    if (match->cue->part == JA_NOUN && utterance.speakers.count)
        add_account(finder, index, word);
    for (size_t i = before; i < finder->said_count; i++)
        if (tells_anything(reading, &finder->said[i]))
            return;
    if (match->cue->part == JA_VERB)
        add_by_position(finder, index, word);
}

static void add_quotation(ja_utterance_finder *finder, const ja_quote *quote,
                          const ja_quotation *source)
{
    const ja_reading *reading = finder->reading;
    if (source->speakers.count == 0)
        return;
    size_t index = ja_add_utterance(finder, (ja_utterance){.speakers = source->speakers,
                                                           .cue = source->cue,
                                                           .speaker_word = JA_NO_WORD,
                                                           .direct = true,
                                                           .assumed = source->assumed,
                                                           .real = source->real});
    ja_add_said(finder,
                (ja_said_words){index, word_of(reading, quote->first),
                                word_of(reading, quote->first + quote->count - 1) + 1, 0, 0});
}

/* "For A, …", "Pour A, …" at the head of a sentence: A's view. */
static void read_viewpoint(ja_utterance_finder *finder, const ja_sentence *sentence)
{
    const ja_reading *reading = finder->reading;
    if (sentence->word_count < 4 ||
        !ja_word_is(reading, sentence->first_word, JA_FUNCTION_VIEWPOINT))
        return;
    size_t noun = ja_branch_at(reading, sentence->first_word)->head;
    size_t reach = sentence->first_word + VIEWPOINT_REACH;
    if (noun == JA_NO_WORD || ja_actor_at(reading, noun) == JACCUSE_NONE)
        for (noun = sentence->first_word + 1;
             noun < reach && ja_actor_at(reading, noun) == JACCUSE_NONE;)
            noun++;
    if (noun >= sentence->first_word + sentence->word_count ||
        ja_actor_at(reading, noun) == JACCUSE_NONE)
        return;
    size_t mention = ja_mention_at(reading, noun), end = noun + 1;
    if (mention != JA_NO_MENTION)
        end = word_of(reading,
                      reading->mentions.at[mention].first + reading->mentions.at[mention].count);
    if (end >= sentence->first_word + sentence->word_count || !ja_is_punct(reading, end))
        return;
    ja_utterance utterance = {
        .cue = reading->cue_count, .speaker_word = noun, .prefix = true, .real = true};
    ja_add_actors(reading, noun, &utterance.speakers);
    size_t index = ja_add_utterance(finder, utterance);
    add_prefixed(finder, index, noun);
    add_opened(finder, index, sentence->first_word, noun);
}

/* "…, POUR QUI X a menti": the view of who the pronoun stands for. */
static void read_relative_viewpoint(ja_utterance_finder *finder, size_t word)
{
    const ja_reading *reading = finder->reading;
    size_t marker = ja_first_child(reading, word, JA_DEP_CASE);
    if (marker == JA_NO_WORD || !ja_word_is(reading, marker, JA_FUNCTION_VIEWPOINT) ||
        ja_actor_at(reading, word) == JACCUSE_NONE)
        return;
    ja_utterance utterance = {
        .cue = reading->cue_count, .speaker_word = word, .prefix = true, .real = true};
    ja_indices_add(reading->arena, &utterance.speakers, ja_actor_at(reading, word));
    add_prefixed(finder, ja_add_utterance(finder, utterance), word);
}

/* "à l'en croire": a phrase that holds its speaker as a pronoun, who is told of before it. */
static void read_phrase(ja_utterance_finder *finder, size_t cue)
{
    const ja_reading *reading = finder->reading;
    const ja_cue_match *match = &reading->cues[cue];
    size_t first = word_of(reading, match->first);
    size_t last = word_of(reading, match->first + match->count - 1);
    ja_utterance utterance = {.cue = cue, .speaker_word = JA_NO_WORD, .prefix = true, .real = true};
    bool pronoun = false;
    for (size_t i = first; i <= last; i++)
        pronoun = pronoun || ja_is_upos(reading, i, JA_UPOS_PRON);
    if (pronoun)
        assume_speaker(reading, first, &utterance);
    for (size_t i = first; i <= last && utterance.speakers.count == 0; i++)
        if (ja_word_at(reading, i)->upos == JA_UPOS_PRON) {
            ja_add_actors(reading, i, &utterance.speakers);
            utterance.speaker_word = i;
        }
    if (utterance.speakers.count == 0)
        return;
    size_t index = ja_add_utterance(finder, utterance);
    size_t clause = main_clause_of(reading, first);
    const ja_branch *branch = ja_branch_at(reading, clause);
    ja_add_said(finder, (ja_said_words){index, branch->begin, branch->end, first, last + 1});
}

/* "PARLE D'UN VOL commis par B": accuses, and has no place for the accused. */
static bool names_only_charge(const ja_cue *cue)
{
    bool accused = false;
    for (size_t i = 0; i < cue->slot_count; i++)
        accused = accused || cue->slots[i].role == JA_ROLE_ACCUSED;
    return (cue->class == JA_CUE_ACCUSE || cue->class == JA_CUE_SUSPECT) && !accused;
}

/* "ACCUSED B of ...": another frame of the verb has its object for the accused. */
static bool accuses_object(const ja_reading *reading, const ja_cue_match *match)
{
    size_t object = ja_first_child(reading, word_of(reading, match->head), JA_DEP_OBJ);
    if (ja_actor_at(reading, object) == JACCUSE_NONE)
        return false;
    for (size_t i = ja_first_cue(reading, match->first);
         i < reading->cue_count && reading->cues[i].first == match->first; i++)
        if (ja_cue_has_slot(reading->cues[i].cue, JA_ROLE_ACCUSED, JA_OBJ))
            return true;
    return false;
}

/* A verb of accusing whose charge is what is said: "parle d'un vol", "Russia, ALLEGES Kyiv, lied".
 */
static bool tells_its_charge(const ja_reading *reading, const ja_cue_match *match)
{
    if (match->cue->part != JA_VERB)
        return false;
    bool accuses = match->cue->class == JA_CUE_ACCUSE || match->cue->class == JA_CUE_SUSPECT;
    return (names_only_charge(match->cue) && !accuses_object(reading, match)) ||
           (accuses && ja_is_set_in(reading, word_of(reading, match->head)));
}

/* "C'est ce qu'AFFIRME X", "That is what X SAYS": a verb whose content the sentence before has
 * told.
 */
static bool points_back(const ja_reading *reading, size_t verb)
{
    const ja_branch *branch = ja_branch_at(reading, verb);
    size_t what = branch->head;
    if (branch->relation != JA_DEP_RELCL || what == JA_NO_WORD ||
        !ja_is_upos(reading, what, JA_UPOS_PRON) ||
        ja_first_child(reading, what, JA_DEP_COP) == JA_NO_WORD ||
        ja_judge_clause(reading, what).stop != JA_STOP_NONE)
        return false;
    size_t subject = ja_first_child(reading, what, JA_DEP_NSUBJ);
    return subject != JA_NO_WORD && ja_has_feature(reading, subject, "PronType=Dem");
}

/* Gives the sentence before to who says it by a verb that points back, where nobody else does. */
static void read_pointing_back(ja_utterance_finder *finder, size_t index)
{
    const ja_reading *reading = finder->reading;
    const ja_utterance *told = &reading->utterances[index];
    if (told->cue >= reading->cue_count || !told->real || told->speakers.count == 0)
        return;
    const ja_cue_match *match = &reading->cues[told->cue];
    size_t verb = word_of(reading, match->head), at = ja_branch_at(reading, verb)->sentence;
    const ja_sentence *sentence = &reading->document->sentences[at];
    if (match->cue->part != JA_VERB || at == 0 || !points_back(reading, verb) ||
        sentence[-1].title || sentence[-1].paragraph != sentence->paragraph)
        return;
    size_t first = sentence[-1].first_word, end = first + sentence[-1].word_count;
    for (size_t i = first; i < end; i++)
        if (reading->utterance_of_word[i] != JA_NO_UTTERANCE)
            return;
    ja_utterance utterance = *told;
    utterance.outer = JA_NO_UTTERANCE;
    utterance.begin = first;
    utterance.end = end;
    utterance.carried = true;
    size_t carried = ja_add_utterance(finder, utterance);
    for (size_t i = first; i < end; i++)
        reading->utterance_of_word[i] = carried;
}

/* What the cues of saying tell; who cites another comes last, over the other's words. */
static void read_cues(ja_utterance_finder *finder)
{
    const ja_reading *reading = finder->reading;
    for (size_t i = 0; i < reading->cue_count; i++) {
        const ja_cue_match *match = &reading->cues[i];
        if (!ja_cue_fits(reading, match))
            continue;
        if (match->cue->class == JA_CUE_SPEECH && is_citing(reading, match))
            continue;
        if (match->cue->class == JA_CUE_SPEECH && ja_is_prefix(match))
            read_prefix(finder, i);
        else if (match->cue->class == JA_CUE_SPEECH && match->cue->slot_count == 0)
            read_phrase(finder, i);
        else if (match->cue->class == JA_CUE_SPEECH || tells_its_charge(reading, match))
            read_saying(finder, i);
    }
    for (size_t i = 0; i < reading->cue_count; i++) /* over the words of who cites them */
        if (ja_cue_fits(reading, &reading->cues[i]) &&
            reading->cues[i].cue->class == JA_CUE_SPEECH && is_citing(reading, &reading->cues[i]))
            read_prefix(finder, i);
}

void ja_find_utterances(ja_reading *reading)
{
    ja_utterance_finder finder = {.reading = reading};
    const ja_document *document = reading->document;
    reading->utterance_of_word = JA_NEW_N(reading->arena, size_t, document->word_count);
    for (size_t i = 0; i < document->word_count; i++)
        reading->utterance_of_word[i] = JA_NO_UTTERANCE;
    read_cues(&finder);
    for (size_t i = 0; i < document->sentence_count; i++)
        read_viewpoint(&finder, &document->sentences[i]);
    for (size_t i = 0; i < document->word_count; i++)
        if (ja_has_feature(reading, i, "PronType=Rel"))
            read_relative_viewpoint(&finder, i);
    ja_quotation *of_quote = JA_NEW_N(reading->arena, ja_quotation, document->quote_count);
    ja_find_quotations(reading, of_quote);
    for (size_t i = 0; i < document->quote_count; i++)
        add_quotation(&finder, &document->quotes[i], &of_quote[i]);
    ja_settle_utterances(&finder);
    for (size_t i = 0, count = reading->utterance_count; i < count; i++)
        read_pointing_back(&finder, i);
    for (size_t i = 1; i < document->sentence_count; i++)
        ja_carry_on(&finder, i);
}

bool ja_alleges(const ja_cue *cue)
{
    return ja_cue_has_slot(cue, JA_ROLE_CHARGE, JA_CCOMP) && names_only_charge(cue);
}
