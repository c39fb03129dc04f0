/*
 * Layer 4: the readings of each word, and which of them holds here.
 *
 * A word that is noun and verb (consegna, supply) is a noun behind an article, an adjective or
 * a preposition, and a verb behind its subject, a pronoun, a negation or a modal.
 */
#include "news/news_tokens.h"

static const struct word_row *with_part(const struct word_rows *rows, enum word_part part)
{
    for (size_t i = 0; i < rows->n; i++) {
        if (rows->rows[i].part == part) {
            return &rows->rows[i];
        }
    }
    return NULL;
}

static void look_up(struct document *d, const struct sentence *s, enum news_language language)
{
    for (uint32_t i = s->first; i < s->end; i++) {
        struct news_token *t = &d->tokens.p[i];
        size_t reach = t->flags & TOK_INSIDE ? 0 : lexicon_reach(language, t->word);
        for (size_t n = reach < s->end - i ? reach : s->end - i; n >= 1; n--) {
            struct word_rows found =
                n == 1 ? lexicon_alone(language, t->word)
                       : lexicon_words(language, document_key(d, i, i + (uint32_t)n));
            if (found.n == 0) {
                continue;
            }
            t->rows = found;
            t->reach = (uint8_t)n;
            for (uint32_t k = 1; k < n; k++) {
                d->tokens.p[i + k].flags |= TOK_INSIDE;
            }
            break;
        }
    }
}

/* The part of speech before token i, INSIDE words skipped; a name counts as a noun. */
static const struct news_token *before(const struct document *d, const struct sentence *s,
                                       uint32_t i)
{
    while (i > s->first) {
        const struct news_token *t = &d->tokens.p[--i];
        if (!(t->flags & TOK_INSIDE)) {
            return t;
        }
    }
    return NULL;
}

static const struct news_token *behind(const struct document *d, const struct sentence *s,
                                       uint32_t i)
{
    i += d->tokens.p[i].reach;
    return i < s->end ? &d->tokens.p[i] : NULL;
}

static bool is_adjective_name(const struct document *d, const struct news_token *t)
{
    return t->mention != NONE32 && d->mentions.p[t->mention].gazetteer &&
           d->mentions.p[t->mention].names == NAMES_DEMONYM;
}

static bool begins_noun(const struct news_token *t)
{
    return t && (t->part == PART_DET || t->part == PART_A || (t->part == PART_PREP) ||
                 t->kind == TOK_NUMBER);
}

static bool is_to(const struct document *d, const struct news_token *t)
{
    return t && t->kind == TOK_WORD &&
           slice_is((struct slice){d->folded.p + t->fold, t->fold_end - t->fold}, "to");
}

static bool is_ending(const struct document *d, const struct news_token *t)
{
    return t && t->fold_end - t->fold == 2 && d->folded.p[t->fold] == '\'' &&
           d->folded.p[t->fold + 1] == 's';
}

/* May what stands there follow a verb: an article, a preposition, a name, a conjunction? */
static bool may_be_argument(const struct news_token *t)
{
    return t && (t->mention != NONE32 || with_part(&t->rows, PART_DET) ||
                 with_part(&t->rows, PART_PREP) || with_part(&t->rows, PART_SUB) || t->goods ||
                 with_part(&t->rows, PART_NEG) || t->mark == QUOTE_OPEN ||
                 with_part(&t->rows, PART_PRON));
}

/* A verb of saying that ends a sentence, behind a comma or quotation and its subject. */
static bool is_tag_verb(const struct document *d, const struct sentence *s, uint32_t i,
                        const struct word_row *verb, const struct news_token *right)
{
    bool ends = !right || token_is_sign(right, '.') || token_is_sign(right, ',');
    if (!ends || !HAS(verb->classes, SAY) || !(verb->tenses & TENSE_FINITE)) {
        return false;
    }
    for (uint32_t k = i; k > s->first && i - k < 8; k--) {
        const struct news_token *t = &d->tokens.p[k - 1];
        if (token_is_sign(t, ',') || t->mark == QUOTE_CLOSE) {
            return k < i;
        }
        if (t->kind == TOK_SIGN || t->part == PART_V || t->part == PART_PREP ||
            t->part == PART_CONJ) {
            break;
        }
    }
    return false;
}

/* "Accused of smuggling rifles": a gerund between a preposition and its object, not "the smuggling
 * of rifles" or "in shipping documents". */
static bool governs_object(const struct news_token *left, const struct word_row *verb,
                           const struct news_token *right)
{
    return left->part == PART_PREP && (verb->tenses & TENSE_GER) && right &&
           (right->kind == TOK_NUMBER || right->goods || right->mention != NONE32 ||
            with_part(&right->rows, PART_DET) || with_part(&right->rows, PART_A));
}

static const struct word_row *noun_or_verb(const struct document *d, const struct sentence *s,
                                           uint32_t i, enum news_language language)
{
    const struct news_token *t = &d->tokens.p[i];
    const struct word_row *noun = with_part(&t->rows, PART_N);
    const struct word_row *verb = with_part(&t->rows, PART_V);
    const struct news_token *left = before(d, s, i);
    const struct news_token *right = behind(d, s, i);
    if (left && left->part == PART_PREP && is_to(d, left) && (verb->tenses & TENSE_INF)) {
        return verb;
    }
    if (!left) {
        return right && (right->part == PART_PREP || with_part(&right->rows, PART_PREP)) ? noun
                                                                                         : verb;
    }
    if (language == NEWS_ENGLISH && governs_object(left, verb, right)) {
        return verb;
    }
    if (begins_noun(left) || is_ending(d, left) || is_adjective_name(d, left)) {
        bool participle =
            language == NEWS_ENGLISH && (verb->tenses & TENSE_PP) && left->part != PART_DET;
        return participle ? verb : noun;
    }
    if (right && right->goods && language == NEWS_ENGLISH && left->part == PART_V &&
        !(verb->tenses & (TENSE_PP | TENSE_GER))) {
        return noun; /* using attack drones */
    }
    if (left->part == PART_PRON || left->part == PART_MODAL || left->part == PART_NEG ||
        left->part == PART_V || left->part == PART_REL || left->part == PART_SUB) {
        return left->part == PART_V && !(verb->tenses & (TENSE_PP | TENSE_GER | TENSE_INF))
                   ? noun
                   : verb;
    }
    bool rare =
        language == NEWS_ITALIAN && !(verb->tenses & ~(TENSE_SUBJ | TENSE_SUBJI | TENSE_FIRST));
    if (rare && left->part == PART_N) {
        return noun; /* treni carichi di */
    }
    if (language == NEWS_ENGLISH && is_tag_verb(d, s, i, verb, right)) {
        return verb; /* "…", the news agency reports. */
    }
    if (left->mention != NONE32 || left->part == PART_N || left->part == PART_ADV ||
        left->kind == TOK_SIGN) {
        bool compound = left->goods != 0 && language == NEWS_ENGLISH;
        return !compound && may_be_argument(right) ? verb : noun;
    }
    return noun;
}

/* Article or pronoun before a verb (la vende, lo ha detto)? */
static const struct word_row *article_or_pronoun(const struct document *d,
                                                 const struct sentence *s, uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    const struct news_token *right = behind(d, s, i);
    const struct word_row *det = with_part(&t->rows, PART_DET);
    const struct word_row *pron = with_part(&t->rows, PART_PRON);
    if (!right || right->mention != NONE32 || right->kind != TOK_WORD || right->goods) {
        return right && right->kind == TOK_SIGN && right->mark == QUOTE_NONE ? pron : det;
    }
    const struct word_row *verb = with_part(&right->rows, PART_V);
    bool only_verb =
        verb && !with_part(&right->rows, PART_N) && !with_part(&right->rows, PART_A);
    return only_verb && (verb->tenses & TENSE_FINITE) && !(verb->tenses & TENSE_PP) ? pron
                                                                                    : det;
}

static const struct word_row *that_row(const struct word_rows *rows)
{
    for (size_t i = 0; i < rows->n; i++) {
        if (rows->rows[i].part == PART_SUB && rows->rows[i].detail == DETAIL_THAT) {
            return &rows->rows[i];
        }
    }
    return NULL;
}

/* "that": an article before a plain noun where no clause can begin (after that deal), else a
 * conjunction or relative. */
static const struct word_row *that_or_other(const struct document *d, const struct sentence *s,
                                            uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    const struct news_token *left = before(d, s, i);
    const struct news_token *right = behind(d, s, i);
    const struct word_row *det = with_part(&t->rows, PART_DET);
    bool place =
        !left || left->part == PART_PREP || left->part == PART_CONJ || left->kind == TOK_SIGN;
    bool said = left && left->row && HAS(left->row->classes, SAY);
    bool noun = right && right->mention == NONE32 && !(right->flags & TOK_CAPITAL) &&
                !with_part(&right->rows, PART_DET) && !with_part(&right->rows, PART_PRON) &&
                !with_part(&right->rows, PART_MODAL) &&
                (!with_part(&right->rows, PART_V) || with_part(&right->rows, PART_N));
    return det && place && !said && noun ? det : that_row(&t->rows);
}

/* A form that is a verb only in rare forms (armi, individui, precisi; presto): is it one here? */
static bool is_unlikely_verb(const struct document *d, const struct sentence *s,
                             const struct news_token *t, const struct word_row *verb,
                             const struct news_token *left, enum news_language language)
{
    if (t->reach > 1) {
        return false; /* a phrase: prendano la via */
    }
    bool noun_place = left && (left->part == PART_DET || left->part == PART_A ||
                               left->part == PART_N || left->kind == TOK_NUMBER ||
                               (left->part == PART_NONE && left->mention == NONE32) ||
                               is_adjective_name(d, left));
    if (t->goods && !(verb->tenses & (TENSE_INF | TENSE_GER))) {
        bool subject = left && (left->part == PART_PRON || left->part == PART_REL ||
                                left->part == PART_SUB || left->part == PART_NEG ||
                                left->part == PART_MODAL || left->part == PART_V);
        return !subject || left->part == PART_V;
    }
    if (language != NEWS_ITALIAN) {
        return false;
    }
    const struct news_token *next =
        t->reach && t + t->reach < d->tokens.p + s->end ? t + t->reach : NULL;
    const struct word_row *then = next ? with_part(&next->rows, PART_V) : NULL;
    if (then && (then->tenses & (TENSE_PP | TENSE_INF))) {
        return false; /* abbiano caricato */
    }
    uint16_t finite = verb->tenses & TENSE_FINITE;
    bool rare = finite && !(finite & ~(TENSE_SUBJ | TENSE_SUBJI));
    bool first = (verb->tenses & TENSE_FIRST) && !t->quote;
    return (rare || first) &&
           (noun_place || !left || left->part == PART_PREP || (first && t->rows.n > 1)) &&
           !(verb->tenses & TENSE_PP);
}

/* A forename that is a verb as well (Armando, Mark), with a capital and a family name behind it. */
static bool is_forename(const struct document *d, const struct sentence *s, uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    uint32_t value = 0;
    bool inner = (t->flags & TOK_CAPITAL) && !(t->flags & (TOK_FIRST | TOK_UPPER));
    return inner && i + 1 < s->end && t[1].kind == TOK_WORD && (t[1].flags & TOK_CAPITAL) &&
           with_part(&t->rows, PART_V) &&
           word_table_get(&TABLE_FORENAMES, document_key(d, i, i + 1), &value);
}

/* "Il comando", "dall'inizio", "its own": right behind an article that is no pronoun stands no finite
 * verb. */
static bool is_noun_place(const struct document *d, const struct news_token *left,
                          const struct word_row *verb, enum news_language language)
{
    static const char *const SURE[] = {"il", "i", "un", "uno", "una", "un'", NULL};
    if (!left || left->mention != NONE32 ||
        (verb->tenses & (TENSE_INF | TENSE_PP | TENSE_GER) &&
         (language == NEWS_ITALIAN || !(verb->tenses & TENSE_INF)))) {
        return false;
    }
    struct slice w = {d->folded.p + left->fold, left->fold_end - left->fold};
    if (language == NEWS_ENGLISH) {
        return left->part == PART_DET && left->row && left->row->detail == DETAIL_NONE;
    }
    bool sure = false;
    for (const char *const *x = SURE; *x; x++) {
        sure = sure || slice_is(w, *x);
    }
    bool with_article =
        left->part == PART_PREP && w.n > 2 && left->reach == 1 &&
        (w.p[w.n - 1] == '\'' || slice_starts(w, "de") || slice_starts(w, "da") ||
         slice_starts(w, "ne") || slice_starts(w, "su")) &&
        !slice_is(w, "dopo");
    return language == NEWS_ITALIAN && ((left->part == PART_DET && sure) || with_article);
}

static const struct word_row *decide(const struct document *d, const struct sentence *s,
                                     uint32_t i, enum news_language language)
{
    const struct news_token *t = &d->tokens.p[i];
    const struct news_token *left = before(d, s, i);
    if (t->rows.n == 0) {
        return NULL;
    }
    uint8_t sort = t->rows.rows[0].part;
    bool function = sort == PART_PREP || sort == PART_CONJ || sort == PART_SUB ||
                    sort == PART_DET || sort == PART_PRON || sort == PART_MODAL;
    if ((t->flags & TOK_HYPHEN) && function && language == NEWS_ENGLISH) {
        return NULL; /* surface-to-surface */
    }
    bool compound = language == NEWS_ENGLISH && t->reach <= 1 && t->kind == TOK_WORD &&
                    (((t->flags & TOK_HYPHEN) && with_part(&t->rows, PART_V)) ||
                     (i + 1 < s->end && (t[1].flags & TOK_HYPHEN) &&
                      (t->flags & TOK_HYPHEN) == 0 && with_part(&t->rows, PART_A)));
    if (compound && t->mention == NONE32) {
        return with_part(&t->rows, PART_A); /* close-range, Iranian-made */
    }
    bool hyphened = (t->flags & TOK_HYPHEN) || (i + 1 < s->end && (t[1].flags & TOK_HYPHEN));
    if (language == NEWS_ITALIAN && hyphened && t->rows.n == 1 && with_part(&t->rows, PART_V) &&
        left && (left->goods || left->part == PART_N || (t->flags & TOK_HYPHEN))) {
        return NULL; /* missili terra-aria */
    }
    const struct word_row *month = with_part(&t->rows, PART_N);
    if (month && HAS(month->classes, CALENDAR) && (t->flags & TOK_CAPITAL) &&
        !(t->flags & TOK_FIRST)) {
        return month; /* in May */
    }
    bool name = (t->flags & TOK_CAPITAL) && !(t->flags & TOK_FIRST) && t->mention != NONE32;
    if (name && t->rows.rows[0].part != PART_DET) {
        return with_part(&t->rows, PART_N);
    }
    if (is_forename(d, s, i)) {
        return with_part(&t->rows, PART_N);
    }
    const struct word_row *cue = with_part(&t->rows, PART_CUE);
    if (cue) {
        return left && left->part == PART_DET ? with_part(&t->rows, PART_A) : cue;
    }
    if (that_row(&t->rows)) {
        return that_or_other(d, s, i);
    }
    if (with_part(&t->rows, PART_DET) && with_part(&t->rows, PART_PRON) &&
        language == NEWS_ITALIAN) {
        return article_or_pronoun(d, s, i);
    }
    if (with_part(&t->rows, PART_N) && with_part(&t->rows, PART_V)) {
        return noun_or_verb(d, s, i, language);
    }
    const struct word_row *verb = with_part(&t->rows, PART_V);
    const struct word_row *prep = with_part(&t->rows, PART_PREP);
    if (verb && left && token_lemma_is(left, "be") && with_part(&t->rows, PART_A) &&
        !(verb->tenses & (TENSE_PP | TENSE_GER))) {
        return with_part(&t->rows, PART_A); /* is close to */
    }
    if (verb && !prep && t->reach == 1 && is_noun_place(d, left, verb, language)) {
        return with_part(&t->rows, PART_A);
    }
    if (verb && t->rows.n > 1 && left && left->part == PART_DET && !prep) {
        const struct word_row *other = with_part(&t->rows, PART_A);
        return other ? other : verb;
    }
    const struct word_row *adverb = with_part(&t->rows, PART_ADV);
    bool inner_capital = (t->flags & TOK_CAPITAL) && !(t->flags & TOK_FIRST);
    const struct news_token *right = behind(d, s, i);
    if (prep && adverb && adverb->detail == DETAIL_QUANT && right &&
        right->kind == TOK_NUMBER) {
        return adverb; /* about 1,000 shells */
    }
    if (prep && inner_capital && t->reach == 1) {
        return NULL; /* Via della Seta */
    }
    if (verb && is_unlikely_verb(d, s, t, verb, left, language)) {
        return adverb ? adverb : with_part(&t->rows, PART_A);
    }
    if (adverb && adverb->detail == DETAIL_RUMOUR) {
        return adverb;
    }
    return prep ? prep : verb ? verb : &t->rows.rows[0];
}

/* "Ha deciso invece di fornire", "did, however, sell": inside a verb group it joins nothing. */
static const struct word_row INNER_ADVERB = {0, 0, 0, PART_ADV, 0, 0};

static bool is_inner_adverb(const struct document *d, const struct sentence *s, uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    const struct news_token *left = before(d, s, i);
    struct slice w = document_key(d, i, i + 1);
    return t->row && t->row->part == PART_CONJ && t->row->detail == DETAIL_BUT && left &&
           left->part == PART_V &&
           (slice_is(w, "invece") || slice_is(w, "tuttavia") || slice_is(w, "pero") ||
            slice_is(w, "however"));
}

/* Verbs that the lexicon does not know, by their endings; Italian infinitives behind a preposition. */
static const struct word_row UNKNOWN_PAST = {0, 0, TENSE_PAST | TENSE_PP, PART_V, 0, 0};
static const struct word_row UNKNOWN_INFINITIVE = {0, 0, TENSE_INF, PART_V, 0, 0};
static const struct word_row UNKNOWN_GERUND = {0, 0, TENSE_GER, PART_V, 0, 0};

static const struct word_row *guess_infinitive(const struct document *d,
                                               const struct sentence *s, uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    const struct news_token *left = before(d, s, i);
    struct slice w = document_key(d, i, i + 1);
    bool plain = t->kind == TOK_WORD && t->rows.n == 0 && t->mention == NONE32 && !t->goods &&
                 !(t->flags & (TOK_CAPITAL | TOK_HYPHEN)) && w.n > 5;
    struct slice l = left ? document_key(d, (uint32_t)(left - d->tokens.p),
                                         (uint32_t)(left - d->tokens.p) + 1)
                          : SLICE("");
    bool simple = slice_is(l, "di") || slice_is(l, "a") || slice_is(l, "da") ||
                  slice_is(l, "per") || slice_is(l, "senza");
    bool ending = slice_ends_nocase(w, "are") || slice_ends_nocase(w, "ere") ||
                  slice_ends_nocase(w, "ire");
    return plain && simple && ending ? &UNKNOWN_INFINITIVE : NULL;
}

static const struct word_row *guess(const struct document *d, const struct sentence *s,
                                    uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    struct slice w = document_key(d, i, i + 1);
    const struct news_token *left = before(d, s, i);
    bool plain = t->kind == TOK_WORD && t->rows.n == 0 && t->mention == NONE32 && !t->goods &&
                 !(t->flags & (TOK_CAPITAL | TOK_HYPHEN)) && w.n > 4;
    if (!plain) {
        return NULL;
    }
    if (slice_ends_nocase(w, "ed")) {
        return &UNKNOWN_PAST;
    }
    bool be = left && (token_lemma_is(left, "be") || left->part == PART_PREP ||
                       left->part == PART_SUB || left->part == PART_ADV);
    return slice_ends_nocase(w, "ing") && be ? &UNKNOWN_GERUND : NULL;
}

/* Can a name begin here, or does a body stand here whose state the words around it tell? */
static bool may_name(const struct document *d, const struct sentence *s,
                     enum news_language language)
{
    for (uint32_t i = s->first; i < s->end; i++) {
        const struct news_token *t = &d->tokens.p[i];
        if (t->mention != NONE32) {
            if (d->mentions.p[t->mention].entity == NONE32) {
                return true;
            }
            continue;
        }
        if (t->kind != TOK_WORD || !(t->flags & TOK_CAPITAL)) {
            continue;
        }
        /* The first word has its capital for another reason, when it is a known one. */
        bool hyphen = i + 1 < s->end && (t[1].flags & TOK_HYPHEN);
        if (i > s->first || hyphen || lexicon_alone(language, t->word).n == 0) {
            return true;
        }
    }
    return false;
}

static void read_sentence(struct document *d, struct sentence *s, enum news_language language)
{
    s->read = true;
    look_up(d, s, language);
    for (uint32_t i = s->first; i < s->end; i++) {
        struct news_token *t = &d->tokens.p[i];
        if (!(t->flags & TOK_INSIDE)) {
            t->row = decide(d, s, i, language);
            if (!t->row && t->rows.n == 0) {
                t->row = language == NEWS_ENGLISH   ? guess(d, s, i)
                         : language == NEWS_ITALIAN ? guess_infinitive(d, s, i)
                                                    : NULL;
            }
            t->row = is_inner_adverb(d, s, i) ? &INNER_ADVERB : t->row;
            t->part = t->row ? t->row->part : (uint8_t)PART_NONE;
        }
    }
}

void tokens_words(struct document *d, enum words_scope scope)
{
    bool before = false;
    for (size_t k = 0; k < d->sentences.n; k++) {
        struct sentence *s = &d->sentences.p[k];
        enum news_language language = d->paragraphs.p[s->paragraph].language;
        bool here = scope == WORDS_ALL || may_name(d, s, language);
        if (here || before) {
            read_sentence(d, s, language);
        }
        before = here;
    }
}
