/* One field of names, analysed as each kind: what the headers promise of a name must hold. */
#include <stdlib.h>

#include "text/key.h"
#include "text/name.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { MEMORY = 64 << 20 };

static void must(bool holds)
{
    if (!holds) {
        abort();
    }
}

static void check_token(const struct token *t)
{
    must(t->class < TOKEN_CLASSES && t->script < SCRIPT_COUNT);
    must(t->native.n >= 1 && t->native.n <= TOKEN_BYTES_MAX);
    must(utf8_valid_length(t->native) == t->native.n);
    must(t->form_count <= TOKEN_FORMS_MAX && t->code_count <= TOKEN_CODES_MAX);
    must(t->class != TOKEN_LEGAL || t->code_count > 0);
    for (size_t i = 0; i < t->form_count; i++) {
        must(t->forms[i].text.n <= TOKEN_BYTES_MAX);
        must(t->forms[i].key == key_of(t->forms[i].text));
        for (size_t k = 0; k < t->forms[i].text.n; k++) {
            char c = t->forms[i].text.p[k];
            must(ascii_is_lower(c) || ascii_is_digit(c));
        }
    }
}

static void check_name(const struct name *n, enum name_kind kind)
{
    size_t named = 0;
    must(n->kind == kind && n->n >= 1 && n->n <= NAME_TOKENS_MAX);
    for (size_t i = 0; i < n->n; i++) {
        check_token(&n->tokens[i]);
        named += n->tokens[i].class != TOKEN_LEGAL;
    }
    must(named > 0);
}

/* Folding a second time changes nothing. */
static void check_fold(struct arena *arena, struct slice raw)
{
    struct folded once;
    struct folded twice;
    if (fold_text(arena, raw, &once, NULL) < 0) {
        return;
    }
    char *p = ARENA_ARRAY(arena, char, once.n * 4);
    size_t n = 0;
    for (size_t i = 0; p && i < once.n; i++) {
        n += utf8_put(once.cp[i], p + n);
    }
    if (n > FOLD_BYTES_MAX || fold_text(arena, (struct slice){p, n}, &twice, NULL) < 0) {
        return;
    }
    must(once.n == twice.n && memcmp(once.cp, twice.cp, once.n * sizeof *once.cp) == 0);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct slice parts[NAME_PARTS_MAX];
    struct arena arena;
    arena_init(&arena, MEMORY);
    size_t count = name_split((struct slice){(const char *)data, size}, parts);
    must(count >= 1 && count <= NAME_PARTS_MAX);
    for (size_t i = 0; i < count; i++) {
        for (unsigned kind = 0; kind < NAME_KINDS; kind++) {
            struct name readings[NAME_READINGS_MAX];
            size_t n = 0;
            arena_reset(&arena);
            int r = name_analyse(&arena, parts[i], (enum name_kind)kind, readings, &n, NULL);
            must(r == 0 || r == ERR_TEXT);
            must(r != 0 || (n >= 1 && n <= NAME_READINGS_MAX));
            for (size_t k = 0; r == 0 && k < n; k++) {
                check_name(&readings[k], (enum name_kind)kind);
            }
        }
        arena_reset(&arena);
        check_fold(&arena, parts[i]);
    }
    arena_release(&arena);
    return 0;
}
