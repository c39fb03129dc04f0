#include "format/gzip_check.h"

enum { TRAILER = 8 /* gzip's checksum and length */ };

static void remember_tail(struct gzip_check *g, struct slice raw)
{
    if (raw.n >= GZIP_TAIL) {
        memcpy(g->tail, raw.p + raw.n - GZIP_TAIL, GZIP_TAIL);
        g->tail_n = GZIP_TAIL;
        return;
    }
    size_t keep = g->tail_n + raw.n > GZIP_TAIL ? GZIP_TAIL - raw.n : g->tail_n;
    memmove(g->tail, g->tail + g->tail_n - keep, keep);
    memcpy(g->tail + keep, raw.p, raw.n);
    g->tail_n = keep + raw.n;
}

/* Magic, deflate, no reserved flag, a known XFL and operating system (RFC 1952).  Compressed
 * bytes look so by chance once in 10^11. */
static bool is_gzip_header(const unsigned char *p)
{
    return p[0] == 0x1f && p[1] == 0x8b && p[2] == 8 && (p[3] & 0xe0) == 0 &&
           (p[8] == 0 || p[8] == 2 || p[8] == 4) && (p[9] <= 13 || p[9] == 255);
}

/* Looks for the header of a further member behind the first byte of the file, also where it
 * lies across two pieces. */
static void look_for_member(struct gzip_check *g, struct slice raw)
{
    unsigned char seam[2 * GZIP_TAIL];
    size_t ahead = raw.n < GZIP_TAIL ? raw.n : GZIP_TAIL;
    memcpy(seam, g->tail, g->tail_n);
    memcpy(seam + g->tail_n, raw.p, ahead);
    bool first = !g->begun;
    g->begun = true;
    for (size_t i = first; i + GZIP_TAIL < g->tail_n + ahead; i++) {
        g->again |= is_gzip_header(seam + i);
    }
    const unsigned char *p = (const unsigned char *)raw.p;
    for (size_t i = first; i + GZIP_TAIL < raw.n; i++) {
        const unsigned char *hit = memchr(p + i, 0x1f, raw.n - GZIP_TAIL - i);
        if (!hit) {
            return;
        }
        i = (size_t)(hit - p);
        g->again |= is_gzip_header(hit);
    }
}

void gzip_check_raw(struct gzip_check *g, struct slice raw)
{
    if (raw.n) {
        look_for_member(g, raw);
        remember_tail(g, raw);
    }
}

/* CRC-32 as gzip has it, four bits at a time. */
static uint32_t crc_update(uint32_t crc, struct slice s)
{
    static const uint32_t NIBBLES[16] = {0x00000000, 0x1db71064, 0x3b6e20c8, 0x26d930ac,
                                         0x76dc4190, 0x6b6b51f4, 0x4db26158, 0x5005713c,
                                         0xedb88320, 0xf00f9344, 0xd6d6a3e8, 0xcb61b38c,
                                         0x9b64c2b0, 0x86d3d2d4, 0xa00ae278, 0xbdbdf21c};
    crc = ~crc;
    for (size_t i = 0; i < s.n; i++) {
        crc ^= (unsigned char)s.p[i];
        crc = (crc >> 4) ^ NIBBLES[crc & 15];
        crc = (crc >> 4) ^ NIBBLES[crc & 15];
    }
    return ~crc;
}

static uint32_t tail_le32(const char *p)
{
    const unsigned char *b = (const unsigned char *)p;
    return b[0] | (uint32_t)b[1] << 8 | (uint32_t)b[2] << 16 | (uint32_t)b[3] << 24;
}

void gzip_check_unpacked(struct gzip_check *g, struct slice piece)
{
    g->crc = crc_update(g->crc, piece);
    g->length += (uint32_t)piece.n;
}

/* The checksum at the end of the file is that of all bytes when the file is one member; of
 * several, only when the length beside it says so. */
bool gzip_check_holds(const struct gzip_check *g)
{
    static const char ZEROS[TRAILER] = {0};
    if (g->tail_n < TRAILER) {
        return true; /* cut short, which libarchive says */
    }
    const char *trailer = g->tail + g->tail_n - TRAILER;
    if (memcmp(trailer, ZEROS, TRAILER) == 0) {
        return true; /* padding behind the end */
    }
    bool fits = tail_le32(trailer + 4) == g->length;
    return tail_le32(trailer) == g->crc ? fits : g->again && !fits;
}
