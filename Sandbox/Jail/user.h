/*
 * Giving up root.
 *
 * Where the judge is root, what it jails is not: it becomes an unprivileged user with a number of its own, made from the
 * supervisor's process number. Should a hole let code out, it is nobody; and what the kernel counts by user (pipe pages,
 * pending signals, locked memory, keys) is counted for each jail apart.
 */
#ifndef JAIL_USER_H
#define JAIL_USER_H

#include "jail.h"

/* The number of this supervisor's user. */
uid_t own_user(void);
/* Whether we are root and that user could read every bound folder and start bubblewrap, where that is needed. */
bool can_become_own_user(const struct options *options);
/* Becomes `user`, for good. -1 with errno on failure. */
int become_user(uid_t user);
/* Gives up every capability but stays the same user, for good. -1 with errno on failure. */
int give_up_powers(void);
/* Whether this process has no capability and no way to get one. */
bool is_powerless(void);

#endif
