/*
 * ofac_enhanced - the elements that the Enhanced form and delta files share.
 *
 * Both are a sanctionsData of entities, each whole in itself.  A delta says with an attribute
 * `action` what became of an entity, or of a part of one that was changed.
 */
#ifndef LISTS_OFAC_ENHANCED_H
#define LISTS_OFAC_ENHANCED_H

#include "lists/ofac_forms.h"

enum ofac_action {
    OFAC_ADD,
    OFAC_REMOVE,
    OFAC_CHANGE /* no action of its own, or any other word: some parts of it have one */
};

/* Takes an entity at its end.  Its record was counted. */
typedef int (*ofac_take_fn)(void *context, struct ofac_record *rec, enum ofac_action action,
                            struct diag *diag);

/* Reads the first file of the snapshot.  Parts with the action "remove" are left out and
 * tallied. */
MUST_USE int ofac_enhanced_each(struct reading *r, ofac_take_fn take, void *context,
                                struct diag *diag);

#endif
