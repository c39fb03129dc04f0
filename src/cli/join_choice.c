#include "cli/join_choice.h"

#include "base/file.h"

static const struct {
    const char *word;
    unsigned uses;
} WORDS[] = {{"all", MERGE_ALL},
             {"references", MERGE_REFERENCES},
             {"evidence", MERGE_EVIDENCE},
             {"names", MERGE_NAMES},
             {"nothing", MERGE_NOTHING}};

int join_choose(const char *join, const char *decisions, struct join_choice *out,
                struct diag *diag)
{
    struct join_choice c = {.options = {.uses = MERGE_ALL}};
    size_t i = 0;
    while (join && i < sizeof WORDS / sizeof *WORDS &&
           !slice_is(slice_of(join), WORDS[i].word)) {
        i++;
    }
    if (i == sizeof WORDS / sizeof *WORDS) {
        FAIL(diag, ERR_USAGE, "'--join %s': it is all, references, evidence, names or nothing",
             join);
    }
    if (join) {
        c.options.uses = WORDS[i].uses;
    }
    if (decisions) {
        TRY(file_map(decisions, &c.table, diag));
        c.options.decisions = c.table;
        c.options.source = decisions;
    }
    *out = c;
    return 0;
}

void join_choice_release(struct join_choice *c)
{
    file_unmap(c->table);
    *c = (struct join_choice){.table = {NULL, 0}};
}
