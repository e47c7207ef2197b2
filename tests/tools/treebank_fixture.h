/* Small treebanks, written in one line a sentence:
 *
 *     "Dogs/dog/NOUN/Number=Plur/2/nsubj bark/bark/VERB/_/0/root" */
#ifndef TREEBANK_FIXTURE_H
#define TREEBANK_FIXTURE_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "arena_fixture.h"
#include "tools/train/treebank.h"

/* Appends a sentence as CoNLL-U. */
static inline void add_sentence(ja_buffer *text, const char *sentence)
{
    ja_slice rest = ja_slice_of(sentence), word, field[6];
    for (int number = 1; ja_next_field(&rest, ' ', &word); number++) {
        for (int i = 0; i < 6; i++)
            assert_true(ja_next_field(&word, '/', &field[i]));
        ja_buffer_printf(text, "%d", number);
        for (int i = 0; i < 6; i++)
            ja_buffer_printf(text, "\t%.*s%s", (int)field[i].length, field[i].at,
                             i == 2 ? "\t_" : "");
        ja_buffer_add_string(text, "\t_\t_\n");
    }
    ja_buffer_add_string(text, "\n");
}

/* Writes a file with this text; `path` is a template as mkstemp takes it. */
static inline void write_text(char *path, ja_slice text)
{
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, text.at, text.length), text.length);
    close(file);
}

/* Adds what a file with this text holds. */
static inline void read_text(ja_treebank *treebank, ja_slice text)
{
    char path[] = "/tmp/treebank-XXXXXX";
    write_text(path, text);
    ja_treebank_read(treebank, path, false);
    unlink(path);
}

/* Reads all sentences `times` over, so that nothing in them is rare, and numbers them. */
static inline void make_treebank(ja_treebank *treebank, ja_inventory *inventory,
                                 const char *const *sentences, size_t count, unsigned times)
{
    ja_buffer text;
    ja_buffer_init(&text, (size_t)1 << 24);
    for (unsigned i = 0; i < times; i++)
        for (size_t j = 0; j < count; j++)
            add_sentence(&text, sentences[j]);
    *treebank = (ja_treebank){.count = 0};
    ja_arena_init(&treebank->arena);
    read_text(treebank, (ja_slice){text.at, text.length});
    ja_buffer_clear(&text);
    ja_inventory_make(inventory, treebank);
    ja_treebank_number(treebank, inventory);
}

static inline void clear_treebank(ja_treebank *treebank, ja_inventory *inventory)
{
    ja_inventory_clear(inventory);
    ja_treebank_clear(treebank);
}

/* A tag's number; 255, which no tag has, where the inventory lacks it. */
static inline unsigned tag_number(const ja_inventory *inventory, const char *tag)
{
    for (unsigned i = 0; i < inventory->tag_count; i++)
        if (strcmp(inventory->tags[i], tag) == 0)
            return i;
    return 255;
}

#endif
