/* Fingerprints: what is equal, what is read back, and how much one sketch tells of another. */
#include "base/fingerprint.h"

#include "arena_fixture.h"

static const char *print_of(const char *text)
{
    return ja_fingerprint(&arena, ja_slice_of(text), 0);
}

static ja_sketch sketch_of(const char *print)
{
    ja_sketch sketch;
    assert_true(ja_fingerprint_sketch(ja_slice_of(print), &sketch));
    return sketch;
}

/* `count` words from a number on, each once. */
static const char *numbers(size_t first, size_t count)
{
    ja_buffer out;
    ja_buffer_init(&out, 1 << 20);
    for (size_t i = 0; i < count; i++)
        ja_buffer_printf(&out, "w%zu ", first + i);
    const char *copy = ja_copy(&arena, out.at ? out.at : "", out.length);
    ja_buffer_clear(&out);
    return copy;
}

static void word_for_word_copies(void **state)
{
    (void)state;
    static const char *const copies[] = {
        "La société Égide accuse 3 élus, dit l'AFP.",
        "LA SOCIÉTÉ ÉGIDE ACCUSE 3 ÉLUS, DIT L'AFP.",
        "La societe Egide accuse 3 elus, dit l’AFP.",
        "  La  société\nÉgide\taccuse\r\n\r\n3 élus dit l'AFP ",
        "« La société “Égide” accuse : 3 élus » – dit l'AFP…",
        "La socie\xCC\x81te\xCC\x81 E\xCC\x81gide accuse 3 e\xCC\x81lus, dit l'AFP.", /* composed */
        "La société\xC2\xA0Égide accuse 3\xE2\x80\xAF\xC3\xA9lus, dit l'AFP.",
    };
    for (size_t i = 1; i < sizeof copies / sizeof *copies; i++)
        assert_string_equal(print_of(copies[i]), print_of(copies[0]));
}

static void others(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "La société Égide accuse 3 élus, dit l'AFP.",
        "La société Égide accuse 4 élus, dit l'AFP.",
        "La société Égide accuse 3 élus.",
        "3 élus, dit l'AFP, la société Égide accuse.",
        "La société Égide accuse 3 élus, dit la AFP.",
        "",
        "北京否认指控",
        "北京承认指控",
        "a",
        "aa",
    };
    size_t count = sizeof texts / sizeof *texts;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < i; k++)
            assert_true(strncmp(print_of(texts[i]), print_of(texts[k]), 32) != 0);
}

/* The same on every machine, in every version that writes "s1". */
static void exact_bytes(void **state)
{
    (void)state;
    assert_string_equal(print_of("France accused Rwanda of fraud. Rwanda denied it."),
                        "14898f25d652fadd5f336e83ad4a29ec.s1.5.R5FJibgs8JgT-ZQxFDa_31nwD");
    assert_string_equal(print_of(""), "85bad54dda0e0188be20302fc2dd6dfb.s1.0.");
    const char *bytes = "abc def";
    assert_string_equal(ja_fingerprint(&arena, (ja_slice){bytes, 3}, 0), print_of("ABC"));
    assert_true(strncmp(print_of("abc"), print_of("abc") + 16, 16) != 0);
}

static void titles_are_passed_over(void **state)
{
    (void)state;
    ja_slice one = JA_SLICE("Rwanda denies\n\nFrance accused Rwanda of fraud and theft.");
    ja_slice other = JA_SLICE("Paris against Kigali\n\nFrance accused Rwanda of fraud and theft.");
    ja_sketch a = sketch_of(ja_fingerprint(&arena, one, 13));
    ja_sketch b = sketch_of(ja_fingerprint(&arena, other, 20));
    assert_int_equal(a.total, 4);
    assert_memory_equal(&a, &b, sizeof a);
}

static void read_back(void **state)
{
    (void)state;
    ja_sketch sketch = sketch_of(print_of(numbers(0, 3)));
    assert_int_equal(sketch.total, 0);
    sketch = sketch_of(print_of(numbers(0, 4)));
    assert_int_equal(sketch.total, 1);
    assert_int_equal(sketch.height, UINT32_MAX);
    sketch = sketch_of(print_of("a b c d a b c d a b c d")); /* each once */
    assert_int_equal(sketch.total, 4);
    sketch = sketch_of(print_of(numbers(0, 1003)));
    assert_int_equal(sketch.total, 1000);
    assert_int_equal(sketch.count, JA_SKETCH_SIZE);
    assert_int_equal(sketch.height, sketch.values[JA_SKETCH_SIZE - 1]);
    for (size_t i = 1; i < sketch.count; i++)
        assert_true(sketch.values[i] > sketch.values[i - 1]);
    assert_true(sketch.height < UINT32_C(1) << 30);
}

static void exact_part(void **state)
{
    (void)state;
    const char *print = print_of("France accused Rwanda of fraud.");
    assert_true(ja_equal(ja_fingerprint_exact(ja_slice_of(print)), (ja_slice){print, 32}));
    const char *foreign[] = {"", "x", "00112233445566778899aabbccddeeff",
                             "00112233445566778899aabbccddeeff.s2.0.",
                             "00112233445566778899AABBCCDDEEFF.s1.0."};
    for (size_t i = 0; i < sizeof foreign / sizeof *foreign; i++) {
        ja_sketch sketch;
        ja_slice whole = ja_slice_of(foreign[i]);
        assert_true(ja_equal(ja_fingerprint_exact(whole), whole));
        assert_false(ja_fingerprint_sketch(whole, &sketch));
        assert_int_equal(sketch.total + sketch.count, 0);
    }
}

static void damaged_at_every_byte(void **state)
{
    (void)state;
    const char *print = print_of(numbers(0, 40));
    size_t length = strlen(print);
    for (size_t i = 0; i <= length; i++) {
        ja_sketch sketch;
        assert_true(ja_fingerprint_sketch((ja_slice){print, i}, &sketch) == (i == length));
        for (unsigned byte = 1; byte < 256 && i < length; byte += 9) {
            char *damaged = ja_copy(&arena, print, length);
            damaged[i] = (char)byte;
            if (ja_fingerprint_sketch((ja_slice){damaged, length}, &sketch))
                assert_true(sketch.count == 37 && sketch.total == 37);
            else
                assert_true(sketch.count == 0 && sketch.total == 0);
        }
    }
}

/* A part of the words of a text, by sample: right within what chance allows. */
static void parts_are_estimated(void **state)
{
    (void)state;
    ja_sketch whole = sketch_of(print_of(numbers(0, 600)));
    for (size_t share = 0; share <= 100; share += 20) {
        ja_sketch part = sketch_of(print_of(numbers(600 - 3 * share, 300)));
        ja_overlap overlap = ja_sketch_overlap(&part, &whole);
        double found = 100.0 * (double)overlap.shared / (double)overlap.sampled;
        assert_true(overlap.sampled > 30 && overlap.sampled <= JA_SKETCH_SIZE);
        assert_true(found > (double)share - 17 && found < (double)share + 17);
        ja_overlap turned = ja_sketch_overlap(&whole, &part);
        assert_memory_equal(&overlap, &turned, sizeof overlap);
    }
    ja_sketch none = sketch_of(print_of(""));
    assert_int_equal(ja_sketch_overlap(&none, &whole).sampled, 0);
}

#define WITH_ARENA(test) cmocka_unit_test_setup_teardown(test, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(word_for_word_copies),
        WITH_ARENA(others),
        WITH_ARENA(exact_bytes),
        WITH_ARENA(titles_are_passed_over),
        WITH_ARENA(read_back),
        WITH_ARENA(exact_part),
        WITH_ARENA(damaged_at_every_byte),
        WITH_ARENA(parts_are_estimated),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
