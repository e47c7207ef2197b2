#include "language/forest.h"

#include <string.h>

static const char *const names[JA_DEP_COUNT] = {
    [JA_DEP_OTHER] = "dep",
    [JA_DEP_ROOT] = "root",
    [JA_DEP_NSUBJ] = "nsubj",
    [JA_DEP_NSUBJ_PASS] = "nsubj:pass",
    [JA_DEP_NSUBJ_CAUS] = "nsubj:caus",
    [JA_DEP_CSUBJ] = "csubj",
    [JA_DEP_CSUBJ_PASS] = "csubj:pass",
    [JA_DEP_OBJ] = "obj",
    [JA_DEP_IOBJ] = "iobj",
    [JA_DEP_OBL] = "obl",
    [JA_DEP_OBL_AGENT] = "obl:agent",
    [JA_DEP_NMOD] = "nmod",
    [JA_DEP_NMOD_POSS] = "nmod:poss",
    [JA_DEP_AMOD] = "amod",
    [JA_DEP_APPOS] = "appos",
    [JA_DEP_CCOMP] = "ccomp",
    [JA_DEP_XCOMP] = "xcomp",
    [JA_DEP_ADVCL] = "advcl",
    [JA_DEP_ACL] = "acl",
    [JA_DEP_RELCL] = "acl:relcl",
    [JA_DEP_CONJ] = "conj",
    [JA_DEP_CC] = "cc",
    [JA_DEP_CASE] = "case",
    [JA_DEP_MARK] = "mark",
    [JA_DEP_DET] = "det",
    [JA_DEP_COP] = "cop",
    [JA_DEP_AUX] = "aux",
    [JA_DEP_AUX_TENSE] = "aux:tense",
    [JA_DEP_AUX_PASS] = "aux:pass",
    [JA_DEP_AUX_CAUS] = "aux:caus",
    [JA_DEP_ADVMOD] = "advmod",
    [JA_DEP_PARATAXIS] = "parataxis",
    [JA_DEP_EXPL] = "expl",
    [JA_DEP_EXPL_SUBJ] = "expl:subj",
    [JA_DEP_EXPL_PASS] = "expl:pass",
    [JA_DEP_FLAT] = "flat",
    [JA_DEP_FIXED] = "fixed",
    [JA_DEP_COMPOUND] = "compound",
    [JA_DEP_NUMMOD] = "nummod",
    [JA_DEP_DISLOCATED] = "dislocated",
    [JA_DEP_ORPHAN] = "orphan",
    [JA_DEP_PUNCT] = "punct",
};

const char *ja_deprel_name(ja_deprel relation)
{
    return names[relation];
}

static ja_deprel relation_of(const char *deprel)
{
    for (size_t i = 1; deprel && i < JA_DEP_COUNT; i++)
        if (strcmp(names[i], deprel) == 0)
            return (ja_deprel)i;
    return JA_DEP_OTHER;
}

/* The extent of each subtree: what a word hands up to its head, from the leaves on. A head may
 * stand on either side of its children, so words are handed up until nothing grows. */
static void measure(ja_branch *at, size_t first, size_t count)
{
    for (bool grown = true; grown;) {
        grown = false;
        for (size_t i = first; i < first + count; i++) {
            if (at[i].head == JA_NO_WORD)
                continue;
            ja_branch *head = &at[at[i].head];
            if (at[i].begin < head->begin) {
                head->begin = at[i].begin;
                grown = true;
            }
            if (at[i].end > head->end) {
                head->end = at[i].end;
                grown = true;
            }
        }
    }
}

static void plant(const ja_forest *forest, size_t index)
{
    const ja_sentence *sentence = &forest->document->sentences[index];
    const ja_word *words = forest->document->words;
    size_t first = sentence->first_word, count = sentence->word_count;
    for (size_t i = first; i < first + count; i++)
        forest->at[i] = (ja_branch){.relation = relation_of(words[i].deprel),
                                    .head = words[i].head ? first + words[i].head - 1 : JA_NO_WORD,
                                    .first_child = JA_NO_WORD,
                                    .next = JA_NO_WORD,
                                    .begin = i,
                                    .end = i + 1,
                                    .sentence = index};
    for (size_t i = first + count; i-- > first;) {
        ja_branch *word = &forest->at[i];
        if (word->head == JA_NO_WORD)
            continue;
        word->next = forest->at[word->head].first_child;
        forest->at[word->head].first_child = i;
    }
    measure(forest->at, first, count);
}

ja_forest ja_forest_of(ja_arena *arena, const ja_document *document)
{
    ja_forest forest = {
        .document = document,
        .at = JA_NEW_N(arena, ja_branch, document->word_count),
        .word_of_token = JA_NEW_N(arena, size_t, document->token_count),
    };
    for (size_t token = 0, word = 0; token < document->token_count; token++) {
        while (word + 1 < document->word_count && document->words[word].token < token)
            word++;
        bool inside = word > 0 && document->words[word].token > token;
        forest.word_of_token[token] = inside ? word - 1 : word;
    }
    for (size_t i = 0; i < document->sentence_count; i++)
        plant(&forest, i);
    return forest;
}

size_t ja_child(const ja_forest *forest, size_t word, ja_deprel relation, size_t after)
{
    size_t child = after == JA_NO_WORD ? forest->at[word].first_child : forest->at[after].next;
    while (child != JA_NO_WORD && forest->at[child].relation != relation)
        child = forest->at[child].next;
    return child;
}

bool ja_is_beneath(const ja_forest *forest, size_t word, size_t head)
{
    while (word != JA_NO_WORD && word != head)
        word = forest->at[word].head;
    return word == head;
}
