/*
 * vaglio trade: a dealing on a date, forbidden by which rule?
 */
#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/maker.h"
#include "cli/output.h"
#include "cli/suggest.h"
#include "cli/trade_text.h"
#include "embargo/verdict_json.h"
#include "model/country.h"
#include "model/date.h"

#include <stdio.h>
#include <string.h>

static const size_t ARENA_LIMIT = (size_t)64 << 20;
static const size_t OUTPUT_LIMIT = (size_t)16 << 20;

struct trade_values {
    const char *from;
    const char *to;
    struct texts goods;
    const char *date;
    const char *stage;
    const char *act;
    const char *polarity;
    const char *as_of;
    const char *rules;
    bool claimed;
    bool explain;
    bool json;
    bool exit_code;
};

enum { NAME_MAX_SHOWN = 64, SUGGEST_ONE_IN = 3 /* one letter in so many may be wrong */ };

#define AT(member) offsetof(struct trade_values, member)

static const struct option OPTIONS[] = {
    {"from", "PARTY", NULL,
     "Who supplies: a country by code or name, a group such as Houthis, or a record id "
     "(un:YEe.001).",
     OPTION_TEXT, AT(from), 0, 0},
    {"to", "PARTY", NULL, "Who is supplied, likewise. One of the two may be left out.",
     OPTION_TEXT, AT(to), 0, 0},
    {"goods", "WORDS", NULL,
     "What is supplied, in words (English, Italian, French, Spanish, German, Russian), as a "
     "class (arms, dual_use, oil …), a munitions list category (ML3) or a heading (HS 9306). "
     "May be given several times.",
     OPTION_TEXTS, AT(goods), 0, 0},
    {"date", "DATE", NULL,
     "When: 2023-08-31, 2023-08, 2023, or two days 2022-09-01/2023-03-31. Rules hold only on "
     "their own days, so the answer depends on it.",
     OPTION_TEXT, AT(date), 0, 0},
    {"stage", "STAGE", "the dealing as such",
     "How far it has got: rumoured, alleged, seeking, negotiating, agreed, shipped, delivered.",
     OPTION_TEXT, AT(stage), 0, 0},
    {"claimed", NULL, NULL,
     "What is shipped or delivered is only said to be: the answer is 'alleged_violation' then.",
     OPTION_FLAG, AT(claimed), 0, 0},
    {"polarity", "WORD", "affirmed", "affirmed, denied or hypothetical.", OPTION_TEXT,
     AT(polarity), 0, 0},
    {"act", "ACT", "supply", "What is done: supply, transport, brokering, financing, training.",
     OPTION_TEXT, AT(act), 0, 0},
    {"as-of", "DATE", NULL,
     "The day of the asking: an older dealing that a rule of that day would forbid is "
     "'historical'. Without it every later rule counts.",
     OPTION_TEXT, AT(as_of), 0, 0},
    {"rules", "DIR", "the rules compiled in", "Read the rules from a folder instead.",
     OPTION_TEXT, AT(rules), 0, 0},
    {"explain", NULL, NULL, "All rules tried, and why each did or did not apply.", OPTION_FLAG,
     AT(explain), 0, 0},
    {"json", NULL, NULL, "JSON, for machines.", OPTION_FLAG, AT(json), 0, 0},
    {"exit-code", NULL, NULL, "Exit status 1 when it is, or may be, forbidden.", OPTION_FLAG,
     AT(exit_code), 0, 0},
    {0},
};

/* ---- reading the question ---- */

/* The English name of a country that is nearest to what was typed. */
static void suggest_country(const struct embargo *e, const char *typed)
{
    char best[NAME_MAX_SHOWN] = "";
    size_t distance = SUGGEST_WORD_MAX;
    for (size_t i = 0; i < country_count(); i++) {
        char name[NAME_MAX_SHOWN];
        struct embargo_party party = {.who = country_at(i)};
        struct slice s = embargo_party_title(e, &party);
        if (s.n >= sizeof name) {
            continue;
        }
        memcpy(name, s.p, s.n);
        name[s.n] = '\0';
        size_t d = suggest_distance(typed, name);
        if (d < distance) {
            distance = d;
            memcpy(best, name, s.n + 1);
        }
    }
    if (best[0] && distance * SUGGEST_ONE_IN <= strlen(typed)) {
        complain_hint("did you mean \"%s\"?", best);
    } else {
        complain_hint("write a country by code or name, a group (Houthis, Hizballah, "
                      "Al-Shabaab, Taliban, M23 …) or a record id (un:YEe.001)");
    }
}

static int read_party(const struct embargo *e, const char *typed, const char *option,
                      struct embargo_party *out)
{
    if (!typed) {
        return EXIT_DONE;
    }
    out->who = slice_trim(slice_of(typed));
    bool id = slice_find(out->who, 0, ":") < out->who.n;
    if (out->who.n && (id || embargo_party_title(e, out).n)) {
        return EXIT_DONE;
    }
    complain("trade", "--%s: '%s' is no country and no group that the rules know", option,
             typed);
    suggest_country(e, typed);
    return EXIT_USAGE;
}

static bool read_days(struct slice text, int32_t *from, int32_t *until)
{
    struct date d;
    size_t slash = slice_find(text, 0, "/");
    if (slash == 10 && day_parse(slice_cut(text, 0, slash), from) &&
        day_parse(slice_cut(text, slash + 1, text.n), until)) {
        return *from <= *until;
    }
    if (!date_parse(text, true, &d)) {
        return false;
    }
    *from = date_first_day(&d);
    *until = date_last_day(&d);
    return true;
}

static int wrong_word(const char *option, const char *typed, const char *known)
{
    complain("trade", "--%s: '%s' is none of: %s", option, typed, known);
    return EXIT_USAGE;
}

static int wrong_date(const char *option, const char *typed)
{
    complain("trade", "--%s: '%s' is no date", option, typed);
    complain_hint("write 2023-08-31, 2023-08, 2023, or 2022-09-01/2023-03-31");
    return EXIT_USAGE;
}

static int read_words(const struct trade_values *v, struct embargo_dealing *d)
{
    int32_t until;
    if (v->stage && !embargo_stage_parse(slice_of(v->stage), &d->stage)) {
        return wrong_word(
            "stage", v->stage,
            "rumoured, alleged, seeking, negotiating, agreed, shipped, delivered");
    }
    if (v->act && !embargo_act_parse(slice_of(v->act), &d->act)) {
        return wrong_word("act", v->act, "supply, transport, brokering, financing, training");
    }
    if (v->polarity && !embargo_polarity_parse(slice_of(v->polarity), &d->polarity)) {
        return wrong_word("polarity", v->polarity, "affirmed, denied, hypothetical");
    }
    if (!read_days(slice_of(v->date), &d->from, &d->until)) {
        return wrong_date("date", v->date);
    }
    if (v->as_of && !read_days(slice_of(v->as_of), &d->as_of, &until)) {
        return wrong_date("as-of", v->as_of);
    }
    d->ground = v->claimed ? GROUND_CLAIMED : GROUND_ESTABLISHED;
    return EXIT_DONE;
}

static int check_given(const struct trade_values *v)
{
    if (!v->from && !v->to) {
        complain("trade", "who supplies whom? Give --from, --to or both");
    } else if (v->goods.n == 0) {
        complain("trade", "what is supplied? Give --goods");
    } else if (!v->date) {
        complain("trade", "when? Give --date: rules hold only on their own days");
    } else {
        return EXIT_DONE;
    }
    complain_hint("vaglio trade --from KP --to RU --goods \"artillery shells\" "
                  "--date 2023-08-31");
    return EXIT_USAGE;
}

static int read_dealing(const struct trade_values *v, const struct embargo *e,
                        struct embargo_dealing *d)
{
    embargo_dealing_init(d);
    d->items = v->goods.p;
    d->item_count = v->goods.n;
    int status = read_words(v, d);
    if (status == EXIT_DONE) {
        status = read_party(e, v->from, "from", &d->supplier);
    }
    return status == EXIT_DONE ? read_party(e, v->to, "to", &d->recipient) : status;
}

/* ---- answering ---- */

static void put_made_by(struct json_writer *w, const struct embargo *e)
{
    char hash[17];
    (void)snprintf(hash, sizeof hash, "%016llx", (unsigned long long)embargo_hash(e));
    json_put_key(w, "made_by");
    json_begin_object(w);
    json_pair_text(w, "vaglio", slice_of(maker_of(NULL).version));
    json_put_key(w, "index");
    json_put_null(w);
    json_pair_text(w, "rules", slice_of(hash));
    json_put_key(w, "lists");
    json_begin_array(w);
    json_end_array(w);
    json_end_object(w);
}

static void put_json(const struct trade_view *view, struct buf *out)
{
    struct json_writer w;
    json_writer_init(&w, out);
    json_begin_object(&w);
    verdict_json_members(&w, view->embargo, view->dealing, view->answer);
    if (view->steps) {
        verdict_json_steps(&w, view->steps, view->step_count);
    }
    put_made_by(&w, view->embargo);
    json_end_object(&w);
    json_put_line_end(&w);
}

static int answer(const struct trade_values *v, const struct embargo *e,
                  const struct embargo_dealing *d, struct arena *arena)
{
    struct output output;
    struct embargo_answer found;
    struct trade_view view = {.embargo = e, .dealing = d, .answer = &found};
    struct buf text;
    if (embargo_judge(e, d, arena, &found) < 0 ||
        (v->explain && embargo_explain(e, d, arena, &view.steps, &view.step_count) < 0)) {
        complain("trade", "no memory to judge this");
        return EXIT_INPUT;
    }
    output_init(&output);
    view.colour = output_terminal().colour;
    buf_init(&text, OUTPUT_LIMIT);
    if (v->json) {
        put_json(&view, &text);
    } else {
        trade_text(&view, &text);
    }
    (void)output_take(&output, &text);
    buf_release(&text);
    bool forbidden = v->exit_code && found.main->result >= RESULT_POSSIBLE;
    return output_end(&output, "trade", forbidden ? EXIT_FOUND : EXIT_DONE);
}

static int trade(const struct trade_values *v, const struct embargo *e)
{
    struct embargo_dealing d;
    struct arena arena;
    int status = read_dealing(v, e, &d);
    if (status != EXIT_DONE) {
        return status;
    }
    arena_init(&arena, ARENA_LIMIT);
    status = answer(v, e, &d, &arena);
    arena_release(&arena);
    return status;
}

static int run(const struct command *self, int argc, char **argv)
{
    struct trade_values v = {0};
    struct embargo *e;
    struct diag diag = {0};
    size_t count = 0;
    int status = command_begin(self, &v, argc, argv, 0, 0, &count);
    if (status >= 0) {
        return status;
    }
    status = check_given(&v);
    if (status != EXIT_DONE) {
        return status;
    }
    if (embargo_open(v.rules, &e, &diag) < 0) {
        return complain_diag(self->name, &diag,
                             "docs/formats/embargo-rules.md describes the form of rules");
    }
    status = trade(&v, e);
    embargo_close(e);
    return status;
}

const struct command COMMAND_TRADE = {
    .name = "trade",
    .arguments = "--from PARTY --to PARTY --goods WORDS --date DATE",
    .summary = "is a dealing forbidden, by which rule",
    .prose =
        "Judges a dealing by the arms embargoes and export bans that were in force on its "
        "days: those of the United Nations, paragraph by paragraph for North Korea, and in "
        "outline those of the European Union, the United States and the United Kingdom. "
        "The answer names the rules, whom each binds and what is exempt. Goods that no "
        "table knows are unclassified, never free. " EMBARGO_NOTICE,
    .examples =
        "  vaglio trade --from KP --to RU --goods \"artillery shells\" --date 2023-08-31\n"
        "  vaglio trade --from AE --to LY --goods ML6 --date 2022-10-11 --stage shipped\n"
        "  vaglio trade --from IR --to Houthis --goods missiles --date 2024 --explain\n"
        "  vaglio trade --from DE --to RU --goods \"HS 845811\" --date 2023-01-15 --json\n",
    .options = OPTIONS,
    .run = run,
};
