/*
 * The child's steps, in the order in which they must come: descriptors while we still may, limits, Landlock, and the
 * filter last, which lets nothing pass but the exec.
 */
#include "begin.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/close_range.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static _Noreturn void give_up(const struct beginning *beginning, const char *step)
{
    beginning->setback->error = errno ? errno : EINVAL;
    strncpy(beginning->setback->step, step, sizeof beginning->setback->step - 1);
    _exit(127);
}

/* Sets both soft and hard, no higher than the hard limit that stands. */
static int bound(__rlimit_resource_t resource, uint64_t value)
{
    struct rlimit limit;
    if (getrlimit(resource, &limit) < 0)
        return -1;
    if (limit.rlim_max == RLIM_INFINITY || limit.rlim_max > value)
        limit.rlim_max = value;
    limit.rlim_cur = limit.rlim_max;
    return setrlimit(resource, &limit);
}

static void set_limits(const struct beginning *beginning)
{
    const struct packet *limits = beginning->limits;
    int result = bound(RLIMIT_CORE, 0);
    result |= bound(RLIMIT_STACK, limits->stack);
    result |= bound(RLIMIT_NOFILE, limits->files);
    result |= bound(RLIMIT_FSIZE, limits->file_size);
    result |= bound(RLIMIT_MEMLOCK, 0);
    result |= bound(RLIMIT_MSGQUEUE, 0);
    result |= bound(RLIMIT_SIGPENDING, 64);
    result |= bound(RLIMIT_NICE, 0);
    result |= bound(RLIMIT_RTPRIO, 0);
    if (limits->processes > 0)
        result |= bound(RLIMIT_NPROC, limits->processes);
    /* A backstop for each process; init reads the clocks and ends the run to the microsecond. */
    if (limits->cpu_ns > 0)
        result |= bound(RLIMIT_CPU, limits->cpu_ns / SECOND_NS + 2);
    if (beginning->bound_addresses && limits->memory > 0)
        result |= bound(RLIMIT_AS, limits->memory * 2 + limits->stack + (256ull << 20));
    if (result < 0)
        give_up(beginning, "rlimits");
}

static void place_descriptors(const struct beginning *beginning)
{
    /* Init keeps 0 to 3 occupied, so none of these is already where another one belongs. */
    for (int number = 0; number < MAX_PACKET_FDS; number++) {
        int fd = beginning->fds[number];
        if (fd < 0)
            close(number);
        else if (dup2(fd, number) < 0)
            give_up(beginning, "descriptors");
    }
    if (beginning->program >= 0 && dup3(beginning->program, PROGRAM_FD, O_CLOEXEC) < 0)
        give_up(beginning, "descriptors");
    /* All others are close-on-exec already; this is the belt to those braces. */
    if (syscall(SYS_close_range, MAX_PACKET_FDS, ~0u, CLOSE_RANGE_CLOEXEC) < 0 && errno != ENOSYS && errno != EINVAL)
        give_up(beginning, "descriptors");
}

void begin(const struct beginning *beginning)
{
    sigset_t none;
    sigemptyset(&none);
    /* Ignored signals would stay ignored across exec; init ignores only this one. */
    signal(SIGPIPE, SIG_DFL);
    /* A session of its own: signals to "my group" reach nobody else, and init finds the run's orphans by it. */
    if (setsid() < 0)
        give_up(beginning, "session");
    if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
        give_up(beginning, "privileges");
    umask(022);
    if (chdir(beginning->folder) < 0)
        give_up(beginning, "folder");
    place_descriptors(beginning);
    set_limits(beginning);
    if (beginning->ruleset >= 0 && landlock_enter(beginning->ruleset) < 0)
        give_up(beginning, "landlock");
    if (sigprocmask(SIG_SETMASK, &none, NULL) < 0)
        give_up(beginning, "signals");
    if (beginning->filter && filter_enter(beginning->filter) < 0)
        give_up(beginning, "seccomp");
    if (beginning->path)
        execve(beginning->path, beginning->arguments, beginning->environment);
    else
        syscall(SYS_execveat, PROGRAM_FD, beginning->filter ? beginning->filter->secret : "", beginning->arguments,
                beginning->environment, AT_EMPTY_PATH);
    give_up(beginning, "exec");
}
