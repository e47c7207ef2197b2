/* The tables of claims: sound in every language, and found in texts as they promise. */
#include <stdio.h>

#include "arena_fixture.h"
#include "base/unicode.h"
#include "claim/gazetteer.h"
#include "claim/lexicon.h"
#include "claim/roles.h"

static const ja_language *language_of(const char *code)
{
    const ja_language *language = ja_language_of(code);
    assert_non_null(language);
    return language;
}

static ja_document *segment(const char *code, const char *text)
{
    return ja_segment(&arena, language_of(code), ja_slice_of(text), (jaccuse_span){0, 0});
}

/* ---- soundness ---- */

static void expect_sound(const char *fault)
{
    if (fault)
        fail_msg("%s", fault);
}

static void tables_of_every_language(void **state)
{
    (void)state;
    assert_true(jaccuse_language_count() >= 2);
    for (size_t i = 0; i < jaccuse_language_count(); i++) {
        const char *code = jaccuse_language_code(i);
        expect_sound(ja_lexicon_check(&arena, code));
        expect_sound(ja_roles_check(&arena, code));
        assert_non_null(ja_lexicon_of(language_of(code)));
    }
    expect_sound(ja_gazetteer_check(&arena));
    assert_true(ja_gazetteer_count() > 500);
}

static void tables_of_no_language(void **state)
{
    (void)state;
    assert_non_null(ja_lexicon_check(&arena, "xx"));
    assert_non_null(ja_roles_check(&arena, "xx"));
}

/* Functions of small words without which no frame could be read. */
static void every_language_has_its_small_words(void **state)
{
    (void)state;
    static const struct {
        const char *code, *word;
        ja_function function;
    } words[] = {
        {"en", "by", JA_FUNCTION_AGENT},
        {"fr", "par", JA_FUNCTION_AGENT},
        {"en", "that", JA_FUNCTION_THAT},
        {"fr", "qu'", JA_FUNCTION_THAT},
        {"en", "the", JA_FUNCTION_DEFINITE},
        {"fr", "l'", JA_FUNCTION_DEFINITE},
        {"en", "not", JA_FUNCTION_NOT},
        {"fr", "jamais", JA_FUNCTION_NOT},
        {"en", "'s", JA_FUNCTION_POSSESSIVE},
        {"fr", "du", JA_FUNCTION_OF},
        {"en", "will", JA_FUNCTION_FUTURE},
    };
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        const ja_lexicon *lexicon = ja_lexicon_of(language_of(words[i].code));
        ja_token token = {.word = true, .lower = ja_slice_of(words[i].word)};
        token.base = ja_equal(token.lower, JA_SLICE("du")) ? JA_SLICE("de") : token.lower;
        if (!ja_lexicon_is(lexicon, &token, words[i].function))
            fail_msg("%s: \"%s\" lacks its function", words[i].code, words[i].word);
        ja_token other = {.word = true, .lower = JA_SLICE("zebra"), .base = JA_SLICE("zebra")};
        assert_false(ja_lexicon_is(lexicon, &other, words[i].function));
    }
}

/* ---- gazetteer ---- */

/* The entry that starts at the first token of `text`, as "id:words"; "-" for none. */
static const char *match_first(const char *code, const char *text, ja_form *form)
{
    ja_document *document = segment(code, text);
    size_t count = 0;
    size_t entry = ja_gazetteer_match(document, 0, document->token_count, &count, form);
    if (entry == JA_NO_ENTRY)
        return "-";
    assert_in_range(count, 1, document->token_count);
    const ja_gazetteer_entry *found = ja_gazetteer_entry_at(entry);
    assert_non_null(found);
    size_t end = document->tokens[count - 1].at.end, begin = document->tokens[0].at.begin;
    return ja_format(&arena, "%s:%.*s", found->id, (int)(end - begin), text + begin);
}

static void expect_match(const char *code, const char *text, const char *expected)
{
    ja_form form;
    const char *found = match_first(code, text, &form);
    if (strcmp(found, expected) != 0)
        fail_msg("%s \"%s\": %s, not %s", code, text, found, expected);
}

static void expect_form(const char *code, const char *text, const char *expected,
                        ja_form expected_form)
{
    ja_form form = JA_FORM_NAME;
    const char *found = match_first(code, text, &form);
    if (strcmp(found, expected) != 0)
        fail_msg("%s \"%s\": %s, not %s", code, text, found, expected);
    assert_int_equal(form, expected_form);
}

static void names_seats_and_demonyms(void **state)
{
    (void)state;
    expect_form("en", "China accuses", "china:China", JA_FORM_NAME);
    expect_form("en", "Beijing accuses", "china:Beijing", JA_FORM_SEAT);
    expect_form("en", "Chinese hackers", "china:Chinese", JA_FORM_DEMONYM);
    expect_form("fr", "Chine accuse", "china:Chine", JA_FORM_NAME);
    expect_form("fr", "Pékin accuse", "china:Pékin", JA_FORM_SEAT);
    expect_form("fr", "Pekin accuse", "china:Pekin", JA_FORM_SEAT);
    expect_form("fr", "chinois et russes", "china:chinois", JA_FORM_DEMONYM);
    expect_form("fr", "chinoises", "china:chinoises", JA_FORM_DEMONYM);
    expect_form("en", "Washington says", "united-states:Washington", JA_FORM_SEAT);
    expect_form("fr", "Maison-Blanche", "white-house:Maison-Blanche", JA_FORM_NAME);
}

/* The article is no part of the name. */
static void behind_the_article(void **state)
{
    (void)state;
    ja_document *document = segment("fr", "selon la Chine");
    size_t count;
    ja_form form;
    assert_int_equal(ja_gazetteer_match(document, 1, 3, &count, &form), JA_NO_ENTRY);
    size_t entry = ja_gazetteer_match(document, 2, 3, &count, &form);
    assert_int_equal(entry, ja_gazetteer_by_id(JA_SLICE("china")));
    assert_int_equal(count, 1);
}

static void acronyms_need_their_capitals(void **state)
{
    (void)state;
    expect_match("en", "US officials", "united-states:US");
    expect_match("en", "us and them", "-");
    expect_match("en", "Us and them", "-");
    expect_match("en", "U.S. officials", "united-states:U.S.");
    expect_match("en", "WHO says", "world-health-organization:WHO");
    expect_match("en", "who says", "-");
    expect_match("en", "Who says", "-");
    expect_match("en", "UN experts", "united-nations:UN");
    expect_match("fr", "un expert", "-");
    expect_match("fr", "Un expert", "-");
    expect_match("fr", "ONU", "united-nations:ONU");
    expect_match("fr", "UE", "european-union:UE");
}

static void accents_and_hyphens_aside(void **state)
{
    (void)state;
    expect_match("fr", "États-Unis d'abord", "united-states:États-Unis");
    expect_match("fr", "Etats-Unis d'abord", "united-states:Etats-Unis");
    expect_match("fr", "Etats Unis d'abord", "united-states:Etats Unis");
    expect_match("fr", "ÉTATS-UNIS", "united-states:ÉTATS-UNIS");
    expect_match("en", "CHINA", "china:CHINA");
}

static void capitals_of_names(void **state)
{
    (void)state;
    expect_match("en", "china cups", "-");
    expect_match("fr", "orange amère", "-");
    expect_match("fr", "Orange dément", "orange:Orange");
    expect_match("fr", "le monde entier", "-");
    expect_match("fr", "Le Monde affirme", "le-monde:Le Monde");
    expect_match("en", "alphabet soup", "-");
}

static void longest_match_wins(void **state)
{
    (void)state;
    expect_match("en", "Chinese Foreign Ministry spokesman",
                 "china-foreign-ministry:Chinese Foreign Ministry");
    expect_match("en", "Chinese foreign affairs", "china:Chinese");
    expect_match("en", "China Daily reports", "china-daily:China Daily");
    expect_match("en", "China's foreign ministry",
                 "china-foreign-ministry:China's foreign ministry");
    expect_match("fr", "ministère chinois des Affaires étrangères a dit",
                 "china-foreign-ministry:ministère chinois des Affaires étrangères");
    expect_match("en", "United States Virgin Islands",
                 "united-states-virgin-islands:United States Virgin Islands");
    expect_match("en", "United States", "united-states:United States");
    expect_match("en", "United front", "-");
    expect_match("en", "Google DeepMind", "google-deepmind:Google DeepMind");
}

/* Marks part names; what stands behind `limit` is not seen. */
static void names_end_at_marks_and_limits(void **state)
{
    (void)state;
    expect_match("en", "United, States", "-");
    expect_match("en", "China, Daily", "china:China");
    expect_match("en", "Chinese, foreign ministry", "china:Chinese");
    expect_match("en", "China (Daily)", "china:China");
    expect_match("en", ", China", "-");
    ja_document *document = segment("en", "China Daily");
    size_t count;
    ja_form form;
    assert_int_equal(ja_gazetteer_match(document, 0, 1, &count, &form),
                     ja_gazetteer_by_id(JA_SLICE("china")));
    assert_int_equal(ja_gazetteer_match(document, 0, 0, &count, &form), JA_NO_ENTRY);
}

/* Words and blanks; names that hold other marks, or hardly a letter ("G7"), are a matter of their
 * own. */
static bool is_plain(const char *name)
{
    ja_slice text = ja_slice_of(name);
    size_t letters = 0;
    for (size_t at = 0, length; at < text.length; at += length) {
        uint32_t character = ja_decode(text, at, &length);
        bool inside =
            at > 0 && at + 1 < text.length && text.at[at - 1] != ' ' && text.at[at + 1] != ' ';
        bool fits = ja_is_letter(character) || ja_is_digit(character) || character == ' ' ||
                    character == '&' || character == '.' || character == '-' ||
                    (character == '\'' && inside);
        if (!fits)
            return false;
        letters += ja_is_letter(character);
    }
    return letters >= 2;
}

/* Each entry is found under its own two names, from the first word to the last. */
static void every_name_finds_its_entry(void **state)
{
    (void)state;
    size_t names = 0, missing = 0;
    for (size_t i = 0; i < 2 * ja_gazetteer_count(); i++) {
        const ja_gazetteer_entry *entry = ja_gazetteer_entry_at(i / 2);
        const char *name = i % 2 ? entry->names[1] : entry->names[0];
        if (!is_plain(name))
            continue;
        names++;
        ja_document *document = segment(i % 2 ? "fr" : "en", name);
        size_t count = 0;
        ja_form form;
        size_t found = ja_gazetteer_match(document, 0, document->token_count, &count, &form);
        if (found != i / 2 || count != document->token_count) {
            print_error("%s: \"%s\" finds %s\n", entry->id, name,
                        found == JA_NO_ENTRY ? "nothing" : ja_gazetteer_entry_at(found)->id);
            missing++;
        }
    }
    assert_true(names > 1000);
    assert_int_equal(missing, 0);
}

static void parents_resolve(void **state)
{
    (void)state;
    static const char *const chains[][2] = {
        {"china-foreign-ministry", "china"},
        {"white-house", "united-states"},
        {"google-deepmind", "google"},
        {"google", "alphabet"},
        {"kremlin", "russia"},
        {"elysee", "france"},
    };
    for (size_t i = 0; i < sizeof chains / sizeof *chains; i++) {
        size_t entry = ja_gazetteer_by_id(ja_slice_of(chains[i][0]));
        assert_int_not_equal(entry, JA_NO_ENTRY);
        assert_int_equal(ja_gazetteer_entry_at(entry)->of,
                         ja_gazetteer_by_id(ja_slice_of(chains[i][1])));
    }
    assert_int_equal(ja_gazetteer_by_id(JA_SLICE("nobody")), JA_NO_ENTRY);
    assert_int_equal(ja_gazetteer_by_id(JA_SLICE("")), JA_NO_ENTRY);
    assert_null(ja_gazetteer_entry_at(ja_gazetteer_count()));
    assert_null(ja_gazetteer_entry_at(JA_NO_ENTRY));
}

/* A chain of parents ends; ids are slugs; adjectives are there for the states that have one. */
static void every_entry_is_whole(void **state)
{
    (void)state;
    static const char slug[] = "abcdefghijklmnopqrstuvwxyz0123456789-";
    for (size_t i = 0; i < ja_gazetteer_count(); i++) {
        const ja_gazetteer_entry *entry = ja_gazetteer_entry_at(i);
        assert_int_equal(ja_gazetteer_by_id(ja_slice_of(entry->id)), i);
        if (strspn(entry->id, slug) != strlen(entry->id))
            fail_msg("id \"%s\" is no slug", entry->id);
        assert_true(entry->names[0][0] && entry->names[1][0]);
        size_t steps = 0;
        for (size_t of = entry->of; of != JA_NO_ENTRY; of = ja_gazetteer_entry_at(of)->of)
            if (++steps > 8)
                fail_msg("the parents of \"%s\" have no end", entry->id);
    }
    size_t france = ja_gazetteer_by_id(JA_SLICE("france"));
    assert_string_equal(ja_gazetteer_entry_at(france)->adjective, "French");
}

/* ---- cues ---- */

static const char *const CLASSES[JA_CUE_CLASS_COUNT] = {
    "accuse",    "suspect",    "deny",    "decline",  "speech",     "wrong",
    "exculpate", "hypothesis", "refusal", "negation", "distractor", "hedge"};

/* The cues of the classes that `wanted` names, as "class:words" joined by "|". */
static const char *scan(const char *code, const char *text, const char *wanted)
{
    ja_document *document = segment(code, text);
    size_t count = 0;
    const ja_cue_match *found =
        ja_lexicon_scan(&arena, ja_lexicon_of(language_of(code)), document, &count);
    const char *out = "";
    for (size_t i = 0; i < count; i++) {
        const ja_cue_match *match = &found[i];
        assert_in_range(match->first + match->count, 1, document->token_count);
        assert_true(match->head >= match->first && match->head < match->first + match->count);
        assert_true(i == 0 || found[i - 1].first <= match->first);
        assert_int_not_equal(match->cue->class, JA_CUE_DISTRACTOR);
        size_t begin = document->tokens[match->first].at.begin;
        size_t end = document->tokens[match->first + match->count - 1].at.end;
        const char *class = CLASSES[match->cue->class];
        const ja_cue_match *before = i ? &found[i - 1] : NULL; /* a lemma may have several frames */
        bool again = before && before->first == match->first && before->count == match->count &&
                     before->cue->class == match->cue->class;
        if (strstr(wanted, class) && !again)
            out = ja_format(&arena, "%s%s%s:%.*s", out, *out ? "|" : "", class, (int)(end - begin),
                            text + begin);
    }
    return out;
}

static void expect_cues(const char *code, const char *text, const char *wanted,
                        const char *expected)
{
    const char *found = scan(code, text, wanted);
    if (strcmp(found, expected) != 0)
        fail_msg("%s \"%s\":\n  found    %s\n  expected %s", code, text, found, expected);
}

#define ACTS "accuse suspect deny decline exculpate"

static void single_words(void **state)
{
    (void)state;
    expect_cues("en", "France accuses China.", ACTS, "accuse:accuses");
    expect_cues("en", "FRANCE ACCUSES CHINA.", ACTS, "accuse:ACCUSES");
    expect_cues("en", "China denies it.", ACTS, "deny:denies");
    expect_cues("fr", "La France accuse la Chine.", ACTS, "accuse:accuse");
    expect_cues("fr", "La Chine DÉMENT.", ACTS, "deny:DÉMENT");
    expect_cues("fr", "La Chine nie.", ACTS, "deny:nie");
    expect_cues("en", "The weather is cold today.", ACTS " wrong speech", "");
    expect_cues("fr", "Il fait beau aujourd'hui.", ACTS " wrong speech", "");
    expect_cues("en", "", ACTS, "");
}

static void longest_phrase_wins(void **state)
{
    (void)state;
    expect_cues("en", "The court found him guilty.", ACTS, "accuse:found him guilty");
    expect_cues("en", "He pointed the finger at them.", ACTS, "accuse:pointed the finger");
    expect_cues("en", "The firm declined to comment.", ACTS, "decline:declined to comment");
    expect_cues("en", "It did not deny the report.", ACTS, "decline:did not deny");
}

/* A distractor is no cue, and hides the cue words that it covers; others stay. */
static void distractors_hide_what_they_cover(void **state)
{
    (void)state;
    expect_cues("en", "She took charge of the club.", ACTS, "");
    expect_cues("en", "It was a denial of human rights.", ACTS, "");
    expect_cues("en", "There are ten suspected cases.", ACTS, "");
    expect_cues("en", "He will deny him a visa.", ACTS, "");
    expect_cues("en", "She took charge and denies it.", ACTS, "deny:denies");
    expect_cues("fr", "Il accuse un léger retard.", ACTS, "");
    expect_cues("fr", "Il rejette les propositions.", ACTS, "");
    expect_cues("fr", "Il accuse un fort retard, mais il accuse Paul.", ACTS, "accuse:accuse");
}

/* "_" passes over 0 to 6 words, and over no marks. */
static void gaps(void **state)
{
    (void)state;
    expect_cues("fr", "Il accuse un retard.", ACTS, "");
    expect_cues("fr", "Il accuse un un deux trois quatre cinq retard.", ACTS, "");
    expect_cues("fr", "Il accuse un un deux trois quatre cinq six retard.", ACTS, "");
    expect_cues("fr", "Il accuse un un deux trois quatre cinq six sept retard.", ACTS,
                "accuse:accuse");
    expect_cues("fr", "Il accuse un homme, retard ou non.", ACTS, "accuse:accuse");
    expect_cues("en", "They bring the men to justice.", ACTS, "accuse:bring the men to justice");
    expect_cues("en", "They bring one two three four five six to justice.", ACTS,
                "accuse:bring one two three four five six to justice");
    expect_cues("en", "They bring one two three four five six seven to justice.", ACTS, "");
    expect_cues("en", "They bring food. To justice we all turn.", ACTS, "");
}

typedef struct inflected_cue {
    const char *code;
    ja_slice lemma, class;
    ja_slice words[16];
    size_t count, starred;
    size_t forms, missing;
} inflected_cue;

/* Whether a scan of `text` finds the cue at the token. */
static bool is_found(const inflected_cue *cue, const char *text, size_t token)
{
    ja_document *document = segment(cue->code, text);
    size_t count = 0;
    const ja_cue_match *found =
        ja_lexicon_scan(&arena, ja_lexicon_of(language_of(cue->code)), document, &count);
    for (size_t i = 0; i < count; i++)
        if (found[i].first == token && ja_equal(found[i].cue->lemma, cue->lemma))
            return true;
    return false;
}

/* Whether the word is printed right behind the one before it. */
static bool is_clitic(ja_slice word)
{
    return ja_equal(word, JA_SLICE("n't")) || ja_starts_with(word, JA_SLICE("'")) ||
           ja_starts_with(word, JA_SLICE("-"));
}

/* A phrase that begins with a clitic gets a word before it, one that is elided gets one behind it;
 * nobody writes "they'ven't". */
static void take_form(void *context, ja_slice form)
{
    inflected_cue *cue = context;
    bool follows = is_clitic(cue->starred == 0 ? form : cue->words[0]);
    if (follows && cue->count > 1 && is_clitic(cue->words[1]))
        return;
    const char *text = follows ? "they" : "";
    for (size_t i = 0; i < cue->count; i++) {
        ja_slice word = i == cue->starred ? form : cue->words[i];
        bool elided = i > 0 && ja_map_get(&language_of(cue->code)->elisions, cue->words[i - 1]);
        bool joined = i == 0 || elided || is_clitic(word);
        text = ja_format(&arena, "%s%s%.*s", text, joined ? "" : " ", (int)word.length, word.at);
    }
    if (ja_map_get(&language_of(cue->code)->elisions, cue->words[cue->count - 1]))
        text = ja_format(&arena, "%sananas", text);
    cue->forms++;
    if (!is_found(cue, text, follows) && cue->missing++ < 30)
        print_error("%s: \"%s\" of \"%.*s\" is not found\n", cue->code, text,
                    (int)cue->lemma.length, cue->lemma.at);
}

/* The words of a lemma, with the one that inflects; gaps are left out. */
static void cut_words(inflected_cue *cue)
{
    ja_slice rest = ja_lower(&arena, cue->lemma), word;
    cue->count = cue->starred = 0;
    while (ja_next_field(&rest, ' ', &word)) {
        if (ja_equal(word, JA_SLICE("_")))
            continue;
        assert_true(cue->count < sizeof cue->words / sizeof *cue->words);
        if (word.length > 1 && ja_ends_with(word, JA_SLICE("*"))) {
            cue->starred = cue->count;
            word.length--;
        }
        cue->words[cue->count++] = word;
    }
}

/* "users' data": two tokens written as one, to be divided in the table. */
static bool has_possessive(const inflected_cue *cue)
{
    for (size_t i = 0; i < cue->count; i++)
        if (cue->words[i].length > 2 && (ja_ends_with(cue->words[i], JA_SLICE("'s")) ||
                                         ja_ends_with(cue->words[i], JA_SLICE("s'"))))
            return true;
    return false;
}

/* Every form of every cue, standing alone. */
static void every_inflected_form_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < jaccuse_language_count(); i++) {
        inflected_cue cue = {.code = jaccuse_language_code(i)};
        ja_table table = ja_language_table("claim", cue.code, "cues");
        while (ja_table_next(&table)) {
            cue.lemma = table.column[0];
            cut_words(&cue);
            if (ja_equal(table.column[2], JA_SLICE("distractor")) || has_possessive(&cue))
                continue;
            ja_inflect(language_of(cue.code), cue.words[cue.starred], table.column[3], &arena,
                       take_form, &cue);
        }
        print_message("%s: %zu forms\n", cue.code, cue.forms);
        assert_true(cue.forms > 5000);
        assert_int_equal(cue.missing, 0);
    }
}

/* ---- roles ---- */

static bool skips_nothing(const ja_document *document, size_t token)
{
    (void)document;
    (void)token;
    return false;
}

static bool skips_chinois(const ja_document *document, size_t token)
{
    return ja_equal(document->tokens[token].lower, JA_SLICE("chinois"));
}

static bool find_role(const char *code, const char *text, ja_role_match *match)
{
    ja_document *document = segment(code, text);
    return ja_role_at(document, 0, document->token_count, skips_nothing, match);
}

static void role_nouns(void **state)
{
    (void)state;
    ja_role_match match;
    assert_true(find_role("en", "spokesman for the firm", &match));
    assert_int_equal(match.noun->relation, JA_ROLE_SPEAKS);
    assert_int_equal(match.noun->kind, JACCUSE_PERSON);
    assert_false(match.plural);
    assert_true(find_role("en", "Spokesmen", &match));
    assert_true(match.plural);
    assert_true(find_role("en", "government spokeswoman", &match));
    assert_int_equal(match.count, 2); /* the longest */
    assert_true(find_role("fr", "ambassade de Chine", &match));
    assert_int_equal(match.noun->relation, JA_ROLE_BODY);
    assert_true(ja_equal(match.noun->body, JA_SLICE("embassy")));
    assert_true(find_role("en", "embassy", &match));
    assert_true(ja_equal(match.noun->body, JA_SLICE("embassy")));
    assert_false(find_role("en", "zebra", &match));
    assert_false(find_role("fr", "zèbre", &match));
}

static void an_adjective_inside_a_role_noun(void **state)
{
    (void)state;
    ja_document *document = segment("fr", "ministère chinois des Affaires étrangères");
    ja_role_match match;
    assert_true(ja_role_at(document, 0, document->token_count, skips_chinois, &match));
    assert_int_equal(match.count, document->token_count);
    assert_int_equal(match.inside, 1);
    assert_int_equal(match.noun->relation, JA_ROLE_BODY);
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(tables_of_every_language),
        WITH_ARENA(tables_of_no_language),
        WITH_ARENA(every_language_has_its_small_words),
        WITH_ARENA(names_seats_and_demonyms),
        WITH_ARENA(behind_the_article),
        WITH_ARENA(acronyms_need_their_capitals),
        WITH_ARENA(accents_and_hyphens_aside),
        WITH_ARENA(capitals_of_names),
        WITH_ARENA(longest_match_wins),
        WITH_ARENA(names_end_at_marks_and_limits),
        WITH_ARENA(every_name_finds_its_entry),
        WITH_ARENA(parents_resolve),
        WITH_ARENA(every_entry_is_whole),
        WITH_ARENA(single_words),
        WITH_ARENA(longest_phrase_wins),
        WITH_ARENA(distractors_hide_what_they_cover),
        WITH_ARENA(gaps),
        WITH_ARENA(every_inflected_form_is_found),
        WITH_ARENA(role_nouns),
        WITH_ARENA(an_adjective_inside_a_role_noun),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
