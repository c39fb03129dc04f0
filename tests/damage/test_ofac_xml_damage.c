/*
 * OFAC's XML forms cut off and changed by a byte, at many places: each must be read or refused,
 * with its counts in order; a list that is cut is never taken for a whole one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lists/ofac_forms.h"
#include "lists/readers.h"
#include "lists_help.h"
#include "ofac_enhanced_sample.h"

enum { PLACES = 200 };

/* clang-format off */
static const char DELTA[] = EN_DELTA
    EN_ENTITY("7", " action=\"remove\"", EN_FIRM("SDN List", "SDGT", "Block"))
    EN_ENTITY("8", " action=\"add\"", EN_FIRM("SDN List", "SDGT", "Block"))
    EN_ENTITY("36", "", "<names><name action=\"add\"><translations><translation>"
              "<formattedFullName>X</formattedFullName></translation></translations></name>"
              "<name action=\"remove\"/></names>")
    EN_END;
/* clang-format on */
static const char LIST[] =
    "36,\"AERO, S.A.\",-0- ,\"CUBA\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n"
    "7,\"DOE, Jane\",\"individual\",\"IRAN\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n\x1a";

/* The reader of a form itself, so that a root that is damaged does not make another form of
 * it. */
static const struct list_reader CLASSIC_FORM = {.kind = "us_ofac_sdn", .read = ofac_xml_read};
static const struct list_reader ADVANCED_FORM = {.kind = "us_ofac_sdn",
                                                 .read = ofac_advanced_read};
static const struct list_reader ENHANCED_FORM = {.kind = "us_ofac_sdn",
                                                 .read = ofac_enhanced_read};

struct sample {
    const struct list_reader *reader;
    struct slice bytes;
    bool delta; /* laid over LIST */
};

static int read_damaged(const struct sample *s, struct slice bytes)
{
    struct list_case c;
    list_case_begin(&c);
    if (s->delta) {
        list_case_file(&c, "sdn", slice_of(LIST));
    }
    list_case_file(&c, s->delta ? "delta" : "sdn", bytes);
    int result = list_case_read(&c, s->reader, "damaged");
    assert_true(result == 0 || result == ERR_CUT || result == ERR_FORMAT ||
                result == ERR_LIMIT);
    if (result < 0) {
        assert_true(c.diag.text[0] && c.diag.source[0]);
    } else {
        assert_int_equal(c.snap.counts.read + c.snap.counts.refused, c.snap.counts.records);
        assert_int_equal(c.snap.counts.entities, c.entities);
    }
    list_case_end(&c);
    return result;
}

static void cut(const struct sample *s, size_t places)
{
    size_t step = s->bytes.n / places + 1;
    size_t whole = s->bytes.n - 1;
    while (s->bytes.p[whole] != '>') {
        whole--; /* blanks behind the root may go */
    }
    for (size_t n = 0; n <= whole; n += step) {
        int result = read_damaged(s, slice_cut(s->bytes, 0, n));
        if (result != ERR_CUT) {
            fail_msg("cut at %zu of %zu bytes: %d", n, s->bytes.n, result);
        }
    }
}

static void change(const struct sample *s, size_t places)
{
    struct buf copy;
    buf_init(&copy, (size_t)16 << 20);
    buf_add(&copy, s->bytes);
    uint64_t x = 88172645463325252U;
    for (size_t i = 0; i < places; i++) {
        x ^= x << 13;
        x ^= x >> 7;
        x ^= x << 17;
        size_t at = (size_t)(x % s->bytes.n);
        char was = copy.p[at];
        copy.p[at] = (char)(x >> 32);
        (void)read_damaged(s, buf_slice(&copy));
        copy.p[at] = was;
    }
    buf_release(&copy);
}

static void test_ofac_xml_damage__of_made_up_lists(void **state)
{
    (void)state;
    static const char *const FORMS[] = {"classic", "advanced", "enhanced"};
    struct buf lists[3];
    for (size_t i = 0; i < 3; i++) {
        ofac_sample(FORMS[i], &lists[i]);
    }
    const struct sample samples[] = {
        {&CLASSIC_FORM, buf_slice(&lists[0]), false},
        {&ADVANCED_FORM, buf_slice(&lists[1]), false},
        {&ENHANCED_FORM, buf_slice(&lists[2]), false},
        {&OFAC_SDN, slice_of(DELTA), true},
    };
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++) {
        cut(&samples[i], PLACES);
        change(&samples[i], PLACES);
    }
    for (size_t i = 0; i < 3; i++) {
        buf_release(&lists[i]);
    }
}

/* Tags that stand where no list has them: nothing is taken for granted. */
static void test_ofac_xml_damage__of_order(void **state)
{
    (void)state;
    static const struct {
        const struct list_reader *reader;
        const char *list;
    } ODD[] = {
        {&CLASSIC_FORM, "<sdnList><uid>7</uid><aka><lastName>A</lastName></aka></sdnList>"},
        {&CLASSIC_FORM,
         "<sdnList><sdnEntry><sdnEntry><uid>7</uid></sdnEntry></sdnEntry></sdnList>"},
        {&CLASSIC_FORM, "<sdnList><a><b><id><idType>X</idType></id></b></a></sdnList>"},
        {&ADVANCED_FORM, "<Sanctions/>"},
        {&ADVANCED_FORM,
         "<Sanctions><DistinctParties><X><Comment>a</Comment><Profile ID=\"1\">"
         "<Identity><Alias><DocumentedName><P><NamePartValue>x</NamePartValue></P>"
         "</DocumentedName></Alias></Identity></Profile></X></DistinctParties>"
         "</Sanctions>"},
        {&ADVANCED_FORM,
         "<Sanctions><DistinctParties><DistinctParty FixedRef=\"1\"><Profile><X><Alias>"
         "<DocumentedName><P><NamePartValue>x</NamePartValue></P></DocumentedName></Alias></X>"
         "<Feature><FeatureVersion><VersionLocation/></FeatureVersion></Feature></Profile>"
         "</DistinctParty></DistinctParties><Locations><X><LocationPart><LocationPartValue>"
         "<Value>a</Value></LocationPartValue></LocationPart></X></Locations><SanctionsEntries>"
         "<X><EntryEvent><Date><Day>99999999999</Day></Date></EntryEvent></X></"
         "SanctionsEntries>"
         "</Sanctions>"},
        {&ENHANCED_FORM,
         "<sanctionsData><entities><entity id=\"1\"><names><name><isPrimary>true</isPrimary>"
         "<translations><translation><formattedFullName>A</formattedFullName></translation>"
         "</translations></name></names><relationships><relationship><relatedEntity "
         "entityId=\"2\"/></relationship></relationships></entity></entities></sanctionsData>"},
        {&ENHANCED_FORM, "<sanctionsData><entity id=\"1\"><names/></entity></sanctionsData>"},
        {&ENHANCED_FORM,
         "<sanctionsData><entities><entity><translation><script>x</script></translation>"
         "<entity><name><isPrimary>true</isPrimary></name></entity><valueDate/><address/>"
         "<addressParts><addressPart/></addressParts></entity></entities></sanctionsData>"},
    };
    for (size_t i = 0; i < sizeof ODD / sizeof ODD[0]; i++) {
        const struct sample s = {ODD[i].reader, slice_of(ODD[i].list), false};
        assert_int_equal(read_damaged(&s, s.bytes), 0);
    }
}

/* A part in a name for each of many groups: no work that grows with their square. */
static void test_ofac_xml_damage__of_many_names(void **state)
{
    (void)state;
    enum { MANY = 15000 };
    struct buf list;
    buf_init(&list, (size_t)16 << 20);
    buf_add_text(&list, "<Sanctions><DistinctParties><DistinctParty FixedRef=\"1\"><Profile>"
                        "<Identity ID=\"1\">");
    for (unsigned i = 0; i < MANY; i++) {
        buf_printf(&list,
                   "<Alias><DocumentedName><DocumentedNamePart><NamePartValue "
                   "NamePartGroupID=\"%u\">N%u</NamePartValue></DocumentedNamePart>"
                   "</DocumentedName></Alias>",
                   i, i);
    }
    buf_add_text(&list, "<NamePartGroups><MasterNamePartGroup>");
    for (unsigned i = 0; i < MANY; i++) {
        buf_printf(&list, "<NamePartGroup ID=\"%u\"/>", MANY - 1 - i);
    }
    buf_add_text(&list, "</MasterNamePartGroup></NamePartGroups></Identity></Profile>"
                        "</DistinctParty></DistinctParties></Sanctions>");
    const struct sample s = {&ADVANCED_FORM, buf_slice(&list), false};
    assert_int_equal(read_damaged(&s, s.bytes), 0);
    buf_release(&list);
}

static void test_ofac_xml_damage__of_real_lists(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const struct list_reader *reader;
        const char *after; /* the list is cut behind the first of these past the middle … */
        const char *end;   /* … and ended with this */
        size_t from;
        size_t places;
    } REAL[] = {
        {"us_ofac/consolidated/consolidated-2025-03-28.xml", &CLASSIC_FORM, "</sdnEntry>",
         "</sdnList>", 60000, PLACES},
        {"us_ofac/consolidated/cons_advanced-2025-07.xml", &ADVANCED_FORM, "</Sanctions>", "",
         0, 20},
        {"us_ofac/delta/2025-01-13_delta.xml", &ENHANCED_FORM, "</entity>",
         "</entities></sanctionsData>", 60000, PLACES},
    };
    for (size_t i = 0; i < sizeof REAL / sizeof REAL[0]; i++) {
        char path[512];
        struct buf list;
        FILE *f = real_list(path, sizeof path, REAL[i].name) ? fopen(path, "r") : NULL;
        if (!f) {
            print_message("skipped: the real lists are not here\n");
            skip();
        }
        buf_init(&list, (size_t)16 << 20);
        char *p = buf_reserve(&list, (size_t)4 << 20);
        assert_non_null(p);
        list.n = fread(p, 1, (size_t)4 << 20, f);
        fclose(f);
        list.n =
            slice_find(buf_slice(&list), REAL[i].from, REAL[i].after) + strlen(REAL[i].after);
        buf_add_text(&list, REAL[i].end);
        const struct sample s = {REAL[i].reader, buf_slice(&list), false};
        assert_int_equal(read_damaged(&s, s.bytes), 0);
        cut(&s, REAL[i].places);
        change(&s, REAL[i].places);
        buf_release(&list);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ofac_xml_damage__of_made_up_lists),
        cmocka_unit_test(test_ofac_xml_damage__of_order),
        cmocka_unit_test(test_ofac_xml_damage__of_many_names),
        cmocka_unit_test(test_ofac_xml_damage__of_real_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
