/*
 * The parts of the life inside: init.c (beginning, loop, requests), rules.c (files) and runs.c (clocks and ends).
 */
#ifndef JAIL_INNER_H
#define JAIL_INNER_H

#include "begin.h"
#include "protocol.h"
#include "walls.h"

#include <signal.h>

struct inner_run {
    pid_t pid; /* 0: free */
    uint64_t began, cpu_limit, wall_limit;
    uint64_t next_look;    /* tools: when to sum up the session's clocks again */
    uint64_t cpu_before;   /* CPU time that its process used up before it was the run's */
    uint64_t orphans_cpu;  /* CPU time of reaped processes that were not waited for by the program */
    uint32_t reason;
    struct setback *setback;
};

struct inner {
    pid_t pid;
    int control, signals;
    enum walls walls;
    enum policy policy;
    uint64_t processes;
    bool cgroup;
    int work; /* the work folder, -1 where there is none */
    char work_path[256];
    struct filter filter;
    int ruleset; /* policy `run`: nothing may be opened */
    char *shown[MAX_BINDS + 8]; /* restricted, policy `tools`: what may be read, ended by NULL */
    int programs[MAX_PROGRAMS];
    struct inner_run runs[MAX_RUNS];
    pid_t spare;      /* policy `run`: a child behind its walls that waits for what to run; 0: none */
    int spare_socket; /* where it hears that */
    struct setback *spare_setback;
    struct texts texts;
};

extern struct inner self;

/* ---- init.c ---- */

/* The signal by which init hears of the spare child's end. */
enum { SPARE_ENDED = SIGUSR1 };

/* Ends the spare child, if there is one. */
void retire_spare(void);

/* ---- rules.c ---- */

/* Takes from the texts what programs of the tier `restricted` may read: what is bound; and adds harmless devices, and what
 * /proc says of themselves and of the machine. */
void list_shown(void);
/* Landlock's rules for a run, or -1. Policy `tools` of the tier `restricted` lists what full walls show, and the
 * program's own folder in /proc, which is why each run there has rules of its own. */
int build_rules(void);

/* ---- runs.c ---- */

/* CPU time of one process in nanoseconds; 0 where there is none. */
uint64_t process_cpu(pid_t pid);
/* How many runs are under way. */
size_t runs_under_way(void);
/* Kills a run's first process and notes why, unless there was a reason already. */
void end_by(struct inner_run *run, uint32_t reason);
/* Reaps whoever ended; clears up after and reports each run whose first process did. */
void reap(void);
/* Ends runs over their limits; returns nanoseconds until the next look, 0 for none. */
uint64_t keep_clocks(void);

#endif
