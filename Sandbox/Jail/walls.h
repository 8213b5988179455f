/*
 * The walls that init puts around each program, in the program's own process, right before it begins.
 */
#ifndef JAIL_WALLS_H
#define JAIL_WALLS_H

#include "jail.h"

#include <linux/filter.h>
#include <sys/resource.h>
#include <sys/socket.h>

/* What the run policy lets through only with arguments at addresses that only init knows: the few calls that lead from
 * the filter to the program. */
struct secret {
    char path[8];           /* empty; execveat of PROGRAM_FD */
    struct msghdr message;  /* recvmsg of what to run */
    struct rlimit limit;    /* setrlimit */
};

enum { PROGRAM_FD = 100 };

struct filter {
    struct sock_fprog program;
    struct secret *secret;
};

/* Builds the filter of a policy once for all runs. */
bool filter_build(struct filter *filter, enum policy policy, enum walls walls, struct failure *failure);
/* Puts it around this process, for good. -1 with errno on failure. */
int filter_enter(const struct filter *filter);

/* The newest version of Landlock that the kernel offers; 0, with errno, where it offers none. */
int landlock_version(void);
/* A Landlock ruleset: read and execute below `readable`, write below `writable`, each ended by NULL, and nothing else.
 * Returns its descriptor, or -1 with errno, for example where the kernel has no Landlock. */
int landlock_build(const char *const *readable, const char *const *writable);
/* Puts it around this process, for good. -1 with errno on failure. */
int landlock_enter(int ruleset);

#endif
