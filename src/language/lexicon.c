#include "language/lexicon.h"

#include <string.h>

#include "language/feature.h"

unsigned ja_lexicon_class(const ja_lexicon *lexicon, uint64_t form)
{
    uint32_t mask = lexicon->slot_count - 1;
    for (uint32_t i = (uint32_t)(form >> 32) & mask;; i = (i + 1) & mask) {
        const ja_lexicon_slot *slot = &lexicon->slots[i];
        if (!slot->class || slot->check == (uint16_t)form)
            return slot->class;
    }
}

void ja_lexeme_classify(ja_lexeme *lexeme, unsigned class)
{
    lexeme->class = class ? class : ja_join(lexeme->suffix[1], lexeme->shape);
}

bool ja_lexicon_open(ja_lexicon *lexicon, ja_slice bytes)
{
    uint32_t count, free_slots = 0;
    if (bytes.length < sizeof count)
        return false;
    memcpy(&count, bytes.at, sizeof count);
    if (!count || (count & (count - 1)) ||
        bytes.length != sizeof count + (size_t)count * sizeof(ja_lexicon_slot))
        return false;
    lexicon->slot_count = count;
    lexicon->slots = (const ja_lexicon_slot *)(const void *)(bytes.at + sizeof count);
    for (uint32_t i = 0; i < count; i++)
        free_slots += !lexicon->slots[i].class;
    return free_slots > 0; /* one ends every search */
}
