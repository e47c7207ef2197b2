#include "language/model.h"

#include <string.h>

#include "base/error.h"

static const char MAGIC[16] = "jaccuse model";

uint64_t ja_model_checksum(ja_slice model)
{
    const size_t begin = offsetof(ja_model_header, checksum), end = begin + sizeof(uint64_t);
    uint64_t hash = 0xCBF29CE484222325u;
    for (size_t i = 0; i < model.length; i++)
        if (i < begin || i >= end)
            hash = (hash ^ (unsigned char)model.at[i]) * 0x100000001B3u;
    return hash;
}

/* Features that help to tell how a word is attached. More of them make the trees worse: what a
 * treebank this small tells of each gets too thin. */
static uint64_t tree_atom(ja_upos upos, const char *features)
{
    static const char *const names[] = {"VerbForm", "PronType", "Case", "Poss"};
    const unsigned count = sizeof names / sizeof *names;
    ja_slice rest = ja_slice_of(features), field, name;
    uint64_t atom = ja_join(upos + 16u, 0);
    while (ja_next_field(&rest, '|', &field)) {
        ja_slice value = field;
        if (ja_next_field(&value, '=', &name) && ja_index_of(names, count, name) < count)
            atom = ja_join(atom, ja_lexeme_hash(field));
    }
    return atom;
}

static bool open_tags(ja_model *model, ja_slice bytes)
{
    ja_slice tag, name;
    while (ja_next_field(&bytes, '\0', &tag) && tag.length) {
        ja_slice rest = tag;
        unsigned upos = JA_UPOS_COUNT;
        if (ja_next_field(&rest, ' ', &name))
            upos = ja_index_of(ja_upos_names, JA_UPOS_COUNT, name);
        if (upos == JA_UPOS_COUNT || !rest.length || model->tag_count == JA_MODEL_TAGS)
            return false;
        model->tags[model->tag_count++] =
            (ja_tag_info){(ja_upos)upos, rest.at, tree_atom((ja_upos)upos, rest.at)};
    }
    return model->tag_count > 0;
}

static bool open_labels(ja_model *model, ja_slice bytes)
{
    ja_slice label;
    while (ja_next_field(&bytes, '\0', &label) && label.length) {
        if (model->label_count == JA_MODEL_LABELS)
            return false;
        model->labels[model->label_count++] = label.at;
    }
    return model->label_count > 0;
}

static bool open_allowed(ja_model *model, ja_slice bytes)
{
    size_t count = (size_t)2 * JA_NODE_KINDS * JA_NODE_KINDS;
    uint64_t known = model->label_count < 64 ? ((uint64_t)1 << model->label_count) - 1 : UINT64_MAX;
    if (bytes.length != count * sizeof(uint64_t))
        return false;
    model->allowed = (const uint64_t *)(const void *)bytes.at;
    for (size_t i = 0; i < count; i++)
        if (!model->allowed[i] || (model->allowed[i] & ~known))
            return false;
    return true;
}

/* Strings are read up to their NUL, so a section of strings must end in one. */
static bool ends_with_nul(ja_slice bytes)
{
    return bytes.length > 0 && bytes.at[bytes.length - 1] == '\0';
}

static bool open_sections(ja_model *model, const ja_slice section[JA_SECTIONS])
{
    return ends_with_nul(section[JA_SECTION_TAGS]) && ends_with_nul(section[JA_SECTION_LABELS]) &&
           open_tags(model, section[JA_SECTION_TAGS]) &&
           open_labels(model, section[JA_SECTION_LABELS]) &&
           open_allowed(model, section[JA_SECTION_ALLOWED]) &&
           ja_ambiguity_open(&model->ambiguity, section[JA_SECTION_AMBIGUITY]) &&
           ja_lemmatiser_open(&model->lemmas, section[JA_SECTION_LEMMAS]) &&
           ja_linear_open(&model->tagger, section[JA_SECTION_TAGGER]) &&
           ja_linear_open(&model->arcs, section[JA_SECTION_ARCS]) &&
           ja_linear_open(&model->labeller, section[JA_SECTION_LABELLER]) &&
           model->tagger.class_count == model->tag_count && model->arcs.class_count == 3 &&
           model->labeller.class_count == model->label_count;
}

jaccuse_status ja_model_open(ja_model *model, ja_slice bytes, jaccuse_error *error)
{
    ja_model_header header;
    *model = (ja_model){.tag_count = 0};
    if (bytes.length < sizeof header || memcmp(bytes.at, MAGIC, sizeof MAGIC) != 0)
        return ja_fail(error, JACCUSE_ERROR_FORMAT, "this is no model of jaccuse");
    memcpy(&header, bytes.at, sizeof header);
    if (header.format != JA_MODEL_FORMAT)
        return ja_fail(error, JACCUSE_ERROR_FORMAT,
                       "the model has format %u; this version reads format %u", header.format,
                       JA_MODEL_FORMAT);
    if (header.features != JA_MODEL_FEATURES)
        return ja_fail(error, JACCUSE_ERROR_FORMAT,
                       "the model was trained with features %u; this version has features %u",
                       header.features, JA_MODEL_FEATURES);
    ja_slice body = {bytes.at + sizeof header, bytes.length - sizeof header};
    if (ja_model_checksum(bytes) != header.checksum || header.language[7] != '\0')
        return ja_fail(error, JACCUSE_ERROR_FORMAT, "the model is damaged: its checksum is wrong");
    memcpy(model->language, header.language, sizeof model->language);
    ja_slice section[JA_SECTIONS];
    for (unsigned i = 0; i < JA_SECTIONS; i++) {
        size_t padded = ((size_t)header.size[i] + 7) / 8 * 8;
        if (padded > body.length)
            return ja_fail(error, JACCUSE_ERROR_FORMAT, "the model is damaged: section %u is short",
                           i);
        section[i] = (ja_slice){body.at, header.size[i]};
        body = (ja_slice){body.at + padded, body.length - padded};
    }
    if (!open_sections(model, section))
        return ja_fail(error, JACCUSE_ERROR_FORMAT, "the model is damaged");
    return JACCUSE_OK;
}
