#include "claim/clause.h"

#include "claim/nearby.h"
#include "claim/relative.h"
#include "claim/steps.h"
#include "claim/who.h"

static const size_t NAME_REACH = 4; /* words between a name and its relative pronoun */
static const unsigned DEEPEST = 8;  /* steps of control, conjunction and the like */

/* "China REJECTED accusations", taken for "rejected accusations" of China: a participle before its
 * noun that nothing opens a noun phrase for is a finite verb. */
static bool is_mistaken_verb(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    const ja_sentence *sentence = &reading->document->sentences[branch->sentence];
    if (branch->relation != JA_DEP_AMOD || branch->head < word || word == sentence->first_word)
        return false;
    ja_upos before = ja_word_at(reading, word - 1)->upos;
    return ja_is_verb(reading, word) && before != JA_UPOS_DET && before != JA_UPOS_ADJ &&
           before != JA_UPOS_ADP && before != JA_UPOS_PART && before != JA_UPOS_NUM &&
           before != JA_UPOS_VERB && before != JA_UPOS_CCONJ;
}

/* "s'est fait ÉTRILLER": the reflexive auxiliary of a causative makes it passive. */
static bool is_caused_to_itself(const ja_reading *reading, size_t word)
{
    size_t cause = ja_first_child(reading, word, JA_DEP_AUX_CAUS);
    if (cause == JA_NO_WORD || !ja_word_is(reading, cause, JA_FUNCTION_UNDERGO))
        return false;
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next)
        if (child < cause && ja_has_feature(reading, child, "Reflex=Yes"))
            return true;
    return false;
}

bool ja_undergoes(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    if (is_caused_to_itself(reading, word))
        return true;
    if (branch->relation == JA_DEP_CONJ && ja_has_feature(reading, word, "VerbForm=Inf") &&
        branch->head != JA_NO_WORD && branch->head < word)
        return ja_undergoes(reading, branch->head);
    if (branch->relation != JA_DEP_XCOMP || !ja_has_feature(reading, word, "VerbForm=Inf") ||
        !ja_word_is(reading, branch->head, JA_FUNCTION_UNDERGO))
        return false;
    for (size_t child = ja_branch_at(reading, branch->head)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next)
        if (ja_has_feature(reading, child, "Reflex=Yes"))
            return true;
    return false;
}

/* What only an active verb has beside it, wherever the tree hangs it: "A official ACCUSED Iran",
 * "whom the coach ACCUSED", "an investor ALLEGED that". */
static bool has_object_by_position(const ja_reading *reading, size_t word)
{
    return ja_first_child(reading, word, JA_DEP_CCOMP) != JA_NO_WORD ||
           ja_relative_object(reading, word) != JA_NO_WORD ||
           ja_object_nearby(reading, word) != JA_NO_WORD;
}

/* "ACCUSED of fraud is A": a participle that the tree makes the subject of whom it is said of. */
static bool is_fronted_participle(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    return (branch->relation == JA_DEP_NSUBJ || branch->relation == JA_DEP_CSUBJ) &&
           branch->head != JA_NO_WORD && branch->head > word &&
           ja_first_child(reading, branch->head, JA_DEP_COP) != JA_NO_WORD &&
           ja_is_past_participle(reading, word) &&
           ja_actor_at(reading, branch->head) != JACCUSE_NONE;
}

/* "works with rebels BLAMED for a massacre": a participle right behind a name, which the tree
 * conjoins to a verb before although nothing joins them. */
static bool is_reduced_relative(const ja_reading *reading, size_t word)
{
    return ja_branch_at(reading, word)->relation == JA_DEP_CONJ && word > 0 &&
           ja_has_feature(reading, word, "Tense=Past") &&
           (ja_is_upos(reading, word - 1, JA_UPOS_NOUN) ||
            ja_is_upos(reading, word - 1, JA_UPOS_PROPN)) &&
           ja_sentence_around(reading, word)->first_word < word &&
           ja_first_child(reading, word, JA_DEP_CC) == JA_NO_WORD &&
           ja_first_child(reading, word, JA_DEP_AUX) == JA_NO_WORD &&
           ja_first_child(reading, word, JA_DEP_AUX_TENSE) == JA_NO_WORD &&
           ja_first_child(reading, word, JA_DEP_NSUBJ) == JA_NO_WORD &&
           ja_first_child(reading, word, JA_DEP_OBJ) == JA_NO_WORD;
}

bool ja_is_passive(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    if (is_mistaken_verb(reading, word))
        return false;
    if (ja_undergoes(reading, word))
        return true;
    bool auxiliary = ja_first_child(reading, word, JA_DEP_AUX_PASS) != JA_NO_WORD;
    if (!auxiliary && ja_has_feature(reading, word, "VerbForm=Fin") &&
        !ja_is_past_participle(reading, word))
        return false; /* "A poursuit B", whatever its subject is taken for */
    if (!auxiliary && ja_first_child(reading, word, JA_DEP_AUX_TENSE) != JA_NO_WORD)
        return false; /* "a assigné", whatever the subject is taken for */
    if (!auxiliary && !ja_undergoes(reading, word) &&
        ja_first_child(reading, word, JA_DEP_OBJ) != JA_NO_WORD)
        return false; /* "Short-seller A ACCUSED B", whatever the subject is taken for */
    if (auxiliary || ja_undergoes(reading, word) ||
        ja_first_child(reading, word, JA_DEP_NSUBJ_PASS) != JA_NO_WORD ||
        ja_first_child(reading, word, JA_DEP_CSUBJ_PASS) != JA_NO_WORD)
        return true;
    bool bare = ja_first_child(reading, word, JA_DEP_AUX) == JA_NO_WORD &&
                ja_first_child(reading, word, JA_DEP_AUX_TENSE) == JA_NO_WORD &&
                ja_first_child(reading, word, JA_DEP_NSUBJ) == JA_NO_WORD;
    if (is_reduced_relative(reading, word))
        return true;
    if (branch->relation == JA_DEP_CONJ && bare && ja_is_past_participle(reading, word) &&
        branch->head != JA_NO_WORD)
        return ja_is_passive(reading, branch->head);
    bool participle =
        ja_is_past_participle(reading, word) || ja_word_at(reading, word)->upos == JA_UPOS_ADJ;
    return participle && bare && !has_object_by_position(reading, word) &&
           ja_first_child(reading, word, JA_DEP_OBJ) == JA_NO_WORD &&
           (branch->relation == JA_DEP_ACL || branch->relation == JA_DEP_ADVCL ||
            branch->relation == JA_DEP_AMOD || branch->relation == JA_DEP_ROOT ||
            branch->relation == JA_DEP_XCOMP || branch->relation == JA_DEP_RELCL ||
            is_fronted_participle(reading, word));
}

bool ja_is_finite(const ja_reading *reading, size_t verb)
{
    return ja_has_feature(reading, verb, "VerbForm=Fin") ||
           ja_first_child(reading, verb, JA_DEP_AUX_TENSE) != JA_NO_WORD ||
           ja_first_child(reading, verb, JA_DEP_AUX) != JA_NO_WORD;
}

bool ja_is_predicate(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    if (branch->relation == JA_DEP_AUX || branch->relation == JA_DEP_AUX_PASS ||
        branch->relation == JA_DEP_AUX_TENSE || branch->relation == JA_DEP_COP ||
        branch->relation == JA_DEP_CASE || branch->relation == JA_DEP_AUX_CAUS)
        return false;
    return ja_is_verb(reading, word) || ja_first_child(reading, word, JA_DEP_COP) != JA_NO_WORD ||
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

static bool is_subject(ja_deprel relation)
{
    return relation == JA_DEP_NSUBJ || relation == JA_DEP_NSUBJ_PASS ||
           relation == JA_DEP_NSUBJ_CAUS || relation == JA_DEP_EXPL_SUBJ;
}

/* The subject among the children: the nearest before the predicate, else the first behind it. An
 * object pronoun ("que") and one behind a preposition ("à qui") are none; nor is one in direct
 * speech that somebody else tells: "« RWANDA », said France, « armed the killers »". */
size_t ja_own_subject(const ja_reading *reading, size_t word)
{
    size_t found = JA_NO_WORD, quote = ja_quote_around(reading, word);
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        if (!is_subject(ja_branch_at(reading, child)->relation) || ja_is_punct(reading, child) ||
            ja_word_is(reading, child, JA_FUNCTION_OBJECT_RELATIVE) ||
            ja_is_upos(reading, child, JA_UPOS_ADP) ||
            ja_first_child(reading, child, JA_DEP_CASE) != JA_NO_WORD)
            continue; /* a preposition or what stands behind one is no subject */
        bool inside = quote == JA_NO_QUOTE && ja_quote_around(reading, child) != JA_NO_QUOTE;
        if (found == JA_NO_WORD || (child < word && !inside) ||
            (quote == JA_NO_QUOTE && ja_quote_around(reading, found) != JA_NO_QUOTE))
            found = child;
    }
    return found == JA_NO_WORD ? found : ja_meant(reading, found);
}

/* A relative clause without a subject of its own, whose pronoun is hidden or was taken for a
 * conjunction. */
static size_t hidden_subject(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    if (branch->relation != JA_DEP_RELCL && branch->relation != JA_DEP_ACL &&
        branch->relation != JA_DEP_AMOD)
        return JA_NO_WORD;
    size_t first = ja_sentence_around(reading, word)->first_word;
    bool unknown = ja_actor_at(reading, branch->head) == JACCUSE_NONE;
    for (size_t i = word; unknown && i-- > first && i + NAME_REACH >= word;) {
        if (branch->relation == JA_DEP_ACL && i < word && ja_is_upos(reading, i, JA_UPOS_VERB))
            break; /* "The court received a letter ACCUSING him" */
        if (ja_actor_at(reading, i) != JACCUSE_NONE)
            return ja_phrase_head(reading, i);
    }
    return branch->head;
}

static size_t subject_of(const ja_reading *reading, size_t word, unsigned depth);

/* "closed the border, ACCUSING Baku", "has the courage TO ACCUSE": what the tree hangs on an object
 * that is nobody is done by the subject of the clause. */
static size_t subject_past_object(const ja_reading *reading, size_t word, unsigned depth)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    size_t verb = ja_branch_at(reading, branch->head)->head;
    bool object = ja_branch_at(reading, branch->head)->relation == JA_DEP_OBJ ||
                  ja_branch_at(reading, branch->head)->relation == JA_DEP_OBL;
    bool bare = ja_has_feature(reading, word, "VerbForm=Inf") ||
                ((ja_has_feature(reading, word, "VerbForm=Part") ||
                  ja_has_feature(reading, word, "VerbForm=Ger")) &&
                 !ja_is_past_participle(reading, word) && ja_is_comma(reading, word - 1));
    return object && bare && verb != JA_NO_WORD && word > branch->head &&
                   ja_actor_at(reading, branch->head) == JACCUSE_NONE
               ? subject_of(reading, verb, depth + 1)
               : JA_NO_WORD;
}

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
                   !ja_has_feature(reading, object, "Reflex=Yes") && /* "found ITSELF accused" */
                   ja_mention_at(reading, object) != JA_NO_MENTION
               ? ja_meant(reading, object)
               : subject_of(reading, governor, depth + 1);
}

/* "read a REPORT accusing the firm": the noun right before a participle that the tree hangs on the
 * verb before; what is said or written accuses itself. */
static size_t document_before(const ja_reading *reading, size_t word)
{
    return ja_has_feature(reading, word, "VerbForm=Ger") &&
                   word > ja_sentence_around(reading, word)->first_word &&
                   ja_is_upos(reading, word - 1, JA_UPOS_NOUN) &&
                   ja_is_class(reading, word - 1, JA_CUE_SPEECH) &&
                   ja_first_child(reading, word, JA_DEP_MARK) == JA_NO_WORD
               ? word - 1
               : JA_NO_WORD;
}

/* "A, with which B fights, FACES charges": a finite verb that goes on behind two commas, and that
 * nothing subordinates although the tree hangs it on what stands between them. */
static bool is_behind_parenthesis(const ja_reading *reading, size_t word)
{
    size_t first = ja_sentence_around(reading, word)->first_word;
    bool active =
        ja_is_finite(reading, word) || (ja_has_feature(reading, word, "Tense=Past") &&
                                        ja_first_child(reading, word, JA_DEP_OBJ) != JA_NO_WORD);
    return active && word > first && ja_is_comma(reading, word - 1) &&
           ja_first_child(reading, word, JA_DEP_MARK) == JA_NO_WORD &&
           ja_before_parenthesis(reading, word - 1, first) != word - 1;
}

/* Who acts in a clause that another governs: he who does there, or the noun that it hangs on. */
static size_t inherited_subject(const ja_reading *reading, size_t governor, unsigned depth)
{
    return ja_is_predicate(reading, governor) ? subject_of(reading, governor, depth + 1)
                                              : hidden_subject(reading, governor);
}

/* Who acts in an adverbial clause or a participle without a subject of its own. */
static size_t subject_of_adverbial(const ja_reading *reading, size_t word, unsigned depth)
{
    size_t governor = ja_branch_at(reading, word)->head;
    size_t beside = ja_is_passive(reading, word) ? ja_name_before_comma(reading, word)
                                                 : document_before(reading, word);
    if (beside != JA_NO_WORD && ja_branch_at(reading, beside)->relation == JA_DEP_OBL &&
        ja_branch_at(reading, beside)->head == governor && ja_is_passive(reading, governor))
        beside = JA_NO_WORD; /* "A was arrested in B, ACCUSED of" */
    if (beside == JA_NO_WORD && is_behind_parenthesis(reading, word))
        beside = ja_subject_nearby(reading, word);
    if (beside != JA_NO_WORD)
        return beside;
    if (ja_is_class(reading, governor, JA_CUE_ACCUSE) &&
        ja_first_child(reading, word, JA_DEP_MARK) != JA_NO_WORD)
        return ja_patient(reading, governor); /* "accuses him of LYING" */
    return inherited_subject(reading, governor, depth);
}

/* Of a second verb: the subject of the first; of one behind a quotation, the subject of who quotes:
 * "says B « lies » and BLAMES it". */
static size_t subject_of_conjoined(const ja_reading *reading, size_t word, unsigned depth)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    if (ja_quote_around(reading, word) == JA_NO_QUOTE)
        while (ja_quote_around(reading, branch->head) != JA_NO_QUOTE &&
               ja_branch_at(reading, branch->head)->head != JA_NO_WORD)
            branch = ja_branch_at(reading, branch->head);
    return inherited_subject(reading, branch->head, depth);
}

/* Whom a participle is said of by where it stands; JA_NO_WORD: it tells nothing. */
static size_t subject_of_participle(const ja_reading *reading, size_t word)
{
    if (is_fronted_participle(reading, word))
        return ja_branch_at(reading, word)->head;
    return is_reduced_relative(reading, word) ? ja_phrase_head(reading, word - 1) : JA_NO_WORD;
}

static size_t subject_of(const ja_reading *reading, size_t word, unsigned depth)
{
    size_t own = ja_own_subject(reading, word);
    if (own == JA_NO_WORD && ja_relative_object(reading, word) != JA_NO_WORD)
        own = ja_object_nearby(reading, word); /* "qu'accuse la FRANCE" */
    const ja_branch *branch = ja_branch_at(reading, word);
    if (own != JA_NO_WORD || branch->head == JA_NO_WORD || depth > DEEPEST)
        return own;
    size_t described = subject_of_participle(reading, word);
    if (described != JA_NO_WORD)
        return described;
    switch (branch->relation) {
    case JA_DEP_CCOMP:
        if (ja_has_feature(reading, word, "VerbForm=Fin"))
            return JA_NO_WORD;
        return controller(reading, branch->head, depth);
    case JA_DEP_XCOMP:
        return controller(reading, branch->head, depth);
    case JA_DEP_ADVCL:
        return subject_of_adverbial(reading, word, depth);
    case JA_DEP_CONJ:
        return subject_of_conjoined(reading, word, depth);
    case JA_DEP_AUX_CAUS:
        return inherited_subject(reading, branch->head, depth);
    case JA_DEP_AMOD:
        return is_mistaken_verb(reading, word) ? JA_NO_WORD : hidden_subject(reading, word);
    case JA_DEP_ACL: {
        size_t beyond = subject_past_object(reading, word, depth);
        return beyond == JA_NO_WORD ? hidden_subject(reading, word) : beyond;
    }
    case JA_DEP_OBL:
    case JA_DEP_NMOD: /* "for lying", taken for a noun */
        return ja_is_verb(reading, word) ? subject_of(reading, branch->head, depth + 1)
                                         : JA_NO_WORD;
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

/* The actor behind "by" among the children. */
static size_t child_agent(const ja_reading *reading, size_t word)
{
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        size_t marker = ja_first_child(reading, child, JA_DEP_CASE);
        if (marker != JA_NO_WORD && ja_word_is(reading, marker, JA_FUNCTION_AGENT) &&
            ja_is_named(reading, child))
            return child;
    }
    return JA_NO_WORD;
}

/* "labelled a crook BY A", "levelled at B BY A": the agent of a passive that the tree hangs on what
 * it is called or on a name, neither of which has an agent of its own. */
static size_t strayed_agent(const ja_reading *reading, size_t word)
{
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        bool named = child > word && ja_is_upos(reading, child, JA_UPOS_PROPN);
        bool called =
            ja_branch_at(reading, child)->relation == JA_DEP_XCOMP && !ja_is_verb(reading, child);
        size_t agent = named || called ? child_agent(reading, child) : JA_NO_WORD;
        if (agent != JA_NO_WORD)
            return agent;
    }
    return JA_NO_WORD;
}

bool ja_is_behind_predicate(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    bool clause = branch->relation == JA_DEP_ADVCL || branch->relation == JA_DEP_CCOMP ||
                  branch->relation == JA_DEP_ACL || branch->relation == JA_DEP_CSUBJ ||
                  branch->relation == JA_DEP_RELCL;
    return clause && branch->head < word && !ja_is_verb(reading, branch->head) &&
           ja_first_child(reading, branch->head, JA_DEP_COP) != JA_NO_WORD;
}

bool ja_is_cleft(const ja_reading *reading, size_t word)
{
    return ja_is_behind_predicate(reading, word) &&
           ja_actor_at(reading, ja_branch_at(reading, word)->head) != JACCUSE_NONE;
}

static size_t passive_agent(const ja_reading *reading, size_t word)
{
    size_t agent = ja_first_child(reading, word, JA_DEP_OBL_AGENT);
    if (agent != JA_NO_WORD && ja_first_child(reading, agent, JA_DEP_CASE) != JA_NO_WORD)
        return ja_meant(reading, agent);
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        size_t marker = ja_first_child(reading, child, JA_DEP_CASE);
        if (marker != JA_NO_WORD && ja_word_is(reading, marker, JA_FUNCTION_AGENT))
            return ja_meant(reading, child);
    }
    size_t head = ja_branch_at(reading, word)->head; /* "c'est PAR LA POLOGNE que" */
    size_t fronted =
        ja_is_cleft(reading, word) ? ja_first_child(reading, head, JA_DEP_CASE) : JA_NO_WORD;
    return fronted != JA_NO_WORD && ja_word_is(reading, fronted, JA_FUNCTION_AGENT) ? head
                                                                                    : JA_NO_WORD;
}

size_t ja_agent(const ja_reading *reading, size_t word)
{
    if (!ja_is_passive(reading, word))
        return ja_subject(reading, word);
    size_t agent = passive_agent(reading, word);
    return agent == JA_NO_WORD ? strayed_agent(reading, word) : agent;
}

/* The object of a relative clause is its antecedent: "the firm A accuses". */
static size_t antecedent_object(const ja_reading *reading, size_t word)
{
    const ja_branch *branch = ja_branch_at(reading, word);
    bool subject_is_own = ja_own_subject(reading, word) != JA_NO_WORD &&
                          ja_own_subject(reading, word) != branch->head;
    bool relative = branch->relation == JA_DEP_RELCL || ja_is_cleft(reading, word);
    return relative && subject_is_own ? branch->head : JA_NO_WORD;
}

/* "accusé à son tour LA SERBIE de": a name that the tree takes for an oblique although nothing
 * opens it. */
static size_t bare_oblique(const ja_reading *reading, size_t verb)
{
    for (size_t child = ja_branch_at(reading, verb)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        ja_deprel relation = ja_branch_at(reading, child)->relation;
        if (child > verb && (relation == JA_DEP_OBL || relation == JA_DEP_OBL_AGENT) &&
            ja_is_upos(reading, child, JA_UPOS_PROPN) && ja_is_named(reading, child) &&
            ja_first_child(reading, child, JA_DEP_CASE) == JA_NO_WORD)
            return child;
    }
    return JA_NO_WORD;
}

/* The object; of several the first that is somebody: "WHAT Israel accuses IRAN of", or the name behind
 * it: "accused his rivals CARLOS Mesa and ...". */
static size_t named_object(const ja_reading *reading, size_t word)
{
    size_t first = ja_first_child(reading, word, JA_DEP_OBJ), next;
    for (size_t object = first; object != JA_NO_WORD; object = next) {
        next = ja_child(&reading->forest, word, JA_DEP_OBJ, object);
        bool named_behind = next == object + 1 && ja_is_upos(reading, next, JA_UPOS_PROPN);
        if (ja_actor_at(reading, object) != JACCUSE_NONE && !named_behind)
            return object;
    }
    return first;
}

size_t ja_patient(const ja_reading *reading, size_t word)
{
    if (ja_is_passive(reading, word))
        return ja_subject(reading, word);
    size_t relative = ja_relative_object(reading, word);
    size_t object = named_object(reading, word);
    bool own = object != JA_NO_WORD && object > word &&
               ja_is_upos(reading, object, JA_UPOS_PROPN) &&
               ja_own_subject(reading, word) != JA_NO_WORD;
    if (relative != JA_NO_WORD && !own) /* "tant A QUE B accusent C" has no relative clause */
        return relative;
    if (object == JA_NO_WORD)
        object = ja_first_child(reading, word, JA_DEP_IOBJ);
    if (object == JA_NO_WORD)
        object = bare_oblique(reading, word);
    if (object == JA_NO_WORD && is_mistaken_verb(reading, word))
        return ja_branch_at(reading, word)->head;
    return object == JA_NO_WORD ? antecedent_object(reading, word) : ja_meant(reading, object);
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

/* What the child of a word stands for, if the preposition opens it: "against Y", "à l'ENCONTRE de
 * l'Allemagne", "à SON encontre". */
static size_t marked_child(const ja_reading *reading, size_t child, ja_slice marker)
{
    ja_deprel relation = ja_branch_at(reading, child)->relation;
    bool open = relation == JA_DEP_OBL || relation == JA_DEP_NMOD || relation == JA_DEP_OBL_AGENT ||
                relation == JA_DEP_ADVCL || relation == JA_DEP_ACL || relation == JA_DEP_XCOMP ||
                relation == JA_DEP_CCOMP || relation == JA_DEP_IOBJ || relation == JA_DEP_OBJ ||
                ja_has_feature(reading, child, "PronType=Rel");
    if (!open)
        return JA_NO_WORD;
    if (has_marker(reading, child, marker))
        return ja_meant(reading, child);
    if (!ja_equal(ja_word_at(reading, child)->lemma, marker))
        return JA_NO_WORD;
    size_t inner = ja_first_child(reading, child, JA_DEP_NMOD);
    return inner == JA_NO_WORD ? ja_possessor(reading, child) : inner;
}

size_t ja_marked(const ja_reading *reading, size_t word, ja_slice marker)
{
    size_t found = JA_NO_WORD, before = JA_NO_WORD;
    for (size_t child = ja_branch_at(reading, word)->first_child; child != JA_NO_WORD;
         child = ja_branch_at(reading, child)->next) {
        size_t behind = marked_child(reading, child, marker);
        bool known = ja_actor_at(reading, behind) != JACCUSE_NONE;
        bool relative = ja_has_feature(reading, child, "PronType=Rel");
        if (known && (child > word || relative))
            return behind;
        if (known && before == JA_NO_WORD)
            before = behind;
        if (found == JA_NO_WORD)
            found = behind;
    }
    size_t head = ja_branch_at(reading, word)->head;
    if (ja_is_cleft(reading, word) && has_marker(reading, head, marker))
        return head; /* "c'est À RENAULT que la CGT reproche" */
    return before == JA_NO_WORD ? found : before;
}

size_t ja_possessor(const ja_reading *reading, size_t word)
{
    size_t owner = ja_first_child(reading, word, JA_DEP_NMOD_POSS);
    if (owner != JA_NO_WORD)
        return ja_meant(reading, owner);
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
    while (begin < word && (ja_is_punct(reading, begin) || is_opening(reading, begin, word)))
        begin++;
    while (end > word + 1 && ja_is_punct(reading, end - 1))
        end--;
    const ja_word *words = reading->document->words;
    draft->charge_word = word;
    draft->charge_at = (jaccuse_span){words[begin].at.begin, words[end - 1].at.end};
}
