#include "cli/question_options.h"

#include "cli/complain.h"
#include "model/country.h"
#include "screen/written.h"

static int read_schema(const char *command, const struct question_options *q,
                       struct customer_rules *out)
{
    if (q->schema && !written_schema(slice_of(q->schema), &out->schema, &out->any_schema)) {
        complain(command, "'--schema %s' is no kind of party", q->schema);
        complain_hint("Person, Organization, Company, LegalEntity, PublicBody, Vessel, "
                      "Airplane, CryptoWallet, Security, or any");
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

static int check_attributes(const char *command, const struct question_options *q)
{
    struct date date;
    struct slice gender;
    if (q->birth_date && !date_parse(slice_of(q->birth_date), true, &date)) {
        complain(command, "'--birth-date %s' is not a date", q->birth_date);
        complain_hint("1984-01-08, 1984-01, 1984, 8 Jan 1984 and 08/01/1984 are understood");
        return EXIT_USAGE;
    }
    if (q->country && country_code(slice_of(q->country)).n == 0) {
        complain(command, "'--country %s' is not a country known here", q->country);
        complain_hint("a code (kp, KP, PRK) or a name (North Korea) is understood");
        return EXIT_USAGE;
    }
    if (q->gender && !written_gender(slice_of(q->gender), &gender)) {
        complain(command, "'--gender %s' is not understood: male, female or other", q->gender);
        return EXIT_USAGE;
    }
    return EXIT_DONE;
}

static void add_default(struct customer_rules *rules, enum property prop, const char *text)
{
    if (text && text[0]) {
        rules->defaults[rules->default_count++] =
            (struct customer_default){prop, slice_of(text)};
    }
}

int question_rules(const char *command, const struct question_options *q,
                   struct customer_rules *out)
{
    *out = (struct customer_rules){
        .datasets = q->datasets.p,
        .dataset_count = q->datasets.n,
        .excluded = q->excluded.p,
        .excluded_count = q->excluded.n,
    };
    int status = read_schema(command, q, out);
    if (status == EXIT_DONE) {
        status = check_attributes(command, q);
    }
    add_default(out, PROP_BIRTH_DATE, q->birth_date);
    add_default(out, PROP_COUNTRY, q->country);
    add_default(out, PROP_GENDER, q->gender);
    add_default(out, PROP_BIRTH_PLACE, q->birth_place);
    add_default(out, PROP_ID_NUMBER, q->id);
    return status;
}

struct search_options question_search(const struct question_options *q)
{
    return (struct search_options){
        .flags = (q->exhaustive ? SEARCH_EXHAUSTIVE : 0U) | (q->explain ? SEARCH_EXPLAIN : 0U),
        .threshold = q->threshold,
        .limit = (size_t)q->limit,
    };
}
