#include "cli/names_view.h"

#include <stdio.h>

#include "cli/maker.h"
#include "format/json_writer.h"
#include "screen/display.h"
#include "screen/report_forms.h"
#include "text/key.h"
#include "text/slot.h"

enum {
    TEXT_WIDTH = 18,
    SCRIPT_WIDTH = 10,
    CLASS_WIDTH = 9,
    SLOT_WIDTH = 17,
    KEY_WIDTH = 10,
    SPELLINGS_SHOWN = 6
};

/* One letter for each class of a key, in the order of key.c. */
static const char KEY_LETTERS[16] = "?PFTSCKGLRMN0???";

/* Into out, which has room for 17 bytes; "-" for a word without consonants. */
static struct slice key_text(uint64_t key, char *out)
{
    unsigned n = key_length(key);
    for (unsigned i = 0; i < n; i++) {
        out[i] = KEY_LETTERS[key >> (4 * (n - 1 - i)) & 15];
    }
    out[n] = '\0';
    return n ? (struct slice){out, n} : SLICE("-");
}

static const char *code_name(const struct code *c)
{
    static const char *const NAMES[CODE_TYPES] = {"syllable", "variant", "near",
                                                  "numeral",  "legal",   "particle"};
    return NAMES[c->type];
}

static const char *language_name(unsigned mask)
{
    return mask & LANGUAGE_KOREAN     ? "korean"
           : mask & LANGUAGE_MANDARIN ? "mandarin"
                                      : "cantonese";
}

/* ---- for machines ---- */

static void put_forms(struct json_writer *w, const struct token *t)
{
    json_put_key(w, "forms");
    json_begin_array(w);
    for (size_t i = 0; i < t->form_count; i++) {
        char key[24];
        json_begin_object(w);
        json_pair_text(w, "text", t->forms[i].text);
        json_pair_u64(w, "cost", t->forms[i].cost);
        json_pair_text(w, "key", key_text(t->forms[i].key, key));
        json_end_object(w);
    }
    json_end_array(w);
}

static void put_codes(struct json_writer *w, const struct token *t)
{
    json_put_key(w, "codes");
    json_begin_array(w);
    for (size_t i = 0; i < t->code_count; i++) {
        const struct code *c = &t->codes[i];
        json_begin_object(w);
        json_pair_text(w, "type", slice_of(code_name(c)));
        json_pair_u64(w, "value", c->value);
        if (c->type == CODE_SYLLABLE) {
            json_pair_text(
                w, "language",
                slice_of(language_name(c->detail & ((1U << CODE_LENGTH_SHIFT) - 1))));
            json_pair_u64(w, "syllables", c->detail >> CODE_LENGTH_SHIFT);
        }
        json_end_object(w);
    }
    json_end_array(w);
}

static void put_token(struct json_writer *w, const struct token *t, struct slot_guess slot)
{
    json_begin_object(w);
    json_pair_text(w, "text", t->native);
    json_pair_text(w, "script", slice_of(script_name(t->script)));
    json_pair_text(w, "class", slice_of(token_class_name(t->class)));
    json_pair_text_or_null(w, "slot", slice_of(slot_name(slot.slot)));
    json_pair_thousandths(w, "slot_probability", slot.sure);
    json_pair_u64(w, "mnat", t->info);
    json_pair_bool(w, "known", t->known);
    json_pair_bool(w, "syllabic", (t->flags & TOKEN_SYLLABIC) != 0);
    json_pair_bool(w, "vowels_free", (t->flags & TOKEN_ABJAD) != 0);
    put_forms(w, t);
    put_codes(w, t);
    json_end_object(w);
}

static void put_reading(struct json_writer *w, const struct name *n)
{
    struct slot_guess slots[NAME_TOKENS_MAX];
    slots_of(n, slots);
    json_begin_array(w);
    for (size_t i = 0; i < n->n; i++) {
        put_token(w, &n->tokens[i], slots[i]);
    }
    json_end_array(w);
}

void names_put_json(struct slice field, const struct seen_name *seen, size_t n, struct buf *out)
{
    const struct report_maker maker = maker_of(NULL);
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    json_pair_text(&w, "field", field);
    json_put_key(&w, "names");
    json_begin_array(&w);
    for (size_t i = 0; i < n; i++) {
        json_begin_object(&w);
        json_pair_text(&w, "name", seen[i].text);
        json_pair_text(&w, "schema", slice_of(schema_name(seen[i].schema)));
        json_pair_bool(&w, "cut", seen[i].cut);
        json_put_key(&w, "readings");
        json_begin_array(&w);
        for (size_t k = 0; k < seen[i].count; k++) {
            put_reading(&w, &seen[i].readings[k]);
        }
        json_end_array(&w);
        json_end_object(&w);
    }
    json_end_array(&w);
    report_made_by(&w, &maker);
    json_end_object(&w);
    json_put_line_end(&w);
}

/* ---- for people ---- */

static void put_row_head(struct buf *out)
{
    display_left(out, SLICE("token"), TEXT_WIDTH);
    buf_add_text(out, " ");
    display_left(out, SLICE("script"), SCRIPT_WIDTH);
    buf_add_text(out, " ");
    display_left(out, SLICE("class"), CLASS_WIDTH);
    buf_add_text(out, " ");
    display_left(out, SLICE("slot, how sure"), SLOT_WIDTH);
    buf_add_text(out, "  says ");
    display_left(out, SLICE("key"), KEY_WIDTH);
    buf_add_text(out, " spellings and their costs\n");
}

static void put_spellings(const struct token *t, struct buf *out)
{
    for (size_t i = 0; i < t->form_count && i < SPELLINGS_SHOWN; i++) {
        buf_add_text(out, i ? ", " : " ");
        (void)display_put(out, t->forms[i].text, TOKEN_BYTES_MAX);
        if (t->forms[i].cost) {
            buf_printf(out, " %u", t->forms[i].cost);
        }
    }
    if (t->form_count > SPELLINGS_SHOWN) {
        buf_printf(out, " and %d more", t->form_count - SPELLINGS_SHOWN);
    }
    if (t->form_count == 0) {
        buf_add_text(out, " -");
    }
}

static void put_row(const struct token *t, struct slot_guess slot, struct buf *out)
{
    char text[64];
    char key[24];
    display_left(out, t->native, TEXT_WIDTH);
    buf_add_text(out, " ");
    display_left(out, slice_of(script_name(t->script)), SCRIPT_WIDTH);
    buf_add_text(out, " ");
    display_left(out, slice_of(token_class_name(t->class)), CLASS_WIDTH);
    buf_add_text(out, " ");
    int n = slot.sure
                ? snprintf(text, sizeof text, "%s 0.%03u", slot_name(slot.slot), slot.sure)
                : snprintf(text, sizeof text, "%s", slot_name(slot.slot));
    display_left(out, (struct slice){text, n > 0 ? (size_t)n : 0}, SLOT_WIDTH);
    buf_printf(out, " %5u ", t->info);
    display_left(out, t->form_count ? key_text(t->forms[0].key, key) : SLICE("-"), KEY_WIDTH);
    put_spellings(t, out);
    buf_add_text(out, "\n");
}

static void put_name(const struct seen_name *s, struct buf *out)
{
    for (size_t k = 0; k < s->count; k++) {
        const struct name *n = &s->readings[k];
        struct slot_guess slots[NAME_TOKENS_MAX];
        slots_of(n, slots);
        if (k) {
            buf_add_text(out, n->made ? "or in other words:\n" : "or as one word:\n");
        }
        for (size_t i = 0; i < n->n; i++) {
            put_row(&n->tokens[i], slots[i], out);
        }
    }
}

void names_put_table(const struct seen_name *seen, size_t n, struct buf *out)
{
    for (size_t i = 0; i < n; i++) {
        buf_add_text(out, i ? "\n" : "");
        (void)display_put(out, seen[i].text, 60);
        buf_printf(out, " (%s)\n", schema_name(seen[i].schema));
        put_row_head(out);
        put_name(&seen[i], out);
        if (seen[i].cut) {
            buf_add_text(out,
                         "note: the name is longer than is compared: the rest is left out\n");
        }
    }
}
