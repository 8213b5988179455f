/*
 * Which files the programs may open: Landlock's rules for each policy and tier.
 */
#include "inner.h"

#include <string.h>

/* Files that programs may write to; with full walls the paths are the jail's own. */
static const char *const *writable(void)
{
    static const char *list[] = {"/dev/null", NULL, NULL, NULL};
    list[1] = self.walls == WALLS_FULL ? "/box" : self.work >= 0 ? self.work_path : NULL;
    list[2] = self.walls == WALLS_FULL ? "/tmp" : NULL;
    return list;
}

int build_rules(void)
{
    static const char *const everything[] = {"/", NULL}, *const nothing[] = {NULL};
    if (self.policy == POLICY_RUN)
        return landlock_build(nothing, nothing);
    return landlock_build(self.walls == WALLS_FULL ? everything : (const char *const *)self.shown, writable());
}

void list_shown(void)
{
    static const char *const more[] = {"/dev/zero",  "/dev/full",     "/dev/random",   "/dev/urandom",
                                       "/proc/self", "/proc/cpuinfo", "/proc/meminfo", NULL};
    size_t count = 0;
    for (const char *bound; count < MAX_BINDS && (bound = texts_next(&self.texts));)
        self.shown[count++] = strdup(bound);
    for (const char *const *path = more; *path; path++)
        self.shown[count++] = (char *)*path;
    self.shown[count] = NULL;
}
