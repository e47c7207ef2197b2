/* The tables of the languages: whole, well formed, and what ja_inflect makes of them. */
#include "arena_fixture.h"
#include "base/embedded.h"
#include "base/unicode.h"
#include "language/language.h"

static bool is_one_of(ja_slice word, const char *words)
{
    ja_slice rest = ja_slice_of(words), one;
    while (ja_next_field(&rest, ' ', &one))
        if (ja_equal(one, word))
            return true;
    return false;
}

/* Walks a table of every language: `check` fails with a message where a row is wrong. */
static void check_rows(const char *name, void (*check)(const char *code, const ja_table *row))
{
    for (size_t i = 0; i < jaccuse_language_count(); i++) {
        ja_table table = ja_language_table("language", jaccuse_language_code(i), name);
        while (ja_table_next(&table))
            check(jaccuse_language_code(i), &table);
    }
}

static void test_every_language_has_its_tables(void **state)
{
    const char *names[] = {"function_words", "abbreviations", "contractions",
                           "pronouns",       "titles",        "inflections"};
    (void)state;
    ja_table languages;
    ja_table_init(&languages, ja_embedded_file("language/languages.tsv"));
    size_t count = 0;
    for (; ja_table_next(&languages); count++) {
        const char *code = jaccuse_language_code(count);
        assert_non_null(code);
        assert_true(ja_equal(languages.column[0], ja_slice_of(code)));
        assert_true(ja_equal(languages.column[1], ja_slice_of(jaccuse_language_name(count))));
        assert_int_equal(languages.count, 3);
        for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
            ja_table table = ja_language_table("language", code, names[i]);
            if (!ja_table_next(&table))
                fail_msg("%s has no %s", code, names[i]);
        }
    }
    assert_int_equal(count, jaccuse_language_count());
    assert_true(count >= 2);
}

static void test_language_of(void **state)
{
    (void)state;
    const ja_language *french = ja_language_of("fr");
    assert_string_equal(french->code, "fr");
    assert_ptr_equal(ja_language_of("fr"), french);
    assert_null(ja_language_of("de")); /* known as foreign, but not read */
    assert_null(ja_language_of("FR"));
    assert_null(ja_language_of(""));
    assert_null(ja_language_of(NULL));
    ja_table table = ja_language_table("language", "fr", "no_such_table");
    assert_false(ja_table_next(&table));
    table = ja_language_table("language", "xx", "titles");
    assert_false(ja_table_next(&table));
}

static void test_what_was_loaded(void **state)
{
    (void)state;
    const ja_language *french = ja_language_of("fr"), *english = ja_language_of("en");
    assert_non_null(ja_map_get(&french->function_words, JA_SLICE("dans")));
    assert_null(ja_map_get(&english->function_words, JA_SLICE("dans")));
    assert_non_null(ja_map_get(&french->elisions, JA_SLICE("qu'")));
    assert_non_null(ja_map_get(&french->unsplit, JA_SLICE("aujourd'hui")));
    assert_non_null(ja_map_get(&french->inversions, JA_SLICE("-t-il")));
    assert_non_null(ja_map_get(&english->clitics, JA_SLICE("n't")));
    assert_non_null(ja_map_get(&english->titles, JA_SLICE("president")));
    const size_t *position = ja_map_get(&english->abbreviations, JA_SLICE("mr."));
    assert_true(position && *position == JA_ABBREVIATION_BEFORE);
    position = ja_map_get(&english->abbreviations, JA_SLICE("u.s."));
    assert_true(position && *position == JA_ABBREVIATION_MAYBE);
    position = ja_map_get(&english->abbreviations, JA_SLICE("no."));
    assert_true(position && *position == JA_ABBREVIATION_NUMBER);
    const size_t *she = ja_map_get(&english->pronouns, JA_SLICE("she"));
    assert_non_null(she);
    assert_int_equal(english->pronoun[*she].person, '3');
    assert_int_equal(english->pronoun[*she].number, 's');
    assert_int_equal(english->pronoun[*she].gender, 'f');
    assert_int_equal(english->pronoun[*she].role, JA_PRONOUN_SUBJECT);
    const size_t *his = ja_map_get(&english->pronouns, JA_SLICE("his"));
    assert_true(his && english->pronoun[*his].role == JA_PRONOUN_POSSESSIVE);
}

static void check_contraction(const char *code, const ja_table *row)
{
    const ja_language *language = ja_language_of(code);
    ja_slice form = ja_lower(&arena, row->column[0]), part;
    if (memchr(form.at, '\'', form.length)) { /* an ending that is split off */
        assert_non_null(ja_map_get(&language->clitics, form));
        return;
    }
    const size_t *index = ja_map_get(&language->contractions, form);
    ja_slice parts = row->column[1];
    if (!index || !ja_next_field(&parts, ' ', &part) || ja_trim(parts).length == 0)
        fail_msg("%s: \"%.*s\" has no two parts", code, (int)form.length, form.at);
    else
        assert_true(ja_equal(language->parts[*index], part));
}

static void test_contractions(void **state)
{
    (void)state;
    check_rows("contractions", check_contraction);
    const ja_language *french = ja_language_of("fr");
    const size_t *index = ja_map_get(&french->contractions, JA_SLICE("auxquelles"));
    assert_true(index && ja_equal(french->parts[*index], JA_SLICE("à")));
}

static void check_abbreviation(const char *code, const ja_table *row)
{
    ja_slice form = row->column[0];
    if (!ja_ends_with(form, JA_SLICE(".")) || !is_one_of(row->column[1], "before maybe number"))
        fail_msg("%s: abbreviation \"%.*s\"", code, (int)form.length, form.at);
}

static void check_pronoun(const char *code, const ja_table *row)
{
    if (row->column[0].length == 0 || !is_one_of(row->column[1], "1 2 3") ||
        (row->column[2].length && !is_one_of(row->column[2], "singular plural")) ||
        (row->column[3].length && !is_one_of(row->column[3], "masculine feminine neuter")) ||
        !is_one_of(row->column[4], "subject object possessive relative"))
        fail_msg("%s: pronoun \"%.*s\", line %zu", code, (int)row->column[0].length,
                 row->column[0].at, row->line);
}

static void check_inflection(const char *code, const ja_table *row)
{
    ja_slice endings = row->column[2], ending;
    bool sound = row->column[0].length && endings.length && !ja_ends_with(endings, JA_SLICE(","));
    while (sound && ja_next_field(&endings, ',', &ending))
        sound = ja_trim(ending).length > 0;
    if (!sound)
        fail_msg("%s: inflections, line %zu", code, row->line);
    ja_table table = ja_language_table("language", code, "inflections");
    while (ja_table_next(&table))
        if (table.line != row->line && ja_equal(table.column[0], row->column[0]))
            fail_msg("%s: inflections, lines %zu and %zu", code, row->line, table.line);
}

/* Longer ones would never be found: see LONGEST_PART in token.c. */
static void check_part(const char *code, const ja_table *row)
{
    if (row->column[0].length == 0 || row->column[0].length >= 32)
        fail_msg("%s: \"%.*s\"", code, (int)row->column[0].length, row->column[0].at);
}

static void check_elision(const char *code, const ja_table *row)
{
    check_part(code, row);
    if (!ja_ends_with(row->column[0], JA_SLICE("'")))
        fail_msg("%s: elision \"%.*s\"", code, (int)row->column[0].length, row->column[0].at);
}

static void test_rows(void **state)
{
    (void)state;
    check_rows("abbreviations", check_abbreviation);
    check_rows("pronouns", check_pronoun);
    check_rows("inflections", check_inflection);
    check_rows("elisions", check_elision);
    check_rows("inversions", check_part);
    check_rows("contractions", check_part);
}

static void test_others(void **state)
{
    (void)state;
    ja_table table;
    ja_table_init(&table, ja_embedded_file("language/others.tsv"));
    size_t count = 0;
    for (; ja_table_next(&table); count++) {
        assert_int_equal(table.column[0].length, 2);
        ja_slice words = table.column[2], word;
        size_t word_count = 0;
        while (ja_next_field(&words, ' ', &word))
            word_count++;
        assert_true(word_count >= 15);
    }
    assert_true(count >= 5);
}

typedef struct ja_forms {
    char text[4000]; /* each between blanks */
    size_t count;
} ja_forms;

static void take(void *context, ja_slice form)
{
    ja_forms *forms = context;
    assert_true(strlen(forms->text) + form.length + 2 < sizeof forms->text);
    strncat(forms->text, form.at, form.length);
    strcat(forms->text, " ");
    forms->count++;
}

static ja_forms inflect(const char *code, const char *lemma, const char *inflection)
{
    ja_forms forms = {" ", 0};
    const ja_language *language = ja_language_of(code);
    assert_non_null(language);
    ja_inflect(language, ja_slice_of(lemma), ja_slice_of(inflection), &arena, take, &forms);
    return forms;
}

/* Every form between blanks must be there. */
static void expect_forms(const char *code, const char *lemma, const char *inflection,
                         const char *expected)
{
    ja_forms forms = inflect(code, lemma, inflection);
    ja_slice rest = ja_slice_of(expected), form;
    assert_true(strncmp(forms.text + 1, lemma, strlen(lemma)) == 0); /* the lemma comes first */
    while (ja_next_field(&rest, ' ', &form))
        if (!is_one_of(form, forms.text))
            fail_msg("no \"%.*s\" in\n%s", (int)form.length, form.at, forms.text);
}

static void test_inflect(void **state)
{
    (void)state;
    expect_forms("fr", "accuser", "er",
                 "accuser accuse accusait accusé accusées accusa accusèrent "
                 "accusera accuserait accusant");
    expect_forms("fr", "démentir", "tir", "dément démentent démentait démenti démentira");
    expect_forms("fr", "dénoncer", "cer", "dénonçait dénonce dénoncé dénonçant");
    expect_forms("en", "accuse", "ve", "accuse accuses accused accusing");
    expect_forms("en", "deny", "vy", "deny denies denied denying");
    expect_forms("en", "charge", "n", "charge charges");
    assert_string_equal(inflect("en", "reject", "v").text, " reject rejects rejected rejecting ");
}

static void test_inflect_without_a_class(void **state)
{
    (void)state;
    assert_string_equal(inflect("en", "blame", "").text, " blame ");
    assert_string_equal(inflect("en", "say", "says,said, saying").text, " say says said saying ");
    assert_string_equal(inflect("en", "withdraw", "withdrew,").text, " withdraw withdrew ");
    assert_string_equal(inflect("en", "rely", "ve").text, " rely "); /* does not end in "e" */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_every_language_has_its_tables),
        cmocka_unit_test(test_language_of),
        cmocka_unit_test(test_what_was_loaded),
        cmocka_unit_test(test_contractions),
        cmocka_unit_test(test_rows),
        cmocka_unit_test(test_others),
        cmocka_unit_test(test_inflect),
        cmocka_unit_test(test_inflect_without_a_class),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
