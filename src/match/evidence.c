#include "match/evidence.h"

#include "base/utf8.h"
#include "match/edit.h"
#include "text/key.h"
#include "text/syllable.h"

/* Letters of a word that two languages may read as syllables and that may be mistyped. */
enum { LONG_WORD = 6 };

static const struct evidence NO_EVIDENCE = {0, 0, REL_NONE, false};

static struct slice usual(const struct token *t)
{
    return t->form_count ? t->forms[0].text : t->native;
}

static struct evidence less_cost(int32_t info, int32_t cost, enum relation relation,
                                 const struct weights *w)
{
    int32_t least = info * w->evidence_floor_share / 1000;
    return (struct evidence){info - cost > least ? info - cost : least, info, relation, false};
}

static struct evidence met(const struct token *listed, int32_t cost, enum relation relation,
                           const struct weights *w)
{
    if (cost > w->cost_most) {
        if (cost > w->cost_strained || relation == REL_NONE) {
            return NO_EVIDENCE;
        }
        return (struct evidence){0, cost, relation, true};
    }
    return less_cost(listed->info, cost, relation, w);
}

static bool share_code(const struct token *a, const struct token *b, enum code_type type,
                       unsigned languages)
{
    for (size_t i = 0; i < a->code_count; i++) {
        if (a->codes[i].type != type) {
            continue;
        }
        for (size_t k = 0; k < b->code_count; k++) {
            if (b->codes[k].type == type && b->codes[k].value == a->codes[i].value &&
                (type != CODE_SYLLABLE || (b->codes[k].detail == a->codes[i].detail &&
                                           (a->codes[i].detail & languages)))) {
                return true;
            }
        }
    }
    return false;
}

/* The same class of word of another sort: particles, titles, numerals, legal forms. */
static struct evidence evidence_of_sort(const struct token *asked, const struct token *listed,
                                        const struct weights *w)
{
    if (asked->class != listed->class) {
        return NO_EVIDENCE;
    }
    if (slice_eq(asked->native, listed->native)) {
        return met(listed, 0, REL_EQUAL, w);
    }
    enum code_type type = asked->class == TOKEN_PARTICLE  ? CODE_PARTICLE
                          : asked->class == TOKEN_NUMERAL ? CODE_NUMERAL
                                                          : CODE_LEGAL;
    if (asked->class != TOKEN_TITLE && share_code(asked, listed, type, 0)) {
        return met(listed, 0, REL_SAME_FORM, w);
    }
    return NO_EVIDENCE;
}

static struct evidence evidence_of_initial(const struct token *asked,
                                           const struct token *listed, const struct weights *w)
{
    struct slice a = usual(asked);
    struct slice b = usual(listed);
    bool both = asked->class == listed->class;
    const struct token *word = asked->class == TOKEN_INITIAL ? listed : asked;
    size_t letters = a.n < b.n ? a.n : b.n;
    if (letters == 0 || memcmp(a.p, b.p, letters) != 0 ||
        (!both && word->class != TOKEN_NAME)) {
        return NO_EVIDENCE;
    }
    return less_cost(w->info_initial, 0, both ? REL_EQUAL : REL_INITIAL, w);
}

/* Few letters without a vowel are initials of words: none of them may be wrong. */
static bool is_acronym(const struct token *t, struct slice s, const struct weights *w)
{
    if ((t->flags & TOKEN_ABJAD) || s.n > (size_t)w->acronym_letters) {
        return false;
    }
    for (size_t i = 0; i < s.n; i++) {
        if (strchr("aeiouy", s.p[i]) || ascii_is_digit(s.p[i])) {
            return false;
        }
    }
    return true;
}

static enum vowels vowels_between(const struct token *a, const struct token *b)
{
    if (!((a->flags ^ b->flags) & TOKEN_ABJAD)) {
        return VOWELS_WRITTEN;
    }
    unsigned script = a->flags & TOKEN_ABJAD ? a->script : b->script;
    return script == SCRIPT_ARABIC || script == SCRIPT_HEBREW ? VOWELS_FREE : VOWELS_HEARD;
}

/* How near two spellings are. */
struct nearness {
    enum { FAR, FEW_EDITS, SAME_KEY, EQUAL } how;
    unsigned edits; /* that part them, or more than EDITS_KNOWN_MAX */
};

static struct nearness nearness(const struct form *asked, const struct form *listed)
{
    if (asked->key == listed->key) {
        if (slice_eq(asked->text, listed->text)) {
            return (struct nearness){EQUAL, 0};
        }
        if (key_length(asked->key) >= KEY_LENGTH_MIN) {
            return (struct nearness){SAME_KEY,
                                     edit_distance(asked->text, listed->text, EDITS_KNOWN_MAX)};
        }
    }
    unsigned most = edit_allowed(asked->text.n);
    if (most && key_letters_fit(asked->letters, listed->letters, most)) {
        unsigned edits = edit_distance(asked->text, listed->text, most);
        if (edits <= most) {
            return (struct nearness){FEW_EDITS, edits};
        }
    }
    return (struct nearness){FAR, 0};
}

/* The cheapest way in which two spellings of the words can be one; above cost_most when they
 * do not meet. */
static int32_t spelling_cost(const struct token *asked, const struct token *listed,
                             const struct weights *w, enum relation *relation)
{
    /* Characters are compared as they are written, or by their readings. */
    bool both_written = asked->script == listed->script &&
                        (asked->script == SCRIPT_HAN || asked->script == SCRIPT_HANGUL);
    if (both_written || ((asked->flags | listed->flags) & TOKEN_CHARACTER)) {
        return INT32_MAX / 2;
    }
    enum vowels vowels = vowels_between(asked, listed);
    int32_t most = w->cost_strained > w->cost_most ? w->cost_strained : w->cost_most;
    int32_t best = most + 1;
    for (size_t i = 0; i < asked->form_count; i++) {
        const struct form *x = &asked->forms[i];
        bool acronym = is_acronym(asked, x->text, w);
        for (size_t k = 0; k < listed->form_count; k++) {
            const struct form *y = &listed->forms[k];
            int32_t forms = x->cost + y->cost;
            if (forms >= best) {
                continue;
            }
            struct nearness near = nearness(x, y);
            if (near.how == FAR) {
                continue;
            }
            if (near.how == EQUAL) {
                best = forms;
                *relation = REL_ROMANISATION;
                continue;
            }
            if (((asked->flags | listed->flags) & TOKEN_EXACT) || acronym ||
                is_acronym(listed, y->text, w)) {
                continue;
            }
            int32_t cost =
                forms + edit_cost_below(x->text, y->text, w, vowels, best - forms, near.edits);
            if (cost < best) {
                best = cost;
                *relation = near.how == SAME_KEY ? REL_ROMANISATION : REL_TYPO;
            }
        }
    }
    return best;
}

static bool has_code(const struct token *t, enum code_type type)
{
    for (size_t i = 0; i < t->code_count; i++) {
        if (t->codes[i].type == type) {
            return true;
        }
    }
    return false;
}

/* Maria and Mario: the last letter tells two names apart. */
static bool differs_in_gender(const struct token *a, const struct token *b)
{
    struct slice x = usual(a);
    struct slice y = usual(b);
    return x.n == y.n && x.n > 1 && x.p[x.n - 1] != y.p[y.n - 1] &&
           strchr("ao", x.p[x.n - 1]) && strchr("ao", y.p[y.n - 1]) &&
           memcmp(x.p, y.p, x.n - 1) == 0;
}

/* A slip of the pen seldom makes one known name of another; but a name that is foreign
 * everywhere is known in several spellings. */
static int32_t cost_of_the_known(const struct token *asked, const struct token *listed,
                                 enum relation relation, const struct weights *w)
{
    /* Of a word that another script has heard, no spelling is the one that is known. */
    if (vowels_between(asked, listed) == VOWELS_HEARD) {
        return 0;
    }
    if (has_code(asked, CODE_VARIANT) && has_code(listed, CODE_VARIANT)) {
        return w->cost_other_group;
    }
    if (!asked->known || !listed->known) {
        return 0;
    }
    return relation == REL_ROMANISATION && !differs_in_gender(asked, listed)
               ? w->cost_known_spelling
               : w->cost_known;
}

static struct evidence evidence_of_words(const struct token *asked, const struct token *listed,
                                         const struct weights *w)
{
    if (share_code(asked, listed, CODE_VARIANT, 0)) {
        return met(listed, w->cost_variant, REL_VARIANT, w);
    }
    enum relation relation = REL_NONE;
    int32_t cost = spelling_cost(asked, listed, w, &relation);
    if (cost > 0) {
        cost += cost_of_the_known(asked, listed, relation, w);
    }
    if (cost > w->cost_most_heard && vowels_between(asked, listed) == VOWELS_HEARD) {
        return NO_EVIDENCE;
    }
    if (share_code(asked, listed, CODE_NEAR, 0) && w->cost_near < cost) {
        return met(listed, w->cost_near, REL_NEAR, w);
    }
    return met(listed, cost, relation, w);
}

static bool has_code(const struct token *t, enum code_type type);

/* Made of initials: it stands for the whole name, in which no letter may be wrong. */
static bool is_initials(const struct token *t)
{
    return (t->flags & TOKEN_MADE) && has_code(t, CODE_INITIALS);
}

/* Two names are not one because both may be called ABC. */
static struct evidence evidence_of_initials(const struct token *asked,
                                            const struct token *listed, const struct weights *w)
{
    if (is_initials(asked) == is_initials(listed) ||
        !share_code(asked, listed, CODE_INITIALS, 0)) {
        return NO_EVIDENCE;
    }
    const struct token *written = is_initials(asked) ? listed : asked;
    uint32_t unused[TOKEN_BYTES_MAX];
    int32_t letters = (int32_t)utf8_get(written->native, unused, TOKEN_BYTES_MAX);
    return less_cost(letters * w->info_acronym_letter, 0, REL_ACRONYM, w);
}

struct evidence evidence_of(const struct token *asked, const struct token *listed,
                            const struct weights *w)
{
    unsigned a = asked->class;
    unsigned b = listed->class;
    if (is_initials(asked) || is_initials(listed)) {
        return evidence_of_initials(asked, listed, w);
    }
    if (a == TOKEN_INITIAL || b == TOKEN_INITIAL) {
        return evidence_of_initial(asked, listed, w);
    }
    bool words =
        (a == TOKEN_NAME || a == TOKEN_GENERIC) && (b == TOKEN_NAME || b == TOKEN_GENERIC);
    if (!words) {
        return evidence_of_sort(asked, listed, w);
    }
    bool made = ((asked->flags | listed->flags) & TOKEN_MADE) != 0;
    if (asked->script == listed->script && slice_eq(asked->native, listed->native)) {
        return met(listed, made ? w->cost_translated : 0, made ? REL_TRANSLATED : REL_EQUAL, w);
    }
    if (made && share_code(asked, listed, CODE_CONCEPT, 0)) {
        return met(listed, w->cost_translated, REL_TRANSLATED, w);
    }
    unsigned languages = asked->languages & listed->languages;
    bool syllables = ((asked->flags & listed->flags) & TOKEN_SYLLABIC) != 0;
    if (syllables && (languages || usual(asked).n < LONG_WORD || usual(listed).n < LONG_WORD)) {
        /* Two Hangul syllables, or two Han characters, that differ are different. */
        bool both_written = asked->script == listed->script &&
                            (asked->script == SCRIPT_HAN || asked->script == SCRIPT_HANGUL);
        return !both_written && share_code(asked, listed, CODE_SYLLABLE, languages)
                   ? met(listed, w->cost_syllable, REL_SYLLABLE, w)
                   : NO_EVIDENCE;
    }
    return evidence_of_words(asked, listed, w);
}

static bool may_join(const struct token *t)
{
    return t->class == TOKEN_NAME || t->class == TOKEN_PARTICLE || t->class == TOKEN_GENERIC;
}

size_t join_text(const struct token *tokens, size_t n, char out[TOKEN_BYTES_MAX])
{
    size_t length = 0;
    for (size_t i = 0; i < n; i++) {
        struct slice s =
            tokens[i].form_count ? tokens[i].forms[0].text : (struct slice){NULL, 0};
        if (!may_join(&tokens[i]) || s.n == 0 || length + s.n > TOKEN_BYTES_MAX) {
            return 0;
        }
        memcpy(out + length, s.p, s.n);
        length += s.n;
    }
    return length;
}

size_t join_length(const struct token *tokens, size_t n)
{
    size_t length = 0;
    for (size_t i = 0; i < n; i++) {
        size_t letters = tokens[i].form_count ? tokens[i].forms[0].text.n : 0;
        if (!may_join(&tokens[i]) || letters == 0 || length + letters > TOKEN_BYTES_MAX) {
            return 0;
        }
        length += letters;
    }
    return length;
}

size_t join_codes(const struct token *tokens, size_t n, struct code out[TOKEN_CODES_MAX])
{
    struct code so_far[TOKEN_CODES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < n; i++) {
        if (!(tokens[i].flags & TOKEN_SYLLABIC)) {
            return 0;
        }
        if (i == 0) {
            count = tokens[0].code_count;
            memcpy(out, tokens[0].codes, count * sizeof *out);
            continue;
        }
        memcpy(so_far, out, count * sizeof *out);
        size_t made = 0;
        for (size_t a = 0; a < count; a++) {
            for (size_t b = 0; b < tokens[i].code_count && made < TOKEN_CODES_MAX; b++) {
                made += sequence_join(&so_far[a], &tokens[i].codes[b], &out[made]);
            }
        }
        count = made;
    }
    return count;
}

struct evidence evidence_of_join(const struct token *one, const struct token *apart, size_t n,
                                 const struct weights *w)
{
    /* One character is never written apart. */
    if (!may_join(one) || one->class == TOKEN_PARTICLE || (one->flags & TOKEN_CHARACTER)) {
        return NO_EVIDENCE;
    }
    char text[TOKEN_BYTES_MAX];
    struct slice joined = {text, join_text(apart, n, text)};
    for (size_t i = 0; joined.n && i < one->form_count; i++) {
        if (slice_eq(joined, one->forms[i].text)) {
            return less_cost(one->info, w->cost_join + one->forms[i].cost, REL_JOIN, w);
        }
    }
    struct code codes[TOKEN_CODES_MAX];
    size_t count = one->flags & TOKEN_SYLLABIC ? join_codes(apart, n, codes) : 0;
    unsigned languages = one->languages & apart[0].languages;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < one->code_count; k++) {
            if (one->codes[k].value == codes[i].value &&
                one->codes[k].detail == codes[i].detail && (codes[i].detail & languages)) {
                return less_cost(one->info, w->cost_join + w->cost_syllable, REL_SYLLABLE, w);
            }
        }
    }
    return NO_EVIDENCE;
}

int32_t omission_of(const struct token *t, const struct weights *w)
{
    switch ((enum token_class)t->class) {
    case TOKEN_NAME:
        return w->omit_base + t->info * w->omit_share / 1000;
    case TOKEN_GENERIC:
        return w->omit_generic;
    case TOKEN_LEGAL:
        return w->omit_legal;
    case TOKEN_INITIAL:
        return w->omit_initial;
    case TOKEN_NUMERAL:
        return w->omit_numeral;
    case TOKEN_PARTICLE:
    case TOKEN_TITLE:
    case TOKEN_CLASSES:
        break;
    }
    return w->omit_particle;
}

int32_t contradiction_mass(const struct token *t)
{
    return t->class == TOKEN_NAME || t->class == TOKEN_GENERIC || t->class == TOKEN_INITIAL
               ? t->info
               : 0;
}
