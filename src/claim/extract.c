/* From one article to its record: the steps of the extractor in their order. */
#include <string.h>

#include "base/error.h"
#include "base/fingerprint.h"
#include "base/limits.h"
#include "base/unicode.h"
#include "claim/confidence.h"
#include "claim/explain.h"
#include "claim/held.h"
#include "claim/persons.h"
#include "claim/record.h"
#include "claim/steps.h"
#include "claim/utterance.h"
#include "language/analyse.h"
#include "language/choose.h"

typedef struct extraction {
    const jaccuse_article *article;
    ja_choice choice;
    ja_record *record;
    ja_arena scratch;       /* all that only the reading needs */
    ja_buffer *explanation; /* NULL: none is asked for */
    bool done;
} extraction;

static ja_slice text_of(const jaccuse_article *article)
{
    return (ja_slice){article->text, article->length};
}

static const char *copy_span(ja_arena *arena, const jaccuse_article *article, jaccuse_span span)
{
    return span.end > span.begin ? ja_copy(arena, article->text + span.begin, span.end - span.begin)
                                 : NULL;
}

/* Actors that a claim names and those they speak for get numbers in the order of the reading. */
typedef struct numbering {
    size_t *actor; /* of the reading -> of the record, or JACCUSE_NONE */
    size_t *claim; /* draft -> claim, or JACCUSE_NONE */
    size_t actor_count, claim_count;
} numbering;

static void mark_chain(const ja_reading *reading, numbering *numbers, size_t actor)
{
    while (actor != JACCUSE_NONE && numbers->actor[actor] == JACCUSE_NONE) {
        numbers->actor[actor] = 0;
        actor = reading->actors.at[actor].of;
    }
}

static void mark_all(const ja_reading *reading, numbering *numbers, const ja_indices *actors)
{
    for (size_t i = 0; i < actors->count; i++)
        mark_chain(reading, numbers, actors->at[i]);
}

/* The drafts that are kept, in the order of the text. */
static size_t *kept_in_order(const ja_reading *reading, size_t *count)
{
    size_t *order = JA_NEW_N(reading->arena, size_t, reading->draft_count);
    *count = 0;
    for (size_t i = 0; i < reading->draft_count; i++) {
        if (reading->drafts[i].stop != JA_STOP_NONE)
            continue;
        size_t at = (*count)++;
        for (; at > 0 && reading->drafts[order[at - 1]].token > reading->drafts[i].token; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    if (*count > JA_MAX_CLAIMS)
        *count = JA_MAX_CLAIMS;
    return order;
}

static numbering number(const ja_reading *reading)
{
    numbering numbers = {
        .actor = JA_NEW_N(reading->arena, size_t, reading->actors.count),
        .claim = JA_NEW_N(reading->arena, size_t, reading->draft_count),
    };
    for (size_t i = 0; i < reading->actors.count; i++)
        numbers.actor[i] = JACCUSE_NONE;
    for (size_t i = 0; i < reading->draft_count; i++)
        numbers.claim[i] = JACCUSE_NONE;
    size_t kept, *order = kept_in_order(reading, &kept);
    for (size_t i = 0; i < kept; i++) {
        const ja_draft *draft = &reading->drafts[order[i]];
        numbers.claim[order[i]] = numbers.claim_count++;
        mark_all(reading, &numbers, &draft->by);
        mark_all(reading, &numbers, &draft->against);
        mark_all(reading, &numbers, &draft->via);
    }
    for (size_t i = 0; i < reading->actors.count; i++)
        if (numbers.actor[i] != JACCUSE_NONE)
            numbers.actor[i] = numbers.actor_count++;
    return numbers;
}

static jaccuse_refs translate(ja_arena *arena, const ja_indices *indices, const size_t *numbers)
{
    size_t *refs = JA_NEW_N(arena, size_t, indices->count);
    size_t count = 0;
    for (size_t i = 0; i < indices->count; i++)
        if (numbers[indices->at[i]] != JACCUSE_NONE)
            refs[count++] = numbers[indices->at[i]];
    return (jaccuse_refs){refs, count};
}

static const char **copy_strings(ja_arena *arena, const char *const *strings, size_t count)
{
    const char **copies = JA_NEW_N(arena, const char *, count);
    for (size_t i = 0; i < count; i++)
        copies[i] = ja_copy_string(arena, strings[i]);
    return copies;
}

static void write_actors(const extraction *work, const ja_reading *reading,
                         const numbering *numbers)
{
    ja_arena *arena = &work->record->arena;
    jaccuse_actor *actors = JA_NEW_N(arena, jaccuse_actor, numbers->actor_count);
    for (size_t i = 0; i < reading->actors.count; i++) {
        const ja_actor *actor = &reading->actors.at[i];
        if (numbers->actor[i] == JACCUSE_NONE)
            continue;
        jaccuse_span *spans = JA_NEW_N(arena, jaccuse_span, actor->span_count);
        if (actor->span_count)
            memcpy(spans, actor->spans, actor->span_count * sizeof *spans);
        actors[numbers->actor[i]] = (jaccuse_actor){
            .id = ja_copy_string(arena, actor->id),
            .name = ja_copy_string(arena, actor->name),
            .aliases = copy_strings(arena, actor->aliases, actor->alias_count),
            .alias_count = actor->alias_count,
            .kind = actor->kind,
            .of = actor->of == JACCUSE_NONE ? JACCUSE_NONE : numbers->actor[actor->of],
            .mentions = spans,
            .mention_count = actor->span_count,
        };
    }
    work->record->public.actors = actors;
    work->record->public.actor_count = numbers->actor_count;
}

/* The span of a sentence, a leading bullet or dash left out. */
static jaccuse_span without_bullet(const ja_document *document, size_t index)
{
    const ja_sentence *sentence = &document->sentences[index];
    jaccuse_span span = sentence->at;
    for (size_t i = 0; i + 1 < sentence->count; i++) {
        const ja_token *token = &document->tokens[sentence->first + i];
        bool number = token->form.at[0] >= '0' && token->form.at[0] <= '9';
        if (token->word || number || token->quote != JA_NO_QUOTE || !token->space_after)
            break;
        span.begin = document->tokens[sentence->first + i + 1].at.begin;
    }
    return span;
}

static void write_claims(const extraction *work, const ja_reading *reading,
                         const numbering *numbers)
{
    ja_arena *arena = &work->record->arena;
    jaccuse_claim *claims = JA_NEW_N(arena, jaccuse_claim, numbers->claim_count);
    for (size_t i = 0; i < reading->draft_count; i++) {
        const ja_draft *draft = &reading->drafts[i];
        if (numbers->claim[i] == JACCUSE_NONE)
            continue;
        jaccuse_span sentence = without_bullet(reading->document, draft->sentence);
        claims[numbers->claim[i]] = (jaccuse_claim){
            .id = ja_format(arena, "c%zu", numbers->claim[i] + 1),
            .act = draft->act,
            .by = translate(arena, &draft->by, numbers->actor),
            .against = translate(arena, &draft->against, numbers->actor),
            .via = translate(arena, &draft->via, numbers->actor),
            .answers = translate(arena, &draft->answers, numbers->claim),
            .cue = draft->cue_at,
            .charge = copy_span(arena, work->article, draft->charge_at),
            .charge_at = draft->charge_at,
            .evidence = copy_span(arena, work->article, sentence),
            .evidence_at = sentence,
            .certainty = draft->certainty,
            .confidence = draft->confidence,
        };
    }
    work->record->public.claims = claims;
    work->record->public.claim_count = numbers->claim_count;
}

static void write_article(const extraction *work)
{
    ja_arena *arena = &work->record->arena;
    const jaccuse_article *article = work->article;
    jaccuse_record *record = &work->record->public;
    record->article_id = ja_copy_string(arena, article->id);
    record->language = ja_copy_string(arena, work->choice.language->code);
    record->title = copy_span(arena, article, article->title);
    record->outlet = ja_copy_string(arena, article->outlet);
    record->url = ja_copy_string(arena, article->url);
    record->date = ja_copy_string(arena, article->date);
    record->path = ja_copy_string(arena, article->path);
}

static bool may_claim(ja_cue_class class)
{
    return class == JA_CUE_ACCUSE || class == JA_CUE_SUSPECT || class == JA_CUE_DENY ||
           class == JA_CUE_DECLINE || class == JA_CUE_WRONG;
}

/* Whether anything is to be read: somebody accuses, denies or tells a wrong. */
static bool is_live(const ja_reading *reading)
{
    for (size_t i = 0; i < reading->cue_count; i++)
        if (may_claim(reading->cues[i].cue->class))
            return true;
    return false;
}

/* The trees of the sentences. */
static void analyse(const extraction *work, ja_reading *reading, ja_document *document)
{
    ja_split_words(reading->arena, document);
    const ja_upos *held = ja_held_words(reading->arena, reading->lexicon, document);
    ja_analyser analyser;
    ja_analyser_init(&analyser, work->choice.model, reading->arena);
    for (size_t i = 0; i < document->sentence_count; i++) {
        const ja_sentence *sentence = &document->sentences[i];
        analyser.held = held + sentence->first_word;
        ja_analyse(&analyser, document->words + sentence->first_word, sentence->word_count);
    }
    reading->forest = ja_forest_of(reading->arena, document);
}

static void read_article(const extraction *work, ja_reading *reading, ja_document *document)
{
    reading->document = document;
    reading->lexicon = ja_lexicon_of(work->choice.language);
    reading->cues =
        ja_lexicon_scan(reading->arena, reading->lexicon, document, &reading->cue_count);
    if (!is_live(reading))
        return;
    analyse(work, reading, document);
    reading->mentions = ja_find_mentions(reading->arena, reading->lexicon, &reading->forest);
    reading->actors = ja_resolve_actors(reading->arena, reading->lexicon, &reading->forest,
                                        &reading->mentions, work->article->date);
    ja_index_words(reading);
    ja_find_utterances(reading);
    ja_read_frames(reading);
    ja_read_content(reading);
    ja_read_relays(reading);
    ja_weigh_accusations(reading);
    ja_link_answers(reading);
    ja_weigh_denials(reading);
}

/* Runs on the scratch arena. */
static void read_all(void *context)
{
    extraction *work = context;
    ja_reading reading = {.arena = &work->scratch};
    read_article(work, &reading,
                 ja_segment(&work->scratch, work->choice.language, text_of(work->article),
                            work->article->title));
    if (work->explanation)
        ja_explain(&reading, work->explanation);
    numbering numbers = number(&reading);
    write_article(work);
    write_actors(work, &reading, &numbers);
    write_claims(work, &reading, &numbers);
    ja_record_make_triples(work->record);
    const char *fingerprint =
        ja_fingerprint(&work->scratch, text_of(work->article), work->article->title.end);
    work->record->public.fingerprint = ja_copy_string(&work->record->arena, fingerprint);
}

/* The inner run is for the scratch arena, the outer one for the record's. */
static void extract(void *context)
{
    extraction *work = context;
    work->done = ja_arena_run(&work->scratch, read_all, work);
}

/* All tables that an extraction takes; false: no memory. */
static bool load_tables(void)
{
    return jaccuse_language_count() > 0 && ja_gazetteer_count() > 0 && ja_roles_load() &&
           ja_confidence_load() && ja_person_count() > 0;
}

static jaccuse_status run(extraction *work, jaccuse_error *error)
{
    work->record = ja_record_new();
    if (!work->record)
        return ja_fail_memory(error);
    ja_arena_init(&work->scratch);
    bool done = ja_arena_run(&work->record->arena, extract, work) && work->done;
    ja_arena_clear(&work->scratch);
    if (done)
        return JACCUSE_OK;
    jaccuse_record_free(&work->record->public);
    return ja_fail_memory(error);
}

/* Reads the article; `explanation` may be NULL. */
static jaccuse_status extract_article(ja_record **out, const jaccuse_article *article,
                                      const jaccuse_extract_options *options,
                                      ja_buffer *explanation, jaccuse_error *error)
{
    if (article->length > JA_MAX_TEXT)
        return ja_fail_at(error, JACCUSE_ERROR_LIMIT, article->path, 0,
                          "text is longer than %zu bytes", JA_MAX_TEXT);
    if (!load_tables())
        return ja_fail_memory(error);
    extraction work = {.article = article, .explanation = explanation};
    jaccuse_parse_options parsing = {options ? options->language : NULL, NULL};
    jaccuse_status status = ja_choose(&work.choice, &parsing, text_of(article), article->language,
                                      article->path, error);
    if (status == JACCUSE_OK && !ja_lexicon_of(work.choice.language))
        status = ja_fail_memory(error);
    if (status == JACCUSE_OK)
        status = run(&work, error);
    *out = work.record;
    return status;
}

jaccuse_status jaccuse_extract(jaccuse_record **out, const jaccuse_article *article,
                               const jaccuse_extract_options *options, jaccuse_error *error)
{
    ja_record *record;
    *out = NULL;
    jaccuse_status status = extract_article(&record, article, options, NULL, error);
    if (status == JACCUSE_OK)
        *out = &record->public;
    return status;
}

jaccuse_status jaccuse_explain(char **out, size_t *length, const jaccuse_article *article,
                               const jaccuse_extract_options *options, jaccuse_error *error)
{
    ja_record *record;
    ja_buffer buffer;
    *out = NULL;
    *length = 0;
    ja_buffer_init(&buffer, JA_MAX_BUFFER);
    ja_buffer_printf(&buffer, "== %s\n", article->id);
    jaccuse_status status = extract_article(&record, article, options, &buffer, error);
    if (status == JACCUSE_OK)
        jaccuse_record_free(&record->public);
    if (status == JACCUSE_OK && buffer.failed)
        status = ja_fail_memory(error);
    if (status != JACCUSE_OK) {
        ja_buffer_clear(&buffer);
        return status;
    }
    *out = buffer.at;
    *length = buffer.length;
    return JACCUSE_OK;
}
