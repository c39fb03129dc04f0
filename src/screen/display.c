#include "screen/display.h"

#include <utf8proc.h>

enum {
    MARKS_MAX = 6, /* on one character; more are decoration or an attack */
    ZERO_WIDTH_NON_JOINER = 0x200c,
    ZERO_WIDTH_JOINER = 0x200d,
    REPLACEMENT = 0xfffd,
};

/* One character as it may be shown. */
struct shown {
    utf8proc_int32_t point; /* 0: nothing is shown */
    size_t width;           /* columns */
};

static struct shown show(utf8proc_int32_t point)
{
    if (point >= ' ' && point < 0x7f) {
        return (struct shown){point, 1};
    }
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CS:
        return (struct shown){REPLACEMENT, 1};
    case UTF8PROC_CATEGORY_CF:
        return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER
                   ? (struct shown){point, 0}
                   : (struct shown){0, 0};
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return (struct shown){' ', 1};
    default:
        return (struct shown){point, (size_t)utf8proc_charwidth(point)};
    }
}

/* The character at *at, which moves on. */
static struct shown next_shown(struct slice text, size_t *at)
{
    utf8proc_int32_t point;
    utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text.p + *at,
                                          (utf8proc_ssize_t)(text.n - *at), &point);
    if (n <= 0) {
        *at += 1;
        return (struct shown){REPLACEMENT, 1};
    }
    *at += (size_t)n;
    return show(point);
}

size_t display_width(struct slice text)
{
    size_t width = 0;
    for (size_t at = 0; at < text.n;) {
        width += next_shown(text, &at).width;
    }
    return width;
}

size_t display_put(struct buf *out, struct slice text, size_t width)
{
    bool cut = display_width(text) > width;
    size_t room = cut && width ? width - 1 : width;
    size_t used = 0;
    size_t marks = 0;
    for (size_t at = 0; at < text.n;) {
        struct shown s = next_shown(text, &at);
        if (used + s.width > room) {
            break;
        }
        marks = s.width ? 0 : marks + 1;
        if (s.point && marks <= MARKS_MAX) {
            utf8proc_uint8_t bytes[4];
            utf8proc_ssize_t n = utf8proc_encode_char(s.point, bytes);
            buf_add_bytes(out, bytes, (size_t)n);
        }
        used += s.width;
    }
    if (cut && width) {
        buf_add_text(out, "…");
        used++;
    }
    return used;
}

void display_blanks(struct buf *out, size_t n)
{
    while (n--) {
        buf_add_char(out, ' ');
    }
}

void display_left(struct buf *out, struct slice text, size_t width)
{
    display_blanks(out, width - display_put(out, text, width));
}

void display_right(struct buf *out, struct slice text, size_t width)
{
    size_t own = display_width(text);
    display_blanks(out, own < width ? width - own : 0);
    (void)display_put(out, text, width);
}

static bool is_harmless(utf8proc_int32_t point)
{
    if (point < 0x7f) {
        return point >= ' ' || point == '\n';
    }
    utf8proc_category_t category = utf8proc_category(point);
    return point == ZERO_WIDTH_JOINER || point == ZERO_WIDTH_NON_JOINER ||
           (category != UTF8PROC_CATEGORY_CC && category != UTF8PROC_CATEGORY_CF);
}

void display_harmless(struct buf *out, struct slice text)
{
    for (size_t at = 0; at < text.n;) {
        utf8proc_int32_t point;
        utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text.p + at,
                                              (utf8proc_ssize_t)(text.n - at), &point);
        if (n <= 0) {
            buf_add_text(out, "\xef\xbf\xbd");
            at++;
            continue;
        }
        if (is_harmless(point)) {
            buf_add_bytes(out, text.p + at, (size_t)n);
        } else if (point < 0x10000) {
            buf_printf(out, "\\u%04x", (unsigned)point);
        }
        at += (size_t)n;
    }
}
