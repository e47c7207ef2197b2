/* Why each claim was made, and what stopped the others: for people who check the extractor. */
#include "claim/explain.h"

#include <string.h>

#include "claim/clause.h"
#include "claim/confidence.h"

static const char *const stop_names[JA_STOP_COUNT] = {
    [JA_STOP_NONE] = "kept",
    [JA_STOP_NEGATED] = "negated",
    [JA_STOP_REFUSED] = "refused or taken back",
    [JA_STOP_HYPOTHETICAL] = "hypothetical",
    [JA_STOP_TO_COME] = "still to come",
    [JA_STOP_ASKED] = "a question",
    [JA_STOP_NOT_VERBAL] = "no verb here",
    [JA_STOP_NO_ROLE] = "a role is empty",
    [JA_STOP_SELF] = "of one's own side",
    [JA_STOP_UNSURE] = "too unsure",
    [JA_STOP_NO_ANSWER] = "answers nothing",
    [JA_STOP_REPEATED] = "told already",
};
static const char *const mention_names[] = {
    [JA_MENTION_KNOWN] = "a known name", [JA_MENTION_NAME] = "a name",
    [JA_MENTION_ROLE] = "a role",        [JA_MENTION_DEMONYM] = "an adjective of a place",
    [JA_MENTION_PRONOUN] = "a pronoun",
};

typedef struct explaining {
    const ja_reading *reading;
    ja_buffer *out;
} explaining;

static void add_text(const explaining *work, jaccuse_span span)
{
    ja_slice text = work->reading->document->text;
    for (size_t i = span.begin; i < span.end; i++) {
        bool blank = strchr("\n\r\t", text.at[i]) != NULL;
        ja_buffer_add(work->out, blank ? " " : text.at + i, 1);
    }
}

static void add_actors(const explaining *work, const ja_indices *actors)
{
    for (size_t i = 0; i < actors->count; i++)
        ja_buffer_printf(work->out, "%s%s", i ? ", " : "",
                         work->reading->actors.at[actors->at[i]].id);
    if (actors->count == 0)
        ja_buffer_add_string(work->out, "-");
}

/* The relations from the cue up and down to the word: "nsubj", "conj obl:agent". */
static void add_path(const explaining *work, size_t word, size_t from)
{
    const ja_reading *reading = work->reading;
    size_t top = word;
    ja_buffer_add_string(work->out, ", by");
    while (top != JA_NO_WORD && !ja_is_beneath(&reading->forest, from, top)) {
        ja_buffer_printf(work->out, " %s", ja_deprel_name(ja_branch_at(reading, top)->relation));
        top = ja_branch_at(reading, top)->head;
    }
    for (size_t at = from; at != top && at != JA_NO_WORD; at = ja_branch_at(reading, at)->head)
        ja_buffer_printf(work->out, " ^%s", ja_deprel_name(ja_branch_at(reading, at)->relation));
}

static void add_role(const explaining *work, const ja_draft *draft, const char *role, size_t word)
{
    const ja_reading *reading = work->reading;
    if (word == JA_NO_WORD)
        return;
    ja_buffer_printf(work->out, "    %s: ", role);
    size_t mention = ja_mention_at(reading, word);
    if (mention == JA_NO_MENTION) {
        add_text(work, ja_word_at(reading, word)->at);
        ja_buffer_add_string(work->out, ", nobody known");
    } else {
        const ja_mention *at = &reading->mentions.at[mention];
        const ja_token *tokens = reading->document->tokens;
        add_text(work, (jaccuse_span){tokens[at->first].at.begin,
                                      tokens[at->first + at->count - 1].at.end});
        ja_buffer_printf(work->out, ", %s", mention_names[at->type]);
        if (at->actor != JACCUSE_NONE)
            ja_buffer_printf(work->out, " for %s", reading->actors.at[at->actor].id);
    }
    add_path(work, word, draft->word);
    ja_buffer_add_string(work->out, "\n");
}

static void add_signs(const explaining *work, const ja_draft *draft)
{
    ja_weighing weighing = ja_weighing_of(draft);
    ja_buffer_printf(work->out, "    weighed as %s %.2f:", ja_weighing_name(weighing),
                     draft->confidence);
    for (unsigned sign = 0; sign < JA_SIGN_COUNT; sign++)
        if (ja_draft_shows(draft, (ja_sign)sign))
            ja_buffer_printf(work->out, " %s %+.2f", ja_sign_name((ja_sign)sign),
                             ja_weight_of(weighing, (ja_sign)sign));
    ja_buffer_add_string(work->out, "\n");
}

static void add_draft(const explaining *work, const ja_draft *draft)
{
    ja_buffer_printf(work->out, "  %s ", jaccuse_act_name(draft->act));
    add_actors(work, &draft->by);
    if (draft->act == JACCUSE_ACCUSE) {
        ja_buffer_add_string(work->out, " -> ");
        add_actors(work, &draft->against);
    } else {
        for (size_t i = 0; i < draft->answers.count; i++) {
            const ja_draft *answered = &work->reading->drafts[draft->answers.at[i]];
            ja_buffer_add_string(work->out, i ? "; " : " of ");
            add_actors(work, &answered->by);
            ja_buffer_add_string(work->out, " -> ");
            add_actors(work, &answered->against);
        }
    }
    ja_buffer_printf(work->out, ": %s\n    cue: ", stop_names[draft->stop]);
    add_text(work, draft->cue_at);
    if (draft->cue)
        ja_buffer_printf(work->out, " (%.*s)", (int)draft->cue->lemma.length, draft->cue->lemma.at);
    ja_buffer_add_string(work->out, " at ");
    add_text(work, ja_word_at(work->reading, draft->word)->at);
    ja_buffer_add_string(work->out, "\n");
    add_role(work, draft, draft->act == JACCUSE_ACCUSE ? "accuser" : "denier", draft->by_word);
    add_role(work, draft, "accused", draft->against_word);
    if (draft->charge_at.end > draft->charge_at.begin) {
        ja_buffer_add_string(work->out, "    charge: ");
        add_text(work, draft->charge_at);
        ja_buffer_add_string(work->out, "\n");
    }
    add_signs(work, draft);
}

/* Who says what of the sentence, and what was made of it. */
static void add_sentence(const explaining *work, size_t index)
{
    const ja_reading *reading = work->reading;
    const ja_sentence *sentence = &reading->document->sentences[index];
    ja_buffer_printf(work->out, "%zu ", index + 1);
    add_text(work, sentence->at);
    ja_buffer_add_string(work->out, "\n");
    size_t last = JA_NO_UTTERANCE;
    for (size_t i = sentence->first_word; i < sentence->first_word + sentence->word_count; i++) {
        size_t said = reading->utterance_of_word[i];
        if (said == last)
            continue;
        last = said;
        if (said == JA_NO_UTTERANCE)
            continue;
        ja_buffer_add_string(work->out, "  said by ");
        add_actors(work, &reading->utterances[said].speakers);
        ja_buffer_add_string(work->out, " from: ");
        add_text(work, ja_word_at(reading, i)->at);
        ja_buffer_add_string(work->out, "\n");
    }
    for (size_t i = 0; i < reading->draft_count; i++)
        if (reading->drafts[i].sentence == index)
            add_draft(work, &reading->drafts[i]);
}

/* "china, state: China | Beijing" and, where he speaks for another, "of". */
static void add_actor(const explaining *work, const ja_actor *actor)
{
    ja_buffer_printf(work->out, "  %s, %s: %s", actor->id, jaccuse_kind_name(actor->kind),
                     actor->name);
    for (size_t i = 0; i < actor->alias_count; i++)
        ja_buffer_printf(work->out, " | %s", actor->aliases[i]);
    if (actor->of != JACCUSE_NONE)
        ja_buffer_printf(work->out, "; of %s", work->reading->actors.at[actor->of].id);
    ja_buffer_add_string(work->out, "\n");
}

void ja_explain(const ja_reading *reading, ja_buffer *out)
{
    explaining work = {reading, out};
    for (size_t i = 0; reading->utterance_of_word && i < reading->document->sentence_count; i++)
        add_sentence(&work, i);
    if (reading->actors.count)
        ja_buffer_add_string(out, "actors\n");
    for (size_t i = 0; i < reading->actors.count; i++)
        add_actor(&work, &reading->actors.at[i]);
}
