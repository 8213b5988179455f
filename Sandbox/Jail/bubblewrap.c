/*
 * The walls that bubblewrap builds: user, PID, network, IPC, UTS and cgroup namespaces, no capabilities, no terminal,
 * a root of nothing but what is listed here, read-only.
 */
#include "bubblewrap.h"
#include "user.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MAX_WORDS = 1024, INNER_SELF = 21 };

/* What becomes init. A build with sanitizers is no static executable and could not begin where there are no libraries, so it
 * names the plain one. */
#ifndef INIT_EXECUTABLE
#define INIT_EXECUTABLE "/proc/self/exe"
#endif

/* ---- The command line ---- */

struct words {
    char *word[MAX_WORDS];
    size_t count;
};

static void add(struct words *words, const char *word)
{
    if (words->count < MAX_WORDS - 1) {
        words->word[words->count++] = strdup(word);
        words->word[words->count] = NULL;
    }
}

#define ADD(words, ...)                                                            \
    do {                                                                           \
        const char *list[] = {__VA_ARGS__};                                        \
        for (size_t index = 0; index < sizeof list / sizeof list[0]; index++)      \
            add(words, list[index]);                                               \
    } while (0)

static void add_size(struct words *words, const char *option, uint64_t bytes)
{
    char text[32];
    snprintf(text, sizeof text, "%llu", (unsigned long long)bytes);
    ADD(words, option, text);
}

/* Whether `path` is `folder` or inside it. */
static bool within(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    if (length > 1 && folder[length - 1] == '/')
        length--;
    return strncmp(path, folder, length) == 0 && (path[length] == 0 || path[length] == '/' || length == 1);
}

/* Host folders are shown under their own names. Where a name leads through a symbolic link (/lib -> usr/lib), the link
 * is made again and the walk goes on with what it points to, so that both names work inside as they do outside. */
struct tree {
    char *folder[MAX_BINDS * 2];
    size_t folder_count;
    char *link[MAX_BINDS];
    size_t link_count;
};

static bool shown(const struct tree *tree, const char *path)
{
    for (size_t i = 0; i < tree->folder_count; i++)
        if (within(path, tree->folder[i]))
            return true;
    return false;
}

static bool add_bind(struct words *words, struct tree *tree, const char *wanted, struct failure *failure)
{
    char path[PATH_MAX];
    errno = EINVAL;
    if (wanted[0] != '/' || snprintf(path, sizeof path, "%s", wanted) >= (int)sizeof path)
        return fail(failure, "bind", "--bind %s: not an absolute path", wanted);
    size_t length = strlen(path);
    while (length > 1 && path[length - 1] == '/')
        path[--length] = 0;

    for (int hops = 0; hops < 40; hops++) {
        bool linked = false;
        for (size_t end = 1; !linked && path[end - 1]; end++) {
            if (path[end] != '/' && path[end] != 0)
                continue;
            char prefix[PATH_MAX], target[PATH_MAX];
            memcpy(prefix, path, end);
            prefix[end] = 0;
            if (shown(tree, prefix)) /* its links come with it */
                break;
            ssize_t size = readlink(prefix, target, sizeof target - 1);
            if (size < 0 && errno == EINVAL) {
                if (path[end] == 0)
                    break;
                continue;
            }
            if (size < 0)
                return lacking(failure, "bind", "--bind %s: %s cannot be read (%s)", wanted, prefix, strerror(errno));
            target[size] = 0;
            bool known = false;
            for (size_t i = 0; i < tree->link_count; i++)
                known |= strcmp(tree->link[i], prefix) == 0;
            if (!known && tree->link_count < MAX_BINDS) {
                ADD(words, "--symlink", target, prefix);
                tree->link[tree->link_count++] = strdup(prefix);
            }
            /* Go on with the link's target in the place of the prefix. */
            char joined[PATH_MAX * 2];
            char *slash = strrchr(prefix, '/');
            if (target[0] == '/')
                snprintf(joined, sizeof joined, "%s%s", target, path + end);
            else
                snprintf(joined, sizeof joined, "%.*s/%s%s", (int)(slash - prefix), prefix, target, path + end);
            if (strstr(joined, "/../") || strlen(joined) >= sizeof path) {
                /* Dots are left to the kernel: the real name of what is meant, which has no links. */
                char *real = realpath(joined, NULL);
                if (!real)
                    return lacking(failure, "bind", "--bind %s: %s", wanted, strerror(errno));
                snprintf(path, sizeof path, "%s", real);
                free(real);
            } else {
                memcpy(path, joined, strlen(joined) + 1);
            }
            linked = true;
        }
        if (linked)
            continue;
        if (!shown(tree, path) && tree->folder_count < MAX_BINDS * 2) {
            ADD(words, "--ro-bind", path, path);
            tree->folder[tree->folder_count++] = strdup(path);
        }
        return true;
    }
    errno = ELOOP;
    return fail(failure, "bind", "--bind %s: too many symbolic links", wanted);
}

static bool add_binds(struct words *words, const struct options *options, struct failure *failure)
{
    struct tree tree = {.folder_count = 0};
    bool added = true;
    for (size_t i = 0; added && i < options->bind_count; i++)
        added = add_bind(words, &tree, options->binds[i], failure);
    for (size_t i = 0; i < tree.folder_count; i++)
        free(tree.folder[i]);
    for (size_t i = 0; i < tree.link_count; i++)
        free(tree.link[i]);
    return added;
}

static bool build_command(struct words *words, const struct options *options, struct failure *failure)
{
    char self[16];
    snprintf(self, sizeof self, "%d", INNER_SELF);
    ADD(words, options->bwrap, "--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts",
        "--unshare-cgroup-try", "--as-pid-1", "--die-with-parent", "--new-session", "--cap-drop", "ALL",
        "--hostname", "judge", "--uid", "1000", "--gid", "1000", "--clearenv");
    if (options->policy == POLICY_RUN) {
        /* All that a static Swift program asks of the file system as it starts is where it lies: no procfs needed. */
        ADD(words, "--dir", "/proc", "--dir", "/proc/self", "--symlink", "/submission", "/proc/self/exe");
    } else {
        ADD(words, "--proc", "/proc", "--dir", "/dev");
        for (const char *const *name = (const char *[]){"null", "zero", "full", "random", "urandom", NULL}; *name;
             name++) {
            char device[32];
            snprintf(device, sizeof device, "/dev/%s", *name);
            ADD(words, "--dev-bind", device, device);
        }
        /* Before the binds: a host folder below /tmp or /box would be hidden otherwise. */
        if (options->work_bytes > 0) {
            uint64_t temporary = options->work_bytes < (256u << 20) ? options->work_bytes : (256u << 20);
            add_size(words, "--size", options->work_bytes);
            ADD(words, "--tmpfs", "/box");
            add_size(words, "--size", temporary);
            ADD(words, "--tmpfs", "/tmp");
        }
        if (!add_binds(words, options, failure))
            return false;
    }
    ADD(words, "--perms", "0555", "--file", self, "/init", "--remount-ro", "/", "--chdir", "/", "--", "/init",
        "--init");
    return true;
}

/* ---- Start ---- */

pid_t bubblewrap_start(const struct options *options, struct cgroup *cgroup, int control, int log, bool drop,
                       struct failure *failure)
{
    static struct words words;
    words.count = 0;
    if (!build_command(&words, options, failure))
        return -1;
    if (words.count >= MAX_WORDS - 1) {
        errno = E2BIG;
        fail(failure, "bubblewrap", "too many --bind options");
        return -1;
    }
    int self = open(INIT_EXECUTABLE, O_RDONLY | O_CLOEXEC);
    int null = open("/dev/null", O_RDWR | O_CLOEXEC);
    if (self < 0 || null < 0) {
        fail(failure, "bubblewrap", "cannot open " INIT_EXECUTABLE " or /dev/null: %s", strerror(errno));
        return -1;
    }
    uid_t user = own_user();
    const char *path = getenv("PATH");
    pid_t pid = cgroup_fork(cgroup);
    if (pid == 0) {
        /* The numbers that init will find are fixed, and far from those in use here. */
        if (dup2(null, 0) < 0 || dup2(null, 1) < 0 || dup2(log, 2) < 0 || dup2(control, INNER_CONTROL) < 0 ||
            dup2(self, INNER_SELF) < 0)
            _exit(EXIT_BROKEN);
        if (drop && become_user(user) < 0) {
            dprintf(STDERR_FILENO, "cannot give up root: %s\n", strerror(errno));
            _exit(EXIT_BROKEN);
        }
        /* Nothing that the caller's environment has the loader do, such as preload something, is done in the jail's name. */
        clearenv();
        if (path)
            setenv("PATH", path, 1);
        execvp(words.word[0], words.word);
        dprintf(STDERR_FILENO, "cannot run %s: %s\n", words.word[0], strerror(errno));
        _exit(errno == ENOENT ? EXIT_MISSING : EXIT_BROKEN);
    }
    int error = errno;
    close(self);
    close(null);
    for (size_t i = 0; i < words.count; i++)
        free(words.word[i]);
    errno = error;
    if (pid < 0)
        fail(failure, "bubblewrap", "cannot fork: %s", strerror(errno));
    return pid;
}
