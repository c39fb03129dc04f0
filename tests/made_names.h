/*
 * made_names - invented names of many cultures, and what happens to names on their way.
 *
 * Made of lists of common given names and of invented roots, so that frequent and rare tokens,
 * several scripts, particles, syllables, initials, numerals and legal forms all occur.  No name
 * is meant to be anybody's.
 */
#ifndef MADE_NAMES_H
#define MADE_NAMES_H

#include "base/utf8.h"
#include "test.h"

enum { MADE_NAME_MAX = 240 };

struct made_text {
    char p[MADE_NAME_MAX]; /* NUL-ended */
    size_t n;
};

static inline void made_add(struct made_text *t, const char *word)
{
    int n = snprintf(t->p + t->n, sizeof t->p - t->n, "%s", word);
    t->n += n < 0 ? 0 : (size_t)n;
    t->n = t->n < sizeof t->p ? t->n : sizeof t->p - 1;
}

static inline void made_word(struct made_text *t, const char *word)
{
    if (t->n > 0) {
        made_add(t, " ");
    }
    made_add(t, word);
}

#define MADE_PICK(dice, list) ((list)[dice_below((dice), COUNT_OF(list))])

/* A pronounceable word that no table knows, most of the time. */
static inline void made_root(struct dice *d, struct made_text *t, size_t syllables)
{
    static const char *const BEGIN[] = {"b",  "br", "d", "dr", "f", "g", "gr", "h",
                                        "k",  "kh", "l", "m",  "n", "p", "r",  "s",
                                        "sh", "st", "t", "tr", "v", "z", "ch", "zh"};
    static const char *const VOWEL[] = {"a", "e", "i", "o", "u", "a", "o", "ou", "ai"};
    static const char *const END[] = {"", "", "", "n", "r", "l", "s", "m", "nd", "rk", "t"};
    for (size_t i = 0; i < syllables; i++) {
        made_add(t, MADE_PICK(d, BEGIN));
        made_add(t, MADE_PICK(d, VOWEL));
        made_add(t, MADE_PICK(d, END));
    }
}

static inline void made_surname(struct dice *d, struct made_text *t, const char *ending)
{
    struct made_text root = {.n = 0};
    made_root(d, &root, 1 + dice_below(d, 3));
    made_add(&root, ending);
    if (dice_one_in(d, 2)) {
        root.p[0] = ascii_upper(root.p[0]);
    }
    made_word(t, root.p);
}

static inline void made_western(struct dice *d, struct made_text *t)
{
    static const char *const GIVEN[] = {
        "John",  "Mary", "Peter", "Ingrid", "Jürgen", "Chloé", "Søren", "Thomas", "Lukasz",
        "Łucja", "Jean", "Işıl",  "Doğan",  "Çağlar", "Anna",  "Klaus", "Bjørn",  "Zoë"};
    static const char *const BETWEEN[] = {"van der", "de la", "von",   "Mc",    "O'",
                                          "J.",      "R.",    "M. K.", "Maria", "Karl"};
    static const char *const ENDING[] = {"mann", "son", "berg", "oğlu",
                                         "er",   "ski", "ault", ""};
    made_word(t, MADE_PICK(d, GIVEN));
    if (dice_one_in(d, 3)) {
        made_word(t, MADE_PICK(d, BETWEEN));
    }
    made_surname(d, t, MADE_PICK(d, ENDING));
    if (dice_one_in(d, 12)) {
        made_word(t, dice_one_in(d, 2) ? "III" : "Jr");
    }
}

static inline void made_slavic(struct dice *d, struct made_text *t)
{
    static const char *const GIVEN[] = {"Ivan",   "Sergei",    "Yevgeny", "Olga",
                                        "Dmytro", "Aleksandr", "Mikhail", "Oksana",
                                        "Yuri",   "Igor",      "Kseniya", "Zhanna"};
    static const char *const FATHER[] = {"Ivanovich", "Petrovich",      "Sergeevna",
                                         "Ihorovych", "Aleksandrovich", "Nikolaevna"};
    static const char *const ENDING[] = {"ov", "ova", "enko", "sky", "in", "ev", "chuk"};
    made_word(t, MADE_PICK(d, GIVEN));
    if (dice_one_in(d, 2)) {
        made_word(t, MADE_PICK(d, FATHER));
    }
    made_surname(d, t, MADE_PICK(d, ENDING));
}

static inline void made_cyrillic(struct dice *d, struct made_text *t)
{
    static const char *const GIVEN[] = {"Иван", "Сергей", "Евгений", "Ольга", "Дмитро",
                                        "Юрий", "И.",     "С. Ю.",   "Жанна", "Щербина"};
    static const char *const ROOT[] = {"Щук",   "Черн", "Жар",   "Хом",   "Цвет",
                                       "Рыж",   "Гром", "Бел",   "Яхонт", "Ёлк",
                                       "Юрьев", "Эйд",  "Кузьм", "Твор",  "Медвед"};
    static const char *const ENDING[] = {"ов", "ова", "енко", "ский", "ин", "ев", "чук"};
    made_word(t, MADE_PICK(d, GIVEN));
    made_word(t, MADE_PICK(d, ROOT));
    if (dice_one_in(d, 3)) {
        made_add(t, MADE_PICK(d, ENDING));
    }
    made_add(t, MADE_PICK(d, ENDING));
}

static inline void made_arabic(struct dice *d, struct made_text *t)
{
    static const char *const GIVEN[] = {"Mohammed",    "Ahmad",        "Yusuf",  "Khalid",
                                        "Hassan",      "Fatima",       "Tariq",  "Ibrahim",
                                        "Mahmoud",     "Abd al-Karim", "Nasser", "Abdulrahman",
                                        "Saif al-Din", "Jamil",        "Umar"};
    static const char *const ARTICLE[] = {"al-", "Al ", "el-", "al ", "ash-", "", "Al"};
    static const char *const ENDING[] = {"i", "ani", "awi", "i", "een"};
    if (dice_one_in(d, 10)) {
        made_word(t, dice_one_in(d, 2) ? "Abu" : "Umm");
    }
    for (size_t n = 1 + dice_below(d, 3); n > 0; n--) {
        made_word(t, MADE_PICK(d, GIVEN));
        if (n > 1 && dice_one_in(d, 2)) {
            made_word(t, dice_one_in(d, 2) ? "bin" : "ibn");
        }
    }
    if (!dice_one_in(d, 4)) {
        struct made_text nisba = {.n = 0};
        made_add(&nisba, MADE_PICK(d, ARTICLE));
        made_root(d, &nisba, 1 + dice_below(d, 2));
        made_add(&nisba, MADE_PICK(d, ENDING));
        made_word(t, nisba.p);
    }
}

static inline void made_arabic_script(struct dice *d, struct made_text *t)
{
    static const char *const WORD[] = {
        "محمد",    "أحمد",       "يوسف",      "خالد",     "حسن",    "فاطمة",    "طارق",
        "إبراهيم", "عبد الكريم", "نور الدين", "الزهراني", "المصري", "حداد",     "كريم",
        "رضا",     "خان",        "بن",        "الرحمن",   "شاهین",  "گلپایگانی"};
    for (size_t n = 2 + dice_below(d, 3); n > 0; n--) {
        made_word(t, MADE_PICK(d, WORD));
    }
}

static inline void made_iberian(struct dice *d, struct made_text *t)
{
    static const char *const GIVEN[] = {"José Luis", "Maria",       "Lucia",  "Diego",
                                        "João",      "Ana Beatriz", "Carlos", "Joaquim"};
    static const char *const FAMILY[] = {"García",   "Perez",  "Navarro", "dos Santos",
                                         "Campos",   "e Lima", "Herrera", "Solis",
                                         "da Costa", "Núñez",  "Pereira"};
    made_word(t, MADE_PICK(d, GIVEN));
    made_word(t, MADE_PICK(d, FAMILY));
    if (dice_one_in(d, 2)) {
        made_word(t, MADE_PICK(d, FAMILY));
    } else {
        made_surname(d, t, "ez");
    }
}

/* Korean and Chinese in Latin, Cyrillic, Hangul, Han; apart, joined and hyphened. */
static inline void made_syllabic(struct dice *d, struct made_text *t)
{
    static const char *const FAMILY[] = {"Kim",   "Lee",  "Pak",    "Choe", "Wang",
                                         "Zhang", "Li",   "Cheung", "Chen", "Hsu",
                                         "Ri",    "Jang", "Leung",  "Ким",  "Пак"};
    static const char *const GIVEN[] = {"jong", "un",    "chol", "su",   "min",  "ho",  "song",
                                        "gil",  "wei",   "ming", "xiao", "hong", "mei", "ling",
                                        "guo",  "qiang", "kwok", "yong", "сон",  "мин"};
    static const char *const HAN[] = {"王", "张", "張", "李", "伟", "偉", "明",
                                      "国", "國", "强", "小", "红", "金", "正",
                                      "恩", "美", "玲", "军", "軍", "哲"};
    static const char *const HANGUL[] = {"김", "이", "박", "최", "정", "은", "철",
                                         "수", "민", "호", "성", "길", "영", "리"};
    static const char *const JOINT[] = {"", "-", " "};
    bool native = dice_one_in(d, 2);
    bool han = dice_one_in(d, 2);
    const char *joint = MADE_PICK(d, JOINT);
    size_t given = 1 + dice_below(d, 2);
    if (!native) {
        made_word(t, MADE_PICK(d, FAMILY));
        made_add(t, " ");
        joint = given > 1 ? joint : "";
        for (size_t i = 0; i < given; i++) {
            made_add(t, i ? joint : "");
            made_add(t, MADE_PICK(d, GIVEN));
        }
        return;
    }
    for (size_t i = 0; i <= given; i++) {
        made_add(t, i && dice_one_in(d, 6) ? " " : "");
        made_add(t, han ? MADE_PICK(d, HAN) : MADE_PICK(d, HANGUL));
    }
}

static inline void made_other(struct dice *d, struct made_text *t)
{
    static const char *const WORD[] = {
        "Nguyễn",     "Văn",    "Hùng",         "Trần",     "Thị",       "U",       "Kyaw",
        "Zin",        "Daw",    "Soe",          "Γιώργος",  "Παπαδάκης", "K.",      "S.",
        "Ramanathan", "Mohd",   "Rafiq",        "Əlizadə",  "Vüqar",     "Suharto", "नरेश",
        "შოთა",       "たなか", "ヴォジニャク", "莫比乌斯", "차크마크"};
    for (size_t n = 1 + dice_below(d, 3); n > 0; n--) {
        made_word(t, MADE_PICK(d, WORD));
    }
}

static inline void made_person(struct dice *d, struct made_text *t)
{
    static void (*const CULTURES[])(struct dice *, struct made_text *) = {
        made_western,  made_western,  made_slavic,   made_slavic,
        made_cyrillic, made_arabic,   made_arabic,   made_arabic_script,
        made_iberian,  made_syllabic, made_syllabic, made_other};
    *t = (struct made_text){.n = 0};
    MADE_PICK(d, CULTURES)(d, t);
}

static inline void made_company(struct dice *d, struct made_text *t)
{
    static const char *const FRONT[] = {"OOO", "ООО", "A.B.C.", "The", "AO", "PT", "K.L."};
    static const char *const WORD[] = {"Trading", "Shipping", "Group",   "International",
                                       "Bank",    "Завод",    "Trans",   "Oil",
                                       "&",       "of",       "Holding", "General",
                                       "Star",    "Сигнал",   "مؤسسة",   "株式会社"};
    static const char *const BACK[] = {"Ltd",     "Limited", "GmbH",     "S.p.A.",  "d.o.o.",
                                       "LLC",     "SA",      "Co. Ltd.", "Pte Ltd", "AG",
                                       "(Dubai)", "II",      "2",        "Four",    "No. 45"};
    *t = (struct made_text){.n = 0};
    if (dice_one_in(d, 4)) {
        made_word(t, MADE_PICK(d, FRONT));
    }
    made_surname(d, t, "");
    for (size_t n = dice_below(d, 3); n > 0; n--) {
        made_word(t, MADE_PICK(d, WORD));
    }
    if (!dice_one_in(d, 4)) {
        made_word(t, MADE_PICK(d, BACK));
    }
}

static inline void made_vessel(struct dice *d, struct made_text *t)
{
    static const char *const FRONT[] = {"MV", "M/T", "MT"};
    static const char *const WORD[] = {"Silver", "Ocean", "Star", "Petrel",
                                       "Golden", "Queen", "Al"};
    static const char *const BACK[] = {"1", "I", "II", "2", "7", "VII", "Seven", "12"};
    *t = (struct made_text){.n = 0};
    if (dice_one_in(d, 3)) {
        made_word(t, MADE_PICK(d, FRONT));
    }
    if (dice_one_in(d, 2)) {
        made_word(t, MADE_PICK(d, WORD));
    }
    made_surname(d, t, "");
    if (dice_one_in(d, 2)) {
        made_word(t, MADE_PICK(d, BACK));
    }
}

/* Changes.  They work on code points, so that the outcome is always UTF-8. */
struct made_points {
    uint32_t cp[MADE_NAME_MAX];
    size_t n;
};

static inline void made_put(struct made_points *c, size_t at, uint32_t cp)
{
    if (c->n < MADE_NAME_MAX && at <= c->n) {
        memmove(c->cp + at + 1, c->cp + at, (c->n - at) * sizeof *c->cp);
        c->cp[at] = cp;
        c->n++;
    }
}

static inline void made_take(struct made_points *c, size_t at, size_t count)
{
    memmove(c->cp + at, c->cp + at + count, (c->n - at - count) * sizeof *c->cp);
    c->n -= count;
}

/* The word around a random place: [*from, *to). */
static inline void made_some_word(struct dice *d, const struct made_points *c, size_t *from,
                                  size_t *to)
{
    size_t at = dice_below(d, c->n);
    *from = at;
    *to = at;
    while (*from > 0 && c->cp[*from - 1] != ' ') {
        (*from)--;
    }
    while (*to < c->n && c->cp[*to] != ' ') {
        (*to)++;
    }
}

static inline void made_turn(struct made_points *c, bool comma)
{
    size_t at = c->n;
    while (at > 0 && c->cp[at - 1] != ' ') {
        at--;
    }
    if (at == 0 || c->n + 2 >= MADE_NAME_MAX) {
        return;
    }
    struct made_points turned = {.n = 0};
    for (size_t i = at; i < c->n; i++) {
        turned.cp[turned.n++] = c->cp[i];
    }
    if (comma) {
        turned.cp[turned.n++] = ',';
    }
    turned.cp[turned.n++] = ' ';
    for (size_t i = 0; i + 1 < at; i++) {
        turned.cp[turned.n++] = c->cp[i];
    }
    *c = turned;
}

static inline void made_change_once(struct dice *d, struct made_points *c)
{
    static const char VOWELS[] = "aeiouy";
    size_t at = dice_below(d, c->n);
    size_t from;
    size_t to;
    made_some_word(d, c, &from, &to);
    switch (dice_below(d, 14)) {
    case 0:
        made_take(c, at, c->n > 1);
        break;
    case 1:
        made_put(c, at, (uint32_t)('a' + dice_below(d, 26)));
        break;
    case 2:
        c->cp[at] = (uint32_t)('a' + dice_below(d, 26));
        break;
    case 3:
        if (at + 1 < c->n) {
            uint32_t other = c->cp[at];
            c->cp[at] = c->cp[at + 1];
            c->cp[at + 1] = other;
        }
        break;
    case 4:
        made_put(c, at, c->cp[at]);
        break;
    case 5: /* a vowel for another */
        for (size_t i = at; i < c->n; i++) {
            if (c->cp[i] < 0x80 && memchr(VOWELS, (int)c->cp[i], 6)) {
                c->cp[i] = (unsigned char)VOWELS[dice_below(d, 6)];
                break;
            }
        }
        break;
    case 6: /* a word less */
        if (to - from + 1 < c->n) {
            made_take(c, from, to - from + (to < c->n));
        }
        break;
    case 7: /* an initial */
        if (to - from > 1) {
            made_take(c, from + 1, to - from - 1);
            made_put(c, from + 1, '.');
        }
        break;
    case 8: /* joined */
        if (to < c->n) {
            made_take(c, to, 1);
        }
        break;
    case 9: /* written apart */
        made_put(c, from + (to - from) / 2, ' ');
        break;
    case 10: /* hyphened */
        if (to < c->n) {
            c->cp[to] = '-';
        }
        break;
    case 11:
        made_turn(c, true);
        break;
    case 12:
        made_turn(c, false);
        break;
    default:
        for (size_t i = 0; i < c->n; i++) {
            c->cp[i] = c->cp[i] < 0x80 ? (unsigned char)ascii_upper((char)c->cp[i]) : c->cp[i];
        }
        break;
    }
}

/* `text` changed `times` times; never empty. */
static inline void made_change(struct dice *d, struct slice text, size_t times,
                               struct made_text *out)
{
    struct made_points c;
    c.n = utf8_get(text, c.cp, MADE_NAME_MAX / 4);
    for (size_t i = 0; i < times && c.n > 0; i++) {
        made_change_once(d, &c);
    }
    out->n = 0;
    for (size_t i = 0; i < c.n && out->n + 5 < sizeof out->p; i++) {
        out->n += utf8_put(c.cp[i], out->p + out->n);
    }
    out->p[out->n] = '\0';
}

#endif
