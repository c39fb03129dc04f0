/* Ranges and the words before an expression; which expression belongs to which predicate. */
#include "news/when.h"

#include "news/chunks.h"
#include "news/time_points.h"

/* ---- the publication day ---- */

bool when_day(const struct document *d, uint32_t first, uint32_t end, int32_t *day,
              bool *no_year)
{
    struct time_reader r = {.d = d, .end = end};
    for (uint32_t i = first; i < end; i++) {
        int dd = 0;
        int mm = 0;
        int yy = 0;
        uint32_t to = 0;
        if (time_numeric_day(&r, i, day, &to)) {
            return true;
        }
        if (time_day_month(&r, i, &dd, &mm, &yy, &to)) {
            if (yy) {
                *day = calendar_day(yy, mm, dd);
                return true;
            }
            *no_year = true;
        }
    }
    return false;
}

/* ---- words before ---- */

/* "Entro l'anno", "by the end of the week", "within the month": the one that runs. */
static uint32_t read_running(const struct time_reader *r, uint32_t i, struct time_expression *t)
{
    enum time_word c = time_word_at(r, i);
    enum time_word unit = time_unit(c);
    if (unit == TIME_none || unit == TIME_day || time_is_plural(c) || i < 2 ||
        (r->d->tokens.p[i - 1].part != PART_DET &&
         !slice_is(document_key(r->d, i - 1, i), "l'"))) {
        return i;
    }
    enum time_word before = time_word_at(r, i - 2);
    if (before != TIME_by && before != TIME_within) {
        return i;
    }
    t->past = t->later = time_shifted(r, unit, 0);
    return i + 1;
}

static bool is_middle(const struct time_reader *r, const struct time_expression *t)
{
    return time_word_at(r, t->first) == TIME_middle;
}

/* "prima di ottobre": the word itself is also "first". */
static bool is_before(const struct time_reader *r, uint32_t i)
{
    return time_word_at(r, i) == TIME_before ||
           (time_word_at(r, i) == TIME_ordinal1 && i + 1 < r->end &&
            r->d->tokens.p[i + 1].part == PART_PREP) ||
           (r->d->tokens.p[i].reach > 1 && slice_is(document_key(r->d, i, i + 1), "prima"));
}

static void turn_before(struct time_expression *t)
{
    t->by = true;
    t->past = (struct interval){DAY_NONE, t->past.from - (t->past.from != DAY_NONE)};
    t->later = (struct interval){DAY_NONE, t->later.from - (t->later.from != DAY_NONE)};
}

static void turn_after(struct time_expression *t)
{
    t->since = true;
    t->past.from = t->past.until + (t->past.until != DAY_NONE);
    t->later.from = t->later.until + (t->later.until != DAY_NONE);
}

/* Words before the expression that turn it: since, by, before, after. */
static void take_context(const struct time_reader *r, struct time_expression *t)
{
    for (uint32_t k = 1; k <= 4 && t->first >= k; k++) {
        uint32_t i = t->first - k;
        const struct news_token *x = &r->d->tokens.p[i];
        enum time_word c = time_word_at(r, i);
        if (is_before(r, i)) {
            turn_before(t);
            return;
        }
        if (c == TIME_after) {
            turn_after(t);
            return;
        }
        if (c == TIME_since && (t->past.from != DAY_NONE || t->past.until == DAY_NONE)) {
            t->since = true;
            if (is_middle(r, t) && t->past.until - t->past.from <= 10) {
                t->past.from += 4; /* since mid-August: the 15th */
                t->later.from += 4;
            }
        } else if (c == TIME_by || c == TIME_until) {
            t->by = true;
        }
        bool small = x->part == PART_DET || (x->part == PART_PREP && k <= 2);
        if (c == TIME_since || c == TIME_by || !small) {
            return;
        }
    }
}

/* A range before a point, so that its halves are not two expressions. */
static uint32_t read_at(const struct time_reader *r, uint32_t i, struct time_expression *t,
                        bool *range)
{
    uint32_t end = time_range(r, i, t);
    *range = end != i;
    end = end == i ? time_point(r, i, t) : end;
    return end == i ? read_running(r, i, t) : end;
}

/* A story of another year: "On 9 December 2002 … it had left in November". */
struct story {
    struct interval told; /* the last whole date, not older than one sentence */
    uint32_t sentence;    /* of that date */
    uint32_t at;          /* sentence being read */
};

static int32_t apart(struct interval a, struct interval b)
{
    return a.from > b.until ? a.from - b.until : b.from > a.until ? b.from - a.until : 0;
}

/* A month or a day of a month without its year belongs to the year that is being told. */
static void tell_on(const struct time_reader *r, struct story *y, struct time_expression *t)
{
    enum { LONG_AGO = 300, SEASON = 100 };
    while (y->at + 1 < r->d->sentences.n && r->d->sentences.p[y->at].end <= t->first) {
        y->at++;
    }
    bool closed = time_is_closed(t->past) && !t->since && !t->by;
    bool whole = closed && time_is_fixed(t);
    bool month = time_month(r, t->first) || time_month(r, t->end - 1);
    if (whole && t->past.until - t->past.from < SEASON) {
        bool old = t->past.until < r->today - LONG_AGO;
        y->told = old ? t->past : (struct interval){DAY_NONE, DAY_NONE};
        y->sentence = y->at;
    } else if (closed && !whole && month && y->told.from != DAY_NONE &&
               y->at <= y->sentence + 1) {
        struct interval best = t->past;
        for (int by = -12; by <= 12; by += 12) {
            struct time_expression other = {0};
            struct time_reader then = time_reader_at(r, calendar_add_months(y->told.until, by));
            if (time_point(&then, t->first, &other) == t->end &&
                apart(other.past, y->told) < apart(best, y->told)) {
                best = other.past;
            }
        }
        t->past = best;
        y->sentence = y->at;
    }
}

/* "The end of August", "all'inizio del mese": no verb ends or begins here. */
static void settle_words(struct document *d, const struct time_expression *t)
{
    for (uint32_t i = t->first; i < t->end; i++) {
        struct news_token *x = &d->tokens.p[i];
        if (x->part == PART_V && x->reach <= 1) {
            x->part = PART_NONE;
            x->row = NULL;
        }
    }
}

void when_read(struct document *d)
{
    struct time_reader whole = {.d = d, .today = d->published.from};
    if (whole.today == DAY_NONE) {
        return;
    }
    struct time_reader r = time_reader_at(&whole, whole.today);
    struct story story = {.at = 0};
    for (size_t k = 0; k < d->paragraphs.n && !d->failed; k++) {
        const struct paragraph *p = &d->paragraphs.p[k];
        story.told = (struct interval){DAY_NONE, DAY_NONE};
        r.end = p->last;
        for (uint32_t i = p->first; i < p->last && p->kind != PARA_DATELINE;) {
            struct time_expression t = {.first = i};
            bool range = false;
            uint32_t end = read_at(&r, i, &t, &range);
            if (end == i) {
                i++;
                continue;
            }
            t.end = end;
            if (!range) {
                take_context(&r, &t);
                tell_on(&r, &story, &t);
            }
            struct time_expression *place = VEC_ADD(&d->times);
            if (!place) {
                d->failed = true;
                return;
            }
            *place = t;
            settle_words(d, &t);
            i = end;
        }
    }
}

/* ---- which one, and as what ---- */

/* As said of something done, or of something ahead. */
static struct interval as_said(const struct document *d, const struct time_expression *t,
                               bool future)
{
    int32_t today = d->published.from;
    struct interval w = future ? t->later : t->past;
    if (t->since) {
        bool begun = w.from == DAY_NONE || w.from <= today;
        return (struct interval){w.from, future || !begun ? DAY_NONE : today};
    }
    if (t->by) {
        return future || w.until == DAY_NONE ? (struct interval){today, t->later.until}
                                             : (struct interval){DAY_NONE, w.until};
    }
    if (!future && w.until > today && w.from <= today) {
        w.until = today;
    }
    if (future && w.from != DAY_NONE && w.from < today && w.until >= today) {
        w.from = today;
    }
    return w;
}

/* Expressions stand in the order of the text and apart from each other: the index of the first one
 * that ends behind `token`, or d->times.n. */
static size_t expression_from(const struct document *d, uint32_t token)
{
    size_t low = 0;
    size_t high = d->times.n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (d->times.p[middle].end > token) {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    return low;
}

bool when_of(const struct document *d, uint32_t first, uint32_t end, bool future,
             struct interval *out)
{
    for (size_t i = expression_from(d, first); i < d->times.n; i++) {
        const struct time_expression *t = &d->times.p[i];
        if (t->end > end) {
            return false;
        }
        if (t->first >= first) {
            *out = as_said(d, t, future);
            return true;
        }
    }
    return false;
}

uint32_t when_begins(const struct document *d, uint32_t token)
{
    size_t i = expression_from(d, token);
    return i < d->times.n && d->times.p[i].first == token ? d->times.p[i].end : NONE32;
}

bool when_covers(const struct document *d, uint32_t token)
{
    size_t i = expression_from(d, token);
    return i < d->times.n && d->times.p[i].first <= token;
}

/* ---- the expression of a predicate ---- */

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_wall(const struct document *d, uint32_t k)
{
    const struct chunk *c = at(d, k);
    bool link = c->kind == CHUNK_LINK &&
                (c->slot == DETAIL_THAT || c->slot == DETAIL_BUT || c->slot == DETAIL_IF ||
                 c->slot == DETAIL_BECAUSE || (c->flags & CHUNK_RELATIVE));
    return link || chunk_is_sign(d, k, ';') || chunk_is_sign(d, k, ':') ||
           chunk_is_sign(d, k, '"');
}

static bool is_finite(const struct chunk *c)
{
    return c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE);
}

/* "Il forum di ottobre", "the talks of last week": the date of another noun. */
static bool dates_noun(const struct document *d, uint32_t chunk,
                       const struct time_expression *t)
{
    if (t->first < 2) {
        return false;
    }
    uint32_t i = t->first - 1;
    const struct news_token *x = &d->tokens.p[i];
    if (x->part == PART_DET && i > 0) {
        x = &d->tokens.p[--i];
    }
    bool of = x->part == PART_PREP && x->row && x->row->detail == DETAIL_OF;
    return of && i > 0 && d->tokens.p[i - 1].part == PART_N &&
           !(at(d, chunk)->first <= i - 1 && i - 1 < at(d, chunk)->end);
}

/* Tokens of the predicate's clause.  A noun reaches to the left over the verb that governs it. */
static void clause_of(const struct document *d, const struct sentence *s, uint32_t chunk,
                      uint32_t *from, uint32_t *to)
{
    bool verb = is_finite(at(d, chunk));
    bool subject =
        !verb && at(d, chunk)->kind == CHUNK_NOUN && at(d, chunk)->slot == DETAIL_NONE;
    uint32_t k = chunk;
    while (k > s->chunk && !is_wall(d, k - 1)) {
        if (is_finite(at(d, k - 1))) {
            if (verb) {
                break;
            }
            verb = true;
        }
        k--;
    }
    bool own = subject && !verb;
    *from = k > s->chunk ? at(d, k - 1)->end : s->first;
    k = chunk + 1;
    while (k < s->chunk_end && !is_wall(d, k) && (!is_finite(at(d, k)) || own)) {
        own = own && !is_finite(at(d, k)); /* the verb that the noun is the subject of */
        k++;
    }
    bool next = k < s->chunk_end && is_finite(at(d, k));
    while (next && k > chunk + 1 && at(d, k - 1)->kind == CHUNK_NOUN &&
           at(d, k - 1)->slot == DETAIL_NONE && !when_covers(d, at(d, k - 1)->head)) {
        k--; /* the subject of the next verb */
    }
    *to = k < s->chunk_end ? at(d, k)->first : s->end;
}

uint32_t when_expression(const struct document *d, const struct sentence *s, uint32_t chunk)
{
    uint32_t from = 0;
    uint32_t to = 0;
    uint32_t left = NONE32;
    uint32_t best = NONE32;
    clause_of(d, s, chunk, &from, &to);
    for (uint32_t i = (uint32_t)expression_from(d, from); i < d->times.n; i++) {
        const struct time_expression *t = &d->times.p[i];
        if (t->end > to) {
            break;
        }
        if (t->first < from || dates_noun(d, chunk, t)) {
            continue;
        }
        if (t->end <= at(d, chunk)->first) {
            left = i;
        } else if (best == NONE32) {
            best = i;
        }
    }
    return best != NONE32 ? best : left;
}

bool when_predicate(const struct document *d, const struct sentence *s, uint32_t chunk,
                    bool future, struct interval *out)
{
    uint32_t i = when_expression(d, s, chunk);
    if (i == NONE32) {
        return false;
    }
    *out = as_said(d, &d->times.p[i], future);
    return true;
}
