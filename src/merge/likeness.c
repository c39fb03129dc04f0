#include "merge/likeness.h"

#include "base/hash.h"
#include "match/frequency.h"
#include "match/pair.h"
#include "text/initials.h"
#include "text/key.h"

enum {
    SIDE_ARENA = 64 << 20,
    SCRATCH_ARENA = 16 << 20,
    EQUAL_INFO = 5000, /* millinats; shorter names are too often the same */
    EQUALS_MAX = 64    /* pairs of equal names that are looked at */
};

/* Two equal names. */
struct equal_pair {
    const struct name *name; /* one of them */
    int32_t info;
};

struct equal_pairs {
    struct equal_pair p[EQUALS_MAX];
    size_t n;
};

void likeness_desk_init(struct likeness_desk *d)
{
    memset(d, 0, sizeof *d);
    for (size_t i = 0; i < LIKENESS_SIDES; i++) {
        arena_init(&d->sides[i].arena, SIDE_ARENA);
    }
    arena_init(&d->scratch, SCRATCH_ARENA);
}

void likeness_desk_release(struct likeness_desk *d)
{
    for (size_t i = 0; i < LIKENESS_SIDES; i++) {
        arena_release(&d->sides[i].arena);
    }
    arena_release(&d->scratch);
}

static bool is_full_name(enum property p)
{
    return p == PROP_NAME || p == PROP_ALIAS || p == PROP_PREVIOUS_NAME;
}

uint64_t likeness_word(const struct token *t)
{
    uint64_t key = t->form_count ? t->forms[0].key : 0;
    if (key_length(key) >= 2) {
        return hash_mix(key, 31);
    }
    return hash_bytes(t->form_count ? t->forms[0].text : t->native, 32);
}

bool likeness_is_telling(const struct token *t, enum name_kind kind)
{
    return t->class == TOKEN_NAME || t->class == TOKEN_NUMERAL ||
           (t->class == TOKEN_GENERIC && kind != NAME_PERSON);
}

/* ---- the names of a record ---- */

/* "Hizbul Mujahideen (HM)" without what is in parentheses: two letters, too few for name_split() to
 * make a name of their own of them. */
static struct slice without_initials(struct slice name)
{
    if (name.n < 6 || name.p[name.n - 1] != ')') {
        return name;
    }
    size_t open = name.n - 1;
    while (open && name.p[open - 1] != '(' && ascii_is_upper(name.p[open - 1])) {
        open--;
    }
    struct slice letters = slice_cut(name, open, name.n - 1);
    if (open < 2 || name.p[open - 1] != '(' || letters.n < 2 || letters.n > INITIALS_MAX) {
        return name;
    }
    struct slice rest = slice_trim(slice_cut(name, 0, open - 1));
    return initials_fit(letters, rest) ? rest : name;
}

static bool has_text(const struct likeness_name *names, size_t n, struct slice text)
{
    for (size_t i = 0; i < n; i++) {
        if (slice_eq(names[i].raw, text)) {
            return true;
        }
    }
    return false;
}

static int add_readings(struct slice text, bool is_main, enum name_kind kind,
                        struct arena *arena, struct likeness_name *names, size_t room,
                        size_t *n)
{
    struct name readings[NAME_READINGS_MAX];
    size_t count = 0;
    int r = name_analyse(arena, text, kind, readings, &count, NULL);
    for (size_t i = 0; r == 0 && i < count && *n < room; i++) {
        if (readings[i].made) {
            continue;
        }
        frequency_weigh(&readings[i]);
        names[(*n)++] = (struct likeness_name){readings[i], text, is_main};
    }
    return r == ERR_MEMORY ? r : 0;
}

int likeness_names(const struct entity *e, enum name_kind kind, struct arena *arena,
                   struct likeness_name *names, size_t room, size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < e->value_count && *n < room; i++) {
        struct slice parts[NAME_PARTS_MAX];
        if (!is_full_name(e->values[i].prop)) {
            continue;
        }
        size_t count = name_split(e->values[i].text, parts);
        for (size_t k = 0; k < count; k++) {
            struct slice part =
                kind == NAME_ORGANIZATION ? without_initials(parts[k]) : parts[k];
            if (!has_text(names, *n, part)) {
                bool is_main = e->values[i].prop == PROP_NAME;
                TRY(add_readings(part, is_main, kind, arena, names, room, n));
            }
        }
    }
    return 0;
}

/* The analysed names of a record, in the place of those that were asked longest ago. */
static int load(struct likeness_desk *d, const struct entity *e, enum name_kind kind,
                const struct likeness_side **out)
{
    struct likeness_side *s = &d->sides[0];
    for (size_t i = 0; i < LIKENESS_SIDES; i++) {
        struct likeness_side *one = &d->sides[i];
        if (one->entity == e && one->kind == kind) {
            s = one;
            break;
        }
        s = one->asked < s->asked ? one : s;
    }
    s->asked = ++d->clock;
    *out = s;
    if (s->entity == e && s->kind == kind) {
        return 0;
    }
    arena_reset(&s->arena);
    s->entity = e;
    s->kind = kind;
    return likeness_names(e, kind, &s->arena, s->names, LIKENESS_NAMES_MAX, &s->n);
}

/* ---- two names ---- */

/* Words that tell parties apart, in the shorter of two names. */
static unsigned telling_words(const struct name *a, const struct name *b)
{
    const struct name *shorter = a->n < b->n ? a : b;
    unsigned words = 0;
    for (size_t i = 0; i < shorter->n; i++) {
        words += shorter->tokens[i].class == TOKEN_NAME;
    }
    return words;
}

/* Pairs that are equal but for spelling beat others, the more main names the better. */
static unsigned grade(const struct likeness *l)
{
    return l->score >= SCORE_SAME_TOKENS ? 1 + l->mains : 0;
}

static bool is_better(const struct likeness *l, const struct likeness *best)
{
    if (grade(l) != grade(best)) {
        return grade(l) > grade(best);
    }
    return l->score != best->score ? l->score > best->score : l->info > best->info;
}

static bool is_latin(const struct name *n)
{
    for (size_t i = 0; i < n->n; i++) {
        if (n->tokens[i].script != SCRIPT_LATIN && n->tokens[i].script != SCRIPT_COMMON) {
            return false;
        }
    }
    return true;
}

static void note_equal(const struct likeness *l, const struct likeness_name *a,
                       const struct likeness_name *b, struct equal_pairs *equals)
{
    uint16_t equal = a->name.kind == NAME_ORGANIZATION ? LIKENESS_EQUAL_FIRM : LIKENESS_EQUAL;
    if (l->score >= equal && l->info >= EQUAL_INFO && equals->n < EQUALS_MAX &&
        is_latin(&a->name) && is_latin(&b->name)) {
        equals->p[equals->n++] = (struct equal_pair){&a->name, l->info};
    }
}

static int weigh(const struct likeness_name *a, const struct likeness_name *b,
                 struct arena *scratch, struct likeness *best, struct equal_pairs *equals)
{
    struct pair_score there;
    struct pair_score back;
    arena_reset(scratch);
    TRY(pair_compare(&a->name, a->raw, &b->name, b->raw, scratch, &there));
    if (score_of_mnat(there.mnat) < SCORE_LOWEST) {
        return 0;
    }
    TRY(pair_compare(&b->name, b->raw, &a->name, a->raw, scratch, &back));
    int32_t mnat = there.mnat < back.mnat ? there.mnat : back.mnat;
    struct likeness l = {.score = score_of_mnat(mnat),
                         .info = there.alignment.info < back.alignment.info
                                     ? there.alignment.info
                                     : back.alignment.info,
                         .words = telling_words(&a->name, &b->name),
                         .mains = (unsigned)a->main + b->main,
                         .a = a->raw,
                         .b = b->raw};
    note_equal(&l, a, b, equals);
    if (is_better(&l, best)) {
        *best = l;
    }
    return 0;
}

/* ---- two records ---- */

static bool share_word(const struct name *a, const struct name *b)
{
    for (size_t i = 0; i < a->n; i++) {
        for (size_t k = 0; k < b->n; k++) {
            if (likeness_is_telling(&a->tokens[i], a->kind) &&
                likeness_word(&a->tokens[i]) == likeness_word(&b->tokens[k])) {
                return true;
            }
        }
    }
    return false;
}

/* Equal names that share no word, the most telling first. */
static void count_names(struct equal_pairs *equals, struct likeness *out)
{
    while (equals->n) {
        size_t most = 0;
        size_t kept = 0;
        for (size_t i = 1; i < equals->n; i++) {
            most = equals->p[i].info > equals->p[most].info ? i : most;
        }
        struct equal_pair one = equals->p[most];
        out->names++;
        out->names_info += one.info;
        for (size_t i = 0; i < equals->n; i++) {
            if (i != most && !share_word(one.name, equals->p[i].name)) {
                equals->p[kept++] = equals->p[i];
            }
        }
        equals->n = kept;
    }
}

int likeness_of(struct likeness_desk *d, const struct entity *a, const struct entity *b,
                enum name_kind kind, struct likeness *out)
{
    struct likeness best = {.score = 0};
    struct equal_pairs equals = {.n = 0};
    const struct likeness_side *x;
    const struct likeness_side *y;
    TRY(load(d, a, kind, &x));
    TRY(load(d, b, kind, &y));
    for (size_t i = 0; i < x->n; i++) {
        for (size_t k = 0; k < y->n; k++) {
            TRY(weigh(&x->names[i], &y->names[k], &d->scratch, &best, &equals));
        }
    }
    count_names(&equals, &best);
    *out = best;
    return 0;
}
