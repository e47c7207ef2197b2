/* Which claims the options let in: by what their article is (dates, language, outlet) and by what
 * they say themselves (certainty, confidence, words). */
#include "network/filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/unicode.h"
#include "network/network.h"

/* ---- the options ---- */

bool ja_is_date(const char *text)
{
    char day[] = "0000-01-01"; /* the first day of the year or month that is given */
    size_t length = strlen(text);
    if (length != 4 && length != 7 && length != 10)
        return false;
    memcpy(day, text, length);
    return ja_is_day(ja_slice_of(day));
}

jaccuse_status ja_check_dates(const char *since, const char *until, jaccuse_error *error)
{
    const char *dates[] = {since, until};
    for (size_t i = 0; i < 2; i++)
        if (dates[i] && !ja_is_date(dates[i]))
            return ja_fail(error, JACCUSE_ERROR_ARGUMENT,
                           "\"%s\" is no date; write YYYY, YYYY-MM or YYYY-MM-DD", dates[i]);
    return JACCUSE_OK;
}

static unsigned kind_of(ja_slice name)
{
    unsigned kind = 0;
    while (kind < JACCUSE_KIND_COUNT &&
           !ja_equal(name, ja_slice_of(jaccuse_kind_name((jaccuse_kind)kind))))
        kind++;
    return kind;
}

static jaccuse_status refuse_kind(ja_slice name, jaccuse_error *error)
{
    char names[160] = "";
    for (int i = 0; i < JACCUSE_KIND_COUNT; i++) {
        strcat(names, i ? ", " : "");
        strcat(names, jaccuse_kind_name((jaccuse_kind)i));
    }
    int length = name.length < 80 ? (int)name.length : 80;
    return ja_fail(error, JACCUSE_ERROR_ARGUMENT, "\"%.*s\" is no kind of actor: there are %s",
                   length, name.length ? name.at : "", names);
}

/* "person,company" as a bit set; NULL: 0. */
static jaccuse_status kinds_of(const char *list, unsigned *out, jaccuse_error *error)
{
    *out = 0;
    ja_slice rest = ja_slice_of(list), field;
    while (ja_next_field(&rest, ',', &field)) {
        field = ja_trim(field);
        unsigned kind = kind_of(field);
        if (kind == JACCUSE_KIND_COUNT)
            return refuse_kind(field, error);
        *out |= 1u << kind;
    }
    return list && *out == 0 ? refuse_kind(rest, error) : JACCUSE_OK;
}

static jaccuse_status check_about(const char *about, jaccuse_error *error)
{
    ja_slice text = ja_slice_of(about), word;
    size_t at = 0, count = 0;
    while (ja_next_word(text, &at, &word))
        count++;
    if (about && (count == 0 || count > JA_MOST_WORDS))
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT,
                       "about: 1 to %d words can be searched for, not %zu", JA_MOST_WORDS, count);
    return JACCUSE_OK;
}

static jaccuse_status component_of(const char *text, size_t *out, jaccuse_error *error)
{
    *out = JACCUSE_NONE;
    if (!text)
        return JACCUSE_OK;
    size_t digits = strspn(text, "0123456789");
    bool numbered = digits > 0 && digits < 10 && text[digits] == '\0';
    if (!numbered && strcmp(text, "largest") != 0)
        return ja_fail(error, JACCUSE_ERROR_ARGUMENT,
                       "a component is \"largest\" or a number, 0 for the largest, not \"%s\"",
                       text);
    *out = numbered ? strtoul(text, NULL, 10) : 0;
    return JACCUSE_OK;
}

/* Numbers of groups put nobody above others. */
static bool is_order(jaccuse_measure measure)
{
    return !jaccuse_measure_is_number(measure);
}

static jaccuse_status measure_of(const char *name, jaccuse_measure *out, jaccuse_error *error)
{
    *out = name ? jaccuse_measure_from_name(name) : JACCUSE_IN_STRENGTH;
    if (*out < JACCUSE_MEASURE_COUNT && is_order(*out))
        return JACCUSE_OK;
    ja_buffer names;
    ja_buffer_init(&names, sizeof error->message);
    for (int i = 0; i < JACCUSE_MEASURE_COUNT; i++)
        if (is_order((jaccuse_measure)i))
            ja_buffer_printf(&names, "%s%s", names.length ? ", " : "",
                             jaccuse_measure_name((jaccuse_measure)i));
    ja_fail(error, JACCUSE_ERROR_ARGUMENT, "the top is taken of %s; not of \"%s\"",
            names.at ? names.at : "a measure", name);
    ja_buffer_clear(&names);
    return JACCUSE_ERROR_ARGUMENT;
}

jaccuse_status ja_read_filters(const jaccuse_network_options *options, ja_filtering *out,
                               jaccuse_error *error)
{
    *out = (ja_filtering){0};
    jaccuse_status status = ja_check_dates(options->since, options->until, error);
    if (status == JACCUSE_OK)
        status = check_about(options->about, error);
    if (status == JACCUSE_OK && !(options->min_confidence >= 0 && options->min_confidence <= 1))
        status = ja_fail(error, JACCUSE_ERROR_ARGUMENT, "a confidence is 0 to 1, not %g",
                         options->min_confidence);
    if (status == JACCUSE_OK)
        status = kinds_of(options->kind, &out->kinds, error);
    if (status == JACCUSE_OK)
        status = component_of(options->component, &out->component, error);
    return status == JACCUSE_OK ? measure_of(options->top_of, &out->top_of, error) : status;
}

static ja_slice folded_option(jaccuse_network *network, const char *text)
{
    return text ? ja_fold(&network->arena, ja_slice_of(text)) : (ja_slice){NULL, 0};
}

void ja_prepare_filters(jaccuse_network *network)
{
    ja_arena *arena = &network->arena;
    jaccuse_network_options *options = &network->options;
    ja_filtering *filtering = &network->filtering;
    const char **texts[] = {&options->since, &options->until, &options->language,  &options->outlet,
                            &options->kind,  &options->about, &options->component, &options->ego};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = ja_copy_string(arena, *texts[i]);
    filtering->language = folded_option(network, options->language);
    filtering->outlet = folded_option(network, options->outlet);
    filtering->words = JA_NEW_N(arena, ja_slice, JA_MOST_WORDS);
    ja_slice about = folded_option(network, options->about), word;
    for (size_t at = 0; ja_next_word(about, &at, &word);)
        if (filtering->word_count < JA_MOST_WORDS)
            filtering->words[filtering->word_count++] = word;
}

/* ---- articles ---- */

bool ja_is_since(const char *since, const char *date)
{
    return !since || (date && strncmp(date, since, strlen(since)) >= 0);
}

bool ja_is_until(const char *until, const char *date)
{
    return !until || (date && strncmp(date, until, strlen(until)) <= 0);
}

/* One of a folded list, "a,b", or the whole of it: a name may hold a comma. */
static bool fits_list(ja_slice list, ja_slice text)
{
    if (ja_equal(list, text))
        return true;
    for (ja_slice field; ja_next_field(&list, ',', &field);)
        if (ja_equal(ja_trim(field), text))
            return true;
    return false;
}

static bool admits_name(jaccuse_network *network, ja_slice wanted, const char *text)
{
    return !wanted.at || (text && fits_list(wanted, ja_spelling(network, text)->folded));
}

/* A claim that stays by itself; a denial of an accusation stays with that. */
static bool is_own(const jaccuse_claim *claim)
{
    return claim->act == JACCUSE_ACCUSE ||
           (claim->act == JACCUSE_DENY && claim->answers.count == 0);
}

/* Counts the claims that came through a filter. */
static bool pass(jaccuse_network *network, ja_filter filter, size_t count, bool admitted)
{
    network->filtering.passed[filter] += admitted ? count : 0;
    return admitted;
}

bool ja_admits(jaccuse_network *network, const jaccuse_record *record)
{
    const jaccuse_network_options *options = &network->options;
    size_t own = 0;
    for (size_t i = 0; i < record->claim_count; i++)
        own += is_own(&record->claims[i]);
    return pass(network, JA_UNFILTERED, own, true) &&
           pass(network, JA_BY_SINCE, own, ja_is_since(options->since, record->date)) &&
           pass(network, JA_BY_UNTIL, own, ja_is_until(options->until, record->date)) &&
           pass(network, JA_BY_LANGUAGE, own,
                admits_name(network, network->filtering.language, record->language)) &&
           pass(network, JA_BY_OUTLET, own,
                admits_name(network, network->filtering.outlet, record->outlet));
}

/* ---- claims ---- */

/* Marks, in a bit set, the words that some word of the text begins with. */
static void find_words(jaccuse_network *network, const char *text, uint64_t *found)
{
    const ja_filtering *filtering = &network->filtering;
    ja_slice folded = ja_fold(&network->scratch, ja_slice_of(text)), met;
    for (size_t at = 0; ja_next_word(folded, &at, &met);)
        for (size_t i = 0; i < filtering->word_count; i++)
            if (ja_starts_with(met, filtering->words[i]))
                *found |= UINT64_C(1) << i;
}

static bool is_about(jaccuse_network *network, const jaccuse_claim *claim)
{
    size_t count = network->filtering.word_count;
    if (count == 0)
        return true;
    uint64_t found = 0, all = UINT64_MAX >> (JA_MOST_WORDS - count);
    network->scratch.on_failure = network->arena.on_failure;
    find_words(network, claim->evidence, &found);
    if (found != all)
        find_words(network, claim->charge, &found);
    ja_arena_clear(&network->scratch);
    return found == all;
}

bool ja_admits_claim(jaccuse_network *network, const jaccuse_claim *claim)
{
    const jaccuse_network_options *options = &network->options;
    size_t own = is_own(claim);
    return pass(network, JA_BY_CERTAINTY, own,
                claim->act == JACCUSE_DENY || claim->certainty >= options->certainty) &&
           pass(network, JA_BY_CONFIDENCE, own, claim->confidence >= options->min_confidence) &&
           pass(network, JA_BY_WORDS, own, !own || is_about(network, claim));
}
