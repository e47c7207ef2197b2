/* Acronyms that an article gives to its actors, in brackets or by their initials. */
#include "base/unicode.h"
#include "claim/resolver.h"

static const size_t SHORTEST = 3, LONGEST = 12; /* letters of initials that tell */

static bool ends_word(char letter)
{
    return letter == ' ' || letter == '\'' || letter == '-';
}

/* The first letters of the words of a folded name, or an empty slice; `all`: of small words too. */
static ja_slice initials(const ja_resolver *resolver, ja_slice name, bool all)
{
    char letters[16];
    size_t count = 0;
    for (size_t at = 0, end; at < name.length && count < LONGEST; at = end + 1) {
        for (end = at; end < name.length && !ends_word(name.at[end]);)
            end++;
        ja_slice word = {name.at + at, end - at};
        if (word.length &&
            (all || !ja_map_get(&resolver->document->language->function_words, word)))
            letters[count++] = word.at[0];
    }
    return count < SHORTEST ? JA_SLICE("") : ja_slice_of(ja_copy(resolver->arena, letters, count));
}

static bool is_mark(const ja_resolver *resolver, size_t token, const char *mark)
{
    return token < resolver->document->token_count &&
           ja_equal(resolver->document->tokens[token].form, ja_slice_of(mark));
}

static bool same_initial(const ja_resolver *resolver, size_t a, size_t b)
{
    ja_slice one = resolver->document->tokens[a].folded,
             other = resolver->document->tokens[b].folded;
    return one.length && other.length && one.at[0] == other.at[0];
}

/* The token is another name of the actor. */
static void learn_short_name(ja_resolver *resolver, size_t token, size_t actor)
{
    const ja_token *name = &resolver->document->tokens[token];
    size_t *known = ja_map_put(&resolver->names, name->folded, actor, NULL);
    size_t before = ja_merged(resolver, *known);
    if (before != actor && resolver->actors.at[before].entry == JA_NO_ENTRY)
        ja_merge_actors(resolver, before, actor);
    *known = actor;
    ja_add_alias(resolver, actor, name->form);
}

/* An acronym beside the name, one of them in brackets: "Electoral Commission (IEBC)". */
void ja_learn_acronym(ja_resolver *resolver, const ja_mention *mention, size_t actor)
{
    const ja_token *tokens = resolver->document->tokens;
    size_t end = mention->head + mention->head_count, first = mention->head;
    if (mention->type == JA_MENTION_ROLE)
        end = mention->first + mention->count;
    if (is_mark(resolver, end, "(") && is_mark(resolver, end + 2, ")") &&
        tokens[end + 1].all_capital && same_initial(resolver, first, end + 1))
        learn_short_name(resolver, end + 1, actor);
    else if (first >= 2 && is_mark(resolver, first - 1, "(") && is_mark(resolver, end, ")") &&
             tokens[first - 2].all_capital && same_initial(resolver, first, first - 2))
        learn_short_name(resolver, first - 2, actor);
}

static void put_initials(const ja_resolver *resolver, ja_map *map, size_t actor)
{
    ja_slice name = ja_fold(resolver->arena, ja_slice_of(resolver->actors.at[actor].name));
    for (int all = 0; all < 2; all++) {
        ja_slice letters = initials(resolver, name, all);
        bool added;
        if (letters.length == 0)
            continue;
        size_t *place = ja_map_put(map, letters, actor, &added);
        if (!added && *place != actor)
            *place = JACCUSE_NONE;
    }
}

static bool is_acronym(const char *name)
{
    size_t length = 0;
    for (; name[length]; length++)
        if (name[length] < 'A' || name[length] > 'Z')
            return false;
    return length >= SHORTEST;
}

void ja_merge_acronyms(ja_resolver *resolver)
{
    ja_map map;
    ja_map_init(&map, resolver->arena);
    for (size_t i = 0; i < resolver->actors.count; i++)
        if (resolver->facts[i].into == i && resolver->actors.at[i].kind != JACCUSE_PERSON &&
            resolver->actors.at[i].kind != JACCUSE_STATE && !resolver->facts[i].plural)
            put_initials(resolver, &map, i);
    for (size_t i = 0; i < resolver->actors.count; i++) {
        const ja_actor *actor = &resolver->actors.at[i];
        if (resolver->facts[i].into != i || actor->entry != JA_NO_ENTRY || !is_acronym(actor->name))
            continue;
        const size_t *whole = ja_map_get(&map, ja_fold(resolver->arena, ja_slice_of(actor->name)));
        if (whole && *whole != JACCUSE_NONE && *whole != i)
            ja_merge_actors(resolver, i, *whole);
    }
}
