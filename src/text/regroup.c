#include "text/regroup.h"

static bool is_run(const struct word *w)
{
    return w->script == SCRIPT_HAN || w->script == SCRIPT_HANGUL;
}

/* What begins like the article: Allah; the foreign Alexander, Alexei, Albert, Elena. */
static bool begins_like_article(const struct word *w)
{
    static const uint32_t BEGINNINGS[][5] = {
        {0x643, 0x633},        /* ks */
        {0x6A9, 0x633},        /* ks, Persian */
        {0x64A, 0x643, 0x633}, /* yks */
        {0x6CC, 0x6A9, 0x633}, /* yks, Persian */
        {0x644, 0x647},        /* lh: Allah */
        {0x628, 0x631, 0x62A}, /* brt */
        {0x64A, 0x646, 0x627}, /* yna */
        {0x6CC, 0x646, 0x627}, /* yna, Persian */
    };
    for (size_t i = 0; i < sizeof BEGINNINGS / sizeof *BEGINNINGS; i++) {
        size_t n = 0;
        while (BEGINNINGS[i][n] && n + 2 < w->n && w->cp[n + 2] == BEGINNINGS[i][n]) {
            n++;
        }
        if (!BEGINNINGS[i][n]) {
            return true;
        }
    }
    return false;
}

/* Letters of the Arabic article when it stands before a word of two letters or more, else 0: in
 * a–z it is written as a word of its own. */
size_t regroup_article(const struct word *w)
{
    enum { ALEF = 0x627, LAM = 0x644, ARTICLE = 2 };
    return !begins_like_article(w) && w->script == SCRIPT_ARABIC && w->n >= ARTICLE + 2 &&
                   w->cp[0] == ALEF && w->cp[1] == LAM
               ? ARTICLE
               : 0;
}

/* Do the single letters on both sides of words[at] belong to words of their own?  "S.I.S. d.o.o."
 * has a blank between two runs of letters without blanks; "A B C" has blanks throughout. */
static bool letters_part(const struct word *words, size_t from, size_t at, size_t n)
{
    bool joined_before = at > from + 1 && !words[at - 1].after_blank;
    bool joined_behind = at + 1 < n && words[at + 1].n == 1 && !words[at + 1].after_blank;
    return at > from && words[at].after_blank && (joined_before || joined_behind);
}

/* Letters that stand alone in a row are one word of an organisation. */
size_t regroup_letters(struct arena *arena, struct word *words, size_t n)
{
    size_t out = 0;
    for (size_t i = 0; i < n;) {
        size_t end = i;
        while (end < n && words[end].n == 1 && words[end].script == words[i].script &&
               !is_run(&words[end]) && !letters_part(words, i, end, n)) {
            end++;
        }
        if (end - i < 2) {
            words[out++] = words[i++];
            continue;
        }
        uint32_t *cp = ARENA_ARRAY(arena, uint32_t, end - i);
        struct word joined = words[i];
        for (size_t k = i; cp && k < end; k++) {
            cp[k - i] = words[k].cp[0];
        }
        joined.cp = cp;
        joined.n = cp ? end - i : 0;
        joined.before_dot = false;
        joined.letters = true;
        words[out++] = joined;
        i = end;
    }
    return out;
}

/* "God" or "the religion" behind another word: Nasr Allah is also Nasrallah, Nur al-Din Nuruddin. */
static bool is_second_half(const struct word *w)
{
    static const uint32_t HALVES[][6] = {
        {0x627, 0x644, 0x644, 0x647},        /* Allah */
        {0x627, 0x644, 0x62F, 0x64A, 0x646}, /* al-Din */
        {0x627, 0x644, 0x62F, 0x6CC, 0x646}, /* al-Din, Persian */
    };
    for (size_t i = 0; i < sizeof HALVES / sizeof *HALVES; i++) {
        size_t n = 0;
        while (n < w->n && n < 6 && HALVES[i][n] && w->cp[n] == HALVES[i][n]) {
            n++;
        }
        if (n == w->n && !HALVES[i][n]) {
            return true;
        }
    }
    return false;
}

enum { ABD = 3, ABD_AL = 5 };
static const uint32_t ABD_AL_LETTERS[ABD_AL] = {0x639, 0x628, 0x62F, 0x627, 0x644};

/* Does the word begin with the first `letters` of "Abd al-"? */
static bool begins_abd(const struct word *w, size_t letters)
{
    return w->script == SCRIPT_ARABIC && w->n >= letters &&
           memcmp(w->cp, ABD_AL_LETTERS, letters * sizeof *w->cp) == 0;
}

/* "Abd al-Karim" in one word becomes two, as it is usual in a-z; returns how many there are. */
size_t regroup_part_abd(struct word *words, size_t n, size_t room)
{
    for (size_t i = 0; i < n && n < room; i++) {
        if (!begins_abd(&words[i], ABD_AL) || words[i].n < ABD_AL + 2) {
            continue;
        }
        memmove(&words[i + 2], &words[i + 1], (n - i - 1) * sizeof *words);
        words[i + 1] = words[i];
        words[i + 1].cp += ABD;
        words[i + 1].n -= ABD;
        words[i].n = ABD;
        words[i].before_dot = false;
        n++;
        i++;
    }
    return n;
}

/* Is words[at] the second half of a name that may be written as one word? */
static bool is_joined(const struct word *words, size_t at)
{
    if (at == 0 || words[at - 1].script != SCRIPT_ARABIC || words[at - 1].n < 2 ||
        words[at - 1].n >= TOKEN_BYTES_MAX) {
        return false;
    }
    bool abd = words[at - 1].n == ABD && begins_abd(&words[at - 1], ABD) &&
               regroup_article(&words[at]) > 0;
    return abd || is_second_half(&words[at]);
}

bool regroup_has_halves(const struct word *words, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        if (is_joined(words, i)) {
            return true;
        }
    }
    return false;
}

/* The words with such halves joined to what stands before them; returns how many. */
size_t regroup_join_halves(struct arena *arena, struct word *words, size_t n)
{
    size_t out = 0;
    for (size_t i = 0; i < n; i++) {
        uint32_t *cp = is_joined(words, i) && out
                           ? ARENA_ARRAY(arena, uint32_t, words[out - 1].n + words[i].n)
                           : NULL;
        if (!cp) {
            words[out++] = words[i];
            continue;
        }
        struct word *before = &words[out - 1];
        memcpy(cp, before->cp, before->n * sizeof *cp);
        memcpy(cp + before->n, words[i].cp, words[i].n * sizeof *cp);
        before->cp = cp;
        before->n += words[i].n;
    }
    return out;
}
