/*
 * What the plain build has in the meter's place: nothing to count, but the same seeded stream in the place of the
 * system's randomness, so that a solution that draws numbers gets the same verdict every time.
 */
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

static uint64_t state;

ssize_t __wrap_getrandom(void *buffer, size_t size, unsigned flags)
{
    (void)flags;
    unsigned char *bytes = buffer;
    uint64_t value = 0;
    for (size_t i = 0; i < size; i++) {
        if (i % 8 == 0) {
            /* SplitMix64 (Steele, Lea and Flood, 2014). */
            value = state += 0x9e3779b97f4a7c15ull;
            value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ull;
            value = (value ^ (value >> 27)) * 0x94d049bb133111ebull;
            value ^= value >> 31;
        }
        bytes[i] = (unsigned char)(value >> (8 * (i % 8)));
    }
    return (ssize_t)size;
}

int __wrap_getentropy(void *buffer, size_t size)
{
    __wrap_getrandom(buffer, size, 0);
    return 0;
}

void judge_meter_pause(void) {}
void judge_meter_begin(void) {}
void judge_meter_end(void) {}
void judge_meter_finish(void) {}
