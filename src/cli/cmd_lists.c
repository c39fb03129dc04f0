/*
 * vaglio lists [INDEX]: the state of the lists that an index was built from.
 */
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/output.h"
#include "format/json_writer.h"
#include "screen/display.h"

#include <stdio.h>

struct lists_values {
    const char *index;
    bool json;
};

#define AT(member) offsetof(struct lists_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    OPTION_ROW_TEXT("index", "FILE", "$VAGLIO_INDEX, else lists.idx in the data folder",
        AT(index), "The index."),
    OPTION_ROW_FLAG("json", AT(json),
        "JSON lines, one object a list."),
    {0},
};
/* clang-format on */

enum { LIST_WIDTH = 26, DATE_WIDTH = 10, COUNT_WIDTH = 9, TITLE_WIDTH = 60 };

static void put_json(struct buf *out, const struct list_info *list)
{
    struct json_writer w;
    char hash[17];
    (void)snprintf(hash, sizeof hash, "%016llx", (unsigned long long)list->hash);
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_text(&w, "list", list->dataset);
    json_pair_text_or_null(&w, "title", list->title);
    json_pair_text_or_null(&w, "date", list->date);
    json_pair_u64(&w, "records", list->records);
    json_pair_u64(&w, "read", list->read);
    json_pair_u64(&w, "refused", list->refused);
    json_pair_text(&w, "hash", slice_of(hash));
    json_end_object(&w);
    json_put_line_end(&w);
}

static void put_head(struct buf *out)
{
    buf_printf(out, "%-*s %-*s %*s %*s %*s  %-16s  %s\n", LIST_WIDTH, "list", DATE_WIDTH,
               "date", COUNT_WIDTH, "records", COUNT_WIDTH, "read", COUNT_WIDTH, "refused",
               "hash", "title");
}

static void put_row(struct buf *out, const struct list_info *list)
{
    display_left(out, list->dataset, LIST_WIDTH);
    buf_add_char(out, ' ');
    display_left(out, list->date.n ? list->date : SLICE("unknown"), DATE_WIDTH);
    buf_printf(out, " %*llu %*llu %*llu  %016llx  ", COUNT_WIDTH,
               (unsigned long long)list->records, COUNT_WIDTH, (unsigned long long)list->read,
               COUNT_WIDTH, (unsigned long long)list->refused, (unsigned long long)list->hash);
    (void)display_put(out, list->title, TITLE_WIDTH);
    buf_add_char(out, '\n');
}

static int put_lists(const struct index *ix, bool json, struct buf *out)
{
    if (!json) {
        put_head(out);
    }
    for (uint32_t i = 0; i < index_list_count(ix); i++) {
        struct list_info list;
        TRY(index_list(ix, i, &list));
        if (json) {
            put_json(out, &list);
        } else {
            put_row(out, &list);
        }
    }
    return 0;
}

static int print(const struct command *self, const struct lists_values *v,
                 const struct index *ix)
{
    struct output output;
    struct buf text;
    int status = EXIT_DONE;
    output_init(&output);
    buf_init(&text, 64 << 20);
    if (put_lists(ix, v->json, &text) < 0) {
        complain(self->name, "the table of lists is damaged");
        complain_hint("%s", index_hint(ERR_FORMAT));
        status = EXIT_INPUT;
    } else {
        (void)output_take(&output, &text);
    }
    buf_release(&text);
    return output_end(&output, self->name, status);
}

static int run(const struct command *self, int argc, char **argv)
{
    struct lists_values v = {0};
    struct index *ix;
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 0, 1, &count);
    if (status >= 0) {
        return status;
    }
    status = index_open_chosen(self->name, count ? argv[1] : v.index, &ix);
    if (status != EXIT_DONE) {
        return status;
    }
    status = print(self, &v, ix);
    index_close(ix);
    return status;
}

const struct command COMMAND_LISTS = {
    .name = "lists",
    .arguments = "[INDEX]",
    .summary = "the lists in an index, and their state",
    .prose =
        "Shows for each list that an index was built from its date, how many records its "
        "files held, how many were read and how many refused, and a hash of the files: two "
        "indexes with the same hashes were built from the same bytes.",
    .examples = "  vaglio lists\n"
                "  vaglio lists --json /srv/lists.idx\n",
    .options = OPTIONS,
    .run = run,
};
