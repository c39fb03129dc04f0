#include "format/csv.h"

#include "base/utf8.h"
#include <string.h>

#include "base/buf.h"

/*
 *                  blank            other
 *            +------------+  +----------------> BARE ---+
 *            v            |  |                          | delimiter, line end
 *   record -> START -------+-+--- quote --> QUOTED      |
 *                                            | ^        |
 *                                      quote v | quote  |
 *                                           CLOSED -----+--> field done
 */
enum state { START, BARE, QUOTED, CLOSED };

enum byte_class { OTHER, BLANK, QUOTE, DELIMITER, LINE_FEED, CARRIAGE_RETURN };

enum { HEAD_MAX = 1 << 16, DECODED_MAX = 4 << 20 };

struct csv {
    struct arena memory; /* holds this structure and the field tables */
    struct pull source;
    struct csv_options options;
    struct decoder decoder;
    unsigned char classes[256]; /* enum byte_class of each byte */

    struct slice piece; /* decoded, not yet consumed */
    struct buf decoded; /* where decoded pieces live when they are not UTF-8 already */
    struct buf head;    /* the beginning, held while the delimiter is looked for */
    bool source_ended;
    bool skip_line_feed; /* the last byte was a carriage return that ended a line */
    bool end_mark;

    struct buf text;      /* the fields of the record, one behind the other */
    size_t *ends;         /* where each field ends in `text` */
    struct slice *fields; /* the same as slices, made when the record is done */
    size_t field_count;
    size_t field_start; /* where the field at work begins in `text` */
    enum state state;
    bool quoted;   /* the field at work had quotes */
    uint64_t line; /* of the next byte */
    struct csv_record record;
};

static void classify(struct csv *c)
{
    memset(c->classes, OTHER, sizeof c->classes);
    c->classes[' '] = BLANK;
    c->classes['\t'] = BLANK;
    c->classes['"'] = QUOTE;
    c->classes['\n'] = LINE_FEED;
    c->classes['\r'] = CARRIAGE_RETURN;
    if (c->options.delimiter) {
        c->classes[(unsigned char)c->options.delimiter] = DELIMITER;
    }
}

/* The next piece of text into c->piece; empty at the end. */
static int refill(struct csv *c, struct diag *diag)
{
    c->piece = (struct slice){NULL, 0};
    while (c->piece.n == 0 && !c->source_ended) {
        struct slice raw;
        TRY(c->source.more(c->source.context, &raw, diag));
        c->source_ended = raw.n == 0;
        if (c->decoder.from == ENCODING_UTF8 || c->decoder.from == ENCODING_DETECT) {
            c->piece = raw;
            continue;
        }
        buf_reset(&c->decoded);
        if (raw.n) {
            decoder_feed(&c->decoder, raw, &c->decoded);
        } else {
            decoder_end(&c->decoder, &c->decoded);
        }
        if (buf_failed(&c->decoded)) {
            FAIL(diag, ERR_MEMORY, "no memory to decode a piece of text");
        }
        c->piece = buf_slice(&c->decoded);
    }
    return 0;
}

/* Where the first line that is not blank ends outside quotes, or head.n. */
static size_t first_line_end(struct slice head)
{
    bool quoted = false;
    bool seen = false;
    for (size_t i = 0; i < head.n; i++) {
        char b = head.p[i];
        quoted ^= b == '"';
        if (!quoted && (b == '\n' || b == '\r')) {
            if (seen) {
                return i;
            }
            continue;
        }
        seen |= !ascii_is_space(b);
    }
    return head.n;
}

/* The candidate that stands most often outside quotes; of equals the one that is rarer in
 * prose. */
static char find_delimiter(struct slice line)
{
    static const char CANDIDATES[] = {'\t', ';', '|', ','};
    size_t counts[sizeof CANDIDATES] = {0};
    bool quoted = false;
    for (size_t i = 0; i < line.n; i++) {
        quoted ^= line.p[i] == '"';
        for (size_t k = 0; !quoted && k < sizeof CANDIDATES; k++) {
            counts[k] += line.p[i] == CANDIDATES[k];
        }
    }
    size_t best = 0;
    for (size_t k = 1; k < sizeof CANDIDATES; k++) {
        best = counts[k] > counts[best] ? k : best;
    }
    return counts[best] ? CANDIDATES[best] : '\0';
}

/* Appends to the head until `enough` bytes are there or the source has ended. */
static int fill_head(struct csv *c, size_t enough, struct diag *diag)
{
    while (c->head.n < enough && !c->source_ended) {
        TRY(refill(c, diag));
        buf_add(&c->head, c->piece);
        if (buf_failed(&c->head)) {
            FAIL(diag, ERR_MEMORY, "no memory for the first line");
        }
    }
    return 0;
}

static int detect_encoding(struct csv *c, struct diag *diag)
{
    size_t mark = 0;
    TRY(fill_head(c, 4, diag));
    enum encoding found = encoding_detect(buf_slice(&c->head), &mark);
    bool named = c->options.encoding != ENCODING_DETECT;
    c->decoder.from = named && mark == 0 ? c->options.encoding : found;
    struct buf raw = c->head;
    buf_init(&c->head, raw.limit);
    decoder_feed(&c->decoder, slice_cut(buf_slice(&raw), mark, raw.n), &c->head);
    if (c->source_ended) {
        decoder_end(&c->decoder, &c->head);
    }
    bool failed = buf_failed(&c->head);
    buf_release(&raw);
    if (failed) {
        FAIL(diag, ERR_MEMORY, "no memory for the first line");
    }
    return 0;
}

static int detect_delimiter(struct csv *c, struct diag *diag)
{
    size_t end = first_line_end(buf_slice(&c->head));
    while (end == c->head.n && !c->source_ended && c->head.n < HEAD_MAX) {
        TRY(fill_head(c, c->head.n + 1, diag));
        end = first_line_end(buf_slice(&c->head));
    }
    c->options.delimiter = find_delimiter(slice_cut(buf_slice(&c->head), 0, end));
    return 0;
}

int csv_open(struct csv **out, const struct csv_options *options, struct pull source,
             struct diag *diag)
{
    struct arena memory;
    arena_init(&memory, 1 << 20);
    struct csv *c = ARENA_NEW(&memory, struct csv);
    size_t *ends = ARENA_ARRAY(&memory, size_t, CSV_FIELDS_MAX);
    struct slice *fields = ARENA_ARRAY(&memory, struct slice, CSV_FIELDS_MAX);
    if (arena_failed(&memory)) {
        arena_release(&memory);
        FAIL(diag, ERR_MEMORY, "no memory to read records");
    }
    *c = (struct csv){.memory = memory, .source = source, .options = *options, .line = 1};
    c->ends = ends;
    c->fields = fields;
    buf_init(&c->decoded, DECODED_MAX);
    buf_init(&c->head, DECODED_MAX);
    buf_init(&c->text, CSV_RECORD_MAX);
    int result = detect_encoding(c, diag);
    if (c->options.dialect == CSV_OFAC) {
        c->options.delimiter = ',';
    }
    if (result == 0 && c->options.delimiter == '\0') {
        result = detect_delimiter(c, diag);
    }
    if (result < 0) {
        csv_close(c);
        return result;
    }
    classify(c);
    c->piece = buf_slice(&c->head);
    *out = c;
    return 0;
}

static void begin_record(struct csv *c)
{
    buf_reset(&c->text);
    c->field_count = 0;
    c->field_start = 0;
    c->state = START;
    c->quoted = false;
    c->record = (struct csv_record){.line = c->line};
}

static void keep(struct csv *c, const char *p, size_t n)
{
    if (c->record.flags & CSV_UNUSABLE) {
        return;
    }
    buf_add_bytes(&c->text, p, n);
    if (buf_failed(&c->text)) {
        c->record.flags |= CSV_TOO_LONG;
    }
}

/* A bare field of the OFAC dialect: blanks off, -0- is nothing. */
static void plain_ofac_field(struct csv *c)
{
    struct slice field = slice_cut(buf_slice(&c->text), c->field_start, c->text.n);
    struct slice inner = slice_trim(field);
    if (slice_is(inner, "-0-")) {
        inner.n = 0;
        c->record.flags |= CSV_LAST_NOTHING;
    }
    if (inner.n) {
        memmove(c->text.p + c->field_start, inner.p, inner.n);
    }
    c->text.n = c->field_start + inner.n;
}

static void end_field(struct csv *c)
{
    c->record.flags &= ~(unsigned)CSV_LAST_NOTHING;
    if (!(c->record.flags & CSV_UNUSABLE)) {
        if (c->options.dialect == CSV_OFAC && !c->quoted) {
            plain_ofac_field(c);
        }
        if (c->field_count == CSV_FIELDS_MAX) {
            c->record.flags |= CSV_TOO_MANY_FIELDS;
        } else {
            c->ends[c->field_count++] = c->text.n;
        }
    }
    c->field_start = c->text.n;
    c->state = START;
}

/* An empty line, or the end mark alone on its line, is no record. */
static bool is_nothing(struct csv *c)
{
    if (c->field_count != 1 || c->quoted || (c->record.flags & CSV_UNUSABLE)) {
        return false;
    }
    if (c->options.dialect == CSV_OFAC && slice_is(buf_slice(&c->text), "\x1a")) {
        c->end_mark = true;
        return true;
    }
    return c->text.n == 0;
}

static void end_record(struct csv *c)
{
    struct slice text = buf_slice(&c->text);
    bool valid = utf8_valid_length(text) == text.n;
    if (c->record.flags & (CSV_TOO_LONG | CSV_TOO_MANY_FIELDS)) {
        c->field_count = 0;
        valid = true;
    }
    size_t start = 0;
    for (size_t i = 0; i < c->field_count; i++) {
        /* Fields lie side by side: half a letter must not be made whole by its neighbour. */
        valid &= !text.p || start == text.n || ((unsigned char)text.p[start] & 0xc0) != 0x80;
        c->fields[i] = text.p ? slice_cut(text, start, c->ends[i]) : text;
        start = c->ends[i];
    }
    c->record.flags |= valid ? 0 : CSV_BAD_TEXT;
    c->record.flags |= c->quoted ? CSV_LAST_QUOTED : 0;
    c->record.fields = c->fields;
    c->record.field_count = c->field_count;
}

static size_t count_line_feeds(const char *p, size_t n)
{
    size_t lines = 0;
    for (size_t i = 0; i < n; i++) {
        lines += p[i] == '\n';
    }
    return lines;
}

/* Inside quotes: everything up to the next quote is text. */
static size_t take_quoted(struct csv *c, struct slice s)
{
    const char *quote = memchr(s.p, '"', s.n);
    size_t n = quote ? (size_t)(quote - s.p) : s.n;
    keep(c, s.p, n);
    c->line += count_line_feeds(s.p, n);
    if (quote) {
        c->state = CLOSED;
        return n + 1;
    }
    return n;
}

/* A bare field: text up to a delimiter or line end; quotes in it are text. */
static size_t take_bare(struct csv *c, struct slice s)
{
    size_t n = 0;
    while (n < s.n && c->classes[(unsigned char)s.p[n]] < DELIMITER) {
        n++;
    }
    keep(c, s.p, n);
    return n;
}

/* One byte at the start of a field or behind a closing quote, neither delimiter nor end. */
static void take_edge(struct csv *c, char b)
{
    enum byte_class class = (enum byte_class)c->classes[(unsigned char)b];
    if (c->state == START) {
        if (class == QUOTE) {
            c->text.n = c->field_start;
            c->quoted = true;
            c->state = QUOTED;
            return;
        }
        keep(c, &b, 1);
        c->state = class == BLANK ? START : BARE;
        return;
    }
    if (class == QUOTE) { /* doubled: one quote of the text */
        keep(c, &b, 1);
        c->state = QUOTED;
    } else if (class != BLANK) {
        c->record.flags |= CSV_STRAY_QUOTE;
        keep(c, &b, 1);
        c->state = BARE;
    }
}

/* Works through the piece; true when a record ended in it. */
static bool scan(struct csv *c)
{
    while (c->piece.n) {
        char b = c->piece.p[0];
        size_t used = 1;
        enum byte_class class = (enum byte_class)c->classes[(unsigned char)b];
        if (c->skip_line_feed) {
            c->skip_line_feed = false;
            used = b == '\n';
        } else if (c->state == QUOTED) {
            used = take_quoted(c, c->piece);
        } else if (class == DELIMITER) {
            end_field(c);
            c->quoted = false;
        } else if (class == LINE_FEED || class == CARRIAGE_RETURN) {
            end_field(c);
            c->line++;
            c->skip_line_feed = class == CARRIAGE_RETURN;
            c->piece = slice_cut(c->piece, 1, c->piece.n);
            return true;
        } else if (c->state == BARE) {
            used = take_bare(c, c->piece);
        } else {
            take_edge(c, b);
        }
        c->piece = slice_cut(c->piece, used, c->piece.n);
    }
    return false;
}

/* The source has ended in the middle of a line. */
static int end_of_source(struct csv *c, struct diag *diag)
{
    if (c->state == QUOTED) {
        if (diag) {
            diag->line = c->record.line;
        }
        FAIL(diag, ERR_CUT, "ends inside quotes: the record of line %llu has no closing quote",
             (unsigned long long)c->record.line);
    }
    if (c->state != START || c->field_count || c->text.n || c->record.flags) {
        c->record.flags |= CSV_NO_LINE_END;
        end_field(c);
    }
    return 0;
}

int csv_next(struct csv *c, const struct csv_record **record, struct diag *diag)
{
    for (;;) {
        begin_record(c);
        bool ended = scan(c);
        while (!ended && !c->source_ended) {
            TRY(refill(c, diag));
            ended = scan(c);
        }
        if (!ended) {
            TRY(end_of_source(c, diag));
            if (!(c->record.flags & CSV_NO_LINE_END)) {
                *record = NULL;
                return 0;
            }
        }
        if (!is_nothing(c)) {
            end_record(c);
            *record = &c->record;
            return 0;
        }
    }
}

char csv_delimiter(const struct csv *c)
{
    return c->options.delimiter;
}

enum encoding csv_encoding(const struct csv *c)
{
    return c->decoder.from == ENCODING_DETECT ? ENCODING_UTF8 : c->decoder.from;
}

bool csv_end_mark(const struct csv *c)
{
    return c->end_mark;
}

void csv_close(struct csv *c)
{
    if (!c) {
        return;
    }
    buf_release(&c->decoded);
    buf_release(&c->head);
    buf_release(&c->text);
    struct arena memory = c->memory;
    arena_release(&memory);
}

void csv_put_field(struct buf *out, struct slice field, char delimiter)
{
    bool plain = true;
    for (size_t i = 0; i < field.n; i++) {
        char b = field.p[i];
        plain &= b != '"' && b != delimiter && b != '\n' && b != '\r';
    }
    if (plain) {
        buf_add(out, field);
        return;
    }
    buf_add_char(out, '"');
    for (size_t i = 0; i < field.n; i++) {
        if (field.p[i] == '"') {
            buf_add_char(out, '"');
        }
        buf_add_char(out, field.p[i]);
    }
    buf_add_char(out, '"');
}
