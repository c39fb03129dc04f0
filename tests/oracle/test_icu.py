#!/usr/bin/env python3
"""Our spellings against those of ICU's transliterators, script by script.  Speaks TAP.

    test_icu.py VAGLIO [--list]

Every word of icu_words.tsv is written in Latin letters by ICU, folded to ASCII, and must be among
the spellings that `vaglio names` shows for it; of scripts without vowels the consonants are compared.
A difference must stand in icu_differences.tsv with its reason; --list prints those that do not, in
that form.  What stands there and no longer differs fails likewise, unless ICU is of another version.

ICU is reached by Python's module `icu` or by `uconv`; without either everything is skipped.
"""

import itertools
import json
import os
import re
import shutil
import subprocess
import sys
import unicodedata

FOLDER = os.path.dirname(os.path.abspath(__file__))
# Letters without a decomposition.
PLAIN = {"ı": "i", "ə": "a", "ŋ": "ng", "đ": "d", "ł": "l", "ð": "d", "ø": "o", "ß": "ss", "æ": "ae"}


def transliterator():
    """(function of transliterator's name and words, version) or None."""
    try:
        import icu
        return (lambda name, words: [icu.Transliterator.createInstance(name).transliterate(w)
                                     for w in words]), icu.ICU_VERSION
    except ImportError:
        pass
    if not shutil.which("uconv"):
        return None
    version = re.search(r"ICU (\S+)", subprocess.run(["uconv", "--version"], capture_output=True,
                                                     text=True, check=True).stdout)

    def by_uconv(name, words):
        done = subprocess.run(["uconv", "-f", "utf-8", "-t", "utf-8", "-x", name], check=True,
                              input="\n".join(words), capture_output=True, text=True,
                              encoding="utf-8")
        return done.stdout.split("\n")
    return by_uconv, version[1] if version else "?"


def fold(text):
    plain = "".join(PLAIN.get(c, c) for c in unicodedata.normalize("NFKD", text.casefold()))
    return "".join(c for c in plain if c.isascii() and c.isalnum())


def consonants(text):
    """Without vowels, what may stand for one, and doubling."""
    return re.sub(r"(.)\1+", r"\1", re.sub("[aeiouwy]", "", text))


def spellings(vaglio, word):
    """The usual spelling and every other of a word, over its readings; joined over its tokens."""
    told = json.loads(subprocess.run([vaglio, "names", "--json", word], capture_output=True, text=True,
                                     check=True, encoding="utf-8").stdout)
    usual, others = None, set()
    for name in told["names"]:
        for tokens in name["readings"]:
            forms = [[f["text"] for f in t["forms"]] for t in tokens]
            whole = {"".join(parts) for parts in itertools.islice(itertools.product(*forms), 20000)}
            usual = usual or "".join(f[0] for f in forms if f)
            others |= whole
    return usual or "", others


def rows(name):
    with open(os.path.join(FOLDER, name), encoding="utf-8") as file:
        for line in file:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def differences(vaglio, told, name, compared, words):
    """word → (ICU's, our usual one) where they differ."""
    found = {}
    for word, theirs in zip(words, told(name, words)):
        theirs = fold(theirs)
        usual, ours = spellings(vaglio, word)
        if compared == "consonants":
            differs = consonants(theirs) not in {consonants(o) for o in ours}
        else:
            differs = theirs not in ours
        if differs:
            found[word] = (theirs, usual)
    return found


def check(number, name, words, found, listed, strict):
    new = sorted(set(found) - set(listed))
    gone = sorted(set(listed) - set(found)) if strict else []
    for word in new:
        print(f"# {name}: {word}: ICU {found[word][0]}, ours {found[word][1]}: not in the list")
    for word in gone:
        print(f"# {name}: {word}: stands in the list and does not differ")
    for word in sorted(set(found) & set(listed)):
        if strict and listed[word] != found[word][0]:
            print(f"# {name}: {word}: the list says {listed[word]}, ICU {found[word][0]}")
            new.append(word)
    print(f"{'not ok' if new or gone else 'ok'} {number} - {name}: {len(words)} words, "
          f"{len(found)} differ")


def main():
    vaglio = sys.argv[1]
    reached = transliterator()
    if not reached:
        print("1..0 # SKIP neither Python's module icu nor uconv is here")
        return
    told, version = reached
    listed, written = {}, ""
    for row in rows("icu_differences.tsv"):
        if row[0] == "ICU":
            written = row[1]
        elif len(row) != 5 or not row[4].strip():
            sys.exit(f"icu_differences.tsv: not transliterator, word, ICU's, ours, reason: {row}")
        else:
            listed.setdefault(row[0], {})[row[1]] = row[2]
    cases = [(name, compared, words.split()) for name, compared, words in rows("icu_words.tsv")]
    unknown = set(listed) - {name for name, _, _ in cases}
    print(f"1..{len(cases) + 1}")
    for number, (name, compared, words) in enumerate(cases, 1):
        found = differences(vaglio, told, name, compared, words)
        check(number, name, words, found, listed.get(name, {}),
              version.split(".")[0] == written)
        for word in found:
            if "--list" in sys.argv and word not in listed.get(name, {}):
                print(f"{name}\t{word}\t{found[word][0]}\t{found[word][1]}\t")
    print(f"{'not ok' if unknown else 'ok'} {len(cases) + 1} - every transliterator of the list has "
          f"words; ICU {version}")


main()
