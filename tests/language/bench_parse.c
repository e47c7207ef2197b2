/* The speed of tagging, lemmas and trees alone, on one thread, reading and writing left out:
 *
 *     bench_parse LANG FILE.conllu     tells words a second, greedy and as usual */
#include <stdio.h>
#include <time.h>

#include "base/source.h"
#include "language/analyse.h"
#include "language/builtin.h"
#include "language/conllu.h"

enum { ROUNDS = 5, MAX_SENTENCES = 200000 };

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + 1e-9 * (double)time.tv_nsec;
}

static double words_a_second(const ja_model *model, const ja_conllu_sentence *sentences,
                             size_t count, bool greedy)
{
    size_t words = 0;
    double started = now();
    for (int round = 0; round < ROUNDS; round++) {
        ja_arena arena;
        ja_analyser analyser;
        ja_arena_init(&arena);
        ja_analyser_init(&analyser, model, &arena);
        analyser.greedy = greedy;
        for (size_t i = 0; i < count; i++) {
            ja_analyse(&analyser, sentences[i].words, sentences[i].count);
            words += sentences[i].count;
        }
        ja_arena_clear(&arena);
    }
    return (double)words / (now() - started);
}

int main(int argc, char **argv)
{
    static ja_conllu_sentence sentences[MAX_SENTENCES];
    jaccuse_error error = {0};
    ja_source *source;
    ja_slice text;
    ja_arena arena;
    ja_conllu reader;
    const ja_model *model;
    size_t count = 0;
    ja_arena_init(&arena);
    if (argc != 3 || ja_builtin_model(&model, ja_language_of(argv[1]), &error) != JACCUSE_OK ||
        ja_source_open(&source, argv[2], &error) != JACCUSE_OK ||
        ja_source_rest(source, (size_t)1 << 30, &text, &error) != JACCUSE_OK) {
        fprintf(stderr, "bench_parse: %s\n", error.message);
        return 2;
    }
    ja_conllu_init(&reader, text);
    while (count < MAX_SENTENCES &&
           ja_conllu_next(&reader, &arena, &sentences[count], &error) == JACCUSE_OK)
        count++;
    printf("%.0f words/s greedy, %.0f with second looks\n",
           words_a_second(model, sentences, count, true),
           words_a_second(model, sentences, count, false));
    ja_source_close(source);
    ja_arena_clear(&arena);
    return 0;
}
