#include "claim/actor.h"

#include <string.h>

#include "base/limits.h"
#include "base/unicode.h"

static const size_t LONGEST_CHAIN = 16; /* of `of` */
static const size_t PRONOUN_REACH = 2;  /* sentences back */
static const size_t MEMORY = 40;        /* mentions back that an anaphor may reach */

typedef struct actor_resolver {
    ja_arena *arena;
    const ja_document *document;
    const ja_lexicon *lexicon;
    ja_mentions *mentions;
    ja_actors actors;
    ja_map ids;   /* id -> actor */
    ja_map names; /* folded full name -> actor */
    ja_map parts; /* first and last word of a name -> actor, or JACCUSE_NONE where two share it */
} actor_resolver;

static ja_slice words_of(const actor_resolver *resolver, size_t first, size_t count)
{
    const ja_token *tokens = resolver->document->tokens;
    size_t begin = tokens[first].at.begin, end = tokens[first + count - 1].at.end;
    return (ja_slice){resolver->document->text.at + begin, end - begin};
}

/* The words of the head alone, white space made one blank. */
static ja_slice head_text(const actor_resolver *resolver, const ja_mention *mention)
{
    ja_slice text = words_of(resolver, mention->head, mention->head_count);
    char *out = ja_copy(resolver->arena, text.at, text.length);
    size_t used = 0;
    for (size_t i = 0; i < text.length; i++) {
        bool blank = out[i] == ' ' || out[i] == '\n' || out[i] == '\r' || out[i] == '\t';
        if (!blank || (used > 0 && out[used - 1] != ' '))
            out[used++] = blank ? ' ' : out[i];
    }
    out[used] = '\0';
    return (ja_slice){out, used};
}

static void add_alias(actor_resolver *resolver, size_t actor, ja_slice text)
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

static size_t add_actor(actor_resolver *resolver, ja_slice id, ja_slice name, jaccuse_kind kind)
{
    const size_t *known = ja_map_get(&resolver->ids, id);
    if (known)
        return *known;
    ja_actor actor = {.id = ja_copy(resolver->arena, id.at, id.length),
                      .name = ja_copy(resolver->arena, name.at, name.length),
                      .kind = kind,
                      .of = JACCUSE_NONE,
                      .entry = JA_NO_ENTRY};
    size_t index = resolver->actors.count;
    ja_map_put(&resolver->ids, id, index, NULL);
    JA_PUSH(resolver->arena, resolver->actors.at, resolver->actors.count, resolver->actors.capacity,
            actor);
    return index;
}

static void add_span(actor_resolver *resolver, size_t actor, const ja_mention *mention)
{
    const ja_token *tokens = resolver->document->tokens;
    jaccuse_span span = {tokens[mention->head].at.begin,
                         tokens[mention->head + mention->head_count - 1].at.end};
    ja_actor *known = &resolver->actors.at[actor];
    JA_PUSH(resolver->arena, known->spans, known->span_count, known->span_capacity, span);
}

static void set_of(actor_resolver *resolver, size_t actor, size_t of)
{
    if (of != JACCUSE_NONE && resolver->actors.at[actor].of == JACCUSE_NONE &&
        !ja_actor_is_of(&resolver->actors, of, actor))
        resolver->actors.at[actor].of = of;
}

size_t ja_actor_principal(const ja_actors *actors, size_t actor)
{
    for (size_t steps = 0; actors->at[actor].of != JACCUSE_NONE && steps < LONGEST_CHAIN; steps++)
        actor = actors->at[actor].of;
    return actor;
}

bool ja_actor_is_of(const ja_actors *actors, size_t actor, size_t principal)
{
    for (size_t steps = 0; actor != JACCUSE_NONE && steps < LONGEST_CHAIN; steps++) {
        if (actor == principal)
            return true;
        actor = actors->at[actor].of;
    }
    return false;
}

static size_t actor_of_entry(actor_resolver *resolver, size_t entry)
{
    const ja_gazetteer_entry *known = ja_gazetteer_entry_at(entry);
    const char *name = ja_gazetteer_name(known, resolver->document->language->code);
    size_t actor = add_actor(resolver, ja_slice_of(known->id), ja_slice_of(name), known->kind);
    if (resolver->actors.at[actor].entry == JA_NO_ENTRY) {
        resolver->actors.at[actor].entry = entry;
        resolver->actors.at[actor].proper = true;
        for (size_t i = 0; i < JA_GAZETTEER_LANGUAGES; i++)
            add_alias(resolver, actor, ja_slice_of(known->names[i]));
        if (known->of != JA_NO_ENTRY)
            set_of(resolver, actor, actor_of_entry(resolver, known->of));
    }
    return actor;
}

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

static void learn_part(actor_resolver *resolver, ja_slice word, size_t actor)
{
    bool added;
    size_t *place = ja_map_put(&resolver->parts, word, actor, &added);
    if (!added && *place != actor)
        *place = JACCUSE_NONE;
}

static void learn_name(actor_resolver *resolver, size_t actor, ja_slice folded)
{
    ja_map_put(&resolver->names, folded, actor, NULL);
    learn_part(resolver, last_word(folded), actor);
    learn_part(resolver, first_word(folded), actor);
}

/* An acronym that the text gives in brackets behind the name: "Electoral Commission (IEBC)". */
static void learn_acronym(actor_resolver *resolver, const ja_mention *mention, size_t actor)
{
    const ja_token *tokens = resolver->document->tokens;
    size_t at = mention->head + mention->head_count;
    ja_slice first = ja_fold(resolver->arena, tokens[mention->head].form);
    if (at + 2 >= resolver->document->token_count || first.length == 0 ||
        ja_fold(resolver->arena, tokens[at + 1].form).at[0] != first.at[0] ||
        !ja_equal(tokens[at].form, JA_SLICE("(")) || !tokens[at + 1].all_capital ||
        !ja_equal(tokens[at + 2].form, JA_SLICE(")")))
        return;
    ja_map_put(&resolver->names, ja_fold(resolver->arena, tokens[at + 1].form), actor, NULL);
    add_alias(resolver, actor, tokens[at + 1].form);
}

static bool never(const ja_document *document, size_t token)
{
    (void)document;
    (void)token;
    return false;
}

/* A name of several words is a person's, unless one of them is a place or its last a role noun of
 * another kind: "Kenya Wildlife Trust". */
static jaccuse_kind guess_kind(const actor_resolver *resolver, const ja_mention *mention)
{
    size_t end = mention->head + mention->head_count, count;
    ja_form form;
    ja_role_match role;
    if (mention->titled)
        return JACCUSE_PERSON;
    if (mention->head_count < 2)
        return JACCUSE_ORGANISATION;
    if (ja_role_at(resolver->document, end - 1, end, never, &role))
        return role.noun->kind;
    bool place =
        ja_gazetteer_match(resolver->document, mention->head, end, &count, &form) != JA_NO_ENTRY;
    return place ? JACCUSE_ORGANISATION : JACCUSE_PERSON;
}

/* The actor of a name that the gazetteer does not know: the same full name, else the one actor of
 * that surname, else a new one. */
static size_t actor_of_name(actor_resolver *resolver, const ja_mention *mention, bool may_be_new)
{
    ja_slice text = head_text(resolver, mention);
    ja_slice folded = ja_fold(resolver->arena, text);
    const size_t *known = ja_map_get(&resolver->names, folded);
    if (!known && mention->head_count == 1)
        known = ja_map_get(&resolver->parts, folded);
    size_t actor = known ? *known : JACCUSE_NONE;
    if (actor == JACCUSE_NONE && may_be_new) {
        actor = add_actor(resolver, ja_slug(resolver->arena, text), text,
                          guess_kind(resolver, mention));
        resolver->actors.at[actor].proper = true;
        learn_name(resolver, actor, folded);
    }
    if (actor != JACCUSE_NONE) {
        add_alias(resolver, actor, text);
        learn_acronym(resolver, mention, actor);
    }
    return actor;
}

/* The latest actor before `mention` that `fits`, preferring subjects: what stands first. */
static size_t latest(const actor_resolver *resolver, size_t mention,
                     bool (*fits)(const actor_resolver *resolver, const ja_mention *anaphor,
                                  const ja_mention *candidate))
{
    const ja_mentions *mentions = resolver->mentions;
    const ja_mention *anaphor = &mentions->at[mention];
    size_t found = JACCUSE_NONE, found_sentence = 0;
    for (size_t i = mention; i-- > 0 && mention - i <= MEMORY;) {
        const ja_mention *candidate = &mentions->at[i];
        if (found != JACCUSE_NONE && candidate->sentence != found_sentence)
            break;
        if (anaphor->pronoun && anaphor->sentence - candidate->sentence > PRONOUN_REACH)
            break;
        if (candidate->actor == JACCUSE_NONE || candidate->part_of != JA_NO_MENTION ||
            !fits(resolver, anaphor, candidate))
            continue;
        found = candidate->actor;
        found_sentence = candidate->sentence;
    }
    return found;
}

static bool is_person(const actor_resolver *resolver, const ja_mention *candidate)
{
    return resolver->actors.at[candidate->actor].kind == JACCUSE_PERSON;
}

static bool fits_pronoun(const actor_resolver *resolver, const ja_mention *anaphor,
                         const ja_mention *candidate)
{
    const ja_pronoun *pronoun = anaphor->pronoun;
    if (pronoun->number == 'p')
        return candidate->plural || resolver->actors.at[candidate->actor].kind == JACCUSE_GROUP;
    if (candidate->plural)
        return false;
    if (pronoun->gender == 'n')
        return !is_person(resolver, candidate);
    bool person = pronoun->gender != 0 && resolver->document->language->natural_gender;
    return !person || is_person(resolver, candidate);
}

static bool fits_kind(const actor_resolver *resolver, const ja_mention *anaphor,
                      const ja_mention *candidate)
{
    return resolver->actors.at[candidate->actor].kind == anaphor->role->kind && !candidate->plural;
}

static bool fits_role(const actor_resolver *resolver, const ja_mention *anaphor,
                      const ja_mention *candidate)
{
    (void)resolver;
    return candidate->role && candidate->role == anaphor->role;
}

static bool fits_media(const actor_resolver *resolver, const ja_mention *anaphor,
                       const ja_mention *candidate)
{
    (void)anaphor;
    return resolver->actors.at[candidate->actor].kind == JACCUSE_MEDIA;
}

/* The words by which an actor is described, in the form that a dictionary of actors would print:
 * "China's embassy in Paris" -> "Chinese embassy in Paris"; without determiner or pronoun. */
static ja_slice described(const actor_resolver *resolver, const ja_mention *mention)
{
    const ja_mention *owner =
        mention->owner == JA_NO_MENTION ? NULL : &resolver->mentions->at[mention->owner];
    size_t first = mention->first, end = mention->first + mention->count;
    bool owner_before = owner && owner->first < mention->head;
    ja_slice from_head = words_of(resolver, mention->head, end - mention->head);
    if (!owner_before || owner->type == JA_MENTION_PRONOUN)
        return from_head;
    const char *adjective = owner->possessive && owner->entry != JA_NO_ENTRY
                                ? ja_gazetteer_entry_at(owner->entry)->adjective
                                : NULL;
    if (adjective)
        return ja_slice_of(
            ja_format(resolver->arena, "%s %.*s", adjective, (int)from_head.length, from_head.at));
    if (ja_lexicon_is(resolver->lexicon, &resolver->document->tokens[first],
                      JA_FUNCTION_DETERMINER))
        first++;
    return words_of(resolver, first, end - first);
}

static const ja_gazetteer_entry *entry_of(const actor_resolver *resolver, size_t mention)
{
    size_t entry = mention == JA_NO_MENTION ? JA_NO_ENTRY : resolver->mentions->at[mention].entry;
    return entry == JA_NO_ENTRY ? NULL : ja_gazetteer_entry_at(entry);
}

/* "china-embassy-united-kingdom" for a body of bodies.tsv, else an empty slice. */
static ja_slice body_id(const actor_resolver *resolver, const ja_mention *mention)
{
    const ja_gazetteer_entry *owner = entry_of(resolver, mention->owner);
    const ja_gazetteer_entry *place = entry_of(resolver, mention->place);
    ja_slice key = mention->role->body;
    if (key.length == 0 || !owner)
        return JA_SLICE("");
    return ja_slice_of(ja_format(resolver->arena, "%s-%.*s%s%s", owner->id, (int)key.length, key.at,
                                 place ? "-" : "", place ? place->id : ""));
}

static size_t new_described(actor_resolver *resolver, const ja_mention *mention, size_t owner,
                            jaccuse_kind kind)
{
    ja_slice text = described(resolver, mention);
    ja_slice id = body_id(resolver, mention);
    if (id.length == 0)
        id = ja_slug(resolver->arena, text);
    size_t actor = add_actor(resolver, id, text, kind);
    set_of(resolver, actor, owner);
    return actor;
}

static size_t named_role(actor_resolver *resolver, const ja_mention *mention, size_t owner)
{
    size_t actor = resolver->mentions->at[mention->name].actor;
    if (actor == JACCUSE_NONE)
        return actor;
    ja_actor *known = &resolver->actors.at[actor];
    if (known->entry == JA_NO_ENTRY)
        known->kind = mention->role->kind;
    if (mention->role->relation != JA_ROLE_ALONE && owner != actor)
        set_of(resolver, actor, owner);
    return actor;
}

static bool is_owned_by_pronoun(const actor_resolver *resolver, const ja_mention *mention)
{
    return mention->owner != JA_NO_MENTION &&
           resolver->mentions->at[mention->owner].type == JA_MENTION_PRONOUN;
}

static size_t actor_of_role(actor_resolver *resolver, size_t index)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    size_t owner = mention->owner == JA_NO_MENTION ? JACCUSE_NONE
                                                   : resolver->mentions->at[mention->owner].actor;
    bool definite = mention->definite;
    if (mention->name != JA_NO_MENTION)
        return named_role(resolver, mention, owner);
    if (mention->plural && is_owned_by_pronoun(resolver, mention))
        return JACCUSE_NONE; /* "its allies": nobody definite */
    switch (mention->role->relation) {
    case JA_ROLE_SPEAKS:
        return owner != JACCUSE_NONE ? owner
               : definite            ? latest(resolver, index, fits_role)
                                     : JACCUSE_NONE;
    case JA_ROLE_RULES:
        return owner;
    case JA_ROLE_HOLDS:
    case JA_ROLE_BODY: {
        size_t known =
            owner == JACCUSE_NONE && definite ? latest(resolver, index, fits_role) : JACCUSE_NONE;
        if (known != JACCUSE_NONE)
            return known;
        return owner != JACCUSE_NONE || definite
                   ? new_described(resolver, mention, owner, mention->role->kind)
                   : JACCUSE_NONE;
    }
    case JA_ROLE_ALONE:
        if (is_owned_by_pronoun(resolver, mention))
            return JACCUSE_NONE; /* "its client" is somebody else than the last firm */
        if (definite && !mention->plural)
            return latest(resolver, index, fits_kind);
        return mention->plural && owner != JACCUSE_NONE
                   ? new_described(resolver, mention, JACCUSE_NONE, JACCUSE_GROUP)
                   : JACCUSE_NONE;
    case JA_ROLE_DOCUMENT:
        return owner != JACCUSE_NONE ? owner
               : definite            ? latest(resolver, index, fits_media)
                                     : JACCUSE_NONE;
    case JA_ROLE_RELATION_COUNT:
        break;
    }
    return JACCUSE_NONE;
}

static bool is_printed_noun(const actor_resolver *resolver, const ja_mention *mention)
{
    return resolver->document->tokens[mention->head].capital && mention->definite;
}

static size_t actor_of(actor_resolver *resolver, size_t index)
{
    const ja_mention *mention = &resolver->mentions->at[index];
    switch (mention->type) {
    case JA_MENTION_KNOWN:
        return actor_of_entry(resolver, mention->entry);
    case JA_MENTION_DEMONYM:
        return mention->entry == JA_NO_ENTRY ? JACCUSE_NONE
                                             : actor_of_entry(resolver, mention->entry);
    case JA_MENTION_NAME:
        return actor_of_name(resolver, mention, true);
    case JA_MENTION_PRONOUN:
        return latest(resolver, index, fits_pronoun);
    case JA_MENTION_ROLE:
        return actor_of_role(resolver, index);
    }
    return JACCUSE_NONE;
}

/* A role phrase without the name that stands in apposition to it. */
static ja_slice role_text(const actor_resolver *resolver, const ja_mention *mention)
{
    size_t first = mention->first, end = mention->first + mention->count;
    if (mention->name != JA_NO_MENTION) {
        const ja_mention *name = &resolver->mentions->at[mention->name];
        if (name->head < mention->head)
            first = name->first + name->count;
        else
            end = name->first;
    }
    while (first < end && !resolver->document->tokens[first].word)
        first++;
    while (end > first && !resolver->document->tokens[end - 1].word)
        end--;
    return end > first ? words_of(resolver, first, end - first) : JA_SLICE("");
}

/* A mention's own text becomes a name of its actor; an adjective of a place does not. */
static void record_mention(actor_resolver *resolver, const ja_mention *mention)
{
    if (mention->actor == JACCUSE_NONE || mention->type == JA_MENTION_PRONOUN)
        return;
    if (mention->type == JA_MENTION_DEMONYM && !is_printed_noun(resolver, mention))
        return;
    if (mention->type == JA_MENTION_ROLE)
        add_alias(resolver, mention->actor, role_text(resolver, mention));
    else
        add_alias(resolver, mention->actor, head_text(resolver, mention));
    add_span(resolver, mention->actor, mention);
}

/* Full names first, so that a surname in the title finds the name in the text. */
static void learn_full_names(actor_resolver *resolver)
{
    for (size_t i = 0; i < resolver->mentions->count; i++) {
        const ja_mention *mention = &resolver->mentions->at[i];
        if (mention->type == JA_MENTION_NAME && mention->head_count >= 2)
            (void)actor_of_name(resolver, mention, true);
        else if (mention->type == JA_MENTION_KNOWN)
            learn_acronym(resolver, mention, actor_of_entry(resolver, mention->entry));
    }
}

/* Parts come before the whole that holds them: owners and names, then the role. */
static void resolve_with_parts(actor_resolver *resolver, size_t index, unsigned depth)
{
    ja_mention *mention = &resolver->mentions->at[index];
    if (mention->resolved || depth > 8)
        return;
    mention->resolved = true;
    if (mention->owner != JA_NO_MENTION)
        resolve_with_parts(resolver, mention->owner, depth + 1);
    if (mention->name != JA_NO_MENTION)
        resolve_with_parts(resolver, mention->name, depth + 1);
    mention->actor = actor_of(resolver, index);
}

ja_actors ja_resolve_actors(ja_arena *arena, const ja_lexicon *lexicon, const ja_forest *forest,
                            ja_mentions *mentions)
{
    actor_resolver resolver = {
        .arena = arena, .document = forest->document, .lexicon = lexicon, .mentions = mentions};
    ja_map_init(&resolver.ids, arena);
    ja_map_init(&resolver.names, arena);
    ja_map_init(&resolver.parts, arena);
    learn_full_names(&resolver);
    for (size_t i = 0; i < mentions->count; i++)
        resolve_with_parts(&resolver, i, 0);
    for (size_t i = 0; i < mentions->count; i++)
        record_mention(&resolver, &mentions->at[i]);
    return resolver.actors;
}
