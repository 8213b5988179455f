/*
 * Clocks and ends of the runs inside.
 *
 * Policy `run`: one program at a time, which can start no other, so its own clock is the run's, and it ends at the very
 * microsecond of its limit: init sleeps for exactly what is left of the budget, then looks at the clock again.
 *
 * Policy `tools`: up to eight process trees at once. Each run is a session; its clock is the sum over the session's
 * processes as /proc shows them. A process that leaves its session still has its own RLIMIT_CPU, is bounded by the
 * jail's memory and process counts, and dies when the last run of the moment ends.
 *
 * Without namespaces (`--walls restricted` or `none`) init is an ordinary process and a subreaper: it must never say kill(-1).
 */
#include "inner.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* ---- Clocks ---- */

static uint64_t nanoseconds(struct timeval time)
{
    return (uint64_t)time.tv_sec * SECOND_NS + (uint64_t)time.tv_usec * 1000;
}

uint64_t process_cpu(pid_t pid)
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
    if (self.policy == POLICY_RUN) {
        uint64_t used = process_cpu(run->pid);
        return used > run->cpu_before ? used - run->cpu_before : 0;
    }
    uint64_t cpu = run->orphans_cpu;
    visit_session(run->pid, false, &cpu);
    return cpu;
}

/* ---- The end of runs ---- */

void end_by(struct inner_run *run, uint32_t reason)
{
    if (run->reason == REASON_ITSELF)
        run->reason = reason;
    kill(run->pid, SIGKILL);
}

size_t runs_under_way(void)
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
    if (last && self.walls == WALLS_FULL) {
        /* What a program leaves behind is process 1's, and its end is told by SIGCHLD, whatever its maker wanted. Other
         * children than such there may be one: the spare. */
        siginfo_t none;
        if (waitid(P_ALL, 0, &none, WEXITED | WNOHANG | WNOWAIT) < 0 && errno == ECHILD)
            return;
        retire_spare();
        if (kill(-1, SIGKILL) < 0 && errno == ESRCH)
            return;
        /* What was killed becomes our child, if it was not, and a zombie. */
        for (siginfo_t info; waitid(P_ALL, 0, &info, WEXITED | WNOWAIT) == 0;)
            reap_orphan(info.si_pid);
        return;
    }
    /* A submission behind the filter starts nothing. Where it has just used up all memory, looking would cost some. */
    if (self.walls == WALLS_RESTRICTED && self.policy == POLICY_RUN)
        return;
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

/* Whether an ended child that was a spare got as far as its exec: from there on its end is told by SIGCHLD. */
static bool has_begun(pid_t pid)
{
    siginfo_t info;
    return waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

static void report_end(struct inner_run *run, int status, const struct rusage *usage)
{
    uint64_t wall = now_ns() - run->began;
    uint64_t cpu = nanoseconds(usage->ru_utime) + nanoseconds(usage->ru_stime);
    cpu = cpu > run->cpu_before ? cpu - run->cpu_before : 0;
    clear_away(run, runs_under_way() == 1);
    struct packet answer = {
        .kind = PACKET_ENDED,
        .slot = (uint32_t)(run - self.runs),
        .status = status,
        .reason = run->reason,
        .cpu_ns = cpu + run->orphans_cpu,
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

void reap(void)
{
    for (;;) {
        siginfo_t info = {.si_pid = 0};
        if (waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT | __WALL) < 0 || info.si_pid == 0)
            return;
        struct inner_run *run = NULL;
        for (size_t i = 0; i < MAX_RUNS; i++)
            if (self.runs[i].pid == info.si_pid)
                run = &self.runs[i];
        if (!run) {
            if (info.si_pid == self.spare)
                retire_spare(); /* the next run begins without, and says what is wrong */
            else
                reap_orphan(info.si_pid);
            continue;
        }
        if (run->reason == REASON_ITSELF && !run->setback->error && !has_begun(info.si_pid)) {
            /* Somebody outside killed it, or the host's memory ran out: nothing that the program did. */
            run->setback->error = ECHILD;
            strcpy(run->setback->step, "exec");
        }
        int status;
        struct rusage usage;
        if (wait4(info.si_pid, &status, __WALL, &usage) == info.si_pid)
            report_end(run, status, &usage);
    }
}

uint64_t keep_clocks(void)
{
    uint64_t next = 0;
    for (size_t i = 0; i < MAX_RUNS; i++) {
        struct inner_run *run = &self.runs[i];
        if (run->pid == 0 || run->reason != REASON_ITSELF)
            continue;
        uint64_t now = now_ns(), wait = UINT64_MAX;
        if (run->wall_limit > 0) {
            uint64_t elapsed = now - run->began, limit = run->wall_limit;
            if (elapsed >= limit && self.policy == POLICY_RUN)
                limit += WALL_STRETCH * run_cpu(run);
            if (elapsed >= limit) {
                end_by(run, REASON_WALL);
                continue;
            }
            wait = limit - elapsed;
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
