/* Nationality, age and likeness against what the list says. */
#include "news/against.h"

#include <stdio.h>

#include "model/country.h"
#include "model/date.h"
#include "news/chunks.h"
#include "news/names.h"

struct doubts {
    struct buf text;
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

/* "X, 56," and "a 56-year-old": years of age behind the name, 0 for none. */
static int age_behind(const struct document *d, const struct mention *m)
{
    for (uint32_t i = m->end; i + 1 < d->tokens.n && i < m->end + 4; i++) {
        const struct news_token *t = &d->tokens.p[i];
        struct slice w = document_text(d, document_span(d, i, i + 1));
        bool two = t->kind == TOK_NUMBER && w.n == 2 && ascii_is_digit(w.p[0]) &&
                   ascii_is_digit(w.p[1]);
        struct slice next = document_key(d, i + 1, i + 2);
        bool years =
            slice_is(next, "anni") || slice_is(next, "year") || slice_is(next, "years");
        bool apposed = i == m->end + 1 && token_is_sign(&d->tokens.p[i - 1], ',') &&
                       token_is_sign(&d->tokens.p[i + 1], ',');
        if (two && (years || apposed)) {
            return (w.p[0] - '0') * 10 + w.p[1] - '0';
        }
        if (t->kind == TOK_WORD && t->part != PART_DET) {
            break;
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

static void compare_age(struct doubts *out, const struct document *d, const struct entity *e,
                        int age)
{
    struct date day = {0};
    struct date now = {0};
    char text[DAY_TEXT];
    if (d->published.from == DAY_NONE ||
        !date_parse((struct slice){text, (size_t)day_print(d->published.from, text)}, true,
                    &now)) {
        return;
    }
    struct slice listed = {NULL, 0};
    for (size_t i = 0; i < e->value_count; i++) {
        if (e->values[i].prop != PROP_BIRTH_DATE ||
            !date_parse(e->values[i].text, true, &day)) {
            continue;
        }
        int years = now.year - day.year;
        if (years - age >= -2 && years - age <= 3) {
            return; /* lists are a year or two uncertain themselves */
        }
        listed = e->values[i].text;
    }
    if (listed.n) {
        char said[16];
        (void)snprintf(said, sizeof said, "%d", age);
        add_doubt(out, "the text gives the age ", slice_of(said), ", the list the birth date ",
                  listed);
    }
}

static void doubt_mention(struct doubts *out, const struct document *d, const struct entity *e,
                          uint32_t index)
{
    const struct mention *m = &d->mentions.p[index];
    int age = age_behind(d, m);
    if (age) {
        compare_age(out, d, e, age);
    }
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
    }
}

static void doubt(struct document *d, struct news_session *s, uint32_t index)
{
    struct news_entity *n = &d->entities.p[index];
    struct entity e;
    struct doubts x;
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
