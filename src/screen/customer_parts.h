/*
 * customer_parts - what the files of customer.h share: adding to a customer, and its names.
 *
 * For screen/customer.c and customer_names.c alone.
 */
#ifndef SCREEN_CUSTOMER_PARTS_H
#define SCREEN_CUSTOMER_PARTS_H

#include "screen/customer.h"

/* Adds a text unless it is there. */
void customer_list_add(struct customer *c, struct customer_list *list, struct slice text);
void customer_add_identifier(struct customer *c, const struct identifier *id);

/* A whole name, or one part of a name; `prop` says which. */
void customer_add_name(struct customer *c, enum property prop, struct slice text,
                       struct slice column);
void customer_add_part(struct customer *c, enum property prop, struct slice text,
                       struct slice column);
bool customer_is_part(enum property p);

/* When all is added: a name made of the parts, unless the main name tells them. */
void customer_join_names(struct customer *c);

#endif
