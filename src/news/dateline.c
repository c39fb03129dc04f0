/* Words of a line, counted and looked up, before there are tokens. */
#include "news/dateline.h"

#include "news/news_tokens.h"

enum { WORDS_MAX = 12, INLINE_BYTES = 110, WHOLE_BYTES = 90 };
enum { OWN_LANGUAGES = 3 }; /* Italian and English */

static bool is_month(struct slice word)
{
    uint32_t v = 0;
    if (!word_table_get(&TABLE_TIMES, word, &v)) {
        return false;
    }
    uint32_t a = v & 255U;
    uint32_t b = v >> 16 & 255U;
    return (a >= TIME_month1 && a <= TIME_month12) || (b >= TIME_month1 && b <= TIME_month12);
}

static bool is_day(struct slice word)
{
    int v = 0;
    size_t k = 0;
    while (k < word.n && k < 2 && ascii_is_digit(word.p[k])) {
        v = v * 10 + word.p[k++] - '0';
    }
    return k > 0 && (k == word.n || !ascii_is_digit(word.p[k])) && v >= 1 && v <= 31;
}

/* "18/10/2022", "2023-10-06", "6.10.23": three numbers with the same sign between. */
static bool has_figures(struct slice line)
{
    for (size_t i = 0; i + 5 < line.n; i++) {
        if (!ascii_is_digit(line.p[i]) || (i > 0 && ascii_is_digit(line.p[i - 1]))) {
            continue;
        }
        size_t k = i;
        int numbers = 0;
        size_t digits = 0;
        while (k < line.n && numbers < 3) {
            size_t from = k;
            while (k < line.n && ascii_is_digit(line.p[k])) {
                k++;
            }
            digits = k - from;
            if (digits == 0 || digits > 4) {
                break;
            }
            numbers++;
            bool sign =
                k < line.n && (line.p[k] == '/' || line.p[k] == '-' || line.p[k] == '.');
            k += sign;
            if (!sign) {
                break;
            }
        }
        if (numbers == 3 && digits >= 2) {
            return true;
        }
    }
    return false;
}

struct line_words {
    size_t words;
    bool date;     /* a day beside a month */
    bool sentence; /* words that only sentences have */
};

static bool is_of(struct slice w)
{
    return slice_is(w, "of") || slice_is(w, "de") || slice_is(w, "di");
}

/* Small words that also begin the names of towns: Il Cairo, La Paz, Le Havre, Al Jubail. */
static bool is_of_towns(struct slice w)
{
    return slice_is(w, "il") || slice_is(w, "la") || slice_is(w, "le") || slice_is(w, "al") ||
           slice_is(w, "del");
}

static void count_words(struct slice folded, struct line_words *out)
{
    struct slice one = {NULL, 0};
    struct slice two = {NULL, 0};
    while (folded.n) {
        struct slice word = slice_next(&folded, ' ');
        struct slice after = folded;
        struct slice next = slice_next(&after, ' ');
        bool named = is_month(word);
        out->words++;
        out->date = out->date ||
                    (named && (is_day(one) || is_day(next) || (is_of(one) && is_day(two))));
        const struct first_word *first = lexicon_first(word_hash(word), word);
        bool small = first && first->languages & OWN_LANGUAGES;
        out->sentence = out->sentence || (small && !named && !is_of(word) &&
                                          !is_of_towns(word) && !is_day(word));
        two = one;
        one = word;
    }
}

static struct line_words read_line(struct slice line)
{
    struct line_words out = {0};
    struct buf folded;
    buf_init(&folded, 4096);
    tokens_fold(line, &folded);
    count_words(buf_slice(&folded), &out);
    out.date = out.date || has_figures(line);
    buf_release(&folded);
    return out;
}

static size_t dash_at(struct slice line, size_t i)
{
    static const char *const DASHES[] = {" - ", " – ", " — ", " -- ", "— ", NULL};
    for (const char *const *d = DASHES; *d; d++) {
        size_t n = strlen(*d);
        if (i + n < line.n && memcmp(line.p + i, *d, n) == 0) {
            return n;
        }
    }
    return 0;
}

bool dateline_whole(struct slice line)
{
    if (line.n > WHOLE_BYTES) {
        return false;
    }
    bool dash = slice_ends_nocase(line, "-") || slice_ends_nocase(line, "–") ||
                slice_ends_nocase(line, "—");
    struct line_words w = read_line(line);
    bool sentence = slice_ends_nocase(line, ".") && line.n > 40;
    bool full = w.date && w.words <= WORDS_MAX && !sentence && (dash || !w.sentence);
    return full || (dash && w.words <= 8 && !w.sentence);
}

size_t dateline_before_body(struct slice line)
{
    size_t best = 0;
    for (size_t i = 1; i < line.n && i < INLINE_BYTES; i++) {
        size_t n = dash_at(line, i);
        if (n == 0) {
            continue;
        }
        struct line_words w = read_line(slice_cut(line, 0, i));
        if (w.sentence || w.words > WORDS_MAX) {
            break;
        }
        best = w.date ? i + n : best;
    }
    return best;
}
