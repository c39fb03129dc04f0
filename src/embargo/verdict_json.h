/*
 * verdict_json - a judged dealing as JSON.
 *
 * The members of one object, the caller's to begin and end: the question as it was understood,
 * the result, the rules by name ("rules", as in the alerts of read) and in full ("citations"),
 * what each imposer says ("verdicts"), and the notice that it is no legal advice.
 * docs/guide/embargo.md describes them.
 */
#ifndef EMBARGO_VERDICT_JSON_H
#define EMBARGO_VERDICT_JSON_H

#include "embargo/embargo.h"
#include "format/json_writer.h"

void verdict_json_members(struct json_writer *w, const struct embargo *e,
                          const struct embargo_dealing *d, const struct embargo_answer *answer);

/* "explain": the rules tried, with why. */
void verdict_json_steps(struct json_writer *w, const struct embargo_step *steps, size_t n);

#endif
