#include "cli/beside.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/complain.h"

const struct beside BESIDE[] = {
    {"build", "vaglio-build", "lists to an index"},
    {"fetch", "vaglio-fetch", "download the lists"},
    {"pay", "vaglio-pay", "screen payment messages"},
    {"watch", "vaglio-watch", "list changes against your customers"},
    {"case", "vaglio-case", "alerts, decisions and their history"},
    {"serve", "vaglio-serve", "the HTTP service"},
    {"stream", "vaglio-stream", "a worker for Kafka"},
    {NULL, NULL, NULL},
};

enum { PATH_ROOM = 4096 };

/* Where to look, relative to the folder of this program. */
static const char *const FOLDERS[] = {"", "../libexec/vaglio/"};

/* The folder of this program with a '/' behind it; false when the system does not say. */
static bool own_folder(char out[PATH_ROOM])
{
    ssize_t n = readlink("/proc/self/exe", out, PATH_ROOM - 1);
    if (n <= 0 || n == PATH_ROOM - 1) {
        return false;
    }
    out[n] = '\0';
    char *slash = strrchr(out, '/');
    if (!slash) {
        return false;
    }
    slash[1] = '\0';
    return true;
}

/* The file of the program into out; false when it is in none of the folders. */
static bool find_program(const struct beside *b, char out[PATH_ROOM])
{
    char own[PATH_ROOM];
    if (!own_folder(own)) {
        return false;
    }
    for (size_t i = 0; i < sizeof FOLDERS / sizeof FOLDERS[0]; i++) {
        int n = snprintf(out, PATH_ROOM, "%s%s%s", own, FOLDERS[i], b->program);
        if (n > 0 && n < PATH_ROOM && access(out, X_OK) == 0) {
            return true;
        }
    }
    return false;
}

bool beside_is_installed(const struct beside *b)
{
    char path[PATH_ROOM];
    return find_program(b, path);
}

int beside_run(const struct beside *b, char **argv)
{
    char path[PATH_ROOM];
    if (!find_program(b, path)) {
        complain(b->name, "the program '%s' is not installed", b->program);
        complain_hint("it is looked for beside vaglio and in ../libexec/vaglio");
        return EXIT_USAGE;
    }
    argv[0] = path;
    (void)execv(path, argv);
    complain(b->name, "cannot run '%s': %s", path, strerror(errno));
    return EXIT_USAGE;
}
