/* The perceptron learns, and what it writes scores like it: against weights and averages that are
 * kept here in full. */
#include "tools/train/perceptron.h"

#include <math.h>
#include <stdlib.h>

#include "arena_fixture.h"
#include "language/tagger.h"
#include "tools/train/random.h"

enum { FEATURES = 600, CLASSES = 10, TAKEN = 8 };

/* A perceptron and, beside it, all of its weights and their sums over the examples. */
typedef struct pair {
    ja_perceptron *perceptron;
    unsigned features, classes;
    double weight[FEATURES][CLASSES], sum[FEATURES][CLASSES];
    unsigned examples;
} pair;

static pair *pair_new(unsigned features, unsigned classes, bool dense)
{
    pair *both = JA_NEW(&arena, pair);
    both->perceptron = ja_perceptron_new(classes, dense);
    both->features = features;
    both->classes = classes;
    return both;
}

/* Features told by numbers. */
static ja_features features_of(const unsigned *numbers, size_t count)
{
    ja_features features = {.count = 0};
    for (size_t i = 0; i < count; i++)
        ja_take(&features, 0, numbers[i]);
    return features;
}

static void add(pair *both, const unsigned *numbers, size_t count, unsigned class, float amount)
{
    ja_features features = features_of(numbers, count);
    ja_perceptron_add(both->perceptron, &features, class, amount);
    for (size_t i = 0; i < count; i++)
        both->weight[numbers[i]][class] += amount;
}

static void tick(pair *both)
{
    ja_perceptron_tick(both->perceptron);
    both->examples++;
    for (unsigned i = 0; i < both->features; i++)
        for (unsigned class = 0; class < both->classes; class ++)
            both->sum[i][class] += both->weight[i][class];
}

static double averaged(const pair *both, unsigned feature, unsigned class)
{
    return both->sum[feature][class] / both->examples;
}

/* Different numbers below `bound`. */
static void draw(ja_random *random, unsigned bound, unsigned *numbers, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        numbers[i] = ja_random_below(random, bound);
        for (size_t j = 0; j < i; j++)
            if (numbers[j] == numbers[i])
                i--;
    }
}

static void train_randomly(pair *both, ja_random *random, unsigned examples)
{
    unsigned numbers[TAKEN];
    size_t count = both->features < TAKEN ? both->features / 2 : TAKEN;
    for (unsigned i = 0; i < examples; i++) {
        draw(random, both->features, numbers, count);
        if (ja_random_below(random, 3)) {
            add(both, numbers, count, ja_random_below(random, both->classes), 1);
            add(both, numbers, count, ja_random_below(random, both->classes), -1);
        }
        tick(both);
    }
}

/* The written model, in the arena. */
static ja_slice written(const ja_perceptron *perceptron)
{
    ja_buffer out;
    ja_buffer_init(&out, (size_t)1 << 26);
    ja_perceptron_write(perceptron, &out);
    assert_false(out.failed);
    ja_slice bytes = {copy_aligned(out.at, out.length), out.length};
    ja_buffer_clear(&out);
    return bytes;
}

static ja_linear opened(const ja_perceptron *perceptron)
{
    ja_linear model;
    assert_true(ja_linear_open(&model, written(perceptron)));
    return model;
}

static void score_one(const ja_linear *model, unsigned feature, int32_t *scores)
{
    ja_features features = features_of(&feature, 1);
    ja_linear_score(model, &features, scores);
}

/* A dense model tells how much more each class has than the first. */
static double expected_weight(const pair *both, const ja_linear *model, unsigned feature,
                              unsigned class)
{
    return averaged(both, feature, class) - (model->dense ? averaged(both, feature, 0) : 0);
}

static bool is_lost(const ja_linear *model, unsigned feature)
{
    int32_t scores[JA_MAX_CLASSES];
    score_one(model, feature, scores);
    for (unsigned class = 0; class < model->class_count; class ++)
        if (scores[class])
            return false;
    return true;
}

/* Units of a weight; from the weights themselves: all that are written must be their averages times
 * one and the same scale, rounded to the nearest whole number. The tolerance is that of floats. */
static double expect_one_scale(const pair *both, const ja_linear *model)
{
    double low = 0, high = INFINITY;
    for (unsigned i = 0; i < both->features; i++) {
        int32_t scores[JA_MAX_CLASSES];
        score_one(model, i, scores);
        if (is_lost(model, i))
            continue;
        for (unsigned class = 0; class < both->classes; class ++) {
            double right = expected_weight(both, model, i, class);
            if (right < 0) {
                right = -right;
                scores[class] = -scores[class];
            }
            assert_true(scores[class] >= 0);
            if (right == 0)
                assert_int_equal(scores[class], 0);
            low = right > 0 ? fmax(low, (scores[class] - 0.501) / right) : low;
            high = right > 0 ? fmin(high, (scores[class] + 0.501) / right) : high;
        }
    }
    if (low > high)
        fail_msg("no scale: at least %f and at most %f", low, high);
    return (low + high) / 2;
}

static void test_scores_are_sums(void **state)
{
    (void)state;
    pair *both = pair_new(4, 3, false);
    float scores[3];
    add(both, (unsigned[]){0, 1}, 2, 2, 1);
    add(both, (unsigned[]){1, 2}, 2, 2, 1);
    add(both, (unsigned[]){1, 3}, 2, 0, -2);
    ja_features features = features_of((unsigned[]){0, 1, 3}, 3);
    ja_perceptron_score(both->perceptron, &features, scores);
    assert_true(scores[0] == -4 && scores[1] == 0 && scores[2] == 3);
    ja_perceptron_free(both->perceptron);
}

/* So many features and classes that every table has to grow. */
static void test_grows(void **state)
{
    (void)state;
    enum { MANY = 100000 };
    ja_perceptron *perceptron = ja_perceptron_new(JA_MAX_CLASSES, false);
    float scores[JA_MAX_CLASSES];
    ja_features features;
    for (unsigned i = 0; i < MANY; i++) {
        features = features_of(&i, 1);
        ja_perceptron_add(perceptron, &features, i % JA_MAX_CLASSES, (float)(i % 7 + 1));
    }
    features = features_of((unsigned[]){MANY}, 1);
    for (unsigned class = 0; class < JA_MAX_CLASSES; class ++)
        ja_perceptron_add(perceptron, &features, class, (float)class);
    ja_perceptron_score(perceptron, &features, scores);
    for (unsigned class = 0; class < JA_MAX_CLASSES; class ++)
        assert_true(scores[class] == (float)class);
    for (unsigned i = 0; i < MANY; i++) {
        features = features_of(&i, 1);
        ja_perceptron_score(perceptron, &features, scores);
        for (unsigned class = 0; class < JA_MAX_CLASSES; class ++)
            if (scores[class] != (class == i % JA_MAX_CLASSES ? (float)(i % 7 + 1) : 0))
                fail_msg("feature %u, class %u: %f", i, class, (double)scores[class]);
    }
    ja_perceptron_free(perceptron);
}

/* Each class has marks of its own, of which an example shows two, among marks that tell nothing. */
static ja_features toy_example(ja_random *random, unsigned class)
{
    unsigned numbers[6];
    draw(random, 4, numbers, 2);
    numbers[0] += class * 4;
    numbers[1] += class * 4;
    draw(random, 100, numbers + 2, 4);
    for (unsigned i = 2; i < 6; i++)
        numbers[i] += 1000;
    return features_of(numbers, 6);
}

static unsigned toy_mistakes(ja_perceptron *perceptron, ja_random *random, bool learn)
{
    unsigned mistakes = 0;
    for (unsigned i = 0; i < 500; i++) {
        unsigned right = ja_random_below(random, CLASSES), guess = 0;
        ja_features features = toy_example(random, right);
        float scores[CLASSES];
        ja_perceptron_score(perceptron, &features, scores);
        for (unsigned class = 1; class < CLASSES; class ++)
            if (scores[class] > scores[guess])
                guess = class;
        mistakes += guess != right;
        if (learn && guess != right) {
            ja_perceptron_add(perceptron, &features, right, 1);
            ja_perceptron_add(perceptron, &features, guess, -1);
        }
        ja_perceptron_tick(perceptron);
    }
    return mistakes;
}

static void expect_learns(bool dense)
{
    ja_perceptron *perceptron = ja_perceptron_new(CLASSES, dense);
    ja_random random = {5};
    assert_true(toy_mistakes(perceptron, &random, false) > 400); /* a guess is right in ten */
    for (int epoch = 0; epoch < 8; epoch++)
        toy_mistakes(perceptron, &random, true);
    assert_true(toy_mistakes(perceptron, &random, false) < 5);
    ja_linear model = opened(perceptron);
    unsigned mistakes = 0;
    for (unsigned i = 0; i < 500; i++) {
        int32_t scores[CLASSES];
        ja_features features = toy_example(&random, i % CLASSES);
        ja_linear_score(&model, &features, scores);
        mistakes += ja_best_class(scores, CLASSES) != i % CLASSES;
    }
    assert_true(mistakes < 5);
    ja_perceptron_free(perceptron);
}

static void test_learns(void **state)
{
    (void)state;
    expect_learns(false);
    expect_learns(true);
}

/* So few features that each finds its row: all weights are there, the largest near the end of the
 * range. */
static void expect_averages(bool dense)
{
    ja_random random = {dense ? 11u : 12u};
    for (int round = 0; round < 200; round++) {
        pair *both = pair_new(JA_BUCKET_ROWS, 2 + ja_random_below(&random, CLASSES - 1), dense);
        train_randomly(both, &random, 50);
        ja_linear model = opened(both->perceptron);
        assert_int_equal(model.class_count, both->classes);
        assert_int_equal(model.dense, dense);
        double scale = expect_one_scale(both, &model), largest = 0;
        for (unsigned i = 0; i < both->features; i++)
            for (unsigned class = 0; class < both->classes; class ++) {
                double weight = fabs(expected_weight(both, &model, i, class));
                largest = fmax(largest, weight);
                assert_true(weight * scale < 0.5 || !is_lost(&model, i));
            }
        assert_true(model.unit > 0); /* the other way round: weights from scores */
        if (largest > 1)
            assert_true(fabs(scale * (double)model.unit - 1) < 0.1);
        int most = dense ? JA_DENSE_WEIGHT : JA_MAX_WEIGHT;
        if (largest > 1) {
            assert_true(largest * scale > 0.9 * most);
            assert_true(largest * scale < most + 0.5);
        }
        ja_perceptron_free(both->perceptron);
    }
}

static void test_writes_averages(void **state)
{
    (void)state;
    expect_averages(false);
    expect_averages(true);
}

/* A feature has no row only where its bucket is full of rows no less weighty, and these are few. */
static unsigned expect_few_lost(const pair *both, const ja_linear *model, double scale)
{
    unsigned lost = 0;
    double importance[FEATURES] = {0};
    for (unsigned i = 0; i < both->features; i++)
        for (unsigned class = 0; class < both->classes; class ++)
            importance[i] =
                fmax(importance[i], fabs(expected_weight(both, model, i, class)) * scale);
    for (unsigned i = 0; i < both->features; i++) {
        if (!is_lost(model, i) || importance[i] < 0.51)
            continue;
        uint64_t hash = features_of(&i, 1).at[0];
        uint32_t bucket = ja_linear_bucket(hash, model->bucket_count);
        assert_int_not_equal(model->buckets[bucket].checks[JA_BUCKET_ROWS - 1], 0);
        for (unsigned j = 0; j < both->features; j++)
            if (ja_linear_bucket(features_of(&j, 1).at[0], model->bucket_count) == bucket &&
                !is_lost(model, j))
                assert_true(importance[j] > importance[i] - 0.01);
        lost++;
    }
    assert_true(lost * 10 < both->features);
    return lost;
}

/* Of TAKEN features each weight is half a unit off at most: a class that leads by more than twice
 * that stays the best. */
static void expect_same_choices(bool dense)
{
    ja_random random = {21};
    pair *both = pair_new(FEATURES, CLASSES, dense);
    train_randomly(both, &random, 5000);
    ja_linear model = opened(both->perceptron);
    double scale = expect_one_scale(both, &model);
    unsigned lost = expect_few_lost(both, &model, scale), same = 0, whole = 0;
    assert_true(lost > 0); /* else the full buckets have not been tried */
    for (int round = 0; round < 2000; round++) {
        unsigned numbers[TAKEN], best = 0, any_lost = 0;
        double right[CLASSES] = {0};
        int32_t scores[CLASSES];
        draw(&random, FEATURES, numbers, TAKEN);
        ja_features features = features_of(numbers, TAKEN);
        ja_linear_score(&model, &features, scores);
        for (unsigned i = 0; i < TAKEN; i++) {
            any_lost += is_lost(&model, numbers[i]);
            for (unsigned class = 0; class < CLASSES; class ++)
                right[class] += averaged(both, numbers[i], class) * scale;
        }
        for (unsigned class = 1; class < CLASSES; class ++)
            if (right[class] > right[best])
                best = class;
        unsigned guess = ja_best_class(scores, CLASSES);
        same += guess == best;
        whole += !any_lost;
        if (!any_lost && right[best] - right[guess] > TAKEN + 0.1)
            fail_msg("class %u scores %f, the chosen %u %f", best, right[best], guess,
                     right[guess]);
    }
    assert_true(whole > 500);
    assert_true(same > 1800);
    ja_perceptron_free(both->perceptron);
}

static void test_chooses_alike(void **state)
{
    (void)state;
    expect_same_choices(false);
    expect_same_choices(true);
}

/* The least |weight| that is left of a feature's own, and the largest that is not. Rows without
 * place are passed over. */
static void expect_smallest_dropped(const pair *both, const ja_linear *model)
{
    double least_kept = INFINITY, most_dropped = 0;
    for (unsigned i = 0; i < both->features; i++) {
        int32_t scores[JA_MAX_CLASSES];
        score_one(model, i, scores);
        uint64_t hash = features_of(&i, 1).at[0];
        uint32_t bucket = ja_linear_bucket(hash, model->bucket_count);
        bool full = model->buckets[bucket].checks[JA_BUCKET_ROWS - 1] != 0;
        double largest = 0;
        for (unsigned class = 0; class < both->classes; class ++) {
            double weight = fabs(expected_weight(both, model, i, class));
            largest = fmax(largest, weight);
            if (!model->dense && scores[class])
                least_kept = fmin(least_kept, weight);
            if (!model->dense && !scores[class] && !(full && is_lost(model, i)))
                most_dropped = fmax(most_dropped, weight);
        }
        if (model->dense && !is_lost(model, i))
            least_kept = fmin(least_kept, largest);
        if (model->dense && is_lost(model, i) && !full)
            most_dropped = fmax(most_dropped, largest);
    }
    assert_true(most_dropped > 0);
    assert_true(least_kept > most_dropped * 0.999);
}

static void expect_pruned(unsigned classes, bool dense, size_t size)
{
    ja_random random = {31};
    pair *both = pair_new(FEATURES, classes, dense);
    train_randomly(both, &random, 5000);
    assert_true(written(both->perceptron).length > size);
    ja_perceptron_prune(both->perceptron, size);
    ja_perceptron_tick(both->perceptron); /* a new average needs an example */
    ja_slice bytes = written(both->perceptron);
    if (bytes.length > size)
        fail_msg("%u classes: %zu bytes, not %zu", classes, bytes.length, size);
    assert_true(bytes.length > size * 3 / 4);
    ja_linear model;
    assert_true(ja_linear_open(&model, bytes));
    expect_smallest_dropped(both, &model);
    ja_perceptron_free(both->perceptron);
}

static void test_prunes(void **state)
{
    (void)state;
    for (size_t size = 2000; size <= 8000; size += 2000)
        expect_pruned(CLASSES, false, size);
    for (size_t size = 800; size <= 3200; size += 800)
        expect_pruned(3, true, size);
}

/* Weights that no example follows are written as they are. */
static void test_writes_at_once(void **state)
{
    (void)state;
    pair *both = pair_new(3, 2, false);
    add(both, (unsigned[]){0}, 1, 1, 8);
    tick(both);
    ja_perceptron_prune(both->perceptron, 1000);
    ja_linear model = opened(both->perceptron);
    assert_false(is_lost(&model, 0));
    ja_perceptron_free(both->perceptron);
}

/* What pruning has dropped stays away, and what is left goes on learning from its average. */
static void test_closed_to_new_features(void **state)
{
    (void)state;
    pair *both = pair_new(3, 2, false);
    add(both, (unsigned[]){0}, 1, 1, 8);
    tick(both);
    add(both, (unsigned[]){0}, 1, 1, 8);
    tick(both);
    ja_perceptron_prune(both->perceptron, 1000);
    float scores[2];
    ja_features known = features_of((unsigned[]){0}, 1), fresh = features_of((unsigned[]){1}, 1);
    ja_perceptron_score(both->perceptron, &known, scores);
    assert_true(scores[1] == 12);
    ja_perceptron_add(both->perceptron, &known, 1, -4);
    ja_perceptron_add(both->perceptron, &known, 0, 5); /* a class that it had no weight for */
    ja_perceptron_add(both->perceptron, &fresh, 1, 5);
    ja_perceptron_score(both->perceptron, &known, scores);
    assert_true(scores[0] == 0 && scores[1] == 8);
    ja_perceptron_score(both->perceptron, &fresh, scores);
    assert_true(scores[0] == 0 && scores[1] == 0);
    ja_perceptron_free(both->perceptron);
}

static void test_same_bytes_again(void **state)
{
    (void)state;
    ja_slice bytes[2];
    for (int i = 0; i < 2; i++) {
        ja_random random = {41};
        pair *both = pair_new(FEATURES, CLASSES, false);
        train_randomly(both, &random, 2000);
        ja_perceptron_prune(both->perceptron, 6000);
        train_randomly(both, &random, 500);
        bytes[i] = written(both->perceptron);
        ja_perceptron_free(both->perceptron);
    }
    assert_true(ja_equal(bytes[0], bytes[1]));
}

static void test_writes_nothing_learnt(void **state)
{
    (void)state;
    ja_perceptron *perceptron = ja_perceptron_new(4, false);
    ja_linear model = opened(perceptron);
    for (unsigned i = 0; i < 1000; i++)
        assert_true(is_lost(&model, i));
    ja_perceptron_free(perceptron);
}

static ja_slice trained_bytes(bool dense)
{
    ja_random random = {51};
    pair *both = pair_new(40, 5, dense);
    train_randomly(both, &random, 200);
    ja_slice bytes = written(both->perceptron);
    ja_perceptron_free(both->perceptron);
    return bytes;
}

/* Copies have their exact size, so that the sanitizer sees every byte that is read beyond. */
static ja_slice exact_copy(ja_slice bytes, size_t length)
{
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    memcpy(copy, bytes.at, length);
    return (ja_slice){copy, length};
}

static void test_refuses_other_lengths(void **state)
{
    (void)state;
    for (int dense = 0; dense < 2; dense++) {
        ja_slice bytes = trained_bytes(dense);
        ja_linear model;
        assert_true(ja_linear_open(&model, bytes));
        for (size_t length = 0; length < bytes.length; length++) {
            ja_slice cut = exact_copy(bytes, length);
            assert_false(ja_linear_open(&model, cut));
            free((char *)cut.at);
        }
        ja_slice longer = {ja_alloc(&arena, bytes.length + 2, 1), bytes.length + 2};
        memcpy((char *)longer.at, bytes.at, bytes.length);
        assert_false(ja_linear_open(&model, longer));
    }
}

/* Asks for every row, also those whose features nobody has. */
static void score_all_rows(const ja_linear *model)
{
    int32_t *scores = malloc(model->class_count * sizeof *scores);
    assert_non_null(scores);
    for (uint32_t bucket = 0; bucket < model->bucket_count; bucket++)
        for (unsigned i = 0; i < JA_BUCKET_ROWS; i++) {
            uint64_t place = (((uint64_t)bucket << 32) + model->bucket_count - 1);
            uint64_t feature = place / model->bucket_count << 32 | model->buckets[bucket].checks[i];
            assert_int_equal(ja_linear_bucket(feature, model->bucket_count), bucket);
            ja_linear_score(model, &(ja_features){.count = 1, .at = {feature}}, scores);
        }
    free(scores);
}

/* A unit must be a positive number. */
static void test_refuses_other_units(void **state)
{
    (void)state;
    static const float UNITS[] = {0, -0.0F, -1, NAN, -INFINITY};
    ja_slice bytes = trained_bytes(true);
    char *copy = copy_aligned(bytes.at, bytes.length);
    ja_linear model;
    assert_true(ja_linear_open(&model, (ja_slice){copy, bytes.length}));
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++) {
        memcpy(copy + 12, &UNITS[i], sizeof *UNITS);
        assert_false(ja_linear_open(&model, (ja_slice){copy, bytes.length}));
    }
}

/* A damaged model is refused or can be used. */
static void expect_safe(bool dense)
{
    ja_random random = {61};
    ja_slice bytes = trained_bytes(dense);
    unsigned refused = 0, taken = 0;
    for (int round = 0; round < 10000; round++) {
        ja_slice copy = exact_copy(bytes, bytes.length);
        char *byte = (char *)copy.at + ja_random_below(&random, (uint32_t)bytes.length);
        *byte = (char)(*byte ^ (1 << ja_random_below(&random, 8)));
        ja_linear model;
        if (ja_linear_open(&model, copy)) {
            score_all_rows(&model);
            taken++;
        } else {
            refused++;
        }
        free((char *)copy.at);
    }
    assert_true(refused > 1000 && taken > 1000);
}

static void test_damaged_is_safe(void **state)
{
    (void)state;
    expect_safe(false);
    expect_safe(true);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_scores_are_sums),
        TEST(test_grows),
        TEST(test_learns),
        TEST(test_writes_averages),
        TEST(test_chooses_alike),
        TEST(test_prunes),
        TEST(test_writes_at_once),
        TEST(test_closed_to_new_features),
        TEST(test_same_bytes_again),
        TEST(test_writes_nothing_learnt),
        TEST(test_refuses_other_lengths),
        TEST(test_refuses_other_units),
        TEST(test_damaged_is_safe),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
