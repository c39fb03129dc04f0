#!/usr/bin/env python3
"""Do names meet across scripts?  Recall and false alarms at 0.700, by script.

    cross_script.py VAGLIO TRANSLIT_FOLDER [PAIRS] [--learning] [--failures FILE] [SCRIPT …]

The folder holds ar, he, ja-kana, ko, ru and zh .tsv.xz: Latin token, native token, how often
seen.  Only held-out tokens are used, those whose sha1(native) is divisible by five, which
tools/train/transcription.py never learns from; --learning takes those with the remainder one
instead, for looking at failures and trying numbers without touching the test.  Each pair is a name of two tokens, Latin
against native, asked in either direction by turns; in half of the pairs one Latin token is
replaced by another of the same first letter, a length that differs by one at most, and at
least two letters (three in words of six and more) apart.

Two samples: every held-out token alike, and only tokens seen twice or more.  The set is noisy,
single sightings most: some native tokens belong to another part of the person's name.
The pairs depend on the files alone.  Output is TSV.
"""
import argparse
import hashlib
import lzma
import os
import random
import unicodedata

import compared

SCRIPTS = ["ru", "ar", "he", "zh", "ja-kana", "ko"]
BETWEEN = {"zh": "·", "ja-kana": "・"}


def plain(text):
    text = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in text if not unicodedata.combining(c))


def part_of(native):
    return int(hashlib.sha1(native.encode()).hexdigest(), 16) % 5


def is_word(latin, native):
    letters = plain(latin)
    return (len(letters) >= 3 and len(native) >= 2 and letters.isalpha() and
            all(unicodedata.name(c, "").startswith("LATIN") for c in latin) and
            all(unicodedata.category(c)[0] in "LM" for c in native) and
            not any(c.isascii() for c in native))


def tokens(path, least, part):
    with lzma.open(path, "rt", encoding="utf-8") as f:
        next(f)
        for line in f:
            latin, native, count = line.rstrip("\n").split("\t")
            if int(count) >= least and part_of(native) == part and is_word(latin, native):
                yield latin, native


def distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (x != y))
    return row[-1]


def another(word, by_first, rng):
    same = by_first[plain(word)[0]]
    for _ in range(200):
        other = rng.choice(same)
        near = abs(len(other) - len(word)) <= 1
        if near and distance(plain(other), plain(word)) >= (3 if len(word) >= 6 else 2):
            return other
    return None


def pairs_of(script, found, how_many):
    rng = random.Random("cross_script " + script)
    by_first = {}
    for latin, _ in found:
        by_first.setdefault(plain(latin)[0], []).append(latin)
    between = BETWEEN.get(script, " ")
    while how_many > 0:
        (l1, n1), (l2, n2) = rng.choice(found), rng.choice(found)
        same = how_many % 2 == 0
        latin = [l1, l2]
        if n1 == n2 or l1 == l2:
            continue
        if not same:
            at = rng.randrange(2)
            latin[at] = another(latin[at], by_first, rng)
            if not latin[at]:
                continue
        a, b = " ".join(latin), n1 + between + n2
        if how_many // 2 % 2:
            a, b = b, a
        yield same, a, b
        how_many -= 1


def arguments():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].strip())
    parser.add_argument("vaglio")
    parser.add_argument("folder")
    parser.add_argument("pairs", type=int, nargs="?", default=2000)
    parser.add_argument("scripts", nargs="*", default=[])
    parser.add_argument("--learning", action="store_true")
    parser.add_argument("--failures")
    return parser.parse_args()


def main():
    asked = arguments()
    failures = open(asked.failures, "w", encoding="utf-8") if asked.failures else None
    print("sample\tscript\tpairs\trecall\tfalse")
    for sample, least in (("all", 1), ("seen twice", 2)):
        total = [0, 0, 0, 0]
        for script in asked.scripts or SCRIPTS:
            found = sorted(set(tokens(os.path.join(asked.folder, script + ".tsv.xz"), least,
                                      1 if asked.learning else 0)))
            pairs = list(pairs_of(script, found, asked.pairs))
            got = compared.scores(asked.vaglio, (("Person", a, b) for _, a, b in pairs))
            met = sum(s >= 0.7 for (same, _, _), s in zip(pairs, got) if same)
            wrong = sum(s >= 0.7 for (same, _, _), s in zip(pairs, got) if not same)
            count = sum(same for same, _, _ in pairs)
            for i, v in enumerate((met, count, wrong, len(pairs) - count)):
                total[i] += v
            print(f"{sample}\t{script}\t{len(pairs)}\t{met / count:.3f}\t"
                  f"{wrong / (len(pairs) - count):.3f}", flush=True)
            for (same, a, b), s in zip(pairs, got):
                if failures and (s >= 0.7) != same:
                    failures.write(f"{sample}\t{script}\t{same}\t{s}\t{a}\t{b}\n")
        print(f"{sample}\tall of them\t\t{total[0] / total[1]:.3f}\t{total[2] / total[3]:.3f}")


if __name__ == "__main__":
    main()
