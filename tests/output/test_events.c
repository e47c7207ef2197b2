/* What an accusation is coded as, and the days of spells. */
#include "arena_fixture.h"
#include "output/charges.h"
#include "output/spells.h"
#include "output/stories.h"

#include <time.h>

typedef struct example {
    const char *language, *charge, *code;
} example;

static void test_tables(void **state)
{
    (void)state;
    const char *fault = ja_charges_check(&arena);
    if (fault)
        fail_msg("%s", fault);
}

static const example EXAMPLES[] = {
    {"en", "spying for China", "1125"},
    {"en", "hacking into its servers", "1125"},
    {"en", "high treason", "1125"},
    {"en", "bribery and embezzlement", "1121"},
    {"en", "having covered up the match-fixing", "1121"},
    {"en", "War crimes and murder", "1124"},
    {"en", "crimes against humanity", "1124"},
    {"en", "having tortured prisoners", "1122"},
    {"en", "forced labour in its camps", "1122"},
    {"en", "the invasion of its neighbour", "1123"},
    {"en", "violating the cease-fire", "1123"},
    {"en", "sexual assault", "1121"},
    {"en", "an aggressively low price", "112"},
    {"en", "character assassination", "112"},
    {"en", "the company's Shell games", "112"},
    {"en", "having lied about its age", "112"},
    {"en", "stopping the fight against terrorism", "112"},
    {"en", "despicable despair", "112"}, /* not "spy", not "spies" */
    {"en", "", "112"},
    {"en", NULL, "112"},
    {"fr", "avoir espionné ses rivaux", "1125"},
    {"fr", "l’ESPIONNAGE de ses alliés", "1125"},
    {"fr", "haute trahison", "1125"},
    {"fr", "détournement de fonds publics", "1121"},
    {"fr", "pots-de-vin", "1121"},
    {"fr", "agression sexuelle", "1121"},
    {"fr", "l'agression de l'Ukraine", "1123"},
    {"fr", "crimes de guerre", "1124"},
    {"fr", "génocide", "1124"},
    {"fr", "avoir torturé des détenus", "1122"},
    {"fr", "disparitions forcées", "1122"},
    {"fr", "violer le cessez-le-feu", "1123"},
    {"fr", "dopage", "1121"},
    {"fr", "un coup de théâtre", "112"},
    {"fr", "avoir menti", "112"},
    {"de", "Spionage, crimes de guerre", "112"}, /* a language without words */
    {NULL, "crimes de guerre", "1124"},
    {NULL, "war crimes", "1124"},
};

static void test_charges(void **state)
{
    (void)state;
    const ja_charges *charges = ja_charges_load(&arena);
    for (size_t i = 0; i < sizeof EXAMPLES / sizeof *EXAMPLES; i++) {
        const example *it = &EXAMPLES[i];
        const char *code = ja_charge_kind(charges, &arena, it->language, it->charge)->cameo;
        if (strcmp(code, it->code) != 0)
            fail_msg("\"%s\": %s instead of %s", it->charge, code, it->code);
    }
    assert_string_equal(ja_denial_kind(charges)->cameo, "016");
    assert_string_equal(ja_denial_kind(charges)->event, "");
}

/* A megabyte without a blank, and one of words that begin like many: in linear time. */
static void test_long_charges(void **state)
{
    (void)state;
    enum { LENGTH = 1 << 20 };
    const ja_charges *charges = ja_charges_load(&arena);
    char *text = malloc(LENGTH + 1);
    assert_non_null(text);
    memset(text, 'c', LENGTH);
    text[LENGTH] = '\0';
    clock_t start = clock();
    assert_string_equal(ja_charge_kind(charges, &arena, NULL, text)->cameo, "112");
    for (size_t i = 0; i < LENGTH; i += 6)
        memcpy(text + i, "crime ", i + 6 <= LENGTH ? 6 : LENGTH - i);
    assert_string_equal(ja_charge_kind(charges, &arena, NULL, text)->cameo, "1121");
    assert_true(clock() - start < 20 * CLOCKS_PER_SEC);
    free(text);
}

static void test_days(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        long first, last;
    } DAYS[] = {{"1970-01-01", 0, 0},
                {"1970-01-02", 1, 1},
                {"1969-12-31", -1, -1},
                {"2000-02-29", 11016, 11016},
                {"1970", 0, 364},
                {"1970-02", 31, 58},
                {"2020-02", 18293, 18321},
                {"2024-12-31T23:59:59+01:00", 20088, 20088},
                {"0001-01-01", -719162, -719162},
                {"9999-12-31", 2932896, 2932896}};
    static const char *const NONE[] = {"",     "soon",        "2021-02-29", "2021-13",
                                       "0000", "0000-01-01",  "2021-1-1",   "2021-01-01x",
                                       "21",   "2021-01-011", "20x1"};
    long first, last;
    for (size_t i = 0; i < sizeof DAYS / sizeof *DAYS; i++) {
        assert_true(ja_days_of(DAYS[i].date, &first, &last));
        assert_int_equal(first, DAYS[i].first);
        assert_int_equal(last, DAYS[i].last);
    }
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++)
        if (ja_days_of(NONE[i], &first, &last))
            fail_msg("\"%s\" is no date", NONE[i]);
    assert_false(ja_days_of(NULL, &first, &last));
}

/* Every day there is, written and read back. */
static void test_all_days(void **state)
{
    (void)state;
    for (long day = -719162; day <= 2932896; day++) {
        long first, last;
        if (!ja_days_of(ja_day_text(&arena, day), &first, &last) || first != day || last != day)
            fail_msg("day %ld is written %s", day, ja_day_text(&arena, day));
        if (day % 4096 == 0)
            ja_arena_clear(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(test_tables, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_charges, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_long_charges, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_days, open_arena, close_arena),
        cmocka_unit_test_setup_teardown(test_all_days, open_arena, close_arena),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
