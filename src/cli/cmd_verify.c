/*
 * vaglio verify [INDEX]: everything in an index is read and checked.
 */
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/output.h"
#include "format/json_writer.h"

#include <stdio.h>

struct verify_values {
    const char *index;
    bool json;
};

#define AT(member) offsetof(struct verify_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    OPTION_ROW_TEXT("index", "FILE", "$VAGLIO_INDEX, else lists.idx in the data folder",
        AT(index), "The index to check."),
    OPTION_ROW_FLAG("json", AT(json),
        "JSON, for machines."),
    {0},
};
/* clang-format on */

static void put_verdict(bool json, const char *path, const struct index *ix, struct buf *out)
{
    char hash[17];
    (void)snprintf(hash, sizeof hash, "%016llx", (unsigned long long)index_hash(ix));
    if (!json) {
        buf_printf(out, "%s: sound; %lu entities, %lu names, %llu bytes, hash %s\n", path,
                   (unsigned long)index_entity_count(ix), (unsigned long)index_name_count(ix),
                   (unsigned long long)index_bytes(ix), hash);
        return;
    }
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_text(&w, "index", slice_of(path));
    json_pair_bool(&w, "sound", true);
    json_pair_text(&w, "hash", slice_of(hash));
    json_pair_u64(&w, "entities", index_entity_count(ix));
    json_pair_u64(&w, "names", index_name_count(ix));
    json_pair_u64(&w, "bytes", index_bytes(ix));
    json_end_object(&w);
    json_put_line_end(&w);
}

static int print_verdict(const struct command *self, bool json, const char *path)
{
    struct index *ix;
    int status = index_open_chosen(self->name, path, &ix);
    if (status != EXIT_DONE) {
        return status;
    }
    struct output output;
    struct buf text;
    output_init(&output);
    buf_init(&text, 1 << 16);
    put_verdict(json, path, ix, &text);
    (void)output_take(&output, &text);
    buf_release(&text);
    index_close(ix);
    return output_end(&output, self->name, EXIT_DONE);
}

static int run(const struct command *self, int argc, char **argv)
{
    struct verify_values v = {0};
    struct diag diag = {0};
    char path[INDEX_PATH_MAX];
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 0, 1, &count);
    if (status >= 0) {
        return status;
    }
    if (!index_choose(count ? argv[1] : v.index, path)) {
        complain(self->name, "no index: neither INDEX, nor $VAGLIO_INDEX, nor a home folder");
        return EXIT_INPUT;
    }
    if (index_verify(path, &diag) < 0) {
        if (!diag.source[0]) {
            diag_at(&diag, path, 0, 0);
        }
        return complain_diag(self->name, &diag, index_hint(diag.code));
    }
    return print_verdict(self, v.json, path);
}

const struct command COMMAND_VERIFY = {
    .name = "verify",
    .arguments = "[INDEX]",
    .summary = "check every byte of an index",
    .prose = "Reads an index from beginning to end and checks every hash, offset and text in "
             "it. Exit status 3 when it is damaged, with the place of the damage.",
    .examples = "  vaglio verify\n"
                "  vaglio verify /srv/lists.idx && echo sound\n",
    .options = OPTIONS,
    .run = run,
};
