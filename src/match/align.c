#include "match/align.h"

#include "text/tables.h"

struct builder {
    const struct name *asked, *listed;
    const struct weights *w;
    int32_t asked_omission[NAME_TOKENS_MAX];
    int32_t listed_omission[NAME_TOKENS_MAX];
};

/* What taking a piece is worth: its evidence, and the omissions that it spares. */
struct candidate {
    struct piece piece;
    int32_t gain;
    uint8_t apart; /* difference of the positions: the nearer one wins a tie */
};

enum { CANDIDATES_MAX = NAME_TOKENS_MAX * NAME_TOKENS_MAX, STRAINED_BESIDE = 2 };

struct candidates {
    struct candidate list[CANDIDATES_MAX];
    size_t n;
};

static void propose(const struct builder *b, struct candidates *c, struct piece p)
{
    if (p.evidence.relation == REL_NONE || c->n == CANDIDATES_MAX) {
        return;
    }
    int32_t gain = p.evidence.mnat;
    for (size_t i = 0; i < p.asked_count; i++) {
        gain += b->asked_omission[p.asked + i];
    }
    for (size_t i = 0; i < p.listed_count; i++) {
        gain += b->listed_omission[p.listed + i];
    }
    int apart = (int)p.asked - (int)p.listed;
    c->list[c->n++] = (struct candidate){p, gain, (uint8_t)(apart < 0 ? -apart : apart)};
}

static void propose_tokens(const struct builder *b, const struct evidence *matrix,
                           struct candidates *c)
{
    for (size_t i = 0; i < b->asked->n; i++) {
        for (size_t j = 0; j < b->listed->n; j++) {
            const struct evidence *e = &matrix[i * b->listed->n + j];
            if (e->relation != REL_NONE) {
                propose(b, c, (struct piece){(uint8_t)i, 1, (uint8_t)j, 1, *e});
            }
        }
    }
}

/* What can be said of the joins of one name before texts are made. */
struct joins {
    uint64_t forms[NAME_TOKENS_MAX]; /* bit n: a spelling of the token has n letters, mod 64 */
    uint64_t length[NAME_TOKENS_MAX][PIECE_TOKENS_MAX + 1]; /* the same of a join of so many */
};

static uint64_t length_bit(size_t letters)
{
    return UINT64_C(1) << (letters % 64);
}

static void know_joins(const struct name *n, struct joins *out)
{
    for (size_t i = 0; i < n->n; i++) {
        const struct token *t = &n->tokens[i];
        bool syllabic = (t->flags & TOKEN_SYLLABIC) != 0;
        out->forms[i] = syllabic ? ~UINT64_C(0) : 0;
        for (size_t k = 0; k < t->form_count; k++) {
            out->forms[i] |= length_bit(t->forms[k].text.n);
        }
        for (size_t k = 2; k <= PIECE_TOKENS_MAX && i + k <= n->n; k++) {
            size_t letters = join_length(t, k);
            out->length[i][k] =
                (letters ? length_bit(letters) : 0) | (syllabic ? ~UINT64_C(0) : 0);
        }
    }
}

static void propose_joins(const struct builder *b, struct candidates *c)
{
    const struct name *asked = b->asked;
    const struct name *listed = b->listed;
    struct joins q;
    struct joins r;
    know_joins(asked, &q);
    know_joins(listed, &r);
    for (size_t i = 0; i < asked->n; i++) {
        for (size_t j = 0; j < listed->n; j++) {
            for (size_t k = 2; k <= PIECE_TOKENS_MAX; k++) {
                if (j + k <= listed->n && (q.forms[i] & r.length[j][k])) {
                    propose(b, c,
                            (struct piece){(uint8_t)i, 1, (uint8_t)j, (uint8_t)k,
                                           evidence_of_join(&asked->tokens[i],
                                                            &listed->tokens[j], k, b->w)});
                }
                if (i + k <= asked->n && (r.forms[j] & q.length[i][k])) {
                    propose(b, c,
                            (struct piece){(uint8_t)i, (uint8_t)k, (uint8_t)j, 1,
                                           evidence_of_join(&listed->tokens[j],
                                                            &asked->tokens[i], k, b->w)});
                }
            }
        }
    }
}

static uint64_t bits(size_t from, size_t count)
{
    return ((UINT64_C(1) << count) - 1) << from;
}

static bool is_better(const struct candidate *a, const struct candidate *b)
{
    return a->gain != b->gain ? a->gain > b->gain : a->apart < b->apart;
}

/* Takes pieces until none is left that fits well, or, with `strained`, none at all. */
static void take_best(struct candidates *c, struct alignment *a, bool strained)
{
    for (;;) {
        const struct candidate *best = NULL;
        for (size_t i = 0; i < c->n;) {
            const struct piece *p = &c->list[i].piece;
            if ((a->asked_used & bits(p->asked, p->asked_count)) ||
                (a->listed_used & bits(p->listed, p->listed_count))) {
                /* The order of the rest matters for ties: keep it. */
                memmove(&c->list[i], &c->list[i + 1], (c->n - i - 1) * sizeof *c->list);
                c->n--;
                continue;
            }
            if (p->evidence.strained == strained && (!best || is_better(&c->list[i], best))) {
                best = &c->list[i];
            }
            i++;
        }
        if (!best) {
            return;
        }
        const struct piece *p = &best->piece;
        a->pieces[a->piece_count++] = *p;
        a->evidence += p->evidence.mnat;
        a->info += p->evidence.info;
        a->asked_used |= bits(p->asked, p->asked_count);
        a->listed_used |= bits(p->listed, p->listed_count);
    }
}

/* What one side keeps unexplained. */
struct left_over {
    int32_t mass;    /* of name tokens and generic words */
    bool names;      /* a name token is among them */
    int32_t numeral; /* its omission cost when a numeral is among them, else 0 */
    const struct token *legal;
    const struct token *kunya;
};

static struct left_over left_over_of(const struct name *n, uint64_t used,
                                     const int32_t *omission, int32_t *omitted)
{
    struct left_over l = {.mass = 0};
    for (size_t i = 0; i < n->n; i++) {
        const struct token *t = &n->tokens[i];
        if (used >> i & 1) {
            continue;
        }
        *omitted += omission[i];
        l.mass += contradiction_mass(t);
        l.names |= t->class == TOKEN_NAME || t->class == TOKEN_INITIAL;
        if (t->class == TOKEN_NUMERAL) {
            l.numeral = omission[i];
        } else if (t->class == TOKEN_LEGAL) {
            l.legal = t;
        } else if (t->class == TOKEN_PARTICLE && t->code_count &&
                   t->codes[0].detail == PARTICLE_KUNYA) {
            l.kunya = t;
        }
    }
    return l;
}

static int32_t contradiction_of(const struct left_over *q, const struct left_over *r,
                                const struct weights *w)
{
    int32_t least = q->mass < r->mass ? q->mass : r->mass;
    if (least == 0) {
        return 0;
    }
    int32_t base = q->names && r->names ? w->contradiction : w->contradiction_generic;
    return base + (int32_t)((int64_t)least * w->contradiction_share / 1000);
}

static int32_t slot_of(const struct left_over *q, const struct left_over *r,
                       const struct weights *w)
{
    int32_t cost = q->numeral && r->numeral ? w->slot_numeral : 0;
    if (q->legal && r->legal) {
        unsigned a = q->legal->codes[0].detail;
        unsigned b = r->legal->codes[0].detail;
        bool near = a == b || a == LEGAL_UNSPECIFIED || b == LEGAL_UNSPECIFIED;
        cost += near ? w->slot_legal_near : w->slot_legal;
    }
    return cost + (q->kunya && r->kunya ? w->slot_kunya : 0);
}

/* The listed position that lies against each token of the question; -1 where none does. */
static void partners(const struct alignment *a, size_t n, int16_t *out)
{
    memset(out, -1, n * sizeof *out);
    for (size_t i = 0; i < a->piece_count; i++) {
        out[a->pieces[i].asked] = (int16_t)a->pieces[i].listed;
    }
}

static bool is_nasab(const struct token *t)
{
    uint32_t kind;
    return t->class == TOKEN_PARTICLE && t->form_count &&
           word_table_get(&TABLE_PARTICLES, t->forms[0].text, &kind) && kind == PARTICLE_NASAB;
}

static bool has_nasab(const struct name *n)
{
    for (size_t i = 0; i < n->n; i++) {
        if (is_nasab(&n->tokens[i])) {
            return true;
        }
    }
    return false;
}

/* Father and son exchanged: what stands before "bin" here stands behind it there. */
static bool nasab_turned(const struct name *asked, const struct name *listed, const int16_t *to)
{
    for (size_t i = 1; i + 1 < asked->n; i++) {
        if (!is_nasab(&asked->tokens[i]) || to[i - 1] < 0 || to[i + 1] < 0) {
            continue;
        }
        for (int j = to[i + 1] + 1; j < to[i - 1]; j++) {
            if (is_nasab(&listed->tokens[j])) {
                return true;
            }
        }
    }
    return false;
}

/* Syllables may be rotated (family name first or last), not exchanged. */
static bool syllables_turned(const struct name *asked, const int16_t *to)
{
    unsigned descents = 0;
    int last = -1;
    int first = -1;
    for (size_t i = 0; i < asked->n; i++) {
        if (!(asked->tokens[i].flags & TOKEN_SYLLABIC) || to[i] < 0) {
            continue;
        }
        descents += last >= 0 && to[i] < last;
        first = first < 0 ? to[i] : first;
        last = to[i];
    }
    return descents > 1 || (descents == 1 && last > first);
}

/* The tokens that name somebody, as they are spoken: given names before the families that stand
 * in front of a comma.  Returns how many; *families says how many stood there. */
static size_t spoken_order(const struct name *n, uint8_t out[NAME_TOKENS_MAX], size_t *families)
{
    size_t count = 0;
    *families = 0;
    for (unsigned behind = 0; behind < 2; behind++) {
        for (size_t i = 0; i < n->n; i++) {
            const struct token *t = &n->tokens[i];
            bool in_front = !(t->flags & TOKEN_AFTER_COMMA);
            if ((t->class == TOKEN_NAME || t->class == TOKEN_INITIAL) && in_front == behind) {
                out[count++] = (uint8_t)i;
                *families += in_front;
            }
        }
    }
    *families = *families < count ? *families : 0;
    return count;
}

/* García Ruiz is not Ruiz García: two families, told by the comma behind them, change places while
 * all that is before them stays. */
static bool families_exchanged(const struct name *asked, const struct name *listed,
                               const int16_t *to)
{
    uint8_t q[NAME_TOKENS_MAX];
    uint8_t r[NAME_TOKENS_MAX];
    size_t asked_families;
    size_t listed_families;
    size_t n = spoken_order(asked, q, &asked_families);
    if (n != spoken_order(listed, r, &listed_families) || n < 3 ||
        (asked_families != 2 && listed_families != 2) ||
        (asked_families && listed_families && asked_families != listed_families)) {
        return false;
    }
    for (size_t i = 0; i + 2 < n; i++) {
        if (to[q[i]] != r[i]) {
            return false;
        }
    }
    return to[q[n - 2]] == r[n - 1] && to[q[n - 1]] == r[n - 2];
}

static int32_t order_of(const struct builder *b, const struct alignment *a)
{
    if (b->asked->kind != NAME_PERSON || a->piece_count < 2) {
        return 0;
    }
    int16_t to[NAME_TOKENS_MAX];
    partners(a, b->asked->n, to);
    int32_t cost = nasab_turned(b->asked, b->listed, to) ? b->w->order_nasab : 0;
    cost += families_exchanged(b->asked, b->listed, to) ? b->w->order_family : 0;
    return cost + (syllables_turned(b->asked, to) ? b->w->order_syllables : 0);
}

static size_t named_pieces(const struct name *asked, const struct alignment *a)
{
    size_t n = 0;
    for (size_t i = 0; i < a->piece_count; i++) {
        unsigned class = asked->tokens[a->pieces[i].asked].class;
        n += class == TOKEN_NAME || class == TOKEN_GENERIC || class == TOKEN_INITIAL ||
             class == TOKEN_NUMERAL;
    }
    return n;
}

/* One piece that carries the whole name must carry it well: what it costs counts more, and
 * more still when names are left over beside it. */
static int32_t single_of(const struct name *asked, const struct alignment *a, bool left_over,
                         const struct weights *w)
{
    if (named_pieces(asked, a) > 1) {
        return 0;
    }
    int32_t cost = a->info - a->evidence;
    return (left_over ? w->single_token : 0) +
           (int32_t)((int64_t)cost * w->single_inexact / 1000);
}

void align_names(const struct name *asked, const struct name *listed,
                 const struct evidence *matrix, const struct weights *w,
                 enum align_pieces pieces, struct alignment *out)
{
    struct builder b = {.asked = asked, .listed = listed, .w = w};
    struct candidates c;
    c.n = 0;
    for (size_t i = 0; i < asked->n; i++) {
        b.asked_omission[i] = omission_of(&asked->tokens[i], w);
    }
    for (size_t j = 0; j < listed->n; j++) {
        b.listed_omission[j] = omission_of(&listed->tokens[j], w);
    }
    out->piece_count = 0;
    out->asked_used = 0;
    out->listed_used = 0;
    out->evidence = 0;
    out->info = 0;
    propose_tokens(&b, matrix, &c);
    if (pieces == ALIGN_ALL) {
        propose_joins(&b, &c);
    }
    take_best(&c, out, false);
    if (out->piece_count >= STRAINED_BESIDE && named_pieces(asked, out) >= STRAINED_BESIDE) {
        take_best(&c, out, true);
    }
    /* Costs count in full: what a piece says above the saturation does not pay for them. */
    out->over = out->info > w->saturation ? out->info - w->saturation : 0;
    out->omitted = 0;
    struct left_over q = left_over_of(asked, out->asked_used, b.asked_omission, &out->omitted);
    struct left_over r =
        left_over_of(listed, out->listed_used, b.listed_omission, &out->omitted);
    out->contradiction = contradiction_of(&q, &r, w);
    out->slot = slot_of(&q, &r, w);
    out->order = order_of(&b, out);
    out->single = single_of(asked, out, q.names || r.names, w);
    out->mnat = w->prior + out->evidence - out->over - out->omitted - out->contradiction -
                out->slot - out->order - out->single;
}

/* What surely is left over on one side: the tokens that meet none of the other. */
struct unmet {
    int32_t mass;
    bool names;
};

static void add_unmet(struct unmet *u, const struct token *t)
{
    u->mass += contradiction_mass(t);
    u->names |= t->class == TOKEN_NAME || t->class == TOKEN_INITIAL;
}

/* The least that contradiction_of() makes of what is left over, when more may be. */
static int32_t least_contradiction(const struct unmet *q, const struct unmet *r,
                                   const struct weights *w)
{
    int32_t mass = q->mass < r->mass ? q->mass : r->mass;
    if (mass == 0) {
        return 0;
    }
    bool names = (q->names && r->names) || w->contradiction < w->contradiction_generic;
    int32_t base = names ? w->contradiction : w->contradiction_generic;
    return base + (int32_t)((int64_t)mass * w->contradiction_share / 1000);
}

/* The best that each token of the question meets in the listed name; -1 where it meets none.
 * Notes in `r` which listed tokens meet none. */
static int32_t best_of_each(const struct unaligned *listed, size_t n, const struct weights *w,
                            int32_t *best, struct unmet *r)
{
    int32_t omitted = 0;
    for (size_t i = 0; i < n; i++) {
        best[i] = -1;
    }
    for (size_t j = 0; j < listed->n; j++) {
        const struct evidence *e = listed->evidence[j];
        bool met = false;
        for (size_t i = 0; e && i < n; i++) {
            if (e[i].relation != REL_NONE) {
                met = true;
                best[i] = e[i].mnat > best[i] ? e[i].mnat : best[i];
            }
        }
        if (!met) {
            omitted += omission_of(listed->tokens[j], w);
            add_unmet(r, listed->tokens[j]);
        }
    }
    return omitted;
}

int32_t align_bound(const struct name *asked, const int32_t *omission,
                    const struct unaligned *listed, const struct weights *w)
{
    int32_t best[NAME_TOKENS_MAX];
    struct unmet q = {.mass = 0};
    struct unmet r = {.mass = 0};
    int32_t sum = w->prior - best_of_each(listed, asked->n, w, best, &r);
    for (size_t i = 0; i < asked->n; i++) {
        sum += best[i] >= 0 && best[i] > -omission[i] ? best[i] : -omission[i];
        if (best[i] < 0) {
            add_unmet(&q, &asked->tokens[i]);
        }
    }
    return sum - least_contradiction(&q, &r, w);
}

/* The same tokens from `turn` on, round the end. */
static bool equal_turned(const struct name *a, const struct name *b, size_t turn)
{
    for (size_t i = 0; i < a->n; i++) {
        const struct token *x = &a->tokens[i];
        const struct token *y = &b->tokens[(i + turn) % b->n];
        if (x->script != y->script || !slice_eq(x->native, y->native)) {
            return false;
        }
    }
    return true;
}

static size_t before_comma(const struct name *n)
{
    size_t i = 0;
    while (i < n->n && !(n->tokens[i].flags & TOKEN_AFTER_COMMA)) {
        i++;
    }
    return i < n->n ? i : 0;
}

/* Initials and translations are evidence, never the same name. */
static bool has_made(const struct name *n)
{
    for (size_t i = 0; i < n->n; i++) {
        if (n->tokens[i].flags & TOKEN_MADE) {
            return true;
        }
    }
    return false;
}

bool names_equal(const struct name *asked, const struct name *listed)
{
    if (asked->n != listed->n || has_made(asked) || has_made(listed)) {
        return false;
    }
    size_t n = listed->n;
    size_t listed_comma = before_comma(listed);
    size_t asked_comma = before_comma(asked);
    if (equal_turned(asked, listed, 0) ||
        (listed_comma && equal_turned(asked, listed, listed_comma)) ||
        (asked_comma && equal_turned(listed, asked, asked_comma))) {
        return true;
    }
    return asked->kind == NAME_PERSON && n >= 2 && !has_nasab(asked) && !has_nasab(listed) &&
           (equal_turned(asked, listed, 1) || equal_turned(asked, listed, n - 1));
}
