/* Capitalised runs: where they begin and end, what speaks for person, organisation or ship. */
#include "news/names.h"

static const char *const PARTICLES[] = {"al",  "el",  "bin", "bint", "ibn", "abu", "ben",
                                        "van", "von", "der", "den",  "de",  "del", "dos",
                                        "da",  "di",  "la",  "le",   "ul",  "ud",  NULL};

static bool is_particle(const struct document *d, uint32_t i)
{
    struct slice w = document_key(d, i, i + 1);
    for (const char *const *p = PARTICLES; w.n >= 2 && w.n <= 4 && *p; p++) {
        if (w.p[0] == (*p)[0] && slice_is(w, *p)) {
            return true;
        }
    }
    return false;
}

static bool is_calendar(const struct news_token *t)
{
    return t->row && (t->row->classes & CLASS(CALENDAR));
}

/* A capitalised word that may belong to a name. */
static bool is_name_word(const struct news_token *t)
{
    return t->kind == TOK_WORD && (t->flags & TOK_CAPITAL) && t->mention == NONE32 &&
           !is_calendar(t);
}

/* A word that joins others (the, di, on), by its reading or by all that it can have. */
static bool is_function(const struct news_token *t)
{
    if (t->row) {
        return t->row->part != PART_N && t->row->part != PART_A && t->row->part != PART_V;
    }
    for (size_t i = 0; i < t->rows.n; i++) {
        uint8_t part = t->rows.rows[i].part;
        if (part == PART_N || part == PART_A || part == PART_V) {
            return false;
        }
    }
    return t->rows.n > 0;
}

/* An article, a preposition, a conjunction: no name ends with one. */
static bool is_opening(const struct news_token *t)
{
    uint8_t part = t->row      ? t->row->part
                   : t->rows.n ? t->rows.rows[0].part
                               : (uint8_t)PART_NONE;
    return part == PART_DET || part == PART_PREP || part == PART_CONJ || part == PART_SUB;
}

/* The first word of a sentence is capitalised for another reason when the lexicon knows it. */
static bool begins_run(const struct document *d, const struct sentence *s, uint32_t i)
{
    const struct news_token *t = &d->tokens.p[i];
    if (!is_name_word(t)) {
        return false;
    }
    if (!(t->flags & TOK_FIRST)) {
        return !is_function(t);
    }
    bool next = i + 1 < s->end && is_name_word(&d->tokens.p[i + 1]) &&
                !token_is_sign(&d->tokens.p[i + 1], '.');
    bool office = t->row && (t->row->classes & (CLASS(OFFICE) | CLASS(HEAD)));
    /* A word that the lexicon knows may have no reading that fits here: Marco Rossi. */
    bool noun = !t->row ? !is_function(t) : t->row->part == PART_N || t->row->part == PART_A;
    return t->rows.n == 0 || (next && noun) || office;
}

static uint32_t run_end(const struct document *d, const struct sentence *s, uint32_t i)
{
    const struct news_token *t = d->tokens.p;
    uint32_t end = i + 1;
    while (end < s->end && end - i < 10) {
        bool hyphened =
            t[end].kind != TOK_SIGN && (t[end].flags & TOK_HYPHEN) && t[end].mention == NONE32;
        bool number = t[end].kind == TOK_NUMBER && (t[end].flags & TOK_HYPHEN);
        bool initial = token_is_sign(&t[end], '.') && (t[end].flags & TOK_GLUED) &&
                       t[end - 1].end - t[end - 1].start == 1 && end + 1 < s->end &&
                       is_name_word(&t[end + 1]);
        bool joint = (is_particle(d, end) || token_is_sign(&t[end], '&')) && end + 1 < s->end &&
                     is_name_word(&t[end + 1]) && t[end].mention == NONE32;
        bool glue = !(t[end].flags & TOK_GLUED) || hyphened || initial;
        /* CODE The search, Core L'altro: a new thought, or an article of what follows. */
        bool last = end + 1 >= s->end || !is_name_word(&t[end + 1]);
        bool elided = t[end].end - t[end].start > 1 && d->folded.p[t[end].fold_end - 1] == '\'';
        bool word = is_name_word(&t[end]) && !(last && (is_opening(&t[end]) || elided));
        if (!glue || !(word || hyphened || number || initial || joint)) {
            break;
        }
        end++;
    }
    return end;
}

/* ---- cues ---- */

static unsigned noun_cue(uint64_t classes)
{
    unsigned cue =
        classes & (CLASS(OFFICE) | CLASS(HEAD) | CLASS(SPOKES)) ? (unsigned)CUE_PERSON : 0U;
    cue |= classes & (CLASS(FIRM) | CLASS(MEDIA)) ? (unsigned)(CUE_ORG | CUE_FIRM) : 0U;
    cue |= classes & CLASS(SHIP) ? (unsigned)CUE_SHIP : 0U;
    return cue;
}

/* What the nouns before the run say: right before it, or with a comma and an apposition. */
static unsigned left_cue(const struct document *d, const struct sentence *s, uint32_t first)
{
    const struct news_token *t = d->tokens.p;
    unsigned near = 0;
    bool comma = false;
    for (uint32_t k = 1; k <= 14 && first >= s->first + k; k++) {
        const struct news_token *x = &t[first - k];
        if (token_is_sign(x, ',') && k <= 2) {
            comma = true;
            continue;
        }
        if (x->mark == QUOTE_OPEN && k == 1) {
            continue;
        }
        bool through = comma || x->part != PART_PREP;
        if (x->kind == TOK_SIGN || x->part == PART_V || x->part == PART_CONJ ||
            x->part == PART_SUB || !through) {
            break;
        }
        near = x->part == PART_N ? noun_cue(x->row->classes) : 0;
        if (near && (k <= 3 || (comma && near == CUE_PERSON))) {
            bool touches = k <= 3 || comma;
            return touches ? near : 0;
        }
        if (x->part == PART_N && !comma && k == 1) {
            break;
        }
    }
    return 0;
}

/* Charged, sentenced, arrested is a person: "charged Mahdi Sadeghi", "Sadeghi was charged". */
static bool is_tried(const struct document *d, const struct sentence *s, uint32_t first,
                     uint32_t end)
{
    uint64_t tried = CLASS(CHARGE) | CLASS(CONVICT);
    const struct news_token *t = d->tokens.p;
    bool before =
        first > s->first && t[first - 1].part == PART_V && (t[first - 1].row->classes & tried);
    for (uint32_t i = end; i < s->end && i < end + 4; i++) {
        if (t[i].part != PART_V) {
            return before;
        }
        if (t[i].row->classes & tried) {
            return before || i > end;
        }
    }
    return before;
}

/* Behind the run: an apposition with an office or an age, a verb of saying. */
static unsigned right_cue(const struct document *d, const struct sentence *s, uint32_t end)
{
    const struct news_token *t = d->tokens.p;
    if (end < s->end && token_is_sign(&t[end], ',')) {
        if (end + 2 < s->end && t[end + 1].kind == TOK_NUMBER) {
            return CUE_PERSON;
        }
        for (uint32_t i = end + 1; i < s->end && i < end + 6; i++) {
            if (t[i].part == PART_N) {
                return noun_cue(t[i].row->classes) & CUE_PERSON;
            }
            if (t[i].part != PART_DET && t[i].part != PART_A && t[i].part != PART_PREP) {
                break;
            }
        }
        return 0;
    }
    for (uint32_t i = end; i < s->end && i < end + 4; i++) {
        if (t[i].part == PART_V && HAS(t[i].row->classes, SAY)) {
            return CUE_SAYS;
        }
        if (t[i].part != PART_V && t[i].part != PART_ADV && t[i].part != PART_NEG) {
            break;
        }
    }
    return 0;
}

/* CUE_ORG for the words that names of organisations are made of (New, Trading); with CUE_FIRM for
 * those that say what it is. */
static unsigned org_cue(const struct document *d, uint32_t i)
{
    uint32_t v = 0;
    struct slice w = document_key(d, i, i + 1);
    const struct news_token *t = &d->tokens.p[i];
    uint64_t bodies = CLASS(FIRM) | CLASS(MEDIA) | CLASS(GOVT) | CLASS(COURT);
    if (token_is_sign(t, '&') || word_table_get(&TABLE_LEGAL_FORMS, w, &v) ||
        (t->row && (t->row->classes & bodies))) {
        return CUE_ORG | CUE_FIRM;
    }
    return word_table_get(&TABLE_GENERIC_WORDS, w, &v) ? (unsigned)CUE_ORG : 0U;
}

static unsigned inner_cue(const struct document *d, uint32_t first, uint32_t end)
{
    uint32_t v = 0;
    unsigned cue = 0;
    if (word_table_get(&TABLE_FORENAMES, document_key(d, first, first + 1), &v) &&
        end - first >= 2) {
        cue |= CUE_PERSON | CUE_FORENAME;
    }
    for (uint32_t i = first; i < end && end - first >= 2; i++) {
        cue |= org_cue(d, i);
    }
    return cue;
}

/* Words of an office at the beginning of a run (Foreign Minister Antonio Tajani). */
static uint32_t behind_office(const struct document *d, uint32_t first, uint32_t end,
                              unsigned *cue)
{
    uint32_t from = first;
    uint32_t v = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct news_token *t = &d->tokens.p[i];
        bool office =
            t->row && t->part == PART_N && (t->row->classes & (CLASS(OFFICE) | CLASS(HEAD)));
        bool title = i == from &&
                     word_table_get(&TABLE_TITLES, document_key(d, i, i + 1), &v) &&
                     end - i > 1;
        if (office || title) {
            from = i + t->reach;
            *cue |= CUE_PERSON;
        }
    }
    return from < end ? from : end;
}

static bool has_article(const struct document *d, const struct sentence *s, uint32_t first)
{
    if (first == s->first) {
        return false;
    }
    const struct news_token *x = &d->tokens.p[first - 1];
    struct slice w = document_key(d, first - 1, first);
    bool contracted = x->part == PART_PREP &&
                      (w.n > 2 || slice_is(w, "al") || slice_is(w, "ai")) &&
                      !slice_is(w, "per") && !slice_is(w, "con") && !slice_is(w, "tra");
    return (x->part == PART_DET || contracted) && !slice_is(w, "from");
}

static void add_run(struct document *d, const struct sentence *s, uint32_t first, uint32_t end)
{
    unsigned cue = 0;
    bool ship = (left_cue(d, s, first) & CUE_SHIP) != 0; /* the vessel Lady R: no title */
    uint32_t from = ship ? first : behind_office(d, first, end, &cue);
    if (from >= end) {
        return;
    }
    struct name_run *r = VEC_ADD(&d->runs);
    if (!r) {
        d->failed = true;
        return;
    }
    cue |= from == first ? left_cue(d, s, first) : 0U;
    cue |= is_tried(d, s, first, end) && end - from >= 2 ? (unsigned)CUE_PERSON : 0U;
    unsigned inner = inner_cue(d, from, end);
    cue |=
        inner | right_cue(d, s, end) | (has_article(d, s, first) ? (unsigned)CUE_ARTICLE : 0U);
    *r = (struct name_run){
        .first = from, .end = end, .whole_first = from, .whole_end = end, .cues = cue};
    const struct news_token *t = d->tokens.p;
    while (
        from == first && r->whole_first > s->first && t[r->whole_first - 1].mention != NONE32 &&
        (t[r->whole_first - 1].flags & TOK_CAPITAL) && !(t[r->whole_first].flags & TOK_GLUED)) {
        r->whole_first--;
    }
    while (r->whole_end < s->end && t[r->whole_end].mention != NONE32 &&
           (t[r->whole_end].flags & TOK_CAPITAL) && !(t[r->whole_end].flags & TOK_GLUED)) {
        r->whole_end++;
    }
}

void runs_find(struct document *d)
{
    for (size_t k = 0; k < d->sentences.n && !d->failed; k++) {
        const struct sentence *s = &d->sentences.p[k];
        if (!s->read || d->paragraphs.p[s->paragraph].kind == PARA_DATELINE) {
            continue;
        }
        for (uint32_t i = s->first; i < s->end;) {
            if (!begins_run(d, s, i)) {
                i++;
                continue;
            }
            uint32_t end = run_end(d, s, i);
            add_run(d, s, i, end);
            i = end;
        }
    }
}
