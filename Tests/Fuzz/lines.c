/*
 * libFuzzer: whatever the judge writes, the supervisor answers or refuses it, leaks nothing, and forgets none. Init agrees
 * to everything that it hears.
 */
#include "outside.h"

static void agree(void)
{
    struct packet packet;
    static struct texts texts;
    int fds[MAX_PACKET_FDS];
    while (receive_packet(far_end, &packet, &texts, fds, NULL) > 0) {
        for (size_t i = 0; i < MAX_PACKET_FDS; i++)
            close_fd(&fds[i]);
        struct packet answer = {.kind = packet.kind == PACKET_RUN ? PACKET_ENDED : PACKET_ANSWER, .slot = packet.slot};
        if (packet.kind == PACKET_KILL)
            continue;
        int file = open("");
        send_packet(far_end, &answer, NULL, &file, packet.kind == PACKET_GET);
        close(file);
        if (!take_packet(&supervisor))
            abort();
        start_waiting(&supervisor);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    begin(size > 0 && bytes[0] % 2 ? POLICY_RUN : POLICY_TOOLS);
    for (size_t at = size > 0; at < size && !supervisor.ending;) {
        size_t room = MAX_LINE - supervisor.lines_length, count = size - at < room ? size - at : room;
        memcpy(lines + supervisor.lines_length, bytes + at, count);
        supervisor.lines_length += count;
        at += count;
        obey_lines(&supervisor);
        agree();
        if (supervisor.lines_length == MAX_LINE)
            break;
    }
    while (!supervisor.ending && memchr(lines, '\n', supervisor.lines_length) && may_obey(&supervisor)) {
        obey_lines(&supervisor);
        agree();
    }
    end();
    return 0;
}
