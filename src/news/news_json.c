/* The answer as one line of JSON (docs/guide/read.md). */
#include "news/names.h"
#include "news/read.h"

#include "model/property.h"

struct out {
    struct json_writer w;
    const struct document *d;
    const struct news_session *s;
};

static void put_span_members(struct out *o, struct span plain)
{
    struct span s = document_source(o->d, plain);
    json_pair_u64(&o->w, "start", s.start);
    json_pair_u64(&o->w, "end", s.end);
    json_pair_text(&o->w, "text", document_source_text(o->d, plain));
    if (plain.start < o->d->title_end) {
        json_pair_text(&o->w, "field", SLICE("title")); /* the offsets are those of the title */
    }
}

static void put_span(struct out *o, struct span plain)
{
    json_begin_object(&o->w);
    put_span_members(o, plain);
    json_end_object(&o->w);
}

static void put_spans(struct out *o, const char *key, const struct span *spans, size_t n)
{
    json_put_key(&o->w, key);
    json_begin_array(&o->w);
    for (size_t i = 0; i < n; i++) {
        put_span(o, spans[i]);
    }
    json_end_array(&o->w);
}

static void put_texts(struct out *o, const char *key, const struct slice *texts, size_t n)
{
    json_put_key(&o->w, key);
    json_begin_array(&o->w);
    for (size_t i = 0; i < n; i++) {
        json_put_text(&o->w, texts[i]);
    }
    json_end_array(&o->w);
}

static void put_day(struct out *o, int32_t day)
{
    char text[DAY_TEXT];
    if (day == DAY_NONE) {
        json_put_null(&o->w);
        return;
    }
    (void)day_print(day, text);
    json_put_text(&o->w, slice_of(text));
}

static void put_interval(struct out *o, struct interval when)
{
    json_put_key(&o->w, "interval");
    json_begin_array(&o->w);
    put_day(o, when.from);
    put_day(o, when.until);
    json_end_array(&o->w);
}

static void put_code(struct out *o, const char *key, uint32_t entity)
{
    json_pair_text_or_null(
        &o->w, key, entity == NONE32 ? (struct slice){NULL, 0} : entity_code(o->d, entity));
}

/* ---- members ---- */

static void put_document(struct out *o)
{
    const struct document *d = o->d;
    char hash[SHA256_TEXT];
    static const char *const LANGUAGES[] = {"it", "en", ""};
    sha256_text(d->source, hash);
    json_put_key(&o->w, "document");
    json_begin_object(&o->w);
    json_pair_text_or_null(&o->w, "id", d->id);
    json_pair_text_or_null(&o->w, "title", d->title);
    if (d->url.n) {
        json_pair_text(&o->w, "url", d->url);
    }
    json_put_key(&o->w, "date");
    put_day(o, d->published.from);
    if (d->no_date) {
        json_pair_text(&o->w, "no_date", slice_of(d->no_date));
    }
    json_pair_text_or_null(&o->w, "language",
                           d->language_given.n ? d->language_given
                                               : slice_of(LANGUAGES[d->language]));
    json_pair_text(&o->w, "sha256", slice_of(hash));
    json_end_object(&o->w);
}

static void put_mention(struct out *o, const struct mention *m, uint32_t entity)
{
    static const char *const KINDS[] = {"name", "nominal", "pronoun"};
    const struct news_entity *e = &o->d->entities.p[entity];
    json_begin_object(&o->w);
    put_span_members(o, document_span(o->d, m->first, m->end));
    json_pair_text(&o->w, "kind", slice_of(KINDS[m->kind]));
    json_pair_text(&o->w, "entity", e->id);
    json_pair_text(&o->w, "caption", e->caption);
    json_pair_thousandths(&o->w, "score", e->listed ? e->score : 1000);
    json_end_object(&o->w);
}

/* In the order of the text: of each token that begins a mention, that mention. */
static void put_mentions(struct out *o)
{
    const struct document *d = o->d;
    json_put_key(&o->w, "mentions");
    json_begin_array(&o->w);
    for (uint32_t i = 0; i < d->tokens.n; i++) {
        uint32_t at = d->tokens.p[i].mention;
        if (at == NONE32 || d->mentions.p[at].first != i) {
            continue;
        }
        const struct mention *m = &d->mentions.p[at];
        if (m->entity != NONE32) {
            put_mention(o, m, m->entity);
        }
        if (m->second != NONE32) {
            put_mention(o, m, m->second);
        }
    }
    json_end_array(&o->w);
}

static const char *role_of(const struct document *d, uint32_t entity)
{
    const struct news_entity *e = &d->entities.p[entity];
    for (size_t i = 0; i < d->alerts.n; i++) {
        if (d->alerts.p[i].kind == ALERT_FACILITATOR && slice_eq(d->alerts.p[i].party, e->id)) {
            return "facilitator";
        }
    }
    for (size_t i = 0; i < d->dealings.n; i++) {
        const struct dealing *x = &d->dealings.p[i];
        if (!x->dropped && (x->supplier == entity || x->recipient == entity)) {
            return x->supplier == entity ? "supplier" : "recipient";
        }
    }
    for (size_t i = 0; i < d->statements.n; i++) {
        if (d->statements.p[i].entity == entity) {
            return "speaker";
        }
    }
    return "mentioned";
}

static void put_values(struct out *o, const char *key, const struct entity *e,
                       enum property prop)
{
    json_put_key(&o->w, key);
    json_begin_array(&o->w);
    for (size_t i = 0; i < e->value_count; i++) {
        if (e->values[i].prop == prop) {
            json_put_text(&o->w, e->values[i].text);
        }
    }
    json_end_array(&o->w);
}

static int put_party(struct out *o, uint32_t number, struct arena *arena, struct diag *diag)
{
    const struct document *d = o->d;
    const struct news_entity *e = &d->entities.p[number];
    struct entity party;
    TRY(index_entity(o->s->index, e->number, arena, &party, diag));
    json_begin_object(&o->w);
    json_pair_text(&o->w, "party", e->id);
    json_put_key(&o->w, "records");
    json_begin_array(&o->w);
    json_put_text(&o->w, party.id);
    for (size_t i = 0; i < party.referent_count; i++) {
        json_put_text(&o->w, party.referents[i]);
    }
    json_end_array(&o->w);
    json_pair_text(&o->w, "caption", e->caption);
    put_values(o, "programs", &party, PROP_PROGRAM_ID);
    json_pair_text(&o->w, "role", slice_of(role_of(d, number)));
    json_pair_thousandths(&o->w, "score", e->score);
    json_put_key(&o->w, "evidence");
    json_begin_array(&o->w);
    size_t n = 0;
    for (uint32_t i = 0; i < d->mentions.n && n < EVIDENCE_MAX; i++) {
        const struct mention *m = &d->mentions.p[i];
        if (m->entity == number && d->tokens.p[m->first].mention == i) {
            put_span(o, document_span(d, m->first, m->end));
            n++;
        }
    }
    json_end_array(&o->w);
    json_pair_text_or_null(&o->w, "against", e->against);
    json_end_object(&o->w);
    return 0;
}

static bool is_mentioned(const struct document *d, uint32_t entity)
{
    for (uint32_t i = 0; i < d->mentions.n; i++) {
        if (d->mentions.p[i].entity == entity &&
            d->tokens.p[d->mentions.p[i].first].mention == i) {
            return true;
        }
    }
    return false;
}

static int put_listed(struct out *o, struct diag *diag)
{
    struct arena arena;
    int result = 0;
    arena_init(&arena, (size_t)64 << 20);
    json_put_key(&o->w, "listed");
    json_begin_array(&o->w);
    for (uint32_t i = 0; i < o->d->entities.n && result == 0; i++) {
        if (o->d->entities.p[i].listed && is_mentioned(o->d, i)) {
            result = put_party(o, i, &arena, diag);
            arena_reset(&arena);
        }
    }
    json_end_array(&o->w);
    arena_release(&arena);
    return result;
}

static void put_statements(struct out *o)
{
    static const char *const MODES[] = {
#define X(name) #name,
        SAY_MODES(X)
#undef X
    };
    json_put_key(&o->w, "statements");
    json_begin_array(&o->w);
    for (size_t i = 0; i < o->d->statements.n; i++) {
        const struct statement *x = &o->d->statements.p[i];
        json_begin_object(&o->w);
        json_put_key(&o->w, "source");
        json_begin_object(&o->w);
        put_span_members(o, x->source);
        json_pair_text_or_null(&o->w, "entity",
                               x->entity == NONE32 ? (struct slice){NULL, 0}
                                                   : o->d->entities.p[x->entity].id);
        json_end_object(&o->w);
        json_pair_text_or_null(&o->w, "behalf", x->behalf);
        json_pair_text(&o->w, "mode", slice_of(MODES[x->mode]));
        json_put_key(&o->w, "content");
        put_span(o, x->content);
        put_texts(o, "chain", x->chain, x->chain_count);
        json_end_object(&o->w);
    }
    json_end_array(&o->w);
}

static void put_id(struct out *o, const char *key, uint32_t index)
{
    char text[16] = "d";
    size_t n = 1;
    uint32_t number = 0;
    for (uint32_t i = 0; i <= index; i++) {
        number += !o->d->dealings.p[i].dropped;
    }
    uint32_t unit = 1;
    while (number / unit >= 10) {
        unit *= 10;
    }
    for (; unit; unit /= 10) {
        text[n++] = (char)('0' + number / unit % 10);
    }
    json_pair_text(&o->w, key, (struct slice){text, n});
}

static void put_dealings(struct out *o)
{
    static const char *const POLARITIES[] = {"affirmed", "denied", "hypothetical"};
    json_put_key(&o->w, "dealings");
    json_begin_array(&o->w);
    for (uint32_t i = 0; i < o->d->dealings.n; i++) {
        const struct dealing *x = &o->d->dealings.p[i];
        if (x->dropped) {
            continue;
        }
        json_begin_object(&o->w);
        put_id(o, "id", i);
        json_pair_text(&o->w, "type", SLICE("supply"));
        put_code(o, "supplier", x->supplier);
        put_code(o, "recipient", x->recipient);
        json_pair_text(&o->w, "goods", slice_of(goods_class_word((enum goods_class)x->goods)));
        json_put_key(&o->w, "items");
        json_begin_array(&o->w);
        for (size_t k = 0; k < x->item_count; k++) {
            json_put_text(&o->w, document_source_text(o->d, x->items[k]));
        }
        json_end_array(&o->w);
        json_pair_text(&o->w, "stage",
                       slice_of(embargo_stage_word((enum embargo_stage)x->stage)));
        json_pair_text(&o->w, "polarity", slice_of(POLARITIES[x->polarity]));
        put_texts(o, "attributed_to", x->holders, x->holder_count);
        put_interval(o, x->when);
        put_spans(o, "evidence", x->evidence, x->evidence_count);
        json_end_object(&o->w);
    }
    json_end_array(&o->w);
}

static void put_events(struct out *o)
{
    static const char *const STATUSES[] = {"happened", "planned", "alleged", "denied",
                                           "refused"};
    json_put_key(&o->w, "events");
    json_begin_array(&o->w);
    for (size_t i = 0; i < o->d->events.n; i++) {
        const struct event *e = &o->d->events.p[i];
        if (e->dropped) {
            continue;
        }
        json_begin_object(&o->w);
        json_pair_text(&o->w, "type", e->type);
        put_texts(o, "participants", e->participants, e->participant_count);
        put_interval(o, e->when);
        json_pair_text(&o->w, "status", slice_of(STATUSES[e->status]));
        put_spans(o, "evidence", &e->evidence, 1);
        json_end_object(&o->w);
    }
    json_end_array(&o->w);
}

static void put_alerts(struct out *o)
{
    static const char *const KINDS[] = {"embargo_dealing", "facilitator", "warrant_travel"};
    json_put_key(&o->w, "alerts");
    json_begin_array(&o->w);
    for (size_t i = 0; i < o->d->alerts.n; i++) {
        const struct alert *a = &o->d->alerts.p[i];
        json_begin_object(&o->w);
        json_pair_text(&o->w, "type", slice_of(KINDS[a->kind]));
        json_pair_text(&o->w, "severity", slice_of(a->severity));
        json_pair_text(&o->w, "regime", a->regime);
        json_pair_text_or_null(&o->w, "supplier", a->supplier);
        json_pair_text_or_null(&o->w, "recipient", a->recipient);
        json_pair_text_or_null(&o->w, "party", a->party);
        json_pair_text_or_null(&o->w, "place", a->place);
        json_pair_text(&o->w, "result", slice_of(a->result));
        put_texts(o, "rules", a->rules, a->rule_count);
        json_pair_text(&o->w, "rules_by", slice_of(a->rules_by_article ? "article" : "vaglio"));
        if (a->dealing != NONE32) {
            put_id(o, "dealing", a->dealing);
        } else {
            json_pair_text_or_null(&o->w, "dealing", (struct slice){NULL, 0});
        }
        json_pair_text(&o->w, "explanation", a->explanation);
        json_pair_text_or_null(&o->w, "against", a->against);
        put_spans(o, "evidence", a->evidence, a->evidence_count);
        json_end_object(&o->w);
    }
    json_end_array(&o->w);
    json_put_key(&o->w, "suppressed");
    json_begin_array(&o->w);
    for (size_t i = 0; i < o->d->suppressed.n; i++) {
        json_begin_object(&o->w);
        json_pair_text(&o->w, "what", o->d->suppressed.p[i].what);
        json_pair_text(&o->w, "why", o->d->suppressed.p[i].why);
        json_end_object(&o->w);
    }
    json_end_array(&o->w);
}

int news_json(const struct document *d, const struct news_session *s, news_maker_fn *maker,
              void *context, struct buf *out, struct diag *diag)
{
    struct out o = {.d = d, .s = s};
    json_writer_init(&o.w, out);
    json_begin_object(&o.w);
    put_document(&o);
    put_mentions(&o);
    TRY(put_listed(&o, diag));
    put_statements(&o);
    put_dealings(&o);
    put_events(&o);
    put_alerts(&o);
    if (maker) {
        maker(context, &o.w);
    }
    json_end_object(&o.w);
    json_put_line_end(&o.w);
    if (buf_failed(out)) {
        FAIL(diag, ERR_MEMORY, "no memory for the answer");
    }
    return 0;
}
