#!/usr/bin/env python3
"""Compiles data/script and data/words to the C tables of src/text/tables.h.

    text_tables.py DATA_FOLDER OUTPUT.c

The tables stay text that somebody who knows the script can read and mend; the program gets
constant arrays with a hash table over their keys.  Output depends on the input alone.
"""
import os
import re
import sys
import unicodedata

FNV_OFFSET, FNV_PRIME, MASK = 0xCBF29CE484222325, 0x100000001B3, (1 << 64) - 1
LANGUAGE = {"ko": 1, "py": 2, "yue": 3}
PARTICLE_KINDS = ["article", "nasab", "kunya", "theophoric", "nobiliary", "conjunction",
                  "preposition", "other"]
TITLE_KINDS = ["honorific", "rank", "academic", "religious", "office", "nobility", "generation",
               "burmese", "vessel", "other"]
LEGAL_CLASSES = ["unspecified", "limited", "joint_stock", "partnership", "limited_partnership",
                 "cooperative", "foundation", "association", "state_enterprise", "sole_trader",
                 "branch", "trust"]


def fnv(data, h=FNV_OFFSET):
    for byte in data:
        h = ((h ^ byte) * FNV_PRIME) & MASK
    return h


def rows(path):
    with open(path, encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            line = line.rstrip("\n").rstrip("\r")
            if line.strip() and not line.startswith("#"):
                yield number, line.split("\t")


class Pool:
    """All strings of the tables, each once, NUL-ended, in one array."""

    def __init__(self):
        self.bytes, self.at = bytearray(b"\0"), {"": 0}

    def add(self, text):
        if text not in self.at:
            self.at[text] = len(self.bytes)
            self.bytes += text.encode() + b"\0"
        return self.at[text]


class Writer:
    def __init__(self, out, pool):
        self.out, self.pool, self.pool_name = out, Pool(), pool

    def array(self, ctype, name, values, per_line=12):
        values = list(values) or [0]
        self.out.append(f"const {ctype} {name}[{len(values)}] = {{")
        for i in range(0, len(values), per_line):
            self.out.append("    " + ", ".join(str(v) for v in values[i:i + per_line]) + ",")
        self.out.append("};")

    def table(self, name, pairs):
        """pairs: key → 32-bit value, as a struct word_table."""
        keys = sorted(pairs, key=lambda k: k.encode())
        size = 1
        while size < 2 * len(keys) + 1:
            size *= 2
        slots = [0] * size
        for i, key in enumerate(keys):
            at = fnv(key.encode()) & (size - 1)
            while slots[at]:
                at = (at + 1) & (size - 1)
            slots[at] = i + 1
        low = name.lower()
        self.array("uint32_t", f"{low}_keys", [self.pool.add(k) for k in keys])
        self.array("uint32_t", f"{low}_values", [pairs[k] for k in keys])
        self.array("uint16_t" if len(keys) < 65535 else "uint32_t", f"{low}_slots", slots, 20)
        assert len(keys) < 65535, f"{name}: widen the slots"
        longest = max((len(k.encode()) for k in keys), default=0)
        self.out.append(f"const struct word_table TABLE_{name} = {{{self.pool_name}, {low}_keys, {low}_values, "
                        f"{low}_slots, {size - 1}, {longest}}};")


def forms_cell(primary, alternatives):
    found = [(("" if primary == "-" else primary), 0)]
    for item in alternatives.split():
        form, _, cost = item.partition("/")
        found.append(("" if form == "-" else form, int(cost)))
    return found


ALPHABETS = ["latin", "cyrillic", "greek", "arabic", "hebrew", "armenian", "georgian", "thaana",
             "ethiopic", "kana", "hangul", "devanagari", "bengali", "gurmukhi", "gujarati", "oriya", "tamil",
             "telugu", "kannada", "malayalam", "sinhala", "thai", "lao", "tibetan", "burmese",
             "khmer"]
TRANSCRIPTIONS = ["hangul_foreign", "kana_foreign", "han_foreign", "arabic_foreign", "hebrew_foreign",
                  "cyrillic_foreign"]
UNWRITTEN_VOWEL = "\u25CC"


def private_vowel(patterns):
    """The code point that src/text/abugida.h calls UNWRITTEN, for the script of a table."""
    letter = next(c for p in patterns for c in p.strip("^$") if c != UNWRITTEN_VOWEL)
    return chr(0xE000 + (ord(letter) >> 7))


def letter_rows(path):
    found = [cells + [""] * (3 - len(cells)) for _, cells in rows(path)]
    vowel = private_vowel(cells[0] for cells in found)
    for cells in found:
        pattern = unicodedata.normalize("NFKC", cells[0]).replace(UNWRITTEN_VOWEL, vowel)
        if any("\uac00" <= c <= "\ud7a3" for c in pattern):
            pattern = unicodedata.normalize("NFD", pattern)  # Hangul is read letter by letter
        forms = forms_cell(cells[1], cells[2])
        for form, cost in forms:
            if not re.fullmatch("[a-z]*", form) or not 0 <= cost < 9999:
                sys.exit(f"{path}: {cells[0]}: '{form}' with cost {cost} is no spelling")
        yield pattern, forms


def write_letters(w, folder):
    row_of, forms = [], []
    for name, files in (("LETTERS", [a + ".txt" for a in ALPHABETS]),
                        ("FOREIGN", [t + ".tsv" for t in TRANSCRIPTIONS])):
        table, longest = {}, [1] * 256
        for file in files:
            for pattern, cell in letter_rows(os.path.join(folder, "script", file)):
                table.setdefault(pattern, len(row_of))
                row_of.append((len(forms), len(cell)))
                forms += cell
                letters = pattern.strip("^$")
                page = ord(letters[0]) >> 8 & 255
                longest[page] = max(longest[page], len(letters))
        w.table(name, table)
        w.out.append(f"const struct letter_patterns {name} = {{&TABLE_{name}, {{")
        w.out.append(", ".join(str(v) for v in longest) + "}};")
    w.array("uint32_t", "letter_first", [a for a, _ in row_of])
    w.array("uint8_t", "letter_count", [n for _, n in row_of])
    w.array("uint32_t", "letter_form", [w.pool.add(f) for f, _ in forms])
    w.array("uint16_t", "letter_cost", [c for _, c in forms])


def code(language, number):
    return LANGUAGE[language] << 24 | number


def read_syllables(folder):
    """Spelling → codes, and for each syllable the Latin spellings, usual first."""
    spelled, latin = {}, {}

    def note(spelling, c):
        found = spelled.setdefault(spelling, [])
        if c not in found:
            found.append(c)

    ko, py, yue, customary = {}, {}, {}, {}
    singles = []
    for _, cells in rows(os.path.join(folder, "script", "korean.tsv")):
        cells += [""] * (7 - len(cells))
        number = ord(cells[0]) - 0xAC00
        c = code("ko", number)
        ko[cells[0]] = number
        systems = (cells[3] + " " + cells[4] + " " + cells[1] + " " + cells[2]).split()
        latin[c] = list(dict.fromkeys(systems))
        for s in latin[c] + cells[5].split():
            note(s, c)
        if "s" in cells[6]:
            singles.append(c)
    for number, (_, cells) in enumerate(rows(os.path.join(folder, "script", "chinese.tsv"))):
        cells += [""] * (6 - len(cells))
        c = code("py", number)
        py[cells[0]] = number
        latin[c] = list(dict.fromkeys([cells[0]] + (cells[1] + " " + cells[2]).split()))
        hangul = [s for s in cells[4].split() if len(s) == 1]
        for s in latin[c] + cells[3].split() + hangul:
            note(s, c)
        if "s" in cells[5]:
            singles.append(c)
    for number, (_, cells) in enumerate(rows(os.path.join(folder, "script", "cantonese.tsv"))):
        c = code("yue", number)
        yue[cells[0]] = number
        latin[c] = list(dict.fromkeys(cells[1].split() + [cells[0]]))
        customary[cells[0]] = cells[1].split() or [cells[0]]
        for s in latin[c]:
            note(s, c)
    read_cantonese_as_mandarin(folder, spelled, customary, py, yue, singles)
    return spelled, latin, ko, py, yue, sorted(set(singles))


def read_cantonese_as_mandarin(folder, spelled, customary, py, yue, surnames):
    """A customary Cantonese spelling is read in Mandarin too: as its surnames are, and as a
    quarter of the characters that are common in names are."""
    kinds = {}
    for _, cells in rows(os.path.join(folder, "script", "name_characters.txt")):
        kind, _, characters = cells[0].partition(" ")
        for c in characters:
            kinds.setdefault(c, set()).add(kind)
    readings = {}
    for _, cells in rows(os.path.join(folder, "script", "han.tsv")):
        if cells[0] in kinds and len(cells) > 3 and cells[2] and cells[3]:
            mandarin, cantonese = cells[2].split()[0], cells[3].split()[0]
            if mandarin in py and cantonese in yue:
                of = readings.setdefault(cantonese, {})
                weight = 100 if "surname" in kinds[cells[0]] else 1
                of[mandarin] = of.get(mandarin, 0) + weight
    for cantonese in sorted(readings):
        of = readings[cantonese]
        total = sum(n % 100 for n in of.values())
        if any(n >= 100 for n in of.values()):
            surnames.append(code("yue", yue[cantonese]))
        for spelling in customary[cantonese]:
            if spelling in py and spelling != customary[cantonese][0]:
                continue  # it is a Mandarin syllable itself, and seldom this one
            for mandarin in sorted(of):
                m = code("py", py[mandarin])
                if (of[mandarin] >= 100 or 4 * of[mandarin] >= total) and m not in spelled[spelling]:
                    spelled[spelling].append(m)


def write_syllables(w, folder):
    spelled, latin, ko, py, yue, surnames = read_syllables(folder)
    flat, table = [], {}
    for spelling in sorted(spelled):
        found = sorted(spelled[spelling])
        table[spelling] = len(flat) << 8 | min(len(found), 255)
        flat += found[:255]
    w.table("SYLLABLES", table)
    w.array("uint32_t", "syllable_codes", flat)
    codes = sorted(latin)
    spellings = [[w.pool.add(s) for s in latin[c]] for c in codes]
    first, n = [], 0
    for s in spellings:
        first.append(n)
        n += len(s)
    w.array("uint32_t", "spelled_code", codes)
    w.array("uint32_t", "spelled_first", first + [n])
    w.array("uint32_t", "spelled_form", [x for s in spellings for x in s])
    w.out.append(f"const size_t spelled_count = {len(codes)};")
    w.array("uint32_t", "surname_codes", surnames)
    w.out.append(f"const size_t surname_count = {len(surnames)};")
    return ko, py, yue


def write_han(w, folder, ko, py, yue):
    found = []
    for _, cells in rows(os.path.join(folder, "script", "han.tsv")):
        cells += [""] * (6 - len(cells))
        codes = [code("py", py[s]) for s in cells[2].split() if s in py]
        codes += [code("ko", ko[s]) for s in cells[4].split() if s in ko]
        codes += [code("yue", yue[s]) for s in cells[3].split() if s in yue]
        japanese = [w.pool.add(s) for s in cells[5].split()]
        found.append((ord(cells[0]), ord(cells[1] or cells[0]), codes, japanese))
    found.sort()
    w.array("uint32_t", "han_character", [f[0] for f in found])
    w.array("uint32_t", "han_folded", [f[1] for f in found])
    first, n = [], 0
    for f in found:
        first.append(n)
        n += len(f[2])
    w.array("uint32_t", "han_first", first + [n])
    w.array("uint32_t", "han_codes", [c for f in found for c in f[2]])
    first, n = [], 0
    for f in found:
        first.append(n)
        n += len(f[3])
    w.array("uint32_t", "han_japanese_first", first + [n])
    w.array("uint32_t", "han_japanese", [c for f in found for c in f[3]])
    w.out.append(f"const size_t han_count = {len(found)};")


def variant_groups(path):
    """Form → group numbers.  A graded line names one spelling of each name; it stands for all
    spellings that are the same name."""
    lines = [(number, c[1] == "near", c[2].split())
             for number, (_, c) in enumerate(rows(path))]
    same = {form: forms for _, near, forms in lines if not near for form in forms}
    groups = {}
    for number, near, forms in lines:
        spelled = [s for f in forms for s in same.get(f, [f])] if near else forms
        for form in dict.fromkeys(spelled):
            groups.setdefault(form, []).append(number | (1 << 23 if near else 0))
    return groups


def one_edit_apart(a, b):
    front = 0
    while front < min(len(a), len(b)) and a[front] == b[front]:
        front += 1
    back = 0
    while back < min(len(a), len(b)) - front and a[-1 - back] == b[-1 - back]:
        back += 1
    left, right = a[front:len(a) - back], b[front:len(b) - back]
    return (len(left) <= 1 and len(right) <= 1) or (len(left) == 2 and left == right[::-1])


def correct_words(legal):
    """The longer words of legal forms without the misspellings that some forms list: a word one
    letter from a word that three times as many forms use."""
    uses = {}
    for form in legal:
        for word in form.split():
            if len(word) >= 5 and word.isascii():
                uses[word] = uses.get(word, 0) + 1
    kept = []
    for word in sorted(uses, key=lambda u: (-uses[u], u)):
        if not any(uses[k] >= 3 * uses[word] and one_edit_apart(k, word) for k in kept):
            kept.append(word)
    return sorted(kept)


def write_words(w, folder):
    def kind(kinds, word):
        return kinds.index(word) if word in kinds else kinds.index("other")

    words = os.path.join(folder, "words")
    w.table("PARTICLES", {c[0]: kind(PARTICLE_KINDS, c[1])
                          for _, c in rows(os.path.join(words, "particles.txt"))})
    w.table("TITLES", {c[0]: kind(TITLE_KINDS, c[1])
                       for _, c in rows(os.path.join(words, "titles.txt"))})
    legal, most = {}, 1
    for number, (_, c) in enumerate(rows(os.path.join(words, "legal_forms.tsv"))):
        for form in c[3].split("|"):
            form = form.strip().casefold()
            if form:
                legal.setdefault(form, number << 8 | LEGAL_CLASSES.index(c[1]))
                most = max(most, len(form.split()))
    w.table("LEGAL_FORMS", legal)
    w.out.append(f"const size_t legal_form_words = {most};")
    long_words = correct_words(legal)
    w.table("LEGAL_WORDS", {word: 1 for word in long_words})
    w.array("uint32_t", "legal_words", [w.pool.add(word) for word in long_words])
    w.array("uint8_t", "legal_word_sizes", [len(word.encode()) for word in long_words])
    w.out.append(f"const size_t legal_word_count = {len(long_words)};")
    w.table("GENERIC_WORDS", {c[0]: 1 for _, c in rows(os.path.join(words, "generic.txt"))})
    numerals = {}
    for _, c in rows(os.path.join(words, "numerals.tsv")):
        for form in c[1].replace("|", " ").split():
            numerals.setdefault(form, int(c[0]))
    w.table("NUMERALS", numerals)
    groups = variant_groups(os.path.join(words, "variants.tsv"))
    flat, table = [], {}
    for form in sorted(groups):
        table[form] = len(flat) << 8 | min(len(groups[form]), 12)
        flat += groups[form][:12]
    w.table("VARIANTS", table)
    w.array("uint32_t", "variant_groups", flat)
    write_translations(w, folder)
    w.table("NUMBER_LABELS", {c[0]: 1 for _, c in rows(os.path.join(words, "number_labels.txt"))})


SAME_LETTERS = str.maketrans("أإآٱةىیکέήίόύάώϊϋςё", "ااااهييكεηιουαωιυσе")


def plain(form, simplified):
    """A form as src/text/translate.c looks it up: letters that are often written for each other."""
    return "".join(simplified.get(c, c) for c in form.translate(SAME_LETTERS))


def write_translations(w, folder):
    """Forms → lines; and the English words of the lines → lines."""
    simplified = {c[0]: c[1] for _, c in rows(os.path.join(folder, "script", "han.tsv"))
                  if len(c) > 1 and c[1]}
    heads, forms, english = [], {}, {}
    for number, (_, cells) in enumerate(rows(os.path.join(folder, "words", "translations.tsv"))):
        words = cells[0].split("|")
        heads.append("" if words[0] == "-" else words[0])
        for word in words:
            if " " not in word and word != "-":
                english.setdefault(word, []).append(number)
        for form in cells[1].split("|"):
            found = forms.setdefault(plain(form, simplified), [])
            if number not in found:
                found.append(number)
    lines = []
    for name, table in (("TRANSLATIONS", forms), ("CONCEPTS", english)):
        places = {}
        for form in sorted(table):
            places[form] = len(lines) << 8 | len(table[form])
            lines += table[form]
        w.table(name, places)
    w.array("uint16_t", "concept_lines", lines)
    w.array("uint32_t", "concept_head", [w.pool.add(head) for head in heads])


def inputs(folder):
    for sub in ("script", "words"):
        for name in sorted(os.listdir(os.path.join(folder, sub))):
            if name.endswith((".txt", ".tsv")):
                yield os.path.join(folder, sub, name)


def main():
    folder, output = sys.argv[1:3]
    out = ["/* Made by tools/tables/text_tables.py from data/script and data/words. */",
           '#include "text/tables.h"', ""]
    w = Writer(out, "table_pool")
    write_letters(w, folder)
    ko, py, yue = write_syllables(w, folder)
    write_han(w, folder, ko, py, yue)
    write_words(w, folder)
    h = FNV_OFFSET
    for path in inputs(folder):
        with open(path, "rb") as f:
            h = fnv(f.read(), h)
    out.append(f"const uint64_t text_tables_hash = UINT64_C({h});")
    w.array("unsigned char", "table_pool", w.pool.bytes, 24)
    with open(output, "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
