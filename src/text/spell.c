#include "text/spell.h"

#include "base/hash.h"
#include "text/key.h"
#include "text/respell.h"
#include "text/romanise.h"
#include "text/syllable.h"

static struct slice utf8_of(struct arena *arena, const uint32_t *cp, size_t n)
{
    char bytes[TOKEN_BYTES_MAX + 4];
    size_t length = 0;
    for (size_t i = 0; i < n && length + 4 <= TOKEN_BYTES_MAX; i++) {
        length += utf8_put(cp[i], bytes + length);
    }
    return arena_copy(arena, (struct slice){bytes, length});
}

void form_measure(struct form *f)
{
    f->key = key_of(f->text);
    f->letters = key_letters(f->text);
}

static void take_forms(struct arena *arena, struct token *t, const struct form *forms, size_t n)
{
    t->forms = ARENA_ARRAY(arena, struct form, n ? n : 1);
    if (!t->forms) {
        return;
    }
    for (size_t i = 0; i < n; i++) {
        t->forms[i] = forms[i];
        form_measure(&t->forms[i]);
    }
    t->form_count = (uint8_t)n;
}

static bool is_plain(const struct word *w)
{
    for (size_t i = 0; i < w->n; i++) {
        if (w->cp[i] >= 0x80 || !ascii_is_alnum((char)w->cp[i])) {
            return false;
        }
    }
    return true;
}

/* Katakana throughout: the usual dress of foreign names. */
static bool is_katakana(const struct word *w)
{
    for (size_t i = 0; i < w->n; i++) {
        if (w->cp[i] < 0x30A0 || w->cp[i] > 0x30FF) {
            return false;
        }
    }
    return w->n > 0;
}

/* Appends the English spelling of a Slavic name in German spelling. */
static size_t add_respelled(struct arena *arena, struct form forms[TOKEN_FORMS_MAX], size_t n)
{
    char text[TOKEN_BYTES_MAX];
    size_t length = n && n < TOKEN_FORMS_MAX ? respell_german(forms[0].text, text) : 0;
    if (length) {
        forms[n++] = (struct form){.text = arena_copy(arena, (struct slice){text, length}),
                                   .cost = RESPELL_COST};
    }
    return n;
}

void spell_word(struct arena *arena, const struct word *w, struct token *t)
{
    struct form forms[TOKEN_FORMS_MAX];
    size_t n = 1;
    t->native = utf8_of(arena, w->cp, w->n);
    if (is_plain(w)) {
        forms[0] = (struct form){.text = t->native};
    } else {
        size_t most = w->n < TOKEN_BYTES_MAX ? w->n : TOKEN_BYTES_MAX;
        n = romanise(arena, w->cp, most, forms);
        if (w->script == SCRIPT_ARABIC || w->script == SCRIPT_HEBREW) {
            n = romanise_foreign(arena, w->cp, most, forms, n);
            n = romanise_consonants(arena, w->cp, most, forms, n);
            t->flags |= TOKEN_ABJAD;
        } else if (w->script == SCRIPT_CYRILLIC) {
            n = romanise_foreign(arena, w->cp, most, forms, n);
            n = romanise_consonants(arena, w->cp, most, forms, n);
        } else if (w->script != SCRIPT_LATIN && w->script != SCRIPT_KANA) {
            n = romanise_consonants(arena, w->cp, most, forms, n);
        } else if (w->script == SCRIPT_KANA && is_katakana(w)) {
            n = romanise_foreign(arena, w->cp, most, forms, n);
            t->flags |= TOKEN_ABJAD;
        }
    }
    if (n && (w->script == SCRIPT_LATIN || w->script == SCRIPT_COMMON)) {
        t->native = forms[0].text;
        n = add_respelled(arena, forms, n);
    }
    take_forms(arena, t, forms, n);
}

void spell_character(struct arena *arena, uint32_t cp, struct token *t)
{
    const char *spellings[TOKEN_FORMS_MAX];
    struct form forms[TOKEN_FORMS_MAX];
    size_t n = spellings_of_character(cp, spellings);
    for (size_t i = 0; i < n; i++) {
        forms[i] = (struct form){.text = slice_of(spellings[i]), .cost = (uint16_t)(50 * i)};
    }
    uint32_t folded = han_fold(cp);
    t->native = utf8_of(arena, &folded, 1);
    take_forms(arena, t, forms, n);
}

void spell_run(struct arena *arena, const struct word *w, enum run_reading reading,
               struct token *t)
{
    struct form forms[TOKEN_FORMS_MAX];
    char joined[TOKEN_BYTES_MAX];
    size_t n = 0;
    uint32_t folded[TOKEN_BYTES_MAX / 3] = {0};
    size_t count = w->n < TOKEN_BYTES_MAX / 3 ? w->n : TOKEN_BYTES_MAX / 3;
    for (size_t i = 0; i < count; i++) {
        folded[i] = han_fold(w->cp[i]);
    }
    for (size_t i = 0; i < count; i++) {
        const char *spellings[TOKEN_FORMS_MAX];
        if (spellings_of_character(w->cp[i], spellings) == 0) {
            n = 0;
            break;
        }
        size_t length = strlen(spellings[0]);
        if (n + length > sizeof joined) {
            break;
        }
        memcpy(joined + n, spellings[0], length);
        n += length;
    }
    t->native = utf8_of(arena, folded, count);
    size_t made = 0;
    if (n) {
        forms[made++] = (struct form){.text = arena_copy(arena, (struct slice){joined, n})};
    } else if (w->script == SCRIPT_HANGUL) {
        made = romanise(arena, w->cp, count, forms);
    }
    /* A short name in Han may be either (普京, 毛泽东): its vowels count. */
    if (reading != RUN_AS_WORD || w->script == SCRIPT_HAN) {
        made = romanise_foreign(arena, folded, count, forms, made);
    }
    if (reading != RUN_AS_WORD) {
        t->flags |= TOKEN_ABJAD;
    }
    take_forms(arena, t, forms, made);
}
