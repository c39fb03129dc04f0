/*
 * made_xlsx - workbooks made in memory, for tests and fuzz targets.
 *
 *     struct buf zip;
 *     buf_init(&zip, 1 << 20);
 *     made_workbook(&zip, SLICE("<row …>"), SLICE("<si><t>A</t></si>"));
 */
#ifndef TESTS_MADE_XLSX_H
#define TESTS_MADE_XLSX_H

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "base/buf.h"

#define SHEET_NS "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/* Styles of cells: 0 general, 1 a day (14), 2 a day in a format of the workbook, 3 a time. */
#define MADE_STYLES                                                                            \
    "<styleSheet xmlns=\"" SHEET_NS "\"><numFmts><numFmt numFmtId=\"164\" "                    \
    "formatCode=\"[$-C09]d\\ mmmm\\ yyyy;@\"/></numFmts><cellStyleXfs><xf numFmtId=\"22\"/>"   \
    "</cellStyleXfs><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"164\"/>"  \
    "<xf numFmtId=\"20\"/></cellXfs></styleSheet>"

struct made_member {
    const char *name;
    struct slice text;
};

static la_ssize_t made_write(struct archive *a, void *context, const void *p, size_t n)
{
    (void)a;
    buf_add_bytes(context, p, n);
    return (la_ssize_t)n;
}

static inline void made_zip(struct buf *out, const struct made_member *members, size_t count)
{
    struct archive *a = archive_write_new();
    if (archive_write_set_format_zip(a) != ARCHIVE_OK ||
        archive_write_set_bytes_in_last_block(a, 1) != ARCHIVE_OK ||
        archive_write_open(a, out, NULL, made_write, NULL) != ARCHIVE_OK) {
        abort();
    }
    for (size_t i = 0; i < count; i++) {
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, members[i].name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, (la_int64_t)members[i].text.n);
        if (archive_write_header(a, entry) != ARCHIVE_OK ||
            archive_write_data(a, members[i].text.p, members[i].text.n) < 0) {
            abort();
        }
        archive_entry_free(entry);
    }
    if (archive_write_close(a) != ARCHIVE_OK) {
        abort();
    }
    archive_write_free(a);
}

/* A workbook of one sheet: what stands in <sheetData> and in <sst>. */
static inline void made_workbook(struct buf *out, struct slice rows, struct slice texts)
{
    struct buf sheet;
    struct buf shared;
    buf_init(&sheet, (size_t)64 << 20);
    buf_init(&shared, (size_t)64 << 20);
    buf_add_text(&sheet, "<worksheet xmlns=\"" SHEET_NS "\"><sheetData>");
    buf_add(&sheet, rows);
    buf_add_text(&sheet, "</sheetData></worksheet>");
    buf_add_text(&shared, "<?xml version=\"1.0\"?><sst xmlns=\"" SHEET_NS "\">");
    buf_add(&shared, texts);
    buf_add_text(&shared, "</sst>");
    const struct made_member members[] = {
        {"[Content_Types].xml", SLICE("<Types/>")},
        {"xl/workbook.xml", SLICE("<workbook xmlns:r=\"r\"><sheets><sheet name=\"A\" "
                                  "sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>")},
        {"xl/_rels/workbook.xml.rels",
         SLICE("<Relationships><Relationship Id=\"rId1\" "
               "Target=\"worksheets/sheet1.xml\"/></Relationships>")},
        {"xl/worksheets/sheet1.xml", buf_slice(&sheet)},
        {"xl/styles.xml", SLICE(MADE_STYLES)},
        {"xl/sharedStrings.xml", buf_slice(&shared)},
    };
    made_zip(out, members, sizeof members / sizeof members[0]);
    buf_release(&sheet);
    buf_release(&shared);
}

#endif
