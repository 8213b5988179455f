/*
 * The judge's requests, one a line: words with spaces between them, values percent-encoded.
 *
 * Runs are answered by their name, whenever they end. All other requests are answered in the order in which they came:
 * each has its place in a queue, also when its answer is known at once.
 */
#include "supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef MFD_EXEC
#define MFD_EXEC 0x0010u
#endif

/* ---- Words ---- */

size_t split_words(char *line, char **words)
{
    size_t count = 0;
    for (char *word; (word = strsep(&line, " "));) {
        if (*word == 0)
            continue;
        if (count == MAX_WORDS)
            return MAX_WORDS + 1;
        words[count++] = word;
    }
    return count;
}

bool parse_bytes(const char *text, uint64_t *number)
{
    char *end;
    errno = 0;
    *number = strtoull(text, &end, 10);
    return *text >= '0' && *text <= '9' && !*end && !errno && *number <= INT64_MAX;
}

/* ---- Requests that are answered in their order ---- */

static struct pending *queue(struct supervisor *supervisor, struct pending pending)
{
    size_t last = (supervisor->pending_first + supervisor->pending_count++) % MAX_PENDING;
    supervisor->pending[last] = pending;
    return &supervisor->pending[last];
}

static void unqueue(struct supervisor *supervisor)
{
    free(supervisor->pending[supervisor->pending_first].text);
    supervisor->pending_first = (supervisor->pending_first + 1) % MAX_PENDING;
    supervisor->pending_count--;
}

/* Says answers that were known at once, as far as it is their turn. */
static void say_known(struct supervisor *supervisor)
{
    while (supervisor->pending_count > 0 && supervisor->pending[supervisor->pending_first].kind == 0) {
        say("%s", supervisor->pending[supervisor->pending_first].text);
        unqueue(supervisor);
    }
}

/* An answer that needs nobody: in its turn, like all others. */
__attribute__((format(printf, 4, 5)))
static void refuse(struct supervisor *supervisor, const char *step, int error, const char *format, ...)
{
    char message[1024], line[4096];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    format_error(line, sizeof line, NULL, step, error, message);
    queue(supervisor, (struct pending){.text = strdup(line)});
    say_known(supervisor);
}

static void ask(struct supervisor *supervisor, struct packet *packet, int fd, const char *path, uint64_t limit)
{
    if (!send_packet(supervisor->control, packet, &supervisor->texts, &fd, fd >= 0 ? 1 : 0))
        refuse(supervisor, "init", errno, "cannot reach init: %s", strerror(errno));
    else
        queue(supervisor, (struct pending){packet->kind, path ? strdup(path) : NULL, limit});
}

bool may_obey(const struct supervisor *supervisor)
{
    return supervisor->pending_count < MAX_PENDING && supervisor->waiting_count < MAX_WAITING;
}

int find_program(const struct supervisor *supervisor, const char *name)
{
    for (int slot = 0; slot < MAX_PROGRAMS; slot++)
        if (strcmp(supervisor->program_names[slot], name) == 0)
            return slot;
    return -1;
}

/* On a busy host the kernel may still hold pages that were just written, and then refuses with EBUSY for a moment. */
static int add_seals(int file)
{
    int result;
    for (int attempt = 0; (result = fcntl(file, F_ADD_SEALS, F_SEAL_WRITE | F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL)) < 0 &&
                          errno == EBUSY && attempt < 100; attempt++)
        usleep(20000);
    return result;
}

/* A copy of the executable that nobody can change any more, whoever holds it. */
static int seal(const char *path, struct failure *failure)
{
    int file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    if (file < 0 || fstat(file, &status) < 0 || !S_ISREG(status.st_mode)) {
        fail(failure, "program", "cannot read %s: %s", path, file < 0 ? strerror(errno) : "not a regular file");
        close_fd(&file);
        return -1;
    }
    int copy = memfd_create("program", MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_EXEC);
    if (copy < 0 && errno == EINVAL) /* a kernel before 6.3 */
        copy = memfd_create("program", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    int opened = -1;
    if (copy < 0 || copy_bytes(file, copy, UINT64_MAX) < 0 || add_seals(copy) < 0) {
        fail(failure, "program", "cannot copy %s: %s", path, strerror(errno));
    } else {
        opened = copy;
        copy = -1;
    }
    close_fd(&file);
    close_fd(&copy);
    return opened;
}

static void obey_program(struct supervisor *supervisor, const char *name, const char *path)
{
    struct failure failure;
    int slot = find_program(supervisor, name);
    if (slot < 0)
        slot = find_program(supervisor, "");
    if (slot < 0 || !*name || strlen(name) >= sizeof supervisor->program_names[0]) {
        refuse(supervisor, "program", ENOSPC, "no place for a program named %s", name);
        return;
    }
    int file = seal(path, &failure);
    if (file < 0) {
        refuse(supervisor, failure.step, failure.error, "%s", failure.message);
        return;
    }
    strcpy(supervisor->program_names[slot], name);
    struct packet packet = {.kind = PACKET_PROGRAM, .slot = (uint32_t)slot};
    texts_clear(&supervisor->texts);
    ask(supervisor, &packet, file, NULL, 0);
    close_fd(&supervisor->program_files[slot]);
    supervisor->program_files[slot] = file;
}

static void obey_put(struct supervisor *supervisor, const char *inner, const char *host, const char *mode)
{
    int file = open(host, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    if (file < 0 || fstat(file, &status) < 0 || !S_ISREG(status.st_mode)) {
        int error = file < 0 ? errno : EINVAL;
        refuse(supervisor, "put", error, "cannot read %s: %s", host, strerror(error));
        close_fd(&file);
        return;
    }
    struct packet packet = {.kind = PACKET_PUT, .mode = mode ? (uint32_t)strtoul(mode, NULL, 8) : 0644};
    texts_clear(&supervisor->texts);
    texts_add(&supervisor->texts, inner);
    ask(supervisor, &packet, file, NULL, 0);
    close(file);
}

static void obey_path(struct supervisor *supervisor, uint32_t kind, const char *inner, const char *host, uint64_t limit)
{
    struct packet packet = {.kind = kind};
    texts_clear(&supervisor->texts);
    texts_add(&supervisor->texts, inner);
    ask(supervisor, &packet, -1, host, limit);
}

/* Copies a file of the jail to where the judge wants it, whole or not at all. Answers itself. */
static void fetch(const struct pending *pending, int from)
{
    char temporary[4096 + 32];
    snprintf(temporary, sizeof temporary, "%s.%d.part", pending->text, (int)getpid());
    struct stat status;
    int to = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644);
    if (to < 0) {
        say_error(NULL, "get", errno, "cannot write %s: %s", temporary, strerror(errno));
        return;
    }
    int64_t size = copy_bytes(from, to, pending->limit);
    bool executable = fstat(from, &status) == 0 && status.st_mode & 0111;
    bool whole = size >= 0 && fchmod(to, executable ? 0755 : 0644) == 0;
    int error = errno;
    whole = close(to) == 0 && whole && (rename(temporary, pending->text) == 0 || (error = errno, false));
    if (whole) {
        say("ok bytes=%lld", (long long)size);
        return;
    }
    unlink(temporary);
    say_error(NULL, "get", error, "cannot copy to %s: %s", pending->text, strerror(error));
}

void settle(struct supervisor *supervisor, const struct packet *packet, int fd)
{
    if (supervisor->pending_count == 0)
        return;
    const struct pending *pending = &supervisor->pending[supervisor->pending_first];
    const char *step = texts_next(&supervisor->texts);
    if (packet->error)
        say_error(NULL, step ? step : "init", packet->error, "%s", strerror(packet->error));
    else if (pending->kind == PACKET_GET && fd >= 0)
        fetch(pending, fd);
    else if (pending->kind == PACKET_GET)
        say_error(NULL, "get", EBADMSG, "init sent no file");
    else
        say("ok");
    unqueue(supervisor);
    say_known(supervisor);
}

void settle_without_init(struct supervisor *supervisor)
{
    for (say_known(supervisor); supervisor->pending_count > 0; say_known(supervisor)) {
        say_error(NULL, "init", ECHILD, "the jail's init ended");
        unqueue(supervisor);
    }
}

/* ---- Runs that wait ---- */

void start_waiting(struct supervisor *supervisor)
{
    struct run *place;
    while (supervisor->waiting_count > 0 && (place = free_place(supervisor))) {
        char *line = supervisor->waiting[0];
        supervisor->waiting_count--;
        memmove(supervisor->waiting, supervisor->waiting + 1, supervisor->waiting_count * sizeof *supervisor->waiting);
        obey_run(supervisor, place, line);
        free(line);
    }
}

static void obey_cancel(struct supervisor *supervisor, const char *id)
{
    for (size_t i = 0; i < MAX_RUNS; i++)
        if (supervisor->runs[i].active && strcmp(supervisor->runs[i].id, id) == 0) {
            supervisor->runs[i].cancelled = true;
            kill_run(supervisor, &supervisor->runs[i]);
        }
    for (size_t i = 0; i < supervisor->waiting_count; i++) {
        char *word = supervisor->waiting[i] + strlen("run ");
        if (strncmp(word, id, strlen(id)) != 0 || (word[strlen(id)] != ' ' && word[strlen(id)] != 0))
            continue;
        say_error(id, "cancel", ECANCELED, "cancelled before it began");
        free(supervisor->waiting[i]);
        supervisor->waiting_count--;
        memmove(supervisor->waiting + i, supervisor->waiting + i + 1,
                (supervisor->waiting_count - i) * sizeof *supervisor->waiting);
        i--;
    }
}

void obey(struct supervisor *supervisor, char *line)
{
    if (strncmp(line, "run ", 4) == 0) {
        char *copy = strdup(line);
        if (copy)
            supervisor->waiting[supervisor->waiting_count++] = copy;
        start_waiting(supervisor);
        return;
    }
    static char *words[MAX_WORDS];
    size_t count = split_words(line, words);
    bool understood = count > 0 && count <= 4;
    for (size_t i = 1; understood && i < count; i++)
        understood = percent_decode(words[i]);
    uint64_t limit;
    if (count == 0)
        return;
    if (understood && count == 3 && strcmp(words[0], "program") == 0)
        obey_program(supervisor, words[1], words[2]);
    else if (understood && count >= 3 && strcmp(words[0], "put") == 0)
        obey_put(supervisor, words[1], words[2], count == 4 ? words[3] : NULL);
    else if (understood && count == 4 && strcmp(words[0], "get") == 0 && parse_bytes(words[3], &limit))
        obey_path(supervisor, PACKET_GET, words[1], words[2], limit);
    else if (understood && count == 2 && strcmp(words[0], "remove") == 0)
        obey_path(supervisor, PACKET_REMOVE, words[1], NULL, 0);
    else if (understood && count == 2 && strcmp(words[0], "cancel") == 0)
        obey_cancel(supervisor, words[1]);
    else if (understood && count == 1 && strcmp(words[0], "quit") == 0)
        supervisor->ending = true;
    else
        refuse(supervisor, "request", EINVAL, "not understood: %.100s", words[0]);
}
