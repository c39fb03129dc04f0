/*
 * ingest - bytes of an article to paragraphs: text, HTML, the dateline and the day.
 *
 * HTML is not parsed into a tree: tags are skipped where they stand, script and style with
 * what is in them, and the rest is text.  Nesting is of no account, so that no depth can hurt.
 * Broken markup is text or is skipped, never an error.
 *
 * Without a headline the first paragraph serves.  The second line of a text is a dateline when
 * it is short and holds a date or ends like one.
 */
#ifndef NEWS_INGEST_H
#define NEWS_INGEST_H

#include "news/document.h"

/* What the user says of an article. */
enum article_form { ARTICLE_ANY, ARTICLE_TEXT, ARTICLE_HTML }; /* any: by its first sign */
struct article {
    struct slice id;       /* file name or the id of a JSON line */
    struct slice title;    /* may be empty */
    struct slice date;     /* "2023-08-31" as given, or empty */
    struct slice language; /* "it", or empty */
    struct slice url;      /* where it was found, passed through; or empty */
    struct slice text;     /* borrowed; UTF-8 */
    uint8_t form;          /* enum article_form */
};

/* Does it look like markup? */
bool html_looks(struct slice text);

/* Fills plain and segments of a document whose source is HTML; paragraphs are parted by '\n'.
 * The title, if there is one, goes first. */
void html_read(struct document *d);

/* Plain text, paragraphs, day.  ERR_LIMIT, ERR_TEXT (with the byte where), ERR_MEMORY. */
MUST_USE int ingest(struct document *d, const struct article *a, struct diag *diag);

/* The publication day out of the dateline, once the tokens are there. */
void ingest_date(struct document *d, const struct article *a);

#endif
