/*
 * The lists of the EU, the United Kingdom and Switzerland, and those that ammitto copies, cut
 * off and changed by a byte at many places: each must be read or refused, with its counts in
 * order, and a list that is cut must never be taken for a whole one.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "format/input.h"
#include "lists/readers.h"
#include "lists_help.h"

enum { PLACES = 200, PART = 40000 };

static const char EU[] =
    "<?xml version=\"1.0\"?><export xmlns=\"http://eu.europa.ec/fpi/fsd/export\" "
    "generationDate=\"2026-02-26\"><sanctionEntity euReferenceNumber=\"EU.1.23\" "
    "unitedNationId=\"QDi.1\"><remark>Ä</remark><regulation programme=\"UKR\" "
    "numberTitle=\"1/2014\"><publicationUrl>http://example.org</publicationUrl></regulation>"
    "<subjectType code=\"person\"/><nameAlias firstName=\"Jane\" lastName=\"ROE\" "
    "wholeName=\"Jane РОУ\" title=\"(a) X, (b) Y\" strong=\"false\"><remark>low quality"
    "</remark></nameAlias><birthdate circa=\"true\" year=\"1961\" monthOfYear=\"3\" "
    "city=\"Homs\" countryIso2Code=\"SY\"/><birthdate yearRangeFrom=\"1953\" "
    "yearRangeTo=\"1958\"/><identification number=\"1\" identificationTypeCode=\"passport\" "
    "knownFalse=\"true\" nameOnDocument=\"J\"/><address street=\"1\" city=\"Homs\">"
    "<contactInfo key=\"PHONE\" value=\"1\"/></address></sanctionEntity></export>";
static const char EU_ROWS[] =
    "fileGenerationDate;Entity_LogicalId;Entity_EU_ReferenceNumber;Entity_SubjectType;"
    "Entity_Regulation_Programme;NameAlias_WholeName;BirthDate_Year;Address_City\n"
    "26/02/2026;1;EU.1.23;P;UKR;\"ROE; Jane\";;\n26/02/2026;1;EU.1.23;P;UKR;;1961;\n"
    "26/02/2026;2;EU.2.34;E;UKR;ACME;;Homs\n";
static const char UK[] =
    "<?xml version=\"1.0\"?><Designations><DateGenerated>22/08/2026</DateGenerated>"
    "<Designation><UniqueID>AFG9001</UniqueID><Names><Name><Name1>Jane</Name1><Name6>ROE"
    "</Name6><NameType>Primary Name</NameType></Name><Name><Name6>JJ</Name6><AliasStrength>"
    "Low</AliasStrength></Name></Names><NonLatinNames><NonLatinName><NameNonLatinScript>Джейн"
    "</NameNonLatinScript></NonLatinName></NonLatinNames><RegimeName>R</RegimeName>"
    "<IndividualEntityShip>Individual</IndividualEntityShip><SanctionsImposed>Asset freeze|"
    "Travel Ban</SanctionsImposed><UKStatementofReasons>SHP9001, IMO 9058713"
    "</UKStatementofReasons><Addresses><Address><AddressLine1>1</AddressLine1><AddressCountry>"
    "Iraq</AddressCountry></Address></Addresses><DOB>dd/mm/1945</DOB></Designation>"
    "<Designation><UniqueID>SHP9001</UniqueID><Names><Name><Name6>Petrel</Name6></Name></Names>"
    "<IndividualEntityShip>Ship</IndividualEntityShip><CurrentOwnerOperator>Jane ROE"
    "</CurrentOwnerOperator></Designation></Designations>";
static const char UK_ROWS[] =
    "Report Date: 24-Jun-2026\nLast Updated,Unique ID,Name 6,Name 1,Name type,Regime Name,"
    "\"Individual, Entity, Ship\",D.O.B,Parent company\n"
    "14/04/2026,AFG9006,ROE,JANE,Primary Name,Anvils,Individual,dd/mm/1945,\n"
    "14/04/2026,AFG9006,ROE,\"J, M\",Alias,Anvils,Individual,,\n"
    "14/04/2026,ENT9001,ACME,,Primary Name,Anvils,Entity,,Jane ROE\n";
static const char CH[] =
    "<?xml version=\"1.0\"?><swiss-sanctions-list list-type=\"whole-list\" date=\"2026-08-27\">"
    "<sanctions-program ssid=\"20\"><program-key lang=\"eng\">Belarus</program-key>"
    "<sanctions-set ssid=\"4387\" lang=\"eng\">Financial measures</sanctions-set>"
    "</sanctions-program><target ssid=\"1\"><sanctions-set-id>4387</sanctions-set-id>"
    "<individual sex=\"male\"><identity main=\"true\"><name name-type=\"primary-name\">"
    "<name-part order=\"1\" name-part-type=\"family-name\"><value>Roe</value><spelling-variant "
    "lang=\"BEL\" script=\"CYRL\">Роу</spelling-variant></name-part><name-part order=\"2\" "
    "name-part-type=\"maiden-name\"><value>Doe</value></name-part></name><day-month-year "
    "year=\"1954\"/><address place-id=\"9\"><c-o>X</c-o></address><identification-document "
    "document-type=\"passport\"><number>1</number></identification-document></identity>"
    "<relation target-id=\"2\" relation-type=\"related-to\"/></individual><modification "
    "modification-type=\"listed\"/></target><target ssid=\"2\"><modification "
    "modification-type=\"de-listed\"/></target><place ssid=\"9\"><location>Minsk</location>"
    "</place></swiss-sanctions-list>";
static const char CH_LINES[] =
    "{\"_file\":\"ch-2.yaml\",\"ssid\":\"2\",\"sanctions_set_id\":\"77\",\"individual\":{"
    "\"identity\":{\"names\":[{\"name_type\":\"primary-name\",\"name_parts\":[{\"order\":1,"
    "\"name_part_type\":\"whole-name\",\"value\":\"Jane\"}]}],\"day_month_year\":{\"day\":4,"
    "\"month\":3,\"year\":1961}}}}\n{\"_file\":\"ch-3.yaml\",\"ssid\":\"3\"}\n";
static const char AU_LINES[] =
    "{\"_file\":\"_index.yaml\",\"source\":\"au\",\"count\":1}\n"
    "{\"_file\":\"au-1.yaml\",\"reference\":\"1\",\"entity_type\":\"person\",\"names\":[{"
    "\"text\":\"Jane\",\"name_type\":\"Primary Name\"}],\"additional_info\":\"TAi.999 X\","
    "\"sanction\":{\"listing_information\":\"Listed on 23 February 2001\",\"travel_ban\":true},"
    "\"dates_of_birth\":[{\"raw_value\":\"1961\"}],\"places_of_birth\":[{\"raw_value\":\"Homs\""
    "}]}\n";
static const char CA_LINES[] =
    "{\"_file\":\"ca-3.yaml\",\"country\":\"Iran / Iran\",\"entity_or_ship\":\"A B/C D (also "
    "known as E)\",\"schedule\":\"1\",\"item\":\"2\"}\n{\"_file\":\"ca-1.yaml\",\"country\":"
    "\"Russia\",\"last_name\":\"ROE\",\"given_name\":\"J\",\"item\":\"5\","
    "\"date_of_birth_or_ship_build_date\":\"1972 or 1974\"}\n";

struct sample {
    const struct list_reader *reader;
    const char *role;
    struct slice bytes;
    bool by_rows; /* a cut between two rows cannot be seen */
};

static const struct sample SAMPLES[] = {
    {&EU_FSF, "xml", {EU, sizeof EU - 1}, false},
    {&UK_SANCTIONS, "xml", {UK, sizeof UK - 1}, false},
    {&CH_SECO, "xml", {CH, sizeof CH - 1}, false},
    {&EU_FSF, "csv", {EU_ROWS, sizeof EU_ROWS - 1}, true},
    {&UK_SANCTIONS, "csv", {UK_ROWS, sizeof UK_ROWS - 1}, true},
    {&AMMITTO_CH, "ammitto", {CH_LINES, sizeof CH_LINES - 1}, true},
    {&AMMITTO_AU, "ammitto", {AU_LINES, sizeof AU_LINES - 1}, true},
    {&AMMITTO_CA, "ammitto", {CA_LINES, sizeof CA_LINES - 1}, true},
};

enum { SAMPLE_COUNT = sizeof SAMPLES / sizeof SAMPLES[0] };

/* What is read and what is refused adds up, whatever the result. */
static int read_damaged(const struct sample *s, struct slice bytes)
{
    struct list_case c;
    list_case_begin(&c);
    list_case_file(&c, s->role, bytes);
    int result = list_case_read(&c, s->reader, "damaged");
    assert_true(result == 0 || result == ERR_CUT || result == ERR_FORMAT ||
                result == ERR_LIMIT || result == ERR_TEXT);
    if (result < 0) {
        assert_true(c.diag.text[0] && c.diag.source[0]);
    } else {
        assert_int_equal(c.snap.counts.read + c.snap.counts.refused, c.snap.counts.records);
    }
    list_case_end(&c);
    return result;
}

static void cut_and_change(const struct sample *s)
{
    struct buf copy;
    buf_init(&copy, (size_t)1 << 20);
    buf_add(&copy, s->bytes);
    size_t step = s->bytes.n / PLACES + 1;
    for (size_t n = 0; n < s->bytes.n; n += step) {
        (void)read_damaged(s, slice_cut(s->bytes, 0, n));
    }
    uint64_t x = 88172645463325252U;
    for (size_t i = 0; i < PLACES; i++) {
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

static void test_damage__of_made_up_lists(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        assert_int_equal(read_damaged(&SAMPLES[i], SAMPLES[i].bytes), 0);
        cut_and_change(&SAMPLES[i]);
    }
}

/* Every cut of XML is seen; of rows, every one but at the end of a row or of its fields. */
static void test_damage__no_cut_goes_by(void **state)
{
    (void)state;
    for (size_t i = 0; i < SAMPLE_COUNT; i++) {
        const struct sample *s = &SAMPLES[i];
        for (size_t n = 1; n < s->bytes.n; n++) {
            size_t line_end = slice_find(s->bytes, n, "\n");
            bool between =
                s->by_rows && (s->bytes.p[n - 1] == '\n' || s->bytes.p[n - 1] == ',' ||
                               s->bytes.p[n - 1] == ';' ||
                               slice_trim(slice_cut(s->bytes, n, line_end)).n == 0);
            int result = read_damaged(s, slice_cut(s->bytes, 0, n));
            if (result == 0 && !between) {
                fail_msg("sample %zu cut at %zu of %zu was read as whole", i, n, s->bytes.n);
            }
        }
    }
}

/* The first bytes of a real list; false when it is not here. */
static bool real_part(const char *name, struct buf *out)
{
    char path[512];
    struct input *in;
    struct slice piece;
    if (!real_list(path, sizeof path, name) || input_open(path, &in, NULL) < 0) {
        return false;
    }
    while (out->n < PART && input_next(in, &piece, NULL) == 0 && piece.n) {
        buf_add(out, piece.n < PART ? piece : slice_cut(piece, 0, PART));
    }
    input_close(in);
    return out->n > 0;
}

static void test_damage__of_real_lists(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        const struct list_reader *reader;
        const char *role;
    } REAL[] = {
        {"eu/REBUILT_eu_fsf_1_1_2026-02.xml.gz", &EU_FSF, "xml"},
        {"uk/REBUILT_uk_sanctions_list_2026-08-22.xml.gz", &UK_SANCTIONS, "xml"},
        {"ch_seco/seco_amendment_sample_2024-01-17.xml", &CH_SECO, "xml"},
        {"ch_seco/ammitto_ch_2026-02-25.jsonl.gz", &AMMITTO_CH, "ammitto"},
        {"au_dfat/ammitto_au_2026-08-22.jsonl.gz", &AMMITTO_AU, "ammitto"},
        {"ca_sema/ammitto_ca_2026-08-22.jsonl.gz", &AMMITTO_CA, "ammitto"},
    };
    for (size_t i = 0; i < sizeof REAL / sizeof REAL[0]; i++) {
        struct buf part;
        buf_init(&part, (size_t)1 << 20);
        if (!real_part(REAL[i].name, &part)) {
            buf_release(&part);
            print_message("skipped: the real lists are not here\n");
            skip();
        }
        struct sample s = {REAL[i].reader, REAL[i].role, buf_slice(&part), false};
        cut_and_change(&s);
        buf_release(&part);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_damage__of_made_up_lists),
        cmocka_unit_test(test_damage__no_cut_goes_by),
        cmocka_unit_test(test_damage__of_real_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
