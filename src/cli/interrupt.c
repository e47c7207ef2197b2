/* Ctrl-C: the run ends at once, and leaves nothing half-made behind. A case file needs no help: what
 * was committed to it is there. */
#include <signal.h>
#include <unistd.h>

#include "cli/cli.h"

static void stop(int number)
{
    jaccuse_streams_abandon();
    if (isatty(STDERR_FILENO) && write(STDERR_FILENO, "\n", 1) < 0)
        _exit(CLI_FAILED);
    _exit(128 + number);
}

void cli_heed_interrupts(void)
{
    struct sigaction action = {.sa_handler = stop};
    static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
        struct sigaction before;
        if (sigaction(signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
            sigaction(signals[i], &action, NULL);
    }
}
