/*
 * judge-jail: what its parts share.
 *
 * Start reading at main.c. `supervisor` is the life outside the walls, `init` the life inside; protocol.h is all that
 * they say to each other.
 */
#ifndef JAIL_H
#define JAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum {
    EXIT_MISSING = 69, /* the host lacks something that was asked for */
    EXIT_BROKEN = 70,  /* the jail itself failed */

    MAX_RUNS = 8,      /* runs under way at once (policy `tools`) */
    MAX_PROGRAMS = 32, /* executables held ready */
    MAX_BINDS = 64,    /* host folders shown read-only */

    /* Policy `run`: how much longer by the clock on the wall a run may take for the CPU time that it has used. Who sleeps
     * ends at its limit; who works on a busy host is given the time that others take. */
    WALL_STRETCH = 16,
};

/* Who is killed first where memory runs out: the process with the largest number. */
#define OOM_ORDER "/proc/self/oom_score_adj"

enum policy { POLICY_RUN, POLICY_TOOLS };
/* Restricted: no namespaces, so no PID namespace to end and no file tree of its own; Landlock and the filter alone keep
 * programs from the host. */
enum walls { WALLS_FULL, WALLS_RESTRICTED, WALLS_NONE };

struct options {
    enum policy policy;
    enum walls walls;
    uint64_t work_bytes; /* 0: no work folder */
    uint64_t memory_bytes;
    uint64_t processes;
    const char *bwrap; /* a path, or a name to look up in PATH */
    const char *binds[MAX_BINDS];
    size_t bind_count;
};

/* What went wrong: the step by name, the errno that it met (0: none), and a sentence for people. */
struct failure {
    const char *step;
    int error;
    int exit_code;
    char message[1024];
};

/* Fills `failure` and returns false, so that a step can end with `return fail(...)`. Reads errno first of all. */
bool fail(struct failure *failure, const char *step, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* The same for something that the host lacks: the exit code says so. */
bool lacking(struct failure *failure, const char *step, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* A line on stderr, for logs. */
void note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Nanoseconds of the monotonic clock. */
uint64_t now_ns(void);
#define SECOND_NS 1000000000ull

/* close() that tolerates -1 and forgets the number. */
void close_fd(int *fd);
/* Reads a small file of /proc or a cgroup whole, ends it with NUL; -1 with errno on failure. */
ssize_t read_small(int folder, const char *path, char *buffer, size_t size);
/* Writes `text` to an existing file in one write(); -1 with errno on failure. */
int write_small(int folder, const char *path, const char *text);
/* The number that an open file begins with; 0 where there is none. */
uint64_t read_number(int fd);
/* Copies at most `limit` bytes from `from` to `to`; bytes copied, or -1 with errno (EFBIG: there is more). */
int64_t copy_bytes(int from, int to, uint64_t limit);
/* Start time of a process in clock ticks since boot, which with its number names it uniquely; 0: no such process. */
uint64_t start_time(pid_t pid);
/* Kills every descendant of this process, reaps its children, and repeats until there are none. Needs /proc. */
void kill_descendants(void);
/* Children of `pid` as /proc lists them; how many were stored. */
size_t list_children(pid_t pid, pid_t *children, size_t capacity);
/* Removes what `name` in the folder is, recursively, without following a link or leaving the file system. */
int remove_tree(int folder, const char *name);

/* The two lives. Both return the process's exit code. */
int supervise(const struct options *options);
/* `control`: the socket to the supervisor. With full walls this is process 1 of its own namespaces. */
int inner_init(int control, enum walls walls);

#endif
