/*
 * Small helpers around system calls that several parts use.
 */
#include "jail.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static void describe(struct failure *failure, int error, const char *step, const char *format, va_list arguments)
{
    failure->step = step;
    failure->error = error;
    vsnprintf(failure->message, sizeof failure->message, format, arguments);
}

bool fail(struct failure *failure, const char *step, const char *format, ...)
{
    int error = errno;
    va_list arguments;
    va_start(arguments, format);
    describe(failure, error, step, format, arguments);
    va_end(arguments);
    failure->exit_code = EXIT_BROKEN;
    return false;
}

bool lacking(struct failure *failure, const char *step, const char *format, ...)
{
    int error = errno;
    va_list arguments;
    va_start(arguments, format);
    describe(failure, error, step, format, arguments);
    va_end(arguments);
    failure->exit_code = EXIT_MISSING;
    return false;
}

void note(const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fputs("judge-jail: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
}

uint64_t now_ns(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * SECOND_NS + (uint64_t)time.tv_nsec;
}

void close_fd(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

ssize_t read_small(int folder, const char *path, char *buffer, size_t size)
{
    int fd = openat(folder, path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    size_t length = 0;
    ssize_t count;
    while (length < size - 1 && (count = read(fd, buffer + length, size - 1 - length)) != 0) {
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0) {
            int error = errno;
            close(fd);
            errno = error;
            return -1;
        }
        length += (size_t)count;
    }
    close(fd);
    buffer[length] = 0;
    return (ssize_t)length;
}

int write_small(int folder, const char *path, const char *text)
{
    int fd = openat(folder, path, O_WRONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    ssize_t count = write(fd, text, strlen(text));
    int error = errno;
    close(fd);
    errno = error;
    return count == (ssize_t)strlen(text) ? 0 : -1;
}

uint64_t read_number(int fd)
{
    char text[64];
    ssize_t length = pread(fd, text, sizeof text - 1, 0);
    if (length <= 0)
        return 0;
    text[length] = 0;
    return strtoull(text, NULL, 10);
}

int64_t copy_bytes(int from, int to, uint64_t limit)
{
    static char buffer[1 << 16];
    uint64_t total = 0;
    for (;;) {
        ssize_t count = read(from, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return -1;
        if (count == 0)
            return (int64_t)total;
        if (total + (uint64_t)count > limit) {
            errno = EFBIG;
            return -1;
        }
        for (ssize_t done = 0; done < count;) {
            ssize_t written = write(to, buffer + done, (size_t)(count - done));
            if (written < 0 && errno == EINTR)
                continue;
            if (written < 0)
                return -1;
            done += written;
        }
        total += (uint64_t)count;
    }
}

uint64_t start_time(pid_t pid)
{
    char path[64], text[1024];
    snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
    if (read_small(AT_FDCWD, path, text, sizeof text) < 0)
        return 0;
    /* Field 22, counted after the name, which is in parentheses and may hold anything. */
    char *field = strrchr(text, ')');
    for (int number = 2; field && number < 22; number++)
        field = strchr(field + 1, ' ');
    return field ? strtoull(field + 1, NULL, 10) : 0;
}

size_t list_children(pid_t pid, pid_t *children, size_t capacity)
{
    char path[64], text[1 << 14];
    snprintf(path, sizeof path, "/proc/%d/task/%d/children", (int)pid, (int)pid);
    if (read_small(AT_FDCWD, path, text, sizeof text) < 0)
        return 0;
    size_t count = 0;
    for (char *at = text, *end; count < capacity; at = end) {
        long child = strtol(at, &end, 10);
        if (end == at)
            break;
        children[count++] = (pid_t)child;
    }
    return count;
}

static void kill_below(pid_t pid, int depth)
{
    pid_t children[512];
    size_t count = depth < 64 ? list_children(pid, children, 512) : 0;
    for (size_t i = 0; i < count; i++) {
        /* Stopped first, it cannot start another child between the listing and its end. */
        kill(children[i], SIGSTOP);
        kill_below(children[i], depth + 1);
        kill(children[i], SIGKILL);
    }
}

void kill_descendants(void)
{
    /* The caller is a subreaper: whatever loses its parent becomes a child of ours and is met in the next round. */
    for (int round = 0; round < 10000; round++) {
        kill_below(getpid(), 0);
        pid_t reaped;
        while ((reaped = waitpid(-1, NULL, WNOHANG)) > 0) {}
        if (reaped < 0 && errno == ECHILD)
            return;
        usleep(200);
    }
}

int remove_tree(int folder, const char *name)
{
    if (unlinkat(folder, name, 0) == 0)
        return 0;
    if (errno != EISDIR && errno != EPERM)
        return -1;
    int fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0 && errno == EACCES && fchmodat(folder, name, 0700, 0) == 0)
        fd = openat(folder, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return -1;
    DIR *listing = fdopendir(fd);
    if (!listing) {
        close(fd);
        return -1;
    }
    struct dirent *entry;
    bool first_try = true;
    while ((entry = readdir(listing))) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0)
            continue;
        if (remove_tree(fd, entry->d_name) < 0 && errno == EACCES && first_try) {
            first_try = false;
            fchmod(fd, 0700);
            remove_tree(fd, entry->d_name);
        }
    }
    closedir(listing);
    return unlinkat(folder, name, AT_REMOVEDIR);
}
