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
    struct identifier id = {0};
    if (q->id) {
        identifier_parse(ID_OTHER, slice_of(q->id), &id);
    }
    if (q->id && id.n == 0) {
        complain(command, "'--id %s' has no letter and no digit, or is too long", q->id);
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

static bool is_list(const struct index *index, struct slice dataset)
{
    for (uint32_t i = 0; i < index_list_count(index); i++) {
        struct list_info list;
        if (index_list(index, i, &list) == 0 && slice_eq(list.dataset, dataset)) {
            return true;
        }
    }
    return false;
}

/* An export may say of its entities that they come from other lists: those are looked for one
 * by one, until one is found. */
static bool is_named_by_entities(const struct index *index, struct slice dataset)
{
    struct arena arena;
    struct entity e;
    bool found = false;
    arena_init(&arena, (size_t)64 << 20);
    for (uint32_t i = 0; !found && i < index_entity_count(index); i++) {
        arena_reset(&arena);
        if (index_entity(index, i, &arena, &e, NULL) < 0) {
            continue;
        }
        for (size_t k = 0; !found && k < e.dataset_count; k++) {
            found = slice_eq(e.datasets[k], dataset);
        }
    }
    arena_release(&arena);
    return found;
}

static int check_lists(const char *command, const char *option, const struct texts *texts,
                       const struct index *index)
{
    for (size_t i = 0; i < texts->n; i++) {
        const char *word = texts->p[i].p; /* NUL-ended: it is from argv */
        if (!is_list(index, texts->p[i]) && !is_named_by_entities(index, texts->p[i])) {
            complain(command, "'--%s %s': the index holds nothing of such a list", option,
                     word);
            complain_hint("'vaglio info' shows the lists of the index");
            return EXIT_USAGE;
        }
    }
    return EXIT_DONE;
}

int question_check_lists(const char *command, const struct question_options *q,
                         const struct index *index)
{
    int status = check_lists(command, "dataset", &q->datasets, index);
    return status == EXIT_DONE ? check_lists(command, "exclude", &q->excluded, index) : status;
}

struct search_options question_search(const struct question_options *q)
{
    return (struct search_options){
        .flags = (q->exhaustive ? SEARCH_EXHAUSTIVE : 0U) | (q->explain ? SEARCH_EXPLAIN : 0U),
        .threshold = q->threshold,
        .limit = (size_t)q->limit,
    };
}
