#include "language/tagger.h"

static const ja_lexeme OUTSIDE = {.form = 1, .shape = 1, .tag = 255};

static const ja_lexeme *near(const ja_lexeme *words, size_t count, size_t at, int offset)
{
    size_t place = at + (size_t)offset; /* wraps below 0, beyond count */
    return place < count ? &words[place] : &OUTSIDE;
}

void ja_tagger_features(const ja_lexeme *words, size_t count, size_t at, ja_features *out)
{
    const ja_lexeme *word = &words[at];
    const ja_lexeme *before = near(words, count, at, -1), *before2 = near(words, count, at, -2);
    const ja_lexeme *after = near(words, count, at, 1), *after2 = near(words, count, at, 2);
    uint64_t place = (at == 0) + 2 * (uint64_t)word->capitals;
    unsigned kind = 0;
    out->count = 0;
    ja_take(out, kind++, 0);
    ja_take(out, kind++, word->form);
    for (size_t i = 0; i < JA_AFFIXES; i++)
        ja_take(out, kind++, word->suffix[i]);
    for (size_t i = 0; i < JA_AFFIXES - 1; i++)
        ja_take(out, kind++, word->prefix[i]);
    ja_take2(out, kind++, word->shape, place);
    ja_take3(out, kind++, word->shape, word->suffix[2], place);
    ja_take3(out, kind++, word->shape, word->form, place);
    ja_take(out, kind++, before->form);
    ja_take(out, kind++, before2->form);
    ja_take(out, kind++, after->form);
    ja_take(out, kind++, after2->form);
    ja_take(out, kind++, before->suffix[2]);
    ja_take(out, kind++, after->suffix[2]);
    ja_take(out, kind++, after->suffix[1]);
    ja_take2(out, kind++, after->shape, word->shape);
    ja_take2(out, kind++, before->shape, word->shape);
    ja_take2(out, kind++, before->form, after->form);
    ja_take2(out, kind++, after->form, after2->form);
    ja_take2(out, kind++, word->suffix[2], after->suffix[2]);
    ja_take(out, kind++, before->tag);
    ja_take2(out, kind++, before->tag, before2->tag);
    ja_take2(out, kind++, before->tag, word->form);
    ja_take2(out, kind++, before->tag, word->suffix[2]);
    ja_take2(out, kind++, before->tag, after->form);
    ja_take2(out, kind++, before->tag, after->suffix[2]);
    ja_take3(out, kind++, before->tag, before2->tag, word->suffix[1]);
    ja_take(out, kind++, word->class);
    ja_take(out, kind++, after->class);
    ja_take2(out, kind++, word->class, after->class);
    ja_take2(out, kind++, word->form, after->class);
    ja_take2(out, kind++, before->tag, word->class);
    ja_take2(out, kind++, before->tag, after->class);
    ja_take3(out, kind++, before->tag, word->class, after->class);
    ja_take3(out, kind++, word->class, after->class, after2->class);
    ja_take3(out, kind++, before->tag, before2->tag, word->class);
    ja_take3(out, kind++, before->form, word->class, after->class);
}

unsigned ja_best_class(const int32_t *scores, unsigned count)
{
    unsigned best = 0;
    for (unsigned i = 1; i < count; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}

/* The same among the classes of one part of speech, where there are any. */
static unsigned best_of_upos(const int32_t *scores, unsigned count, ja_upos wanted,
                             const ja_upos *upos)
{
    unsigned best = count;
    for (unsigned i = 0; i < count; i++)
        if (upos[i] == wanted && (best == count || scores[i] > scores[best]))
            best = i;
    return best == count ? ja_best_class(scores, count) : best;
}

void ja_tag_held(const ja_linear *model, ja_lexeme *words, size_t count, const ja_upos *held,
                 const ja_upos *upos)
{
    ja_features features;
    int32_t scores[JA_MAX_CLASSES];
    for (size_t i = 0; i < count; i++) {
        ja_tagger_features(words, count, i, &features);
        ja_linear_score(model, &features, scores);
        bool any = !held || held[i] == JA_UPOS_COUNT;
        words[i].tag =
            (uint8_t)(any ? ja_best_class(scores, model->class_count)
                          : best_of_upos(scores, model->class_count, held[i], upos));
    }
}

void ja_tag(const ja_linear *model, ja_lexeme *words, size_t count)
{
    ja_tag_held(model, words, count, NULL, NULL);
}
