/*
 * What speaks for a pair, the strongest reason first, and what speaks against it.
 *
 * The limits below are set by bench/merge_quality.py so that of a thousand joins not five are
 * wrong; docs/guide/merging.md has the figures.
 */
#include <stdio.h>
#include <stdlib.h>

#include "base/buf.h"
#include "match/score.h"
#include "merge/merge_state.h"
#include "merge/regimes.h"
#include "model/country.h"

/* How much names have to agree: thousandths of likeness, millinats that the agreeing words say,
 * words that tell parties apart, main names among the two. */
struct limit {
    uint16_t score;
    int32_t info;
    unsigned words;
    unsigned mains;
};

static const struct limit
    DOCUMENT = {700, 0, 0, 0},
    DAY = {800, 8000, 2, 0},
    /* The more is known of the countries, the less the names have to say. */
    YEAR_SAME_COUNTRY = {950, 14500, 2, 0},
    YEARS_SAME_COUNTRY = {950, 9500, 2, 0}, /* several years, all the same */
    YEAR_NO_COUNTRY = {950, 16000, 2, 0}, YEAR_OTHER_COUNTRY = {950, 22000, 3, 0},
    YEAR_SAME_REGIME = {LIKENESS_EQUAL, 9500, 2, 0},
    /* One list has a party twice, under other programmes. */
    TWICE = {LIKENESS_EQUAL, 11000, 0, 2}, TWICE_FIRM = {LIKENESS_EQUAL_FIRM, 11000, 0, 2},
    /* No birth date to compare. */
    REGIME_MAIN_NAMES = {LIKENESS_EQUAL, 10000, 2, 2},
    REGIME_ALIAS = {LIKENESS_EQUAL, 16000, 2, 0}, COUNTRY_ONLY = {LIKENESS_EQUAL, 22000, 2, 0},
    /* Organisations of one regime. */
    FIRM_MAIN_NAMES = {LIKENESS_EQUAL_FIRM, 6000, 0, 2},
    FIRM_ALIAS = {LIKENESS_EQUAL_FIRM, 13500, 0, 0},
    FIRM_ALIAS_PLACE = {LIKENESS_EQUAL_FIRM, 8000, 0, 1}, /* and a country in common */
    PLACE_MAIN_NAMES = {LIKENESS_EQUAL_FIRM, 7000, 1, 2},
    PLACE_ALIAS = {LIKENESS_EQUAL_FIRM, 11000, 1, 1},
    MAIN_NAMES = {LIKENESS_EQUAL_FIRM, 11000, 1, 2};

enum {
    SEVERAL_NAMES = 2,    /* equal names without a common word */
    SEVERAL_INFO = 20000, /* millinats that they say together */
    EVIDENCE_TEXT = 400
};

struct bench {
    const struct merge_state *m;
    struct arena *arena; /* for words */
    struct likeness_desk *desk;
    const struct record_facts *a, *b;
    struct judged *out;
};

/* ---- words for what was found ---- */

static struct slice words(struct bench *j, enum property prop, struct slice text,
                          struct slice behind)
{
    struct buf b;
    buf_init(&b, EVIDENCE_TEXT);
    if (prop != PROP_UNKNOWN) {
        buf_printf(&b, "%s ", property_name(prop));
    }
    buf_add(&b, text);
    if (behind.n) {
        buf_printf(&b, " (%.*s)", SLICE_ARG(behind));
    }
    struct slice kept = arena_copy(j->arena, buf_slice(&b));
    buf_release(&b);
    return kept;
}

static struct slice date_words(struct bench *j, const struct date *d, struct slice country)
{
    char text[DATE_TEXT];
    size_t n = date_print(d, text);
    return words(j, PROP_BIRTH_DATE, (struct slice){text, n}, country);
}

static struct slice count_words(struct bench *j, unsigned names)
{
    char text[32];
    int n = snprintf(text, sizeof text, "%u names", names);
    return arena_copy(j->arena, (struct slice){text, n > 0 ? (size_t)n : 0});
}

/* ---- reasons ---- */

static bool is_referent(const struct entity *a, const struct entity *b)
{
    for (size_t i = 0; i < a->referent_count; i++) {
        if (slice_eq(a->referents[i], b->id)) {
            return true;
        }
    }
    return false;
}

/* An equal number of a kind; *mine and *other of the two records. */
static bool share_number(const struct bench *j, enum number_kind kind,
                         const struct number **mine, const struct number **other)
{
    for (size_t i = 0; i < j->a->number_count; i++) {
        for (size_t k = 0; k < j->b->number_count; k++) {
            if (j->a->numbers[i].kind == kind && j->b->numbers[k].kind == kind &&
                j->a->numbers[i].key == j->b->numbers[k].key) {
                *mine = &j->a->numbers[i];
                *other = &j->b->numbers[k];
                return true;
            }
        }
    }
    return false;
}

static bool has_country(const struct record_facts *f, struct slice code)
{
    for (size_t i = 0; i < f->country_count; i++) {
        if (country_meets(f->countries[i], code)) {
            return true;
        }
    }
    return false;
}

/* Were both issued by one country?  A record that does not say whose document it is may be tied
 * to the country that the other one names. */
static bool one_issuer(const struct bench *j, const struct number *x, const struct number *y)
{
    struct slice which;
    if (x->country.n && y->country.n) {
        return country_meets(x->country, y->country);
    }
    if (x->country.n) {
        return has_country(j->b, x->country);
    }
    return y->country.n ? has_country(j->a, y->country)
                        : facts_share_country(j->a, j->b, &which);
}

static bool share_document(const struct bench *j, const struct number **mine)
{
    for (size_t i = 0; i < j->a->number_count; i++) {
        for (size_t k = 0; k < j->b->number_count; k++) {
            const struct number *x = &j->a->numbers[i];
            const struct number *y = &j->b->numbers[k];
            if (x->kind == NUMBER_DOCUMENT && y->kind == NUMBER_DOCUMENT && x->key == y->key &&
                one_issuer(j, x, y)) {
                *mine = x->country.n ? x : y;
                return true;
            }
        }
    }
    return false;
}

static bool reaches(const struct likeness *l, const struct limit *limit)
{
    return l->score >= limit->score && l->info >= limit->info && l->words >= limit->words &&
           l->mains >= limit->mains;
}

/* Have both several years of birth, and all of them in common?  That is how lists write "about
 * 1958". */
static bool share_years(const struct record_facts *a, const struct record_facts *b)
{
    size_t equal = 0;
    for (size_t i = 0; i < a->birth_count; i++) {
        for (size_t k = 0; k < b->birth_count; k++) {
            if (a->births[i].year == b->births[k].year) {
                equal++;
                break;
            }
        }
    }
    return a->birth_count > 1 && a->birth_count == b->birth_count && equal == a->birth_count;
}

static const struct limit *limit_of_year(const struct bench *j, struct slice *country)
{
    *country = (struct slice){NULL, 0};
    if (j->a->country_count == 0 || j->b->country_count == 0) {
        return &YEAR_NO_COUNTRY;
    }
    if (!facts_share_country(j->a, j->b, country)) {
        return &YEAR_OTHER_COUNTRY;
    }
    return share_years(j->a, j->b) ? &YEARS_SAME_COUNTRY : &YEAR_SAME_COUNTRY;
}

static struct slice regime_words(struct bench *j)
{
    uint64_t both = j->a->regimes & j->b->regimes;
    return words(j, PROP_PROGRAM, slice_of(regime_name(both)), (struct slice){NULL, 0});
}

/* Have both a regime in common, and no country that speaks against it? */
static bool one_regime(const struct bench *j)
{
    struct slice which;
    return (j->a->regimes & j->b->regimes) &&
           (j->a->country_count == 0 || j->b->country_count == 0 ||
            facts_share_country(j->a, j->b, &which));
}

/* Persons of whom one has no birth date, or whose dates are near each other.  A country in common
 * says enough only where no date speaks against it. */
static bool by_undated(struct bench *j, enum birth_relation births)
{
    const struct likeness *l = &j->out->likeness;
    struct slice country;
    if (one_regime(j) && (reaches(l, &REGIME_MAIN_NAMES) || reaches(l, &REGIME_ALIAS))) {
        j->out->reason = JOIN_NAME_REGIME;
        j->out->evidence = regime_words(j);
        return true;
    }
    if (births == BIRTH_UNKNOWN && reaches(l, &COUNTRY_ONLY) &&
        facts_share_country(j->a, j->b, &country)) {
        j->out->reason = JOIN_NAME_PLACE;
        j->out->evidence = words(j, PROP_COUNTRY, country, (struct slice){NULL, 0});
        return true;
    }
    return false;
}

static bool by_person(struct bench *j)
{
    const struct likeness *l = &j->out->likeness;
    struct date which;
    struct slice country;
    enum birth_relation births = births_relate(j->a, j->b, &which);
    if (births == BIRTH_DAY && reaches(l, &DAY)) {
        j->out->reason = JOIN_NAME_DAY;
        j->out->evidence = date_words(j, &which, (struct slice){NULL, 0});
        return true;
    }
    if (births == BIRTH_YEAR && reaches(l, limit_of_year(j, &country))) {
        j->out->reason = JOIN_NAME_YEAR;
        j->out->evidence = date_words(j, &which, country);
        return true;
    }
    if (births == BIRTH_YEAR && one_regime(j) && reaches(l, &YEAR_SAME_REGIME)) {
        j->out->reason = JOIN_NAME_YEAR;
        j->out->evidence =
            date_words(j, &which, slice_of(regime_name(j->a->regimes & j->b->regimes)));
        return true;
    }
    return births != BIRTH_OTHER && by_undated(j, births);
}

static bool by_firm_regime(struct bench *j, bool one_country)
{
    const struct likeness *l = &j->out->likeness;
    if (!one_regime(j) || (!reaches(l, &FIRM_MAIN_NAMES) && !reaches(l, &FIRM_ALIAS) &&
                           !(one_country && reaches(l, &FIRM_ALIAS_PLACE)))) {
        return false;
    }
    j->out->reason = JOIN_NAME_REGIME;
    j->out->evidence = regime_words(j);
    return true;
}

static bool by_organization(struct bench *j)
{
    const struct likeness *l = &j->out->likeness;
    struct slice country;
    bool known = j->a->country_count && j->b->country_count;
    if (known && facts_share_country(j->a, j->b, &country) &&
        (reaches(l, &PLACE_MAIN_NAMES) || reaches(l, &PLACE_ALIAS))) {
        j->out->reason = JOIN_NAME_PLACE;
        j->out->evidence = words(j, PROP_COUNTRY, country, (struct slice){NULL, 0});
        return true;
    }
    if (by_firm_regime(j, known && facts_share_country(j->a, j->b, &country))) {
        return true;
    }
    if (!known && reaches(l, &MAIN_NAMES)) {
        j->out->reason = JOIN_NAME;
        return true;
    }
    bool apart = known && !facts_share_country(j->a, j->b, &country);
    if (!apart && l->names >= SEVERAL_NAMES && l->names_info >= SEVERAL_INFO) {
        j->out->reason = JOIN_NAMES;
        j->out->evidence = count_words(j, l->names);
        return true;
    }
    return false;
}

/* What the lists say of each other. */
static bool by_reference(struct bench *j)
{
    const struct number *x;
    const struct number *y;
    const struct decided *d = decided_on(j->m, pair_of(j->out->a, j->out->b));
    if (d && d->same) {
        j->out->reason = JOIN_DECISION;
        j->out->evidence = arena_copy(j->arena, d->reason);
        return true;
    }
    if (!(j->m->options->uses & MERGE_REFERENCES)) {
        return false;
    }
    if (is_referent(j->a->entity, j->b->entity) || is_referent(j->b->entity, j->a->entity)) {
        j->out->reason = JOIN_REFERENT;
        return true;
    }
    if (share_number(j, NUMBER_REFERENCE, &x, &y)) {
        j->out->reason = JOIN_REFERENCE;
        j->out->evidence = arena_copy(j->arena, x->text);
        return true;
    }
    return false;
}

static bool by_evidence(struct bench *j, enum name_kind kind)
{
    const struct number *x;
    const struct number *y;
    bool numbers = j->m->options->uses & MERGE_NUMBERS;
    if (numbers && share_number(j, NUMBER_PROOF, &x, &y)) {
        j->out->reason = JOIN_IDENTIFIER;
        j->out->evidence = words(j, x->prop, x->text, (struct slice){NULL, 0});
        return true;
    }
    if (numbers && reaches(&j->out->likeness, &DOCUMENT) && share_document(j, &x)) {
        j->out->reason = JOIN_DOCUMENT;
        j->out->evidence = words(j, x->prop, x->text, x->country);
        return true;
    }
    if (!(j->m->options->uses & MERGE_NAMES)) {
        return false;
    }
    return kind == NAME_PERSON ? by_person(j) : kind == NAME_ORGANIZATION && by_organization(j);
}

/* ---- the pair ---- */

/* The more telling kind of the two: what is a person to one list may be anybody to another. */
static enum name_kind kind_of(const struct bench *j)
{
    enum schema a = j->a->entity->schema;
    enum schema b = j->b->entity->schema;
    return schema_name_kind(schema_is(a, b) ? a : b);
}

/* Is the pair worth comparing names?  Most candidates by name fall here. */
static bool is_promising(const struct bench *j, enum name_kind kind)
{
    const struct number *x;
    const struct number *y;
    struct date which;
    struct slice country;
    enum birth_relation births = births_relate(j->a, j->b, &which);
    bool dated = births == BIRTH_DAY || births == BIRTH_YEAR;
    bool tied = births != BIRTH_OTHER &&
                ((j->a->regimes & j->b->regimes) || facts_share_country(j->a, j->b, &country));
    return kind != NAME_PERSON || dated || tied || share_number(j, NUMBER_REFERENCE, &x, &y) ||
           share_number(j, NUMBER_PROOF, &x, &y) || share_number(j, NUMBER_DOCUMENT, &x, &y) ||
           decided_on(j->m, pair_of(j->out->a, j->out->b)) ||
           is_referent(j->a->entity, j->b->entity) || is_referent(j->b->entity, j->a->entity);
}

static int judge(struct bench *j, bool *speaks)
{
    enum name_kind kind = kind_of(j);
    *speaks = false;
    if (!is_promising(j, kind)) {
        return 0;
    }
    TRY(likeness_of(j->desk, j->a->entity, j->b->entity, kind, &j->out->likeness));
    if (!by_reference(j) && !by_evidence(j, kind)) {
        return 0;
    }
    const struct limit *twice = kind == NAME_ORGANIZATION ? &TWICE_FIRM : &TWICE;
    j->out->twice = j->out->reason >= JOIN_NAME_DAY && reaches(&j->out->likeness, twice) &&
                    listed_apart(j->a, j->b);
    unsigned told = (j->out->reason <= JOIN_REFERENCE ? TOLD_REFERRED : 0) |
                    (j->out->twice ? TOLD_TWICE : 0);
    j->out->against =
        contradiction(j->m, j->arena, j->out->a, j->out->b, told, &j->out->contrary);
    /* A reference is a number that somebody typed. */
    if (j->out->against == AGAINST_NOTHING && j->out->reason == JOIN_REFERENCE &&
        j->out->likeness.score < SCORE_LOWEST) {
        j->out->against = AGAINST_NAME;
    }
    /* A holder and his wallet share an address, a list's records are its own: no news. */
    bool news = j->out->against != AGAINST_SAME_LIST &&
                (j->out->against != AGAINST_SCHEMA || j->out->reason <= JOIN_REFERENCE);
    *speaks = j->out->against == AGAINST_NOTHING || news;
    return 0;
}

int judge_pair(const struct merge_state *m, struct likeness_desk *desk, struct arena *arena,
               uint64_t pair, struct judged *out, bool *speaks)
{
    *out = (struct judged){.a = (uint32_t)(pair >> 32), .b = (uint32_t)pair};
    struct bench j = {m,  arena, desk, &m->records[out->a].facts, &m->records[out->b].facts,
                      out};
    TRY(judge(&j, speaks));
    return arena_failed(arena) ? ERR_MEMORY : 0;
}
