#include "text/slot.h"

#include "text/syllable.h"
#include "text/tables.h"

/* Thousandths; see the header for where they are from. */
enum {
    SURE_COMMA = 980,      /* on either side of a comma */
    SURE_PATRONYMIC = 970, /* by its ending */
    SURE_NASAB = 900,      /* behind bin */
    SURE_KUNYA = 800,
    SURE_NISBA = 800,
    SURE_SURNAME = 900, /* a syllable that is a surname at one end alone */
    SURE_SYLLABLE = 700,
    SURE_SUFFIX = 950,
    SURE_EDGE = 750,   /* the first word is the given name, the last one the family's */
    SURE_BETWEEN = 500 /* what stands between them */
};

static struct slice usual(const struct token *t)
{
    return t->form_count ? t->forms[0].text : t->native;
}

static bool ends_with(struct slice s, const char *end)
{
    size_t n = strlen(end);
    return s.n > n + 1 && memcmp(s.p + s.n - n, end, n) == 0;
}

/* Slavic patronymics by their endings, Turkic ones by a word of their own behind the father. */
static bool is_patronymic(const struct token *t)
{
    static const char *const ENDINGS[] = {
        "ovich",  "evich",  "ovych", "evych", "yovych", "ovic",  "evic",  "ovitch",
        "evitch", "ovitsj", "ovna",  "evna",  "ivna",   "yivna", "ichna", "inichna"};
    struct slice s = usual(t);
    for (size_t i = 0; i < sizeof ENDINGS / sizeof *ENDINGS; i++) {
        if (ends_with(s, ENDINGS[i])) {
            return true;
        }
    }
    return false;
}

static bool is_particle(const struct token *t, enum particle_kind kind)
{
    return t->class == TOKEN_PARTICLE && t->code_count && t->codes[0].detail == kind;
}

static bool is_part(const struct token *t)
{
    return t->class == TOKEN_NAME || t->class == TOKEN_INITIAL;
}

static bool has_comma(const struct name *n)
{
    return n->n && !(n->tokens[0].flags & TOKEN_AFTER_COMMA) &&
           (n->tokens[n->n - 1].flags & TOKEN_AFTER_COMMA);
}

/* What a token's neighbour or its own letters say; SLOT_UNKNOWN when they are silent. */
static struct slot_guess by_itself(const struct name *n, size_t at)
{
    const struct token *t = &n->tokens[at];
    const struct token *before = at ? t - 1 : NULL;
    if (t->class == TOKEN_NUMERAL) {
        return (struct slot_guess){SLOT_SUFFIX, SURE_SUFFIX};
    }
    if (!is_part(t)) {
        return (struct slot_guess){SLOT_NONE, 0};
    }
    if (before && is_particle(before, PARTICLE_NASAB)) {
        return (struct slot_guess){SLOT_PATRONYMIC, SURE_NASAB};
    }
    if (before && at == 1 && is_particle(before, PARTICLE_KUNYA)) {
        return (struct slot_guess){SLOT_KUNYA, SURE_KUNYA};
    }
    if (before && at > 1 && is_particle(before, PARTICLE_ARTICLE) && ends_with(usual(t), "i")) {
        return (struct slot_guess){SLOT_NISBA, SURE_NISBA};
    }
    return (struct slot_guess){SLOT_UNKNOWN, 0};
}

static uint8_t surnames_of(const struct token *t)
{
    struct readings r;
    uint32_t cp[2];
    if (t->script == SCRIPT_HAN || t->script == SCRIPT_HANGUL) {
        if (utf8_get(t->native, cp, 2) != 1) {
            return 0;
        }
        readings_of_character(cp[0], &r);
    } else {
        readings_of_spelling(t->native, &r);
    }
    return r.surnames & t->languages;
}

/* A Korean or Chinese name: one end is the surname, in its own script the first. */
static void by_syllables(const struct name *n, size_t first, size_t last,
                         struct slot_guess *out)
{
    bool native = (n->tokens[first].flags & TOKEN_CHARACTER) != 0;
    bool front = surnames_of(&n->tokens[first]) != 0;
    bool back = !native && surnames_of(&n->tokens[last]) != 0 && first != last;
    size_t family = front || !back ? first : last;
    for (size_t i = first; i <= last; i++) {
        if (is_part(&n->tokens[i])) {
            out[i] = (struct slot_guess){i == family ? SLOT_FAMILY : SLOT_GIVEN,
                                         front != back ? SURE_SURNAME : SURE_SYLLABLE};
        }
    }
}

static void by_order(const struct name *n, size_t first, size_t last, struct slot_guess *out)
{
    bool comma = has_comma(n);
    bool given_seen = false;
    for (size_t i = first; i <= last; i++) {
        const struct token *t = &n->tokens[i];
        if (out[i].slot != SLOT_UNKNOWN) {
            continue;
        }
        if (is_patronymic(t) && i > first) {
            bool only_name = !comma && i == last && n->n <= 2;
            out[i] = only_name ? (struct slot_guess){SLOT_FAMILY, SURE_EDGE}
                               : (struct slot_guess){SLOT_PATRONYMIC, SURE_PATRONYMIC};
        } else if (comma && !(t->flags & TOKEN_AFTER_COMMA)) {
            out[i] = (struct slot_guess){SLOT_FAMILY, SURE_COMMA};
        } else if (comma) {
            out[i] = given_seen ? (struct slot_guess){SLOT_MIDDLE, SURE_EDGE}
                                : (struct slot_guess){SLOT_GIVEN, SURE_COMMA};
            given_seen = true;
        } else if (first == last) {
            continue;
        } else if (i == first) {
            out[i] = (struct slot_guess){SLOT_GIVEN, SURE_EDGE};
        } else if (i == last) {
            out[i] = (struct slot_guess){SLOT_FAMILY, SURE_EDGE};
        } else {
            out[i] = (struct slot_guess){SLOT_MIDDLE, SURE_BETWEEN};
        }
    }
}

void slots_of(const struct name *name, struct slot_guess *out)
{
    size_t first = name->n;
    size_t last = 0;
    bool syllabic = false;
    for (size_t i = 0; i < name->n; i++) {
        const struct token *t = &name->tokens[i];
        out[i] =
            name->kind == NAME_PERSON ? by_itself(name, i) : (struct slot_guess){SLOT_NONE, 0};
        if (is_part(t)) {
            first = first == name->n ? i : first;
            last = i;
            syllabic |= (t->flags & TOKEN_SYLLABIC) != 0;
        }
    }
    if (name->kind != NAME_PERSON || first == name->n) {
        return;
    }
    if (syllabic && !has_comma(name)) {
        by_syllables(name, first, last, out);
    } else {
        by_order(name, first, last, out);
    }
}

const char *slot_name(enum slot s)
{
    static const char *const NAMES[SLOT_KINDS] = {
        "", "given", "middle", "patronymic", "family", "nisba", "kunya", "suffix", "unknown"};
    return NAMES[s];
}
