/*
 * uk_prose - what the reasons of a designation say in passing: the numbers of other
 * designations, and the IMO number of a ship, for which the list has a field that is often
 * empty.
 */
#include "lists/uk_record.h"
#include "model/identifier.h"

enum { LETTERS = 3, NUMBER_SIZE = 7, IMO_GAP = 12 };

static bool stands_alone(struct slice text, size_t from, size_t to)
{
    return (from == 0 || !ascii_is_alnum(text.p[from - 1])) &&
           (to == text.n || !ascii_is_alnum(text.p[to]));
}

/* "RUS0251": three capitals and four digits. */
static bool is_designation(struct slice text, size_t at)
{
    if (at + NUMBER_SIZE > text.n || !stands_alone(text, at, at + NUMBER_SIZE)) {
        return false;
    }
    for (size_t i = 0; i < NUMBER_SIZE; i++) {
        char c = text.p[at + i];
        if (i < LETTERS ? !ascii_is_upper(c) : !ascii_is_digit(c)) {
            return false;
        }
    }
    return true;
}

/* The seven digits behind "IMO", "IMO number:" …; the empty slice when there are none whose
 * check digit holds. */
static struct slice imo_behind(struct slice text, size_t at)
{
    struct identifier id;
    size_t n = 0;
    size_t end = at + IMO_GAP < text.n ? at + IMO_GAP : text.n;
    while (at < end && !ascii_is_digit(text.p[at])) {
        at++;
    }
    while (at + n < text.n && ascii_is_digit(text.p[at + n])) {
        n++;
    }
    struct slice number = slice_cut(text, at, at + n);
    if (n != NUMBER_SIZE || !stands_alone(text, at, at + n)) {
        return (struct slice){NULL, 0};
    }
    identifier_parse(ID_IMO, number, &id);
    return id.check == ID_CHECK_GOOD ? number : (struct slice){NULL, 0};
}

static void take_imo(struct uk_record *uk, struct slice number)
{
    if (uk->imo.n == 0) {
        uk->imo = arena_copy(&uk->r.record, number);
    } else if (!slice_eq(uk->imo, number)) {
        uk->several_imos = true;
    }
}

void uk_read_prose(struct uk_record *uk, struct slice text)
{
    for (size_t at = 0; at < text.n; at++) {
        if (is_designation(text, at)) {
            uk_tie(uk, UK_NAMED, slice_cut(text, at, at + NUMBER_SIZE));
        }
    }
    for (size_t at = slice_find(text, 0, "IMO"); at < text.n;
         at = slice_find(text, at + 1, "IMO")) {
        struct slice number = imo_behind(text, at + 3);
        if (number.n) {
            take_imo(uk, number);
        }
    }
}
