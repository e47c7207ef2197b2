/* Who does what in a clause, on trees given by hand: the rules without the parser. */
#include <stdio.h>

#include "arena_fixture.h"
#include "claim/clause.h"
#include "claim/judge.h"

/* One word a line: number of the head, relation, part of speech, features. */
static void plant(ja_document *document, const char *tree)
{
    for (size_t i = 0; i < document->word_count; i++) {
        unsigned head;
        char deprel[32], upos[16], features[64];
        int length = 0;
        if (sscanf(tree, " %u %31s %15s %63s%n", &head, deprel, upos, features, &length) != 4)
            fail_msg("word %zu has no line", i);
        tree += length;
        ja_word *word = &document->words[i];
        word->head = head;
        word->deprel = ja_copy_string(&arena, deprel);
        word->features = ja_copy_string(&arena, features);
        word->lemma = word->form;
        word->upos = JA_UPOS_X;
        for (unsigned k = 0; k < JA_UPOS_COUNT; k++)
            if (strcmp(ja_upos_names[k], upos) == 0)
                word->upos = (ja_upos)k;
    }
}

static ja_reading *reading_of(const char *code, const char *text, const char *tree)
{
    const ja_language *language = ja_language_of(code);
    ja_document *document = ja_segment(&arena, language, ja_slice_of(text), (jaccuse_span){0, 0});
    ja_split_words(&arena, document);
    assert_int_equal(document->sentence_count, 1);
    plant(document, tree);
    ja_reading *reading = JA_NEW(&arena, ja_reading);
    *reading = (ja_reading){.arena = &arena, .document = document};
    reading->lexicon = ja_lexicon_of(language);
    reading->forest = ja_forest_of(&arena, document);
    reading->cues = ja_lexicon_scan(&arena, reading->lexicon, document, &reading->cue_count);
    reading->mentions = ja_find_mentions(&arena, reading->lexicon, &reading->forest);
    reading->actors =
        ja_resolve_actors(&arena, reading->lexicon, &reading->forest, &reading->mentions, NULL);
    ja_index_words(reading);
    return reading;
}

static size_t word_of(const ja_reading *reading, const char *form)
{
    for (size_t i = 0; i < reading->document->word_count; i++)
        if (ja_equal(reading->document->words[i].form, ja_slice_of(form)))
            return i;
    fail_msg("no word %s", form);
    return JA_NO_WORD;
}

/* The form of the word, "-" for none. */
static void expect(const ja_reading *reading, size_t word, const char *form)
{
    ja_slice found = word == JA_NO_WORD ? JA_SLICE("-") : reading->document->words[word].form;
    if (!ja_equal(found, ja_slice_of(form)))
        fail_msg("%.*s, not %s", (int)found.length, found.at, form);
}

static void active_and_passive(void **state)
{
    (void)state;
    ja_reading *reading = reading_of("en", "France accused Rwanda.",
                                     "2 nsubj PROPN _  0 root VERB Tense=Past|VerbForm=Fin "
                                     "2 obj PROPN _  2 punct PUNCT _");
    size_t verb = word_of(reading, "accused");
    assert_false(ja_is_passive(reading, verb));
    expect(reading, ja_agent(reading, verb), "France");
    expect(reading, ja_patient(reading, verb), "Rwanda");
    reading = reading_of("en", "Rwanda was accused by France.",
                         "3 nsubj:pass PROPN _  3 aux:pass AUX _  "
                         "0 root VERB Tense=Past|VerbForm=Part  5 case ADP _  "
                         "3 obl:agent PROPN _  3 punct PUNCT _");
    verb = word_of(reading, "accused");
    assert_true(ja_is_passive(reading, verb));
    expect(reading, ja_agent(reading, verb), "France");
    expect(reading, ja_patient(reading, verb), "Rwanda");
}

/* "a accusé" is no passive, whatever its subject was taken for. */
static void perfect_is_active(void **state)
{
    (void)state;
    ja_reading *reading =
        reading_of("fr", "Paris a accusé Kigali.",
                   "3 nsubj:pass PROPN _  3 aux:tense AUX _  "
                   "0 root VERB Tense=Past|VerbForm=Part  3 obj PROPN _  3 punct PUNCT _");
    size_t verb = word_of(reading, "accusé");
    assert_false(ja_is_passive(reading, verb));
    expect(reading, ja_agent(reading, verb), "Paris");
}

static void control(void **state)
{
    (void)state;
    ja_reading *reading =
        reading_of("en", "Kenya urged Ghana to lie.",
                   "2 nsubj PROPN _  0 root VERB VerbForm=Fin  2 obj PROPN _  5 mark PART _  "
                   "2 xcomp VERB VerbForm=Inf  2 punct PUNCT _");
    expect(reading, ja_agent(reading, word_of(reading, "lie")), "Ghana");
    reading = reading_of("en", "Kenya denies lying.",
                         "2 nsubj PROPN _  0 root VERB VerbForm=Fin  2 xcomp VERB VerbForm=Ger  "
                         "2 punct PUNCT _");
    expect(reading, ja_agent(reading, word_of(reading, "lying")), "Kenya");
}

static void relative_clauses(void **state)
{
    (void)state;
    ja_reading *reading =
        reading_of("en", "Shell, which lies, fell.",
                   "6 nsubj PROPN _  4 punct PUNCT _  4 nsubj PRON PronType=Rel  "
                   "1 acl:relcl VERB VerbForm=Fin  4 punct PUNCT _  0 root VERB VerbForm=Fin  "
                   "6 punct PUNCT _");
    expect(reading, ja_agent(reading, word_of(reading, "lies")), "Shell");
    reading =
        reading_of("fr", "Shell, que Paris accuse, dément.",
                   "7 nsubj PROPN _  5 punct PUNCT _  5 obj PRON PronType=Rel  5 nsubj PROPN _  "
                   "1 acl:relcl VERB VerbForm=Fin  5 punct PUNCT _  0 root VERB VerbForm=Fin  "
                   "7 punct PUNCT _");
    size_t verb = word_of(reading, "accuse");
    expect(reading, ja_agent(reading, verb), "Paris");
    expect(reading, ja_patient(reading, verb), "Shell");
}

static void conjunction_shares_the_subject(void **state)
{
    (void)state;
    ja_reading *reading =
        reading_of("en", "Iran denied it and accused Israel.",
                   "2 nsubj PROPN _  0 root VERB VerbForm=Fin  2 obj PRON _  5 cc CCONJ _  "
                   "2 conj VERB VerbForm=Fin  5 obj PROPN _  2 punct PUNCT _");
    expect(reading, ja_agent(reading, word_of(reading, "accused")), "Iran");
}

/* The tree makes the verb an adjective of its object; the order of the words tells better. */
static void finite_verb_taken_for_a_participle(void **state)
{
    (void)state;
    ja_reading *reading =
        reading_of("en", "China rejected accusations.",
                   "0 root PROPN _  3 amod VERB Tense=Past|VerbForm=Part  1 conj NOUN _  "
                   "1 punct PUNCT _");
    size_t verb = word_of(reading, "rejected");
    assert_false(ja_is_passive(reading, verb));
    expect(reading, ja_patient(reading, verb), "accusations");
    expect(reading, ja_subject_nearby(reading, verb), "China");
}

static void owners_and_authors(void **state)
{
    (void)state;
    ja_reading *reading =
        reading_of("en", "Kenya hates Ghana's lies.",
                   "2 nsubj PROPN _  0 root VERB VerbForm=Fin  5 nmod:poss PROPN _  "
                   "3 case PART _  2 obj NOUN _  2 punct PUNCT _");
    expect(reading, ja_author(reading, word_of(reading, "lies")), "Ghana");
    reading = reading_of("fr", "Les mensonges de Paris.",
                         "2 det DET _  0 root NOUN _  4 case ADP _  2 nmod PROPN _  "
                         "2 punct PUNCT _");
    expect(reading, ja_author(reading, word_of(reading, "mensonges")), "Paris");
}

static void markers(void **state)
{
    (void)state;
    ja_reading *reading =
        reading_of("en", "Kenya blamed it on Ghana.",
                   "2 nsubj PROPN _  0 root VERB VerbForm=Fin  2 obj PRON _  5 case ADP _  "
                   "2 obl PROPN _  2 punct PUNCT _");
    size_t verb = word_of(reading, "blamed");
    expect(reading, ja_marked(reading, verb, JA_SLICE("on")), "Ghana");
    expect(reading, ja_marked(reading, verb, JA_SLICE("for")), "-");
}

/* ---- what stops a claim ---- */

static ja_stop stop_of(const char *code, const char *text, const char *tree, const char *verb)
{
    ja_reading *reading = reading_of(code, text, tree);
    return ja_judge_clause(reading, word_of(reading, verb)).stop;
}

static void small_words_stop_a_clause(void **state)
{
    (void)state;
    assert_int_equal(stop_of("en", "Kenya has not accused Ghana.",
                             "4 nsubj PROPN _  4 aux AUX _  4 advmod PART _  "
                             "0 root VERB VerbForm=Part  4 obj PROPN _  4 punct PUNCT _",
                             "accused"),
                     JA_STOP_NEGATED);
    assert_int_equal(stop_of("en", "No country accused Ghana.",
                             "2 det DET _  3 nsubj NOUN _  0 root VERB VerbForm=Fin  "
                             "3 obj PROPN _  3 punct PUNCT _",
                             "accused"),
                     JA_STOP_NEGATED);
    assert_int_equal(stop_of("en", "Kenya may accuse Ghana.",
                             "3 nsubj PROPN _  3 aux AUX _  0 root VERB VerbForm=Inf  "
                             "3 obj PROPN _  3 punct PUNCT _",
                             "accuse"),
                     JA_STOP_HYPOTHETICAL);
    assert_int_equal(stop_of("fr", "Paris accusera Kigali.",
                             "2 nsubj PROPN _  0 root VERB Tense=Fut|VerbForm=Fin  "
                             "2 obj PROPN _  2 punct PUNCT _",
                             "accusera"),
                     JA_STOP_TO_COME);
    assert_int_equal(stop_of("en", "Kenya accused Ghana.",
                             "2 nsubj PROPN _  0 root VERB VerbForm=Fin  2 obj PROPN _  "
                             "2 punct PUNCT _",
                             "accused"),
                     JA_STOP_NONE);
}

/* "without evidence" does not negate the accusing. */
static void a_negated_noun_negates_no_verb(void **state)
{
    (void)state;
    assert_int_equal(stop_of("en", "Kenya accused Ghana without evidence.",
                             "2 nsubj PROPN _  0 root VERB VerbForm=Fin  2 obj PROPN _  "
                             "5 case ADP _  2 obl NOUN _  2 punct PUNCT _",
                             "accused"),
                     JA_STOP_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(active_and_passive),
        cmocka_unit_test(perfect_is_active),
        cmocka_unit_test(control),
        cmocka_unit_test(relative_clauses),
        cmocka_unit_test(conjunction_shares_the_subject),
        cmocka_unit_test(finite_verb_taken_for_a_participle),
        cmocka_unit_test(owners_and_authors),
        cmocka_unit_test(markers),
        cmocka_unit_test(small_words_stop_a_clause),
        cmocka_unit_test(a_negated_noun_negates_no_verb),
    };
    return cmocka_run_group_tests(tests, open_arena, close_arena);
}
