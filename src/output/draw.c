#include "output/draw.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"

static const char PROGRAM[] = "jaccuse-draw";
static const size_t MOST_COMPLAINT = 4096; /* bytes of standard error that are kept */

extern char **environ;

/* Takes the path where it is a program that can be run. */
static bool take(ja_draw_program *out, const char *folder, size_t length, const char *name)
{
    struct stat status;
    int used = snprintf(out->path, sizeof out->path, "%.*s%s%s", (int)length, folder,
                        length ? "/" : "", name);
    return used > 0 && (size_t)used < sizeof out->path && stat(out->path, &status) == 0 &&
           S_ISREG(status.st_mode) && access(out->path, X_OK) == 0;
}

static bool find_beside(ja_draw_program *out)
{
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self);
    if (length <= 0 || (size_t)length >= sizeof self)
        return false;
    while (length > 0 && self[length - 1] != '/')
        length--;
    return length > 1 && take(out, self, (size_t)length - 1, PROGRAM);
}

static bool find_in_path(ja_draw_program *out)
{
    ja_slice rest = ja_slice_of(getenv("PATH")), folder;
    while (ja_next_field(&rest, ':', &folder))
        if (folder.length > 0 && take(out, folder.at, folder.length, PROGRAM))
            return true;
    return false;
}

jaccuse_status ja_draw_find(ja_draw_program *out, const char *given, jaccuse_error *error)
{
    if (!given || !*given)
        given = secure_getenv("JACCUSE_DRAW");
    if (given && *given) {
        if (take(out, "", 0, given))
            return JACCUSE_OK;
        return ja_fail_at(error, JACCUSE_ERROR_DRAW, given, 0,
                          "the drawing program %s is not there or cannot be run", PROGRAM);
    }
    if (find_beside(out) || find_in_path(out))
        return JACCUSE_OK;
    return ja_fail(error, JACCUSE_ERROR_DRAW,
                   "the drawing program %s was not found: install it beside this program or in "
                   "PATH, or set JACCUSE_DRAW to its path",
                   PROGRAM);
}

/* A running drawing program. Descriptors are -1 where there are none. */
typedef struct drawer {
    pid_t pid; /* 0: not started */
    int input, output, output_end, complaints, complaints_end;
    struct timespec deadline;
    bool timed_out, overflowed;
    int state; /* as waitpid gives it */
} drawer;

/* Moves a descriptor away from 0 to 2, which the child gets anew. */
static bool lift(int *descriptor)
{
    if (*descriptor < 0 || *descriptor > STDERR_FILENO)
        return *descriptor >= 0;
    int low = *descriptor;
    *descriptor = fcntl(low, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
    close(low);
    return *descriptor >= 0;
}

static bool make_pipe(int *reader, int *writer)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) != 0)
        return false;
    *reader = ends[0];
    *writer = ends[1];
    bool lifted = lift(reader);
    return lift(writer) && lifted;
}

/* The input goes into a file in memory: so it can neither block nor raise SIGPIPE. */
static bool make_input(drawer *child, ja_slice input)
{
    child->input = memfd_create(PROGRAM, MFD_CLOEXEC);
    if (!lift(&child->input))
        return false;
    for (size_t done = 0; done < input.length;) {
        ssize_t written = write(child->input, input.at + done, input.length - done);
        if (written < 0 && errno != EINTR)
            return false;
        done += written > 0 ? (size_t)written : 0;
    }
    return lseek(child->input, 0, SEEK_SET) == 0;
}

static void close_one(int *descriptor)
{
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
}

static void set_deadline(drawer *child, unsigned seconds)
{
    clock_gettime(CLOCK_MONOTONIC, &child->deadline);
    child->deadline.tv_sec += seconds;
}

/* Milliseconds until the deadline, at least 0. */
static int time_left(const drawer *child)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    long long left = (long long)(child->deadline.tv_sec - now.tv_sec) * 1000 +
                     (child->deadline.tv_nsec - now.tv_nsec) / 1000000;
    return left < 0 ? 0 : left > INT_MAX ? INT_MAX : (int)left;
}

/* A group of its own, so that whatever it starts can be killed with it; signals as usual. */
static int set_attributes(posix_spawnattr_t *attributes)
{
    sigset_t none, usual;
    sigemptyset(&none);
    sigemptyset(&usual);
    sigaddset(&usual, SIGPIPE);
    sigaddset(&usual, SIGXFSZ);
    sigaddset(&usual, SIGCHLD);
    posix_spawnattr_setsigmask(attributes, &none);
    posix_spawnattr_setsigdefault(attributes, &usual);
    posix_spawnattr_setpgroup(attributes, 0);
    return posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK |
                                                    POSIX_SPAWN_SETSIGDEF);
}

/* Returns an errno, 0 for success. */
static int spawn(drawer *child, const ja_draw_program *program, const char *mode, unsigned seconds)
{
    char limit[16];
    snprintf(limit, sizeof limit, "%u", seconds);
    char *const arguments[] = {(char *)program->path, (char *)"--seconds", limit, (char *)mode,
                               NULL};
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    int problem = posix_spawn_file_actions_init(&actions);
    if (problem)
        return problem;
    problem = posix_spawnattr_init(&attributes);
    if (!problem) {
        problem = set_attributes(&attributes);
        if (!problem)
            problem = posix_spawn_file_actions_adddup2(&actions, child->input, STDIN_FILENO);
        if (!problem)
            problem = posix_spawn_file_actions_adddup2(&actions, child->output_end, STDOUT_FILENO);
        if (!problem)
            problem =
                posix_spawn_file_actions_adddup2(&actions, child->complaints_end, STDERR_FILENO);
        if (!problem)
            problem =
                posix_spawn(&child->pid, program->path, &actions, &attributes, arguments, environ);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    if (problem)
        child->pid = 0;
    return problem;
}

/* Reads what is there into `buffer`, as much as its ceiling takes; closes at the end. */
static void drain(int *descriptor, ja_buffer *buffer, size_t most, bool *overflowed)
{
    char bytes[65536];
    ssize_t count = read(*descriptor, bytes, sizeof bytes);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count <= 0) {
        close_one(descriptor);
        return;
    }
    size_t room = most > buffer->length ? most - buffer->length : 0;
    if ((size_t)count > room)
        *overflowed = true;
    ja_buffer_add(buffer, bytes, (size_t)count < room ? (size_t)count : room);
}

/* Listens until both streams end, the deadline passes or too much is said. */
static void listen_to(drawer *child, ja_buffer *output, ja_buffer *complaints)
{
    while ((child->output >= 0 || child->complaints >= 0) && !child->overflowed) {
        struct pollfd polled[2] = {{child->output, POLLIN, 0}, {child->complaints, POLLIN, 0}};
        int left = time_left(child);
        int ready = left > 0 ? poll(polled, 2, left) : 0;
        if (ready < 0 && errno == EINTR)
            continue;
        if (ready <= 0) {
            child->timed_out = true;
            return;
        }
        bool too_long = false; /* complaints may be cut */
        if (polled[0].revents)
            drain(&child->output, output, output->ceiling, &child->overflowed);
        if (polled[1].revents)
            drain(&child->complaints, complaints, MOST_COMPLAINT, &too_long);
    }
}

/* Waits for the end until the deadline; then, or when nobody listens any more, kills. */
static void reap(drawer *child)
{
    pid_t done = 0;
    while (!child->timed_out && !child->overflowed) {
        done = waitpid(child->pid, &child->state, WNOHANG);
        if (done != 0 && !(done < 0 && errno == EINTR))
            break;
        if (time_left(child) == 0)
            child->timed_out = true;
        nanosleep(&(struct timespec){0, 1000000}, NULL);
    }
    if (done == 0) {
        kill(-child->pid, SIGKILL);
        while ((done = waitpid(child->pid, &child->state, 0)) < 0 && errno == EINTR)
            continue;
    }
    if (done < 0) /* a host that ignores SIGCHLD loses the state: the answer alone must do */
        child->state = 0;
}

static jaccuse_status judge(drawer *child, const char *mode, unsigned seconds, ja_slice complaint,
                            jaccuse_error *error)
{
    ja_slice line = {"", 0};
    ja_next_field(&complaint, '\n', &line);
    if (child->timed_out || (WIFSIGNALED(child->state) && WTERMSIG(child->state) == SIGXCPU)) {
        child->timed_out = true;
        return ja_fail(error, JACCUSE_ERROR_DRAW, "%s %s took longer than %u s", PROGRAM, mode,
                       seconds);
    }
    if (child->overflowed)
        return ja_fail(error, JACCUSE_ERROR_DRAW, "%s %s answered too much", PROGRAM, mode);
    if (WIFSIGNALED(child->state))
        return ja_fail(error, JACCUSE_ERROR_DRAW, "%s %s crashed (%s)%s%.*s", PROGRAM, mode,
                       strsignal(WTERMSIG(child->state)), line.length ? ": " : "", (int)line.length,
                       line.at);
    if (WIFEXITED(child->state) && WEXITSTATUS(child->state) != 0)
        return ja_fail(error, JACCUSE_ERROR_DRAW, "%s %s failed (%d)%s%.*s", PROGRAM, mode,
                       WEXITSTATUS(child->state), line.length ? ": " : "", (int)line.length,
                       line.at);
    return JACCUSE_OK;
}

static jaccuse_status run(drawer *child, const ja_draw_program *program, const char *mode,
                          unsigned seconds, ja_slice input, ja_buffer *output, jaccuse_error *error)
{
    if (!make_input(child, input) || !make_pipe(&child->output, &child->output_end) ||
        !make_pipe(&child->complaints, &child->complaints_end))
        return ja_fail_errno(error, JACCUSE_ERROR_DRAW, program->path, "start");
    set_deadline(child, seconds);
    errno = spawn(child, program, mode, seconds);
    if (errno != 0)
        return ja_fail_errno(error, JACCUSE_ERROR_DRAW, program->path, "start");
    close_one(&child->output_end);
    close_one(&child->complaints_end);
    ja_buffer complaints;
    ja_buffer_init(&complaints, MOST_COMPLAINT);
    listen_to(child, output, &complaints);
    reap(child);
    jaccuse_status status =
        judge(child, mode, seconds, (ja_slice){complaints.at, complaints.length}, error);
    ja_buffer_clear(&complaints);
    return status == JACCUSE_OK && output->failed ? ja_fail_memory(error) : status;
}

jaccuse_status ja_draw_run(const ja_draw_program *program, const char *mode, unsigned seconds,
                           ja_slice input, ja_buffer *output, bool *timed_out, jaccuse_error *error)
{
    drawer child = {
        .input = -1, .output = -1, .output_end = -1, .complaints = -1, .complaints_end = -1};
    jaccuse_status status = run(&child, program, mode, seconds, input, output, error);
    close_one(&child.input);
    close_one(&child.output);
    close_one(&child.output_end);
    close_one(&child.complaints);
    close_one(&child.complaints_end);
    *timed_out = child.timed_out;
    return status;
}
