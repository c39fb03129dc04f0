/* Names of a customer: whole, in parts, and with a number in them. */
#include "base/buf.h"
#include "screen/customer_parts.h"
#include "screen/written.h"
#include "text/fold.h"

struct slice customer_name_cut(struct slice text)
{
    if (text.n > CUSTOMER_NAME_MAX) {
        text.n = utf8_valid_length(slice_cut(text, 0, CUSTOMER_NAME_MAX));
    }
    return text;
}

static bool has_word(struct slice text)
{
    for (size_t i = 0; i < text.n; i++) {
        if (ascii_is_alnum(text.p[i])) {
            return true;
        }
    }
    uint32_t points[CUSTOMER_NAME_MAX];
    size_t n = utf8_get(text, points, CUSTOMER_NAME_MAX);
    for (size_t i = 0; i < n; i++) {
        if (fold_is_word(points[i])) {
            return true;
        }
    }
    return false;
}

/* May the text be compared as a name?  Says so when not, and cuts one that is too long. */
static bool check_name(struct customer *c, struct slice *text, struct slice column)
{
    size_t valid = utf8_valid_length(*text);
    if (valid < text->n) {
        customer_fail(c, "encoding", "%.*s: byte %zu is not UTF-8", SLICE_ARG(column),
                      valid + 1);
        return false;
    }
    if (text->n > CUSTOMER_NAME_MAX) {
        *text = customer_name_cut(*text);
        customer_warn(c, "name_cut", "longer than a name can be: what is behind is left out",
                      column);
    }
    if (!has_word(*text)) {
        customer_warn(c, "no_letters", "no letter and no digit in it: left out", column);
        return false;
    }
    return true;
}

/* Takes "(IMO 9161003)" out of a name and keeps the number as an identifier. */
static struct slice without_imo(struct customer *c, struct slice name)
{
    struct identifier id;
    struct slice before;
    struct slice behind;
    if (!written_imo_in(name, &before, &behind, &id)) {
        return name;
    }
    char *joined = arena_alloc(c->arena, before.n + behind.n + 1);
    if (!joined) {
        return name;
    }
    memcpy(joined, before.p, before.n);
    joined[before.n] = ' ';
    memcpy(joined + before.n + 1, behind.p, behind.n);
    struct slice rest = slice_trim((struct slice){joined, before.n + behind.n + 1});
    if (!has_word(rest)) {
        return name;
    }
    customer_add_identifier(c, &id);
    return rest;
}

void customer_add_name(struct customer *c, enum property prop, struct slice text,
                       struct slice column)
{
    if (!check_name(c, &text, column)) {
        return;
    }
    if (c->names.n == QUESTION_NAMES_MAX) {
        customer_fail(c, "too_many_names", "more than %d names", QUESTION_NAMES_MAX);
        return;
    }
    struct slice name = without_imo(c, text);
    customer_list_add(c, &c->names, name);
    if (prop == PROP_NAME && c->main_name.n == 0) {
        c->main_name = name;
    }
}

static struct slice *part_of(struct customer *c, enum property p)
{
    return &c->parts[p - PROP_FIRST_NAME];
}

bool customer_is_part(enum property p)
{
    return p >= PROP_FIRST_NAME && p <= PROP_NAME_SUFFIX;
}

void customer_add_part(struct customer *c, enum property prop, struct slice text,
                       struct slice column)
{
    c->person = c->person || property_is_personal(prop);
    struct slice *part = part_of(c, prop);
    if (part->n == 0 && check_name(c, &text, column)) {
        *part = text;
    }
}

static bool contains_nocase(struct slice text, struct slice part)
{
    for (size_t i = 0; i + part.n <= text.n; i++) {
        if (slice_eq_nocase(slice_cut(text, i, i + part.n), part)) {
            return true;
        }
    }
    return false;
}

/* The parts in the order in which they are written; where the first or last one is missing,
 * the name itself stands for it ("Vorname, Name"). */
static void join_parts(struct customer *c)
{
    static const enum property ORDER[] = {PROP_FIRST_NAME,  PROP_SECOND_NAME, PROP_MIDDLE_NAME,
                                          PROP_FATHER_NAME, PROP_LAST_NAME,   PROP_MOTHER_NAME,
                                          PROP_NAME_SUFFIX};
    struct buf joined;
    buf_init(&joined, 2 * CUSTOMER_NAME_MAX);
    for (size_t i = 0; i < sizeof ORDER / sizeof ORDER[0]; i++) {
        struct slice part = *part_of(c, ORDER[i]);
        bool missing =
            part.n == 0 && (ORDER[i] == PROP_FIRST_NAME || ORDER[i] == PROP_LAST_NAME);
        part = missing ? c->main_name : part;
        if (part.n && joined.n) {
            buf_add_char(&joined, ' ');
        }
        buf_add(&joined, part);
    }
    struct slice name = arena_copy(c->arena, buf_slice(&joined));
    buf_release(&joined);
    if (name.n) {
        customer_add_name(c, PROP_ALIAS, name, SLICE("first, middle and last name"));
    }
}

void customer_join_names(struct customer *c)
{
    struct slice first = *part_of(c, PROP_FIRST_NAME);
    struct slice last = *part_of(c, PROP_LAST_NAME);
    bool any = first.n || last.n;
    bool told = c->main_name.n && contains_nocase(c->main_name, first) &&
                contains_nocase(c->main_name, last);
    if (any && !told) {
        join_parts(c);
    }
}
