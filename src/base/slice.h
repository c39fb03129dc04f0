/*
 * slice - a borrowed run of bytes, not NUL-ended.
 *
 * A slice never owns.  Who made it says how long its bytes live, usually as long as an arena
 * or a mapping.  {NULL, 0} is the empty slice.
 */
#ifndef BASE_SLICE_H
#define BASE_SLICE_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct slice {
    const char *p; /* first byte; may be NULL when n is 0 */
    size_t n;      /* bytes */
};

#define SLICE(literal) ((struct slice){("" literal), sizeof(literal) - 1})
/* For printf's "%.*s". */
#define SLICE_ARG(s) (int)((s).n > 400 ? 400 : (s).n), ((s).n ? (s).p : "")

static inline struct slice slice_of(const char *text)
{
    return (struct slice){text, strlen(text)};
}

static inline struct slice slice_cut(struct slice s, size_t from, size_t to)
{
    /* Nothing may be added to a null pointer, not even 0. */
    return s.p ? (struct slice){s.p + from, to - from} : (struct slice){NULL, 0};
}

static inline bool slice_eq(struct slice a, struct slice b)
{
    return a.n == b.n && (a.n == 0 || (a.p && b.p && memcmp(a.p, b.p, a.n) == 0));
}

static inline bool slice_is(struct slice a, const char *text)
{
    return slice_eq(a, slice_of(text));
}

/* Byte order, a prefix before what it begins: <0, 0, >0. */
int slice_cmp(struct slice a, struct slice b);

/* The same letters when ASCII case is ignored. */
bool slice_eq_nocase(struct slice a, struct slice b);

bool slice_starts(struct slice s, const char *prefix);
bool slice_starts_nocase(struct slice s, const char *prefix);
bool slice_ends_nocase(struct slice s, const char *suffix);

/* Without ASCII blanks at both ends. */
struct slice slice_trim(struct slice s);

/* Offset of the first `needle` at or after `from`, or s.n. */
size_t slice_find(struct slice s, size_t from, const char *needle);

/* Cuts *rest at the first `separator`: returns what stands before it and moves *rest behind
 * it.  Without a separator all of *rest is returned and *rest becomes {NULL, 0}. */
struct slice slice_next(struct slice *rest, char separator);

/* Own ASCII classes: no locale ever plays a part. */
static inline bool ascii_is_digit(char c)
{
    return c >= '0' && c <= '9';
}
static inline bool ascii_is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}
static inline bool ascii_is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}
static inline bool ascii_is_alpha(char c)
{
    return ascii_is_lower(c) || ascii_is_upper(c);
}
static inline bool ascii_is_alnum(char c)
{
    return ascii_is_alpha(c) || ascii_is_digit(c);
}
static inline bool ascii_is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}
static inline char ascii_lower(char c)
{
    return ascii_is_upper(c) ? (char)(c + ('a' - 'A')) : c;
}
static inline char ascii_upper(char c)
{
    return ascii_is_lower(c) ? (char)(c - ('a' - 'A')) : c;
}

#endif
