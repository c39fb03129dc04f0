/*
 * test - what every test program shares: dice with a printed seed, fenced text, small checks.
 *
 * Header only, so that a test program is one file.  Randomness is a fixed seed unless TEST_SEED
 * in the environment names another one; a property test prints the seed that it uses, so that a
 * failure can be run again.
 */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/slice.h"

#define RUN_TESTS(tests) cmocka_run_group_tests((tests), NULL, NULL)
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

/* Sanitizers make everything some ten times slower: property tests then throw fewer dice and
 * time limits are wider. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define TEST_SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer) ||                     \
    __has_feature(memory_sanitizer)
#define TEST_SANITIZED 1
#endif
#endif
#ifndef TEST_SANITIZED
#define TEST_SANITIZED 0
#endif

/* Dice: splitmix64, the same on every machine. */
struct dice {
    uint64_t state; /* moves with every throw */
};

static inline uint64_t dice_throw(struct dice *d)
{
    uint64_t z = d->state += UINT64_C(0x9E3779B97F4A7C15);
    z = (z ^ (z >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94D049BB133111EB);
    return z ^ (z >> 31);
}

/* 0 … n − 1. */
static inline size_t dice_below(struct dice *d, size_t n)
{
    return (size_t)(dice_throw(d) % n);
}

static inline bool dice_one_in(struct dice *d, size_t n)
{
    return dice_below(d, n) == 0;
}

/* Dice for a property test; says the seed. */
static inline struct dice dice_new(uint64_t usual)
{
    const char *wanted = getenv("TEST_SEED");
    uint64_t seed = usual;
    for (const char *p = wanted; p && *p; p++) {
        seed = (p == wanted ? 0 : seed) * 10 + (uint64_t)(*p - '0');
    }
    print_message("# TEST_SEED=%llu\n", (unsigned long long)seed);
    return (struct dice){seed};
}

/* A copy of text whose last byte lies before a page that may not be touched. */
struct fence {
    char *pages; /* owned: whole pages, the last one closed */
    size_t size; /* bytes of all of them */
    struct slice text;
};

static inline struct fence fence_make(struct slice text)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t open = (text.n + page - 1) / page * page;
    struct fence f = {.size = open + page};
    f.pages = mmap(NULL, f.size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(f.pages != MAP_FAILED);
    assert_int_equal(mprotect(f.pages + open, page, PROT_NONE), 0);
    f.text = (struct slice){f.pages + open - text.n, text.n};
    if (text.n) {
        memcpy(f.pages + open - text.n, text.p, text.n);
    }
    return f;
}

static inline void fence_release(struct fence *f)
{
    munmap(f->pages, f->size);
}

/* Fails and says both texts. */
#define check_slice(...) check_slice_at(__FILE__, __LINE__, __VA_ARGS__)

static inline void check_slice_at(const char *file, int line, struct slice found,
                                  const char *expected)
{
    if (!slice_is(found, expected)) {
        print_error("\"%.*s\", expected \"%s\"\n", SLICE_ARG(found), expected);
        _fail(file, line);
    }
}

/* A folder for the files of one test program, made anew. */
struct scratch {
    char folder[200];
    char path[300]; /* of scratch_path() last asked for */
};

static inline void scratch_make(struct scratch *s)
{
    const char *base = getenv("TMPDIR");
    (void)snprintf(s->folder, sizeof s->folder, "%s/vaglio-test.XXXXXX", base ? base : "/tmp");
    assert_non_null(mkdtemp(s->folder));
}

static inline const char *scratch_path(struct scratch *s, const char *name)
{
    (void)snprintf(s->path, sizeof s->path, "%s/%s", s->folder, name);
    return s->path;
}

/* Removes a file of the folder, if it is there. */
static inline void scratch_unlink(struct scratch *s, const char *name)
{
    (void)unlink(scratch_path(s, name));
}

/* Do two files of the folder hold the same bytes? */
static inline bool scratch_same(struct scratch *s, const char *first, const char *second)
{
    struct slice a;
    struct slice b;
    assert_int_equal(file_map(scratch_path(s, first), &a, NULL), 0);
    assert_int_equal(file_map(scratch_path(s, second), &b, NULL), 0);
    bool same = slice_eq(a, b);
    file_unmap(a);
    file_unmap(b);
    return same;
}

/* The folder must be empty by then. */
static inline void scratch_remove(struct scratch *s)
{
    assert_int_equal(rmdir(s->folder), 0);
}

/* Processor time of this program in milliseconds: other work on the machine does not count. */
static inline double cpu_ms(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

#endif
