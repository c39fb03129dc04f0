"""Listed people asked for as customers give them: mistyped, turned around, with a spoiled date."""

import random

import tools

COUNT = 1500


def mistype(rng, name):
    places = [i for i in range(1, len(name) - 1) if name[i].isalpha() and name[i + 1].isalpha()]
    if not places:
        return name
    i = rng.choice(places)
    return [name[:i] + name[i + 1:], name[:i] + name[i] + name[i:],
            name[:i] + rng.choice("aeioulnrst") + name[i + 1:],
            name[:i] + name[i + 1] + name[i] + name[i + 2:]][rng.randrange(4)]


def turn(rng, name):
    words = name.replace(",", " ").split()
    at = rng.randrange(1, len(words)) if len(words) > 1 else 0
    return " ".join(words[at:] + words[:at])


def spoil(rng, date):
    """Day and month exchanged, the year alone, one digit of the day changed, or as it is."""
    y, m, d = date.split("-")
    kind = rng.randrange(4)
    if kind == 0 and int(d) <= 12:
        return f"{y}-{d}-{m}"
    if kind == 1:
        return y
    if kind == 2:
        return f"{y}-{m}-{rng.randrange(1, 29):02}"
    return date


def measure(index):
    rng = random.Random(11)
    people = [p for p in tools.parties(index) if p["schema"] == "Person" and tools.is_kept(p)
              and len(tools.fold(p["properties"]["name"][0])) > 1
              and any(len(d) == 10 for d in p["properties"].get("birthDate", []))
              and p["properties"].get("nationality")]
    people = rng.sample(people, min(COUNT, len(people)))
    figures = {}
    print("listed people as customers give them")
    for name, change in (("typing error", mistype), ("other order", turn)):
        rows, wanted = [], []
        for p in people:
            date = next(d for d in p["properties"]["birthDate"] if len(d) == 10)
            rows.append({"name": change(rng, p["properties"]["name"][0]), "schema": "Person",
                         "date_of_birth": spoil(rng, date),
                         "nationality": p["properties"]["nationality"][0]})
            wanted.append(p["id"])
        bare = [{"name": r["name"], "schema": "Person"} for r in rows]
        for kind, part in (("name", bare), ("all", rows)):
            answers = tools.screen(index, part, "--limit", "50")
            good = sum(any(h["id"] == w for h in a.get("hits") or []) for a, w in
                       zip(answers, wanted))
            what = "by name" if kind == "name" else "name, spoiled birth date, country"
            print(f"  {name:14} {what:36} {tools.share(good, len(wanted))}")
            figures[f"treated_{name.split()[0]}_{kind}"] = round(good / len(wanted), 4)
    return figures
