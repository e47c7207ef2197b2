#include "language/lemmatiser.h"

#include <string.h>

#include "base/unicode.h"
#include "language/feature.h"
#include "language/lexeme.h"

static const char UNCHANGED[] = "ka";

static size_t write_lower(ja_slice text, char *out, size_t room)
{
    size_t used = 0, length;
    for (size_t at = 0; at < text.length && used + 4 <= room; at += length) {
        uint32_t character = ja_decode(text, at, &length);
        bool apostrophe = character == 0x2019 || character == 0x2BC;
        used += ja_encode(apostrophe ? '\'' : ja_lower_character(character), out + used);
    }
    return used;
}

void ja_lemma_word_of(ja_slice form, ja_lemma_word *out)
{
    size_t length;
    out->length = write_lower(form, out->bytes, sizeof out->bytes);
    ja_slice word = {out->bytes, out->length};
    size_t at = out->length;
    out->endings = 0;
    out->start[out->endings++] = (uint16_t)at;
    while (at > 0 && out->endings <= JA_LEMMA_ENDING) {
        (void)ja_decode_before(word, at, &length);
        at -= length;
        out->start[out->endings++] = (uint16_t)at;
    }
}

uint64_t ja_lemma_key(ja_lemma_scope scope, unsigned tag, ja_slice text)
{
    return ja_join(ja_lexeme_hash(text), (uint64_t)scope << 16 | tag);
}

static const char *find(const ja_lemmatiser *lemmatiser, uint64_t key)
{
    uint32_t mask = lemmatiser->rule_count - 1;
    for (uint32_t i = (uint32_t)(key >> 32) & mask;; i = (i + 1) & mask) {
        const ja_lemma_rule *rule = &lemmatiser->rules[i];
        if (!rule->script)
            return NULL;
        if (rule->check == (uint32_t)key)
            return lemmatiser->scripts.at + rule->script - 1;
    }
}

const char *ja_lemma_script(const ja_lemmatiser *lemmatiser, const ja_lemma_word *word,
                            unsigned tag, ja_upos upos)
{
    ja_slice whole = {word->bytes, word->length};
    const char *script = find(lemmatiser, ja_lemma_key(JA_LEMMA_WORD_TAG, tag, whole));
    if (!script)
        script = find(lemmatiser, ja_lemma_key(JA_LEMMA_WORD_UPOS, upos, whole));
    for (unsigned i = word->endings; !script && i-- > 0;) {
        ja_slice ending = {word->bytes + word->start[i], word->length - word->start[i]};
        script = find(lemmatiser, ja_lemma_key(JA_LEMMA_ENDING_TAG, tag, ending));
    }
    return script ? script : UNCHANGED;
}

size_t ja_lemma_apply(const char *script, ja_slice form, char *out)
{
    size_t used = form.length, length;
    if (script[0] == 'l')
        used = write_lower(form, out, form.length * 2 + 4);
    else
        memcpy(out, form.at, form.length);
    for (int cut = script[1] - 'a'; cut > 0 && used > 0; cut--) {
        (void)ja_decode_before((ja_slice){out, used}, used, &length);
        used -= length;
    }
    size_t added = strlen(script + 2);
    memcpy(out + used, script + 2, added);
    if (used + added > 0)
        return used + added;
    memcpy(out, form.at, form.length); /* a rule for longer words */
    return form.length;
}

/* Every script starts behind a NUL, has its two letters and is not too long. */
static bool script_is_sound(ja_slice scripts, size_t at)
{
    if (at >= scripts.length || (at > 0 && scripts.at[at - 1] != '\0'))
        return false;
    const char *end = memchr(scripts.at + at, '\0', scripts.length - at);
    size_t length = end ? (size_t)(end - scripts.at) - at : 0;
    return length >= 2 && length < JA_LEMMA_SCRIPT && scripts.at[at + 1] >= 'a';
}

bool ja_lemmatiser_open(ja_lemmatiser *lemmatiser, ja_slice bytes)
{
    uint32_t count;
    if (bytes.length < 2 * sizeof count)
        return false;
    memcpy(&count, bytes.at, sizeof count);
    size_t rest = bytes.length - 2 * sizeof count;
    if (!count || (count & (count - 1)) || rest / sizeof(ja_lemma_rule) < count)
        return false;
    lemmatiser->rule_count = count;
    lemmatiser->rules = (const ja_lemma_rule *)(const void *)(bytes.at + 2 * sizeof count);
    size_t table = count * sizeof(ja_lemma_rule), used = 0;
    lemmatiser->scripts = (ja_slice){bytes.at + 2 * sizeof count + table, rest - table};
    for (uint32_t i = 0; i < count; i++) {
        used += lemmatiser->rules[i].script != 0;
        if (lemmatiser->rules[i].script &&
            !script_is_sound(lemmatiser->scripts, lemmatiser->rules[i].script - 1))
            return false;
    }
    return used < count; /* a free slot ends every search */
}
