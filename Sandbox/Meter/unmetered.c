/*
 * What the plain build has in the meter's place: nothing to count, but the same seeded stream in the place of the
 * system's randomness, so that a solution that draws numbers gets the same verdict every time.
 */
#include "arguments.h"

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

static uint64_t state;

static void draw(void *buffer, size_t size)
{
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
}

ssize_t __wrap_getrandom(void *buffer, size_t size, unsigned flags)
{
    (void)flags;
    draw(buffer, size);
    return (ssize_t)size;
}

int __wrap_getentropy(void *buffer, size_t size)
{
    draw(buffer, size);
    return 0;
}

/* What Swift's SystemRandomNumberGenerator calls; it asks the kernel by a bare syscall(). */
void __wrap_swift_stdlib_random(void *buffer, size_t size) { draw(buffer, size); }

void __wrap_arc4random_buf(void *buffer, size_t size) { draw(buffer, size); }

uint32_t __wrap_arc4random(void)
{
    uint32_t value;
    draw(&value, sizeof value);
    return value;
}

uint32_t __wrap_arc4random_uniform(uint32_t bound) { return (uint32_t)((uint64_t)__wrap_arc4random() * bound >> 32); }

/*
 * Under valgrind's callgrind, instructions are counted within measured { } and from the end of the answer on. A request
 * to valgrind is a sequence of instructions that does nothing elsewhere (valgrind.h, "Architecture-specific
 * definitions"); its arguments lie in memory, the first is the request's number.
 */
static void toggle_counting(void)
{
    /* Tool "CT", request 2: CALLGRIND_TOGGLE_COLLECT (callgrind.h). */
    volatile uint64_t arguments[6] = {((uint64_t)'C' << 24 | (uint64_t)'T' << 16) + 2};
#if defined(__x86_64__)
    uint64_t result = 0;
    __asm__ volatile("rolq $3, %%rdi; rolq $13, %%rdi; rolq $61, %%rdi; rolq $51, %%rdi; xchgq %%rbx, %%rbx"
                     : "+d"(result)
                     : "a"(arguments)
                     : "cc", "memory");
#elif defined(__aarch64__)
    register uint64_t result __asm__("x3") = 0;
    register volatile uint64_t *place __asm__("x4") = arguments;
    __asm__ volatile("ror x12, x12, #3; ror x12, x12, #13; ror x12, x12, #51; ror x12, x12, #61; orr x10, x10, x10"
                     : "+r"(result)
                     : "r"(place)
                     : "cc", "memory");
#else
    (void)arguments;
#endif
}

void judge_meter_pause(void) {}
void judge_meter_begin(void) { toggle_counting(); }
void judge_meter_end(void) { toggle_counting(); }
/* What is left to do after the answer counts as well. */
void judge_meter_finish(void) { toggle_counting(); }
