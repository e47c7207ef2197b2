/* Treebanks as the trainer works on them: sentences whose tags and labels are numbers. */
#ifndef JA_TREEBANK_H
#define JA_TREEBANK_H

#include "language/conllu.h"
#include "language/lexeme.h"
#include "language/model.h"

/* The inventory of tags and labels, in order of first use. */
typedef struct ja_inventory {
    char *tags[JA_MODEL_TAGS]; /* "VERB Mood=Ind|Number=Sing", as in the model */
    char *labels[JA_MODEL_LABELS];
    unsigned tag_count, label_count;
} ja_inventory;

typedef struct ja_sample {
    ja_word *words;
    uint32_t count;
    ja_lexeme *lexemes; /* [count]; tag and word as predicted */
    uint8_t *tag;       /* gold, [count] */
    uint32_t *head;     /* gold, [count + 2] as ja_oracle_costs takes them */
    uint8_t *label;     /* gold, [count + 2] */
    uint32_t fold;      /* below JA_FOLDS */
    bool aside;         /* of another kind of text: the last epochs leave it out */
} ja_sample;

#define JA_FOLDS 5 /* parts of the treebank, each of which taggers are trained without */

typedef struct ja_treebank {
    ja_arena arena;
    ja_sample *samples;
    size_t count, capacity;
    size_t words;
} ja_treebank;

/* Adds the sentences of a file, as text of another kind if `aside`. A file that cannot be read or
 * is damaged ends the program. */
void ja_treebank_read(ja_treebank *treebank, const char *path, bool aside);
void ja_treebank_clear(ja_treebank *treebank);

/* The tags and labels of the treebank; rare ones are left out. */
void ja_inventory_make(ja_inventory *inventory, const ja_treebank *treebank);

void ja_inventory_clear(ja_inventory *inventory);

/* Sets tag, head, label and lexemes of all samples. What the inventory lacks becomes its nearest:
 * the label without its subtype, the tag that shares most features. */
void ja_treebank_number(ja_treebank *treebank, const ja_inventory *inventory);

#endif
