/*
 * The forms of a phrase: each word with "+class" takes the endings of its class.  Words whose
 * classes have equally many endings go in step, so that adjective and noun agree; otherwise
 * every combination is made.
 */
#include "embargo/goods_table.h"

/* A phrase cut into words. */
struct cut {
    struct slice stem[FORM_WORDS_MAX];
    const struct goods_endings *endings[FORM_WORDS_MAX]; /* NULL: it does not change */
    size_t n;
};

static const struct goods_endings *find_endings(const struct goods_words *w,
                                                const char *language, struct slice name)
{
    for (size_t i = 0; name.p && i < w->endings.n; i++) {
        const struct goods_endings *e = &w->endings.p[i];
        if (strcmp(e->language, language) == 0 && slice_eq(e->name, name)) {
            return e;
        }
    }
    return NULL;
}

static bool cut_phrase(const struct goods_words *w, const struct goods_phrase *p, struct cut *c,
                       const char **fault)
{
    struct slice rest = p->text;
    for (struct slice word = facts_word(&rest); word.n; word = facts_word(&rest)) {
        if (c->n == FORM_WORDS_MAX) {
            *fault = "has too many words";
            return false;
        }
        size_t plus = slice_find(word, 0, "+");
        c->stem[c->n] = slice_cut(word, 0, plus);
        if (plus < word.n) {
            c->endings[c->n] = find_endings(w, p->language, slice_cut(word, plus + 1, word.n));
            if (!c->endings[c->n]) {
                *fault = "names endings that are not defined above it";
                return false;
            }
        }
        c->n++;
    }
    return true;
}

static bool append(char *form, size_t *n, struct slice s)
{
    if (*n + s.n > FORM_BYTES_MAX) {
        return false;
    }
    if (s.p && s.n) {
        memcpy(form + *n, s.p, s.n);
    }
    *n += s.n;
    return true;
}

/* Writes the form in which word i has its ending number chosen[i]. */
static bool write_form(const struct cut *c, const size_t *chosen, char *form, size_t *n)
{
    *n = 0;
    for (size_t i = 0; i < c->n; i++) {
        if ((i && !append(form, n, SLICE(" "))) || !append(form, n, c->stem[i]) ||
            (c->endings[i] && !append(form, n, c->endings[i]->endings[chosen[i]]))) {
            return false;
        }
    }
    return true;
}

static bool go_in_step(const struct cut *c, size_t *count)
{
    *count = 0;
    for (size_t i = 0; i < c->n; i++) {
        size_t n = c->endings[i] ? c->endings[i]->n : 0;
        if (n && *count && n != *count) {
            return false;
        }
        *count = n ? n : *count;
    }
    return true;
}

/* Counts up like a clock; false when all combinations were there. */
static bool next_choice(const struct cut *c, size_t *chosen)
{
    for (size_t i = c->n; i-- > 0;) {
        if (c->endings[i] && ++chosen[i] < c->endings[i]->n) {
            return true;
        }
        chosen[i] = 0;
    }
    return false;
}

static bool next_step(size_t count, size_t words, size_t *chosen)
{
    for (size_t i = 0; i < words; i++) {
        chosen[i]++;
    }
    return chosen[0] < count;
}

bool goods_phrase_forms(const struct goods_words *w, const struct goods_phrase *p,
                        goods_text_fn *each, void *context, const char **fault)
{
    struct cut c = {.n = 0};
    size_t chosen[FORM_WORDS_MAX] = {0};
    size_t count;
    char form[FORM_BYTES_MAX];
    size_t n;
    if (!cut_phrase(w, p, &c, fault)) {
        return false;
    }
    bool in_step = go_in_step(&c, &count);
    bool more = c.n > 0;
    while (more) {
        if (!write_form(&c, chosen, form, &n)) {
            *fault = "is too long";
            return false;
        }
        if (!each(context, (struct slice){form, n})) {
            *fault = "cannot be kept: no memory";
            return false;
        }
        more = in_step ? next_step(count, c.n, chosen) : next_choice(&c, chosen);
    }
    return true;
}
