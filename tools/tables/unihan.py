#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Make data/script/{han,korean,chinese,cantonese}.tsv from the Unihan database.

    python3 tools/tables/unihan.py [--unihan DIR] [--out DIR]

DIR holds Unihan_Readings.txt.bz2 and its sisters (or the same files unpacked). The tables
were made from Unicode 15.0.0. The same input gives the same bytes. --check only verifies
the tables in the output folder."""
import argparse
import bz2
import os
import re
import sys
import unicodedata

import cantonese
import chinese
import han_hand
import korean
from korean import uniq, parse

HERE = os.path.dirname(os.path.abspath(__file__))
WANTED = ("kHangul", "kTGHZ2013", "kHanyuPinlu", "kGradeLevel", "kJinmeiyoKanji", "kJoyoKanji", "kKoreanName")
COMMAND = "python3 tools/tables/unihan.py"
SOURCE = "Unihan database, Unicode 15.0.0 (c) Unicode, Inc., https://www.unicode.org/terms_of_use.html"


def load(folder):
    data = {}
    for part in ("Readings", "Variants", "DictionaryLikeData", "OtherMappings", "IRGSources"):
        path = os.path.join(folder, "Unihan_%s.txt" % part)
        opener = open if os.path.exists(path) else bz2.open
        with opener(path if opener is open else path + ".bz2", "rt", encoding="utf-8") as handle:
            for line in handle:
                if line.startswith("U+"):
                    code, key, value = line.rstrip("\n").split("\t")
                    data.setdefault(chr(int(code[2:], 16)), {})[key] = value
    return data


def chars(value):
    return [chr(int(x, 16)) for x in re.findall(r"U\+([0-9A-F]+)", value)]


def plain(pinyin):
    """Toneless ASCII; u-umlaut gives the three usual spellings."""
    text = unicodedata.normalize("NFD", pinyin).replace("u\u0308", "\u00fc")
    text = "".join(c for c in text if not unicodedata.combining(c))
    if "\u00fc" in text:
        return [text.replace("\u00fc", "u"), text.replace("\u00fc", "yu"), text.replace("\u00fc", "v")]
    return [text]


class Han:
    def __init__(self, data):
        self.d = data
        self.hand_fold = {}
        for pair in han_hand.FOLD.split():
            if pair[0] != pair[1]:
                self.hand_fold[pair[0]] = pair[1]
        joyo_of = {}
        for char, entry in data.items():
            for target in chars(entry.get("kJinmeiyoKanji", "")):
                if target != char:
                    joyo_of[char] = target
        self.joyo_of = joyo_of
        self.memo = {}
        self.twins = {}
        self.py = parse(han_hand.PINYIN)
        self.jp = parse(han_hand.JYUTPING)
        self.ko = parse(han_hand.HANGUL)
        self.ja = parse(han_hand.JAPANESE)

    def get(self, char, key):
        return self.d.get(char, {}).get(key, "")

    def step(self, char):
        if char in self.hand_fold:
            return self.hand_fold[char]
        simple = chars(self.get(char, "kSimplifiedVariant"))
        if simple:
            if char in simple:
                return char
            listed = [c for c in simple if self.get(c, "kGB0")] or [c for c in simple if self.get(c, "kTGH")]
            return (listed or simple)[0]
        if self.get(char, "kTGH"):
            return char
        if char in self.joyo_of and self.get(self.joyo_of[char], "kTGH"):
            return self.joyo_of[char]
        if not self.get(char, "kJoyoKanji"):
            for key in ("kZVariant", "kSemanticVariant"):
                found = uniq(self.fold(c) for c in chars(self.get(char, key)) if c != char and self.step_ok(c))
                found = [c for c in found if self.get(c, "kTGH") and self.same_sound(char, c)]
                if len(found) == 1:
                    return found[0]
        return char

    def step_ok(self, char):
        return bool(self.get(char, "kSimplifiedVariant") or self.get(char, "kTGH"))

    def same_sound(self, one, two):
        a, b = self.get(one, "kMandarin"), self.get(two, "kMandarin")
        return bool(a) and bool(b) and plain(a.split()[0]) == plain(b.split()[0])

    def fold(self, char):
        if char not in self.memo:
            seen, cur = [char], char
            while True:
                nxt = self.step(cur)
                if nxt == cur or nxt in seen:
                    break
                seen.append(nxt)
                cur = nxt
            self.memo[char] = cur
        return self.memo[char]

    def select(self):
        found = {c for c, e in self.d.items() if "kMandarin" in e and any(k in e for k in WANTED)}
        found |= {c for c, e in self.d.items() if "kMandarin" in e and "kIICore" in e and ord(c) < 0x10000}
        found |= set(self.hand_fold) | set(self.hand_fold.values())
        for table in (self.py, self.jp, self.ko, self.ja):
            found |= set(table)
        for char in sorted(found):
            for key in ("kTraditionalVariant", "kSimplifiedVariant"):
                found |= {c for c in chars(self.get(char, key)) if self.get(c, "kMandarin")}
        found |= {self.fold(c) for c in found}
        found = {c for c in found if not 0xF900 <= ord(c) <= 0xFAD9 or unicodedata.normalize("NFC", c) == c}
        for char in sorted(found):
            self.twins.setdefault(self.fold(char), []).append(char)
        return sorted(found)

    def relatives(self, char):
        """The other characters of the fold group, nearest first: traditional twins of the
        folded form (joyo and common ones ahead), then the folded form, then the rest."""
        base = self.fold(char)
        group = [c for c in self.twins.get(base, []) if c != char]
        if len(set(chars(self.get(base, "kTraditionalVariant"))) - {base}) > 1 and char != base:
            group = [c for c in group if c == base or c in self.hand_fold]
        trad = chars(self.get(base, "kTraditionalVariant"))
        rank = lambda c: (c not in trad, not self.get(c, "kHangul"), c != base, ord(c))
        return sorted(group, key=rank)

    # -- readings ---------------------------------------------------------
    def own_pinyin(self, char):
        out = []
        for word in self.get(char, "kMandarin").split():
            out += plain(word)
        for word in re.findall(r"([^\s(]+)\((\d+)\)", self.get(char, "kHanyuPinlu")):
            if int(word[1]) >= 3:
                out += plain(word[0])
        exact = self.get(char, "kTGHZ2013") or self.get(char, "kXHC1983")
        for item in exact.split():
            for word in item.split(":")[1].split(","):
                out += plain(word)
        return uniq(w for w in out if w.isascii() and w.isalpha() and w not in ("r", "hm", "hng"))

    def pinyin(self, char):
        base = self.fold(char)
        first = self.py.get(char, [])
        out = first or self.own_pinyin(char)
        if not out:
            for other in self.relatives(char):
                out = out or self.py.get(other, []) or self.own_pinyin(other)
        if not first and char != base and char not in self.hand_fold:
            trad = [c for c in chars(self.get(base, "kTraditionalVariant")) if c != char]
            if not trad:
                out = uniq(out + self.own_pinyin(base))
        if not first and char in self.hand_fold:
            out = uniq((self.py.get(base) or self.own_pinyin(base)) + out)
        return uniq(out)[:3]

    def jyutping(self, char):
        def own(c):
            return [re.sub(r"\d", "", w) for w in self.get(c, "kCantonese").split()]
        out = self.jp.get(char) or own(char)
        if char in self.hand_fold and char not in self.jp:
            base = self.fold(char)
            out = (self.jp.get(base) or own(base)) + out
        for other in self.relatives(char):
            out = out or self.jp.get(other) or own(other)
        return uniq(out)[:2]

    def own_hangul(self, char):
        marks = [x.split(":") for x in self.get(char, "kHangul").split()]
        rank = lambda m: ("E" not in m[1], "N" not in m[1], "0" not in m[1])
        return [m[0] for m in sorted(marks, key=rank)]

    def hangul(self, char):
        out = []
        if char in self.ko:
            out = self.ko[char]
        else:
            own = self.own_hangul(char)
            weak = not re.search(r":0|E", self.get(char, "kHangul"))
            for other in self.relatives(char):
                if out or (own and not weak):
                    break
                if other in self.ko:
                    out = self.ko[other]
                elif re.search(r":0|E", self.get(other, "kHangul")) or not own:
                    out = self.own_hangul(other)
            if weak and char == self.fold(char) or char in self.hand_fold:
                out = uniq(out + own)
            else:
                out = uniq(own + out)
            if char == self.fold(char) and not weak:
                for other in chars(self.get(char, "kTraditionalVariant")):
                    if other != char:
                        out = uniq(out + (self.ko.get(other) or self.own_hangul(other)))
            if not out:
                out = uniq(yale(w) for w in self.get(char, "kKorean").split())
        full = []
        for syl in out:
            law = korean.initial_law(syl)
            full += [law, syl]
        return uniq(full)[:3]

    def own_japanese(self, char):
        on = [romaji(w) for w in self.get(char, "kJapaneseOn").split()]
        kun = [romaji(w) for w in self.get(char, "kJapaneseKun").split()]
        name = self.ja.get(char)
        if name:
            return uniq(name + uniq(on)[:3])[:4]
        return uniq(uniq(on)[:2] + uniq(k for k in kun if len(k) <= 8)[:2])

    def japanese(self, char):
        native = self.get(char, "kJis0") or char in self.ja
        out = self.own_japanese(char) if native else []
        if not out:
            for other in sorted(self.relatives(char), key=lambda c: (c not in self.ja, not self.get(c, "kJis0"))):
                if self.get(other, "kJis0"):
                    out = out or self.own_japanese(other)
        if native and char not in self.ja and (char != self.fold(char) or not self.get(char, "kTGH")):
            for other in self.relatives(char):
                if other in self.ja and (other in self.hand_fold or char in self.hand_fold):
                    out = uniq(self.ja[other] + out)
        return (out or self.own_japanese(char))[:4]

    def rows(self):
        for char in self.select():
            yield [char, self.fold(char), " ".join(self.pinyin(char)), " ".join(self.jyutping(char)),
                   " ".join(self.hangul(char)), " ".join(self.japanese(char))]


YALE_L = "k kk n t tt l m p pp s ss - c cc ch kh th ph h".split()
YALE_V = "a ay ya yay e ey ye yey o wa way oy yo wu we wey wi yu u uy i".split()
YALE_T = {"": 0, "k": 1, "n": 4, "t": 7, "l": 8, "m": 16, "p": 17, "s": 19, "ng": 21}


def yale(word):
    match = re.match(r"(kk|tt|pp|ss|cc|ch|kh|th|ph|[kntlmpsch]?)([aeiouyw]+)(ng|[kntlmps]?)$", word.lower())
    if not match or match[2] not in YALE_V:
        return ""
    return korean.join(YALE_L.index(match[1] or "-"), YALE_V.index(match[2]), YALE_T[match[3]])


def romaji(word):
    text = word.lower().replace("ou", "o").replace("oo", "o").replace("uu", "u")
    return "".join(c for c in text if c.isascii() and c.isalpha())


HEAD = {
    "han.tsv": ["Han characters: folded form and readings in Mandarin, Cantonese, Korean and Japanese.",
                "Source: " + SOURCE + ";",
                "surname readings, Japanese name readings and Japanese/Korean variants by hand (tools/tables/han_hand.py).",
                "Columns: character, simplified form, pinyin, jyutping, hangul, romaji (Hepburn, long vowels single)."],
    "korean.tsv": ["Hangul syllables and their spellings in Latin and Russian letters.",
                   "Source: by rule from the jamo (Revised Romanisation, McCune-Reischauer, DPRK 1992, Kontsevich);",
                   "customary and press spellings by hand (tools/tables/korean_hand.py); syllables from the " + SOURCE + ".",
                   "Columns: syllable, rr, mr (initial and medial form), dprk, customary, russian, flags (s = surname)."],
    "chinese.tsv": ["Mandarin syllables and their spellings.",
                    "Source: by rule from pinyin (Wade-Giles, Palladius, South Korean loanword orthography);",
                    "customary spellings and surnames by hand (tools/tables/chinese_hand.py).",
                    "lv, lyu, nv, nyu and their like stand for the u-umlaut; lu and nu may stand for it too.",
                    "Columns: pinyin, wade-giles, customary, palladius, hangul, flags (s = one of the 200 commonest surnames)."],
    "cantonese.tsv": ["Cantonese syllables and their customary Hong Kong, Macau and overseas spellings.",
                      "Source: by hand and by the usual Hong Kong government practice (tools/tables/cantonese_hand.py, cantonese.py);",
                      "syllables from the " + SOURCE + ".",
                      "Columns: jyutping without tone, spellings."],
}
WIDTH = {"han.tsv": 6, "korean.tsv": 7, "chinese.tsv": 6, "cantonese.tsv": 2}


def write(folder, name, rows):
    with open(os.path.join(folder, name), "w", encoding="utf-8", newline="\n") as out:
        for line in HEAD[name] + ["Alternatives in a cell are separated by spaces, the most usual first.", "Made by: " + COMMAND]:
            out.write("# " + line + "\n")
        for row in rows:
            out.write("\t".join(row) + "\n")


def read(folder, name):
    table = {}
    with open(os.path.join(folder, name), encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            if line.startswith("#"):
                continue
            row = line.rstrip("\n").split("\t")
            if len(row) != WIDTH[name]:
                sys.exit("%s:%d: %d columns" % (name, number, len(row)))
            if row[0] in table:
                sys.exit("%s:%d: %s twice" % (name, number, row[0]))
            for cell in row:
                if cell != " ".join(uniq(cell.split(" "))):
                    sys.exit("%s:%d: bad cell %r" % (name, number, cell))
            table[row[0]] = row
    return table


def check(folder):
    han, ko, zh, yue = (read(folder, n) for n in ("han.tsv", "korean.tsv", "chinese.tsv", "cantonese.tsv"))
    bad = []

    def need(what, ok):
        if not ok:
            bad.append(what)

    limits = ((2, 3, r"[a-z]+"), (3, 2, r"[a-z]+"), (4, 3, r"[\uac00-\ud7a3]"), (5, 4, r"[a-z]+"))
    for row in han.values():
        for col, most, shape in limits:
            words = row[col].split()
            need("%s column %d: %s" % (row[0], col + 1, row[col]),
                 len(words) <= most and all(re.fullmatch(shape, w) for w in words))
        need("%s has no pinyin" % row[0], row[2])
        need("%s folds to a missing or unfolded %s" % (row[0], row[1]), row[1] in han and han[row[1]][1] == row[1])
        for col, table in ((2, zh), (3, yue), (4, ko)):
            for word in row[col].split():
                need("%s: %s has no row" % (row[0], word), word in table)
    for row in ko.values():
        need("korean %s" % row[0], all(re.fullmatch(r"[a-z ]*", c) for c in row[1:5]) and all(row[1:4])
             and re.fullmatch(r"[а-яё ]+", row[5]))
    for row in zh.values():
        need("chinese %s" % row[0], re.fullmatch(r"[a-z ]+", row[1]) and re.fullmatch(r"[а-яё ]+", row[3])
             and re.fullmatch(r"[\uac00-\ud7a3 ]+", row[4]))
    for row in yue.values():
        need("cantonese %s" % row[0], re.fullmatch(r"[a-z ]+", row[1]))

    def has(table, key, col, word, first=False):
        words = table[key][col].split()
        need("%s: %s not in %s" % (key, word, words), words[:1] == [word] if first else word in words)

    for key, col, words in (("金正恩", 4, "김 정 은"), ("習近平", 2, "xi jin ping"), ("习近平", 2, "xi jin ping"),
                            ("張张", 2, "zhang zhang"), ("李朴", 4, "이 박"), ("毛泽东", 2, "mao ze dong"), ("毛澤東", 2, "mao ze dong"),
                            ("安倍晋三", 5, "a be shin zo"), ("文在寅", 4, "문 재 인"), ("尹錫悅", 4, "윤 석 열"), ("林鄭月娥", 3, "lam zeng jyut ngo"),
                            ("盧柳林龍", 4, "노 유 임 용"), ("单解曾仇朴", 2, "shan xie zeng qiu piao"), ("岸田文雄", 5, "kishi da fumi o"),
                            ("广毛泽东习", 4, "광 모 택 동 습"), ("小泉純一郎", 5, "ko izumi jun ichi ro"), ("李家超", 3, "lei gaa ciu"),
                            ("渡辺髙橋斎藤", 5, "wata nabe taka hashi sai to"), ("单车龙刘", 4, "선 차 용 유")):
        for char, word in zip(key, words.split()):
            has(han, char, col, word)
    for key in ("張张", "沢泽", "澤泽", "辺边", "邊边", "広广", "廣广", "習习", "髙高", "乾乾", "後后", "斎斋", "渕渊", "𠮷吉", "曺曹"):
        need("fold " + key, han[key[0]][1] == key[1])
    for key, word in zip("xi jin ping zhang hu yang li zhi".split(), "си цзинь пин чжан ху ян ли чжи".split()):
        has(zh, key, 3, word, True)
    for key, word in zip("xi jin ping zhang xue guo jian".split(), "시 진 핑 장 쉐 궈 젠".split()):
        has(zh, key, 4, word, True)
    for key, word in zip("zhang zhi xi jie".split(), "chang chih hsi chieh".split()):
        has(zh, key, 1, word, True)
    for key, word in zip("zoeng wong lau jip hoeng".split(), "cheung wong lau yip heung".split()):
        has(yue, key, 1, word, True)
    for key, col, word in (("정", 5, "чен"), ("은", 5, "ын"), ("김", 5, "ким"), ("일", 5, "ир"), ("성", 5, "сен"), ("철", 5, "чхоль"),
                           ("최", 5, "цой"), ("리", 5, "ли"), ("정", 2, "chong"), ("정", 2, "jong"), ("박", 2, "bak"), ("최", 3, "choe"),
                           ("용", 3, "yong"), ("룡", 3, "ryong"), ("혁", 3, "hyok"), ("김", 3, "kim"), ("이", 4, "lee"), ("조", 4, "cho")):
        has(ko, key, col, word)
    size = os.path.getsize(os.path.join(folder, "han.tsv"))
    need("han.tsv is %d bytes" % size, size < 600 * 1024)
    for line in bad[:40]:
        print("FAIL", line)
    print("han %d, korean %d, chinese %d, cantonese %d rows; %d failures" % (len(han), len(ko), len(zh), len(yue), len(bad)))
    return not bad


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--unihan", default="/usr/share/unicode", help="folder of the Unihan files (default %(default)s)")
    ap.add_argument("--out", default=os.path.join(HERE, "..", "..", "data", "script"))
    ap.add_argument("--check", action="store_true")
    args = ap.parse_args()
    if not args.check:
        han = list(Han(load(args.unihan)).rows())
        words = lambda col: {w for row in han for w in row[col].split()}
        first = {row[0]: row[2].split()[0] for row in han if row[2]}
        os.makedirs(args.out, exist_ok=True)
        write(args.out, "han.tsv", han)
        write(args.out, "korean.tsv", korean.rows(words(4)))
        write(args.out, "chinese.tsv", chinese.rows(words(2), first))
        write(args.out, "cantonese.tsv", cantonese.rows(words(3)))
    sys.exit(0 if check(args.out) else 1)


if __name__ == "__main__":
    main()
