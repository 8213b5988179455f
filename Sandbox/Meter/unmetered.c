/*
 * What the plain build has in the meter's place: nothing to count, but the same seeded stream in the place of the
 * system's randomness, so that a solution that draws numbers gets the same verdict every time, and clocks that stand where
 * instructions are counted.
 */
#include "arguments.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>

int __real_clock_gettime(clockid_t clock, struct timespec *time);
int __real_gettimeofday(struct timeval *time, void *zone);
time_t __real_time(time_t *time);
clock_t __real_clock(void);

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
 * Asks valgrind for something; 0 where there is none. A request is a sequence of instructions that does nothing elsewhere
 * (valgrind.h, "Architecture-specific definitions"); its arguments lie in memory, the first is the request's number.
 */
static uint64_t ask_valgrind(uint64_t request)
{
    volatile uint64_t arguments[6] = {request};
    uint64_t answer = 0;
#if defined(__x86_64__)
    __asm__ volatile("rolq $3, %%rdi; rolq $13, %%rdi; rolq $61, %%rdi; rolq $51, %%rdi; xchgq %%rbx, %%rbx"
                     : "+d"(answer)
                     : "a"(arguments)
                     : "cc", "memory");
#elif defined(__aarch64__)
    register uint64_t result __asm__("x3") = 0;
    register volatile uint64_t *place __asm__("x4") = arguments;
    __asm__ volatile("ror x12, x12, #3; ror x12, x12, #13; ror x12, x12, #51; ror x12, x12, #61; orr x10, x10, x10"
                     : "+r"(result)
                     : "r"(place)
                     : "cc", "memory");
    answer = result;
#else
    (void)arguments;
#endif
    return answer;
}

/*
 * Under valgrind's callgrind, instructions are counted within measured { } and from the end of the answer on: tool "CT",
 * request 2, CALLGRIND_TOGGLE_COLLECT (callgrind.h).
 */
static void toggle_counting(void) { ask_valgrind(((uint64_t)'C' << 24 | (uint64_t)'T' << 16) + 2); }

/*
 * Where instructions are counted, the clocks show how often they were looked at: how many instructions it takes to subtract
 * one time from another depends on the times.
 */
static bool is_counted(void)
{
    static int answer = -1;
    if (answer < 0)
        answer = ask_valgrind(0x1001 /* VG_USERREQ__RUNNING_ON_VALGRIND */) > 0;
    return answer;
}

/* 2026-01-01 and a microsecond for each look. */
static uint64_t shown_time(void)
{
    static uint64_t looks;
    return 1767225600ull * 1000000000ull + ++looks * 1000;
}

int __wrap_clock_gettime(clockid_t clock, struct timespec *time)
{
    if (!is_counted())
        return __real_clock_gettime(clock, time);
    uint64_t now = shown_time();
    *time = (struct timespec){.tv_sec = (time_t)(now / 1000000000), .tv_nsec = (long)(now % 1000000000)};
    return 0;
}

int __wrap_gettimeofday(struct timeval *time, void *zone)
{
    if (!is_counted())
        return __real_gettimeofday(time, zone);
    uint64_t now = shown_time();
    *time = (struct timeval){.tv_sec = (time_t)(now / 1000000000), .tv_usec = (long)(now % 1000000000 / 1000)};
    return 0;
}

time_t __wrap_time(time_t *time)
{
    if (!is_counted())
        return __real_time(time);
    time_t now = (time_t)(shown_time() / 1000000000);
    if (time)
        *time = now;
    return now;
}

clock_t __wrap_clock(void) { return is_counted() ? (clock_t)(shown_time() / 1000 % 1000000000) : __real_clock(); }

void judge_meter_pause(void) {}
void judge_meter_begin(void) { toggle_counting(); }
void judge_meter_end(void) { toggle_counting(); }
/* What is left to do after the answer counts as well. */
void judge_meter_finish(void) { toggle_counting(); }
