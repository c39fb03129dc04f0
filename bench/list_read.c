/*
 * list_read [-n] PATH… - what the readers hand out, without an index: one JSON object a list.
 *
 * With -n every name is printed first, one a line behind "n\t" and its record id.
 * Counts parties, names, identifiers and links as they are handed out, remarks by kind and
 * code, the CPU time of reading and the peak memory of this process.  bench/lists.py compares the counts
 * with its own.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "base/vec.h"
#include "lists/plan.h"
#include "lists/remark_book.h"

struct code {
    enum remark_kind kind;
    char word[48];
    uint64_t count;
};

struct tally {
    uint64_t parties, sanctions, links, names, identifiers;
    bool print_names;
    VEC(struct code) codes;
};

/* Line ends within a name would begin another line. */
static void print_name(struct slice id, struct slice name)
{
    printf("n\t%.*s\t", SLICE_ARG(id));
    for (size_t i = 0; i < name.n; i++) {
        putchar(name.p[i] == '\n' || name.p[i] == '\r' ? ' ' : name.p[i]);
    }
    putchar('\n');
}

static int on_entity(void *context, const struct entity *e, struct diag *diag)
{
    struct tally *t = context;
    (void)diag;
    t->links += schema_is_link(e->schema) && e->schema != SCHEMA_SANCTION;
    t->sanctions += e->schema == SCHEMA_SANCTION;
    t->parties += schema_is_party(e->schema);
    for (size_t i = 0; i < e->value_count; i++) {
        bool name = property_type(e->values[i].prop) == TYPE_NAME;
        t->names += name;
        if (name && t->print_names) {
            print_name(e->id, e->values[i].text);
        }
        t->identifiers += property_type(e->values[i].prop) == TYPE_IDENTIFIER;
    }
    return 0;
}

static void on_remark(void *context, const struct remark *r)
{
    struct tally *t = context;
    for (size_t i = 0; i < t->codes.n; i++) {
        if (t->codes.p[i].kind == r->kind && strcmp(t->codes.p[i].word, r->code) == 0) {
            t->codes.p[i].count += r->count;
            return;
        }
    }
    struct code *c = VEC_ADD(&t->codes);
    if (c) {
        c->kind = r->kind;
        c->count = r->count;
        (void)snprintf(c->word, sizeof c->word, "%s", r->code);
    }
}

static double cpu_seconds(void)
{
    struct rusage u;
    getrusage(RUSAGE_SELF, &u);
    return (double)(u.ru_utime.tv_sec + u.ru_stime.tv_sec) +
           (double)(u.ru_utime.tv_usec + u.ru_stime.tv_usec) / 1e6;
}

/* Not getrusage(): that of a child begins with what its parent had. */
static long peak_kib(void)
{
    char line[256];
    long kib = 0;
    FILE *f = fopen("/proc/self/status", "r");
    while (f && fgets(line, sizeof line, f)) {
        if (strncmp(line, "VmHWM:", 6) == 0) {
            kib = strtol(line + 6, NULL, 10);
        }
    }
    if (f) {
        (void)fclose(f);
    }
    return kib;
}

static void print(const struct snapshot *s, const struct tally *t, double seconds)
{
    const struct list_counts *c = &s->counts;
    printf("{\"list\":\"%s\",\"date\":\"%s\",\"records\":%llu,\"read\":%llu,\"refused\":%llu,"
           "\"parties\":%llu,\"names\":%llu,\"identifiers\":%llu,\"links\":%llu,"
           "\"seconds\":%.3f,\"peak_kib\":%ld,\"remarks\":{",
           s->dataset, s->date, (unsigned long long)c->records, (unsigned long long)c->read,
           (unsigned long long)c->refused, (unsigned long long)t->parties,
           (unsigned long long)t->names, (unsigned long long)t->identifiers,
           (unsigned long long)t->links, seconds, peak_kib());
    for (size_t i = 0; i < t->codes.n; i++) {
        printf("%s\"%s %s\":%llu", i ? "," : "", remark_kind_name(t->codes.p[i].kind),
               t->codes.p[i].word, (unsigned long long)t->codes.p[i].count);
    }
    printf("}}\n");
}

static int read_one(struct snapshot *s, bool names, struct diag *diag)
{
    struct tally t = {.print_names = names};
    const struct list_sink sink = {&t, on_entity, on_remark, NULL};
    double before = cpu_seconds();
    int result = s->reader->read(s, &sink, diag);
    if (result == 0) {
        print(s, &t, cpu_seconds() - before);
    }
    VEC_RELEASE(&t.codes);
    return result;
}

static int read_all(struct plan *p, char **paths, int n, bool names, struct diag *diag)
{
    for (int i = 0; i < n; i++) {
        TRY(plan_add(p, paths[i], diag));
    }
    TRY(plan_finish(p, diag));
    for (size_t i = 0; i < plan_count(p); i++) {
        TRY(read_one(plan_at(p, i), names, diag));
    }
    return 0;
}

int main(int argc, char **argv)
{
    struct plan *plan;
    struct tally planned = {0};
    struct diag diag = {0};
    bool names = argc > 1 && strcmp(argv[1], "-n") == 0;
    int first = names ? 2 : 1;
    if (argc <= first || plan_new(&plan, NULL, on_remark, &planned) < 0) {
        fputs("usage: list_read [-n] PATH...\n", stderr);
        return 2;
    }
    int result = read_all(plan, argv + first, argc - first, names, &diag);
    if (result < 0) {
        fprintf(stderr, "list_read: %s: %s\n", diag.source, diag.text);
    }
    plan_free(plan);
    VEC_RELEASE(&planned.codes);
    return result < 0 ? 3 : 0;
}
