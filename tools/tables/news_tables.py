#!/usr/bin/env python3
"""Compiles data/news to the C tables of src/news/lexicon.h.

    news_tables.py DATA_FOLDER WORD_CLASS.h OUTPUT.c

The lexicon names lemmas; this program inflects them.  The lists of classes, parts of speech and
details are read from src/news/word_class.h.  Output depends on the input alone.
"""
import os
import re
import sys
import unicodedata

from text_tables import FNV_OFFSET, Writer, fnv, rows

LANGUAGES = ["it", "en"]
TENSES = {"pres": 1, "impf": 2, "past": 4, "fut": 8, "cond": 16, "subj": 32, "subji": 64, "inf": 128, "ger": 256, "pp": 512}
FIRST, PLURAL = 1024, 2048
ELIDED = """l d dell all nell sull dall un quest quell sant c s m t n qu j bell nessun com dov cos anch tutt mezz bell
buon grand alcun ciascun sott senz""".split()
ENDINGS = ["s", "re", "ve", "ll", "d", "m"]


def fold_word(word):
    """Without case and accents; a word of one or two letters keeps its accent (è, dà, né)."""
    word = unicodedata.normalize("NFC", word)
    if len(word) <= 2 and any(ord(c) > 127 for c in word):
        return word.lower()
    return fold(word)


def fold(text):
    text = unicodedata.normalize("NFKD", text.lower().replace("’", "'"))
    text = "".join(c for c in text if not unicodedata.combining(c) or c in "\u0306")
    return unicodedata.normalize("NFC", text).translate(str.maketrans("ёđħłŧı", "еdhlti"))


def split_apostrophe(word):
    left, mark, right = word.partition("'")
    if not mark or not left or not right:
        return [word]
    if left in ELIDED:
        return [left + "'"] + split_apostrophe(right)
    if right in ENDINGS:
        return [left, "'" + right]
    if right == "t" and left.endswith("n"):
        return [left[:-1], "n't"]
    return [word]


def key(form):
    """The folded tokens of a form, as src/news/news_tokens.c makes them, with single blanks between."""
    out = []
    text = unicodedata.normalize("NFC", form.lower().replace("’", "'"))
    for word in re.findall(r"(?:\w\.){2,}|'\w+|n't|\w+(?:'\w+)*'?|[&]", text):
        out += [fold_word(w) for w in split_apostrophe(word)]
    return " ".join(out)


# --- Italian ---

def hard(stem, ending):
    """Keeps the sound of c and g before e and i, for verbs in -are."""
    if ending[0] in "ei":
        if stem.endswith(("c", "g")):
            return stem + "h" + ending
        if stem.endswith("i"):
            return stem[:-1] + ending
    return stem + ending


def it_agree(pp):
    return [pp] + ([pp[:-1] + x for x in "aie"] if pp.endswith("o") else [])


def it_regular(lemma, marks):
    table = {}
    opts = dict(m.split("=") for m in marks if "=" in m)
    reflexive = lemma.endswith("rsi")
    if reflexive:
        lemma = lemma[:-2] + "e"
    stem, kind = lemma[:-3], lemma[-3:]
    if kind not in ("are", "ere", "ire"):
        raise SystemExit(f"news_tables: '{lemma}' is no regular Italian verb")
    isc = "isc" if "isc" in marks else ""
    j = (lambda e: hard(stem, e)) if kind == "are" else (lambda e: stem + e)
    v = kind[0]
    if kind == "are":
        table["pres"] = [j("a"), j("ano"), "1:" + j("iamo"), "1:" + j("o")]
        table["subj"] = [j("i"), j("ino")]
        table["past"] = [stem + "ò", stem + "arono"]
        table["pp"] = it_agree(stem + "ato")
        table["ger"] = [stem + "ando"]
        theme = hard(stem, "er")
    else:
        table["pres"] = [stem + isc + "e", stem + isc + "ono", "1:" + stem + "iamo", "1:" + stem + isc + "o"]
        table["subj"] = [stem + isc + "a", stem + isc + "ano"]
        table["past"] = [stem + "é", stem + "ette", stem + "ettero", stem + "erono"] if v == "e" else [stem + "ì", stem + "irono"]
        table["pp"] = it_agree(opts.get("pp", stem + ("uto" if v == "e" else "ito")))
        table["ger"] = [stem + "endo"]
        theme = stem + v + "r"
    if "pp" in opts:
        table["pp"] = it_agree(opts["pp"])
    if "past" in opts:
        table["past"] = [opts["past"], re.sub("e$", "ero", opts["past"])]
    theme = opts.get("fut", theme)
    table["impf"] = [stem + v + "va", stem + v + "vano", "1:" + stem + v + "vamo"]
    table["fut"] = [theme + "à", theme + "anno", "1:" + theme + "emo"]
    table["cond"] = [theme + "ebbe", theme + "ebbero"]
    table["subji"] = [stem + v + "sse", stem + v + "ssero"]
    base = lemma[:-1]
    table["inf"] = [lemma, base] + [base + c for c in ("si", "lo", "la", "li", "le", "gli", "ne")]
    table["ger"] += [table["ger"][0] + c for c in ("si", "lo", "la", "gli", "li")]
    if reflexive:
        table["inf"] = [base + "si"]
    return table


def it_prefixed(lemma, irregular):
    """The forms of an irregular base with a prefix before it (mantenere, ottenere, proporre)."""
    for tail in sorted(irregular, key=len, reverse=True):
        if lemma.endswith(tail) and lemma != tail:
            prefix = lemma[:-len(tail)]
            return {t: [("1:" + prefix + f[2:]) if f.startswith("1:") else prefix + f for f in forms]
                    for t, forms in irregular[tail].items()}
    return None


def it_verb(lemma, marks, irregular):
    if lemma in irregular:
        return irregular[lemma]
    plain = re.sub("rsi$", "rre" if lemma.endswith(("porsi", "dursi")) else "re", lemma)
    if "it" in marks or plain.endswith(("porre", "durre")):
        found = it_prefixed(plain, irregular)
        if found:
            return found
    return it_regular(lemma, marks)


def it_plural(word, kind):
    if kind == "n" and (len(word) < 3 or word[-1] not in "aeo"):
        return [word]
    if word.endswith(("ca", "ga")):
        return [word, word[:-1] + "he", word[:-1] + "hi"]
    if word.endswith("ista"):
        return [word, word[:-1] + "i", word[:-1] + "e"]
    if word.endswith(("cia", "gia")):
        return [word, word[:-2] + "e", word[:-1] + "e"]
    if word.endswith("a"):
        return [word, word[:-1] + "e", word[:-1] + "i"]
    if word.endswith("io"):
        return [word, word[:-1]]
    if word.endswith(("co", "go")):
        return [word, word[:-1] + "i", word[:-1] + "hi"]
    return [word, word[:-1] + "i"]


def it_word(part, lemma, marks, irregular):
    """(form, tense bits) of a word of Italian."""
    head, _, tail = lemma.partition(" ")
    tail = " " + tail if tail else ""
    if part == "v":
        return [((f[2:] if f.startswith("1:") else f) + tail, TENSES[t] | (FIRST if f.startswith("1:") else 0))
                for t, forms in it_verb(head, marks, irregular).items() for f in forms]
    if part == "n":
        given = [m for m in marks if "=" not in m]
        forms = [head] + given if given else it_plural(head, "n")
        return [(f + tail, PLURAL if i else 0) for i, f in enumerate(forms)]
    if part == "a":
        if head.endswith("o"):
            stem = head[:-1]
            more = [stem + "hi", stem + "he"] if head.endswith(("co", "go")) else []
            return [(f + tail, 0) for f in [head, stem + "a", stem + "i", stem + "e"] + more]
        return [(f + tail, 0) for f in it_plural(head, "a")]
    return [(lemma, 0)]


IT_CONTRACTED = {"di": "di del dello della dei degli delle dell' d'".split(), "a": "a al allo alla ai agli alle all' ad".split(),
                 "da": "da dal dallo dalla dai dagli dalle dall'".split(), "in": "in nel nello nella nei negli nelle nell'".split()}


def it_phrase(part, lemma):
    head, _, last = lemma.rpartition(" ")
    if head and last in IT_CONTRACTED and part in ("prep", "cue"):
        return [head + " " + c for c in IT_CONTRACTED[last]]
    return [lemma]


# --- English ---

def en_doubles(word):
    return word + "ed" if not word.endswith("e") else word + "d"


def en_verb(lemma, marks, irregular):
    if lemma in irregular:
        return irregular[lemma]
    third = lemma + "es" if re.search("(s|x|z|ch|sh|o)$", lemma) else lemma[:-1] + "ies" if re.search("[^aeiou]y$", lemma) else lemma + "s"
    past = marks[0] if marks else lemma[:-1] + "ied" if re.search("[^aeiou]y$", lemma) else en_doubles(lemma)
    participle = marks[1] if len(marks) > 1 else past
    if marks and past.endswith("ed") and len(past) > len(lemma) + 2 and past[-3] == past[-4]:
        gerund = past[:-2] + "ing"
    elif lemma.endswith("ie"):
        gerund = lemma[:-2] + "ying"
    elif lemma.endswith("e") and not lemma.endswith("ee"):
        gerund = lemma[:-1] + "ing"
    elif re.search("^[a-z]{0,2}[aeiou][tnpbgdm]$", lemma) and lemma not in ("see",):
        gerund = lemma + lemma[-1] + "ing"
    elif re.search("(begin|forbid|admit|ship|stop|ban|bar|quip|rebut|shrug|traffic)$", lemma):
        gerund = lemma + ("k" if lemma.endswith("c") else lemma[-1]) + "ing"
    else:
        gerund = lemma + "ing"
    forms = {"pres": [third, lemma], "inf": [lemma], "past": [past], "pp": [participle], "ger": [gerund]}
    if not marks and re.search("[a-z]{2}[^aeiou][aeo]l$", lemma):  # British: travelled, channelling
        forms["past"], forms["pp"] = [past, lemma + "led"], [past, lemma + "led"]
        forms["ger"] = [gerund, lemma + "ling"]
    return forms


def en_word(part, lemma, marks, irregular):
    head, _, tail = lemma.partition(" ")
    tail = " " + tail if tail else ""
    if part == "v":
        return [(f + tail, TENSES[t]) for t, forms in en_verb(head, marks, irregular).items() for f in forms]
    if part == "n":
        plural = marks[0] if marks else None
        if not plural:
            start, _, last = lemma.rpartition(" ")
            start = start + " " if start else ""
            plural = last + "es" if re.search("(s|x|z|ch|sh)$", last) else last[:-1] + "ies" if re.search("[^aeiou]y$", last) else last + "s"
            plural = start + plural
        return [(lemma, 0), (plural, PLURAL)]
    return [(lemma, 0)]


# --- reading ---

def lists_of(header):
    with open(header, encoding="utf-8") as f:
        text = f.read()
    found = {}
    for name in ("WORD_CLASSES", "WORD_PARTS", "WORD_DETAILS", "SAY_MODES", "TIME_WORDS"):
        body = re.search(r"#define %s\(X\)((?:[^\n]*\\\n)*[^\n]*)" % name, text).group(1)
        found[name] = re.findall(r"X\((\w+)\)", body)
    return found


def irregular_of(path):
    table = {}
    names = ["pres", "impf", "past", "fut", "cond", "subj", "subji", "inf", "ger", "pp"]
    if os.path.exists(path):
        for _, cells in rows(path):
            table[cells[0]] = {n: [f for f in c.split(",") if f] for n, c in zip(names, cells[1:]) if c}
    return table


class Lexicon:
    """All forms of one language: key → rows of (lemma, part, detail, classes, tenses, mode)."""

    def __init__(self, folder, language, lists):
        self.language, self.lists, self.forms = language, lists, {}
        self.irregular = irregular_of(os.path.join(folder, "verbs.tsv"))
        for _, cells in rows(os.path.join(folder, "words.txt")):
            part, _, spec = cells[0].partition(" ")
            self.add_all(part, spec.strip(), cells[1])
        frame = None
        for _, cells in rows(os.path.join(folder, "frames.txt")):
            if cells[0].startswith("frame "):
                frame = cells[0][6:].strip()
            elif cells[0] in ("verb", "noun"):
                self.add_all(cells[0][0], frame, cells[1])

    def add_all(self, part, spec, words):
        classes, detail, mode = 0, 0, 0
        for item in [s for s in spec.split(",") if s and s != "-"]:
            name, _, how = item.partition(":")
            if name in self.lists["WORD_CLASSES"]:
                classes |= 1 << self.lists["WORD_CLASSES"].index(name)
            elif name in self.lists["WORD_DETAILS"]:
                detail = self.lists["WORD_DETAILS"].index(name)
            else:
                raise SystemExit(f"news_tables: unknown class {name}")
            if how:
                mode = self.lists["SAY_MODES"].index(how)
        for item in words.split():
            lemma, *marks = item.split("/")
            if self.language == "it":
                marks = [m for mark in marks for m in (mark.split(",") if "=" in mark else [mark])]
                lemma = lemma.replace("_", " ")
                pairs = [p for form in it_phrase(part, lemma) for p in it_word(part, form, marks, self.irregular)]
            else:
                lemma = lemma.replace("_", " ")
                pairs = en_word(part, lemma, marks, self.irregular)
            for form, tenses in pairs:
                self.put(key(form), lemma, part, detail, classes, tenses, mode)

    def put(self, form, lemma, part, detail, classes, tenses, mode):
        found = self.forms.setdefault(form, {})
        where = (lemma, part)
        old = found.get(where)
        if old:
            first = tenses & old[2] & FIRST  # a form that is also of the third person is no sign of the first
            detail, classes, mode = detail or old[0], classes | old[1], mode or old[3]
            tenses = (tenses | old[2]) & ~FIRST | first
        found[where] = (detail, classes, tenses, mode)


class TableWriter(Writer):
    """Remembers its tables, and as one of them the forms of class SPORT."""

    def __init__(self, out, pool):
        super().__init__(out, pool)
        self.tables = {"SPORT": set()}

    def table(self, name, pairs):
        super().table(name, pairs)
        self.tables[name] = pairs


def write_lexicon(w, lexicon, lists):
    table, flat, name = {}, [], lexicon.language.upper()
    sport = 1 << lists["WORD_CLASSES"].index("SPORT")
    for form in sorted(lexicon.forms):
        found = lexicon.forms[form]
        table[form] = len(flat) << 8 | len(found)
        for (lemma, part), (detail, classes, tenses, mode) in found.items():
            part_number = lists["WORD_PARTS"].index(part.upper())
            if classes & sport:
                w.tables["SPORT"].add(form)
            flat.append(f"{{UINT64_C({classes}), {w.pool.add(lemma)}, {tenses}, {part_number}, {detail}, {mode}}}")
    w.table(f"WORDS_{name}", table)
    w.array("struct word_row", f"word_rows_{lexicon.language}", flat, 4)
    assert len(flat) < 1 << 24


KINDS = ["country", "demonym", "capital", "government", "body", "ministry", "office", "agency", "newspaper",
         "armed group", "leader"]


def gazetteer_rows(path):
    if not os.path.exists(path):
        return
    for number, cells in rows(path):
        cells += [""] * (6 - len(cells))
        if cells[1] not in KINDS:
            raise SystemExit(f"news_tables: {path}:{number}: unknown kind {cells[1]}")
        yield cells[:6]


def add_offices(lexicon, path, lists):
    """Offices of no certain state (foreign minister) are nouns of the language."""
    office = 1 << lists["WORD_CLASSES"].index("OFFICE")
    head = 1 << lists["WORD_CLASSES"].index("HEAD")
    spokes = 1 << lists["WORD_CLASSES"].index("SPOKES")
    for entity, kind, language, forms, behalf, _ in gazetteer_rows(path):
        if kind != "office" or behalf or not entity.startswith("office:") or language not in (lexicon.language, "*"):
            continue
        name = entity[7:]
        classes = office | (head if name in ("president", "king", "leader", "prime minister") else 0)
        classes |= spokes if name.startswith("spokes") else 0
        for form in forms.split("|"):
            k = key(form)
            if not any(part == "v" for _, part in lexicon.forms.get(k, {})):
                lexicon.put(k, name, "n", 0, classes, PLURAL if name.endswith("s") else 0, 0)


def capitals_of(form):
    """3: an acronym with small letters in it (LeT), 2: an acronym, 1: some capital letter."""
    capitals = sum(c.isupper() for c in form)
    if capitals < 2 or not form.isalpha() or len(form) > 5:
        return min(capitals, 1)
    return 2 if form.isupper() else 3


def write_gazetteer(w, path):
    table = {}
    for entity, kind, language, forms, behalf, ambiguous in gazetteer_rows(path):
        if entity.startswith("office:") and not behalf:
            continue
        mask = 255 if language == "*" else 1 << LANGUAGES.index(language) if language in LANGUAGES else 128
        for form in forms.split("|"):
            k = key(form)
            row = (entity, KINDS.index(kind), mask, behalf, capitals_of(form), bool(ambiguous))
            if k and row not in table.setdefault(k, []):
                table[k].append(row)
    flat, keys = [], {}
    for k in sorted(table):
        keys[k] = len(flat) << 8 | len(table[k])
        for entity, kind, mask, behalf, capital, ambiguous in table[k]:
            flat.append(f"{{{w.pool.add(entity)}, {w.pool.add(behalf)}, {kind}, {mask}, {capital}, {int(ambiguous)}}}")
    w.table("GAZETTEER", keys)
    w.array("struct gazetteer_row", "gazetteer_rows", flat or ["{0}"], 4)


def write_lines(w, name, path):
    keys = {}
    if os.path.exists(path):
        for _, cells in rows(path):
            for word in cells[-1].split():
                keys[key(word)] = 1
    w.table(name, keys)


GOODS = "unknown arms dual_use oil coal luxury food technology money other".split()


def write_goods(w, path):
    keys = {}
    for _, cells in rows(path):
        for form in cells[1].split("|"):
            keys[key(form)] = GOODS.index(cells[0])
    w.table("MORE_GOODS", keys)


def write_makers(w, path):
    """Value: the two letters of the country's code."""
    keys = {}
    for _, cells in rows(path):
        for form in cells[1].split("|"):
            keys[key(form)] = ord(cells[0][0]) << 8 | ord(cells[0][1])
    w.table("MAKERS", keys)


def write_languages(w, path):
    keys = {}
    for number, (_, cells) in enumerate(rows(path)):
        for word in cells[1].split():
            k = key(word)
            keys[k] = keys.get(k, 0) | 1 << number
    w.tables["LANGUAGES"] = keys


def write_times(w, path, lists):
    """Value: code | languages << 8, twice; bit 8 of the languages: an abbreviation (written "ott.")."""
    keys = {}
    for _, cells in rows(path):
        code, mask = lists["TIME_WORDS"].index(cells[0]), {"it": 1, "en": 2, "other": 4}[cells[1]]
        for word in cells[2].split():
            keys.setdefault(key(word), {}).setdefault(code, 0)
            keys[key(word)][code] |= mask | (8 if word.endswith(".") else 0)
    flat = {}
    for word, codes in keys.items():
        flat[word] = 0
        for n, (code, mask) in enumerate(sorted(codes.items())[:2]):
            flat[word] |= (code | mask << 8) << 16 * n
    w.table("TIMES", flat)


SAYING = "according that refuse not stop".split()


def write_saying(w, path, lists):
    """Value: a mode of statements, or behind them one of SAYING (src/news/lexicon.h says the same)."""
    kinds, keys, longest = lists["SAY_MODES"] + SAYING, {}, {}
    for _, cells in rows(path):
        for form in cells[1].split():
            k = key(form.replace("_", " "))
            keys.setdefault(k, kinds.index(cells[0]))
            first = k.split(" ")[0]
            longest[first] = max(longest.get(first, 1), len(k.split(" ")))
    w.table("SAYING", keys)
    w.table("SAYING_PHRASES", longest)


def write_frames(w, path, lists):
    flat = []
    slots = lists["WORD_DETAILS"]
    for _, cells in rows(path):
        cells += ["-"] * (6 - len(cells))
        roles = []
        for cell in cells[2:5]:
            verb = noun = 0
            for slot in cell.split():
                if slot == "-":
                    continue
                if slot.startswith("n:"):
                    noun |= 1 << slots.index(slot[2:].upper())
                else:
                    verb |= 1 << slots.index(slot.upper())
            roles.append(f"{{{verb}, {noun}}}")
        blocked = sum(1 << lists["WORD_CLASSES"].index(c) for c in cells[5].split() if c != "-")
        flat.append(f"{{{w.pool.add(cells[1])}, CLASS_BIT_{cells[0]}, {{{', '.join(roles)}}}, UINT64_C({blocked})}}")
    w.array("struct frame_row", "frame_rows", flat, 1)
    w.out.append(f"const size_t frame_row_count = {len(flat)};")


FIRST_WORD_BITS = 18


def write_first_words(w, tables):
    """Each word that begins a key of these tables, with what they say of it alone and how far their phrases reach."""
    names = ["GAZETTEER"] + [f"WORDS_{language.upper()}" for language in LANGUAGES]
    found = {}
    for name in names + ["LANGUAGES"]:
        for k, value in tables[name].items():
            words = k.split(" ")
            row = found.setdefault(words[0], {})
            row[name, "reach"] = max(row.get((name, "reach"), 0), len(words))
            if len(words) == 1:
                row[name, "value"] = value
            row["sport"] = row.get("sport", 0) | (k in tables["SPORT"] and name in names[1:])
    size, flat = 1 << 17, []
    assert len(found) < 65535 and 2 * len(found) < size, "widen the slots of first_words"
    slots, bits = [0] * size, bytearray(1 << FIRST_WORD_BITS - 3)
    for word in sorted(found):
        row, hashed = found[word], fnv(word.encode())
        values = ", ".join(str(row.get((name, "value"), 0)) for name in names)
        reach = ", ".join(str(row.get((name, "reach"), 0)) for name in names)
        flat.append(f"{{{hashed >> 32}U, {w.pool.add(word)}, {{{values}}}, {{{reach}}}, {len(word.encode())}, "
                    f"{row.get(('LANGUAGES', 'value'), 0)}, {int(row['sport'])}}}")
        at = hashed & (1 << FIRST_WORD_BITS) - 1
        bits[at >> 3] |= 1 << (at & 7)
        at = hashed & (size - 1)
        while slots[at]:
            at = (at + 1) & (size - 1)
        slots[at] = len(flat)
    w.array("struct first_word", "first_words", flat, 4)
    w.array("uint16_t", "first_word_slots", slots, 20)
    w.out.append(f"const uint32_t first_word_mask = {size - 1};")
    w.array("unsigned char", "first_word_bits", bits, 24)


def hash_of(folder):
    h = FNV_OFFSET
    for base, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            with open(os.path.join(base, name), "rb") as f:
                h = fnv(f.read(), h)
    return h


def main():
    data, header, output = sys.argv[1:4]
    folder = os.path.join(data, "news")
    lists = lists_of(header)
    out = ["/* Made by tools/tables/news_tables.py from data/news. */", '#include "news/lexicon.h"', "",
           "extern const unsigned char news_pool[];"]
    w = TableWriter(out, "news_pool")
    gazetteer = os.path.join(folder, "gazetteer.tsv")
    for language in LANGUAGES:
        lexicon = Lexicon(os.path.join(folder, language), language, lists)
        add_offices(lexicon, gazetteer, lists)
        write_lexicon(w, lexicon, lists)
    write_gazetteer(w, gazetteer)
    write_lines(w, "FORENAMES", os.path.join(folder, "forenames.txt"))
    write_times(w, os.path.join(folder, "times.tsv"), lists)
    write_goods(w, os.path.join(folder, "goods.tsv"))
    write_makers(w, os.path.join(folder, "makers.tsv"))
    write_saying(w, os.path.join(folder, "saying.tsv"), lists)
    write_languages(w, os.path.join(folder, "languages.tsv"))
    write_frames(w, os.path.join(folder, "frames.txt"), lists)
    write_first_words(w, w.tables)
    w.out.append(f"const uint64_t news_tables_hash = UINT64_C({hash_of(folder)});")
    w.array("unsigned char", "news_pool", w.pool.bytes, 24)
    with open(output, "w", encoding="utf-8") as f:
        f.write("\n".join(out) + "\n")


if __name__ == "__main__":
    main()
