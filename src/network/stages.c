/* By what names are compared, the surest first: each stage makes keys of a bearer's name; who
 * shares a key is one, unless a trait parts them. */
#include "base/unicode.h"
#include "network/same.h"

/* A key of a kind of its own. */
static ja_slice marked(ja_merger *merger, const char *mark, ja_slice text)
{
    return ja_slice_of(ja_format(merger->scratch, "%s%.*s", mark, (int)text.length, text.at));
}

static const ja_bearer *bearer_of(const ja_merger *merger, size_t bearer)
{
    return &merger->network->bearers[bearer];
}

/* A person under a name of two words or more. */
static bool is_full_person(const ja_merger *merger, size_t bearer)
{
    const ja_bearer *known = bearer_of(merger, bearer);
    return known->kind == JACCUSE_PERSON && !known->described && merger->names[bearer].count >= 2;
}

/* ---- the same article ---- */

/* Versions of one article, and copies of one dispatch, mean the same by "the company". */
static size_t keys_of_article(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    const ja_bearer *known = bearer_of(merger, bearer);
    if (known->reach != JA_BOUND)
        return 0;
    ja_arena *arena = merger->scratch;
    const char *id = merger->network->actors[known->actor].id, *print = known->where->fingerprint;
    out[0] = ja_slice_of(ja_format(arena, "i%s\n%s", id, known->where->id));
    if (print)
        out[1] = ja_slice_of(ja_format(arena, "p%s\n%s", id, print));
    return print ? 2 : 1;
}

/* ---- the same id, the same name ---- */

/* What descriptions of one principal are compared by. */
static ja_slice owned_key(ja_merger *merger, const ja_bearer *known, ja_slice text)
{
    const jaccuse_network *network = merger->network;
    size_t owner = network->actors[network->actors[known->principal].home].bearer;
    return ja_slice_of(ja_format(merger->scratch, "o%zu %.*s", ja_union_root(network, owner),
                                 (int)text.length, text.at));
}

static size_t keys_of_id(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    const ja_bearer *known = bearer_of(merger, bearer);
    ja_slice id = ja_slice_of(merger->network->actors[known->actor].id);
    if (known->reach == JA_BOUND)
        return 0;
    out[0] = known->reach == JA_OWNED ? owned_key(merger, known, id) : id;
    return 1;
}

/* The gazetteer's common names of an entry, in all our languages. */
static size_t keys_of_entry(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    ja_arena *arena = merger->scratch;
    const char *id = merger->network->actors[bearer_of(merger, bearer)->actor].id;
    for (size_t i = 0; i < JA_LABEL_COUNT; i++) {
        const char *text = jaccuse_actor_name(id, ja_label_languages[i]);
        ja_name name = ja_name_of(arena, ja_fold(arena, ja_slice_of(text)));
        ja_name_keys(arena, &name, (ja_reading_of_names){false, NULL}, out + 2 * i);
    }
    return 2 * JA_LABEL_COUNT;
}

static size_t keys_of_name(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    const ja_bearer *known = bearer_of(merger, bearer);
    if (known->known)
        return keys_of_entry(merger, bearer, out);
    if (known->reach == JA_BOUND || known->folded.length == 0)
        return 0;
    if (known->reach == JA_OWNED || known->described) {
        out[0] = known->reach == JA_OWNED ? owned_key(merger, known, known->folded)
                                          : marked(merger, "d ", known->folded);
        return 1;
    }
    ja_name_keys(merger->scratch, &merger->names[bearer], (ja_reading_of_names){false, NULL}, out);
    return 2;
}

/* Whom the gazetteer knows by another name, by its id; bodies of a state, or firms. */
static size_t keys_of_found(ja_merger *merger, size_t bearer, bool body, ja_slice out[JA_MOST_KEYS])
{
    const ja_bearer *known = bearer_of(merger, bearer);
    const char *id = known->known ? merger->network->actors[known->actor].id : known->entry;
    if (!id || (known->kind == JACCUSE_GOVERNMENT) != body)
        return 0;
    out[0] = ja_slice_of(id);
    return 1;
}

static size_t keys_of_bodies(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    return keys_of_found(merger, bearer, true, out);
}

static size_t keys_of_firms(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    return keys_of_found(merger, bearer, false, out);
}

/* ---- legal forms ---- */

static size_t keys_of_firm(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    const ja_bearer *known = bearer_of(merger, bearer);
    if (known->reach != JA_FREE || known->described || merger->names[bearer].count == 0 ||
        (known->kind != JACCUSE_COMPANY && known->kind != JACCUSE_MEDIA &&
         known->kind != JACCUSE_ORGANISATION))
        return 0;
    ja_slice form;
    out[0] = ja_name_without_form(merger->scratch, &merger->names[bearer], &form);
    ja_set_trait(merger, bearer, JA_FORM, ja_value(merger, form));
    return out[0].length ? 1 : 0;
}

/* ---- persons ---- */

static size_t respelled(ja_merger *merger, size_t bearer, const char *language,
                        ja_slice out[JA_MOST_KEYS])
{
    if (!is_full_person(merger, bearer) || bearer_of(merger, bearer)->reach != JA_FREE)
        return 0;
    ja_name_keys(merger->scratch, &merger->names[bearer], (ja_reading_of_names){true, language},
                 out);
    return 2;
}

static size_t keys_of_spelling(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    return respelled(merger, bearer, NULL, out);
}

/* As the newspapers of its language write what they hear. */
static size_t keys_of_hearing(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    const char *language = bearer_of(merger, bearer)->language;
    return language ? respelled(merger, bearer, language, out) : 0;
}

static void set_middle(ja_merger *merger, size_t bearer)
{
    ja_arena *arena = merger->scratch;
    const ja_name *name = &merger->names[bearer];
    ja_set_trait(merger, bearer, JA_MIDDLE_INITIALS,
                 ja_value(merger, ja_middle_initials(arena, name)));
    ja_set_trait(merger, bearer, JA_MIDDLE_WORDS, ja_value(merger, ja_middle_words(arena, name)));
}

static size_t keys_of_middle(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    if (!is_full_person(merger, bearer))
        return 0;
    out[0] = ja_name_around_middle(merger->scratch, &merger->names[bearer]);
    set_middle(merger, bearer);
    return out[0].length ? 1 : 0;
}

static size_t keys_of_initials(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    if (!is_full_person(merger, bearer))
        return 0;
    set_middle(merger, bearer);
    if (!ja_has_initials_only(&merger->names[bearer]))
        ja_set_trait(merger, bearer, JA_GIVEN,
                     merger->rank[ja_union_root(merger->network, bearer)]);
    out[0] = ja_name_by_initials(merger->scratch, &merger->names[bearer]);
    return 1;
}

/* "The sailors' union" of two articles is one where both tell of its quarrel with the one Lundholme
 * Line. The gazetteer's actors are at odds with too many to tell anything by. */
static size_t keys_of_quarrel(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    const ja_bearer *known = bearer_of(merger, bearer);
    size_t opponent = merger->opponents[bearer];
    if (opponent == JACCUSE_NONE || known->kind == JACCUSE_PERSON || known->kind == JACCUSE_GROUP)
        return 0;
    out[0] =
        ja_slice_of(ja_format(merger->scratch, "%zu %s", ja_union_root(merger->network, opponent),
                              merger->network->actors[known->actor].id));
    return 1;
}

/* "Coleman", "Christian Coleman": told, never merged. */
static size_t keys_of_surname(ja_merger *merger, size_t bearer, ja_slice out[JA_MOST_KEYS])
{
    const ja_bearer *known = bearer_of(merger, bearer);
    const ja_name *name = &merger->names[bearer];
    if (known->kind != JACCUSE_PERSON || known->described || name->count == 0)
        return 0;
    out[0] = ja_respell(merger->scratch, name->at[name->count - 1].text, NULL);
    return 1;
}

#define TRAIT(name) (1u << (JA_##name))
#define ALWAYS      (TRAIT(FAMILY) | TRAIT(ENTRY) | TRAIT(CLASS) | TRAIT(PRINCIPAL))
#define MIDDLE      (TRAIT(MIDDLE_INITIALS) | TRAIT(MIDDLE_WORDS))

const ja_stage ja_stages[] = {
    {JACCUSE_BY_NAME, TRAIT(FAMILY), false, false, false, keys_of_article},
    {JACCUSE_BY_GAZETTEER, ALWAYS, false, false, false, keys_of_id},
    {JACCUSE_BY_NAME, ALWAYS, true, false, false, keys_of_name},
    {JACCUSE_BY_BODY, TRAIT(FAMILY) | TRAIT(ENTRY), false, false, false, keys_of_bodies},
    {JACCUSE_BY_LEGAL_FORM, TRAIT(FAMILY) | TRAIT(ENTRY), false, false, false, keys_of_firms},
    {JACCUSE_BY_LEGAL_FORM, ALWAYS | TRAIT(FORM), true, false, false, keys_of_firm},
    {JACCUSE_BY_SPELLING, ALWAYS, true, false, false, keys_of_spelling},
    {JACCUSE_BY_SPELLING, ALWAYS, true, true, false, keys_of_hearing},
    {JACCUSE_BY_MIDDLE, ALWAYS | MIDDLE, true, false, false, keys_of_middle},
    {JACCUSE_BY_INITIALS, ALWAYS | MIDDLE | TRAIT(GIVEN), true, false, false, keys_of_initials},
    {JACCUSE_BY_QUARREL, ALWAYS, false, false, false, keys_of_quarrel},
    {JACCUSE_BY_INITIALS, TRAIT(FAMILY), false, false, true, keys_of_surname},
};
const size_t ja_stage_count = sizeof ja_stages / sizeof *ja_stages;
