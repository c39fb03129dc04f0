#include "embargo/kinds.h"

#include "base/num.h"

enum { HEADINGS_MAX = 64, CATEGORY_MAX = 22 };

static const char *const WORDS[] = {
#define KIND_WORD(name, word, classes) word,
    KIND_TABLE(KIND_WORD)
#undef KIND_WORD
};

/* Of goods of one of these classes the kind may be one. */
static const uint32_t PARENTS[] = {
#define KIND_PARENTS(name, word, classes) classes,
    KIND_TABLE(KIND_PARENTS)
#undef KIND_PARENTS
};

bool kind_parse(struct slice word, enum goods_kind *out)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        if (slice_is(word, WORDS[i])) {
            *out = (enum goods_kind)i;
            return true;
        }
    }
    return false;
}

static bool is_digits(struct slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_is_digit(s.p[i])) {
            return false;
        }
    }
    return s.n > 0;
}

static bool read_category(struct slice word, uint32_t *bit)
{
    uint64_t n;
    if (!slice_starts(word, "ML") || !parse_u64(slice_cut(word, 2, word.n), &n) || n == 0 ||
        n > CATEGORY_MAX) {
        return false;
    }
    *bit = UINT32_C(1) << n;
    return true;
}

static int read_heading(const struct facts *f, struct slice word, struct goods_set *out)
{
    if (word.n > 10) {
        return facts_fail(f, "'%.*s' is no heading of two to ten digits", SLICE_ARG(word));
    }
    if (!out->headings) {
        out->headings = ARENA_ARRAY(f->arena, struct slice, HEADINGS_MAX);
    }
    if (!out->headings || out->heading_count == HEADINGS_MAX) {
        return facts_fail(f, "too many headings");
    }
    out->headings[out->heading_count++] = word;
    return 0;
}

/* One word; *after_hs says that digits are headings. */
static int read_word(const struct facts *f, struct slice word, bool *after_hs,
                     struct goods_set *out)
{
    enum goods_class class;
    enum goods_kind kind;
    uint32_t category;
    bool partly = word.n > 1 && word.p[word.n - 1] == '?';
    struct slice plain = partly ? slice_cut(word, 0, word.n - 1) : word;
    if (*after_hs && is_digits(word)) {
        return read_heading(f, word, out);
    }
    *after_hs = slice_is(word, "HS");
    if (*after_hs) {
        return 0;
    }
    if (slice_is(word, "all")) {
        out->all = true;
    } else if (read_category(word, &category)) {
        out->categories |= category;
    } else if (goods_class_parse(plain, &class)) {
        *(partly ? &out->partly_classes : &out->classes) |= UINT32_C(1) << class;
    } else if (kind_parse(plain, &kind)) {
        *(partly ? &out->partly_kinds : &out->kinds) |= kind_bit(kind);
    } else {
        return facts_fail(f, "'%.*s' is no word for goods", SLICE_ARG(word));
    }
    return 0;
}

int goods_set_read(const struct facts *f, struct goods_set *out)
{
    struct slice rest = f->value;
    bool after_hs = false;
    *out = (struct goods_set){.all = false};
    for (struct slice word = facts_word(&rest); word.n; word = facts_word(&rest)) {
        TRY(read_word(f, word, &after_hs, out));
    }
    return 0;
}

static enum fit better(enum fit a, enum fit b)
{
    return a > b ? a : b;
}

static bool begins(struct slice s, struct slice prefix)
{
    return s.n >= prefix.n && memcmp(s.p, prefix.p, prefix.n) == 0;
}

static enum fit heading_fit(const struct goods_set *set, struct slice headings)
{
    enum fit found = FIT_NO;
    for (struct slice h = facts_word(&headings); h.n; h = facts_word(&headings)) {
        for (size_t i = 0; i < set->heading_count; i++) {
            if (begins(h, set->headings[i])) {
                return FIT_YES;
            }
            if (begins(set->headings[i], h)) {
                found = FIT_MAYBE;
            }
        }
    }
    return found;
}

/* Goods of which no kind is known may be of any kind of their class. */
static enum fit unknown_kind_fit(uint64_t kinds, const struct goods *g)
{
    for (size_t i = 0; i < KIND_COUNT && g->kind_bits == 0; i++) {
        if ((kinds >> i & 1) && (PARENTS[i] >> g->class & 1)) {
            return FIT_MAYBE;
        }
    }
    return FIT_NO;
}

enum fit goods_set_fit(const struct goods_set *set, const struct goods *g)
{
    uint32_t category = 0;
    if (set->all || (set->classes >> g->class & 1) || (set->kinds & g->kind_bits)) {
        return FIT_YES;
    }
    if (read_category(g->category, &category) && (set->categories & category)) {
        return FIT_YES;
    }
    enum fit fit = heading_fit(set, g->headings);
    if ((set->partly_classes >> g->class & 1) || (set->partly_kinds & g->kind_bits)) {
        fit = better(fit, FIT_MAYBE);
    }
    return better(fit, unknown_kind_fit(set->kinds | set->partly_kinds, g));
}
