#!/usr/bin/env python3
"""Check the gazetteer of the news reader.

Usage: check_gazetteer.py [DATA_FOLDER]

Run by hand when data/news/gazetteer.tsv is edited. Prints file:line: what is wrong, and ends with 1 when anything is; otherwise
prints the rows of each kind. Codes are those of data/countries.tsv.
"""

import collections
import pathlib
import re
import sys
import unicodedata

KINDS = (
    "country", "demonym", "capital", "government", "body", "ministry", "office", "agency", "newspaper", "armed group", "leader",
)
LANGUAGES = ("it", "en", "fr", "es", "de", "ru")
ENTITY = {
    "country": ("country",), "demonym": ("country",), "capital": ("country",), "government": ("country", "slot"),
    "body": ("org", "slot"), "ministry": ("org", "slot"), "office": ("office",), "agency": ("org",), "newspaper": ("org",),
    "armed group": ("org",), "leader": ("person",),
}
COLUMNS = ("entity", "kind", "language", "forms", "behalf", "ambiguous")
COMPLETE = {"country": LANGUAGES, "demonym": ("it", "en"), "capital": ("it", "en")}
STATES = (
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR CU CV CY CZ "
    "DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP "
    "KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY MZ NA NE NG NI "
    "NL NO NP NR NZ OM PA PE PG PH PK PL PT PW PY QA RO RS RU RW SA SB SC SD SE SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL "
    "TM TN TO TR TT TV TZ UA UG US UY UZ VC VE VN VU WS YE ZA ZM ZW XK TW PS VA"
).split()

faults = []


def fault(line, text):
    faults.append((line, text))


def country_codes(root):
    """The codes of the country table, in upper case."""
    codes = set()
    for line in (root / "countries.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            codes.add(line.split("\t")[0].upper())
    return codes


def check_form(number, form):
    if not form:
        fault(number, "empty form")
    elif form != form.strip() or "  " in form:
        fault(number, f"blanks in form {form!r}")
    elif not re.search(r"\w", form):
        fault(number, f"form without a letter or digit {form!r}")
    if "\u2019" in form or "\u2018" in form:
        fault(number, f"curly apostrophe in {form!r}")


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).resolve().parents[2] / "data")
    name = "news/gazetteer.tsv"
    codes = country_codes(root)
    data = (root / name).read_bytes()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        print(f"{name}:1: {error}")
        return 1
    if not text.endswith("\n"):
        fault(text.count("\n") + 1, "no newline at the end")
    if not text.startswith("#"):
        fault(1, "no head of comment lines")
    if "\r" in text:
        fault(1, "carriage return")
    if unicodedata.normalize("NFC", text) != text:
        fault(1, "not in normal form C")

    rows = collections.Counter()
    owners = collections.defaultdict(list)
    have = collections.defaultdict(set)
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("#") or not line:
            continue
        if line.rstrip(" ") != line:
            fault(number, "trailing blank")
        fields = line.split("\t")
        if len(fields) != len(COLUMNS):
            fault(number, f"{len(fields)} columns, not {len(COLUMNS)}")
            continue
        for column, field in zip(COLUMNS, fields):
            if field != field.strip():
                fault(number, f"blanks around {column}")
        entity, kind, language, forms, behalf, ambiguous = fields
        if kind not in KINDS:
            fault(number, f"unknown kind {kind!r}")
            continue
        if language != "*" and language not in LANGUAGES:
            fault(number, f"unknown language {language!r}")
            continue
        prefix, _, value = entity.partition(":")
        if prefix not in ENTITY[kind] or not value:
            fault(number, f"entity {entity!r} does not go with kind {kind}")
        if prefix == "country":
            if value not in codes:
                fault(number, f"unknown code {value!r}")
            if behalf != value:
                fault(number, f"behalf {behalf!r} is not {value!r}")
        if behalf and behalf not in codes:
            fault(number, f"unknown code {behalf!r}")
        languages = LANGUAGES if language == "*" else (language,)
        for form in forms.split("|"):
            check_form(number, form)
            for each in languages:
                owners[kind, each, form.casefold()].append((entity, number, bool(ambiguous), form))
        if prefix == "country":
            have[kind].update((value, each) for each in languages)
        rows[kind] += 1

    for (kind, language, _), held in owners.items():
        if len({entity for entity, _, _, _ in held}) > 1:
            for entity, number, ambiguous, form in held:
                if not ambiguous:
                    others = ", ".join(sorted({e for e, _, _, _ in held} - {entity}))
                    fault(number, f"{form!r} ({kind}, {language}) is also {others}, and is not marked ambiguous")
        exact = [(entity, form) for entity, _, _, form in held]
        for (entity, form), times in collections.Counter(exact).items():
            if times > 1:
                numbers = sorted(n for e, n, _, f in held if (e, f) == (entity, form))
                fault(numbers[-1], f"{form!r} ({kind}, {language}) stands twice for {entity}")
    for kind, languages in COMPLETE.items():
        for state in STATES:
            for language in languages:
                if (state, language) not in have[kind]:
                    fault(0, f"no {kind} of {state} in {language}")

    for number, what in sorted(set(faults)):
        print(f"{name}:{number}: {what}")
    if faults:
        return 1
    print(f"{name}: {sum(rows.values())} rows: " + ", ".join(f"{kind} {rows[kind]}" for kind in KINDS))
    return 0


if __name__ == "__main__":
    sys.exit(main())
