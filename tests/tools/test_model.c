/* The loader of models: it opens what the trainer makes, and of anything else nothing that could
 * not be used. Under the sanitizers every read beyond the bytes is an error. */
#include "tools/model_fixture.h"

#include "tools/train/random.h"

enum { MANY = 300 }; /* tags or labels: more than a model may have */

static tiny_model *tiny;
static jaccuse_error error;

static int train(void **state)
{
    (void)state;
    tiny = tiny_new();
    return 0;
}

static int drop(void **state)
{
    (void)state;
    tiny_free(tiny);
    return 0;
}

/* The first `length` bytes of the model, in memory of just that size. */
static char *exact_copy(size_t length)
{
    char *copy = malloc(length ? length : 1);
    assert_non_null(copy);
    memcpy(copy, tiny->file.at, length);
    return copy;
}

static void set_checksum(char *bytes)
{
    uint64_t checksum = ja_model_checksum((ja_slice){bytes, tiny->file.length});
    memcpy(bytes + offsetof(ja_model_header, checksum), &checksum, sizeof checksum);
}

/* Opens a model that must be refused, with a message. */
static void expect_refused(const char *bytes, size_t length)
{
    static ja_model model;
    error = (jaccuse_error){.message = ""};
    assert_int_equal(ja_model_open(&model, (ja_slice){bytes, length}, &error),
                     JACCUSE_ERROR_FORMAT);
    assert_int_equal(error.code, JACCUSE_ERROR_FORMAT);
    assert_true(error.message[0] != '\0');
}

static void expect_message(const char *bytes, const char *part)
{
    expect_refused(bytes, tiny->file.length);
    if (!strstr(error.message, part))
        fail_msg("\"%s\" does not say \"%s\"", error.message, part);
}

static void analyse_words(const ja_model *model, ja_word *words, size_t count)
{
    ja_analyser analyser;
    ja_analyser_init(&analyser, model, &arena);
    ja_analyse(&analyser, words, count);
    const char *fault = ja_tree_check(words, count);
    if (fault)
        fail_msg("%s", fault);
}

/* Words of the treebank and others, some of which stand in no table. */
static void use_model(const ja_model *model)
{
    static const char *const FORMS[] = {"The", "minister", "Zürich", "walked",   "QUICKLY", "to",
                                        "12",  "…",        "firms",  "unseemly", "Anna",    "."};
    enum { COUNT = sizeof FORMS / sizeof *FORMS };
    ja_word words[COUNT] = {{.token = 0}};
    for (size_t i = 0; i < COUNT; i++)
        words[i].form = ja_slice_of(FORMS[i]);
    analyse_words(model, words, COUNT);
    size_t length = 0; /* every string has its end inside the model */
    for (size_t i = 0; i < COUNT; i++)
        length += strlen(words[i].features) + strlen(words[i].deprel) + words[i].lemma.length;
    assert_true(length > 0);
}

/* What it has learnt it can do: nearly all tags, lemmas and heads of the treebank are right. */
static void test_opens_what_was_trained(void **state)
{
    (void)state;
    const ja_model *model = &tiny->model;
    size_t words = 0, upos = 0, lemmas = 0, arcs = 0;
    assert_string_equal(model->language, "en");
    assert_int_equal(model->tag_count, tiny->inventory.tag_count);
    assert_int_equal(model->label_count, tiny->inventory.label_count);
    assert_string_equal(model->labels[0], tiny->inventory.labels[0]);
    for (size_t i = 0; i < TINY_COUNT; i++) {
        const ja_sample *gold = &tiny->treebank.samples[i];
        ja_word *found = JA_NEW_N(&arena, ja_word, gold->count);
        for (uint32_t j = 0; j < gold->count; j++)
            found[j].form = gold->words[j].form;
        analyse_words(model, found, gold->count);
        for (uint32_t j = 0; j < gold->count; j++, words++) {
            upos += found[j].upos == gold->words[j].upos;
            lemmas += ja_equal(found[j].lemma, gold->words[j].lemma);
            arcs += found[j].head == gold->words[j].head &&
                    strcmp(found[j].deprel, gold->words[j].deprel) == 0;
        }
    }
    assert_true(upos * 100 >= words * 97);
    assert_true(lemmas * 100 >= words * 97);
    assert_true(arcs * 100 >= words * 95);
}

static void test_same_bytes_again(void **state)
{
    (void)state;
    tiny_model *again = tiny_new();
    assert_int_equal(again->file.length, tiny->file.length);
    assert_memory_equal(again->file.at, tiny->file.at, tiny->file.length);
    tiny_free(again);
}

static void test_every_bit_of_the_header(void **state)
{
    (void)state;
    char *bytes = exact_copy(tiny->file.length);
    for (size_t bit = 0; bit < 8 * sizeof(ja_model_header); bit++) {
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
        expect_refused(bytes, tiny->file.length);
        bytes[bit / 8] = (char)(bytes[bit / 8] ^ 1 << bit % 8);
    }
    ja_model *model = JA_NEW(&arena, ja_model);
    assert_int_equal(ja_model_open(model, (ja_slice){bytes, tiny->file.length}, &error),
                     JACCUSE_OK);
    free(bytes);
}

static void test_truncated(void **state)
{
    (void)state;
    assert_true(tiny->file.length > 10000); /* else little is tried */
    for (size_t length = 0; length < tiny->file.length;
         length += length <= sizeof(ja_model_header) ? 1 : 1024 - length % 1024) {
        char *bytes = exact_copy(length);
        expect_refused(bytes, length);
        free(bytes);
    }
    char *bytes = exact_copy(tiny->file.length - 1);
    expect_refused(bytes, tiny->file.length - 1);
    free(bytes);
}

/* The message tells what is wrong and, of versions, both. */
static void test_messages(void **state)
{
    (void)state;
    ja_model_header header;
    char *bytes = exact_copy(tiny->file.length);
    memcpy(&header, bytes, sizeof header);
    header.magic[0] = 'J';
    memcpy(bytes, &header, sizeof header);
    expect_message(bytes, "no model of jaccuse");
    header.magic[0] = 'j';
    header.format = 4711;
    memcpy(bytes, &header, sizeof header);
    expect_message(bytes, "format 4711");
    expect_message(bytes, ja_format(&arena, "format %d", JA_MODEL_FORMAT));
    header.format = JA_MODEL_FORMAT;
    header.features = 4711;
    memcpy(bytes, &header, sizeof header);
    expect_message(bytes, "features 4711");
    expect_message(bytes, ja_format(&arena, "features %d", JA_MODEL_FEATURES));
    header.features = JA_MODEL_FEATURES;
    header.checksum++;
    memcpy(bytes, &header, sizeof header);
    expect_message(bytes, "checksum");
    free(bytes);
}

/* Sizes that do not fit, under a right checksum. */
static void test_sizes_of_sections(void **state)
{
    (void)state;
    static const uint32_t SIZES[] = {0, 1, 7, 1 << 20, INT32_MAX, UINT32_MAX - 7, UINT32_MAX};
    for (size_t i = 0; i < JA_SECTIONS; i++)
        for (size_t j = 0; j < sizeof SIZES / sizeof *SIZES; j++) {
            char *bytes = exact_copy(tiny->file.length);
            memcpy(bytes + offsetof(ja_model_header, size) + 4 * i, &SIZES[j], 4);
            set_checksum(bytes);
            expect_refused(bytes, tiny->file.length);
            free(bytes);
        }
}

static void test_language_without_end(void **state)
{
    (void)state;
    char *bytes = exact_copy(tiny->file.length);
    memset(bytes + offsetof(ja_model_header, language), 'x', 8);
    set_checksum(bytes);
    expect_refused(bytes, tiny->file.length);
    free(bytes);
}

/* Puts other bytes in place of a section; the model must be refused by its checksum being right. */
static void expect_section_refused(ja_section number, const void *bytes, size_t length)
{
    ja_buffer right = tiny->section[number];
    ja_buffer_init(&tiny->section[number], (size_t)1 << 24);
    ja_buffer_add(&tiny->section[number], bytes, length);
    assemble_tiny(tiny);
    expect_message(tiny->file.at, "damaged");
    ja_buffer_clear(&tiny->section[number]);
    tiny->section[number] = right;
    open_tiny(tiny);
}

static void test_unsound_tags(void **state)
{
    (void)state;
    const ja_buffer *tags = &tiny->section[JA_SECTION_TAGS];
    char *bytes = JA_NEW_N(&arena, char, tags->length + 8);
    memcpy(bytes, tags->at, tags->length);
    expect_section_refused(JA_SECTION_TAGS, bytes, tags->length - 1); /* no NUL at the end */
    bytes[0] = 'Q';                                                   /* no part of speech */
    expect_section_refused(JA_SECTION_TAGS, bytes, tags->length);
    memcpy(bytes, tags->at, tags->length);
    memcpy(bytes + tags->length, "VERB _", 7); /* more tags than the tagger has classes */
    expect_section_refused(JA_SECTION_TAGS, bytes, tags->length + 7);
    size_t first = strlen(bytes); /* a part of speech alone in place of the first tag */
    assert_true(first > 4);
    memcpy(bytes + first - 4, "VERB", 4);
    expect_section_refused(JA_SECTION_TAGS, bytes + first - 4, tags->length - first + 4);
    expect_section_refused(JA_SECTION_TAGS, "", 1);
}

static void test_too_many_tags(void **state)
{
    (void)state;
    ja_buffer many;
    ja_buffer_init(&many, 100000);
    for (int i = 0; i < MANY; i++)
        ja_buffer_add(&many, "NUM _", 6);
    expect_section_refused(JA_SECTION_TAGS, many.at, many.length);
    ja_buffer_clear(&many);
}

static void test_unsound_labels(void **state)
{
    (void)state;
    char many[2 * MANY];
    for (size_t i = 0; i < sizeof many; i++)
        many[i] = i % 2 ? '\0' : 'x';
    expect_section_refused(JA_SECTION_LABELS, many, sizeof many);
    expect_section_refused(JA_SECTION_LABELS, many, 2); /* fewer than classes */
    expect_section_refused(JA_SECTION_LABELS, many, 3);
    expect_section_refused(JA_SECTION_LABELS, "", 1);
}

/* Between any two nodes some label must be allowed, and none that there is not. */
static void test_unsound_allowed(void **state)
{
    (void)state;
    const ja_buffer *allowed = &tiny->section[JA_SECTION_ALLOWED];
    uint64_t *labels = JA_NEW_N(&arena, uint64_t, allowed->length / 8 + 1);
    for (unsigned wrong = 0; wrong < 2; wrong++)
        for (size_t i = 0; i < allowed->length / 8; i += 100) {
            memcpy(labels, allowed->at, allowed->length);
            labels[i] = wrong ? (uint64_t)1 << tiny->inventory.label_count : 0;
            expect_section_refused(JA_SECTION_ALLOWED, labels, allowed->length);
        }
    expect_section_refused(JA_SECTION_ALLOWED, allowed->at, allowed->length - 8);
    memcpy(labels, allowed->at, allowed->length);
    expect_section_refused(JA_SECTION_ALLOWED, labels, allowed->length + 8);
}

/* A classifier with other classes than the model has. */
static void test_other_classes(void **state)
{
    (void)state;
    static const ja_section SECTIONS[] = {JA_SECTION_TAGGER, JA_SECTION_ARCS, JA_SECTION_LABELLER};
    ja_buffer other;
    ja_buffer_init(&other, (size_t)1 << 24);
    for (size_t i = 0; i < 3; i++) {
        uint32_t classes; /* behind the count of buckets */
        memcpy(&classes, tiny->section[SECTIONS[i]].at + 4, sizeof classes);
        for (unsigned j = 0; j < 2; j++) {
            other.length = 0;
            write_untrained(classes - 1 + 2 * j, false, &other);
            expect_section_refused(SECTIONS[i], other.at, other.length);
        }
    }
    ja_buffer_clear(&other);
}

/* One damage: a bit, a byte, or a number that is large or small. */
static void damage(char *bytes, ja_random *random)
{
    size_t body = tiny->file.length - sizeof(ja_model_header);
    size_t place = sizeof(ja_model_header) + ja_random_below(random, (uint32_t)body);
    static const uint32_t NUMBERS[] = {0, 1, UINT32_MAX, INT32_MAX, 0x10000};
    switch (ja_random_below(random, 3)) {
    case 0:
        bytes[place] = (char)(bytes[place] ^ 1 << ja_random_below(random, 8));
        break;
    case 1:
        bytes[place] = (char)(bytes[place] + 1 + (int)ja_random_below(random, 255));
        break;
    default:
        place = place / 4 * 4;
        memcpy(bytes + place, &NUMBERS[ja_random_below(random, 5)], 4);
    }
}

static void test_checksum_finds_damage(void **state)
{
    (void)state;
    ja_random random = {3};
    char *bytes = exact_copy(tiny->file.length);
    for (int round = 0; round < 500; round++) {
        damage(bytes, &random);
        if (memcmp(bytes, tiny->file.at, tiny->file.length) != 0)
            expect_message(bytes, "checksum");
        memcpy(bytes, tiny->file.at, tiny->file.length);
    }
    free(bytes);
}

/* Sections start at multiples of eight, in order, with what was put into them; padding is zero. */
static void test_writes_sections(void **state)
{
    (void)state;
    static const char PADDING[8];
    ja_model_header header;
    memcpy(&header, tiny->file.at, sizeof header);
    assert_string_equal(header.magic, "jaccuse model");
    assert_string_equal(header.language, "en");
    assert_int_equal(header.format, JA_MODEL_FORMAT);
    assert_int_equal(header.features, JA_MODEL_FEATURES);
    size_t at = sizeof header;
    for (unsigned i = 0; i < JA_SECTIONS; i++) {
        const ja_buffer *section = &tiny->section[i];
        assert_int_equal(at % 8, 0);
        assert_int_equal(header.size[i], section->length);
        assert_memory_equal(tiny->file.at + at, section->at, section->length);
        at += section->length;
        assert_memory_equal(tiny->file.at + at, PADDING, (8 - at % 8) % 8);
        at = (at + 7) / 8 * 8;
    }
    assert_int_equal(at, tiny->file.length);
}

/* The file is emptied first; what has no room is told, and a long name of a language is cut. */
static void test_writer_at_its_limits(void **state)
{
    (void)state;
    ja_buffer file;
    ja_buffer_init(&file, tiny->file.length);
    ja_buffer_add_string(&file, "what stood there");
    ja_model_write(tiny->section, "en", &file);
    assert_false(file.failed);
    assert_int_equal(file.length, tiny->file.length);
    assert_memory_equal(file.at, tiny->file.at, file.length);
    ja_model *model = JA_NEW(&arena, ja_model);
    ja_model_write(tiny->section, "a-long-name", &file);
    assert_int_equal(ja_model_open(model, (ja_slice){file.at, file.length}, &error), JACCUSE_OK);
    assert_string_equal(model->language, "a-long-");
    ja_buffer_clear(&file);
    ja_buffer_init(&file, tiny->file.length - 1);
    ja_model_write(tiny->section, "en", &file);
    assert_true(file.failed);
    ja_buffer_clear(&file);
    ja_buffer_init(&file, 10);
    ja_model_write(tiny->section, "en", &file);
    assert_true(file.failed);
    ja_buffer_clear(&file);
}

/* Behind a right checksum the model is refused or can be used. */
static void test_structure_is_checked(void **state)
{
    (void)state;
    ja_random random = {4};
    ja_model *model = malloc(sizeof *model);
    unsigned refused = 0, used = 0;
    for (int round = 0; round < 3000; round++) {
        char *bytes = exact_copy(tiny->file.length);
        for (uint32_t i = ja_random_below(&random, 4) + 1; i > 0; i--)
            damage(bytes, &random);
        set_checksum(bytes);
        if (ja_model_open(model, (ja_slice){bytes, tiny->file.length}, &error) == JACCUSE_OK) {
            use_model(model);
            used++;
        } else {
            assert_true(error.message[0] != '\0');
            refused++;
        }
        free(bytes);
        ja_arena_clear(&arena);
        ja_arena_init(&arena);
    }
    free(model);
    assert_true(refused > 300 && used > 300); /* else nothing has been tried */
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_arena, close_arena)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_opens_what_was_trained),
        TEST(test_same_bytes_again),
        TEST(test_writes_sections),
        TEST(test_writer_at_its_limits),
        TEST(test_every_bit_of_the_header),
        TEST(test_truncated),
        TEST(test_messages),
        TEST(test_sizes_of_sections),
        TEST(test_language_without_end),
        TEST(test_unsound_tags),
        TEST(test_too_many_tags),
        TEST(test_unsound_labels),
        TEST(test_unsound_allowed),
        TEST(test_other_classes),
        TEST(test_checksum_finds_damage),
        TEST(test_structure_is_checked),
    };
    return cmocka_run_group_tests(tests, train, drop);
}
