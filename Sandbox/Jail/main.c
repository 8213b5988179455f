/*
 * judge-jail: runs programs that nobody trusts, and tells what became of them.
 *
 * One static executable with two lives. `judge-jail OPTIONS` is the supervisor: it stands outside, builds the jail
 * (start.c, cgroup.c, bubblewrap.c), and in a loop (supervisor.c) obeys the judge's lines (requests.c, launch.c) and
 * carries bytes (traffic.c). `judge-jail --init` is process 1 inside (init.c): it starts each program (begin.c) behind
 * its walls (seccomp.c, landlock.c) and keeps the clocks (runs.c). They talk in packets (protocol.c). ../README.md tells
 * the whole story and the threat model.
 */
#include "bubblewrap.h"
#include "jail.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char usage[] =
    "usage: judge-jail --policy run|tools [--walls full|restricted|none] [--work BYTES] [--bind PATH]…\n"
    "                  [--memory BYTES] [--processes N] [--bwrap PATH]\n"
    "Reads requests from stdin and answers on stdout; see Sandbox/README.md. The judge starts it; people need not.\n";

static bool parse_count(const char *text, uint64_t *number)
{
    char *end;
    errno = 0;
    *number = strtoull(text, &end, 10);
    return *text >= '0' && *text <= '9' && !*end && !errno && *number <= INT64_MAX;
}

static bool parse_option(struct options *options, const char *name, const char *value)
{
    if (strcmp(name, "--policy") == 0) {
        options->policy = strcmp(value, "tools") == 0 ? POLICY_TOOLS : POLICY_RUN;
        return strcmp(value, "run") == 0 || strcmp(value, "tools") == 0;
    }
    if (strcmp(name, "--walls") == 0) {
        static const char *const names[] = {"full", "restricted", "none"}; /* as in the enumeration */
        for (enum walls walls = WALLS_FULL; walls <= WALLS_NONE; walls++)
            if (strcmp(value, names[walls]) == 0) {
                options->walls = walls;
                return true;
            }
        return false;
    }
    if (strcmp(name, "--work") == 0)
        return parse_count(value, &options->work_bytes);
    if (strcmp(name, "--memory") == 0)
        return parse_count(value, &options->memory_bytes) && options->memory_bytes > 0;
    if (strcmp(name, "--processes") == 0)
        return parse_count(value, &options->processes);
    if (strcmp(name, "--bwrap") == 0) {
        options->bwrap = value;
        return *value;
    }
    if (strcmp(name, "--bind") == 0 && options->bind_count < MAX_BINDS) {
        options->binds[options->bind_count++] = value;
        return *value == '/';
    }
    return false;
}

int main(int argc, char **argv)
{
    if (argc == 2 && strcmp(argv[1], "--init") == 0)
        return inner_init(INNER_CONTROL, WALLS_FULL);

    struct options options = {.bwrap = "bwrap", .memory_bytes = 2048ull << 20, .processes = 0};
    bool policy = false;
    for (int i = 1; i < argc; i += 2) {
        if (i + 1 >= argc || !parse_option(&options, argv[i], argv[i + 1])) {
            fprintf(stderr, "judge-jail: %s%s%s is not understood\n%s", argv[i], i + 1 < argc ? " " : "",
                    i + 1 < argc ? argv[i + 1] : "", usage);
            return 64;
        }
        policy |= strcmp(argv[i], "--policy") == 0;
    }
    if (!policy || (options.policy == POLICY_RUN && (options.work_bytes > 0 || options.bind_count > 0))) {
        fprintf(stderr, "judge-jail: --policy is needed, and --work and --bind go with --policy tools only\n%s", usage);
        return 64;
    }
    return supervise(&options);
}
