#include "text/romanise.h"

#include <utf8proc.h>

#include "base/hash.h"
#include "text/abugida.h"
#include "text/key.h"
#include "text/tables.h"

enum { SEGMENT_FORMS_MAX = 16, JAMO_MAX = 3 };

/* What one letter or run of letters may be spelled as. */
struct segment {
    const char *form[SEGMENT_FORMS_MAX];
    uint16_t cost[SEGMENT_FORMS_MAX];
    size_t count;
    char own[2]; /* the spelling of a letter that needs no table */
};

/* The consonants of a spelling, as far as a key tells them apart, kept while letters are added:
 * spellings of one outline have one key. */
struct outline {
    uint64_t hash;
    unsigned count; /* consonants; doubled ones are one */
    char last;      /* letter */
};

/* One spelling under construction. */
struct partial {
    struct outline outline; /* where spellings are told apart by their keys */
    unsigned cost;
    size_t n;
    char text[TOKEN_BYTES_MAX];
};

/* Which spellings are kept. */
struct choice {
    const struct letter_patterns *letters;
    size_t most;
    bool by_key; /* of those with one key the cheapest alone */
};

struct partials {
    struct partial list[TOKEN_FORMS_MAX];
    size_t n;
};

static bool look_up(const struct word_table *t, const uint32_t *cp, size_t count, bool first,
                    bool last, uint32_t *row)
{
    char key[64];
    size_t n = 1;
    key[0] = '^';
    for (size_t i = 0; i < count && n + 5 < sizeof key; i++) {
        n += utf8_put(cp[i], key + n);
    }
    key[n] = '$';
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
    utf8proc_ssize_t n = utf8proc_decompose_char(
        (utf8proc_int32_t)cp, parts, 24, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT, &boundary);
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
    if (look_up(LETTERS.table, &base, 1, false, false, &row)) {
        from_row(s, row);
        return true;
    }
    return false;
}

/* Code points of the longest pattern that begins with `cp`. */
static size_t longest_from(const struct letter_patterns *letters, uint32_t cp)
{
    return cp < 0x10000 ? letters->longest[cp >> 8] : 1;
}

/* Small Kana and the geresh belong to the letter before them. */
static bool goes_on(uint32_t cp)
{
    static const uint32_t SMALL[] = {0x30A1, 0x30A3, 0x30A5, 0x30A7, 0x30A9,
                                     0x30E3, 0x30E5, 0x30E7, 0x30EE, 0x05F3};
    for (size_t i = 0; i < sizeof SMALL / sizeof *SMALL; i++) {
        if (SMALL[i] == cp) {
            return true;
        }
    }
    return false;
}

/* The segment that begins at cp[at]; returns how many code points it covers, 0 when unread. */
static size_t segment_at(const struct letter_patterns *letters, const uint32_t *cp, size_t n,
                         size_t at, struct segment *s)
{
    if (cp[at] >= 0x80) {
        size_t longest = longest_from(letters, cp[at]);
        for (size_t length = n - at < longest ? n - at : longest; length > 0; length--) {
            uint32_t row;
            if (letters == &FOREIGN && at + length < n && goes_on(cp[at + length])) {
                continue;
            }
            if (look_up(letters->table, cp + at, length, at == 0, at + length == n, &row)) {
                from_row(s, row);
                return length;
            }
        }
    }
    return letters == &LETTERS && from_base(s, cp[at]) ? 1 : 0;
}

/* Letters that are read together with the one before them: sh, kh; ce, ci. */
static unsigned beside(char last, char letter)
{
    enum { WITH_H = 14, SOFT = 15 };
    if (letter == 'h' && key_class(last)) {
        return WITH_H;
    }
    return last == 'c' && (letter == 'e' || letter == 'i') ? SOFT : key_class(letter);
}

static struct outline outline_with(struct outline o, const char *letters)
{
    for (; *letters; letters++) {
        unsigned class = beside(o.last, *letters);
        if (class && class != key_class(o.last)) {
            o.hash = hash_mix(o.hash, class);
            o.count++;
        }
        o.last = *letters;
    }
    return o;
}

/* Spellings with one key are as good as the same, unless it has one consonant only. */
static bool is_same(const struct partial *a, const struct partial *b, bool by_key)
{
    if (by_key && b->outline.count > 1) {
        return a->outline.hash == b->outline.hash;
    }
    return a->n == b->n && memcmp(a->text, b->text, a->n) == 0;
}

/* The place of a spelling that counts as the same, or list->n. */
static size_t same_as(const struct partials *list, const struct partial *p, bool by_key)
{
    size_t i = 0;
    while (i < list->n && !is_same(&list->list[i], p, by_key)) {
        i++;
    }
    return i;
}

/* Keeps the list sorted by cost; the first of equals stays in front. */
static void keep(struct partials *to, const struct partial *p, const struct choice *c)
{
    size_t same = same_as(to, p, c->by_key);
    if (same < to->n) {
        if (!c->by_key || to->list[same].cost <= p->cost) {
            return;
        }
        to->n--;
        memmove(to->list + same, to->list + same + 1, (to->n - same) * sizeof *to->list);
    }
    size_t at = to->n;
    while (at > 0 && to->list[at - 1].cost > p->cost) {
        at--;
    }
    if (at >= c->most) {
        return;
    }
    size_t last = to->n < c->most ? to->n++ : c->most - 1;
    memmove(to->list + at + 1, to->list + at, (last - at) * sizeof *to->list);
    to->list[at] = *p;
}

/* Are there so many spellings of this outline, none dearer, that another one only takes room?
 * Words of one consonant or none are told apart by their vowels, but not endlessly. */
static bool is_crowded(const struct partials *list, const struct partial *p)
{
    enum { ALIKE_MOST = 4 };
    size_t alike = 0;
    for (size_t i = 0; i < list->n && list->list[i].cost <= p->cost; i++) {
        alike += list->list[i].outline.hash == p->outline.hash;
    }
    return alike >= ALIKE_MOST;
}

/* Is a spelling of this outline there that costs no more? */
static bool is_dearer(const struct partials *list, struct outline o, unsigned cost)
{
    for (size_t i = 0; i < list->n && list->list[i].cost <= cost; i++) {
        if (list->list[i].outline.hash == o.hash) {
            return true;
        }
    }
    return false;
}

static void extend(const struct partials *from, const struct segment *s, const struct choice *c,
                   struct partials *to)
{
    to->n = 0;
    for (size_t i = 0; i < from->n; i++) {
        for (size_t k = 0; k < s->count; k++) {
            unsigned cost = from->list[i].cost + s->cost[k];
            if (to->n == c->most && cost >= to->list[to->n - 1].cost) {
                continue;
            }
            struct outline outline = from->list[i].outline;
            if (c->by_key) {
                outline = outline_with(outline, s->form[k]);
                if (outline.count > 1 && is_dearer(to, outline, cost)) {
                    continue;
                }
            }
            struct partial p = from->list[i];
            size_t length = strlen(s->form[k]);
            if (p.n + length > sizeof p.text) {
                length = sizeof p.text - p.n;
            }
            memcpy(p.text + p.n, s->form[k], length);
            p.n += length;
            p.cost = cost;
            p.outline = outline;
            if (!c->by_key || !is_crowded(to, &p)) {
                keep(to, &p, c);
            }
        }
    }
}

/* The spellings of a word; none when a letter cannot be read. */
static void spellings_of(const uint32_t *cp, size_t n, const struct choice *c,
                         struct partials *out)
{
    struct partials other;
    struct partials *now = out;
    struct partials *next = &other;
    now->list[0] = (struct partial){.n = 0};
    now->n = 1;
    for (size_t at = 0; at < n;) {
        struct segment s;
        size_t covered = segment_at(c->letters, cp, n, at, &s);
        if (covered == 0) {
            out->n = 0;
            return;
        }
        extend(now, &s, c, next);
        struct partials *spare = now;
        now = next;
        next = spare;
        at += covered;
    }
    if (now != out) {
        memcpy(out->list, now->list, now->n * sizeof *now->list);
        out->n = now->n;
    }
}

static struct form form_of(struct arena *arena, const struct partial *p)
{
    return (struct form){.text = arena_copy(arena, (struct slice){p->text, p->n}),
                         .cost = (uint16_t)(p->cost > 9999 ? 9999 : p->cost)};
}

/* Hangul syllables to their letters, all others as they are. */
static size_t apart(const uint32_t *cp, size_t n, uint32_t out[TOKEN_BYTES_MAX * JAMO_MAX])
{
    enum { FIRST = 0xAC00, LAST = 0xD7A3, VOWELS = 21, FINALS = 28 };
    size_t made = 0;
    for (size_t i = 0; i < n && i < TOKEN_BYTES_MAX; i++) {
        if (cp[i] < FIRST || cp[i] > LAST) {
            out[made++] = cp[i];
            continue;
        }
        uint32_t s = cp[i] - FIRST;
        out[made++] = 0x1100 + s / (VOWELS * FINALS);
        out[made++] = 0x1161 + s / FINALS % VOWELS;
        if (s % FINALS) {
            out[made++] = 0x11A7 + s % FINALS;
        }
    }
    return made;
}

/* The word as the tables know it: vowels written out, in the order of sounds. */
static size_t lay_out(const uint32_t *cp, size_t n, uint32_t out[TOKEN_BYTES_MAX * JAMO_MAX])
{
    if (n && script_of(cp[0]) == SCRIPT_HANGUL) {
        return apart(cp, n, out);
    }
    return abugida_unfold(n ? script_of(cp[0]) : SCRIPT_COMMON, cp,
                          n < TOKEN_BYTES_MAX ? n : TOKEN_BYTES_MAX, out);
}

size_t romanise(struct arena *arena, const uint32_t *cp, size_t n,
                struct form out[TOKEN_FORMS_MAX])
{
    const struct choice usual = {&LETTERS, TOKEN_FORMS_USUAL, false};
    uint32_t letters[TOKEN_BYTES_MAX * JAMO_MAX];
    struct partials found;
    n = lay_out(cp, n, letters);
    spellings_of(letters, n, &usual, &found);
    size_t made = 0;
    for (size_t i = 0; i < found.n; i++) {
        if (found.list[i].n > 0) {
            out[made++] = form_of(arena, &found.list[i]);
        }
    }
    return arena_failed(arena) ? 0 : made;
}

/* Appends the spellings whose key is new behind the first `apart`; those have been made from
 * another table, and their vowels say nothing of these. */
static size_t append_keys(struct arena *arena, const uint32_t *cp, size_t n,
                          const struct letter_patterns *letters,
                          struct form out[TOKEN_FORMS_MAX], size_t made, size_t apart)
{
    const struct choice consonants = {letters, TOKEN_FORMS_MAX, true};
    struct partials found;
    uint64_t keys[TOKEN_FORMS_MAX];
    for (size_t i = 0; i < made; i++) {
        keys[i] = key_of(out[i].text);
    }
    spellings_of(cp, n, &consonants, &found);
    for (size_t i = 0; i < found.n && made < TOKEN_FORMS_MAX; i++) {
        const struct partial *p = &found.list[i];
        struct slice text = {p->text, p->n};
        uint64_t key = key_of(text);
        size_t k = 0;
        while (k < made && (key_length(key) > 1 && k >= apart ? keys[k] != key
                                                              : !slice_eq(out[k].text, text))) {
            k++;
        }
        if (k == made && p->n > 0) {
            keys[made] = key;
            out[made++] = form_of(arena, p);
        }
    }
    return arena_failed(arena) ? 0 : made;
}

size_t romanise_consonants(struct arena *arena, const uint32_t *cp, size_t n,
                           struct form out[TOKEN_FORMS_MAX], size_t made)
{
    uint32_t letters[TOKEN_BYTES_MAX * JAMO_MAX];
    n = lay_out(cp, n, letters);
    return append_keys(arena, letters, n, &LETTERS, out, made, 0);
}

size_t romanise_foreign(struct arena *arena, const uint32_t *cp, size_t n,
                        struct form out[TOKEN_FORMS_MAX], size_t made)
{
    uint32_t units[TOKEN_BYTES_MAX * JAMO_MAX];
    n = apart(cp, n, units);
    return append_keys(arena, units, n, &FOREIGN, out, made, made);
}
