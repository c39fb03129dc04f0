/* Lists copied by ammitto, as JSON lines. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "lists/readers.h"
#include "lists_help.h"

#define CH                                                                                     \
    "{\"_file\":\"ch-1.yaml\",\"ssid\":\"1\",\"sanctions_set_id\":\"77\"}\n"                   \
    "{\"_file\":\"ch-2.yaml\",\"ssid\":\"2\",\"sanctions_set_id\":\"77\",\"individual\":{"     \
    "\"identity\":{\"ssid\":\"3\",\"main\":\"true\",\"names\":[{\"name_type\":"                \
    "\"primary-name\",\"quality\":\"good\",\"lang\":\"eng\",\"name_parts\":[{\"order\":2,"     \
    "\"name_part_type\":\"given-name\",\"value\":\"Jane\"},{\"order\":1,\"name_part_type\":"   \
    "\"family-name\",\"value\":\"Roe\"}]},{\"name_type\":\"alias\",\"quality\":\"low\","       \
    "\"name_parts\":[{\"order\":1,\"name_part_type\":\"whole-name\",\"value\":\"JJ\"}]}],"     \
    "\"day_month_year\":{\"day\":4,\"month\":3,\"year\":1961},\"addresses\":[{"                \
    "\"address_details\":\"1 Main\",\"zip_code\":\"333\"}]},\"justification\":\"Her "          \
    "deeds.\",\"mood\":\"good\"}}\n"                                                           \
    "{\"_file\":\"ch-4.yaml\",\"ssid\":\"4\",\"entity\":{\"identity\":{\"names\":[{"           \
    "\"name_type\":\"primary-name\",\"name_parts\":[{\"value\":\"ACME\","                      \
    "\"name_part_type\":\"whole-name\"}]}],\"day_month_year\":{\"year\":1999}}}}\n"

#define SPELLED                                                                                \
    "{\"_file\":\"ch-5.yaml\",\"ssid\":\"5\",\"individual\":{\"identity\":{\"names\":[{"       \
    "\"name_type\":\"alias\",\"quality\":\"good\",\"lang\":\"eng\",\"name_parts\":[{"          \
    "\"order\":1,\"name_part_type\":\"given-name\",\"value\":\"Ghassane\"}]},{"                \
    "\"name_type\":\"primary-name\",\"quality\":\"good\",\"lang\":\"eng\","                    \
    "\"name_parts\":[{\"order\":1,\"name_part_type\":\"given-name\","                          \
    "\"value\":\"Ghassan\"},{\"order\":2,\"name_part_type\":\"family-name\","                  \
    "\"value\":\"Ghannam\"}]},{\"name_type\":\"alias\",\"quality\":\"good\","                  \
    "\"lang\":\"eng\",\"name_parts\":[{\"order\":1,\"name_part_type\":\"family-name\","        \
    "\"value\":\"Ghanem\"}]},{\"name_type\":\"alias\",\"quality\":\"good\","                   \
    "\"lang\":\"eng\",\"name_parts\":[{\"order\":1,"                                           \
    "\"name_part_type\":\"further-given-name\",\"value\":\"Ahmed\"}]},{"                       \
    "\"name_type\":\"formerly-known-as\",\"quality\":\"good\",\"lang\":\"eng\","               \
    "\"name_parts\":[{\"order\":1,\"name_part_type\":\"maiden-name\","                         \
    "\"value\":\"Roe\"}]},{\"name_type\":\"alias\",\"quality\":\"good\",\"lang\":\"eng\","     \
    "\"name_parts\":[{\"order\":1,\"name_part_type\":\"other\",\"value\":\"Falcon\"}]},{"      \
    "\"name_type\":\"alias\",\"quality\":\"good\",\"lang\":\"eng\",\"name_parts\":[{"          \
    "\"order\":1,\"name_part_type\":\"whole-name\",\"value\":\"Abu Roe\"}]}]}}}\n"

#define AU                                                                                     \
    "{\"_file\":\"_index.yaml\",\"source\":\"au\",\"count\":4,\"fetched_at\":"                 \
    "\"2026-08-22T07:44:43Z\"}\n"                                                              \
    "{\"_file\":\"au-1.yaml\",\"reference\":\"1\",\"entity_type\":\"person\",\"names\":[{"     \
    "\"text\":\"Jane Roe\",\"name_type\":\"Primary Name\",\"script\":\"Latn\"},{\"text\":"     \
    "\"JJ\",\"name_type\":\"Alias\",\"alias_strength\":\"Weak\"},{\"text\":\"Janet\","         \
    "\"name_type\":\"Alias\",\"alias_strength\":\"Strong\"},{\"text\":\"Джейн\","         \
    "\"name_type\":\"Original Script\"}],\"additional_info\":\"TAi.999 Title: Mullah.\","      \
    "\"sanction\":{\"listing_information\":\"Relisted on 1 May 2019. Listed on 23 February "   \
    "2001 (amended on 21 Sep 2007)\",\"committees\":\"1988 (Taliban)\",\"control_date\":"      \
    "\"2026-02-06\",\"instrument\":\"The Regulation\",\"targeted_financial_sanction\":true,"   \
    "\"travel_ban\":true,\"arms_embargo\":false,\"maritime_restriction\":false},"              \
    "\"dates_of_birth\":[{\"raw_value\":\"1961-03-04\",\"year\":1961,\"precision\":"           \
    "\"year\"},{\"raw_value\":\"Approximately: Between 1959 and 1965\",\"circa\":true,"        \
    "\"year_range_from\":1959,\"year_range_to\":1965},{\"raw_value\":\"\xc2\xa0\"}],"          \
    "\"places_of_birth\":[{\"raw_value\":\"Homs\"},{\"raw_value\":\"Syria\"}],"                \
    "\"citizenships\":[\"Democratic People's Republic of Korea (North Korea)\"],"              \
    "\"address\":\"1 Main, Homs\",\"star_sign\":\"Leo\"}\n"                                    \
    "{\"_file\":\"au-2.yaml\",\"reference\":\"2\",\"entity_type\":\"vessel\",\"names\":[{"     \
    "\"text\":\"MOCHA\",\"name_type\":\"Primary Name\"}],\"sanction\":{"                       \
    "\"maritime_restriction\":true},\"imo_number\":\"9271951\",\"previous_names\":[\"FACCA\"]" \
    "}\n"                                                                                      \
    "{\"_file\":\"au-3.yaml\",\"reference\":\"3\",\"entity_type\":\"organization\"}\n"

#define CA                                                                                     \
    "{\"_file\":\"_index.yaml\",\"source\":\"ca\",\"count\":6}\n"                              \
    "{\"_file\":\"ca-1.yaml\",\"country\":\"Russia / Russie\",\"last_name\":\"ROE\","          \
    "\"given_name\":\"\\tJane \",\"schedule\":\"1, Part 1 \",\"item\":\"503\","                \
    "\"date_of_listing\":\"2022-02-28\",\"date_of_birth_or_ship_build_date\":"                 \
    "\"1972-08-26 or 1974-05-31\"}\n"                                                          \
    "{\"_file\":\"ca-2.yaml\",\"country\":\"Myanmar (Burma) / Myanmar (Birmanie)\","           \
    "\"given_name\":\"Than Shwe\",\"item\":\"1\"}\n"                                           \
    "{\"_file\":\"ca-3.yaml\",\"country\":\"Iran\",\"entity_or_ship\":\"Islamic Guard "        \
    "Corps/Corps des Gardiens\",\"schedule\":\"1, Part 1\",\"item\":\"2\"}\n"                  \
    "{\"_file\":\"ca-4.yaml\",\"country\":\"Iran\",\"entity_or_ship\":\"ACME Ltd. (also "      \
    "known as Anvils)(or Forge)\",\"schedule\":\"2\",\"item\":\"3\"}\n"                        \
    "{\"_file\":\"ca-5.yaml\",\"country\":\"Russia\",\"entity_or_ship\":\"M/V "                \
    "Maria\xc2\xa0\","                                                                         \
    "\"date_of_birth_or_ship_build_date\":\"2004\",\"schedule\":\"1.1\",\"item\":\"4\"}\n"     \
    "{\"_file\":\"ca-6.yaml\",\"country\":\"Guatemala\",\"item\":\"1\"}\n"

static void read_list(struct list_case *c, const struct list_reader *reader, struct slice bytes,
                      int expected)
{
    list_case_begin(c);
    list_case_file(c, "ammitto", bytes);
    assert_int_equal(list_case_read(c, reader, reader->dataset), expected);
}

static void check_lines(const struct list_case *c, const char *const *lines, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!list_case_says(c, lines[i])) {
            fail_msg("no '%s' in%.*s", lines[i], (int)c->said.n, c->said.p);
        }
    }
}

static void test_ammitto__reads_the_swiss_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "!refused|only_id|1|ch:1|*",         "ch:2|Person|name|Roe Jane|",
        "ch:2|Person|firstName|Jane|",       "ch:2|Person|weakAlias|JJ|",
        "ch:2|Person|birthDate|1961-03-04|", "ch:2|Person|address|1 Main, 333|",
        "ch:2|Person|programId|77|",         "ch:2/sanction/77|Sanction|reason|Her deeds.|",
        "ch:4|Organization|name|ACME|",      "ch:4|Organization|incorporationDate|1999|",
        "!unmapped|member|2||subject.mood",
    };
    struct list_case c;
    read_list(&c, &AMMITTO_CH, SLICE(CH), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_int_equal(c.snap.counts.records, 3);
    assert_int_equal(c.snap.counts.refused, 1);
    list_case_end(&c);
}

/* What is spelled in another way is a part, no name: alone it would meet everybody. */
static void test_ammitto__puts_swiss_spellings_into_the_name(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ch:5|Person|name|Ghassan Ghannam|",
        "ch:5|Person|alias|Ghassane Ghannam|LATN",
        "ch:5|Person|alias|Ghassan Ghanem|LATN",
        "ch:5|Person|alias|Ghassane Ghanem|LATN",
        "ch:5|Person|alias|Ghassan Ahmed Ghannam|",
        "ch:5|Person|previousName|Ghassan Ahmed Roe|",
        "ch:5|Person|secondName|Ahmed|",
        "ch:5|Person|alias|Falcon|",
        "ch:5|Person|alias|Abu Roe|",
    };
    static const char *const ALONE[] = {"Ghassane", "Ghanem", "Ahmed", "Roe"};
    struct list_case c;
    read_list(&c, &AMMITTO_CH, SLICE(SPELLED), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    for (size_t i = 0; i < sizeof ALONE / sizeof ALONE[0]; i++) {
        char line[80];
        (void)snprintf(line, sizeof line, "ch:5|Person|alias|%s|", ALONE[i]);
        assert_false(list_case_says(&c, line));
        (void)snprintf(line, sizeof line, "ch:5|Person|previousName|%s|", ALONE[i]);
        assert_false(list_case_says(&c, line));
    }
    list_case_end(&c);
}

static void test_ammitto__reads_the_australian_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "au:1|Person|name|Jane Roe|",
        "au:1|Person|weakAlias|JJ|",
        "au:1|Person|alias|Janet|",
        "au:1|Person|alias|Джейн|original",
        "au:1|Person|uniscId|TAI999|",
        "au:1|Person|notes|TAi.999 Title: Mullah.|",
        "au:1|Person|birthDate|1961-03-04|",
        "au:1|Person|birthDate|1959/1965~|",
        "au:1|Person|notes|Approximately: Between 1959 and 1965|",
        "au:1|Person|birthPlace|Homs, Syria|",
        "au:1|Person|birthCountry|sy|",
        "au:1|Person|citizenship|kp|",
        "au:1|Person|address|1 Main, Homs|",
        "au:1|Person|measures|travel_ban|",
        "au:1/sanction|Sanction|authorityId|TAi.999|un",
        "au:1/sanction|Sanction|listingDate|2001-02-23|",
        "au:1/sanction|Sanction|modifiedAt|2026-02-06|",
        "au:1/sanction|Sanction|provisions|The Regulation|",
        "au:2|Vessel|imoNumber|9271951|",
        "au:2|Vessel|previousName|FACCA|",
        "au:2|Vessel|measures|shipping|",
        "!refused|no_name|4|au:3|*",
        "!unmapped|member|2||star_sign",
        "!warning|fewer_records|4|*",
    };
    struct list_case c;
    read_list(&c, &AMMITTO_AU, SLICE(AU), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_int_equal(c.snap.counts.records, 3);
    list_case_end(&c);
}

static void test_ammitto__reads_the_canadian_list(void **state)
{
    (void)state;
    static const char *const LINES[] = {
        "ca:Russia/1, Part 1/503|Person|name|Jane ROE|",
        "ca:Russia/1, Part 1/503|Person|firstName|Jane|",
        "ca:Russia/1, Part 1/503|Person|birthDate|1972-08-26|",
        "ca:Russia/1, Part 1/503|Person|birthDate|1974-05-31|",
        "ca:Russia/1, Part 1/503/sanction|Sanction|program|Russia / Russie|",
        "ca:Russia/1, Part 1/503/sanction|Sanction|listingDate|2022-02-28|",
        "ca:Myanmar (Burma)//1|Person|name|Than Shwe|",
        "ca:Iran/1, Part 1/2|Organization|name|Islamic Guard Corps|",
        "ca:Iran/1, Part 1/2|Organization|alias|Corps des Gardiens|fr",
        "ca:Iran/2/3|Organization|name|ACME Ltd.|",
        "ca:Iran/2/3|Organization|alias|Anvils|",
        "ca:Iran/2/3|Organization|alias|Forge|",
        "ca:Iran/2/3|Organization|measures|asset_freeze|",
        "ca:Russia/1.1/4|Vessel|name|M/V Maria|",
        "ca:Russia/1.1/4|Vessel|measures|shipping|",
        "ca:Russia/1.1/4|Vessel|buildDate|2004|",
        "!refused|no_name|7|ca:Guatemala//1|*",
    };
    struct list_case c;
    read_list(&c, &AMMITTO_CA, SLICE(CA), 0);
    check_lines(&c, LINES, sizeof LINES / sizeof LINES[0]);
    assert_int_equal(c.snap.counts.records, 6);
    assert_int_equal(c.snap.counts.refused, 1);
    list_case_end(&c);
}

static void test_ammitto__refuses_bad_lines_alone(void **state)
{
    (void)state;
    struct list_case c;
    read_list(&c, &AMMITTO_CH, SLICE("{\"_file\":\n[1]\n7\n" CH), 0);
    assert_true(list_case_says(&c, "!refused|bad_json|1|*"));
    assert_true(list_case_says(&c, "!refused|no_object|2|*"));
    assert_int_equal(c.snap.counts.read, 2);
    list_case_end(&c);
    read_list(&c, &AMMITTO_CH, SLICE(CH "{\"_file\":\"ch-9.y"), ERR_CUT);
    list_case_end(&c);
}

static void test_ammitto__is_recognised_with_its_date(void **state)
{
    (void)state;
    char date[LIST_DATE_TEXT];
    struct list_probe probe = {.name = "anything", .head = SLICE(AU)};
    assert_null(AMMITTO_CH.recognise(&probe));
    assert_null(AMMITTO_CA.recognise(&probe));
    assert_string_equal(AMMITTO_AU.recognise(&probe), "ammitto");
    assert_true(AMMITTO_AU.date(&probe, date));
    assert_string_equal(date, "2026-08-22");
    probe.head = SLICE(CH);
    assert_string_equal(AMMITTO_CH.recognise(&probe), "ammitto");
    assert_false(AMMITTO_CH.date(&probe, date));
    probe.head = SLICE("{\"_file\":\"ca-1.yaml\"}\n");
    assert_string_equal(AMMITTO_CA.recognise(&probe), "ammitto");
    probe.head = SLICE("{\"id\":\"a\",\"schema\":\"Person\",\"properties\":{}}\n");
    assert_null(AMMITTO_CH.recognise(&probe));
}

/* Counts by wc and grep. */
static void test_ammitto__reads_the_real_files(void **state)
{
    (void)state;
    static const struct {
        const struct list_reader *reader;
        const char *file;
        uint64_t records, refused;
        const char *line;
    } FILES[] = {
        {&AMMITTO_CH, "ch_seco/ammitto_ch_2026-02-25.jsonl.gz", 8254, 646,
         "ch:49812|Person|name|Putin Vladimir Vladimirovich|"},
        {&AMMITTO_AU, "au_dfat/ammitto_au_2026-08-22.jsonl.gz", 3856, 0,
         "au:6678|Person|birthDate|1952-10-07|"},
        {&AMMITTO_CA, "ca_sema/ammitto_ca_2026-08-22.jsonl.gz", 5690, 0,
         "ca:Russia/1, Part 1/503|Person|name|Vladimir Vladimirovich PUTIN|"},
    };
    for (size_t i = 0; i < sizeof FILES / sizeof FILES[0]; i++) {
        char path[512];
        struct list_case c;
        if (!real_list(path, sizeof path, FILES[i].file)) {
            print_message("skipped: the real lists are not here\n");
            skip();
        }
        list_case_begin(&c);
        list_case_path(&c, "ammitto", path);
        assert_int_equal(list_case_read(&c, FILES[i].reader, FILES[i].reader->dataset), 0);
        assert_int_equal(c.snap.counts.records, FILES[i].records);
        assert_int_equal(c.snap.counts.refused, FILES[i].refused);
        assert_int_equal(c.snap.counts.read, FILES[i].records - FILES[i].refused);
        assert_int_equal(c.snap.counts.remarks[REMARK_UNMAPPED], 0);
        check_lines(&c, &FILES[i].line, 1);
        list_case_end(&c);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_ammitto__reads_the_swiss_list),
        cmocka_unit_test(test_ammitto__puts_swiss_spellings_into_the_name),
        cmocka_unit_test(test_ammitto__reads_the_australian_list),
        cmocka_unit_test(test_ammitto__reads_the_canadian_list),
        cmocka_unit_test(test_ammitto__refuses_bad_lines_alone),
        cmocka_unit_test(test_ammitto__is_recognised_with_its_date),
        cmocka_unit_test(test_ammitto__reads_the_real_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
