/*
 * The meter: counts what a submission does, exactly and repeatably. Linked into measured builds only.
 *
 * Theory of operation
 *
 *   edges    The submission's bitcode is compiled with -fsanitize-coverage=trace-pc-guard, so that every edge between
 *            basic blocks calls __sanitizer_cov_trace_pc_guard. The harness is not, so only the submission is counted.
 *   bytes    The linker sends every call of memmove and its kin, from the submission and from Swift's library, to
 *            __wrap_memmove (--wrap), which counts and passes on. So removeFirst() costs what it moves.
 *   calls    Of these functions, and of the allocator.
 *   memory   Live bytes of the allocator and of mmap between the beginning and the end of measured { }, at their peak;
 *            and how deep the stack went, looked at on every edge.
 *
 * The harness's own reading and writing are paused; everything else counts from the first instruction to the last, so
 * that work before measured { } or after it is no way out. Counting stops the program at a limit of work, not of time:
 * the same submission is stopped at the same edge, however busy the machine.
 *
 * Chance and time would make a count differ from run to run, so getrandom() is a seeded stream and the clocks show work.
 *
 * The page's place is drawn for each build (--defsym=judge_meter), its first and last words for each run. A program that
 * writes to it by other ways than this file is likely to be found out; that it cannot is not claimed.
 */
#include "meter.h"

#include "arguments.h"

#include <errno.h>
#include <malloc.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define LIKELY(condition) __builtin_expect(!!(condition), 1)
/* The page of counts lies below. */
#define LOW_ADDRESSES (1ull << 32)
#define HIDDEN __attribute__((visibility("hidden")))

enum { CHUNK = 1 << 16, CALL_WORDS = 8, BYTES_PER_WORD = 16, PAGE_BYTES = 4096 };

/* An address that the linker is given; nothing is there until begin() maps the page. */
extern HIDDEN struct meter judge_meter;
#define METER judge_meter

/* The C library calls memcpy and others before begin(). */
static bool mapped;

/* ---- Stopping ---- */

static _Noreturn void stop(enum meter_stop why)
{
    METER.stopped = why;
    for (;;)
        syscall(SYS_exit_group, 86);
}

static uint64_t edges(void) { return METER.handed - (uint64_t)METER.fuel; }

static uint64_t work(void) { return edges() + METER.bytes / BYTES_PER_WORD + METER.calls * CALL_WORDS; }

/* SplitMix64's finaliser (Steele, Lea and Flood, 2014). */
static uint64_t mix(uint64_t value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ull;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebull;
    return value ^ (value >> 31);
}

/* Hands out more edges, no more than the limit leaves. */
static void refuel(void)
{
    uint64_t done = work();
    if (METER.work_limit > 0 && done >= METER.work_limit)
        stop(METER_OVER_WORK);
    uint64_t left = METER.work_limit > 0 ? METER.work_limit - done : CHUNK;
    uint64_t chunk = left < CHUNK ? left : CHUNK;
    METER.fuel += (int64_t)chunk;
    METER.handed += chunk;
    METER.seal = mix(METER.front ^ METER.handed);
}

static void check_memory(void)
{
    uint64_t stack = METER.stack_top - METER.stack_low;
    if (METER.memory_limit > 0 && METER.peak > 0 && (uint64_t)METER.peak + stack > METER.memory_limit)
        stop(METER_OVER_MEMORY);
}

/* ---- Edges and the stack ---- */

static __attribute__((noinline)) void deeper(uint64_t here)
{
    /* Another stack (sigaltstack, a heap block) is no measure of depth. */
    if (METER.state != METER_COUNTING || here + (1ull << 40) < METER.stack_top)
        return;
    METER.stack_low = here;
    check_memory();
}

void __sanitizer_cov_trace_pc_guard(uint32_t *guard)
{
    (void)guard;
    if (!LIKELY(--METER.fuel >= 0))
        refuel();
    uint64_t here = (uint64_t)__builtin_frame_address(0);
    if (!LIKELY(here >= METER.stack_low))
        deeper(here);
}

void __sanitizer_cov_trace_pc_guard_init(uint32_t *start, uint32_t *end)
{
    (void)start;
    (void)end;
}

/* ---- Bytes and calls ---- */

static inline void count(size_t bytes, size_t calls)
{
    if (!mapped || METER.state != METER_COUNTING)
        return;
    METER.bytes += bytes;
    METER.calls += calls;
    /* A program may work in the library alone and never cross an edge. */
    if (METER.work_limit > 0 && METER.bytes / BYTES_PER_WORD + METER.calls * CALL_WORDS > METER.work_limit)
        stop(METER_OVER_WORK);
}

#define WRAP(result, name, parameters, arguments, bytes)  \
    result __real_##name parameters;                      \
    result __wrap_##name parameters                       \
    {                                                     \
        count(bytes, 1);                                  \
        return __real_##name arguments;                   \
    }

WRAP(void *, memmove, (void *to, const void *from, size_t size), (to, from, size), size)
WRAP(void *, memcpy, (void *to, const void *from, size_t size), (to, from, size), size)
WRAP(void *, memset, (void *to, int byte, size_t size), (to, byte, size), size)
WRAP(int, memcmp, (const void *a, const void *b, size_t size), (a, b, size), size)
WRAP(int, bcmp, (const void *a, const void *b, size_t size), (a, b, size), size)
WRAP(void *, memchr, (const void *in, int byte, size_t size), (in, byte, size), size)

size_t __real_strlen(const char *text);
size_t __wrap_strlen(const char *text)
{
    size_t length = __real_strlen(text);
    count(length, 1);
    return length;
}

/* Swift's runtime copies and destroys elements that are not plain bytes one by one: as many calls. */
#define WRAP_ARRAY(name)                                                               \
    void __real_##name(void *to, void *from, size_t size, const void *type);           \
    void __wrap_##name(void *to, void *from, size_t size, const void *type)            \
    {                                                                                  \
        count(0, size);                                                                \
        __real_##name(to, from, size, type);                                           \
    }

WRAP_ARRAY(swift_arrayInitWithCopy)
WRAP_ARRAY(swift_arrayInitWithTakeNoAlias)
WRAP_ARRAY(swift_arrayInitWithTakeFrontToBack)
WRAP_ARRAY(swift_arrayInitWithTakeBackToFront)
WRAP_ARRAY(swift_arrayAssignWithCopyNoAlias)
WRAP_ARRAY(swift_arrayAssignWithCopyFrontToBack)
WRAP_ARRAY(swift_arrayAssignWithCopyBackToFront)
WRAP_ARRAY(swift_arrayAssignWithTake)

void __real_swift_arrayDestroy(void *first, size_t size, const void *type);
void __wrap_swift_arrayDestroy(void *first, size_t size, const void *type)
{
    count(0, size);
    __real_swift_arrayDestroy(first, size, type);
}

/* ---- Memory ---- */

static void hold(int64_t bytes)
{
    if (!mapped || METER.state != METER_COUNTING)
        return;
    METER.live += bytes;
    if (METER.live > METER.peak) {
        METER.peak = METER.live;
        check_memory();
    }
}

/* What the allocator really sets aside, so that what is held and what is given back agree. */
static int64_t held(void *block) { return block ? (int64_t)malloc_usable_size(block) : 0; }

#define WRAP_ALLOCATION(name, parameters, arguments, bytes) \
    void *__real_##name parameters;                         \
    void *__wrap_##name parameters                          \
    {                                                       \
        count(bytes, 1);                                    \
        void *block = __real_##name arguments;              \
        hold(held(block));                                  \
        return block;                                       \
    }

WRAP_ALLOCATION(malloc, (size_t size), (size), 0)
WRAP_ALLOCATION(calloc, (size_t count_, size_t size), (count_, size), count_ * size)
WRAP_ALLOCATION(aligned_alloc, (size_t alignment, size_t size), (alignment, size), 0)
WRAP_ALLOCATION(memalign, (size_t alignment, size_t size), (alignment, size), 0)
WRAP_ALLOCATION(valloc, (size_t size), (size), 0)
WRAP_ALLOCATION(pvalloc, (size_t size), (size), 0)

int __real_posix_memalign(void **block, size_t alignment, size_t size);
int __wrap_posix_memalign(void **block, size_t alignment, size_t size)
{
    count(0, 1);
    int error = __real_posix_memalign(block, alignment, size);
    if (error == 0)
        hold(held(*block));
    return error;
}

void *__real_realloc(void *old, size_t size);
void *__wrap_realloc(void *old, size_t size)
{
    int64_t before = held(old);
    count(0, 1);
    void *block = __real_realloc(old, size);
    if (block || size == 0)
        hold(held(block) - before);
    return block;
}

void __real_free(void *block);
void __wrap_free(void *block)
{
    count(0, 1);
    hold(-held(block));
    __real_free(block);
}

static int64_t pages(size_t size) { return (int64_t)((size + PAGE_BYTES - 1) & ~(size_t)(PAGE_BYTES - 1)); }

static int64_t mappings; /* bytes that are mapped and were not given back */

static int64_t mappings_less(int64_t size)
{
    int64_t less = size < mappings ? size : mappings;
    mappings -= less;
    return less;
}

void *__real_mmap(void *at, size_t size, int protection, int flags, int file, off_t offset);
void *__wrap_mmap(void *at, size_t size, int protection, int flags, int file, off_t offset)
{
    /* The kernel clears pages that are wanted at once. */
    count(flags & MAP_POPULATE ? size : 0, 1);
    /* Whether a place is free tells where the page of counts lies: down there nobody chooses. */
    if (at && (uint64_t)at < LOW_ADDRESSES) {
        if (flags & (MAP_FIXED | MAP_FIXED_NOREPLACE)) {
            errno = EPERM;
            return MAP_FAILED;
        }
        at = NULL;
    }
    void *block = __real_mmap(at, size, protection, flags, file, offset);
    if (block != MAP_FAILED) {
        mappings += pages(size);
        hold(pages(size));
    }
    return block;
}

/* mmap64 is another name of the same function. */
void *__wrap_mmap64(void *at, size_t size, int protection, int flags, int file, off_t offset)
{
    return __wrap_mmap(at, size, protection, flags, file, offset);
}

/* The kernel is content to unmap what was never mapped; only what was can be given back. */
int __real_munmap(void *block, size_t size);
int __wrap_munmap(void *block, size_t size)
{
    count(0, 1);
    int result = __real_munmap(block, size);
    if (result == 0)
        hold(-mappings_less(pages(size)));
    return result;
}

void *__real_mremap(void *old, size_t before, size_t size, int flags, void *to);
void *__wrap_mremap(void *old, size_t before, size_t size, int flags, void *to)
{
    count(0, 1);
    if (flags & MREMAP_FIXED && (uint64_t)to < LOW_ADDRESSES) {
        errno = EPERM;
        return MAP_FAILED;
    }
    void *block = __real_mremap(old, before, size, flags, to);
    if (block != MAP_FAILED) {
        mappings += pages(size);
        hold(pages(size) - mappings_less(pages(before)));
    }
    return block;
}

/* The allocator has names of its own for these. */
void *__real_sbrk(intptr_t more);
void *__wrap_sbrk(intptr_t more)
{
    count(0, 1);
    void *before = __real_sbrk(more);
    if (before != (void *)-1 && more > 0)
        hold(more);
    return before;
}

int __wrap_brk(void *end)
{
    char *now = __real_sbrk(0);
    return __wrap_sbrk((char *)end - now) == (void *)-1 ? -1 : 0;
}

/* ---- Chance and time ---- */

static void draw(void *buffer, size_t size)
{
    unsigned char *bytes = buffer;
    for (size_t i = 0; i < size; i++) {
        if (i % 8 == 0)
            METER.seed += 0x9e3779b97f4a7c15ull;
        bytes[i] = (unsigned char)(mix(METER.seed) >> (8 * (i % 8)));
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

/* 2026-01-01 and a nanosecond for each word of work, and a microsecond for looking. */
static uint64_t shown_time(void)
{
    METER.calls += 125;
    return 1767225600ull * 1000000000ull + work();
}

int __wrap_clock_gettime(clockid_t clock, struct timespec *time)
{
    (void)clock;
    uint64_t now = shown_time();
    *time = (struct timespec){.tv_sec = (time_t)(now / 1000000000), .tv_nsec = (long)(now % 1000000000)};
    return 0;
}

int __wrap_gettimeofday(struct timeval *time, void *zone)
{
    (void)zone;
    uint64_t now = shown_time();
    *time = (struct timeval){.tv_sec = (time_t)(now / 1000000000), .tv_usec = (long)(now % 1000000000 / 1000)};
    return 0;
}

time_t __wrap_time(time_t *time)
{
    time_t now = (time_t)(shown_time() / 1000000000);
    if (time)
        *time = now;
    return now;
}

clock_t __wrap_clock(void) { return (clock_t)(work() / 1000); }

/* ---- From the first instruction to the last ---- */

static uint64_t cpu_now(void)
{
    struct timespec time;
    syscall(SYS_clock_gettime, CLOCK_PROCESS_CPUTIME_ID, &time);
    return (uint64_t)time.tv_sec * 1000000000ull + (uint64_t)time.tv_nsec;
}

/* Runs before all constructors, those of the submission included. */
static void begin(void)
{
    const int access = PROT_READ | PROT_WRITE;
    bool given = __real_mmap(&METER, METER_PAGE, access, MAP_SHARED | MAP_FIXED_NOREPLACE, METER_FD, 0) == &METER;
    if (given)
        close(METER_FD);
    else if (__real_mmap(&METER, METER_PAGE, access, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0) != &METER)
        stop(METER_RUNS);
    /* Blocks of their own pages would be rounded to pages, which a small size shows and a large one does not. */
    mallopt(M_MMAP_THRESHOLD, 32 << 20);
    mapped = true;
    METER.stack_top = METER.stack_low = (uint64_t)__builtin_frame_address(0);
    METER.state = METER_COUNTING;
}

__attribute__((section(".preinit_array"), used)) static void (*const begin_first)(void) = begin;

/* The calls of ChallengeKit. */

void judge_meter_pause(void)
{
    if (METER.state == METER_COUNTING && METER.measured == 0)
        METER.state = METER_PAUSED;
}

void judge_meter_begin(void)
{
    if (METER.measured != 0)
        return;
    METER.live = METER.peak = 0;
    METER.stack_top = METER.stack_low = (uint64_t)__builtin_frame_address(0);
    METER.base_edges = edges();
    METER.base_bytes = METER.bytes;
    METER.base_calls = METER.calls;
    METER.cpu_ns = cpu_now();
    METER.measured = 1;
    METER.state = METER_COUNTING;
}

void judge_meter_end(void)
{
    if (METER.state != METER_COUNTING || METER.measured != 1)
        return;
    METER.cpu_ns = cpu_now() - METER.cpu_ns;
    METER.measured = 2;
    METER.state = METER_PAUSED;
}

/* The answer is out; what runs from here on is the submission's again. */
void judge_meter_finish(void)
{
    if (METER.state == METER_PAUSED)
        METER.state = METER_COUNTING;
}
