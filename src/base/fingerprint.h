/* Fingerprints: what a text leaves in its record, by which copies of it are found later, among
 * claims that come from many machines, without the texts.
 *
 * A fingerprint is printable ASCII: `EXACT.s1.TOTAL.VALUES`.
 *     EXACT   32 hexadecimal digits, equal for texts that are word for word the same
 *     s1      version of what follows
 *     TOTAL   how many different shingles the text has, decimal
 *     VALUES  the smallest of their hashes, ascending, five digits of base64url each
 * A shingle is JA_SHINGLE_WORDS words in a row; case, accents, marks and white space count nowhere.
 *
 * The smallest hashes of a set are a random sample of it, and those of two sets, cut at the same
 * height, are a sample of what they share: MinHash (A. Broder, On the resemblance and containment
 * of documents, 1997). Cut at one height rather than at one count they also tell how much of a
 * short text stands in a long one, where the resemblance is small: FracMinHash (L. Irber et al.,
 * Lightweight compositional analysis of metagenomes with FracMinHash, 2022). */
#ifndef JA_FINGERPRINT_H
#define JA_FINGERPRINT_H

#include <stdint.h>

#include "base/text.h"

enum {
    JA_SHINGLE_WORDS = 4,
    JA_SKETCH_SIZE = 96, /* values of one text at most */
};

typedef struct ja_sketch {
    uint32_t values[JA_SKETCH_SIZE]; /* ascending, each once, below 2^30 */
    size_t count;
    size_t total;    /* different shingles of the text */
    uint32_t height; /* all their hashes up to this one are among the values */
} ja_sketch;

/* How much of the shorter of two texts stands in the longer one, by sample. */
typedef struct ja_overlap {
    size_t sampled; /* shingles of the shorter text that were looked for */
    size_t shared;  /* those found in the longer one */
} ja_overlap;

/* The fingerprint of a text in UTF-8; lives in `arena`. EXACT is of all of it, the shingles of what
 * stands behind the first `skip` bytes: those of a title, which each paper makes anew. */
const char *ja_fingerprint(ja_arena *arena, ja_slice text, size_t skip);

/* What is equal in fingerprints of texts that are word for word the same: EXACT, or all of a
 * fingerprint that is of another form (those of old records are EXACT alone). A part of
 * `fingerprint`. */
ja_slice ja_fingerprint_exact(ja_slice fingerprint);

/* Reads TOTAL and VALUES. False, with an empty sketch: `fingerprint` is of another form, or not
 * sound. Takes bounded time, however long it is. */
bool ja_fingerprint_sketch(ja_slice fingerprint, ja_sketch *out);

/* Both zero where either sketch is empty. */
ja_overlap ja_sketch_overlap(const ja_sketch *a, const ja_sketch *b);

#endif
