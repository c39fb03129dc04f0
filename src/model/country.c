#include "model/country.h"

#include <utf8proc.h>

#include "model/countries_table.h"

enum {
    KEY_MAX = 255, /* bytes of a folded name; longer ones are no country */
    PIECES = 32    /* the longest decomposition of one character is 18 */
};

/* A folded name in a buffer of the caller's. */
struct key {
    char bytes[KEY_MAX + 4]; /* room for one character past the limit */
    size_t n;
};

/* States that became part of another or came from it, and territories beside their state.
 * Each pair meets in both directions, and only directly: ru and ua both met suhh, not each
 * other. */
static const char *const RELATED[][2] = {
    /* clang-format off */
    {"suhh", "ru"}, {"suhh", "ua"}, {"suhh", "by"}, {"suhh", "uz"}, {"suhh", "kz"},
    {"suhh", "ge"}, {"suhh", "az"}, {"suhh", "lt"}, {"suhh", "md"}, {"suhh", "lv"},
    {"suhh", "kg"}, {"suhh", "tj"}, {"suhh", "am"}, {"suhh", "tm"}, {"suhh", "ee"},
    {"yucs", "rs"}, {"yucs", "me"}, {"yucs", "hr"}, {"yucs", "si"}, {"yucs", "ba"},
    {"yucs", "mk"}, {"yucs", "xk"}, {"yucs", "csxx"}, {"csxx", "rs"}, {"csxx", "me"},
    {"csxx", "xk"}, {"rs", "me"}, {"rs", "xk"}, {"cshh", "cz"}, {"cshh", "sk"},
    {"ddde", "de"}, {"ydyd", "ye"}, {"vddr", "vn"}, {"zrcd", "cd"}, {"anhh", "cw"},
    {"anhh", "sx"}, {"anhh", "bq"}, {"anhh", "aw"}, {"tptl", "tl"}, {"id", "tl"},
    {"sd", "ss"}, {"et", "er"}, {"pk", "bd"}, {"cn", "hk"}, {"cn", "mo"},
    /* clang-format on */
};

static bool add_char(struct key *k, utf8proc_int32_t c)
{
    k->n += (size_t)utf8proc_encode_char(c, (utf8proc_uint8_t *)k->bytes + k->n);
    return k->n <= KEY_MAX;
}

static bool is_letter_or_digit(utf8proc_int32_t c)
{
    utf8proc_category_t category = utf8proc_category(c);
    return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) ||
           (category >= UTF8PROC_CATEGORY_ND && category <= UTF8PROC_CATEGORY_NO);
}

static bool fold_char(struct key *k, utf8proc_int32_t c)
{
    utf8proc_int32_t pieces[PIECES];
    int boundclass = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        c, pieces, PIECES, UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD,
        &boundclass);
    if (n < 0 || n > PIECES) {
        return false;
    }
    for (utf8proc_ssize_t i = 0; i < n; i++) {
        if (is_letter_or_digit(pieces[i]) && !add_char(k, pieces[i])) {
            return false;
        }
    }
    return true;
}

/* Letters and digits of the text, decomposed, case folded and without marks; "&" is "and".
 * False when it is longer than any country's name.  tools/tables/countries.py does the same. */
static bool fold(struct slice text, struct key *k)
{
    k->n = 0;
    for (size_t i = 0; i < text.n;) {
        utf8proc_int32_t c;
        utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)text.p + i,
                                                 (utf8proc_ssize_t)(text.n - i), &c);
        if (step <= 0) {
            return false;
        }
        i += (size_t)step;
        if (c == '&') {
            if (!add_char(k, 'a') || !add_char(k, 'n') || !add_char(k, 'd')) {
                return false;
            }
        } else if (!fold_char(k, c)) {
            return false;
        }
    }
    return true;
}

static struct slice row_code(const struct country_row *row)
{
    return (struct slice){countries_text + row->code, row->code_size};
}

static const struct country_row *row_of_key(struct slice key)
{
    size_t low = 0;
    size_t high = countries_key_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct country_key *row = &countries_keys[middle];
        int c = slice_cmp(key, (struct slice){countries_text + row->key, row->key_size});
        if (c == 0) {
            return &countries_rows[row->country];
        }
        if (c < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return NULL;
}

struct slice country_code(struct slice text)
{
    struct key k;
    if (!fold(text, &k) || k.n == 0) {
        return (struct slice){NULL, 0};
    }
    struct slice key = {k.bytes, k.n};
    const struct country_row *row = row_of_key(key);
    if (!row && slice_starts(key, "the")) {
        row = row_of_key(slice_cut(key, 3, key.n));
    }
    return row ? row_code(row) : (struct slice){NULL, 0};
}

struct slice country_name(struct slice code)
{
    size_t low = 0;
    size_t high = countries_row_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct country_row *row = &countries_rows[middle];
        int c = slice_cmp(code, row_code(row));
        if (c == 0) {
            return (struct slice){countries_text + row->name, row->name_size};
        }
        if (c < 0) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return (struct slice){NULL, 0};
}

bool country_meets(struct slice a, struct slice b)
{
    if (slice_eq(a, b)) {
        return a.n > 0;
    }
    for (size_t i = 0; i < sizeof RELATED / sizeof *RELATED; i++) {
        const char *const *pair = RELATED[i];
        if ((slice_is(a, pair[0]) && slice_is(b, pair[1])) ||
            (slice_is(a, pair[1]) && slice_is(b, pair[0]))) {
            return true;
        }
    }
    return false;
}

size_t country_count(void)
{
    return countries_row_count;
}

struct slice country_at(size_t i)
{
    return row_code(&countries_rows[i]);
}
