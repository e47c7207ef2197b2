/* The register of actors: who there is, under which names. */
#include <string.h>

#include "base/limits.h"
#include "base/unicode.h"
#include "claim/noun_words.h"
#include "claim/resolver.h"

ja_slice ja_words_of(const ja_resolver *resolver, size_t first, size_t count)
{
    const ja_token *tokens = resolver->document->tokens;
    size_t begin = tokens[first].at.begin, end = tokens[first + count - 1].at.end;
    ja_slice text = {resolver->document->text.at + begin, end - begin};
    return ja_collapse(ja_copy(resolver->arena, text.at, text.length), text.length);
}

ja_slice ja_head_text(const ja_resolver *resolver, const ja_mention *mention)
{
    return ja_words_of(resolver, mention->head, mention->head_count);
}

static bool is_title(const ja_resolver *resolver, size_t token)
{
    return ja_map_get(&resolver->document->language->titles,
                      resolver->document->tokens[token].lower) != NULL;
}

ja_slice ja_role_text(const ja_resolver *resolver, const ja_mention *mention)
{
    size_t first = mention->first, end = mention->first + mention->count;
    if (mention->name != JA_NO_MENTION) {
        const ja_mention *name = &resolver->mentions->at[mention->name];
        if (name->head < mention->head)
            first = name->first + name->count;
        else if (name->first < end)
            end = name->first;
    }
    while (first < end && !resolver->document->tokens[first].word)
        first++;
    while (end > first &&
           (!resolver->document->tokens[end - 1].word ||
            (end > mention->head + mention->head_count && is_title(resolver, end - 1))))
        end--;
    return end > first && end - first <= JA_LONGEST_DESCRIPTION
               ? ja_words_of(resolver, first, end - first)
               : JA_SLICE("");
}

void ja_add_alias(ja_resolver *resolver, size_t actor, ja_slice text)
{
    ja_actor *known = &resolver->actors.at[actor];
    if (text.length == 0 || known->alias_count == JA_MAX_ALIASES ||
        ja_equal(ja_slice_of(known->name), text))
        return;
    for (size_t i = 0; i < known->alias_count; i++)
        if (ja_equal(ja_slice_of(known->aliases[i]), text))
            return;
    JA_PUSH(resolver->arena, known->aliases, known->alias_count, known->alias_capacity,
            ja_copy(resolver->arena, text.at, text.length));
}

size_t ja_add_actor(ja_resolver *resolver, ja_slice id, ja_slice name, jaccuse_kind kind)
{
    const size_t *known = ja_map_get(&resolver->ids, id);
    if (known)
        return ja_merged(resolver, *known);
    ja_actor actor = {.id = ja_copy(resolver->arena, id.at, id.length),
                      .name = ja_copy(resolver->arena, name.at, name.length),
                      .kind = kind,
                      .of = JACCUSE_NONE,
                      .entry = JA_NO_ENTRY};
    size_t index = resolver->actors.count;
    ja_map_put(&resolver->ids, id, index, NULL);
    JA_PUSH(resolver->arena, resolver->actors.at, resolver->actors.count, resolver->actors.capacity,
            actor);
    JA_PUSH(resolver->arena, resolver->facts, resolver->fact_count, resolver->fact_capacity,
            ((ja_facts){.into = index, .person = JA_NO_PERSON, .nation = JA_NO_ENTRY}));
    return index;
}

void ja_set_of(ja_resolver *resolver, size_t actor, size_t of)
{
    if (of != JACCUSE_NONE && resolver->actors.at[actor].of == JACCUSE_NONE &&
        !ja_actor_is_of(&resolver->actors, of, actor))
        resolver->actors.at[actor].of = of;
}

size_t ja_merged(const ja_resolver *resolver, size_t actor)
{
    while (actor != JACCUSE_NONE && resolver->facts[actor].into != actor)
        actor = resolver->facts[actor].into;
    return actor;
}

void ja_merge_actors(ja_resolver *resolver, size_t from, size_t into)
{
    if (from == into || ja_actor_is_of(&resolver->actors, into, from) ||
        ja_actor_is_of(&resolver->actors, from, into))
        return;
    const ja_actor *lost = &resolver->actors.at[from];
    ja_facts *facts = &resolver->facts[from];
    ja_set_of(resolver, into, lost->of);
    ja_add_alias(resolver, into, ja_slice_of(lost->name));
    for (size_t i = 0; i < lost->alias_count; i++)
        ja_add_alias(resolver, into, ja_slice_of(lost->aliases[i]));
    for (size_t i = 0; i < facts->noun_count; i++)
        ja_learn_noun(resolver, into, facts->nouns[i]);
    if (resolver->facts[into].nation == JA_NO_ENTRY)
        resolver->facts[into].nation = facts->nation;
    resolver->facts[into].count += facts->count;
    facts->into = into;
}

size_t ja_actor_of_entry(ja_resolver *resolver, size_t entry)
{
    const ja_gazetteer_entry *known = ja_gazetteer_entry_at(entry);
    const char *name = ja_gazetteer_name(known, resolver->document->language->code);
    size_t actor = ja_add_actor(resolver, ja_slice_of(known->id), ja_slice_of(name), known->kind);
    if (resolver->actors.at[actor].entry == JA_NO_ENTRY) {
        resolver->actors.at[actor].entry = entry;
        resolver->actors.at[actor].proper = true;
        resolver->facts[actor].sure = true;
        for (size_t i = 0; i < JA_GAZETTEER_LANGUAGES; i++)
            ja_add_alias(resolver, actor, ja_slice_of(known->names[i]));
        if (known->of != JA_NO_ENTRY)
            ja_set_of(resolver, actor, ja_actor_of_entry(resolver, known->of));
    }
    return actor;
}

/* ---- names ---- */

static ja_slice last_word(ja_slice name)
{
    size_t start = name.length;
    while (start > 0 && name.at[start - 1] != ' ')
        start--;
    return (ja_slice){name.at + start, name.length - start};
}

static ja_slice first_word(ja_slice name)
{
    ja_slice word = name;
    ja_next_field(&name, ' ', &word);
    return word;
}

static void learn_part(ja_resolver *resolver, ja_slice word, size_t actor)
{
    bool added;
    size_t *place = ja_map_put(&resolver->parts, word, actor, &added);
    if (!added && *place != actor)
        *place = JACCUSE_NONE;
}

/* "M. Bongo" is "Ali Bongo Ondimba", where nobody else is a Bongo. */
static void learn_middle(ja_resolver *resolver, ja_slice folded, size_t actor)
{
    ja_slice rest = folded, word = folded;
    if (resolver->actors.at[actor].kind == JACCUSE_PERSON && ja_next_field(&rest, ' ', &word) &&
        ja_next_field(&rest, ' ', &word) && ja_equal(rest, last_word(folded)) && word.length > 3)
        learn_part(resolver, word, actor);
}

/* "Mme d'ESPARRE", "d'ORMESSON": the name behind a particle. */
static void learn_behind_particle(ja_resolver *resolver, ja_slice last, size_t actor)
{
    if (last.length > 4 && last.at[1] == '\'')
        learn_part(resolver, (ja_slice){last.at + 2, last.length - 2}, actor);
}

/* All endings of the name, so that "Le Gac" finds "Ronan Le Gac", and its first word. */
static void learn_name(ja_resolver *resolver, size_t actor, ja_slice folded)
{
    ja_map_put(&resolver->names, folded, actor, NULL);
    ja_slice first = first_word(folded), last = last_word(folded), rest = folded;
    learn_part(resolver, last, actor);
    learn_behind_particle(resolver, last, actor);
    if (!ja_equal(first, last))
        learn_part(resolver, first, actor);
    for (size_t words = 0;
         words < 3 && ja_next_field(&rest, ' ', &first) && rest.length > last.length; words++)
        learn_part(resolver, rest, actor);
    learn_middle(resolver, folded, actor);
    if (ja_starts_with(folded, first_word(folded)) && folded.length > last.length + 1)
        learn_part(resolver, (ja_slice){folded.at, folded.length - last.length - 1}, actor);
}

static bool never(const ja_document *document, size_t token)
{
    (void)document;
    (void)token;
    return false;
}

static bool is_company_word(const ja_resolver *resolver, size_t token)
{
    return ja_noun_word_is(resolver->document->language, resolver->document->tokens[token].lower,
                           JA_NOUN_WORD_COMPANY);
}

/* "l'Excelsior", "the Green Belt": no person has an article. */
static bool has_article(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_document *document = resolver->document;
    size_t end = mention->head + mention->head_count;
    if (mention->head == document->sentences[mention->sentence].first ||
        !ja_lexicon_is(resolver->lexicon, &document->tokens[mention->head - 1],
                       JA_FUNCTION_DEFINITE))
        return false;
    return end >= document->token_count ||
           document->words[resolver->forest->word_of_token[end]].upos != JA_UPOS_NOUN;
}

/* A name of several words is a person's, unless one of them is a place or its last a role noun of
 * another kind: "Kenya Wildlife Trust". */
static jaccuse_kind guess_kind(const ja_resolver *resolver, const ja_mention *mention, bool *sure)
{
    size_t end = mention->head + mention->head_count, count;
    ja_form form;
    ja_role_match role;
    *sure = true;
    if (mention->titled)
        return JACCUSE_PERSON;
    if (ja_role_at(resolver->document, end - 1, end, never, &role) ||
        ja_role_at(resolver->document, mention->head, end, never, &role))
        return role.noun->kind;
    if (mention->head_count >= 2 && is_company_word(resolver, end - 1))
        return JACCUSE_COMPANY;
    if (mention->head_count >= 2 && ja_gender_of_given_name(resolver, mention->head))
        return JACCUSE_PERSON;
    *sure = false;
    if (mention->head_count < 2 || has_article(resolver, mention))
        return JACCUSE_ORGANISATION;
    for (size_t token = mention->head; token < end; token++)
        if (ja_equal(resolver->document->tokens[token].form, JA_SLICE("&")))
            return JACCUSE_COMPANY;
    bool place =
        ja_gazetteer_match(resolver->document, mention->head, end, &count, &form) != JA_NO_ENTRY;
    return place ? JACCUSE_ORGANISATION : JACCUSE_PERSON;
}

static size_t known_name(const ja_resolver *resolver, const ja_mention *mention, ja_slice folded)
{
    const size_t *known = ja_map_get(&resolver->names, folded);
    if (!known && mention->head_count <= 2 && ja_person_named(folded) == JA_NO_PERSON)
        known = ja_map_get(&resolver->parts, folded);
    return known ? ja_merged(resolver, *known) : JACCUSE_NONE;
}

/* Whom the table of persons knows by the name, if he bears no other in the text: in full, or alone
 * where he is in office and nobody else in the text is called so. */
static size_t person_of_name(const ja_resolver *resolver, const ja_mention *mention,
                             ja_slice folded)
{
    size_t person = ja_person_named(folded);
    if (person != JA_NO_PERSON || resolver->in_advance || ja_map_get(&resolver->parts, folded))
        return person;
    char sex = mention->titled ? ja_gender_of_given_name(resolver, mention->head - 1) : 0;
    return ja_person_called(folded, sex, resolver->date);
}

/* "Poutine" is "Vladimir Poutine" rather than "Vladimir Putin". */
static ja_slice name_of_person(const ja_resolver *resolver, const ja_person *person,
                               ja_slice folded)
{
    for (size_t i = 0; i < person->name_count; i++)
        if (ja_ends_with(ja_fold(resolver->arena, person->names[i]), folded))
            return person->names[i];
    return person->names[0];
}

static size_t actor_of_person(ja_resolver *resolver, size_t index, ja_slice folded)
{
    const ja_person *person = ja_person_at(index);
    size_t actor = ja_add_actor(resolver, person->id, name_of_person(resolver, person, folded),
                                JACCUSE_PERSON);
    resolver->facts[actor].person = index;
    resolver->facts[actor].gender = person->sex;
    for (size_t i = 0; i < person->surname_count; i++)
        learn_part(resolver, ja_fold(resolver->arena, person->surnames[i]), actor);
    return actor;
}

static size_t new_actor_of_name(ja_resolver *resolver, const ja_mention *mention, ja_slice folded)
{
    ja_slice text = ja_head_text(resolver, mention);
    size_t person = person_of_name(resolver, mention, folded), actor;
    bool sure = true;
    if (person != JA_NO_PERSON) {
        actor = actor_of_person(resolver, person, folded);
    } else {
        jaccuse_kind kind = guess_kind(resolver, mention, &sure);
        actor = ja_add_actor(resolver, ja_slug(resolver->arena, text), text, kind);
    }
    resolver->actors.at[actor].proper = true;
    resolver->facts[actor].sure = sure;
    learn_name(resolver, actor, folded);
    return actor;
}

size_t ja_actor_of_name(ja_resolver *resolver, const ja_mention *mention)
{
    ja_slice text = ja_head_text(resolver, mention);
    ja_slice folded = ja_fold(resolver->arena, text);
    size_t actor = known_name(resolver, mention, folded);
    if (resolver->in_advance && !ja_map_get(&resolver->names, folded))
        actor = JACCUSE_NONE;
    if (actor == JACCUSE_NONE)
        actor = new_actor_of_name(resolver, mention, folded);
    ja_add_alias(resolver, actor, text);
    ja_learn_acronym(resolver, mention, actor);
    return actor;
}

static bool is_told_as_place(const ja_resolver *resolver, const ja_mention *mention)
{
    const ja_document *document = resolver->document;
    return mention->head > document->sentences[mention->sentence].first && !mention->titled &&
           ja_noun_word_is(document->language, document->tokens[mention->head - 1].base,
                           JA_NOUN_WORD_LOCATIVE);
}

/* How often an actor is named, and how often as a place. */
static void count_name(ja_resolver *resolver, const ja_mention *mention)
{
    size_t actor = JACCUSE_NONE;
    if (mention->type == JA_MENTION_KNOWN)
        actor = ja_actor_of_entry(resolver, mention->entry);
    else if (mention->type == JA_MENTION_NAME)
        actor = ja_actor_of_name(resolver, mention);
    if (actor == JACCUSE_NONE)
        return;
    resolver->facts[actor].total++;
    bool person = resolver->actors.at[actor].kind == JACCUSE_PERSON;
    if (!person || !resolver->facts[actor].sure)
        resolver->facts[actor].places += is_told_as_place(resolver, mention);
}

/* Longer names first, so that "Le Goff" finds "Ronan Le Goff". */
void ja_learn_full_names(ja_resolver *resolver)
{
    for (int pass = 0; pass < 2; pass++) {
        resolver->in_advance = pass == 0;
        for (size_t i = 0; i < resolver->mentions->count; i++) {
            const ja_mention *mention = &resolver->mentions->at[i];
            bool longer = mention->head_count > 2;
            if (mention->type == JA_MENTION_NAME && mention->head_count >= 2 &&
                longer == (pass == 0))
                (void)ja_actor_of_name(resolver, mention);
            else if (mention->type == JA_MENTION_KNOWN && pass == 0)
                ja_learn_acronym(resolver, mention, ja_actor_of_entry(resolver, mention->entry));
        }
    }
    for (size_t i = 0; i < resolver->mentions->count; i++)
        count_name(resolver, &resolver->mentions->at[i]);
    for (size_t i = 0; i < resolver->actors.count; i++)
        if (ja_is_only_place(&resolver->facts[i]))
            ja_know_as_body(resolver, i);
}
