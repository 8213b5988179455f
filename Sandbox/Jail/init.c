/*
 * The life inside: process 1 of the jail.
 *
 * Theory of operation
 *
 * Init waits for packets of the supervisor and for the end of children, and keeps the clocks. For each run it forks;
 * the child puts the walls around itself and becomes the program (begin.c). When the program ends, everything that is
 * left of the run is killed and reaped before the supervisor hears of it, so that nothing passes on to the next one.
 *
 * Policy `run`: one program at a time, which can start no other, so its own clock is the run's, kill(-1) means "all but
 * init", and it ends at the very microsecond of its limit: init sleeps for exactly what is left of the budget, then
 * looks at the clock again.
 *
 * Policy `tools`: up to eight process trees at once. Each run is a session; its clock is the sum over the session's
 * processes as /proc shows them. A process that leaves its session still has its own RLIMIT_CPU, is bounded by the
 * jail's memory and process counts, and dies when the last run of the moment ends.
 *
 * Without namespaces (`--walls none`) init is an ordinary process and a subreaper: it must never say kill(-1).
 */
#include "begin.h"
#include "folder.h"
#include "jail.h"
#include "protocol.h"
#include "walls.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/signalfd.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct inner_run {
    pid_t pid; /* 0: free */
    uint64_t began, cpu_limit, wall_limit;
    uint64_t next_look;    /* tools: when to sum up the session's clocks again */
    uint64_t orphans_cpu;  /* CPU time of reaped processes that were not waited for by the program */
    uint32_t reason;
    struct setback *setback;
};

static struct {
    int control, signals;
    bool contained;
    enum policy policy;
    uint64_t processes;
    bool cgroup;
    int work; /* the work folder, -1 where there is none */
    char work_path[256];
    struct filter filter;
    int ruleset;
    int programs[MAX_PROGRAMS];
    struct inner_run runs[MAX_RUNS];
    struct texts texts;
} self;

/* ---- Clocks ---- */

static uint64_t nanoseconds(struct timeval time)
{
    return (uint64_t)time.tv_sec * SECOND_NS + (uint64_t)time.tv_usec * 1000;
}

static uint64_t process_cpu(pid_t pid)
{
    clockid_t clock;
    struct timespec time;
    if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &time) < 0)
        return 0;
    return (uint64_t)time.tv_sec * SECOND_NS + (uint64_t)time.tv_nsec;
}

/* Visits the processes of a session as /proc lists them; sums up their CPU time, and kills them if asked to. */
static size_t visit_session(pid_t session, bool with_kill, uint64_t *cpu)
{
    DIR *listing = opendir("/proc");
    size_t count = 0;
    struct dirent *entry;
    while (listing && (entry = readdir(listing))) {
        char path[300], text[1024], state;
        int pid = atoi(entry->d_name), process_session;
        unsigned long user, system;
        long child_user, child_system;
        snprintf(path, sizeof path, "/proc/%s/stat", entry->d_name);
        if (pid <= 1 || read_small(AT_FDCWD, path, text, sizeof text) < 0)
            continue;
        char *fields = strrchr(text, ')');
        if (!fields || sscanf(fields, ") %c %*d %*d %d %*d %*d %*u %*u %*u %*u %*u %lu %lu %ld %ld", &state,
                              &process_session, &user, &system, &child_user, &child_system) != 6)
            continue;
        if (process_session != session)
            continue;
        uint64_t tick = SECOND_NS / (uint64_t)sysconf(_SC_CLK_TCK);
        *cpu += (user + system + (uint64_t)child_user + (uint64_t)child_system) * tick;
        if (with_kill && state != 'Z') {
            kill(pid, SIGKILL);
            count++;
        }
    }
    if (listing)
        closedir(listing);
    return count;
}

static uint64_t run_cpu(const struct inner_run *run)
{
    if (self.policy == POLICY_RUN)
        return process_cpu(run->pid);
    uint64_t cpu = run->orphans_cpu;
    visit_session(run->pid, false, &cpu);
    return cpu;
}

/* ---- The end of runs ---- */

static void end_by(struct inner_run *run, uint32_t reason)
{
    if (run->reason == REASON_ITSELF)
        run->reason = reason;
    kill(run->pid, SIGKILL);
}

static size_t runs_under_way(void)
{
    size_t count = 0;
    for (size_t i = 0; i < MAX_RUNS; i++)
        count += self.runs[i].pid > 0;
    return count;
}

static void reap_orphan(pid_t pid)
{
    struct rusage usage;
    pid_t session = getsid(pid);
    if (wait4(pid, NULL, 0, &usage) != pid)
        return;
    for (size_t i = 0; i < MAX_RUNS; i++)
        if (self.runs[i].pid > 0 && self.runs[i].pid == session)
            self.runs[i].orphans_cpu += nanoseconds(usage.ru_utime) + nanoseconds(usage.ru_stime);
}

/* Reaps children that are not a run's first process. True while there may be more to come. */
static bool reap_orphans(void)
{
    for (;;) {
        siginfo_t info = {.si_pid = 0};
        if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) < 0)
            return false;
        if (info.si_pid == 0)
            return true;
        for (size_t i = 0; i < MAX_RUNS; i++)
            if (self.runs[i].pid == info.si_pid)
                return true; /* its turn comes in reap() */
        reap_orphan(info.si_pid);
    }
}

/* Kills what the run left behind. `last`: no other run is under way, so everything may go. */
static void clear_away(struct inner_run *run, bool last)
{
    if (last && self.contained) {
        if (kill(-1, SIGKILL) < 0 && errno == ESRCH)
            return;
        /* What was killed becomes our child, if it was not, and a zombie. */
        for (siginfo_t info; waitid(P_ALL, 0, &info, WEXITED | WNOWAIT) == 0;)
            reap_orphan(info.si_pid);
        return;
    }
    if (last) {
        kill_descendants();
        return;
    }
    uint64_t ignored = 0;
    for (int round = 0; round < 1000 && visit_session(run->pid, true, &ignored) > 0; round++) {
        reap_orphans();
        usleep(500);
    }
}

static void report_end(struct inner_run *run, int status, const struct rusage *usage)
{
    uint64_t wall = now_ns() - run->began;
    clear_away(run, runs_under_way() == 1);
    struct packet answer = {
        .kind = PACKET_ENDED,
        .slot = (uint32_t)(run - self.runs),
        .status = status,
        .reason = run->reason,
        .cpu_ns = nanoseconds(usage->ru_utime) + nanoseconds(usage->ru_stime) + run->orphans_cpu,
        .wall_ns = wall,
        .memory = (uint64_t)usage->ru_maxrss * 1024,
    };
    texts_clear(&self.texts);
    if (run->setback->error) {
        answer.error = run->setback->error;
        texts_add(&self.texts, run->setback->step);
    }
    *run = (struct inner_run){.setback = run->setback};
    send_packet(self.control, &answer, &self.texts, NULL, 0);
}

static void reap(void)
{
    for (;;) {
        siginfo_t info = {.si_pid = 0};
        if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) < 0 || info.si_pid == 0)
            return;
        struct inner_run *run = NULL;
        for (size_t i = 0; i < MAX_RUNS; i++)
            if (self.runs[i].pid == info.si_pid)
                run = &self.runs[i];
        if (!run) {
            reap_orphan(info.si_pid);
            continue;
        }
        int status;
        struct rusage usage;
        if (wait4(info.si_pid, &status, 0, &usage) == info.si_pid)
            report_end(run, status, &usage);
    }
}

/* Ends runs over their limits; returns nanoseconds until the next look, 0 for none. */
static uint64_t keep_clocks(void)
{
    uint64_t next = 0;
    for (size_t i = 0; i < MAX_RUNS; i++) {
        struct inner_run *run = &self.runs[i];
        if (run->pid == 0 || run->reason != REASON_ITSELF)
            continue;
        uint64_t now = now_ns(), wait = UINT64_MAX;
        if (run->wall_limit > 0) {
            uint64_t elapsed = now - run->began;
            if (elapsed >= run->wall_limit) {
                end_by(run, REASON_WALL);
                continue;
            }
            wait = run->wall_limit - elapsed;
        }
        if (run->cpu_limit > 0 && now >= run->next_look) {
            uint64_t used = run_cpu(run);
            if (used >= run->cpu_limit) {
                end_by(run, REASON_CPU);
                continue;
            }
            /* One thread cannot use more than the time that passes. A tree of tools can, and is summed up by walking
             * /proc, so there we look now and then. */
            uint64_t left = run->cpu_limit - used;
            if (self.policy == POLICY_TOOLS)
                left = left > SECOND_NS ? SECOND_NS / 5 : SECOND_NS / 50;
            else if (left < 100000)
                left = 100000;
            run->next_look = now + left;
        }
        if (run->cpu_limit > 0 && run->next_look - now < wait)
            wait = run->next_look - now;
        if (wait != UINT64_MAX && (next == 0 || wait < next))
            next = wait;
    }
    return next;
}

/* ---- What the supervisor asks for ---- */

static void answer(int error, const char *step, int fd)
{
    struct packet packet = {.kind = PACKET_ANSWER, .error = error};
    texts_clear(&self.texts);
    texts_add(&self.texts, step);
    send_packet(self.control, &packet, &self.texts, &fd, fd >= 0 ? 1 : 0);
}

/* A path below the work folder, given relative to it or absolute. NULL when it is elsewhere. */
static const char *below_work(const char *path)
{
    if (!path || self.work < 0)
        return NULL;
    if (path[0] != '/')
        return path;
    size_t length = strlen(self.work_path);
    return strncmp(path, self.work_path, length) == 0 && path[length] == '/' ? path + length + 1 : NULL;
}

static void handle_files(const struct packet *packet, int fd)
{
    const char *path = below_work(texts_next(&self.texts));
    if (!path) {
        answer(EINVAL, "path", -1);
    } else if (packet->kind == PACKET_PUT) {
        answer(folder_put(self.work, path, fd, packet->mode & 0777) < 0 ? errno : 0, "put", -1);
    } else if (packet->kind == PACKET_GET) {
        int file = folder_get(self.work, path);
        answer(file < 0 ? errno : 0, "get", file);
        if (file >= 0)
            close(file);
    } else {
        answer(folder_remove(self.work, path) < 0 ? errno : 0, "remove", -1);
    }
}

static void refuse_run(uint32_t slot, int error, const char *step)
{
    struct packet packet = {.kind = PACKET_ENDED, .slot = slot, .error = error};
    texts_clear(&self.texts);
    texts_add(&self.texts, step);
    send_packet(self.control, &packet, &self.texts, NULL, 0);
}

static char **take_texts(uint32_t count)
{
    char **list = calloc((size_t)count + 1, sizeof *list);
    for (uint32_t i = 0; list && i < count; i++)
        list[i] = (char *)texts_next(&self.texts); /* exec does not change them */
    return list;
}

static void handle_run(struct packet *packet, const int fds[MAX_PACKET_FDS])
{
    bool fits = packet->slot < MAX_RUNS && self.runs[packet->slot].pid == 0 && packet->argument_count <= 4096 &&
                packet->environment_count <= 4096 && fds[2] >= 0 && (packet->flags & RUN_HAS_RESULT ? fds[3] >= 0 : true);
    if (!fits || (self.policy == POLICY_RUN && runs_under_way() > 0)) {
        refuse_run(packet->slot, fits ? EBUSY : EBADMSG, "request");
        return;
    }
    struct inner_run *run = &self.runs[packet->slot];
    const char *path = texts_next(&self.texts), *folder = texts_next(&self.texts);
    char **arguments = take_texts(packet->argument_count), **environment = take_texts(packet->environment_count);
    bool sealed = path && *path == 0;
    bool known = !sealed || (packet->program < MAX_PROGRAMS && self.programs[packet->program] >= 0);
    if (!path || !folder || !arguments || !environment || !known) {
        refuse_run(packet->slot, known ? EBADMSG : ENOENT, "program");
    } else {
        packet->processes = self.processes;
        struct beginning beginning = {
            .limits = packet,
            .path = sealed ? NULL : path,
            .program = sealed ? self.programs[packet->program] : -1,
            .folder = *folder ? folder : self.work >= 0 ? self.work_path : "/",
            .arguments = arguments,
            .environment = environment,
            .fds = {fds[0], fds[1], fds[2], packet->flags & RUN_HAS_RESULT ? fds[3] : -1},
            .filter = self.contained ? &self.filter : NULL,
            .ruleset = self.ruleset,
            .bound_addresses = !self.cgroup && self.policy == POLICY_RUN,
            .setback = run->setback,
        };
        run->setback->error = 0;
        run->reason = REASON_ITSELF;
        run->cpu_limit = packet->cpu_ns;
        run->wall_limit = packet->wall_ns;
        run->next_look = run->orphans_cpu = 0;
        run->began = now_ns();
        pid_t pid = fork();
        if (pid == 0)
            begin(&beginning);
        if (pid < 0)
            refuse_run(packet->slot, errno, "fork");
        else
            run->pid = pid;
    }
    free(arguments);
    free(environment);
}

static void handle(struct packet *packet, int fds[MAX_PACKET_FDS])
{
    switch (packet->kind) {
    case PACKET_PROGRAM:
        if (packet->slot >= MAX_PROGRAMS || fds[0] < 0) {
            answer(EINVAL, "program", -1);
            break;
        }
        close_fd(&self.programs[packet->slot]);
        self.programs[packet->slot] = fds[0];
        fds[0] = -1;
        answer(0, "program", -1);
        break;
    case PACKET_PUT:
    case PACKET_GET:
    case PACKET_REMOVE:
        handle_files(packet, fds[0]);
        break;
    case PACKET_RUN:
        handle_run(packet, fds);
        break;
    case PACKET_KILL:
        if (packet->slot < MAX_RUNS && self.runs[packet->slot].pid > 0)
            end_by(&self.runs[packet->slot], REASON_ASKED);
        break;
    default:
        break;
    }
    for (size_t i = 0; i < MAX_PACKET_FDS; i++)
        close_fd(&fds[i]);
}

/* ---- Beginning ---- */

/* Occupies descriptors 0 to 3 with a pipe at its end, so that what arrives later lies above them. */
static bool occupy_low_descriptors(void)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return false;
    int source = fcntl(ends[0], F_DUPFD_CLOEXEC, 10);
    close(ends[0]);
    close(ends[1]);
    for (int number = 0; number < MAX_PACKET_FDS; number++)
        if (number != self.control && dup3(source, number, O_CLOEXEC) < 0)
            return false;
    return close(source) == 0;
}

/* What bubblewrap promised, seen with our own eyes: no capability, and no way to get one. */
static bool is_powerless(void)
{
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3];
    if (syscall(SYS_capget, &header, sets) < 0)
        return false;
    for (size_t i = 0; i < _LINUX_CAPABILITY_U32S_3; i++)
        if (sets[i].effective || sets[i].permitted || sets[i].inheritable)
            return false;
    return getuid() != 0 && geteuid() != 0 && prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
}

static bool prepare(const struct packet *setup, struct failure *failure)
{
    self.policy = setup->policy == POLICY_TOOLS ? POLICY_TOOLS : POLICY_RUN;
    self.processes = setup->processes;
    self.cgroup = setup->flags & SETUP_CGROUP;
    const char *work = texts_next(&self.texts);
    if (work && *work) {
        snprintf(self.work_path, sizeof self.work_path, "%s", work);
        self.work = open(work, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (self.work < 0)
            return fail(failure, "work", "cannot open the work folder: %s", strerror(errno));
    }
    struct setback *setbacks = mmap(NULL, sizeof *setbacks * MAX_RUNS, PROT_READ | PROT_WRITE,
                                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (setbacks == MAP_FAILED)
        return fail(failure, "memory", "cannot map memory: %s", strerror(errno));
    for (size_t i = 0; i < MAX_RUNS; i++)
        self.runs[i].setback = &setbacks[i];
    for (size_t i = 0; i < MAX_PROGRAMS; i++)
        self.programs[i] = -1;

    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGCHLD);
    signal(SIGPIPE, SIG_IGN);
    /* Nobody in here may look into init or take descriptors from it. */
    if (prctl(PR_SET_DUMPABLE, 0) < 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ||
        sigprocmask(SIG_SETMASK, &watched, NULL) < 0)
        return fail(failure, "init", "cannot prepare init: %s", strerror(errno));
    self.signals = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
    if (self.signals < 0)
        return fail(failure, "init", "cannot watch signals: %s", strerror(errno));
    if (!self.contained)
        return prctl(PR_SET_CHILD_SUBREAPER, 1) == 0 || fail(failure, "init", "cannot adopt orphans");
    errno = 0;
    if (!is_powerless())
        return fail(failure, "init", "init has privileges that it should not have");

    const char *writable[] = {"/work", "/tmp", "/dev/null"};
    self.ruleset = landlock_build(self.policy, writable, sizeof writable / sizeof writable[0]);
    return filter_build(&self.filter, self.policy, failure);
}

int inner_init(int control, bool contained)
{
    self.control = control;
    self.contained = contained;
    self.work = self.ruleset = self.signals = -1;
    struct packet packet;
    struct failure failure = {.step = "init"};
    int fds[MAX_PACKET_FDS];

    if (contained && getpid() != 1)
        return EXIT_BROKEN;
    /* Whatever bubblewrap or its caller left open. (Without walls, the supervisor has closed it.) */
    if (contained) {
        syscall(SYS_close_range, MAX_PACKET_FDS - 1, control - 1, 0);
        syscall(SYS_close_range, control + 1, ~0u, 0);
    }
    if (fcntl(control, F_SETFD, FD_CLOEXEC) < 0 || receive_packet(control, &packet, &self.texts, fds, NULL) <= 0 ||
        packet.kind != PACKET_SETUP)
        return EXIT_BROKEN;
    bool ready = occupy_low_descriptors() || fail(&failure, "init", "cannot make a pipe: %s", strerror(errno));
    ready = ready && prepare(&packet, &failure);
    struct packet greeting = {
        .kind = PACKET_READY,
        .error = ready ? 0 : failure.error ? failure.error : EIO,
        .flags = (contained ? WALL_SECCOMP : 0u) | (self.ruleset >= 0 ? WALL_LANDLOCK : 0u),
    };
    texts_clear(&self.texts);
    if (!ready) {
        texts_add(&self.texts, failure.step);
        texts_add(&self.texts, failure.message);
    }
    if (!send_packet(control, &greeting, &self.texts, NULL, 0) || !ready)
        return EXIT_BROKEN;

    for (;;) {
        uint64_t wait = keep_clocks();
        struct timespec timeout = {.tv_sec = (time_t)(wait / SECOND_NS), .tv_nsec = (long)(wait % SECOND_NS)};
        struct pollfd watched[2] = {{.fd = control, .events = POLLIN}, {.fd = self.signals, .events = POLLIN}};
        if (ppoll(watched, 2, wait > 0 ? &timeout : NULL, NULL) < 0 && errno != EINTR)
            break;
        if (watched[1].revents) {
            struct signalfd_siginfo infos[8];
            while (read(self.signals, infos, sizeof infos) > 0) {}
            reap();
        }
        if (watched[0].revents) {
            if (receive_packet(control, &packet, &self.texts, fds, NULL) <= 0)
                break;
            handle(&packet, fds);
        }
    }
    /* The supervisor is gone or has had enough. As process 1 we take everything in here with us. */
    if (!contained)
        kill_descendants();
    return 0;
}
