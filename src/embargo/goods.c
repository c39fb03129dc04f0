#include "embargo/goods.h"

#include "base/num.h"
#include "embargo/goods_table.h"
#include "embargo/kinds.h"
#include "embargo/plain.h"

enum { CODE_MAX = 10 };

/* What the rules are strictest about first; other things being equal the longer phrase wins. */
static const uint8_t STRICTNESS[GOODS_CLASS_COUNT] = {
    [GOODS_UNKNOWN] = 0,  [GOODS_MONEY] = 1, [GOODS_FOOD] = 2, [GOODS_OTHER] = 3,
    [GOODS_LUXURY] = 4,   [GOODS_COAL] = 5,  [GOODS_OIL] = 6,  [GOODS_TECHNOLOGY] = 7,
    [GOODS_DUAL_USE] = 8, [GOODS_ARMS] = 9,
};

/* ---- words ---- */

/* The longest form of the table that begins at word i; MAP_NONE when there is none. */
static uint32_t find_form(const struct goods_words *w, const struct plain *plain, size_t i,
                          size_t *words)
{
    size_t most = plain->n - i < w->longest ? plain->n - i : w->longest;
    for (*words = most; *words > 0; --*words) {
        struct slice key =
            slice_cut(plain->text, plain->words[i].at, plain->words[i + *words - 1].end);
        uint32_t item = map_get(&w->forms, key);
        if (item != MAP_NONE) {
            return item;
        }
    }
    return MAP_NONE;
}

static bool classify_words(const struct goods_words *w, const struct plain *plain,
                           struct slice text, struct goods *out)
{
    size_t best_words = 0;
    bool found = false;
    for (size_t i = 0; i < plain->n;) {
        size_t words;
        uint32_t item = find_form(w, plain, i, &words);
        if (item == MAP_NONE) {
            i++;
            continue;
        }
        const struct goods *g = &w->items.p[item];
        unsigned strict = STRICTNESS[g->class];
        unsigned so_far = found ? STRICTNESS[out->class] : 0;
        if (!found || strict > so_far || (strict == so_far && words > best_words)) {
            *out = *g;
            out->word = slice_cut(text, plain->words[i].from, plain->words[i + words - 1].to);
            best_words = words;
            found = true;
        }
        i += words;
    }
    return found;
}

/* ---- codes ---- */

/* The digits of "9306", "9306.90", "HS 9306 30" into out; 0 when it is no code. */
static size_t code_digits(struct slice text, char out[CODE_MAX])
{
    size_t n = 0;
    bool named = slice_starts_nocase(text, "hs");
    for (size_t i = named ? 2 : 0; i < text.n; i++) {
        char c = text.p[i];
        if (ascii_is_digit(c) && n < CODE_MAX) {
            out[n++] = c;
        } else if (c != '.' && c != ' ' && !(named && i == 2 && c == ':')) {
            return 0;
        }
    }
    return n >= (named ? 2U : 4U) ? n : 0;
}

/* How far a heading of the list and a code agree: the digits of the shorter when one begins
 * with the other, else 0. */
static size_t agreement(struct slice headings, struct slice code)
{
    size_t best = 0;
    for (struct slice h = facts_word(&headings); h.n; h = facts_word(&headings)) {
        size_t n = h.n < code.n ? h.n : code.n;
        if (memcmp(h.p, code.p, n) == 0 && n > best) {
            best = n;
        }
    }
    return best;
}

/* What two rows of the table have in common. */
static void keep_common(struct goods *out, const struct goods *g)
{
    out->item = (struct slice){NULL, 0};
    out->kinds = (struct slice){NULL, 0};
    out->kind_bits &= g->kind_bits;
    out->class = out->class == g->class ? g->class : GOODS_UNKNOWN;
    if (!slice_eq(out->category, g->category)) {
        out->category = (struct slice){NULL, 0};
    }
}

/* The rows with the code, as far as they agree. */
static void match_code(const struct goods_words *w, struct slice code, struct goods *out)
{
    size_t best = 3; /* fewer digits say a chapter, not what it is */
    for (size_t i = 0; i < w->items.n; i++) {
        size_t n = agreement(w->items.p[i].headings, code);
        if (n > best) {
            best = n;
            *out = w->items.p[i];
        } else if (n == best && best > 3) {
            keep_common(out, &w->items.p[i]);
        }
    }
}

static bool classify_code(const struct goods_words *w, struct slice text, struct goods *out)
{
    char digits[CODE_MAX];
    struct slice code = {digits, code_digits(text, digits)};
    if (code.n == 0) {
        return false;
    }
    *out = (struct goods){.class = GOODS_OTHER};
    match_code(w, code, out);
    if (memcmp(digits, "93", 2) == 0) {
        out->class = GOODS_ARMS;
    }
    /* The digits as they were typed, up to a point, are what rules compare. */
    struct slice bare =
        slice_trim(slice_cut(text, slice_starts_nocase(text, "hs") ? 2 : 0, text.n));
    size_t point = slice_find(bare, 0, ".");
    size_t blank = slice_find(bare, 0, " ");
    out->headings = slice_cut(bare, 0, point < blank ? point : blank);
    out->word = text;
    return true;
}

/* "ML3". */
static bool classify_category(struct slice text, struct goods *out)
{
    uint64_t n;
    if (!slice_starts_nocase(text, "ml") ||
        !parse_u64(slice_trim(slice_cut(text, 2, text.n)), &n) || n < 1 || n > 22) {
        return false;
    }
    static const char *const NAMES[] = {
        "ML1",  "ML2",  "ML3",  "ML4",  "ML5",  "ML6",  "ML7",  "ML8",  "ML9",  "ML10", "ML11",
        "ML12", "ML13", "ML14", "ML15", "ML16", "ML17", "ML18", "ML19", "ML20", "ML21", "ML22",
    };
    bool software = n >= 21;
    *out = (struct goods){
        .class = software ? GOODS_TECHNOLOGY : GOODS_ARMS,
        .category = slice_of(NAMES[n - 1]),
        .kinds = software ? SLICE("military") : (struct slice){NULL, 0},
        .kind_bits = software ? kind_bit(KIND_MILITARY) : 0,
        .word = text,
    };
    return true;
}

bool goods_classify(const struct goods_words *words, struct slice text, struct goods *out)
{
    enum goods_class class;
    struct slice trimmed = slice_trim(text);
    *out = (struct goods){.class = GOODS_UNKNOWN};
    if (goods_class_parse(trimmed, &class)) {
        *out = (struct goods){.class = class, .word = trimmed};
        return true;
    }
    if (classify_category(trimmed, out) || classify_code(words, trimmed, out)) {
        return true;
    }
    struct arena arena;
    struct plain plain;
    arena_init(&arena, (size_t)1 << 20);
    bool found =
        plain_fold(&arena, trimmed, &plain) && classify_words(words, &plain, trimmed, out);
    arena_release(&arena);
    return found;
}

/* ---- all forms ---- */

struct telling {
    goods_form_fn *each;
    void *context;
    struct goods_form form;
};

static bool tell_form(void *context, struct slice text)
{
    struct telling *t = context;
    t->form.text = text;
    t->each(t->context, &t->form);
    return true;
}

void goods_each(const struct goods_words *words, goods_form_fn *each, void *context)
{
    for (size_t i = 0; i < words->phrases.n; i++) {
        const struct goods_phrase *p = &words->phrases.p[i];
        const char *fault;
        struct telling t = {.each = each, .context = context};
        t.form.goods = words->items.p[p->item];
        memcpy(t.form.language, p->language, sizeof t.form.language);
        (void)goods_phrase_forms(words, p, tell_form, &t, &fault);
    }
}
