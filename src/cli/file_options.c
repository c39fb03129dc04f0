#include "cli/file_options.h"

#include "cli/complain.h"

static int choose_encoding(const char *command, const char *name, struct rows_options *rows)
{
    enum encoding found = name ? encoding_find(slice_of(name)) : ENCODING_DETECT;
    if (found == ENCODING_UNKNOWN) {
        complain(command, "'--encoding %s' is not known here", name);
        complain_hint("utf-8, utf-16le, utf-16be, latin1, windows-1250, windows-1251, "
                      "windows-1252; others: iconv -f %s -t utf-8 FILE | vaglio %s -",
                      name, command);
        return EXIT_USAGE;
    }
    rows->encoding = found;
    return EXIT_DONE;
}

static int choose_dates(const char *command, const char *order, struct customer_rules *rules)
{
    if (order && strcmp(order, "day-first") == 0) {
        rules->dates = DATES_DAY_FIRST;
    } else if (order && strcmp(order, "month-first") == 0) {
        rules->dates = DATES_MONTH_FIRST;
    } else if (order) {
        complain(command, "'--dates %s' is neither day-first nor month-first", order);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

static int read_maps(const char *command, struct file_options *f, struct rows_options *rows)
{
    for (size_t i = 0; i < f->maps.n; i++) {
        struct diag diag = {0};
        if (column_map_read(f->maps.p[i], &f->read_maps[i], &diag) < 0) {
            return complain_diag(command, &diag,
                                 "--map COLUMN=name, =birthDate, =country, =id, =passport …");
        }
    }
    rows->maps = f->read_maps;
    rows->map_count = f->maps.n;
    return EXIT_DONE;
}

int file_options_read(const char *command, struct file_options *f, struct rows_options *rows,
                      struct customer_rules *rules)
{
    int status = choose_encoding(command, f->encoding, rows);
    status = status == EXIT_DONE ? choose_dates(command, f->dates, rules) : status;
    return status == EXIT_DONE ? read_maps(command, f, rows) : status;
}
