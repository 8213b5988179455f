/*
 * The life inside: process 1 of the jail.
 *
 * Theory of operation
 *
 * Init waits for packets of the supervisor and for the end of children, and keeps the clocks. For each run it forks;
 * the child puts the walls around itself and becomes the program (begin.c). When the program ends, everything that is
 * left of the run is killed and reaped before the supervisor hears of it, so that nothing passes on to the next one
 * (runs.c).
 *
 * In a submission's jail the child of the next run is forked while this one runs, as the walls take longer to put up than
 * all else about a run: a spare.
 */
#include "cgroup.h"
#include "folder.h"
#include "inner.h"
#include "user.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/signalfd.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

struct inner self;

/* ---- What the supervisor asks for ---- */

static void answer(int error, const char *step, int fd)
{
    struct packet packet = {.kind = PACKET_ANSWER, .error = error};
    texts_clear(&self.texts);
    texts_add(&self.texts, step);
    send_packet(self.control, &packet, &self.texts, &fd, fd >= 0 ? 1 : 0);
}

/* A path below the work folder, given relative to it or absolute. NULL when it is elsewhere. */
static const char *below_work(const char *path)
{
    if (!path || self.work < 0)
        return NULL;
    if (path[0] != '/')
        return path;
    size_t length = strlen(self.work_path);
    return strncmp(path, self.work_path, length) == 0 && path[length] == '/' ? path + length + 1 : NULL;
}

static void handle_files(const struct packet *packet, int fd)
{
    const char *path = below_work(texts_next(&self.texts));
    if (!path) {
        answer(EINVAL, "path", -1);
    } else if (packet->kind == PACKET_PUT) {
        answer(folder_put(self.work, path, fd, packet->mode & 0777) < 0 ? errno : 0, "put", -1);
    } else if (packet->kind == PACKET_GET) {
        int file = folder_get(self.work, path);
        answer(file < 0 ? errno : 0, "get", file);
        if (file >= 0)
            close(file);
    } else {
        answer(folder_remove(self.work, path) < 0 ? errno : 0, "remove", -1);
    }
}

static void refuse_run(uint32_t slot, int error, const char *step)
{
    struct packet packet = {.kind = PACKET_ENDED, .slot = slot, .error = error};
    texts_clear(&self.texts);
    texts_add(&self.texts, step);
    send_packet(self.control, &packet, &self.texts, NULL, 0);
}

static char **take_texts(uint32_t count)
{
    char **list = calloc((size_t)count + 1, sizeof *list);
    for (uint32_t i = 0; list && i < count; i++)
        list[i] = (char *)texts_next(&self.texts); /* exec does not change them */
    return list;
}

/* What a checked request says, as the child wants it. The child exits or becomes the program, so nothing is freed. */
static _Noreturn void become_program(const struct packet *packet, const int fds[MAX_PACKET_FDS], struct setback *setback)
{
    const char *path = texts_next(&self.texts);
    texts_next(&self.texts); /* the folder: we are there */
    bool sealed = *path == 0, result = packet->flags & RUN_HAS_RESULT;
    struct beginning beginning = {
        .limits = packet,
        .path = sealed ? NULL : path,
        .program = sealed ? self.programs[packet->program] : -1,
        .arguments = take_texts(packet->argument_count),
        .environment = take_texts(packet->environment_count),
        .fds = {fds[0], fds[1], fds[2], result ? fds[3] : -1, packet->flags & RUN_HAS_METER ? fds[3 + result] : -1},
        .secret = self.walls != WALLS_NONE && self.policy == POLICY_RUN ? self.filter.secret : NULL,
        .bound_addresses = !self.cgroup && self.policy == POLICY_RUN,
    };
    begin_program(&beginning, setback);
}

static void put_walls_up(const char *folder, struct setback *setback)
{
    const struct walls_around walls = {
        .init = self.pid,
        .folder = *folder ? folder : self.work >= 0 ? self.work_path : "/",
        .processes = self.processes,
        .filter = self.walls != WALLS_NONE ? &self.filter : NULL,
        .ruleset = self.walls == WALLS_RESTRICTED && self.policy == POLICY_TOOLS ? build_rules() : self.ruleset,
        .first_to_go = self.walls == WALLS_RESTRICTED,
    };
    if (self.ruleset >= 0 && walls.ruleset < 0) {
        strcpy(setback->step, "landlock");
        setback->error = errno;
        _exit(127);
    }
    begin_walls(&walls, setback);
}

/* A child that has taken all the steps that need no request, and waits for one. Its end is told by a signal of its own:
 * by that it differs, until its exec, from whatever a program may have left behind (runs.c). */
static void make_spare(void)
{
    int ends[2];
    if (self.policy != POLICY_RUN || self.walls == WALLS_NONE || self.spare > 0 ||
        socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) < 0)
        return;
    self.spare_setback->error = 0;
    pid_t pid = (pid_t)syscall(SYS_clone, SPARE_ENDED, NULL, NULL, NULL, 0);
    if (pid == 0) {
        static struct packet packet;
        int fds[MAX_PACKET_FDS];
        close(self.control); /* that init is gone shows by its end, which nobody else may hold */
        put_walls_up("", self.spare_setback);
        if (receive_packet_at(&self.filter.secret->message, ends[1], &packet, &self.texts, fds, NULL) <= 0)
            _exit(127);
        become_program(&packet, fds, self.spare_setback);
    }
    close(ends[1]);
    if (pid < 0) {
        close(ends[0]);
        return;
    }
    self.spare = pid;
    self.spare_socket = ends[0];
}

void retire_spare(void)
{
    if (self.spare > 0 && kill(self.spare, SIGKILL) == 0)
        waitpid(self.spare, NULL, __WALL);
    self.spare = 0;
    close_fd(&self.spare_socket);
}

/* Hands the request to the spare child. Its number, or 0 where there is none that will do. */
static pid_t use_spare(struct inner_run *run, struct packet *packet, const char *folder, const int fds[MAX_PACKET_FDS])
{
    pid_t pid = self.spare;
    /* Read before the request goes out: from then on it is the program that the child's time is spent on. */
    run->cpu_before = pid > 0 ? process_cpu(pid) : 0;
    if (pid == 0 || *folder || !send_packet(self.spare_socket, packet, &self.texts, fds, run_descriptors(packet))) {
        retire_spare();
        run->cpu_before = 0;
        return 0;
    }
    struct setback *setback = run->setback;
    run->setback = self.spare_setback;
    self.spare_setback = setback;
    self.spare = 0;
    close_fd(&self.spare_socket);
    return pid;
}

/* Whether the texts hold all that the head of the request promises; `folder` is where it wants to begin. */
static bool check_run(const struct packet *packet, const int fds[MAX_PACKET_FDS], const char **folder)
{
    if (packet->slot >= MAX_RUNS || packet->argument_count == 0 || packet->argument_count > 8192 ||
        packet->environment_count > 8192 || fds[run_descriptors(packet) - 1] < 0)
        return false;
    const char *path = texts_next(&self.texts);
    *folder = texts_next(&self.texts);
    for (uint32_t i = 0; i < packet->argument_count + packet->environment_count; i++)
        if (!texts_next(&self.texts))
            return false;
    self.texts.at = 0;
    return path && *folder &&
           (*path || (packet->program < MAX_PROGRAMS && self.programs[packet->program] >= 0));
}

static void handle_run(struct packet *packet, const int fds[MAX_PACKET_FDS])
{
    const char *folder;
    if (!check_run(packet, fds, &folder)) {
        refuse_run(packet->slot, EBADMSG, "request");
        return;
    }
    struct inner_run *run = &self.runs[packet->slot];
    if (run->pid > 0 || (self.policy == POLICY_RUN && runs_under_way() > 0)) {
        refuse_run(packet->slot, EBUSY, "request");
        return;
    }
    run->reason = REASON_ITSELF;
    run->cpu_limit = packet->cpu_ns;
    run->wall_limit = packet->wall_ns;
    run->next_look = run->orphans_cpu = 0;
    run->began = now_ns();
    pid_t pid = use_spare(run, packet, folder, fds);
    if (pid == 0) {
        run->setback->error = 0;
        pid = fork();
        if (pid == 0) {
            close(self.control);
            put_walls_up(folder, run->setback);
            become_program(packet, fds, run->setback);
        }
    }
    if (pid < 0)
        refuse_run(packet->slot, errno, "fork");
    else
        run->pid = pid;
}

static void handle(struct packet *packet, int fds[MAX_PACKET_FDS])
{
    switch (packet->kind) {
    case PACKET_PROGRAM:
        if (packet->slot >= MAX_PROGRAMS || fds[0] < 0) {
            answer(EINVAL, "program", -1);
            break;
        }
        close_fd(&self.programs[packet->slot]);
        self.programs[packet->slot] = fds[0];
        fds[0] = -1;
        answer(0, "program", -1);
        retire_spare(); /* it does not hold this one */
        break;
    case PACKET_PUT:
    case PACKET_GET:
    case PACKET_REMOVE:
        handle_files(packet, fds[0]);
        break;
    case PACKET_RUN:
        handle_run(packet, fds);
        break;
    case PACKET_KILL:
        if (packet->slot < MAX_RUNS && self.runs[packet->slot].pid > 0)
            end_by(&self.runs[packet->slot], REASON_ASKED);
        break;
    default:
        break;
    }
    for (size_t i = 0; i < MAX_PACKET_FDS; i++)
        close_fd(&fds[i]);
    if (packet->kind == PACKET_PROGRAM || packet->kind == PACKET_RUN)
        make_spare();
}

/* ---- Beginning ---- */

/* Occupies the programs' descriptors with a pipe at its end, so that what arrives later lies above them. */
static bool occupy_low_descriptors(void)
{
    int ends[2];
    if (pipe2(ends, O_CLOEXEC) < 0)
        return false;
    int source = fcntl(ends[0], F_DUPFD_CLOEXEC, 10);
    close(ends[0]);
    close(ends[1]);
    for (int number = 0; number < MAX_PACKET_FDS; number++)
        if (number != self.control && dup3(source, number, O_CLOEXEC) < 0)
            return false;
    return close(source) == 0;
}

/* How many tasks our user has: what the kernel bounds by user is bounded by more than these. */
static uint64_t tasks_of_user(void)
{
    DIR *listing = opendir("/proc");
    uint64_t count = 0;
    struct dirent *entry;
    while (listing && (entry = readdir(listing))) {
        char path[300];
        struct stat status;
        snprintf(path, sizeof path, "/proc/%s/task", entry->d_name);
        if (entry->d_name[0] >= '1' && entry->d_name[0] <= '9' && stat(path, &status) == 0 &&
            status.st_uid == getuid() && status.st_nlink > 2)
            count += status.st_nlink - 2;
    }
    if (listing)
        closedir(listing);
    return count;
}

/* The bound on processes counts all of the user's, and those beside the jail's come and go. */
static uint64_t bound_processes(uint64_t processes)
{
    if (processes == 0 || self.walls == WALLS_NONE)
        return 0;
    uint64_t others = self.walls == WALLS_FULL ? 0 : tasks_of_user();
    return others <= 1 ? processes : processes + others + 256;
}

static bool prepare(const struct packet *setup, struct failure *failure)
{
    self.policy = setup->policy == POLICY_TOOLS ? POLICY_TOOLS : POLICY_RUN;
    self.processes = bound_processes(setup->processes);
    self.cgroup = setup->flags & SETUP_CGROUP;
    const char *work = texts_next(&self.texts);
    if (work && *work) {
        snprintf(self.work_path, sizeof self.work_path, "%s", work);
        self.work = open(work, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (self.work < 0)
            return fail(failure, "work", "cannot open the work folder: %s", strerror(errno));
    }
    struct setback *setbacks = mmap(NULL, sizeof *setbacks * (MAX_RUNS + 1), PROT_READ | PROT_WRITE,
                                    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (setbacks == MAP_FAILED)
        return fail(failure, "memory", "cannot map memory: %s", strerror(errno));
    for (size_t i = 0; i < MAX_RUNS; i++)
        self.runs[i].setback = &setbacks[i];
    self.spare_setback = &setbacks[MAX_RUNS];
    for (size_t i = 0; i < MAX_PROGRAMS; i++)
        self.programs[i] = -1;

    sigset_t watched;
    sigemptyset(&watched);
    sigaddset(&watched, SIGCHLD);
    sigaddset(&watched, SPARE_ENDED);
    signal(SIGPIPE, SIG_IGN);
    /* Nobody in here may look into init or take descriptors from it. */
    if (prctl(PR_SET_DUMPABLE, 0) < 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0 ||
        sigprocmask(SIG_SETMASK, &watched, NULL) < 0)
        return fail(failure, "init", "cannot prepare init: %s", strerror(errno));
    self.signals = signalfd(-1, &watched, SFD_CLOEXEC | SFD_NONBLOCK);
    if (self.signals < 0)
        return fail(failure, "init", "cannot watch signals: %s", strerror(errno));
    if (self.walls != WALLS_FULL && prctl(PR_SET_CHILD_SUBREAPER, 1) < 0)
        return fail(failure, "init", "cannot adopt orphans: %s", strerror(errno));
    if (self.walls == WALLS_NONE)
        return true;
    /* With full walls bubblewrap has done so; seen with our own eyes. */
    if (self.walls == WALLS_RESTRICTED && give_up_powers() < 0)
        return fail(failure, "init", "cannot give up privileges: %s", strerror(errno));
    errno = 0;
    if (!is_powerless() || (self.walls == WALLS_FULL && geteuid() == 0))
        return fail(failure, "init", "init has privileges that it should not have");

    if (self.walls == WALLS_RESTRICTED)
        list_shown();
    self.ruleset = build_rules();
    if (self.ruleset < 0 && self.walls == WALLS_RESTRICTED)
        return fail(failure, "landlock", "without namespaces Landlock is the wall around files, and the kernel has none "
                    "(%s): it takes Linux 5.13 with landlock among its security modules", strerror(errno));
    return filter_build(&self.filter, self.policy, self.walls, failure);
}

int inner_init(int control, enum walls walls)
{
    self.control = control;
    self.walls = walls;
    self.pid = getpid();
    self.work = self.ruleset = self.signals = self.spare_socket = -1;
    struct packet packet;
    struct failure failure = {.step = "init"};
    int fds[MAX_PACKET_FDS];

    bool contained = walls == WALLS_FULL;
    if (contained && getpid() != 1)
        return EXIT_BROKEN;
    /* Whatever bubblewrap or its caller left open. (Else the supervisor has closed it.) */
    if (contained) {
        syscall(SYS_close_range, 3, control - 1, 0);
        syscall(SYS_close_range, control + 1, ~0u, 0);
    }
    if (fcntl(control, F_SETFD, FD_CLOEXEC) < 0 || receive_packet(control, &packet, &self.texts, fds, NULL) <= 0 ||
        packet.kind != PACKET_SETUP)
        return EXIT_BROKEN;
    bool ready = occupy_low_descriptors() || fail(&failure, "init", "cannot make a pipe: %s", strerror(errno));
    ready = ready && prepare(&packet, &failure);
    struct packet greeting = {
        .kind = PACKET_READY,
        .error = ready ? 0 : failure.error ? failure.error : EIO,
        .flags = (walls != WALLS_NONE ? WALL_SECCOMP : 0u) | (self.ruleset >= 0 ? WALL_LANDLOCK : 0u),
    };
    texts_clear(&self.texts);
    if (!ready) {
        texts_add(&self.texts, failure.step);
        texts_add(&self.texts, failure.message);
    }
    if (!send_packet(control, &greeting, &self.texts, NULL, 0) || !ready)
        return EXIT_BROKEN;

    for (;;) {
        uint64_t wait = keep_clocks();
        struct timespec timeout = {.tv_sec = (time_t)(wait / SECOND_NS), .tv_nsec = (long)(wait % SECOND_NS)};
        struct pollfd watched[2] = {{.fd = control, .events = POLLIN}, {.fd = self.signals, .events = POLLIN}};
        if (ppoll(watched, 2, wait > 0 ? &timeout : NULL, NULL) < 0 && errno != EINTR)
            break;
        if (watched[1].revents) {
            struct signalfd_siginfo infos[8];
            while (read(self.signals, infos, sizeof infos) > 0) {}
            reap();
        }
        if (watched[0].revents) {
            if (receive_packet(control, &packet, &self.texts, fds, NULL) <= 0)
                break;
            handle(&packet, fds);
        }
    }
    /* The supervisor is gone or has had enough. As process 1 we take everything in here with us. */
    if (!contained)
        kill_descendants();
    return 0;
}
