/*
 * The life outside.
 *
 * Theory of operation
 *
 *   judge ──lines──▶ supervisor ──packets──▶ init ──fork──▶ program
 *                    │  ▲   pipes for 0, 1, 2, 3               │
 *                    │  └──────────────────────────────────────┘
 *                    └─ starts ─▶ bubblewrap ─ becomes ─▶ init
 *
 * The supervisor makes the cgroup, starts bubblewrap, tells init what it needs, and then turns one poll loop: lines of
 * the judge, packets of init, traffic of the runs, signals, clocks. It is the only one that touches host files.
 *
 * However this ends (quit, end of input because the judge is gone, a signal, a failure), the same steps undo it: kill
 * init, which takes its PID namespace with it; reap bubblewrap; remove the cgroup and the work folder. If we are killed
 * ourselves, bubblewrap dies with its parent and init with it, and the next judge removes the empty cgroup.
 */
#include "supervisor.h"
#include "bubblewrap.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
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

/* ---- Beginning ---- */

static bool watch_signals(struct supervisor *supervisor, struct failure *failure)
{
    sigset_t watched;
    sigemptyset(&watched);
    for (const int *number = (const int[]){SIGTERM, SIGINT, SIGHUP, SIGCHLD, 0}; *number; number++)
        sigaddset(&watched, *number);
    signal(SIGPIPE, SIG_IGN);
    supervisor->signals = -1;
    if (sigprocmask(SIG_SETMASK, &watched, NULL) < 0 ||
        (supervisor->signals = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK)) < 0)
        return fail(failure, "signals", "cannot watch signals: %s", strerror(errno));
    return true;
}

/* A folder of our own under the host's temporary one. Its name says who made it, like the cgroup's. */
static bool make_work_folder(struct supervisor *supervisor, struct failure *failure)
{
    const char *base = getenv("TMPDIR");
    if (!base || base[0] != '/')
        base = "/tmp";
    DIR *listing = opendir(base);
    struct dirent *entry;
    while (listing && (entry = readdir(listing))) {
        int pid;
        unsigned long long started;
        if (sscanf(entry->d_name, "judge-work-%d-%llu-", &pid, &started) == 2 && start_time(pid) != started)
            remove_tree(dirfd(listing), entry->d_name);
    }
    if (listing)
        closedir(listing);
    int length = snprintf(supervisor->work_path, sizeof supervisor->work_path, "%s/judge-work-%d-%llu-XXXXXX", base,
                          (int)getpid(), (unsigned long long)start_time(getpid()));
    if (length >= (int)sizeof supervisor->work_path || !mkdtemp(supervisor->work_path)) {
        *supervisor->work_path = 0;
        return fail(failure, "work", "cannot make a work folder in %s: %s", base, strerror(errno));
    }
    return true;
}

static bool start_plain(struct supervisor *supervisor, int inner, struct failure *failure)
{
    if (supervisor->options->work_bytes > 0 && !make_work_folder(supervisor, failure))
        return false;
    supervisor->child = fork();
    if (supervisor->child == 0) {
        /* Nothing of ours may reach programs: not the judge's lines, not the other end of the socket. */
        if (dup2(inner, INNER_CONTROL) < 0)
            _exit(EXIT_BROKEN);
        syscall(SYS_close_range, 3, INNER_CONTROL - 1, 0);
        syscall(SYS_close_range, INNER_CONTROL + 1, ~0u, 0);
        _exit(inner_init(INNER_CONTROL, false));
    }
    return supervisor->child > 0 || fail(failure, "fork", "cannot fork: %s", strerror(errno));
}

static bool start_walled(struct supervisor *supervisor, int inner, bool drop, struct failure *failure)
{
    int log[2];
    if (pipe2(log, O_CLOEXEC | O_NONBLOCK) < 0)
        return fail(failure, "pipes", "cannot make a pipe: %s", strerror(errno));
    supervisor->log = log[0];
    supervisor->child =
        bubblewrap_start(supervisor->options, &supervisor->cgroup, inner, log[1], drop, failure);
    close(log[1]);
    supervisor->dropped = drop;
    if (supervisor->options->work_bytes > 0)
        strcpy(supervisor->work_path, "/work");
    return supervisor->child > 0;
}

/* Sends init what it must know, and waits for its greeting. The step `gone`: whatever was started has ended. */
static bool greet(struct supervisor *supervisor, struct failure *failure)
{
    const struct options *options = supervisor->options;
    struct packet packet = {
        .kind = PACKET_SETUP,
        .policy = options->policy,
        /* Without walls the bound would count all of the user's processes. */
        .processes = options->walls == WALLS_FULL ? options->processes : 0,
        .flags = supervisor->cgroup.kind != CGROUP_NONE ? SETUP_CGROUP : 0,
    };
    int fds[MAX_PACKET_FDS];
    texts_clear(&supervisor->texts);
    texts_add(&supervisor->texts, supervisor->work_path);
    if (!send_packet(supervisor->control, &packet, &supervisor->texts, NULL, 0))
        return fail(failure, "gone", "cannot reach init: %s", strerror(errno));
    struct pollfd watched = {.fd = supervisor->control, .events = POLLIN};
    int ready;
    do
        ready = poll(&watched, 1, 10000);
    while (ready < 0 && errno == EINTR);
    if (ready <= 0) {
        errno = ETIMEDOUT;
        return fail(failure, "init", "init did not answer within 10 seconds");
    }
    if (receive_packet(supervisor->control, &packet, &supervisor->texts, fds, &supervisor->init) <= 0 ||
        packet.kind != PACKET_READY) {
        errno = 0;
        return fail(failure, "gone", "init did not come up");
    }
    if (packet.error) {
        const char *step = texts_next(&supervisor->texts), *message = texts_next(&supervisor->texts);
        errno = packet.error;
        return lacking(failure, step && strcmp(step, "seccomp") == 0 ? "seccomp" : "init", "%s",
                       message ? message : "init could not begin");
    }
    supervisor->walls = packet.flags;
    supervisor->init_pidfd = (int)syscall(SYS_pidfd_open, supervisor->init, 0);
    return true;
}

/* Bubblewrap ended before init spoke: says why, in its words, and what to do. */
static bool explain(struct supervisor *supervisor, struct failure *failure)
{
    char words[512] = "";
    int status = 0;
    waitpid(supervisor->child, &status, 0);
    supervisor->child = 0;
    ssize_t length = supervisor->log >= 0 ? read(supervisor->log, words, sizeof words - 1) : 0;
    words[length > 0 ? length : 0] = 0;
    words[strcspn(words, "\n")] = 0;
    errno = 0;
    if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_MISSING)
        return lacking(failure, "bubblewrap",
                       "bubblewrap is not installed (%s was not found): install it, for example with apt-get install "
                       "bubblewrap, or name it with --bwrap",
                       supervisor->options->bwrap);
    return lacking(failure, "namespaces",
                   "bubblewrap cannot build the sandbox here (%s): allow user namespaces (sysctl "
                   "kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0, "
                   "user.max_user_namespaces above 0; in a container, start it with user namespaces allowed)",
                   *words ? words : "it ended without a word");
}

static bool start(struct supervisor *supervisor, bool drop, struct failure *failure)
{
    int ends[2], yes = 1;
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0)
        return fail(failure, "socket", "cannot make a socket: %s", strerror(errno));
    supervisor->control = ends[0];
    setsockopt(ends[0], SOL_SOCKET, SO_PASSCRED, &yes, sizeof yes);
    struct timeval patience = {.tv_sec = 10};
    setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    bool walled = supervisor->options->walls == WALLS_FULL;
    bool started = walled ? start_walled(supervisor, ends[1], drop, failure)
                          : start_plain(supervisor, ends[1], failure);
    close(ends[1]);
    if (!started || greet(supervisor, failure))
        return started;
    if (walled && strcmp(failure->step, "gone") == 0)
        return explain(supervisor, failure);
    return false;
}

static void stop(struct supervisor *supervisor);

static bool start_somehow(struct supervisor *supervisor, struct failure *failure)
{
    bool walled = supervisor->options->walls == WALLS_FULL;
    bool drop = walled && bubblewrap_can_drop(supervisor->options);
    if (start(supervisor, drop, failure))
        return true;
    /* Where only root may make namespaces, root makes them: inside, it is an ordinary user all the same. */
    if (!drop || strcmp(failure->step, "namespaces") != 0)
        return false;
    stop(supervisor);
    if (walled)
        cgroup_make(&supervisor->cgroup, supervisor->options);
    return start(supervisor, false, failure);
}

static void announce(struct supervisor *supervisor)
{
    char walls[128] = "", work[600] = "", coded[512];
    if (supervisor->options->walls == WALLS_FULL) {
        strcat(walls, "namespaces,");
        if (supervisor->cgroup.kind != CGROUP_NONE)
            strcat(walls, supervisor->cgroup.kind == CGROUP_V2 ? "cgroup-v2," : "cgroup-v1,");
        if (supervisor->walls & WALL_SECCOMP)
            strcat(walls, "seccomp,");
        if (supervisor->walls & WALL_LANDLOCK)
            strcat(walls, "landlock,");
    }
    strcat(walls, "rlimits");
    if (*supervisor->work_path) {
        percent_encode(supervisor->work_path, coded, sizeof coded);
        snprintf(work, sizeof work, " work=%s", coded);
    }
    say("ready level=%s walls=%s user=%s%s", supervisor->options->walls == WALLS_FULL ? "full" : "none", walls,
        supervisor->dropped ? "own" : "same", work);
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
    traffic_finish(supervisor, run);
    traffic_close(run);
    run->active = false;
    const char *step = texts_next(&supervisor->texts);
    if (end->error) {
        say_error(run->id, step ? step : "init", end->error, "the program could not be started (%s): %s",
                  step ? step : "init", strerror(end->error));
        return;
    }
    if (run->broken) {
        say_error(run->id, "traffic", run->broken, "a file of the run could not be read or written: %s",
                  strerror(run->broken));
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
    say("done %s outcome=%s status=%d signal=%d cpu=%.6f wall=%.6f peak=%llu result=%llu output=%llu error=%llu",
        run->id, outcome(run, end, peak, oom), WIFEXITED(end->status) ? WEXITSTATUS(end->status) : 0,
        WIFSIGNALED(end->status) ? WTERMSIG(end->status) : 0, (double)end->cpu_ns / 1e9, (double)end->wall_ns / 1e9,
        (unsigned long long)peak, (unsigned long long)run->result.count, (unsigned long long)run->output.count,
        (unsigned long long)run->error.count);
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

/* No cgroup: the bound on memory is kept by looking often. */
static void watch_memory(struct supervisor *supervisor)
{
    uint64_t used = tree_memory(supervisor->init, false, 0);
    for (size_t i = 0; i < MAX_RUNS; i++) {
        struct run *run = &supervisor->runs[i];
        if (!run->active || run->memory_over)
            continue;
        bool alone = supervisor->options->policy == POLICY_RUN;
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
    struct pollfd fds[4 + MAX_RUNS * 4];
    struct run *run[4 + MAX_RUNS * 4];
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

/* Init is gone although nobody asked for it. With an OOM kill on record, the runs under way used too much. */
static void answer_without_init(struct supervisor *supervisor)
{
    bool oom = cgroup_oom_kills(&supervisor->cgroup) > supervisor->oom_kills;
    for (size_t i = 0; i < MAX_RUNS; i++) {
        struct run *run = &supervisor->runs[i];
        if (!run->active)
            continue;
        uint64_t wall = run->deadline == UINT64_MAX ? 0 : now_ns() + run->wall_ns + SECOND_NS - run->deadline;
        traffic_close(run);
        run->active = false;
        if (oom)
            say("done %s outcome=memory-limit status=0 signal=9 cpu=0.000000 wall=%.6f peak=%llu result=%llu "
                "output=%llu error=%llu",
                run->id, (double)wall / 1e9, (unsigned long long)cgroup_peak(&supervisor->cgroup),
                (unsigned long long)run->result.count, (unsigned long long)run->output.count,
                (unsigned long long)run->error.count);
        else
            say_error(run->id, "init", ECHILD, "the jail's init ended");
    }
    for (; supervisor->pending_count > 0; supervisor->pending_count--)
        say_error(NULL, "init", ECHILD, "the jail's init ended");
}

/* Serves until there is a reason to end. Returns the exit code. */
static int serve(struct supervisor *supervisor)
{
    while (!supervisor->ending) {
        bool look_at_memory;
        int timeout = patience(supervisor, &look_at_memory);
        struct watched watched = {.count = 0};
        watch(&watched, supervisor->control, POLLIN, NULL);
        watch(&watched, supervisor->signals, POLLIN, NULL);
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
                if (!take_packet(supervisor)) {
                    answer_without_init(supervisor);
                    return EXIT_BROKEN;
                }
                start_waiting(supervisor);
                obey_lines(supervisor);
            } else if (fd == supervisor->signals) {
                if (take_signals(supervisor))
                    return 0;
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

/* ---- The end ---- */

/* Undoes all of start(), in whatever state it stopped. */
static void stop(struct supervisor *supervisor)
{
    for (size_t i = 0; i < MAX_RUNS; i++)
        if (supervisor->runs[i].active)
            traffic_close(&supervisor->runs[i]);
    bool walled = supervisor->options->walls == WALLS_FULL;
    /* With walls, the death of process 1 is the death of all. Without, init takes its children along when its socket
     * ends; what it misses falls to us, a subreaper too. */
    if (walled && supervisor->init_pidfd >= 0)
        syscall(SYS_pidfd_send_signal, supervisor->init_pidfd, SIGKILL, NULL, 0);
    close_fd(&supervisor->control);
    if (supervisor->child > 0 && walled) {
        kill(supervisor->child, SIGKILL);
        waitpid(supervisor->child, NULL, 0);
    }
    if (!walled)
        kill_descendants();
    supervisor->child = 0;
    close_fd(&supervisor->init_pidfd);
    close_fd(&supervisor->log);
    cgroup_remove(&supervisor->cgroup);
    if (!walled && *supervisor->work_path)
        remove_tree(AT_FDCWD, supervisor->work_path);
    *supervisor->work_path = 0;
}

int supervise(const struct options *options)
{
    static struct supervisor supervisor;
    struct failure failure = {.step = "start"};
    static char lines[MAX_LINE];
    supervisor.options = options;
    supervisor.lines = lines;
    supervisor.control = supervisor.signals = supervisor.log = supervisor.init_pidfd = -1;
    supervisor.cgroup = (struct cgroup){.folder = {-1, -1}, .limit = -1, .swap = -1, .peak = -1, .events = -1};

    bool ready = watch_signals(&supervisor, &failure);
    if (ready && options->walls == WALLS_NONE)
        prctl(PR_SET_CHILD_SUBREAPER, 1);
    if (ready && options->walls == WALLS_FULL)
        cgroup_make(&supervisor.cgroup, options);
    ready = ready && start_somehow(&supervisor, &failure);
    int code;
    if (ready) {
        cgroup_settle(&supervisor.cgroup);
        announce(&supervisor);
        code = serve(&supervisor);
    } else {
        say_error(NULL, failure.step, failure.error, "%s", failure.message);
        code = failure.exit_code;
    }
    stop(&supervisor);
    return code;
}
