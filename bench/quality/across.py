"""Across lists: is a party found on one list by the name and birth date that another list gives it?

Which parties are the same is known without their names: by the UN's reference (`uniscId`: the EU,
the UK and Australia name it for those that they have from the UN), and by a number that OFAC gives
alike (passport, INN, OGRN, IMO; of their kind all numbers with as many digits).  Found is the very
party at 0.700 or more.  Asked for is

    main   the main name alone: what many files have
    dated  that with the first birth date
    all    every name that the other list does not call weak, with that date
    number that with the number: a ship that was renamed is found by nothing else

`all` is the figure that is to stay above 0.98: a main name may be a kunya or an acronym that the
list asked does not have at all.
"""

import collections
import re

import tools

LISTS = ("eu", "uk", "ch_seco", "au_dfat")
# Properties that hold it (lists that do not say which register gave a number put it into a general
# one), and what it looks like.
NUMBERS = {"passport": (("passportNumber",), r"\w{6,}"),
           "INN": (("innCode", "taxNumber"), r"\d{10}|\d{12}"),
           "OGRN": (("ogrnCode", "registrationNumber"), r"\d{13}|\d{15}"),
           "IMO": (("imoNumber",), r"\d{7}")}
COLUMNS = {"passport": "passport", "INN": "inn", "OGRN": "ogrn", "IMO": "imo"}
WAYS = ("main", "dated", "all", "number")


def reference(text):
    """QDi.43, QDI043, QDi043 → QDI043"""
    parts = re.fullmatch(r"([A-Za-z]{3})\.?\s*(\d{1,4})\.?", text)
    return f"{parts[1].upper()}{int(parts[2]):03}" if parts else text


def by_reference(parties):
    """UN reference → the parties that name it."""
    found = collections.defaultdict(list)
    for p in parties:
        for r in {reference(r) for r in p["properties"].get("uniscId", [])}:
            found[r].append(p)
    return found


def numbers(party, scheme):
    props, shape = NUMBERS[scheme]
    plain = {re.sub(r"\W", "", n).upper() for prop in props for n in party["properties"].get(prop, [])}
    return sorted(n for n in plain if re.fullmatch(shape, n))


def by_number(parties, scheme):
    """(number, kind of party) → the parties that have it; a ship's number at its owner is not hers."""
    found = collections.defaultdict(list)
    for p in parties:
        kind = p["schema"] if p["schema"] in ("Person", "Vessel", "Airplane") else "Organization"
        for number in numbers(p, scheme):
            found[number, kind].append(p)
    return found


def pairs(theirs, ours):
    """(party of the other list, ids of the same party on ours), each of theirs once."""
    wanted = {}
    for key, parties in theirs.items():
        for p in parties:
            if key in ours:
                wanted.setdefault(p["id"], (p, set()))[1].update(o["id"] for o in ours[key])
    return [wanted[i] for i in sorted(wanted)]


def row(party, way, scheme):
    """A customer as this list knows the party."""
    p = party["properties"]
    names = p["name"][:1] if way in ("main", "dated") else \
        p["name"] + p.get("alias", []) + p.get("previousName", [])
    made = {"name": names[0], "alias": "; ".join(names[1:]), "schema": party["schema"],
            "date_of_birth": p.get("birthDate", [""])[0] if way != "main" else ""}
    if scheme:
        made[COLUMNS[scheme]] = "; ".join(numbers(party, scheme)) if way == "number" else ""
    return made


def ask(index, wanted, way, scheme):
    answers = tools.screen(index, [row(p, way, scheme) for p, _ in wanted], "--limit", "100")
    return [any(h["id"] in ids for h in a.get("hits") or []) for a, (_, ids) in
            zip(answers, wanted)]


def line(index, wanted, scheme, options):
    """Prints the shares found; returns them by way."""
    title = f"OFAC by {scheme}" if scheme else "UN by reference"
    if not wanted:
        print(f"  {title:18} no party in common")
        return {}
    shares = {}
    for way in WAYS if scheme else WAYS[:3]:
        found = ask(index, wanted, way, scheme)
        shares[way] = round(sum(found) / len(found), 4)
        print(f"  {title:18} {way:6} {tools.share(sum(found), len(found))}")
        for (p, ids), good in zip(wanted, found):
            if not good and options.wrong and way == "all":
                print(f"    not found: {p['id']} {' | '.join(p['properties']['name'])} "
                      f"{p['properties'].get('birthDate', [''])[0]} {' '.join(sorted(ids))}")
    return shares


def measure(folder, options):
    un = tools.build(f"{folder}/un.idx", tools.UN, join=False)
    ofac = tools.build(f"{folder}/ofac.idx", tools.OFAC, join=False)
    at_un = by_reference(tools.parties(un))
    at_ofac = list(tools.parties(ofac))
    figures = {}
    for name in LISTS:
        paths = tools.others(name)
        if not paths:
            continue
        print(f"parties of {name} that are on another list, found there")
        theirs = list(tools.parties(tools.build(f"{folder}/{name}.idx", paths, join=False)))
        cases = [(un, "", pairs(by_reference(theirs), at_un))]
        cases += [(ofac, scheme, pairs(by_number(theirs, scheme), by_number(at_ofac, scheme)))
                  for scheme in NUMBERS]
        for index, scheme, wanted in cases:
            for way, share in line(index, wanted, scheme, options).items():
                figures[f"across_{name}_{scheme or 'un'}_{way}"] = share
    return figures
