/* CoNLL-U, the form in which treebanks are kept and parses are handed on:
 * https://universaldependencies.org/format.html. Empty nodes and the enhanced dependencies are
 * passed over; comments and multiword tokens are kept. */
#ifndef JA_CONLLU_H
#define JA_CONLLU_H

#include "language/word.h"

typedef struct ja_conllu_sentence {
    ja_slice comments; /* the lines that start with '#', line ends included */
    ja_word *words;
    size_t count;
    size_t line; /* of its first line that is no comment, from 1 */
} ja_conllu_sentence;

typedef struct ja_conllu {
    ja_slice rest; /* what is not read yet */
    size_t line;   /* number of the line read last, from 1 */
} ja_conllu;

/* Starts reading `text` (UTF-8), which must outlive what is read. */
void ja_conllu_init(ja_conllu *reader, ja_slice text);

/* The next sentence; what it points to lives in `arena` or in the text. JACCUSE_END: no more.
 * JACCUSE_ERROR_FORMAT: the sentence is bad, error->line tells where; the next call goes on behind
 * it. Columns that are "_" give what is unknown: upos X, no deprel, head 0. Heads are checked to be
 * numbers of the sentence, not to form a tree. */
JACCUSE_CHECKED jaccuse_status ja_conllu_next(ja_conllu *reader, ja_arena *arena,
                                              ja_conllu_sentence *out, jaccuse_error *error);

/* Appends one sentence with an empty line behind it. With `offsets`, MISC tells start_char and
 * end_char (bytes of the text, half open) of each printed token. */
void ja_conllu_write(ja_buffer *out, ja_slice comments, const ja_word *words, size_t count,
                     bool offsets);

/* The value of a comment "# name = value", empty where there is none. */
ja_slice ja_conllu_comment(ja_slice comments, ja_slice name);

#endif
