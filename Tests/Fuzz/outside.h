/*
 * A supervisor for one input: its socket leads to us, who play init, and what it says goes nowhere.
 */
#include "../../Sandbox/Jail/supervisor.c"

#include <stdlib.h>
#include <sys/socket.h>

static struct supervisor supervisor;
static int far_end; /* where init would be */
static char lines[MAX_LINE + 1];

static void begin(enum policy policy)
{
    static struct options options;
    static int silent;
    if (!silent) {
        silent = open("/dev/null");
        dup2(silent, STDOUT_FILENO);
    }
    ftruncate(STDOUT_FILENO, 0);
    lseek(STDOUT_FILENO, 0, SEEK_SET);
    options = (struct options){.policy = policy, .memory_bytes = 1 << 30};
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) < 0)
        abort();
    far_end = ends[1];
    supervisor.options = &options;
    supervisor.lines = lines;
    supervisor.lines_length = 0;
    supervisor.ending = false;
    supervisor.control = ends[0];
    supervisor.signals = supervisor.log = supervisor.init_pidfd = -1;
    supervisor.cgroup = NO_CGROUP;
    memset(supervisor.program_names, 0, sizeof supervisor.program_names);
    for (size_t slot = 0; slot < MAX_PROGRAMS; slot++)
        supervisor.program_files[slot] = -1;
}

/* Undoes begin(), so that whatever an input leaks shows. */
static void end(void)
{
    for (size_t i = 0; i < MAX_RUNS; i++) {
        struct run *run = &supervisor.runs[i];
        if (run->active)
            traffic_close(run);
        free(run->input_buffer);
        *run = (struct run){.input_buffer = NULL};
    }
    for (; supervisor.waiting_count > 0; supervisor.waiting_count--)
        free(supervisor.waiting[supervisor.waiting_count - 1]);
    settle_without_init(&supervisor);
    for (size_t slot = 0; slot < MAX_PROGRAMS; slot++)
        close_fd(&supervisor.program_files[slot]);
    close_fd(&supervisor.control);
    close_fd(&far_end);
}
