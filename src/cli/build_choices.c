#include "cli/build_choices.h"

#include <stddef.h>

#define AT(field) offsetof(struct build_choices, field)

static const struct option OPTIONS[] = {
    {"output", "INDEX", "$VAGLIO_INDEX, else lists.idx in the data folder",
     "Where the index goes (also -o). It is replaced only when everything went well.",
     OPTION_TEXT, AT(output), 0, 0},
    {"memory", "SIZE", "half of this machine's",
     "How much memory the build may use, as in 512M or 2G.", OPTION_TEXT, AT(memory), 0, 0},
    {"report", "FILE", "a summary on standard error",
     "Writes every remark as a JSON line: records refused with line and reason, doubles, "
     "orphans, elements without a place.",
     OPTION_TEXT, AT(report), 0, 0},
    {"skip-bad-lists", NULL, NULL,
     "A list that cannot be read to its end is left out instead of ending the build.",
     OPTION_FLAG, AT(skip_bad_lists), 0, 0},
    {"allow-shrink", NULL, NULL,
     "Takes a list that has over a tenth fewer records than in the index about to be replaced.",
     OPTION_FLAG, AT(allow_shrink), 0, 0},
    {"mapping", "FILE", "PATH.map",
     "For tables named as NAME=PATH: lines 'property = column', id and schema among them; "
     "constants in quotes; 'alias = Others split \";\"' for several values in a cell.",
     OPTION_TEXT, AT(mapping), 0, 0},
    {"join", "WHAT", "all",
     "What may make records of several lists one party: all; references, what lists say of "
     "each other; evidence, numbers, names and dates; names, evidence without the numbers; "
     "nothing.",
     OPTION_TEXT, AT(join), 0, 0},
    {"decisions", "FILE", "those that come with the program",
     "Decisions of your own on records, over all evidence: lines 'same' or 'different', two "
     "record ids and a reason, divided by tabs.",
     OPTION_TEXT, AT(decisions), 0, 0},
    {"threads", "N", "one for each processor", "Threads that compile the index.", OPTION_NUMBER,
     AT(threads), 1, 256},
    {"json", NULL, NULL, "Prints the table as one JSON object.", OPTION_FLAG, AT(json), 0, 0},
    {NULL, NULL, NULL, NULL, OPTION_FLAG, 0, 0, 0},
};

const struct command BUILD_COMMAND = {
    .name = "build",
    .arguments = "[PATH | KIND=PATH | KIND@DATE=PATH | NAME=PATH]…",
    .summary = "compiles lists into an index",
    .prose =
        "Reads official lists, FollowTheMoney files and tables of your own, and compiles them "
        "into one index. Formats are recognised by content, compressed files (.gz, .xz, .zst, "
        ".bz2, .zip) are read as they are, folders are searched. Of several snapshots of one "
        "list the newest is taken. Without paths, what lies in the data folder's lists/ is "
        "compiled. A bad record is refused alone; a list cut short refuses the build.",
    .examples =
        "  vaglio build -o lists.idx lists/             everything in a folder\n"
        "  vaglio build -o lists.idx sdn.csv alt.csv add.csv un.xml\n"
        "  vaglio build -o lists.idx us_ofac_sdn@2026-07-11=SDN.CSV   kind and date\n"
        "  vaglio build -o lists.idx lists/ closed=closed.csv   and closed.csv.map\n"
        "  vaglio build -o lists.idx --report why.jsonl lists/  what was refused, and why\n",
    .options = OPTIONS,
};
