"""False alarms: generated customers of many cultures against the lists."""

import csv
import os
import subprocess
import sys

import tools


def make(count, seed):
    script = os.path.join(tools.ROOT, "bench", "customers.py")
    done = subprocess.run([sys.executable, script, "--count", str(count), "--seed", str(seed),
                           "--names", tools.NAMES], capture_output=True, check=True, text=True,
                          encoding="utf-8")
    return list(csv.DictReader(done.stdout.splitlines()))


def best(answer):
    hits = answer.get("hits") or []
    return hits[0]["score"] if hits else 0.0


def is_coincidence(answer):
    """Equal names, but for marks and order: nobody but the attributes can tell them apart."""
    hits = answer.get("hits") or []
    name = hits[0]["name"] if hits else None
    return bool(name) and sorted(tools.fold(name["query"])) == sorted(tools.fold(name["listed"]))


def name_only(rows):
    return [{"id": r["id"], "name": r["name"], "schema": r["schema"]} for r in rows]


def with_attributes(rows):
    return [{"id": r["id"], "name": r["name"], "schema": r["schema"],
             "date_of_birth": r["date_of_birth"], "nationality": r["nationality"]} for r in rows]


def threshold_of(answers, rate):
    """The lowest threshold (in thousandths) at which no more than `rate` alert, equal names apart."""
    scores = sorted((round(best(a) * 1000) for a in answers if not is_coincidence(a)),
                    reverse=True)
    allowed = int(rate * len(answers))
    return (scores[allowed] + 1) / 1000 if allowed < len(scores) else 0.5


def shape(rows):
    words = {}
    for r in rows:
        n = len(tools.fold(r["name"]))
        words[n] = words.get(n, 0) + 1
    countries = len({r["nationality"] for r in rows})
    people = sum(r["schema"] == "Person" for r in rows)
    latin = sum(tools.is_latin(r["name"]) for r in rows)
    tokens = ", ".join(f"{n}: {100 * c / len(rows):.0f} %" for n, c in sorted(words.items()))
    print(f"  {len(rows):,} customers of {countries} countries, {people:,} people; "
          f"{len(rows) - latin:,} not in Latin letters; tokens {tokens}")


def measure(index, count, seed=7):
    rows = make(count, seed)
    print("false alarms on generated customers, none of them listed")
    shape(rows)
    figures = {}
    for name, part in (("by name alone", name_only(rows)),
                       ("name, birth date, country", with_attributes(rows))):
        answers = tools.screen(index, part, "--limit", "1")
        alerts = sum(best(a) >= tools.ALERT for a in answers)
        equal = sum(is_coincidence(a) for a in answers)
        print(f"  {name:28} {tools.share(alerts, len(answers))}; equal names among them {equal}")
        figures["innocent_" + ("name" if part[0].keys() == {"id", "name", "schema"} else "all")] = \
            round(alerts / len(answers), 5)
    return figures


def threshold(index, count, rate, seed=8):
    answers = tools.screen(index, name_only(make(count, seed)), "--limit", "1", "--threshold",
                           "0.5")
    return threshold_of(answers, rate)
