#!/usr/bin/env python3
"""How fast `vaglio read` is, and how often ordinary text raises an alert.

    news.py [--index FILE] [--articles N] [--passages FILE.jsonl]…

With the lists of OFAC and the UN loaded (an index built from ../shared/data, or --index), it
reads N articles of four kinds, made here with a fixed seed, and prints what bench/news_speed
measures of each: processor time on one core, articles a second, MB/s, memory.

    gate         ordinary news: nobody listed, no two countries; names from a town of 400 people
    gate, plain  the same without any name
    gate, fresh  the same, and every name is one never seen before: each has to be looked up
    full         a supply of arms between two states, with a speaker and a date

Then the whole command on all of them, and last what --passages hold: JSON lines of texts in
which no dealing occurs, as bench/passages.py cuts them from whatever prose is installed.
Figures are of this machine and moment: compare them within one run only.
"""
import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.environ.get("VAGLIO_SHARED_DATA", os.path.join(ROOT, "..", "shared", "data"))
VAGLIO = os.path.join(ROOT, "build", "vaglio")
LISTS = [os.path.join(DATA, "us_ofac", "sdn-2026-07-rebuilt"),
         os.path.join(DATA, "un_sc", "UN_consolidated_2026-02.xml")]

PLAIN = """The council voted on the budget after two hours of talk, and the new library will open in spring.
Bread and milk cost a little more than a year ago, the office of statistics writes in its monthly sheet.
Rain is expected in the valleys until the weekend, with snow above the pass and strong wind on the lake.
The old mill by the river was sold to a young couple who want to bake there, as their grandparents did.
A water main broke near the station in the morning and traffic stood still for most of the day.
Pupils of the upper school collected four tonnes of paper, more than in any year before.
The hospital has bought a second scanner and hopes to shorten the list of those who wait.
After the match the two teams ate together, and the referee was offered the largest slice of the cake.""".split("\n")
NAMED = """{a} and {b} have opened a shop for bicycles in the lane behind the church.
The prize for the best garden went to {a}, who has grown roses for thirty years.
"We could not be happier", {a} said, while {b} poured the coffee.
The choir will be led by {a} until the summer.
According to {a}, the head teacher, the roof has to be mended before winter.""".split("\n")
FULL = """{day} March 2024

{x} has delivered {n} {goods} to {y}, a spokesman for the {z} foreign ministry said on Tuesday.
{y} denied that it had bought the {goods}. "There is no such agreement", its ambassador told reporters.
According to two officials, a second shipment is expected by the end of April."""
STATES = [("Russia", "Russian"), ("Iran", "Iranian"), ("North Korea", "North Korean"), ("Syria", "Syrian"),
          ("China", "Chinese"), ("South Korea", "South Korean"), ("Japan", "Japanese")]
GOODS = ["missiles", "artillery shells", "drones", "rockets", "rifles"]
SYLLABLES = "ba do fe gri lu mo na pra so te vi zo ker lan mir tol".split()


def invented(dice):
    def word(n):
        return "".join(dice.choice(SYLLABLES) for _ in range(n)).capitalize()
    return f"{word(2)} {word(3)}"


def ordinary(dice, people, fresh):
    lines = dice.sample(PLAIN, 6)
    for _ in range(4 if people or fresh else 0):
        a, b = (invented(dice) if fresh else dice.choice(people) for _ in range(2))
        lines.append(dice.choice(NAMED).format(a=a, b=b))
    dice.shuffle(lines)
    return "News from the town\n\n" + "\n\n".join(" ".join(lines[i:i + 3]) for i in range(0, len(lines), 3))


def full(dice):
    (x, _), (y, _), (_, z) = dice.sample(STATES, 3)
    deal = FULL.format(x=x, y=y, z=z, goods=dice.choice(GOODS), n=dice.randrange(2, 900), day=dice.randrange(1, 28))
    return f"{x} said to arm {y}\n{deal}\n\n" + " ".join(dice.sample(PLAIN, 4))


def write_articles(path, texts):
    with open(path, "w", encoding="utf-8") as out:
        for i, text in enumerate(texts):
            out.write(json.dumps({"id": str(i), "text": text}) + "\n")


def speed(index, path, rounds):
    done = subprocess.run([os.path.join(ROOT, "build", "news_speed"), index, path, str(rounds)],
                          capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


def say(name, kind, x, more=""):
    t = x[kind]
    print(f"{name:12} {t['articles']:6,} articles of {t['tokens'] // max(t['articles'], 1):4} tokens: "
          f"{t['per_s']:7,} a second, {t['us']:7.1f} us, {t['mb_s']:5.1f} MB/s; "
          f"{x['peak_mib']} MiB{more}")


def measure_kinds(index, folder, n):
    dice = random.Random(20261125)
    town = [invented(dice) for _ in range(400)]
    kinds = {
        "gate": [ordinary(dice, town, False) for _ in range(n)],
        "gate, plain": [ordinary(dice, [], False) for _ in range(n)],
        "gate, fresh": [ordinary(dice, town, True) for _ in range(max(n // 10, 100))],
        "full": [full(dice) for _ in range(n)],
    }
    for name, texts in kinds.items():
        path = os.path.join(folder, "articles.jsonl")
        write_articles(path, texts)
        kind = "full" if name == "full" else "gated"
        rounds = speed(index, path, 1 if name == "gate, fresh" else 3)
        best = max(rounds, key=lambda x: x[kind]["per_s"])
        other = best["gated" if kind == "full" else "full"]["articles"]
        say(name, kind, best, f"; {other} went the other way" if other else "")
    write_articles(path, [t for texts in kinds.values() for t in texts])
    measure_command(index, path)


def measure_command(index, path):
    code = ("import resource,subprocess,sys;subprocess.run(sys.argv[1:],stdout=subprocess.DEVNULL,check=True);"
            "u=resource.getrusage(resource.RUSAGE_CHILDREN);print(u.ru_utime+u.ru_stime,u.ru_maxrss//1024)")
    start = time.perf_counter()
    done = subprocess.run([sys.executable, "-c", code, VAGLIO, "read", "--index", index, "--json", path],
                          capture_output=True, text=True, check=True)
    cpu, mib = done.stdout.split()
    with open(path, encoding="utf-8") as f:
        n = sum(1 for _ in f)
    print(f"command      {n:6,} articles of all kinds, read --json: {n / float(cpu):,.0f} a second of processor, "
          f"{time.perf_counter() - start:.1f} s wall; {mib} MiB")


def measure_passages(index, path):
    done = subprocess.run([VAGLIO, "read", "--index", index, "--json", path], capture_output=True, text=True,
                          check=False)
    found = [json.loads(line) for line in done.stdout.splitlines()]
    alerts = [a for d in found for a in d["alerts"]]
    print(f"ordinary     {os.path.basename(path)}: {len(found):,} passages, {len(alerts)} alerts "
          f"({sum(a['result'] not in ('info', 'historical') for a in alerts)} above info), "
          f"{sum(len(d['dealings']) for d in found)} dealings, {sum(len(d['events']) for d in found)} events, "
          f"{sum(len(d['listed']) for d in found)} listed parties")
    say("", "gated", speed(index, path, 2)[-1])
    say("", "full", speed(index, path, 2)[-1])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--index")
    parser.add_argument("--articles", type=int, default=4000)
    parser.add_argument("--passages", action="append", default=[])
    args = parser.parse_args()
    if not args.index and not os.path.isdir(LISTS[0]):
        print("skipped: the official lists are not at", DATA)
        return 0
    subprocess.run(["ninja", "-C", os.path.join(ROOT, "build"), "news_speed", "vaglio"], check=True,
                   stdout=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory() as folder:
        index = args.index or os.path.join(folder, "lists.idx")
        if not args.index:
            subprocess.run([VAGLIO, "build", "-o", index, *LISTS], check=True, capture_output=True)
        measure_kinds(index, folder, args.articles)
        for path in args.passages:
            measure_passages(index, path)
    return 0


sys.exit(main())
