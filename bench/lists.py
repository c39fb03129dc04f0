#!/usr/bin/env python3
"""Is every list read without loss?  Each real file against a count of another kind.

    bench/lists.py [--big SIZE | --damage N] [--verbose] [WORD …]
                                                         WORDs: only rows whose title holds one

For each file of ../shared/data (or $VAGLIO_SHARED_DATA) a pattern or a few lines of Python, which know
nothing of the readers, count the records and gather the names; build/list_read says what the reader
handed out.  A difference that is not explained is marked !! and ends the run with status 1.
--big writes made-up files of SIZE (1G) into $TMPDIR one after the other and reads them: memory must
not grow with the file.  --damage cuts each file at N places and changes N single bytes of it, one at a
time: it must be read or refused, without a crash and in time.
"""
import collections
import csv
import gzip
import html
import io
import json
import lzma
import os
import random
import re
import subprocess
import sys
import tempfile
import time
import zipfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.environ.get("VAGLIO_SHARED_DATA", os.path.join(ROOT, "..", "shared", "data"))
READER = os.path.join(ROOT, "build", "list_read")


# ---- files ----

def raw(path):
    if path.endswith(".gz"):
        return gzip.open(path).read()
    if path.endswith(".xz"):
        return lzma.open(path).read()
    if path.endswith((".zip", ".xlsx")):
        archive = zipfile.ZipFile(path)
        return b"".join(archive.read(n) for n in archive.namelist())
    with open(path, "rb") as f:
        return f.read()


def text(path):
    return raw(path).decode("utf-8-sig", "replace")


def plain(s):
    """Blanks of every kind as one, entities as characters: how names are compared here."""
    return " ".join(html.unescape(s).replace("\u200b", " ").replace("\ufeff", " ").split())


def elements(record, name):
    return [plain(v) for v in re.findall(rf"<{name}(?:\s[^>]*)?>([^<]*)</{name}>", record)]


def records(s, name):
    return re.findall(rf"<{name}[\s>].*?</{name}>", s, re.S)


def json_lines(path):
    return [json.loads(line) for line in text(path).splitlines() if line.strip()]


# ---- counters: (number of records, names) of the files of a row ----

def ofac_csv(main, alt=None):
    rows = [r for r in csv.reader(io.StringIO(text(main))) if len(r) == 12]
    names = [plain(r[1]) for r in rows]
    ids = {r[0].strip() for r in rows}
    for r in csv.reader(io.StringIO(text(alt))) if alt else []:
        if len(r) == 5 and r[0].strip() in ids:
            names.append(plain(r[3]))
    return len(re.findall(rb"(?m)^\d+ ?,", raw(main))), names


def ofac_classic(path):
    names = []
    entries = records(text(path), "sdnEntry")
    for e in entries:
        for part in [re.sub(r"<akaList>.*</akaList>", "", e, flags=re.S)] + records(e, "aka"):
            names.append(", ".join(elements(part, "lastName")[:1] + elements(part, "firstName")[:1]))
    return len(re.findall(rb"<sdnEntry>", raw(path))), names


def ofac_enhanced(path):
    return (len(re.findall(rb"<entity id=", raw(path))),
            elements(text(path), "formattedFullName"))


def ofac_advanced(path):
    s = re.sub(r"</?[a-z0-9]+:", lambda m: "</" if m[0][1] == "/" else "<", text(path))
    names = [p for d in records(s, "DistinctParty") for p in elements(d, "NamePartValue")]
    return len(re.findall(r"<DistinctParty ", s)), names


def un(path):
    s = text(path)
    names = []
    for r in records(s, "INDIVIDUAL") + records(s, "ENTITY"):
        head = r.split("<INDIVIDUAL_ALIAS>")[0].split("<ENTITY_ALIAS>")[0]
        parts = [v for n in ("FIRST", "SECOND", "THIRD", "FOURTH") for v in elements(head, n + "_NAME")]
        names += [plain(" ".join(parts))] + elements(r, "ALIAS_NAME")
    return len(re.findall(r"<(?:INDIVIDUAL|ENTITY)>", s)), names


def eu(path):
    s = text(path)
    return (s.count("<sanctionEntity "),
            [plain(v) for v in re.findall(r'<nameAlias [^>]*wholeName="([^"]*)"', s)])


def uk(path):
    names = []
    for name in records(text(path), "Name"):
        names.append(plain(" ".join(v for i in range(1, 7) for v in elements(name, f"Name{i}"))))
    return len(re.findall(rb"<Designation>", raw(path))), names


def canada(path):
    names = []
    for r in records(text(path), "record"):
        names.append(plain(" ".join(elements(r, "GivenName") + elements(r, "LastName"))))
        names += elements(r, "EntityOrShip")
    return len(re.findall(rb"<record>", raw(path))), names


def australia(path):
    """Leading numbers of the first column; names of the second."""
    book = zipfile.ZipFile(path)
    shared = [plain("".join(re.findall(r"<t[^>]*>([^<]*)</t>", si)))
              for si in re.findall(r"<si>(.*?)</si>", book.read("xl/sharedStrings.xml").decode(), re.S)]
    sheet = book.read("xl/worksheets/sheet1.xml").decode()
    rows = []
    for row in re.findall(r"<row .*?</row>", sheet, re.S)[1:]:
        cells = {}
        for column, marks, value in re.findall(r'<c r="([A-Z]+)\d+"([^>]*)><v>([^<]*)</v>', row):
            cells[column] = shared[int(value)] if 't="s"' in marks else value
        rows.append(cells)
    numbers = {re.match(r"\d+", c["A"])[0] for c in rows if re.match(r"\d", c.get("A", ""))}
    return len(numbers), [plain(c["B"]) for c in rows if "B" in c]


def screening_list(path):
    rows = list(csv.DictReader(io.StringIO(text(path))))
    return len(rows), [plain(r["name"]) for r in rows]


def denied(path):
    rows = [line.split("\t") for line in text(path).splitlines()[1:] if line.strip()]
    return len(rows), [plain(r[0].strip('"')) for r in rows]


def vessels(path):
    """Rows of the table that begin with a number."""
    count = 0
    for row in re.findall(r"<tr.*?</tr>", text(path), re.S):
        cells = [plain(re.sub(r"<[^>]*>", " ", c)) for c in re.findall(r"<td.*?</td>", row, re.S)]
        count += bool(cells and re.fullmatch(r"\d{1,2}\.?", cells[0]))
    return count, []


def warrants(path):
    return len(list(csv.DictReader(io.StringIO(text(path))))), []


def ammitto(path):
    lines = [r for r in json_lines(path) if not r["_file"].startswith(("_", "index"))]
    names = []
    for r in lines:
        names.append(" ".join(r.get(k) or "" for k in ("given_name", "last_name")))
        names.append(r.get("entity_or_ship") or "")
        names += [n["text"] for n in r.get("names") or []]
        identities = (r.get("individual") or r.get("entity") or r.get("object") or {}).get("identity")
        for i in identities if isinstance(identities, list) else [identities] if identities else []:
            for n in i.get("names") or []:
                parts = [p for p in n["name_parts"] if p["name_part_type"] not in ("title", "suffix")]
                names.append(" ".join(p["value"] for p in sorted(parts, key=lambda p: p["order"])))
    return len(lines), [plain(n) for n in names if n.strip()]


def ftm(path):
    parties = [r for r in json_lines(path) if r["schema"] not in
               ("Sanction", "Ownership", "Family", "Directorship", "UnknownLink", "Representation",
                "Associate", "Membership", "Employment", "Address", "Passport", "Identification")]
    return len(json_lines(path)), [plain(n) for r in parties for n in r["properties"].get("name", [])]


# ---- the table ----

def data(*parts):
    return os.path.join(DATA, *parts)


def rows():
    for folder in ("sdn-2021-07", "sdn-2022-01", "sdn-2024-05-02", "sdn-2026-07-rebuilt"):
        alt = data("us_ofac", folder, "alt.csv")
        yield (f"OFAC SDN CSV {folder[4:]}", [data("us_ofac", folder)],
               lambda f=folder, a=alt: ofac_csv(data("us_ofac", f, "sdn.csv"),
                                                a if os.path.exists(a) else None))
    series = data("us_ofac", "sdn-series")
    for name in sorted(os.listdir(series)):
        path = os.path.join(series, name)
        yield f"OFAC SDN CSV {name[4:14]}", [path], lambda p=path: ofac_csv(p)
    cons = data("us_ofac", "consolidated")
    yield ("OFAC cons CSV", [os.path.join(cons, "csv-2021")],
           lambda: ofac_csv(os.path.join(cons, "csv-2021", "cons_prim.csv"),
                            os.path.join(cons, "csv-2021", "cons_alt.csv")))
    for title, name, count in (("classic XML", "consolidated-2025-03-28.xml", ofac_classic),
                               ("Advanced XML", "cons_advanced-2025-07.xml", ofac_advanced),
                               ("Enhanced XML", "CONS_ENHANCED-2025-01.zip", ofac_enhanced)):
        path = os.path.join(cons, name)
        yield f"OFAC cons {title}", [path], lambda p=path, c=count: c(p)
    yield ("OFAC SDN CSV + delta", [data("us_ofac", "sdn-2024-05-02"), data("us_ofac", "delta")],
           with_delta)
    names = [data("un_sc", n) for n in sorted(os.listdir(data("un_sc"))) if n.endswith(".xml")]
    names += [data("un_sc", "series", n) for n in sorted(os.listdir(data("un_sc", "series")))]
    for path in names:
        day = re.search(r"\d{4}-\d\d(-\d\d)?", os.path.basename(path))[0]
        yield f"UN XML {day}", [path], lambda p=path: un(p)
    for title, path, count in (
            ("EU FSF XML", data("eu", "REBUILT_eu_fsf_1_1_2026-02.xml.gz"), eu),
            ("UK XML", data("uk", "REBUILT_uk_sanctions_list_2026-08-22.xml.gz"), uk),
            ("SECO amendment", data("ch_seco", "seco_amendment_sample_2024-01-17.xml"), seco),
            ("ammitto CH", data("ch_seco", "ammitto_ch_2026-02-25.jsonl.gz"), ammitto),
            ("Canada XML", data("ca_sema", "sema-lmes_2025-06.xml"), canada),
            ("ammitto CA", data("ca_sema", "ammitto_ca_2026-08-22.jsonl.gz"), ammitto),
            ("Australia xlsx", data("au_dfat", "regulation8_consolidated_2024-12.xlsx"), australia),
            ("ammitto AU", data("au_dfat", "ammitto_au_2026-08-22.jsonl.gz"), ammitto),
            ("US CSL", data("us_csl", "consolidated.csv.gz"), screening_list),
            ("US DPL", data("us_csl", "dpl.txt"), denied),
            ("UN 1718 vessels", data("un_vessels", "1718_designated_vessels_list_final.html"), vessels)):
        yield title, [path], lambda p=path, c=count: c(p)
    yield ("ICC warrants", [os.path.join(ROOT, "data", "embargo", "warrants.txt")],
           lambda: warrants(data("icc", "icc_warrants_2025.csv")))
    sample = os.path.join(ROOT, "data", "sample", "parties.ftm.json")
    yield "FollowTheMoney", [sample], lambda: ftm(sample)


def with_delta():
    records_, names = ofac_csv(data("us_ofac", "sdn-2024-05-02", "sdn.csv"))
    delta = text(data("us_ofac", "delta", "2025-01-13_delta.xml"))
    added = len(re.findall(r'<entity id="\d+" action="add"', delta))
    return records_ + added - len(re.findall(r'<entity id="\d+" action="remove"', delta)), []


def seco(path):
    s = text(path)
    return len(re.findall(r"<target ssid", s)), elements(s, "value")


# ---- what explains a difference ----

# What stands between several names in one text.
CUT = re.compile(r"[;:/|(),“”\"]|\b[a-z0-9]{1,2}\)|\b(?:also known|previously listed|formerly listed) as\b|"
                 r"\bin arabic\b|\baka\b|\ba\.k\.a\.|\bor\b|\band\b", re.I)


def key(name):
    """Letters and digits alone: quotes and blanks are the business of the readers."""
    return "".join(c for c in name.casefold() if c.isalnum())


def without_one(words):
    return [words[:i] + words[i + 1:] for i in range(len(words))] if len(words) > 2 else []


def missing_names(wanted, found):
    """Names that were not handed out, by explanation."""
    have = {key(n) for n in found}
    whole = "\n".join(have)
    lost = collections.Counter()
    examples = []
    for name in set(wanted):
        k = key(name)
        if not k or k in have:
            continue
        parts = [key(p) for p in CUT.split(name) if key(p)]
        if parts and parts != [k] and all(p in whole for p in parts):
            lost["in parts"] += 1
        elif k in whole:
            lost["within another"] += 1
        elif any(key(" ".join(w)) in have for w in without_one(name.split())):
            lost["of two family names, each with one"] += 1
        else:
            lost["!! missing"] += 1
            examples.append(name)
    return lost, examples


def measure(paths):
    done = subprocess.run([READER, "-n", *paths], capture_output=True, text=True)
    if done.returncode != 0:
        return None, [done.stderr.strip()]
    lines = done.stdout.splitlines()
    names = [plain(line.split("\t", 2)[2]) for line in lines if line.startswith("n\t")]
    return json.loads(lines[-1]), names


def speed(paths):
    """Best of three, without the names."""
    best = None
    for _ in range(3):
        out = subprocess.run([READER, *paths], capture_output=True, text=True, check=True).stdout
        said = json.loads(out.splitlines()[-1])
        best = said if best is None or said["seconds"] < best["seconds"] else best
    return best


def size_of(paths):
    total = 0
    for path in paths:
        files = [path] if os.path.isfile(path) else [os.path.join(path, n) for n in os.listdir(path)]
        total += sum(len(raw(f)) for f in files)
    return total


def explain(said, counted):
    """In words, why counted records and those handed out differ; '!!' when it is not known."""
    why = []
    remarks = said["remarks"]
    gone = counted - said["read"]
    for code, n in remarks.items():
        kind, word = code.split(" ", 1)
        if kind == "refused":
            why.append(f"{n} refused: {word}")
            gone -= n
        elif kind in ("duplicate", "orphan", "superseded"):
            why.append(f"{n} {kind}: {word}")
    if gone:
        why.append(f"!! {gone} not accounted for")
    return why


def check_row(title, paths, count, verbose):
    if not all(os.path.exists(p) for p in paths):
        print(f"{title:24} not here")
        return 0
    counted, wanted = count()
    said, names = measure(paths)
    if said is None:
        print(f"{title:24} !! {names[0]}")
        return 1
    why = explain(said, counted)
    lost, examples = missing_names(wanted, names)
    why += [f"{n} names {what}" for what, n in lost.items()]
    best = speed(paths)
    rate = size_of(paths) / 1e6 / max(best["seconds"], 1e-3)
    print(f"{title:24} {counted:7} {said['records']:7} {said['read']:7} {said['refused']:5} "
          f"{said['names']:7} {len(set(wanted)):7} {said['identifiers']:7} {said['links']:6} {rate:6.0f} "
          f"{best['peak_kib'] / 1024:5.0f}  {'; '.join(why)}")
    if verbose and examples:
        print("    " + "\n    ".join(examples[:10]))
    return int(any("!!" in w for w in why))


# ---- memory ----

def number(size):
    return int(float(size.rstrip("kKmMgG")) * {"k": 1e3, "m": 1e6, "g": 1e9}.get(size[-1].lower(), 1))


def fsf(i):
    return (f'<sanctionEntity designationDetails="" unitedNationId="" euReferenceNumber="EU.{i}.{i % 97}" '
            f'logicalId="{i}"><remark>made up {i}</remark><regulation regulationType="regulation" '
            f'organisationType="council" publicationDate="2022-03-15" entryIntoForceDate="2022-03-15" '
            f'numberTitle="2022/{i % 999}" programme="UKR" logicalId="{i}"><publicationUrl>http://e.example/'
            f'{i}</publicationUrl></regulation><subjectType code="person" classificationCode="P"/>' +
            "".join(f'<nameAlias firstName="Ivan{k}" middleName="" lastName="Nemo{i}" wholeName="Ivan{k} '
                    f'Nemo{i}" function="clerk" gender="M" title="" nameLanguage="EN" strong="true" '
                    f'regulationLanguage="en" logicalId="{i}"/>' for k in range(4)) +
            f'<birthdate circa="false" calendarType="GREGORIAN" birthdate="{1930 + i % 70}-0{1 + i % 9}-1{i % 9}"'
            f' city="Homs" countryIso2Code="SY" countryDescription="SYRIA" regulationLanguage="en"/>'
            f'</sanctionEntity>\n')


def made_fsf(out, size):
    out.write('<?xml version="1.0" encoding="UTF-8"?>\n<export xmlns="http://eu.europa.ec/fpi/fsd/export" '
              'generationDate="2026-02-26T00:00:00.000+01:00" globalFileId="0">\n')
    i = 0
    while out.tell() < size:
        out.write("".join(fsf(k) for k in range(i, i + 1000)))
        i += 1000
    out.write("</export>\n")
    return i


def made_ftm(out, size):
    i = 0
    while out.tell() < size:
        out.write("".join(json.dumps({
            "id": f"made-{k}", "caption": f"Ivan Nemo{k}", "schema": "Person", "datasets": ["made"],
            "referents": [], "properties": {
                "name": [f"Ivan Nemo{k}", f"Nemo{k}, Ivan"], "alias": [f"Vanya {k}", f"I. Nemo{k}"],
                "birthDate": [f"{1930 + k % 70}-01-1{k % 9}"], "nationality": ["sy"],
                "notes": ["made up " * 40], "passportNumber": [f"N{k:08}"], "topics": ["sanction"]}})
            + "\n" for k in range(i, i + 1000)))
        i += 1000
    return i


def big(size):
    """Peak memory of reading a file of a hundredth, a tenth and the whole of the size."""
    wrong = 0
    for name, make in (("made.xml", made_fsf), ("made.ftm.json", made_ftm)):
        peaks = []
        for part in (100, 10, 1):
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, name)
                with open(path, "w", encoding="utf-8") as out:
                    made = make(out, size // part)
                done = subprocess.run([READER, path], capture_output=True, text=True, check=True)
                said = json.loads(done.stdout.splitlines()[-1])
                length = os.path.getsize(path)
            peaks.append(said["peak_kib"] / 1024)
            wrong |= said["read"] != made
            print(f"{name:14} {length / 1e6:7.0f} MB {made:8} made {said['read']:8} read "
                  f"{length / 1e6 / said['seconds']:5.0f} MB/s {peaks[-1]:6.1f} MiB peak, "
                  f"{said['peak_kib'] * 1024 / made:5.0f} bytes a record", flush=True)
    return wrong


# ---- damage ----

SECONDS = 60  # far more than any whole file needs


def damaged_copies(whole, n, dice):
    for _ in range(n):
        yield "cut", whole[:dice.randrange(1, len(whole))]
    for _ in range(n):
        at = dice.randrange(len(whole))
        yield "changed", whole[:at] + bytes([dice.randrange(256)]) + whole[at + 1:]


def damage(words, n):
    """One file of each kind; of a set of files the main one."""
    wrong = 0
    dice = random.Random(20261125)
    for title, paths, _ in rows():
        path = paths[0]
        if os.path.isdir(path):
            path = os.path.join(path, next(f for f in ("sdn.csv", "cons_prim.csv") if f in os.listdir(path)))
        series = re.search(r"\d{4}-\d\d-\d\d$", title) or "+" in title
        if not os.path.exists(path) or (series and not words) or (
                words and not any(w in title.lower() for w in words)):
            continue
        inside = path.endswith((".zip", ".xlsx"))
        with open(path, "rb") as f:
            whole = f.read() if inside else raw(path)
        ends = collections.Counter()
        slowest = 0.0
        with tempfile.TemporaryDirectory() as folder:
            name = os.path.basename(path).removesuffix(".gz").removesuffix(".xz")
            copy = os.path.join(folder, name)
            for kind, some in damaged_copies(whole, n, dice):
                with open(copy, "wb") as f:
                    f.write(some)
                start = time.perf_counter()
                try:
                    code = subprocess.run([READER, copy], stdout=subprocess.DEVNULL,
                                          stderr=subprocess.DEVNULL, timeout=SECONDS).returncode
                except subprocess.TimeoutExpired:
                    code = "timeout"
                slowest = max(slowest, time.perf_counter() - start)
                ends[kind, {0: "read", 3: "refused"}.get(code, f"!! {code}")] += 1
        wrong |= any(end.startswith("!!") for _, end in ends)
        print(f"{title:24} " + ", ".join(f"{n} {kind}: {end}" for (kind, end), n in sorted(ends.items()))
              + f"; slowest {slowest:.1f} s", flush=True)
    return int(wrong)


def option(words, name):
    """The word behind an option, taken out; None when it is not there."""
    if name not in words:
        return None
    at = words.index(name)
    value = words[at + 1]
    del words[at:at + 2]
    return value


def main():
    words = sys.argv[1:]
    verbose = "--verbose" in words
    size = option(words, "--big")
    places = option(words, "--damage")
    words = [w.lower() for w in words if w != "--verbose"]
    subprocess.run(["ninja", "--quiet", "-C", os.path.join(ROOT, "build"), "list_read"], check=True,
                   stdout=subprocess.DEVNULL)
    if size:
        return big(number(size))
    if not os.path.isdir(DATA):
        print("skipped: the official lists are not at", DATA)
        return 0
    if places:
        return damage(words, int(places))
    print(f"{'list':24} {'counted':>7} {'records':>7} {'read':>7} {'refus':>5} {'names':>7} {'counted':>7} "
          f"{'ids':>7} {'links':>6} {'MB/s':>6} {'MiB':>5}  why they differ")
    wrong = 0
    for title, paths, count in rows():
        if not words or any(w in title.lower() for w in words):
            wrong |= check_row(title, paths, count, verbose)
            sys.stdout.flush()
    print("no sample here: EU CSV, UK CSV, whole SECO XML, Senzing (tried with made-up ones in tests/unit)")
    return wrong


if __name__ == "__main__":
    sys.exit(main())
