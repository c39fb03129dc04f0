#!/usr/bin/env python3
"""Compiles the tables of data/embargo into the program.

    embargo_tables.py data/embargo embargo_tables.c

The program holds the texts as they are and reads them with the reader that also serves
`--rules DIR` (src/embargo/facts.c), so that there is one format and one reader.  Here they are
only looked through, so that a slip stops the build with file and line: UTF-8, "key: value",
keys that exist, days that exist, and no rule without its days, words and source.  Comments are
emptied, not dropped: line numbers stay true.
"""

import datetime
import os
import re
import sys

KINDS = (".rules", ".words", ".txt")
REGIME_KEYS = {"regime", "imposer", "about", "title", "bound", "binds", "checked"}
RULE_KEYS = {"rule", "acts", "way", "target", "state", "goods", "except", "from", "until",
             "seen until", "effect", "limit", "others", "says", "binds", "exemption", "source",
             "basis"}
RULE_NEEDS = ("way", "goods", "from", "says", "source")
DAY_KEYS = {"from", "until", "seen until", "checked", "issued"}
KEYS = {
    "goods.words": {"endings", "item", "class", "kinds", "category", "headings", "en", "it",
                    "fr", "es", "de", "ru"},
    "groups.txt": {"group", "title", "country", "is", "ids", "prefix", "names"},
    "members.txt": {"body", "member"},
    "warrants.txt": {"rule", "warrant", "name", "situation", "issued", "until", "ids", "names",
                     "note"},
    "rome_statute.txt": {"party", "note"},
}


def fail(path, number, words):
    sys.exit(f"{path}:{number}: {words}")


def read_facts(path):
    """(line number, key, value) of each fact"""
    facts = []
    with open(path, encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip() or line.startswith("#"):
                continue
            if line[0] in " \t":
                if not facts:
                    fail(path, number, "a line that begins with a blank goes on from no value")
                facts[-1][2] += " " + line.strip()
                continue
            match = re.match(r"([a-z][a-z ]{0,23}):\s*(.*?)\s*$", line)
            if not match or not match.group(2):
                fail(path, number, "no 'key: value'")
            facts.append([number, match.group(1), match.group(2)])
    return facts


def check_days(path, facts):
    for number, key, value in facts:
        if key in DAY_KEYS:
            try:
                datetime.date.fromisoformat(value)
            except ValueError:
                fail(path, number, f"'{value}' is no day of the form 2006-10-14")


def check_rules(path, facts):
    rule = None  # (line, keys) of the one being read

    def end():
        missing = [key for key in RULE_NEEDS if rule and key not in rule[1]]
        if missing:
            fail(path, rule[0], f"the rule has no '{missing[0]}:'")

    for number, key, _ in facts:
        if key in ("regime", "rule"):
            end()
            rule = (number, set()) if key == "rule" else None
        elif rule:
            if key not in RULE_KEYS:
                fail(path, number, f"'{key}' is no key of a rule")
            if key in rule[1]:
                fail(path, number, f"'{key}' stands here a second time")
            rule[1].add(key)
        elif key not in REGIME_KEYS:
            fail(path, number, f"'{key}' is no key of a regime")
    end()


def check_endings(path, facts):
    known = set()
    for number, key, value in facts:
        if key == "endings":
            known.add(tuple(value.split()[:2]))
        elif len(key) == 2:
            for name in re.findall(r"\+(\S*)", value):
                if (key, name) not in known:
                    fail(path, number, f"the endings '{key} {name}' are not defined above")


def check(path, name):
    facts = read_facts(path)
    check_days(path, facts)
    if name.endswith(".rules"):
        check_rules(path, facts)
        return
    if name not in KEYS:
        fail(path, 1, "a table of this name is not read by the program")
    for number, key, _ in facts:
        if key not in KEYS[name]:
            fail(path, number, f"'{key}' is no key of this table")
    if name == "goods.words":
        check_endings(path, facts)


def text_of(path):
    with open(path, "rb") as file:
        lines = file.read().split(b"\n")
    return b"\n".join(b"" if line.startswith(b"#") else line for line in lines)


def c_bytes(data):
    for i in range(0, len(data), 20):
        yield "    " + "".join(f"{b}," for b in data[i:i + 20])


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    folder, output = sys.argv[1:]
    names = sorted(name for name in os.listdir(folder) if name.endswith(KINDS))
    out = ["/* Made by tools/tables/embargo_tables.py from data/embargo. */",
           '#include "embargo/book.h"', ""]
    rows = []
    for number, name in enumerate(names):
        path = os.path.join(folder, name)
        check(path, name)
        data = text_of(path)
        out += [f"static const unsigned char text_{number}[] = {{ /* {name} */", *c_bytes(data),
                "};"]
        rows.append(f'    {{"{name}", text_{number}, sizeof text_{number}}},')
    out += ["", "const struct embargo_file embargo_files[] = {", *rows, "};",
            f"const size_t embargo_file_count = {len(names)};", ""]
    with open(output, "w", encoding="utf-8") as file:
        file.write("\n".join(out))


main()
