#include "text/romanise.h"

#include <utf8proc.h>

#include "text/tables.h"

enum { SEGMENT_FORMS_MAX = 16, KEPT = TOKEN_FORMS_MAX };

/* What one letter or run of letters may be spelled as. */
struct segment {
    const char *form[SEGMENT_FORMS_MAX];
    uint16_t cost[SEGMENT_FORMS_MAX];
    size_t count;
    char own[2]; /* the spelling of a letter that needs no table */
};

/* One spelling under construction. */
struct partial {
    char text[TOKEN_BYTES_MAX];
    size_t n;
    unsigned cost;
};

static bool look_up(const uint32_t *cp, size_t count, bool first, bool last, uint32_t *row)
{
    char key[64];
    size_t n = 1;
    key[0] = '^';
    for (size_t i = 0; i < count && n + 5 < sizeof key; i++) {
        n += utf8_put(cp[i], key + n);
    }
    key[n] = '$';
    const struct word_table *t = &TABLE_LETTERS;
    return (first && last && word_table_get(t, (struct slice){key, n + 1}, row)) ||
           (first && word_table_get(t, (struct slice){key, n}, row)) ||
           (last && word_table_get(t, (struct slice){key + 1, n}, row)) ||
           word_table_get(t, (struct slice){key + 1, n - 1}, row);
}

static void from_row(struct segment *s, uint32_t row)
{
    s->count = 0;
    for (size_t i = 0; i < letter_count[row] && s->count < SEGMENT_FORMS_MAX; i++) {
        s->form[s->count] = table_text(letter_form[letter_first[row] + i]);
        s->cost[s->count++] = letter_cost[letter_first[row] + i];
    }
}

static bool from_base(struct segment *s, uint32_t cp)
{
    utf8proc_int32_t parts[24];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts, 24,
                                                 UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT,
                                                 &boundary);
    uint32_t base = n > 0 ? (uint32_t)parts[0] : cp;
    uint32_t row;
    if (base < 0x80 && ascii_is_alnum((char)base)) {
        s->own[0] = ascii_lower((char)base);
        s->own[1] = '\0';
        s->form[0] = s->own;
        s->cost[0] = 0;
        s->count = 1;
        return true;
    }
    if (look_up(&base, 1, false, false, &row)) {
        from_row(s, row);
        return true;
    }
    return false;
}

/* The segment that begins at cp[at]; returns how many code points it covers, 0 when unread. */
static size_t segment_at(const uint32_t *cp, size_t n, size_t at, struct segment *s)
{
    if (cp[at] >= 0x80) {
        size_t longest = n - at < letter_longest ? n - at : letter_longest;
        for (size_t length = longest; length > 0; length--) {
            uint32_t row;
            if (look_up(cp + at, length, at == 0, at + length == n, &row)) {
                from_row(s, row);
                return length;
            }
        }
    }
    return from_base(s, cp[at]) ? 1 : 0;
}

static bool holds(const struct partial *list, size_t n, const struct partial *p)
{
    for (size_t i = 0; i < n; i++) {
        if (list[i].n == p->n && memcmp(list[i].text, p->text, p->n) == 0) {
            return true;
        }
    }
    return false;
}

/* Keeps the list sorted by cost, at most KEPT long; the first of equals stays in front. */
static size_t keep(struct partial *list, size_t n, const struct partial *p)
{
    if (holds(list, n, p)) {
        return n;
    }
    size_t at = n;
    while (at > 0 && list[at - 1].cost > p->cost) {
        at--;
    }
    if (at >= KEPT) {
        return n;
    }
    size_t last = n < KEPT ? n : KEPT - 1;
    memmove(list + at + 1, list + at, (last - at) * sizeof *list);
    list[at] = *p;
    return n < KEPT ? n + 1 : n;
}

static size_t extend(const struct partial *list, size_t n, const struct segment *s,
                     struct partial *out)
{
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < s->count; k++) {
            struct partial p = list[i];
            size_t length = strlen(s->form[k]);
            if (p.n + length > sizeof p.text) {
                length = sizeof p.text - p.n;
            }
            memcpy(p.text + p.n, s->form[k], length);
            p.n += length;
            p.cost += s->cost[k];
            count = keep(out, count, &p);
        }
    }
    return count;
}

size_t romanise(struct arena *arena, const uint32_t *cp, size_t n,
                struct form out[TOKEN_FORMS_MAX])
{
    struct partial lists[2][KEPT];
    size_t count = 1;
    size_t now = 0;
    lists[0][0] = (struct partial){.n = 0};
    for (size_t at = 0; at < n;) {
        struct segment s;
        size_t covered = segment_at(cp, n, at, &s);
        if (covered == 0) {
            return 0;
        }
        count = extend(lists[now], count, &s, lists[1 - now]);
        now = 1 - now;
        at += covered;
    }
    size_t made = 0;
    for (size_t i = 0; i < count; i++) {
        const struct partial *p = &lists[now][i];
        struct slice text = arena_copy(arena, (struct slice){p->text, p->n});
        if (text.n > 0) {
            out[made++] = (struct form){.text = text,
                                        .cost = (uint16_t)(p->cost > 9999 ? 9999 : p->cost)};
        }
    }
    return arena_failed(arena) ? 0 : made;
}
