/*
 * libFuzzer: whatever comes over its socket, init checks it before it obeys. No program begins here: fork() is refused.
 */
#include "../../Sandbox/Jail/init.c"

#include "packets.h"

#include <sys/socket.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    static struct setback setbacks[MAX_RUNS];
    int ends[2];
    if (size < 1 || socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, ends) < 0)
        return 0;
    self.control = ends[0];
    self.policy = bytes[0] % 2 ? POLICY_RUN : POLICY_TOOLS;
    self.work = bytes[0] % 4 < 2 ? open("/work") : -1;
    strcpy(self.work_path, "/work");
    self.spare_socket = self.signals = self.ruleset = -1;
    for (size_t i = 0; i < MAX_RUNS; i++)
        self.runs[i] = (struct inner_run){.setback = &setbacks[i]};
    static struct setback spare_setback;
    self.spare_setback = &spare_setback;
    for (size_t i = 0; i < MAX_PROGRAMS; i++)
        self.programs[i] = -1;
    struct input input = {bytes + 1, size - 1};
    struct packet packet;
    int fds[MAX_PACKET_FDS];
    while (send_next(&input, ends[1]) && receive_packet(self.control, &packet, &self.texts, fds, NULL) > 0) {
        handle(&packet, fds);
        if (self.texts.at > self.texts.length)
            abort();
        /* Nobody listens; an answer must not fill the socket. */
        static struct texts texts;
        while (receive_packet(ends[1], &packet, &texts, fds, NULL) > 0)
            for (size_t i = 0; i < MAX_PACKET_FDS; i++)
                close_fd(&fds[i]);
    }
    for (size_t i = 0; i < MAX_PROGRAMS; i++)
        close_fd(&self.programs[i]);
    retire_spare();
    close_fd(&self.work);
    close(ends[0]);
    close(ends[1]);
    return 0;
}
