/* Markup skipped, entities decoded, offsets kept. */
#include <stdio.h>

#include "base/utf8.h"
#include "news/ingest.h"

static const char *const BLOCKS[] = {
    "p",  "div", "br",         "h1",         "h2",    "h3",      "h4",      "h5",     "h6",
    "li", "ul",  "ol",         "tr",         "td",    "article", "section", "header", "footer",
    "hr", "nav", "blockquote", "figcaption", "title", "body",    "table",   NULL};
static const char *const SKIPPED[] = {"script", "style",  "noscript", "template", "svg",
                                      "nav",    "footer", "form",     NULL};

struct named {
    const char *name;
    uint32_t cp;
};
static const struct named ENTITIES[] = {
    {"amp", '&'},      {"lt", '<'},       {"gt", '>'},        {"quot", '"'},
    {"apos", '\''},    {"nbsp", ' '},     {"rsquo", 0x2019},  {"lsquo", 0x2018},
    {"ldquo", 0x201C}, {"rdquo", 0x201D}, {"laquo", 0xAB},    {"raquo", 0xBB},
    {"ndash", 0x2013}, {"mdash", 0x2014}, {"hellip", 0x2026}, {"agrave", 0xE0},
    {"egrave", 0xE8},  {"eacute", 0xE9},  {"igrave", 0xEC},   {"ograve", 0xF2},
    {"ugrave", 0xF9},  {"Egrave", 0xC8},  {"Agrave", 0xC0},   {"ccedil", 0xE7},
    {"ouml", 0xF6},    {"uuml", 0xFC},    {"auml", 0xE4},     {"euro", 0x20AC},
    {"iacute", 0xED},  {"aacute", 0xE1},  {"oacute", 0xF3},   {"uacute", 0xFA},
    {"ntilde", 0xF1},  {"szlig", 0xDF},   {"shy", 0xAD},
};

bool html_looks(struct slice text)
{
    struct slice head = slice_trim((struct slice){text.p, text.n < 4096 ? text.n : 4096});
    if (slice_starts(head, "\xEF\xBB\xBF")) {
        head = slice_trim(slice_cut(head, 3, head.n));
    }
    if (head.n < 3 || head.p[0] != '<') {
        return false;
    }
    return slice_starts_nocase(head, "<!doctype") || slice_starts_nocase(head, "<!--") ||
           slice_starts_nocase(head, "<?xml") || ascii_is_alpha(head.p[1]);
}

struct skipper {
    struct document *d;
    struct slice s;
    uint32_t at;
    bool joined; /* the last segment still runs on */
    bool blank;  /* plain ends with white space */
};

/* One piece of plain that begins at `source`. */
static void put(struct skipper *k, const char *p, size_t n, uint32_t source)
{
    struct document *d = k->d;
    if (!k->joined) {
        struct segment *g = VEC_ADD(&d->segments);
        if (!g) {
            d->failed = true;
            return;
        }
        *g = (struct segment){(uint32_t)d->plain_buf.n, source, 0};
        k->joined = true;
    }
    buf_add_bytes(&d->plain_buf, p, n);
    k->blank = n > 0 && ascii_is_space(p[n - 1]);
}

static void put_break(struct skipper *k, char c)
{
    k->joined = false;
    put(k, &c, 1, k->at);
    k->joined = false;
}

static bool is_one_of(struct slice name, const char *const *list)
{
    for (; *list; list++) {
        if (slice_eq_nocase(name, slice_of(*list))) {
            return true;
        }
    }
    return false;
}

/* Where the tag at k->at ends: behind its '>', quotes respected; the end when there is none. */
static uint32_t tag_end(const struct skipper *k, uint32_t at)
{
    char quote = 0;
    for (uint32_t i = at + 1; i < k->s.n; i++) {
        char c = k->s.p[i];
        if (quote) {
            quote = c == quote ? 0 : quote;
        } else if ((c == '"' || c == '\'') && k->s.p[i - 1] == '=') {
            quote = c;
        } else if (c == '>') {
            return i + 1;
        }
    }
    return (uint32_t)k->s.n;
}

/* Behind </name>, or the end. */
static uint32_t element_end(const struct skipper *k, uint32_t at, struct slice name)
{
    for (uint32_t i = at; i + name.n + 2 < k->s.n; i++) {
        const char *hit = memchr(k->s.p + i, '<', k->s.n - i);
        if (!hit) {
            break;
        }
        i = (uint32_t)(hit - k->s.p);
        if (i + name.n + 2 < k->s.n && k->s.p[i + 1] == '/' &&
            slice_eq_nocase(slice_cut(k->s, i + 2, i + 2 + name.n), name)) {
            return tag_end(k, i);
        }
    }
    return (uint32_t)k->s.n;
}

static void skip_tag(struct skipper *k)
{
    uint32_t at = k->at;
    if (slice_starts(slice_cut(k->s, at, k->s.n), "<!--")) {
        size_t end = slice_find(k->s, at + 4, "-->");
        k->at = end < k->s.n ? (uint32_t)end + 3 : (uint32_t)k->s.n;
        return;
    }
    bool closing = at + 1 < k->s.n && k->s.p[at + 1] == '/';
    uint32_t from = at + 1 + closing;
    uint32_t to = from;
    while (to < k->s.n && ascii_is_alnum(k->s.p[to])) {
        to++;
    }
    struct slice name = slice_cut(k->s, from, to);
    k->at = tag_end(k, at);
    if (!closing && is_one_of(name, SKIPPED)) {
        k->at = element_end(k, k->at, name);
        put_break(k, '\n');
    } else if (is_one_of(name, BLOCKS)) {
        put_break(k, '\n');
    }
    k->joined = false;
}

static uint32_t numbered(struct slice name)
{
    bool hex = name.n > 2 && (name.p[1] == 'x' || name.p[1] == 'X');
    uint32_t v = 0;
    for (size_t i = hex ? 2 : 1; i < name.n && v < 0x110000; i++) {
        char c = ascii_lower(name.p[i]);
        bool letter = hex && c >= 'a' && c <= 'f';
        if (!ascii_is_digit(c) && !letter) {
            return 0;
        }
        v = v * (hex ? 16U : 10U) + (uint32_t)(letter ? c - 'a' + 10 : c - '0');
    }
    return v > 0 && v < 0x110000 && (v < 0xD800 || v > 0xDFFF) ? v : 0;
}

static struct segment *last_segment(struct skipper *k)
{
    return k->d->segments.n ? &k->d->segments.p[k->d->segments.n - 1] : NULL;
}

/* Decodes the entity at k->at; false when it is a plain ampersand. */
static bool put_entity(struct skipper *k)
{
    size_t end = k->at + 1;
    while (end < k->s.n && end - k->at < 11 &&
           (ascii_is_alnum(k->s.p[end]) || k->s.p[end] == '#')) {
        end++;
    }
    struct slice name = slice_cut(k->s, k->at + 1, end);
    if (end >= k->s.n || k->s.p[end] != ';' || name.n == 0) {
        return false;
    }
    uint32_t cp = name.p[0] == '#' ? numbered(name) : 0;
    for (size_t i = 0; cp == 0 && i < sizeof ENTITIES / sizeof *ENTITIES; i++) {
        cp = slice_is(name, ENTITIES[i].name) ? ENTITIES[i].cp : 0;
    }
    if (cp == 0) {
        return false;
    }
    char bytes[4];
    size_t n = utf8_put(cp, bytes);
    k->joined = false;
    put(k, bytes, n, k->at);
    if (last_segment(k)) {
        last_segment(k)->width = (uint32_t)end + 1 - k->at;
    }
    k->joined = false;
    k->at = (uint32_t)end + 1;
    return true;
}

static bool begins_tag(const struct skipper *k)
{
    char next = k->at + 1 < k->s.n ? k->s.p[k->at + 1] : ' ';
    return ascii_is_alpha(next) || next == '/' || next == '!' || next == '?';
}

/* Text up to the next mark; a line break inside a paragraph is a blank. */
static void put_text(struct skipper *k)
{
    uint32_t from = k->at;
    do {
        k->at++;
    } while (k->at < k->s.n && k->s.p[k->at] != '<' && k->s.p[k->at] != '&' &&
             k->s.p[k->at] != '\n');
    put(k, k->s.p + from, k->at - from, from);
}

void html_read(struct document *d)
{
    struct skipper k = {.d = d, .s = d->source};
    while (k.at < k.s.n && !d->failed) {
        char c = k.s.p[k.at];
        if (c == '<' && begins_tag(&k)) {
            skip_tag(&k);
        } else if (c == '&' && put_entity(&k)) {
            continue;
        } else if (c == '\n') {
            put(&k, " ", 1, k.at);
            k.at++;
        } else {
            put_text(&k);
        }
    }
    if (d->segments.n == 0 || buf_failed(&d->plain_buf)) {
        d->failed = d->failed || buf_failed(&d->plain_buf);
    }
    d->plain = buf_slice(&d->plain_buf);
}
