/*
 * Packets out of an input: twelve bytes that say what a packet is about, in numbers near those that mean something, and
 * its strings. One in four is overlaid with bytes as they come, so that no number is out of reach.
 */
#include "../../Sandbox/Jail/protocol.h"

#include <string.h>

struct input {
    const uint8_t *bytes;
    size_t size;
};

static size_t take(struct input *input, void *place, size_t size)
{
    size_t count = size < input->size ? size : input->size;
    memset(place, 0, size);
    memcpy(place, input->bytes, count);
    input->bytes += count;
    input->size -= count;
    return count;
}

/* Sends the next packet of the input to `socket`; false at the input's end. */
static bool send_next(struct input *input, int socket)
{
    static struct texts texts;
    uint8_t head[12];
    if (take(input, head, sizeof head) == 0)
        return false;
    struct packet packet = {
        .kind = head[0] % 12,
        .slot = head[1] % (2 * MAX_RUNS),
        .flags = head[2],
        .error = (int8_t)head[3] > 0 ? 0 : head[3],
        .reason = head[4] % 5,
        .status = head[4] << 8 | head[5],
        .program = head[6] % (2 * MAX_PROGRAMS),
        .argument_count = head[7] % 8,
        .environment_count = head[8] % 4,
        .cpu_ns = 1,
    };
    if (head[9] % 4 == 3)
        take(input, &packet, sizeof packet);
    texts_clear(&texts);
    texts.length = take(input, texts.bytes, head[10]);
    int fds[MAX_PACKET_FDS];
    size_t count = head[11] % (MAX_PACKET_FDS + 1);
    for (size_t i = 0; i < count; i++)
        fds[i] = fuzz_open();
    send_packet(socket, &packet, &texts, fds, count);
    for (size_t i = 0; i < count; i++)
        close(fds[i]);
    return true;
}
