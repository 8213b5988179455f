/*
 * Starting bubblewrap, which builds the namespaces and the file tree and then becomes init.
 */
#ifndef JAIL_BUBBLEWRAP_H
#define JAIL_BUBBLEWRAP_H

#include "cgroup.h"
#include "jail.h"

enum { INNER_CONTROL = 20 }; /* init's end of the socket, as a descriptor number */

/* Starts bubblewrap in `cgroup`, with `control` as init's socket and `log` as its stderr. With `drop`, it first gives
 * up root for an unprivileged user of its own. Returns its process number, or -1 with `failure` filled. */
pid_t bubblewrap_start(const struct options *options, struct cgroup *cgroup, int control, int log, bool drop,
                       struct failure *failure);

#endif
