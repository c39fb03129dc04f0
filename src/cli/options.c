#include "cli/options.h"

#include <string.h>

#include "base/num.h"
#include "cli/complain.h"
#include "cli/suggest.h"

enum { HELP_WIDTH = 78, HELP_INDENT = 6, HELP_PROSE_MAX = 1000 };

/* The option of that name, without a value behind '='; NULL when there is none. */
static const struct option *find_option(const struct command *c, struct slice name)
{
    for (const struct option *o = c->options; o->name; o++) {
        if (slice_is(name, o->name)) {
            return o;
        }
    }
    return NULL;
}

static enum parse_result unknown_option(const struct command *c, const char *typed,
                                        struct slice name)
{
    char word[SUGGEST_WORD_MAX + 1] = "";
    if (name.n < sizeof word) {
        memcpy(word, name.p, name.n);
    }
    struct suggestion s = suggest_for(word);
    for (const struct option *o = c->options; word[0] && o->name; o++) {
        suggest_try(&s, o->name);
    }
    complain(c->name, "unknown option '%s'", typed);
    if (s.best) {
        complain_hint("did you mean '--%s'?", s.best);
    } else {
        complain_hint("'vaglio help %s' shows all options; what begins with '-' and is no "
                      "option goes behind '--'",
                      c->name);
    }
    return PARSE_WRONG;
}

static enum parse_result wrong_value(const struct command *c, const struct option *o,
                                     const char *value)
{
    if (o->kind == OPTION_SCORE) {
        complain(c->name, "'--%s %s' is not a score from %u.%03u to %u.%03u", o->name, value,
                 (unsigned)(o->least / 1000), (unsigned)(o->least % 1000),
                 (unsigned)(o->most / 1000), (unsigned)(o->most % 1000));
    } else {
        complain(c->name, "'--%s %s' is not a whole number from %llu to %llu", o->name, value,
                 (unsigned long long)o->least, (unsigned long long)o->most);
    }
    return PARSE_WRONG;
}

static enum parse_result add_text(const struct command *c, const struct option *o,
                                  struct texts *texts, const char *value)
{
    if (texts->n == TEXTS_MAX) {
        complain(c->name, "'--%s' is given more than %d times", o->name, TEXTS_MAX);
        return PARSE_WRONG;
    }
    texts->p[texts->n++] = slice_of(value);
    return PARSE_RUN;
}

/* Stores a value, or the flag when `value` is NULL. */
static enum parse_result store(const struct command *c, const struct option *o, void *values,
                               const char *value)
{
    void *at = (char *)values + o->at;
    uint64_t number;
    unsigned score;
    switch (o->kind) {
    case OPTION_FLAG:
        *(bool *)at = true;
        return PARSE_RUN;
    case OPTION_TEXT:
        *(const char **)at = value;
        return PARSE_RUN;
    case OPTION_TEXTS:
        return add_text(c, o, at, value);
    case OPTION_NUMBER:
        if (!parse_u64(slice_of(value), &number) || number < o->least || number > o->most) {
            return wrong_value(c, o, value);
        }
        *(uint64_t *)at = number;
        return PARSE_RUN;
    case OPTION_SCORE:
        if (!parse_thousandths(slice_of(value), &score) || score < o->least ||
            score > o->most) {
            return wrong_value(c, o, value);
        }
        *(unsigned *)at = score;
        return PARSE_RUN;
    }
    return PARSE_WRONG;
}

/* One option at argv[*i], with its value there or at argv[*i + 1]. */
static enum parse_result take_option(const struct command *c, void *values, int argc,
                                     char **argv, int *i)
{
    const char *typed = argv[*i];
    struct slice rest = slice_of(typed + (typed[1] == '-' ? 2 : 1));
    struct slice name = slice_next(&rest, '=');
    const char *value = rest.p;
    const struct option *o = typed[1] == '-' ? find_option(c, name) : NULL;
    if (!o) {
        return unknown_option(c, typed, name);
    }
    if (o->kind == OPTION_FLAG) {
        if (value) {
            complain(c->name, "option '--%s' takes no value", o->name);
            return PARSE_WRONG;
        }
        return store(c, o, values, NULL);
    }
    if (!value) {
        if (*i + 1 >= argc) {
            complain(c->name, "option '--%s' lacks its value %s", o->name, o->argument);
            return PARSE_WRONG;
        }
        value = argv[++*i];
    }
    return store(c, o, values, value);
}

enum parse_result options_parse(const struct command *c, void *values, int argc, char **argv,
                                size_t *count)
{
    int kept = 1;
    bool options_over = false;
    for (int i = 1; i < argc; i++) {
        const char *a = argv[i];
        if (options_over || a[0] != '-' || a[1] == '\0') {
            argv[kept++] = argv[i];
        } else if (strcmp(a, "--") == 0) {
            options_over = true;
        } else if (strcmp(a, "--help") == 0 || strcmp(a, "-h") == 0) {
            return PARSE_HELP;
        } else {
            enum parse_result r = take_option(c, values, argc, argv, &i);
            if (r != PARSE_RUN) {
                return r;
            }
        }
    }
    *count = (size_t)(kept - 1);
    return PARSE_RUN;
}

static void blanks(struct buf *out, size_t n)
{
    while (n--) {
        buf_add_char(out, ' ');
    }
}

void options_wrap(struct buf *out, const char *words, size_t indent, size_t column)
{
    struct slice rest = slice_of(words);
    while (rest.n) {
        struct slice word = slice_next(&rest, ' ');
        if (column && column + 1 + word.n > HELP_WIDTH) {
            buf_add_char(out, '\n');
            column = 0;
        }
        if (column) {
            buf_add_char(out, ' ');
            column++;
        } else {
            blanks(out, indent);
            column = indent;
        }
        buf_add(out, word);
        const char *line = memrchr(word.p, '\n', word.n);
        column = line ? (size_t)(word.p + word.n - line - 1) : column + word.n;
    }
    buf_add_char(out, '\n');
}

static void help_option(struct buf *out, const struct option *o)
{
    buf_printf(out, "  --%s%s%s\n", o->name, o->argument ? " " : "",
               o->argument ? o->argument : "");
    struct buf prose;
    buf_init(&prose, HELP_PROSE_MAX);
    buf_add_text(&prose, o->prose);
    if (o->standard) {
        buf_printf(&prose, " [%s]", o->standard);
    }
    buf_add_char(&prose, '\0');
    if (!buf_failed(&prose)) {
        options_wrap(out, prose.p, HELP_INDENT, 0);
    }
    buf_release(&prose);
}

void options_help(const struct command *c, struct buf *out)
{
    buf_printf(out, "vaglio %s [OPTIONS] %s\n\n", c->name, c->arguments);
    options_wrap(out, c->prose, 0, 0);
    buf_printf(out, "\nExamples:\n%s\nOptions:\n", c->examples);
    for (const struct option *o = c->options; o->name; o++) {
        help_option(out, o);
    }
    buf_add_text(out, "  --help\n      Shows this page.\n");
}
