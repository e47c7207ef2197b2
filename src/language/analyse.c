#include "language/analyse.h"

#include "language/tagger.h"

void ja_analyser_init(ja_analyser *analyser, const ja_model *model, ja_arena *arena)
{
    *analyser = (ja_analyser){.model = model, .arena = arena};
}

static void make_room(ja_analyser *analyser, size_t count)
{
    if (count <= analyser->capacity)
        return;
    analyser->capacity = count * 2;
    analyser->lexemes = JA_NEW_N(analyser->arena, ja_lexeme, analyser->capacity);
    analyser->nodes = JA_NEW_N(analyser->arena, ja_node, analyser->capacity + 2);
    ja_parser_init(&analyser->parser, analyser->arena, (uint32_t)analyser->capacity);
}

/* All lemmas of a sentence stand in one block. */
void ja_set_lemmas(const ja_model *model, ja_arena *arena, ja_word *words, size_t count,
                   ja_lexeme *lexemes)
{
    size_t room = 0;
    for (size_t i = 0; i < count; i++)
        room += words[i].form.length * 2 + JA_LEMMA_SCRIPT;
    char *out = ja_alloc(arena, room + 1, 1);
    for (size_t i = 0; i < count; i++) {
        const ja_tag_info *tag = &model->tags[lexemes[i].tag];
        ja_lemma_word word;
        ja_lemma_word_of(words[i].form, &word);
        const char *script = ja_lemma_script(&model->lemmas, &word, lexemes[i].tag, tag->upos);
        words[i].lemma = (ja_slice){out, ja_lemma_apply(script, words[i].form, out)};
        out += words[i].lemma.length;
        words[i].upos = tag->upos;
        words[i].features = tag->features;
        lexemes[i].word = ja_lexeme_hash(words[i].lemma);
    }
}

static void tag(const ja_analyser *analyser, size_t count)
{
    const ja_model *model = analyser->model;
    ja_upos upos[JA_MODEL_TAGS];
    for (unsigned i = 0; i < model->tagger.class_count; i++)
        upos[i] = model->tags[i].upos;
    ja_tag_held(&model->tagger, analyser->lexemes, count, analyser->held, upos);
}

void ja_analyse(ja_analyser *analyser, ja_word *words, size_t count)
{
    const ja_model *model = analyser->model;
    if (count == 0)
        return;
    make_room(analyser, count);
    ja_lexemes_of(words, count, analyser->lexemes);
    for (size_t i = 0; i < count; i++)
        ja_lexeme_classify(&analyser->lexemes[i],
                           ja_ambiguity_class(&model->ambiguity, analyser->lexemes[i].form));
    tag(analyser, count);
    ja_set_lemmas(model, analyser->arena, words, count, analyser->lexemes);
    ja_parser_nodes(model, analyser->lexemes, (uint32_t)count, analyser->nodes);
    analyser->parser.second_looks = analyser->greedy ? 0 : JA_SECOND_LOOKS;
    ja_parse(model, analyser->nodes, (uint32_t)count, &analyser->parser);
    for (size_t i = 0; i < count; i++) {
        uint32_t head = analyser->parser.state.head[i + 1];
        words[i].head = head <= count ? head : 0;
        words[i].deprel = model->labels[analyser->parser.state.label[i + 1]];
    }
}

const char *ja_tree_check(const ja_word *words, size_t count)
{
    size_t roots = 0;
    for (size_t i = 0; i < count; i++) {
        if (words[i].head > count)
            return "a head is no word of the sentence";
        if (!words[i].deprel)
            return "a word has no relation to its head";
        roots += words[i].head == 0;
    }
    if (count && roots != 1)
        return "the tree does not have one root";
    for (size_t i = 0; i < count; i++) {
        size_t steps = 0;
        for (size_t at = i; words[at].head && steps <= count; steps++)
            at = words[at].head - 1;
        if (steps > count)
            return "the tree has a cycle";
    }
    return NULL;
}
