/*
 * Landlock: the second wall around files, and the first around signals to processes outside the run.
 *
 * The numbers below are the kernel's interface, which never changes; system headers are often older than the kernel,
 * so they are spelled out here and cut down to what the running kernel says that it knows.
 */
#include "walls.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifndef SYS_landlock_create_ruleset
#define SYS_landlock_create_ruleset 444
#define SYS_landlock_add_rule 445
#define SYS_landlock_restrict_self 446
#endif

enum {
    CREATE_RULESET_VERSION = 1,
    RULE_PATH_BENEATH = 1,

    FS_EXECUTE = 1 << 0,
    FS_READ_FILE = 1 << 2,
    FS_READ_DIR = 1 << 3,
    FS_FIRST_ABI = (1 << 13) - 1, /* execute … make symbolic links */
    FS_REFER = 1 << 13,           /* ABI 2 */
    FS_TRUNCATE = 1 << 14,        /* ABI 3 */
    FS_IOCTL_DEVICE = 1 << 15,    /* ABI 5 */
    /* Those that make sense for a file: execute, write, read, truncate, ioctl. */
    FS_OF_A_FILE = FS_EXECUTE | 1 << 1 | FS_READ_FILE | FS_TRUNCATE | FS_IOCTL_DEVICE,

    NET_ALL = 3, /* bind and connect TCP; ABI 4 */

    SCOPE_ALL = 3, /* abstract sockets and signals; ABI 6 */
};

struct ruleset_attributes {
    uint64_t handled_files, handled_network, scoped;
};

struct path_attributes {
    uint64_t allowed;
    int32_t parent;
} __attribute__((packed));

static void allow(int ruleset, const char *path, uint64_t rights)
{
    struct stat status;
    int parent = open(path, O_PATH | O_CLOEXEC);
    if (parent >= 0 && fstat(parent, &status) == 0) {
        if (!S_ISDIR(status.st_mode))
            rights &= FS_OF_A_FILE; /* the kernel refuses a rule with others */
        struct path_attributes attributes = {.allowed = rights, .parent = parent};
        syscall(SYS_landlock_add_rule, ruleset, RULE_PATH_BENEATH, &attributes, 0);
    }
    close_fd(&parent); /* what is not there needs no permission */
}

int landlock_version(void)
{
    long version = syscall(SYS_landlock_create_ruleset, NULL, 0, CREATE_RULESET_VERSION);
    return version < 0 ? 0 : (int)version;
}

int landlock_build(const char *const *readable, const char *const *writable)
{
    const int abi = landlock_version();
    if (abi == 0)
        return -1;
    struct ruleset_attributes attributes = {.handled_files = FS_FIRST_ABI};
    size_t size = sizeof attributes.handled_files;
    if (abi >= 2)
        attributes.handled_files |= FS_REFER;
    if (abi >= 3)
        attributes.handled_files |= FS_TRUNCATE;
    if (abi >= 4) {
        attributes.handled_network = NET_ALL;
        size = sizeof attributes.handled_files + sizeof attributes.handled_network;
    }
    if (abi >= 5)
        attributes.handled_files |= FS_IOCTL_DEVICE;
    if (abi >= 6) {
        attributes.scoped = SCOPE_ALL;
        size = sizeof attributes;
    }
    int ruleset = (int)syscall(SYS_landlock_create_ruleset, &attributes, size, 0);
    for (; ruleset >= 0 && *readable; readable++)
        allow(ruleset, *readable, FS_EXECUTE | FS_READ_FILE | FS_READ_DIR);
    for (; ruleset >= 0 && *writable; writable++)
        allow(ruleset, *writable, attributes.handled_files);
    return ruleset;
}

int landlock_enter(int ruleset)
{
    return (int)syscall(SYS_landlock_restrict_self, ruleset, 0);
}
