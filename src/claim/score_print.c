/* The tally as one line of JSON. */
#include <stdio.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/json_writer.h"
#include "base/limits.h"
#include "claim/score.h"

/* Rounded to what figures of so few articles can tell. */
static void put_figure(ja_json_writer *json, const char *key, double figure)
{
    char text[16];
    snprintf(text, sizeof text, "%.4f", figure);
    ja_json_number_member(json, key, strtod(text, NULL));
}

static void put_counts(ja_json_writer *json, jaccuse_counts counts)
{
    ja_json_open(json, '{');
    put_figure(json, "p", jaccuse_precision(counts));
    put_figure(json, "r", jaccuse_recall(counts));
    put_figure(json, "f1", jaccuse_f1(counts));
    ja_json_size_member(json, "hit", counts.hit);
    ja_json_size_member(json, "extra", counts.extra);
    ja_json_size_member(json, "missed", counts.missed);
    ja_json_close(json, '}');
}

static void put_party(ja_json_writer *json, const char *key, jaccuse_party party)
{
    ja_json_key(json, key);
    if (!party.name) {
        ja_json_put_string(json, NULL);
        return;
    }
    ja_json_open(json, '{');
    ja_json_string_member(json, "id", party.id);
    ja_json_string_member(json, "name", party.name);
    ja_json_close(json, '}');
}

static void put_slip(ja_json_writer *json, const jaccuse_slip *slip)
{
    ja_json_open(json, '{');
    ja_json_string_member(json, "article", slip->article_id);
    ja_json_string_member(json, "level", jaccuse_score_level_name(slip->level));
    ja_json_string_member(json, "part", jaccuse_score_part_name(slip->part));
    ja_json_string_member(json, "kind", slip->kind == JACCUSE_MADE_UP ? "made up" : "missed");
    if (slip->part != JACCUSE_SCORE_DENIALS)
        put_party(json, "accuser", slip->accuser);
    put_party(json, "accused", slip->accused);
    if (slip->part != JACCUSE_SCORE_ACCUSATIONS)
        put_party(json, "denier", slip->denier);
    ja_json_close(json, '}');
}

static void put_tally(ja_json_writer *json, const jaccuse_tally *tally, int with_slips)
{
    ja_json_open(json, '{');
    ja_json_size_member(json, "articles", tally->articles);
    ja_json_size_member(json, "predicted", tally->predicted);
    for (int level = 0; level < JACCUSE_SCORE_LEVEL_COUNT; level++)
        for (int part = 0; part < JACCUSE_SCORE_PART_COUNT; part++) {
            char key[32];
            snprintf(key, sizeof key, "%s.%s", jaccuse_score_level_name((jaccuse_score_level)level),
                     jaccuse_score_part_name((jaccuse_score_part)part));
            ja_json_key(json, key);
            put_counts(json, tally->counts[level][part]);
        }
    if (with_slips) {
        ja_json_key(json, "errors");
        ja_json_open(json, '[');
        for (size_t i = 0; i < tally->slip_count; i++)
            put_slip(json, &tally->slips[i]);
        ja_json_close(json, ']');
    }
    ja_json_close(json, '}');
}

jaccuse_status jaccuse_tally_print(char **out, size_t *length, const jaccuse_tally *tally,
                                   int with_slips, jaccuse_error *error)
{
    *out = NULL;
    *length = 0;
    ja_buffer buffer;
    ja_buffer_init(&buffer, JA_MAX_BUFFER);
    ja_json_writer json = {.out = &buffer};
    put_tally(&json, tally, with_slips);
    ja_buffer_add(&buffer, "\n", 1);
    if (buffer.failed) {
        ja_buffer_clear(&buffer);
        return ja_fail_memory(error);
    }
    *out = buffer.at;
    *length = buffer.length;
    return JACCUSE_OK;
}
