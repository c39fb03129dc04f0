#include "index/searcher.h"

#include "base/num.h"
#include "index/hashes.h"
#include "index/segments.h"
#include "match/edit.h"
#include "text/key.h"

enum { ANY_LETTERS = 32 }; /* as edits: spellings that may differ in every letter */

/* Looking up one token of the question. */
struct probe {
    struct searcher *s;
    const struct name *asked;
    size_t at;          /* which token */
    uint32_t stamp;     /* of this token */
    uint32_t signature; /* of the spelling that is looked up */
    unsigned most;      /* edits that it allows */
};

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

static void set_evidence(struct searcher *s, uint32_t number, size_t i, struct evidence e)
{
    if (s->row_stamp[number] != s->name_stamp) {
        s->row_stamp[number] = s->name_stamp;
        s->row[number] = (uint32_t)(s->rows.n / s->row_width);
        for (size_t k = 0; k < s->row_width; k++) {
            if (!VEC_ADD(&s->rows)) {
                s->no_memory = true;
                s->row_stamp[number] = 0;
                return;
            }
        }
    }
    s->rows.p[s->row[number] * s->row_width + i] = e;
}

static void add_source(struct searcher *s, size_t at, struct source source)
{
    struct asked_token *t = &s->asked[at];
    struct source *kept = source.n ? VEC_ADD(&t->sources) : NULL;
    if (kept) {
        *kept = source;
        t->postings += source.n;
        if (source.bound > t->most) {
            t->most = source.bound;
        }
    } else if (source.n) {
        s->no_memory = true;
    }
}

static void add_postings(struct searcher *s, size_t at, uint32_t token, int32_t bound)
{
    struct source source = {.stride = 4, .bound = bound};
    if (!index_postings(s->ix, token, &source.names, &source.n)) {
        s->damaged = true;
        return;
    }
    add_source(s, at, source);
}

static bool is_of_kind(struct searcher *s, uint32_t number, enum name_kind kind,
                       struct token *head)
{
    enum name_kind k;
    if (!index_token_head(s->ix, number, head, &k)) {
        s->damaged = true;
        return false;
    }
    return k == kind;
}

static void consider(struct probe *p, uint32_t number)
{
    struct searcher *s = p->s;
    struct token head;
    if (number >= s->ix->token_count) {
        s->damaged = true;
        return;
    }
    if (s->token_stamp[number] == p->stamp) {
        return;
    }
    s->token_stamp[number] = p->stamp;
    if (!is_of_kind(s, number, p->asked->kind, &head)) {
        return;
    }
    const struct token *t = searcher_token(s, number);
    if (!t) {
        return;
    }
    const struct token *asked = &p->asked->tokens[p->at];
    const struct weights *w = &WEIGHTS[p->asked->kind];
    struct evidence e = evidence_of(asked, t, w);
    if (e.relation == REL_NONE) {
        return;
    }
    set_evidence(s, number, p->at, e);
    add_postings(s, p->at, number, e.mnat + omission_of(asked, w));
}

/* The tokens of forms, those only whose signature is within `most` edits. */
static void consider_forms(struct probe *p, struct lookup_run run, unsigned most)
{
    for (uint32_t i = 0; i < run.n; i++) {
        uint32_t token;
        uint32_t signature;
        if (!index_form(p->s->ix, lookup_value(&run, i), &token, &signature)) {
            p->s->damaged = true;
            return;
        }
        if (most == ANY_LETTERS || signature_fits(signature, p->signature, most)) {
            consider(p, token);
        }
    }
}

static void consider_tokens(struct probe *p, struct lookup_run run)
{
    for (uint32_t i = 0; i < run.n; i++) {
        consider(p, lookup_value(&run, i));
    }
}

static void on_segment(void *context, uint64_t hash)
{
    struct probe *p = context;
    consider_forms(p, lookup_find(&p->s->ix->segments, hash), p->most);
}

static void relate_token(struct searcher *s, const struct name *asked, size_t at)
{
    const struct index *ix = s->ix;
    const struct token *t = &asked->tokens[at];
    struct probe p = {.s = s, .asked = asked, .at = at, .stamp = searcher_stamp(s)};
    consider_tokens(&p, lookup_find(&ix->native, hash_native(t->native)));
    for (size_t i = 0; i < t->code_count; i++) {
        consider_tokens(&p, lookup_find(&ix->codes, hash_code(&t->codes[i])));
    }
    for (size_t i = 0; i < t->form_count; i++) {
        const struct form *f = &t->forms[i];
        p.signature = form_signature(f->text, asked->kind);
        p.most = edit_allowed(f->text.n);
        consider_forms(&p, lookup_find(&ix->form_text, hash_spelling(f->text)), 0);
        if (key_length(f->key) >= KEY_LENGTH_MIN) {
            consider_forms(&p, lookup_find(&ix->keys, hash_key(f->key, asked->kind)),
                           ANY_LETTERS);
        }
        segments_probe(f->text, p.most, asked->kind, on_segment, &p);
        /* A listed initial. */
        consider_tokens(&p, lookup_find(&ix->native, hash_native(slice_cut(f->text, 0, 1))));
    }
}

/* The token of the question written apart in listed names. */
static void relate_listed_joins(struct searcher *s, const struct name *asked, size_t at)
{
    const struct token *t = &asked->tokens[at];
    const struct weights *w = &WEIGHTS[asked->kind];
    int32_t bound = t->info + omission_of(t, w);
    for (size_t i = 0; i < t->form_count; i++) {
        struct lookup_run run = lookup_find(&s->ix->joins, hash_join(t->forms[i].text));
        add_source(s, at, (struct source){run.rows + 4, run.n, 8, bound});
    }
    for (size_t i = 0; i < t->code_count; i++) {
        if (t->codes[i].type == CODE_SYLLABLE && t->codes[i].detail >> CODE_LENGTH_SHIFT > 1) {
            struct lookup_run run = lookup_find(&s->ix->joins, hash_join_code(&t->codes[i]));
            add_source(s, at, (struct source){run.rows + 4, run.n, 8, bound});
        }
    }
}

/* What a joined piece gains is shared out over those of its tokens by which names are looked
 * up; the others keep their omission, which their own bound covers. */
static void add_piece(struct searcher *s, const struct name *asked, size_t at, size_t n,
                      uint32_t token, int32_t evidence)
{
    const struct weights *w = &WEIGHTS[asked->kind];
    int32_t bearers = 0;
    for (size_t i = at; i < at + n; i++) {
        bearers += !is_minor(&asked->tokens[i]);
    }
    for (size_t i = at; i < at + n; i++) {
        if (!is_minor(&asked->tokens[i]) || bearers == 0) {
            int32_t among = bearers ? bearers : (int32_t)n;
            int32_t share = (evidence + among - 1) / among;
            add_postings(s, i, token, share + omission_of(&asked->tokens[i], w));
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
    struct token head;
    if (!is_of_kind(p->s, number, p->asked->kind, &head)) {
        return;
    }
    const struct token *t = searcher_token(p->s, number);
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
    s->row_width = asked->n;
    s->name_stamp = searcher_stamp(s);
    for (size_t i = 0; i < asked->n; i++) {
        s->asked[i].sources.n = 0;
        s->asked[i].most = 0;
        s->asked[i].always = 0;
        s->asked[i].postings = 0;
    }
    for (size_t i = 0; i < asked->n; i++) {
        const struct token *t = &asked->tokens[i];
        if (is_minor(t)) {
            s->asked[i].always = most_of_minor(t, w) + omission_of(t, w);
        } else {
            relate_token(s, asked, i);
            relate_listed_joins(s, asked, i);
        }
        for (size_t n = 2; n <= PIECE_TOKENS_MAX && i + n <= asked->n; n++) {
            relate_asked_joins(s, asked, i, n);
        }
    }
}

struct evidence related(struct searcher *s, const struct name *asked, size_t i, uint32_t number,
                        const struct token *t)
{
    const struct token *a = &asked->tokens[i];
    if (is_minor(a) || is_minor(t)) {
        return evidence_of(a, t, &WEIGHTS[asked->kind]);
    }
    if (s->row_stamp[number] != s->name_stamp) {
        return (struct evidence){0, 0, REL_NONE, false};
    }
    return s->rows.p[s->row[number] * s->row_width + i];
}
