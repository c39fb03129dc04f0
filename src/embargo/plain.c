#include "embargo/plain.h"

#include <utf8proc.h>

#include "base/utf8.h"

enum { PIECES = 32 /* the longest decomposition of one character is 18 */ };

struct folding {
    char *p;          /* the folded bytes */
    size_t room;      /* for so many */
    size_t n;         /* bytes so far */
    bool in_word;     /* the last character belonged to a word */
    size_t words_max; /* words that there is room for */
    struct plain *out;
};

static bool is_word_char(uint32_t c)
{
    if (c < 128) {
        return ascii_is_alnum((char)c);
    }
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

static bool is_mark(uint32_t c)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
    return category >= UTF8PROC_CATEGORY_MN && category <= UTF8PROC_CATEGORY_ME;
}

/* Appends one folded character of a word; false when there is no more room. */
static bool add(struct folding *f, uint32_t c, size_t from, size_t to)
{
    struct plain *out = f->out;
    if (f->n + 5 > f->room || (!f->in_word && out->n == f->words_max)) {
        return false;
    }
    if (!f->in_word) {
        if (f->n) {
            f->p[f->n++] = ' ';
        }
        out->words[out->n++] = (struct plain_word){.at = f->n, .from = from};
        f->in_word = true;
    }
    f->n += utf8_put(c, f->p + f->n);
    out->words[out->n - 1].end = f->n;
    out->words[out->n - 1].to = to;
    return true;
}

static bool add_decomposed(struct folding *f, uint32_t c, size_t from, size_t to)
{
    utf8proc_int32_t pieces[PIECES];
    int boundclass = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        (utf8proc_int32_t)c, pieces, PIECES,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD, &boundclass);
    for (utf8proc_ssize_t i = 0; i < n && n <= PIECES; i++) {
        uint32_t piece = (uint32_t)pieces[i];
        if (is_word_char(piece)) {
            if (!add(f, piece, from, to)) {
                return false;
            }
        } else if (!is_mark(piece)) {
            f->in_word = false;
        }
    }
    return true;
}

/* Small Cyrillic letters, of which the tables are full, are what they are but for й. */
enum { CYRILLIC_A = 0x430, CYRILLIC_I = 0x438, CYRILLIC_SHORT_I = 0x439, CYRILLIC_YA = 0x44F };

static bool add_any(struct folding *f, uint32_t c, size_t from, size_t to)
{
    if (c >= CYRILLIC_A && c <= CYRILLIC_YA) {
        return add(f, c == CYRILLIC_SHORT_I ? CYRILLIC_I : c, from, to);
    }
    if (c >= 128) {
        return add_decomposed(f, c, from, to);
    }
    if (ascii_is_alnum((char)c)) {
        return add(f, (uint32_t)ascii_lower((char)c), from, to);
    }
    f->in_word = false;
    return true;
}

bool plain_fold(struct arena *arena, struct slice raw, struct plain *out)
{
    size_t most = raw.n / 2 < PLAIN_WORDS_MAX ? raw.n / 2 + 1 : PLAIN_WORDS_MAX;
    /* A character seldom grows when it is folded; a text of nothing but such is cut. */
    size_t room = raw.n < PLAIN_MAX / 4 ? raw.n * 4 + 64 : PLAIN_MAX;
    struct folding f = {.room = room, .words_max = most, .out = out};
    f.p = arena_alloc(arena, room);
    *out = (struct plain){.words = ARENA_ARRAY(arena, struct plain_word, most)};
    if (!f.p || !out->words) {
        return false;
    }
    size_t at = 0;
    size_t from = 0;
    uint32_t c;
    while (utf8_next(raw, &at, &c) && add_any(&f, c, from, at)) {
        from = at;
    }
    out->text = (struct slice){f.p, f.n};
    return true;
}
