#!/usr/bin/env python3
"""How often the merge joins the wrong records, and how many of the right ones.

    merge_quality.py BUILD DATA [--work FOLDER] [--wrong N] [--missed N]

BUILD is a build folder with vaglio and vaglio-build; DATA holds the official lists.  The lists are
joined by names alone (`vaglio build --join names`): references and numbers are withheld, so that
they can tell right from wrong.  Three truths, each from records of different lists:

  references  both state one reference number of the Security Council (QDi.335), or two;
  numbers     both state a taxpayer's, register's, ship's or legal entity's number, or a passport's;
  sample      data/sample has both as records of a party, or of two.

Two records of one number are a pair that should be joined.  A joined pair whose numbers differ is
wrong.  Numbers that the lists have wrong are in bench/merge_errata.tsv, with the reason.
Parties are dealt into two halves by the hash of their number: rules are tuned on the first, and
the second one says what they are worth.

A fourth measurement is of people without a birth date: all birth dates are withheld, names join,
and the dates say whether that was right.  Where they contradict each other, the join is wrong or
a list is: --wrong prints examples to be judged by hand, so that this is a bound and no figure of
precision.

--wrong and --missed print so many examples with what the records say.  The exit status is 1 when
the precision by any of the three truths, both halves together, is under 0.995.
"""

import argparse
import collections
import glob
import hashlib
import itertools
import json
import math
import os
import random
import re
import subprocess
import sys
import time

LEAST = 0.995
HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.join(os.path.dirname(HERE), "data", "sample", "parties.ftm.json")
ERRATA = os.path.join(HERE, "merge_errata.tsv")
REFERENCE = re.compile(r"^([A-Z]{2})([IE])\.?([0-9]{3})$")
PARTIES = {"Person", "LegalEntity", "Organization", "Company", "PublicBody", "Vessel", "Airplane",
           "CryptoWallet", "Security"}
SHOWN = ("name", "alias", "birthDate", "birthPlace", "nationality", "country", "gender",
         "programId", "address")
PATTERNS = ("us_ofac/sdn-20*rebuilt", "un_sc/*.xml", "eu/*.xml.gz", "uk/*.xml.gz",
            "ch_seco/*.jsonl.gz", "au_dfat/*.jsonl.gz", "ca_sema/*.jsonl.gz")


# ---- lists ----

def lists_of(data):
    paths = []
    for pattern in PATTERNS:
        paths += sorted(glob.glob(os.path.join(data, pattern)))[-1:]
    if not paths:
        sys.exit(f"no lists in {data}")
    return paths


def build(vaglio, join, lists, out):
    begin = time.monotonic()
    done = subprocess.run([vaglio, "build", "--json", "--join", join, "-o", out, *lists],
                          capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    return json.loads(done.stdout), time.monotonic() - begin


def dump(vaglio, index):
    with subprocess.Popen([vaglio, "dump", index], stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            yield json.loads(line)


def read_records(vaglio, index):
    """id → entity, and id → texts that sanctions state as references"""
    records, stated = {}, collections.defaultdict(list)
    for entity in dump(vaglio, index):
        properties = entity["properties"]
        if entity["schema"] in PARTIES:
            records[entity["id"]] = entity
        whose = properties.get("entity", []) if entity["schema"] == "Sanction" else [entity["id"]]
        for party in whose:
            stated[party] += properties.get("uniscId", []) + properties.get("authorityId", [])
    return records, stated


def list_of(record):
    return record.split(":")[0]


# ---- truths: each is a dict, record → set of marks; two records are one when they share a mark
# and different when each has a mark of one kind and they share none of that kind ----

def reference_of(text):
    match = REFERENCE.match(text.upper())
    return f"{match[1]}{match[2].lower()}.{match[3]}" if match else None


def read_errata():
    """pairs of a record and a number that tells nothing"""
    with open(ERRATA, encoding="utf-8") as file:
        rows = [line.split("\t") for line in file if line.strip() and line[0] != "#"]
    return {(row[0], row[1]) for row in rows}


def without_errata(truth):
    wrong = read_errata()
    truth = {record: {(kind, number) for kind, number in marks if (record, number) not in wrong}
             for record, marks in truth.items()}
    return {record: marks for record, marks in truth.items() if marks}


def truth_of_references(records, stated):
    truth = {}
    for party, texts in stated.items():
        found = {reference_of(text) for text in texts} - {None}
        if party in records and len(found) == 1:
            number = next(iter(found))
            if (number[2] == "i") == (records[party]["schema"] == "Person"):
                truth[party] = {("reference", number)}
    return without_errata(truth)


def digits_of(properties, names, lengths):
    texts = [re.sub("[^0-9]", "", t) for name in names for t in properties.get(name, [])
             if re.fullmatch(r"[0-9 -]+", t)]
    return {t for t in texts if len(t) in lengths and len(set(t)) > 1}


def marks_of(entity):
    properties = entity["properties"]
    marks = set()
    if entity["schema"] == "Vessel":
        marks |= {("imo", n) for n in digits_of(properties, ["imoNumber"], {7})}
    else:
        marks |= {("inn", n) for n in digits_of(properties, ["innCode", "taxNumber"], {10, 12})}
        marks |= {("ogrn", n) for n in digits_of(properties, ["ogrnCode", "registrationNumber"],
                                                 {13, 15})}
    marks |= {("lei", t) for t in properties.get("leiCode", [])}
    for text in properties.get("passportNumber", []):
        text = re.sub("[^A-Z0-9]", "", text.upper())
        if sum(c.isdigit() for c in text) >= 6:
            marks.add(("passport", text))
    return marks


def truth_of_numbers(records, _):
    truth = {record: marks_of(entity) for record, entity in records.items()}
    return without_errata(truth)


def truth_of_sample(records, _):
    truth = {}
    with open(SAMPLE, encoding="utf-8") as file:
        for line in file:
            entity = json.loads(line)
            for record in entity.get("referents", []):
                if record in records:
                    truth[record] = {("sample", entity["id"])}
    return truth


def one_party(a, b):
    """True, False, or None where nothing is known; several passports are nothing unusual"""
    if a & b:
        return True
    kinds = ({kind for kind, _ in a} & {kind for kind, _ in b}) - {"passport"}
    return False if kinds else None


# ---- what is counted ----

def half_of(marks):
    text = min(f"{kind} {number}" for kind, number in marks)
    return "test" if hashlib.sha256(text.encode()).digest()[0] & 1 else "tune"


def pairs_that_are_one(truth):
    groups = collections.defaultdict(list)
    for record, marks in truth.items():
        for mark in marks:
            groups[mark].append(record)
    pairs = {}
    for mark, members in sorted(groups.items()):
        for a, b in itertools.combinations(sorted(members), 2):
            if list_of(a) != list_of(b):
                pairs.setdefault((a, b), half_of({mark}))
    return pairs


def joined_pairs(parties, truth):
    groups = collections.defaultdict(list)
    for record in truth:
        groups[parties[record]].append(record)
    for members in groups.values():
        yield from itertools.combinations(sorted(members), 2)


def interval(right, total):
    """Wilson's, at 95 %"""
    if not total:
        return 0.0, 1.0
    z, p = 1.96, right / total
    middle = p + z * z / (2 * total)
    spread = z * math.sqrt(p * (1 - p) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return (middle - spread) / scale, min(1.0, (middle + spread) / scale)


def measure_precision(name, parties, truth):
    """prints it by half; returns the wrong pairs and the least precision"""
    wrong, counts = [], collections.defaultdict(lambda: [0, 0])
    for a, b in joined_pairs(parties, truth):
        verdict = one_party(truth[a], truth[b])
        if verdict is None:
            continue
        half = half_of(truth[a] | truth[b] if verdict else truth[a])
        counts[half][0] += verdict
        counts[half][1] += 1
        if not verdict:
            wrong.append((a, b))
    for half, (right, total) in sorted(counts.items(), reverse=True):
        low, high = interval(right, total)
        print(f"{name:11} {half}: {total:6} joined pairs are known, {total - right:3} wrong:"
              f" precision {right / total:.4f} ({low:.4f} to {high:.4f})")
    total = sum(n for _, n in counts.values())
    return wrong, (sum(right for right, _ in counts.values()) / total if total else 1.0)


def years_of(entity):
    """the years that can be read; lists have unreadable dates, too"""
    return {int(year) for text in entity["properties"].get("birthDate", [])
            for year in re.findall(r"\b[12][0-9]{3}\b", text)}


def dates_agree(a, b):
    """True, False, or None where they are near each other"""
    if set(a["properties"]["birthDate"]) & set(b["properties"]["birthDate"]):
        return True
    apart = min((abs(x - y) for x in years_of(a) for y in years_of(b)), default=0)
    spans = any("/" in t or "~" in t for e in (a, b) for t in e["properties"]["birthDate"])
    return None if apart <= 1 or spans else False


def measure_undated(vaglio, records, apart, work, count):
    """joins people whose birth dates are withheld"""
    source, index = (os.path.join(work, name) for name in ("undated.ftm.json", "undated.idx"))
    with open(source, "w", encoding="utf-8") as out:
        for entity in dump(vaglio, apart):
            entity["properties"].pop("birthDate", None)
            out.write(json.dumps(entity, ensure_ascii=False) + "\n")
    build(vaglio, "names", [source], index)
    dated = {record for record, e in records.items()
             if e["schema"] == "Person" and "birthDate" in e["properties"]}
    parties = {record: entity["id"] for entity in dump(vaglio, index)
               for record in entity["referents"] if record in dated}
    counts, against = collections.Counter(), []
    for a, b in joined_pairs(parties, parties):
        verdict = dates_agree(records[a], records[b])
        counts[verdict] += 1
        if verdict is False:
            against.append((a, b))
    total = sum(counts.values())
    print(f"birth dates withheld: {total} pairs of people joined by names; the dates agree in"
          f" {counts[True]}, are near in {counts[None]}, contradict in {counts[False]}"
          f" ({counts[False] / max(1, total):.4f})")
    show(records, against, count)
    os.remove(source)
    os.remove(index)


def kind_of(records, a, b):
    people = records[a]["schema"] == "Person"
    if records[a]["schema"] == "Vessel":
        return "vessels"
    if not people:
        return "organisations"
    dated = all("birthDate" in records[r]["properties"] for r in (a, b))
    return "people, both dated" if dated else "people, undated"


def measure_recall(name, records, parties, truth):
    """prints it by kind and pair of lists; returns what was missed"""
    rows, missed = collections.defaultdict(lambda: [0, 0, 0, 0]), []
    for (a, b), half in pairs_that_are_one(truth).items():
        found = parties[a] == parties[b]
        for where in ("all", f"{list_of(a)}–{list_of(b)}"):
            row = rows[kind_of(records, a, b), where]
            row[2 * (half == "test")] += 1
            row[2 * (half == "test") + 1] += found
        if not found:
            missed.append((a, b))
    print(f"\nrecall by {name}\n{'who':20} {'lists':10} {'tune':>6} {'found':>6} {'recall':>7}"
          f" {'test':>6} {'found':>6} {'recall':>7}")
    for (who, where), (n, found, other, also) in sorted(rows.items()):
        first = f"{found / n:7.3f}" if n else "      –"
        second = f"{also / other:7.3f}" if other else "      –"
        print(f"{who:20} {where:10} {n:6} {found:6} {first} {other:6} {also:6} {second}")
    print()
    return missed


def show(records, pairs, count):
    random.Random(1).shuffle(pairs)
    for a, b in pairs[:count]:
        print(f"  {a} {b}")
        for record in (a, b):
            properties = records[record]["properties"]
            said = {key: properties[key][:6] for key in SHOWN if key in properties}
            print("     ", json.dumps(said, ensure_ascii=False))


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("build")
    parser.add_argument("data")
    parser.add_argument("--work", default="/tmp/vaglio-merge-quality")
    parser.add_argument("--wrong", type=int, default=50)
    parser.add_argument("--missed", type=int, default=0)
    options = parser.parse_args()
    vaglio = os.path.join(options.build, "vaglio")
    lists = lists_of(options.data)
    os.makedirs(options.work, exist_ok=True)
    apart, joined = (os.path.join(options.work, name) for name in ("apart.idx", "joined.idx"))
    _, seconds_apart = build(vaglio, "nothing", lists, apart)
    outcome, seconds = build(vaglio, "names", lists, joined)
    records, stated = read_records(vaglio, apart)
    parties = {}
    for entity in dump(vaglio, joined):
        for record in entity["referents"]:
            if record in records:
                parties[record] = entity["id"]
    print(f"{len(records)} records of {len(lists)} lists; {outcome['joined']} went into the party"
          f" of another by names alone; {seconds_apart:.1f} s to build without joining,"
          f" {seconds:.1f} s with")
    least = 1.0
    for name, make in (("references", truth_of_references), ("numbers", truth_of_numbers),
                       ("sample", truth_of_sample)):
        truth = make(records, stated)
        wrong, precision = measure_precision(name, parties, truth)
        show(records, wrong, options.wrong)
        missed = measure_recall(name, records, parties, truth)
        show(records, missed, options.missed)
        least = min(least, precision)
    measure_undated(vaglio, records, apart, options.work, options.wrong)
    return 0 if least >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
