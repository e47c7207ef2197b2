/* Packed records: the same comes out, and bytes that went bad are told or give a sound record. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/limits.h"
#include "claim/record_pack.h"

/* Everything that a record can hold, and much that it can lack. */
static const char QUARREL[] =
    "{\"jaccuse\": 1, \"article\": {\"id\": \"a1\", \"lang\": \"fr\", \"title\": \"L’affaire\", "
    "\"outlet\": null, \"url\": \"https://example.org/1\", \"date\": \"2024-05-31\", \"path\": null, "
    "\"fingerprint\": \"0123.s1\"}, \"actors\": ["
    "{\"id\": \"a\", \"name\": \"Anne Été\", \"aliases\": [\"Été\", \"elle\"], \"kind\": \"person\", "
    "\"of\": \"b\", \"mentions\": [[0, 6], [400, 405]]}, "
    "{\"id\": \"b\", \"name\": \"B\", \"aliases\": [], \"kind\": \"group\", \"of\": null, "
    "\"mentions\": []}], \"claims\": ["
    "{\"id\": \"c1\", \"act\": \"accuse\", \"by\": [\"a\", \"b\"], \"against\": [\"b\"], \"via\": "
    "[\"a\"], \"cue\": [7, 14], \"charge\": {\"text\": \"vol\", \"at\": [200, 203]}, \"evidence\": "
    "{\"text\": \"Anne Été accuse B.\", \"at\": [0, 21]}, \"certainty\": \"alleged\", "
    "\"confidence\": 0.93}, "
    "{\"id\": \"c2\", \"act\": \"deny\", \"by\": [\"b\"], \"answers\": [\"c1\"], \"cue\": [50, 56], "
    "\"charge\": null, \"evidence\": {\"text\": \"B nie.\", \"at\": [47, 300]}, \"certainty\": "
    "\"asserted\", \"confidence\": 0.1}, "
    "{\"id\": \"c3\", \"act\": \"decline\", \"by\": [], \"cue\": [60, 68], \"charge\": null, "
    "\"evidence\": {\"text\": \"\", \"at\": [58, 58]}, \"certainty\": \"suspected\", "
    "\"confidence\": 1}], \"triples\": []}";

static jaccuse_record *parse(const char *line)
{
    jaccuse_record *record;
    assert_int_equal(jaccuse_record_parse(&record, line, strlen(line), NULL), JACCUSE_OK);
    return record;
}

static void pack(ja_buffer *out, const char *line)
{
    jaccuse_record *record = parse(line);
    ja_buffer_init(out, JA_MAX_BUFFER);
    ja_record_pack(out, record);
    assert_false(out->failed);
    jaccuse_record_free(record);
}

/* In a copy that ends where the bytes end, so that a byte too far is seen. */
static jaccuse_status unpack(jaccuse_record **out, const char *bytes, size_t length)
{
    char *exact = malloc(length ? length : 1);
    assert_non_null(exact);
    memcpy(exact, bytes, length);
    jaccuse_status status = ja_record_unpack(out, (ja_slice){exact, length}, NULL);
    free(exact);
    return status;
}

static void comes_out_as_it_went_in(void **state)
{
    (void)state;
    ja_buffer packed;
    char *before, *after;
    size_t length;
    jaccuse_record *parsed = parse(QUARREL), *record;
    pack(&packed, QUARREL);
    assert_int_equal(unpack(&record, packed.at, packed.length), JACCUSE_OK);
    assert_int_equal(jaccuse_record_print(&before, &length, parsed, NULL), JACCUSE_OK);
    assert_int_equal(jaccuse_record_print(&after, &length, record, NULL), JACCUSE_OK);
    assert_string_equal(before, after);
    assert_int_equal(record->triple_count, 2);
    assert_null(record->outlet);
    assert_string_equal(record->claims[2].evidence, "");
    free(before);
    free(after);
    jaccuse_record_free(parsed);
    jaccuse_record_free(record);
    ja_buffer_clear(&packed);
}

static void cut_off_at_every_byte(void **state)
{
    (void)state;
    ja_buffer packed;
    jaccuse_record *record;
    pack(&packed, QUARREL);
    for (size_t length = 0; length < packed.length; length++) {
        assert_int_equal(unpack(&record, packed.at, length), JACCUSE_ERROR_FORMAT);
        assert_null(record);
    }
    ja_buffer_clear(&packed);
}

/* What is read nevertheless can be printed and read again: it is a record. */
static void damaged_at_every_byte(void **state)
{
    (void)state;
    static const unsigned char bad[] = {0x00, 0x01, 0x7F, 0x80, 0xFF};
    ja_buffer packed;
    size_t read = 0, refused = 0;
    pack(&packed, QUARREL);
    for (size_t i = 0; i < packed.length * sizeof bad; i++) {
        jaccuse_record *record;
        char *line, old = packed.at[i / sizeof bad];
        size_t length;
        packed.at[i / sizeof bad] = (char)bad[i % sizeof bad];
        if (unpack(&record, packed.at, packed.length) == JACCUSE_OK) {
            assert_int_equal(jaccuse_record_print(&line, &length, record, NULL), JACCUSE_OK);
            free(line);
            jaccuse_record_free(record);
            read++;
        } else {
            refused++;
        }
        packed.at[i / sizeof bad] = old;
    }
    assert_true(read > 0 && refused > 0);
    ja_buffer_clear(&packed);
}

/* Controls that somebody wrote into the file reach no output. */
static void strings_are_cleaned(void **state)
{
    (void)state;
    ja_buffer packed;
    jaccuse_record *record;
    pack(&packed, QUARREL);
    char *name = memmem(packed.at, packed.length, "Anne", 4);
    assert_non_null(name);
    name[1] = '\x1B';
    name[2] = '\xFF';
    assert_int_equal(unpack(&record, packed.at, packed.length), JACCUSE_OK);
    assert_string_equal(record->actors[0].name, "A \xEF\xBF\xBD" "e Été");
    jaccuse_record_free(record);
    ja_buffer_clear(&packed);
}

/* A count asks for no more than the bytes can hold. */
static void huge_counts_are_refused(void **state)
{
    (void)state;
    static const char bytes[] = "\x01\x02" "a\0\0\0\0\0\0\0\0\xFF\xFF\xFF\xFF\x0F";
    jaccuse_record *record;
    assert_int_equal(unpack(&record, bytes, sizeof bytes - 1), JACCUSE_ERROR_FORMAT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(comes_out_as_it_went_in), cmocka_unit_test(cut_off_at_every_byte),
        cmocka_unit_test(damaged_at_every_byte),   cmocka_unit_test(strings_are_cleaned),
        cmocka_unit_test(huge_counts_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
