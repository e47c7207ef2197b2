#include "tools/train/learn_ambiguity.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "language/ambiguity.h"
#include "tools/train/memory.h"

enum {
    MAX_CLASSES = 255,
    SHARE = 20,     /* a part of speech seen less than once in so many times is left out */
    WELL_KNOWN = 4, /* times that a form is seen for the list not to be asked */
};

typedef struct form_counts {
    uint64_t form;
    uint32_t of[JA_UPOS_COUNT];
} form_counts;

typedef struct class_count {
    uint64_t class;
    size_t count;
} class_count;

typedef struct learner {
    ja_arena arena;
    ja_map places; /* form -> index into forms */
    form_counts *forms;
    size_t form_count, form_capacity;
    class_count *classes; /* the most frequent first; the number of a class is its index + 1 */
    size_t class_count, class_capacity;
} learner;

static ja_slice key_of(const uint64_t *value)
{
    return (ja_slice){(const char *)value, sizeof *value};
}

/* The parts of speech by frequency, the first in the lowest bits; 0: there is none. */
static uint64_t class_of(const uint32_t counts[JA_UPOS_COUNT])
{
    uint32_t left[JA_UPOS_COUNT], all = 0;
    uint64_t class = 0;
    memcpy(left, counts, sizeof left);
    for (unsigned i = 0; i < JA_UPOS_COUNT; i++)
        all += counts[i];
    for (unsigned rank = 0; rank < 4; rank++) {
        unsigned best = 0;
        for (unsigned i = 1; i < JA_UPOS_COUNT; i++)
            if (left[i] > left[best])
                best = i;
        if (left[best] == 0 || left[best] * SHARE < all)
            break;
        class |= (uint64_t)(best + 1) << (rank * 5);
        left[best] = 0;
    }
    return class;
}

static int compare_classes(const void *a, const void *b)
{
    const class_count *x = a, *y = b;
    if (x->count != y->count)
        return x->count > y->count ? -1 : 1;
    return x->class < y->class ? -1 : x->class > y->class;
}

static void count_form(learner *work, uint64_t form, ja_upos upos)
{
    bool added;
    size_t place = *ja_map_put(&work->places, key_of(&form), work->form_count, &added);
    if (added) {
        form_counts fresh = {.form = form};
        JA_PUSH(&work->arena, work->forms, work->form_count, work->form_capacity, fresh);
    }
    work->forms[place].of[upos]++;
}

static uint32_t times_seen(const learner *work, uint64_t form)
{
    const size_t *place = ja_map_get(&work->places, key_of(&form));
    uint32_t all = 0;
    for (unsigned i = 0; place && i < JA_UPOS_COUNT; i++)
        all += work->forms[*place].of[i];
    return all;
}

static void count_forms(learner *work, const ja_treebank *treebank, const ja_word_list *list)
{
    for (size_t i = 0; i < treebank->count; i++)
        for (uint32_t j = 0; j < treebank->samples[i].count; j++)
            count_form(work, treebank->samples[i].lexemes[j].form,
                       treebank->samples[i].words[j].upos);
    for (size_t i = 0; i < list->count; i++) {
        ja_lexeme lexeme;
        ja_lexeme_of(list->words[i].form, &lexeme);
        if (times_seen(work, lexeme.form) < WELL_KNOWN)
            count_form(work, lexeme.form, list->words[i].upos);
    }
}

static void count_classes(learner *work)
{
    ja_map places;
    ja_map_init(&places, &work->arena);
    for (size_t i = 0; i < work->form_count; i++) {
        uint64_t class = class_of(work->forms[i].of);
        bool added;
        size_t place = *ja_map_put(&places, key_of(&class), work->class_count, &added);
        if (added) {
            class_count fresh = {class, 0};
            JA_PUSH(&work->arena, work->classes, work->class_count, work->class_capacity, fresh);
        }
        work->classes[place].count++;
    }
    qsort(work->classes, work->class_count, sizeof *work->classes, compare_classes);
    if (work->class_count > MAX_CLASSES)
        work->class_count = MAX_CLASSES;
}

/* A class too rare for a number of its own is that without its rarest part of speech. */
static unsigned number_of(const learner *work, uint64_t class)
{
    for (; class; class &= ~((uint64_t)0x1F << ((63 - __builtin_clzll(class)) / 5 * 5)))
        for (size_t i = 0; i < work->class_count; i++)
            if (work->classes[i].class == class)
                return (unsigned)i + 1;
    return 0;
}

static void write_slots(learner *work, ja_buffer *out)
{
    uint32_t count = 16;
    while ((size_t)count * 4 < work->form_count * 5)
        count *= 2;
    ja_ambiguity_slot *slots = JA_NEW_N(&work->arena, ja_ambiguity_slot, count);
    for (size_t i = 0; i < work->form_count; i++) {
        uint64_t form = work->forms[i].form;
        uint32_t at = (uint32_t)(form >> 32) & (count - 1);
        while (slots[at].class)
            at = (at + 1) & (count - 1);
        unsigned class = number_of(work, class_of(work->forms[i].of));
        slots[at] = (ja_ambiguity_slot){(uint16_t)form, (uint8_t) class, 0};
    }
    ja_buffer_add(out, &count, sizeof count);
    ja_buffer_add(out, slots, count * sizeof *slots);
}

static void classify(const learner *work, ja_treebank *treebank)
{
    for (size_t i = 0; i < treebank->count; i++)
        for (uint32_t j = 0; j < treebank->samples[i].count; j++) {
            ja_lexeme *lexeme = &treebank->samples[i].lexemes[j];
            form_counts others = work->forms[*ja_map_get(&work->places, key_of(&lexeme->form))];
            others.of[treebank->samples[i].words[j].upos]--;
            ja_lexeme_classify(lexeme, number_of(work, class_of(others.of)));
        }
}

void ja_learn_ambiguity(ja_treebank *treebank, const ja_word_list *list, ja_buffer *out)
{
    learner work = {.form_count = 0};
    ja_arena_init(&work.arena);
    ja_map_init(&work.places, &work.arena);
    count_forms(&work, treebank, list);
    count_classes(&work);
    write_slots(&work, out);
    classify(&work, treebank);
    ja_arena_clear(&work.arena);
}
