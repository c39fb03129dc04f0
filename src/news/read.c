/* The layers, one after the other. */
#include "news/read.h"

#include "model/date.h"
#include "news/against.h"
#include "news/alerts.h"
#include "news/chunks.h"
#include "news/deal.h"
#include "news/events.h"
#include "news/news_tokens.h"
#include "news/say.h"
#include "news/when.h"

static bool parse_date(struct slice text, int32_t *day)
{
    struct date d;
    if (text.n == 0 || !date_parse(text, true, &d) || d.precision != DATE_DAY) {
        return false;
    }
    *day = date_first_day(&d);
    return true;
}

void ingest_date(struct document *d, const struct article *a)
{
    int32_t day = DAY_NONE;
    bool no_year = false;
    bool found = parse_date(a->date, &day);
    for (size_t i = 0; i < d->paragraphs.n && !found; i++) {
        const struct paragraph *p = &d->paragraphs.p[i];
        found = p->kind == PARA_DATELINE && when_day(d, p->first, p->last, &day, &no_year);
    }
    d->published = (struct interval){found ? day : DAY_NONE, found ? day : DAY_NONE};
    d->no_date = found     ? NULL
                 : no_year ? "the dateline has a day without a year, and no --date was given"
                           : "the text has no dateline with a date, and no --date was given";
}

/* Is there anything that the layers behind could make an alert or a statement of interest of?
 * While not all words are read, any of them may be a goods word. */
static bool worth_reading(const struct document *d, bool all_words)
{
    bool listed = false;
    size_t countries = 0;
    bool goods = !all_words;
    for (size_t i = 0; i < d->entities.n; i++) {
        listed = listed || d->entities.p[i].listed;
        countries += d->entities.p[i].type == ENTITY_COUNTRY;
    }
    for (size_t i = 0; i < d->tokens.n && !goods; i++) {
        const struct news_token *t = &d->tokens.p[i];
        goods = t->goods != 0 ||
                (t->row && (t->row->classes & (CLASS(SUPPLY) | CLASS(ARM) | CLASS(RECEIVE) |
                                               CLASS(BAN) | CLASS(SANCTION))));
    }
    return listed || (countries >= 2 && goods);
}

static int failure(const struct news_session *s, const struct document *d, struct diag *diag)
{
    if (s->trouble.code) {
        FAIL(diag, s->trouble.code, "the lists cannot be asked: %s", s->trouble.text);
    }
    if (d->crowded) {
        FAIL(diag, ERR_LIMIT, "more than %d names in one article: cut it into its parts",
             ARTICLE_NAMES_MAX);
    }
    if (d->failed || arena_failed(&d->arena)) {
        FAIL(diag, ERR_MEMORY, "no memory for the article");
    }
    return 0;
}

/* Is it likely that more than names will be read?  Then all words are wanted at once. */
static bool is_promising(const struct document *d, const struct news_session *s)
{
    size_t countries = 0;
    size_t sport = 0;
    for (size_t i = 0; i < d->entities.n; i++) {
        countries += d->entities.p[i].type == ENTITY_COUNTRY;
    }
    for (size_t i = 0; i < d->tokens.n; i++) {
        sport += d->tokens.p[i].word && d->tokens.p[i].word->sport;
    }
    return !s->index || countries >= 2 || sport >= SPORT_WORDS_LEAST;
}

/* Layers 0 to 4: up to the names.  *all says whether every word was read, or is to be. */
static int read_names(struct news_session *s, struct document *d, const struct article *a,
                      bool *all, struct diag *diag)
{
    document_reset(d);
    TRY(ingest(d, a, diag));
    tokens_read(d, s);
    tokens_language(d);
    ingest_date(d, a);
    names_gazetteer(d, s);
    if (!names_gate(d)) {
        d->gated = true;
        return 0;
    }
    *all = *all || is_promising(d, s);
    tokens_sentences(d);
    tokens_words(d, *all ? WORDS_ALL : WORDS_OF_NAMES);
    TRY(names_runs(d, s, diag));
    d->gated = s->index && !worth_reading(d, *all);
    return 0;
}

int news_read(struct news_session *s, struct document *d, const struct article *a,
              struct diag *diag)
{
    bool all = false;
    session_begin_article(s);
    TRY(read_names(s, d, a, &all, diag));
    if (!d->gated && !all) {
        all = true;
        TRY(read_names(s, d, a, &all, diag));
    }
    if (d->gated) {
        return failure(s, d, diag);
    }
    when_read(d);
    chunks_read(d);
    refer_nominals(d);
    against_read(d, s);
    say_read(d);
    deals_read(d);
    deals_gather(d);
    events_read(d);
    alerts_judge(d, s);
    return failure(s, d, diag);
}
