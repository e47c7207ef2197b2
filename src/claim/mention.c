#include "claim/mention.h"

#include <string.h>

#include "claim/finder.h"
#include "claim/noun_words.h"

/* The word of the head's tokens whose own head stands outside of them. */
static size_t head_word(const ja_finder *finder, const ja_mention *mention)
{
    const ja_forest *forest = finder->forest;
    size_t first = ja_word_of_token(finder, mention->head);
    size_t last = ja_word_of_token(finder, mention->head + mention->head_count - 1);
    for (size_t word = first; word <= last; word++) {
        size_t head = forest->at[word].head;
        if (head == JA_NO_WORD || head < first || head > last)
            return word;
    }
    return first;
}

static ja_mention *add_mention(ja_finder *finder, ja_mention mention)
{
    mention.owner = mention.place = mention.name = mention.part_of = mention.same = JA_NO_MENTION;
    mention.actor = JACCUSE_NONE;
    mention.word = head_word(finder, &mention);
    size_t last = ja_word_of_token(finder, mention.head + mention.head_count - 1);
    for (size_t word = ja_word_of_token(finder, mention.head); word <= last; word++)
        finder->out.by_word[word] = finder->out.count;
    JA_PUSH(finder->arena, finder->out.at, finder->out.count, finder->out.capacity, mention);
    return &finder->out.at[finder->out.count - 1];
}

static bool has_determiner(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    return token > sentence->first && (ja_token_is(finder, token - 1, JA_FUNCTION_DETERMINER) ||
                                       ja_token_is(finder, token - 1, JA_FUNCTION_POSSESSIVE) ||
                                       ja_is_demonym(finder->document, token - 1));
}

/* Whether a noun or adjective follows, to which an adjective could belong. */
static bool stands_before_noun(const ja_finder *finder, const ja_sentence *sentence, size_t token)
{
    if (token + 1 >= ja_end_of_sentence(sentence) || !ja_token_at(finder, token + 1)->word)
        return false;
    ja_upos upos = ja_upos_at(finder, token + 1);
    return upos == JA_UPOS_NOUN || upos == JA_UPOS_PROPN || upos == JA_UPOS_ADJ;
}

/* A word that is a verb as well ("suspect", "report", "accused") needs a determiner or the like
 * before it, one that is an adjective as well ("an Indian NATIONAL, X") none behind it. */
bool ja_is_role(const ja_finder *finder, const ja_sentence *sentence, size_t token,
                ja_role_match *role)
{
    if (!ja_role_at(finder->document, token, ja_end_of_sentence(sentence), ja_is_demonym, role))
        return false;
    if (role->count > 1)
        return true;
    ja_upos upos = ja_upos_at(finder, token);
    bool verb = upos == JA_UPOS_VERB || upos == JA_UPOS_AUX || upos == JA_UPOS_ADV ||
                upos == JA_UPOS_ADP || upos == JA_UPOS_SCONJ;
    bool adjective = upos == JA_UPOS_ADJ &&
                     finder->forest->at[ja_word_of_token(finder, token)].relation == JA_DEP_AMOD;
    bool doubtful =
        verb || adjective || ja_lexicon_has_verb(finder->lexicon, ja_token_at(finder, token));
    return !doubtful || ((!adjective || !stands_before_noun(finder, sentence, token)) &&
                         has_determiner(finder, sentence, token));
}

/* "le BELGE Marc Tarabella", "député LR Nicolas Dhuicq": a word for where somebody is from, or for
 * his party, before a name of `length` tokens that it is no part of. */
static bool precedes_name(const ja_finder *finder, const ja_sentence *sentence, size_t token,
                          size_t length)
{
    if (token == sentence->first || !ja_token_at(finder, token)->capital || length < 3)
        return false;
    bool given = ja_is_given_name(finder, token + 1);
    if (ja_is_demonym(finder->document, token)) /* in English it may open the name of anything */
        return ja_token_is(finder, token - 1, JA_FUNCTION_DEFINITE) &&
               (given || !finder->document->language->natural_gender);
    ja_role_match role;
    return given && ja_token_at(finder, token)->all_capital &&
           ja_role_at(finder->document, token - 1, token, ja_is_demonym, &role);
}

/* "The Independent" of "THE INDEPENDENT Electoral and Boundaries Commission": a newspaper's name of
 * `known` tokens with its article is but the beginning of a longer name. */
static bool opens_longer_name(const ja_finder *finder, const ja_sentence *sentence, size_t token,
                              size_t known)
{
    size_t limit = ja_end_of_sentence(sentence), longer = 0;
    ja_form form;
    if (known < 2 || sentence->title || !ja_token_is(finder, token, JA_FUNCTION_DEFINITE))
        return false;
    return (ja_gazetteer_match(finder->document, token + 1, limit, &longer, &form) != JA_NO_ENTRY &&
            longer >= known) ||
           ja_name_length(finder, sentence, token + 1) > known;
}

/* The entry of the gazetteer that starts at the token, and how many it takes. */
static size_t known_at(const ja_finder *finder, const ja_sentence *sentence, size_t token,
                       size_t *count, ja_form *form)
{
    size_t limit = ja_end_of_sentence(sentence);
    size_t entry = ja_gazetteer_match(finder->document, token, limit, count, form);
    return entry != JA_NO_ENTRY && opens_longer_name(finder, sentence, token, *count) ? JA_NO_ENTRY
                                                                                      : entry;
}

/* What starts at the token: fills type and what goes with it; false: nothing. `inside` is the
 * token of an adjective that stands within a role noun, or 0. */
static bool classify(const ja_finder *finder, const ja_sentence *sentence, ja_mention *mention,
                     size_t *inside)
{
    size_t token = mention->first, known = 0, spoken;
    ja_form form;
    ja_role_match role;
    size_t entry = known_at(finder, sentence, token, &known, &form);
    size_t name = ja_name_length(finder, sentence, token);
    if (precedes_name(finder, sentence, token, name))
        name = 1;
    const ja_pronoun *pronoun = ja_pronoun_at(finder, sentence, token, &spoken);
    if (entry != JA_NO_ENTRY && known >= name) {
        mention->type = form == JA_FORM_DEMONYM ? JA_MENTION_DEMONYM : JA_MENTION_KNOWN;
        mention->entry = entry;
        mention->count = known;
    } else if (ja_is_role(finder, sentence, token, &role)) {
        mention->type = JA_MENTION_ROLE;
        mention->role = role.noun;
        mention->plural = role.plural;
        mention->count = role.count;
        *inside = role.inside;
    } else if (name > 0) {
        mention->type = JA_MENTION_NAME;
        mention->titled = token > sentence->first && ja_is_title_word(finder, token - 1);
        mention->count = name;
    } else if (pronoun) {
        mention->type = JA_MENTION_PRONOUN;
        mention->pronoun = pronoun;
        mention->plural = pronoun->number == 'p';
        mention->possessive = pronoun->role == JA_PRONOUN_POSSESSIVE;
        mention->count = spoken;
    }
    return mention->count > 0;
}

/* "ministère CHINOIS des Affaires étrangères": the adjective is whose it is. */
static void add_inside(ja_finder *finder, size_t token)
{
    size_t role = finder->out.count - 1, count;
    ja_form form;
    ja_mention inside = {.type = JA_MENTION_DEMONYM,
                         .first = token,
                         .head = token,
                         .count = 1,
                         .head_count = 1,
                         .sentence = finder->out.at[role].sentence};
    inside.entry = ja_gazetteer_match(finder->document, token, token + 1, &count, &form);
    add_mention(finder, inside)->part_of = role;
    finder->out.at[role].owner = finder->out.count - 1;
}

/* In "M. Morel" the tree may hang the name on its title, which then heads the mention. */
static void hang_on_title(ja_finder *finder, size_t index)
{
    ja_mention *name = &finder->out.at[index];
    size_t title = ja_word_of_token(finder, name->head - 1);
    if (finder->forest->at[name->word].head != title)
        return;
    name->word = title;
    finder->out.by_word[title] = index;
}

/* In "le Belge Marc Tarabella" both are one. */
static void hang_on_demonym(ja_finder *finder, size_t index)
{
    ja_mention *name = &finder->out.at[index];
    if (index == 0 || (name->type != JA_MENTION_NAME && name->type != JA_MENTION_KNOWN))
        return;
    ja_mention *before = &finder->out.at[index - 1];
    size_t word = before->word;
    if (before->type != JA_MENTION_DEMONYM || before->head + before->head_count != name->head ||
        before->sentence != name->sentence || !ja_token_at(finder, before->head)->capital ||
        before->head == ja_begin_of(finder, before) ||
        !ja_token_is(finder, before->head - 1, JA_FUNCTION_DEFINITE) ||
        (finder->document->language->natural_gender && !ja_is_given_name(finder, name->head)))
        return;
    before->name = index;
    before->part_of = index;
    finder->out.by_word[word] = index;
    if (finder->forest->at[name->word].head == word)
        name->word = word;
}

/* The elementary mention at `token`; returns how many tokens it takes, 0: none. */
static size_t add_elementary(ja_finder *finder, size_t s, size_t token)
{
    const ja_sentence *sentence = &finder->document->sentences[s];
    ja_mention mention = {.first = token, .head = token, .sentence = s, .entry = JA_NO_ENTRY};
    size_t inside = 0;
    if (!classify(finder, sentence, &mention, &inside))
        return 0;
    mention.head_count = mention.count;
    if (mention.type == JA_MENTION_NAME &&
        ja_is_postnominal(finder, sentence, token + mention.count))
        mention.count++;
    size_t end = token + mention.count;
    if (end < sentence->first + sentence->count && ja_token_is(finder, end, JA_FUNCTION_POSSESSIVE))
        mention.possessive = true;
    size_t index = finder->out.count;
    if (add_mention(finder, mention)->titled)
        hang_on_title(finder, index);
    hang_on_demonym(finder, index);
    if (inside)
        add_inside(finder, inside);
    return mention.count;
}

/* Who accuses, denies or says is somebody, though the noun is in no table: "the beekeeper said". */
static size_t add_agent(ja_finder *finder, size_t s, size_t token)
{
    size_t word = ja_word_of_token(finder, token);
    const ja_branch *branch = &finder->forest->at[word];
    const ja_token *noun = ja_token_at(finder, token);
    bool subject = branch->relation == JA_DEP_NSUBJ || branch->relation == JA_DEP_OBL_AGENT;
    if (finder->document->words[word].upos != JA_UPOS_NOUN || !subject || noun->capital ||
        branch->head == JA_NO_WORD ||
        !ja_noun_word_is(finder->document->language, noun->lower, JA_NOUN_WORD_AGENT_ENDING) ||
        !ja_lexicon_has_verb(finder->lexicon,
                             ja_token_at(finder, finder->document->words[branch->head].token)))
        return 0;
    const char *features = finder->document->words[word].features;
    bool plural = features && strstr(features, "Number=Plur");
    ja_role_noun *role = JA_NEW(finder->arena, ja_role_noun);
    *role = (ja_role_noun){.phrase = noun->lower,
                           .kind = plural ? JACCUSE_GROUP : JACCUSE_PERSON,
                           .relation = JA_ROLE_ALONE};
    add_mention(finder, (ja_mention){.type = JA_MENTION_ROLE,
                                     .first = token,
                                     .count = 1,
                                     .head = token,
                                     .head_count = 1,
                                     .sentence = s,
                                     .entry = JA_NO_ENTRY,
                                     .role = role,
                                     .plural = plural});
    return 1;
}

/* A plain number with an article stands for so many people: "the four", "les deux". */
static size_t add_number(ja_finder *finder, size_t s, size_t token)
{
    static const ja_role_noun group = {.kind = JACCUSE_GROUP, .relation = JA_ROLE_ALONE};
    const ja_sentence *sentence = &finder->document->sentences[s];
    size_t number =
        ja_noun_word_number(finder->document->language, ja_token_at(finder, token)->lower);
    size_t next = token + 1;
    if (number == 0 || token == sentence->first ||
        !ja_token_is(finder, token - 1, JA_FUNCTION_DEFINITE))
        return 0;
    if (next < ja_end_of_sentence(sentence)) {
        ja_upos upos = ja_upos_at(finder, next);
        if (upos == JA_UPOS_NOUN || upos == JA_UPOS_ADJ || upos == JA_UPOS_PROPN ||
            upos == JA_UPOS_NUM || upos == JA_UPOS_SYM || ja_token_is(finder, next, JA_FUNCTION_OF))
            return 0;
    }
    add_mention(finder, (ja_mention){.type = JA_MENTION_ROLE,
                                     .first = token,
                                     .count = 1,
                                     .head = token,
                                     .head_count = 1,
                                     .sentence = s,
                                     .entry = JA_NO_ENTRY,
                                     .role = &group,
                                     .plural = true,
                                     .definite = true,
                                     .number = number});
    return 1;
}

static void find_in_sentence(ja_finder *finder, size_t s)
{
    const ja_sentence *sentence = &finder->document->sentences[s];
    size_t from = finder->out.count;
    ja_look_at_case(finder, sentence);
    for (size_t i = 0; i < sentence->count;) {
        size_t taken = add_elementary(finder, s, sentence->first + i);
        if (taken == 0)
            taken = add_number(finder, s, sentence->first + i);
        if (taken == 0)
            taken = add_agent(finder, s, sentence->first + i);
        i += taken ? taken : 1;
    }
    ja_compose_roles(finder, from);
}

ja_mentions ja_find_mentions(ja_arena *arena, const ja_lexicon *lexicon, const ja_forest *forest)
{
    ja_finder finder = {
        .arena = arena, .lexicon = lexicon, .document = forest->document, .forest = forest};
    ja_map_init(&finder.names, arena);
    ja_map_init(&finder.common, arena);
    finder.out.by_word = JA_NEW_N(arena, size_t, forest->document->word_count);
    for (size_t i = 0; i < forest->document->word_count; i++)
        finder.out.by_word[i] = JA_NO_MENTION;
    ja_learn_case(&finder);
    for (size_t s = 0; s < forest->document->sentence_count; s++)
        find_in_sentence(&finder, s);
    return finder.out;
}
