#!/usr/bin/env python3
"""Check the hand-written tables of letters, words and countries.

Usage: check_words.py [DATA_FOLDER]

Prints file:line: what is wrong, and ends with 1 when anything is; otherwise prints the rows of each file.
"""

import pathlib
import re
import sys
import unicodedata

SCRIPTS = {
    "script/latin.txt": "LATIN",
    "script/cyrillic.txt": "CYRILLIC",
    "script/greek.txt": "GREEK",
    "script/arabic.txt": "ARABIC",
}
PARTICLE_KINDS = {
    "article", "nasab", "kunya", "theophoric", "nobiliary", "conjunction", "preposition", "other",
}
TITLE_KINDS = {
    "honorific", "rank", "academic", "religious", "office", "nobility", "generation", "burmese", "vessel", "other",
}
CLASSES = {
    "limited", "joint_stock", "partnership", "limited_partnership", "cooperative", "foundation", "association",
    "state_enterprise", "sole_trader", "branch", "trust", "unspecified",
}
GENERIC_KINDS = {"business", "descriptor", "public", "place"}
ROMAN = re.compile(r"^[a-z]+$")
PLAIN = re.compile(r"^[a-z0-9&+/'-]+( [a-z0-9&+/'-]+)*$")

faults = []
rows_read = {}


def fault(name, line, text):
    faults.append(f"{name}:{line}: {text}")


def rows(root, name, columns):
    """The rows of a table as (line number, fields)."""
    path = root / name
    try:
        data = path.read_bytes()
        text = data.decode("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        fault(name, 1, f"cannot be read: {error}")
        return
    if not data.endswith(b"\n"):
        fault(name, text.count("\n") + 1, "no newline at the end")
    if b"\r" in data:
        fault(name, 1, "carriage return")
    if not text.startswith("#"):
        fault(name, 1, "no head of comment lines")
    count = 0
    for number, line in enumerate(text.split("\n"), 1):
        if not line or line.startswith("#"):
            continue
        count += 1
        if unicodedata.normalize("NFC", line) != line:
            fault(name, number, "not in NFC")
        fields = line.split("\t")
        if len(fields) != columns:
            fault(name, number, f"{len(fields)} columns instead of {columns}")
            continue
        for field in fields:
            if field != field.strip() or "  " in field:
                fault(name, number, f"stray space in {field!r}")
        yield number, fields
    rows_read[name] = count


def lower(name, number, field):
    if field != field.lower():
        fault(name, number, f"not lower-case: {field!r}")


def word_form(name, number, form):
    """A form is plain lower-case ASCII, or of another script without any Latin letter."""
    lower(name, number, form)
    if not form:
        fault(name, number, "empty form")
    elif form.isascii():
        if not PLAIN.match(form):
            fault(name, number, f"not plain words: {form!r}")
    else:
        for letter in form:
            if letter.isalpha() and "LATIN" in unicodedata.name(letter, ""):
                fault(name, number, f"Latin letter {letter!r} in {form!r}, which is not plain ASCII")


def unique(name, number, seen, key, what="duplicate key"):
    if key in seen:
        fault(name, number, f"{what}: {key!r}, first in line {seen[key]}")
    else:
        seen[key] = number


def check_script(root, name, script):
    seen = {}
    for number, (pattern, primary, alternatives) in rows(root, name, 3):
        lower(name, number, pattern)
        unique(name, number, seen, pattern)
        letters = pattern.removeprefix("^").removesuffix("$")
        if not letters:
            fault(name, number, "pattern without letters")
        for letter in letters:
            title = unicodedata.name(letter, "")
            if not (title.startswith(script) or (script == "LATIN" and title.startswith("MODIFIER LETTER"))):
                fault(name, number, f"letter {letter!r} ({title}) is not {script}")
        if script == "LATIN" and letters.isascii():
            fault(name, number, f"plain ASCII pattern {pattern!r}")
        forms = {primary}
        if primary != "-" and not ROMAN.match(primary):
            fault(name, number, f"primary form {primary!r}")
        for item in alternatives.split():
            form, slash, cost = item.rpartition("/")
            if not slash:
                fault(name, number, f"no cost: {item!r}")
                continue
            if not re.fullmatch(r"[0-9]{1,4}", cost):
                fault(name, number, f"cost is not a number: {item!r}")
            elif not 0 < int(cost) <= 1000:
                fault(name, number, f"cost outside 1..1000: {item!r}")
            if form != "-" and not ROMAN.match(form):
                fault(name, number, f"form {form!r}")
            if form in forms:
                fault(name, number, f"form twice: {form!r}")
            forms.add(form)


def check_particles(root):
    name = "words/particles.txt"
    seen = {}
    for number, (token, kind, culture) in rows(root, name, 3):
        word_form(name, number, token)
        unique(name, number, seen, token)
        if kind not in PARTICLE_KINDS:
            fault(name, number, f"unknown kind {kind!r}")
        if not re.fullmatch(r"[a-z]{2,3}(,[a-z]{2,3})*", culture):
            fault(name, number, f"culture {culture!r}")


def check_titles(root):
    name = "words/titles.txt"
    seen = {}
    for number, (words, kind) in rows(root, name, 2):
        word_form(name, number, words)
        unique(name, number, seen, words)
        if kind not in TITLE_KINDS:
            fault(name, number, f"unknown kind {kind!r}")


def check_legal_forms(root):
    name = "words/legal_forms.tsv"
    ids = {}
    where = {}
    for number, (ident, kind, countries, forms) in rows(root, name, 4):
        unique(name, number, ids, ident)
        if not re.fullmatch(r"[a-z][a-z0-9_]*", ident):
            fault(name, number, f"id {ident!r}")
        if kind not in CLASSES:
            fault(name, number, f"unknown class {kind!r}")
        codes = countries.split(",")
        if not re.fullmatch(r"[a-z]{2}(,[a-z]{2})*", countries) or len(set(codes)) != len(codes):
            fault(name, number, f"countries {countries!r}")
        forms = forms.split("|")
        for form in forms:
            word_form(name, number, form)
            if forms.count(form) > 1:
                fault(name, number, f"form twice: {form!r}")
            for code in codes:
                key = (form, code)
                if key in where and where[key][0] != ident:
                    fault(name, number, f"form {form!r} stands for {where[key][0]!r} in {code!r} too, line {where[key][1]}")
                where.setdefault(key, (ident, number))
    rows_read[name + " (forms)"] = len({form for form, _ in where})
    rows_read[name + " (countries)"] = len({code for _, code in where} - {"zz"})


def check_generic(root):
    name = "words/generic.txt"
    seen = {}
    for number, (word, kind) in rows(root, name, 2):
        word_form(name, number, word)
        unique(name, number, seen, word)
        if kind not in GENERIC_KINDS:
            fault(name, number, f"unknown kind {kind!r}")


def check_numerals(root):
    name = "words/numerals.tsv"
    values = {}
    where = {}
    for number, (value, forms) in rows(root, name, 2):
        unique(name, number, values, value)
        if not re.fullmatch(r"0|[1-9][0-9]*", value):
            fault(name, number, f"value is not a number: {value!r}")
        for form in forms.split("|"):
            word_form(name, number, form)
            if " " in form:
                fault(name, number, f"more than one word: {form!r}")
            unique(name, number, where, form, "form twice")
    rows_read[name + " (forms)"] = len(where)


def check_translations(root):
    """A form may stand in several lines, not twice in one."""
    name = "words/translations.tsv"
    lines = {}
    for number, (english, forms) in rows(root, name, 2):
        for word in english.split("|"):
            word_form(name, number, word)
        unique(name, number, lines, english, "line twice")
        seen = {}
        for form in forms.split("|"):
            word_form(name, number, form.removesuffix("*"))
            if len(form.split(" ")) > 3:
                fault(name, number, f"more than three words: {form!r}")
            unique(name, number, seen, form, "form twice in a line")


def check_number_labels(root):
    name = "words/number_labels.txt"
    seen = {}
    for number, (word,) in rows(root, name, 1):
        word_form(name, number, word)
        unique(name, number, seen, word)


def check_variants(root):
    name = "words/variants.tsv"
    labels = {}
    same = {}
    pairs = {}
    counts = {"same": 0, "near": 0}
    for number, (label, grade, forms) in rows(root, name, 3):
        unique(name, number, labels, (label, grade))
        lower(name, number, label)
        forms = forms.split()
        if len(forms) < 2:
            fault(name, number, "fewer than two forms")
        for form in forms:
            if not ROMAN.match(form) and (form.isascii() or not form.isalpha() or
                                          form != form.casefold()):
                fault(name, number, f"form {form!r}")
            if forms.count(form) > 1:
                fault(name, number, f"form twice: {form!r}")
        if grade == "same":
            for form in set(forms):
                unique(name, number, same, form, "form in two same groups")
        elif grade == "near":
            for form in set(forms):
                pairs.setdefault(number, set()).add(form)
        else:
            fault(name, number, f"unknown grade {grade!r}")
            continue
        counts[grade] += 1
    for number, forms in pairs.items():
        groups = [same.get(form, form) for form in forms]
        if len(set(groups)) < 2:
            fault(name, number, "near line whose forms all stand in one same group")
    for grade, count in counts.items():
        rows_read[f"{name} ({grade})"] = count


def check_countries(root):
    name = "countries.tsv"
    codes = {}
    longer = {}
    names = {}
    for number, (code, iso3, title, others, demonyms) in rows(root, name, 5):
        unique(name, number, codes, code)
        unique(name, number, longer, iso3)
        if not re.fullmatch(r"[a-z]{2}|[a-z]{4}", code):
            fault(name, number, f"code {code!r}")
        if not re.fullmatch(r"[a-z]{3,4}", iso3):
            fault(name, number, f"iso3 {iso3!r}")
        own = {title.lower()}
        unique(name, number, names, title.lower(), "name twice")
        for field in (others, demonyms):
            lower(name, number, field)
        for other in others.split("|") if others else []:
            if not other:
                fault(name, number, "empty name")
            if other.isascii() or any("LATIN" in unicodedata.name(letter, "") for letter in other if letter.isalpha()):
                if not re.fullmatch(r"[a-z0-9 ,.'&():/-]+", other):
                    fault(name, number, f"not plain ASCII: {other!r}")
            if other in own:
                fault(name, number, f"name twice: {other!r}")
            else:
                unique(name, number, names, other, "name of two countries")
            own.add(other)
        for demonym in demonyms.split("|") if demonyms else []:
            if not re.fullmatch(r"[a-z '-]+", demonym):
                fault(name, number, f"demonym {demonym!r}")


def main():
    root = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "data"
    for name, script in SCRIPTS.items():
        check_script(root, name, script)
    check_particles(root)
    check_titles(root)
    check_legal_forms(root)
    check_generic(root)
    check_numerals(root)
    check_translations(root)
    check_number_labels(root)
    check_variants(root)
    check_countries(root)
    for text in faults:
        print(text)
    if faults:
        print(f"{len(faults)} faults", file=sys.stderr)
        return 1
    for name, count in rows_read.items():
        print(f"{count:6} {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
