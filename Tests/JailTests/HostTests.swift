import Foundation
import Testing

@testable import Jail

/// What is said of hosts of each kind, each described by the files that such a host shows.
@Suite("A host")
struct HostTests {
    /// A host that lacks nothing; `files` are laid over its own, and an empty one is taken away.
    private func host(
        _ files: [String: String] = [:], root: Bool = false,
        walls: [String] = ["namespaces", "cgroup-v2", "seccomp", "landlock", "rlimits"],
        _ body: (inout HostProfile) -> Void
    ) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("judge-host-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let sound = [
            "/proc/sys/kernel/osrelease": "6.12.0", "/proc/self/ns/user": "x",
            "/proc/sys/user/max_user_namespaces": "9",
            "/proc/self/cgroup": "0::/user.slice/a.scope",
            "/proc/mounts": "cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid,nodev 0 0",
            "/sys/fs/cgroup/cgroup.controllers": "cpu memory pids",
            "/sys/fs/cgroup/user.slice/a.scope/cgroup.controllers": "cpu memory pids",
            "/proc/swaps": "Filename Type Size Used Priority", "/proc/loadavg": "0.10 0.20 0.30 1/99 100",
            "/sys/kernel/mm/transparent_hugepage/enabled": "always [madvise] never",
            "/sys/devices/system/clocksource/clocksource0/current_clocksource": "tsc",
            "/sys/kernel/security/lsm": "lockdown,capability,yama",
            "/proc/sys/kernel/seccomp/actions_avail": "kill_process errno",
        ]
        for (path, text) in sound.merging(files, uniquingKeysWith: { $1 }) where !text.isEmpty {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data("\(text)\n".utf8).write(to: file)
        }
        var host = HostProfile()
        (host.root, host.isRoot, host.walls, host.landlock) = (folder.path, root, walls, 7)
        (host.bubblewrap, host.cores) = ("bubblewrap 0.8.0", 2)
        body(&host)
    }

    /// What is found of `name`, and the advice, on a host with `files`.
    private func look(
        _ name: String, _ files: [String: String] = [:], root: Bool = false,
        walls: [String] = ["namespaces", "cgroup-v2", "seccomp", "landlock", "rlimits"],
        _ change: (inout HostProfile) -> Void = { _ in }
    ) throws -> HostFinding {
        var found: HostFinding?
        try host(files, root: root, walls: walls) { host in
            change(&host)
            found = host.findings(.full).first { $0.name == name }
        }
        return try #require(found)
    }

    @Test("that lacks nothing is given no advice")
    func sound() throws {
        try host { host in
            for finding in host.findings(.full) {
                #expect(finding.state == .ok && finding.advice == nil, "\(finding)")
                #expect(!finding.why.isEmpty)
            }
        }
    }

    @Test(
        "whose users may not make namespaces is told the switch and the command",
        arguments: [
            (
                "/proc/sys/kernel/apparmor_restrict_unprivileged_userns", "1",
                "kernel.apparmor_restrict_unprivileged_userns=0"
            ),
            ("/proc/sys/kernel/unprivileged_userns_clone", "0", "kernel.unprivileged_userns_clone=1"),
            ("/proc/sys/user/max_user_namespaces", "0", "user.max_user_namespaces=15000"),
        ])
    func namespaces(path: String, value: String, command: String) throws {
        let shut = try look("namespaces", [path: value], walls: [])
        #expect(shut.state == .weak && shut.advice?.contains("sudo sysctl -w \(command)") == true, "\(shut)")
        // Root gets namespaces all the same, and learns that others would not.
        let root = try look("namespaces", [path: value], root: true)
        #expect(root.found.contains("not by every user") && root.advice?.contains(command) == true)
        // A user who gets them (by a profile for bwrap) needs nothing.
        #expect(try look("namespaces", [path: value]).advice == nil)
    }

    @Test("without namespaces in its kernel, or in a container that forbids them, is told so")
    func noNamespaces() throws {
        let kernel = try look("namespaces", ["/proc/self/ns/user": ""], walls: [])
        #expect(kernel.advice?.contains("CONFIG_USER_NS") == true)
        let container = try look("namespaces", walls: [])
        #expect(container.advice?.contains("--sandbox restricted") == true)
    }

    @Test("whose control groups cannot be used is told what keeps them")
    func controlGroups() throws {
        let none = ["namespaces", "seccomp", "landlock", "rlimits"]
        let alone = try look("control groups", walls: none)
        #expect(alone.advice == "start it as systemd-run --user --scope -p Delegate=yes judge …")
        let undelegated = try look(
            "control groups", ["/sys/fs/cgroup/user.slice/a.scope/cgroup.controllers": "pids"], walls: none)
        #expect(undelegated.advice?.contains("Delegate=cpu memory pids") == true, "\(undelegated)")
        let first = ["/proc/mounts": "cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0"]
        #expect(
            try look("control groups", first, walls: none).advice?.contains("systemd.unified_cgroup_hierarchy") == true)
        let both = [
            "/proc/mounts": "cgroup2 /cg/unified cgroup2 rw 0 0\ncgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0"
        ]
        #expect(try look("control groups", both, walls: none).found == "v1")
        let off = ["/proc/cgroups": "#subsys_name hierarchy num_cgroups enabled\nmemory 0 1 0"]
        #expect(try look("control groups", off, walls: none).advice?.contains("cgroup_enable=memory") == true)
        let fixed = ["/proc/mounts": "cgroup /sys/fs/cgroup cgroup2 ro,nosuid 0 0"]
        let container = try look("control groups", fixed, root: true, walls: none)
        #expect(container.found == "v2, mounted read-only" && container.state == .weak)
        #expect(try look("control groups", ["/proc/mounts": ""], walls: none).found == "none is mounted")
    }

    @Test("with a bubblewrap that is missing or too old is told so")
    func bubblewrap() throws {
        let missing = try look("bubblewrap") { $0.bubblewrap = nil }
        #expect(missing.advice == "install it: sudo apt-get install bubblewrap")
        let old = try look("bubblewrap") { $0.bubblewrap = "bubblewrap 0.6.1" }
        #expect(old.advice?.contains("0.7.0") == true)
        for new in ["0.7.0", "0.11.1", "1.0"] {
            #expect(try look("bubblewrap") { $0.bubblewrap = "bubblewrap \(new)" }.advice == nil)
        }
    }

    @Test("without Landlock is told to switch it on, or to take a newer kernel")
    func landlock() throws {
        let off = try look("Landlock") { $0.landlock = 0 }
        #expect(off.advice?.contains("lsm=landlock,lockdown,capability,yama") == true)
        let old = try look("Landlock", ["/sys/kernel/security/lsm": ""]) { $0.landlock = 0 }
        #expect(old.advice?.contains("5.13") == true)
        #expect(try look("Landlock") { $0.landlock = 3 }.found == "version 3, no rules yet for TCP ports or signals")
        #expect(try look("Landlock") { $0.landlock = 5 }.found == "version 5, no rules yet for signals")
        #expect(try look("Landlock") { $0.landlock = 7 }.found == "version 7")
    }

    @Test("without filters in its kernel is told so")
    func filters() throws {
        let none = try look("seccomp", ["/proc/sys/kernel/seccomp/actions_avail": ""], walls: [])
        #expect(none.advice?.contains("CONFIG_SECCOMP_FILTER") == true)
    }

    @Test("that swaps is advised to stop, unless the kernel bounds swap for each run")
    func swap() throws {
        let used = ["/proc/swaps": "Filename Type Size Used Priority\n/dev/sda2 partition 2097152 0 -2"]
        #expect(try look("swap", used).advice == nil)
        #expect(try look("swap", used, walls: ["rlimits"]).advice?.contains("swapoff -a") == true)
        let first = used.merging(["/proc/mounts": "cgroup /cg/memory cgroup rw,memory 0 0"]) { $1 }
        #expect(try look("swap", first, walls: ["cgroup-v1"]).advice?.contains("swapaccount=1") == true)
        let counted = first.merging(["/cg/memory/memory.memsw.limit_in_bytes": "9"]) { $1 }
        #expect(try look("swap", counted, walls: ["cgroup-v1"]).found == "2048 MiB, closed to programs that are judged")
    }

    @Test("whose times are uneven is told why")
    func evenness() throws {
        let pages = try look("huge pages", ["/sys/kernel/mm/transparent_hugepage/enabled": "[always] madvise never"])
        #expect(pages.advice?.contains("echo madvise") == true)
        let governors = [
            "/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor": "performance",
            "/sys/devices/system/cpu/cpu1/cpufreq/scaling_governor": "powersave",
        ]
        let governor = try look("CPU frequency", governors)
        #expect(governor.found == "governor performance, powersave" && governor.advice?.contains("tee") == true)
        let slow = ["/sys/devices/system/clocksource/clocksource0/current_clocksource": "acpi_pm"]
        #expect(try look("clock", slow).advice?.contains("clocksource=tsc") == true)
        let past = try look("clock") { $0.now = Date(timeIntervalSince1970: 0) }
        #expect(past.advice?.contains("timedatectl set-ntp true") == true)
        let busy = try look("load", ["/proc/loadavg": "3.50 1.00 1.00 1/99 100"])
        #expect(busy.found == "3.5 on 2 cores" && busy.advice != nil)
    }

    @Test("is not asked for namespaces where none are wanted")
    func restricted() throws {
        try host { host in
            let names = host.findings(.restricted).map(\.name)
            #expect(!names.contains("namespaces") && !names.contains("bubblewrap") && names.contains("Landlock"))
            #expect(host.findings(.none).map(\.name) == ["swap", "huge pages", "CPU frequency", "clock", "load"])
        }
    }
}
