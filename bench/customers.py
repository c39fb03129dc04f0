#!/usr/bin/env python3
"""Makes a customer file of many cultures, for figures of rows a second.

    customers.py [--count N] [--seed S] [--names DIR] [--listed FILE [--share X]] > customers.csv

Forenames and surnames of one country each come from the tables in DIR (default
../shared/data/names); a fifth of the names is written in the country's own script.  With
--listed, about X of the rows (default 0.02) are people and firms of an OFAC sdn.csv or of
FollowTheMoney JSON lines, each with one typing error; `planted` says which.  The same seed and
tables give the same bytes.
"""

import argparse
import csv
import json
import os
import random
import sys

FAMILY_FIRST = {"CN", "HK", "HU", "JP", "KH", "KP", "KR", "MO", "TW", "VN"}
COMPANY_WORDS = ("Trading", "Shipping", "Holding", "Logistics", "Industries", "Foods", "Energy",
                 "Textiles", "Consulting", "Electronics", "Farming", "Steel", "Media", "Motors")
LEGAL_FORMS = ("Ltd", "GmbH", "S.r.l.", "LLC", "OOO", "S.A.", "Co., Ltd.", "A.Ş.", "AB", "Inc.")


def read_names(folder, file_name):
    """country → list of (local form, Roman form, gender or '')"""
    names = {}
    path = os.path.join(folder, file_name)
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            roman = row["Romanized Name"].strip()
            local = row["Localized Name"].strip() or roman
            if roman:
                entry = (local, roman, row.get("Gender", "").strip())
                names.setdefault(row["Country"].strip(), []).append(entry)
    return names


def read_sdn(path):
    """(id, name, schema) of the rows of an sdn.csv"""
    schemata = {"individual": "Person", "-0-": "Company", "vessel": "Vessel"}
    with open(path, encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.reader(file):
            if len(row) > 2 and row[0].strip().isdigit():
                schema = schemata.get(row[2].strip())
                if schema:
                    yield f"ofac:{row[0].strip()}", row[1].strip(), schema


def read_entities(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            entity = json.loads(line)
            names = entity.get("properties", {}).get("name", [])
            if names and entity.get("schema") in ("Person", "Company", "Organization", "Vessel"):
                yield entity["id"], names[0], entity["schema"]


def read_listed(path):
    if not path:
        return []
    return list(read_sdn(path) if path.endswith(".csv") else read_entities(path))


def mistype(rng, name):
    """One letter left out, doubled, replaced, or exchanged with its neighbour."""
    places = [i for i in range(1, len(name) - 1) if name[i].isalpha() and name[i + 1].isalpha()]
    if not places:
        return name
    i = rng.choice(places)
    kind = rng.randrange(4)
    if kind == 0:
        return name[:i] + name[i + 1:]
    if kind == 1:
        return name[:i] + name[i] + name[i:]
    if kind == 2:
        return name[:i] + rng.choice("aeioulnrst") + name[i + 1:]
    return name[:i] + name[i + 1] + name[i] + name[i + 2:]


class Maker:
    def __init__(self, rng, folder, listed):
        self.rng = rng
        self.forenames = read_names(folder, "common-forenames-by-country.csv")
        self.surnames = read_names(folder, "common-surnames-by-country.csv")
        self.countries = sorted(set(self.forenames) & set(self.surnames))
        self.listed = listed

    def date(self):
        rng = self.rng
        return f"{rng.randint(1940, 2006)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"

    def person(self):
        rng = self.rng
        country = rng.choice(self.countries)
        local = rng.random() < 0.2
        first = rng.choice(self.forenames[country])
        last = rng.choice(self.surnames[country])
        parts = [first[0 if local else 1], last[0 if local else 1]]
        if rng.random() < 0.15:
            parts.insert(1, rng.choice(self.forenames[country])[0 if local else 1])
        if country in FAMILY_FIRST or rng.random() < 0.1:
            parts = parts[-1:] + parts[:-1]
        gender = {"M": "male", "F": "female"}.get(first[2], "")
        return [" ".join(parts), self.date(), country, gender, "Person", ""]

    def company(self):
        rng = self.rng
        country = rng.choice(self.countries)
        word = rng.choice(self.surnames[country])[1]
        name = f"{word} {rng.choice(COMPANY_WORDS)} {rng.choice(LEGAL_FORMS)}"
        return [name, "", country, "", "Company", ""]

    def planted(self):
        record, name, schema = self.rng.choice(self.listed)
        return [mistype(self.rng, name), "", "", "", schema, record]

    def row(self, share):
        draw = self.rng.random()
        if self.listed and draw < share:
            return self.planted()
        return self.company() if draw > 0.85 else self.person()


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--count", type=int, default=10000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--names", default=os.path.join(here, "../../shared/data/names"))
    parser.add_argument("--listed", help="an OFAC sdn.csv, or FollowTheMoney JSON lines")
    parser.add_argument("--share", type=float, default=0.02)
    options = parser.parse_args()
    maker = Maker(random.Random(options.seed), options.names, read_listed(options.listed))
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(["id", "name", "date_of_birth", "nationality", "gender", "schema", "planted"])
    for number in range(1, options.count + 1):
        out.writerow([f"K-{number}", *maker.row(options.share)])


main()
