/* The words of the Swiss list: titles of sets of measures, labels of other information. */
#include "lists/ch_seco.h"
#include "lists/measures.h"

#include "model/date.h"
#include "model/identifier.h"

static const struct {
    const char *word;
    enum measure measure;
} MEASURES[] = {
    {"inancial", MEASURE_ASSET_FREEZE},          {"freez", MEASURE_ASSET_FREEZE},
    {"named individuals", MEASURE_ASSET_FREEZE}, {"ravel", MEASURE_TRAVEL_BAN},
    {"entry into", MEASURE_TRAVEL_BAN},          {"essel", MEASURE_SHIPPING},
    {"capital market", MEASURE_CAPITAL_MARKET},
};

/* "IMO Number: 8405270": the label up to the colon, and how what stands behind it is taken. */
enum form { NUMBER, DAY, TEXT };

static const struct {
    const char *label;
    enum property prop;
    enum form form;
} LABELS[] = {
    {"IMO number", PROP_IMO_NUMBER, NUMBER},
    {"Registration number", PROP_REGISTRATION_NUMBER, NUMBER},
    {"Business registration number", PROP_REGISTRATION_NUMBER, NUMBER},
    {"State registration number", PROP_REGISTRATION_NUMBER, NUMBER},
    {"Tax registration number", PROP_TAX_NUMBER, NUMBER},
    {"Tax identification number", PROP_TAX_NUMBER, NUMBER},
    {"Taxpayer identification number", PROP_TAX_NUMBER, NUMBER},
    {"SWIFT/BIC", PROP_SWIFT_BIC, NUMBER},
    {"SWIFT/BIC code", PROP_SWIFT_BIC, NUMBER},
    {"Date of registration", PROP_INCORPORATION_DATE, DAY},
    {"Type of entity", PROP_LEGAL_FORM, TEXT},
    {"Website", PROP_WEBSITE, TEXT},
    {"Email", PROP_EMAIL, TEXT},
    {"E-mail", PROP_EMAIL, TEXT},
    {"E-mail address", PROP_EMAIL, TEXT},
    {"Tel.", PROP_PHONE, TEXT},
    {"Telephone", PROP_PHONE, TEXT},
    {"Telephone number", PROP_PHONE, TEXT},
};

void ch_put_measures(struct listing *l, struct entity *sanction, struct slice title)
{
    bool known = false;
    for (size_t i = 0; i < sizeof MEASURES / sizeof MEASURES[0]; i++) {
        if (slice_find(title, 0, MEASURES[i].word) < title.n) {
            measure_put_both(l, sanction, MEASURES[i].measure);
            known = true;
        }
    }
    if (!known && title.n) {
        reading_tally(l->r, REMARK_WARNING, "unknown_measure", title);
    }
}

/* A number has a digit or is all capitals, and no blank within. */
static bool is_number(struct slice s)
{
    bool digit = false;
    for (size_t i = 0; i < s.n; i++) {
        digit = digit || ascii_is_digit(s.p[i]);
        if (ascii_is_space(s.p[i]) || ascii_is_lower(s.p[i]) || s.p[i] == ',') {
            return false;
        }
    }
    return s.n >= 4 && s.n < ID_TEXT_MAX && (digit || s.n == 8 || s.n == 11);
}

static bool is_day(struct slice s)
{
    struct date date;
    return date_parse(s, true, &date);
}

void ch_put_information(struct listing *l, struct slice text)
{
    struct slice value = text;
    struct slice label = slice_trim(slice_next(&value, ':'));
    value = slice_trim(value);
    while (value.n && (value.p[value.n - 1] == '.' || value.p[value.n - 1] == ';')) {
        value = slice_cut(value, 0, value.n - 1);
    }
    for (size_t i = 0; value.n && i < sizeof LABELS / sizeof LABELS[0]; i++) {
        bool fits = LABELS[i].form == TEXT || (LABELS[i].form == DAY && is_day(value)) ||
                    (LABELS[i].form == NUMBER && is_number(value));
        if (fits && slice_eq_nocase(label, slice_of(LABELS[i].label))) {
            value_put(l->r, &l->party, LABELS[i].prop, value);
            return;
        }
    }
    value_put(l->r, &l->party, PROP_NOTES, text);
}
