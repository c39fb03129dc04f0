#!/usr/bin/env python3
"""Runs the tests of one or more build folders and counts single cases.

    run_tests.py [--all] FOLDER… [SUITE…]

Meson counts programs; a person wants to know how many cases passed, so the cases of programs
that speak TAP are counted from meson-logs/testlog.json.  Without --all the suites of LEFT_OUT are
left out.  The last line is "N passed, N failed, N skipped", over all folders; the exit status
is 1 when something failed or nothing ran.
"""

import collections
import json
import os
import re
import subprocess
import sys
import time

LEFT_OUT = ("slow", "fault")  # long suites: only with --all or by name

CASE = re.compile(r"^\s*(not )?ok\b(?:\s+\d+)?(.*)$")
PLAN = re.compile(r"^\s*1\.\.(\d+)")

SANITIZERS = {
    "ASAN_OPTIONS": "abort_on_error=1:detect_stack_use_after_return=1:allocator_may_return_null=1",
    "UBSAN_OPTIONS": "halt_on_error=1:print_stacktrace=1",
    "TSAN_OPTIONS": "halt_on_error=1:second_deadlock_stack=1",
}


def count_cases(test):
    """passed, failed, skipped of one program"""
    passed = failed = skipped = 0
    planned = None
    for line in test.get("stdout", "").splitlines():
        plan = PLAN.match(line)
        if plan:
            planned = int(plan.group(1))
        case = CASE.match(line)
        if not case:
            continue
        if re.search(r"#\s*skip", case.group(2), re.IGNORECASE):
            skipped += 1
        elif case.group(1):
            failed += 1
        else:
            passed += 1
    if planned is None or passed + failed + skipped == 0:  # no TAP: one program, one case
        good = test["result"] in ("OK", "EXPECTEDFAIL")
        left = test["result"] == "SKIP"
        return int(good), int(not good and not left), int(left)
    if failed == 0 and (test["returncode"] != 0 or passed + skipped != planned
                        or test["result"] in ("TIMEOUT", "INTERRUPT")):
        failed += 1  # it ended before it was done
    return passed, failed, skipped


def suite_of(name):
    """The suite in Meson's "project:suite / program"."""
    head = name.split(" / ")[0] if " / " in name else "other"
    return head.split(":")[-1].split("+")[0]


def run(folder, suites, everything):
    """Runs meson test; returns a counter of (suite, verdict)."""
    log = os.path.join(folder, "meson-logs", "testlog.json")
    if os.path.exists(log):
        os.remove(log)
    command = ["meson", "test", "-C", folder, "--no-rebuild", "--print-errorlogs"]
    for suite in suites:
        command += ["--suite", suite]
    if not suites and not everything:
        for suite in LEFT_OUT:
            command += ["--no-suite", suite]
    env = {name: os.environ.get(name, value) for name, value in SANITIZERS.items()}
    subprocess.run(command, env={**os.environ, **env}, check=False)
    counts = collections.Counter()
    try:
        with open(log, encoding="utf-8") as file:
            tests = [json.loads(line) for line in file if line.strip()]
    except OSError:
        tests = []
    if not tests:
        print(f"no test ran in {folder}")
        counts["none", "failed"] += 1
    for test in tests:
        suite = suite_of(test["name"])
        for verdict, n in zip(("passed", "failed", "skipped"), count_cases(test)):
            counts[suite, verdict] += n
    return counts


def print_table(folder, counts):
    print(f"{folder}:")
    for suite in sorted({suite for suite, _ in counts}):
        cells = (f"{counts[suite, v]:6} {v}" for v in ("passed", "failed", "skipped")
                 if counts[suite, v] or v == "passed")
        print(f"  {suite:12}{'  '.join(cells)}")


def main():
    everything = "--all" in sys.argv
    words = [word for word in sys.argv[1:] if word != "--all"]
    folders = [word for word in words if os.path.isfile(os.path.join(word, "build.ninja"))]
    suites = [word for word in words if word not in folders]
    if not folders:
        sys.exit(__doc__)
    started = time.monotonic()
    total = collections.Counter()
    tables = []
    for folder in folders:
        counts = run(folder, suites, everything)
        tables.append((folder, counts))
        for (_, verdict), n in counts.items():
            total[verdict] += n
    print()
    for folder, counts in tables:
        print_table(folder, counts)
    print(f"tests took {time.monotonic() - started:.1f} s")
    print(f"{total['passed']} passed, {total['failed']} failed, {total['skipped']} skipped")
    sys.exit(1 if total["failed"] else 0)


main()
