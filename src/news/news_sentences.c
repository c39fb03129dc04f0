/* Language of a paragraph, sentences, quotations. */
#include "news/news_tokens.h"

enum { COUNTED_LANGUAGES = 7 };

static uint8_t best_of(const uint32_t *counts, uint32_t words)
{
    size_t best = 0;
    for (size_t i = 1; i < COUNTED_LANGUAGES; i++) {
        best = counts[i] > counts[best] ? i : best;
    }
    if (counts[best] * 12 < words || counts[best] < (words < 40 ? 1U : 2U)) {
        return NEWS_LANGUAGES; /* not enough to say */
    }
    return best == 0 ? NEWS_ITALIAN : best == 1 ? NEWS_ENGLISH : NEWS_OTHER;
}

static void count_words(const struct document *d, const struct paragraph *p, uint32_t *counts)
{
    for (uint32_t i = p->first; i < p->last; i++) {
        const struct news_token *t = &d->tokens.p[i];
        uint32_t mask = t->kind == TOK_WORD && t->word ? t->word->languages : 0;
        for (size_t l = 0; mask >> l; l++) {
            counts[l] += mask >> l & 1U;
        }
    }
}

/* A line or two without short words: the lexicon that knows more of it. */
static uint8_t by_lexicon(const struct document *d)
{
    size_t known[2] = {0, 0};
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        known[0] += lexicon_alone(NEWS_ITALIAN, d->tokens.p[i].word).n > 0;
        known[1] += lexicon_alone(NEWS_ENGLISH, d->tokens.p[i].word).n > 0;
    }
    return known[0] > known[1]   ? NEWS_ITALIAN
           : known[1] > known[0] ? NEWS_ENGLISH
                                 : NEWS_LANGUAGES;
}

void tokens_language(struct document *d)
{
    uint32_t all[COUNTED_LANGUAGES] = {0};
    for (size_t i = 0; i < d->paragraphs.n; i++) {
        uint32_t counts[COUNTED_LANGUAGES] = {0};
        struct paragraph *p = &d->paragraphs.p[i];
        count_words(d, p, counts);
        p->language =
            p->last - p->first < 12 ? NEWS_LANGUAGES : best_of(counts, p->last - p->first);
        for (size_t l = 0; l < COUNTED_LANGUAGES; l++) {
            all[l] += counts[l];
        }
    }
    uint8_t main = best_of(all, (uint32_t)d->tokens.n);
    main = main == NEWS_LANGUAGES && d->tokens.n < 200 ? by_lexicon(d) : main;
    main = main == NEWS_LANGUAGES ? (uint8_t)NEWS_OTHER : main;
    main = slice_is(d->language_given, "it")   ? (uint8_t)NEWS_ITALIAN
           : slice_is(d->language_given, "en") ? (uint8_t)NEWS_ENGLISH
           : d->language_given.n               ? (uint8_t)NEWS_OTHER
                                               : main;
    d->language = main;
    for (size_t i = 0; i < d->paragraphs.n; i++) {
        struct paragraph *p = &d->paragraphs.p[i];
        p->language = p->language == NEWS_LANGUAGES || d->language_given.n ? main : p->language;
    }
}

/* ---- sentences ---- */

static const char *const ABBREVIATIONS[] = {
    "mr",  "mrs",  "ms",   "dr",  "st",  "gen", "sen", "rep",  "col",  "lt",   "capt",
    "sig", "dott", "prof", "on",  "n",   "no",  "nos", "art",  "artt", "feb",  "sett",
    "set", "ott",  "nov",  "dic", "ago", "lug", "giu", "mag",  "apr",  "mar",  "jan",
    "aug", "sept", "sep",  "oct", "dec", "jr",  "sr",  "vs",   "co",   "corp", "inc",
    "ltd", "pag",  "cfr",  "ing", "avv", "ag",  "ore", "mons", "ecc.", NULL};

static const char *const WORDS_TOO[] = {"on", "no", "ore", "set", "mar", "art", "mag", NULL};

static bool is_abbreviation(const struct document *d, uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    struct slice w = document_key(d, i, i + 1);
    if (t->kind == TOK_WORD && w.n == 1 && (t->flags & TOK_CAPITAL)) {
        return true;
    }
    /* Words of every day: short for something only with a capital, or beside a number. */
    bool marked = (t->flags & TOK_CAPITAL) ||
                  (i > 0 && d->tokens.p[i - 1].kind == TOK_NUMBER) ||
                  (i + 2 < d->tokens.n && d->tokens.p[i + 2].kind == TOK_NUMBER);
    for (const char *const *a = WORDS_TOO; *a; a++) {
        if (slice_is(w, *a)) {
            return marked;
        }
    }
    for (const char *const *a = ABBREVIATIONS; w.n > 0 && w.n <= 4 && *a; a++) {
        if (w.p[0] == (*a)[0] && slice_is(w, *a)) {
            return true;
        }
    }
    return false;
}

/* Does the sentence end behind token i, a full stop or the like? */
static bool ends_sentence(const struct document *d, const struct paragraph *p, uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    bool strong = token_is_sign(t, '!') || token_is_sign(t, '?');
    if (!strong && !token_is_sign(t, '.')) {
        return false;
    }
    if (i + 1 >= p->last) {
        return true;
    }
    const struct news_token *next = &d->tokens.p[i + 1];
    if (next->mark == QUOTE_CLOSE || token_is_sign(next, ')')) {
        return false; /* decided behind the mark */
    }
    if (!strong && i > p->first && is_abbreviation(d, i - 1) && (t->flags & TOK_GLUED)) {
        return false;
    }
    bool capital = (next->flags & TOK_CAPITAL) || next->mark == QUOTE_OPEN ||
                   next->kind == TOK_NUMBER || token_is_sign(next, '-') ||
                   token_is_sign(next, '(');
    return capital && !(next->flags & TOK_GLUED);
}

/* A closing mark behind a full stop ends the sentence when a new one begins behind it. */
static bool ends_quoted(const struct document *d, const struct paragraph *p, uint32_t i)
{
    const struct news_token *t = d->tokens.p;
    if (i == p->first || (t[i].mark != QUOTE_CLOSE && !token_is_sign(&t[i], ')'))) {
        return false;
    }
    bool stop = token_is_sign(&t[i - 1], '.') || token_is_sign(&t[i - 1], '!') ||
                token_is_sign(&t[i - 1], '?');
    if (!stop || i + 1 >= p->last) {
        return stop;
    }
    return ((t[i + 1].flags & TOK_CAPITAL) || t[i + 1].mark == QUOTE_OPEN) &&
           t[i + 1].mention == NONE32 && token_is_sign(&t[i - 1], '.');
}

static void add_sentence(struct document *d, uint32_t first, uint32_t end, uint32_t paragraph)
{
    while (first < end && !d->failed) {
        uint32_t to = end - first > SENTENCE_TOKENS_MAX ? first + SENTENCE_TOKENS_MAX : end;
        struct sentence *s = VEC_ADD(&d->sentences);
        if (!s) {
            d->failed = true;
            return;
        }
        *s = (struct sentence){.first = first, .end = to, .paragraph = paragraph};
        d->tokens.p[first].flags |= TOK_FIRST;
        first = to;
    }
}

static void cut_sentences(struct document *d, uint32_t paragraph)
{
    const struct paragraph *p = &d->paragraphs.p[paragraph];
    uint32_t first = p->first;
    for (uint32_t i = p->first; i < p->last; i++) {
        if (ends_sentence(d, p, i) || ends_quoted(d, p, i)) {
            add_sentence(d, first, i + 1, paragraph);
            first = i + 1;
        }
    }
    add_sentence(d, first, p->last, paragraph);
}

/* ---- quotations ---- */

static void add_quotation(struct document *d, uint32_t first, uint32_t end, bool open)
{
    if (first >= end || d->quotations.n >= 60000) {
        return;
    }
    struct quotation *q = VEC_ADD(&d->quotations);
    if (!q) {
        d->failed = true;
        return;
    }
    *q = (struct quotation){first, end, open};
    for (uint32_t i = first; i < end; i++) {
        d->tokens.p[i].quote = (uint16_t)d->quotations.n;
    }
    d->tokens.p[first].flags |= TOK_FIRST;
}

static void find_quotations(struct document *d, const struct paragraph *p)
{
    uint32_t begin = 0;
    unsigned depth = 0;
    for (uint32_t i = p->first; i < p->last; i++) {
        struct news_token *t = &d->tokens.p[i];
        if (t->mark == QUOTE_OPEN) {
            begin = depth++ == 0 ? i + 1 : begin;
        } else if (t->mark == QUOTE_CLOSE && depth > 0 && --depth == 0) {
            add_quotation(d, begin, i, false);
        }
    }
    if (depth > 0) {
        add_quotation(d, begin, p->last, true);
    }
}

void tokens_sentences(struct document *d)
{
    for (size_t i = 0; i < d->paragraphs.n && !d->failed; i++) {
        cut_sentences(d, (uint32_t)i);
        find_quotations(d, &d->paragraphs.p[i]);
    }
}
