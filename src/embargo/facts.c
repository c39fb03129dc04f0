#include "embargo/facts.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/utf8.h"
#include "embargo/embargo.h"

enum { KEY_MAX = 24 };

int facts_fail(const struct facts *f, const char *fmt, ...)
{
    char words[200];
    va_list args;
    va_start(args, fmt);
    (void)vsnprintf(words, sizeof words, fmt, args);
    va_end(args);
    diag_at(f->diag, f->file, f->line, 0);
    FAIL(f->diag, ERR_FORMAT, "%s", words);
}

static uint64_t line_of(struct slice text, size_t at)
{
    uint64_t line = 1;
    for (size_t i = 0; i < at && i < text.n; i++) {
        line += text.p[i] == '\n';
    }
    return line;
}

int facts_begin(struct facts *f, const char *file, struct slice text, struct arena *arena,
                struct diag *diag)
{
    *f = (struct facts){
        .file = file, .rest = text, .next_line = 1, .arena = arena, .diag = diag};
    if (text.n > FACTS_BYTES_MAX) {
        diag_at(diag, file, 0, 0);
        FAIL(diag, ERR_LIMIT, "larger than %d MiB", FACTS_BYTES_MAX >> 20);
    }
    size_t good = utf8_valid_length(text);
    if (good != text.n) {
        diag_at(diag, file, line_of(text, good), 0);
        FAIL(diag, ERR_TEXT, "not UTF-8 text");
    }
    if (slice_starts(text, "\xEF\xBB\xBF")) {
        f->rest = slice_cut(text, 3, text.n);
    }
    return 0;
}

static struct slice take_line(struct facts *f)
{
    struct slice line = slice_next(&f->rest, '\n');
    f->next_line++;
    return line.n && line.p[line.n - 1] == '\r' ? slice_cut(line, 0, line.n - 1) : line;
}

static bool goes_on(struct slice rest)
{
    return rest.n && (rest.p[0] == ' ' || rest.p[0] == '\t');
}

/* Joins the value with the lines that go on from it. */
static int join_value(struct facts *f)
{
    while (goes_on(f->rest)) {
        struct slice more = slice_trim(take_line(f));
        if (more.n == 0) {
            continue;
        }
        size_t n = f->value.n + 1 + more.n;
        char *joined = arena_alloc(f->arena, n);
        if (!joined) {
            FAIL(f->diag, ERR_MEMORY, "no memory to read '%s'", f->file);
        }
        memcpy(joined, f->value.p, f->value.n);
        joined[f->value.n] = ' ';
        memcpy(joined + f->value.n + 1, more.p, more.n);
        f->value = (struct slice){joined, n};
    }
    return 0;
}

static bool is_key(struct slice key)
{
    for (size_t i = 0; i < key.n; i++) {
        if (!ascii_is_lower(key.p[i]) && key.p[i] != ' ') {
            return false;
        }
    }
    return key.n > 0 && key.n <= KEY_MAX;
}

int facts_next(struct facts *f)
{
    while (f->rest.n) {
        f->line = f->next_line;
        struct slice line = take_line(f);
        if (slice_trim(line).n == 0 || line.p[0] == '#') {
            continue;
        }
        if (goes_on(line)) {
            return facts_fail(f, "a line that begins with a blank goes on from no value");
        }
        size_t colon = slice_find(line, 0, ":");
        f->key = slice_trim(slice_cut(line, 0, colon));
        if (colon == line.n || !is_key(f->key)) {
            return facts_fail(f, "'%.*s' is no 'key: value'",
                              SLICE_ARG(slice_cut(line, 0, line.n < 40 ? line.n : 40)));
        }
        f->value = slice_trim(slice_cut(line, colon + 1, line.n));
        TRY(join_value(f));
        if (f->value.n == 0) {
            return facts_fail(f, "'%.*s' has no value", SLICE_ARG(f->key));
        }
        return 1;
    }
    return 0;
}

int facts_day(const struct facts *f, int32_t *out)
{
    if (!day_parse(f->value, out)) {
        return facts_fail(f, "'%.*s' is no day of the form 2006-10-14", SLICE_ARG(f->value));
    }
    return 0;
}

struct slice facts_word(struct slice *rest)
{
    *rest = slice_trim(*rest);
    size_t n = 0;
    while (n < rest->n && !ascii_is_space(rest->p[n])) {
        n++;
    }
    struct slice word = slice_cut(*rest, 0, n);
    *rest = slice_cut(*rest, n, rest->n);
    return word;
}

bool facts_choice(struct slice *rest, struct slice *choice)
{
    while (rest->n) {
        *choice = slice_trim(slice_next(rest, '|'));
        if (choice->n) {
            return true;
        }
    }
    return false;
}
