/*
 * System-call filters.
 *
 * `run` lists what a static Swift program with one thread needs and refuses the rest. `tools` lets compilers start
 * processes and threads and refuses what leads out of the jail or into seldom-trodden parts of the kernel. Both refuse
 * with an error number, so that a program that copes goes on; only calls of another architecture end the process.
 *
 * The filter is made once and put around every child by init, before the child knows what it will run (begin.c). From
 * there it takes three calls to the program: receive the request, set limits, exec. These must pass, and no others like
 * them. So each has an argument that points into a page at an address drawn at random in init, and the filter compares
 * the address. Exec replaces all memory and closes all descriptors but the program's own, so the program neither knows
 * the address, nor could do anything with it.
 */
#include "walls.h"

#include <asm/ioctls.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <seccomp.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- What a submission may call ---- */

static const char *const run_allowed[] = {
    /* memory */
    "brk", "munmap", "mremap", "madvise",
    /* descriptors that it was given */
    "read", "write", "readv", "writev", "pread64", "pwrite64", "lseek", "close", "fstat", "poll", "ppoll", "select",
    "pselect6", "dup", "dup2", "dup3",
    /* its own life */
    "exit", "exit_group", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "arch_prctl",
    "set_tid_address", "set_robust_list", "rseq", "futex", "sched_yield", "restart_syscall", "getpid", "gettid",
    "getppid", "getuid", "geteuid", "getgid", "getegid", "getrusage", "times", "uname", "sched_getaffinity", "getcpu",
    "getrandom", "getrlimit", "getcwd",
    /* clocks */
    "clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "time",
    /* where it lies; the tree holds nothing else */
    "readlink", "readlinkat",
};

/* Refused as if the kernel did not have them: the C library then falls back to older calls, or gives up quietly. */
static const char *const run_absent[] = {"clone3", "openat2", "faccessat2", "statx", "close_range", "io_uring_setup",
                                         "io_uring_enter", "io_uring_register", "fchmodat2", "membarrier"};

/* Refused as by a file system that hides everything. */
static const char *const run_hidden[] = {"open", "openat", "creat", "access", "faccessat", "stat", "lstat"};

/* ---- What a compiler may not call ---- */

static const char *const tools_refused[] = {
    /* namespaces, mounts, roots */
    "unshare", "setns", "mount", "umount2", "pivot_root", "chroot", "open_tree", "move_mount", "fsopen", "fsconfig",
    "fsmount", "fspick", "mount_setattr", "name_to_handle_at", "open_by_handle_at", "quotactl", "quotactl_fd",
    "swapon", "swapoff", "statmount", "listmount",
    /* network; the network namespace is empty, but some families do not heed namespaces */
    "socket", "bind", "connect", "listen", "accept", "accept4",
    /* other processes */
    "ptrace", "process_vm_readv", "process_vm_writev", "process_madvise", "process_mrelease", "kcmp", "pidfd_getfd",
    /* keys, System V IPC, POSIX queues: they outlive processes */
    "add_key", "request_key", "keyctl", "shmget", "shmat", "shmctl", "shmdt", "semget", "semop", "semctl",
    "semtimedop", "msgget", "msgsnd", "msgrcv", "msgctl", "mq_open", "mq_unlink", "mq_timedsend", "mq_timedreceive",
    "mq_notify", "mq_getsetattr",
    /* wide doors into the kernel */
    "bpf", "perf_event_open", "userfaultfd", "vmsplice", "lookup_dcookie", "kexec_load", "kexec_file_load",
    "init_module", "finit_module", "delete_module", "reboot", "acct", "settimeofday", "clock_settime", "adjtimex",
    "clock_adjtime", "sethostname", "setdomainname", "syslog", "iopl", "ioperm", "modify_ldt", "vhangup", "nfsservctl",
    "fanotify_init", "fanotify_mark", "personality", "move_pages", "migrate_pages", "mbind", "set_mempolicy",
    "memfd_secret", "landlock_create_ruleset", "landlock_add_rule", "landlock_restrict_self", "uselib", "_sysctl",
    "create_module", "get_kernel_syms", "query_module", "ustat", "sysfs", "io_setup", "io_submit", "io_cancel",
    "io_destroy", "io_getevents", "io_pgetevents",
};

/* ---- What a compiler may not call either, where no namespace hides the host ---- */

static const char *const restricted_refused[] = {
    /* what Landlock leaves alone: attributes of files that may not be opened, and watching them */
    "chmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchownat", "utime", "utimes", "futimesat", "setxattr",
    "lsetxattr", "setxattrat", "removexattr", "lremovexattr", "removexattrat", "truncate", "inotify_init",
    "inotify_init1",
    /* other processes of the same user */
    "kill", "tkill", "rt_sigqueueinfo", "rt_tgsigqueueinfo", "pidfd_open", "pidfd_send_signal", "setpriority",
    "ioprio_set", "sched_setscheduler", "sched_setparam", "sched_setattr",
};

/* Its flags are out of a filter's sight. */
static const char *const restricted_absent[] = {"openat2"};

static const char *const tools_absent[] = {"clone3", "io_uring_setup", "io_uring_enter", "io_uring_register"};

/* ---- Building ---- */

/* Stands in a filter for the number of the process that will put it around itself. No process has it: numbers end at
 * 2^22. */
enum { OWN_NUMBER = 0x5d0ca115 };

static int add_names(scmp_filter_ctx context, uint32_t action, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        int number = seccomp_syscall_resolve_name(names[i]);
        if (number == __NR_SCMP_ERROR)
            continue; /* newer than this libseccomp, or another architecture's: the default action covers `run` */
        int result = seccomp_rule_add(context, action, number, 0);
        if (result < 0 && result != -EACCES && result != -EOPNOTSUPP)
            return result;
    }
    return 0;
}

#define ADD_NAMES(context, action, names) add_names(context, action, names, sizeof names / sizeof names[0])

/* Adds a rule with conditions on arguments; remembers the first failure in `result`. */
#define RULE(action, name, count, ...)                                                          \
    do {                                                                                        \
        if (result == 0)                                                                        \
            result = seccomp_rule_add(context, action, SCMP_SYS(name), count, __VA_ARGS__);     \
    } while (0)

static int add_run(scmp_filter_ctx context, enum walls walls, const struct secret *secret)
{
    int result = ADD_NAMES(context, SCMP_ACT_ALLOW, run_allowed);
    if (result == 0)
        result = ADD_NAMES(context, SCMP_ACT_ERRNO(ENOSYS), run_absent);
    if (result == 0)
        result = ADD_NAMES(context, SCMP_ACT_ERRNO(ENOENT), run_hidden);
    /* The way to the program. */
    RULE(SCMP_ACT_ALLOW, recvmsg, 1, SCMP_A1(SCMP_CMP_EQ, (scmp_datum_t)&secret->message));
    RULE(SCMP_ACT_ALLOW, prlimit64, 2, SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, (scmp_datum_t)&secret->limit));
    RULE(SCMP_ACT_ALLOW, execveat, 3, SCMP_A0(SCMP_CMP_EQ, PROGRAM_FD),
         SCMP_A1(SCMP_CMP_EQ, (scmp_datum_t)secret->path), SCMP_A4(SCMP_CMP_EQ, AT_EMPTY_PATH));
    /* Memory that holds no code, as all code that runs came through the compiler, and that does not grow by itself. */
    RULE(SCMP_ACT_ALLOW, mmap, 2, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0),
         SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_GROWSDOWN, 0));
    RULE(SCMP_ACT_ALLOW, mprotect, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, PROT_EXEC, 0));
    /* abort() and raise(): signals to itself, and to its own group, which is it alone. */
    RULE(SCMP_ACT_ALLOW, tgkill, 1, SCMP_A0(SCMP_CMP_MASKED_EQ, UINT32_MAX, OWN_NUMBER));
    RULE(SCMP_ACT_ALLOW, kill, 1, SCMP_A0(SCMP_CMP_MASKED_EQ, UINT32_MAX, OWN_NUMBER));
    RULE(SCMP_ACT_ALLOW, kill, 1, SCMP_A0(SCMP_CMP_MASKED_EQ, UINT32_MAX, 0));
    /* isatty() as the C library asks before it chooses a buffer; no other ioctl, so no TIOCSTI. */
    RULE(SCMP_ACT_ALLOW, ioctl, 1, SCMP_A1(SCMP_CMP_MASKED_EQ, UINT32_MAX, TCGETS));
    /* Limits may be read, not set. */
    RULE(SCMP_ACT_ALLOW, prlimit64, 2, SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0));
    /* fstat() of newer C libraries: newfstatat(fd, "", …, AT_EMPTY_PATH). A path that is not empty passes as well; where
     * that would be the host's, the library does without. */
    if (walls == WALLS_FULL)
        RULE(SCMP_ACT_ALLOW, newfstatat, 1, SCMP_A3(SCMP_CMP_MASKED_EQ, AT_EMPTY_PATH, AT_EMPTY_PATH));
    /* Duplicates and flags, no pipe sizes, leases or signals by descriptor. */
    const int commands[] = {F_DUPFD, F_DUPFD_CLOEXEC, F_GETFD, F_SETFD, F_GETFL, F_SETFL};
    for (size_t i = 0; i < sizeof commands / sizeof commands[0]; i++)
        RULE(SCMP_ACT_ALLOW, fcntl, 1, SCMP_A1(SCMP_CMP_MASKED_EQ, UINT32_MAX, (scmp_datum_t)commands[i]));
    return result;
}

/* What namespaces would make harmless. */
static int add_restricted(scmp_filter_ctx context)
{
    const uint32_t refuse = SCMP_ACT_ERRNO(EPERM);
    int result = ADD_NAMES(context, refuse, restricted_refused);
    if (result == 0)
        result = ADD_NAMES(context, SCMP_ACT_ERRNO(ENOSYS), restricted_absent);
    /* Landlock before its third version lets who may read also cut. */
    const scmp_datum_t mask = O_ACCMODE | O_TRUNC, cut = O_RDONLY | O_TRUNC;
    RULE(refuse, open, 1, SCMP_A1(SCMP_CMP_MASKED_EQ, mask, cut));
    RULE(refuse, openat, 1, SCMP_A2(SCMP_CMP_MASKED_EQ, mask, cut));
    RULE(refuse, prlimit64, 1, SCMP_A0(SCMP_CMP_NE, 0));
    RULE(refuse, sched_setaffinity, 1, SCMP_A0(SCMP_CMP_NE, 0));
    RULE(refuse, utimensat, 1, SCMP_A1(SCMP_CMP_NE, 0));
    return result;
}

static int add_tools(scmp_filter_ctx context, enum walls walls)
{
    const uint32_t refuse = SCMP_ACT_ERRNO(EPERM);
    int result = ADD_NAMES(context, refuse, tools_refused);
    if (result == 0)
        result = ADD_NAMES(context, SCMP_ACT_ERRNO(ENOSYS), tools_absent);
    /* Processes and threads, but none in new namespaces. clone3, whose flags a filter cannot see, is absent. */
    const uint64_t spaces[] = {CLONE_NEWUSER, CLONE_NEWNS, CLONE_NEWPID, CLONE_NEWNET, CLONE_NEWIPC, CLONE_NEWUTS,
                               CLONE_NEWCGROUP};
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0]; i++)
        RULE(refuse, clone, 1, SCMP_A0(SCMP_CMP_MASKED_EQ, spaces[i], spaces[i]));
    /* A pair of connected local sockets is how some tools talk to their children. */
    RULE(refuse, socketpair, 1, SCMP_A0(SCMP_CMP_NE, AF_UNIX));
    /* Typing into a terminal, and its graphical sister. */
    RULE(refuse, ioctl, 1, SCMP_A1(SCMP_CMP_MASKED_EQ, UINT32_MAX, TIOCSTI));
    RULE(refuse, ioctl, 1, SCMP_A1(SCMP_CMP_MASKED_EQ, UINT32_MAX, TIOCLINUX));
    return result == 0 && walls == WALLS_RESTRICTED ? add_restricted(context) : result;
}

/* libseccomp writes to a descriptor; the kernel wants memory. */
static bool export_program(scmp_filter_ctx context, struct filter *filter)
{
    int file = memfd_create("filter", MFD_CLOEXEC);
    if (file < 0)
        return false;
    off_t size = seccomp_export_bpf(context, file) == 0 ? lseek(file, 0, SEEK_END) : -1;
    struct sock_filter *code = size > 0 ? malloc((size_t)size) : NULL;
    bool read = code && pread(file, code, (size_t)size, 0) == size;
    close(file);
    filter->program.filter = code;
    filter->program.len = read ? (unsigned short)((size_t)size / sizeof *code) : 0;
    return read;
}

/* A page at a random place, and the secret at a random place in it. */
static struct secret *place_secret(void)
{
    for (int attempt = 0; attempt < 100; attempt++) {
        uint64_t number;
        if (getrandom(&number, sizeof number, 0) != sizeof number)
            return NULL;
        /* 46 bits of address, above the first 4 GiB: 34 random bits of page and 7 of place in the page. */
        uint64_t page = (number & 0x3ffffffff000ull) | 0x100000000ull;
        void *mapped = mmap((void *)page, 4096, PROT_READ | PROT_WRITE,
                            MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0);
        if (mapped == (void *)page)
            return (struct secret *)(page + (number & 0x7f) * 16);
        if (mapped != MAP_FAILED)
            munmap(mapped, 4096);
    }
    return NULL;
}

bool filter_build(struct filter *filter, enum policy policy, enum walls walls, struct failure *failure)
{
    filter->secret = place_secret();
    if (!filter->secret)
        return fail(failure, "seccomp", "cannot place the secret: %s", strerror(errno));
    scmp_filter_ctx context = seccomp_init(policy == POLICY_RUN ? SCMP_ACT_ERRNO(EPERM) : SCMP_ACT_ALLOW);
    if (!context)
        return fail(failure, "seccomp", "cannot make a filter");
    /* Calls of i386 and x32 have other numbers and would slip past the list. */
    seccomp_attr_set(context, SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS);
    seccomp_attr_set(context, SCMP_FLTATR_CTL_OPTIMIZE, 2);
    int result = policy == POLICY_RUN ? add_run(context, walls, filter->secret) : add_tools(context, walls);
    bool exported = result == 0 && export_program(context, filter);
    seccomp_release(context);
    errno = result < 0 ? -result : errno;
    return exported || fail(failure, "seccomp", "cannot build the filter: %s", strerror(errno));
}

int filter_enter(const struct filter *filter)
{
    /* The child's own copy. */
    for (size_t i = 0; i < filter->program.len; i++)
        if (BPF_CLASS(filter->program.filter[i].code) == BPF_JMP && filter->program.filter[i].k == OWN_NUMBER)
            filter->program.filter[i].k = (uint32_t)getpid();
    return (int)syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER, 0, &filter->program);
}
