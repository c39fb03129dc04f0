#include "index/token_codec.h"

#include "base/num.h"
#include "index/layout.h"

void token_encode(const struct token *t, struct buf *out)
{
    buf_add_char(out, (char)t->script);
    buf_add_char(out, (char)(t->flags & ~(TOKEN_AFTER_COMMA | TOKEN_DOTTED)));
    buf_add_char(out, (char)t->languages);
    buf_add_char(out, (char)t->known);
    put_varint(out, t->native.n);
    buf_add(out, t->native);
    buf_add_char(out, (char)t->form_count);
    for (size_t i = 0; i < t->form_count; i++) {
        put_varint(out, t->forms[i].cost);
        put_varint(out, t->forms[i].text.n);
        buf_add(out, t->forms[i].text);
    }
    buf_add_char(out, (char)t->code_count);
    for (size_t i = 0; i < t->code_count; i++) {
        buf_add_u32(out, t->codes[i].value);
        buf_add_char(out, (char)t->codes[i].type);
        buf_add_char(out, (char)t->codes[i].detail);
    }
}

static bool get_bytes(struct slice s, size_t *at, uint64_t n, struct slice *out)
{
    if (n > s.n - *at) {
        return false;
    }
    *out = (struct slice){s.p + *at, (size_t)n};
    *at += (size_t)n;
    return true;
}

static bool get_text(struct slice s, size_t *at, struct slice *out)
{
    uint64_t n;
    return get_varint(s, at, &n) && n <= TOKEN_BYTES_MAX && get_bytes(s, at, n, out);
}

static bool get_forms(struct slice s, size_t *at, struct arena *arena, struct token *t)
{
    struct slice count;
    if (!get_bytes(s, at, 1, &count) || (unsigned char)count.p[0] > TOKEN_FORMS_MAX) {
        return false;
    }
    t->form_count = (uint8_t)count.p[0];
    t->forms = ARENA_ARRAY(arena, struct form, t->form_count);
    for (size_t i = 0; t->forms && i < t->form_count; i++) {
        uint64_t cost;
        if (!get_varint(s, at, &cost) || cost > UINT16_MAX ||
            !get_text(s, at, &t->forms[i].text)) {
            return false;
        }
        t->forms[i].cost = (uint16_t)cost;
        form_measure(&t->forms[i]);
    }
    return t->forms != NULL;
}

static bool get_codes(struct slice s, size_t *at, struct arena *arena, struct token *t)
{
    struct slice count;
    if (!get_bytes(s, at, 1, &count) || (unsigned char)count.p[0] > TOKEN_CODES_MAX) {
        return false;
    }
    t->code_count = (uint8_t)count.p[0];
    t->codes = ARENA_ARRAY(arena, struct code, t->code_count);
    for (size_t i = 0; t->codes && i < t->code_count; i++) {
        struct slice row;
        if (!get_bytes(s, at, 6, &row)) {
            return false;
        }
        t->codes[i] = (struct code){le32(row.p), (uint8_t)row.p[4], (uint8_t)row.p[5]};
    }
    return t->codes != NULL;
}

bool token_decode(struct slice bytes, size_t at, struct arena *arena, struct token *out)
{
    struct slice head;
    struct token t = {.class = 0};
    if (at > bytes.n || !get_bytes(bytes, &at, 4, &head)) {
        return false;
    }
    t.script = (uint8_t)head.p[0];
    t.flags = (uint8_t)head.p[1];
    t.languages = (uint8_t)head.p[2];
    t.known = head.p[3] != 0;
    if (t.script >= SCRIPT_COUNT || !get_text(bytes, &at, &t.native) ||
        !get_forms(bytes, &at, arena, &t) || !get_codes(bytes, &at, arena, &t)) {
        return false;
    }
    *out = t;
    return true;
}
