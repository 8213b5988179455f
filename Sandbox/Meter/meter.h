/*
 * The page on which a measured program counts. The judge fills it before the run, the program maps it from descriptor
 * METER_FD, and the judge reads it after the run, however that ended. Sources/Grading/MeterPage.swift knows the same
 * layout.
 */
#ifndef METER_H
#define METER_H

#include <stdint.h>

enum { METER_FD = 4, METER_PAGE = 4096 };

enum meter_state {
    METER_UNUSED = 0,  /* the program has not mapped the page */
    METER_COUNTING,    /* the submission's code may run */
    METER_PAUSED,      /* the harness reads, or writes its answer */
    METER_FINISHED,    /* the answer is out */
};

enum meter_stop { METER_RUNS = 0, METER_OVER_WORK, METER_OVER_MEMORY };

struct meter {
    uint64_t front;        /* given: a random number, the page's first word */
    uint64_t work_limit;   /* given: words of work after which the program is stopped */
    uint64_t memory_limit; /* given: bytes */
    uint64_t seed;         /* given: of the system's randomness */
    int64_t fuel;          /* edges left of those that were handed out */
    uint64_t handed;       /* edges handed out */
    uint64_t bytes;        /* moved, set or compared by library functions */
    uint64_t calls;        /* of wrapped library functions */
    int64_t live, peak;    /* heap bytes since the beginning of measured { } */
    uint64_t stack_top, stack_low;
    uint64_t state, stopped;
    uint64_t cpu_ns;       /* CPU time within measured { } */
    uint64_t seal;         /* follows from `handed` and the page's first word */
    uint64_t back;         /* given: the first word again */
    uint64_t base_edges, base_bytes, base_calls; /* counted before measured { } began: the program's start */
    uint64_t measured;     /* 1: measured { } has begun, 2: it has ended */
};

#endif
