/*
 * The jail's control group: a bound on memory and on the number of processes, the peak, and the count of OOM kills.
 */
#ifndef JAIL_CGROUP_H
#define JAIL_CGROUP_H

#include "jail.h"

enum cgroup_kind { CGROUP_NONE, CGROUP_V1, CGROUP_V2 };

struct cgroup {
    enum cgroup_kind kind;
    char parent[2][512];     /* memory (v2: everything) and pids: the `judge` folders… */
    char name[64];           /* …and our name in them */
    int folder[2];           /* open folders, -1 where there is none */
    int limit, swap, peak, events, usage; /* open files of the memory controller, -1 where the kernel has none */
    uint64_t limit_bytes;    /* what `limit` holds */
    uint64_t settled;        /* charged before the first run: init itself */
    uint64_t baseline;       /* charged before this run */
    bool peak_resets;        /* whether the peak can be set back before each run */
};

/* No group yet, and no open file. */
#define NO_CGROUP ((struct cgroup){.folder = {-1, -1}, .limit = -1, .swap = -1, .peak = -1, .events = -1, .usage = -1})

/* Makes the group, or leaves `kind` CGROUP_NONE where no group is writable here. Removes what dead judges left. */
void cgroup_make(struct cgroup *cgroup, const struct options *options);
/* fork() whose child is born in, or at once joins, the group. Where it may not, the group is removed. */
pid_t cgroup_fork(struct cgroup *cgroup);
/* Notes what the jail itself needs, once init is ready. */
void cgroup_settle(struct cgroup *cgroup);
/* Bounds the memory of what runs next (beside the jail's own) and forgets the peak. Policy `run`: nothing else runs, so
 * that what is charged now is not the program's. False with errno. */
bool cgroup_begin(struct cgroup *cgroup, uint64_t memory_bytes);
/* Peak since `cgroup_begin` without the jail's own; 0 where unknown. */
uint64_t cgroup_peak(struct cgroup *cgroup);
/* OOM kills so far. */
uint64_t cgroup_oom_kills(struct cgroup *cgroup);
/* Kills what is left in the group (v2), waits for it to be empty, removes it. */
void cgroup_remove(struct cgroup *cgroup);

#endif
