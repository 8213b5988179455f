/*
 * What supervisor and init say to each other: packets over a SEQPACKET socket, each a fixed head, a run of
 * NUL-terminated strings and at most five descriptors. Both ends are this same program, so the layout is the
 * compiler's; still every count and length is checked, since init lives next to hostile code.
 */
#ifndef JAIL_PROTOCOL_H
#define JAIL_PROTOCOL_H

#include "jail.h"

#include <sys/socket.h>

enum packet_kind {
    /* supervisor to init */
    PACKET_SETUP = 1, /* once: policy, processes; texts: work path, binds… */
    PACKET_PROGRAM,   /* slot; descriptor: sealed executable */
    PACKET_PUT,       /* mode; text: path; descriptor: the file's bytes */
    PACKET_GET,       /* text: path */
    PACKET_REMOVE,    /* text: path */
    PACKET_RUN,       /* slot and limits; texts: path or "", cwd, argv…, env…; descriptors: 0, 1, 2, perhaps 3 and 4 */
    PACKET_KILL,      /* slot */
    /* init to supervisor */
    PACKET_READY,  /* walls; or error and text */
    PACKET_ANSWER, /* to PROGRAM, PUT, GET, REMOVE, in their order: error 0 or errno, step as text; GET: a descriptor */
    PACKET_ENDED,  /* slot, status, reason, usage; or error and step when the program never began */
};

/* Why init ended a run; what the supervisor saw beside it decides the outcome. */
enum reason { REASON_ITSELF, REASON_CPU, REASON_WALL, REASON_ASKED };

/* Bits of `flags`. */
enum {
    WALL_SECCOMP = 1,
    WALL_LANDLOCK = 2,
    RUN_HAS_RESULT = 4,  /* a descriptor more comes along: descriptor 3 of the child */
    SETUP_CGROUP = 8,    /* memory is bounded by a cgroup */
    RUN_HAS_METER = 16,  /* and one more: descriptor 4 of the child, the page that it counts on */
};

struct packet {
    uint32_t kind;
    uint32_t slot;
    uint32_t flags;
    int32_t error;
    uint32_t mode;
    uint32_t reason;
    int32_t status; /* as wait() gives it */
    uint32_t policy;
    uint32_t program;  /* RUN: which program, where the path is empty */
    uint32_t argument_count, environment_count;
    uint64_t cpu_ns, wall_ns;               /* RUN: limits (0: none); ENDED: usage */
    uint64_t memory, stack, files, file_size; /* RUN: limits in bytes or numbers; ENDED: memory is the peak resident */
    uint64_t processes;
    uint32_t text_length;
};

enum { MAX_PACKET_TEXT = 128 * 1024, MAX_PACKET_FDS = 5 };

/* Room for a packet's strings; `at` reads on. */
struct texts {
    char bytes[MAX_PACKET_TEXT];
    size_t length;
    size_t at;
};

void texts_clear(struct texts *texts);
/* Appends a string; false when it does not fit. */
bool texts_add(struct texts *texts, const char *text);
/* The next string, or NULL when there is none (left). */
const char *texts_next(struct texts *texts);

/* How many descriptors a request for a run brings. */
size_t run_descriptors(const struct packet *run);

/* Sends one packet; `texts` may be NULL. False with errno on failure. */
bool send_packet(int socket, struct packet *packet, const struct texts *texts, const int *fds, size_t fd_count);
/* Receives one packet with its descriptors (close-on-exec; unused ones -1). 1, 0 at the end, -1 with errno. `pid`,
 * where given, is the sender's process number as seen from here (needs SO_PASSCRED). */
int receive_packet(int socket, struct packet *packet, struct texts *texts, int fds[MAX_PACKET_FDS], pid_t *pid);
/* The same, with the message's head at a given place: a filter may look at its address. */
int receive_packet_at(struct msghdr *message, int socket, struct packet *packet, struct texts *texts,
                      int fds[MAX_PACKET_FDS], pid_t *pid);

/* Percent-decodes in place; false for a bad escape or an escaped NUL. */
bool percent_decode(char *text);
/* Percent-encodes what is not [A-Za-z0-9._/=:,+-]; always NUL-terminated, cut where room ends. */
void percent_encode(const char *text, char *buffer, size_t size);

#endif
