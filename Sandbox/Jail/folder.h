/*
 * Files of the work folder, handled by init on the supervisor's behalf. Hostile programs may have written there, so
 * every path is walked without following links and never leaves the folder.
 */
#ifndef JAIL_FOLDER_H
#define JAIL_FOLDER_H

#include "jail.h"

/* Copies what `from` holds to `path` below `folder`; makes the folders above it. -1 with errno on failure. */
int folder_put(int folder, const char *path, int from, mode_t mode);
/* Opens the regular file at `path` for reading; never waits, follows no link. -1 with errno on failure. */
int folder_get(int folder, const char *path);
/* Removes what is at `path`, recursively. -1 with errno on failure. */
int folder_remove(int folder, const char *path);

#endif
