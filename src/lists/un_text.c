#include "lists/un_text.h"

#include <string.h>

#include "lists/values.h"

/* The bracket of a piece that is not closed in it, or piece.n. */
static size_t open_bracket(struct slice piece)
{
    size_t closed = 0;
    for (size_t i = piece.n; i-- > 0;) {
        if (piece.p[i] == ')') {
            closed++;
        } else if (piece.p[i] == '(' && closed-- == 0) {
            return i;
        }
    }
    return piece.n;
}

void un_put_names(struct reading *r, struct entity *e, enum property prop, struct slice text,
                  struct slice note)
{
    if (slice_find(text, 0, ";") == text.n) {
        value_put_noted(r, e, prop, text, note);
        return;
    }
    while (text.n) {
        struct slice piece = slice_trim(slice_next(&text, ';'));
        size_t open = open_bracket(piece);
        if (open < piece.n) {
            value_put_noted(r, e, prop, slice_cut(piece, 0, open), note);
            piece = slice_cut(piece, open + 1, piece.n);
        } else if (piece.n && piece.p[piece.n - 1] == ')' &&
                   slice_find(piece, 0, "(") == piece.n) {
            piece.n--;
        }
        value_put_noted(r, e, prop, piece, note);
    }
}

struct slice un_bare_number(struct slice text)
{
    static const char *const WORDS[] = {
        "umber ", "No. ", "no. ", "No.: ", "assport ", "assport: ", "document "};
    static const char *const ENDS[] = {" (", ", "};
    size_t digit = 0;
    while (digit < text.n && !ascii_is_digit(text.p[digit])) {
        digit++;
    }
    size_t from = 0;
    for (size_t i = 0; i < sizeof WORDS / sizeof WORDS[0]; i++) {
        size_t at = slice_find(text, 0, WORDS[i]);
        while (at < digit && at < text.n) {
            at += strlen(WORDS[i]);
            from = at > from ? at : from;
            at = slice_find(text, at, WORDS[i]);
        }
    }
    text = slice_cut(text, from, text.n);
    for (size_t i = 0; i < sizeof ENDS / sizeof ENDS[0]; i++) {
        text = slice_cut(text, 0, slice_find(text, 0, ENDS[i]));
    }
    return slice_trim(text);
}

bool un_speaks_of_passport(struct slice s)
{
    return slice_find(s, 0, "assport") < s.n || slice_find(s, 0, "asaporte") < s.n ||
           slice_find(s, 0, "asseport") < s.n;
}
