#include "embargo/verdict_json.h"

#include "embargo/facts.h"
#include "model/country.h"

static const char *const BASIS_WORDS[] = {"seen", "number_unconfirmed", "unconfirmed"};
static const char *const POLARITY_WORDS[] = {"affirmed", "denied", "hypothetical"};

static void pair_day(struct json_writer *w, const char *key, int32_t day)
{
    char text[DAY_TEXT];
    size_t n = day_print(day, text);
    json_pair_text_or_null(w, key, (struct slice){text, n});
}

static void put_day(struct json_writer *w, int32_t day)
{
    char text[DAY_TEXT];
    size_t n = day_print(day, text);
    if (n) {
        json_put_text(w, (struct slice){text, n});
    } else {
        json_put_null(w);
    }
}

/* The id as in the dealings of read ("KP", "un:YEe.001"), and what people call it. */
static void put_party(struct json_writer *w, const char *key, const char *caption_key,
                      const struct embargo *e, const struct embargo_party *party)
{
    struct slice title = embargo_party_title(e, party);
    struct slice code = country_code(party->who);
    char upper[4] = "";
    for (size_t i = 0; i < code.n && i < sizeof upper; i++) {
        upper[i] = ascii_upper(code.p[i]);
    }
    bool coded = code.n && code.n <= sizeof upper;
    json_pair_text_or_null(w, key, coded ? (struct slice){upper, code.n} : party->who);
    json_pair_text_or_null(w, caption_key, title.n ? title : party->who);
}

static void put_words(struct json_writer *w, const char *key, struct slice words)
{
    json_put_key(w, key);
    json_begin_array(w);
    for (struct slice word = facts_word(&words); word.n; word = facts_word(&words)) {
        json_put_text(w, word);
    }
    json_end_array(w);
}

static void put_goods(struct json_writer *w, const struct embargo_dealing *d,
                      const struct goods *g)
{
    json_put_key(w, "items");
    json_begin_array(w);
    for (size_t i = 0; i < d->item_count; i++) {
        json_put_text(w, d->items[i]);
    }
    json_end_array(w);
    json_put_key(w, "goods");
    json_begin_object(w);
    json_pair_text(w, "class", slice_of(goods_class_word(g->class)));
    json_pair_text_or_null(w, "item", g->item);
    put_words(w, "kinds", g->kinds);
    json_pair_text_or_null(w, "category", g->category);
    put_words(w, "headings", g->headings);
    json_pair_text_or_null(w, "word", g->word);
    json_end_object(w);
}

static void put_question(struct json_writer *w, const struct embargo *e,
                         const struct embargo_dealing *d, const struct goods *g)
{
    put_party(w, "supplier", "supplier_caption", e, &d->supplier);
    put_party(w, "recipient", "recipient_caption", e, &d->recipient);
    put_goods(w, d, g);
    json_pair_text(w, "act", slice_of(embargo_act_word(d->act)));
    json_pair_text_or_null(w, "stage", slice_of(embargo_stage_word(d->stage)));
    json_pair_text(w, "polarity", slice_of(POLARITY_WORDS[d->polarity]));
    json_put_key(w, "interval");
    json_begin_array(w);
    put_day(w, d->from);
    put_day(w, d->until);
    json_end_array(w);
    pair_day(w, "as_of", d->as_of);
}

static void put_citation(struct json_writer *w, const struct embargo_citation *c)
{
    json_begin_object(w);
    json_pair_text(w, "cite", c->cite);
    json_pair_text(w, "regime", c->regime);
    json_pair_text(w, "says", c->says);
    json_pair_text(w, "binds", c->binds);
    json_pair_text_or_null(w, "exemption", c->exemption);
    pair_day(w, "from", c->from);
    pair_day(w, "until", c->until);
    pair_day(w, "renewal_seen_until", c->seen_until);
    json_pair_text(w, "basis", slice_of(BASIS_WORDS[c->basis]));
    json_pair_text(w, "source", c->source);
    json_end_object(w);
}

static void put_citations(struct json_writer *w, const char *key,
                          const struct embargo_citation *list, size_t n)
{
    json_put_key(w, key);
    json_begin_array(w);
    for (size_t i = 0; i < n; i++) {
        put_citation(w, &list[i]);
    }
    json_end_array(w);
}

static void put_names(struct json_writer *w, const struct embargo_citation *list, size_t n)
{
    json_put_key(w, "rules");
    json_begin_array(w);
    for (size_t i = 0; i < n; i++) {
        json_put_text(w, list[i].cite);
    }
    json_end_array(w);
}

static void put_verdicts(struct json_writer *w, const struct embargo_answer *answer)
{
    json_put_key(w, "verdicts");
    json_begin_array(w);
    for (size_t i = 0; i < answer->count; i++) {
        const struct embargo_verdict *v = &answer->verdicts[i];
        json_begin_object(w);
        json_pair_text(w, "imposer", v->imposer);
        json_pair_text(w, "regime", v->regime);
        json_pair_text(w, "result", slice_of(embargo_result_word(v->result)));
        json_pair_text(w, "reason", v->reason);
        put_names(w, v->rules, v->own_rule_count);
        json_end_object(w);
    }
    json_end_array(w);
}

void verdict_json_members(struct json_writer *w, const struct embargo *e,
                          const struct embargo_dealing *d, const struct embargo_answer *answer)
{
    const struct embargo_verdict *v = answer->main;
    bool any = v->result != RESULT_NO_RULE_FOUND;
    json_pair_text(w, "result", slice_of(embargo_result_word(v->result)));
    json_pair_text_or_null(w, "regime", any ? v->regime : (struct slice){NULL, 0});
    if (v->if_true != v->result) {
        json_pair_text(w, "if_true", slice_of(embargo_result_word(v->if_true)));
    }
    json_pair_bool(w, "alert", v->alert);
    json_pair_text(w, "reason", v->reason);
    put_names(w, v->rules, v->rule_count);
    json_pair_text(w, "rules_by", SLICE("vaglio"));
    put_question(w, e, d, &v->goods);
    put_citations(w, "citations", v->rules, v->rule_count);
    put_citations(w, "beside", v->beside, v->beside_count);
    put_verdicts(w, answer);
    json_pair_text(w, "notice", SLICE(EMBARGO_NOTICE));
}

void verdict_json_steps(struct json_writer *w, const struct embargo_step *steps, size_t n)
{
    json_put_key(w, "explain");
    json_begin_array(w);
    for (size_t i = 0; i < n; i++) {
        json_begin_object(w);
        json_pair_text(w, "regime", steps[i].rule.regime);
        json_pair_text(w, "rule", steps[i].rule.cite);
        pair_day(w, "from", steps[i].rule.from);
        pair_day(w, "until", steps[i].rule.until);
        json_pair_bool(w, "applies", steps[i].applies);
        json_pair_text(w, "why", steps[i].why);
        json_end_object(w);
    }
    json_end_array(w);
}
