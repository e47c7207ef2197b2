/* How far a name reaches: a full name is somebody's own; "foreign ministry" is one whose principal
 * is told; "the company" and "Coleman" are somebody in their article alone. */
#include "base/unicode.h"
#include "network/bodies.h"
#include "network/name.h"
#include "network/network.h"

static bool has_capital(ja_slice word)
{
    for (size_t at = 0, length; at < word.length; at += length)
        if (ja_is_upper(ja_decode(word, at, &length)))
            return true;
    return false;
}

static bool begins_small(ja_slice word)
{
    size_t length;
    uint32_t first = word.length ? ja_decode(word, 0, &length) : 0;
    return ja_is_letter(first) && ja_lower_character(first) == first &&
           ja_upper_character(first) != first;
}

static ja_slice last_word(ja_slice text)
{
    size_t start = text.length;
    while (start > 0 && text.at[start - 1] != ' ')
        start--;
    return (ja_slice){text.at + start, text.length - start};
}

/* No capital where a name has one: on its first word, in some languages on its last; "plc" and the
 * like have none. */
static bool reads_as_description(ja_slice text, const char *language)
{
    ja_slice rest = text, first = text, last = last_word(text);
    ja_next_field(&rest, ' ', &first);
    if (last.length < text.length && ja_words_find(JA_WORDS_LEGAL, last).at)
        last = last_word(ja_trim((ja_slice){text.at, text.length - last.length}));
    ja_slice place = ja_words_find(JA_WORDS_CAPITAL, ja_slice_of(language));
    bool by_last = place.at && ja_equal(place, JA_SLICE("last"));
    return (begins_small(first) && !has_capital(first)) ||
           (by_last && begins_small(last) && !has_capital(last));
}

/* A capital behind the first word names somebody: "mairie de Pontarlac". */
static bool names_somebody(ja_slice text)
{
    ja_slice word;
    ja_next_field(&text, ' ', &word);
    return has_capital(text);
}

/* "An official" may be anybody. */
static bool is_indefinite(jaccuse_network *network, const jaccuse_actor *actor)
{
    ja_slice name = ja_spelling(network, actor->name)->folded;
    for (size_t i = 0; i < actor->alias_count; i++) {
        ja_slice rest = ja_spelling(network, actor->aliases[i])->folded, word;
        if (ja_next_field(&rest, ' ', &word) && ja_equal(rest, name) &&
            ja_words_find(JA_WORDS_INDEFINITE, word).at)
            return true;
    }
    return false;
}

/* Printed with a capital once, at the beginning of a sentence: "Suppliers", "suppliers". */
static bool is_printed_small(jaccuse_network *network, const jaccuse_actor *actor,
                             const char *language)
{
    ja_slice name = ja_spelling(network, actor->name)->folded;
    for (size_t i = 0; i < actor->alias_count; i++)
        if (ja_equal(ja_spelling(network, actor->aliases[i])->folded, name) &&
            reads_as_description(ja_slice_of(actor->aliases[i]), language))
            return true;
    return false;
}

static bool is_described(jaccuse_network *network, const jaccuse_record *record,
                         const jaccuse_actor *actor)
{
    return actor->kind != JACCUSE_STATE &&
           (reads_as_description(ja_slice_of(actor->name), record->language) ||
            is_printed_small(network, actor, record->language));
}

/* The actor for whom a described one speaks is himself somebody's own name. */
static bool has_firm_principal(jaccuse_network *network, const jaccuse_record *record,
                               const jaccuse_actor *actor)
{
    if (actor->of == JACCUSE_NONE)
        return false;
    const jaccuse_actor *of = &record->actors[actor->of];
    return jaccuse_actor_name(of->id, ja_label_languages[0]) ||
           (of->kind != JACCUSE_PERSON && of->kind != JACCUSE_GROUP &&
            !is_described(network, record, of));
}

/* "Coleman", "J. Smith": whoever else of that name there is, it may be he. */
static bool is_short(jaccuse_network *network, ja_slice folded)
{
    ja_name name = ja_name_of(&network->scratch, folded);
    if (name.count < 2)
        return name.count == 1;
    return ja_has_initials_only(&name) && ja_given_end(&name) == ja_family_start(&name);
}

/* "The Foreign Ministry", whose is not told. */
static bool is_somebodys_body(jaccuse_network *network, const jaccuse_actor *actor)
{
    return actor->kind == JACCUSE_GOVERNMENT && actor->of == JACCUSE_NONE &&
           ja_is_body_of_any(&network->scratch, ja_spelling(network, actor->name)->folded);
}

ja_reach ja_reach_of(jaccuse_network *network, const jaccuse_record *record,
                     const jaccuse_actor *actor, bool *described)
{
    *described = is_described(network, record, actor) || is_somebodys_body(network, actor);
    if (!*described)
        return actor->kind == JACCUSE_PERSON &&
                       is_short(network, ja_spelling(network, actor->name)->folded)
                   ? JA_BOUND
                   : JA_FREE;
    if (is_indefinite(network, actor))
        return JA_BOUND;
    if (is_somebodys_body(network, actor))
        return JA_BOUND;
    if (names_somebody(ja_slice_of(actor->name)))
        return JA_FREE;
    return has_firm_principal(network, record, actor) ? JA_OWNED : JA_BOUND;
}
