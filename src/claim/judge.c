#include "claim/judge.h"

#include "claim/clause.h"

static const unsigned HIGHEST = 8;    /* governors that are asked */
static const size_t NEAR = 6;         /* words before a predicate in which "not" must be its own */
static const size_t PARENTHESIS = 10; /* words between two commas that are passed over */

/* Whether the child is a small word of its head rather than an argument. */
static bool is_small(ja_deprel relation)
{
    switch (relation) {
    case JA_DEP_ADVMOD:
    case JA_DEP_AUX:
    case JA_DEP_AUX_TENSE:
    case JA_DEP_AUX_PASS:
    case JA_DEP_COP:
    case JA_DEP_MARK:
    case JA_DEP_CC:
    case JA_DEP_CASE:
    case JA_DEP_EXPL:
    case JA_DEP_DET:
    case JA_DEP_FIXED:
        return true;
    default:
        return false;
    }
}

static bool is_argument(ja_deprel relation)
{
    return relation == JA_DEP_NSUBJ || relation == JA_DEP_NSUBJ_PASS || relation == JA_DEP_OBJ ||
           relation == JA_DEP_OBL_AGENT;
}

/* "NO country", "NEITHER France nor Germany", "NOT a single firm". */
static bool is_determined(const ja_reading *reading, size_t noun, ja_cue_class class)
{
    for (size_t child = ja_branch_at(reading, noun)->first_child;
         child != JA_NO_WORD && child < noun; child = ja_branch_at(reading, child)->next)
        if (is_small(ja_branch_at(reading, child)->relation) &&
            ja_is_class(reading, child, class) &&
            ja_branch_at(reading, child)->relation != JA_DEP_CASE)
            return true;
    return false;
}

/* "NEVER has Finland accused": the first word of the sentence, before its first verb. */
static bool is_negated_from_the_start(const ja_reading *reading, size_t word)
{
    size_t first = reading->document->sentences[ja_branch_at(reading, word)->sentence].first_word;
    if (!ja_is_class(reading, first, JA_CUE_NEGATION) || first >= word ||
        ja_word_at(reading, first)->upos != JA_UPOS_ADV)
        return false;
    for (size_t i = first + 2; i < word; i++) /* behind "has", which may be taken for a verb */
        if (ja_word_at(reading, i)->upos == JA_UPOS_VERB ||
            ja_word_at(reading, i)->upos == JA_UPOS_PUNCT)
            return false;
    return true;
}

/* Whether a word of the class rules the predicate: one of its small words, the determiner of its
 * subject or object ("NO country accused"), or a phrase of several words beside it. */
static bool is_ruled(const ja_reading *reading, size_t word, ja_cue_class class)
{
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        ja_deprel relation = ja_branch_at(reading, child)->relation;
        bool here = ja_is_class(reading, child, class);
        if (here && (is_small(relation) || is_argument(relation)))
            return true;
        bool phrase = here && relation == JA_DEP_OBL && class != JA_CUE_HYPOTHESIS && child > 0 &&
                      (ja_is_class(reading, child - 1, class) ||
                       (child > 1 && ja_is_class(reading, child - 2, class)));
        size_t joint = ja_first_child(reading, child, JA_DEP_CC); /* "BUT not Libya" */
        bool excepted = joint != JA_NO_WORD && !ja_is_class(reading, joint, class);
        if (phrase || (is_argument(relation) && !excepted && is_determined(reading, child, class)))
            return true;
    }
    return false;
}

/* The comma that opens what is set in between and ends at this one; the comma itself where somebody
 * speaks there, or nothing is. */
static size_t before_aside(const ja_reading *reading, size_t comma, size_t first)
{
    size_t open = ja_before_parenthesis(reading, comma, first);
    for (size_t i = open; i < comma; i++)
        if (ja_is_class(reading, i, JA_CUE_SPEECH) && ja_is_upos(reading, i, JA_UPOS_VERB))
            return comma;
    return comma - open <= PARENTHESIS ? open : comma;
}

/* What rules the predicate by the order of the words, where the tree hangs it elsewhere: "not"
 * close before it with nothing between that it could belong to; before an infinitive or participle
 * also "denies", "refuses to" and the like. */
static ja_stop stop_nearby(const ja_reading *reading, size_t word)
{
    size_t first = reading->document->sentences[ja_branch_at(reading, word)->sentence].first_word;
    bool bare = ja_word_at(reading, word)->upos == JA_UPOS_VERB &&
                !ja_has_feature(reading, word, "VerbForm=Fin");
    for (size_t i = word, steps = 0; i > first && steps < NEAR; steps++) {
        i--;
        ja_upos upos = ja_word_at(reading, i)->upos;
        if (ja_is_comma(reading, i)) {
            size_t before = before_aside(reading, i, first);
            if (before == i)
                break;
            i = before;
            continue;
        }
        bool loose = upos == JA_UPOS_PUNCT || upos == JA_UPOS_CCONJ || upos == JA_UPOS_SCONJ;
        if (ja_is_class(reading, i, JA_CUE_NEGATION) && upos != JA_UPOS_ADP && !loose)
            return JA_STOP_NEGATED;
        bool opening = ja_word_is(reading, i, JA_FUNCTION_INFINITIVE) && upos != JA_UPOS_ADP &&
                       !ja_is_upos(reading, i + 1, JA_UPOS_NOUN);
        bare =
            bare || opening || (upos == JA_UPOS_AUX && !ja_has_feature(reading, i, "VerbForm=Fin"));
        bool denies = ja_is_class(reading, i, JA_CUE_DENY) ||
                      ja_is_class(reading, i, JA_CUE_REFUSAL) ||
                      ja_is_class(reading, i, JA_CUE_EXCULPATE);
        if (bare && denies && (upos == JA_UPOS_VERB || upos == JA_UPOS_ADV || upos == JA_UPOS_ADJ))
            return JA_STOP_REFUSED;
        if (loose || (upos == JA_UPOS_VERB && !opening) || upos == JA_UPOS_NOUN ||
            upos == JA_UPOS_PROPN)
            break;
    }
    return JA_STOP_NONE;
}

static bool has_mood(const ja_reading *reading, size_t word, const char *feature)
{
    if (ja_has_feature(reading, word, feature))
        return true;
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        ja_deprel relation = ja_branch_at(reading, child)->relation;
        if ((relation == JA_DEP_AUX || relation == JA_DEP_AUX_TENSE ||
             relation == JA_DEP_AUX_PASS || relation == JA_DEP_COP) &&
            ja_has_feature(reading, child, feature))
            return true;
    }
    return false;
}

static bool is_to_come(const ja_reading *reading, size_t word)
{
    if (has_mood(reading, word, "Tense=Fut"))
        return true;
    size_t mark = ja_first_child(reading, word, JA_DEP_MARK);
    bool told = mark != JA_NO_WORD && ja_is_upos(reading, mark, JA_UPOS_ADP); /* "et X DE dire" */
    bool heading = ja_has_feature(reading, word, "VerbForm=Inf") && /* "Iran TO accuse Israel" */
                   !told && ja_first_child(reading, word, JA_DEP_NSUBJ) != JA_NO_WORD &&
                   ja_branch_at(reading, word)->relation == JA_DEP_ROOT;
    if (heading && ja_first_child(reading, word, JA_DEP_AUX) == JA_NO_WORD &&
        ja_first_child(reading, word, JA_DEP_COP) == JA_NO_WORD) /* "Iran IS to blame" */
        return true;
    for (size_t child = ja_first_child(reading, word, JA_DEP_AUX); child != JA_NO_WORD;
         child = ja_child(&reading->forest, word, JA_DEP_AUX, child))
        if (ja_word_is(reading, child, JA_FUNCTION_FUTURE))
            return true;
    return false;
}

/* A clause that tells a condition: before the predicate it rules it; behind it where the predicate
 * is itself conditional. */
static bool has_condition(const ja_reading *reading, size_t word, bool conditional)
{
    for (size_t child = ja_first_child(reading, word, JA_DEP_ADVCL); child != JA_NO_WORD;
         child = ja_child(&reading->forest, word, JA_DEP_ADVCL, child)) {
        size_t mark = ja_first_child(reading, child, JA_DEP_MARK);
        if (ja_is_class(reading, mark, JA_CUE_HYPOTHESIS) && (child < word || conditional))
            return true;
    }
    return false;
}

ja_verdict ja_judge_clause(const ja_reading *reading, size_t word)
{
    ja_verdict verdict = {JA_STOP_NONE, JACCUSE_ASSERTED};
    bool conditional = has_mood(reading, word, "Mood=Cnd");
    ja_stop nearby = stop_nearby(reading, word);
    if (is_ruled(reading, word, JA_CUE_NEGATION) || is_negated_from_the_start(reading, word))
        verdict.stop = JA_STOP_NEGATED;
    else if (nearby != JA_STOP_NONE)
        verdict.stop = nearby;
    else if (is_ruled(reading, word, JA_CUE_REFUSAL))
        verdict.stop = JA_STOP_REFUSED;
    else if (is_to_come(reading, word))
        verdict.stop = JA_STOP_TO_COME;
    else if (is_ruled(reading, word, JA_CUE_HYPOTHESIS) ||
             has_condition(reading, word, conditional))
        verdict.stop = JA_STOP_HYPOTHETICAL;
    if (conditional || is_ruled(reading, word, JA_CUE_HEDGE))
        verdict.certainty = JACCUSE_ALLEGED;
    return verdict;
}

/* What the governor does to what it governs: "refused to", "denies", "threatens to". */
static ja_stop stop_by_class(const ja_reading *reading, size_t governor, bool noun)
{
    if (ja_is_class(reading, governor, JA_CUE_REFUSAL) ||
        ja_is_class(reading, governor, JA_CUE_EXCULPATE) ||
        ja_is_class(reading, governor, JA_CUE_DECLINE) ||
        (!noun && ja_is_class(reading, governor, JA_CUE_DENY)))
        return JA_STOP_REFUSED;
    if (ja_is_class(reading, governor, JA_CUE_HYPOTHESIS))
        return JA_STOP_HYPOTHETICAL;
    return JA_STOP_NONE;
}

/* What a governing verb does, and what is done to it: "did not HESITATE to" takes back itself. */
static ja_stop stop_of_governor(const ja_reading *reading, size_t governor)
{
    ja_stop by_class = stop_by_class(reading, governor, false);
    ja_stop own = ja_judge_clause(reading, governor).stop;
    if (by_class == JA_STOP_REFUSED && own == JA_STOP_NEGATED &&
        ja_is_class(reading, governor, JA_CUE_REFUSAL))
        return JA_STOP_NONE;
    return by_class != JA_STOP_NONE ? by_class : own;
}

/* "did not accuse or blame": whether a conjoined predicate shares the small words of the first. */
static bool shares_auxiliary(const ja_reading *reading, size_t word)
{
    return !ja_has_feature(reading, word, "VerbForm=Fin") &&
           ja_first_child(reading, word, JA_DEP_NSUBJ) == JA_NO_WORD &&
           ja_first_child(reading, word, JA_DEP_AUX) == JA_NO_WORD &&
           ja_first_child(reading, word, JA_DEP_AUX_TENSE) == JA_NO_WORD;
}

/* "to accuse", "from accusing": an infinitive, or a gerund behind a preposition, is what the
 * governor does or leaves; a bare participle stands beside it, and so does a gerund before it
 * ("tout en ACCUSANT B, A se dit prêt à"). */
static bool is_governed(const ja_reading *reading, size_t word)
{
    return ja_has_feature(reading, word, "VerbForm=Inf") ||
           (!ja_has_feature(reading, word, "VerbForm=Fin") &&
            ja_branch_at(reading, word)->head < word &&
            (ja_first_child(reading, word, JA_DEP_MARK) != JA_NO_WORD ||
             ja_first_child(reading, word, JA_DEP_CASE) != JA_NO_WORD));
}

/* A clause with its own subject behind a mark, and no conjunction: nothing governs it, although the
 * tree may hang it somewhere ("..., Sandu ALLEGED"). */
static bool is_independent(const ja_reading *reading, size_t word)
{
    size_t subject = ja_first_child(reading, word, JA_DEP_NSUBJ);
    if (subject == JA_NO_WORD || ja_first_child(reading, word, JA_DEP_MARK) != JA_NO_WORD)
        return false;
    size_t begin = ja_branch_at(reading, subject)->begin;
    if (begin > word)
        begin = word;
    return begin > 0 && ja_word_at(reading, begin - 1)->upos == JA_UPOS_PUNCT;
}

/* "rowed back ON its accusation": a noun whose preposition belongs to what takes it back. */
static bool is_completed_by(const ja_reading *reading, size_t noun, size_t verb)
{
    size_t marker = ja_first_child(reading, noun, JA_DEP_CASE);
    return ja_is_class(reading, verb, JA_CUE_EXCULPATE) && marker != JA_NO_WORD &&
           ja_is_class(reading, marker, JA_CUE_EXCULPATE);
}

/* "called ON Norway": whom a verb of several words speaks to. */
static bool has_addressed(const ja_reading *reading, size_t verb)
{
    for (size_t child = ja_first_child(reading, verb, JA_DEP_OBL); child != JA_NO_WORD;
         child = ja_child(&reading->forest, verb, JA_DEP_OBL, child)) {
        size_t marker = ja_first_child(reading, child, JA_DEP_CASE);
        if (marker != JA_NO_WORD && ja_is_class(reading, marker, JA_CUE_SPEECH))
            return true;
    }
    return false;
}

/* "ASKED the court to investigate", "TOLD him to sue": the infinitive of what one is bidden. */
static bool is_bidden(const ja_reading *reading, size_t word, size_t head)
{
    bool object = ja_first_child(reading, head, JA_DEP_OBJ) != JA_NO_WORD ||
                  ja_first_child(reading, head, JA_DEP_IOBJ) != JA_NO_WORD ||
                  has_addressed(reading, head);
    bool done = ja_first_child(reading, word, JA_DEP_AUX) != JA_NO_WORD; /* "is said to HAVE" */
    return (ja_is_passive(reading, head) ? !done && ja_is_class(reading, word, JA_CUE_ACCUSE)
                                         : object) &&
           ja_has_feature(reading, word, "VerbForm=Inf") &&
           ja_is_class(reading, head, JA_CUE_SPEECH) && ja_is_verb(reading, head);
}

/* What the governor of a word does to it. *goes_on: whether the governor's own governor is to be
 * asked too. */
static ja_stop stop_by_governor(const ja_reading *reading, size_t word, size_t head, bool noun,
                                bool *goes_on)
{
    *goes_on = true;
    switch (ja_branch_at(reading, word)->relation) {
    case JA_DEP_XCOMP:
    case JA_DEP_CCOMP:
    case JA_DEP_CSUBJ: {
        ja_stop stop = stop_of_governor(reading, head);
        return stop == JA_STOP_NONE && is_bidden(reading, word, head) ? JA_STOP_HYPOTHETICAL : stop;
    }
    case JA_DEP_RELCL: /* "ANYONE who accuses B" */
        *goes_on = false;
        if (ja_is_class(reading, head, JA_CUE_HYPOTHESIS) && ja_is_upos(reading, head, JA_UPOS_PRON))
            return JA_STOP_HYPOTHETICAL;
        return ja_is_cleft(reading, word) ? ja_judge_clause(reading, head).stop : JA_STOP_NONE;
    case JA_DEP_ACL:
        if (ja_is_cleft(reading, word))
            return ja_judge_clause(reading, head).stop;
        *goes_on = !ja_has_feature(reading, word, "VerbForm=Part");
        return *goes_on ? stop_by_class(reading, head, false) : JA_STOP_NONE;
    case JA_DEP_CONJ:
        return shares_auxiliary(reading, word) && !noun ? ja_judge_clause(reading, head).stop
                                                        : JA_STOP_NONE;
    case JA_DEP_ADVCL:
    case JA_DEP_OBL:
        if (noun && is_completed_by(reading, word, head))
            return JA_STOP_REFUSED;
        if (ja_is_cleft(reading, word)) /* "ce n'est pas B que A ACCUSE" */
            return ja_judge_clause(reading, head).stop;
        *goes_on = !noun && is_governed(reading, word);
        return *goes_on ? stop_by_class(reading, head, false) : JA_STOP_NONE;
    case JA_DEP_OBJ:
    case JA_DEP_NMOD: {
        ja_stop stop = stop_by_class(reading, head, noun);
        return stop == JA_STOP_NONE && noun && !ja_is_class(reading, head, JA_CUE_DECLINE)
                   ? ja_judge_clause(reading, head).stop
                   : stop;
    }
    default:
        *goes_on = false;
        return JA_STOP_NONE;
    }
}

/* What stands above the predicate or noun: each governor may stop it. */
static ja_stop stop_above(const ja_reading *reading, size_t word, bool noun)
{
    bool goes_on = true;
    for (unsigned steps = 0; goes_on && steps < HIGHEST && !is_independent(reading, word);
         steps++) {
        size_t head = ja_branch_at(reading, word)->head;
        if (head == JA_NO_WORD || ja_quote_around(reading, head) != ja_quote_around(reading, word))
            break;
        ja_deprel relation = ja_branch_at(reading, word)->relation;
        ja_stop stop = stop_by_governor(reading, word, head, noun, &goes_on);
        if (stop != JA_STOP_NONE)
            return stop;
        noun = noun && relation != JA_DEP_XCOMP && relation != JA_DEP_CCOMP &&
               relation != JA_DEP_CSUBJ;
        word = head;
    }
    return JA_STOP_NONE;
}

bool ja_is_question(const ja_reading *reading, size_t token)
{
    const ja_sentence *sentence = ja_sentence_at(reading, token);
    const ja_token *tokens = reading->document->tokens;
    for (size_t i = token; i < sentence->first + sentence->count; i++)
        if (ja_is_punctuation(reading, i, "?") && tokens[i].quote == tokens[token].quote)
            return true;
    return false;
}

/* A condition that opens the sentence rules all of it: "If it is true, A accuses B". */
static bool is_under_condition(const ja_reading *reading, size_t word)
{
    const ja_sentence *sentence =
        &reading->document->sentences[ja_branch_at(reading, word)->sentence];
    size_t first = sentence->first_word;
    if (!ja_is_class(reading, first, JA_CUE_HYPOTHESIS) || first >= word)
        return false;
    size_t clause = ja_clause_of(reading, first);
    return ja_is_beneath(&reading->forest, word, clause) ||
           ja_branch_at(reading, clause)->head == ja_clause_of(reading, word);
}

/* "accuses A of DETAINING B": a suspecting that is itself what somebody is accused of. */
static bool is_charged(const ja_reading *reading, const ja_cue_match *match, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    return match->cue->class == JA_CUE_SUSPECT && branch->relation == JA_DEP_ADVCL &&
           ja_is_class(reading, branch->head, JA_CUE_ACCUSE) &&
           ja_first_child(reading, word, JA_DEP_MARK) != JA_NO_WORD;
}

/* "ACCUSING Russia is easy", "ACCUSER la Russie est facile": an infinitive or gerund that is itself
 * spoken of; "HAVING accused him" tells what was done. */
static bool is_spoken_of(const ja_reading *reading, size_t word)
{
    ja_deprel relation = ja_branch_at(reading, word)->relation;
    return relation == JA_DEP_CSUBJ && ja_is_upos(reading, word, JA_UPOS_VERB) &&
           shares_auxiliary(reading, word) && !ja_is_past_participle(reading, word);
}

/* "not France BUT Germany", rather than "neither France NOR Germany". */
static bool has_alternative(const ja_reading *reading, size_t noun)
{
    size_t other = ja_first_child(reading, noun, JA_DEP_CONJ);
    size_t joint = other == JA_NO_WORD ? JA_NO_WORD : ja_first_child(reading, other, JA_DEP_CC);
    return other != JA_NO_WORD && !ja_is_class(reading, joint, JA_CUE_NEGATION);
}

/* "HAD she accused him, she would have lost": a condition without a conjunction. */
static bool is_inverted_condition(const ja_reading *reading, size_t word)
{
    size_t first = ja_sentence_around(reading, word)->first_word;
    const ja_branch *opening = ja_branch_at(reading, first), *branch = ja_branch_at(reading, word);
    bool over = opening->head == word && branch->relation != JA_DEP_ROOT;
    bool under = branch->head == first && opening->relation != JA_DEP_ROOT;
    return first < word && ja_word_is(reading, first, JA_FUNCTION_REPORTED) && (over || under);
}

/* "It is NOT Germany that accuses Russia": the predicate of a cleft whose noun is negated; but "not
 * France but Germany" sets another in its place. */
static bool is_in_negated_cleft(const ja_reading *reading, size_t word)
{
    size_t noun = ja_branch_at(reading, word)->head;
    if (!ja_is_behind_predicate(reading, word) || !is_ruled(reading, noun, JA_CUE_NEGATION))
        return false;
    size_t it = ja_first_child(reading, noun, JA_DEP_EXPL);
    if (it == JA_NO_WORD)
        it = ja_first_child(reading, noun, JA_DEP_EXPL_SUBJ);
    if (it == JA_NO_WORD)
        it = ja_first_child(reading, noun, JA_DEP_NSUBJ);
    return it != JA_NO_WORD && ja_is_upos(reading, it, JA_UPOS_PRON) &&
           ja_actor_at(reading, it) == JACCUSE_NONE && !has_alternative(reading, noun);
}

/* A verb form behind an article is none: "the DISPUTED islands". */
static bool is_attributive(const ja_reading *reading, const ja_cue_match *match, size_t word)
{
    ja_deprel relation = ja_branch_at(reading, word)->relation;
    if (match->cue->part != JA_VERB || match->count > 1)
        return false;
    bool behind = match->first > 0 &&
                  ja_lexicon_is(reading->lexicon, &reading->document->tokens[match->first - 1],
                                JA_FUNCTION_ATTRIBUTIVE);
    return behind && (ja_word_at(reading, word)->upos != JA_UPOS_VERB ||
                      (relation == JA_DEP_AMOD && ja_branch_at(reading, word)->head > word));
}

/* "n'a JAMAIS VENDU": a cue that denies by a negation of its own is not negated by its other half.
 */
static bool negates_itself(const ja_reading *reading, const ja_cue_match *match)
{
    for (size_t i = match->first; i < match->first + match->count; i++)
        if (match->cue->class == JA_CUE_DENY &&
            ja_lexicon_is(reading->lexicon, &reading->document->tokens[i], JA_FUNCTION_NOT))
            return true;
    return false;
}

ja_verdict ja_judge(const ja_reading *reading, const ja_cue_match *match)
{
    size_t word = reading->forest.word_of_token[match->head];
    if (ja_branch_at(reading, word)->relation == JA_DEP_COP)
        word = ja_branch_at(reading, word)->head; /* "whether he IS to blame" */
    bool noun = match->cue->part == JA_NOUN;
    ja_verdict verdict = ja_judge_clause(reading, word);
    if (match->cue->class == JA_CUE_DENY && verdict.stop == JA_STOP_REFUSED)
        verdict.stop = JA_STOP_NONE; /* "se défend de" is a denial and refuses */
    if (verdict.stop == JA_STOP_NEGATED && negates_itself(reading, match))
        verdict.stop = JA_STOP_NONE;
    if (is_attributive(reading, match, word))
        verdict.stop = JA_STOP_NOT_VERBAL;
    if (verdict.stop == JA_STOP_NONE && is_in_negated_cleft(reading, word))
        verdict.stop = JA_STOP_NEGATED;
    if (verdict.stop == JA_STOP_NONE &&
        (is_under_condition(reading, word) || is_inverted_condition(reading, word) ||
         is_spoken_of(reading, word) || is_charged(reading, match, word)))
        verdict.stop = JA_STOP_HYPOTHETICAL;
    if (verdict.stop == JA_STOP_NONE && ja_is_question(reading, match->first))
        verdict.stop = JA_STOP_ASKED;
    if (verdict.stop == JA_STOP_NONE)
        verdict.stop = stop_above(reading, word, noun);
    if (match->cue->class == JA_CUE_SUSPECT)
        verdict.certainty = JACCUSE_SUSPECTED;
    return verdict;
}
