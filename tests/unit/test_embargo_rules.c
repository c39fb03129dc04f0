/*
 * The tables as text: every file of data/embargo reads, a fault is told with file and line, a
 * folder replaces what is compiled in, and damage is refused without a crash.
 */
#include "test.h"

#include <dirent.h>
#include <sys/stat.h>

#include "base/file.h"
#include "embargo/book.h"

static const char RULES[] = "regime: UN-XX\n"
                            "imposer: UN\n"
                            "about: TR\n"
                            "title: Testland\n"
                            "bound: all\n"
                            "binds: everybody\n"
                            "rule: UNSCR 1 para 2\n"
                            "way: to\n"
                            "goods: arms\n"
                            "except: small\n"
                            "from: 2001-01-01\n"
                            "until: 2001-12-31\n"
                            "says: no arms to Testland,\n"
                            "    not even old ones\n"
                            "source: a test\n";

static struct slice data_folder(char *out, size_t size)
{
    const char *root = getenv("VAGLIO_SOURCE_ROOT");
    (void)snprintf(out, size, "%s/data/embargo", root ? root : ".");
    return slice_of(out);
}

/* ---- good tables ---- */

static void test_open__reads_every_file_of_the_tree(void **state)
{
    (void)state;
    char folder[1024];
    struct embargo *built_in;
    struct embargo *read;
    struct diag diag = {.code = 0};
    (void)data_folder(folder, sizeof folder);
    assert_int_equal(embargo_open(NULL, &built_in, &diag), 0);
    int result = embargo_open(folder, &read, &diag);
    if (result < 0) {
        print_message("# %s:%lu: %s\n", diag.source, (unsigned long)diag.line, diag.text);
    }
    assert_int_equal(result, 0);
    /* The same rules, whether compiled in or read from the folder. */
    assert_int_equal(read->rules.n, built_in->rules.n);
    assert_int_equal(read->regimes.n, built_in->regimes.n);
    assert_int_equal(read->warrants.n, built_in->warrants.n);
    assert_int_equal(read->goods.items.n, built_in->goods.items.n);
    for (size_t i = 0; i < read->rules.n; i++) {
        assert_true(slice_eq(read->rules.p[i].cite.cite, built_in->rules.p[i].cite.cite));
        assert_true(slice_eq(read->rules.p[i].cite.says, built_in->rules.p[i].cite.says));
        assert_int_equal(read->rules.p[i].cite.from, built_in->rules.p[i].cite.from);
    }
    embargo_close(read);
    embargo_close(built_in);
}

static void test_open__has_every_resolution_on_north_korea(void **state)
{
    (void)state;
    static const char *const RESOLUTIONS[] = {"UNSCR 1695", "UNSCR 1718", "UNSCR 1874",
                                              "UNSCR 2094", "UNSCR 2270", "UNSCR 2321",
                                              "UNSCR 2371", "UNSCR 2375", "UNSCR 2397"};
    struct embargo *e;
    assert_int_equal(embargo_open(NULL, &e, NULL), 0);
    for (size_t k = 0; k < COUNT_OF(RESOLUTIONS); k++) {
        bool found = false;
        for (size_t i = 0; i < e->rules.n; i++) {
            found = found || slice_starts(e->rules.p[i].cite.cite, RESOLUTIONS[k]);
        }
        assert_true(found);
    }
    embargo_close(e);
}

static void test_open__gives_the_same_hash_for_the_same_text_only(void **state)
{
    (void)state;
    struct embargo *a;
    struct embargo *b;
    struct embargo *c;
    assert_int_equal(embargo_open(NULL, &a, NULL), 0);
    assert_int_equal(embargo_open(NULL, &b, NULL), 0);
    assert_int_equal(embargo_open_text("t.rules", slice_of(RULES), &c, NULL), 0);
    assert_true(embargo_hash(a) == embargo_hash(b));
    assert_true(embargo_hash(a) != embargo_hash(c));
    embargo_close(a);
    embargo_close(b);
    embargo_close(c);
}

static void test_read__keeps_what_a_rule_says(void **state)
{
    (void)state;
    struct embargo *e;
    assert_int_equal(embargo_open_text("t.rules", slice_of(RULES), &e, NULL), 0);
    assert_int_equal(e->regimes.n, 1);
    assert_int_equal(e->rules.n, 1);
    const struct rule *r = &e->rules.p[0];
    assert_true(slice_is(r->cite.says, "no arms to Testland, not even old ones"));
    assert_true(slice_is(r->cite.binds, "everybody"));
    assert_int_equal(r->way, WAY_TO);
    assert_int_equal(r->effect, EFFECT_FORBIDS);
    assert_int_equal(r->cite.basis, BASIS_SEEN);
    assert_int_equal(r->cite.seen_until, DAY_NONE);
    embargo_close(e);
}

static void test_read__takes_carriage_returns_and_a_byte_order_mark(void **state)
{
    (void)state;
    char text[sizeof RULES * 2] = "\xEF\xBB\xBF";
    size_t n = 3;
    for (size_t i = 0; i < sizeof RULES - 1; i++) {
        if (RULES[i] == '\n') {
            text[n++] = '\r';
        }
        text[n++] = RULES[i];
    }
    struct embargo *e;
    assert_int_equal(embargo_open_text("t.rules", (struct slice){text, n}, &e, NULL), 0);
    assert_true(slice_is(e->rules.p[0].cite.source, "a test"));
    embargo_close(e);
}

/* ---- a folder ---- */

static void write_file(const char *folder, const char *name, const char *text)
{
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

static void remove_file(const char *folder, const char *name)
{
    char path[512];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    (void)remove(path);
}

static void test_open__replaces_the_rules_by_those_of_a_folder(void **state)
{
    (void)state;
    char folder[] = "/tmp/vaglio-rules-XXXXXX";
    struct embargo *e;
    struct diag diag = {.code = 0};
    assert_non_null(mkdtemp(folder));
    assert_int_equal(embargo_open(folder, &e, &diag), ERR_NOT_FOUND);
    write_file(folder, "own.rules", RULES);
    write_file(folder, "notes.md", "no table");
    assert_int_equal(embargo_open(folder, &e, &diag), 0);
    assert_int_equal(e->rules.n, 1);
    assert_true(e->goods.items.n > 50); /* what the folder lacks stays */
    embargo_close(e);
    write_file(folder, "goods.words", "item: chairs\nclass: other\nen: chair\n");
    assert_int_equal(embargo_open(folder, &e, &diag), 0);
    assert_int_equal(e->goods.items.n, 1);
    embargo_close(e);
    write_file(folder, "own.rules", "regime: X\nway to\n");
    assert_int_equal(embargo_open(folder, &e, &diag), ERR_FORMAT);
    assert_int_equal(diag.line, 2);
    assert_true(slice_ends_nocase(slice_of(diag.source), "/own.rules"));
    remove_file(folder, "own.rules");
    remove_file(folder, "notes.md");
    remove_file(folder, "goods.words");
    (void)rmdir(folder);
    assert_int_equal(embargo_open("/nowhere/at/all", &e, &diag), ERR_NOT_FOUND);
}

/* ---- faults ---- */

struct fault {
    const char *table;
    const char *text;
    unsigned line;
    const char *words; /* part of the message */
};

#define HEAD "regime: UN-XX\nimposer: UN\nabout: TR\ntitle: T\nbinds: all\n"

static void test_read__tells_a_fault_with_its_line(void **state)
{
    (void)state;
    static const struct fault FAULTS[] = {
        {"t.rules", "rule: x\n", 1, "before the first 'regime:'"},
        {"t.rules", "way: to\n", 1, "before the first 'regime:'"},
        {"t.rules", "regime: UN-XX\nrule: x\n", 2, "lacks imposer"},
        {"t.rules", HEAD "colour: red\n", 6, "no key of a regime"},
        {"t.rules", HEAD "bound: ASEAN\n", 6, "neither 'all' nor a body"},
        {"t.rules", HEAD "rule: x\nway: up\n", 7, "none of: to from both"},
        {"t.rules", HEAD "rule: x\neffect: maybe\n", 7, "none of: forbids"},
        {"t.rules", HEAD "rule: x\ngoods: chairs\n", 7, "no word for goods"},
        {"t.rules", HEAD "rule: x\ngoods: HS 12345678901\n", 7, "no heading"},
        {"t.rules", HEAD "rule: x\nacts: juggling\n", 7, "no act"},
        {"t.rules", HEAD "rule: x\ntarget: atlantis\n", 7,
         "neither a country code nor a group"},
        {"t.rules", HEAD "rule: x\nfrom: 2001-02-30\n", 7, "no day of the form"},
        {"t.rules", HEAD "rule: x\nlimit: many\n", 7, "a limit is written"},
        {"t.rules", HEAD "rule: x\nsmell: bad\n", 7, "no key of a rule"},
        {"t.rules", HEAD "rule: x\nway: to\n", 7, "lacks way, goods, from, says or source"},
        {"t.rules",
         HEAD "rule: x\nway: to\ngoods: arms\nfrom: 2001-01-02\nuntil: 2001-01-01\nsays: "
              "x\nsource: y\n",
         12, "ends before it begins"},
        {"t.rules", "regime UN-XX\n", 1, "is no 'key: value'"},
        {"t.rules", "Regime: UN-XX\n", 1, "is no 'key: value'"},
        {"t.rules", "regime:\n", 1, "has no value"},
        {"t.rules", "# c\n\n  regime: x\n", 3, "goes on from no value"},
        {"t.rules", "regime: \xff\n", 1, "not UTF-8"},
        {"goods.words", "en: chair\n", 1, "before the first 'item:'"},
        {"goods.words", "item: x\nclass: wooden\n", 2, "no class of goods"},
        {"goods.words", "item: x\nkinds: wooden\n", 2, "no kind of goods"},
        {"goods.words", "item: x\nen: chair+s\n", 2, "names endings that are not defined"},
        {"goods.words", "endings: xx s = - s\n", 1, "endings are written"},
        {"goods.words", "endings: en s =\n", 1, "no endings"},
        {"goods.words", "item: x\nen: a b c d e f g h i\n", 2, "too many words"},
        {"groups.txt", "ids: ofac:1\n", 1, "before the first 'group:'"},
        {"groups.txt", "group: x\ncountry: Atlantis\n", 2, "no country code"},
        {"members.txt", "member: IT 1958-01-01\n", 1, "neither 'body:'"},
        {"members.txt", "body: EU\nmember: IT yesterday\n", 2, "is no 'KP 2006-10-14'"},
        {"warrants.txt", "name: x\n", 1, "before the first 'warrant:'"},
        {"warrants.txt", "warrant: icc:x\nname: X\n", 2, "no 'name:' or no 'issued:'"},
        {"rome_statute.txt", "party: IT 2002-07-01 2001-01-01\n", 1, "is no 'KP 2006-10-14'"},
    };
    for (size_t i = 0; i < COUNT_OF(FAULTS); i++) {
        const struct fault *f = &FAULTS[i];
        struct embargo *e = NULL;
        struct diag diag = {.code = 0};
        int result = embargo_open_text(f->table, slice_of(f->text), &e, &diag);
        struct slice words = slice_of(diag.text);
        if (result >= 0 || diag.line != f->line || slice_find(words, 0, f->words) == words.n) {
            print_message("# case %zu: %d %s:%lu: %s\n", i, result, diag.source,
                          (unsigned long)diag.line, diag.text);
        }
        assert_true(result == ERR_FORMAT || result == ERR_TEXT);
        assert_null(e);
        assert_string_equal(diag.source, f->table);
        assert_int_equal(diag.line, f->line);
        assert_true(slice_find(words, 0, f->words) < words.n);
    }
}

/* ---- damage ---- */

enum { ROUNDS = TEST_SANITIZED ? 8 : 40, FELLOWS = 8 };

/* Every table, cut and altered at random: read or refused with a line, never a crash. */
static void damage(const struct embargo_file *file, struct dice *d)
{
    static char text[1 << 17];
    assert_true(file->n < sizeof text);
    for (size_t round = 0; round < ROUNDS; round++) {
        size_t n = file->n;
        memcpy(text, file->bytes, n);
        for (size_t k = dice_below(d, 6); k > 0 && n; k--) {
            text[dice_below(d, n)] = (char)dice_below(d, 256);
        }
        n = dice_one_in(d, 2) ? dice_below(d, n + 1) : n;
        struct embargo *e = NULL;
        struct diag diag = {.code = 0};
        /* Among its fellows now and then, since that takes far longer. */
        struct slice cut = {text, n};
        int result = round % FELLOWS ? book_open_alone(file->name, cut, &e, &diag)
                                     : embargo_open_text(file->name, cut, &e, &diag);
        assert_true(result == 0 || diag.text[0] || result == ERR_MEMORY);
        embargo_close(e);
    }
}

static void test_read__refuses_damage_without_a_crash(void **state)
{
    (void)state;
    struct dice d = dice_new(20231);
    for (size_t i = 0; i < embargo_file_count; i++) {
        damage(&embargo_files[i], &d);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_open__reads_every_file_of_the_tree),
        cmocka_unit_test(test_open__has_every_resolution_on_north_korea),
        cmocka_unit_test(test_open__gives_the_same_hash_for_the_same_text_only),
        cmocka_unit_test(test_read__keeps_what_a_rule_says),
        cmocka_unit_test(test_read__takes_carriage_returns_and_a_byte_order_mark),
        cmocka_unit_test(test_open__replaces_the_rules_by_those_of_a_folder),
        cmocka_unit_test(test_read__tells_a_fault_with_its_line),
        cmocka_unit_test(test_read__refuses_damage_without_a_crash),
    };
    return RUN_TESTS(tests);
}
