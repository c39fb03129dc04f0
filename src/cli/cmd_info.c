/*
 * vaglio info [INDEX]: what an index holds, and where it comes from.
 */
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/index_choice.h"
#include "cli/output.h"
#include "format/json_writer.h"
#include "screen/display.h"

#include <stdio.h>
#include <time.h>

struct info_values {
    const char *index;
    bool json;
};

#define AT(member) offsetof(struct info_values, member)

/* clang-format off */
static const struct option OPTIONS[] = {
    OPTION_ROW_TEXT("index", "FILE", "$VAGLIO_INDEX, else lists.idx in the data folder",
        AT(index), "The index."),
    OPTION_ROW_FLAG("json", AT(json),
        "JSON, for machines."),
    {0},
};
/* clang-format on */

enum { LIST_WIDTH = 26, DATE_WIDTH = 10, COUNT_WIDTH = 9, TIME_TEXT = 32 };

static void hash_text(uint64_t hash, char out[17])
{
    (void)snprintf(out, 17, "%016llx", (unsigned long long)hash);
}

/* "2026-07-01T00:00:00Z", or empty for 0: nobody said. */
static void time_text(uint64_t time, char out[TIME_TEXT])
{
    struct tm parts;
    time_t seconds = (time_t)time;
    out[0] = '\0';
    if (time && gmtime_r(&seconds, &parts)) {
        (void)strftime(out, TIME_TEXT, "%Y-%m-%dT%H:%M:%SZ", &parts);
    }
}

static void json_list(struct json_writer *w, const struct list_info *list)
{
    char hash[17];
    hash_text(list->hash, hash);
    json_begin_object(w);
    json_pair_text(w, "id", list->dataset);
    json_pair_text_or_null(w, "title", list->title);
    json_pair_text_or_null(w, "date", list->date);
    json_pair_text(w, "hash", slice_of(hash));
    json_pair_u64(w, "records", list->records);
    json_pair_u64(w, "read", list->read);
    json_pair_u64(w, "refused", list->refused);
    json_end_object(w);
}

static int put_json(const struct index *ix, const char *path, struct buf *out)
{
    char hash[17];
    char time[TIME_TEXT];
    struct json_writer w;
    hash_text(index_hash(ix), hash);
    time_text(index_time(ix), time);
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_text(&w, "index", slice_of(path));
    json_pair_text(&w, "hash", slice_of(hash));
    json_pair_text_or_null(&w, "time", slice_of(time));
    json_pair_u64(&w, "bytes", index_bytes(ix));
    json_pair_u64(&w, "entities", index_entity_count(ix));
    json_pair_u64(&w, "parties", index_party_count(ix));
    json_pair_u64(&w, "names", index_name_count(ix));
    json_put_key(&w, "lists");
    json_begin_array(&w);
    for (uint32_t i = 0; i < index_list_count(ix); i++) {
        struct list_info list;
        TRY(index_list(ix, i, &list));
        json_list(&w, &list);
    }
    json_end_array(&w);
    json_end_object(&w);
    json_put_line_end(&w);
    return 0;
}

static void table_count(struct buf *out, uint64_t n)
{
    buf_printf(out, " %*llu", COUNT_WIDTH, (unsigned long long)n);
}

static void table_list(struct buf *out, const struct list_info *list)
{
    display_left(out, list->dataset, LIST_WIDTH);
    buf_add_char(out, ' ');
    display_left(out, list->date.n ? list->date : SLICE("unknown"), DATE_WIDTH);
    table_count(out, list->records);
    table_count(out, list->read);
    table_count(out, list->refused);
    buf_add_char(out, '\n');
}

static int put_table(const struct index *ix, const char *path, struct buf *out)
{
    char time[TIME_TEXT];
    time_text(index_time(ix), time);
    buf_printf(out, "%s: %llu bytes, hash %016llx\n", path, (unsigned long long)index_bytes(ix),
               (unsigned long long)index_hash(ix));
    buf_printf(out, "%lu entities, %lu of them parties, with %lu names%s%s\n\n",
               (unsigned long)index_entity_count(ix), (unsigned long)index_party_count(ix),
               (unsigned long)index_name_count(ix), time[0] ? "; as of " : "", time);
    buf_printf(out, "%-*s %-*s %*s %*s %*s\n", LIST_WIDTH, "list", DATE_WIDTH, "date",
               COUNT_WIDTH, "records", COUNT_WIDTH, "read", COUNT_WIDTH, "refused");
    for (uint32_t i = 0; i < index_list_count(ix); i++) {
        struct list_info list;
        TRY(index_list(ix, i, &list));
        table_list(out, &list);
    }
    return 0;
}

static int print(const struct command *self, const struct info_values *v, const char *path,
                 const struct index *ix)
{
    struct output output;
    struct buf text;
    output_init(&output);
    buf_init(&text, 64 << 20);
    int result = v->json ? put_json(ix, path, &text) : put_table(ix, path, &text);
    int status = EXIT_DONE;
    if (result < 0) {
        complain(self->name, "%s: the table of lists is damaged", path);
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
    struct info_values v = {0};
    struct index *ix;
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 0, 1, &count);
    if (status >= 0) {
        return status;
    }
    char path[INDEX_PATH_MAX] = "";
    const char *named = count ? argv[1] : v.index;
    status = index_open_chosen(self->name, named, &ix);
    if (status != EXIT_DONE) {
        return status;
    }
    (void)index_choose(named, path); /* it was just chosen that way */
    status = print(self, &v, path, ix);
    index_close(ix);
    return status;
}

const struct command COMMAND_INFO = {
    .name = "info",
    .arguments = "[INDEX]",
    .summary = "what an index holds",
    .prose = "Shows which lists an index was built from, with their dates and how many records "
             "were read and refused, and the hash that answers made with it carry.",
    .examples = "  vaglio info\n"
                "  vaglio info /srv/lists.idx --json\n",
    .options = OPTIONS,
    .run = run,
};
