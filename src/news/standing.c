/* Stage and polarity of a predicate, from its form and from what governs it. */
#include "news/deal.h"

static const struct chunk *at(const struct document *d, uint32_t k)
{
    return &d->chunks.p[k];
}

struct governing {
    uint64_t classes; /* of verbs and nouns that govern it */
    uint64_t negated; /* of those that are negated */
    uint8_t mode;     /* of a verb of saying among them, or SAY_MODE_COUNT */
    bool condition;   /* if */
    bool conditional; /* of the verb that governs it */
    bool past, future;
    bool verb;   /* any verb stands before it */
    bool doubt;  /* no sign, no evidence of it */
    bool warned; /* warned against it */
};

/* What stands to the left in the same clause, from near to far. */
static void look_left(const struct document *d, const struct sentence *s, uint32_t chunk,
                      struct governing *g)
{
    bool verb_seen =
        (at(d, chunk)->kind == CHUNK_VERB && (at(d, chunk)->flags & CHUNK_FINITE)) != 0;
    for (uint32_t k = chunk; k > s->chunk;) {
        k--;
        const struct chunk *c = at(d, k);
        if (c->kind == CHUNK_LINK && c->slot == DETAIL_IF) {
            g->condition = true;
        }
        bool wall =
            c->kind == CHUNK_LINK && (c->slot == DETAIL_THAT || c->slot == DETAIL_BUT ||
                                      c->slot == DETAIL_BECAUSE || (c->flags & CHUNK_RELATIVE));
        if (wall ||
            (c->kind == CHUNK_SIGN && !chunk_is_sign(d, k, ',') && !chunk_is_sign(d, k, '"'))) {
            return;
        }
        if (verb_seen && c->kind == CHUNK_VERB) {
            return;
        }
        if (c->kind == CHUNK_VERB) {
            g->verb = true;
            g->warned = g->warned || (HAS(c->classes, SAY) && c->mode == SAY_warns);
            g->classes |= c->all;
            if (k + 1 == chunk && at(d, chunk)->slot == DETAIL_FOR &&
                token_lemma_is(&d->tokens.p[c->head], "stare")) {
                g->classes |= CLASS(READY); /* sta per spedire */
            }
            g->negated |= c->flags & CHUNK_NEGATED ? c->all | CLASS(PLAIN) : 0;
            g->mode = HAS(c->classes, SAY) ? c->mode : g->mode;
            g->conditional = g->conditional || (c->tenses & TENSE_COND);
            g->past = g->past || (c->flags & CHUNK_PERFECT) ||
                      (c->tenses & (TENSE_PAST | TENSE_IMPF));
            g->future = g->future || (c->tenses & TENSE_FUT);
            verb_seen = (c->flags & CHUNK_FINITE) != 0;
        } else if (c->kind == CHUNK_NOUN && k + 6 > chunk) {
            uint64_t nouns = c->classes & (CLASS(TALK) | CLASS(AGREE) | CLASS(SEEK) |
                                           CLASS(BAN) | CLASS(VIOLATE) | CLASS(STOP));
            nouns |= c->all & (CLASS(READY) | CLASS(TALK));
            g->classes |= nouns;
            g->doubt = g->doubt || ((c->flags & CHUNK_NEGATED) && !c->goods);
        } else if (c->kind == CHUNK_OTHER && c->slot == DETAIL_ON && k + 1 == chunk) {
            g->classes |= CLASS(READY); /* about to deliver */
        }
    }
}

/* Behind the predicate, its own verb: "qualsiasi vendita violerebbe", "the sale was agreed". */
static void look_right(const struct document *d, const struct sentence *s, uint32_t chunk,
                       struct governing *g)
{
    for (uint32_t k = chunk + 1; k < s->chunk_end; k++) {
        const struct chunk *c = at(d, k);
        if (c->kind == CHUNK_LINK && c->slot != DETAIL_AND && c->slot != DETAIL_OR) {
            return;
        }
        if (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE)) {
            g->classes |= c->all & ~CLASS(SAY);
            g->negated |= c->flags & CHUNK_NEGATED ? c->all : 0;
            g->conditional = g->conditional || (c->tenses & TENSE_COND);
            g->past = g->past || (c->flags & CHUNK_PERFECT) || (c->tenses & TENSE_PAST);
            return;
        }
        if (c->kind == CHUNK_SIGN && !chunk_is_sign(d, k, ',')) {
            return;
        }
    }
}

static uint8_t governed_stage(const struct governing *g)
{
    if (HAS(g->classes, TALK) || HAS(g->classes, HELP)) {
        return STAGE_NEGOTIATING;
    }
    if (HAS(g->classes, SEEK) || HAS(g->classes, ASK)) {
        return STAGE_SEEKING;
    }
    if (HAS(g->classes, AGREE) || HAS(g->classes, READY) || g->mode == SAY_announces) {
        return STAGE_AGREED;
    }
    return STAGE_PLAIN;
}

static uint8_t happened(const struct chunk *c)
{
    return HAS(c->all, SENDING) || (c->flags & CHUNK_COPULA) ? STAGE_SHIPPED : STAGE_DELIVERED;
}

static uint8_t verb_stage(const struct chunk *c, const struct governing *g)
{
    uint8_t by = governed_stage(g);
    if (HAS(c->all & ~c->classes, SEEK)) {
        return STAGE_SEEKING;
    }
    if (!(c->flags & CHUNK_FINITE) && !(c->flags & CHUNK_BARE)) {
        if (by == STAGE_PLAIN && c->slot == DETAIL_TO && !g->verb && !HAS(g->classes, SAY)) {
            return STAGE_AGREED; /* a headline: Iran to send missiles */
        }
        if (by != STAGE_PLAIN && !(c->flags & CHUNK_PERFECT)) {
            return by;
        }
        return happened(c);
    }
    if (c->tenses & TENSE_FUT) {
        return STAGE_AGREED;
    }
    if (HAS(c->classes, USE)) {
        return STAGE_ALLEGED;
    }
    if (HAS(c->classes, TALK)) {
        return STAGE_NEGOTIATING; /* offers missiles */
    }
    if (HAS(c->classes, AGREE)) {
        return STAGE_AGREED; /* has promised missiles */
    }
    if (c->flags & CHUNK_PERFECT) {
        return happened(c);
    }
    if (c->tenses & TENSE_COND) {
        return c->flags & CHUNK_MODAL ? STAGE_RUMOURED : STAGE_ALLEGED;
    }
    if ((c->flags & CHUNK_PROGRESSIVE) || (c->tenses & TENSE_IMPF)) {
        return STAGE_SHIPPED;
    }
    return happened(c);
}

/* "dismissed as baseless the claim that it had sent": in a clause behind the denial. */
static bool is_denied_before(const struct document *d, const struct sentence *s, uint32_t chunk)
{
    bool link = false;
    for (uint32_t k = chunk; k > s->chunk && k + 12 > chunk; k--) {
        const struct chunk *c = at(d, k - 1);
        link = link || (c->kind == CHUNK_LINK && c->slot == DETAIL_THAT);
        if (c->kind == CHUNK_VERB && (c->flags & CHUNK_FINITE)) {
            return link && HAS(c->classes, SAY) && c->mode == SAY_denies &&
                   !(c->flags & CHUNK_NEGATED);
        }
    }
    return false;
}

/* Is what is said here denied: by who says it, or by somebody who speaks of the saying ("denies the
 * reports that it had sold")? */
static bool is_denied_in_words(const struct document *d, uint32_t token)
{
    uint32_t said = say_of(d, token);
    if (said == NONE32) {
        return false;
    }
    const struct statement *x = &d->statements.p[said];
    bool denied = x->mode == SAY_denies;
    for (size_t i = 0; i < d->statements.n && !denied; i++) {
        const struct statement *o = &d->statements.p[i];
        denied = o->mode == SAY_denies && o->content_first <= x->source_first &&
                 x->source_end <= o->content_end && o->content_first <= token &&
                 token < o->content_end;
    }
    return denied;
}

/* "Seoul fears that Russia will transfer": what somebody fears is not told as done or agreed. */
static bool is_feared(const struct document *d, const struct sentence *s, uint32_t chunk)
{
    if (at(d, chunk)->flags & CHUNK_PERFECT) {
        return false;
    }
    for (uint32_t k = chunk; k > s->chunk && chunk - k < 8; k--) {
        const struct chunk *c = at(d, k - 1);
        if (c->kind == CHUNK_VERB) {
            const struct news_token *t = &d->tokens.p[c->head];
            return token_lemma_is(t, "fear") || token_lemma_is(t, "temere") ||
                   token_lemma_is(t, "worry");
        }
        if (c->kind == CHUNK_SIGN && !chunk_is_sign(d, k - 1, ',')) {
            break;
        }
    }
    return false;
}

void standing_of(const struct document *d, const struct sentence *s, uint32_t chunk,
                 struct standing *out)
{
    const struct chunk *c = at(d, chunk);
    struct governing g = {.mode = SAY_MODE_COUNT};
    look_left(d, s, chunk, &g);
    *out = (struct standing){.polarity = POLARITY_AFFIRMED};
    if (c->kind == CHUNK_VERB) {
        out->stage = verb_stage(c, &g);
    } else {
        look_right(d, s, chunk, &g);
        uint8_t by = governed_stage(&g);
        out->stage = by != STAGE_PLAIN      ? by
                     : HAS(c->all, SENDING) ? STAGE_SHIPPED
                                            : STAGE_ALLEGED;
        out->general = (c->flags & CHUNK_ANY) || (HAS(g.classes, VIOLATE) && g.conditional) ||
                       HAS(g.classes, BAN) || HAS(g.negated, PLAIN);
    }
    bool against = g.warned && c->kind == CHUNK_VERB && !(c->flags & CHUNK_FINITE) &&
                   (c->slot == DETAIL_AGAINST || c->slot == DETAIL_FROM);
    out->general =
        out->general || HAS(g.classes, BAN) || HAS(c->all, BAN) || g.doubt || against;
    out->conditional = (c->tenses & TENSE_COND) || g.conditional;
    if ((c->flags & CHUNK_NEGATED) || g.mode == SAY_denies ||
        (g.negated && c->kind == CHUNK_VERB && !HAS(g.negated, SAY))) {
        out->polarity = POLARITY_DENIED;
    }
    bool unreal =
        (c->tenses & TENSE_SUBJI) && (c->flags & CHUNK_FINITE) && !(c->flags & CHUNK_PERFECT);
    if (g.condition || HAS(g.classes, FICTION) || unreal) {
        out->polarity = POLARITY_HYPOTHETICAL;
        out->stage = STAGE_RUMOURED;
    }
    if (out->stage > STAGE_ALLEGED && is_feared(d, s, chunk)) {
        out->stage = STAGE_RUMOURED;
    }
    if (out->polarity == POLARITY_AFFIRMED && is_denied_before(d, s, chunk)) {
        out->polarity = POLARITY_DENIED;
    }
    if (out->polarity == POLARITY_AFFIRMED && is_denied_in_words(d, c->head)) {
        out->polarity = POLARITY_DENIED;
    }
    if (out->polarity == POLARITY_DENIED &&
        (out->stage == STAGE_ALLEGED || out->stage == STAGE_PLAIN)) {
        out->stage = STAGE_DELIVERED;
    }
}
