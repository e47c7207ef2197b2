/* A record into the rows of a case file. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/fingerprint.h"
#include "base/limits.h"
#include "claim/record_pack.h"
#include "store/store.h"

/* One record on its way into the file. */
typedef struct addition {
    jaccuse_case *file;
    const jaccuse_record *record;
    ja_slice line;
    ja_buffer scratch;
    sqlite3_int64 article;
    sqlite3_int64 *actors, *claims; /* their rows, as many as the record has */
} addition;

/* What articles of the same text and source share. */
static void add_identity(ja_buffer *out, const jaccuse_record *record)
{
    const char *source = record->url ? record->url : record->outlet ? record->outlet : "";
    ja_slice exact = ja_fingerprint_exact(ja_slice_of(record->fingerprint));
    if (record->fingerprint)
        ja_buffer_printf(out, "%.*s %s", (int)exact.length, exact.at, source);
    else
        ja_buffer_printf(out, "- %s", record->article_id);
}

static sqlite3_stmt *statement(addition *work, ja_statement which)
{
    return ja_case_statement(work->file, which);
}

static void run(addition *work, sqlite3_stmt *prepared)
{
    ja_case_run(work->file, prepared);
}

static sqlite3_int64 run_insert(addition *work, sqlite3_stmt *prepared)
{
    run(work, prepared);
    return sqlite3_last_insert_rowid(work->file->database);
}

/* ---- Actors ---- */

static sqlite3_int64 row_of_actor(addition *work, const jaccuse_actor *actor)
{
    sqlite3_stmt *find = statement(work, JA_SQL_FIND_ACTOR);
    ja_bind_text(find, 1, actor->id);
    sqlite3_int64 row = ja_case_number(work->file, find);
    if (row)
        return row;
    sqlite3_stmt *add = statement(work, JA_SQL_ADD_ACTOR);
    ja_bind_text(add, 1, actor->id);
    ja_bind_text(add, 2, actor->name);
    ja_bind_text(add, 3, jaccuse_kind_name(actor->kind));
    return run_insert(work, add);
}

static void add_name(addition *work, sqlite3_int64 actor, const char *name)
{
    sqlite3_stmt *add = statement(work, JA_SQL_ADD_NAME);
    ja_bind_number(add, 1, work->article);
    ja_bind_number(add, 2, actor);
    ja_bind_text(add, 3, name);
    run(work, add);
}

static void add_actors(addition *work)
{
    const jaccuse_record *record = work->record;
    for (size_t i = 0; i < record->actor_count; i++)
        work->actors[i] = row_of_actor(work, &record->actors[i]);
    for (size_t i = 0; i < record->actor_count; i++) {
        const jaccuse_actor *actor = &record->actors[i];
        add_name(work, work->actors[i], actor->name);
        for (size_t k = 0; k < actor->alias_count; k++)
            add_name(work, work->actors[i], actor->aliases[k]);
        if (actor->of == JACCUSE_NONE || work->actors[actor->of] == work->actors[i])
            continue;
        sqlite3_stmt *set = statement(work, JA_SQL_SET_PRINCIPAL);
        ja_bind_number(set, 1, work->actors[actor->of]);
        ja_bind_number(set, 2, work->actors[i]);
        run(work, set);
    }
}

/* ---- Claims ---- */

static void sign_actors(addition *work, jaccuse_refs refs)
{
    for (size_t i = 0; i < refs.count; i++)
        ja_buffer_printf(&work->scratch, " %s", work->record->actors[refs.at[i]].id);
}

/* "accuse france > rwanda @ 120"; of a denial also what it answers. */
static const char *signature_of(addition *work, const jaccuse_claim *claim)
{
    ja_buffer *out = &work->scratch;
    out->length = 0;
    ja_buffer_add_string(out, jaccuse_act_name(claim->act));
    sign_actors(work, claim->by);
    ja_buffer_add_string(out, " >");
    sign_actors(work, claim->against);
    for (size_t i = 0; i < claim->answers.count; i++) {
        const jaccuse_claim *answered = &work->record->claims[claim->answers.at[i]];
        ja_buffer_add_string(out, ";");
        sign_actors(work, answered->by);
        ja_buffer_add_string(out, " >");
        sign_actors(work, answered->against);
    }
    ja_buffer_printf(out, " @ %zu", claim->evidence_at.begin);
    ja_case_note(work->file, out->failed ? SQLITE_NOMEM : SQLITE_OK);
    return out->at;
}

static void add_roles(addition *work, sqlite3_int64 claim, const char *role, jaccuse_refs refs)
{
    for (size_t i = 0; i < refs.count; i++) {
        sqlite3_stmt *add = statement(work, JA_SQL_ADD_ROLE);
        ja_bind_number(add, 1, claim);
        ja_bind_text(add, 2, role);
        ja_bind_number(add, 3, (sqlite3_int64)i);
        ja_bind_number(add, 4, work->actors[refs.at[i]]);
        run(work, add);
    }
}

static void add_evidence(addition *work, sqlite3_int64 row, const jaccuse_claim *claim)
{
    sqlite3_stmt *add = statement(work, JA_SQL_ADD_EVIDENCE);
    ja_bind_number(add, 1, row);
    ja_bind_text(add, 2, claim->evidence ? claim->evidence : "");
    ja_bind_number(add, 3, (sqlite3_int64)claim->evidence_at.begin);
    ja_bind_number(add, 4, (sqlite3_int64)claim->evidence_at.end);
    ja_bind_number(add, 5, (sqlite3_int64)claim->cue.begin);
    ja_bind_number(add, 6, (sqlite3_int64)claim->cue.end);
    run(work, add);
    sqlite3_stmt *search = statement(work, JA_SQL_ADD_SEARCH);
    ja_bind_number(search, 1, row);
    ja_bind_text(search, 2, claim->evidence ? claim->evidence : "");
    run(work, search);
}

static sqlite3_int64 add_claim(addition *work, const jaccuse_claim *claim)
{
    const char *signature = signature_of(work, claim);
    sqlite3_stmt *add = statement(work, JA_SQL_ADD_CLAIM);
    ja_bind_number(add, 1, work->article);
    ja_bind_text(add, 2, claim->id);
    ja_bind_text(add, 3, jaccuse_act_name(claim->act));
    ja_bind_text(add, 4, claim->charge);
    ja_bind_text(add, 5, jaccuse_certainty_name(claim->certainty));
    if (add)
        sqlite3_bind_double(add, 6, claim->confidence);
    ja_bind_text(add, 7, signature);
    sqlite3_int64 row = run_insert(work, add);
    add_roles(work, row, "by", claim->by);
    add_roles(work, row, "against", claim->against);
    add_roles(work, row, "via", claim->via);
    add_evidence(work, row, claim);
    return row;
}

static void add_claims(addition *work)
{
    const jaccuse_record *record = work->record;
    for (size_t i = 0; i < record->claim_count; i++)
        work->claims[i] = add_claim(work, &record->claims[i]);
    for (size_t i = 0; i < record->claim_count; i++)
        for (size_t k = 0; k < record->claims[i].answers.count; k++) {
            sqlite3_stmt *add = statement(work, JA_SQL_ADD_ANSWER);
            ja_bind_number(add, 1, work->claims[i]);
            ja_bind_number(add, 2, work->claims[record->claims[i].answers.at[k]]);
            run(work, add);
        }
}

/* ---- Articles ---- */

void ja_case_pack(jaccuse_case *file, sqlite3_int64 article, const jaccuse_record *record)
{
    ja_buffer packed;
    ja_buffer_init(&packed, JA_MAX_BUFFER);
    ja_record_pack(&packed, record);
    ja_case_note(file, packed.failed ? SQLITE_NOMEM : SQLITE_OK);
    sqlite3_stmt *pack = ja_case_statement(file, JA_SQL_PACK_RECORD);
    ja_bind_number(pack, 1, article);
    if (pack)
        sqlite3_bind_blob64(pack, 2, packed.at, packed.length, SQLITE_STATIC);
    ja_case_run(file, pack);
    ja_buffer_clear(&packed);
}

static sqlite3_int64 story_of(addition *work)
{
    ja_slice exact = ja_fingerprint_exact(ja_slice_of(work->record->fingerprint));
    sqlite3_stmt *find = statement(work, JA_SQL_FIND_STORY);
    ja_bind_slice(find, 1, exact);
    sqlite3_int64 story = ja_case_number(work->file, find);
    if (story)
        return story;
    sqlite3_stmt *add = statement(work, JA_SQL_ADD_STORY);
    ja_bind_slice(add, 1, exact);
    return run_insert(work, add);
}

static sqlite3_int64 add_article(addition *work, const char *identity)
{
    const jaccuse_record *record = work->record;
    sqlite3_int64 story = story_of(work);
    sqlite3_stmt *add = statement(work, JA_SQL_ADD_ARTICLE);
    ja_bind_text(add, 1, identity);
    ja_bind_text(add, 2, record->article_id);
    ja_bind_text(add, 3, record->language);
    ja_bind_text(add, 4, record->title);
    ja_bind_text(add, 5, record->outlet);
    ja_bind_text(add, 6, record->url);
    ja_bind_text(add, 7, record->date);
    ja_bind_text(add, 8, record->path);
    ja_bind_number(add, 9, story);
    ja_bind_slice(add, 10, work->line);
    return run_insert(work, add);
}

/* Whether two records tell the same: all but where the article was found. */
static bool tell_the_same(const jaccuse_record *a, const jaccuse_record *b)
{
    char *text[2] = {NULL, NULL};
    size_t length[2];
    jaccuse_record bare[2] = {*a, *b};
    bool printed = true;
    for (size_t i = 0; i < 2; i++) {
        bare[i].path = NULL;
        bare[i].article_id = "";
        printed = printed && jaccuse_record_print(&text[i], &length[i], &bare[i], NULL) == JACCUSE_OK;
    }
    bool same = printed && length[0] == length[1] && memcmp(text[0], text[1], length[0]) == 0;
    free(text[0]);
    free(text[1]);
    return same;
}

static bool tells_what_is_there(const addition *work, ja_slice there)
{
    if (ja_equal(there, work->line))
        return true;
    jaccuse_record *old;
    if (jaccuse_record_parse(&old, there.at, there.length, NULL) != JACCUSE_OK)
        return false;
    bool same = tell_the_same(old, work->record);
    jaccuse_record_free(old);
    return same;
}

/* Makes room for what the article tells now. */
static void clear_article(addition *work)
{
    static const ja_statement drops[] = {JA_SQL_DROP_SEARCH, JA_SQL_DROP_CLAIMS, JA_SQL_DROP_NAMES};
    for (size_t i = 0; i < sizeof drops / sizeof *drops; i++) {
        sqlite3_stmt *drop = statement(work, drops[i]);
        ja_bind_number(drop, 1, work->article);
        run(work, drop);
    }
    sqlite3_stmt *replace = statement(work, JA_SQL_REPLACE_RECORD);
    ja_bind_slice(replace, 1, work->line);
    ja_bind_number(replace, 2, work->article);
    run(work, replace);
}

/* Finds the article's row, or makes it. */
static jaccuse_added place_article(addition *work)
{
    add_identity(&work->scratch, work->record);
    ja_case_note(work->file, work->scratch.failed ? SQLITE_NOMEM : SQLITE_OK);
    sqlite3_stmt *find = statement(work, JA_SQL_FIND_ARTICLE);
    ja_bind_text(find, 1, work->scratch.at);
    if (!ja_case_step(work->file, find)) {
        work->article = add_article(work, work->scratch.at);
        return JACCUSE_ADDED;
    }
    work->article = sqlite3_column_int64(find, 0);
    const char *record = (const char *)sqlite3_column_text(find, 1);
    ja_slice there = {record, (size_t)sqlite3_column_bytes(find, 1)};
    bool same = record && tells_what_is_there(work, there);
    sqlite3_reset(find);
    if (same)
        return JACCUSE_THERE;
    clear_article(work);
    return JACCUSE_READ_AGAIN;
}

static jaccuse_added add_record(addition *work)
{
    jaccuse_added added = place_article(work);
    if (added == JACCUSE_THERE)
        return added;
    size_t actors = work->record->actor_count, claims = work->record->claim_count;
    work->actors = calloc(actors + claims + 1, sizeof *work->actors);
    work->claims = work->actors ? work->actors + actors : NULL;
    ja_case_note(work->file, work->actors ? SQLITE_OK : SQLITE_NOMEM);
    if (work->actors && work->file->status == JACCUSE_OK) {
        ja_case_pack(work->file, work->article, work->record);
        add_actors(work);
        add_claims(work);
    }
    free(work->actors);
    return added;
}

jaccuse_status jaccuse_case_add(jaccuse_case *file, const jaccuse_record *record, const char *line,
                                size_t length, jaccuse_added *added, jaccuse_error *error)
{
    if (!file->in_batch)
        return ja_fail_at(error, JACCUSE_ERROR_ARGUMENT, file->path, 0, "no batch is open");
    addition work = {.file = file, .record = record, .line = ja_trim((ja_slice){line, length})};
    ja_buffer_init(&work.scratch, JA_MAX_BUFFER);
    *added = add_record(&work);
    ja_buffer_clear(&work.scratch);
    if (file->status != JACCUSE_OK) {
        sqlite3_exec(file->database, "ROLLBACK", NULL, NULL, NULL);
        file->in_batch = false;
    }
    return ja_case_status(file, error);
}

jaccuse_status jaccuse_case_begin(jaccuse_case *file, jaccuse_error *error)
{
    ja_case_run(file, ja_case_statement(file, JA_SQL_BEGIN));
    file->in_batch = file->status == JACCUSE_OK;
    return ja_case_status(file, error);
}

jaccuse_status jaccuse_case_commit(jaccuse_case *file, jaccuse_error *error)
{
    ja_case_run(file, ja_case_statement(file, JA_SQL_COMMIT));
    file->in_batch = false;
    if (file->status != JACCUSE_OK)
        sqlite3_exec(file->database, "ROLLBACK", NULL, NULL, NULL);
    return ja_case_status(file, error);
}
