/*
 * What flows between a program and host files.
 *
 * The program gets one end of a pipe for each of its descriptors, we hold the other end and the host file; neither the
 * file nor its offset or flags are ever within its reach. Our ends never block, so a program that does not read, or
 * writes without end, costs no more than its own time. Bytes are copied through our memory rather than spliced, so
 * that no page of a host file lies in a pipe that hostile code holds.
 */
#include "supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { CHUNK = 64 * 1024, LARGE_PIPE = 1024 * 1024 };

static int open_input(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    struct stat status;
    if (file >= 0 && (fstat(file, &status) < 0 || !S_ISREG(status.st_mode))) {
        close(file);
        errno = EINVAL;
        return -1;
    }
    return file;
}

static int open_output(const char *path)
{
    /* A file of an earlier case goes first: truncating it would make ext4 write the new one out to the disk on close. */
    unlink(path);
    return open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY, 0644);
}

static bool make_pipe(int *ours, int *theirs, bool we_write)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return false;
    *ours = ends[we_write];
    *theirs = ends[!we_write];
    return fcntl(*ours, F_SETFL, O_NONBLOCK | (we_write ? O_WRONLY : O_RDONLY)) == 0;
}

/* Feeds stdin until the pipe is full or the file at its end. */
static void feed(struct run *run)
{
    while (run->input_pipe >= 0) {
        if (run->input_at == run->input_length) {
            ssize_t count = run->input < 0 ? 0 : read(run->input, run->input_buffer, CHUNK);
            if (count < 0 && errno == EINTR)
                continue;
            if (count < 0)
                fail(&run->broken, "stdin", "the input could not be read: %s", strerror(errno));
            if (count <= 0) {
                close_fd(&run->input_pipe);
                return;
            }
            run->input_at = 0;
            run->input_length = (size_t)count;
        }
        ssize_t written =
            write(run->input_pipe, run->input_buffer + run->input_at, run->input_length - run->input_at);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0 && errno == EAGAIN)
            return;
        if (written < 0) { /* EPIPE: the program closed its stdin, which is its right */
            close_fd(&run->input_pipe);
            return;
        }
        run->input_at += (size_t)written;
    }
}

/* Makes the host file, with the first bytes for it: this costs more time than all else about a run, and by then the program
 * is busy with its own end. */
static void make_file(struct run *run, struct drain *drain)
{
    if (!drain->path)
        return;
    drain->file = open_output(drain->path);
    if (drain->file < 0 && !run->broken.error)
        fail(&run->broken, "output", "cannot write %s: %s", drain->path, strerror(errno));
    free(drain->path);
    drain->path = NULL;
}

static void keep(struct run *run, struct drain *drain, const char *bytes, size_t count)
{
    make_file(run, drain);
    uint64_t room = drain->count < drain->kept ? drain->kept - drain->count : 0;
    drain->count += count;
    if (count > room)
        count = (size_t)room;
    while (drain->file >= 0 && count > 0 && !run->broken.error) {
        ssize_t written = write(drain->file, bytes, count);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0) {
            fail(&run->broken, "output", "what came from the program could not be written: %s", strerror(errno));
            return;
        }
        bytes += written;
        count -= (size_t)written;
    }
}

/* Takes at most `budget` bytes; closes the pipe at its end. */
static void drain_pipe(struct run *run, struct drain *drain, size_t budget)
{
    static char buffer[CHUNK];
    while (drain->pipe >= 0 && budget > 0) {
        ssize_t count = read(drain->pipe, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0 && errno == EAGAIN)
            return;
        if (count <= 0) {
            close_fd(&drain->pipe);
            return;
        }
        keep(run, drain, buffer, (size_t)count);
        budget -= (size_t)count < budget ? (size_t)count : budget;
    }
}

/* The three ways in which traffic ends a run. */
static void judge_traffic(struct supervisor *supervisor, struct run *run)
{
    bool ended = run->result_over || run->output_over;
    run->result_over |= run->result_max > 0 && run->result.count > run->result_max;
    run->output_over |= run->output_max > 0 && run->output.count + run->error.count > run->output_max;
    if (!ended && (run->result_over || run->output_over || run->broken.error))
        kill_run(supervisor, run);
}

bool traffic_open(struct run *run, const struct run_files *files, int given[MAX_PACKET_FDS], struct failure *failure)
{
    const struct drain closed = {.pipe = -1, .file = -1};
    run->input = run->input_pipe = -1;
    run->result = run->output = run->error = closed;
    for (size_t i = 0; i < MAX_PACKET_FDS; i++)
        given[i] = -1;

    if (files->input && (run->input = open_input(files->input)) < 0)
        return fail(failure, "stdin", "cannot read %s: %s", files->input, strerror(errno));
    run->result.path = files->result ? strdup(files->result) : NULL;
    run->output.path = files->output ? strdup(files->output) : NULL;
    run->error.path = files->error ? strdup(files->error) : NULL;

    bool as_output = files->result && files->channel == 1;
    struct drain *second = as_output ? &run->result : &run->output;
    if (!make_pipe(&run->input_pipe, &given[0], true) || !make_pipe(&second->pipe, &given[1], false) ||
        !make_pipe(&run->error.pipe, &given[2], false) ||
        (files->result && !as_output && !make_pipe(&run->result.pipe, &given[3], false)))
        return fail(failure, "pipes", "cannot make pipes: %s", strerror(errno));
    run->result.kept = run->result_max > 0 ? run->result_max : UINT64_MAX;
    run->output.kept = run->error.kept = KEPT_OUTPUT;

    struct stat status;
    if (run->input >= 0 && fstat(run->input, &status) == 0 && status.st_size > CHUNK)
        fcntl(run->input_pipe, F_SETPIPE_SZ, LARGE_PIPE); /* fewer wake-ups; as it is where that is refused */
    run->input_at = run->input_length = 0;
    if (!run->input_buffer && !(run->input_buffer = malloc(CHUNK)))
        return fail(failure, "memory", "out of memory");
    feed(run); /* a small input is in the pipe before the program begins, and its end closed */
    return true;
}

void traffic_move(struct supervisor *supervisor, struct run *run, int pipe)
{
    if (pipe == run->input_pipe)
        feed(run);
    struct drain *drains[] = {&run->result, &run->output, &run->error};
    for (size_t i = 0; i < 3; i++)
        if (pipe == drains[i]->pipe)
            drain_pipe(run, drains[i], LARGE_PIPE);
    judge_traffic(supervisor, run);
}

void traffic_finish(struct run *run)
{
    /* All the program wrote is in the pipes; the budget is for tools that left someone who still writes. */
    struct drain *drains[] = {&run->result, &run->output, &run->error};
    for (size_t i = 0; i < 3; i++) {
        drain_pipe(run, drains[i], 4 * LARGE_PIPE);
        make_file(run, drains[i]);
    }
    run->result_over |= run->result_max > 0 && run->result.count > run->result_max;
    run->output_over |= run->output_max > 0 && run->output.count + run->error.count > run->output_max;
}

void traffic_close(struct run *run)
{
    close_fd(&run->input);
    close_fd(&run->input_pipe);
    struct drain *drains[] = {&run->result, &run->output, &run->error};
    for (size_t i = 0; i < 3; i++) {
        close_fd(&drains[i]->pipe);
        close_fd(&drains[i]->file);
        free(drains[i]->path);
        drains[i]->path = NULL;
    }
    meter_close(run);
}
