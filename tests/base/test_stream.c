/* Checked writing: the file is whole or is not there. */
#include <dirent.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "jaccuse/output.h"

static char folder[64], file[128];

static int make_folder(void **state)
{
    (void)state;
    strcpy(folder, "/tmp/jaccuse-stream-XXXXXX");
    if (!mkdtemp(folder))
        return -1;
    snprintf(file, sizeof file, "%s/out", folder);
    return 0;
}

static int remove_folder(void **state)
{
    char command[128];
    (void)state;
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    return system(command);
}

static jaccuse_stream *open_stream(const char *path)
{
    jaccuse_stream *stream;
    jaccuse_error error;
    assert_int_equal(jaccuse_stream_open(&stream, path, &error), JACCUSE_OK);
    assert_non_null(stream);
    assert_false(jaccuse_stream_failed(stream));
    return stream;
}

static void commit(jaccuse_stream *stream)
{
    jaccuse_error error;
    if (jaccuse_stream_commit(stream, &error) != JACCUSE_OK)
        fail_msg("%s: %s", error.path, error.message);
}

static void write_file(const char *text)
{
    FILE *out = fopen(file, "w");
    assert_non_null(out);
    assert_true(fputs(text, out) >= 0);
    assert_int_equal(fclose(out), 0);
}

static void expect_file(const char *path, const char *expected, size_t length)
{
    FILE *in = fopen(path, "rb");
    assert_non_null(in);
    char *text = malloc(length + 2);
    size_t got = fread(text, 1, length + 1, in);
    assert_int_equal(got, length);
    assert_memory_equal(text, expected, length);
    free(text);
    fclose(in);
}

static size_t count_files(void)
{
    size_t count = 0;
    DIR *entries = opendir(folder);
    assert_non_null(entries);
    for (struct dirent *entry; (entry = readdir(entries));)
        count += entry->d_name[0] != '.';
    closedir(entries);
    return count;
}

static int no_files(void **state)
{
    (void)state;
    unlink(file);
    return count_files() == 0 ? 0 : -1;
}

static void test_old_file_stays_until_commit(void **state)
{
    (void)state;
    write_file("old");
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_write(stream, "new\0bytes", 9);
    jaccuse_stream_print(stream, " %s %d", "and", 7);
    jaccuse_stream_write(stream, NULL, 0);
    expect_file(file, "old", 3);
    commit(stream);
    expect_file(file, "new\0bytes and 7", 15);
    assert_int_equal(count_files(), 1);
}

static void test_new_file(void **state)
{
    (void)state;
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_print(stream, "x");
    assert_int_equal(access(file, F_OK), -1);
    commit(stream);
    expect_file(file, "x", 1);
    assert_int_equal(count_files(), 1);
}

static void test_empty_file(void **state)
{
    (void)state;
    commit(open_stream(file));
    expect_file(file, "", 0);
}

static void test_discard(void **state)
{
    (void)state;
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_print(stream, "%100000d", 1);
    jaccuse_stream_discard(stream);
    assert_int_equal(count_files(), 0);
    write_file("old");
    stream = open_stream(file);
    jaccuse_stream_print(stream, "new");
    jaccuse_stream_discard(stream);
    expect_file(file, "old", 3);
    assert_int_equal(count_files(), 1);
    jaccuse_stream_discard(NULL);
}

static void test_large_writes(void **state)
{
    (void)state;
    const size_t sizes[] = {1, 65535, 65536, 65537, 3, 200000, 65530, 10, 131072};
    char *expected = malloc(1000000);
    size_t length = 0;
    jaccuse_stream *stream = open_stream(file);
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        memset(expected + length, (int)('a' + i), sizes[i]);
        jaccuse_stream_write(stream, expected + length, sizes[i]);
        length += sizes[i];
    }
    for (int i = 0; i < 30000; i++) {
        jaccuse_stream_print(stream, "%d;", i % 10);
        expected[length++] = (char)('0' + i % 10);
        expected[length++] = ';';
    }
    commit(stream);
    expect_file(file, expected, length);
    free(expected);
}

static void expect_not_opened(const char *path, const char *words)
{
    jaccuse_stream *stream = (jaccuse_stream *)1;
    jaccuse_error error;
    assert_int_equal(jaccuse_stream_open(&stream, path, &error), JACCUSE_ERROR_WRITE);
    assert_null(stream);
    assert_string_equal(error.path, path);
    if (!strstr(error.message, words))
        fail_msg("\"%s\" does not hold \"%s\"", error.message, words);
    assert_int_equal(jaccuse_stream_open(&stream, path, NULL), JACCUSE_ERROR_WRITE);
}

static void test_not_writable(void **state)
{
    char below[160];
    (void)state;
    snprintf(below, sizeof below, "%s/missing/out", folder);
    expect_not_opened(below, "No such file");
    expect_not_opened(folder, "Is a directory");
    write_file("old");
    snprintf(below, sizeof below, "%s/out", file);
    expect_not_opened(below, "Not a directory");
    expect_file(file, "old", 3);
    assert_int_equal(count_files(), 1);
}

static void expect_full(size_t bytes, bool fails_early)
{
    jaccuse_error error;
    char *text = calloc(1, bytes + 1);
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_write(stream, text, bytes);
    assert_int_equal(jaccuse_stream_failed(stream) != 0, fails_early);
    jaccuse_stream_print(stream, "more");
    assert_int_equal(jaccuse_stream_commit(stream, &error), JACCUSE_ERROR_WRITE);
    assert_int_equal(error.code, JACCUSE_ERROR_WRITE);
    assert_string_equal(error.path, file);
    assert_non_null(strstr(error.message, "No space left"));
    free(text);
}

/* By way of a link: were the stream wrong, root would put a file in the place of the device. */
static void test_full_device(void **state)
{
    struct stat status;
    (void)state;
    assert_int_equal(stat("/dev/full", &status), 0);
    assert_true(S_ISCHR(status.st_mode));
    assert_int_equal(symlink("/dev/full", file), 0);
    expect_full(1, false);
    expect_full(1000000, true);
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_print(stream, "x");
    assert_int_equal(jaccuse_stream_commit(stream, NULL), JACCUSE_ERROR_WRITE);
    assert_int_equal(lstat(file, &status), 0);
    assert_true(S_ISLNK(status.st_mode)); /* it was not replaced by a file */
}

static void test_reader_went_away(void **state)
{
    int ends[2];
    char path[64];
    jaccuse_error error;
    (void)state;
    assert_int_equal(pipe(ends), 0);
    snprintf(path, sizeof path, "/proc/self/fd/%d", ends[1]);
    void (*before)(int) = signal(SIGPIPE, SIG_IGN);
    jaccuse_stream *stream = open_stream(path);
    close(ends[1]);
    jaccuse_stream_print(stream, "seen");
    close(ends[0]);
    assert_int_equal(jaccuse_stream_commit(stream, &error), JACCUSE_ERROR_CLOSED);
    signal(SIGPIPE, before);
}

static void test_permissions_follow_umask(void **state)
{
    const mode_t masks[] = {022, 077, 0};
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct stat status;
        unlink(file);
        mode_t before = umask(masks[i]);
        jaccuse_stream *stream = open_stream(file);
        commit(stream);
        umask(before);
        assert_int_equal(stat(file, &status), 0);
        assert_int_equal(status.st_mode & 0777, 0666 & ~masks[i]);
    }
}

/* A link stays; what it points to is replaced. */
static void test_symbolic_link(void **state)
{
    char target[128];
    struct stat status;
    (void)state;
    write_file("target");
    snprintf(target, sizeof target, "%s/target", folder);
    assert_int_equal(rename(file, target), 0);
    assert_int_equal(symlink("target", file), 0);
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_print(stream, "new");
    commit(stream);
    expect_file(target, "new", 3);
    assert_int_equal(lstat(file, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    unlink(target);
    assert_int_equal(count_files(), 1);
}

/* A link to nothing stays as well; what it points to is made. */
static void test_dangling_link(void **state)
{
    char target[128];
    struct stat status;
    (void)state;
    snprintf(target, sizeof target, "%s/target", folder);
    assert_int_equal(symlink("target", file), 0);
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_print(stream, "new");
    commit(stream);
    expect_file(target, "new", 3);
    assert_int_equal(lstat(file, &status), 0);
    assert_true(S_ISLNK(status.st_mode));
    unlink(target);
}

static void test_circle_of_links(void **state)
{
    jaccuse_stream *stream;
    (void)state;
    assert_int_equal(symlink("out", file), 0);
    assert_int_equal(jaccuse_stream_open(&stream, file, NULL), JACCUSE_ERROR_WRITE);
    assert_null(stream);
    assert_int_equal(count_files(), 1);
}

static void test_mode_is_kept(void **state)
{
    struct stat status;
    (void)state;
    write_file("secret");
    assert_int_equal(chmod(file, 0640), 0);
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_print(stream, "new");
    commit(stream);
    expect_file(file, "new", 3);
    assert_int_equal(stat(file, &status), 0);
    assert_int_equal(status.st_mode & 07777, 0640);
}

/* Links that stand where the temporary file would are neither followed nor replaced. */
static void test_temporary_is_taken(void **state)
{
    char target[128], name[256];
    (void)state;
    snprintf(target, sizeof target, "%s/target", folder);
    for (unsigned i = 0; i < 60; i++) {
        snprintf(name, sizeof name, "%s.tmp-%ld-%u", file, (long)getpid(), i);
        assert_int_equal(symlink("target", name), 0);
    }
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_print(stream, "new");
    commit(stream);
    expect_file(file, "new", 3);
    assert_int_equal(access(target, F_OK), -1);
    assert_int_equal(count_files(), 61);
    for (unsigned i = 0; i < 60; i++) {
        snprintf(name, sizeof name, "%s.tmp-%ld-%u", file, (long)getpid(), i);
        unlink(name);
    }
}

static void test_place_lost_before_commit(void **state)
{
    jaccuse_error error;
    (void)state;
    jaccuse_stream *stream = open_stream(file);
    jaccuse_stream_print(stream, "x");
    assert_int_equal(mkdir(file, 0700), 0);
    assert_int_equal(jaccuse_stream_commit(stream, &error), JACCUSE_ERROR_WRITE);
    assert_string_equal(error.path, file);
    assert_int_equal(count_files(), 1); /* the folder alone */
    assert_int_equal(rmdir(file), 0);
}

static void test_standard_output(void **state)
{
    const char *names[] = {NULL, "-"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        int saved = dup(STDOUT_FILENO);
        int out = open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
        fflush(stdout);
        dup2(out, STDOUT_FILENO);
        jaccuse_stream *stream = open_stream(names[i]);
        jaccuse_stream_print(stream, "to %s", "out");
        jaccuse_status status = jaccuse_stream_commit(stream, NULL);
        ssize_t more = write(STDOUT_FILENO, "!", 1); /* it was not closed */
        dup2(saved, STDOUT_FILENO);
        close(saved);
        close(out);
        assert_int_equal(status, JACCUSE_OK);
        assert_int_equal(more, 1);
        expect_file(file, "to out!", 7);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(test_old_file_stays_until_commit, no_files),
        cmocka_unit_test_setup(test_new_file, no_files),
        cmocka_unit_test_setup(test_empty_file, no_files),
        cmocka_unit_test_setup(test_discard, no_files),
        cmocka_unit_test_setup(test_large_writes, no_files),
        cmocka_unit_test_setup(test_not_writable, no_files),
        cmocka_unit_test_setup(test_full_device, no_files),
        cmocka_unit_test_setup(test_reader_went_away, no_files),
        cmocka_unit_test_setup(test_permissions_follow_umask, no_files),
        cmocka_unit_test_setup(test_symbolic_link, no_files),
        cmocka_unit_test_setup(test_dangling_link, no_files),
        cmocka_unit_test_setup(test_circle_of_links, no_files),
        cmocka_unit_test_setup(test_mode_is_kept, no_files),
        cmocka_unit_test_setup(test_temporary_is_taken, no_files),
        cmocka_unit_test_setup(test_place_lost_before_commit, no_files),
        cmocka_unit_test_setup(test_standard_output, no_files),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
