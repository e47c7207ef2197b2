/* Build-time program: trains the model of one language from treebanks.
 *
 *     train -l LANG -d DEV.conllu -o MODEL [-a ASIDE.conllu]... TRAIN.conllu...
 *
 * ASIDE is of another kind than the text that the model is for (transcribed speech): the last
 * epochs leave it out.
 * The same files give the same bytes. Progress goes to standard error. */
#include <getopt.h>
#include <stdio.h>

#include "tools/train/training.h"

static int write_file(const char *path, const ja_buffer *bytes)
{
    FILE *out = fopen(path, "wb");
    bool written = out && fwrite(bytes->at, 1, bytes->length, out) == bytes->length;
    if ((out && fclose(out) != 0) || !written) {
        perror(path);
        return 4;
    }
    return 0;
}

int main(int argc, char **argv)
{
    const char *language = NULL, *dev_path = NULL, *out_path = NULL;
    ja_treebank train = {.count = 0}, dev = {.count = 0};
    ja_arena_init(&train.arena);
    ja_arena_init(&dev.arena);
    for (int option; (option = getopt(argc, argv, "l:d:o:a:")) != -1;)
        switch (option) {
        case 'a':
            ja_treebank_read(&train, optarg, true);
            break;
        case 'l':
            language = optarg;
            break;
        case 'd':
            dev_path = optarg;
            break;
        case 'o':
            out_path = optarg;
            break;
        default:
            return 2;
        }
    if (!language || !dev_path || !out_path || optind == argc) {
        fprintf(stderr, "usage: train -l LANG -d DEV -o MODEL [-a ASIDE]... TRAIN...\n");
        return 2;
    }
    for (int i = optind; i < argc; i++)
        ja_treebank_read(&train, argv[i], false);
    ja_treebank_read(&dev, dev_path, false);
    ja_buffer model;
    ja_buffer_init(&model, (size_t)1 << 28);
    ja_train(language, &train, &dev, &ja_usual_settings, &model);
    int status = write_file(out_path, &model);
    ja_buffer_clear(&model);
    ja_treebank_clear(&train);
    ja_treebank_clear(&dev);
    return status;
}
