#include "language/builtin.h"

#include <stdio.h>
#include <string.h>

#include "base/embedded.h"
#include "base/error.h"
#include "base/lazy.h"

typedef struct builtin {
    const ja_language *language;
    ja_lazy lazy;
    ja_model model;
    jaccuse_status status; /* of the model, once it is loaded */
    jaccuse_error error;
} builtin;

/* A place for each language; what is behind them is loaded one by one. */
static builtin *builtins;
static ja_lazy lazy = JA_LAZY_INIT;

static void make_places(void *unused)
{
    (void)unused;
    size_t count = jaccuse_language_count();
    builtins = JA_NEW_N(&lazy.arena, builtin, count);
    for (size_t i = 0; i < count; i++) {
        builtins[i].language = ja_language_of(jaccuse_language_code(i));
        builtins[i].lazy = (ja_lazy)JA_LAZY_INIT;
    }
}

static jaccuse_status open_model(builtin *place)
{
    char path[64];
    const char *name = place->language->name;
    snprintf(path, sizeof path, "language/%s/parser.model", place->language->code);
    ja_slice bytes = ja_embedded_file(path);
    if (!bytes.at)
        return ja_fail(&place->error, JACCUSE_NOT_FOUND,
                       "this build has no model of %s, by which sentences are parsed", name);
    jaccuse_error inner;
    jaccuse_status status = ja_model_open(&place->model, bytes, &inner);
    if (status != JACCUSE_OK)
        return ja_fail(&place->error, status, "the built-in model of %s: %s", name, inner.message);
    if (strcmp(place->model.language, place->language->code) != 0)
        return ja_fail(&place->error, JACCUSE_ERROR_FORMAT,
                       "the built-in model of %s is one of \"%s\"", name, place->model.language);
    return JACCUSE_OK;
}

static void load(void *context)
{
    builtin *place = context;
    place->status = open_model(place);
}

jaccuse_status ja_builtin_model(const ja_model **out, const ja_language *language,
                                jaccuse_error *error)
{
    *out = NULL;
    if (!ja_lazy_load(&lazy, make_places, NULL))
        return ja_fail_memory(error);
    builtin *place = builtins;
    while (place->language != language)
        place++;
    if (!ja_lazy_load(&place->lazy, load, place))
        return ja_fail_memory(error);
    if (place->status == JACCUSE_OK)
        *out = &place->model;
    else if (error)
        *error = place->error;
    return place->status;
}
