/*
 * xml - elements as they come: a thin layer over expat.
 *
 * The caller gives two functions: begin() at a start tag with its attributes, end() at the end
 * tag with the text that stood directly in the element (text of its children is not part of
 * it; blanks at both ends are cut off).  Names are local: namespaces are cut off.  Text is
 * UTF-8 whatever the document's encoding was.  The tree is never held.
 *
 * Limits: XML_DEPTH_MAX levels, XML_TEXT_MAX bytes of text open at once, no document type
 * declaration (so no entities of the document's own), expat's own guard against amplification.
 * The end before the root is closed is ERR_CUT; what is not well-formed is ERR_FORMAT with
 * line and column.  What a callback returns, if negative, stops the parser and is returned.
 */
#ifndef FORMAT_XML_H
#define FORMAT_XML_H

#include <stdint.h>

#include "base/err.h"
#include "base/slice.h"
#include "format/pull.h"

enum { XML_DEPTH_MAX = 64, XML_TEXT_MAX = 8 << 20 };

struct xml_place; /* where the parser is; only valid in a callback */

struct xml_handler {
    /* attributes: name, value, name, value …, NULL.  May be NULL. */
    int (*begin)(void *context, struct xml_place *at, struct slice name,
                 const char *const *attributes);
    int (*end)(void *context, struct xml_place *at, struct slice name, struct slice text);
    void *context;
};

/* Reads all of the source. */
MUST_USE int xml_read(struct pull source, const struct xml_handler *handler, struct diag *diag);
/* The same with the blanks at the ends of texts kept. */
MUST_USE int xml_read_blanks(struct pull source, const struct xml_handler *handler,
                             struct diag *diag);

/* For callbacks.  Depth of the element at work: the root's is 1. */
size_t xml_depth(const struct xml_place *at);
/* The name of an element on the way to it: level 0 is the element itself, 1 its parent.  The
 * empty slice above the root. */
struct slice xml_ancestor(const struct xml_place *at, size_t level);
/* "ENTITIES/ENTITY/FIRST_NAME" without the root, into the parser's own room. */
struct slice xml_path(struct xml_place *at);
uint64_t xml_line(const struct xml_place *at);
uint64_t xml_column(const struct xml_place *at);
/* Where a callback leaves its words when it returns an error. */
struct diag *xml_diag(struct xml_place *at);

/* The value of an attribute by local name, or the empty slice. */
struct slice xml_attribute(const char *const *attributes, const char *name);

#endif
