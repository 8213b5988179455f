"""A wire of poor quality, for kernels without netem: passes Ethernet frames between pairs of TAP devices. What comes from
the first of a pair is delayed by about DELAY ms, give or take JITTER, and LOSS percent of it vanishes; what comes from the
second, which has been delayed on its way already, passes at once. As with netem, frames may overtake each other.

usage: relay.py DELAY JITTER LOSS FD:FD…"""
import heapq
import os
import random
import selectors
import sys
import time

delay, jitter, loss = (float(word) for word in sys.argv[1:4])
to = {}
poor = set()
for pair in sys.argv[4:]:
    near, far = (int(word) for word in pair.split(":"))
    to[near], to[far] = far, near
    poor.add(near)
selector = selectors.DefaultSelector()
for descriptor in to:
    os.set_blocking(descriptor, False)
    selector.register(descriptor, selectors.EVENT_READ)


def send(descriptor, frame):
    try:
        os.write(descriptor, frame)
    except OSError:
        pass  # The device is down, or its queue full: so it is with wires.


waiting = []  # When a frame is due, in which order it came, where it goes, what it is.
number = 0
while True:
    now = time.monotonic()
    while waiting and waiting[0][0] <= now:
        _, _, descriptor, frame = heapq.heappop(waiting)
        send(descriptor, frame)
    for key, _ in selector.select(waiting[0][0] - now if waiting else None):
        for _ in range(64):
            try:
                frame = os.read(key.fd, 65536)
            except OSError:
                break
            if key.fd not in poor:
                send(to[key.fd], frame)
            elif random.random() * 100 >= loss:
                number += 1
                due = time.monotonic() + max(0, random.gauss(delay, jitter)) / 1000
                heapq.heappush(waiting, (due, number, to[key.fd], frame))
