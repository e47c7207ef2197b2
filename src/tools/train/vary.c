#include "tools/train/vary.h"

#include <string.h>

#include "base/unicode.h"
#include "tools/train/random.h"

typedef enum variant { CAPITALS, BARE_CAPITALS, SMALL, BARE, NO_STOP, HEADLINE, VARIANTS } variant;

static uint32_t varied(uint32_t character, variant kind)
{
    if (kind == BARE || kind == BARE_CAPITALS)
        character = ja_plain_letter(character);
    if (kind == CAPITALS || kind == BARE_CAPITALS)
        return ja_upper_character(character);
    return kind == SMALL ? ja_lower_character(character) : character;
}

static ja_slice vary_form(ja_arena *arena, ja_slice form, variant kind)
{
    char *out = ja_alloc(arena, form.length * 4 + 1, 1);
    size_t used = 0, length;
    for (size_t at = 0; at < form.length; at += length)
        used += ja_encode(varied(ja_decode(form, at, &length), kind), out + used);
    return (ja_slice){out, used};
}

static bool has_child(const ja_word *words, uint32_t count, uint32_t number)
{
    for (uint32_t i = 0; i < count; i++)
        if (words[i].head == number)
            return true;
    return false;
}

static bool is_article(const ja_word *word)
{
    return word->upos == JA_UPOS_DET && strstr(word->features, "PronType=Art") != NULL;
}

/* Takes out the words marked in `gone`, which have no children. */
static uint32_t take_out(ja_word *words, uint32_t count, const bool *gone, uint32_t *number)
{
    uint32_t left = 0;
    for (uint32_t i = 0; i < count; i++)
        number[i + 1] = gone[i] ? 0 : ++left;
    number[0] = left = 0;
    for (uint32_t i = 0; i < count; i++)
        if (!gone[i]) {
            words[left] = words[i];
            words[left++].head = number[words[i].head];
        }
    return left;
}

static void vary_sample(ja_arena *arena, ja_sample *sample, variant kind)
{
    ja_word *words = JA_NEW_N(arena, ja_word, sample->count);
    bool *gone = JA_NEW_N(arena, bool, sample->count);
    uint32_t range_end = 0; /* of the multiword token: no part of one is taken out */
    for (uint32_t i = 0; i < sample->count; i++) {
        words[i] = sample->words[i];
        words[i].form = vary_form(arena, words[i].form, kind);
        bool stop = i + 1 == sample->count && ja_equal(words[i].form, JA_SLICE("."));
        if (words[i].range)
            range_end = i + words[i].range;
        bool drop = (stop && (kind == NO_STOP || kind == HEADLINE)) ||
                    (kind == HEADLINE && is_article(&words[i]));
        gone[i] = drop && i >= range_end && words[i].head &&
                  !has_child(sample->words, sample->count, i + 1);
    }
    sample->count =
        take_out(words, sample->count, gone, JA_NEW_N(arena, uint32_t, sample->count + 1));
    sample->words = words;
}

void ja_treebank_vary(ja_treebank *treebank, double share, uint64_t seed)
{
    ja_random random = {seed};
    size_t count = treebank->count;
    unsigned kind = 0;
    for (size_t i = 0; i < count; i++) {
        if (ja_random_share(&random) >= share || treebank->samples[i].count < 3)
            continue;
        ja_sample sample = treebank->samples[i];
        vary_sample(&treebank->arena, &sample, (variant)(kind++ % VARIANTS));
        treebank->words += sample.count;
        JA_PUSH(&treebank->arena, treebank->samples, treebank->count, treebank->capacity, sample);
    }
}
