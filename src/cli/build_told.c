#include "cli/build_told.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/complain.h"
#include "format/json_writer.h"

static void put_row(struct buf *out, const char *list, const char *date,
                    const struct list_counts *c, int width)
{
    buf_printf(out, "%-*s  %-10s %9llu %9llu %8llu %9llu %9llu\n", width, list, date,
               (unsigned long long)c->records, (unsigned long long)c->read,
               (unsigned long long)c->refused, (unsigned long long)c->entities,
               (unsigned long long)c->names);
}

void build_told_table(const struct build_told *t, struct buf *out)
{
    struct list_counts sum = {0};
    int width = 5;
    for (size_t i = 0; i < plan_count(t->plan); i++) {
        int n = (int)strlen(plan_at(t->plan, i)->dataset);
        width = n > width ? n : width;
    }
    buf_printf(out, "%-*s  %-10s %9s %9s %8s %9s %9s\n", width, "list", "date", "records",
               "read", "refused", "entities", "names");
    for (size_t i = 0; i < plan_count(t->plan); i++) {
        const struct snapshot *s = plan_at(t->plan, i);
        if (t->bad[i]) {
            buf_printf(out, "%-*s  %-10s could not be read\n", width, s->dataset,
                       s->date[0] ? s->date : "unknown");
            continue;
        }
        put_row(out, s->dataset, s->date[0] ? s->date : "unknown", &s->counts, width);
        sum.records += s->counts.records;
        sum.read += s->counts.read;
        sum.refused += s->counts.refused;
        sum.entities += s->counts.entities;
        sum.names += s->counts.names;
    }
    put_row(out, "total", "", &sum, width);
    buf_printf(out, "\n%s: %llu parties, %llu entities, %llu names, %llu bytes\n", t->path,
               (unsigned long long)t->outcome->parties,
               (unsigned long long)t->outcome->entities, (unsigned long long)t->outcome->names,
               (unsigned long long)t->outcome->bytes);
    if (t->outcome->joined) {
        buf_printf(out, "%llu records went into the party of another one: vaglio merges ID\n",
                   (unsigned long long)t->outcome->joined);
    }
}

static void put_list_json(struct json_writer *w, const struct snapshot *s, bool bad)
{
    json_begin_object(w);
    json_pair_text(w, "list", slice_of(s->dataset));
    json_pair_text(w, "title", slice_of(s->reader->title));
    json_pair_text_or_null(w, "date", slice_of(s->date));
    json_pair_bool(w, "left_out", bad);
    json_pair_u64(w, "records", bad ? 0 : s->counts.records);
    json_pair_u64(w, "read", bad ? 0 : s->counts.read);
    json_pair_u64(w, "refused", bad ? 0 : s->counts.refused);
    json_pair_u64(w, "entities", bad ? 0 : s->counts.entities);
    json_pair_u64(w, "names", bad ? 0 : s->counts.names);
    json_put_key(w, "remarks");
    json_begin_object(w);
    for (unsigned k = 0; k < REMARK_KINDS; k++) {
        json_pair_u64(w, remark_kind_name((enum remark_kind)k), s->counts.remarks[k]);
    }
    json_end_object(w);
    json_end_object(w);
}

void build_told_json(const struct build_told *t, struct buf *out)
{
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_text(&w, "index", slice_of(t->path));
    json_pair_u64(&w, "time", t->time);
    json_put_key(&w, "lists");
    json_begin_array(&w);
    for (size_t i = 0; i < plan_count(t->plan); i++) {
        put_list_json(&w, plan_at(t->plan, i), t->bad[i]);
    }
    json_end_array(&w);
    json_pair_u64(&w, "joined", t->outcome->joined);
    json_pair_u64(&w, "parties", t->outcome->parties);
    json_pair_u64(&w, "entities", t->outcome->entities);
    json_pair_u64(&w, "names", t->outcome->names);
    json_pair_u64(&w, "bytes", t->outcome->bytes);
    json_end_object(&w);
    json_put_line_end(&w);
}

/* "us_ofac_sdn: orphan no_entity: 40 times, first add.csv:12432: words". */
static void tell_group(const char *command, const struct remark_group *g)
{
    const char *kind = remark_kind_name(g->kind);
    bool same = strcmp(kind, g->code) == 0;
    char times[64] = "";
    if (g->remarks > 1) {
        (void)snprintf(times, sizeof times, "%llu times, first ",
                       (unsigned long long)g->remarks);
    }
    complain(command, "%s%s%s%s%s: %s%s: %s", g->list, g->list[0] ? ": " : "", kind,
             same ? "" : " ", same ? "" : g->code, times, g->where, g->text);
}

void build_told_remarks(const char *command, const struct remark_book *plan,
                        const struct remark_book *readers, bool *hidden)
{
    const struct remark_book *const books[] = {plan, readers};
    *hidden = false;
    for (size_t k = 0; k < 2; k++) {
        for (size_t i = 0; i < books[k]->groups.n; i++) {
            tell_group(command, &books[k]->groups.p[i]);
            *hidden |= books[k]->groups.p[i].remarks > 1;
        }
    }
}

int build_told_report(const char *path, const struct remark_book *plan,
                      const struct remark_book *readers, struct diag *diag)
{
    struct file_replacement file;
    TRY(file_replace_begin(&file, path, diag));
    int result = file_replace_write(&file, buf_slice(&plan->lines), diag);
    if (result == 0) {
        result = file_replace_write(&file, buf_slice(&readers->lines), diag);
    }
    if (result < 0) {
        file_replace_abandon(&file);
        return result;
    }
    return file_replace_commit(&file, diag);
}
