/*
 * The life outside.
 *
 * Theory of operation
 *
 *   judge ──lines──▶ supervisor ──packets──▶ init ──fork──▶ program
 *                    │  ▲                                      │
 *                    │  └──────── pipes for 0, 1, 2, 3 ────────┘
 *                    └─ starts ─▶ bubblewrap ─ becomes ─▶ init
 *
 * Once all stands (start.c), the supervisor turns one poll loop: lines of the judge, packets of init, traffic of the
 * runs, signals, clocks. It is the only one that touches host files.
 */
#include "supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

/* ---- Answers ---- */

static void write_whole(const char *text, size_t length)
{
    while (length > 0) {
        ssize_t written = write(STDOUT_FILENO, text, length);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return; /* nobody listens; the end of stdin will tell us too */
        text += written;
        length -= (size_t)written;
    }
}

void say(const char *format, ...)
{
    char line[8192];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line - 1, format, arguments);
    va_end(arguments);
    if (length > (int)sizeof line - 2)
        length = (int)sizeof line - 2;
    line[length] = '\n';
    write_whole(line, (size_t)length + 1);
}

void format_error(char *line, size_t size, const char *id, const char *step, int error, const char *message)
{
    char coded[3200];
    percent_encode(message, coded, sizeof coded);
    snprintf(line, size, "error %s%s%sstep=%s errno=%d message=%s", id ? "id=" : "", id ? id : "", id ? " " : "", step,
             error, coded);
}

void say_error(const char *id, const char *step, int error, const char *format, ...)
{
    char message[1024], line[4096];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    format_error(line, sizeof line, id, step, error, message);
    say("%s", line);
}

/* ---- Runs ---- */

void kill_run(struct supervisor *supervisor, struct run *run)
{
    struct packet packet = {.kind = PACKET_KILL, .slot = (uint32_t)(run - supervisor->runs)};
    send_packet(supervisor->control, &packet, NULL, NULL, 0);
}

/* What a finished run is called. Limits that we saw passed come before what the program made of it. */
static const char *outcome(const struct run *run, const struct packet *end, uint64_t peak, bool oom)
{
    bool well = WIFEXITED(end->status) && WEXITSTATUS(end->status) == 0;
    if (run->result_over)
        return "result-limit";
    if (run->output_over)
        return "output-limit";
    if (run->memory_over || (oom && !well) || (run->memory > 0 && peak > run->memory))
        return "memory-limit";
    if (end->reason == REASON_CPU || (run->cpu_ns > 0 && end->cpu_ns >= run->cpu_ns))
        return "cpu-limit";
    if (end->reason == REASON_WALL)
        return "wall-limit";
    return WIFSIGNALED(end->status) ? "signaled" : "exited";
}

static void finish_run(struct supervisor *supervisor, struct run *run, const struct packet *end)
{
    char meter[METER_BYTES * 2 + 16];
    meter_tell(run, meter);
    traffic_finish(run);
    traffic_close(run);
    run->active = false;
    const char *step = texts_next(&supervisor->texts);
    if (end->error) {
        say_error(run->id, step ? step : "init", end->error, "the program could not be started (%s): %s",
                  step ? step : "init", strerror(end->error));
        return;
    }
    if (run->broken.error) {
        say_error(run->id, run->broken.step, run->broken.error, "%s", run->broken.message);
        return;
    }
    /* Two measures of memory, of which the larger counts. Peak resident of the largest process, from wait4(): exact
     * for heap and stack; init is small, so what the child inherits from it does not show. And, where one program has
     * the cgroup to itself, the group's peak: it also holds page tables, pipes and whatever else the kernel keeps for
     * the program. Runs of tools share a cgroup, so there only the first one says something about each. */
    bool alone = supervisor->options->policy == POLICY_RUN;
    uint64_t peak = end->memory, grouped = alone ? cgroup_peak(&supervisor->cgroup) : 0;
    if (grouped > peak)
        peak = grouped;
    if (run->watched_peak > peak)
        peak = run->watched_peak;
    supervisor->oom_kills = cgroup_oom_kills(&supervisor->cgroup);
    bool oom = supervisor->oom_kills > run->oom_before;
    say("done %s outcome=%s status=%d signal=%d cpu=%.6f wall=%.6f peak=%llu result=%llu output=%llu error=%llu%s",
        run->id, outcome(run, end, peak, oom), WIFEXITED(end->status) ? WEXITSTATUS(end->status) : 0,
        WIFSIGNALED(end->status) ? WTERMSIG(end->status) : 0, (double)end->cpu_ns / 1e9, (double)end->wall_ns / 1e9,
        (unsigned long long)peak, (unsigned long long)run->result.count, (unsigned long long)run->output.count,
        (unsigned long long)run->error.count, meter);
}

/* Resident memory of a process and all below it, in bytes. */
static uint64_t tree_memory(pid_t pid, bool itself, int depth)
{
    char path[64], text[128];
    uint64_t total = 0;
    if (itself) {
        unsigned long size, resident = 0;
        snprintf(path, sizeof path, "/proc/%d/statm", (int)pid);
        if (read_small(AT_FDCWD, path, text, sizeof text) > 0 && sscanf(text, "%lu %lu", &size, &resident) == 2)
            total = resident * (uint64_t)sysconf(_SC_PAGESIZE);
    }
    pid_t children[256];
    size_t count = depth < 32 ? list_children(pid, children, 256) : 0;
    for (size_t i = 0; i < count; i++)
        total += tree_memory(children[i], true, depth + 1);
    return total;
}

/* Resident memory of the largest process below another, in bytes. */
static uint64_t largest_child(pid_t pid)
{
    pid_t children[256];
    size_t count = list_children(pid, children, 256);
    uint64_t largest = 0;
    for (size_t i = 0; i < count; i++) {
        uint64_t memory = tree_memory(children[i], true, 0);
        if (memory > largest)
            largest = memory;
    }
    return largest;
}

/* No cgroup: the bound on memory is kept by looking often. Beside a submission, which starts nothing, init's spare child is
 * there; it is smaller, and not the submission's. */
static void watch_memory(struct supervisor *supervisor)
{
    bool alone = supervisor->options->policy == POLICY_RUN;
    uint64_t used = alone ? largest_child(supervisor->init) : tree_memory(supervisor->init, false, 0);
    for (size_t i = 0; i < MAX_RUNS; i++) {
        struct run *run = &supervisor->runs[i];
        if (!run->active || run->memory_over)
            continue;
        uint64_t bound = alone && run->memory > 0 ? run->memory : supervisor->options->memory_bytes;
        if (alone && used > run->watched_peak)
            run->watched_peak = used;
        if (bound > 0 && used > bound) {
            run->memory_over = true;
            kill_run(supervisor, run);
        }
    }
}

/* ---- The loop ---- */

struct watched {
    struct pollfd fds[5 + MAX_RUNS * 4];
    struct run *run[5 + MAX_RUNS * 4];
    size_t count;
};

static void watch(struct watched *watched, int fd, short events, struct run *run)
{
    if (fd < 0)
        return;
    watched->fds[watched->count] = (struct pollfd){.fd = fd, .events = events};
    watched->run[watched->count++] = run;
}

/* Milliseconds until something must be looked at without being woken; -1: never. */
static int patience(const struct supervisor *supervisor, bool *look_at_memory)
{
    uint64_t deadline = UINT64_MAX, now = now_ns();
    *look_at_memory = false;
    for (size_t i = 0; i < MAX_RUNS; i++) {
        const struct run *run = &supervisor->runs[i];
        if (!run->active)
            continue;
        if (run->deadline < deadline)
            deadline = run->deadline;
        *look_at_memory |= supervisor->cgroup.kind == CGROUP_NONE;
    }
    if (*look_at_memory)
        return 2;
    if (deadline == UINT64_MAX)
        return -1;
    return deadline <= now ? 0 : (int)((deadline - now) / 1000000 + 1);
}

/* Takes one packet of init. False when init is gone. */
static bool take_packet(struct supervisor *supervisor)
{
    struct packet packet;
    int fds[MAX_PACKET_FDS];
    pid_t sender;
    if (receive_packet(supervisor->control, &packet, &supervisor->texts, fds, &sender) <= 0)
        return false;
    if (packet.kind == PACKET_ANSWER)
        settle(supervisor, &packet, fds[0]);
    else if (packet.kind == PACKET_ENDED && packet.slot < MAX_RUNS && supervisor->runs[packet.slot].active)
        finish_run(supervisor, &supervisor->runs[packet.slot], &packet);
    for (size_t i = 0; i < MAX_PACKET_FDS; i++)
        close_fd(&fds[i]);
    return true;
}

/* Obeys the judge's whole lines, as far as there is room for what they ask. */
static void obey_lines(struct supervisor *supervisor)
{
    size_t start = 0;
    char *end;
    while (!supervisor->ending && may_obey(supervisor) &&
           (end = memchr(supervisor->lines + start, '\n', supervisor->lines_length - start))) {
        *end = 0;
        obey(supervisor, supervisor->lines + start);
        start = (size_t)(end - supervisor->lines) + 1;
    }
    supervisor->lines_length -= start;
    memmove(supervisor->lines, supervisor->lines + start, supervisor->lines_length);
}

/* Reads what the judge writes. False at the end of input, or where a line never ends. */
static bool take_lines(struct supervisor *supervisor)
{
    size_t length = supervisor->lines_length;
    ssize_t count = read(STDIN_FILENO, supervisor->lines + length, MAX_LINE - length);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return true;
    if (count <= 0)
        return false;
    supervisor->lines_length += (size_t)count;
    obey_lines(supervisor);
    if (supervisor->lines_length == MAX_LINE && !memchr(supervisor->lines, '\n', MAX_LINE)) {
        say_error(NULL, "request", E2BIG, "a request is longer than %d bytes", MAX_LINE);
        return false;
    }
    return true;
}

/* True: asked to end. */
static bool take_signals(struct supervisor *supervisor)
{
    struct signalfd_siginfo infos[8];
    bool end = false;
    for (ssize_t size; (size = read(supervisor->signals, infos, sizeof infos)) > 0;)
        for (size_t i = 0; i < (size_t)size / sizeof infos[0]; i++)
            end |= infos[i].ssi_signo != SIGCHLD;
    return end;
}

static void pass_on_log(struct supervisor *supervisor)
{
    char text[1024];
    ssize_t count = read(supervisor->log, text, sizeof text - 1);
    if (count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)) {
        close_fd(&supervisor->log);
    } else if (count > 0) {
        text[count] = 0;
        text[strcspn(text, "\n")] = 0;
        note("%s", text);
    }
}

/* Init is gone although nobody asked for it. With an OOM kill on record the runs under way used too much: the kernel kills
 * the largest process, and a program can be smaller than init and hold all the memory by other means (a file in memory, page
 * tables). A submission's jail is built again then. Returns what serve() is to return. */
static int answer_without_init(struct supervisor *supervisor)
{
    bool oom = cgroup_oom_kills(&supervisor->cgroup) > supervisor->oom_kills;
    for (size_t i = 0; i < MAX_RUNS; i++) {
        struct run *run = &supervisor->runs[i];
        if (!run->active)
            continue;
        uint64_t wall = now_ns() - run->began;
        char meter[METER_BYTES * 2 + 16];
        meter_tell(run, meter);
        traffic_finish(run); /* files of its own, not those of the run before */
        traffic_close(run);
        run->active = false;
        if (oom)
            say("done %s outcome=memory-limit status=0 signal=9 cpu=0.000000 wall=%.6f peak=%llu result=%llu "
                "output=%llu error=%llu%s",
                run->id, (double)wall / 1e9, (unsigned long long)cgroup_peak(&supervisor->cgroup),
                (unsigned long long)run->result.count, (unsigned long long)run->output.count,
                (unsigned long long)run->error.count, meter);
        else
            say_error(run->id, "init", ECHILD, "the jail's init ended");
    }
    settle_without_init(supervisor);
    return oom && supervisor->options->policy == POLICY_RUN ? RENEW : EXIT_BROKEN;
}

int serve(struct supervisor *supervisor)
{
    while (!supervisor->ending) {
        bool look_at_memory;
        int timeout = patience(supervisor, &look_at_memory);
        struct watched watched = {.count = 0};
        watch(&watched, supervisor->control, POLLIN, NULL);
        watch(&watched, supervisor->signals, POLLIN, NULL);
        watch(&watched, supervisor->init_pidfd, POLLIN, NULL);
        if (supervisor->lines_length < MAX_LINE && may_obey(supervisor))
            watch(&watched, STDIN_FILENO, POLLIN, NULL);
        watch(&watched, supervisor->log, POLLIN, NULL);
        for (size_t i = 0; i < MAX_RUNS; i++) {
            struct run *run = &supervisor->runs[i];
            if (!run->active)
                continue;
            watch(&watched, run->input_pipe, POLLOUT, run);
            watch(&watched, run->result.pipe, POLLIN, run);
            watch(&watched, run->output.pipe, POLLIN, run);
            watch(&watched, run->error.pipe, POLLIN, run);
        }
        if (poll(watched.fds, watched.count, timeout) < 0 && errno != EINTR)
            return EXIT_BROKEN;

        if (look_at_memory)
            watch_memory(supervisor);
        /* Traffic first: what the program wrote before it ended is in the pipes before init says so. */
        for (size_t i = 0; i < watched.count; i++)
            if (watched.fds[i].revents && watched.run[i])
                traffic_move(supervisor, watched.run[i], watched.fds[i].fd);
        for (size_t i = 0; i < watched.count; i++) {
            if (!watched.fds[i].revents || watched.run[i])
                continue;
            int fd = watched.fds[i].fd;
            if (fd == supervisor->control) {
                if (!take_packet(supervisor))
                    return answer_without_init(supervisor);
                start_waiting(supervisor);
                obey_lines(supervisor);
            } else if (fd == supervisor->signals) {
                if (take_signals(supervisor))
                    return 0;
            } else if (fd == supervisor->init_pidfd) {
                if (!watched.fds[0].revents) /* else what it said last comes first */
                    return answer_without_init(supervisor);
            } else if (fd == supervisor->log) {
                pass_on_log(supervisor);
            } else if (!take_lines(supervisor)) {
                return 0;
            }
        }
        for (size_t i = 0; i < MAX_RUNS; i++)
            if (supervisor->runs[i].active && now_ns() > supervisor->runs[i].deadline) {
                say_error(supervisor->runs[i].id, "init", ETIMEDOUT, "init did not end the run in time");
                return EXIT_BROKEN;
            }
    }
    return 0;
}
