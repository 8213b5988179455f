#include "user.h"

#include <fcntl.h>
#include <grp.h>
#include <linux/capability.h>
#include <linux/securebits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

uid_t own_user(void)
{
    return 0x70000000u + (uid_t)getpid();
}

bool can_become_own_user(const struct options *options)
{
    /* In some containers there are no such numbers. */
    if (geteuid() != 0 || seteuid(own_user()) < 0)
        return false;
    bool readable = true;
    for (size_t i = 0; i < options->bind_count; i++)
        readable &= faccessat(AT_FDCWD, options->binds[i], R_OK, AT_EACCESS) == 0;
    if (options->walls == WALLS_FULL && strchr(options->bwrap, '/'))
        readable &= faccessat(AT_FDCWD, options->bwrap, X_OK, AT_EACCESS) == 0;
    if (seteuid(0) < 0)
        abort();
    return readable;
}

int become_user(uid_t user)
{
    return setgroups(0, NULL) < 0 || setresgid(user, user, user) < 0 || setresuid(user, user, user) < 0 ? -1 : 0;
}

int give_up_powers(void)
{
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {0};
    /* Root is nothing special from here on, also after exec; who is not root may not say so, and need not. */
    if (geteuid() == 0 && prctl(PR_SET_SECUREBITS, SECBIT_NOROOT | SECBIT_NOROOT_LOCKED | SECBIT_NO_SETUID_FIXUP |
                                                       SECBIT_NO_SETUID_FIXUP_LOCKED | SECBIT_KEEP_CAPS_LOCKED) < 0)
        return -1;
    if (prctl(PR_CAP_AMBIENT, PR_CAP_AMBIENT_CLEAR_ALL, 0, 0, 0) < 0)
        return -1;
    return (int)syscall(SYS_capset, &header, none);
}

bool is_powerless(void)
{
    struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
    struct __user_cap_data_struct sets[_LINUX_CAPABILITY_U32S_3];
    if (syscall(SYS_capget, &header, sets) < 0)
        return false;
    for (size_t i = 0; i < _LINUX_CAPABILITY_U32S_3; i++)
        if (sets[i].effective || sets[i].permitted || sets[i].inheritable)
            return false;
    return prctl(PR_GET_NO_NEW_PRIVS, 0, 0, 0, 0) == 1;
}
