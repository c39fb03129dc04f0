#include "screen/report.h"

#include "screen/display.h"
#include "screen/report_forms.h"

static const struct report_form *form_of(const struct report *r)
{
    static const struct report_form *const FORMS[] = {
        [REPORT_JSON] = &REPORT_FORM_JSON,
        [REPORT_CSV] = &REPORT_FORM_CSV,
        [REPORT_HTML] = &REPORT_FORM_HTML,
        [REPORT_TABLE] = &REPORT_FORM_TABLE,
    };
    return FORMS[r->format];
}

void report_begin(const struct report *r, struct buf *out)
{
    form_of(r)->begin(r, out);
}

int report_row(const struct report *r, const struct report_row *row, struct arena *arena,
               struct buf *out, struct diag *diag)
{
    struct hit_view *views = NULL;
    if (row->answer) {
        TRY(hit_views(r->maker.index, row->answer, arena, &views, diag));
    }
    if (!(r->flags & REPORT_TERMINAL) || r->format == REPORT_TABLE) {
        form_of(r)->row(r, row, views, out);
        return 0;
    }
    struct buf piece;
    buf_init(&piece, out->limit);
    form_of(r)->row(r, row, views, &piece);
    display_harmless(out, buf_slice(&piece));
    bool failed = buf_failed(&piece);
    buf_release(&piece);
    if (failed) {
        FAIL(diag, ERR_LIMIT, "the answer is too long");
    }
    return 0;
}

void report_end(const struct report *r, const struct report_totals *totals, struct buf *out)
{
    form_of(r)->end(r, totals, out);
}

void report_score(struct buf *out, unsigned thousandths)
{
    buf_printf(out, "%u.%03u", thousandths / 1000, thousandths % 1000);
}
