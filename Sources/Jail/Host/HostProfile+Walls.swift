import Foundation

/// What the walls rest on.
extension HostProfile {
    /// `--size`, which bounds the compiler's work folder, is the youngest option that is used.
    private static let oldestBubblewrap = [0, 7, 0]

    func bubblewrapFinding() -> HostFinding {
        let why = "it builds the namespaces and the file tree that programs see"
        guard let bubblewrap else {
            return HostFinding(
                "bubblewrap", "not found", why: why, advice: "install it: sudo apt-get install bubblewrap")
        }
        let version = bubblewrap.split(separator: " ").last.map(String.init) ?? bubblewrap
        let numbers = version.split(separator: ".").map { Int($0) ?? 0 }
        guard !numbers.lexicographicallyPrecedes(Self.oldestBubblewrap) else {
            return HostFinding(
                "bubblewrap", version, why: why,
                advice: """
                    it is older than 0.7.0 and has no --size, so no compiler can be walled in: install a newer one from \
                    https://github.com/containers/bubblewrap/releases
                    """)
        }
        return HostFinding("bubblewrap", version, why: why)
    }

    /// Switches of distributions that keep ordinary users from making user namespaces: where, the value that forbids, who
    /// has it, and what allows them.
    private static let switches = [
        (
            path: "/proc/sys/kernel/apparmor_restrict_unprivileged_userns", forbids: "1",
            whose: "AppArmor, as on Ubuntu from 23.10",
            command: """
            sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0 (for good: in /etc/sysctl.d/60-judge.conf), or \
            give bwrap a profile: sudo apt-get install apparmor-profiles && sudo ln -s \
            /usr/share/apparmor/extra-profiles/bwrap-userns-restrict /etc/apparmor.d/ && sudo apparmor_parser \
            /etc/apparmor.d/bwrap-userns-restrict
            """
        ),
        (
            path: "/proc/sys/kernel/unprivileged_userns_clone", forbids: "0", whose: "Debian's switch",
            command: "sudo sysctl -w kernel.unprivileged_userns_clone=1 (for good: in /etc/sysctl.d/60-judge.conf)"
        ),
        (
            path: "/proc/sys/user/max_user_namespaces", forbids: "0", whose: "as on RHEL 7 and hardened hosts",
            command: "sudo sysctl -w user.max_user_namespaces=15000 (for good: in /etc/sysctl.d/60-judge.conf)"
        ),
    ]

    func namespaces() -> HostFinding {
        let name = "namespaces"
        let why = "they hide the host's files, processes and network from programs"
        let shut = Self.switches.filter { text($0.path) == $0.forbids }
        let told = shut.map { item in
            let key = item.path.dropFirst("/proc/sys/".count).replacingOccurrences(of: "/", with: ".")
            return "\(key)=\(item.forbids) (\(item.whose))"
        }.joined(separator: ", ")
        let advice = shut.map(\.command).joined(separator: "; ")
        if has("namespaces") {
            guard !shut.isEmpty else { return HostFinding(name, "can be made", why: why) }
            // Root is above these switches, and a profile for bwrap is above AppArmor's.
            return HostFinding(
                name, "can be made here, but not by every user: \(told)", why: why,
                advice: isRoot ? advice : nil)
        }
        if !exists("/proc/self/ns/user") {
            return HostFinding(
                name, "the kernel has no user namespaces", why: why,
                advice: "use a kernel built with CONFIG_USER_NS, or --sandbox restricted")
        }
        if shut.isEmpty {
            return HostFinding(
                name, "no switch forbids them, yet no jail stands", why: why,
                advice: """
                    in a container, allow them: docker run --security-opt seccomp=unconfined --security-opt \
                    apparmor=unconfined --security-opt systempaths=unconfined …; or use --sandbox restricted
                    """)
        }
        return HostFinding(name, "forbidden by \(told)", why: why, advice: advice)
    }

    func landlockFinding() -> HostFinding {
        let name = "Landlock"
        let why = "it is a second wall around files, the only one where there are no namespaces, and one around signals"
        let kernel = text("/proc/sys/kernel/osrelease") ?? "?"
        switch landlock {
        case nil: return HostFinding(name, "no jail stands that could tell", why: why)
        case 0?:
            let isBuilt =
                text("/sys/kernel/security/lsm").map { !$0.split(separator: ",").contains("landlock") } ?? false
            return HostFinding(
                name, "the kernel (\(kernel)) offers none", why: why,
                advice: isBuilt
                    ? """
                    switch it on at boot, where the kernel has it (5.13 or newer): add \
                    lsm=landlock,\(text("/sys/kernel/security/lsm") ?? "") to GRUB_CMDLINE_LINUX in /etc/default/grub, then \
                    sudo update-grub and reboot
                    """ : "use a kernel from 5.13 with landlock among its security modules")
        case let version?:
            // Namespaces and the filter bar these too; without namespaces the filter alone does.
            let lacks =
                version < 4
                ? ", no rules yet for TCP ports or signals" : version < 6 ? ", no rules yet for signals" : ""
            return HostFinding(name, "version \(version)\(lacks)", why: why)
        }
    }

    func systemCalls() -> HostFinding {
        let why = "the filter refuses system calls that a submission has no need of, kernel holes among them"
        if has("seccomp") { return HostFinding("seccomp", "the filter stands", why: why) }
        let known = text("/proc/sys/kernel/seccomp/actions_avail") != nil
        return HostFinding(
            "seccomp", known ? "the kernel has filters, yet no jail stands" : "the kernel has no filters", why: why,
            advice: known ? nil : "use a kernel built with CONFIG_SECCOMP_FILTER")
    }
}
