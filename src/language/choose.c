#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/limits.h"
#include "base/source.h"
#include "language/builtin.h"
#include "language/choose.h"

struct jaccuse_model {
    ja_model model;
    char *bytes; /* of the file; malloc aligns them as a model must be */
};

static jaccuse_status read_bytes(ja_slice *out, const char *path, jaccuse_error *error)
{
    ja_source *source;
    ja_slice bytes;
    jaccuse_status status = ja_source_open(&source, path, error);
    if (status != JACCUSE_OK)
        return status;
    status = ja_source_rest(source, JA_MAX_MODEL, &bytes, error);
    if (status == JACCUSE_OK) {
        char *copy = malloc(bytes.length + 1);
        if (copy && bytes.length)
            memcpy(copy, bytes.at, bytes.length);
        *out = (ja_slice){copy, bytes.length};
        status = copy ? JACCUSE_OK : ja_fail_memory(error);
    }
    ja_source_close(source);
    return status;
}

static jaccuse_status open_bytes(jaccuse_model *model, ja_slice bytes, const char *path,
                                 jaccuse_error *error)
{
    jaccuse_error inner;
    jaccuse_status status = ja_model_open(&model->model, bytes, &inner);
    if (status != JACCUSE_OK)
        return ja_fail_at(error, status, path, 0, "%s", inner.message);
    if (jaccuse_language_count() == 0)
        return ja_fail_memory(error);
    if (!ja_language_of(model->model.language))
        return ja_fail_at(error, JACCUSE_ERROR_FORMAT, path, 0,
                          "the model is of \"%s\", which is no language that is read here",
                          model->model.language);
    return JACCUSE_OK;
}

jaccuse_status jaccuse_model_open(jaccuse_model **out, const char *path, jaccuse_error *error)
{
    *out = NULL;
    ja_slice bytes;
    jaccuse_status status = read_bytes(&bytes, path, error);
    if (status != JACCUSE_OK)
        return status;
    jaccuse_model *model = malloc(sizeof *model);
    status = model ? open_bytes(model, bytes, path, error) : ja_fail_memory(error);
    if (status != JACCUSE_OK) {
        free(model);
        free((void *)bytes.at);
        return status;
    }
    model->bytes = (char *)bytes.at;
    *out = model;
    return JACCUSE_OK;
}

const char *jaccuse_model_language(const jaccuse_model *model)
{
    return model->model.language;
}

void jaccuse_model_free(jaccuse_model *model)
{
    if (!model)
        return;
    free(model->bytes);
    free(model);
}

jaccuse_status ja_choose(ja_choice *out, const jaccuse_parse_options *options, ja_slice text,
                         const char *declared, const char *path, jaccuse_error *error)
{
    static const jaccuse_parse_options none = JACCUSE_PARSE_OPTIONS_INIT;
    *out = (ja_choice){NULL, NULL};
    options = options ? options : &none;
    if (options->model && !ja_language_of(declared))
        declared = options->model->model.language;
    jaccuse_status status =
        ja_choose_language(&out->language, options->language, text, declared, path, error);
    if (status != JACCUSE_OK)
        return status;
    if (!options->model)
        return ja_builtin_model(&out->model, out->language, error);
    out->model = &options->model->model;
    if (strcmp(out->model->language, out->language->code) != 0)
        return ja_fail_at(error, JACCUSE_ERROR_ARGUMENT, path, 0,
                          "is in %s, but the model is of \"%s\"", out->language->name,
                          out->model->language);
    return JACCUSE_OK;
}
