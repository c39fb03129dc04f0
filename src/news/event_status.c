/* Tense, mood, negation, and what governs. */
#include "news/event_status.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

static bool is_modal_future(const struct chunk *c)
{
    return (c->tenses & TENSE_FUT) || ((c->tenses & TENSE_COND) && !(c->flags & CHUNK_PERFECT));
}

/* What the verbs to the left of an infinitive or noun make of it. */
static uint8_t governed(const struct document *d, const struct sentence *s, uint32_t k,
                        uint8_t status)
{
    uint64_t ahead = CLASS(AGREE) | CLASS(SEEK) | CLASS(READY) | CLASS(DEMAND) | CLASS(ASK) |
                     CLASS(TALK) | CLASS(INVITE);
    for (uint32_t n = k; n > s->chunk && k - n < 8;) {
        n--;
        const struct chunk *c = at(d, n);
        bool wall = c->kind == CHUNK_LINK && c->slot != DETAIL_AND;
        if (wall || (c->kind == CHUNK_SIGN && !chunk_is_sign(d, n, ','))) {
            break;
        }
        if (c->kind != CHUNK_VERB) {
            status = HAS(c->all, READY) && status == STATUS_HAPPENED ? STATUS_PLANNED : status;
            continue;
        }
        if (HAS(c->classes, REFUSE) && !(c->flags & CHUNK_NEGATED)) {
            return STATUS_REFUSED;
        }
        if ((c->flags & CHUNK_NEGATED) || (HAS(c->classes, SAY) && c->mode == SAY_denies)) {
            return STATUS_DENIED;
        }
        bool announced = HAS(c->classes, SAY) && c->mode == SAY_announces;
        bool measure = HAS(at(d, k)->classes, SANCTION) && at(d, k)->kind == CHUNK_NOUN;
        if (((c->all & ahead) && !announced) || is_modal_future(c) || (announced && !measure)) {
            status = STATUS_PLANNED;
        }
        if (c->flags & CHUNK_FINITE) {
            break;
        }
    }
    return status;
}

static bool is_rumour(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    for (uint32_t i = c->first > s->first ? c->first - 1 : c->first; i < c->end; i++) {
        const struct word_row *r = d->tokens.p[i].row;
        if (r && r->detail == DETAIL_RUMOUR) {
            return true;
        }
    }
    return false;
}

/* "Arriva domani", "travels to China on Thursday": the present of what is ahead. */
static bool is_ahead(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint32_t i = when_expression(d, s, k);
    bool headline = d->paragraphs.p[s->paragraph].kind == PARA_HEADLINE;
    if (i == NONE32 || headline) {
        return false;
    }
    const struct time_expression *t = &d->times.p[i];
    const struct chunk *c = at(d, k);
    bool fixed = t->past.from == t->later.from;
    bool present = c->kind == CHUNK_VERB && (c->tenses & TENSE_PRES) &&
                   !(c->flags & CHUNK_PERFECT) && !(c->tenses & TENSE_PAST);
    return t->past.from > d->published.from ||
           (present && !fixed && t->later.from > d->published.from);
}

/* "Is expected in Pretoria", "è atteso a Pechino". */
static bool is_awaited(const struct document *d, const struct chunk *c)
{
    const struct news_token *t = &d->tokens.p[c->head];
    return (c->flags & CHUNK_PASSIVE) &&
           (token_lemma_is(t, "expect") || token_lemma_is(t, "attendere"));
}

static uint8_t verb_status(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    if (c->flags & CHUNK_FINITE) {
        bool reported = (c->tenses & TENSE_COND) && (c->flags & CHUNK_PERFECT) &&
                        d->paragraphs.p[s->paragraph].language == NEWS_ITALIAN;
        return reported || is_rumour(d, s, k)                                ? STATUS_ALLEGED
               : is_modal_future(c) || is_ahead(d, s, k) || is_awaited(d, c) ? STATUS_PLANNED
                                                                             : STATUS_HAPPENED;
    }
    bool infinitive = !(c->flags & (CHUNK_BARE | CHUNK_PERFECT));
    return governed(d, s, k, infinitive ? STATUS_PLANNED : STATUS_HAPPENED);
}

/* "The visit, planned for September, was cancelled": what the verbs behind a noun make of it. */
static uint8_t said_behind(const struct document *d, const struct sentence *s, uint32_t k)
{
    uint8_t status = STATUS_HAPPENED;
    for (uint32_t n = k + 1; n < s->chunk_end && n < k + 8; n++) {
        const struct chunk *c = at(d, n);
        bool wall = (c->kind == CHUNK_LINK && c->slot != DETAIL_AND) ||
                    (c->kind == CHUNK_SIGN && !chunk_is_sign(d, n, ','));
        if (wall) {
            break;
        }
        bool apposed = c->kind == CHUNK_VERB && c->end == c->first + 1 &&
                       chunk_is_sign(d, n - 1, ',') && d->tokens.p[c->head].row &&
                       (d->tokens.p[c->head].row->tenses & TENSE_PP);
        bool passive = c->kind == CHUNK_VERB && ((c->flags & CHUNK_PASSIVE) || apposed);
        if (passive && HAS(c->classes, STOP) && !(c->flags & CHUNK_NEGATED)) {
            return STATUS_DENIED;
        }
        if (passive && HAS(c->classes, AGREE)) {
            status = STATUS_PLANNED;
        }
        if (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE) && !apposed) {
            bool ahead = at(d, k)->slot == DETAIL_NONE && (c->tenses & TENSE_FUT);
            return ahead ? (uint8_t)STATUS_PLANNED : status;
        }
    }
    return status;
}

uint8_t event_status_of(const struct document *d, const struct sentence *s, uint32_t k)
{
    const struct chunk *c = at(d, k);
    struct standing st;
    standing_of(d, s, k, &st);
    if (st.polarity == POLARITY_DENIED || (c->flags & CHUNK_NEGATED)) {
        return governed(d, s, k, STATUS_DENIED) == STATUS_REFUSED ? STATUS_REFUSED
                                                                  : STATUS_DENIED;
    }
    if (c->kind == CHUNK_VERB) {
        return verb_status(d, s, k);
    }
    uint8_t behind = said_behind(d, s, k);
    if (behind != STATUS_HAPPENED || is_ahead(d, s, k)) {
        return behind != STATUS_HAPPENED ? behind : (uint8_t)STATUS_PLANNED;
    }
    return governed(d, s, k, STATUS_HAPPENED);
}
