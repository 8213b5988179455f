import Foundation

/// Which control groups there are, and why the judge cannot make its own.
extension HostProfile {
    func controlGroups() -> HostFinding {
        let name = "control groups"
        let why = "with one the kernel itself bounds a run's memory and processes; else memory is looked at every 2 ms"
        if let wall = walls.first(where: { $0.hasPrefix("cgroup") }) {
            let isSecond = wall == "cgroup-v2"
            return HostFinding(
                name, "\(isSecond ? "v2" : "v1"), \(isRoot ? "as root" : "delegated to this user")", why: why)
        }
        let (found, advice) = lackOfGroups()
        return HostFinding(name, found, why: why, advice: advice)
    }

    private func lackOfGroups() -> (found: String, advice: String) {
        if lines("/proc/cgroups").contains(where: { $0.count > 3 && $0[0] == "memory" && $0[3] == "0" }) {
            return (
                "memory is switched off",
                """
                boot with cgroup_enable=memory: add it to GRUB_CMDLINE_LINUX in /etc/default/grub (Raspberry Pi: to \
                cmdline.txt), then sudo update-grub and reboot
                """
            )
        }
        // Where both are mounted, memory is on one of them.
        if let first = hierarchies.first(where: { $0.kind == "cgroup" && $0.options.contains("memory") }) {
            let isFixed = first.options.contains("ro")
            return (
                "v1\(isFixed ? ", mounted read-only" : "")",
                "v1 is root's alone: run judge as root, or boot with systemd.unified_cgroup_hierarchy=1 and use v2"
            )
        }
        guard let second = hierarchies.first(where: { $0.kind == "cgroup2" }) else {
            return ("none is mounted", "in a container, show it one that it may write to; else run judge as root")
        }
        if second.options.contains("ro") {
            return ("v2, mounted read-only", "in a container, show it a cgroup tree that it may write to")
        }
        let own = lines("/proc/self/cgroup").compactMap { $0.first }.first { $0.hasPrefix("0::") }?.dropFirst(3) ?? "/"
        if !isRoot, !controllers(of: second.path + (own == "/" ? "" : own)).contains("memory") {
            return (
                "v2, but memory is not delegated to this user",
                """
                sudo mkdir -p /etc/systemd/system/user@.service.d && printf '[Service]\\nDelegate=cpu memory pids\\n' | sudo tee \
                /etc/systemd/system/user@.service.d/judge.conf && sudo systemctl daemon-reload, log in again, and start the \
                judge as systemd-run --user --scope -p Delegate=yes judge …
                """
            )
        }
        return (
            "v2, but our own group (\(own)) is not this user's to divide",
            isRoot
                ? "in a container, give it a cgroup of its own that it may write to (--cgroupns=private)"
                : "start it as systemd-run --user --scope -p Delegate=yes judge …"
        )
    }

    private func controllers(of path: String) -> [Substring] {
        (text("\(path)/cgroup.controllers") ?? "").split(separator: " ")
    }

    func swap() -> HostFinding {
        let name = "swap"
        let why = "a run that swaps is slow for reasons that are not its own, and passes its memory limit unseen"
        let kibibytes = lines("/proc/swaps").dropFirst().compactMap { $0.count > 2 ? Int($0[2]) : nil }.reduce(0, +)
        guard kibibytes > 0 else { return HostFinding(name, "none", why: why) }
        let folders = hierarchies.map { "\($0.path)/memory.memsw.limit_in_bytes" }
        let found = "\(kibibytes >> 10) MiB"
        if walls.contains("cgroup-v2") || (walls.contains("cgroup-v1") && folders.contains(where: exists)) {
            return HostFinding(name, "\(found), closed to programs that are judged", why: why)
        }
        return HostFinding(
            name, found, why: why,
            advice: walls.contains("cgroup-v1")
                ? "sudo swapoff -a, or boot with swapaccount=1"
                : "sudo swapoff -a, or let the kernel bound memory (above)")
    }
}
