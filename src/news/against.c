/* Nationality, age and likeness against what the list says. */
#include "news/against.h"

#include <stdio.h>

#include "model/country.h"
#include "model/date.h"
#include "news/calendar.h"
#include "news/chunks.h"
#include "news/names.h"

/* Ages that far from the list's are those of another person. */
enum { NAMESAKE_YEARS = 10 };

struct doubts {
    struct buf text;
    int apart; /* years between the birth that the text says and the list's */
};

static void add_doubt(struct doubts *x, const char *what, struct slice said, const char *but,
                      struct slice listed)
{
    buf_add_text(&x->text, x->text.n ? "; " : "");
    buf_add_text(&x->text, what);
    buf_add(&x->text, said);
    buf_add_text(&x->text, but);
    buf_add(&x->text, listed);
}

/* A demonym in the name's own group or in the apposition behind it: "X, a Slovak broker". */
static struct slice demonym_at(const struct document *d, const struct sentence *s, uint32_t k)
{
    for (uint32_t n = k; n < s->chunk_end && n < k + 3; n++) {
        const struct chunk *c = &d->chunks.p[n];
        if (n == k + 1 && !chunk_is_sign(d, n, ',')) {
            break;
        }
        for (uint32_t i = c->first;
             c->kind == CHUNK_NOUN && (n == k || c->slot == DETAIL_NONE) && i < c->end; i++) {
            uint32_t m = d->tokens.p[i].mention;
            if (m != NONE32 && d->mentions.p[m].adjective &&
                d->mentions.p[m].entity != NONE32) {
                return d->entities.p[d->mentions.p[m].entity].behalf;
            }
        }
    }
    return (struct slice){NULL, 0};
}

static int two_figures(const struct document *d, uint32_t i)
{
    struct slice w = document_text(d, document_span(d, i, i + 1));
    bool two = w.n >= 2 && ascii_is_digit(w.p[0]) && ascii_is_digit(w.p[1]);
    struct slice tail = slice_cut(w, 2, w.n);
    bool whole = tail.n == 0 || slice_is(tail, "enne") || slice_is(tail, "enni");
    return two && whole ? (w.p[0] - '0') * 10 + w.p[1] - '0' : 0;
}

static bool is_word(const struct document *d, uint32_t i, const char *const *words)
{
    for (; *words; words++) {
        if (slice_is(document_key(d, i, i + 1), *words)) {
            return true;
        }
    }
    return false;
}

/* Years of age at token i: "56," between commas, "56-year-old", "di 56 anni", "aged 56", "il
 * 56enne"; 0 for none. */
static int age_at(const struct document *d, const struct mention *m, uint32_t i)
{
    static const char *const YEARS[] = {"anni", "year", "years", NULL};
    static const char *const AGED[] = {"aged", "age", NULL};
    const struct news_token *t = &d->tokens.p[i];
    int age = two_figures(d, i);
    if (age == 0 || i + 1 >= d->tokens.n) {
        return 0;
    }
    bool years = is_word(d, i + 1, YEARS) || t->end - t->start > 2;
    bool aged = i > 0 && is_word(d, i - 1, AGED);
    bool apposed =
        i == m->end + 1 && token_is_sign(&d->tokens.p[i - 1], ',') &&
        (token_is_sign(&d->tokens.p[i + 1], ',') || token_is_sign(&d->tokens.p[i + 1], '.'));
    bool bracket = i == m->end + 1 && token_is_sign(&d->tokens.p[i - 1], '(') &&
                   token_is_sign(&d->tokens.p[i + 1], ')');
    return years || aged || apposed || bracket ? age : 0;
}

/* The age that the words right beside a name give, behind it before ahead of it. */
static int age_beside(const struct document *d, const struct mention *m)
{
    for (uint32_t i = m->end; i + 1 < d->tokens.n && i < m->end + 5; i++) {
        const struct news_token *t = &d->tokens.p[i];
        int age = age_at(d, m, i);
        if (age) {
            return age;
        }
        if (t->kind == TOK_WORD && t->part != PART_DET && t->part != PART_PREP &&
            !slice_is(document_key(d, i, i + 1), "aged")) {
            break;
        }
    }
    for (uint32_t i = m->first; i > 0 && m->first - i < 6; i--) {
        int age = age_at(d, m, i - 1);
        if (age) {
            return age;
        }
        if (d->tokens.p[i - 1].kind == TOK_SIGN || d->tokens.p[i - 1].mention != NONE32) {
            break;
        }
    }
    return 0;
}

/* "Born in 1982", "nato a Minsk nel 1982", "classe 1982": a year behind the name, 0 for none. */
static int birth_beside(const struct document *d, const struct mention *m)
{
    static const char *const BORN[] = {"born", "nato", "nata", "classe", NULL};
    bool born = false;
    for (uint32_t i = m->end; i < d->tokens.n && i < m->end + 10; i++) {
        const struct news_token *t = &d->tokens.p[i];
        struct slice w = document_text(d, document_span(d, i, i + 1));
        born = born || (i < m->end + 3 && is_word(d, i, BORN));
        if (!born && i >= m->end + 3) {
            break;
        }
        if (born && t->kind == TOK_NUMBER && w.n == 4 && (w.p[0] == '1' || w.p[0] == '2')) {
            int year = 0;
            for (size_t k = 0; k < 4 && ascii_is_digit(w.p[k]); k++) {
                year = year * 10 + w.p[k] - '0';
            }
            return year > 1850 && year < 2100 ? year : 0;
        }
    }
    return 0;
}

static void compare_country(struct doubts *out, const struct entity *e, struct slice said)
{
    static const enum property STATES[] = {PROP_NATIONALITY,  PROP_CITIZENSHIP,
                                           PROP_COUNTRY,      PROP_JURISDICTION,
                                           PROP_MAIN_COUNTRY, PROP_BIRTH_COUNTRY};
    struct slice other = {NULL, 0};
    for (size_t i = 0; i < e->value_count; i++) {
        for (size_t k = 0; k < sizeof STATES / sizeof *STATES; k++) {
            if (e->values[i].prop != STATES[k] || e->values[i].text.n != 2) {
                continue;
            }
            if (slice_eq_nocase(e->values[i].text, said)) {
                return;
            }
            other = e->values[i].text;
        }
    }
    if (other.n) {
        char lower[2] = {ascii_lower(said.p[0]), ascii_lower(said.p[1])};
        add_doubt(out, "the text says ", country_name((struct slice){lower, 2}), ", the list ",
                  country_name(other));
    }
}

static int year_of_publication(const struct document *d)
{
    int y = 0;
    int m = 0;
    int in_month = 0;
    if (d->published.from != DAY_NONE) {
        calendar_parts(d->published.from, &y, &m, &in_month);
    }
    return y;
}

/* Years between what the text says and the nearest birth date of the list; *listed is that date.
 * Lists are a year or two uncertain themselves. */
static int years_apart(const struct entity *e, int birth, struct slice *listed)
{
    int best = -1;
    for (size_t i = 0; i < e->value_count; i++) {
        struct date day = {0};
        if (e->values[i].prop != PROP_BIRTH_DATE ||
            !date_parse(e->values[i].text, true, &day)) {
            continue;
        }
        int until = day.until_year ? day.until_year : day.year;
        int by = birth < day.year ? day.year - birth : birth > until ? birth - until : 0;
        if (best < 0 || by < best) {
            best = by;
            *listed = e->values[i].text;
        }
    }
    return best < 0 ? 0 : best;
}

/* Says how far the age or the year of birth is from the list's; returns the years between. */
static int compare_birth(struct doubts *out, const struct document *d, const struct entity *e,
                         const struct mention *m)
{
    enum { UNSURE = 3 };
    struct slice listed = {NULL, 0};
    int born = birth_beside(d, m);
    int age = born ? 0 : age_beside(d, m);
    int now = year_of_publication(d);
    if (!born && (!age || !now)) {
        return 0;
    }
    int apart = years_apart(e, born ? born : now - age, &listed);
    if (apart >= UNSURE) {
        char said[16];
        (void)snprintf(said, sizeof said, "%d", born ? born : age);
        add_doubt(out, born ? "the text gives the year of birth " : "the text gives the age ",
                  slice_of(said), ", the list the birth date ", listed);
    }
    return apart;
}

/* A trade that the group of the name or the apposition behind it says, and no listed party is
 * listed for: a striker, a goalkeeper. */
static void compare_trade(struct doubts *out, const struct document *d,
                          const struct sentence *s, uint32_t k)
{
    for (uint32_t n = k; n < s->chunk_end && n < k + 3; n++) {
        const struct chunk *c = &d->chunks.p[n];
        if (n == k + 1 && !chunk_is_sign(d, n, ',')) {
            return;
        }
        if (c->kind == CHUNK_NOUN && HAS(c->all, SPORT)) {
            add_doubt(out, "the text calls ",
                      document_text(d, document_span(d, c->first, c->end)),
                      " somebody of sports", (struct slice){NULL, 0});
            return;
        }
    }
}

static void doubt_mention(struct doubts *out, const struct document *d, const struct entity *e,
                          uint32_t index)
{
    const struct mention *m = &d->mentions.p[index];
    int apart = compare_birth(out, d, e, m);
    out->apart = apart > out->apart ? apart : out->apart;
    for (size_t i = 0; i < d->sentences.n; i++) {
        const struct sentence *s = &d->sentences.p[i];
        if (d->paragraphs.p[s->paragraph].language == NEWS_OTHER) {
            continue; /* without a grammar nobody knows whose nationality it is */
        }
        uint32_t k =
            m->first >= s->first && m->first < s->end ? chunk_at(d, s, m->first) : NONE32;
        struct slice said = k == NONE32 ? (struct slice){NULL, 0} : demonym_at(d, s, k);
        if (said.n == 2) {
            compare_country(out, e, said);
        }
        if (k != NONE32) {
            compare_trade(out, d, s, k);
        }
    }
}

static void doubt(struct document *d, struct news_session *s, uint32_t index)
{
    struct news_entity *n = &d->entities.p[index];
    struct entity e;
    struct doubts x = {.apart = 0};
    if (index_entity(s->index, n->number, &s->query, &e, NULL) < 0) {
        return;
    }
    buf_init(&x.text, 1000);
    for (uint32_t i = 0; i < d->mentions.n && x.text.n == 0; i++) {
        if (d->mentions.p[i].entity == index &&
            d->tokens.p[d->mentions.p[i].first].mention == i) {
            doubt_mention(&x, d, &e, i);
        }
    }
    if (n->score < 850) {
        add_doubt(&x, "only a likeness of names: the list has ", n->caption, "",
                  (struct slice){NULL, 0});
    }
    n->against = buf_failed(&x.text) ? n->against : arena_copy(&d->arena, buf_slice(&x.text));
    n->namesake = x.apart >= NAMESAKE_YEARS;
    buf_release(&x.text);
    arena_reset(&s->query);
}

void against_read(struct document *d, struct news_session *s)
{
    for (uint32_t i = 0; s->index && i < d->entities.n; i++) {
        if (d->entities.p[i].listed && d->entities.p[i].type != ENTITY_CRAFT) {
            doubt(d, s, i);
        }
    }
}
