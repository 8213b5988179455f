/*
 * Stands between the jail's parsers and the host while they are fuzzed: included before each of their files, it turns the
 * calls that would touch files or processes into ones that touch a file in memory and nobody.
 */
#ifndef FUZZ_HOST_H
#define FUZZ_HOST_H

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

/* Where everything that is opened leads: an empty file in memory. */
int fuzz_open(void);
/* Refuses, as a host may. */
int fuzz_refuse(void);

#define open(...) fuzz_open()
#define openat(...) fuzz_open()
#define unlink(path) ((void)(path), 0)
#define unlinkat(...) fuzz_refuse()
#define mkdirat(...) fuzz_refuse()
#define rename(from, to) ((void)(from), (void)(to), 0)
#define fork() fuzz_refuse()
#define syscall(...) fuzz_refuse()
#define kill(pid, number) ((void)(pid), (void)(number), 0)

#endif
