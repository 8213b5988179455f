"""What is done to the hosts while submissions stream in. Each begins with all well and ends so."""
import calendar
import os
import signal
import subprocess
import time

import system
from postgres import CONNECTIONS


def worker_killed(cluster):
    """A worker is killed in the midst of grading; and one that is alone, and has the same name when it begins again."""
    for host in cluster.workers[:2]:
        cluster.lose(host, host.kill, host.start)
    alone = cluster.workers[2]
    for host in cluster.workers[:2]:
        host.stop()
    cluster.lose(alone, lambda: (alone.kill(), alone.start()), lambda: None)
    for host in cluster.workers[:2]:
        host.start()


def worker_stopped(cluster):
    """A worker stands still for longer than its lease, and brings its result late."""
    host = cluster.workers[0]
    before = cluster.late()
    submission, attempt = cluster.lose(host, lambda: host.signal(signal.SIGSTOP), lambda: host.signal(signal.SIGCONT))
    system.until("the late result is refused", 30, lambda: cluster.late() > before)
    outcome, = cluster.primary.rows(
        f"SELECT outcome FROM attempts WHERE submission = {submission} AND attempt = {attempt}")
    if outcome != ["lost"]:
        raise system.Failure(f"attempt {attempt} of submission {submission} came late and is {outcome[0]}")


def partitioned(cluster):
    """A worker is cut off for longer than its lease, and then a front end."""
    worker, front = cluster.workers[1], cluster.fronts[1]
    cluster.lose(worker, lambda: cluster.network.cut(worker.host), lambda: cluster.network.heal(worker.host))
    cluster.network.cut(front.host)
    time.sleep(20)
    cluster.network.heal(front.host)
    front.until_ready()


def clocks(cluster):
    """The clocks of two workers and of both front ends are an hour off."""
    skews = {cluster.workers[0]: 1, cluster.workers[1]: -1, cluster.fronts[0]: 1, cluster.fronts[1]: -1}
    for host, hours in skews.items():
        host.stop()
        host.start(hours=hours)
        host.until_ready()
        # As its log has it.
        line = [line for line in host.lines() if line.startswith("20")][-1]
        ahead = calendar.timegm(time.strptime(line[:19], "%Y-%m-%dT%H:%M:%S")) - time.time()
        if abs(ahead - hours * 3600) > 600:
            raise RuntimeError(f"the clock of {host.host} is not {hours:+d} h off: {line}")
    before = cluster.graded_by()
    yield
    for host in cluster.workers[:2]:
        if cluster.graded_by().get(host.host) == before.get(host.host):
            raise RuntimeError(f"{host.host} has graded nothing while its clock was off")
    for host in skews:
        host.stop()
        host.start()


def database_restarted(cluster):
    """PostgreSQL ends and begins again: first as an administrator would do it, then as after a crash."""
    for how in (signal.SIGINT, signal.SIGQUIT):
        cluster.until_held(cluster.workers[0])
        cluster.primary.stop(how)
        time.sleep(3)
        cluster.primary.start()
        time.sleep(6)


def connections_used_up(cluster):
    """Others have all connections for a while, and the nodes have lost theirs."""
    holders = []
    count = "SELECT count(*) FROM pg_stat_activity WHERE application_name = '{}'"
    try:
        def are_used_up():
            cluster.primary.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'judge'")
            held = int(cluster.primary.sql(count.format("psql") + " AND usename = 'judge'"))
            for _ in range(CONNECTIONS - held):
                holders.append(subprocess.Popen(
                    [f"{cluster.primary.bin}/psql", "-h", cluster.primary.folder, "-U", "judge", "-d", "judge", "-Xqc",
                     "SELECT pg_sleep(600)"], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL))
            time.sleep(0.5)
            return cluster.primary.sql(count.format("judge")) == "0"

        system.until("all connections are others'", 60, are_used_up)
        status, _, errors = cluster.commands.run("status")
        if status != 69 or "max_connections" not in errors:
            raise system.Failure(f"without a connection judge status ends with {status} and says: {errors.strip()}")
        time.sleep(6)
    finally:
        # Who sleeps in the server does not notice that nobody waits for it any more.
        cluster.primary.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'psql' AND usename = 'judge'")
        for holder in holders:
            holder.kill()
            holder.wait()


def disk_full(cluster):
    """The disk of the primary is full for a while."""
    server = cluster.primary
    ballast = f"{server.folder}/ballast"
    fill(ballast)
    for _ in range(10):
        time.sleep(1)
        fill(ballast)
    os.unlink(ballast)
    with open(server.log) as log:
        if "No space left on device" not in log.read():
            raise RuntimeError("the disk was not full")
    # Where not even the journal has room the server ends, and somebody has to start it again.
    if server.has_ended():
        server.start()


def fill(path):
    with open(path, "ab", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 16))
        except OSError:
            pass


def leader_lost(cluster):
    """The front end that sends what webhooks are told is killed, and then the next one is cut off."""
    leader = system.until("somebody leads", 30, cluster.leader)
    leader.kill()
    other = next(host for host in cluster.fronts if host is not leader)
    system.until(f"{other.host} leads after {leader.host} was killed", 30, lambda: cluster.leader() is other)
    leader.start()
    leader.until_ready()
    cluster.network.cut(other.host)
    system.until(f"{leader.host} leads after {other.host} was cut off", 40, lambda: cluster.leader() is leader)
    time.sleep(5)
    cluster.network.heal(other.host)


def failover(cluster):
    """The primary is cut off and killed, and its standby takes its place; then it comes back as the standby of that one."""
    old, new = cluster.primary, cluster.standby
    cluster.until_held(cluster.workers[0])
    cluster.network.cut(old.host)
    time.sleep(3)
    new.promote()
    cluster.primary, cluster.standby = new, old
    old.stop(signal.SIGKILL)
    system.until("a worker takes something up at the new primary", 90,
                 lambda: any(cluster.held(host) for host in cluster.workers))
    yield
    cluster.network.heal(old.host)
    old.follow(new)


ALL = [
    ("a worker is killed", worker_killed),
    ("a worker stands still past its lease", worker_stopped),
    ("a worker and a front end are cut off", partitioned),
    ("clocks are an hour off", clocks),
    ("the database is restarted", database_restarted),
    ("connections are used up", connections_used_up),
    ("the database's disk is full", disk_full),
    ("the front end that leads is lost", leader_lost),
    ("the primary is lost", failover),
]


def play(cluster, name, scenario, count):
    """Runs one, and says what came of it in a line."""
    began = time.monotonic()
    late = cluster.late()
    duplicates = cluster.receiver.duplicates
    stream = cluster.stream(name, count)
    try:
        steps = scenario(cluster)
        if steps is not None:  # Some have an end of their own, after everything was graded.
            next(steps)
        sent = stream.end()
    except BaseException:
        stream.abandon()
        raise
    cluster.all_sent += sent
    cluster.until_graded(sent)
    again = cluster.check(sent)
    if steps is not None:
        next(steps, None)
    cluster.until_all_grade()
    unanswered = sum(one.tries - 1 for one in sent)
    print(f"{name}: {len(sent)} sent, {unanswered} times anew; {len(sent)} graded, {again} taken again, "
          f"{cluster.late() - late} late results refused; {cluster.receiver.duplicates - duplicates} messages came twice; "
          f"{time.monotonic() - began:.0f} s", flush=True)
