#!/usr/bin/env python3
"""One build of vaglio against another: the same answers, and how much faster.

    bench/against.py OLD-VAGLIO NEW-VAGLIO [ROWS]

Each builds its own index of OFAC's and the UN's list (vaglio-build lies beside it) and screens the
same generated customers on one thread, in turns, three times.  Prints the least CPU time of each
and their ratio; ends with 1 when the answers differ in a byte, the index's hash aside.
"""
import os
import re
import resource
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
DATA = os.environ.get("VAGLIO_SHARED_DATA", os.path.join(ROOT, "..", "shared", "data"))
OFAC = os.path.join(DATA, "us_ofac", "sdn-2026-07-rebuilt")
UN = os.path.join(DATA, "un_sc", "UN_consolidated_2026-02.xml")


def cpu_of(args):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(args, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr.decode())
    return done.stdout, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    if not os.path.isdir(OFAC):
        print("skipped: the official lists are not at", DATA)
        return 0
    rows = sys.argv[3] if len(sys.argv) > 3 else "10000"
    with tempfile.TemporaryDirectory() as folder:
        customers = os.path.join(folder, "customers.csv")
        with open(customers, "wb") as out:
            subprocess.run([sys.executable, os.path.join(ROOT, "bench", "customers.py"), "--count",
                            rows, "--names", os.path.join(DATA, "names"), "--listed",
                            os.path.join(OFAC, "sdn.csv")], stdout=out, check=True)
        times = {}
        answers = {}
        for turn in range(3):
            for i, vaglio in enumerate(sys.argv[1:3]):
                index = os.path.join(folder, f"{i}.idx")
                if turn == 0:
                    cpu_of([vaglio, "build", "-o", index, OFAC, UN])
                out, cpu = cpu_of([vaglio, "screen", "--index", index, "--threads", "1",
                                   customers])
                answers[i] = re.sub(rb'"index":"[0-9a-f]*"', b"", out)
                times[i] = min(cpu, times.get(i, cpu))
    same = answers[0] == answers[1]
    print(f"{rows} rows: {times[0]:.2f} s CPU, {times[1]:.2f} s: {times[0] / times[1]:.2f} times as "
          f"fast; the answers are {'the same' if same else 'DIFFERENT'}")
    return 0 if same else 1


sys.exit(main())
