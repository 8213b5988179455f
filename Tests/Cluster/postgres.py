"""Servers of PostgreSQL, one of which follows the other."""
import os
import pwd
import signal
import subprocess

import network
import system

# What the nodes need, and some more; and those that only the superuser has, through whom the test looks on.
CONNECTIONS = 60


def folder_of_commands():
    found = system.output("sh", "-c", "ls -d /usr/lib/postgresql/*/bin /usr/pgsql-*/bin 2>/dev/null | sort -V | tail -n 1")
    return found.strip() or os.path.dirname(os.path.realpath(system.run("which", "initdb").strip()))


class Server:
    """A server on a host of its own. Its data have a small file system for themselves, which can be filled."""

    def __init__(self, host, folder, logs):
        self.host = host
        self.folder = f"{folder}/{host}"
        self.data = f"{self.folder}/data"
        self.log = f"{logs}/{host}.log"
        self.bin = folder_of_commands()
        self.process = None
        self.user = pwd.getpwnam("postgres")

    # As the user postgres, since the server refuses to run as root.
    def command(self, name, *words):
        return ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups", f"{self.bin}/{name}", *words]

    def mount(self):
        os.makedirs(self.folder)
        system.run("mount", "-t", "tmpfs", "-o", f"size=320m,mode=700,uid={self.user.pw_uid},gid={self.user.pw_gid}",
                   "jc-data", self.folder)

    def make(self):
        """A new cluster, with a user and a database for the judge."""
        self.mount()
        system.run(*self.command("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "--locale=C.UTF-8", "-E",
                                 "UTF8", "--no-sync"))
        with open(f"{self.data}/pg_hba.conf", "w") as file:
            file.write(f"local all all trust\nhost all all {network.NETWORK} trust\n"
                       f"host replication all {network.NETWORK} trust\nlocal replication all trust\n")
        with open(f"{self.data}/postgresql.conf", "a") as file:
            file.write(f"max_connections = {CONNECTIONS}\nlisten_addresses = '*'\nmax_wal_size = 64MB\n"
                       "min_wal_size = 32MB\nwal_keep_size = 32MB\nwal_compression = on\nwal_log_hints = on\n"
                       "dynamic_shared_memory_type = mmap\n"  # Lies with the data, and goes with them.
                       "log_line_prefix = '%m [%p] %r '\n")
        self.start()
        self.sql("CREATE ROLE judge LOGIN", database="postgres")
        self.sql("CREATE DATABASE judge OWNER judge", database="postgres")

    def follow(self, other):
        """Becomes a copy of another one, and follows it as its synchronous standby.

        Synchronous, since what a front end has acknowledged must be there after a failover: the primary says so only when
        its standby has it on the disk, too."""
        if not os.path.isdir(self.folder):
            self.mount()
        system.run("find", self.folder, "-mindepth", "1", "-delete")
        # Over a socket, which the file system has and not the network.
        system.run(*self.command("pg_basebackup", "-h", other.folder, "-U", "postgres", "-D", self.data, "-c", "fast",
                                 "--no-sync"))
        with open(f"{self.data}/postgresql.auto.conf", "a") as file:
            file.write(f"primary_conninfo = 'host={network.ADDRESSES[other.host]} user=postgres "
                       f"application_name={self.host} keepalives_idle=2 keepalives_interval=1 keepalives_count=3'\n")
        with open(f"{self.data}/standby.signal", "w"):
            pass
        self.start()
        other.synchronous(self.host)
        system.until(f"{self.host} follows {other.host}", 60, lambda: other.sql(
            "SELECT 1 FROM pg_stat_replication WHERE sync_state = 'sync' AND state = 'streaming'"))

    def synchronous(self, names):
        self.sql(f"ALTER SYSTEM SET synchronous_standby_names = '{names}'")
        self.sql("SELECT pg_reload_conf()")

    def start(self):
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                network.inside(self.host) + self.command("postgres", "-D", self.data, "-k", self.folder),
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True)
        system.until(f"PostgreSQL on {self.host} answers", 60, self.answers)

    def answers(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"PostgreSQL on {self.host} has ended")
        return system.works(f"{self.bin}/pg_isready", "-q", "-h", self.folder, "-U", "postgres")

    def has_ended(self):
        return self.process.poll() is not None

    def stop(self, how):
        """how: a signal: SIGINT is a fast end, SIGQUIT an immediate one, and SIGKILL a crash."""
        if how == signal.SIGKILL:
            # All of its processes at once, as when the power fails.
            for process in system.output("ip", "netns", "pids", network.port(self.host)).split():
                system.kill(int(process))
        else:
            self.process.send_signal(how)
        self.process.wait(60 * system.slowness)

    def promote(self):
        self.synchronous("")
        self.sql("SELECT pg_promote()")

    def sql(self, statement, database="judge", user="postgres"):
        """Rows as lines, columns parted by |."""
        return system.run(f"{self.bin}/psql", "-h", self.folder, "-U", user, "-d", database, "-XAtqc", statement,
                          timeout=60 * system.slowness).strip()

    def rows(self, statement):
        return [line.split("|") for line in self.sql(statement).splitlines()]

    def remove(self):
        if self.process and self.process.poll() is None:
            self.stop(signal.SIGKILL)
        system.works("umount", "-l", self.folder)
