/* Bytes to words: what parts them, and their folded forms. */
#include "news/news_tokens.h"

#include "base/utf8.h"

/* Base letters of U+00C0 … U+017F; '.' where there is none: the letter stays. */
static const char LATIN[] = "aaaaaa.ceeeeiiii.nooooo..uuuuy..aaaaaa.ceeeeiiii.nooooo..uuuuy.y"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkk.lllllll"
                            "lllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

static bool is_word_cp(uint32_t cp)
{
    if (cp < 0x80) {
        return ascii_is_alnum((char)cp);
    }
    return cp >= 0xAA && cp != 0xAB && cp != 0xBB && cp != 0xAC && cp != 0xAD && cp != 0xAE &&
           cp != 0xB0 && cp != 0xB1 && cp != 0xB4 && cp != 0xB6 && cp != 0xB7 && cp != 0xBF &&
           cp != 0xD7 && cp != 0xF7 && (cp < 0x2000 || cp > 0x2BFF) &&
           (cp < 0x3000 || cp > 0x303F) && cp < 0xFE00;
}

static bool is_capital_cp(uint32_t cp)
{
    return (cp >= 'A' && cp <= 'Z') || (cp >= 0xC0 && cp <= 0xDE && cp != 0xD7) ||
           (cp >= 0x100 && cp <= 0x17F && (cp >= 0x139 && cp <= 0x148 ? cp & 1 : !(cp & 1))) ||
           (cp >= 0x400 && cp <= 0x42F);
}

/* One code point, folded, appended. */
static void fold_cp(struct buf *out, uint32_t cp)
{
    char bytes[4];
    if (cp < 0x80) {
        buf_add_char(out, ascii_lower((char)cp));
        return;
    }
    if (cp >= 0xC0 && cp - 0xC0 < sizeof LATIN - 1 && LATIN[cp - 0xC0] != '.') {
        buf_add_char(out, LATIN[cp - 0xC0]);
        return;
    }
    if (cp == 0x2019 || cp == 0x2BC) {
        cp = '\'';
    } else if (cp >= 0x410 && cp <= 0x42F) {
        cp += 0x20;
    } else if (cp == 0x401 || cp == 0x451) {
        cp = 0x435;
    }
    if (cp >= 0x300 && cp <= 0x36F) {
        return;
    }
    buf_add_bytes(out, bytes, utf8_put(cp, bytes));
}

/* ---- a reader over bytes, shared by documents and phrases ---- */

struct cutter {
    struct slice s;
    size_t at;
    struct buf *folded;
    struct document *d;                 /* NULL: only fold */
    const struct news_session *session; /* with a document */
    bool hyphen;                        /* a hyphen was just passed */
    bool glued;
    bool first; /* nothing folded yet (phrases) */
};

static uint32_t peek(const struct cutter *c, size_t at, size_t *next)
{
    uint32_t cp = 0;
    size_t to = at;
    if (at >= c->s.n || !utf8_next(c->s, &to, &cp)) {
        *next = at + 1;
        return 0;
    }
    *next = to;
    return cp;
}

static bool is_apostrophe(uint32_t cp)
{
    return cp == '\'' || cp == 0x2019 || cp == 0x2BC;
}

static const char *const ELIDED[] = {
    "l",     "d",      "dell",    "all",  "nell", "sull", "dall", "un",   "quest",
    "quell", "sant",   "c",       "s",    "m",    "t",    "n",    "qu",   "j",
    "bell",  "nessun", "com",     "dov",  "cos",  "anch", "tutt", "mezz", "buon",
    "grand", "alcun",  "ciascun", "sott", "senz", NULL};
static const char *const ENDINGS[] = {"s", "re", "ve", "ll", "d", "m", NULL};

static bool is_listed(struct slice w, const char *const *list)
{
    for (; *list; list++) {
        if (slice_is(w, *list)) {
            return true;
        }
    }
    return false;
}

/* A word of one or two letters keeps its accent: è is no e, dà no da. */
static bool keeps_accents(const struct cutter *c, size_t from, size_t to)
{
    size_t letters = 0;
    bool latin = false;
    for (size_t at = from; at < to && letters < 3; letters++) {
        uint32_t cp = peek(c, at, &at);
        latin = latin || (cp >= 0xC0 && cp <= 0xFF);
    }
    return latin && letters <= 2;
}

/* What the two ways of reading a word know of it. */
struct cut {
    size_t from, to; /* bytes */
    size_t fold;     /* where its folded form begins */
    uint64_t hash;   /* of the folded form */
    enum token_kind kind;
    unsigned flags; /* enum token_flag */
    char sign;
    enum quote_mark mark;
};

/* The token of a piece whose folded form is written. */
static void note_token(struct cutter *c, const struct cut *w)
{
    struct document *d = c->d;
    if (d->tokens.n == d->tokens.room && !vec_grow_into((void **)&d->tokens.p, d->tokens.n,
                                                        &d->tokens.room, sizeof *d->tokens.p)) {
        d->failed = true;
        return;
    }
    unsigned flags = w->flags | (c->hyphen ? TOK_HYPHEN : 0U) | (c->glued ? TOK_GLUED : 0U);
    struct news_token *t = &d->tokens.p[d->tokens.n++];
    *t = (struct news_token){.start = (uint32_t)w->from,
                             .end = (uint32_t)w->to,
                             .fold = (uint32_t)w->fold,
                             .fold_end = (uint32_t)c->folded->n,
                             .mention = NONE32,
                             .kind = (uint8_t)w->kind,
                             .flags = (uint8_t)flags,
                             .sign = w->sign,
                             .mark = (uint8_t)w->mark,
                             .reach = 1};
    if (w->kind != TOK_SIGN) {
        struct slice word = {c->folded->p + w->fold, c->folded->n - w->fold};
        t->word = lexicon_first(w->hash, word);
        t->may_be_goods = session_may_be_goods(c->session, w->hash);
    }
}

static void add_token(struct cutter *c, size_t from, size_t to, enum token_kind kind,
                      unsigned flags, char sign, enum quote_mark mark)
{
    if (c->folded->n > 0 && !c->first) {
        buf_add_char(c->folded, ' ');
    }
    c->first = false;
    size_t fold = c->folded->n;
    bool accents = keeps_accents(c, from, to);
    for (size_t at = from; at < to;) {
        uint32_t cp = peek(c, at, &at);
        if (accents && cp >= 0xC0 && cp <= 0xDE) {
            cp += 0x20;
        }
        if (accents && cp >= 0xE0 && cp <= 0xFF) {
            char bytes[4];
            buf_add_bytes(c->folded, bytes, utf8_put(cp, bytes));
        } else {
            fold_cp(c->folded, cp);
        }
    }
    if (!c->d) {
        return;
    }
    struct cut w = {from, to, fold, 0, kind, flags, sign, mark};
    w.hash = word_hash((struct slice){c->folded->p + fold, c->folded->n - fold});
    note_token(c, &w);
}

static unsigned shape(const struct cutter *c, size_t from, size_t to)
{
    unsigned flags = 0;
    size_t letters = 0;
    size_t capitals = 0;
    for (size_t at = from; at < to;) {
        bool first = at == from;
        uint32_t cp = peek(c, at, &at);
        bool capital = is_capital_cp(cp);
        flags |= first && capital ? (unsigned)TOK_CAPITAL : 0U;
        flags |= cp >= 0x400 && cp <= 0x52F ? (unsigned)TOK_CYRILLIC : 0U;
        letters += cp >= 'A' && cp != 0x2019;
        capitals += capital;
    }
    if (letters > 1 && capitals == letters) {
        flags |= TOK_UPPER;
    }
    return flags;
}

static void add_word(struct cutter *c, size_t from, size_t to)
{
    size_t next = 0;
    uint32_t cp = peek(c, from, &next);
    bool number = cp < 0x80 && ascii_is_digit((char)cp);
    add_token(c, from, to, number ? TOK_NUMBER : TOK_WORD, shape(c, from, to), 0, QUOTE_NONE);
    c->hyphen = false;
    c->glued = true;
}

/* The folded text of a short piece, for the lists above. */
static struct slice lower(const struct cutter *c, size_t from, size_t to, char room[16])
{
    size_t n = 0;
    for (size_t i = from; i < to && n < 16; i++) {
        room[n++] = ascii_lower(c->s.p[i]);
    }
    return (struct slice){room, to - from > 16 ? 0 : n};
}

/* A word with apostrophes inside: parts it where the language parts it. */
static void add_apostrophes(struct cutter *c, size_t from, size_t to)
{
    char room[16];
    for (size_t at = from; at < to;) {
        size_t next = at;
        uint32_t cp = peek(c, at, &next);
        if (!is_apostrophe(cp)) {
            at = next;
            continue;
        }
        if (next < to && is_listed(lower(c, from, at, room), ELIDED)) {
            add_word(c, from, next);
            from = next;
        } else if (is_listed(lower(c, next, to, room), ENDINGS)) {
            if (at > from) {
                add_word(c, from, at);
            }
            from = at;
            break;
        } else if (to - next == 1 && ascii_lower(c->s.p[next]) == 't' && at > from &&
                   ascii_lower(c->s.p[at - 1]) == 'n' && at - from > 1) {
            add_word(c, from, at - 1);
            from = at - 1;
            break;
        }
        at = next;
    }
    add_word(c, from, to);
}

/* "U.N.", "U.S.", "a.m.": returns the end, or `from`. */
static size_t dotted_end(const struct cutter *c, size_t from)
{
    size_t at = from;
    size_t letters = 0;
    while (at + 1 < c->s.n && ascii_is_alpha(c->s.p[at]) && c->s.p[at + 1] == '.') {
        at += 2;
        letters++;
    }
    bool word_goes_on = at < c->s.n && ascii_is_alnum(c->s.p[at]);
    return letters >= 2 && !word_goes_on ? at : from;
}

/* May a word that ends before `next` go on, or be cut in another way? */
static bool is_open_end(const struct cutter *c, size_t from, size_t at)
{
    char next = c->s.p[at];
    bool number = ascii_is_digit(c->s.p[from]);
    return (unsigned char)next >= 0x80 || next == '\'' || (next == '.' && at - from == 1) ||
           (number && (next == '.' || next == ',' || next == ':' || next == '/'));
}

/* U+00C0 … U+00FF are this byte and one more. */
static const char LATIN_LEAD = '\xC3';

/* Is this the second byte of a small letter with an accent whose base is in LATIN? */
static bool is_base_latin(char byte)
{
    unsigned char b = (unsigned char)byte;
    return b >= 0xA0 && b <= 0xBF && LATIN[b & 0x3F] != '.';
}

/* A word of ASCII letters and digits, accents within, as most are: read and folded in one pass.
 * False, with nothing done, when it has to be read the long way. */
static bool read_plain_word(struct cutter *c)
{
    const char *p = c->s.p;
    size_t from = c->at;
    size_t most = c->s.n - from < WORD_BYTES_MAX ? c->s.n - from : WORD_BYTES_MAX;
    char *out = c->d ? buf_reserve(c->folded, most + 1) : NULL;
    size_t n = 0; /* bytes */
    size_t letters = 0;
    size_t capitals = 0;
    size_t digits = 0;
    size_t accents = 0;
    uint64_t hash = WORD_HASH_START;
    bool blank = c->folded->n > 0;
    if (!out) {
        return false;
    }
    if (blank) {
        *out++ = ' ';
    }
    for (; n < most; n++, letters++) {
        char byte = p[from + n];
        if (ascii_is_alnum(byte)) {
            capitals += ascii_is_upper(byte);
            digits += byte < 'A';
            byte = ascii_lower(byte);
        } else if (byte == LATIN_LEAD && n > 0 && n + 1 < most &&
                   is_base_latin(p[from + n + 1])) {
            byte = LATIN[p[from + ++n] & 0x3F];
            accents++;
        } else {
            break;
        }
        out[letters] = byte;
        hash = word_hash_byte(hash, byte);
    }
    bool short_accented = accents && letters <= 2;
    if (n == 0 || n >= WORD_BYTES_MAX - 1 || short_accented ||
        (n < most && is_open_end(c, from, from + n))) {
        return false;
    }
    unsigned flags = ascii_is_upper(p[from]) ? (unsigned)TOK_CAPITAL : 0U;
    flags |= letters - digits > 1 && capitals == letters - digits ? (unsigned)TOK_UPPER : 0U;
    struct cut w = {.from = from, .to = from + n, .hash = hash, .flags = flags};
    w.fold = c->folded->n + blank;
    w.kind = ascii_is_digit(p[from]) ? TOK_NUMBER : TOK_WORD;
    c->folded->n = w.fold + letters;
    note_token(c, &w);
    c->hyphen = false;
    c->glued = true;
    c->at = from + n;
    return true;
}

static void read_word(struct cutter *c)
{
    size_t from = c->at;
    size_t end = dotted_end(c, from);
    if (end > from) {
        add_word(c, from, end);
        c->at = end;
        return;
    }
    bool number = ascii_is_digit(c->s.p[from]);
    bool apostrophe = false;
    size_t at = from;
    while (at < c->s.n && at - from < WORD_BYTES_MAX) {
        size_t next = at;
        size_t after = at;
        uint32_t cp = peek(c, at, &next);
        if (is_word_cp(cp)) {
            at = next;
            continue;
        }
        uint32_t then = peek(c, next, &after);
        bool digit_next = then < 0x80 && ascii_is_digit((char)then);
        bool in_number =
            number && digit_next && (cp == '.' || cp == ',' || cp == ':' || cp == '/');
        bool mark = !in_number && is_apostrophe(cp) && at > from;
        bool elided = mark && is_word_cp(then);
        bool cut_off = mark && at - from <= 2 && ascii_lower(c->s.p[from]) == 'p'; /* po' */
        if (!in_number && !elided && !cut_off) {
            break;
        }
        apostrophe = apostrophe || elided;
        at = next;
    }
    c->at = at > from ? at : from + 1;
    if (apostrophe) {
        add_apostrophes(c, from, c->at);
    } else {
        add_word(c, from, c->at);
    }
}

static enum quote_mark quote_of(const struct cutter *c, uint32_t cp, size_t next)
{
    switch (cp) {
    case 0xAB:
    case 0x201C:
    case 0x201E:
        return QUOTE_OPEN;
    case 0xBB:
    case 0x201D:
        return QUOTE_CLOSE;
    default:
        break;
    }
    /* A straight mark opens when a word begins behind it and no word ended before it. */
    size_t after = 0;
    bool word_next =
        is_word_cp(peek(c, next, &after)) || (next < c->s.n && c->s.p[next] == '.');
    bool word_before =
        c->at > 0 && !ascii_is_space(c->s.p[c->at - 1]) && c->s.p[c->at - 1] != '(';
    return word_next && !word_before ? QUOTE_OPEN : QUOTE_CLOSE;
}

/* The token of an ASCII sign. */
static void note_sign(struct cutter *c, char sign, enum quote_mark mark)
{
    char *out = buf_reserve(c->folded, 2);
    if (!out) {
        c->d->failed = true;
        return;
    }
    size_t blank = c->folded->n > 0;
    out[0] = ' ';
    out[blank] = sign;
    c->folded->n += blank + 1;
    struct cut w = {c->at, c->at + 1, c->folded->n - 1, 0, TOK_SIGN, 0, sign, mark};
    note_token(c, &w);
}

static void read_sign(struct cutter *c, uint32_t cp, size_t next)
{
    size_t after = 0;
    bool between = c->glued && is_word_cp(peek(c, next, &after));
    if (between && (cp == '-' || cp == '/' || cp == 0x2010 || cp == 0x2011 || cp == 0x2013)) {
        c->hyphen = true;
        c->at = next;
        return;
    }
    bool quote = cp == '"' || cp == 0xAB || cp == 0xBB || (cp >= 0x201C && cp <= 0x201E);
    if (c->d && cp < 0x80) {
        note_sign(c, (char)cp, quote ? quote_of(c, cp, next) : QUOTE_NONE);
    } else if (c->d) {
        char sign = quote                          ? '"'
                    : cp == 0x2026                 ? '.'
                    : cp == 0x2013 || cp == 0x2014 ? '-'
                                                   : '?' + 0;
        add_token(c, c->at, next, TOK_SIGN, 0, sign,
                  quote ? quote_of(c, cp, next) : QUOTE_NONE);
    } else if (cp == '&') {
        add_token(c, c->at, next, TOK_SIGN, 0, '&', QUOTE_NONE);
    }
    c->hyphen = false;
    c->glued = true;
    c->at = next;
}

static void read_all(struct cutter *c)
{
    while (c->at < c->s.n && !(c->d && c->d->failed)) {
        char byte = c->s.p[c->at];
        if (byte == ' ') {
            c->glued = c->hyphen = false;
            c->at++;
            continue;
        }
        if (ascii_is_alnum(byte) && read_plain_word(c)) {
            continue;
        }
        size_t next = 0;
        uint32_t cp = peek(c, c->at, &next);
        if (is_word_cp(cp)) {
            read_word(c);
        } else if (cp == 0 || cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r' ||
                   cp == 0xA0 || cp == 0x202F || cp == 0x2009 || cp == 0xAD || cp == 0x200B ||
                   cp == 0xFEFF) {
            c->glued = cp == 0xAD;
            c->hyphen = false;
            c->at = next;
        } else if (is_apostrophe(cp) && !c->glued && c->d == NULL) {
            c->at = next;
            c->glued = false;
        } else {
            read_sign(c, cp, next);
        }
    }
}

void tokens_read(struct document *d, const struct news_session *session)
{
    for (size_t i = 0; i < d->paragraphs.n && !d->failed; i++) {
        struct paragraph *p = &d->paragraphs.p[i];
        p->first = (uint32_t)d->tokens.n;
        struct cutter c = {
            .s = {d->plain.p, p->end}, .at = p->start, .folded = &d->folded, .d = d};
        c.session = session;
        read_all(&c);
        p->last = (uint32_t)d->tokens.n;
    }
    d->failed = d->failed || buf_failed(&d->folded);
}

void tokens_fold(struct slice text, struct buf *out)
{
    struct cutter c = {.s = text, .folded = out, .first = true};
    read_all(&c);
}
