/* Actors of articles: who is who, whose they are, and where the words stand. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <pthread.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/text.h"
#include "jaccuse.h"

static jaccuse_article *article_of(const char *text)
{
    jaccuse_article *article;
    jaccuse_error error;
    if (jaccuse_article_from_text(&article, "test", text, strlen(text), &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    return article;
}

static jaccuse_record *record_of(const char *language, const char *text)
{
    jaccuse_article *article = article_of(text);
    jaccuse_extract_options options = {language};
    jaccuse_record *record;
    jaccuse_error error;
    if (jaccuse_extract(&record, article, &options, &error) != JACCUSE_OK)
        fail_msg("%s", error.message);
    jaccuse_article_free(article);
    return record;
}

static const jaccuse_actor *actor_in(const jaccuse_record *record, const char *id)
{
    for (size_t i = 0; i < record->actor_count; i++)
        if (strcmp(record->actors[i].id, id) == 0)
            return &record->actors[i];
    return NULL;
}

/* Who does it: "a>b" for each accusation with one of each, "!a" for each denial, in the order of
 * the text; "?" for nobody. */
static void describe(const jaccuse_record *record, char *out, size_t size)
{
    out[0] = '\0';
    for (size_t i = 0; i < record->claim_count; i++) {
        const jaccuse_claim *claim = &record->claims[i];
        size_t used = strlen(out);
        const char *by = claim->by.count ? record->actors[claim->by.at[0]].id : "?";
        const char *blank = used ? " " : "";
        if (claim->act == JACCUSE_ACCUSE)
            snprintf(out + used, size - used, "%s%s>%s", blank, by,
                     record->actors[claim->against.at[0]].id);
        else if (claim->act == JACCUSE_DENY)
            snprintf(out + used, size - used, "%s!%s", blank, by);
    }
}

static jaccuse_record *expect(const char *language, const char *text, const char *expected)
{
    jaccuse_record *record = record_of(language, text);
    char found[512];
    describe(record, found, sizeof found);
    if (strcmp(found, expected) != 0)
        fail_msg("%s\n  found    %s\n  expected %s", text, found, expected);
    return record;
}

static void expect_claims(const char *language, const char *text, const char *expected)
{
    jaccuse_record_free(expect(language, text, expected));
}

/* The chain of `of`, from the actor to his principal. */
static void expect_chain(const jaccuse_record *record, const char *const *ids, size_t count)
{
    const jaccuse_actor *actor = actor_in(record, ids[0]);
    for (size_t i = 0; i < count; i++) {
        if (!actor)
            fail_msg("the chain of %s ends before %s", ids[0], ids[i]);
        assert_string_equal(actor->id, ids[i]);
        actor = actor->of == JACCUSE_NONE ? NULL : &record->actors[actor->of];
    }
    if (actor)
        fail_msg("the chain of %s goes on to %s", ids[0], actor->id);
}

#define EXPECT_CHAIN(record, ...)                                                                  \
    expect_chain((record), (const char *const[]){__VA_ARGS__},                                     \
                 sizeof((const char *[]){__VA_ARGS__}) / sizeof(const char *))

static bool has_alias(const jaccuse_actor *actor, const char *name)
{
    bool found = strcmp(actor->name, name) == 0;
    for (size_t i = 0; i < actor->alias_count; i++)
        found = found || strcmp(actor->aliases[i], name) == 0;
    return found;
}

/* ---- one and the same ---- */

static void surname_behind_the_full_name(void **state)
{
    (void)state;
    jaccuse_record *record =
        expect("en",
               "Edward Snowden accused Google of spying on its users. Google denies it. "
               "Snowden also accused Facebook of spying.",
               "edward-snowden>google !google edward-snowden>facebook");
    const jaccuse_actor *actor = actor_in(record, "edward-snowden");
    assert_string_equal(actor->name, "Edward Snowden");
    assert_int_equal(actor->kind, JACCUSE_PERSON);
    assert_true(has_alias(actor, "Snowden"));
    jaccuse_record_free(record);
    expect_claims("en",
                  "Alan Brown accused Google of fraud. Google sued him. "
                  "Mr Brown accused Facebook of fraud.",
                  "alan-brown>google google>alan-brown alan-brown>facebook");
}

/* A title gives the surname before the text gives the name. */
static void surname_in_the_title(void **state)
{
    (void)state;
    jaccuse_record *record = record_of(
        "en", "Snowden accuses Google of spying\n\nEdward Snowden accused Google of spying.\n");
    assert_string_equal(record->title, "Snowden accuses Google of spying");
    assert_non_null(actor_in(record, "edward-snowden"));
    assert_null(actor_in(record, "snowden"));
    jaccuse_record_free(record);
}

static void two_people_of_one_surname(void **state)
{
    (void)state;
    jaccuse_record *record = expect("en",
                                    "John Smith accused Google of fraud. Mary Smith accused "
                                    "Facebook of fraud. Smith accused Huawei of spying.",
                                    "john-smith>google mary-smith>facebook smith>huawei");
    assert_false(has_alias(actor_in(record, "john-smith"), "Smith"));
    assert_false(has_alias(actor_in(record, "mary-smith"), "Smith"));
    jaccuse_record_free(record);
}

static void acronym_in_brackets(void **state)
{
    (void)state;
    jaccuse_record *record = expect("en",
                                    "The Kenya Wildlife Trust (KWT) accused Google of fraud. "
                                    "The KWT accused Facebook of fraud.",
                                    "kenya-wildlife-trust>google kenya-wildlife-trust>facebook");
    assert_true(has_alias(actor_in(record, "kenya-wildlife-trust"), "KWT"));
    jaccuse_record_free(record);
    expect_claims("fr",
                  "Human Rights Watch (HRW) accuse Google de fraude. HRW accuse aussi Facebook de "
                  "fraude.",
                  "human-rights-watch>google human-rights-watch>facebook");
}

static void the_firm_refers_back(void **state)
{
    (void)state;
    expect_claims("en", "France accused Huawei of spying. The firm denied the accusation.",
                  "france>huawei !huawei");
    expect_claims("fr", "La France accuse Huawei d'espionnage. L'entreprise dément.",
                  "france>huawei !huawei");
}

static void pronouns(void **state)
{
    (void)state;
    expect_claims("en", "Edward Snowden is a lawyer. He accused Google of spying.",
                  "edward-snowden>google");
    expect_claims("en", "Mary Jones is a lawyer. She accused Google of spying.",
                  "mary-jones>google");
    expect_claims("en", "Huawei is a Chinese firm. It accused Google of spying.", "huawei>google");
    expect_claims("fr", "Paul Lestrade est avocat. Il accuse Google d'espionnage.",
                  "paul-lestrade>google");
    expect_claims("fr", "Jeanne Lestrade est avocate. Elle accuse Google d'espionnage.",
                  "jeanne-lestrade>google");
}

/* A pronoun with nobody before it names nobody. */
static void pronoun_of_nobody(void **state)
{
    (void)state;
    jaccuse_record *record = record_of("en", "He accused Google of spying on its users.");
    for (size_t i = 0; i < record->claim_count; i++)
        assert_int_equal(record->claims[i].by.count, 0);
    jaccuse_record_free(record);
}

/* ---- who speaks for whom ---- */

static void spokesman_of_a_ministry(void **state)
{
    (void)state;
    jaccuse_record *record =
        expect("en",
               "Zhao Lijian, a spokesman for the Chinese foreign ministry, accused France of "
               "spying. France denied the accusations.",
               "zhao-lijian>france !france");
    EXPECT_CHAIN(record, "zhao-lijian", "china-foreign-ministry", "china");
    assert_int_equal(actor_in(record, "zhao-lijian")->kind, JACCUSE_PERSON);
    assert_int_equal(actor_in(record, "china-foreign-ministry")->kind, JACCUSE_GOVERNMENT);
    jaccuse_record_free(record);
    record = expect("fr",
                    "Zhao Lijian, porte-parole du ministère chinois des Affaires étrangères, "
                    "accuse la France d'espionnage. La France dément.",
                    "zhao-lijian>france !france");
    EXPECT_CHAIN(record, "zhao-lijian", "china-foreign-ministry", "china");
    jaccuse_record_free(record);
}

/* A spokesman without a name is the body that he speaks for. */
static void unnamed_spokesman(void **state)
{
    (void)state;
    jaccuse_record *record = expect("en",
                                    "A spokesman for the Russian embassy in Paris accused France "
                                    "of spying. France denied the accusations.",
                                    "russia-embassy-france>france !france");
    EXPECT_CHAIN(record, "russia-embassy-france", "russia");
    jaccuse_record_free(record);
}

static void embassies_and_ministries(void **state)
{
    (void)state;
    jaccuse_record *record = expect("en", "The Chinese embassy in London accused France of spying.",
                                    "china-embassy-united-kingdom>france");
    EXPECT_CHAIN(record, "china-embassy-united-kingdom", "china");
    jaccuse_record_free(record);
    record = expect("fr", "L'ambassade de Chine à Londres accuse la France d'espionnage.",
                    "china-embassy-united-kingdom>france");
    EXPECT_CHAIN(record, "china-embassy-united-kingdom", "china");
    jaccuse_record_free(record);
    record = expect("en", "The French interior ministry accused Google of spying.",
                    "france-interior-ministry>google");
    EXPECT_CHAIN(record, "france-interior-ministry", "france");
    EXPECT_CHAIN(record, "google", "alphabet");
    jaccuse_record_free(record);
}

static void capital_and_government_are_the_state(void **state)
{
    (void)state;
    jaccuse_record *record =
        expect("en", "Paris accused Beijing of spying. China denied the accusation.",
               "france>china !china");
    assert_true(has_alias(actor_in(record, "china"), "Beijing"));
    assert_int_equal(actor_in(record, "france")->kind, JACCUSE_STATE);
    jaccuse_record_free(record);
    expect_claims("fr", "Paris accuse Pékin d'espionnage. La Chine dément.", "france>china !china");
    expect_claims("en",
                  "The Chinese government accused France of spying. Beijing also accused Huawei of "
                  "fraud.",
                  "china>france china>huawei");
    expect_claims("fr", "Le gouvernement chinois accuse la France d'espionnage. La France dément.",
                  "china>france !france");
    record =
        expect("en", "Washington accused Moscow of hacking. The Kremlin denied the accusation.",
               "united-states>russia !kremlin");
    EXPECT_CHAIN(record, "kremlin", "russia");
    jaccuse_record_free(record);
}

/* One id in every article and language. */
static void ids_are_stable(void **state)
{
    (void)state;
    static const char *const articles[][2] = {
        {"en", "China accused France of spying."},
        {"en", "Beijing accused Paris of spying."},
        {"en", "The Chinese government accused the French government of spying."},
        {"fr", "La Chine accuse la France d'espionnage."},
        {"fr", "Pékin accuse Paris d'espionnage."},
        {"fr", "Les autorités chinoises accusent le gouvernement français d'espionnage."},
    };
    for (size_t i = 0; i < sizeof articles / sizeof *articles; i++)
        expect_claims(articles[i][0], articles[i][1], "china>france");
}

/* ---- where the words stand ---- */

static void expect_words(const char *text, jaccuse_span span, const char *words)
{
    assert_int_equal(span.end - span.begin, strlen(words));
    assert_memory_equal(text + span.begin, words, strlen(words));
}

static void mentions_cut_their_words_out(void **state)
{
    (void)state;
    static const char text[] = "À Paris, l'été, la Chine — « Pékin » — accuse l'Élysée et Alibaba "
                               "d'espionnage. Alibaba dément.";
    jaccuse_record *record = record_of("fr", text);
    const jaccuse_actor *alibaba = actor_in(record, "alibaba");
    assert_non_null(alibaba);
    assert_int_equal(alibaba->mention_count, 2);
    for (size_t i = 0; i < 2; i++)
        expect_words(text, alibaba->mentions[i], "Alibaba");
    const jaccuse_actor *elysee = actor_in(record, "elysee");
    assert_non_null(elysee);
    expect_words(text, elysee->mentions[0], "Élysée");
    const jaccuse_actor *china = actor_in(record, "china");
    assert_non_null(china);
    assert_int_equal(china->mention_count, 2);
    expect_words(text, china->mentions[0], "Chine");
    expect_words(text, china->mentions[1], "Pékin");
    jaccuse_record_free(record);
}

static void cue_charge_and_evidence(void **state)
{
    (void)state;
    static const char text[] =
        "It is late. “Été” — France accused Huawei of spying. Huawei denies.";
    jaccuse_record *record = expect("en", text, "france>huawei !huawei");
    const jaccuse_claim *accusation = &record->claims[0], *denial = &record->claims[1];
    expect_words(text, accusation->cue, "accused");
    assert_string_equal(accusation->charge, "spying");
    expect_words(text, accusation->charge_at, "spying");
    expect_words(text, accusation->evidence_at, accusation->evidence);
    expect_words(text, denial->cue, "denies");
    assert_string_equal(denial->evidence, "Huawei denies.");
    expect_words(text, denial->evidence_at, "Huawei denies.");
    assert_int_equal(denial->answers.count, 1);
    assert_int_equal(denial->answers.at[0], 0);
    jaccuse_record_free(record);
}

static bool holds(jaccuse_span outer, jaccuse_span inner)
{
    return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

static void check_claim(const jaccuse_article *article, const jaccuse_record *record, size_t index)
{
    const jaccuse_claim *claim = &record->claims[index];
    jaccuse_span whole = {0, article->length};
    char id[32];
    snprintf(id, sizeof id, "c%zu", index + 1);
    assert_string_equal(claim->id, id);
    assert_non_null(claim->evidence);
    assert_true(holds(whole, claim->evidence_at));
    expect_words(article->text, claim->evidence_at, claim->evidence);
    assert_true(claim->cue.begin < claim->cue.end);
    assert_true(holds(claim->evidence_at, claim->cue));
    if (claim->charge) {
        assert_true(holds(whole, claim->charge_at));
        expect_words(article->text, claim->charge_at, claim->charge);
    }
    assert_true(claim->confidence > 0.0 && claim->confidence <= 1.0);
    assert_int_equal(claim->act == JACCUSE_ACCUSE, claim->against.count > 0);
    for (size_t i = 0; i < claim->answers.count; i++)
        assert_int_equal(record->claims[claim->answers.at[i]].act, JACCUSE_ACCUSE);
}

static void check_actor(const jaccuse_article *article, const jaccuse_record *record, size_t index)
{
    const jaccuse_actor *actor = &record->actors[index];
    assert_true(actor->id[0] && actor->name[0]);
    for (size_t i = 0; i < index; i++)
        assert_string_not_equal(record->actors[i].id, actor->id);
    for (size_t i = 0; i < actor->mention_count; i++) {
        jaccuse_span span = actor->mentions[i];
        assert_true(span.begin < span.end && span.end <= article->length);
        assert_true(i == 0 || actor->mentions[i - 1].begin <= span.begin);
        assert_true(((unsigned char)article->text[span.begin] & 0xC0) != 0x80);
    }
    size_t steps = 0;
    for (size_t of = actor->of; of != JACCUSE_NONE; of = record->actors[of].of)
        assert_true(++steps <= record->actor_count);
}

/* Everything that the record says of the article holds there. */
static void check_record(const jaccuse_article *article, const jaccuse_record *record)
{
    for (size_t i = 0; i < record->claim_count; i++)
        check_claim(article, record, i);
    for (size_t i = 0; i < record->actor_count; i++)
        check_actor(article, record, i);
    if (record->title)
        expect_words(article->text, article->title, record->title);
}

/* Calls take for every article of the corpus; returns how many there are. */
static size_t each_article(void (*take)(const jaccuse_article *article, void *context),
                           void *context)
{
    jaccuse_input *input;
    jaccuse_error error;
    if (jaccuse_input_open(&input, "corpus/articles", NULL, NULL, &error) != JACCUSE_OK)
        fail_msg("corpus/articles: %s", error.message);
    size_t count = 0;
    jaccuse_item item;
    while (jaccuse_input_next(input, &item, &error) == JACCUSE_OK) {
        assert_non_null(item.article);
        take(item.article, context);
        jaccuse_item_clear(&item);
        count++;
    }
    jaccuse_input_close(input);
    return count;
}

static void check_article(const jaccuse_article *article, void *context)
{
    size_t *claims = context;
    jaccuse_record *record;
    jaccuse_error error;
    if (jaccuse_extract(&record, article, NULL, &error) != JACCUSE_OK)
        fail_msg("%s: %s", article->path, error.message);
    check_record(article, record);
    *claims += record->claim_count;
    jaccuse_record_free(record);
}

static void offsets_in_the_corpus(void **state)
{
    (void)state;
    size_t claims = 0;
    assert_true(each_article(check_article, &claims) >= 20);
    assert_true(claims >= 40);
}

/* What is printed is read back and printed the same. */
static void check_round_trip(const jaccuse_article *article, void *context)
{
    (void)context;
    jaccuse_record *record, *again;
    jaccuse_error error;
    char *first, *second;
    size_t length;
    assert_int_equal(jaccuse_extract(&record, article, NULL, &error), JACCUSE_OK);
    assert_int_equal(jaccuse_record_print(&first, &length, record, &error), JACCUSE_OK);
    if (jaccuse_record_parse(&again, first, length, &error) != JACCUSE_OK)
        fail_msg("%s: %s", article->path, error.message);
    assert_int_equal(jaccuse_record_print(&second, &length, again, &error), JACCUSE_OK);
    assert_string_equal(second, first);
    free(first);
    free(second);
    jaccuse_record_free(record);
    jaccuse_record_free(again);
}

static void records_of_the_corpus_are_read_back(void **state)
{
    (void)state;
    assert_true(each_article(check_round_trip, NULL) >= 20);
}

/* ---- articles of other kinds ---- */

static void title_of_the_article(void **state)
{
    (void)state;
    static const char text[] =
        "Paris accuses Huawei of spying\n\nFrance accused Huawei of fraud on Monday.\n";
    jaccuse_article *article = article_of(text);
    jaccuse_record *record = record_of("en", text);
    assert_string_equal(record->title, "Paris accuses Huawei of spying");
    check_record(article, record);
    assert_true(record->claim_count >= 1);
    jaccuse_record_free(record);
    record = record_of("en", "France accused Huawei of fraud on Monday. It denies.");
    assert_null(record->title);
    jaccuse_record_free(record);
    jaccuse_article_free(article);
}

static jaccuse_status extract_text(const char *language, const char *text, jaccuse_error *error)
{
    jaccuse_article *article = article_of(text);
    jaccuse_extract_options options = {language};
    jaccuse_record *record;
    memset(error, 0, sizeof *error);
    jaccuse_status status = jaccuse_extract(&record, article, &options, error);
    assert_int_equal(status == JACCUSE_OK, record != NULL);
    if (record && language)
        assert_string_equal(record->language, language);
    jaccuse_record_free(record);
    jaccuse_article_free(article);
    return status;
}

static void languages(void **state)
{
    (void)state;
    static const char spanish[] =
        "El alcalde de la ciudad acusa a la empresa de haber pagado sobornos a los concejales del "
        "ayuntamiento, y la empresa lo niega todo. Los vecinos salieron a la calle para protestar "
        "contra los hechos que han conocido por la prensa.";
    jaccuse_error error;
    assert_int_equal(extract_text(NULL, spanish, &error), JACCUSE_SKIPPED);
    assert_int_equal(error.code, JACCUSE_SKIPPED);
    assert_int_equal(extract_text("fr", spanish, &error), JACCUSE_OK); /* forced */
    assert_int_equal(extract_text("en", spanish, &error), JACCUSE_OK);
    assert_int_equal(extract_text("es", spanish, &error), JACCUSE_ERROR_ARGUMENT);
    assert_int_equal(extract_text("", spanish, &error), JACCUSE_ERROR_ARGUMENT);
}

/* Forcing changes the reading: the same words in the other language say nothing. */
static void forced_language(void **state)
{
    (void)state;
    static const char text[] = "La France accuse Huawei d'espionnage. Huawei dément.";
    expect_claims("fr", text, "france>huawei !huawei");
    jaccuse_record *record = record_of("en", text);
    assert_string_equal(record->language, "en");
    for (size_t i = 0; i < record->claim_count; i++)
        assert_int_not_equal(record->claims[i].act, JACCUSE_DENY);
    jaccuse_record_free(record);
}

/* Articles without words: in no language, and with nothing in them where one is forced. */
static void empty_texts(void **state)
{
    (void)state;
    static const char *const texts[] = {"", " ", "\n\n", "...", "?"};
    static const char *const forced[] = {NULL, "en", "fr"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        jaccuse_article article = {.id = "empty", .text = texts[i], .length = strlen(texts[i])};
        for (size_t k = 0; k < 3; k++) {
            jaccuse_extract_options options = {forced[k]};
            jaccuse_record *record;
            jaccuse_error error;
            jaccuse_status status = jaccuse_extract(&record, &article, &options, &error);
            assert_int_equal(status, forced[k] ? JACCUSE_OK : JACCUSE_SKIPPED);
            if (record)
                assert_int_equal(record->claim_count + record->actor_count, 0);
            jaccuse_record_free(record);
        }
    }
    jaccuse_article *article;
    jaccuse_error error;
    assert_int_equal(jaccuse_article_from_text(&article, "empty", " ", 1, &error),
                     JACCUSE_ERROR_FORMAT);
}

static void too_long_a_text(void **state)
{
    (void)state;
    char *text = malloc(JA_MAX_TEXT + 2);
    assert_non_null(text);
    memset(text, 'a', JA_MAX_TEXT + 1);
    for (size_t i = 7; i < JA_MAX_TEXT; i += 8)
        text[i] = i % 80 == 7 ? '\n' : ' ';
    jaccuse_article article = {.id = "long", .path = "long.txt", .text = text};
    jaccuse_extract_options options = {"en"};
    jaccuse_record *record;
    jaccuse_error error = {0};
    article.length = JA_MAX_TEXT + 1;
    assert_int_equal(jaccuse_extract(&record, &article, &options, &error), JACCUSE_ERROR_LIMIT);
    assert_string_equal(error.path, "long.txt");
    assert_null(record);
    article.length = JA_MAX_TEXT;
    assert_int_equal(jaccuse_extract(&record, &article, &options, &error), JACCUSE_OK);
    assert_int_equal(record->claim_count, 0);
    jaccuse_record_free(record);
    free(text);
}

/* The particulars of the article are those of the record, also where it dies first. */
static void particulars_are_copied(void **state)
{
    (void)state;
    char text[] = "France accused Huawei of spying. Huawei denies.";
    char id[] = "id-1", path[] = "a.txt", outlet[] = "Le Monde", date[] = "2024-01-31";
    jaccuse_article article = {.id = id,
                               .path = path,
                               .outlet = outlet,
                               .date = date,
                               .url = "https://example.org/",
                               .text = text,
                               .length = strlen(text)};
    jaccuse_record *record;
    jaccuse_error error;
    jaccuse_extract_options options = {"en"};
    assert_int_equal(jaccuse_extract(&record, &article, &options, &error), JACCUSE_OK);
    memset(text, 'x', sizeof text - 1);
    memset(id, 'x', sizeof id - 1);
    memset(path, 'x', sizeof path - 1);
    memset(outlet, 'x', sizeof outlet - 1);
    memset(date, 'x', sizeof date - 1);
    assert_string_equal(record->article_id, "id-1");
    assert_string_equal(record->path, "a.txt");
    assert_string_equal(record->outlet, "Le Monde");
    assert_string_equal(record->date, "2024-01-31");
    assert_string_equal(record->url, "https://example.org/");
    assert_string_equal(record->language, "en");
    assert_string_equal(record->claims[0].evidence, "France accused Huawei of spying.");
    assert_int_equal(strcspn(record->fingerprint, "."), 32);
    jaccuse_record_free(record);
}

/* ---- threads and memory ---- */

typedef struct corpus_lines {
    jaccuse_article *articles[64];
    size_t count;
} corpus_lines;

static void keep_article(const jaccuse_article *article, void *context)
{
    corpus_lines *lines = context;
    assert_true(lines->count < 64);
    jaccuse_error error;
    assert_int_equal(jaccuse_article_from_text(&lines->articles[lines->count++], article->id,
                                               article->text, article->length, &error),
                     JACCUSE_OK);
}

/* All records of the corpus, line by line; NULL where one failed. To be freed. */
static void *extract_all(void *context)
{
    const corpus_lines *lines = context;
    ja_buffer out;
    ja_buffer_init(&out, JA_MAX_BUFFER);
    for (size_t i = 0; i < lines->count; i++) {
        jaccuse_record *record;
        jaccuse_error error;
        char *line;
        size_t length;
        if (jaccuse_extract(&record, lines->articles[i], NULL, &error) != JACCUSE_OK)
            continue;
        if (jaccuse_record_print(&line, &length, record, &error) == JACCUSE_OK) {
            ja_buffer_add(&out, line, length);
            free(line);
        }
        jaccuse_record_free(record);
    }
    return out.at;
}

/* The first thing that this program extracts, so that the tables are loaded by four at once. */
static void four_threads_at_once(void **state)
{
    (void)state;
    corpus_lines lines = {0};
    assert_true(each_article(keep_article, &lines) >= 20);
    pthread_t threads[4];
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, extract_all, &lines), 0);
    void *found[4];
    for (size_t i = 0; i < 4; i++)
        assert_int_equal(pthread_join(threads[i], &found[i]), 0);
    char *alone = extract_all(&lines);
    assert_non_null(alone);
    assert_true(strlen(alone) > 10000);
    for (size_t i = 0; i < 4; i++) {
        assert_non_null(found[i]);
        assert_string_equal(found[i], alone);
        free(found[i]);
    }
    free(alone);
    for (size_t i = 0; i < lines.count; i++)
        jaccuse_article_free(lines.articles[i]);
}

/* The tables are in memory already: what fails is the reading of this article. */
static void every_block_refused(void **state)
{
    (void)state;
    char text[20000] = "";
    for (size_t i = 0; strlen(text) + 200 < sizeof text; i++)
        snprintf(text + strlen(text), 200,
                 "France accused Huawei of spying on Monday %zu. Huawei denies the accusation.\n\n",
                 i);
    jaccuse_article *article = article_of(text);
    jaccuse_extract_options options = {"en"};
    jaccuse_status status = JACCUSE_ERROR_MEMORY;
    long refused = 1;
    for (; status != JACCUSE_OK && refused < 1000; refused++) {
        jaccuse_record *record;
        jaccuse_error error = {0};
        ja_arena_fail_after(refused);
        status = jaccuse_extract(&record, article, &options, &error);
        ja_arena_fail_after(0);
        if (status != JACCUSE_OK) {
            assert_int_equal(status, JACCUSE_ERROR_MEMORY);
            assert_int_equal(error.code, JACCUSE_ERROR_MEMORY);
            assert_null(record);
        }
        jaccuse_record_free(record);
    }
    assert_int_equal(status, JACCUSE_OK);
    assert_true(refused > 4);
    jaccuse_article_free(article);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(four_threads_at_once),
        cmocka_unit_test(surname_behind_the_full_name),
        cmocka_unit_test(surname_in_the_title),
        cmocka_unit_test(two_people_of_one_surname),
        cmocka_unit_test(acronym_in_brackets),
        cmocka_unit_test(the_firm_refers_back),
        cmocka_unit_test(pronouns),
        cmocka_unit_test(pronoun_of_nobody),
        cmocka_unit_test(spokesman_of_a_ministry),
        cmocka_unit_test(unnamed_spokesman),
        cmocka_unit_test(embassies_and_ministries),
        cmocka_unit_test(capital_and_government_are_the_state),
        cmocka_unit_test(ids_are_stable),
        cmocka_unit_test(mentions_cut_their_words_out),
        cmocka_unit_test(cue_charge_and_evidence),
        cmocka_unit_test(offsets_in_the_corpus),
        cmocka_unit_test(records_of_the_corpus_are_read_back),
        cmocka_unit_test(title_of_the_article),
        cmocka_unit_test(languages),
        cmocka_unit_test(forced_language),
        cmocka_unit_test(empty_texts),
        cmocka_unit_test(too_long_a_text),
        cmocka_unit_test(particulars_are_copied),
        cmocka_unit_test(every_block_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
