import Foundation

/// What makes the same run take another time, or another peak of memory. Growth is counted, and depends on none of it.
extension HostProfile {
    func hugePages() -> HostFinding {
        let name = "huge pages"
        let why = "given out unasked, they make peaks of memory coarse and page faults uneven"
        let path = "/sys/kernel/mm/transparent_hugepage/enabled"
        let chosen = text(path)?.split(separator: " ").first { $0.hasPrefix("[") }?.dropFirst().dropLast()
        guard let chosen else { return HostFinding(name, "none", why: why) }
        return HostFinding(
            name, chosen == "madvise" ? "on request" : chosen == "always" ? "always" : String(chosen), why: why,
            advice: chosen == "always" ? "echo madvise | sudo tee \(path)" : nil)
    }

    func governor() -> HostFinding {
        let name = "CPU frequency"
        let why = "a core that changes its speed gives the same run another time"
        let folder = "/sys/devices/system/cpu"
        let cores = ((try? FileManager.default.contentsOfDirectory(atPath: root + folder)) ?? []).filter {
            $0.hasPrefix("cpu") && $0.dropFirst(3).allSatisfy(\.isNumber)
        }
        let governors = Set(cores.compactMap { text("\(folder)/\($0)/cpufreq/scaling_governor") }).sorted()
        guard !governors.isEmpty else { return HostFinding(name, "not ours to set, as in a virtual machine", why: why) }
        return HostFinding(
            name, "governor \(governors.joined(separator: ", "))", why: why,
            advice: governors == ["performance"]
                ? nil : "echo performance | sudo tee \(folder)/cpu*/cpufreq/scaling_governor")
    }

    func clock() -> HostFinding {
        let name = "clock"
        let why = "limits are kept by it, and reports and webhooks carry its time"
        let source = text("/sys/devices/system/clocksource/clocksource0/current_clocksource") ?? "unknown"
        let slow = ["hpet", "acpi_pm", "pit", "jiffies", "refined-jiffies"].contains(source)
        if slow {
            return HostFinding(
                name, "\(source), which is slow to read", why: why,
                advice: """
                    boot with clocksource=tsc tsc=reliable where the processor's own clock is sound: add it to \
                    GRUB_CMDLINE_LINUX in /etc/default/grub, then sudo update-grub and reboot
                    """)
        }
        if now < Self.written {
            return HostFinding(
                name, "it says \(now.formatted(.iso8601)), which is past", why: why,
                advice: "set it: sudo timedatectl set-ntp true, or sudo date --set …")
        }
        return HostFinding(name, source, why: why)
    }

    /// When this was written: no clock can be right and show less.
    private static let written = Date(timeIntervalSince1970: 1_790_000_000)

    func load() -> HostFinding {
        let name = "load"
        let why = "what runs beside a submission takes its caches and its turns, so that times vary"
        let average = lines("/proc/loadavg").first?.first.flatMap { Double($0) } ?? 0
        let found = "\(average) on \(cores) core\(cores == 1 ? "" : "s")"
        return HostFinding(
            name, found, why: why,
            advice: average > Double(cores) ? "let what else runs end, or give the judge fewer --jobs" : nil)
    }
}
