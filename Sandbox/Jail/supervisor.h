/*
 * The parts of the life outside: start.c (beginning and end), supervisor.c (the loop), requests.c (lines of the judge),
 * launch.c (those that ask for a run), traffic.c (what flows between a run and host files).
 */
#ifndef JAIL_SUPERVISOR_H
#define JAIL_SUPERVISOR_H

#include "cgroup.h"
#include "jail.h"
#include "protocol.h"

enum {
    RENEW = -1, /* instead of an exit code: all inside must be built again */

    MAX_LINE = 256 * 1024,
    MAX_WAITING = 1024,        /* runs that wait for a place */
    MAX_PENDING = 64,          /* requests that init has not answered yet */
    MAX_WORDS = 4096,          /* words of a request */
    KEPT_OUTPUT = 64 * 1024,   /* what of stdout and stderr is kept */
    METER_PAGE = 4096,
    METER_BYTES = 256,         /* what of the page is filled before a run and told after it */
};

/* A pipe from the program, and the host file that its bytes go to. */
struct drain {
    int pipe, file; /* -1: closed */
    char *path;     /* of the file; NULL: none, or it is made */
    uint64_t kept;  /* at most so many bytes are written */
    uint64_t count; /* all that came */
};

struct run {
    bool active;
    char id[64];
    int input;      /* host file with what is left of stdin, -1: none */
    int input_pipe; /* our end, -1: closed */
    size_t input_at, input_length;
    char *input_buffer;
    struct drain result, output, error;
    uint64_t result_max, output_max;
    uint64_t memory, cpu_ns, wall_ns;
    uint64_t began;
    uint64_t deadline; /* when we stop trusting init to end it */
    uint64_t oom_before;
    bool result_over, output_over, memory_over, cancelled;
    uint64_t watched_peak; /* no cgroup: most memory seen */
    struct failure broken; /* `error`, where a host file could not be read or written */
    unsigned char *meter;  /* the page that the program counts on, NULL: none */
};

/* A request whose answer is due: from init, or already known here but not yet at its turn. */
struct pending {
    uint32_t kind;   /* 0: `text` is the whole answer */
    char *text;      /* GET: the host path */
    uint64_t limit;  /* GET: how many bytes at most */
};

struct supervisor {
    const struct options *options;
    struct cgroup cgroup;
    int control, signals, log;
    pid_t child;      /* bubblewrap, or init where there are no walls */
    int child_reaped;
    pid_t init;       /* init's number here */
    int init_pidfd;
    bool dropped;     /* bubblewrap runs as an unprivileged user */
    uint32_t walls;   /* as init says */
    char work_path[256];
    bool ending;      /* quit was asked for */
    char *lines;      /* what the judge wrote and we have not obeyed yet */
    size_t lines_length;
    char program_names[MAX_PROGRAMS][64];
    int program_files[MAX_PROGRAMS]; /* sealed copies, -1: none */
    struct run runs[MAX_RUNS];
    char *waiting[MAX_WAITING];
    size_t waiting_count;
    struct pending pending[MAX_PENDING];
    size_t pending_first, pending_count;
    uint64_t oom_kills; /* last known count */
    struct texts texts;
};

/* ---- supervisor.c ---- */

/* One line on stdout, at once. */
void say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Writes an `error` line without its end; `id` may be NULL. */
void format_error(char *line, size_t size, const char *id, const char *step, int error, const char *message);
/* Says it: of run `id`, or of everything where `id` is NULL. */
void say_error(const char *id, const char *step, int error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));
/* Asks init to kill a run. */
void kill_run(struct supervisor *supervisor, struct run *run);
/* Serves until there is a reason to end, and returns the exit code; or until init was killed for a submission's use of
 * memory, and returns RENEW. */
int serve(struct supervisor *supervisor);

/* ---- requests.c ---- */

/* Whether another line may be obeyed now: there is a place for its answer. */
bool may_obey(const struct supervisor *supervisor);
/* Obeys one line (which it takes apart). */
void obey(struct supervisor *supervisor, char *line);
/* Starts runs that waited, while there is a place. */
void start_waiting(struct supervisor *supervisor);
/* Init's answer to the oldest pending request. */
void settle(struct supervisor *supervisor, const struct packet *packet, int fd);
/* Answers all pending requests, as init cannot any more. */
void settle_without_init(struct supervisor *supervisor);

/* Takes a line apart at its spaces: how many words there are, MAX_WORDS + 1 for too many. */
size_t split_words(char *line, char **words);
/* A number of bytes, or of things. */
bool parse_bytes(const char *text, uint64_t *number);
/* The slot of the program with this name, or -1. */
int find_program(const struct supervisor *supervisor, const char *name);

/* ---- launch.c ---- */

/* Starts the run that `line` (which it takes apart) asks for in a free place, or says why not. */
void obey_run(struct supervisor *supervisor, struct run *place, char *line);
/* A free place, or NULL. */
struct run *free_place(struct supervisor *supervisor);

/* ---- traffic.c ---- */

struct run_files {
    const char *input, *result, *output, *error; /* host paths, NULL: none */
    int channel;                                 /* 1 or 3: which descriptor is the result */
};
/* Opens the input and makes the pipes; `given` receives the program's ends. False with `failure` filled. */
bool traffic_open(struct run *run, const struct run_files *files, int given[MAX_PACKET_FDS], struct failure *failure);
/* Moves what can be moved without waiting, for the pipe with this number. */
void traffic_move(struct supervisor *supervisor, struct run *run, int pipe);
/* Takes what is left in the pipes after the program's end; all host files are there then, or the run is `broken`. */
void traffic_finish(struct run *run);
void traffic_close(struct run *run);

/* ---- meter.c ---- */

/* Makes the page that a measured program counts on, filled with `hexadecimal`; given[4] receives its descriptor. NULL
 * makes none. */
bool meter_open(struct run *run, const char *hexadecimal, int given[MAX_PACKET_FDS], struct failure *failure);
/* ` meter=` and the page's first bytes in hexadecimal digits; empty where there is no page. */
void meter_tell(const struct run *run, char text[METER_BYTES * 2 + 16]);
void meter_close(struct run *run);

#endif
