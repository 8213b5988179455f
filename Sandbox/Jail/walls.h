/*
 * The walls that init puts around each program, in the program's own process, right before it begins.
 */
#ifndef JAIL_WALLS_H
#define JAIL_WALLS_H

#include "jail.h"

#include <linux/filter.h>

/* The descriptor and the flags of the one exec that the run policy lets through; its path argument is `secret`. */
enum { PROGRAM_FD = 30 };

struct filter {
    struct sock_fprog program;
    const char *secret; /* an empty string at an address that only init knows */
};

/* Builds the filter of a policy once for all runs. */
bool filter_build(struct filter *filter, enum policy policy, struct failure *failure);
/* Puts it around this process, for good. -1 with errno on failure. */
int filter_enter(const struct filter *filter);

/* A Landlock ruleset: run: nothing at all; tools: read and execute everywhere, write below `writable`. Returns its
 * descriptor, or -1 where the kernel has no Landlock. */
int landlock_build(enum policy policy, const char *const *writable, size_t writable_count);
/* Puts it around this process, for good. -1 with errno on failure. */
int landlock_enter(int ruleset);

#endif
