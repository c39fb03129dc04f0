/* Workbooks: texts, numbers, days, and files that are not whole. */
#include "test.h"

#include <sys/mman.h>

#include "base/buf.h"
#include "format/xlsx.h"
#include "format/xlsx_dates.h"
#include "made_xlsx.h"

/* Writes bytes into an anonymous file and gives its path. */
static int keep_bytes(struct slice bytes, char path[32])
{
    int fd = memfd_create("xlsx", MFD_CLOEXEC);
    assert_true(fd >= 0);
    for (size_t done = 0; done < bytes.n;) {
        ssize_t n = write(fd, bytes.p + done, bytes.n - done);
        assert_true(n > 0);
        done += (size_t)n;
    }
    (void)snprintf(path, 32, "/proc/self/fd/%d", fd);
    return fd;
}

/* Rows as "line:cell|cell|;". */
static int keep_row(void *context, const struct xlsx_row *row, struct diag *diag)
{
    struct buf *out = context;
    (void)diag;
    buf_printf(out, "%llu:", (unsigned long long)row->line);
    for (size_t i = 0; i < row->cell_count; i++) {
        buf_add(out, row->cells[i]);
        buf_add_char(out, '|');
    }
    buf_add_char(out, ';');
    return 0;
}

static int read_bytes(struct slice bytes, struct buf *out, struct diag *diag)
{
    char path[32];
    struct xlsx *x;
    struct xlsx_handler handler = {keep_row, out};
    int fd = keep_bytes(bytes, path);
    int result = xlsx_open(path, &x, diag);
    if (result == 0) {
        result = xlsx_rows(x, &handler, diag);
        xlsx_close(x);
    }
    close(fd);
    return result;
}

static void check_rows(struct slice rows, struct slice texts, const char *expected)
{
    struct buf zip;
    struct buf said;
    struct diag diag = {.code = ERR_IO};
    buf_init(&zip, (size_t)1 << 20);
    buf_init(&said, (size_t)1 << 20);
    made_workbook(&zip, rows, texts);
    int result = read_bytes(buf_slice(&zip), &said, &diag);
    if (result < 0) {
        fail_msg("%d %s", result, diag.text);
    }
    check_slice(buf_slice(&said), expected);
    buf_release(&zip);
    buf_release(&said);
}

static void test_xlsx__reads_texts(void **state)
{
    (void)state;
    check_rows(
        SLICE("<row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c>"
              "<c r=\"C1\" t=\"s\"><v>0</v></c></row>"
              "<row r=\"5\"><c r=\"B5\" t=\"inlineStr\"><is><t>in</t><t>line</t></is></c>"
              "<c t=\"str\"><f>A1</f><v>formula</v></c></row>"),
        SLICE("<si><t>one</t></si><si><t xml:space=\"preserve\"> two </t></si>"),
        "1: two ||one|;5:|inline|formula|;");
}

static void test_xlsx__joins_runs_and_leaves_out_phonetic_hints(void **state)
{
    (void)state;
    check_rows(SLICE("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>"),
               SLICE("<si><r><t>Kim </t></r><r><rPr><b/></rPr><t>Jong</t></r></si>"
                     "<si><t>金</t><rPh sb=\"0\" eb=\"1\"><t>キム</t></rPh></si>"),
               "1:Kim Jong|金|;");
}

static void test_xlsx__reads_numbers_and_days(void **state)
{
    (void)state;
    check_rows(
        SLICE("<row><c><v>1969</v></c><c s=\"1\"><v>22282</v></c>"
              "<c s=\"2\"><v>41988.5</v></c><c s=\"3\"><v>0.5</v></c>"
              "<c s=\"1\"><v>-3</v></c><c t=\"b\"><v>1</v></c><c t=\"e\"><v>#REF!</v></c>"
              "<c t=\"b\"><v>0</v></c></row>"),
        SLICE(""), "1:1969|1961-01-01|2014-12-15|0.5|-3|TRUE||FALSE|;");
}

static void test_xlsx__leaves_out_rows_without_values(void **state)
{
    (void)state;
    check_rows(SLICE("<row r=\"1\"><c r=\"A1\" s=\"1\"/></row><row r=\"2\"/>"
                     "<row r=\"3\"><c r=\"A3\"><v>7</v></c><c r=\"B3\"/></row>"),
               SLICE(""), "3:7|;");
}

static void test_xlsx__escapes_become_blanks(void **state)
{
    (void)state;
    check_rows(SLICE("<row><c t=\"s\"><v>0</v></c></row>"),
               SLICE("<si><t>a_x000D_b_x00_c_x0041_</t></si>"), "1:a b_x00_c_x0041_|;");
}

static void test_xlsx__takes_the_first_sheet_that_is_shown(void **state)
{
    (void)state;
    static const char SHEET[] = "<worksheet><sheetData><row><c s=\"0\"><v>%d</v></c></row>"
                                "</sheetData></worksheet>";
    char first[128];
    char second[128];
    (void)snprintf(first, sizeof first, SHEET, 1);
    (void)snprintf(second, sizeof second, SHEET, 2);
    const struct made_member members[] = {
        {"xl/workbook.xml",
         SLICE("<workbook xmlns:r=\"r\"><workbookPr date1904=\"1\"/><sheets>"
               "<sheet state=\"hidden\" r:id=\"a\"/><sheet r:id=\"b\"/></sheets></workbook>")},
        {"xl/_rels/workbook.xml.rels",
         SLICE("<R><Relationship Id=\"a\" Target=\"worksheets/one.xml\"/>"
               "<Relationship Id=\"b\" Target=\"/xl/two.xml\"/></R>")},
        {"xl/worksheets/one.xml", slice_of(first)},
        {"xl/two.xml", slice_of(second)},
    };
    struct buf zip;
    struct buf said;
    struct diag diag;
    buf_init(&zip, 1 << 16);
    buf_init(&said, 1 << 16);
    made_zip(&zip, members, COUNT_OF(members));
    assert_int_equal(read_bytes(buf_slice(&zip), &said, &diag), 0);
    check_slice(buf_slice(&said), "1:2|;");
    buf_release(&zip);
    buf_release(&said);
}

static void test_xlsx__knows_formats_of_days(void **state)
{
    (void)state;
    static const struct {
        const char *code;
        bool day;
    } CODES[] = {{"dd/mm/yyyy;@", true},    {"[$-C09]d\\ mmmm\\ yyyy;@", true},
                 {"dd\\-mmm\\-yyyy", true}, {"0.00", false},
                 {"\"day\"0", false},       {"[Red]0", false},
                 {"h:mm", false},           {"#,##0_d", false}};
    for (size_t i = 0; i < COUNT_OF(CODES); i++) {
        if (xlsx_is_date_format(slice_of(CODES[i].code)) != CODES[i].day) {
            fail_msg("%s", CODES[i].code);
        }
    }
}

static void test_xlsx__counts_days(void **state)
{
    (void)state;
    static const struct {
        const char *number;
        const char *day; /* NULL: none */
    } DAYS[] = {{"1", "1900-01-01"},
                {"59", "1900-02-28"},
                {"60", NULL},
                {"61", "1900-03-01"},
                {"25569", "1970-01-01"},
                {"36526", "2000-01-01"},
                {"36585", "2000-02-29"},
                {"2958465", "9999-12-31"},
                {"2958466", NULL},
                {"0", NULL},
                {"", NULL},
                {"4.1988E4", NULL},
                {"41988.75", "2014-12-15"},
                {"12a", NULL}};
    char out[11];
    for (size_t i = 0; i < COUNT_OF(DAYS); i++) {
        bool known = xlsx_serial_date(slice_of(DAYS[i].number), 0, out);
        if (known != (DAYS[i].day != NULL) || (known && strcmp(out, DAYS[i].day) != 0)) {
            fail_msg("%s: %s", DAYS[i].number, known ? out : "none");
        }
    }
    assert_true(xlsx_serial_date(SLICE("0"), XLSX_SHIFT_1904, out));
    assert_string_equal(out, "1904-01-01");
}

/* Cut anywhere, a workbook is never read as whole. */
static void test_xlsx__knows_a_file_that_is_cut(void **state)
{
    (void)state;
    struct buf zip;
    buf_init(&zip, 1 << 16);
    made_workbook(&zip, SLICE("<row><c><v>1</v></c></row>"), SLICE(""));
    for (size_t n = 0; n < zip.n; n++) {
        struct buf said;
        struct diag diag;
        buf_init(&said, 1 << 16);
        assert_int_equal(read_bytes((struct slice){zip.p, n}, &said, &diag), ERR_CUT);
        buf_release(&said);
    }
    buf_release(&zip);
}

static void test_xlsx__refuses_what_is_no_workbook(void **state)
{
    (void)state;
    struct diag diag;
    struct xlsx *x;
    struct buf said;
    struct buf zip;
    buf_init(&said, 1 << 16);
    buf_init(&zip, 1 << 16);
    const struct made_member other[] = {{"a.txt", SLICE("a")}};
    made_zip(&zip, other, 1);
    assert_int_equal(read_bytes(SLICE("a,b\n1,2\n"), &said, &diag), ERR_FORMAT);
    assert_int_equal(read_bytes(buf_slice(&zip), &said, &diag), ERR_FORMAT);
    assert_int_equal(xlsx_open("/no/such/file.xlsx", &x, &diag), ERR_NOT_FOUND);
    buf_reset(&zip);
    made_workbook(&zip, SLICE("<row><c t=\"s\"><v>1</v></c></row>"),
                  SLICE("<si><t>a</t></si>"));
    assert_int_equal(read_bytes(buf_slice(&zip), &said, &diag), ERR_FORMAT);
    buf_reset(&zip);
    made_workbook(&zip, SLICE("<row><c r=\"ZZZ1\"><v>1</v></c></row>"), SLICE(""));
    assert_int_equal(read_bytes(buf_slice(&zip), &said, &diag), ERR_LIMIT);
    buf_release(&said);
    buf_release(&zip);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_xlsx__reads_texts),
        cmocka_unit_test(test_xlsx__joins_runs_and_leaves_out_phonetic_hints),
        cmocka_unit_test(test_xlsx__reads_numbers_and_days),
        cmocka_unit_test(test_xlsx__leaves_out_rows_without_values),
        cmocka_unit_test(test_xlsx__escapes_become_blanks),
        cmocka_unit_test(test_xlsx__takes_the_first_sheet_that_is_shown),
        cmocka_unit_test(test_xlsx__knows_formats_of_days),
        cmocka_unit_test(test_xlsx__counts_days),
        cmocka_unit_test(test_xlsx__knows_a_file_that_is_cut),
        cmocka_unit_test(test_xlsx__refuses_what_is_no_workbook),
    };
    return RUN_TESTS(tests);
}
