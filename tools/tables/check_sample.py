#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Check data/sample: the form always; with a folder of official lists, also the facts.

usage: check_sample.py [DATA]

Form: each line of parties.ftm.json is a JSON object, ids and record ids are unique, the
referents hold the id and agree with the datasets, dates are dates, schemata are those of
FollowTheMoney, links and holders point at entities that exist; IMO numbers and country codes
are well formed; customers.csv has its columns.  Facts: each record id exists in its list,
all the tokens of one of the party's main names occur in one name of that record, and the numbers
of ships, aircraft and wallets stand in the record.
Prints "N checked, N wrong"; exit status 1 when something is wrong.
"""
import csv
import glob
import gzip
import json
import os
import re
import sys
import unicodedata
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
SAMPLE = os.path.normpath(os.path.join(HERE, "..", "..", "data", "sample"))
DATASETS = {"un": "un_sc_sanctions", "ofac": "us_ofac_sdn", "eu": "eu_fsf",
            "uk": "gb_fcdo_sanctions", "ch": "ch_seco_sanctions",
            "ca": "ca_dfatd_sema_sanctions", "au": "au_dfat_sanctions"}
ORDER = list(DATASETS)
LINKS = {"UnknownLink": ("subject", "object"), "Ownership": ("owner", "asset"),
         "Directorship": ("director", "organization"), "Family": ("person", "relative")}
PARTIES = {"Person", "Organization", "Company", "PublicBody", "LegalEntity", "Vessel", "Airplane"}
FORMS = {"un": r"[A-Z]{2}[ei]\.\d{3}", "ofac": r"\d+", "eu": r"EU\.\d+\.\d+", "uk": r"[A-Z]{3}\d{4}",
         "ch": r"\d+", "ca": r"[^/]+/[^/]*/[\w.]+", "au": r"\d+"}
PROPERTIES = {
    "name", "alias", "weakAlias", "birthDate", "birthPlace", "nationality", "gender", "position",
    "topics", "programId", "country", "swiftBic", "innCode", "registrationNumber", "imoNumber",
    "mmsi", "type", "flag", "callSign", "model", "serialNumber", "buildDate", "publicKey",
    "currency", "holder", "role", "relationship"} | {p for pair in LINKS.values() for p in pair}
DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

checked = 0
wrong = 0


def check(ok, where, what):
    global checked, wrong
    checked += 1
    if not ok:
        wrong += 1
        print(f"{where}: {what}", file=sys.stderr)
    return ok


def tokens(text):
    text = unicodedata.normalize("NFKD", (text or "").casefold())
    text = "".join(c for c in text if not unicodedata.combining(c))
    return set(re.sub(r"[\W_]+", " ", text).split())


# ---------------------------------------------------------------- form

def check_entity(where, e, ids):
    if not check(isinstance(e, dict) and set(e) == {"id", "caption", "schema", "properties", "datasets",
                                                    "referents", "target"}, where, "keys"):
        return
    schema, props = e["schema"], e["properties"]
    check(schema in PARTIES or schema in LINKS or schema == "CryptoWallet", where, f"schema {schema}")
    check(e["id"] in e["referents"], where, "referents lack the id")
    check(isinstance(e["target"], bool), where, "target")
    check(all(isinstance(v, list) and v and all(isinstance(x, str) and x.strip() == x and x for x in v)
              and len(set(v)) == len(v) for v in props.values()), where, "property values")
    check(set(props) <= PROPERTIES, where, f"properties {sorted(set(props) - PROPERTIES)}")
    for prop in ("birthDate", "buildDate"):
        for value in props.get(prop, ()):
            check(DATE.fullmatch(value), where, f"{prop} {value}")
    for prop in ("nationality", "country", "flag"):
        for value in props.get(prop, ()):
            check(re.fullmatch("[a-z]{2}", value), where, f"{prop} {value}")
    for value in props.get("imoNumber", ()):
        ok = re.fullmatch(r"\d{7}", value)
        check(ok and sum(int(d) * w for d, w in zip(value, range(7, 1, -1))) % 10 == int(value[6]),
              where, f"imoNumber {value}")
    check(set(props.get("gender", ())) <= {"male", "female"}, where, "gender")
    if schema in LINKS:
        for end in LINKS[schema]:
            check(props.get(end) and all(x in ids for x in props[end]), where, f"{end} does not exist")
    elif schema == "CryptoWallet":
        check(props.get("publicKey") and all(x in ids for x in props.get("holder", ["?"])), where, "wallet")
    else:
        check(props.get("name") and e["caption"] in props["name"], where, "caption is not a name")
        check("sanction" in props.get("topics", ()), where, "topics")
        check(schema != "Vessel" or "imoNumber" in props, where, "vessel without IMO number")
        kinds = [r.split(":", 1)[0] for r in e["referents"]]
        for ref in e["referents"]:
            kind, _, rest = ref.partition(":")
            check(kind in FORMS and re.fullmatch(FORMS.get(kind, ""), rest), where, f"record id {ref}")
        check(all(k in ORDER for k in kinds) and kinds == sorted(kinds, key=ORDER.index)
              and e["id"] == e["referents"][0], where, "order of the record ids")
        check(e["datasets"] == [DATASETS[k] for k in ORDER if k in kinds], where, "datasets")


def check_form():
    entities, lines = [], []
    with open(os.path.join(SAMPLE, "parties.ftm.json"), encoding="utf-8") as f:
        for number, line in enumerate(f, 1):
            where = f"parties.ftm.json:{number}"
            try:
                entities.append(json.loads(line))
                lines.append(where)
                check(True, where, "")
            except ValueError as error:
                check(False, where, f"not JSON: {error}")
    ids = [e.get("id") for e in entities]
    refs = [r for e in entities for r in e.get("referents", ())]
    check(len(set(ids)) == len(ids), "parties.ftm.json", "an id stands twice")
    check(len(set(refs)) == len(refs), "parties.ftm.json", "a record id belongs to two parties")
    for where, e in zip(lines, entities):
        check_entity(where, e, set(ids))
    with open(os.path.join(SAMPLE, "customers.csv"), encoding="utf-8", newline="") as f:
        rows = list(csv.reader(f))
    check(rows[0] == ["id", "name", "date_of_birth", "nationality", "schema", "expected", "note"],
          "customers.csv:1", "header")
    for number, row in enumerate(rows[1:], 2):
        where = f"customers.csv:{number}"
        if check(len(row) == 7, where, "columns"):
            check(row[1] and row[4] in PARTIES and row[5] in ("hit", "none") and row[6], where, "values")
            check(row[2] == "" or DATE.fullmatch(row[2]) or re.fullmatch(r"\d\d/\d\d/\d{4}", row[2]), where, "date")
            check(re.fullmatch("[A-Z]{2}", row[3]), where, "nationality")
    check(len({r[0] for r in rows}) == len(rows), "customers.csv", "an id stands twice")
    return entities, lines


# ---------------------------------------------------------------- facts

def newest(data, *patterns):
    for pattern in patterns:
        found = sorted(glob.glob(os.path.join(data, pattern)))
        if found:
            return found[-1]
    return None


def opened(path):
    return gzip.open(path, "rb") if path.endswith(".gz") else open(path, "rb")


def trees(path, tag):
    with opened(path) as f:
        for _, element in ET.iterparse(f):
            if element.tag.rsplit("}", 1)[-1] == tag:
                yield element
                element.clear()


def csv_rows(path):
    with open(path, encoding="utf-8", errors="replace", newline="") as f:
        yield from (r for r in csv.reader(f) if len(r) > 3)


REMARKS = {}


def read_ofac(data, put):
    path = newest(data, "us_ofac/sdn-2*/sdn.csv")
    if not path:
        return False
    for r in csv_rows(path):
        put("ofac:" + r[0].strip(), r[1])
        REMARKS["ofac:" + r[0].strip()] = r[-1]
        for name in re.findall(r"[afn]\.k\.a\. '(.*?)'(?:[;.]|$)", r[-1]):
            put("ofac:" + r[0].strip(), name)
    for r in csv_rows(os.path.join(os.path.dirname(path), "alt.csv")):
        put("ofac:" + r[0].strip(), r[3])
    return True


def read_un(data, put):
    path = newest(data, "un_sc/UN_consolidated_*.xml", "un_sc/*.xml")
    if not path:
        return False
    for tag in ("INDIVIDUAL", "ENTITY"):
        for e in trees(path, tag):
            key = "un:" + (e.findtext("REFERENCE_NUMBER") or "").strip()
            put(key, " ".join(e.findtext(p) or "" for p in
                              ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")))
            for alias in e.iter("ALIAS_NAME"):
                put(key, alias.text)
    return True


def read_eu(data, put):
    path = newest(data, "eu/*.xml.gz", "eu/*.xml")
    if not path:
        return False
    for e in trees(path, "sanctionEntity"):
        for child in e:
            if child.tag.endswith("nameAlias"):
                put("eu:" + e.get("euReferenceNumber", ""), child.get("wholeName"))
    return True


def read_uk(data, put):
    path = newest(data, "uk/*.xml.gz", "uk/*.xml")
    if not path:
        return False
    for e in trees(path, "Designation"):
        for name in e.iter("Name"):
            put("uk:" + (e.findtext("UniqueID") or ""),
                " ".join(c.text or "" for c in name if re.fullmatch(r"Name\d", c.tag)))
    return True


def json_lines(path):
    with opened(path) as f:
        yield from (json.loads(line) for line in f if line.strip())


def parts(node):
    if isinstance(node, dict):
        if "name_parts" in node:
            yield " ".join(p.get("value") or "" for p in node["name_parts"])
        for value in node.values():
            yield from parts(value)
    elif isinstance(node, list):
        for value in node:
            yield from parts(value)


def read_ch(data, put):
    path = newest(data, "ch_seco/*.jsonl.gz", "ch_seco/*.jsonl")
    if not path:
        return False
    for j in json_lines(path):
        for name in parts(j):
            put("ch:" + j.get("ssid", ""), name)
    return True


def read_ca(data, put):
    path = newest(data, "ca_sema/*.xml")
    if not path:
        return False
    for e in trees(path, "record"):
        get = lambda tag: (e.findtext(tag) or "").strip()
        key = "ca:%s/%s/%s" % (get("Country").split(" / ")[0].strip(), get("Schedule"), get("Item"))
        put(key, get("EntityOrShip") or get("GivenName") + " " + get("LastName"))
        for alias in re.split(r"[;\n]", get("Aliases")):
            put(key, alias)
    return True


def read_au(data, put):
    path = newest(data, "au_dfat/*.jsonl.gz", "au_dfat/*.jsonl")
    if not path:
        return False
    for j in json_lines(path):
        for name in j.get("names", ()):
            put("au:" + j.get("reference", ""), name.get("text"))
    return True


def check_remarks(where, e):
    """Numbers of ships and wallets, and the birth years of those on one list only, against OFAC's remarks."""
    props = e["properties"]
    for ref in e["referents"] + props.get("holder", []):
        if ref in REMARKS:
            sought = props.get("imoNumber", []) + props.get("publicKey", []) + props.get("serialNumber", [])
            if e["datasets"] == ["us_ofac_sdn"]:
                years = {d[:4] for d in props.get("birthDate", [])}
                listed = re.findall(r"\d{4}", " ".join(re.findall(r"DOB [^;]*", REMARKS[ref])))
                check(not years or set(listed) <= years or min(listed) <= min(years) and max(years) <= max(listed),
                      where, f"{ref} birth years")
            for value in sought:
                check(re.search(rf"\b{re.escape(value)}\b", REMARKS[ref]), where, f"{ref} does not say {value}")


def check_facts(data, entities, lines):
    names, present = {}, set()

    def put(key, name):
        if tokens(name):
            names.setdefault(key, []).append(tokens(name))

    for kind, reader in (("un", read_un), ("ofac", read_ofac), ("eu", read_eu), ("uk", read_uk),
                         ("ch", read_ch), ("ca", read_ca), ("au", read_au)):
        if reader(data, put):
            present.add(kind)
        else:
            print(f"{kind}: list not found, its ids are not checked", file=sys.stderr)
    for where, e in zip(lines, entities):
        if "ofac" in present:
            check_remarks(where, e)
        if e["schema"] not in PARTIES:
            continue
        mine = [tokens(n) for n in e["properties"]["name"]]
        for ref in e["referents"]:
            if ref.split(":", 1)[0] in present and check(ref in names, where, f"{ref} is not listed"):
                check(any(m <= n for m in mine for n in names[ref]), where,
                      f"{ref} does not carry the name {e['caption']}")


def main():
    if len(sys.argv) > 2 or sys.argv[1:2] == ["--help"]:
        print(__doc__.strip())
        return 0 if sys.argv[1:2] == ["--help"] else 2
    entities, lines = check_form()
    if len(sys.argv) == 2:
        if not os.path.isdir(sys.argv[1]):
            print(f"{sys.argv[1]}: no such folder", file=sys.stderr)
            return 2
        check_facts(sys.argv[1], entities, lines)
    print(f"{checked} checked, {wrong} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
