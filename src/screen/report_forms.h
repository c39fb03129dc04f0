/*
 * report_forms - the four forms of a report, one file each; report.c chooses.
 */
#ifndef SCREEN_REPORT_FORMS_H
#define SCREEN_REPORT_FORMS_H

#include "screen/hit_view.h"
#include "screen/report.h"

struct json_writer;

/* The parties found, gathered; views is NULL for a row with an error. */
typedef void (*report_row_fn)(const struct report *r, const struct report_row *row,
                              const struct hit_view *views, struct buf *out);

struct report_form {
    void (*begin)(const struct report *r, struct buf *out);
    report_row_fn row;
    void (*end)(const struct report *r, const struct report_totals *totals, struct buf *out);
};

extern const struct report_form REPORT_FORM_JSON;
extern const struct report_form REPORT_FORM_CSV;
extern const struct report_form REPORT_FORM_HTML;
extern const struct report_form REPORT_FORM_TABLE;

/* ---- pieces that other commands use, too ---- */

/* The member "made_by". */
void report_made_by(struct json_writer *w, const struct report_maker *maker);

/* The members "terms", "mnat" and "step": every term, their sum, and from the sum the score. */
void report_terms(struct json_writer *w, const struct term *terms, size_t n, int32_t mnat,
                  uint16_t score);

/* The same as lines of a table, each after `indent` blanks. */
void report_terms_table(const struct term *terms, size_t n, int32_t mnat, uint16_t score,
                        size_t indent, struct buf *out);

/* "0.987" into out. */
void report_score(struct buf *out, unsigned thousandths);

/* The words for an answer whose question was cut. */
#define REPORT_CUT_TEXT                                                                        \
    "the question was longer than is compared: some words or names were left out"

#endif
