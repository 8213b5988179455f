/*
 * A `run` request from its words to its first instruction: keys, host files and pipes, the bound on memory, the packet to
 * init.
 */
#include "supervisor.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* A non-negative number with an optional fraction, in units of 1/scale. */
static bool parse_number(const char *text, double scale, uint64_t *number)
{
    char *end;
    errno = 0;
    double value = strtod(text, &end);
    if (*text == 0 || *end || errno || !(value >= 0) || value * scale > 9e18)
        return false;
    *number = (uint64_t)(value * scale);
    return true;
}

struct run_request {
    const char *id, *program, *path, *name, *folder;
    const char *meter; /* the page's first bytes in hexadecimal digits, NULL: none */
    const char *arguments[MAX_WORDS], *environment[MAX_WORDS];
    size_t argument_count, environment_count;
    struct run_files files;
    uint64_t result_max, output_max, memory, stack, files_open, file_size, cpu_ns, wall_ns;
};

static bool take_key(struct run_request *request, const char *key, const char *value)
{
    struct {
        const char *key;
        const char **place;
    } texts[] = {
        {"program", &request->program}, {"path", &request->path}, {"argv0", &request->name},
        {"cwd", &request->folder}, {"stdin", &request->files.input}, {"result", &request->files.result},
        {"output", &request->files.output}, {"error", &request->files.error}, {"meter", &request->meter},
    };
    struct {
        const char *key;
        uint64_t *place;
    } numbers[] = {
        {"result_max", &request->result_max}, {"output_max", &request->output_max}, {"memory", &request->memory},
        {"stack", &request->stack}, {"files", &request->files_open}, {"fsize", &request->file_size},
    };
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (strcmp(key, texts[i].key) == 0) {
            *texts[i].place = value;
            return true;
        }
    for (size_t i = 0; i < sizeof numbers / sizeof numbers[0]; i++)
        if (strcmp(key, numbers[i].key) == 0)
            return parse_bytes(value, numbers[i].place);
    if (strcmp(key, "cpu") == 0)
        return parse_number(value, (double)SECOND_NS, &request->cpu_ns);
    if (strcmp(key, "wall") == 0)
        return parse_number(value, (double)SECOND_NS, &request->wall_ns);
    if (strcmp(key, "channel") == 0) {
        request->files.channel = atoi(value);
        return request->files.channel == 1 || request->files.channel == 3;
    }
    if (strcmp(key, "arg") == 0)
        request->arguments[request->argument_count++] = value;
    else if (strcmp(key, "env") == 0)
        request->environment[request->environment_count++] = value;
    else
        return false;
    return true;
}

static bool take_run(struct run_request *request, char **words, size_t count, struct failure *failure)
{
    *request = (struct run_request){.files.channel = 3, .stack = 64ull << 20, .file_size = INT64_MAX};
    errno = EINVAL;
    if (count < 2 || count > MAX_WORDS || strlen(words[1]) >= 64)
        return fail(failure, "request", "run needs an ID of less than 64 characters, and at most %d words", MAX_WORDS);
    request->id = words[1];
    for (size_t i = 2; i < count; i++) {
        char *value = strchr(words[i], '=');
        errno = EINVAL;
        if (!value)
            return fail(failure, "request", "no value: %.100s", words[i]);
        *value++ = 0;
        if (!percent_decode(value) || !take_key(request, words[i], value))
            return fail(failure, "request", "not understood: %.100s=%.100s", words[i], value);
    }
    errno = EINVAL;
    if (!request->program == !request->path)
        return fail(failure, "request", "run needs either program= or path=");
    if (request->path && request->path[0] != '/')
        return fail(failure, "request", "path= must be absolute");
    return true;
}

static bool pack_run(struct supervisor *supervisor, const struct run_request *request, struct packet *packet,
                     struct failure *failure)
{
    struct texts *texts = &supervisor->texts;
    int program = request->program ? find_program(supervisor, request->program) : 0;
    if (program < 0) {
        errno = ENOENT;
        return fail(failure, "program", "no program is named %s", request->program);
    }
    bool tools = supervisor->options->policy == POLICY_TOOLS;
    *packet = (struct packet){
        .kind = PACKET_RUN,
        .flags = (request->files.result && request->files.channel == 3 ? RUN_HAS_RESULT : 0u) |
                 (request->meter ? RUN_HAS_METER : 0u),
        .program = (uint32_t)program,
        .argument_count = (uint32_t)request->argument_count + 1,
        .environment_count = (uint32_t)request->environment_count,
        .cpu_ns = request->cpu_ns,
        .wall_ns = request->wall_ns,
        .memory = request->memory,
        .stack = request->stack,
        .files = request->files_open ? request->files_open : tools ? 1024 : 64,
        .file_size = request->file_size,
    };
    texts_clear(texts);
    bool fits = texts_add(texts, request->path ? request->path : "") &&
                texts_add(texts, request->folder ? request->folder : "") &&
                texts_add(texts, request->name ? request->name : request->path ? request->path : "submission");
    for (size_t i = 0; i < request->argument_count; i++)
        fits = fits && texts_add(texts, request->arguments[i]);
    for (size_t i = 0; i < request->environment_count; i++)
        fits = fits && texts_add(texts, request->environment[i]);
    errno = E2BIG;
    return fits || fail(failure, "request", "arguments and environment are too long");
}

static bool start_run(struct supervisor *supervisor, struct run *run, const struct run_request *request,
                      struct failure *failure)
{
    struct packet packet;
    int given[MAX_PACKET_FDS];
    char *buffer = run->input_buffer;
    *run = (struct run){.input_buffer = buffer};
    strcpy(run->id, request->id);
    run->result_max = request->result_max;
    run->output_max = request->output_max;
    run->memory = request->memory;
    run->cpu_ns = request->cpu_ns;
    run->wall_ns = request->wall_ns;
    run->oom_before = supervisor->oom_kills;

    bool begun = traffic_open(run, &request->files, given, failure) && meter_open(run, request->meter, given, failure) &&
                 pack_run(supervisor, request, &packet, failure);
    if (begun && supervisor->options->policy == POLICY_RUN) {
        uint64_t bound = supervisor->options->memory_bytes;
        begun = cgroup_begin(&supervisor->cgroup, run->memory > 0 && run->memory < bound ? run->memory : bound) ||
                fail(failure, "cgroup", "cannot bound memory: %s", strerror(errno));
    }
    if (begun) {
        packet.slot = (uint32_t)(run - supervisor->runs);
        int packed[MAX_PACKET_FDS];
        size_t count = 0;
        for (size_t i = 0; i < MAX_PACKET_FDS; i++)
            if (given[i] >= 0)
                packed[count++] = given[i];
        begun = send_packet(supervisor->control, &packet, &supervisor->texts, packed, count) ||
                fail(failure, "init", "cannot reach init: %s", strerror(errno));
    }
    for (size_t i = 0; i < MAX_PACKET_FDS; i++)
        close_fd(&given[i]);
    if (!begun) {
        traffic_close(run);
        return false;
    }
    run->active = true;
    run->began = now_ns();
    /* Init ends a run in time; if it does not within ten seconds more, all is ended from here. On a busy host the end of a
     * process that fills the memory takes seconds. */
    uint64_t stretch = supervisor->options->policy == POLICY_RUN ? WALL_STRETCH * run->cpu_ns : 0;
    run->deadline = run->wall_ns > 0 ? now_ns() + run->wall_ns + stretch + 10 * SECOND_NS : UINT64_MAX;
    return true;
}

struct run *free_place(struct supervisor *supervisor)
{
    size_t places = supervisor->options->policy == POLICY_RUN ? 1 : MAX_RUNS;
    for (size_t i = 0; i < places; i++)
        if (!supervisor->runs[i].active)
            return &supervisor->runs[i];
    return NULL;
}

void obey_run(struct supervisor *supervisor, struct run *place, char *line)
{
    static char *words[MAX_WORDS];
    static struct run_request request;
    struct failure failure;
    size_t count = split_words(line, words);
    if (!take_run(&request, words, count, &failure) || !start_run(supervisor, place, &request, &failure))
        say_error(count > 1 && strlen(words[1]) < 64 ? words[1] : "?", failure.step, failure.error, "%s",
                  failure.message);
}
