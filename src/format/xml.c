#include "format/xml.h"

/* The guard against amplification is declared only under this name. */
#define XML_DTD 1
#include <expat.h>

#include "base/buf.h"

/* Stands between a namespace and a local name in what expat hands out. */
static const char SEPARATOR = '\n';

enum { NAMES_MAX = XML_DEPTH_MAX * 256, PATH_MAX_BYTES = NAMES_MAX + XML_DEPTH_MAX };

/* One open element.  Names and texts of all open elements lie one behind the other in two
 * buffers; closing an element cuts them back. */
struct level {
    size_t name_start; /* in names */
    size_t text_start; /* in text */
};

struct xml_place {
    XML_Parser parser;
    const struct xml_handler *handler;
    struct level levels[XML_DEPTH_MAX];
    size_t depth;
    struct buf names;
    struct buf text;
    struct buf path; /* xml_path()'s answer */
    uint64_t fed;    /* bytes given to expat */
    int result;      /* first error of a callback or of a limit; 0 */
    bool root_closed;
    bool keeps_blanks; /* the caller wants texts with the blanks at their ends */
    struct diag *diag;
};

static void stop(struct xml_place *at, int result)
{
    if (at->result == 0) {
        at->result = result;
        if (at->diag && at->diag->line == 0) {
            at->diag->line = xml_line(at);
            at->diag->column = xml_column(at);
        }
        (void)XML_StopParser(at->parser, XML_FALSE);
    }
}

static struct slice local(const char *name)
{
    const char *cut = strrchr(name, SEPARATOR);
    return slice_of(cut ? cut + 1 : name);
}

static struct slice name_at(const struct xml_place *at, size_t index)
{
    size_t end = index + 1 < at->depth ? at->levels[index + 1].name_start : at->names.n;
    return slice_cut(buf_slice(&at->names), at->levels[index].name_start, end);
}

static void on_begin(void *user, const XML_Char *full, const XML_Char **attributes)
{
    struct xml_place *at = user;
    if (at->result < 0) {
        return;
    }
    if (at->depth == XML_DEPTH_MAX) {
        stop(at,
             diag_set(at->diag, ERR_LIMIT, "more than %d levels of elements", XML_DEPTH_MAX));
        return;
    }
    at->levels[at->depth++] = (struct level){at->names.n, at->text.n};
    struct slice name = local(full);
    buf_add(&at->names, name);
    if (buf_failed(&at->names)) {
        stop(at, diag_set(at->diag, ERR_LIMIT, "element names too long"));
        return;
    }
    if (at->handler->begin) {
        int result =
            at->handler->begin(at->handler->context, at, name, (const char *const *)attributes);
        if (result < 0) {
            stop(at, result);
        }
    }
}

static void on_end(void *user, const XML_Char *full)
{
    struct xml_place *at = user;
    (void)full;
    if (at->result < 0) {
        return;
    }
    struct level level = at->levels[at->depth - 1];
    struct slice text = {NULL, 0};
    if (at->text.n > level.text_start) {
        text = slice_cut(buf_slice(&at->text), level.text_start, at->text.n);
    }
    struct slice name = name_at(at, at->depth - 1);
    if (!at->keeps_blanks) {
        text = slice_trim(text);
    }
    int result = at->handler->end(at->handler->context, at, name, text);
    at->names.n = level.name_start;
    at->text.n = level.text_start;
    at->depth--;
    at->root_closed = at->depth == 0;
    if (result < 0) {
        stop(at, result);
    }
}

static void on_text(void *user, const XML_Char *s, int n)
{
    struct xml_place *at = user;
    if (at->result < 0 || at->depth == 0) {
        return;
    }
    /* Blanks between children would only pile up. */
    struct slice piece = {s, (size_t)n};
    bool first = at->text.n == at->levels[at->depth - 1].text_start;
    if (!at->keeps_blanks && first && slice_trim(piece).n == 0) {
        return;
    }
    buf_add(&at->text, piece);
    if (buf_failed(&at->text)) {
        stop(at, diag_set(at->diag, ERR_LIMIT, "text of an element too long"));
    }
}

static void on_doctype(void *user, const XML_Char *name, const XML_Char *system_id,
                       const XML_Char *public_id, int has_internal_subset)
{
    (void)name;
    (void)system_id;
    (void)public_id;
    (void)has_internal_subset;
    struct xml_place *at = user;
    stop(at, diag_set(at->diag, ERR_FORMAT, "document type declarations are not read"));
}

/* Errors that only mean that the text goes on somewhere else. */
static bool is_cut(enum XML_Error e)
{
    return e == XML_ERROR_NO_ELEMENTS || e == XML_ERROR_UNCLOSED_TOKEN ||
           e == XML_ERROR_PARTIAL_CHAR || e == XML_ERROR_UNCLOSED_CDATA_SECTION;
}

static int say_what_expat_says(struct xml_place *at, bool final)
{
    enum XML_Error e = XML_GetErrorCode(at->parser);
    if (at->diag) {
        at->diag->line = xml_line(at);
        at->diag->column = xml_column(at);
    }
    if (e == XML_ERROR_NO_MEMORY) {
        FAIL(at->diag, ERR_MEMORY, "no memory to read XML");
    }
    if (e == XML_ERROR_AMPLIFICATION_LIMIT_BREACH) {
        FAIL(at->diag, ERR_LIMIT, "entities grow out of bounds");
    }
    if (final && is_cut(e) && !at->root_closed) {
        FAIL(at->diag, ERR_CUT, "ends before its root element is closed");
    }
    FAIL(at->diag, ERR_FORMAT, "not well-formed XML: %s", XML_ErrorString(e));
}

static int feed(struct xml_place *at, struct slice piece)
{
    /* Expat takes an int; pieces from memory may be larger. */
    enum { STEP = 1 << 20, TOKEN_MAX = 16 << 20 };
    do {
        size_t n = piece.n < STEP ? piece.n : STEP;
        bool final = piece.n == 0;
        if (XML_Parse(at->parser, piece.p, (int)n, final) != XML_STATUS_OK) {
            return at->result < 0 ? at->result : say_what_expat_says(at, final);
        }
        at->fed += n;
        /* What lies behind the last whole token is held in memory. */
        XML_Index done = XML_GetCurrentByteIndex(at->parser);
        if (done >= 0 && at->fed - (uint64_t)done > TOKEN_MAX) {
            FAIL(at->diag, ERR_LIMIT, "a tag or comment longer than 16 MiB");
        }
        piece = n ? slice_cut(piece, n, piece.n) : piece;
    } while (piece.n);
    return at->result;
}

static int feed_all(struct xml_place *at, struct pull source)
{
    for (;;) {
        struct slice piece;
        TRY(source.more(source.context, &piece, at->diag));
        TRY(feed(at, piece));
        if (piece.n == 0) {
            return 0;
        }
    }
}

enum blanks { BLANKS_CUT, BLANKS_KEPT };

static int read_xml(struct pull source, const struct xml_handler *handler, enum blanks blanks,
                    struct diag *diag)
{
    struct xml_place at = {
        .handler = handler, .diag = diag, .keeps_blanks = blanks == BLANKS_KEPT};
    at.parser = XML_ParserCreateNS(NULL, SEPARATOR);
    if (!at.parser) {
        FAIL(diag, ERR_MEMORY, "no memory to read XML");
    }
    buf_init(&at.names, NAMES_MAX);
    buf_init(&at.text, XML_TEXT_MAX);
    buf_init(&at.path, PATH_MAX_BYTES);
    XML_SetUserData(at.parser, &at);
    XML_SetElementHandler(at.parser, on_begin, on_end);
    XML_SetCharacterDataHandler(at.parser, on_text);
    XML_SetStartDoctypeDeclHandler(at.parser, on_doctype);
    (void)XML_SetParamEntityParsing(at.parser, XML_PARAM_ENTITY_PARSING_NEVER);
    (void)XML_SetBillionLaughsAttackProtectionMaximumAmplification(at.parser, 10.0f);
    (void)XML_SetBillionLaughsAttackProtectionActivationThreshold(at.parser, 1 << 20);
    int result = feed_all(&at, source);
    buf_release(&at.names);
    buf_release(&at.text);
    buf_release(&at.path);
    XML_ParserFree(at.parser);
    return result;
}

int xml_read(struct pull source, const struct xml_handler *handler, struct diag *diag)
{
    return read_xml(source, handler, BLANKS_CUT, diag);
}

int xml_read_blanks(struct pull source, const struct xml_handler *handler, struct diag *diag)
{
    return read_xml(source, handler, BLANKS_KEPT, diag);
}

size_t xml_depth(const struct xml_place *at)
{
    return at->depth;
}

struct slice xml_ancestor(const struct xml_place *at, size_t level)
{
    if (level >= at->depth) {
        return (struct slice){NULL, 0};
    }
    return name_at(at, at->depth - 1 - level);
}

struct slice xml_path(struct xml_place *at)
{
    buf_reset(&at->path);
    for (size_t i = 1; i < at->depth; i++) {
        if (i > 1) {
            buf_add_char(&at->path, '/');
        }
        buf_add(&at->path, name_at(at, i));
    }
    return buf_slice(&at->path);
}

uint64_t xml_line(const struct xml_place *at)
{
    return (uint64_t)XML_GetCurrentLineNumber(at->parser);
}

uint64_t xml_column(const struct xml_place *at)
{
    return (uint64_t)XML_GetCurrentColumnNumber(at->parser) + 1;
}

struct diag *xml_diag(struct xml_place *at)
{
    return at->diag;
}

struct slice xml_attribute(const char *const *attributes, const char *name)
{
    struct slice wanted = slice_of(name);
    for (size_t i = 0; attributes && attributes[i]; i += 2) {
        if (slice_eq(local(attributes[i]), wanted)) {
            return slice_of(attributes[i + 1]);
        }
    }
    return (struct slice){NULL, 0};
}
