/*
 * vaglio - who is it, what forbids it, and which words prove it.
 *
 * This file chooses the command and holds what little of the program is global: the wish to
 * stop.
 */
#include <signal.h>
#include <string.h>

#include "cli/beside.h"
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/suggest.h"
#include "cli/version.h"

static const struct command *const COMMANDS[] = {
    &COMMAND_SEARCH,
    &COMMAND_SCREEN,
    &COMMAND_COMPARE,
    &COMMAND_NAMES,
    &COMMAND_THRESHOLDS,
    &COMMAND_READ,
    &COMMAND_TRADE,
    &COMMAND_INFO,
    &COMMAND_VERIFY,
    &COMMAND_DUMP,
    &COMMAND_LISTS,
    &COMMAND_MERGES,
    NULL,
};

/* Until they have a --help of their own to say so, one example each for the first page. */
static const char EXAMPLES[] =
    "Examples:\n"
    "  vaglio build -o lists.idx sdn.csv un.xml eu.xml    compile official lists\n"
    "  vaglio search \"Kim Jong Un\"                        one name\n"
    "  vaglio screen customers.csv --format html >r.html  a file of customers\n"
    "  vaglio compare \"Qaddafi\" \"Gheddafi\"                two names\n"
    "  vaglio read articles/                              who supplies whom\n"
    "  vaglio trade --from KP --to RU --goods arms --date 2023-08-31\n"
    "                                                     is this dealing forbidden?\n";

atomic_int commands_stop;

static void on_stop(int number)
{
    (void)number;
    commands_stop = 1;
}

/* Without SA_RESTART a read that waits ends at once; the second signal finds the default. */
void commands_catch_stop(void)
{
    struct sigaction action = {.sa_handler = on_stop, .sa_flags = (int)SA_RESETHAND};
    (void)sigaction(SIGINT, &action, NULL);
    (void)sigaction(SIGTERM, &action, NULL);
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; COMMANDS[i]; i++) {
        if (strcmp(name, COMMANDS[i]->name) == 0) {
            return COMMANDS[i];
        }
    }
    return NULL;
}

static const struct beside *find_beside(const char *name)
{
    for (const struct beside *b = BESIDE; b->name; b++) {
        if (strcmp(name, b->name) == 0) {
            return b;
        }
    }
    return NULL;
}

/* ---- help ---- */

static int print(struct buf *text)
{
    struct output output;
    output_init(&output);
    (void)output_take(&output, text);
    buf_release(text);
    return output_end(&output, NULL, EXIT_DONE);
}

static int help(void)
{
    struct buf text;
    buf_init(&text, 1 << 16);
    buf_add_text(&text, "vaglio: finds those whom sanctions lists name\n\n"
                        "vaglio COMMAND [OPTIONS] …\n\nCommands:\n");
    for (size_t i = 0; COMMANDS[i]; i++) {
        buf_printf(&text, "  %-10s %s\n", COMMANDS[i]->name, COMMANDS[i]->summary);
    }
    for (const struct beside *b = BESIDE; b->name; b++) {
        if (beside_is_installed(b)) {
            buf_printf(&text, "  %-10s %s\n", b->name, b->summary);
        }
    }
    buf_printf(
        &text,
        "\n%s\n'vaglio help COMMAND' explains a command; --version prints the version.\n"
        "Exit status: 0 done, 1 only with --exit-code, 2 wrong use, 3 an input could not\n"
        "be read.\n",
        EXAMPLES);
    return print(&text);
}

static int print_help_of(const struct command *c)
{
    struct buf text;
    buf_init(&text, 1 << 16);
    options_help(c, &text);
    return print(&text);
}

static int unknown_command(const char *name)
{
    struct suggestion s = suggest_for(name);
    for (size_t i = 0; COMMANDS[i]; i++) {
        suggest_try(&s, COMMANDS[i]->name);
    }
    for (const struct beside *b = BESIDE; b->name; b++) {
        suggest_try(&s, b->name);
    }
    complain(NULL, "unknown command '%s'", name);
    if (s.best) {
        complain_hint("did you mean 'vaglio %s'?", s.best);
    } else {
        complain_hint("'vaglio --help' lists the commands");
    }
    return EXIT_USAGE;
}

static int help_on(char *name)
{
    const struct command *c = find_command(name);
    const struct beside *b = find_beside(name);
    if (c) {
        return print_help_of(c);
    }
    if (b) {
        char option[] = "--help";
        char *arguments[] = {name, option, NULL};
        return beside_run(b, arguments);
    }
    return unknown_command(name);
}

/* ---- one command ---- */

int command_begin(const struct command *c, void *values, int argc, char **argv, size_t least,
                  size_t most, size_t *count)
{
    switch (options_parse(c, values, argc, argv, count)) {
    case PARSE_HELP:
        return print_help_of(c);
    case PARSE_WRONG:
        return EXIT_USAGE;
    case PARSE_RUN:
        break;
    }
    if (*count >= least && *count <= most) {
        return -1;
    }
    if (*count > most) {
        complain(c->name, "too many arguments: '%s' is one more than %s", argv[most + 1],
                 c->arguments);
        if (c->arguments[0] != '[') {
            complain_hint("a name of several words goes in quotes: \"%s %s\"", argv[most],
                          argv[most + 1]);
        }
    } else {
        complain(c->name, "%s is missing", c->arguments);
        complain_hint("'vaglio help %s' shows examples", c->name);
    }
    return EXIT_USAGE;
}

static int version(void)
{
    struct buf text;
    buf_init(&text, 64);
    buf_add_text(&text, "vaglio " VAGLIO_VERSION "\n");
    return print(&text);
}

int main(int argc, char **argv)
{
    const char *name = argc > 1 ? argv[1] : NULL;
    if (!name) {
        complain(NULL, "what is to be done?");
        complain_hint("'vaglio --help' lists the commands");
        return EXIT_USAGE;
    }
    if (strcmp(name, "--version") == 0) {
        return version();
    }
    bool asks_help =
        strcmp(name, "help") == 0 || strcmp(name, "--help") == 0 || strcmp(name, "-h") == 0;
    if (asks_help) {
        return argc > 2 ? help_on(argv[2]) : help();
    }
    const struct command *c = find_command(name);
    if (c) {
        return c->run(c, argc - 1, argv + 1);
    }
    const struct beside *b = find_beside(name);
    return b ? beside_run(b, argv + 1) : unknown_command(name);
}
