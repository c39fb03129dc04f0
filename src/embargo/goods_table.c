#include "embargo/goods_table.h"

#include "base/num.h"
#include "embargo/kinds.h"
#include "embargo/plain.h"

static const char *const LANGUAGES[] = {"en", "it", "fr", "es", "de", "ru"};

/* ---- classes ---- */

static const char *const CLASS_WORDS[GOODS_CLASS_COUNT] = {
    "unclassified", "arms", "dual_use",   "oil",   "coal",
    "luxury",       "food", "technology", "money", "other",
};

const char *goods_class_word(enum goods_class c)
{
    return CLASS_WORDS[c];
}

bool goods_class_parse(struct slice word, enum goods_class *out)
{
    for (size_t i = GOODS_ARMS; i < GOODS_CLASS_COUNT; i++) {
        if (slice_is(word, CLASS_WORDS[i])) {
            *out = (enum goods_class)i;
            return true;
        }
    }
    return false;
}

/* ---- reading ---- */

void goods_words_init(struct goods_words *w, struct arena *arena)
{
    *w = (struct goods_words){.arena = arena};
    arena_init(&w->scratch, (size_t)1 << 20);
    map_init(&w->forms, UINT64_C(0x676f6f6473));
}

void goods_words_release(struct goods_words *w)
{
    VEC_RELEASE(&w->items);
    VEC_RELEASE(&w->endings);
    VEC_RELEASE(&w->phrases);
    map_release(&w->forms);
    arena_release(&w->scratch);
}

static int no_memory(const struct facts *f)
{
    FAIL(f->diag, ERR_MEMORY, "no memory to read '%s'", f->file);
}

static const char *language_of(struct slice key)
{
    for (size_t i = 0; i < sizeof LANGUAGES / sizeof *LANGUAGES; i++) {
        if (slice_is(key, LANGUAGES[i])) {
            return LANGUAGES[i];
        }
    }
    return NULL;
}

/* "ru f = а ы е у ой е ы - ам ы ами ах"; "-" is no ending at all. */
static int read_endings(struct goods_words *w, const struct facts *f)
{
    struct slice rest = f->value;
    const char *language = language_of(facts_word(&rest));
    struct slice name = facts_word(&rest);
    struct goods_endings *e = VEC_ADD(&w->endings);
    if (!e) {
        return no_memory(f);
    }
    if (!language || !name.n || !slice_is(facts_word(&rest), "=")) {
        return facts_fail(f, "endings are written 'it a = a e'");
    }
    memcpy(e->language, language, 3);
    e->name = name;
    for (struct slice word = facts_word(&rest); word.n; word = facts_word(&rest)) {
        if (e->n == ENDINGS_MAX) {
            return facts_fail(f, "more than %d endings", ENDINGS_MAX);
        }
        e->endings[e->n++] = slice_is(word, "-") ? (struct slice){"", 0} : word;
    }
    return e->n ? 0 : facts_fail(f, "no endings");
}

/* What putting forms into the map needs. */
struct filling {
    struct goods_words *w;
    uint32_t item;
};

/* The first row of the table that has a form keeps it. */
static bool put_form(void *context, struct slice text)
{
    struct filling *fill = context;
    struct goods_words *w = fill->w;
    struct plain plain;
    arena_reset(&w->scratch);
    if (!plain_fold(&w->scratch, text, &plain)) {
        return false;
    }
    if (plain.n > w->longest) {
        w->longest = plain.n;
    }
    if (plain.n == 0 || map_get(&w->forms, plain.text) != MAP_NONE) {
        return true;
    }
    struct slice key = arena_copy(w->arena, plain.text);
    return key.p && map_put(&w->forms, key, fill->item, NULL) != MAP_NONE;
}

static int read_phrases(struct goods_words *w, const struct facts *f, const char *language)
{
    struct slice rest = f->value;
    struct slice text;
    while (facts_choice(&rest, &text)) {
        struct goods_phrase *p = VEC_ADD(&w->phrases);
        const char *fault = "";
        if (!p) {
            return no_memory(f);
        }
        p->item = (uint32_t)(w->items.n - 1);
        memcpy(p->language, language, 3);
        p->text = text;
        struct filling fill = {.w = w, .item = p->item};
        if (!goods_phrase_forms(w, p, put_form, &fill, &fault)) {
            return facts_fail(f, "'%.*s' %s", SLICE_ARG(text), fault);
        }
    }
    return 0;
}

static int read_kinds(struct goods *g, const struct facts *f)
{
    struct slice rest = f->value;
    enum goods_kind kind;
    for (struct slice word = facts_word(&rest); word.n; word = facts_word(&rest)) {
        if (!kind_parse(word, &kind)) {
            return facts_fail(f, "'%.*s' is no kind of goods", SLICE_ARG(word));
        }
        g->kind_bits |= kind_bit(kind);
    }
    g->kinds = f->value;
    return 0;
}

static int read_of_item(struct goods_words *w, const struct facts *f)
{
    struct goods *g = &w->items.p[w->items.n - 1];
    const char *language = language_of(f->key);
    if (language) {
        return read_phrases(w, f, language);
    }
    if (slice_is(f->key, "class")) {
        return goods_class_parse(f->value, &g->class)
                   ? 0
                   : facts_fail(f, "'%.*s' is no class of goods", SLICE_ARG(f->value));
    }
    if (slice_is(f->key, "kinds")) {
        return read_kinds(g, f);
    }
    if (slice_is(f->key, "category")) {
        g->category = f->value;
        return 0;
    }
    if (slice_is(f->key, "headings")) {
        g->headings = f->value;
        return 0;
    }
    return facts_fail(f, "'%.*s' is no key of an item", SLICE_ARG(f->key));
}

int goods_words_read(struct goods_words *w, struct facts *f)
{
    int more;
    while ((more = facts_next(f)) > 0) {
        if (slice_is(f->key, "endings")) {
            TRY(read_endings(w, f));
        } else if (slice_is(f->key, "item")) {
            struct goods *g = VEC_ADD(&w->items);
            if (!g) {
                return no_memory(f);
            }
            g->item = f->value;
        } else if (w->items.n == 0) {
            return facts_fail(f, "before the first 'item:'");
        } else {
            TRY(read_of_item(w, f));
        }
    }
    return more;
}
