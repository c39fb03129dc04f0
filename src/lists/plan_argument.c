/* One argument of the command line: KIND=PATH, KIND@DATE=PATH, NAME=PATH or a path. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "lists/found.h"
#include "lists/readers.h"
#include "model/date.h"

/* NAME of NAME=PATH: letters, digits, '_' and '-'. */
static bool is_name(struct slice s)
{
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_is_alnum(s.p[i]) && s.p[i] != '_' && s.p[i] != '-') {
            return false;
        }
    }
    return s.n > 0 && s.n <= 64;
}

static int parse_date(struct slice text, char out[LIST_DATE_TEXT], struct diag *diag)
{
    struct date date;
    if (!date_parse(text, true, &date) || date.until_year || date.precision < DATE_MONTH) {
        FAIL(diag, ERR_USAGE, "'%.*s' is no list date: write 2026-07-11", SLICE_ARG(text));
    }
    int n = snprintf(out, LIST_DATE_TEXT, "%04d-%02d-%02d", (int)date.year, (int)date.month,
                     date.day ? (int)date.day : 1);
    return n == 10 ? 0 : diag_set(diag, ERR_USAGE, "no list date");
}

int parse_wish(const char *argument, struct wish *wish, const char **path, struct diag *diag)
{
    *path = argument;
    const char *equals = strchr(argument, '=');
    if (!equals || path_exists(argument)) {
        return 0;
    }
    struct slice head = {argument, (size_t)(equals - argument)};
    struct slice date = head;
    struct slice name = slice_next(&date, '@');
    if (!is_name(name)) {
        return 0;
    }
    if (date.n) {
        TRY(parse_date(date, wish->date, diag));
    }
    wish->reader = reader_find(name.p, name.n);
    if (wish->reader == &OWN_TABLE) {
        FAIL(diag, ERR_USAGE, "a table needs a name of its own: NAME=PATH");
    }
    if (!wish->reader) {
        wish->name = name;
    }
    *path = equals + 1;
    return 0;
}
