/* An article: text or HTML, read without lists, written as JSON. */
#include <stdint.h>

#include "news/read.h"

static struct news_session session;
static struct document document;
static struct embargo *embargo;

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct article a = {
        .id = SLICE("fuzz"), .date = SLICE("2024-06-12"), .text = {(const char *)data, size}};
    struct buf out;
    if (!embargo && (embargo_open(NULL, &embargo, NULL) < 0 ||
                     session_open(&session, NULL, embargo, NULL) < 0)) {
        return 0;
    }
    if (!document.folded.limit) {
        document_init(&document);
    }
    buf_init(&out, (size_t)1 << 28);
    if (news_read(&session, &document, &a, NULL) == 0) {
        (void)!news_json(&document, &session, NULL, NULL, &out, NULL);
        news_page(&document, NEWS_PAGE_COLOUR, &out);
    }
    buf_release(&out);
    return 0;
}
