#include "merge/decisions.h"

#include <stdlib.h>

enum { COLUMNS = 4 };

static int read_line(struct decisions *d, struct slice line, struct diag *diag)
{
    struct slice cells[COLUMNS];
    for (size_t i = 0; i < COLUMNS; i++) {
        cells[i] = slice_trim(slice_next(&line, '\t'));
        if (cells[i].n == 0) {
            FAIL(diag, ERR_FORMAT,
                 "a decision needs verdict, two record ids and a reason, "
                 "divided by tabs");
        }
    }
    bool same = slice_is(cells[0], "same");
    if (!same && !slice_is(cells[0], "different")) {
        FAIL(diag, ERR_FORMAT, "'%.*s' is no verdict: same or different", SLICE_ARG(cells[0]));
    }
    int order = slice_cmp(cells[1], cells[2]);
    if (order == 0) {
        FAIL(diag, ERR_FORMAT, "a decision needs two records, and '%.*s' stands there twice",
             SLICE_ARG(cells[1]));
    }
    struct decision *new = VEC_ADD(&d->list);
    if (!new) {
        FAIL(diag, ERR_MEMORY, "no memory for the decisions");
    }
    *new = (struct decision){.a = order < 0 ? cells[1] : cells[2],
                             .b = order < 0 ? cells[2] : cells[1],
                             .reason = cells[3],
                             .same = same,
                             .place = (uint32_t)d->list.n};
    return 0;
}

int decisions_read(struct decisions *d, struct slice table, const char *source,
                   struct diag *diag)
{
    for (uint64_t number = 1; table.n; number++) {
        struct slice line = slice_next(&table, '\n');
        struct slice text = slice_trim(line);
        if (text.n == 0 || text.p[0] == '#') {
            continue;
        }
        int result = read_line(d, line, diag);
        if (result < 0) {
            if (diag && source) {
                diag_at(diag, source, number, 0);
            }
            return result;
        }
    }
    return 0;
}

static int compare(const void *a, const void *b)
{
    const struct decision *x = a;
    const struct decision *y = b;
    int c = slice_cmp(x->a, y->a);
    c = c ? c : slice_cmp(x->b, y->b);
    return c ? c : (x->place > y->place) - (x->place < y->place);
}

void decisions_settle(struct decisions *d)
{
    size_t kept = 0;
    if (d->list.n) {
        qsort(d->list.p, d->list.n, sizeof *d->list.p, compare);
    }
    for (size_t i = 0; i < d->list.n; i++) {
        bool again = kept && slice_eq(d->list.p[kept - 1].a, d->list.p[i].a) &&
                     slice_eq(d->list.p[kept - 1].b, d->list.p[i].b);
        kept -= again;
        d->list.p[kept++] = d->list.p[i];
    }
    d->list.n = kept;
}

void decisions_release(struct decisions *d)
{
    VEC_RELEASE(&d->list);
}
