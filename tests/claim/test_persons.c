/* Persons whom every newsroom knows: the table is sound, and the date of an article tells for whom
 * they speak in it. */
#include <stdio.h>
#include <stdlib.h>

#include "arena_fixture.h"
#include "base/unicode.h"
#include "claim/gazetteer.h"
#include "claim/persons.h"
#include "jaccuse.h"

/* ---- the table ---- */

static void table_is_sound(void **state)
{
    (void)state;
    const char *fault = ja_persons_check(&arena);
    if (fault)
        fail_msg("%s", fault);
    assert_true(ja_person_count() >= 400);
    assert_null(ja_person_at(ja_person_count()));
}

/* A name that the gazetteer knows would never be looked up here. */
static void expect_not_in_gazetteer(const char *code, ja_slice name)
{
    ja_document *document = ja_segment(&arena, ja_language_of(code), name, (jaccuse_span){0, 0});
    size_t count;
    ja_form form;
    size_t entry = ja_gazetteer_match(document, 0, document->token_count, &count, &form);
    if (entry != JA_NO_ENTRY && count == document->token_count)
        fail_msg("%.*s is %s", (int)name.length, name.at, ja_gazetteer_entry_at(entry)->id);
}

static void no_name_is_of_the_gazetteer(void **state)
{
    (void)state;
    for (size_t i = 0; i < ja_person_count(); i++) {
        const ja_person *person = ja_person_at(i);
        for (size_t l = 0; l < jaccuse_language_count(); l++) {
            const char *code = jaccuse_language_code(l);
            for (size_t k = 0; k < person->name_count; k++)
                expect_not_in_gazetteer(code, person->names[k]);
            for (size_t k = 0; k < person->surname_count; k++)
                expect_not_in_gazetteer(code, person->surnames[k]);
        }
    }
}

static void ids_are_slugs(void **state)
{
    (void)state;
    for (size_t i = 0; i < ja_person_count(); i++) {
        const ja_person *person = ja_person_at(i);
        if (!ja_equal(ja_slug(&arena, person->id), person->id))
            fail_msg("%.*s is no slug", (int)person->id.length, person->id.at);
    }
}

static void expect_office(const char *name, const char *date, const char *id)
{
    size_t person = ja_person_named(ja_slice_of(name));
    assert_int_not_equal(person, JA_NO_PERSON);
    size_t entry = ja_person_office(person, date);
    const char *found = entry == JA_NO_ENTRY ? "-" : ja_gazetteer_entry_at(entry)->id;
    if (strcmp(found, id) != 0)
        fail_msg("%s in %s: %s, not %s", name, date ? date : "no year", found, id);
}

/* First and last day belong to an office; of two in the month of the change it is the later. */
static void offices_by_date(void **state)
{
    (void)state;
    expect_office("mario draghi", "2011-10-31", "-");
    expect_office("mario draghi", "2011-11-01", "european-central-bank");
    expect_office("mario draghi", "2019-10-31", "european-central-bank");
    expect_office("mario draghi", "2020-05-05", "-");
    expect_office("mario draghi", "2021-02", "italy");
    expect_office("laurent-desire kabila", "2001-01-16", "democratic-republic-of-the-congo");
    expect_office("laurent-desire kabila", "2001-01-17", "-");
    expect_office("kristalina georgieva", "2019-10-01", "international-monetary-fund");
    expect_office("vladimir poutine", "2025-06-01", "russia");
}

/* One principal ever since: his office is his still or was; of several nobody can tell. */
static void offices_without_date(void **state)
{
    (void)state;
    expect_office("angela merkel", NULL, "-"); /* an office that has ended */
    expect_office("emmanuel macron", NULL, "france");
    expect_office("mario draghi", NULL, "-");
    expect_office("mark rutte", NULL, "-");
}

static void expect_called(const char *surname, char sex, const char *date, const char *id)
{
    size_t index = ja_person_called(ja_slice_of(surname), sex, date);
    const ja_person *person = ja_person_at(index);
    if (!ja_equal(person ? person->id : JA_SLICE("-"), ja_slice_of(id)))
        fail_msg("%s in %s is not %s", surname, date ? date : "no year", id);
}

static void names_that_stand_alone(void **state)
{
    (void)state;
    expect_called("kirchner", 0, "2005-01-01", "nestor-kirchner");
    expect_called("kirchner", 0, "2010-01-01", "cristina-fernandez-de-kirchner");
    expect_called("kirchner", 'm', "2010-01-01", "-");
    expect_called("le drian", 0, "2015-01-01", "jean-yves-le-drian");
    expect_called("mbs", 0, "2018-10-20", "mohammed-bin-salman");
    expect_called("poutine", 0, "2018-10-20", "vladimir-putin");
    expect_called("trump", 0, "2022-10-20", "-");
    expect_called("trump", 0, NULL, "-");
    expect_called("johnson", 0, "2020-10-20", "-");
    expect_called("nobody", 0, "2020-10-20", "-");
}

/* ---- in articles ---- */

static jaccuse_record *record_of(const char *code, const char *date, const char *text)
{
    jaccuse_article *article;
    jaccuse_record *record;
    jaccuse_error error;
    jaccuse_extract_options options = {code};
    if (jaccuse_article_from_text(&article, "test", text, strlen(text), &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    article->date = date;
    if (jaccuse_extract(&record, article, &options, &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    jaccuse_article_free(article);
    return record;
}

/* "id" or "id<of" of the actor. */
static const char *told(const jaccuse_record *record, const jaccuse_actor *actor)
{
    return actor->of == JACCUSE_NONE
               ? actor->id
               : ja_format(&arena, "%s<%s", actor->id, record->actors[actor->of].id);
}

/* The first accusation, as "by<of against<of". */
static void expect(const char *code, const char *date, const char *text, const char *expected)
{
    jaccuse_record *record = record_of(code, date, text);
    const char *found = "nothing";
    if (record->claim_count && record->claims[0].by.count && record->claims[0].against.count)
        found =
            ja_format(&arena, "%s %s", told(record, &record->actors[record->claims[0].by.at[0]]),
                      told(record, &record->actors[record->claims[0].against.at[0]]));
    if (strcmp(found, expected) != 0)
        fail_msg("%s: %s\n  found    %s\n  expected %s", date ? date : "undated", text, found,
                 expected);
    jaccuse_record_free(record);
}

static void the_same_words_in_three_years(void **state)
{
    (void)state;
    static const char medvedev[] = "Dmitry Medvedev accused the newspaper Kommersant of lying.";
    expect("en", "2003-06-01", medvedev, "dmitry-medvedev kommersant");
    expect("en", "2010-06-01", medvedev, "dmitry-medvedev<russia kommersant");
    expect("en", "2022-06-01", medvedev, "dmitry-medvedev<russia kommersant");
    static const char sunak[] = "Rishi Sunak accused Russia of spying on voters.";
    expect("en", "2005-06-01", sunak, "rishi-sunak russia");
    expect("en", "2022-11-01", sunak, "rishi-sunak<united-kingdom russia");
    expect("en", "2025-06-01", sunak, "rishi-sunak russia");
    static const char macron[] = "Emmanuel Macron accuse la Russie d'espionnage.";
    expect("fr", "2010-06-01", macron, "emmanuel-macron russia");
    expect("fr", "2015-06-01", macron, "emmanuel-macron<france russia");
    expect("fr", "2022-06-01", macron, "emmanuel-macron<france russia");
    static const char rutte[] = "Mark Rutte accuse la Russie d'espionnage.";
    expect("fr", "2022-06-01", rutte, "mark-rutte<netherlands russia");
    expect("fr", "2025-06-01", rutte, "mark-rutte<nato russia");
    expect("fr", NULL, rutte, "mark-rutte russia");
}

static void one_person_in_every_spelling(void **state)
{
    (void)state;
    expect("fr", "2018-06-01", "Vladimir Poutine accuse Londres de mensonge.",
           "vladimir-putin<russia united-kingdom");
    expect("en", "2023-06-01",
           "Volodymyr Zelenskyy met Olaf Scholz. Zelenski accused Russia of spying.",
           "volodymyr-zelensky<ukraine russia");
    expect("en", NULL, "Vladimir Putin accused Britain of lying.",
           "vladimir-putin<russia united-kingdom");
}

static void surname_alone(void **state)
{
    (void)state;
    static const char macron[] = "Mardi, Macron a accusé la Russie d'espionnage.";
    expect("fr", "2022-06-01", macron, "emmanuel-macron<france russia");
    expect("fr", "2010-06-01", macron, "macron russia");
    expect("fr", NULL, macron, "macron russia");
    expect("fr", "2022-06-01", "Mardi, Mme Macron a accusé la Russie d'espionnage.",
           "macron russia");
    jaccuse_record *record =
        record_of("fr", "2018-06-01", "Mardi, Poutine a accusé Londres de mensonge.");
    const jaccuse_actor *putin = &record->actors[record->claims[0].by.at[0]];
    assert_string_equal(putin->name, "Vladimir Poutine");
    assert_int_equal(putin->kind, JACCUSE_PERSON);
    jaccuse_record_free(record);
}

/* Another bearer of the name in the article keeps it. */
static void namesakes(void **state)
{
    (void)state;
    expect("en", "2018-06-01",
           "Ivana Trump arrived on Monday. On Tuesday Trump accused Russia of spying.",
           "ivana-trump russia");
    expect("en", "2018-06-01",
           "Laura Macron and Paul Macron arrived. On Tuesday Macron accused Russia of spying.",
           "macron russia");
    expect("fr", "2020-01-01",
           "Mahamat Idriss Déby est arrivé. Idriss Déby a accusé la Libye d'espionnage.",
           "idriss-deby<chad libya");
}

/* What the article tells goes before the table. */
static void the_article_knows_better(void **state)
{
    (void)state;
    expect("en", "2022-06-01", "The former US president Donald Trump accused China of spying.",
           "donald-trump china");
    expect("en", NULL, "Former president Barack Obama accused Russia of spying.",
           "barack-obama russia");
    expect("fr", "2011-06-01",
           "L'ancienne chancelière Angela Merkel accuse la Russie d'espionnage.",
           "angela-merkel russia");
    expect("en", "2010-06-01", "Nicolas Sarkozy, the former president, accused Russia of spying.",
           "nicolas-sarkozy russia");
    expect("fr", "2010-06-01",
           "Nicolas Sarkozy accuse Mediapart de mensonge. Mardi, M. Sarkozy est arrivé à Paris. "
           "L'ex-président a porté plainte.",
           "nicolas-sarkozy mediapart");
    expect("en", "2022-06-01",
           "Emmanuel Macron, a spokesman for Renault, accused Nissan of spying.",
           "emmanuel-macron<renault nissan");
}

/* Not the state that is spoken of last. */
static void office_that_the_article_leaves_open(void **state)
{
    (void)state;
    expect("en", "2018-06-01",
           "Troops left Ukraine. President Putin accused the newspaper Kommersant of lying.",
           "vladimir-putin<russia kommersant");
    expect("en", "2018-06-01", "Troops left Syria. The Rajoy government accused Huawei of spying.",
           "spain huawei");
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(table_is_sound),
        WITH_ARENA(no_name_is_of_the_gazetteer),
        WITH_ARENA(ids_are_slugs),
        WITH_ARENA(offices_by_date),
        WITH_ARENA(offices_without_date),
        WITH_ARENA(names_that_stand_alone),
        WITH_ARENA(the_same_words_in_three_years),
        WITH_ARENA(one_person_in_every_spelling),
        WITH_ARENA(surname_alone),
        WITH_ARENA(namesakes),
        WITH_ARENA(the_article_knows_better),
        WITH_ARENA(office_that_the_article_leaves_open),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
