#include "claim/mention.h"

#include <string.h>

typedef struct mention_finder {
    ja_arena *arena;
    const ja_lexicon *lexicon;
    const ja_document *document;
    const ja_forest *forest;
    ja_map names;  /* words printed with a capital inside a sentence */
    ja_map common; /* words printed without one */
    bool shouted;  /* the sentence at hand is in capitals */
    ja_mentions out;
} mention_finder;

static const ja_token *token_at(const mention_finder *finder, size_t token)
{
    return &finder->document->tokens[token];
}

static bool is(const mention_finder *finder, size_t token, ja_function function)
{
    return ja_lexicon_is(finder->lexicon, token_at(finder, token), function);
}

static bool is_function_word(const mention_finder *finder, size_t token)
{
    return ja_map_get(&finder->document->language->function_words,
                      token_at(finder, token)->lower) != NULL;
}

static bool is_title_word(const mention_finder *finder, size_t token)
{
    return ja_map_get(&finder->document->language->titles, token_at(finder, token)->lower) != NULL;
}

/* Which words are names and which are not, by how they are printed where case tells: inside of
 * sentences that are no titles. */
static void learn_case(mention_finder *finder)
{
    const ja_document *document = finder->document;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const ja_sentence *sentence = &document->sentences[s];
        for (size_t i = 1; i < sentence->count && !sentence->title; i++) {
            const ja_token *token = token_at(finder, sentence->first + i);
            bool opens = !token_at(finder, sentence->first + i - 1)->word;
            if (token->word && token->capital && !opens)
                ja_map_put(&finder->names, token->lower, 0, NULL);
            else if (token->word && !token->capital)
                ja_map_put(&finder->common, token->lower, 0, NULL);
        }
    }
}

/* A word that may be (a part of) a name the gazetteer does not know. Where a sentence or a title
 * gives capitals to any word, the word must be a name elsewhere, or nowhere a common word. */
static bool may_be_name(const mention_finder *finder, const ja_sentence *sentence, size_t token)
{
    const ja_token *word = token_at(finder, token);
    if (!word->word || !word->capital || is_title_word(finder, token) ||
        ja_lexicon_is_no_name(finder->lexicon, word))
        return false;
    bool telling = !sentence->title && token > sentence->first && token_at(finder, token - 1)->word;
    if (telling)
        return !(is_function_word(finder, token) && word->form.length <= 3);
    if (is_function_word(finder, token))
        return false;
    if (ja_map_get(&finder->names, word->lower))
        return true;
    bool next_is_name = token + 1 < sentence->first + sentence->count &&
                        token_at(finder, token + 1)->capital && token_at(finder, token + 1)->word &&
                        !sentence->title;
    return next_is_name && !ja_map_get(&finder->common, word->lower);
}

/* Tokens of an unknown name at `token`. A known name inside is a part of it ("Jack London"); in a
 * title, where any word may have a capital, it ends it. */
static size_t name_length(const mention_finder *finder, const ja_sentence *sentence, size_t token)
{
    size_t limit = sentence->first + sentence->count, at = token, ignored;
    ja_form form;
    while (at < limit && may_be_name(finder, sentence, at)) {
        if (at > token && sentence->title &&
            ja_gazetteer_match(finder->document, at, limit, &ignored, &form) != JA_NO_ENTRY)
            break;
        at++;
        if (!token_at(finder, at - 1)->space_after && at < limit && token_at(finder, at)->word)
            break; /* a clitic follows */
    }
    return at - token;
}

/* A sentence in capitals: they tell nothing there. */
static bool is_shouted(const mention_finder *finder, const ja_sentence *sentence)
{
    size_t words = 0;
    for (size_t i = 0; i < sentence->count; i++) {
        const ja_token *token = token_at(finder, sentence->first + i);
        words += token->all_capital;
        if (token->word && !token->all_capital && token->form.length > 1)
            return false;
    }
    return words >= 3;
}

/* The word of the head's tokens whose own head stands outside of them. */
static size_t head_word(const mention_finder *finder, const ja_mention *mention)
{
    const ja_forest *forest = finder->forest;
    size_t first = forest->word_of_token[mention->head];
    size_t last = forest->word_of_token[mention->head + mention->head_count - 1];
    for (size_t word = first; word <= last; word++) {
        size_t head = forest->at[word].head;
        if (head == JA_NO_WORD || head < first || head > last)
            return word;
    }
    return first;
}

static ja_mention *add_mention(mention_finder *finder, ja_mention mention)
{
    mention.owner = mention.place = mention.name = mention.part_of = JA_NO_MENTION;
    mention.actor = JACCUSE_NONE;
    mention.word = head_word(finder, &mention);
    JA_PUSH(finder->arena, finder->out.at, finder->out.count, finder->out.capacity, mention);
    return &finder->out.at[finder->out.count - 1];
}

static bool is_demonym(const ja_document *document, size_t token)
{
    size_t count;
    ja_form form;
    return ja_gazetteer_match(document, token, token + 1, &count, &form) != JA_NO_ENTRY &&
           form == JA_FORM_DEMONYM;
}

/* An object pronoun beside a verb that accuses or says: "il les accuse", "lui a reproché", "blamed
 * him". Elsewhere the same words are mostly articles, so a subject must stand before it. */
static const ja_pronoun *object_at(const mention_finder *finder, const ja_sentence *sentence,
                                   size_t token)
{
    const ja_language *language = finder->document->language;
    const size_t *index = ja_map_get(&language->objects, token_at(finder, token)->lower);
    size_t next = token + 1, limit = sentence->first + sentence->count;
    if (!index || token == sentence->first)
        return NULL;
    const ja_token *before = token_at(finder, token - 1);
    if (!is(finder, token, JA_FUNCTION_DETERMINER) && ja_lexicon_has_verb(finder->lexicon, before))
        return &language->pronoun[*index];
    next += next < limit && is(finder, next, JA_FUNCTION_PERFECT);
    bool verb = next < limit && ja_lexicon_has_verb(finder->lexicon, token_at(finder, next));
    bool subject = before->capital || ja_map_get(&language->pronouns, before->lower) ||
                   is(finder, token - 1, JA_FUNCTION_CLAUSE);
    return verb && subject ? &language->pronoun[*index] : NULL;
}

static const size_t *pronoun_pair(const ja_language *language, ja_slice first, ja_slice second)
{
    char both[32];
    size_t length = first.length + 1 + second.length;
    if (length > sizeof both)
        return NULL;
    memcpy(both, first.at, first.length);
    both[first.length] = ' ';
    memcpy(both + first.length + 1, second.at, second.length);
    return ja_map_get(&language->pronouns, (ja_slice){both, length});
}

/* The pronoun of one word or two ("ce dernier") at the token; *count tells how many. */
static const ja_pronoun *pronoun_at(const mention_finder *finder, const ja_sentence *sentence,
                                    size_t token, size_t *count)
{
    const ja_language *language = finder->document->language;
    ja_slice lower = token_at(finder, token)->lower;
    const size_t *index = NULL;
    *count = 1;
    if (token + 1 < sentence->first + sentence->count) {
        index = pronoun_pair(language, lower, token_at(finder, token + 1)->lower);
        *count = index ? 2 : 1;
    }
    if (!index)
        index = ja_map_get(&language->pronouns, lower);
    if (!index)
        index = ja_map_get(&language->pronouns, token_at(finder, token)->base);
    return index ? &language->pronoun[*index] : object_at(finder, sentence, token);
}

/* A pronoun that can stand for an actor: third person, and no article ("le", "la"). */
static bool stands_for_actor(const mention_finder *finder, size_t token, size_t count,
                             const ja_pronoun *pronoun)
{
    if (!pronoun || pronoun->person == '1' || pronoun->person == '2')
        return false;
    return pronoun->role == JA_PRONOUN_POSSESSIVE || pronoun->role == JA_PRONOUN_OBJECT ||
           (pronoun->role == JA_PRONOUN_SUBJECT &&
            (count > 1 || !is(finder, token, JA_FUNCTION_DETERMINER)));
}

/* A role noun that is a verb as well ("suspect", "report", "accused") needs a determiner or the
 * like before it. */
static bool is_role(const mention_finder *finder, const ja_sentence *sentence, size_t token,
                    ja_role_match *role)
{
    size_t limit = sentence->first + sentence->count;
    if (!ja_role_at(finder->document, token, limit, is_demonym, role))
        return false;
    if (role->count > 1 || !ja_lexicon_has_verb(finder->lexicon, token_at(finder, token)))
        return true;
    return token > sentence->first && (is(finder, token - 1, JA_FUNCTION_DETERMINER) ||
                                       is(finder, token - 1, JA_FUNCTION_POSSESSIVE) ||
                                       is_demonym(finder->document, token - 1));
}

/* What starts at the token: fills type and what goes with it; false: nothing. `inside` is the
 * token of an adjective that stands within a role noun, or 0. */
static bool classify(const mention_finder *finder, const ja_sentence *sentence, ja_mention *mention,
                     size_t *inside)
{
    size_t token = mention->first, limit = sentence->first + sentence->count;
    size_t known = 0, spoken;
    ja_form form;
    ja_role_match role;
    size_t entry = ja_gazetteer_match(finder->document, token, limit, &known, &form);
    size_t name = finder->shouted ? 0 : name_length(finder, sentence, token);
    const ja_pronoun *pronoun = pronoun_at(finder, sentence, token, &spoken);
    if (entry != JA_NO_ENTRY && known >= name) {
        mention->type = form == JA_FORM_DEMONYM ? JA_MENTION_DEMONYM : JA_MENTION_KNOWN;
        mention->entry = entry;
        mention->count = known;
    } else if (is_role(finder, sentence, token, &role)) {
        mention->type = JA_MENTION_ROLE;
        mention->role = role.noun;
        mention->plural = role.plural;
        mention->count = role.count;
        *inside = role.inside;
    } else if (name > 0) {
        mention->type = JA_MENTION_NAME;
        mention->titled = token > sentence->first && is_title_word(finder, token - 1);
        mention->count = name;
    } else if (stands_for_actor(finder, token, spoken, pronoun)) {
        mention->type = JA_MENTION_PRONOUN;
        mention->pronoun = pronoun;
        mention->plural = pronoun->number == 'p';
        mention->possessive = pronoun->role == JA_PRONOUN_POSSESSIVE;
        mention->count = spoken;
    }
    return mention->count > 0;
}

/* "ministère CHINOIS des Affaires étrangères": the adjective is whose it is. */
static void add_inside(mention_finder *finder, size_t token)
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

/* The elementary mention at `token`; returns how many tokens it takes, 0: none. */
static size_t add_elementary(mention_finder *finder, size_t s, size_t token)
{
    const ja_sentence *sentence = &finder->document->sentences[s];
    ja_mention mention = {.first = token, .head = token, .sentence = s, .entry = JA_NO_ENTRY};
    size_t inside = 0;
    if (!classify(finder, sentence, &mention, &inside))
        return 0;
    size_t end = token + mention.count;
    mention.head_count = mention.count;
    if (end < sentence->first + sentence->count && is(finder, end, JA_FUNCTION_POSSESSIVE))
        mention.possessive = true;
    add_mention(finder, mention);
    if (inside)
        add_inside(finder, inside);
    return mention.count;
}

/* The mention of the sentence that starts (ends) at a token, or JA_NO_MENTION. `near` is an index
 * close to which it must stand. */
static size_t starting_at(const mention_finder *finder, size_t near, size_t token)
{
    for (size_t i = near + 1; i < finder->out.count && i <= near + 4; i++)
        if (finder->out.at[i].first == token && finder->out.at[i].part_of == JA_NO_MENTION)
            return i;
    return JA_NO_MENTION;
}

static size_t ending_at(const mention_finder *finder, size_t near, size_t end)
{
    for (size_t i = near; i-- > 0 && i + 4 >= near;) {
        const ja_mention *mention = &finder->out.at[i];
        if (mention->first + mention->count == end && mention->part_of == JA_NO_MENTION &&
            mention->sentence == finder->out.at[near].sentence)
            return i;
    }
    return JA_NO_MENTION;
}

static void absorb(mention_finder *finder, size_t whole, size_t part)
{
    ja_mention *outer = &finder->out.at[whole], *inner = &finder->out.at[part];
    size_t end = outer->first + outer->count, inner_end = inner->first + inner->count;
    if (inner->first < outer->first)
        outer->first = inner->first;
    outer->count = (inner_end > end ? inner_end : end) - outer->first;
    inner->part_of = whole;
}

static bool is_plain_word(const mention_finder *finder, size_t token)
{
    return token_at(finder, token)->word && !token_at(finder, token)->capital &&
           !is_function_word(finder, token);
}

/* "China's powerful EMBASSY", "Chinese foreign ministry SPOKESMAN", "its EMBASSY": whose it is, by
 * what stands on the left. */
static void take_left_owner(mention_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    size_t begin = finder->document->sentences[role->sentence].first, at = role->first;
    for (size_t skipped = 0; at > begin && skipped <= 2; skipped++) {
        size_t end = at;
        if (end > begin && is(finder, end - 1, JA_FUNCTION_POSSESSIVE))
            end--;
        size_t owner = ending_at(finder, index, end);
        if (owner != JA_NO_MENTION) {
            const ja_mention *found = &finder->out.at[owner];
            bool attributive = end < at || found->possessive || found->type == JA_MENTION_DEMONYM ||
                               (skipped == 0 && found->type != JA_MENTION_PRONOUN &&
                                role->role->relation != JA_ROLE_ALONE);
            if (attributive) { /* "China's EMBASSY in Paris" is China's */
                role->owner = owner;
                absorb(finder, index, owner);
                finder->out.at[index].definite |= found->possessive;
            }
            return;
        }
        if (!is_plain_word(finder, at - 1))
            return;
        at--;
    }
}

/* "ambassade de Chine au Royaume-Uni": a second place belongs to the name, not to the owner. */
static void take_place(mention_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    const ja_sentence *sentence = &finder->document->sentences[role->sentence];
    size_t limit = sentence->first + sentence->count, at = role->first + role->count;
    if (role->role->relation != JA_ROLE_BODY || at + 1 >= limit || !is(finder, at, JA_FUNCTION_OF))
        return;
    size_t next = at + 1;
    size_t place = starting_at(finder, index, next);
    if (place == JA_NO_MENTION && is(finder, next, JA_FUNCTION_DETERMINER))
        place = starting_at(finder, index, next + 1);
    if (place == JA_NO_MENTION || finder->out.at[place].type != JA_MENTION_KNOWN)
        return;
    role->place = place;
    absorb(finder, index, place);
}

/* "EMBASSY in London", "porte-parole du ministère", "ambassade chinoise". */
static void take_right_owner(mention_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    const ja_sentence *sentence = &finder->document->sentences[role->sentence];
    size_t limit = sentence->first + sentence->count, at = role->first + role->count;
    size_t demonym = starting_at(finder, index, at);
    if (demonym != JA_NO_MENTION && finder->out.at[demonym].type == JA_MENTION_DEMONYM) {
        if (role->owner == JA_NO_MENTION)
            role->owner = demonym;
        absorb(finder, index, demonym);
        at = role->first + role->count;
    }
    if (at >= limit || !is(finder, at, JA_FUNCTION_OF))
        return;
    size_t next = at + 1;
    size_t owner = starting_at(finder, index, next);
    if (owner == JA_NO_MENTION && next < limit && is(finder, next, JA_FUNCTION_DETERMINER))
        owner = starting_at(finder, index, next + 1);
    if (owner == JA_NO_MENTION || finder->out.at[owner].type == JA_MENTION_PRONOUN)
        return;
    bool is_place = role->owner != JA_NO_MENTION;
    *(is_place ? &role->place : &role->owner) = owner;
    absorb(finder, index, owner);
    if (!is_place)
        take_place(finder, index);
}

static bool is_comma(const mention_finder *finder, size_t token)
{
    return ja_equal(token_at(finder, token)->form, JA_SLICE(","));
}

static bool can_name(const ja_mention *role, const ja_mention *name)
{
    if (name->part_of != JA_NO_MENTION || name->sentence != role->sentence)
        return false;
    if (name->type == JA_MENTION_NAME)
        return true;
    return name->type == JA_MENTION_KNOWN && role->role->relation == JA_ROLE_ALONE;
}

/* "SPOKESMAN Lin Jian", "le PORTE-PAROLE, Zhao Lijian,", "Liu Pengyu, a SPOKESMAN": the name. */
static void take_name(mention_finder *finder, size_t index)
{
    ja_mention *role = &finder->out.at[index];
    const ja_sentence *sentence = &finder->document->sentences[role->sentence];
    size_t limit = sentence->first + sentence->count, end = role->first + role->count;
    bool generic = role->plural || role->role->relation == JA_ROLE_DOCUMENT;
    if (generic)
        return;
    size_t name = starting_at(finder, index, end);
    if (name == JA_NO_MENTION && end + 1 < limit && is_title_word(finder, end))
        name = starting_at(finder, index, end + 1);
    if (name == JA_NO_MENTION && end + 1 < limit && is_comma(finder, end) &&
        role->role->relation != JA_ROLE_BODY)
        name = starting_at(finder, index, end + 1);
    if (name == JA_NO_MENTION && role->first > sentence->first + 1 &&
        is_comma(finder, role->first - 1) && role->role->relation != JA_ROLE_BODY)
        name = ending_at(finder, index, role->first - 1);
    if (name == JA_NO_MENTION || !can_name(role, &finder->out.at[name]))
        return;
    role->name = name;
    absorb(finder, index, name);
}

static void take_determiner(mention_finder *finder, ja_mention *mention)
{
    size_t begin = finder->document->sentences[mention->sentence].first;
    if (mention->first <= begin || !is(finder, mention->first - 1, JA_FUNCTION_DETERMINER))
        return;
    mention->definite |= is(finder, mention->first - 1, JA_FUNCTION_DEFINITE);
    if (mention->type == JA_MENTION_ROLE && ja_equal(token_at(finder, mention->first - 1)->lower,
                                                     token_at(finder, mention->first - 1)->base)) {
        mention->first--;
        mention->count++;
    }
}

/* Left owners first, so that "the Chinese embassy" is whole when "spokesman for" looks for it. */
static void compose_roles(mention_finder *finder, size_t from)
{
    for (size_t i = from; i < finder->out.count; i++)
        if (finder->out.at[i].type == JA_MENTION_ROLE)
            take_left_owner(finder, i);
    for (size_t i = finder->out.count; i-- > from;)
        if (finder->out.at[i].type == JA_MENTION_ROLE)
            take_right_owner(finder, i);
    for (size_t i = from; i < finder->out.count; i++) {
        if (finder->out.at[i].type != JA_MENTION_ROLE)
            continue;
        take_determiner(finder, &finder->out.at[i]);
        if (finder->out.at[i].part_of == JA_NO_MENTION)
            take_name(finder, i);
    }
}

ja_mentions ja_find_mentions(ja_arena *arena, const ja_lexicon *lexicon, const ja_forest *forest)
{
    const ja_document *document = forest->document;
    mention_finder finder = {
        .arena = arena, .lexicon = lexicon, .document = document, .forest = forest};
    ja_map_init(&finder.names, arena);
    ja_map_init(&finder.common, arena);
    learn_case(&finder);
    for (size_t s = 0; s < document->sentence_count; s++) {
        const ja_sentence *sentence = &document->sentences[s];
        size_t from = finder.out.count;
        finder.shouted = is_shouted(&finder, sentence);
        for (size_t i = 0; i < sentence->count;) {
            size_t taken = add_elementary(&finder, s, sentence->first + i);
            i += taken ? taken : 1;
        }
        compose_roles(&finder, from);
    }
    return finder.out;
}
