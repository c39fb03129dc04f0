#include "index/layout.h"

void put_varint(struct buf *b, uint64_t v)
{
    while (v >= 0x80) {
        buf_add_char(b, (char)(v | 0x80));
        v >>= 7;
    }
    buf_add_char(b, (char)v);
}

bool get_varint(struct slice s, size_t *at, uint64_t *v)
{
    uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && *at < s.n; shift += 7) {
        unsigned char c = (unsigned char)s.p[(*at)++];
        value |= (uint64_t)(c & 0x7F) << shift;
        if (c < 0x80) {
            *v = value;
            return true;
        }
    }
    return false;
}

const char *chunk_name(enum chunk c)
{
    static const char *const NAMES[CHUNK_COUNT] = {
        "strings",     "lists",  "entity_at",   "entities",  "schemas",    "records",
        "identifiers", "names",  "name_tokens", "tokens",    "token_data", "posting_at",
        "postings",    "native", "forms",       "form_text", "segments",   "keys",
        "codes",       "joins",  "exact",       "merges",
    };
    return NAMES[c];
}
