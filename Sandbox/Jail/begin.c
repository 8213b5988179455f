/*
 * The child's steps, in two parts.
 *
 * First the walls, which are the same for every program: session, privileges, limits, Landlock, and the filter last. A
 * submission's child takes these steps before there is a request, while the program before it still runs: they cost two
 * tenths of a millisecond. Then, behind the walls, what the request says: descriptors, further limits, exec. The filter
 * knows these three by a secret (seccomp.c).
 */
#include "begin.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Noreturn void give_up(struct setback *setback, const char *step)
{
    setback->error = errno ? errno : EINVAL;
    strncpy(setback->step, step, sizeof setback->step - 1);
    _exit(127);
}

/* Sets both soft and hard, no higher than the hard limit that stands. */
static int bound(struct rlimit *limit, __rlimit_resource_t resource, uint64_t value)
{
    struct rlimit standing;
    if (getrlimit(resource, &standing) < 0)
        return -1;
    limit->rlim_max = standing.rlim_max < value ? standing.rlim_max : value; /* RLIM_INFINITY is the largest value */
    limit->rlim_cur = limit->rlim_max;
    return setrlimit(resource, limit);
}

/* Those that are the same for every program. */
static void set_common_limits(uint64_t processes, struct setback *setback)
{
    struct rlimit limit;
    int result = bound(&limit, RLIMIT_CORE, 0);
    result |= bound(&limit, RLIMIT_MEMLOCK, 0);
    result |= bound(&limit, RLIMIT_MSGQUEUE, 0);
    result |= bound(&limit, RLIMIT_SIGPENDING, 64);
    result |= bound(&limit, RLIMIT_NICE, 0);
    result |= bound(&limit, RLIMIT_RTPRIO, 0);
    if (processes > 0)
        result |= bound(&limit, RLIMIT_NPROC, processes);
    if (result < 0)
        give_up(setback, "rlimits");
}

static void set_limits(const struct beginning *beginning, struct setback *setback)
{
    const struct packet *limits = beginning->limits;
    struct rlimit here, *place = beginning->secret ? &beginning->secret->limit : &here;
    int result = bound(place, RLIMIT_STACK, limits->stack);
    result |= bound(place, RLIMIT_NOFILE, limits->files);
    result |= bound(place, RLIMIT_FSIZE, limits->file_size);
    /* A backstop for each process; init reads the clocks and ends the run to the microsecond. */
    if (limits->cpu_ns > 0)
        result |= bound(place, RLIMIT_CPU, limits->cpu_ns / SECOND_NS + 2);
    if (beginning->bound_addresses && limits->memory > 0)
        result |= bound(place, RLIMIT_AS, limits->memory * 2 + limits->stack + (256ull << 20));
    if (result < 0)
        give_up(setback, "rlimits");
}

static void place_descriptors(const struct beginning *beginning, struct setback *setback)
{
    /* Init keeps these numbers occupied, so none of these is already where another one belongs. */
    for (int number = 0; number < MAX_PACKET_FDS; number++) {
        int fd = beginning->fds[number];
        if (fd < 0)
            close(number);
        else if (dup2(fd, number) < 0)
            give_up(setback, "descriptors");
    }
    if (beginning->program >= 0 && dup3(beginning->program, PROGRAM_FD, O_CLOEXEC) < 0)
        give_up(setback, "descriptors");
}

void begin_walls(const struct walls_around *walls, struct setback *setback)
{
    sigset_t none;
    sigemptyset(&none);
    /* Ignored signals would stay ignored across exec; init ignores only this one. */
    signal(SIGPIPE, SIG_DFL);
    /* A session of its own: signals to "my group" reach nobody else, and init finds the run's orphans by it. */
    if (setsid() < 0)
        give_up(setback, "session");
    /* Init may have gone before it could be said that we go with it. */
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0 || getppid() != walls->init || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        give_up(setback, "privileges");
    set_common_limits(walls->processes, setback);
    /* The same addresses in every run, so that a program that looks at them counts the same. Where that is refused, as in
     * some containers, only such a program suffers. */
    personality(ADDR_NO_RANDOMIZE);
    umask(022);
    if (chdir(walls->folder) < 0)
        give_up(setback, "folder");
    /* All that init opens is close-on-exec already; this is the belt to those braces. */
    if (syscall(SYS_close_range, MAX_PACKET_FDS, ~0u, CLOSE_RANGE_CLOEXEC) < 0 && errno != ENOSYS && errno != EINVAL)
        give_up(setback, "descriptors");
    /* The files of a process that is not dumpable, as init is not, are root's. Exec makes it so in any case. */
    if (walls->first_to_go && (prctl(PR_SET_DUMPABLE, 1) < 0 || write_small(AT_FDCWD, OOM_ORDER, "1000") < 0))
        give_up(setback, "oom");
    if (walls->ruleset >= 0 && landlock_enter(walls->ruleset) < 0)
        give_up(setback, "landlock");
    if (sigprocmask(SIG_SETMASK, &none, NULL) < 0)
        give_up(setback, "signals");
    if (walls->filter && filter_enter(walls->filter) < 0)
        give_up(setback, "seccomp");
}

void begin_program(const struct beginning *beginning, struct setback *setback)
{
    place_descriptors(beginning, setback);
    set_limits(beginning, setback);
    if (beginning->path)
        execve(beginning->path, beginning->arguments, beginning->environment);
    else
        syscall(SYS_execveat, PROGRAM_FD, beginning->secret ? beginning->secret->path : "", beginning->arguments,
                beginning->environment, AT_EMPTY_PATH);
    give_up(setback, "exec");
}
