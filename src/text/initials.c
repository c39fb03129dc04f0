#include "text/initials.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "text/tables.h"

/* Which words count: each bit set leaves a kind of them out. */
enum {
    WITHOUT_CONJUNCTIONS = 1 << 0,
    WITHOUT_SMALL = 1 << 1, /* articles, prepositions and the like */
    WITHOUT_LEGAL = 1 << 2,
    LEGAL_BY_TWO = 1 << 3 /* "…CO": a company by two letters */
};
static const unsigned WAYS[] = {
    WITHOUT_CONJUNCTIONS | WITHOUT_SMALL | WITHOUT_LEGAL,
    WITHOUT_CONJUNCTIONS | WITHOUT_SMALL,
    WITHOUT_CONJUNCTIONS | WITHOUT_SMALL | LEGAL_BY_TWO,
    WITHOUT_CONJUNCTIONS | WITHOUT_LEGAL,
    WITHOUT_CONJUNCTIONS,
    WITHOUT_LEGAL,
    0,
};
enum { WAY_COUNT = sizeof WAYS / sizeof *WAYS };

struct letters {
    uint32_t cp[INITIALS_MAX + 2];
    size_t n;
};

static void add_letter(struct letters *l, uint32_t cp)
{
    if (l->n < INITIALS_MAX + 2) {
        l->cp[l->n++] = cp;
    }
}

/* The first letters of a token's own words; a legal form has several. */
static void add_first(struct letters *l, struct slice words, size_t letters)
{
    uint32_t cp;
    size_t at = 0;
    size_t taken = 0;
    while (utf8_next(words, &at, &cp)) {
        if (cp == ' ') {
            taken = 0;
        } else if (taken < letters) {
            add_letter(l, cp);
            taken++;
        }
    }
}

static bool counts(const struct token *t, unsigned way)
{
    if (t->class == TOKEN_LEGAL) {
        return !(way & WITHOUT_LEGAL);
    }
    if (t->class == TOKEN_PARTICLE && t->code_count) {
        unsigned leave =
            t->codes[0].detail == PARTICLE_CONJUNCTION ? WITHOUT_CONJUNCTIONS : WITHOUT_SMALL;
        return !(way & leave);
    }
    return true;
}

static struct code code_of(const struct letters *l)
{
    uint64_t h = l->n;
    for (size_t i = 0; i < l->n; i++) {
        h = hash_mix(h * 31 + l->cp[i], CODE_INITIALS);
    }
    return (struct code){(uint32_t)(h >> 16) | 1U, CODE_INITIALS, 0};
}

static bool is_long_word(const struct token *t)
{
    return (t->class == TOKEN_NAME || t->class == TOKEN_GENERIC) && t->native.n > 1;
}

/* Initials are those of one alphabet. */
static bool spelled_throughout(const struct name *name)
{
    unsigned script = SCRIPT_COMMON;
    for (size_t i = 0; i < name->n; i++) {
        const struct token *t = &name->tokens[i];
        if (t->class == TOKEN_LEGAL) {
            continue;
        }
        if ((t->script != SCRIPT_LATIN && t->script != SCRIPT_CYRILLIC &&
             t->script != SCRIPT_GREEK) ||
            (script != SCRIPT_COMMON && t->script != script)) {
            return false;
        }
        script = t->script;
    }
    return true;
}

static void add_code(struct token *t, struct code c)
{
    for (size_t i = 0; i < t->code_count; i++) {
        if (t->codes[i].value == c.value) {
            return;
        }
    }
    t->codes[t->code_count++] = c;
}

static struct slice as_capitals(struct arena *arena, const struct letters *l)
{
    char text[TOKEN_BYTES_MAX];
    size_t n = 0;
    for (size_t i = 0; i < l->n; i++) {
        uint32_t cp = l->cp[i] >= 'a' && l->cp[i] <= 'z' ? l->cp[i] - 'a' + 'A' : l->cp[i];
        n += utf8_put(cp, text + n);
    }
    return arena_copy(arena, (struct slice){text, n});
}

static bool make_token(struct arena *arena, const struct name *name, struct token *t)
{
    *t = (struct token){.class = TOKEN_NAME, .flags = TOKEN_MADE};
    t->codes = ARENA_ARRAY(arena, struct code, WAY_COUNT);
    for (size_t k = 0; t->codes && k < WAY_COUNT; k++) {
        struct letters l = {.n = 0};
        for (size_t i = 0; i < name->n; i++) {
            const struct token *word = &name->tokens[i];
            bool two = word->class == TOKEN_LEGAL && (WAYS[k] & LEGAL_BY_TWO);
            if (counts(word, WAYS[k])) {
                add_first(&l, word->native, two ? 2 : 1);
                t->script = word->class == TOKEN_LEGAL ? t->script : word->script;
            }
        }
        if (l.n < INITIALS_MIN || l.n > INITIALS_MAX) {
            continue;
        }
        add_code(t, code_of(&l));
        if (t->native.n == 0) {
            t->native = as_capitals(arena, &l);
        }
    }
    return t->code_count > 0;
}

bool initials_reading(struct arena *arena, const struct name *name, struct name *out)
{
    size_t words = 0;
    for (size_t i = 0; i < name->n; i++) {
        words += is_long_word(&name->tokens[i]);
    }
    if (name->kind != NAME_ORGANIZATION || words < 2 || name->n > INITIALS_MAX + 2 ||
        !spelled_throughout(name)) {
        return false;
    }
    *out = (struct name){.kind = name->kind, .made = true};
    out->tokens = ARENA_ARRAY(arena, struct token, name->n + 1);
    if (!out->tokens || !make_token(arena, name, &out->tokens[0])) {
        return false;
    }
    out->n = 1;
    for (size_t i = 0; i < name->n; i++) {
        if (name->tokens[i].class == TOKEN_LEGAL) {
            out->tokens[out->n++] = name->tokens[i];
        }
    }
    return true;
}

/* Is the word in `raw` in capitals throughout?  Full stops between its letters do not count. */
static bool in_capitals(struct slice raw, struct slice word)
{
    size_t from = 0;
    while (from < raw.n) {
        size_t k = 0;
        size_t at = from;
        for (; at < raw.n && k < word.n; at++) {
            unsigned char given = (unsigned char)raw.p[at];
            if (given == '.' || (given == ' ' && k > 0)) {
                continue;
            }
            if (!ascii_is_upper((char)given) || (given | 0x20) != (unsigned char)word.p[k]) {
                break;
            }
            k++;
        }
        if (k == word.n) {
            return true;
        }
        from++;
    }
    return false;
}

/* Letters of other alphabets: the small ones of Cyrillic and Greek are told by their block. */
static bool has_small_letters(struct slice raw)
{
    uint32_t cp;
    size_t at = 0;
    while (utf8_next(raw, &at, &cp)) {
        if ((cp >= 0x430 && cp <= 0x45F) || (cp >= 0x3B1 && cp <= 0x3C9)) {
            return true;
        }
    }
    return false;
}

void initials_mark(struct arena *arena, struct slice raw, struct name *name)
{
    struct token *only = NULL;
    for (size_t i = 0; i < name->n; i++) {
        if (name->tokens[i].class == TOKEN_LEGAL) {
            continue;
        }
        if (only) {
            return;
        }
        only = &name->tokens[i];
    }
    if (name->kind != NAME_ORGANIZATION || !only || only->class != TOKEN_NAME) {
        return;
    }
    uint32_t cp[INITIALS_MAX + 1];
    size_t n = utf8_get(only->native, cp, INITIALS_MAX + 1);
    bool capitals = only->script == SCRIPT_LATIN
                        ? in_capitals(raw, only->native)
                        : only->script != SCRIPT_COMMON && !has_small_letters(raw);
    if (n < INITIALS_MIN || n > INITIALS_MAX || !capitals) {
        return;
    }
    struct letters l = {.n = n};
    memcpy(l.cp, cp, n * sizeof *cp);
    struct code *codes = ARENA_ARRAY(arena, struct code, TOKEN_CODES_MAX);
    if (codes && only->code_count < TOKEN_CODES_MAX) {
        if (only->code_count) {
            memcpy(codes, only->codes, only->code_count * sizeof *codes);
        }
        only->codes = codes;
        only->codes[only->code_count++] = code_of(&l);
    }
}

bool initials_fit(struct slice capitals, struct slice name)
{
    size_t found = 0;
    bool begins = true;
    for (size_t i = 0; i < name.n && found < capitals.n; i++) {
        bool letter = ascii_is_alpha(name.p[i]);
        found += letter && begins && ascii_upper(name.p[i]) == capitals.p[found];
        begins = !letter && name.p[i] != '\'';
    }
    return found == capitals.n;
}
