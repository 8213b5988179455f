/*
 * From a fresh child of init to the program's first instruction.
 */
#ifndef JAIL_BEGIN_H
#define JAIL_BEGIN_H

#include "protocol.h"
#include "walls.h"

/* Why a program never began; lies in memory shared with the child until its exec. */
struct setback {
    char step[24];
    int error;
};

struct walls_around {
    pid_t init;                  /* our parent: we go where it goes */
    const char *folder;          /* where it begins */
    const struct filter *filter; /* NULL: no walls */
    int ruleset;                 /* -1: no Landlock */
    bool first_to_go;            /* where memory runs out, before init */
    uint64_t processes;          /* bound on the user's processes, 0: none */
};

struct beginning {
    const struct packet *limits;
    const char *path; /* NULL: `program` */
    int program;      /* sealed executable, -1 where `path` is given */
    char *const *arguments;
    char *const *environment;
    int fds[MAX_PACKET_FDS];   /* descriptors 0 to 4 of the program; -1: none */
    struct secret *secret;     /* where the filter wants to see arguments; NULL: no walls */
    bool bound_addresses;      /* no cgroup bounds memory: bound addresses as a backstop */
};

/* In the child of init, first: puts the walls around itself. On failure writes why to `setback` and exits. */
void begin_walls(const struct walls_around *walls, struct setback *setback);
/* And then: becomes the program, or writes why not and exits. */
_Noreturn void begin_program(const struct beginning *beginning, struct setback *setback);

#endif
