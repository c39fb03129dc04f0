#include "lists/mapping.h"

#include "base/file.h"
#include "base/utf8.h"
#include "format/encoding.h"

void mapping_init(struct mapping *m)
{
    *m = (struct mapping){.rules = {NULL, 0, 0}};
    arena_init(&m->memory, 16 << 20);
}

void mapping_release(struct mapping *m)
{
    VEC_RELEASE(&m->rules);
    arena_release(&m->memory);
}

static int target_of(struct slice word, struct mapping_rule *rule)
{
    rule->target = MAP_PROPERTY;
    rule->prop = PROP_UNKNOWN;
    if (slice_is(word, "id")) {
        rule->target = MAP_ID;
        return 0;
    }
    if (slice_is(word, "schema")) {
        rule->target = MAP_SCHEMA;
        return 0;
    }
    rule->prop = property_find(word);
    return rule->prop == PROP_UNKNOWN ? ERR_NOT_FOUND : 0;
}

/* The text in quotes at the start of *s, which moves behind it; false when there is none. */
static bool take_quoted(struct slice *s, struct slice *out)
{
    if (s->n < 2 || s->p[0] != '"') {
        return false;
    }
    size_t end = slice_find(*s, 1, "\"");
    if (end == s->n) {
        return false;
    }
    *out = slice_cut(*s, 1, end);
    *s = slice_trim(slice_cut(*s, end + 1, s->n));
    return true;
}

/* `Other names split ";"` → the column and what its cells are split at. */
static int parse_source(struct slice text, struct mapping_rule *rule, struct diag *diag)
{
    struct slice rest = text;
    if (take_quoted(&rest, &rule->constant)) {
        if (rest.n || rule->constant.n == 0) {
            FAIL(diag, ERR_FORMAT, "a constant is one text in quotes and nothing else");
        }
        return 0;
    }
    size_t at = text.n;
    for (size_t next = slice_find(text, 0, " split "); next < text.n;
         next = slice_find(text, next + 1, " split ")) {
        at = next;
    }
    rule->column = slice_trim(slice_cut(text, 0, at));
    if (at < text.n) {
        struct slice mark;
        rest = slice_trim(slice_cut(text, at + 7, text.n));
        if (!take_quoted(&rest, &mark) || rest.n || mark.n != 1) {
            FAIL(diag, ERR_FORMAT, "split takes one character in quotes, as in split \";\"");
        }
        rule->split = mark.p[0];
    }
    if (rule->column.n == 0) {
        FAIL(diag, ERR_FORMAT, "no column behind '='");
    }
    return 0;
}

static int add_rule(struct mapping *m, const struct mapping_rule *rule, struct diag *diag)
{
    struct mapping_rule *kept = VEC_ADD(&m->rules);
    if (kept) {
        *kept = *rule;
        kept->column = arena_copy(&m->memory, rule->column);
        kept->constant = arena_copy(&m->memory, rule->constant);
    }
    if (!kept || arena_failed(&m->memory)) {
        FAIL(diag, ERR_MEMORY, "no memory for the mapping");
    }
    return 0;
}

static int parse_line(struct mapping *m, struct slice line, uint64_t number, struct diag *diag)
{
    line = slice_trim(line);
    if (line.n == 0 || line.p[0] == '#') {
        return 0;
    }
    size_t equals = slice_find(line, 0, "=");
    if (equals == line.n) {
        FAIL(diag, ERR_FORMAT, "expected 'property = column', found '%.*s'", SLICE_ARG(line));
    }
    struct mapping_rule rule = {.line = number};
    struct slice word = slice_trim(slice_cut(line, 0, equals));
    if (target_of(word, &rule) < 0) {
        FAIL(diag, ERR_FORMAT, "unknown property '%.*s'", SLICE_ARG(word));
    }
    TRY(parse_source(slice_trim(slice_cut(line, equals + 1, line.n)), &rule, diag));
    return add_rule(m, &rule, diag);
}

int mapping_parse(struct mapping *m, struct slice text, struct diag *diag)
{
    if (slice_starts(text, "\xef\xbb\xbf")) {
        text = slice_cut(text, 3, text.n);
    }
    if (utf8_valid_length(text) < text.n) {
        FAIL(diag, ERR_TEXT, "the mapping is not UTF-8");
    }
    for (uint64_t number = 1; text.n; number++) {
        int result = parse_line(m, slice_next(&text, '\n'), number, diag);
        if (result < 0) {
            if (diag) {
                diag->line = number;
            }
            return result;
        }
    }
    return 0;
}

int mapping_load(struct mapping *m, const char *path, struct diag *diag)
{
    struct slice text;
    TRY(file_map(path, &text, diag));
    int result = mapping_parse(m, text, diag);
    file_unmap(text);
    if (result < 0 && diag) {
        diag_at(diag, path, diag->line, 0);
    }
    return result;
}

int mapping_from_header(struct mapping *m, const struct slice *header, size_t n,
                        struct diag *diag)
{
    for (size_t i = 0; i < n; i++) {
        struct mapping_rule rule = {.column = slice_trim(header[i])};
        if (target_of(rule.column, &rule) == 0) {
            TRY(add_rule(m, &rule, diag));
        }
    }
    return 0;
}

static bool find_column(struct mapping_rule *rule, struct slice column,
                        const struct slice *header, size_t n)
{
    for (size_t i = 0; i < n && rule->count < MAPPING_COLUMNS_MAX; i++) {
        if (slice_eq_nocase(slice_trim(header[i]), column)) {
            rule->index[rule->count++] = i;
            return true;
        }
    }
    return false;
}

/* One column whose title is the whole text, else several with plus signs between. */
static int find_columns(struct mapping_rule *rule, const struct slice *header, size_t n,
                        struct diag *diag)
{
    struct slice rest = rule->column;
    rule->count = 0;
    if (find_column(rule, rest, header, n)) {
        return 0;
    }
    while (rest.n) {
        struct slice one = slice_trim(slice_next(&rest, '+'));
        if (rule->count == MAPPING_COLUMNS_MAX) {
            FAIL(diag, ERR_FORMAT,
                 "line %llu of the mapping: more than %d columns in one value",
                 (unsigned long long)rule->line, MAPPING_COLUMNS_MAX);
        }
        if (!find_column(rule, one, header, n)) {
            FAIL(diag, ERR_FORMAT, "line %llu of the mapping: no column '%.*s' in the header",
                 (unsigned long long)rule->line, SLICE_ARG(one));
        }
    }
    return 0;
}

int mapping_bind(struct mapping *m, const struct slice *header, size_t n, struct diag *diag)
{
    bool has_id = false;
    bool has_name = false;
    for (size_t i = 0; i < m->rules.n; i++) {
        struct mapping_rule *rule = &m->rules.p[i];
        if (rule->column.n) {
            TRY(find_columns(rule, header, n, diag));
        }
        if (rule->target == MAP_ID && has_id && rule->line) {
            FAIL(diag, ERR_FORMAT,
                 "line %llu of the mapping: a second id; 'id = A + B' joins two columns",
                 (unsigned long long)rule->line);
        }
        has_id |= rule->target == MAP_ID;
        enum property_type type =
            rule->target == MAP_PROPERTY ? property_type(rule->prop) : TYPE_STRING;
        has_name |= type == TYPE_NAME || type == TYPE_IDENTIFIER;
    }
    if (!has_id || !has_name) {
        FAIL(diag, ERR_FORMAT, "the mapping names no %s", has_id ? "name" : "id");
    }
    return 0;
}
