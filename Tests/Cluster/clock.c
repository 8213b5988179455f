// Preloaded, has a program see a wall clock that is JUDGE_CLUSTER_SKEW seconds ahead, as on a host whose clock is wrong; all
// other clocks are left alone. What the program then says in its own time is put right before the kernel hears it: only an
// absolute time of the wall clock is beyond a thousand million seconds.
//
// libfaketime will not do: it moves timers of the monotonic clock, too, which no wrong clock does.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>
#include <sys/time.h>
#include <sys/timerfd.h>
#include <time.h>

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static time_t skew;

__attribute__((constructor)) static void begin(void) {
    const char *text = getenv("JUDGE_CLUSTER_SKEW");
    skew = text ? atol(text) : 0;
}

static struct timespec kernels(struct timespec when) {
    if (when.tv_sec > 1000000000) when.tv_sec -= skew;
    return when;
}

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = NEXT(clock_gettime)(clock, now);
    if (result == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += skew;
    return result;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int result = NEXT(gettimeofday)(now, zone);
    if (result == 0) now->tv_sec += skew;
    return result;
}

time_t time(time_t *now) {
    time_t result = NEXT(time)(NULL) + skew;
    if (now) *now = result;
    return result;
}

int sem_timedwait(sem_t *restrict semaphore, const struct timespec *restrict until) {
    struct timespec when = kernels(*until);
    return NEXT(sem_timedwait)(semaphore, &when);
}

int pthread_cond_timedwait(
    pthread_cond_t *restrict condition, pthread_mutex_t *restrict mutex, const struct timespec *restrict until) {
    struct timespec when = kernels(*until);
    // The C library has an older one of this name beside it.
    __typeof__(&pthread_cond_timedwait) next = dlvsym(RTLD_NEXT, "pthread_cond_timedwait", "GLIBC_2.3.2");
    return (next ? next : NEXT(pthread_cond_timedwait))(condition, mutex, &when);
}

int timerfd_settime(int timer, int flags, const struct itimerspec *new, struct itimerspec *old) {
    struct itimerspec when = *new;
    when.it_value = kernels(when.it_value);
    return NEXT(timerfd_settime)(timer, flags, &when, old);
}
