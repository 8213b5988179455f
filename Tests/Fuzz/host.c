#include "host.h"

#include <errno.h>

#undef open

int fuzz_open(void)
{
    return memfd_create("host", MFD_CLOEXEC);
}

int fuzz_refuse(void)
{
    errno = EAGAIN;
    return -1;
}
