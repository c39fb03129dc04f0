/* Lookups in data/news/times.tsv and the calendar. */
#include "news/time_words.h"

enum { BIT_ITALIAN = 1, BIT_ENGLISH = 2, BIT_OTHER = 4, BIT_ANY = 7, BIT_ABBREVIATED = 8 };

struct time_reader time_reader_at(const struct time_reader *r, int32_t today)
{
    struct time_reader out = *r;
    out.today = today;
    calendar_parts(today, &out.year, &out.month, &out.day);
    return out;
}

/* Paragraphs hold the tokens in order: the first one that ends behind token i. */
static const struct paragraph *paragraph_of(const struct document *d, uint32_t i)
{
    size_t low = 0;
    size_t high = d->paragraphs.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (i < d->paragraphs.p[middle].last) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low < d->paragraphs.n ? &d->paragraphs.p[low] : NULL;
}

static unsigned language_bit(const struct document *d, uint32_t i)
{
    const struct paragraph *p = paragraph_of(d, i);
    if (!p || p->kind == PARA_DATELINE) {
        return BIT_ANY;
    }
    return p->language == NEWS_ITALIAN   ? BIT_ITALIAN
           : p->language == NEWS_ENGLISH ? BIT_ENGLISH
                                         : BIT_OTHER;
}

static bool is_number(const struct time_reader *r, uint32_t i)
{
    return i < r->end && r->d->tokens.p[i].kind == TOK_NUMBER;
}

/* "6 ott. 2023", "Oct 6", "Fri, Oct 6". */
static bool beside_number(const struct time_reader *r, uint32_t i)
{
    uint32_t next = i + 1;
    while (next < r->end && next < i + 3 && r->d->tokens.p[next].kind == TOK_SIGN) {
        next++;
    }
    bool before = i > 0 && is_number(r, i - 1);
    bool month_behind = next < r->end && is_number(r, next + 1);
    return before || is_number(r, next) || month_behind;
}

enum time_word time_word_at(const struct time_reader *r, uint32_t i)
{
    uint32_t v = 0;
    if (i >= r->end || r->d->tokens.p[i].kind != TOK_WORD ||
        !word_table_get(&TABLE_TIMES, document_key(r->d, i, i + 1), &v)) {
        return TIME_none;
    }
    unsigned bit = language_bit(r->d, i);
    uint32_t half = v >> 8 & bit ? v & 0xFFFFU : v >> 24 & bit ? v >> 16 : 0;
    enum time_word code = (enum time_word)(half & 255U);
    if (half >> 8 & BIT_ABBREVIATED && bit != BIT_ANY) {
        struct slice w = document_key(r->d, i, i + 1);
        bool whole = w.n > 5; /* a full name that an other language abbreviates to */
        if (!whole && !beside_number(r, i)) {
            return TIME_none;
        }
    }
    bool named = code >= TIME_month1 && code <= TIME_weekday7;
    bool capital = (r->d->tokens.p[i].flags & TOK_CAPITAL) != 0;
    return named && bit == BIT_ENGLISH && !capital ? TIME_none : code;
}

bool time_digits(const struct time_reader *r, uint32_t i, int *out)
{
    if (!is_number(r, i)) {
        return false;
    }
    struct slice s = document_text(r->d, document_span(r->d, i, i + 1));
    int v = 0;
    size_t k = 0;
    while (k < s.n && ascii_is_digit(s.p[k]) && v < 100000) {
        v = v * 10 + s.p[k++] - '0';
    }
    struct slice tail = slice_cut(s, k, s.n);
    if (tail.n > 0 && !tail.p) {
        return false;
    }
    bool ordinal = tail.n == 0 || slice_is(tail, "st") || slice_is(tail, "nd") ||
                   slice_is(tail, "rd") || slice_is(tail, "th") || slice_is(tail, "º") ||
                   slice_is(tail, "er") || (tail.n == 1 && tail.p[0] == 's');
    if (k == 0 || !ordinal) {
        return false;
    }
    *out = v;
    return true;
}

bool time_number(const struct time_reader *r, uint32_t i, int *out)
{
    enum time_word code = time_word_at(r, i);
    if (code >= TIME_number1 && code <= TIME_number12) {
        *out = (int)code - TIME_number1 + 1;
        return true;
    }
    if (code == TIME_number15 || code == TIME_number20 || code == TIME_number30) {
        *out = code == TIME_number15 ? 15 : code == TIME_number20 ? 20 : 30;
        return true;
    }
    return time_digits(r, i, out);
}

/* "Resolution 1929", "risoluzione n. 2094", "Decision 2014/512". */
static bool is_act(const struct time_reader *r, uint32_t i)
{
    static const char *const ACTS[] = {
        "resolution", "resolutions", "risoluzione", "risoluzioni", "decision",
        "decisione",  "regulation",  "regolamento", "n",           "no",
        "numero",     "number",      "unscr",       NULL};
    for (uint32_t k = 1; k <= 2 && i >= k; k++) {
        const struct news_token *t = &r->d->tokens.p[i - k];
        for (const char *const *a = ACTS; t->kind == TOK_WORD && *a; a++) {
            if (slice_is(document_key(r->d, i - k, i - k + 1), *a)) {
                return true;
            }
        }
        if (!token_is_sign(t, '.')) {
            return false;
        }
    }
    return false;
}

/* "2022 tonnes", "Fateh-2000", "2014/512". */
static bool is_measure(const struct time_reader *r, uint32_t i)
{
    const struct news_token *t = r->d->tokens.p;
    int v = 0;
    if (t[i].flags & TOK_HYPHEN && i > 0) {
        enum time_word c = time_word_at(r, i - 1);
        bool time = c == TIME_begin || c == TIME_middle || c == TIME_end ||
                    t[i - 1].kind == TOK_NUMBER || (c >= TIME_month1 && c <= TIME_month12);
        if (!time) {
            return true;
        }
    }
    if (i + 1 >= r->end) {
        return false;
    }
    if (t[i + 1].kind == TOK_NUMBER && t[i + 1].flags & TOK_HYPHEN) {
        return time_digits(r, i + 1, &v) && v >= 100 && (v < 1900 || v > 2100);
    }
    const struct word_row *row = t[i + 1].row;
    return t[i + 1].goods ||
           (row && t[i + 1].part == PART_N && (row->classes & (CLASS(QUANT) | CLASS(PEOPLE))));
}

bool time_year(const struct time_reader *r, uint32_t i, int *out)
{
    return is_number(r, i) && r->d->tokens.p[i].end - r->d->tokens.p[i].start == 4 &&
           time_digits(r, i, out) && *out >= 1900 && *out <= 2100 && !is_act(r, i) &&
           !is_measure(r, i);
}

int time_month(const struct time_reader *r, uint32_t i)
{
    enum time_word c = time_word_at(r, i);
    return c >= TIME_month1 && c <= TIME_month12 ? (int)c - TIME_month1 + 1 : 0;
}

uint32_t time_skip(const struct time_reader *r, uint32_t i)
{
    while (i < r->end) {
        const struct news_token *t = &r->d->tokens.p[i];
        bool sign = token_is_sign(t, '.') || token_is_sign(t, ',');
        bool of = t->kind == TOK_WORD && t->part == PART_PREP && t->row &&
                  t->row->detail == DETAIL_OF;
        bool article =
            t->kind == TOK_WORD && t->part == PART_DET && time_word_at(r, i) == TIME_none;
        if (!sign && !of && !article) {
            break;
        }
        i++;
    }
    return i;
}

enum time_word time_unit(enum time_word code)
{
    switch (code) {
    case TIME_day:
    case TIME_days:
        return TIME_day;
    case TIME_week:
    case TIME_weeks:
        return TIME_week;
    case TIME_month:
    case TIME_months:
        return TIME_month;
    case TIME_year:
    case TIME_years:
        return TIME_year;
    default:
        return TIME_none;
    }
}

bool time_is_plural(enum time_word code)
{
    return code == TIME_days || code == TIME_weeks || code == TIME_months || code == TIME_years;
}

/* The n-th stretch of so many months since the year 0, drawn to year 1. */
static struct interval stretch(int n, int months)
{
    int in_year = 12 / months;
    n = n < in_year ? in_year : n;
    return calendar_months(n / in_year, n % in_year * months + 1, months);
}

struct interval time_shifted(const struct time_reader *r, enum time_word unit, int by)
{
    int32_t monday = r->today - calendar_weekday(r->today) + 1;
    switch (unit) {
    case TIME_week:
        return (struct interval){monday + by * 7, monday + by * 7 + 6};
    case TIME_weekend:
        return (struct interval){monday + by * 7 + 5, monday + by * 7 + 6};
    case TIME_month:
        return stretch(r->year * 12 + r->month - 1 + by, 1);
    case TIME_quarter:
        return stretch(r->year * 4 + (r->month - 1) / 3 + by, 3);
    case TIME_half:
        return stretch(r->year * 2 + (r->month - 1) / 6 + by, 6);
    case TIME_year:
        return calendar_year(r->year + by);
    default:
        return (struct interval){r->today + by, r->today + by};
    }
}

int32_t time_distance(const struct time_reader *r, enum time_word unit, int by)
{
    switch (unit) {
    case TIME_week:
        return r->today + by * 7;
    case TIME_month:
        return calendar_add_months(r->today, by);
    case TIME_year:
        return calendar_add_months(r->today, by * 12);
    default:
        return r->today + by;
    }
}
