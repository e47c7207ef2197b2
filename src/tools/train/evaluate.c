#include "tools/train/evaluate.h"

#include <string.h>

#include "language/analyse.h"

static bool same_relation(const char *a, const char *b)
{
    size_t length = strcspn(a, ":");
    return length == strcspn(b, ":") && strncmp(a, b, length) == 0;
}

static void add_sample(ja_score *score, ja_analyser *analyser, const ja_sample *gold)
{
    ja_word *words = JA_NEW_N(analyser->arena, ja_word, gold->count + 1);
    for (uint32_t i = 0; i < gold->count; i++)
        words[i].form = gold->words[i].form;
    ja_analyse(analyser, words, gold->count);
    for (uint32_t i = 0; i < gold->count; i++) {
        const ja_word *right = &gold->words[i];
        bool head = words[i].head == right->head;
        score->words++;
        score->upos += words[i].upos == right->upos;
        score->tags += analyser->lexemes[i].tag == gold->tag[i];
        score->lemmas += ja_equal(words[i].lemma, right->lemma);
        score->heads += head;
        score->arcs += head && same_relation(words[i].deprel, right->deprel);
    }
}

ja_score ja_evaluate(const ja_model *model, const ja_treebank *gold)
{
    ja_score score = {0};
    ja_arena arena;
    ja_analyser analyser;
    ja_arena_init(&arena);
    ja_analyser_init(&analyser, model, &arena);
    for (size_t i = 0; i < gold->count; i++)
        add_sample(&score, &analyser, &gold->samples[i]);
    ja_arena_clear(&arena);
    return score;
}
