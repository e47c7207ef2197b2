/* Whatever the bytes of a kept network are, and whenever memory runs out, no harm is done. */
#include "network/case_file.h"

static ja_buffer packed_network(void)
{
    jaccuse_network *network = read_all();
    ja_buffer packed;
    ja_buffer_init(&packed, 1 << 20);
    assert_true(ja_pack_network(network, &packed));
    jaccuse_network_free(network);
    return packed;
}

static void test_flipped_bytes(void **state)
{
    (void)state;
    make_file();
    ja_buffer packed = packed_network();
    for (size_t i = 0; i < packed.length; i++)
        for (int bit = 0; bit < 8; bit++) {
            jaccuse_network *network;
            packed.at[i] = (char)(packed.at[i] ^ 1 << bit);
            assert_int_equal(
                ja_unpack_network(&network, (ja_slice){packed.at, packed.length}, NULL),
                JACCUSE_ERROR_FORMAT);
            packed.at[i] = (char)(packed.at[i] ^ 1 << bit);
        }
    for (size_t length = 0; length < packed.length; length++) {
        jaccuse_network *network;
        assert_int_equal(ja_unpack_network(&network, (ja_slice){packed.at, length}, NULL),
                         JACCUSE_ERROR_FORMAT);
    }
    ja_buffer_clear(&packed);
}

static void store_bytes(sqlite3_stmt *store, const ja_buffer *bytes)
{
    sqlite3_bind_blob64(store, 1, bytes->at, bytes->length, SQLITE_STATIC);
    assert_int_equal(sqlite3_step(store), SQLITE_DONE);
    sqlite3_reset(store);
}

/* Asks everything of a network that somebody made up: answers or failures, but no harm. */
static void ask_everything(jaccuse_network *network)
{
    jaccuse_path_options options = {.count = 3};
    jaccuse_paths paths;
    jaccuse_dossier *dossier;
    char *text;
    size_t length, count = jaccuse_network_node_count(network);
    for (size_t i = 1; i < count; i++) {
        if (jaccuse_network_paths(network, 0, i, &options, &paths, NULL) == JACCUSE_OK &&
            jaccuse_paths_print(&text, &length, network, &paths, NULL) == JACCUSE_OK)
            free(text);
        jaccuse_paths_clear(&paths);
        if (jaccuse_dossier_new(&dossier, network, i, NULL) != JACCUSE_OK)
            continue;
        if (jaccuse_dossier_print(&text, &length, network, dossier, NULL) == JACCUSE_OK)
            free(text);
        jaccuse_dossier_free(dossier);
    }
    (void)!jaccuse_network_narrow(network, NULL, NULL, NULL);
}

/* Who makes bytes up makes their hash too. */
static void test_hostile_bytes(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    ja_buffer packed = packed_network();
    sqlite3 *database;
    sqlite3_stmt *store;
    assert_int_equal(sqlite3_open(path, &database), SQLITE_OK);
    sqlite3_exec(database, "PRAGMA synchronous = OFF", NULL, NULL, NULL);
    assert_int_equal(
        sqlite3_prepare_v2(database, "UPDATE kept_networks SET network = ?", -1, &store, NULL),
        SQLITE_OK);
    for (size_t i = 0; i + 8 < packed.length; i++) {
        char before = packed.at[i];
        static const char others[] = {0, 1, 2, 0x7F, (char)0x80, (char)0xFF};
        for (size_t k = 0; k < sizeof others; k++) {
            packed.at[i] = others[k];
            packed.length -= 8;
            ja_pack_hash(&packed);
            store_bytes(store, &packed);
            jaccuse_network *network = recall();
            if (network)
                ask_everything(network);
            jaccuse_network_free(network);
        }
        packed.at[i] = before;
    }
    sqlite3_finalize(store);
    sqlite3_close(database);
    ja_buffer_clear(&packed);
}

/* A damaged one is made anew by the next who makes one. */
static void test_damage_is_repaired(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    sql("UPDATE kept_networks SET network = zeroblob(100)");
    assert_false(is_recalled());
    assert_true(keep());
    assert_true(is_recalled());
    sql("DELETE FROM kept_networks");
    assert_false(is_recalled());
    assert_true(keep());
    assert_true(is_recalled());
}

static void test_memory(void **state)
{
    (void)state;
    make_file();
    assert_true(keep());
    bool done = false;
    for (long blocks = 1; !done; blocks++) {
        jaccuse_case *file = open_file();
        jaccuse_network *network;
        ja_arena_fail_after(blocks);
        jaccuse_status status = jaccuse_network_recall(&network, NULL, file, NULL);
        if (status == JACCUSE_OK) {
            status = jaccuse_network_evidence(network, JACCUSE_NONE, NULL);
            ja_arena_fail_after(0);
            jaccuse_network_free(network);
        } else {
            ja_arena_fail_after(0);
            jaccuse_case_close(file);
        }
        done = status == JACCUSE_OK;
        assert_true(done || status == JACCUSE_ERROR_MEMORY);
        assert_true(blocks < 10000);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(test_flipped_bytes),
        TEST(test_hostile_bytes),
        TEST(test_damage_is_repaired),
        TEST(test_memory),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
