#include "format/encoding.h"

#include "base/utf8.h"

#include <string.h>

/* What bytes 0x80 to 0xff mean; 0 where a byte means nothing. */
static const uint16_t WINDOWS_1250[128] = {
    0x20ac, 0,      0x201a, 0,      0x201e, 0x2026, 0x2020, 0x2021, 0,      0x2030, 0x0160,
    0x2039, 0x015a, 0x0164, 0x017d, 0x0179, 0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0,      0x2122, 0x0161, 0x203a, 0x015b, 0x0165, 0x017e, 0x017a, 0x00a0,
    0x02c7, 0x02d8, 0x0141, 0x00a4, 0x0104, 0x00a6, 0x00a7, 0x00a8, 0x00a9, 0x015e, 0x00ab,
    0x00ac, 0x00ad, 0x00ae, 0x017b, 0x00b0, 0x00b1, 0x02db, 0x0142, 0x00b4, 0x00b5, 0x00b6,
    0x00b7, 0x00b8, 0x0105, 0x015f, 0x00bb, 0x013d, 0x02dd, 0x013e, 0x017c, 0x0154, 0x00c1,
    0x00c2, 0x0102, 0x00c4, 0x0139, 0x0106, 0x00c7, 0x010c, 0x00c9, 0x0118, 0x00cb, 0x011a,
    0x00cd, 0x00ce, 0x010e, 0x0110, 0x0143, 0x0147, 0x00d3, 0x00d4, 0x0150, 0x00d6, 0x00d7,
    0x0158, 0x016e, 0x00da, 0x0170, 0x00dc, 0x00dd, 0x0162, 0x00df, 0x0155, 0x00e1, 0x00e2,
    0x0103, 0x00e4, 0x013a, 0x0107, 0x00e7, 0x010d, 0x00e9, 0x0119, 0x00eb, 0x011b, 0x00ed,
    0x00ee, 0x010f, 0x0111, 0x0144, 0x0148, 0x00f3, 0x00f4, 0x0151, 0x00f6, 0x00f7, 0x0159,
    0x016f, 0x00fa, 0x0171, 0x00fc, 0x00fd, 0x0163, 0x02d9,
};
static const uint16_t WINDOWS_1251[128] = {
    0x0402, 0x0403, 0x201a, 0x0453, 0x201e, 0x2026, 0x2020, 0x2021, 0x20ac, 0x2030, 0x0409,
    0x2039, 0x040a, 0x040c, 0x040b, 0x040f, 0x0452, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0,      0x2122, 0x0459, 0x203a, 0x045a, 0x045c, 0x045b, 0x045f, 0x00a0,
    0x040e, 0x045e, 0x0408, 0x00a4, 0x0490, 0x00a6, 0x00a7, 0x0401, 0x00a9, 0x0404, 0x00ab,
    0x00ac, 0x00ad, 0x00ae, 0x0407, 0x00b0, 0x00b1, 0x0406, 0x0456, 0x0491, 0x00b5, 0x00b6,
    0x00b7, 0x0451, 0x2116, 0x0454, 0x00bb, 0x0458, 0x0405, 0x0455, 0x0457, 0x0410, 0x0411,
    0x0412, 0x0413, 0x0414, 0x0415, 0x0416, 0x0417, 0x0418, 0x0419, 0x041a, 0x041b, 0x041c,
    0x041d, 0x041e, 0x041f, 0x0420, 0x0421, 0x0422, 0x0423, 0x0424, 0x0425, 0x0426, 0x0427,
    0x0428, 0x0429, 0x042a, 0x042b, 0x042c, 0x042d, 0x042e, 0x042f, 0x0430, 0x0431, 0x0432,
    0x0433, 0x0434, 0x0435, 0x0436, 0x0437, 0x0438, 0x0439, 0x043a, 0x043b, 0x043c, 0x043d,
    0x043e, 0x043f, 0x0440, 0x0441, 0x0442, 0x0443, 0x0444, 0x0445, 0x0446, 0x0447, 0x0448,
    0x0449, 0x044a, 0x044b, 0x044c, 0x044d, 0x044e, 0x044f,
};
/* The rest of windows-1252 is Latin-1. */
static const uint16_t WINDOWS_1252_C1[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static const struct {
    const char *name; /* lower case, without '-' and '_' */
    enum encoding encoding;
} NAMES[] = {
    {"utf8", ENCODING_UTF8},           {"ascii", ENCODING_UTF8},
    {"usascii", ENCODING_UTF8},        {"utf16", ENCODING_UTF16LE},
    {"utf16le", ENCODING_UTF16LE},     {"ucs2", ENCODING_UTF16LE},
    {"utf16be", ENCODING_UTF16BE},     {"latin1", ENCODING_LATIN1},
    {"iso88591", ENCODING_LATIN1},     {"windows1250", ENCODING_WINDOWS_1250},
    {"cp1250", ENCODING_WINDOWS_1250}, {"windows1251", ENCODING_WINDOWS_1251},
    {"cp1251", ENCODING_WINDOWS_1251}, {"windows1252", ENCODING_WINDOWS_1252},
    {"cp1252", ENCODING_WINDOWS_1252},
};

enum encoding encoding_find(struct slice name)
{
    char plain[16];
    size_t n = 0;
    for (size_t i = 0; i < name.n; i++) {
        char c = ascii_lower(name.p[i]);
        if (c == '-' || c == '_' || c == ' ') {
            continue;
        }
        if (n == sizeof plain) {
            return ENCODING_UNKNOWN;
        }
        plain[n++] = c;
    }
    for (size_t i = 0; i < sizeof NAMES / sizeof NAMES[0]; i++) {
        if (slice_is((struct slice){plain, n}, NAMES[i].name)) {
            return NAMES[i].encoding;
        }
    }
    return ENCODING_UNKNOWN;
}

const char *encoding_name(enum encoding e)
{
    static const char *const SHOWN[] = {"detected",     "utf-8",        "utf-16le",
                                        "utf-16be",     "iso-8859-1",   "windows-1250",
                                        "windows-1251", "windows-1252", "unknown"};
    return SHOWN[e];
}

/* Two Latin letters in UTF-16 have their zero bytes at odd or at even places.  Only the first
 * four bytes are asked, so that the answer does not depend on how much has arrived. */
static enum encoding by_zero_bytes(struct slice head)
{
    if (head.n < 4) {
        return ENCODING_UTF8;
    }
    bool even = head.p[0] == 0 && head.p[2] == 0;
    bool odd = head.p[1] == 0 && head.p[3] == 0;
    if (even == odd) {
        return ENCODING_UTF8;
    }
    return odd ? ENCODING_UTF16LE : ENCODING_UTF16BE;
}

enum encoding encoding_detect(struct slice head, size_t *mark)
{
    if (slice_starts(head, "\xef\xbb\xbf")) {
        *mark = 3;
        return ENCODING_UTF8;
    }
    if (slice_starts(head, "\xff\xfe")) {
        *mark = 2;
        return ENCODING_UTF16LE;
    }
    if (slice_starts(head, "\xfe\xff")) {
        *mark = 2;
        return ENCODING_UTF16BE;
    }
    *mark = 0;
    return by_zero_bytes(head);
}

static void put(struct buf *out, uint32_t c)
{
    char bytes[4];
    buf_add_bytes(out, bytes, utf8_put(c, bytes));
}

static void put_bad(struct buf *out)
{
    buf_add_char(out, (char)0xff);
}

static uint32_t single_byte(enum encoding e, unsigned char b)
{
    if (b < 0x80) {
        return b;
    }
    switch (e) {
    case ENCODING_WINDOWS_1250:
        return WINDOWS_1250[b - 0x80];
    case ENCODING_WINDOWS_1251:
        return WINDOWS_1251[b - 0x80];
    case ENCODING_WINDOWS_1252:
        return b < 0xa0 ? WINDOWS_1252_C1[b - 0x80] : b;
    default:
        return b;
    }
}

static void feed_unit(struct decoder *d, uint16_t unit, struct buf *out)
{
    bool low = unit >= 0xdc00 && unit <= 0xdfff;
    if (d->high && low) {
        put(out, 0x10000 + ((uint32_t)(d->high - 0xd800) << 10) + (uint32_t)(unit - 0xdc00));
        d->high = 0;
        return;
    }
    if (d->high) {
        put_bad(out);
        d->high = 0;
    }
    if (unit >= 0xd800 && unit <= 0xdbff) {
        d->high = unit;
    } else if (low) {
        put_bad(out);
    } else {
        put(out, unit);
    }
}

static void feed_utf16(struct decoder *d, struct slice piece, struct buf *out)
{
    for (size_t i = 0; i < piece.n; i++) {
        unsigned char b = (unsigned char)piece.p[i];
        if (!d->halves) {
            d->half = b;
            d->halves = 1;
            continue;
        }
        d->halves = 0;
        unsigned unit = d->from == ENCODING_UTF16LE ? d->half | (unsigned)b << 8
                                                    : b | (unsigned)d->half << 8;
        feed_unit(d, (uint16_t)unit, out);
    }
}

void decoder_feed(struct decoder *d, struct slice piece, struct buf *out)
{
    if (d->from == ENCODING_UTF8 || d->from == ENCODING_DETECT) {
        buf_add(out, piece);
        return;
    }
    if (d->from == ENCODING_UTF16LE || d->from == ENCODING_UTF16BE) {
        feed_utf16(d, piece, out);
        return;
    }
    for (size_t i = 0; i < piece.n; i++) {
        uint32_t c = single_byte(d->from, (unsigned char)piece.p[i]);
        if (c == 0 && piece.p[i] != 0) {
            put_bad(out);
        } else {
            put(out, c);
        }
    }
}

void decoder_end(struct decoder *d, struct buf *out)
{
    if (d->high || d->halves) {
        put_bad(out);
    }
    d->high = 0;
    d->halves = 0;
}
