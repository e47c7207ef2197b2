/* Copies of one dispatch are one story, and what only resembles it is not. */
#include "network/records.h"

#include <stdlib.h>

#include "base/fingerprint.h"
#include "network/dispatches.h"
#include "network/network.h"
#include "network/shelf.h"

/* ---- a collection of articles whose stories are known ---- */

typedef struct test_collection {
    test_pool pool;
    jaccuse_network *network;
    size_t stories; /* begun so far */
    size_t *truth;  /* the story of each article, by its id */
    size_t count, capacity;
} test_collection;

static test_collection open_collection(void)
{
    return (test_collection){.pool = open_pool(), .network = network_with(NULL)};
}

static const char *date_of(size_t day)
{
    return ja_format(&arena, "2024-%02zu-%02zu", 1 + day / 28 % 12, 1 + day % 28);
}

static const char *print_of(const char *text)
{
    return ja_fingerprint(&arena, ja_slice_of(text), 0);
}

/* One accusation and a fingerprint. */
static void add_print(jaccuse_network *network, const char *id, const char *print, const char *date,
                      const char *outlet)
{
    test_article article;
    start(&article, id, "en", date);
    article.record.outlet = outlet;
    article.record.fingerprint = print;
    accuse(&article, actor(&article, "a", "A"), actor(&article, "b", "B"));
    add(network, &article);
}

/* Prints the text under a title of its own as an article of the story begun last. */
static void publish(test_collection *all, const test_text *text, const char *date, size_t outlet)
{
    const char *title = any_sentence(&all->pool, text->language);
    const char *page = print_text(text, title, outlet);
    const char *print = ja_fingerprint(&arena, ja_slice_of(page), strlen(title));
    add_print(all->network, ja_format(&arena, "%zu", all->count), print, date,
              outlets[outlet].name);
    JA_PUSH(&arena, all->truth, all->count, all->capacity, all->stories - 1);
}

/* A dispatch and what papers make of it; now and then nobody has printed it whole. */
static void spread(test_collection *all, const test_text *dispatch, size_t day)
{
    size_t copies = dice(9), outlet = dice(OUTLETS);
    all->stories++;
    if (copies == 0 || percent(80))
        publish(all, dispatch, date_of(day), outlet++ % OUTLETS);
    for (size_t i = 0; i < copies; i++) {
        test_text copy = rework(&all->pool, dispatch);
        const char *date = percent(15) ? NULL : date_of(day + dice(4));
        publish(all, &copy, date, outlet++ % OUTLETS);
    }
}

static test_text new_text(test_collection *all, size_t language, size_t words)
{
    test_text text = {.language = language};
    append(&text, &all->pool, words);
    return text;
}

/* Three dispatches on an affair, of which each tells again in a paragraph how it began; one that
 * comes back to it with two paragraphs of the first; and a short one on something else. */
static void tell_affair(test_collection *all, size_t language, size_t day)
{
    test_text background = new_text(all, language, 45), first = background;
    for (size_t i = 0; i < 3; i++) {
        test_text text = new_text(all, language, 120 + dice(200));
        borrow(&text, &background, 0, 45);
        if (i == 0)
            first = text;
        spread(all, &text, day + i);
    }
    test_text later = new_text(all, language, 120 + dice(100));
    borrow(&later, &first, 1, 35);
    borrow(&later, &first, 5, 35);
    spread(all, &later, day + 4);
    test_text other = new_text(all, language, 70 + dice(50));
    spread(all, &other, day);
}

/* ---- how well they are found ---- */

typedef struct test_figures {
    size_t found, right, all; /* pairs of articles of one story */
} test_figures;

static test_figures measure(const test_collection *all)
{
    test_figures figures = {0, 0, 0};
    for (size_t i = 0; i < all->count; i++) {
        const ja_article *a = all->network->articles[i];
        for (size_t k = 0; k < i; k++) {
            const ja_article *b = all->network->articles[k];
            bool one = all->truth[atoi(a->id)] == all->truth[atoi(b->id)];
            figures.all += one;
            figures.found += a->story == b->story;
            figures.right += one && a->story == b->story;
        }
    }
    return figures;
}

static void expect(const test_collection *all, const char *what, double recall, double precision)
{
    test_figures figures = measure(all);
    double found = (double)figures.right / (double)figures.all;
    double right = (double)figures.right / (double)figures.found;
    print_message("%s: %zu articles of %zu dispatches, %zu pairs: recall %.4f, precision %.4f\n",
                  what, all->count, all->stories, figures.all, found, right);
    assert_true(found >= recall);
    assert_true(right >= precision);
}

static void copies_of_many_kinds(void **state)
{
    (void)state;
    test_collection all = open_collection();
    for (size_t i = 0; i < 56; i++)
        tell_affair(&all, i % 2, dice(300));
    finish(all.network);
    assert_true(all.stories >= 100);
    expect(&all, "all kinds", 0.95, 0.99);
    assert_int_equal(jaccuse_network_article_count(all.network), all.count);
    jaccuse_network_free(all.network);
}

typedef void test_change(test_collection *all, test_text *text);

static void cut_to_90(test_collection *all, test_text *text)
{
    (void)all;
    cut(text, 90, true);
}

static void cut_to_60(test_collection *all, test_text *text)
{
    (void)all;
    cut(text, 60, true);
}

static void cut_to_40(test_collection *all, test_text *text)
{
    (void)all;
    cut(text, 40, true);
}

static void cut_to_a_third(test_collection *all, test_text *text)
{
    (void)all;
    cut(text, 33, true);
}

static void thin_out_to_60(test_collection *all, test_text *text)
{
    (void)all;
    cut(text, 60, false);
}

static void thin_out_to_40(test_collection *all, test_text *text)
{
    (void)all;
    cut(text, 40, false);
}

static void replace_3_percent(test_collection *all, test_text *text)
{
    edit_words(&all->pool, text, 30);
}

static void replace_6_percent(test_collection *all, test_text *text)
{
    edit_words(&all->pool, text, 60);
}

static void add_three_sentences(test_collection *all, test_text *text)
{
    for (size_t i = 0; i < 3; i++)
        insert(text, dice(text->count + 1), any_sentence(&all->pool, text->language));
}

static void reorder(test_collection *all, test_text *text)
{
    (void)all;
    for (size_t i = 0; i < 4; i++)
        swap_neighbours(text);
}

static void set_anew(test_collection *all, test_text *text)
{
    (void)all;
    set_text(text, 15);
}

/* Forty dispatches in full and changed in one way; they come in twos with a paragraph in common. */
static void expect_change(test_change *change, const char *name, double recall)
{
    test_collection all = open_collection();
    for (size_t i = 0; i < 40; i += 2) {
        test_text background = new_text(&all, i / 2 % 2, 45);
        for (size_t k = 0; k < 2; k++) {
            test_text whole = new_text(&all, background.language, 150 + dice(250));
            borrow(&whole, &background, 0, 45);
            test_text copy = whole;
            change(&all, &copy);
            all.stories++;
            publish(&all, &whole, "2024-01-01", dice(5));
            publish(&all, &copy, NULL, 5 + dice(5));
        }
    }
    finish(all.network);
    expect(&all, name, recall, 0.99);
    jaccuse_network_free(all.network);
}

static void each_change_alone(void **state)
{
    (void)state;
    expect_change(cut_to_90, "cut to 90 %", 0.95);
    expect_change(cut_to_60, "cut to 60 %", 0.95);
    expect_change(cut_to_40, "cut to 40 %", 0.95);
    expect_change(cut_to_a_third, "cut to a third", 0.95);
    expect_change(thin_out_to_60, "thinned out to 60 %", 0.95);
    expect_change(thin_out_to_40, "thinned out to 40 %", 0.95);
    expect_change(replace_3_percent, "3 % of words replaced", 0.95);
    expect_change(replace_6_percent, "6 % of words replaced", 0.95);
    expect_change(add_three_sentences, "three sentences added", 0.95);
    expect_change(reorder, "sentences reordered", 0.95);
    expect_change(set_anew, "other marks and no accents", 0.95);
}

/* ---- what is no copy ---- */

/* Every article is told apart: no two of the same story. */
static void expect_apart(const test_collection *all)
{
    finish(all->network);
    assert_int_equal(jaccuse_network_story_count(all->network), all->count);
    jaccuse_network_free(all->network);
}

/* One paper's line is half of its short articles. */
static void lines_of_one_paper(void **state)
{
    (void)state;
    test_collection all = open_collection();
    for (size_t i = 0; i < 60; i++) {
        test_text text = new_text(&all, i % 2, 30 + i);
        all.stories++;
        publish(&all, &text, "2024-01-01", 5);
    }
    expect_apart(&all);
}

/* The same where nobody says whose they are, among articles of all lengths. */
static void lines_of_a_paper_unnamed(void **state)
{
    (void)state;
    test_collection all = open_collection();
    test_text line = new_text(&all, 0, 60);
    for (size_t i = 0; i < 80; i++) {
        test_text text = new_text(&all, 0, 30 + 4 * i);
        borrow(&text, &line, 0, 60);
        all.stories++;
        publish(&all, &text, NULL, 9);
    }
    expect_apart(&all);
}

static void articles_that_come_back(void **state)
{
    (void)state;
    test_collection all = open_collection();
    for (size_t i = 0; i < 60; i++) {
        test_text first = new_text(&all, i % 2, 200), later = new_text(&all, i % 2, 170);
        borrow(&later, &first, 0, 35);
        borrow(&later, &first, 5, 35);
        all.stories += 2;
        publish(&all, &first, "2024-01-01", 9);
        publish(&all, &later, "2024-01-02", 9);
    }
    expect_apart(&all);
}

/* Three dispatches stand word for word in a review of the press, which joins one of them. */
static void digests(void **state)
{
    (void)state;
    test_collection all = open_collection();
    for (size_t i = 0; i < 20; i++) {
        test_text parts[3], digest = {.language = i % 2};
        for (size_t k = 0; k < 3; k++) {
            parts[k] = new_text(&all, i % 2, 120 + 20 * k);
            borrow(&digest, &parts[k], 0, 1000);
        }
        all.stories++;
        publish(&all, &digest, "2024-01-02", 9);
        for (size_t k = 0; k < 3; k++) {
            all.stories += k > 0;
            for (size_t copy = 0; copy < 3; copy++)
                publish(&all, &parts[k], "2024-01-01", 9);
        }
    }
    finish(all.network);
    assert_int_equal(jaccuse_network_story_count(all.network), 60);
    jaccuse_network_free(all.network);
}

static const ja_article *article_of(const jaccuse_network *network, const char *id)
{
    size_t i = 0;
    while (strcmp(network->articles[i]->id, id) != 0)
        i++;
    return network->articles[i];
}

static bool one_story(const jaccuse_network *network, const char *a, const char *b)
{
    return article_of(network, a)->story == article_of(network, b)->story;
}

/* Each text has two thirds of the one before it: neighbours are copies, the ends have nothing in
 * common. */
static void chains(void **state)
{
    (void)state;
    test_collection all = open_collection();
    test_text whole = new_text(&all, 0, 900);
    for (size_t first = 0; first + 12 <= whole.count && first < 48; first += 4) {
        test_text link = {.count = 12};
        memcpy(link.sentences, whole.sentences + first, sizeof(const char *) * 12);
        all.stories++;
        publish(&all, &link, NULL, 9);
    }
    finish(all.network);
    assert_true(all.count >= 10);
    assert_true(jaccuse_network_story_count(all.network) >= all.count / 3);
    for (size_t i = 3; i < all.count; i++)
        assert_false(one_story(all.network, "0", ja_format(&arena, "%zu", i)));
    jaccuse_network_free(all.network);
}

/* ---- dates and outlets ---- */

/* Whether a text and its copy of that many percent are one story. */
static bool joins(size_t share, const char *date, const char *copy_date, size_t outlet,
                  size_t copy_outlet)
{
    test_collection all = open_collection();
    test_text whole = new_text(&all, 0, 160), copy = whole;
    cut(&copy, share, true);
    test_text own = new_text(&all, 0, 160 * (100 - share) / 100);
    borrow(&copy, &own, 0, 1000);
    all.stories++;
    publish(&all, &whole, date, outlet);
    publish(&all, &copy, copy_date, copy_outlet);
    finish(all.network);
    bool joined = jaccuse_network_story_count(all.network) == 1;
    jaccuse_network_free(all.network);
    return joined;
}

static void dates_that_speak_against(void **state)
{
    (void)state;
    assert_true(joins(68, "2024-02-27", "2024-03-05", 0, 3));
    assert_true(joins(68, "2024-03-01", "2024-02-23", 0, 3));
    assert_true(joins(68, "2023-12-30", "2024-01-02", 0, 3));
    assert_false(joins(68, "2024-02-27", "2024-03-06", 0, 3));
    assert_false(joins(68, "2023-02-27", "2024-02-27", 0, 3));
    assert_true(joins(95, "2023-02-27", "2024-02-27", 0, 3));
    assert_true(joins(68, "2023-02-27", NULL, 0, 3));
    assert_true(joins(68, NULL, NULL, 0, 3));
    assert_true(joins(68, "2023", "2024-02", 0, 3)); /* days are not known */
    assert_false(joins(30, NULL, NULL, 0, 3));
}

static void outlets_that_speak_against(void **state)
{
    (void)state;
    assert_false(joins(68, NULL, NULL, 3, 3));
    assert_true(joins(95, NULL, NULL, 3, 3));
    assert_true(joins(68, NULL, NULL, 9, 9)); /* none is named */
}

/* ---- fingerprints of other forms ---- */

static void other_forms_group_by_equality(void **state)
{
    (void)state;
    test_collection all = open_collection();
    test_text text = new_text(&all, 0, 200);
    const char *print = print_of(print_text(&text, NULL, 0));
    jaccuse_network *network = all.network;
    add_print(network, "new", print, NULL, NULL);
    add_print(network, "old", ja_copy(&arena, print, 32), "2001-01-01", NULL);
    add_print(network, "foreign-1", "simhash:1234", NULL, NULL);
    add_print(network, "foreign-2", "simhash:1234", "2024-01-01", NULL);
    add_print(network, "foreign-3", "simhash:12345", NULL, NULL);
    add_print(network, "next-version", ja_format(&arena, "%.32s.s2.%s", print, print + 36), NULL,
              NULL);
    add_print(network, "none-1", NULL, NULL, NULL);
    add_print(network, "none-2", NULL, NULL, NULL);
    cut(&text, 70, true);
    add_print(network, "cut", print_of(print_text(&text, NULL, 0)), NULL, NULL);
    finish(network);
    assert_true(one_story(network, "new", "old"));
    assert_true(one_story(network, "new", "cut"));
    assert_true(one_story(network, "foreign-1", "foreign-2"));
    assert_int_equal(jaccuse_network_story_count(network), 6);
    jaccuse_network_free(network);
}

/* A fingerprint with any total and values, sound or not. */
static const char *forged(const char *total, const char *values)
{
    static size_t number;
    return ja_format(&arena, "%032zx.s1.%s.%s", ++number, total, values);
}

static const char *repeated(const char *bytes, size_t times)
{
    ja_buffer out;
    ja_buffer_init(&out, (size_t)1 << 24);
    for (size_t i = 0; i < times; i++)
        ja_buffer_add_string(&out, bytes);
    const char *copy = ja_copy(&arena, out.at, out.length);
    ja_buffer_clear(&out);
    return copy;
}

static void hostile_fingerprints(void **state)
{
    (void)state;
    const char *good = print_of(repeated("one two three four five six seven eight nine ", 1));
    const char *prints[] = {
        good,
        forged("6", strrchr(good, '.') + 1),      /* as large as it says: a copy, but too short */
        forged("7", strrchr(good, '.') + 1),      /* not as large as it says */
        forged("99999999999999999999999999", ""), /* overflows */
        forged("-1", ""),                         /* no number */
        forged("", ""),                           /* no number either */
        forged("2", "AAAAAAAAAA"),                /* not ascending */
        forged("2", "AAAAABBB B"),                /* no digit */
        forged("1", "\xC3\xA9"
                    "AAA"),                        /* no digit in bytes */
        forged("1", "AAAAA.AAAAA"),                /* too much */
        forged("4000000", repeated("A", 1 << 22)), /* huge */
        forged("96", repeated("A", 480)),
        repeated("f", 1 << 20),
        ja_format(&arena, "%.32s.s1", good),
        ja_format(&arena, "%.32s.s1.", good),
        ".s1.",
        "g",
    };
    jaccuse_network *network = network_with(NULL);
    size_t count = sizeof prints / sizeof *prints;
    for (size_t i = 0; i < count; i++)
        add_print(network, ja_format(&arena, "%zu", i), prints[i], NULL, NULL);
    finish(network);
    assert_int_equal(jaccuse_network_story_count(network), count - 1); /* ".s1." is well formed */
    jaccuse_network_free(network);
}

/* ---- weights ---- */

/* Four articles of two stories. The first dispatch tells two accusations and is printed again with
 * the second of them alone, under another id, and answered; then cut. */
static void write_quarrel(test_article *article, size_t number)
{
    start(article, ja_format(&arena, "%zu", number), "en", date_of(number));
    size_t a = actor(article, "a", "A"), b = actor(article, "b", "B");
    if (number != 1)
        accuse(article, a, actor(article, "c", "C"));
    size_t accusation = accuse(article, a, b);
    if (number == 1)
        deny(article, b, accusation);
}

static jaccuse_network *quarrels(void)
{
    test_collection all = open_collection();
    test_text text = new_text(&all, 0, 300), other = new_text(&all, 0, 300);
    for (size_t i = 0; i < 4; i++) {
        test_article article;
        write_quarrel(&article, i);
        if (i == 2)
            cut(&text, 60, true);
        article.record.fingerprint = print_of(print_text(i < 3 ? &text : &other, NULL, i));
        add(all.network, &article);
    }
    finish(all.network);
    return all.network;
}

static void weights_count_stories(void **state)
{
    (void)state;
    jaccuse_network *network = quarrels();
    const jaccuse_edge *accuses = edge(network, "a", JACCUSE_ACCUSES, "b");
    assert_true(accuses->weight == 2);
    assert_int_equal(accuses->articles, 4);
    assert_int_equal(accuses->evidence_count, 4);
    assert_int_equal(accuses->answered, 1);
    assert_true(edge(network, "a", JACCUSE_ACCUSES, "c")->weight == 2);
    assert_int_equal(edge(network, "a", JACCUSE_ACCUSES, "c")->articles, 3);
    assert_int_equal(node(network, "a")->accusations_made, 4);
    assert_int_equal(node(network, "b")->accusations_received, 2);
    assert_int_equal(node(network, "b")->accusations_denied, 1);
    assert_int_equal(node(network, "b")->denials_made, 1);
    assert_int_equal(jaccuse_network_article_count(network), 4);
    assert_int_equal(jaccuse_network_story_count(network), 2);
    jaccuse_network_free(network);
}

/* What an article tells twice is told twice, in its copies too. */
static void claims_told_twice(void **state)
{
    (void)state;
    jaccuse_network *network = network_with(NULL);
    for (size_t i = 0; i < 3; i++) {
        test_article article;
        start(&article, i == 0 ? "x" : i == 1 ? "y" : "z", "en", NULL);
        article.record.fingerprint = "same";
        size_t a = actor(&article, "a", "A"), b = actor(&article, "b", "B");
        accuse(&article, a, b);
        if (i < 2)
            accuse(&article, a, b);
        add(network, &article);
    }
    finish(network);
    assert_int_equal(node(network, "a")->accusations_made, 2);
    assert_true(edge(network, "a", JACCUSE_ACCUSES, "b")->weight == 1);
    assert_int_equal(edge(network, "a", JACCUSE_ACCUSES, "b")->evidence_count, 5);
    jaccuse_network_free(network);
}

/* ---- cost ---- */

/* Words of its own, words of one dispatch in many, a line under all of them. */
static const char *long_text(size_t number, size_t kind)
{
    ja_buffer out;
    ja_buffer_init(&out, 1 << 16);
    for (size_t i = 0; i < 60; i++)
        ja_buffer_printf(&out, "w%zu ", kind == 0 && dice(30) ? i : 100 + dice(1000000));
    ja_buffer_printf(&out, "n%zu if you liked this article then do subscribe to our letter",
                     number);
    const char *copy = ja_copy(&arena, out.at, out.length);
    ja_buffer_clear(&out);
    return copy;
}

static size_t steps_for(size_t count)
{
    jaccuse_network *network = network_with(NULL);
    dice_state = 7;
    for (size_t i = 0; i < count; i++)
        add_print(network, ja_format(&arena, "%zu", i), print_of(long_text(i, i % 3)), NULL, NULL);
    finish(network);
    size_t steps = network->story_steps;
    assert_true(jaccuse_network_story_count(network) < count * 9 / 10);
    jaccuse_network_free(network);
    return steps;
}

static void cost_is_linear(void **state)
{
    (void)state;
    size_t steps = steps_for(10000), twice = steps_for(20000);
    print_message("10,000 articles: %zu steps; 20,000: %zu\n", steps, twice);
    assert_true(twice <= steps * 22 / 10);
    assert_true(twice <= (size_t)20000 * JA_SKETCH_SIZE * JA_MOST_FILED);
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(copies_of_many_kinds),
        WITH_ARENA(each_change_alone),
        WITH_ARENA(lines_of_one_paper),
        WITH_ARENA(lines_of_a_paper_unnamed),
        WITH_ARENA(articles_that_come_back),
        WITH_ARENA(digests),
        WITH_ARENA(chains),
        WITH_ARENA(dates_that_speak_against),
        WITH_ARENA(outlets_that_speak_against),
        WITH_ARENA(other_forms_group_by_equality),
        WITH_ARENA(hostile_fingerprints),
        WITH_ARENA(weights_count_stories),
        WITH_ARENA(claims_told_twice),
        WITH_ARENA(cost_is_linear),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
