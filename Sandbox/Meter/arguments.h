/*
 * Hands the program its arguments. Swift's library reads them from /proc/self/cmdline, which a submission's jail has not;
 * this is the library's own way of being told.
 */
#ifndef METER_ARGUMENTS_H
#define METER_ARGUMENTS_H

/* Of Swift's library; no source of a submission names it, but all are linked with it. */
extern void _swift_stdlib_overrideUnsafeArgvArgc(char **arguments, int count);

__attribute__((constructor(101))) static void hand_arguments_on(int count, char **arguments)
{
    _swift_stdlib_overrideUnsafeArgvArgc(arguments, count);
}

#endif
