#include "language/ambiguity.h"

#include <string.h>

#include "language/feature.h"

unsigned ja_ambiguity_class(const ja_ambiguity *ambiguity, uint64_t form)
{
    uint32_t mask = ambiguity->slot_count - 1;
    for (uint32_t i = (uint32_t)(form >> 32) & mask;; i = (i + 1) & mask) {
        const ja_ambiguity_slot *slot = &ambiguity->slots[i];
        if (!slot->class || slot->check == (uint16_t)form)
            return slot->class;
    }
}

void ja_lexeme_classify(ja_lexeme *lexeme, unsigned class)
{
    lexeme->class = class ? class : ja_join(lexeme->suffix[1], lexeme->shape);
}

bool ja_ambiguity_open(ja_ambiguity *ambiguity, ja_slice bytes)
{
    uint32_t count, free_slots = 0;
    if (bytes.length < sizeof count)
        return false;
    memcpy(&count, bytes.at, sizeof count);
    if (!count || (count & (count - 1)) ||
        bytes.length != sizeof count + (size_t)count * sizeof(ja_ambiguity_slot))
        return false;
    ambiguity->slot_count = count;
    ambiguity->slots = (const ja_ambiguity_slot *)(const void *)(bytes.at + sizeof count);
    for (uint32_t i = 0; i < count; i++)
        free_slots += !ambiguity->slots[i].class;
    return free_slots > 0; /* one ends every search */
}
