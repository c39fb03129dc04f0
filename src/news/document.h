/*
 * document - an article while it is read: what each layer found, for the next one.
 *
 * The bytes as given are `source`.  What is read is `plain`: the same text without markup, with
 * entities decoded; `segments` lead each of its bytes back to the source, so that every span of
 * the answer is a span of what the user gave.  For plain text the two are the same bytes.
 *
 * Tokens point into `plain` and into `folded`, where the comparable form of each token stands
 * with one blank between neighbours: a run of tokens is a phrase that is looked up as it lies.
 *
 * A document is made once and used for one article after the other; document_reset() keeps its
 * memory.  Everything else lives in its arena.  Indices, not pointers: arrays move.
 */
#ifndef NEWS_DOCUMENT_H
#define NEWS_DOCUMENT_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/vec.h"
#include "embargo/embargo.h"
#include "news/lexicon.h"

#define NONE32 UINT32_MAX

/* An article with more bytes (of a page: with its markup), more text or more names is refused with
 * ERR_LIMIT, since later layers compare names with each other.  A longer word is cut in pieces. */
enum {
    ARTICLE_BYTES_MAX = 4 << 20,
    ARTICLE_TEXT_MAX = 2 << 20,
    ARTICLE_NAMES_MAX = 10000,
    WORD_BYTES_MAX = 200,
    SENTENCE_TOKENS_MAX = 300
};

/* ---- layers 0 to 2: text, tokens, sentences ---- */

struct segment {
    uint32_t plain;  /* where it begins in plain */
    uint32_t source; /* and in the source */
    uint32_t width;  /* source bytes of a decoded entity; 0: byte for byte */
};

enum token_kind { TOK_WORD, TOK_NUMBER, TOK_SIGN };
enum token_flag {
    TOK_CAPITAL = 1 << 0, /* begins with a capital letter */
    TOK_UPPER = 1 << 1,   /* several letters, all of them capitals */
    TOK_HYPHEN = 1 << 2,  /* a hyphen or slash stands right before it */
    TOK_GLUED = 1 << 3,   /* no blank before it */
    TOK_FIRST = 1 << 4,   /* first word of its sentence or quotation */
    TOK_INSIDE = 1 << 5,  /* a later word of a lexicon phrase */
    TOK_CYRILLIC = 1 << 6,
};
enum quote_mark { QUOTE_NONE, QUOTE_OPEN, QUOTE_CLOSE };

struct news_token {
    uint32_t start, end;     /* bytes of plain */
    uint32_t fold, fold_end; /* bytes of folded */
    uint32_t mention;        /* the mention that covers it, or NONE32 */
    uint16_t quote;          /* number of the quotation it stands in, 0: none */
    uint8_t kind;            /* enum token_kind */
    uint8_t flags;           /* enum token_flag */
    uint8_t goods;           /* enum goods_class, when it begins or continues a goods phrase */
    uint8_t goods_length;    /* tokens of the phrase that begins here */
    uint8_t reach;           /* tokens of the lexicon phrase that begins here */
    uint8_t part;            /* enum word_part, as decided */
    uint8_t mark;            /* enum quote_mark, of a sign */
    char sign;               /* of a sign: its ASCII character, '"' for any quotation mark */
    bool may_be_goods;       /* a goods phrase may begin here */
    const struct first_word *word; /* what the tables know of it, or NULL */
    const struct word_row *row;    /* the reading decided on, or NULL */
    struct word_rows rows;         /* all readings */
};

struct sentence {
    uint32_t first, end; /* tokens */
    uint32_t paragraph;
    uint32_t chunk, chunk_end; /* chunks */
    bool read;                 /* its words were looked up */
};

enum paragraph_kind { PARA_HEADLINE, PARA_DATELINE, PARA_BODY };
struct paragraph {
    uint32_t start, end;  /* bytes of plain */
    uint32_t first, last; /* tokens, half open */
    uint8_t kind;         /* enum paragraph_kind */
    uint8_t language;     /* enum news_language */
};

struct quotation {
    uint32_t first, end; /* tokens between the marks */
    bool open;           /* its end was not found in the paragraph */
};

/* ---- layer 3: names ---- */

enum entity_type { ENTITY_COUNTRY, ENTITY_PERSON, ENTITY_ORG, ENTITY_CRAFT };
struct news_entity {
    struct slice id; /* "country:KP", "ofac:20157", "person:John Kirby" */
    struct slice caption;
    struct slice behalf; /* the state or body it speaks for: "US", or empty */
    uint8_t type;        /* enum entity_type */
    bool official;       /* a person who acts for the state: in a dealing he is the state */
    bool body;           /* a government body, agency, office: speaks for its state */
    bool listed;
    uint16_t score;       /* thousandths, of a listed one */
    uint32_t number;      /* in the index, of a listed one */
    struct slice against; /* what speaks against a listed one; may be empty */
    bool namesake;        /* it speaks so loudly that no alert is raised about this party */
    uint32_t first_mention;
    struct slice key; /* its fullest name in this text, folded; empty for countries */
};

enum mention_kind { MENTION_NAME, MENTION_NOMINAL, MENTION_PRONOUN };
struct mention {
    uint32_t first, end; /* tokens */
    uint32_t entity;     /* index, or NONE32 before it is known */
    uint32_t second;     /* of "the two countries": the other entity, else NONE32 */
    uint8_t kind;        /* enum mention_kind */
    uint8_t names;       /* enum gazetteer_kind, when from the gazetteer */
    bool gazetteer;
    bool adjective; /* a demonym that qualifies the noun beside it */
};

/* A run of capitalised words, before it is known whom it names. */
enum run_cue {
    CUE_PERSON = 1 << 0,
    CUE_ORG = 1 << 1,
    CUE_SHIP = 1 << 2,
    CUE_ARTICLE = 1 << 3, /* an article before it: la Komid */
    CUE_FORENAME = 1 << 4,
    CUE_SAYS = 1 << 5, /* it says something */
    CUE_FIRM = 1 << 6, /* with CUE_ORG: a firm, a body, a legal form, not a mere common noun */
};
struct name_run {
    uint32_t first, end;
    uint32_t whole_first, whole_end; /* with gazetteer names that touch it (Iran Air) */
    unsigned cues;                   /* enum run_cue */
    bool done;
};

/* ---- layer 5: chunks ---- */

enum chunk_kind { CHUNK_NOUN, CHUNK_VERB, CHUNK_LINK, CHUNK_SIGN, CHUNK_OTHER };
enum chunk_flag {
    CHUNK_NEGATED = 1 << 0,
    CHUNK_PASSIVE = 1 << 1,
    CHUNK_PERFECT = 1 << 2,
    CHUNK_MODAL = 1 << 3,
    CHUNK_PROGRESSIVE = 1 << 4,
    CHUNK_FINITE = 1 << 5,
    CHUNK_FIRST = 1 << 6,    /* we, I */
    CHUNK_RELATIVE = 1 << 7, /* a link: che, which, who */
    CHUNK_ANY = 1 << 8,      /* any deal, qualsiasi accordo */
    CHUNK_REFERS = 1 << 9,   /* this, these */
    CHUNK_PRONOUN = 1 << 10,
    CHUNK_PLURAL = 1 << 11,
    CHUNK_POSSESSOR = 1 << 12, /* Russia's: belongs to the next chunk */
    CHUNK_BARE = 1 << 13,      /* a participle alone: supplied by Iran */
    CHUNK_REFLEXIVE = 1 << 14, /* si */
    CHUNK_COPULA = 1 << 15,    /* be, essere alone */
};
struct chunk {
    uint32_t first, end; /* tokens */
    uint32_t head;       /* token */
    uint64_t classes;    /* of the head, and of a verb group's verb */
    uint64_t all;        /* of all its words */
    uint32_t flags;      /* enum chunk_flag */
    uint16_t tenses;     /* of the finite verb or, without one, of the form */
    uint8_t kind;        /* enum chunk_kind */
    uint8_t slot;        /* enum word_detail: the preposition, or of a link which it is */
    uint8_t goods;       /* enum goods_class of its goods phrase */
    uint8_t mode;        /* enum say_mode */
    uint32_t goods_first, goods_end; /* tokens of the goods with their numbers */
    uint32_t mention;                /* the mention that it is or holds first, or NONE32 */
};

/* ---- layer 6: time ---- */

struct interval {
    int32_t from, until; /* DAY_NONE: open */
};
struct time_expression {
    uint32_t first, end;   /* tokens */
    struct interval past;  /* as read in a clause about the past */
    struct interval later; /* and about the future: "in October" is the next one */
    bool since;            /* "since August": from then on */
    bool by;               /* "by the end of August": until then */
};

/* ---- layers 7 to 13: the answer ---- */

enum { HOLDERS_MAX = 4, EVIDENCE_MAX = 4, ITEMS_MAX = 6, PARTICIPANTS_MAX = 12, CHAIN_MAX = 6 };

struct span {
    uint32_t start, end; /* bytes of plain */
};

struct statement {
    struct span source, content;
    uint32_t entity; /* or NONE32 */
    struct slice behalf;
    uint8_t mode; /* enum say_mode */
    bool quoted;
    bool court;                          /* a court says so */
    bool plural;                         /* several say so: "two officials" */
    uint32_t source_first, source_end;   /* tokens */
    uint32_t named_first, named_end;     /* fuller words for it elsewhere; equal: none */
    uint32_t content_first, content_end; /* tokens */
    struct slice
        chain[CHAIN_MAX]; /* who passed it on, nearest to the reader first, up to the state */
    size_t chain_count;
};

struct dealing {
    uint32_t supplier, recipient; /* entities, or NONE32 */
    uint8_t goods;                /* enum goods_class */
    uint8_t stage;                /* enum embargo_stage */
    uint8_t polarity;             /* enum embargo_polarity */
    bool established;             /* a court's finding, or the author's own word */
    bool dated;
    bool conditional; /* the reportive conditional */
    bool remote;      /* told in the Italian remote past, without a day: long ago */
    struct span items[ITEMS_MAX];
    size_t item_count;
    struct slice holders[HOLDERS_MAX]; /* who says so */
    size_t holder_count;
    struct interval when;
    struct span evidence[EVIDENCE_MAX];
    size_t evidence_count;
    uint32_t token; /* of its predicate */
    bool dropped;   /* merged into another */
};

enum event_status {
    STATUS_HAPPENED,
    STATUS_PLANNED,
    STATUS_ALLEGED,
    STATUS_DENIED,
    STATUS_REFUSED
};
struct event {
    struct slice type;
    struct slice participants[PARTICIPANTS_MAX];
    uint32_t entities[PARTICIPANTS_MAX]; /* the same as entities, or NONE32 */
    size_t participant_count;
    struct interval when;
    uint8_t status; /* enum event_status */
    struct span evidence;
    bool dropped;
};

enum alert_kind { ALERT_DEALING, ALERT_FACILITATOR, ALERT_TRAVEL };
struct alert {
    uint8_t kind; /* enum alert_kind */
    const char *severity;
    struct slice regime;
    struct slice supplier, recipient, party, place; /* ids or codes; empty: null */
    const char *result;
    struct slice *rules;
    size_t rule_count;
    bool rules_by_article;
    uint32_t dealing; /* index, or NONE32 */
    struct slice explanation;
    struct slice against; /* what speaks against it; may be empty */
    struct span evidence[EVIDENCE_MAX];
    size_t evidence_count;
};

struct suppressed {
    struct slice what, why;
};

struct document {
    struct arena arena;
    struct slice id, title, url, language_given;
    struct slice source;
    struct slice plain;
    struct buf plain_buf;         /* holds plain when it differs from the source */
    VEC(struct segment) segments; /* none: plain is source */
    bool html;
    uint32_t
        title_end; /* bytes of plain that are the title given beside the text (JSON lines); 0: none */

    struct interval published; /* a day, or DAY_NONE when unknown */
    const char *no_date;       /* why dates are null; NULL when they are not */

    struct buf folded;
    VEC(struct news_token) tokens;
    VEC(struct sentence) sentences;
    VEC(struct paragraph) paragraphs;
    VEC(struct quotation) quotations;
    VEC(struct mention) mentions;
    VEC(struct name_run) runs;
    VEC(struct news_entity) entities;
    VEC(struct chunk) chunks;
    VEC(struct time_expression) times;
    VEC(struct statement) statements;
    VEC(struct dealing) dealings;
    VEC(struct event) events;
    VEC(struct alert) alerts;
    VEC(struct suppressed) suppressed;
    bool failed;      /* no memory: the answer is not to be used */
    bool playful;     /* a page of sports */
    bool gated;       /* nothing here that the expensive layers could find */
    bool crowded;     /* more than ARTICLE_NAMES_MAX different names */
    uint8_t language; /* of most of the text */
};

void document_init(struct document *d);
void document_reset(struct document *d);
void document_release(struct document *d);

/* The folded phrase of tokens first … end − 1. */
static inline struct slice document_key(const struct document *d, uint32_t first, uint32_t end)
{
    uint32_t from = d->tokens.p[first].fold;
    return (struct slice){d->folded.p + from, d->tokens.p[end - 1].fold_end - from};
}

static inline struct span document_span(const struct document *d, uint32_t first, uint32_t end)
{
    return (struct span){d->tokens.p[first].start, d->tokens.p[end - 1].end};
}

/* The plain text of a span. */
static inline struct slice document_text(const struct document *d, struct span s)
{
    return (struct slice){d->plain.p + s.start, s.end - s.start};
}

/* The span in the source that a span of plain came from; of a title given beside the text, the
 * span in the title. */
struct span document_source(const struct document *d, struct span plain);

/* The bytes of the source (or of the title) that a span of plain came from. */
struct slice document_source_text(const struct document *d, struct span plain);

static inline bool token_is_sign(const struct news_token *t, char sign)
{
    return t->kind == TOK_SIGN && t->sign == sign;
}

/* Is the lexicon's lemma of this token that word? */
static inline bool token_lemma_is(const struct news_token *t, const char *lemma)
{
    return t->row && slice_is(news_text(t->row->lemma), lemma);
}

#endif
