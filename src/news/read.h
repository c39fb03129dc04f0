/*
 * read - an article through all the layers, and out again as JSON or as a page for people.
 *
 *     news_read(&session, &document, &article, &diag)
 *     news_json(&document, &session, maker, &out)   or   news_page(&document, flags, &out)
 *
 * An article that cannot be read (no UTF-8, too long) fails alone; the session and the document
 * serve the next one.
 */
#ifndef NEWS_READ_H
#define NEWS_READ_H

#include "format/json_writer.h"
#include "news/ingest.h"
#include "news/session.h"

MUST_USE int news_read(struct news_session *s, struct document *d, const struct article *a,
                       struct diag *diag);

/* Writes the member "made_by" of an object; the command's own. */
typedef void news_maker_fn(void *context, struct json_writer *w);

/* One line of JSON.  ERR_FORMAT when the index turns out damaged, ERR_MEMORY. */
MUST_USE int news_json(const struct document *d, const struct news_session *s,
                       news_maker_fn *maker, void *context, struct buf *out, struct diag *diag);

enum news_page_flags { NEWS_PAGE_COLOUR = 1 << 0 };

/* For people, 80 columns: the alert first. */
void news_page(const struct document *d, unsigned flags, struct buf *out);

/* SHA-256 in hexadecimal. */
enum { SHA256_TEXT = 65 };
void sha256_text(struct slice bytes, char out[SHA256_TEXT]);

#endif
