/*
 * How the life outside begins and ends.
 *
 * However it ends (quit, end of input because the judge is gone, a signal, a failure), the same steps undo it: kill
 * init, which takes its PID namespace with it; reap bubblewrap; remove the cgroup and the work folder. If we are killed
 * ourselves, bubblewrap dies with its parent and init with it, and the next judge removes the empty cgroup.
 */
#include "bubblewrap.h"
#include "supervisor.h"
#include "user.h"
#include "walls.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* Without namespaces: init is our child, in the host's file tree. */
static bool start_plain(struct supervisor *supervisor, int inner, bool drop, struct failure *failure)
{
    enum walls walls = supervisor->options->walls;
    uid_t user = own_user();
    if (supervisor->options->work_bytes > 0) {
        if (!make_work_folder(supervisor, failure))
            return false;
        if (drop && chown(supervisor->work_path, user, user) < 0)
            return fail(failure, "work", "cannot give %s away: %s", supervisor->work_path, strerror(errno));
    }
    supervisor->dropped = drop;
    supervisor->child = cgroup_fork(&supervisor->cgroup);
    if (supervisor->child == 0) {
        /* Nothing of ours may reach programs: not the judge's lines, not the other end of the socket. */
        if (dup2(inner, INNER_CONTROL) < 0)
            _exit(EXIT_BROKEN);
        syscall(SYS_close_range, 3, INNER_CONTROL - 1, 0);
        syscall(SYS_close_range, INNER_CONTROL + 1, ~0u, 0);
        /* Where memory runs out, the program goes, not init (begin.c sets it back). Only root may say so. */
        if (walls == WALLS_RESTRICTED && geteuid() == 0)
            write_small(AT_FDCWD, OOM_ORDER, "-1000");
        if (drop && become_user(user) < 0)
            _exit(EXIT_BROKEN);
        _exit(inner_init(INNER_CONTROL, walls));
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
        strcpy(supervisor->work_path, "/box");
    return supervisor->child > 0;
}

/* Sends init what it must know, and waits for its greeting. The step `gone`: whatever was started has ended. */
static bool greet(struct supervisor *supervisor, struct failure *failure)
{
    const struct options *options = supervisor->options;
    struct packet packet = {
        .kind = PACKET_SETUP,
        .policy = options->policy,
        .processes = options->processes,
        .flags = supervisor->cgroup.kind != CGROUP_NONE ? SETUP_CGROUP : 0,
    };
    int fds[MAX_PACKET_FDS];
    texts_clear(&supervisor->texts);
    bool told = texts_add(&supervisor->texts, supervisor->work_path);
    for (size_t i = 0; i < options->bind_count; i++)
        told = told && texts_add(&supervisor->texts, options->binds[i]);
    errno = E2BIG;
    if (!told)
        return fail(failure, "bind", "the names of what is to be shown are too long");
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
        static const char *const walls[] = {"seccomp", "landlock"};
        for (size_t i = 0; step && i < sizeof walls / sizeof walls[0]; i++)
            if (strcmp(step, walls[i]) == 0)
                return lacking(failure, walls[i], "%s", message ? message : "init could not build it");
        return lacking(failure, "init", "%s", message ? message : "init could not begin");
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
                          : start_plain(supervisor, ends[1], drop, failure);
    close(ends[1]);
    if (!started || greet(supervisor, failure))
        return started;
    if (walled && strcmp(failure->step, "gone") == 0)
        return explain(supervisor, failure);
    return false;
}

/* ---- The end, also of what never quite began ---- */

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

/* ---- All together ---- */

static bool start_somehow(struct supervisor *supervisor, struct failure *failure)
{
    bool drop = supervisor->options->walls != WALLS_NONE && can_become_own_user(supervisor->options);
    if (start(supervisor, drop, failure))
        return true;
    /* Where only root may make namespaces, root makes them: inside, it is an ordinary user all the same. */
    if (!drop || strcmp(failure->step, "namespaces") != 0)
        return false;
    stop(supervisor);
    cgroup_make(&supervisor->cgroup, supervisor->options);
    return start(supervisor, false, failure);
}

/* Hands the programs to a new init. */
static bool hand_programs_on(struct supervisor *supervisor, struct failure *failure)
{
    for (uint32_t slot = 0; slot < MAX_PROGRAMS; slot++) {
        int *file = &supervisor->program_files[slot], fds[MAX_PACKET_FDS];
        struct packet packet = {.kind = PACKET_PROGRAM, .slot = slot};
        texts_clear(&supervisor->texts);
        if (*file >= 0 && (!send_packet(supervisor->control, &packet, &supervisor->texts, file, 1) ||
                           receive_packet(supervisor->control, &packet, &supervisor->texts, fds, NULL) <= 0 ||
                           packet.kind != PACKET_ANSWER || packet.error))
            return fail(failure, "program", "a new init does not take the programs: %s", strerror(errno));
    }
    return true;
}

/* All that stands inside before the first run. */
static bool build(struct supervisor *supervisor, struct failure *failure)
{
    if (supervisor->options->walls != WALLS_NONE)
        cgroup_make(&supervisor->cgroup, supervisor->options);
    supervisor->oom_kills = 0;
    if (!start_somehow(supervisor, failure))
        return false;
    cgroup_settle(&supervisor->cgroup);
    return true;
}

static bool renew(struct supervisor *supervisor, struct failure *failure)
{
    stop(supervisor);
    if (!build(supervisor, failure) || !hand_programs_on(supervisor, failure))
        return false;
    start_waiting(supervisor);
    return true;
}

static void announce(struct supervisor *supervisor)
{
    static const char *const levels[] = {"full", "restricted", "none"};
    enum walls level = supervisor->options->walls;
    char walls[128] = "", work[600] = "", coded[512];
    if (level == WALLS_FULL)
        strcat(walls, "namespaces,");
    if (level != WALLS_NONE) {
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
    say("ready level=%s walls=%s user=%s landlock=%d%s", levels[level], walls,
        supervisor->dropped ? "own" : "same", landlock_version(), work);
}

int supervise(const struct options *options)
{
    static struct supervisor supervisor;
    struct failure failure = {.step = "start"};
    static char lines[MAX_LINE];
    supervisor.options = options;
    supervisor.lines = lines;
    supervisor.control = supervisor.signals = supervisor.log = supervisor.init_pidfd = -1;
    supervisor.cgroup = NO_CGROUP;
    for (size_t slot = 0; slot < MAX_PROGRAMS; slot++)
        supervisor.program_files[slot] = -1;

    bool ready = watch_signals(&supervisor, &failure);
    if (ready && options->walls != WALLS_FULL)
        prctl(PR_SET_CHILD_SUBREAPER, 1);
    ready = ready && build(&supervisor, &failure);
    if (ready)
        announce(&supervisor);
    int code = RENEW;
    while (ready && (code = serve(&supervisor)) == RENEW)
        ready = renew(&supervisor, &failure);
    if (!ready) {
        say_error(NULL, failure.step, failure.error, "%s", failure.message);
        code = failure.exit_code;
    }
    stop(&supervisor);
    return code;
}
