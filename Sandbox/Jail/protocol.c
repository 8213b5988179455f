/*
 * Packets between supervisor and init, and the percent code of the lines between judge and supervisor.
 */
#include "protocol.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

void texts_clear(struct texts *texts)
{
    texts->length = texts->at = 0;
}

bool texts_add(struct texts *texts, const char *text)
{
    size_t length = strlen(text) + 1;
    if (length > sizeof texts->bytes - texts->length)
        return false;
    memcpy(texts->bytes + texts->length, text, length);
    texts->length += length;
    return true;
}

const char *texts_next(struct texts *texts)
{
    if (texts->at >= texts->length)
        return NULL;
    const char *text = texts->bytes + texts->at;
    const char *end = memchr(text, 0, texts->length - texts->at);
    if (!end)
        return NULL;
    texts->at += (size_t)(end - text) + 1;
    return text;
}

size_t run_descriptors(const struct packet *run)
{
    return 3u + ((run->flags & RUN_HAS_RESULT) != 0) + ((run->flags & RUN_HAS_METER) != 0);
}

bool send_packet(int socket, struct packet *packet, const struct texts *texts, const int *fds, size_t fd_count)
{
    packet->text_length = texts ? (uint32_t)texts->length : 0;
    struct iovec parts[2] = {
        {.iov_base = packet, .iov_len = sizeof *packet},
        {.iov_base = texts ? (void *)texts->bytes : NULL, .iov_len = packet->text_length},
    };
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(MAX_PACKET_FDS * sizeof(int))];
    } control = {.room = {0}};
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    if (fd_count > 0) {
        message.msg_control = control.room;
        message.msg_controllen = CMSG_SPACE(fd_count * sizeof(int));
        struct cmsghdr *head = CMSG_FIRSTHDR(&message);
        head->cmsg_level = SOL_SOCKET;
        head->cmsg_type = SCM_RIGHTS;
        head->cmsg_len = CMSG_LEN(fd_count * sizeof(int));
        memcpy(CMSG_DATA(head), fds, fd_count * sizeof(int));
    }
    ssize_t sent;
    do
        sent = sendmsg(socket, &message, MSG_NOSIGNAL);
    while (sent < 0 && errno == EINTR);
    return sent == (ssize_t)(sizeof *packet + packet->text_length);
}

int receive_packet(int socket, struct packet *packet, struct texts *texts, int fds[MAX_PACKET_FDS], pid_t *pid)
{
    struct msghdr message;
    return receive_packet_at(&message, socket, packet, texts, fds, pid);
}

int receive_packet_at(struct msghdr *message, int socket, struct packet *packet, struct texts *texts,
                      int fds[MAX_PACKET_FDS], pid_t *pid)
{
    struct iovec parts[2] = {
        {.iov_base = packet, .iov_len = sizeof *packet},
        {.iov_base = texts->bytes, .iov_len = sizeof texts->bytes},
    };
    union {
        struct cmsghdr head;
        char room[CMSG_SPACE(MAX_PACKET_FDS * sizeof(int)) + CMSG_SPACE(sizeof(struct ucred))];
    } control = {.room = {0}};
    *message = (struct msghdr){
        .msg_iov = parts, .msg_iovlen = 2, .msg_control = control.room, .msg_controllen = sizeof control.room};
    for (size_t i = 0; i < MAX_PACKET_FDS; i++)
        fds[i] = -1;
    texts_clear(texts);

    ssize_t received;
    do
        received = recvmsg(socket, message, MSG_CMSG_CLOEXEC);
    while (received < 0 && errno == EINTR);
    if (received < 0)
        return -1;

    size_t fd_count = 0;
    for (struct cmsghdr *head = CMSG_FIRSTHDR(message); head; head = CMSG_NXTHDR(message, head)) {
        if (head->cmsg_level != SOL_SOCKET)
            continue;
        if (head->cmsg_type == SCM_RIGHTS) {
            size_t count = (head->cmsg_len - CMSG_LEN(0)) / sizeof(int);
            for (size_t i = 0; i < count; i++) {
                int fd;
                memcpy(&fd, CMSG_DATA(head) + i * sizeof fd, sizeof fd);
                if (fd_count < MAX_PACKET_FDS)
                    fds[fd_count++] = fd;
                else
                    close(fd);
            }
        } else if (head->cmsg_type == SCM_CREDENTIALS && pid) {
            struct ucred sender;
            memcpy(&sender, CMSG_DATA(head), sizeof sender);
            *pid = sender.pid;
        }
    }
    if (received == 0)
        return 0;
    bool whole = received >= (ssize_t)sizeof *packet && !(message->msg_flags & (MSG_TRUNC | MSG_CTRUNC)) &&
                 (size_t)received - sizeof *packet == packet->text_length;
    if (!whole) {
        for (size_t i = 0; i < MAX_PACKET_FDS; i++)
            close_fd(&fds[i]);
        errno = EBADMSG;
        return -1;
    }
    texts->length = packet->text_length;
    return 1;
}

static int hex_digit(char character)
{
    if (character >= '0' && character <= '9')
        return character - '0';
    if (character >= 'A' && character <= 'F')
        return character - 'A' + 10;
    if (character >= 'a' && character <= 'f')
        return character - 'a' + 10;
    return -1;
}

bool percent_decode(char *text)
{
    char *to = text;
    for (const char *from = text; *from; from++) {
        if (*from != '%') {
            *to++ = *from;
            continue;
        }
        int high = hex_digit(from[1]);
        int low = high < 0 ? -1 : hex_digit(from[2]);
        if (low < 0 || (high == 0 && low == 0))
            return false;
        *to++ = (char)(high << 4 | low);
        from += 2;
    }
    *to = 0;
    return true;
}

void percent_encode(const char *text, char *buffer, size_t size)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._/=:,+-";
    size_t length = 0;
    for (; *text && length + 4 <= size; text++) {
        if (strchr(plain, *text))
            buffer[length++] = *text;
        else
            length += (size_t)snprintf(buffer + length, size - length, "%%%02X", (unsigned char)*text);
    }
    buffer[length] = 0;
}
