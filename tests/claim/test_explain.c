/* What --explain tells of a claim, and of what is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "jaccuse.h"

static char *explanation_of(const char *language, const char *text)
{
    jaccuse_article *article;
    jaccuse_error error;
    jaccuse_extract_options options = {language};
    char *out;
    size_t length;
    assert_int_equal(jaccuse_article_from_text(&article, "example", text, strlen(text), &error),
                     JACCUSE_OK);
    if (jaccuse_explain(&out, &length, article, &options, &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    assert_int_equal(strlen(out), length);
    jaccuse_article_free(article);
    return out;
}

static void expect_part(const char *whole, const char *part)
{
    if (!strstr(whole, part))
        fail_msg("no \"%s\" in:\n%s", part, whole);
}

static void a_claim_tells_cue_roles_and_path(void **state)
{
    (void)state;
    char *told = explanation_of("en", "Rwanda was accused by France of genocide.");
    expect_part(told, "== example\n1 Rwanda was accused by France of genocide.\n");
    expect_part(told, "  accuse france -> rwanda: kept\n");
    expect_part(told, "cue: accused (accuse)");
    expect_part(told, "accuser: France, a known name for france, by obl:agent");
    expect_part(told, "accused: Rwanda, a known name for rwanda, by nsubj:pass");
    expect_part(told, "charge: genocide");
    expect_part(told, "weighed as frame");
    expect_part(told, "actors\n");
    expect_part(told, "  rwanda, state: Rwanda");
    free(told);
}

static void what_is_no_claim_tells_what_stopped_it(void **state)
{
    (void)state;
    static const char *const stopped[][2] = {
        {"France has never accused Rwanda.", ": negated"},
        {"France refused to accuse Rwanda.", ": refused or taken back"},
        {"France may accuse Rwanda of genocide.", ": hypothetical"},
        {"France will accuse Rwanda of genocide.", ": still to come"},
        {"Has France accused Rwanda of genocide?", ": a question"},
    };
    for (size_t i = 0; i < sizeof stopped / sizeof *stopped; i++) {
        char *told = explanation_of("en", stopped[i][0]);
        expect_part(told, "  accuse france -> rwanda");
        expect_part(told, stopped[i][1]);
        assert_null(strstr(told, ": kept"));
        free(told);
    }
}

static void speakers_are_told(void **state)
{
    (void)state;
    char *told = explanation_of("fr", "La France affirme que le Rwanda a menti.");
    expect_part(told, "said by france from: ");
    expect_part(told, "accuse france -> rwanda: kept");
    expect_part(told, "weighed as content");
    free(told);
}

static void nothing_to_read_is_nothing_to_tell(void **state)
{
    (void)state;
    char *told = explanation_of("en", "The sun rose over the hills.");
    assert_string_equal(told, "== example\n");
    free(told);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_claim_tells_cue_roles_and_path),
        cmocka_unit_test(what_is_no_claim_tells_what_stopped_it),
        cmocka_unit_test(speakers_are_told),
        cmocka_unit_test(nothing_to_read_is_nothing_to_tell),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
