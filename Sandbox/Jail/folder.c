#include "folder.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Opens the folder that holds the last component of `path`, which is stored in `name`; `make`: makes what misses. */
static int open_above(int folder, const char *path, char name[NAME_MAX + 1], bool make)
{
    int at = fcntl(folder, F_DUPFD_CLOEXEC, 0);
    *name = 0;
    while (at >= 0) {
        while (*path == '/')
            path++;
        size_t length = strcspn(path, "/");
        bool dots = (length == 1 && path[0] == '.') || (length == 2 && path[0] == '.' && path[1] == '.');
        if (length == 0 || length > NAME_MAX || dots) {
            close(at);
            errno = EINVAL;
            return -1;
        }
        memcpy(name, path, length);
        name[length] = 0;
        path += length;
        if (path[strspn(path, "/")] == 0)
            return at;
        if (make && mkdirat(at, name, 0755) < 0 && errno != EEXIST) {
            int error = errno;
            close(at);
            errno = error;
            return -1;
        }
        int next = openat(at, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        int error = errno;
        close(at);
        errno = error;
        at = next;
    }
    return -1;
}

int folder_put(int folder, const char *path, int from, mode_t mode)
{
    char name[NAME_MAX + 1];
    int above = open_above(folder, path, name, true);
    if (above < 0)
        return -1;
    /* A fresh file, whatever stood there: a link is not followed, a FIFO not opened, a running program not written. */
    int file = -1;
    if (unlinkat(above, name, 0) == 0 || errno == ENOENT)
        file = openat(above, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    int result = -1;
    if (file >= 0) {
        result = fchmod(file, mode) == 0 && copy_bytes(from, file, UINT64_MAX) >= 0 ? 0 : -1;
        int error = errno;
        close(file);
        if (result < 0)
            unlinkat(above, name, 0);
        errno = error;
    }
    int error = errno;
    close(above);
    errno = error;
    return result;
}

int folder_get(int folder, const char *path)
{
    char name[NAME_MAX + 1];
    int above = open_above(folder, path, name, false);
    if (above < 0)
        return -1;
    int file = openat(above, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    int error = errno;
    close(above);
    struct stat status;
    if (file >= 0 && (fstat(file, &status) < 0 || !S_ISREG(status.st_mode))) {
        close(file);
        file = -1;
        error = EINVAL;
    }
    errno = error;
    return file;
}

int folder_remove(int folder, const char *path)
{
    char name[NAME_MAX + 1];
    int above = open_above(folder, path, name, false);
    if (above < 0)
        return -1;
    int result = remove_tree(above, name);
    int error = errno;
    close(above);
    errno = error;
    return result;
}
