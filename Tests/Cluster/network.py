"""Hosts of their own on one machine: network namespaces around a bridge, with wires of poor quality that can be cut."""
import fcntl
import os
import struct
import subprocess
import sys

import system

NETWORK = "10.213.0.0/24"
# "own" is whoever runs the test: it sends submissions, and receives what webhooks are told.
ADDRESSES = {
    "own": "10.213.0.1",
    "db1": "10.213.0.11", "db2": "10.213.0.12",
    "front1": "10.213.0.21", "front2": "10.213.0.22",
    "worker1": "10.213.0.31", "worker2": "10.213.0.32", "worker3": "10.213.0.33",
}
BRIDGE = "jc-bridge"
OWN_DEVICE = "jc-own0"
DELAY, JITTER, LOSS = 20, 5, 1  # Milliseconds, milliseconds and percent, of each way.


def port(host):
    """The end of a host's wire at the bridge."""
    return f"jc-{host}"


def mac(host):
    return f"02:00:0a:d5:00:{ADDRESSES[host].rpartition('.')[2]}"


def inside(host):
    """What begins a command on a host: in its network, with its name, and with System V's shared memory of its own, which
    nobody would remove after a crash. The file system, with the control groups in it, stays the machine's."""
    return ["nsenter", f"--net=/run/netns/{port(host)}", "unshare", "--uts", "--ipc", "sh", "-c",
            f'hostname {host}; exec "$@"', "sh"]


def names_taken():
    """What is in the way of these names and addresses, on this machine."""
    taken = [name for name in map(port, ADDRESSES) if os.path.exists(f"/run/netns/{name}")]
    devices = os.listdir("/sys/class/net")
    taken += [name for name in devices if name.startswith("jc-")]
    if system.run("ip", "route", "show", "root", NETWORK).strip():
        taken.append(NETWORK)
    return sorted(set(taken))


class Network:
    def __init__(self):
        self.relay = None
        self.quality = None

    def make(self):
        system.run("ip", "link", "add", BRIDGE, "type", "bridge", "stp_state", "0", "forward_delay", "0")
        system.run("ip", "link", "set", BRIDGE, "up")
        system.works("modprobe", "-q", "sch_netem")
        self.quality = "netem" if system.works("tc", "qdisc", "add", "dev", BRIDGE, "root", "netem") else "relay"
        system.works("tc", "qdisc", "del", "dev", BRIDGE, "root")
        taps = []
        for host in ADDRESSES:
            if host != "own":
                system.run("ip", "netns", "add", port(host))
            if self.quality == "netem":
                system.run("ip", "link", "add", port(host), "type", "veth", "peer", "name", f"jc-{host}0")
            else:
                taps.append((self.tap(f"jc-{host}0"), self.tap(port(host))))
            self.attach(host)
        if self.quality == "relay":
            self.begin_relay(taps)
        for host in ADDRESSES:
            self.introduce(host)

    def attach(self, host):
        """Gives a host the near end of its wire, and the bridge the far one."""
        near = f"jc-{host}0"
        system.run("ip", "link", "set", port(host), "master", BRIDGE, "up")
        if host != "own":
            system.run("ip", "link", "set", near, "netns", port(host), "name", "eth0")
            self.ip(host, "link", "set", "lo", "up")
        device = self.device(host)
        self.ip(host, "link", "set", device, "address", mac(host))
        self.ip(host, "addr", "add", f"{ADDRESSES[host]}/24", "dev", device)
        self.ip(host, "link", "set", device, "up")
        if self.quality == "netem":
            system.run(*self.at(host), "tc", "qdisc", "add", "dev", device, "root", "netem", "limit", "10000",
                       "delay", f"{DELAY}ms", f"{JITTER}ms", "loss", f"{LOSS}%")

    def introduce(self, host):
        """Tells a host the hardware addresses of all others. Who has to ask for one is told soon that nobody is there;
        behind a router, as hosts that matter are, there is silence."""
        for other in ADDRESSES:
            if other != host:
                self.ip(host, "neigh", "replace", ADDRESSES[other], "lladdr", mac(other), "dev", self.device(host),
                        "nud", "permanent")

    @staticmethod
    def device(host):
        return OWN_DEVICE if host == "own" else "eth0"

    @staticmethod
    def at(host):
        return [] if host == "own" else ["ip", "netns", "exec", port(host)]

    def ip(self, host, *words):
        system.run(*self.at(host), "ip", *words)

    @staticmethod
    def tap(name):
        descriptor = os.open("/dev/net/tun", os.O_RDWR)
        tap_without_header = 0x0002 | 0x1000
        fcntl.ioctl(descriptor, 0x400454CA, struct.pack("16sH22x", name.encode(), tap_without_header))  # TUNSETIFF
        return descriptor

    def begin_relay(self, taps):
        self.relay = subprocess.Popen(
            [sys.executable, os.path.join(os.path.dirname(__file__), "relay.py"), str(DELAY), str(JITTER), str(LOSS)]
            + [f"{near}:{far}" for near, far in taps],
            pass_fds=[descriptor for pair in taps for descriptor in pair], stdin=subprocess.DEVNULL)
        for pair in taps:
            for descriptor in pair:
                os.close(descriptor)

    @staticmethod
    def cut(host):
        """From now on nothing comes or goes: the wire's end at the bridge passes nothing, and nobody is told."""
        system.run("bridge", "link", "set", "dev", port(host), "state", "0")

    @staticmethod
    def heal(host):
        system.run("bridge", "link", "set", "dev", port(host), "state", "3")

    def remove(self):
        for host in ADDRESSES:
            if host != "own" and os.path.exists(f"/run/netns/{port(host)}"):
                for process in system.output("ip", "netns", "pids", port(host)).split():
                    system.kill(int(process))
                system.works("ip", "netns", "del", port(host))
            system.works("ip", "link", "del", port(host))
        if self.relay:
            self.relay.kill()
            self.relay.wait()
        system.works("ip", "link", "del", BRIDGE)
