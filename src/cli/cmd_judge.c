/* `judge`: a reviewer's verdict on a claim of a case file. */
#include <string.h>

#include "cli/cli.h"

cli_exit cmd_judge(const cli_settings *settings)
{
    const char *path = settings->arguments[0], *verdict = settings->arguments[2];
    bool right = strcmp(verdict, "right") == 0;
    jaccuse_case *file;
    jaccuse_error error;
    if ((!right && strcmp(verdict, "wrong") != 0) || settings->argument_count > 3) {
        cli_message("usage: jaccuse judge CASE CLAIM right|wrong");
        return CLI_USAGE;
    }
    if (!jaccuse_case_is(path)) {
        cli_message("%s: is no case file", path);
        return CLI_FAILED;
    }
    if (jaccuse_case_open_to_write(&file, path, &error) != JACCUSE_OK)
        return cli_fail(&error);
    jaccuse_status status =
        jaccuse_case_judge(file, settings->arguments[1], right, settings->note, &error);
    jaccuse_case_close(file);
    return status == JACCUSE_OK ? CLI_DONE : cli_fail(&error);
}
