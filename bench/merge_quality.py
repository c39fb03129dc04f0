#!/usr/bin/env python3
"""How often the merge joins the wrong records, and how many of the right ones.

    merge_quality.py BUILD DATA [--work FOLDER]

BUILD is a build folder with vaglio, vaglio-build and merge_pairs (ninja -C BUILD merge_pairs);
DATA holds the official lists.  Two measurements, both without what the lists say of each other
(`vaglio build --join evidence`):

1. Records of several lists that state a reference number of the Security Council (QDi.335), and
   the parties of data/sample with their record ids: two of one number or party should have been
   joined, two of different ones not.
2. Records of one list: they are different parties, but for doubles of the list itself.  How many
   pairs of them the rules would join, by reason (in a build they never are).

Numbers are read from `vaglio dump` alone.  The exit status is 1 when precision is under 0.995.
"""

import argparse
import collections
import glob
import itertools
import json
import os
import re
import subprocess
import sys
import time

LEAST = 0.995
REFERENCE = re.compile(r"^([A-Z]{2})([IE])\.?([0-9]{3})$")
PARTIES = {"Person", "LegalEntity", "Organization", "Company", "PublicBody", "Vessel", "Airplane",
           "CryptoWallet", "Security"}
SAMPLE = os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))),
                      "data", "sample", "parties.ftm.json")


def newest(data, pattern):
    found = sorted(glob.glob(os.path.join(data, pattern)))
    return found[-1:]


def lists_of(data):
    paths = []
    for pattern in ("us_ofac/sdn-20*rebuilt", "un_sc/*.xml", "eu/*.xml.gz", "uk/*.xml.gz",
                    "ch_seco/*.jsonl.gz", "au_dfat/*.jsonl.gz", "ca_sema/*.jsonl.gz"):
        paths += newest(data, pattern)
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


def reference_of(text):
    match = REFERENCE.match(text.upper())
    return f"{match[1]}{match[2].lower()}.{match[3]}" if match else None


def read_records(vaglio, index):
    """id → (schema, has a birth date), and id → reference, where it fits the schema"""
    records, stated = {}, collections.defaultdict(set)
    for entity in dump(vaglio, index):
        properties = entity["properties"]
        if entity["schema"] in PARTIES:
            records[entity["id"]] = (entity["schema"], "birthDate" in properties)
        whose = properties.get("entity", []) if entity["schema"] == "Sanction" else [entity["id"]]
        for text in properties.get("uniscId", []) + properties.get("authorityId", []):
            if reference_of(text):
                for party in whose:
                    stated[party].add(reference_of(text))
    references = {}
    for party, numbers in stated.items():
        if party in records and len(numbers) == 1:
            number = next(iter(numbers))
            if (number[2] == "i") == (records[party][0] == "Person"):
                references[party] = number
    return records, references


def read_sample(records):
    parties = {}
    with open(SAMPLE, encoding="utf-8") as file:
        for line in file:
            entity = json.loads(line)
            for record in entity.get("referents", []):
                if record in records:
                    parties[record] = entity["id"]
    return parties


def list_of(record):
    return record.split(":")[0]


def pairs_of(truth):
    """pairs of records of different lists that are one party"""
    groups = collections.defaultdict(list)
    for record, party in truth.items():
        groups[party].append(record)
    for members in groups.values():
        for a, b in itertools.combinations(sorted(members), 2):
            if list_of(a) != list_of(b):
                yield a, b


def judge(parties, truth):
    """joined pairs whose truth is known: right and wrong ones"""
    groups = collections.defaultdict(list)
    for record, party in parties.items():
        if record in truth:
            groups[party].append(record)
    right, wrong = 0, []
    for members in groups.values():
        for a, b in itertools.combinations(sorted(members), 2):
            if truth[a] == truth[b]:
                right += 1
            else:
                wrong.append((a, b))
    return right, wrong


def print_recall(title, truth, parties, records):
    rows = collections.defaultdict(lambda: [0, 0, 0, 0])
    for a, b in pairs_of(truth):
        person = records[a][0] == "Person"
        comparable = not person or (records[a][1] and records[b][1])
        found = parties[a] == parties[b]
        for key in ((f"{list_of(a)}–{list_of(b)}", "people" if person else "others"),
                    ("all", "people" if person else "others")):
            row = rows[key]
            row[0] += 1
            row[1] += found
            row[2] += comparable
            row[3] += comparable and found
    print(f"\n{title}\n{'lists':12} {'who':8} {'pairs':>6} {'found':>6} {'recall':>7}"
          f" {'comparable':>11} {'found':>6} {'recall':>7}")
    for (lists, who), (n, found, comparable, both) in sorted(rows.items()):
        share = f"{both / comparable:7.3f}" if comparable else "      –"
        print(f"{lists:12} {who:8} {n:6} {found:6} {found / n:7.3f} {comparable:11} {both:6} {share}")


def print_precision(name, parties, truth):
    right, wrong = judge(parties, truth)
    total = right + len(wrong)
    share = right / total if total else 1.0
    print(f"{name}: {total} joined pairs are known, {len(wrong)} of them wrong:"
          f" precision {share:.4f}")
    for a, b in wrong:
        print(f"    {a} ({truth[a]}) with {b} ({truth[b]})")
    return share


def print_one_list(pairs_program, index):
    """what the rules would join within one list"""
    counts, lists = collections.Counter(), collections.Counter()
    done = subprocess.run([pairs_program, index], capture_output=True, text=True, check=True)
    for line in done.stdout.splitlines():
        cells = line.split("\t")
        a, b, reason = cells[0], cells[1], cells[-1]
        if reason != "-":
            kind = "one list" if list_of(a) == list_of(b) else "two lists"
            counts[reason, kind] += 1
            if kind == "one list":
                lists[reason, list_of(a)] += 1
    print(f"\nPairs that the rules would join\n{'reason':18} {'two lists':>10} {'one list':>9}"
          "  by list")
    for reason in sorted({r for r, _ in counts}):
        where = ", ".join(f"{name} {n}" for (r, name), n in sorted(lists.items()) if r == reason)
        print(f"{reason:18} {counts[reason, 'two lists']:10} {counts[reason, 'one list']:9}  {where}")


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("build")
    parser.add_argument("data")
    parser.add_argument("--work", default="/tmp/vaglio-merge-quality")
    options = parser.parse_args()
    vaglio = os.path.join(options.build, "vaglio")
    lists = lists_of(options.data)
    os.makedirs(options.work, exist_ok=True)
    apart, joined = (os.path.join(options.work, name) for name in ("apart.idx", "joined.idx"))
    _, seconds_apart = build(vaglio, "nothing", lists, apart)
    outcome, seconds = build(vaglio, "evidence", lists, joined)
    records, references = read_records(vaglio, apart)
    parties = {}
    for entity in dump(vaglio, joined):
        for record in entity["referents"]:
            if record in records:
                parties[record] = entity["id"]
    print(f"{len(records)} records of {len(lists)} lists; {outcome['joined']} went into the party"
          f" of another; {seconds_apart:.1f} s to build without joining, {seconds:.1f} s with")
    sample = read_sample(records)
    least = min(print_precision("UN references", parties, references),
                print_precision("data/sample", parties, sample))
    print_recall("UN references", references, parties, records)
    print_recall("data/sample", sample, parties, records)
    print_one_list(os.path.join(options.build, "merge_pairs"), apart)
    for path in (apart, joined):
        os.remove(path)
    return 0 if least >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
