# SPDX-License-Identifier: Apache-2.0
"""Romanisation and Cyrillic spelling of Hangul syllables, by rule from the jamo.

rr: Revised Romanisation of 2000; mr: McCune-Reischauer of 1939; dprk: the 1992 rules
and press usage of the DPRK; russian: Kontsevich's system and press usage."""
import korean_hand as hand

LEAD = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
RR_L = "g kk n d tt r m b pp s ss - j jj ch k t p h".split()
RR_V = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split()
#       none k kk ks n nj nh t l lk lm lb ls lth lp lh m p ps s ss ng j ch k t p h
CODA = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split()
MR_L = ["k g", "kk", "n", "t d", "tt", "r n", "m", "p b", "pp", "s", "ss", "", "ch j", "tch", "ch", "k", "t", "p", "h"]
MR_V = "a ae ya yae o e yo ye o wa wae oe yo u wo we wi yu u ui i".split()
DP_L = ["k g", "kk", "n", "t d", "tt", "r", "m", "p b", "pp", "s", "ss", "", "j", "jj", "ch", "kh k", "th t", "ph p", "h"]
RU_L = ["к г", "кк", "н", "т д", "тт", "р", "м", "п б", "пп", "с", "сс", "", "ч дж", "чч", "чх", "кх", "тх", "пх", "х"]
RU_V = "а э я йя о е ё е о ва вэ ве ё у во ве ви ю ы ый и".split()
RU_V0 = "а э я йя о э ё йе о ва вэ ве ё у во ве ви ю ы ый и".split()
RU_T = dict(zip("- k n t l m p ng".split(), ["", "к", "н", "т", "ль", "м", "п", "н"]))


def uniq(seq):
    return list(dict.fromkeys(x for x in seq if x))


def split(syl):
    n = ord(syl) - 0xAC00
    return n // 588, n % 588 // 28, n % 28


def join(lead, vowel, tail=0):
    return chr(0xAC00 + lead * 588 + vowel * 28 + tail)


def initial_law(syl):
    """The word-initial form of a Sino-Korean syllable (李 리 -> 이, 盧 로 -> 노)."""
    l, v, t = split(syl)
    front = v in (2, 3, 6, 7, 12, 17, 20)
    if l == 5:
        return join(11 if front else 2, v, t)
    if l == 2 and front:
        return join(11, v, t)
    return syl


def latin(syl):
    l, v, t = split(syl)
    dash = lambda s: "" if s == "-" else s
    tail = dash(CODA[t])
    rr = [dash(RR_L[l]) + RR_V[v] + tail]
    both = lambda heads, vowel: [h + vowel + tail for h in (heads.split() or [""])]
    mr = both(MR_L[l], MR_V[v])
    if l == 9 and v == 16:
        mr = ["shwi"]
    return rr, uniq(mr), uniq(both(DP_L[l], MR_V[v]))


def russian(syl):
    l, v, t = split(syl)
    vowel = (RU_V0 if l == 11 else RU_V)[v]
    if l == 18 and v == 19:
        vowel = "и"
    tail = RU_T[CODA[t]]
    out = [h + vowel + tail for h in (RU_L[l].split() or [""])]
    if "ё" in out[0]:
        out.append(out[0].replace("ё", "е"))
    if tail == "ль":
        out.append(out[0][:-2] + "р")
    return uniq(out)


def parse(text):
    table = {}
    for item in text.split("|"):
        words = item.split()
        if words:
            table.setdefault(words[0], []).extend(words[1:])
    return table


def rows(syllables):
    custom, rus = parse(hand.CUSTOMARY), parse(hand.RUSSIAN)
    first = {k.rstrip("+"): v for k, v in rus.items() if not k.endswith("+")}
    after = {k.rstrip("+"): v for k, v in rus.items() if k.endswith("+")}
    known = set(syllables) | set(custom) | set(first) | set(after)
    known |= set(hand.SURNAMES) | set(hand.NATIVE)
    known |= {initial_law(s) for s in known}
    for syl in sorted(known):
        rr, mr, dprk = latin(syl)
        ru = russian(syl)
        ru = first.get(syl, []) + ru[:1] + after.get(syl, []) + ru[1:]
        yield [syl, " ".join(rr), " ".join(mr), " ".join(dprk), " ".join(uniq(custom.get(syl, []))),
               " ".join(uniq(ru)), "s" if syl in hand.SURNAMES else ""]
