"""Commands, processes, and waiting."""
import os
import signal
import subprocess
import time


# How many times longer than elsewhere things may take here.
slowness = 1


class Failure(Exception):
    """What the judge has not held, in a sentence."""


def run(*command, **options):
    """Runs a command that must succeed, and gives what it prints."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, **options)
    if done.returncode != 0:
        said = done.stderr.strip() or done.stdout.strip() or f"status {done.returncode}"
        raise RuntimeError(f"{' '.join(command)}: {said}")
    return done.stdout


def works(*command):
    """Whether a command succeeds, and is there at all."""
    try:
        return subprocess.run(
            command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode == 0
    except FileNotFoundError:
        return False


def output(*command):
    """What a command prints, whatever becomes of it."""
    return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True).stdout


def kill(process, number=signal.SIGKILL):
    try:
        os.kill(process, number)
    except ProcessLookupError:
        pass


def until(what, seconds, check, pause=0.2):
    """Waits until check() gives something, and gives that."""
    seconds *= slowness
    end = time.monotonic() + seconds
    while True:
        found = check()
        if found:
            return found
        if time.monotonic() > end:
            raise Failure(f"{what}: not within {seconds} s")
        time.sleep(pause)
