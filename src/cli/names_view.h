/*
 * names_view - analysed names for people and for machines.
 */
#ifndef CLI_NAMES_VIEW_H
#define CLI_NAMES_VIEW_H

#include "base/buf.h"
#include "text/name.h"

/* One name of a field, analysed and weighed. */
struct seen_name {
    struct slice text; /* as given */
    struct name readings[NAME_READINGS_MAX];
    size_t count; /* of readings */
    enum schema schema;
    bool cut; /* tokens or bytes were left out */
};

void names_put_json(struct slice field, const struct seen_name *seen, size_t n,
                    struct buf *out);
void names_put_table(const struct seen_name *seen, size_t n, struct buf *out);

#endif
