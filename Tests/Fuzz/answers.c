/*
 * libFuzzer: init lives beside hostile code. Whatever it says, the supervisor loses nothing but that jail.
 */
#include "outside.h"
#include "packets.h"

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    begin(POLICY_TOOLS);
    char setup[] = "program a /x\nget y /z 100\nrun r1 program=a result=/r channel=3 result_max=10 output=/o meter=00ff\n"
                   "run r2 path=/p stdin=/i memory=1000 cpu=1 wall=1\nput a /b\n";
    memcpy(lines, setup, sizeof setup - 1);
    supervisor.lines_length = sizeof setup - 1;
    obey_lines(&supervisor);
    struct input input = {bytes, size};
    while (send_next(&input, far_end)) {
        if (!take_packet(&supervisor)) {
            answer_without_init(&supervisor);
            break;
        }
        start_waiting(&supervisor);
    }
    end();
    return 0;
}
