"""All hosts together, and what must hold of them whatever happens."""
import json
import os
import shutil
import sys
import tempfile
import threading
import time

import network
import system
from judge_hosts import LATE, Client, Commands, JudgeHost
from network import Network
from postgres import Server
from receiver import Receiver
from submissions import FewSources, Stream

# The second half of the key of the lock that whoever leads holds.
LEADS = "locktype = 'advisory' AND granted AND classid = 106 AND objid = 1969514342 AND objsubid = 1"


class Cluster:
    def __init__(self, judge, sources, logs, lease):
        self.judge = judge
        self.logs = logs
        self.lease = lease
        self.folder = tempfile.mkdtemp(prefix="judge-cluster-")
        os.chmod(self.folder, 0o711)  # The servers of PostgreSQL have their data in it.
        self.requests = open(f"{logs}/requests.log", "w")
        self.lock = threading.Lock()
        self.network = Network()
        self.servers = [Server("db1", self.folder, logs), Server("db2", self.folder, logs)]
        self.fronts = [self.host(f"front{index}") for index in (1, 2)]
        self.workers = [self.host(f"worker{index}") for index in (1, 2, 3)]
        self.sources = sources
        self.receiver = None
        self.all_sent = []

    def host(self, name):
        return JudgeHost(self.judge, name, self.folder, self.logs, is_contained=name == "worker3")

    # The beginning and the end

    def make(self, state):
        system.run("cc", "-O2", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC", "-o", f"{self.folder}/clock.so",
                   os.path.join(os.path.dirname(__file__), "clock.c"), "-ldl")
        self.network.make()
        self.primary, self.standby = self.servers
        self.primary.make()
        self.standby.follow(self.primary)
        self.receiver = Receiver(network.ADDRESSES["own"])
        with open(f"{self.folder}/judge.yaml", "w") as file:
            file.write(f"workers: 1\nlease_seconds: {self.lease}\nqueue: {{rate: 10000, waiting_of_user: 10000}}\n"
                       f"webhooks:\n  allowed_hosts: [{network.NETWORK}]\n  retries: [1, 2, 4, 8, 8, 8, 8, 8, 8, 8]\n")
        for host in self.fronts + self.workers:
            host.prepare(state, self.sources.challenges, with_builds=isinstance(self.sources, FewSources))
            host.start()
        for host in self.fronts + self.workers:
            host.until_ready()
        self.commands = Commands(self.judge, f"{self.folder}/judge.yaml")
        self.commands.must("webhook", "add", "proof", self.receiver.url)
        self.users = [self.client(f"user{index}") for index in range(4)]
        self.admin = self.client("root", "admin")
        # What each makes once is made now.
        self.until_all_grade()

    def client(self, user, role="member"):
        token = self.commands.must("token", "create", "--user", user, "--role", role)
        return Client(self.fronts, token, self.note)

    def note(self, line):
        with self.lock:
            self.requests.write(f"{time.strftime('%H:%M:%S')} {line}\n")
            self.requests.flush()

    def remove(self):
        """Leaves nothing, whatever of it there is."""
        steps = [host.remove for host in self.fronts + self.workers] + [server.remove for server in self.servers]
        steps += [self.receiver.close] if self.receiver else []
        for step in steps + [self.network.remove, self.requests.close]:
            try:
                step()
            except Exception as error:  # The others have to go all the same.
                print(f"cluster: {error}", file=sys.stderr)
        shutil.rmtree(self.folder, ignore_errors=True)

    # What scenarios wait for

    def stream(self, scenario, count, pause=0.4):
        return Stream(self.users, self.fronts, self.sources.challenge, scenario).begin(
            lambda index: self.sources.pick(index, scenario), count, pause)

    def held(self, host):
        """The submissions that a worker grades at this moment, with the numbers of their attempts."""
        return [(int(number), int(attempt)) for number, attempt in self.primary.rows(
            f"SELECT submission, attempt FROM queue WHERE worker LIKE '{host.host}:%'")]

    def until_held(self, host):
        return system.until(f"{host.host} takes something up", 60, lambda: self.held(host), pause=0.05)

    def taken_again(self, held, seconds=60):
        """Waits until another worker takes up what one held, and gives the submission and the attempt that was lost; None
        where all had been graded just in time."""
        def look():
            ended = 0
            for submission, attempt in held:
                found = self.primary.rows(
                    f"SELECT attempt, outcome FROM attempts WHERE submission = {submission} UNION ALL "
                    f"SELECT attempt, '' FROM queue WHERE submission = {submission} AND worker IS NOT NULL")
                if any(int(number) > attempt for number, _ in found):
                    return [(submission, attempt)]
                ended += [str(attempt), "graded"] in found
            return [None] if ended == len(held) else []

        return system.until(f"another worker takes up what was held: {held}", seconds, look)[0]

    def lose(self, host, begin, end):
        """Does something to a worker that holds something, until that is taken from it, and then undoes it.

        Returns the submission and the attempt that was lost."""
        while True:
            held = self.until_held(host)
            begin()
            try:
                lost = self.taken_again(held)
            finally:
                end()
            if lost:
                return lost

    def leader(self):
        address = self.primary.sql(
            f"SELECT host(client_addr) FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE {LEADS}")
        return next((host for host in self.fronts if network.ADDRESSES[host.host] == address), None)

    def until_graded(self, sent, seconds=240):
        """Waits until submissions have ended, as whoever sent them sees it."""
        end = time.monotonic() + seconds * system.slowness
        turn = 0
        for one in sent:
            while True:
                turn += 1
                shown = self.admin.ask(self.fronts[turn % 2], f"/api/v1/submissions/{one.id}?wait=5", timeout=30)
                if shown and shown["phase"] in ("graded", "failed"):
                    break
                if time.monotonic() > end:
                    raise system.Failure(f"submission {one.id} has not ended after {seconds} s: {json.dumps(shown)}")

    def graded_by(self):
        """How much each worker has graded so far."""
        return dict(self.primary.rows(
            "SELECT split_part(worker, ':', 1), count(*) FROM attempts WHERE outcome = 'graded' GROUP BY 1"))

    def until_all_grade(self):
        """Waits until each worker has graded something from now on: nobody stays behind."""
        for host in self.fronts + self.workers:
            host.until_ready()

        before = self.graded_by()

        def all_grade():
            stream = Stream(self.users, self.fronts, self.sources.challenge, "all grade")
            stream.begin(lambda index: self.sources.quick(f"{time.time()} {index}"), 6, 0)
            stream.is_enough.set()
            sent = stream.end()
            self.all_sent += sent
            self.until_graded(sent)
            now = self.graded_by()
            return all(now.get(host.host) != before.get(host.host) for host in self.workers)

        system.until("every worker grades again", 90, all_grade)

    # What must hold

    def check(self, sent):
        """Holds what became of submissions that have ended against what was promised.

        Returns how many attempts were lost."""
        known = {identifier: (int(number), phase, verdict) for number, identifier, phase, verdict in self.primary.rows(
            "SELECT number, id, phase, coalesce(verdict, '') FROM submissions")}
        graded = dict(self.primary.rows(
            "SELECT submission, string_agg(attempt::text, ' ') FROM attempts WHERE outcome = 'graded' GROUP BY 1"))
        reports = dict(self.primary.rows(
            "SELECT submission, string_agg(attempt::text, ' ') FROM reports GROUP BY 1"))
        for one in sent:
            if one.id not in known:
                raise system.Failure(f"submission {one.id} was acknowledged and is gone")
            number, phase, verdict = known[one.id]
            if (phase, verdict) != ("graded", one.source.verdict):
                raise system.Failure(f"submission {one.id} is {phase} {verdict}, and should be {one.source.verdict}")
            attempts = graded.get(str(number), "none")
            if " " in attempts or attempts != reports.get(str(number)):
                raise system.Failure(f"submission {one.id} was graded by attempts {attempts}, and its reports are of "
                                     f"{reports.get(str(number), 'none')}")
        if len({one.id for one in sent}) != len(sent):
            raise system.Failure("different submissions were acknowledged as the same")
        self.check_webhooks(sent)
        numbers = ",".join(str(known[one.id][0]) for one in sent)
        return int(self.primary.sql(
            f"SELECT count(*) FROM attempts WHERE outcome = 'lost' AND submission IN ({numbers})"))

    def check_webhooks(self, sent):
        """Each verdict has been told, and what was told twice was the same."""
        def untold():
            arrived = self.receiver.arrived()
            return [one for one in sent if one.id not in arrived]

        try:
            system.until("webhooks", 90, lambda: not untold())
        except system.Failure:
            raise system.Failure(f"no webhook told of {len(untold())} submissions, such as {untold()[0].id}")
        several = [identifier for identifier, messages in self.receiver.arrived().items() if len(messages) > 1]
        if several:
            raise system.Failure(f"of submission {several[0]} webhooks told under several identifiers")
        if self.receiver.unequal():
            raise system.Failure(f"message {self.receiver.unequal()[0]} came again with another body")

    def check_all(self):
        """The same of all that was sent, and that there is nothing else; and that equal sources have equal figures."""
        self.check(self.all_sent)
        count = int(self.primary.sql("SELECT count(*) FROM submissions"))
        if count != len(self.all_sent):
            raise system.Failure(f"{len(self.all_sent)} submissions were sent, and there are {count}")
        grown = [one for one in self.all_sent if one.source is self.sources.accepted]
        figures = {}
        for one in grown:
            report = self.admin.ask(self.fronts[0], f"/api/v1/submissions/{one.id}/report")
            figures.setdefault(json.dumps(report["complexity"], sort_keys=True), []).append(one.id)
        if len(figures) > 1:
            raise system.Failure(f"work and memory of the same source differ: {[ids[0] for ids in figures.values()]}")
        numbers = ",".join(f"'{one.id}'" for one in grown)
        nodes = self.primary.sql(
            "SELECT count(DISTINCT split_part(attempts.worker, ':', 1)) "
            "FROM attempts JOIN submissions ON number = submission "
            f"WHERE outcome = 'graded' AND submissions.id IN ({numbers or 'NULL'})")
        return len(self.all_sent), len(grown), int(nodes)

    def late(self):
        """How often a result was refused as it came too late."""
        return sum(host.said(LATE) for host in self.workers)
