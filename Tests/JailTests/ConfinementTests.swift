import Foundation
import Jail
import Testing

/// What a submission cannot do, tried from inside by programs that would do no harm if they could.
@Suite(.timeLimit(.minutes(2))) struct ConfinementTests {
    /// Runs `attempts` (C statements that set `r`) and returns one `name: errno` line for each; 0 is success.
    private func tries(
        _ attempts: [(String, String)], sandbox: SandboxChoice = .full
    ) async throws -> [String: Int32] {
        let body = attempts.map { name, code in
            "errno = 0; r = -1; \(code); dprintf(3, \"\(name) %d\\n\", r < 0 ? errno : 0);"
        }
        let run = try await runC(
            """
            #include <arpa/inet.h>
            #include <dirent.h>
            #include <errno.h>
            #include <fcntl.h>
            #include <pthread.h>
            #include <sched.h>
            #include <signal.h>
            #include <stdio.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/ioctl.h>
            #include <sys/ipc.h>
            #include <sys/mman.h>
            #include <sys/mount.h>
            #include <sys/prctl.h>
            #include <sys/ptrace.h>
            #include <sys/resource.h>
            #include <sys/shm.h>
            #include <sys/socket.h>
            #include <sys/stat.h>
            #include <sys/syscall.h>
            #include <sys/wait.h>
            #include <unistd.h>
            static void *idle(void *x) { return x; }
            int main(int argc, char **argv) {
                long r; pthread_t thread; char b[4096]; struct rlimit limit = {1 << 20, 1 << 20};
                char *const words[] = {"/init", 0};
                \(body.joined(separator: "\n    "))
                return 0;
            }
            """, name: "tries", sandbox: sandbox)
        #expect(run.outcome.ending == .exited(0))
        var results: [String: Int32] = [:]
        for line in run.answer.split(separator: "\n") {
            let words = line.split(separator: " ")
            results[String(words[0])] = Int32(words[1])
        }
        #expect(results.count == attempts.count)
        return results
    }

    @Test func `processes and threads are refused`() async throws {
        let results = try await tries([
            ("fork", "r = fork(); if (r == 0) _exit(0)"),
            ("rawfork", "r = syscall(SYS_fork); if (r == 0) _exit(0)"),
            ("vfork", "r = syscall(SYS_vfork); if (r == 0) _exit(0)"),
            ("clone3", "r = syscall(435, b, 88)"),
            ("thread", "errno = pthread_create(&thread, 0, idle, 0); r = errno ? -1 : 0"),
            ("exec", "r = execve(\"/init\", words, words + 1)"),
            ("execveat", "r = syscall(SYS_execveat, 30, \"\", words, words + 1, AT_EMPTY_PATH)"),
        ])
        for (name, error) in results { #expect(error != 0, "\(name) was let through") }
        #expect(results["clone3"] == ENOSYS)
    }

    @Test func `signals reach nobody but the program itself`() async throws {
        let results = try await tries([
            ("all", "r = kill(-1, SIGKILL)"), ("group", "r = kill(-2, SIGKILL)"),
            ("initThread", "r = syscall(SYS_tgkill, 1, 1, SIGKILL)"),
            ("queue", "r = syscall(SYS_rt_sigqueueinfo, 1, SIGKILL, b)"),
            ("pidfd", "r = syscall(SYS_pidfd_open, 1, 0)"),
            ("ptrace", "r = ptrace(PTRACE_ATTACH, 1, 0, 0)"),
            ("memory", "r = syscall(SYS_process_vm_readv, 1, b, 1, b, 1, 0)"),
        ])
        for (name, error) in results { #expect(error != 0, "\(name) was let through") }
        // Process 1 cannot be killed from inside, whatever the filter says: the next case still runs.
        let run = try await runC("#include <signal.h>\nint main() { kill(1, SIGKILL); return 4; }", name: "killinit")
        #expect(run.outcome.ending == .exited(4))
    }

    @Test func `there are no files`() async throws {
        let results = try await tries([
            ("root", "r = open(\"/\", O_RDONLY)"), ("init", "r = open(\"/init\", O_RDONLY)"),
            ("passwd", "r = open(\"/etc/passwd\", O_RDONLY)"), ("proc", "r = open(\"/proc/self/maps\", O_RDONLY)"),
            ("self", "r = open(\"/proc/self/exe\", O_RDONLY)"), ("dev", "r = open(\"/dev/null\", O_RDWR)"),
            ("create", "r = open(\"/x\", O_CREAT | O_RDWR, 0600)"),
            ("temporary", "r = open(\"/\", O_TMPFILE | O_RDWR, 0600)"),
            ("openat2", "r = syscall(437, AT_FDCWD, \"/init\", b, 24)"),
            ("mkdir", "r = mkdir(\"/x\", 0700)"), ("link", "r = symlink(\"/a\", \"/b\")"),
            ("node", "r = mknod(\"/x\", S_IFIFO | 0600, 0)"), ("chmod", "r = chmod(\"/init\", 0777)"),
            ("fchmod", "r = fchmod(1, 0777)"), ("chdir", "r = chdir(\"/proc\")"),
            ("list", "r = syscall(SYS_getdents64, 0, b, 4096)"), ("unlink", "r = unlink(\"/init\")"),
            ("memfd", "r = syscall(SYS_memfd_create, \"x\", 0)"), ("watch", "r = syscall(SYS_inotify_init1, 0)"),
        ])
        for (name, error) in results { #expect(error != 0, "\(name) was let through") }
        #expect(results["passwd"] == ENOENT)
    }

    @Test func `there is no network and no shared kernel object`() async throws {
        let results = try await tries([
            ("inet", "r = socket(AF_INET, SOCK_STREAM, 0)"), ("unix", "r = socket(AF_UNIX, SOCK_STREAM, 0)"),
            ("netlink", "r = socket(AF_NETLINK, SOCK_RAW, 0)"), ("vsock", "r = socket(AF_VSOCK, SOCK_STREAM, 0)"),
            ("pair", "int p[2]; r = socketpair(AF_UNIX, SOCK_STREAM, 0, p)"),
            ("shm", "r = shmget(1, 4096, IPC_CREAT | 0600)"),
            ("queue", "r = syscall(SYS_mq_open, \"x\", O_CREAT, 0600, 0)"),
            ("key", "r = syscall(SYS_add_key, \"user\", \"x\", \"y\", 1, -1)"),
            ("ring", "r = syscall(425, 4, b)"), ("bpf", "r = syscall(SYS_bpf, 0, b, 64)"),
            ("fault", "r = syscall(SYS_userfaultfd, 0)"), ("perf", "r = syscall(SYS_perf_event_open, b, 0, -1, -1, 0)"),
        ])
        for (name, error) in results { #expect(error != 0, "\(name) was let through") }
        #expect(results["ring"] == ENOSYS)
    }

    @Test func `walls and limits cannot be moved from inside`() async throws {
        let results = try await tries([
            ("user", "r = unshare(CLONE_NEWUSER)"), ("setns", "r = setns(0, 0)"),
            ("mount", "r = mount(\"x\", \"/\", \"tmpfs\", 0, 0)"), ("chroot", "r = chroot(\"/\")"),
            ("raise", "r = setrlimit(RLIMIT_CPU, &limit)"),
            ("prlimit", "r = syscall(SYS_prlimit64, 0, RLIMIT_CPU, &limit, 0)"),
            ("type", "r = ioctl(0, 0x5412, \"x\")"), ("dump", "r = prctl(PR_SET_DUMPABLE, 1)"),
            ("pipe", "r = fcntl(1, 1031, 1 << 20)"), ("session", "r = setsid()"),
            ("priority", "r = nice(-5)"), ("lock", "r = mlockall(MCL_FUTURE)"),
        ])
        for (name, error) in results { #expect(error != 0, "\(name) was let through") }
    }

    @Test func `memory can be had, but none that holds code or grows by itself`() async throws {
        let results = try await tries([
            (
                "data",
                "r = mmap(0, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0"
            ),
            ("code", "r = mmap(0, 4096, PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) == MAP_FAILED ? -1 : 0"),
            (
                "growing",
                "r = mmap(0, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_GROWSDOWN, -1, 0) == MAP_FAILED ? -1 : 0"
            ), ("seeking", "r = mincore((void *)((long)&limit & -4096), 4096, (unsigned char *)&limit)"),
            ("turned", "r = mprotect((void *)((long)&limit & -4096), 4096, PROT_READ | PROT_WRITE | PROT_EXEC)"),
        ])
        #expect(results["data"] == 0)
        #expect(results["growing"] == EPERM)
        #expect(results["seeking"] == EPERM)
        #expect(results["code"] == EPERM)
        #expect(results["turned"] == EPERM)
    }

    @Test func `a program holds its own channels and no other descriptor`() async throws {
        let run = try await runC(
            """
            #include <stdio.h>
            #include <sys/stat.h>
            #include <fcntl.h>
            #include <unistd.h>
            int main() {
                struct stat s;
                for (int i = 0; i < 4096; i++) if (fcntl(i, F_GETFD) >= 0) {
                    fstat(i, &s);
                    dprintf(3, "%d:%s:%d ", i, S_ISFIFO(s.st_mode) ? "pipe" : "other", fcntl(i, F_GETFL) & O_ACCMODE);
                }
            }
            """, name: "descriptors")
        #expect(run.answer == "0:pipe:0 1:pipe:1 2:pipe:1 3:pipe:1 ")
    }

    @Test func `a system call of another architecture ends the program`() async throws {
        let i386 = try await runC(
            "int main() { int r; __asm__ volatile(\"int $0x80\" : \"=a\"(r) : \"a\"(20)); return 0; }", name: "i386")
        #expect(i386.outcome.ending == .signaled(31))
        let x32 = try await runC(
            "#include <unistd.h>\nint main() { return syscall(0x40000000 | 39) > 0 ? 0 : 5; }", name: "x32")
        #expect(x32.outcome.ending != .exited(0))
    }

    @Test func `nothing passes from one case to the next`() async throws {
        let source = """
            #include <signal.h>
            #include <stdio.h>
            #include <sys/resource.h>
            #include <sys/stat.h>
            #include <unistd.h>
            int main() {
                struct sigaction a; struct rlimit l; sigset_t blocked; char folder[100] = "";
                int ignored = 0; for (int i = 1; i < 32; i++) { sigaction(i, 0, &a); ignored += a.sa_handler == SIG_IGN; }
                sigprocmask(0, 0, &blocked); int masked = 0; for (int i = 1; i < 64; i++) masked += sigismember(&blocked, i);
                getrlimit(RLIMIT_NOFILE, &l); getcwd(folder, 100);
                dprintf(3, "%d %d %d %d %s", ignored, masked, (int)l.rlim_cur, (int)getuid(), folder);
                for (int i = 1; i < 32; i++) signal(i, SIG_IGN);
                umask(0); chdir("/proc");
                return 0;
            }
            """
        let executable = try Workshop.shared.program("state", source)
        let folder = try Workshop.shared.scratch("state")
        try await Jail.with(JailConfiguration(policy: .run, executable: Workshop.jail)) { jail in
            try await jail.load(program: "main", from: executable)
            for index in 0..<3 {
                var run = JailRun(program: "main")
                run.result = JailRun.Result(path: folder + "/\(index)", channel: 3, limit: 1000)
                #expect(try await jail.run(run).ending == .exited(0))
                #expect(contents(folder + "/\(index)") == "0 0 64 1000 /")
            }
        }
    }
}
