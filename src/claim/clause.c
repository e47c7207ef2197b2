#include "claim/clause.h"

#include <string.h>

#include "base/limits.h"
#include "claim/steps.h"

static const size_t SUBJECT_REACH = 25; /* words before a verb, and what is set in counts as one */
static const size_t OBJECT_REACH = 5;
static const size_t MARKED_REACH = 14;
static const size_t RELATIVE_REACH = 8; /* words between a verb and its relative pronoun */
static const size_t NAME_REACH = 4;     /* words between a name and its relative pronoun */
static const size_t PRONOUN_REACH = 2;  /* sentences back */
static const size_t FRONTED = 2;        /* words before a participle that opens a sentence */
static const unsigned DEEPEST = 8;      /* steps of control, conjunction and the like */

const ja_word *ja_word_at(const ja_reading *reading, size_t word)
{
    return &reading->document->words[word];
}

const ja_branch *ja_branch_at(const ja_reading *reading, size_t word)
{
    return &reading->forest.at[word];
}

size_t ja_first_child(const ja_reading *reading, size_t word, ja_deprel relation)
{
    return ja_child(&reading->forest, word, relation, JA_NO_WORD);
}

bool ja_has_feature(const ja_reading *reading, size_t word, const char *feature)
{
    const char *features = ja_word_at(reading, word)->features;
    return features && strstr(features, feature) != NULL;
}

bool ja_word_is(const ja_reading *reading, size_t word, ja_function function)
{
    const ja_word *at = ja_word_at(reading, word);
    const ja_token *token = &reading->document->tokens[at->token];
    bool whole = token->form.length == at->form.length;
    return (whole && ja_lexicon_is(reading->lexicon, token, function)) ||
           ja_lexicon_has(reading->lexicon, at->lemma, function) ||
           ja_lexicon_has(reading->lexicon, at->form, function);
}

static bool is_punctuation(const ja_reading *reading, size_t word)
{
    return ja_word_at(reading, word)->upos == JA_UPOS_PUNCT;
}

static bool is_upos(const ja_reading *reading, size_t word, ja_upos upos)
{
    return ja_word_at(reading, word)->upos == upos;
}

static bool is_comma(const ja_reading *reading, size_t word)
{
    return ja_equal(ja_word_at(reading, word)->form, JA_SLICE(","));
}

static const ja_sentence *sentence_of(const ja_reading *reading, size_t word)
{
    return &reading->document->sentences[ja_branch_at(reading, word)->sentence];
}

/* The word before what is set in between commas and ends at this one; the comma itself where
 * nothing is. */
static size_t before_parenthesis(const ja_reading *reading, size_t comma, size_t first)
{
    for (size_t i = comma; i-- > first;)
        if (is_comma(reading, i))
            return i;
    return comma;
}

static bool is_verb(const ja_reading *reading, size_t word)
{
    ja_upos upos = ja_word_at(reading, word)->upos;
    return upos == JA_UPOS_VERB || upos == JA_UPOS_AUX;
}

static bool is_past_participle(const ja_reading *reading, size_t word)
{
    return ja_has_feature(reading, word, "VerbForm=Part") &&
           ja_has_feature(reading, word, "Tense=Past");
}

/* Before ", and not the town," where the word is its second comma; else before the comma. */
static size_t before_comma(const ja_reading *reading, size_t comma, size_t first)
{
    size_t open = before_parenthesis(reading, comma, first);
    bool contrast = open + 2 < comma && is_upos(reading, open + 1, JA_UPOS_CCONJ) &&
                    ja_is_class(reading, open + 2, JA_CUE_NEGATION);
    return contrast ? open : comma;
}

/* Whether the word by itself is the name or noun of a known actor. */
static bool is_named(const ja_reading *reading, size_t word)
{
    size_t mention = ja_mention_at(reading, word);
    return (mention != JA_NO_MENTION && reading->mentions.at[mention].actor != JACCUSE_NONE) ||
           reading->actor_of_word[word] != JACCUSE_NONE;
}

/* The noun that heads the phrase which ends in the word: "the DIRECTOR of the home". */
static size_t phrase_head(const ja_reading *reading, size_t word)
{
    for (unsigned steps = 0; steps < DEEPEST; steps++) {
        const ja_branch *branch = ja_branch_at(reading, word);
        bool part = branch->relation == JA_DEP_FLAT || branch->relation == JA_DEP_COMPOUND ||
                    branch->relation == JA_DEP_NMOD || branch->relation == JA_DEP_APPOS;
        if (!part || branch->head > word || !is_named(reading, branch->head))
            break;
        word = branch->head;
    }
    return word;
}

/* "WHOM the coach accused", "que la CGT accuse": the noun for which an object pronoun before the
 * verb stands, where nothing but the subject is between; JA_NO_WORD: there is none. */
static size_t relative_object(const ja_reading *reading, size_t verb)
{
    size_t first = sentence_of(reading, verb)->first_word;
    for (size_t i = verb, steps = 0; i-- > first && steps < RELATIVE_REACH; steps++) {
        if (ja_word_is(reading, i, JA_FUNCTION_OBJECT_RELATIVE)) {
            size_t noun = i;
            if (noun > first && is_comma(reading, noun - 1))
                noun = before_comma(reading, noun - 1, first);
            noun = noun > first ? noun - 1 : i;
            return noun < i && !is_verb(reading, noun) && is_named(reading, noun)
                       ? phrase_head(reading, noun)
                       : JA_NO_WORD;
        }
        if (is_upos(reading, i, JA_UPOS_VERB) ||
            (is_punctuation(reading, i) && !is_comma(reading, i)) ||
            is_upos(reading, i, JA_UPOS_SCONJ))
            break;
    }
    return JA_NO_WORD;
}

/* "China REJECTED accusations", taken for "rejected accusations" of China: a participle before its
 * noun that nothing opens a noun phrase for is a finite verb. */
static bool is_mistaken_verb(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    const ja_sentence *sentence = &reading->document->sentences[branch->sentence];
    if (branch->relation != JA_DEP_AMOD || branch->head < word || word == sentence->first_word)
        return false;
    ja_upos before = ja_word_at(reading, word - 1)->upos;
    return is_verb(reading, word) && before != JA_UPOS_DET && before != JA_UPOS_ADJ &&
           before != JA_UPOS_ADP && before != JA_UPOS_PART && before != JA_UPOS_NUM &&
           before != JA_UPOS_VERB && before != JA_UPOS_CCONJ;
}

bool ja_is_passive(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    if (is_mistaken_verb(reading, word))
        return false;
    if (ja_first_child(reading, word, JA_DEP_AUX_PASS) != JA_NO_WORD ||
        ja_first_child(reading, word, JA_DEP_NSUBJ_PASS) != JA_NO_WORD ||
        ja_first_child(reading, word, JA_DEP_CSUBJ_PASS) != JA_NO_WORD)
        return true;
    bool bare = ja_first_child(reading, word, JA_DEP_AUX) == JA_NO_WORD &&
                ja_first_child(reading, word, JA_DEP_AUX_TENSE) == JA_NO_WORD &&
                ja_first_child(reading, word, JA_DEP_NSUBJ) == JA_NO_WORD;
    if (branch->relation == JA_DEP_CONJ && bare && is_past_participle(reading, word) &&
        branch->head != JA_NO_WORD)
        return ja_is_passive(reading, branch->head);
    bool participle =
        is_past_participle(reading, word) || ja_word_at(reading, word)->upos == JA_UPOS_ADJ;
    return participle && bare && ja_first_child(reading, word, JA_DEP_OBJ) == JA_NO_WORD &&
           (branch->relation == JA_DEP_ACL || branch->relation == JA_DEP_ADVCL ||
            branch->relation == JA_DEP_AMOD || branch->relation == JA_DEP_ROOT ||
            branch->relation == JA_DEP_XCOMP || branch->relation == JA_DEP_RELCL);
}

bool ja_is_predicate(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    if (branch->relation == JA_DEP_AUX || branch->relation == JA_DEP_AUX_PASS ||
        branch->relation == JA_DEP_AUX_TENSE || branch->relation == JA_DEP_COP ||
        branch->relation == JA_DEP_CASE || branch->relation == JA_DEP_AUX_CAUS)
        return false;
    return is_verb(reading, word) || ja_first_child(reading, word, JA_DEP_COP) != JA_NO_WORD ||
           ja_first_child(reading, word, JA_DEP_NSUBJ) != JA_NO_WORD;
}

size_t ja_clause_of(const ja_reading *reading, size_t word)
{
    for (unsigned steps = 0; steps < 64 && !ja_is_predicate(reading, word); steps++) {
        size_t head = ja_branch_at(reading, word)->head;
        if (head == JA_NO_WORD)
            break;
        word = head;
    }
    return word;
}

size_t ja_antecedent(const ja_reading *reading, size_t word)
{
    for (unsigned steps = 0; word != JA_NO_WORD && steps < DEEPEST; steps++) {
        const ja_branch *branch = ja_branch_at(reading, word);
        if (branch->relation == JA_DEP_RELCL)
            return branch->head;
        word = branch->head;
    }
    return JA_NO_WORD;
}

/* Before ", dit-il," where the word is its second comma; else the comma itself. */
static size_t before_incise(const ja_reading *reading, size_t comma, size_t first)
{
    size_t open = before_parenthesis(reading, comma, first);
    for (size_t i = open + 1; i < comma && comma - open <= NAME_REACH + 2; i++)
        if (ja_is_class(reading, i, JA_CUE_SPEECH))
            return open;
    return comma;
}

/* A relative pronoun stands for its antecedent: who is named right before it, unless that is a part
 * of what the tree gives it. */
static size_t meant(const ja_reading *reading, size_t word)
{
    if (word == JA_NO_WORD || (!ja_has_feature(reading, word, "PronType=Rel") &&
                               !(ja_word_is(reading, word, JA_FUNCTION_OBJECT_RELATIVE) &&
                                 ja_word_at(reading, word)->upos == JA_UPOS_PRON)))
        return word;
    size_t antecedent = ja_antecedent(reading, word);
    size_t first = sentence_of(reading, word)->first_word, from = word;
    if (word > first && is_upos(reading, word - 1, JA_UPOS_CCONJ) && antecedent != JA_NO_WORD)
        return antecedent;
    if (word > first && is_comma(reading, word - 1))
        from = before_incise(reading, word - 1, first);
    for (size_t i = from; i-- > first && i + NAME_REACH >= from;) {
        if (is_verb(reading, i))
            break;
        if (!is_named(reading, i) || ja_branch_at(reading, i)->relation == JA_DEP_AMOD)
            continue;
        bool inside = antecedent != JA_NO_WORD && ja_is_beneath(&reading->forest, i, antecedent) &&
                      is_named(reading, antecedent);
        return inside ? antecedent : phrase_head(reading, i);
    }
    return antecedent == JA_NO_WORD ? word : antecedent;
}

static bool is_subject(ja_deprel relation)
{
    return relation == JA_DEP_NSUBJ || relation == JA_DEP_NSUBJ_PASS ||
           relation == JA_DEP_NSUBJ_CAUS || relation == JA_DEP_EXPL_SUBJ;
}

/* The subject among the children: the nearest before the predicate, else the first behind it. An
 * object pronoun ("que") and one behind a preposition ("à qui") are none. */
static size_t own_subject(const ja_reading *reading, size_t word)
{
    size_t found = JA_NO_WORD;
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        if (!is_subject(ja_branch_at(reading, child)->relation) ||
            ja_word_is(reading, child, JA_FUNCTION_OBJECT_RELATIVE) ||
            ja_first_child(reading, child, JA_DEP_CASE) != JA_NO_WORD)
            continue; /* what stands behind a preposition is no subject */
        if (found == JA_NO_WORD || child < word)
            found = child;
    }
    return found == JA_NO_WORD ? found : meant(reading, found);
}

/* A relative clause without a subject of its own, whose pronoun is hidden or was taken for a
 * conjunction. */
static size_t hidden_subject(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    if (branch->relation != JA_DEP_RELCL && branch->relation != JA_DEP_ACL &&
        branch->relation != JA_DEP_AMOD)
        return JA_NO_WORD;
    size_t first = sentence_of(reading, word)->first_word;
    bool unknown = ja_actor_at(reading, branch->head) == JACCUSE_NONE;
    for (size_t i = word; unknown && i-- > first && i + NAME_REACH >= word;)
        if (ja_actor_at(reading, i) != JACCUSE_NONE)
            return phrase_head(reading, i);
    return branch->head;
}

static size_t subject_of(const ja_reading *reading, size_t word, unsigned depth);

/* "enjoint AU GOUVERNEMENT de", "said TO THE MAYOR". */
static size_t addressed(const ja_reading *reading, size_t verb)
{
    for (size_t child = ja_first_child(reading, verb, JA_DEP_OBL); child != JA_NO_WORD;
         child = ja_child(&reading->forest, verb, JA_DEP_OBL, child)) {
        size_t marker = ja_first_child(reading, child, JA_DEP_CASE);
        if (marker != JA_NO_WORD && ja_word_is(reading, marker, JA_FUNCTION_ADDRESSEE))
            return child;
    }
    return JA_NO_WORD;
}

size_t ja_addressee(const ja_reading *reading, size_t verb)
{
    size_t object = ja_first_child(reading, verb, JA_DEP_IOBJ);
    if (object == JA_NO_WORD)
        object = addressed(reading, verb);
    if (object == JA_NO_WORD)
        object = ja_first_child(reading, verb, JA_DEP_OBJ);
    return object;
}

/* Who acts in an infinitive: whom the governing verb has as its object, else its subject. */
static size_t controller(const ja_reading *reading, size_t governor, unsigned depth)
{
    size_t object = ja_first_child(reading, governor, JA_DEP_OBJ);
    if (object == JA_NO_WORD)
        object = ja_first_child(reading, governor, JA_DEP_IOBJ);
    if (object == JA_NO_WORD)
        object = addressed(reading, governor);
    return object != JA_NO_WORD && !ja_is_passive(reading, governor) &&
                   ja_mention_at(reading, object) != JA_NO_MENTION
               ? meant(reading, object)
               : subject_of(reading, governor, depth + 1);
}

static size_t subject_of(const ja_reading *reading, size_t word, unsigned depth)
{
    size_t own = own_subject(reading, word);
    const ja_branch *branch = ja_branch_at(reading, word);
    if (own != JA_NO_WORD || branch->head == JA_NO_WORD || depth > DEEPEST)
        return own;
    switch (branch->relation) {
    case JA_DEP_XCOMP:
    case JA_DEP_CCOMP: {
        bool finite =
            branch->relation == JA_DEP_CCOMP && ja_has_feature(reading, word, "VerbForm=Fin");
        return finite ? JA_NO_WORD : controller(reading, branch->head, depth);
    }
    case JA_DEP_ADVCL:
        if (ja_is_class(reading, branch->head, JA_CUE_ACCUSE) &&
            ja_first_child(reading, word, JA_DEP_MARK) != JA_NO_WORD)
            return ja_patient(reading, branch->head); /* "accuses him of LYING" */
        return ja_is_predicate(reading, branch->head) ? subject_of(reading, branch->head, depth + 1)
                                                      : hidden_subject(reading, branch->head);
    case JA_DEP_CONJ:
    case JA_DEP_AUX_CAUS:
        return ja_is_predicate(reading, branch->head) ? subject_of(reading, branch->head, depth + 1)
                                                      : hidden_subject(reading, branch->head);
    case JA_DEP_AMOD:
        return is_mistaken_verb(reading, word) ? JA_NO_WORD : hidden_subject(reading, word);
    case JA_DEP_OBL:
    case JA_DEP_NMOD: /* "for lying", taken for a noun */
        return is_verb(reading, word) ? subject_of(reading, branch->head, depth + 1) : JA_NO_WORD;
    default:
        return hidden_subject(reading, word);
    }
}

/* Whether a colon stands between: "Sahel: Bamako accuse". */
static bool is_beyond_colon(const ja_reading *reading, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (ja_equal(ja_word_at(reading, i)->form, JA_SLICE(":")))
            return true;
    return false;
}

size_t ja_subject(const ja_reading *reading, size_t word)
{
    size_t subject = subject_of(reading, word, 0);
    return subject != JA_NO_WORD && subject < word && is_beyond_colon(reading, subject, word)
               ? JA_NO_WORD
               : subject;
}

static size_t passive_agent(const ja_reading *reading, size_t word)
{
    size_t agent = ja_first_child(reading, word, JA_DEP_OBL_AGENT);
    if (agent != JA_NO_WORD)
        return meant(reading, agent);
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        size_t marker = ja_first_child(reading, child, JA_DEP_CASE);
        if (marker != JA_NO_WORD && ja_word_is(reading, marker, JA_FUNCTION_AGENT))
            return meant(reading, child);
    }
    return JA_NO_WORD;
}

size_t ja_agent(const ja_reading *reading, size_t word)
{
    return ja_is_passive(reading, word) ? passive_agent(reading, word) : ja_subject(reading, word);
}

/* "c'est l'État que BLÂME le syndicat", "it was Russia that LIED": a clause under a noun that is
 * itself a predicate. */
static bool is_cleft(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    bool clause = branch->relation == JA_DEP_ADVCL || branch->relation == JA_DEP_CCOMP ||
                  branch->relation == JA_DEP_ACL || branch->relation == JA_DEP_CSUBJ;
    return clause && branch->head < word && !is_verb(reading, branch->head) &&
           ja_first_child(reading, branch->head, JA_DEP_COP) != JA_NO_WORD &&
           ja_actor_at(reading, branch->head) != JACCUSE_NONE;
}

/* The object of a relative clause is its antecedent: "the firm A accuses". */
static size_t antecedent_object(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    bool subject_is_own =
        own_subject(reading, word) != JA_NO_WORD && own_subject(reading, word) != branch->head;
    bool relative = branch->relation == JA_DEP_RELCL || is_cleft(reading, word);
    return relative && subject_is_own ? branch->head : JA_NO_WORD;
}

size_t ja_patient(const ja_reading *reading, size_t word)
{
    if (ja_is_passive(reading, word))
        return ja_subject(reading, word);
    size_t relative = relative_object(reading, word);
    if (relative != JA_NO_WORD)
        return relative;
    size_t object = ja_first_child(reading, word, JA_DEP_OBJ);
    if (object == JA_NO_WORD)
        object = ja_first_child(reading, word, JA_DEP_IOBJ);
    if (object == JA_NO_WORD && is_mistaken_verb(reading, word))
        return ja_branch_at(reading, word)->head;
    return object == JA_NO_WORD ? antecedent_object(reading, word) : meant(reading, object);
}

/* Whether a preposition or conjunction of the word is the marker, alone or at the end of a longer
 * one ("à l'encontre de"). */
static bool has_marker(const ja_reading *reading, size_t word, ja_slice marker)
{
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        const ja_branch *branch = ja_branch_at(reading, child);
        if (branch->relation != JA_DEP_CASE && branch->relation != JA_DEP_MARK &&
            branch->relation != JA_DEP_ADVMOD)
            continue;
        for (size_t i = branch->begin; i < branch->end; i++) {
            const ja_word *at = ja_word_at(reading, i);
            const ja_token *token = &reading->document->tokens[at->token];
            if (ja_equal(token->base, marker) || ja_equal(token->lower, marker) ||
                ja_equal(at->lemma, marker) || ja_equal(at->form, marker))
                return true;
        }
    }
    return false;
}

size_t ja_marked(const ja_reading *reading, size_t word, ja_slice marker)
{
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        ja_deprel relation = ja_branch_at(reading, child)->relation;
        bool open = relation == JA_DEP_OBL || relation == JA_DEP_NMOD ||
                    relation == JA_DEP_OBL_AGENT || relation == JA_DEP_ADVCL ||
                    relation == JA_DEP_ACL || relation == JA_DEP_XCOMP ||
                    relation == JA_DEP_CCOMP || relation == JA_DEP_IOBJ || relation == JA_DEP_OBJ ||
                    ja_has_feature(reading, child, "PronType=Rel");
        if (open && has_marker(reading, child, marker))
            return meant(reading, child);
        size_t inner = ja_first_child(reading, child, JA_DEP_NMOD);
        if (open && inner != JA_NO_WORD && ja_equal(ja_word_at(reading, child)->lemma, marker))
            return inner; /* "à l'ENCONTRE de l'Allemagne" */
    }
    return JA_NO_WORD;
}

size_t ja_possessor(const ja_reading *reading, size_t word)
{
    size_t owner = ja_first_child(reading, word, JA_DEP_NMOD_POSS);
    if (owner != JA_NO_WORD)
        return meant(reading, owner);
    for (size_t det = ja_first_child(reading, word, JA_DEP_DET); det != JA_NO_WORD;
         det = ja_child(&reading->forest, word, JA_DEP_DET, det))
        if (ja_has_feature(reading, det, "Poss=Yes"))
            return det;
    return JA_NO_WORD;
}

size_t ja_demonym(const ja_reading *reading, size_t word)
{
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        ja_deprel relation = ja_branch_at(reading, child)->relation;
        size_t mention = ja_mention_at(reading, child);
        if ((relation == JA_DEP_AMOD || relation == JA_DEP_COMPOUND || relation == JA_DEP_NMOD) &&
            mention != JA_NO_MENTION && ja_first_child(reading, child, JA_DEP_CASE) == JA_NO_WORD)
            return child;
    }
    return JA_NO_WORD;
}

size_t ja_author(const ja_reading *reading, size_t word)
{
    size_t found = ja_possessor(reading, word);
    if (found == JA_NO_WORD)
        found = ja_demonym(reading, word);
    if (found == JA_NO_WORD)
        found = passive_agent(reading, word);
    for (size_t child = ja_first_child(reading, word, JA_DEP_NMOD);
         child != JA_NO_WORD && found == JA_NO_WORD;
         child = ja_child(&reading->forest, word, JA_DEP_NMOD, child)) {
        size_t marker = ja_first_child(reading, child, JA_DEP_CASE);
        if (marker != JA_NO_WORD && ja_word_is(reading, marker, JA_FUNCTION_AUTHOR) &&
            ja_mention_at(reading, child) != JA_NO_MENTION)
            found = child;
    }
    return found;
}

/* A noun, rather than "nineteen OF ITS SAILORS", "plusieurs". */
static bool is_common(const ja_reading *reading, size_t word)
{
    ja_upos upos = ja_word_at(reading, word)->upos;
    return upos == JA_UPOS_NOUN || upos == JA_UPOS_PROPN;
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
                      (relation == JA_DEP_NMOD && (bare || !is_common(reading, word)));
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
        size_t noun = meant(reading, word);
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

/* "but NOT Libya". */
static bool is_excepted(const ja_reading *reading, size_t word)
{
    size_t begin = ja_branch_at(reading, word)->begin;
    for (size_t i = begin; i < word; i++)
        if (ja_is_class(reading, i, JA_CUE_NEGATION))
            return true;
    return false;
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
    if (beside != JA_NO_WORD && depth < DEEPEST)
        add_actors(reading, beside, out, depth + 1);
    if (depth == 0 && !is_list(reading, word, 0))
        return;
    for (size_t other = ja_first_child(reading, word, JA_DEP_CONJ);
         other != JA_NO_WORD && out->count < JA_MAX_LIST && depth < DEEPEST;
         other = ja_child(&reading->forest, word, JA_DEP_CONJ, other))
        if (!ja_is_predicate(reading, other) && !is_excepted(reading, other))
            add_actors(reading, other, out, depth + 1);
}

/* Whether nothing but a comma, "and" and determiners stands in [begin, end), and one of the first
 * two does. */
static bool is_joint(const ja_reading *reading, size_t begin, size_t end, bool *and)
{
    bool joint = false;
    for (size_t i = begin; i < end; i++) {
        bool conjunction = is_upos(reading, i, JA_UPOS_CCONJ);
        if (!conjunction && !is_comma(reading, i) && !is_upos(reading, i, JA_UPOS_DET))
            return false;
        joint = joint || conjunction || is_comma(reading, i);
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
        return begin < end && end - begin <= 3 && is_joint(reading, begin, end, and)
                   ? i
                   : JA_NO_MENTION;
    }
    return JA_NO_MENTION;
}

/* A list that the tree has torn: the names before and behind, if an "and" closes it. */
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
    if (!and)
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

/* Whether a preposition opens the noun phrase that the word stands in. */
static bool is_behind_preposition(const ja_reading *reading, size_t word, size_t first)
{
    size_t mention = ja_mention_at(reading, word);
    size_t begin = word;
    if (mention != JA_NO_MENTION) {
        size_t at = reading->forest.word_of_token[reading->mentions.at[mention].first];
        begin = at < begin ? at : begin;
    }
    while (begin > first &&
           (is_upos(reading, begin - 1, JA_UPOS_DET) || is_upos(reading, begin - 1, JA_UPOS_ADJ)))
        begin--;
    return begin > first && is_upos(reading, begin - 1, JA_UPOS_ADP);
}

static size_t quote_of(const ja_reading *reading, size_t word)
{
    return reading->document->tokens[ja_word_at(reading, word)->token].quote;
}

/* "Accusé par Paris d'avoir …, BAMAKO dément": of a participle that opens the sentence. */
static size_t subject_behind_comma(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence = sentence_of(reading, verb);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t comma = verb + 1; comma + 1 < end; comma++)
        for (size_t i = comma + 1; is_comma(reading, comma) && i < end && i <= comma + OBJECT_REACH;
             i++)
            if (ja_actor_at(reading, i) != JACCUSE_NONE &&
                !is_behind_preposition(reading, i, sentence->first_word))
                return i;
    return JA_NO_WORD;
}

/* Of "... AND has accused": the subject of the main clause. */
static size_t coordinated_subject(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence = sentence_of(reading, verb);
    size_t first = sentence->first_word, i = verb;
    while (i > first &&
           (is_upos(reading, i - 1, JA_UPOS_AUX) || is_upos(reading, i - 1, JA_UPOS_ADV)))
        i--;
    if (i == first || !is_upos(reading, i - 1, JA_UPOS_CCONJ))
        return JA_NO_WORD;
    for (size_t word = first; word < i; word++)
        if (ja_branch_at(reading, word)->head == JA_NO_WORD)
            return own_subject(reading, word);
    return JA_NO_WORD;
}

size_t ja_subject_adjacent(const ja_reading *reading, size_t verb)
{
    size_t first = sentence_of(reading, verb)->first_word, i = verb;
    while (i > first &&
           (is_upos(reading, i - 1, JA_UPOS_AUX) || is_upos(reading, i - 1, JA_UPOS_ADV) ||
            (is_upos(reading, i - 1, JA_UPOS_PRON) &&
             ja_branch_at(reading, i - 1)->relation != JA_DEP_NSUBJ)))
        i--;
    bool noun = i > first &&
                (is_upos(reading, i - 1, JA_UPOS_PROPN) || is_upos(reading, i - 1, JA_UPOS_NOUN));
    return noun && is_named(reading, i - 1) &&
                   quote_of(reading, i - 1) == quote_of(reading, verb) &&
                   !is_behind_preposition(reading, i - 1, first)
               ? i - 1
               : JA_NO_WORD;
}

size_t ja_subject_nearby(const ja_reading *reading, size_t verb)
{
    size_t shared = coordinated_subject(reading, verb);
    if (ja_actor_at(reading, shared) != JACCUSE_NONE)
        return shared;
    size_t first = sentence_of(reading, verb)->first_word, i = verb;
    for (size_t steps = 0; i > first && steps < SUBJECT_REACH; steps++) {
        i--;
        if (is_comma(reading, i)) {
            i = before_parenthesis(reading, i, first);
            continue;
        }
        if (is_punctuation(reading, i) || is_upos(reading, i, JA_UPOS_VERB) ||
            is_upos(reading, i, JA_UPOS_SCONJ) || quote_of(reading, i) != quote_of(reading, verb))
            break;
        if (ja_actor_at(reading, i) != JACCUSE_NONE && !is_behind_preposition(reading, i, first))
            return i;
    }
    return verb <= first + FRONTED ? subject_behind_comma(reading, verb) : JA_NO_WORD;
}

/* The first noun that is somebody within a few words behind, before a verb, mark or preposition. */
static size_t noun_behind(const ja_reading *reading, size_t word, size_t reach)
{
    const ja_sentence *sentence = sentence_of(reading, word);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = word + 1; i < end && i <= word + reach; i++) {
        bool owner = ja_branch_at(reading, i)->relation == JA_DEP_NMOD_POSS ||
                     ja_has_feature(reading, i, "Poss=Yes");
        if (ja_actor_at(reading, i) != JACCUSE_NONE && !owner)
            return i;
        if (is_punctuation(reading, i) || is_upos(reading, i, JA_UPOS_VERB) ||
            is_upos(reading, i, JA_UPOS_ADP) || is_upos(reading, i, JA_UPOS_SCONJ) ||
            is_upos(reading, i, JA_UPOS_CCONJ))
            break;
    }
    return JA_NO_WORD;
}

size_t ja_inverted_subject(const ja_reading *reading, size_t verb)
{
    return noun_behind(reading, verb, OBJECT_REACH);
}

size_t ja_object_nearby(const ja_reading *reading, size_t verb)
{
    return noun_behind(reading, verb, OBJECT_REACH);
}

size_t ja_agent_nearby(const ja_reading *reading, size_t verb)
{
    const ja_sentence *sentence = sentence_of(reading, verb);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = verb + 1; i < end && i <= verb + MARKED_REACH; i++) {
        if (is_punctuation(reading, i) || is_upos(reading, i, JA_UPOS_VERB))
            break;
        if (is_upos(reading, i, JA_UPOS_ADP) && ja_word_is(reading, i, JA_FUNCTION_AGENT))
            return noun_behind(reading, i, OBJECT_REACH);
    }
    return JA_NO_WORD;
}

size_t ja_marked_nearby(const ja_reading *reading, size_t word, ja_slice marker)
{
    const ja_sentence *sentence = sentence_of(reading, word);
    size_t end = sentence->first_word + sentence->word_count;
    for (size_t i = word + 1; i < end && i <= word + MARKED_REACH; i++) {
        const ja_word *at = ja_word_at(reading, i);
        if (is_punctuation(reading, i) || at->upos == JA_UPOS_VERB || at->upos == JA_UPOS_SCONJ)
            break;
        if (!ja_equal(at->form, marker) && !ja_equal(at->lemma, marker))
            continue;
        bool of = i + 1 < end && ja_word_is(reading, i + 1, JA_FUNCTION_OF);
        return noun_behind(reading, of ? i + 1 : i, OBJECT_REACH);
    }
    return JA_NO_WORD;
}

/* The latest actor before the mention who is of the same kind as `actor`, and not he or his side.
 */
static size_t latest_other(const ja_reading *reading, size_t mention, size_t actor)
{
    const ja_mention *at = reading->mentions.at;
    for (size_t i = mention; i-- > 0 && at[i].sentence + PRONOUN_REACH >= at[mention].sentence;) {
        if (at[i].actor == JACCUSE_NONE || at[i].part_of != JA_NO_MENTION)
            continue;
        bool same = ja_actor_is_of(&reading->actors, at[i].actor, actor) ||
                    ja_actor_is_of(&reading->actors, actor, at[i].actor);
        if (!same && reading->actors.at[at[i].actor].kind == reading->actors.at[actor].kind)
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

/* "of", "that" before what is charged. */
static bool is_opening(const ja_reading *reading, size_t word, size_t head)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    return branch->head == head &&
           (branch->relation == JA_DEP_CASE || branch->relation == JA_DEP_MARK);
}

void ja_set_charge(const ja_reading *reading, ja_draft *draft, size_t word)
{
    if (word == JA_NO_WORD)
        return;
    size_t begin = ja_branch_at(reading, word)->begin, end = ja_branch_at(reading, word)->end;
    while (begin < word && (is_punctuation(reading, begin) || is_opening(reading, begin, word)))
        begin++;
    while (end > word + 1 && is_punctuation(reading, end - 1))
        end--;
    const ja_word *words = reading->document->words;
    draft->charge_word = word;
    draft->charge_at = (jaccuse_span){words[begin].at.begin, words[end - 1].at.end};
}
