/* Merging by name: pairs of names from two articles that are one actor, and pairs that are not. */
#include "network/records.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/unicode.h"
#include "network/words.h"

#define P JACCUSE_PERSON
#define G JACCUSE_GOVERNMENT
#define C JACCUSE_COMPANY
#define M JACCUSE_MEDIA
#define O JACCUSE_ORGANISATION
#define B JACCUSE_GROUP
#define S JACCUSE_STATE

typedef struct told {
    const char *language, *name;
    jaccuse_kind kind;
    const char *of; /* an id, or NULL */
} told;

typedef struct pair {
    told a, b;
    jaccuse_reason reason; /* of those that are one */
} pair;

/* One article in which who is told accuses China; `alias` may be NULL. */
static void tell(jaccuse_network *network, const char *article_id, told teller,
                 const char *alias_name)
{
    ja_arena arena;
    ja_arena_init(&arena);
    test_article article;
    start(&article, article_id, teller.language, NULL);
    ja_slice id = ja_slug(&arena, ja_slice_of(teller.name));
    size_t who = actor(&article, id.at, teller.name);
    article.actors[who].kind = teller.kind;
    if (alias_name)
        alias(&article, who, alias_name);
    if (teller.of) {
        size_t of = actor(&article, teller.of, teller.of);
        article.actors[who].of = of;
    }
    accuse(&article, who, actor(&article, "china", "China"));
    add(network, &article);
    ja_arena_clear(&arena);
}

/* How many accuse. */
static size_t accusers(const jaccuse_network *network)
{
    size_t count = 0;
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++)
        count += jaccuse_network_node(network, i)->accusations_made > 0;
    return count;
}

static const jaccuse_naming *naming(const jaccuse_network *network, const char *name)
{
    for (size_t i = 0; i < jaccuse_network_node_count(network); i++) {
        const jaccuse_node *node = jaccuse_network_node(network, i);
        for (size_t n = 0; n < node->naming_count; n++)
            if (strcmp(node->namings[n].name, name) == 0)
                return &node->namings[n];
    }
    fail_msg("no name \"%s\"", name);
    return NULL;
}

/* Both orders must give the same. */
static void check_pair(const pair *names, size_t expected)
{
    for (int turn = 0; turn < 2; turn++) {
        jaccuse_network *network = network_with(NULL);
        tell(network, turn ? "2" : "1", turn ? names->b : names->a, NULL);
        tell(network, turn ? "1" : "2", turn ? names->a : names->b, NULL);
        finish(network);
        if (accusers(network) != expected)
            fail_msg("\"%s\" and \"%s\" are %zu, not %zu", names->a.name, names->b.name,
                     accusers(network), expected);
        jaccuse_reason a = naming(network, names->a.name)->reason;
        jaccuse_reason b = naming(network, names->b.name)->reason;
        if (expected == 1 && (a > b ? a : b) != names->reason)
            fail_msg("\"%s\" and \"%s\" are one by %s, not %s", names->a.name, names->b.name,
                     jaccuse_reason_name(a > b ? a : b), jaccuse_reason_name(names->reason));
        jaccuse_network_free(network);
    }
}

#define NAME     JACCUSE_BY_NAME
#define SPELLING JACCUSE_BY_SPELLING
#define BODY     JACCUSE_BY_BODY
#define MIDDLE   JACCUSE_BY_MIDDLE
#define INITIALS JACCUSE_BY_INITIALS
#define FORM     JACCUSE_BY_LEGAL_FORM

static const pair merged[] = {
    /* the same name, but for case, accents, hyphens, apostrophes */
    {{"en", "Kim Jong-un", P, NULL}, {"en", "Kim Jong Un", P, NULL}, NAME},
    {{"en", "Kim Jong-un", P, NULL}, {"fr", "Kim Jongun", P, NULL}, NAME},
    {{"fr", "Jean-Pierre Martin", P, NULL}, {"fr", "Jean Pierre Martin", P, NULL}, NAME},
    {{"fr", "François Bérard", P, NULL}, {"en", "Francois Berard", P, NULL}, NAME},
    {{"fr", "FRANÇOIS BÉRARD", P, NULL}, {"fr", "François Bérard", P, NULL}, NAME},
    {{"en", "Robert O'Brien", P, NULL}, {"fr", "Robert O’Brien", P, NULL}, NAME},
    {{"en", "Recep Tayyip Erdogan", P, NULL}, {"fr", "Recep Tayyip Erdoğan", P, NULL}, NAME},
    {{"en", "J.K. Rowling", P, NULL}, {"fr", "J. K. Rowling", P, NULL}, NAME},
    {{"en", "Abdel Fattah Burhan", P, NULL}, {"en", "Abdelfattah Burhan", P, NULL}, NAME},
    {{"en", "Anna Berg", P, "france"}, {"en", "Anna Berg", P, NULL}, NAME},
    {{"en", "Anna Berg", P, "france"}, {"fr", "Anna Berg", P, "france"}, NAME},
    {{"en", "Lundholme Line", C, NULL}, {"fr", "Lundholme Line", O, NULL}, NAME},
    {{"en", "Gullhaven Herald", M, NULL}, {"en", "Gullhaven Herald", C, NULL}, NAME},
    {{"fr", "Corbeaux gris", B, NULL}, {"fr", "Corbeaux Gris", O, NULL}, NAME},
    {{"en", "Brackwater & Sons", C, NULL}, {"en", "Brackwater and Sons", C, NULL}, NAME},
    {{"fr", "Électro-Vale", C, NULL}, {"en", "Electro Vale", C, NULL}, NAME},
    {{"en", "Wendlow County Council", G, NULL}, {"en", "Wendlow County Council", O, NULL}, NAME},
    {{"fr", "mairie de Pontarlac", G, NULL}, {"fr", "mairie de Pontarlac", G, NULL}, NAME},
    {{"fr", "ministère des Marais", G, "france"}, {"fr", "ministère des Marais", G, NULL}, NAME},
    {{"en", "sailors", B, "alibaba"}, {"en", "sailors", B, "alibaba"}, NAME},
    {{"en", "harbour ministry", G, "india"}, {"en", "Harbour ministry", G, "india"}, NAME},
    {{"en", "Brezland", S, NULL}, {"fr", "Brezland", S, NULL}, NAME},
    /* bodies of a state */
    {{"en", "foreign ministry", G, "india"},
     {"en", "Ministry of Foreign Affairs", G, "india"},
     BODY},
    {{"en", "Chinese ministry of defence", G, "china"},
     {"fr", "ministère de la Défense", G, "china"},
     BODY},
    {{"fr", "ministère des Affaires étrangères", G, "kenya"},
     {"en", "Kenyan Foreign Ministry", G, "kenya"},
     BODY},
    /* legal forms */
    {{"en", "Hooli", C, NULL}, {"en", "Hooli Inc.", C, NULL}, FORM},
    {{"en", "Hooli, Inc", C, NULL}, {"en", "Hooli Incorporated", C, NULL}, FORM},
    {{"fr", "Dupont Marine", C, NULL}, {"fr", "Dupont Marine SA", C, NULL}, FORM},
    {{"fr", "Dupont Marine S.A.", O, NULL}, {"fr", "Dupont Marine SA", C, NULL}, NAME},
    {{"en", "Acme Foods", C, NULL}, {"en", "Acme Foods Ltd", C, NULL}, FORM},
    {{"en", "Acme Foods Limited", C, NULL}, {"en", "Acme Foods Ltd.", C, NULL}, FORM},
    {{"en", "Zentrum Stahl GmbH", C, NULL}, {"fr", "Zentrum Stahl", C, NULL}, FORM},
    {{"en", "Zentrum Stahl AG", C, NULL}, {"fr", "Zentrum Stahl", O, NULL}, FORM},
    {{"en", "Marrow Gas plc", C, NULL}, {"en", "Marrow Gas", C, NULL}, FORM},
    {{"en", "Tarn Holdings LLC", C, NULL}, {"en", "Tarn Holdings", C, NULL}, FORM},
    {{"en", "Hengwei Optics Co., Ltd.", C, NULL}, {"fr", "Hengwei Optics", C, NULL}, FORM},
    {{"fr", "Solvérane SARL", C, NULL}, {"fr", "Solvérane", C, NULL}, FORM},
    /* spelling within a language and between two */
    {{"fr", "Volodymyr Zelensky", P, NULL}, {"en", "Volodymyr Zelenskyy", P, NULL}, SPELLING},
    {{"en", "Volodymyr Zelenskiy", P, NULL}, {"en", "Volodymyr Zelensky", P, NULL}, SPELLING},
    {{"en", "Volodymyr Zelenski", P, NULL}, {"en", "Volodymyr Zelenskyy", P, NULL}, SPELLING},
    {{"fr", "Vladimir Poutine", P, NULL}, {"en", "Vladimir Putin", P, NULL}, SPELLING},
    {{"fr", "Alexandre Loukachenko", P, NULL}, {"en", "Alexander Lukashenko", P, NULL}, SPELLING},
    {{"fr", "Sergueï Choïgou", P, NULL}, {"en", "Sergei Shoigu", P, NULL}, SPELLING},
    {{"fr", "Sergueï Lavrov", P, NULL}, {"en", "Sergey Lavrov", P, NULL}, SPELLING},
    {{"fr", "Evgueni Prigojine", P, NULL}, {"en", "Yevgeny Prigozhin", P, NULL}, SPELLING},
    {{"fr", "Dmitri Peskov", P, NULL}, {"en", "Dmitry Peskov", P, NULL}, SPELLING},
    {{"fr", "Nikita Khrouchtchev", P, NULL}, {"en", "Nikita Khrushchev", P, NULL}, SPELLING},
    {{"fr", "Mikhaïl Gorbatchev", P, NULL}, {"en", "Mikhail Gorbachev", P, NULL}, SPELLING},
    {{"fr", "Bachar al-Assad", P, NULL}, {"en", "Bashar al-Assad", P, NULL}, SPELLING},
    {{"en", "Bashar Assad", P, NULL}, {"en", "Bashar al-Assad", P, NULL}, SPELLING},
    {{"fr", "Mohammed ben Salmane", P, NULL}, {"en", "Mohammed bin Salman", P, NULL}, SPELLING},
    {{"fr", "Mouammar Kadhafi", P, NULL}, {"en", "Muammar Gaddafi", P, NULL}, SPELLING},
    {{"fr", "Benyamin Netanyahou", P, NULL}, {"en", "Benjamin Netanyahu", P, NULL}, SPELLING},
    {{"en", "Mohamed Bazoum", P, NULL}, {"en", "Mohammed Bazoum", P, NULL}, SPELLING},
    {{"fr", "Oussama ben Laden", P, NULL}, {"en", "Osama bin Laden", P, NULL}, SPELLING},
    {{"fr", "Iouri Ouchakov", P, NULL}, {"en", "Yuri Ushakov", P, NULL}, SPELLING},
    {{"fr", "Alexeï Navalny", P, NULL}, {"en", "Aleksei Navalny", P, NULL}, SPELLING},
    {{"en", "Ali Khamenei", P, NULL}, {"en", "Ali Hamenei", P, NULL}, SPELLING},
    {{"fr", "Abdel Fattah al-Sissi", P, NULL}, {"en", "Abdel Fattah el-Sisi", P, NULL}, SPELLING},
    {{"en", "Wladimir Klitchko", P, NULL}, {"en", "Vladimir Klitchko", P, NULL}, SPELLING},
    /* middle names, initials */
    {{"en", "John A. Smith", P, NULL}, {"en", "John Smith", P, NULL}, MIDDLE},
    {{"en", "John Albert Smith", P, NULL}, {"en", "John A. Smith", P, NULL}, MIDDLE},
    {{"en", "Hillary Rodham Clinton", P, NULL}, {"fr", "Hillary Clinton", P, NULL}, MIDDLE},
    {{"en", "Hardeep Singh Nijjar", P, NULL}, {"en", "Hardeep Nijjar", P, NULL}, MIDDLE},
    {{"en", "Robert F. Kennedy Jr.", P, NULL}, {"en", "Robert Kennedy Jr", P, NULL}, MIDDLE},
    {{"en", "J. Smith", P, NULL}, {"en", "John Smith", P, NULL}, INITIALS},
    {{"fr", "É. Dupond", P, NULL}, {"fr", "Étienne Dupond", P, NULL}, INITIALS},
    {{"fr", "J.-P. Martin", P, NULL}, {"fr", "Jean-Pierre Martin", P, NULL}, INITIALS},
    {{"fr", "R. Le Gac", P, NULL}, {"fr", "Ronan Le Gac", P, NULL}, INITIALS},
    {{"en", "J. A. Smith", P, NULL}, {"en", "John Albert Smith", P, NULL}, INITIALS},
    {{"en", "J. Smith", P, "alibaba"}, {"en", "John Smith", P, "alibaba"}, INITIALS},
};

static const pair kept[] = {
    /* two of one surname */
    {{"en", "John Smith", P, NULL}, {"en", "Jane Smith", P, NULL}, NAME},
    {{"en", "John Smith", P, NULL}, {"en", "Smith", P, NULL}, NAME},
    {{"fr", "Claude Guéant", P, NULL}, {"fr", "Guéant", P, NULL}, NAME},
    {{"en", "Coleman", P, NULL}, {"en", "Coleman", P, NULL}, NAME},
    {{"fr", "Martin", P, "france"}, {"fr", "Martin", P, "united-states"}, NAME},
    {{"fr", "Jean Martin", P, NULL}, {"fr", "Jean-Pierre Martin", P, NULL}, NAME},
    {{"fr", "Jean Martin", P, NULL}, {"fr", "Jean Pierre Martin", P, NULL}, NAME},
    {{"fr", "J. Martin", P, NULL}, {"fr", "Jean-Pierre Martin", P, NULL}, NAME},
    {{"fr", "Pierre Durand", P, NULL}, {"fr", "Paul Durand", P, NULL}, NAME},
    {{"fr", "Marine Morel", P, NULL}, {"fr", "Marion Morel", P, NULL}, NAME},
    {{"en", "Donald Trump", P, NULL}, {"en", "Donald Trump Jr.", P, NULL}, NAME},
    {{"en", "Robert Kennedy", P, NULL}, {"en", "Robert F. Kennedy Jr.", P, NULL}, NAME},
    {{"en", "John Paul II", P, NULL}, {"en", "John Paul", P, NULL}, NAME},
    {{"en", "Henry Ford II", P, NULL}, {"en", "Henry Ford III", P, NULL}, NAME},
    /* middle names that contradict */
    {{"en", "John A. Smith", P, NULL}, {"en", "John B. Smith", P, NULL}, NAME},
    {{"en", "John Albert Smith", P, NULL}, {"en", "John Adam Smith", P, NULL}, NAME},
    {{"en", "J. A. Smith", P, NULL}, {"en", "John B. Smith", P, NULL}, NAME},
    {{"en", "Kim Jong Un", P, NULL}, {"en", "Kim Jae Un", P, NULL}, NAME},
    {{"en", "Kim Jong Un", P, NULL}, {"en", "Kim Jong Il", P, NULL}, NAME},
    {{"en", "Kim Jong Un", P, NULL}, {"en", "Kim Un", P, NULL}, NAME},
    {{"en", "K. Smith", P, NULL}, {"en", "John Smith", P, NULL}, NAME},
    {{"en", "J. Smith", P, NULL}, {"en", "John Smyth-Jones", P, NULL}, NAME},
    /* names that one letter tells apart */
    {{"en", "Zhou Wei", P, NULL}, {"fr", "Zhu Wei", P, NULL}, NAME},
    {{"fr", "Zhou Wei", P, NULL}, {"en", "Zhu Wei", P, NULL}, NAME},
    {{"fr", "Chen Wei", P, NULL}, {"en", "Shen Wei", P, NULL}, NAME},
    {{"fr", "Li Dongcheng", P, NULL}, {"en", "Li Dongsheng", P, NULL}, NAME},
    {{"en", "Xu Jinnan", P, NULL}, {"en", "Xu Jinan", P, NULL}, NAME},
    {{"fr", "Luis Garcia", P, NULL}, {"fr", "Louis Garcia", P, NULL}, NAME},
    {{"fr", "Louis Garcia", P, NULL}, {"en", "Luis Garcia", P, NULL}, NAME},
    {{"en", "Mary Lane", P, NULL}, {"en", "Mari Lane", P, NULL}, NAME},
    {{"en", "Alan Price", P, NULL}, {"en", "Allan Price", P, NULL}, NAME},
    {{"fr", "Yann Le Gall", P, NULL}, {"fr", "Yann Gall", P, NULL}, NAME},
    {{"fr", "R. Gac", P, NULL}, {"fr", "Ronan Le Gac", P, NULL}, NAME},
    {{"en", "Ana Lopez", P, NULL}, {"en", "Anna Lopez", P, NULL}, NAME},
    {{"en", "Mark Lane", P, NULL}, {"en", "Mary Lane", P, NULL}, NAME},
    {{"en", "Eric Adams", P, NULL}, {"en", "Erin Adams", P, NULL}, NAME},
    {{"en", "John Martin", P, NULL}, {"en", "John Marten", P, NULL}, NAME},
    {{"en", "Paul Berger", P, NULL}, {"fr", "Paul Bergé", P, NULL}, NAME},
    {{"en", "Ali Hassan", P, NULL}, {"en", "Ali Hussein", P, NULL}, NAME},
    {{"en", "Al Iman", P, NULL}, {"en", "Ali Man", P, NULL}, NAME},
    {{"en", "Vladimir Putin", P, NULL}, {"en", "Viktor Putin", P, NULL}, NAME},
    {{"en", "Chin Min", P, NULL}, {"en", "Shin Min", P, NULL}, NAME},
    {{"fr", "Hu Jintao", P, NULL}, {"en", "Hou Jintao", P, NULL}, NAME},
    /* principals that contradict */
    {{"en", "John Smith", P, "united-states"}, {"en", "John Smith", P, "united-kingdom"}, NAME},
    {{"en", "John Smith", P, "alibaba"}, {"en", "John Smith", P, "huawei"}, NAME},
    {{"en", "J. Smith", P, "alibaba"}, {"en", "John Smith", P, "huawei"}, NAME},
    {{"en", "John A. Smith", P, "france"}, {"en", "John Smith", P, "russia"}, NAME},
    {{"fr", "Volodymyr Bondar", P, "ukraine"}, {"en", "Volodymyr Bondarr", P, "russia"}, NAME},
    {{"en", "harbour ministry", G, "india"}, {"en", "harbour ministry", G, "kenya"}, NAME},
    {{"en", "Electoral Commission", G, "india"}, {"en", "Electoral Commission", G, "kenya"}, NAME},
    {{"en", "Foreign Ministry", G, NULL}, {"en", "Foreign Ministry", G, NULL}, NAME},
    {{"en", "Foreign Ministry", G, "kenya"}, {"en", "Foreign Ministry", G, "india"}, NAME},
    {{"fr", "Ministère de la Défense", G, NULL}, {"fr", "Ministère de la Défense", G, NULL}, NAME},
    {{"en", "defence ministry", G, "kenya"}, {"en", "foreign ministry", G, "kenya"}, NAME},
    {{"fr", "conseil d’Ardeval", G, "france"}, {"fr", "conseil d’Ardeval", G, "russia"}, NAME},
    {{"en", "sailors", B, "alibaba"}, {"en", "sailors", B, "huawei"}, NAME},
    {{"fr", "salariés", B, "huawei"}, {"fr", "salariés", B, NULL}, NAME},
    /* descriptions of nobody's */
    {{"en", "company", C, NULL}, {"en", "company", C, NULL}, NAME},
    {{"en", "council", G, NULL}, {"en", "council", G, NULL}, NAME},
    {{"fr", "procureurs", B, NULL}, {"fr", "procureurs", B, NULL}, NAME},
    {{"fr", "ministère des affaires", G, NULL}, {"fr", "ministère des affaires", G, NULL}, NAME},
    {{"en", "American group", C, NULL}, {"en", "American group", C, NULL}, NAME},
    {{"en", "foreign ministry", G, NULL}, {"en", "foreign ministry", G, "india"}, NAME},
    {{"en", "mayor", P, NULL}, {"en", "mayor", P, NULL}, NAME},
    /* kinds */
    {{"en", "Calvin Klein", P, NULL}, {"en", "Calvin Klein", C, NULL}, NAME},
    {{"en", "Paul Vasseline", P, NULL}, {"fr", "Paul Vasseline", O, NULL}, NAME},
    {{"en", "Brezland", S, NULL}, {"en", "Brezland", C, NULL}, NAME},
    {{"en", "Brezland", S, NULL}, {"en", "Brezland", G, NULL}, NAME},
    {{"en", "Harbour Board", G, NULL}, {"en", "Harbour Board", C, NULL}, NAME},
    {{"en", "Red Lions", B, NULL}, {"en", "Red Lions", C, NULL}, NAME},
    /* legal forms */
    {{"en", "Zentrum Stahl GmbH", C, NULL}, {"en", "Zentrum Stahl AG", C, NULL}, FORM},
    {{"fr", "Dupont SA", C, NULL}, {"fr", "Dupont SARL", C, NULL}, FORM},
    {{"en", "Acme Foods Ltd", C, NULL}, {"en", "Acme Tools Ltd", C, NULL}, FORM},
    {{"en", "Acme Foods", C, NULL}, {"en", "Acme", C, NULL}, FORM},
    {{"en", "Hooli Inc.", C, NULL}, {"en", "Hooli", P, NULL}, FORM},
    {{"en", "Hooli Inc.", C, NULL}, {"en", "Hooli", B, NULL}, FORM},
};

enum { ONE_COUNT = sizeof merged / sizeof *merged, TWO_COUNT = sizeof kept / sizeof *kept };

static void merges(void **state)
{
    (void)state;
    assert_in_range(ONE_COUNT, 60, 1000);
    for (size_t i = 0; i < ONE_COUNT; i++)
        check_pair(&merged[i], 1);
}

static void keeps_apart(void **state)
{
    (void)state;
    assert_in_range(TWO_COUNT, 60, 1000);
    for (size_t i = 0; i < TWO_COUNT; i++)
        check_pair(&kept[i], 2);
}

/* A crowd of one accuser an article, told by names alone. */
static jaccuse_network *crowd(const told *all, size_t count)
{
    jaccuse_network *network = network_with(NULL);
    for (size_t i = 0; i < count; i++) {
        char id[24];
        snprintf(id, sizeof id, "%zu", i);
        tell(network, id, all[i], NULL);
    }
    finish(network);
    return network;
}

static bool nearly(const jaccuse_network *network, const char *a, const char *b,
                   jaccuse_doubt doubt)
{
    size_t count;
    const jaccuse_near_miss *near = jaccuse_network_near_misses(network, &count);
    for (size_t i = 0; i < count; i++)
        if (near[i].doubt == doubt &&
            ((strcmp(near[i].name_a, a) == 0 && strcmp(near[i].name_b, b) == 0) ||
             (strcmp(near[i].name_a, b) == 0 && strcmp(near[i].name_b, a) == 0)))
            return true;
    return false;
}

static void initials_of_several(void **state)
{
    (void)state;
    jaccuse_network *network = crowd((told[]){{"en", "John Smith", P, NULL},
                                              {"en", "Jane Smith", P, NULL},
                                              {"en", "J. Smith", P, NULL},
                                              {"en", "J. Smith", P, NULL}},
                                     4);
    assert_int_equal(accusers(network), 4);
    assert_true(nearly(network, "J. Smith", "Jane Smith", JACCUSE_SEVERAL) ||
                nearly(network, "J. Smith", "John Smith", JACCUSE_SEVERAL));
    assert_false(nearly(network, "John Smith", "Jane Smith", JACCUSE_SEVERAL));
    jaccuse_network_free(network);
}

static void middle_of_several(void **state)
{
    (void)state;
    jaccuse_network *network = crowd((told[]){{"en", "John A. Smith", P, NULL},
                                              {"en", "John B. Smith", P, NULL},
                                              {"en", "John Smith", P, NULL}},
                                     3);
    assert_int_equal(accusers(network), 3);
    assert_true(nearly(network, "John A. Smith", "John B. Smith", JACCUSE_OTHER_MIDDLE));
    jaccuse_network_free(network);
}

static void forms_of_several(void **state)
{
    (void)state;
    jaccuse_network *network = crowd((told[]){{"en", "Acme Foods Ltd", C, NULL},
                                              {"en", "Acme Foods SA", C, NULL},
                                              {"en", "Acme Foods", C, NULL}},
                                     3);
    assert_int_equal(accusers(network), 3);
    assert_true(nearly(network, "Acme Foods Ltd", "Acme Foods SA", JACCUSE_OTHER_LEGAL_FORM));
    jaccuse_network_free(network);
}

static void principals_of_several(void **state)
{
    (void)state;
    jaccuse_network *network = crowd((told[]){{"en", "Anna Berg", P, "france"},
                                              {"en", "Anna Berg", P, "russia"},
                                              {"en", "Anna Berg", P, NULL},
                                              {"fr", "Anna Berg", P, "france"}},
                                     4);
    assert_int_equal(accusers(network), 3);
    assert_true(nearly(network, "Anna Berg", "Anna Berg", JACCUSE_OTHER_PRINCIPAL));
    assert_int_equal(node(network, "anna-berg")->accusations_made, 2);
    assert_int_equal(node(network, "anna-berg-2")->accusations_made, 1);
    assert_int_equal(node(network, "anna-berg-3")->accusations_made, 1);
    assert_false(naming(network, "Anna Berg")->tells);
    jaccuse_network_free(network);
}

static void surname_is_told(void **state)
{
    (void)state;
    jaccuse_network *network =
        crowd((told[]){{"en", "Christian Coleman", P, NULL}, {"en", "Coleman", P, NULL}}, 2);
    assert_int_equal(accusers(network), 2);
    assert_true(nearly(network, "Coleman", "Christian Coleman", JACCUSE_SURNAME));
    jaccuse_network_free(network);
}

/* The gazetteer's actors take in who bears their name. */
static void known_firms(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    test_article article;
    start(&article, "1", "en", NULL);
    size_t huawei = actor(&article, "huawei", "Huawei");
    article.actors[huawei].kind = C;
    accuse(&article, huawei, actor(&article, "china", "China"));
    add(network, &article);
    tell(network, "2", (told){"en", "Huawei SA", C, NULL}, NULL);
    finish(network);
    assert_int_equal(node(network, "huawei")->accusations_made, 2);
    assert_true(node(network, "huawei")->known);
    assert_int_equal(naming(network, "Huawei SA")->reason, FORM);
    assert_int_equal(naming(network, "Huawei")->reason, JACCUSE_BY_GAZETTEER);
    jaccuse_network_free(network);
}

/* Under the name of the letterhead, which stands in no gazetteer. */
static void letterheads(void **state)
{
    (void)state;
    jaccuse_network *network = crowd((told[]){{"en", "Alibaba Group Holding Limited", C, NULL},
                                              {"en", "Huawei Technologies Co., Ltd.", C, NULL},
                                              {"fr", "Dupont SARL", C, NULL}},
                                     3);
    assert_int_equal(node(network, "alibaba")->accusations_made, 1);
    assert_int_equal(node(network, "huawei")->accusations_made, 1);
    assert_int_equal(node(network, "dupont-sarl")->accusations_made, 1);
    assert_int_equal(naming(network, "Alibaba Group Holding Limited")->reason, FORM);
    jaccuse_network_free(network);
}

/* An article in which both stand tells them apart, also for all others. */
static void one_article_tells_apart(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    test_article article;
    start(&article, "1", "en", NULL);
    size_t a = actor(&article, "mohamed-bazoum", "Mohamed Bazoum");
    size_t b = actor(&article, "mohammed-bazoum", "Mohammed Bazoum");
    article.actors[a].kind = article.actors[b].kind = P;
    accuse(&article, a, b);
    add(network, &article);
    tell(network, "2", (told){"en", "Mohamed Bazoum", P, NULL}, NULL);
    finish(network);
    assert_int_equal(node(network, "mohamed-bazoum")->accusations_made, 2);
    assert_int_equal(node(network, "mohammed-bazoum")->accusations_received, 1);
    assert_true(nearly(network, "Mohamed Bazoum", "Mohammed Bazoum", JACCUSE_ONE_ARTICLE));
    jaccuse_network_free(network);
}

/* Copies of a dispatch and versions of an article mean the same company. */
static void copies_and_versions(void **state)
{
    (void)state;
    static const char *const ids[] = {"a", "b", "b", "c"}, *const prints[] = {"1", "1", "2", "3"};
    jaccuse_network *network = network_with(NULL);
    for (size_t i = 0; i < 4; i++) {
        test_article article;
        start(&article, ids[i], "en", NULL);
        article.record.fingerprint = prints[i];
        size_t company = actor(&article, "company", "company");
        article.actors[company].kind = C;
        accuse(&article, company, actor(&article, "china", "China"));
        add(network, &article);
    }
    finish(network);
    assert_int_equal(accusers(network), 2);
    assert_non_null(node(network, "company-2"));
    jaccuse_network_free(network);
}

/* "The union" that quarrels with one company is one; "the union" of another quarrel is not, nor are
 * "critics" of a state. */
static void same_quarrel(void **state)
{
    (void)state;
    static const char *const opponents[][2] = {{"lundholme-line", "Lundholme Line"},
                                               {"lundholme-line", "Lundholme Line"},
                                               {"hooli", "Hooli"},
                                               {"china", "China"},
                                               {"china", "China"}};
    jaccuse_network *network = network_with(NULL);
    for (size_t i = 0; i < 5; i++) {
        char id[24];
        snprintf(id, sizeof id, "%zu", i);
        test_article article;
        start(&article, id, "en", NULL);
        size_t one_side = actor(&article, "union", "union");
        size_t other = actor(&article, opponents[i][0], opponents[i][1]);
        article.actors[one_side].kind = O;
        article.actors[other].kind = C;
        accuse(&article, one_side, other);
        add(network, &article);
    }
    finish(network);
    assert_int_equal(accusers(network), 4);
    assert_int_equal(node(network, "union")->accusations_made, 2);
    jaccuse_network_free(network);
}

/* "An official" is anybody, "the minister" of a state is one. */
static void indefinite(void **state)
{
    (void)state;
    static const char *const aliases[] = {"an official", "the official"};
    for (size_t i = 0; i < 2; i++) {
        jaccuse_network *network = network_with(NULL);
        tell(network, "1", (told){"en", "official", P, "france"}, aliases[i]);
        tell(network, "2", (told){"en", "official", P, "france"}, aliases[i]);
        finish(network);
        assert_int_equal(accusers(network), i == 0 ? 2 : 1);
        jaccuse_network_free(network);
    }
}

/* ---- the user decides ---- */

static jaccuse_network *with_table(const char *table, const told *all, size_t count)
{
    char path[] = "/tmp/jaccuse-same-XXXXXX";
    int descriptor = mkstemp(path);
    assert_true(descriptor >= 0);
    assert_int_equal(write(descriptor, table, strlen(table)), (ssize_t)strlen(table));
    close(descriptor);
    jaccuse_network_options options = JACCUSE_NETWORK_OPTIONS_INIT;
    options.aliases = path;
    jaccuse_network *network = network_with(&options);
    unlink(path);
    for (size_t i = 0; i < count; i++) {
        char id[24];
        snprintf(id, sizeof id, "%zu", i);
        tell(network, id, all[i], NULL);
    }
    finish(network);
    return network;
}

static const told smiths[] = {{"en", "John Smith", P, NULL},
                              {"en", "John Smith", P, NULL},
                              {"en", "J. Smith", P, NULL},
                              {"en", "Jana Novak", P, NULL}};

static void rows_undo_merges(void **state)
{
    (void)state;
    static const char *const tables[] = {"J. Smith\t!=\tjohn-smith\n", "j. smith\t!=\tJohn Smith\n",
                                         "John Smith\t!=\tJ. Smith\n"};
    for (size_t i = 0; i < 3; i++) {
        jaccuse_network *network = with_table(tables[i], smiths, 4);
        assert_int_equal(accusers(network), 3);
        assert_int_equal(naming(network, "John Smith")->articles, 2);
        assert_true(naming(network, "J. Smith")->tells);
        jaccuse_network_free(network);
    }
}

static void rows_move_one_name(void **state)
{
    (void)state;
    jaccuse_network *network = with_table("J. Smith\t=\tjana-novak\t# she signs so\n", smiths, 4);
    assert_int_equal(accusers(network), 2);
    assert_int_equal(node(network, "jana-novak")->accusations_made, 2);
    assert_int_equal(node(network, "john-smith")->accusations_made, 2);
    assert_int_equal(naming(network, "J. Smith")->reason, JACCUSE_BY_ALIAS);
    jaccuse_network_free(network);
    network = with_table("John Smith\t=\tjana-novak\n", smiths, 4);
    assert_int_equal(node(network, "jana-novak")->accusations_made, 4);
    jaccuse_network_free(network);
}

static void rows_merge_namesakes(void **state)
{
    (void)state;
    static const told two_of_one_name[] = {{"en", "Anna Berg", P, "france"},
                                           {"en", "Anna Berg", P, "russia"}};
    static const char *const tables[] = {"anna-berg-2\t=\tanna-berg\n",
                                         "Anna Berg\t=\tanna-berg\n"};
    for (size_t i = 0; i < 2; i++) {
        jaccuse_network *network = with_table(tables[i], two_of_one_name, 2);
        assert_int_equal(node(network, "anna-berg")->accusations_made, 2);
        assert_int_equal(accusers(network), 1);
        jaccuse_network_free(network);
    }
}

static void rows_are_told(void **state)
{
    (void)state;
    jaccuse_network *network = with_table("J. Smith\tof\t-\n", smiths, 4);
    const char *name, *relation, *target;
    assert_true(jaccuse_network_alias(network, 0, &name, &relation, &target));
    assert_string_equal(name, "J. Smith");
    assert_string_equal(relation, "of");
    assert_string_equal(target, "-");
    assert_false(jaccuse_network_alias(network, 1, &name, &relation, &target));
    jaccuse_network_free(network);
}

/* ---- hostile names ---- */

/* Names that are nothing but marks, of every kind. */
static void add_odd_names(jaccuse_network *network)
{
    static const char *const odd[] = {"",    " ",        "-",     "'",
                                      "...", "J.",       "J. J.", ". Smith",
                                      "#",   "\xFF\xFE", "Jr.",   "Jr. Jr.",
                                      "Ltd", "Ltd Ltd",  "S.A.",  "a b c d e f g h i j k l m n o"};
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        for (int kind = 0; kind < JACCUSE_KIND_COUNT; kind++) {
            char id[40];
            snprintf(id, sizeof id, "o%zu-%d", i, kind);
            tell(network, id, (told){"en", odd[i], (jaccuse_kind)kind, NULL}, odd[i]);
        }
}

/* Thousands of names of one key cost what others cost. */
static void hostile_names(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    add_odd_names(network);
    for (size_t i = 0; i < 5000; i++) {
        char id[24], name[24];
        snprintf(id, sizeof id, "%zu", i);
        snprintf(name, sizeof name, "J%c%c%c Smith", (int)('a' + i % 26), (int)('a' + i / 26 % 26),
                 (int)('a' + i / 676));
        tell(network, id, (told){"en", i % 2 ? name : "J. Smith", P, NULL}, NULL);
    }
    finish(network);
    assert_true(accusers(network) > 4500);
    jaccuse_network_free(network);
}

/* Composed by the extractor: one body under one id, in two languages. */
static void composed_ids(void **state)
{
    (void)state;
    static const char *const names[] = {"Chinese embassy", "ambassade chinoise"};
    jaccuse_network *network = network_with(NULL);
    for (size_t i = 0; i < 2; i++) {
        test_article article;
        start(&article, names[i], i ? "fr" : "en", NULL);
        size_t embassy = actor(&article, "china-embassy", names[i]);
        article.actors[embassy].kind = G;
        article.actors[embassy].of = actor(&article, "china", "China");
        accuse(&article, embassy, actor(&article, "france", "France"));
        add(network, &article);
    }
    finish(network);
    assert_int_equal(node(network, "china-embassy")->accusations_made, 2);
    assert_int_equal(naming(network, names[0])->reason, JACCUSE_BY_GAZETTEER);
    assert_true(node(network, "china-embassy")->known);
    jaccuse_network_free(network);
}

static void tables_are_sound(void **state)
{
    (void)state;
    ja_arena arena;
    ja_arena_init(&arena);
    const char *fault = ja_words_check(&arena);
    if (fault)
        fail_msg("%s", fault);
    for (int i = 0; i < JACCUSE_REASON_COUNT; i++)
        assert_non_null(jaccuse_reason_name((jaccuse_reason)i));
    for (int i = 0; i < JACCUSE_DOUBT_COUNT; i++)
        assert_non_null(jaccuse_doubt_name((jaccuse_doubt)i));
    assert_null(jaccuse_reason_name(JACCUSE_REASON_COUNT));
    assert_null(jaccuse_doubt_name(JACCUSE_DOUBT_COUNT));
    ja_arena_clear(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(merges),
        cmocka_unit_test(keeps_apart),
        cmocka_unit_test(initials_of_several),
        cmocka_unit_test(middle_of_several),
        cmocka_unit_test(forms_of_several),
        cmocka_unit_test(principals_of_several),
        cmocka_unit_test(surname_is_told),
        cmocka_unit_test(known_firms),
        cmocka_unit_test(letterheads),
        cmocka_unit_test(one_article_tells_apart),
        cmocka_unit_test(copies_and_versions),
        cmocka_unit_test(same_quarrel),
        cmocka_unit_test(indefinite),
        cmocka_unit_test(rows_undo_merges),
        cmocka_unit_test(rows_move_one_name),
        cmocka_unit_test(rows_merge_namesakes),
        cmocka_unit_test(rows_are_told),
        cmocka_unit_test(composed_ids),
        cmocka_unit_test(hostile_names),
        cmocka_unit_test(tables_are_sound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
