"""A stream of submissions from several users, and what is known of each."""
import concurrent.futures
import dataclasses
import os
import random
import threading
import time
import uuid

import system
from judge_hosts import Client

# So many seconds a sender tries until somebody acknowledges a submission.
PATIENCE = 150


@dataclasses.dataclass
class Source:
    text: str
    verdict: str


@dataclasses.dataclass
class Sent:
    key: str
    source: Source
    scenario: str
    id: str = ""
    tries: int = 0


class Sources:
    """What is sent: sources that are graded within a second or two, and one whose growth is measured."""

    challenge = "kmeans"
    prepared = ("accepted/plain", "wrong_answer/a_number_for_infinity")

    def __init__(self, challenges):
        self.challenges = os.path.abspath(challenges)
        accepted, wrong = (self.read(path) for path in self.prepared)
        self.accepted = Source(accepted, "accepted")
        self.wrong = Source(wrong, "wrong-answer")

    def path(self, name):
        return f"{self.challenges}/{self.challenge}/submissions/{name}.swift"

    def read(self, name):
        with open(self.path(name)) as file:
            return file.read()

    def pick(self, index, scenario):
        """One of ten is the one whose growth is measured, a quarter does not compile, the others are sent thrice each."""
        if index % 10 == 3:
            return self.accepted
        if index % 4 == 2:
            return self.quick(f"{scenario} {index}")
        return Source(f"{self.wrong.text}// {scenario} {index // 3}\n", self.wrong.verdict)

    @staticmethod
    def quick(words):
        return Source(f"func kMeans( // {words}\n", "compile-error")


class FewSources(Sources):
    """For machines that are too slow for more: two sources of a small challenge, which were built beforehand."""

    challenge = "echo"
    prepared = ("accepted/echo", "wrong_answer/mute")

    def pick(self, index, scenario):
        return self.wrong if index % 2 else self.accepted

    def quick(self, words):
        return self.wrong


class Stream:
    """Submissions on their way, one after the other, through whichever front end answers."""

    def __init__(self, users, fronts, challenge, scenario):
        self.users = users
        self.challenge = challenge
        self.fronts = fronts
        self.scenario = scenario
        self.sent = []
        self.failure = None
        self.pool = concurrent.futures.ThreadPoolExecutor(16)
        self.thread = None
        self.is_enough = threading.Event()

    def begin(self, pick, count, pause):
        """Sends what pick(index) gives: so many, with pauses of so many seconds, then more slowly until it is enough."""
        users = list(self.users)

        def go():
            while self.users and (len(self.sent) < count or not self.is_enough.is_set()):
                source = pick(len(self.sent))
                sent = Sent(f"{self.scenario}-{uuid.uuid4()}".replace(" ", "-"), source, self.scenario)
                self.sent.append(sent)
                self.pool.submit(self.send, sent, random.choice(users))
                if len(self.sent) < count:
                    time.sleep(pause)
                else:
                    self.is_enough.wait(2)

        self.thread = threading.Thread(target=go, daemon=True)
        self.thread.start()
        return self

    def send(self, sent, user: Client):
        try:
            end = time.monotonic() + PATIENCE * system.slowness
            body = {"challenge": self.challenge, "file": "solution.swift", "source": sent.source.text}
            turn = random.randrange(len(self.fronts))
            while self.users and time.monotonic() < end:
                sent.tries += 1
                front = self.fronts[(turn + sent.tries) % len(self.fronts)]
                answer = user.ask(front, "/api/v1/submissions", body, sent.key)
                if answer:
                    sent.id = answer["id"]
                    return
                time.sleep(1)
            raise system.Failure(f"nobody took a submission in for {PATIENCE} s")
        except Exception as error:  # Told to whoever waits for the stream's end.
            self.failure = self.failure or error

    def abandon(self):
        """Sends nothing more: something else has failed."""
        self.users = []
        self.is_enough.set()
        self.pool.shutdown(wait=False, cancel_futures=True)

    def end(self):
        """Sends no more than what there is to be sent, and waits until all are acknowledged."""
        self.is_enough.set()
        self.thread.join()
        self.pool.shutdown()
        if self.failure:
            raise self.failure
        return self.sent
