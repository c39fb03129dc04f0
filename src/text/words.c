#include "text/words.h"

struct look_alike {
    uint32_t cyrillic;
    char latin;
};

static const struct look_alike LOOK_ALIKES[] = {
    {0x0430, 'a'}, {0x0432, 'b'}, {0x0441, 'c'}, {0x0435, 'e'}, {0x043D, 'h'},
    {0x0456, 'i'}, {0x0458, 'j'}, {0x043A, 'k'}, {0x043C, 'm'}, {0x043E, 'o'},
    {0x0440, 'p'}, {0x0455, 's'}, {0x0442, 't'}, {0x0443, 'y'}, {0x0445, 'x'},
};
enum { LOOK_ALIKE_COUNT = sizeof LOOK_ALIKES / sizeof *LOOK_ALIKES };

enum { GERESH = 0x5F3 };

static bool is_apostrophe(uint32_t cp)
{
    return cp == '\'' || cp == '`' || cp == 0xB4 || (cp >= 0x2B9 && cp <= 0x2BF) ||
           cp == 0x2C8 || cp == 0x2018 || cp == 0x2019 || cp == 0x201B || cp == GERESH;
}

/* Hebrew geresh makes ch, j, zh, th of the letter before it: צ׳רצ׳יל is Churchill. */
static bool is_geresh(uint32_t cp, const uint32_t *before, size_t n)
{
    enum { GIMEL = 0x5D2, ZAYIN = 0x5D6, FINAL_TSADI = 0x5E5, TSADI = 0x5E6, TAV = 0x5EA };
    uint32_t last = n ? before[n - 1] : 0;
    return (cp == GERESH || cp == '\'' || cp == 0x2019) &&
           (last == GIMEL || last == ZAYIN || last == TSADI || last == FINAL_TSADI ||
            last == TAV);
}

static bool is_comma(uint32_t cp)
{
    return cp == ',' || cp == 0x060C || cp == 0x3001;
}

static bool parts_alone(enum script s)
{
    return s == SCRIPT_HAN || s == SCRIPT_HANGUL || s == SCRIPT_KANA;
}

/* Does a letter of script `next` continue a word of script `now`? */
static bool continues(enum script now, enum script next)
{
    return now == next || (!parts_alone(now) && !parts_alone(next));
}

static uint32_t to_latin(uint32_t cp)
{
    for (size_t i = 0; i < LOOK_ALIKE_COUNT; i++) {
        if (LOOK_ALIKES[i].cyrillic == cp) {
            return (unsigned char)LOOK_ALIKES[i].latin;
        }
    }
    return cp;
}

static uint32_t to_cyrillic(uint32_t cp)
{
    for (size_t i = 0; i < LOOK_ALIKE_COUNT; i++) {
        if ((unsigned char)LOOK_ALIKES[i].latin == cp) {
            return LOOK_ALIKES[i].cyrillic;
        }
    }
    return cp;
}

/* A word of Latin and Cyrillic letters is of the one whose letters cannot be the other's. */
static void settle_script(uint32_t *cp, struct word *w)
{
    size_t latin = 0;
    size_t cyrillic = 0;
    size_t only_latin = 0;
    size_t only_cyrillic = 0;
    for (size_t i = 0; i < w->n; i++) {
        enum script s = script_of(cp[i]);
        if (s == SCRIPT_LATIN) {
            latin++;
            only_latin += to_cyrillic(cp[i]) == cp[i];
        } else if (s == SCRIPT_CYRILLIC) {
            cyrillic++;
            only_cyrillic += to_latin(cp[i]) == cp[i];
        }
    }
    if (latin == 0 || cyrillic == 0) {
        return;
    }
    bool as_latin =
        only_latin != only_cyrillic ? only_latin > only_cyrillic : latin >= cyrillic;
    for (size_t i = 0; i < w->n; i++) {
        cp[i] = as_latin ? to_latin(cp[i]) : to_cyrillic(cp[i]);
    }
    w->script = as_latin ? SCRIPT_LATIN : SCRIPT_CYRILLIC;
}

struct cutter {
    struct word *out;
    size_t n, most;
    bool cut;
    uint32_t *cp;    /* where the letters of the current word go */
    struct word now; /* the word under way; n is 0 between words */
    bool seen_comma;
};

static void end_word(struct cutter *c)
{
    if (c->now.n == 0) {
        return;
    }
    uint32_t *letters = c->cp;
    settle_script(letters, &c->now);
    if (c->n == c->most) {
        c->cut = true;
    } else {
        c->now.cp = letters;
        c->out[c->n++] = c->now;
    }
    c->cp += c->now.n;
    c->now = (struct word){.after_comma = c->seen_comma};
}

static void add_letter(struct cutter *c, uint32_t cp)
{
    enum script s = script_of(cp);
    if (c->now.n && s != SCRIPT_COMMON && c->now.script != SCRIPT_COMMON &&
        !continues(c->now.script, s)) {
        end_word(c);
    }
    c->cp[c->now.n++] = cp;
    if (c->now.script == SCRIPT_COMMON) {
        c->now.script = s;
    }
}

static void add_sign(struct cutter *c, uint32_t cp)
{
    if (is_apostrophe(cp) && c->now.n) {
        if (is_geresh(cp, c->cp, c->now.n)) {
            c->cp[c->now.n++] = GERESH;
        }
        return;
    }
    c->now.before_dot = cp == '.';
    end_word(c);
    c->now.after_blank |= cp == ' ';
    if (is_comma(cp) && c->n) {
        c->seen_comma = true;
        c->now.after_comma = true;
    }
    if (cp == '&') {
        static const char AND[] = "and";
        for (size_t i = 0; i < 3; i++) {
            c->cp[c->now.n++] = (unsigned char)AND[i];
        }
        c->now.script = SCRIPT_LATIN;
        c->now.ampersand = true;
        end_word(c);
    }
}

size_t words_of(struct arena *arena, const struct folded *text, struct word *out, size_t most,
                bool *cut)
{
    /* "&" becomes three letters. */
    struct cutter c = {.out = out, .most = most};
    c.cp = ARENA_ARRAY(arena, uint32_t, text->n * 3 + 1);
    if (!c.cp) {
        *cut = true;
        return 0;
    }
    for (size_t i = 0; i < text->n; i++) {
        uint32_t cp = text->cp[i];
        if (!is_apostrophe(cp) && fold_is_word(cp)) {
            add_letter(&c, cp);
        } else {
            add_sign(&c, cp);
        }
    }
    end_word(&c);
    *cut = c.cut;
    return c.n;
}
