/*
 * Control groups, v2 and v1.
 *
 * Theory of operation
 *
 * The group is made as `judge/PID-START-N` below our own group, or below the nearest group above it that lets us; the
 * name says who made it, so that a later judge can remove what a killed one left. Only two controllers matter: memory
 * (the bound that cannot be argued with: heap, stack, page tables, pipes, tmpfs pages all count) and pids (fork bombs
 * of a compiler). CPU time comes from wait4() and process clocks, and killing process 1 of a PID namespace kills all
 * of it without a race, so cpuacct and freezer of v1 would only cost time.
 *
 * How a process gets in matters. Writing to cgroup.procs takes a lock that waits for an RCU grace period: 8 to 17 ms
 * here. On v2 clone3() with CLONE_INTO_CGROUP starts the child inside. On v1 a process that writes 0 to `tasks` moves
 * only its own thread, which needs no such lock: 0.3 ms. It has one thread, so that is the same thing.
 */
#include "cgroup.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/sched.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum {
    MEMORY,
    PIDS,
};

/* The kernel charges in batches of up to 64 pages a CPU, and the child of the next run is forked during this one: kept off
 * the program's account by so many bytes. */
enum { CHARGED_AHEAD = 768 << 10 };

/* ---- Where our own groups are ---- */

/* The path of our own group of `controller` ("" for v2) within its hierarchy, from /proc/self/cgroup. */
static bool own_group(const char *controller, char *path, size_t size)
{
    char text[8192];
    if (read_small(AT_FDCWD, "/proc/self/cgroup", text, sizeof text) < 0)
        return false;
    for (char *line = strtok(text, "\n"); line; line = strtok(NULL, "\n")) {
        char *controllers = strchr(line, ':');
        char *group = controllers ? strchr(controllers + 1, ':') : NULL;
        if (!group)
            continue;
        controllers++;
        *group++ = 0;
        bool found = *controller == 0 && *controllers == 0;
        for (char *rest = controllers, *word; *controller && (word = strsep(&rest, ","));)
            found |= strcmp(word, controller) == 0;
        if (found && snprintf(path, size, "%s", group) < (int)size)
            return true;
    }
    return false;
}

/* Where that group shows in the file system: a line of mountinfo whose type fits and whose root holds the group. */
static bool find_folder(const char *type, const char *controller, const char *group, char *path, size_t size)
{
    FILE *mounts = fopen("/proc/self/mountinfo", "re");
    if (!mounts)
        return false;
    char line[4096];
    bool found = false;
    while (!found && fgets(line, sizeof line, mounts)) {
        /* 31 23 0:28 ROOT POINT options optional… - TYPE source SUPEROPTIONS */
        char root[1024], point[1024], kind[64], super[1024];
        char *tail = strstr(line, " - ");
        if (!tail || sscanf(line, "%*s %*s %*s %1023s %1023s", root, point) != 2)
            continue;
        if (sscanf(tail, " - %63s %*s %1023s", kind, super) != 2 || strcmp(kind, type) != 0)
            continue;
        bool fits = *controller == 0;
        for (char *rest = super, *word; !fits && (word = strsep(&rest, ","));)
            fits = strcmp(word, controller) == 0;
        if (!fits)
            continue;
        size_t skip = strcmp(root, "/") == 0 ? 0 : strlen(root);
        const char *below = strncmp(group, root, skip) == 0 ? group + skip : "";
        if (strcmp(below, "/") == 0)
            below = "";
        found = snprintf(path, size, "%s%s", point, below) < (int)size;
    }
    fclose(mounts);
    return found;
}

/* ---- Names ---- */

static void remove_stale(const char *parent)
{
    DIR *listing = opendir(parent);
    if (!listing)
        return;
    struct dirent *entry;
    while ((entry = readdir(listing))) {
        int pid;
        unsigned long long started;
        if (sscanf(entry->d_name, "%d-%llu-", &pid, &started) == 2 && start_time(pid) != started)
            unlinkat(dirfd(listing), entry->d_name, AT_REMOVEDIR);
    }
    closedir(listing);
}

/* Makes `base`/judge/NAME and opens it. Another judge may remove an empty `judge` between our two steps: try again. */
static int make_folder(struct cgroup *cgroup, int which, const char *base)
{
    char *parent = cgroup->parent[which];
    if (snprintf(parent, sizeof cgroup->parent[which], "%s/judge", base) >= (int)sizeof cgroup->parent[which])
        return -1;
    for (int attempt = 0; attempt < 20; attempt++) {
        if (mkdir(parent, 0755) < 0 && errno != EEXIST)
            return -1;
        remove_stale(parent);
        /* v2: what is to be bounded in our group must be switched on in each one above it. */
        if (cgroup->kind == CGROUP_V2) {
            char control[sizeof cgroup->parent[which] + 32];
            snprintf(control, sizeof control, "%s/cgroup.subtree_control", parent);
            if (write_small(AT_FDCWD, control, "+memory +pids") < 0) {
                int error = errno;
                rmdir(parent);
                if (error == ENOENT && access(base, F_OK) == 0 && attempt < 19) {
                    /* Either the folder just went, or `base` does not hand these controllers down. */
                    snprintf(control, sizeof control, "%s/cgroup.subtree_control", base);
                    if (write_small(AT_FDCWD, control, "+memory +pids") == 0)
                        continue;
                }
                return -1;
            }
        }
        int folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (folder < 0)
            continue;
        int made = mkdirat(folder, cgroup->name, 0755);
        int opened = made == 0 ? openat(folder, cgroup->name, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
        close(folder);
        if (opened >= 0)
            return opened;
        if (errno != ENOENT)
            return -1;
    }
    return -1;
}

static void name_group(struct cgroup *cgroup)
{
    snprintf(cgroup->name, sizeof cgroup->name, "%d-%llu-0", (int)getpid(), (unsigned long long)start_time(getpid()));
}

/* ---- Bounds ---- */

static bool write_number(int fd, uint64_t number)
{
    char text[32];
    int length = snprintf(text, sizeof text, "%llu", (unsigned long long)number);
    return pwrite(fd, text, (size_t)length, 0) == length;
}

static bool set_limit(struct cgroup *cgroup, uint64_t bytes)
{
    if (bytes == cgroup->limit_bytes)
        return true;
    /* v1: memory plus swap may never be below memory, so the order depends on the direction. */
    bool grows = bytes > cgroup->limit_bytes;
    bool both = cgroup->kind == CGROUP_V1 && cgroup->swap >= 0;
    if (both && grows && !write_number(cgroup->swap, bytes))
        return false;
    if (!write_number(cgroup->limit, bytes))
        return false;
    if (both && !grows && !write_number(cgroup->swap, bytes))
        return false;
    cgroup->limit_bytes = bytes;
    return true;
}

static bool open_files(struct cgroup *cgroup, const struct options *options)
{
    bool v2 = cgroup->kind == CGROUP_V2;
    int folder = cgroup->folder[MEMORY];
    cgroup->limit = openat(folder, v2 ? "memory.max" : "memory.limit_in_bytes", O_RDWR | O_CLOEXEC);
    cgroup->events = openat(folder, v2 ? "memory.events" : "memory.oom_control", O_RDONLY | O_CLOEXEC);
    cgroup->usage = openat(folder, v2 ? "memory.current" : "memory.usage_in_bytes", O_RDONLY | O_CLOEXEC);
    if (cgroup->limit < 0 || cgroup->events < 0 || cgroup->usage < 0)
        return false;
    cgroup->swap = openat(folder, v2 ? "memory.swap.max" : "memory.memsw.limit_in_bytes", O_RDWR | O_CLOEXEC);
    /* A kernel before 6.12 shows memory.peak but cannot set it back; then it says nothing about a single run. */
    cgroup->peak = openat(folder, v2 ? "memory.peak" : "memory.max_usage_in_bytes", O_RDWR | O_CLOEXEC);
    cgroup->peak_resets = cgroup->peak >= 0 && pwrite(cgroup->peak, "0", 1, 0) == 1;
    if (v2 && cgroup->swap >= 0)
        write_number(cgroup->swap, 0);
    if (!v2)
        write_small(folder, "memory.swappiness", "0");
    cgroup->limit_bytes = UINT64_MAX; /* a new group is unbounded */
    if (!set_limit(cgroup, options->memory_bytes))
        return false;
    if (options->processes > 0 && cgroup->folder[PIDS] >= 0) {
        char text[32];
        /* Two more: bubblewrap outside and init. */
        snprintf(text, sizeof text, "%llu", (unsigned long long)options->processes + 2);
        if (write_small(cgroup->folder[PIDS], "pids.max", text) < 0)
            note("cgroup: cannot bound the number of processes: %s", strerror(errno));
    }
    return true;
}

static bool make_v2(struct cgroup *cgroup, const struct options *options)
{
    char group[1024], base[2048], top[2048];
    if (!own_group("", group, sizeof group) || !find_folder("cgroup2", "", group, base, sizeof base) ||
        !find_folder("cgroup2", "", "", top, sizeof top))
        return false;
    char controllers[1024], path[2304];
    snprintf(path, sizeof path, "%s/cgroup.controllers", base);
    if (read_small(AT_FDCWD, path, controllers, sizeof controllers) < 0 || !strstr(controllers, "memory"))
        return false;
    cgroup->kind = CGROUP_V2;
    /* A group with processes of its own hands no memory controller down (unless it is the root), so ours may have to
     * stand beside our own one, in the nearest group above it that is ours to write. */
    for (;;) {
        int folder = make_folder(cgroup, MEMORY, base);
        if (folder >= 0) {
            cgroup->folder[MEMORY] = folder;
            cgroup->folder[PIDS] = fcntl(folder, F_DUPFD_CLOEXEC, 0);
            if (open_files(cgroup, options))
                return true;
            cgroup_remove(cgroup);
            return false;
        }
        char *slash = strrchr(base, '/');
        if (!slash || strlen(base) <= strlen(top))
            break;
        *slash = 0;
    }
    cgroup->kind = CGROUP_NONE;
    return false;
}

static bool make_v1(struct cgroup *cgroup, const struct options *options)
{
    char group[1024], base[2048];
    cgroup->kind = CGROUP_V1;
    if (own_group("memory", group, sizeof group) && find_folder("cgroup", "memory", group, base, sizeof base))
        cgroup->folder[MEMORY] = make_folder(cgroup, MEMORY, base);
    if (cgroup->folder[MEMORY] < 0) {
        cgroup->kind = CGROUP_NONE;
        return false;
    }
    if (own_group("pids", group, sizeof group) && find_folder("cgroup", "pids", group, base, sizeof base))
        cgroup->folder[PIDS] = make_folder(cgroup, PIDS, base);
    if (open_files(cgroup, options))
        return true;
    cgroup_remove(cgroup);
    return false;
}

void cgroup_make(struct cgroup *cgroup, const struct options *options)
{
    *cgroup = NO_CGROUP;
    name_group(cgroup);
    if (!make_v2(cgroup, options))
        make_v1(cgroup, options);
}

/* ---- Use ---- */

pid_t cgroup_fork(struct cgroup *cgroup)
{
    if (cgroup->kind == CGROUP_V2) {
        struct clone_args arguments = {
            .flags = CLONE_INTO_CGROUP, .exit_signal = SIGCHLD, .cgroup = (uint64_t)cgroup->folder[MEMORY]};
        pid_t pid = (pid_t)syscall(SYS_clone3, &arguments, sizeof arguments);
        if (pid >= 0)
            return pid;
        /* We may make a group but not enter it where the group that holds both is not ours. Memory is then bounded by
         * looking. */
        cgroup_remove(cgroup);
    }
    pid_t pid = fork();
    if (pid == 0 && cgroup->kind == CGROUP_V1) {
        for (int which = MEMORY; which <= PIDS; which++)
            if (cgroup->folder[which] >= 0 && write_small(cgroup->folder[which], "tasks", "0") < 0) {
                dprintf(STDERR_FILENO, "cannot enter the control group: %s\n", strerror(errno));
                _exit(EXIT_BROKEN);
            }
    }
    return pid;
}

void cgroup_settle(struct cgroup *cgroup)
{
    if (cgroup->kind == CGROUP_NONE)
        return;
    cgroup->baseline = cgroup->settled = read_number(cgroup->usage);
}

/* What the run before had is taken off the account some milliseconds after its end: page tables above all. Waits for that
 * where it is a real part of what the next run may have, and puts down to the jail, not to that run, what does not go. */
static void cgroup_settle_again(struct cgroup *cgroup, uint64_t memory_bytes)
{
    const uint64_t most = cgroup->settled + CHARGED_AHEAD + memory_bytes / 32;
    uint64_t used;
    for (int attempt = 0; (used = read_number(cgroup->usage)) > most && attempt < 200; attempt++)
        usleep(1000);
    cgroup->baseline = used > most ? used : cgroup->settled;
}

bool cgroup_begin(struct cgroup *cgroup, uint64_t memory_bytes)
{
    if (cgroup->kind == CGROUP_NONE)
        return true;
    cgroup_settle_again(cgroup, memory_bytes);
    if (memory_bytes > 0 && !set_limit(cgroup, (memory_bytes + cgroup->baseline + CHARGED_AHEAD) / 4096 * 4096))
        return false;
    return !cgroup->peak_resets || pwrite(cgroup->peak, "0", 1, 0) == 1;
}

uint64_t cgroup_peak(struct cgroup *cgroup)
{
    if (cgroup->kind == CGROUP_NONE || !cgroup->peak_resets)
        return 0;
    uint64_t peak = read_number(cgroup->peak);
    return peak > cgroup->baseline ? peak - cgroup->baseline : 0;
}

uint64_t cgroup_oom_kills(struct cgroup *cgroup)
{
    char text[1024];
    if (cgroup->kind == CGROUP_NONE)
        return 0;
    ssize_t length = pread(cgroup->events, text, sizeof text - 1, 0);
    if (length <= 0)
        return 0;
    text[length] = 0;
    char *line = strstr(text, "oom_kill ");
    return line ? strtoull(line + strlen("oom_kill "), NULL, 10) : 0;
}

void cgroup_remove(struct cgroup *cgroup)
{
    if (cgroup->kind == CGROUP_V2)
        write_small(cgroup->folder[MEMORY], "cgroup.kill", "1");
    for (int which = MEMORY; which <= PIDS; which++) {
        if (cgroup->folder[which] < 0 || (which == PIDS && cgroup->kind == CGROUP_V2))
            continue;
        int parent = open(cgroup->parent[which], O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        /* Killed processes leave the group a moment after they are reaped. */
        for (int attempt = 0; parent >= 0 && attempt < 2000; attempt++) {
            if (unlinkat(parent, cgroup->name, AT_REMOVEDIR) == 0 || errno != EBUSY)
                break;
            usleep(1000);
        }
        close_fd(&parent);
        rmdir(cgroup->parent[which]); /* stays while other jails stand in it */
    }
    for (int which = MEMORY; which <= PIDS; which++)
        close_fd(&cgroup->folder[which]);
    close_fd(&cgroup->limit);
    close_fd(&cgroup->swap);
    close_fd(&cgroup->peak);
    close_fd(&cgroup->events);
    close_fd(&cgroup->usage);
    cgroup->kind = CGROUP_NONE;
}
