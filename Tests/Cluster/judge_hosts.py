"""Hosts that run the judge: front ends, which take submissions in, and workers, which grade them."""
import json
import os
import re
import shutil
import signal
import subprocess
import urllib.error
import urllib.request

import network
import system

PORT = 8080
DATABASE = f"postgres://judge@{network.ADDRESSES['db1']},{network.ADDRESSES['db2']}/judge"
LATE = "the submission is somebody else's by now"


def environment(**more):
    """Nothing of the caller's that speaks to the judge."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JUDGE_")}
    return {**kept, **more}


class JudgeHost:
    def __init__(self, judge, host, folder, logs, is_contained=False):
        """is_contained: whether it runs as in a container, where its process has the same number after each start."""
        self.judge = judge
        self.host = host
        self.is_worker = host.startswith("worker")
        self.is_contained = is_contained
        self.folder = f"{folder}/{host}"
        self.configuration = f"{folder}/judge.yaml"
        self.log = f"{logs}/{host}.log"
        self.url = f"http://{network.ADDRESSES[host]}:{PORT}"
        self.process = None

    def prepare(self, state, challenges, with_builds):
        """Each host has a state folder of its own; what is copied are the secret that all have, and hidden data, which each
        would draw anew otherwise. Builds are each host's own, unless with_builds."""
        os.makedirs(self.folder)
        self.challenges = challenges
        if self.is_worker:
            shutil.copy2(f"{state}/salt", self.folder)
            for name in ["data", "cache"] if with_builds else ["data"]:
                shutil.copytree(f"{state}/{name}", f"{self.folder}/{name}", symlinks=True)

    def start(self, hours=0):
        """hours: how far its clock is ahead."""
        variables = {"JUDGE_CHALLENGES": self.challenges} | ({} if self.is_worker else {"JUDGE_WORKERS": "0"})
        if hours:
            # Whoever is in a jail sees nothing of it: nothing of this environment gets there.
            variables |= {
                "LD_PRELOAD": f"{os.path.dirname(self.folder)}/clock.so", "JUDGE_CLUSTER_SKEW": f"{hours * 3600}"}
        container = ["unshare", "--pid", "--fork", "--kill-child", "--mount-proc"] if self.is_contained else []
        command = [self.judge, "worker" if self.is_worker else "serve", "--listen",
                   f"{network.ADDRESSES[self.host]}:{PORT}", "--state", self.folder, "--config", self.configuration,
                   "--database", DATABASE]
        with open(self.log, "a") as log:
            self.process = subprocess.Popen(
                network.inside(self.host) + container
                + ["env", *(f"{name}={value}" for name, value in variables.items())] + command,
                stdin=subprocess.DEVNULL, stdout=log, stderr=log, env=environment(), start_new_session=True)

    def until_ready(self, seconds=60):
        system.until(f"{self.host} says that it is ready", seconds, self.is_ready)

    def is_ready(self):
        if self.process.poll() is not None:
            raise system.Failure(f"{self.host} has ended with status {self.process.returncode}")
        try:
            return urllib.request.urlopen(f"{self.url}/readyz", timeout=3 * system.slowness).status == 200
        except OSError:
            return False

    def signal(self, number):
        process = self.process.pid
        if self.is_contained and number != signal.SIGKILL:
            process = int(system.run("cat", f"/proc/{process}/task/{process}/children").split()[0])
        system.kill(process, number)

    def kill(self):
        self.signal(signal.SIGKILL)
        self.process.wait(30)

    def remove(self):
        if self.process and self.process.poll() is None:
            self.kill()

    def stop(self):
        """Asks it to end."""
        self.signal(signal.SIGTERM)
        self.process.wait(60 * system.slowness)

    def said(self, words):
        """How often its log has these words."""
        with open(self.log) as log:
            return log.read().count(words)

    def lines(self):
        with open(self.log) as log:
            return log.read().splitlines()


class Commands:
    """Commands of an administrator, on the host of a front end."""

    def __init__(self, judge, configuration):
        self.judge = judge
        self.configuration = configuration

    def run(self, *words):
        """Its status, and what it says."""
        done = subprocess.run(
            network.inside("front1") + [self.judge, *words, "--database", DATABASE, "--config", self.configuration],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, env=environment(), timeout=120 * system.slowness)
        return done.returncode, done.stdout, done.stderr

    def must(self, *words):
        status, output, errors = self.run(*words)
        if status != 0:
            raise system.Failure(f"judge {' '.join(words)} ended with status {status}: {errors.strip()}")
        return output.strip()

    def status(self):
        return json.loads(self.must("status", "--format", "json"))


class Refused(Exception):
    """An answer that says no, for good."""


class Client:
    """Somebody with a token. A request that is not answered well is made again, at the other front end."""

    def __init__(self, hosts, token, note):
        self.hosts = hosts
        self.token = token
        self.note = note

    def ask(self, host, path, body=None, key=None, timeout=15):
        """The answer's JSON; None where there was none, or the judge could not."""
        headers = {"Authorization": f"Bearer {self.token}"}
        if body is not None:
            headers |= {"Content-Type": "application/json", "Idempotency-Key": key}
        request = urllib.request.Request(
            f"{host.url}{path}", headers=headers, data=None if body is None else json.dumps(body).encode())
        try:
            with urllib.request.urlopen(request, timeout=timeout * system.slowness) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")
            self.note(f"{host.host} {path}: {error.code} {re.sub(chr(10), ' ', said)}")
            if error.code == 500:
                raise system.Failure(f"{host.host} answers 500 to {path}: {said}")
            if error.code not in (429, 503):
                raise Refused(f"{host.host} answers {error.code} to {path}: {said}")
        except (OSError, ValueError) as error:
            self.note(f"{host.host} {path}: {error}")
        return None
