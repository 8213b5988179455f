/*
 * The page that a measured program counts on: memory that it shares with us, so that we can read the count however the
 * program ended. What the page holds is the business of the judge and of Sandbox/Meter; here it is bytes. The page
 * cannot grow or shrink, so that looking at it never traps.
 */
#include "supervisor.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static int digit(char text)
{
    if (text >= '0' && text <= '9')
        return text - '0';
    return text >= 'a' && text <= 'f' ? text - 'a' + 10 : -1;
}

static bool fill(unsigned char *page, const char *hexadecimal)
{
    size_t length = strlen(hexadecimal);
    if (length % 2 != 0 || length > METER_BYTES * 2)
        return false;
    for (size_t i = 0; i < length / 2; i++) {
        int high = digit(hexadecimal[i * 2]), low = digit(hexadecimal[i * 2 + 1]);
        if (high < 0 || low < 0)
            return false;
        page[i] = (unsigned char)(high << 4 | low);
    }
    return true;
}

bool meter_open(struct run *run, const char *hexadecimal, int given[MAX_PACKET_FDS], struct failure *failure)
{
    if (!hexadecimal)
        return true;
    int file = memfd_create("meter", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    given[4] = file; /* closed with the others */
    if (file < 0 || ftruncate(file, METER_PAGE) < 0 ||
        fcntl(file, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) < 0)
        return fail(failure, "meter", "cannot make a page: %s", strerror(errno));
    void *page = mmap(NULL, METER_PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, file, 0);
    if (page == MAP_FAILED)
        return fail(failure, "meter", "cannot map a page: %s", strerror(errno));
    run->meter = page;
    errno = EINVAL;
    return fill(page, hexadecimal) ||
           fail(failure, "request", "meter= takes at most %d bytes in hexadecimal digits", METER_BYTES);
}

void meter_tell(const struct run *run, char text[METER_BYTES * 2 + 16])
{
    *text = 0;
    if (!run->meter)
        return;
    int length = sprintf(text, " meter=");
    for (size_t i = 0; i < METER_BYTES; i++)
        length += sprintf(text + length, "%02x", run->meter[i]);
}

void meter_close(struct run *run)
{
    if (run->meter)
        munmap(run->meter, METER_PAGE);
    run->meter = NULL;
}
