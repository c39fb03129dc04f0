#include "index/searcher.h"

#include "base/num.h"
#include "index/hashes.h"

const struct token *searcher_token(struct searcher *s, uint32_t number)
{
    if (number >= s->ix->token_count) {
        s->damaged = true;
        return NULL;
    }
    if (!s->cache[number]) {
        struct token *t = ARENA_NEW(&s->tokens, struct token);
        if (!t || !index_token(s->ix, number, &s->tokens, t)) {
            s->no_memory |= arena_failed(&s->tokens);
            s->damaged |= !arena_failed(&s->tokens);
            return NULL;
        }
        s->cache[number] = t;
    }
    return s->cache[number];
}

/* Tokens of these classes meet by class alone or say little: names are not looked up by them. */
static bool is_minor(const struct token *t)
{
    return t->class == TOKEN_PARTICLE || t->class == TOKEN_TITLE || t->class == TOKEN_LEGAL ||
           t->class == TOKEN_INITIAL;
}

/* A new row of evidence, empty; false without memory. */
static bool add_row(struct searcher *s)
{
    while (s->rows.n + s->row_width > s->rows.room) {
        if (!vec_grow_into((void **)&s->rows.p, s->rows.room, &s->rows.room,
                           sizeof *s->rows.p)) {
            return false;
        }
    }
    memset(&s->rows.p[s->rows.n], 0, s->row_width * sizeof *s->rows.p);
    s->rows.n += s->row_width;
    return true;
}

static void set_evidence(struct searcher *s, uint32_t number, size_t i, struct evidence e)
{
    if (s->row_stamp[number] != s->name_stamp) {
        s->row[number] = (uint32_t)s->rows.n;
        if (!add_row(s)) {
            s->no_memory = true;
            return;
        }
        s->row_stamp[number] = s->name_stamp;
    }
    s->rows.p[s->row[number] + i] = e;
}

static void add_source(struct searcher *s, size_t at, struct source source)
{
    struct asked_token *t = &s->asked[at];
    struct source *kept = source.n ? VEC_ADD(&t->sources) : NULL;
    if (kept) {
        *kept = source;
        t->postings += source.n;
        t->joins |= source.joined;
        if (source.bound > t->most) {
            t->most = source.bound;
        }
    } else if (source.n) {
        s->no_memory = true;
    }
}

static void add_postings(struct searcher *s, size_t at, uint32_t token, int32_t bound,
                         bool joined)
{
    struct source source = {.stride = 4, .bound = bound, .joined = joined};
    if (!index_postings(s->ix, token, &source.names, &source.n)) {
        s->damaged = true;
        return;
    }
    add_source(s, at, source);
}

bool searcher_is_of_kind(struct searcher *s, uint32_t number, enum name_kind kind)
{
    struct token head;
    enum name_kind k;
    if (!index_token_head(s->ix, number, &head, &k)) {
        s->damaged = true;
        return false;
    }
    return k == kind;
}

static void relate_token(struct searcher *s, const struct name *asked, size_t at)
{
    struct neighbours found = neighbours_of(s, &asked->tokens[at], asked->kind);
    for (size_t i = 0; i < found.n; i++) {
        const struct neighbour *n = &found.list[i];
        set_evidence(s, n->token, at, n->evidence);
        add_postings(s, at, n->token, n->evidence.mnat + s->omission[at], false);
    }
}

/* The token of the question written apart in listed names. */
static void relate_listed_joins(struct searcher *s, const struct name *asked, size_t at)
{
    const struct token *t = &asked->tokens[at];
    int32_t bound = t->info + s->omission[at];
    for (size_t i = 0; i < t->form_count; i++) {
        struct lookup_run run = lookup_find(&s->ix->joins, hash_join(t->forms[i].text));
        add_source(s, at, (struct source){run.rows + 4, run.n, 8, bound, true});
    }
    for (size_t i = 0; i < t->code_count; i++) {
        if (t->codes[i].type == CODE_SYLLABLE && t->codes[i].detail >> CODE_LENGTH_SHIFT > 1) {
            struct lookup_run run = lookup_find(&s->ix->joins, hash_join_code(&t->codes[i]));
            add_source(s, at, (struct source){run.rows + 4, run.n, 8, bound, true});
        }
    }
}

/* What a joined piece gains is shared out over those of its tokens by which names are looked
 * up; the others keep their omission, which their own bound covers. */
static void add_piece(struct searcher *s, const struct name *asked, size_t at, size_t n,
                      uint32_t token, int32_t evidence)
{
    int32_t bearers = 0;
    for (size_t i = at; i < at + n; i++) {
        bearers += !is_minor(&asked->tokens[i]);
    }
    for (size_t i = at; i < at + n; i++) {
        if (!is_minor(&asked->tokens[i]) || bearers == 0) {
            int32_t among = bearers ? bearers : (int32_t)n;
            int32_t share = (evidence + among - 1) / among;
            add_postings(s, i, token, share + s->omission[i], true);
        }
    }
}

struct join_probe {
    struct searcher *s;
    const struct name *asked;
    size_t at, n;
};

static void consider_piece(const struct join_probe *p, uint32_t number)
{
    const struct token *t =
        searcher_is_of_kind(p->s, number, p->asked->kind) ? searcher_token(p->s, number) : NULL;
    if (!t) {
        return;
    }
    struct evidence e =
        evidence_of_join(t, &p->asked->tokens[p->at], p->n, &WEIGHTS[p->asked->kind]);
    if (e.relation != REL_NONE) {
        add_piece(p->s, p->asked, p->at, p->n, number, e.mnat);
    }
}

/* Neighbours of the question written as one in listed names. */
static void relate_asked_joins(struct searcher *s, const struct name *asked, size_t at,
                               size_t n)
{
    struct join_probe p = {s, asked, at, n};
    char text[TOKEN_BYTES_MAX];
    size_t length = join_text(&asked->tokens[at], n, text);
    if (length) {
        struct slice joined = {text, length};
        struct lookup_run run = lookup_find(&s->ix->form_text, hash_spelling(joined));
        for (uint32_t i = 0; i < run.n; i++) {
            uint32_t token;
            uint32_t signature;
            if (index_form(s->ix, lookup_value(&run, i), &token, &signature)) {
                consider_piece(&p, token);
            } else {
                s->damaged = true;
            }
        }
    }
    struct code codes[TOKEN_CODES_MAX];
    size_t count = join_codes(&asked->tokens[at], n, codes);
    for (size_t k = 0; k < count; k++) {
        struct lookup_run run = lookup_find(&s->ix->codes, hash_code(&codes[k]));
        for (uint32_t i = 0; i < run.n; i++) {
            consider_piece(&p, lookup_value(&run, i));
        }
    }
}

static int32_t most_of_minor(const struct token *t, const struct weights *w)
{
    return t->class == TOKEN_INITIAL ? w->info_initial : w->info_particle;
}

void relate(struct searcher *s, const struct name *asked)
{
    const struct weights *w = &WEIGHTS[asked->kind];
    s->rows.n = 0;
    s->minor = false;
    s->row_width = asked->n;
    s->name_stamp = searcher_stamp(s);
    for (size_t i = 0; i < asked->n; i++) {
        s->asked[i].sources.n = 0;
        s->asked[i].most = 0;
        s->asked[i].always = 0;
        s->asked[i].postings = 0;
        s->asked[i].joins = false;
        s->omission[i] = omission_of(&asked->tokens[i], w);
    }
    for (size_t i = 0; i < asked->n; i++) {
        const struct token *t = &asked->tokens[i];
        if (is_minor(t)) {
            s->minor = true;
            s->asked[i].always = most_of_minor(t, w) + s->omission[i];
        } else {
            relate_token(s, asked, i);
            relate_listed_joins(s, asked, i);
        }
        for (size_t n = 2; n <= PIECE_TOKENS_MAX && i + n <= asked->n; n++) {
            relate_asked_joins(s, asked, i, n);
        }
    }
}

const struct evidence *related(const struct searcher *s, const struct name *asked,
                               uint32_t number, const struct token *t, struct evidence *room)
{
    bool minor = is_minor(t);
    const struct evidence *row =
        s->row_stamp[number] == s->name_stamp ? &s->rows.p[s->row[number]] : NULL;
    if (!minor && !s->minor) {
        return row;
    }
    for (size_t i = 0; i < asked->n; i++) {
        const struct token *a = &asked->tokens[i];
        room[i] = minor || is_minor(a) ? evidence_of(a, t, &WEIGHTS[asked->kind])
                  : row                ? row[i]
                                       : (struct evidence){0, 0, REL_NONE, false};
    }
    return room;
}
