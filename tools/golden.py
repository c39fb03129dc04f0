#!/usr/bin/env python3
"""Runs the golden tests: shell scripts whose output is known to the byte.

    golden.py [--renew] VAGLIO [FOLDER [NAME…]]

Each FOLDER/x.sh runs with sh at the root of the tree, with the program in $VAGLIO and an empty
folder in $TMP.  Its standard output, standard error and exit status must be those of x.stdout,
x.stderr and x.exit; a file that is missing stands for nothing, and for status 0.  The path of
$TMP is written as $TMP, that of the program as vaglio.  Speaks TAP.  --renew rewrites the
files; look at the difference before you commit it.
"""

import concurrent.futures
import difflib
import os
import subprocess
import sys
import tempfile

SECONDS = 120  # for one script
KINDS = ("stdout", "stderr", "exit")


def environment(program, folder):
    """The same for everybody: no settings of the user's play a part."""
    kept = ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LD_LIBRARY_PATH")
    env = {name: os.environ[name] for name in kept if name in os.environ}
    env.update(VAGLIO=program, TMP=folder, TMPDIR=folder, HOME=folder, LC_ALL="C.UTF-8",
               TZ="UTC", COLUMNS="80")
    return env


def run(script, program):
    """What came out, as bytes by kind."""
    with tempfile.TemporaryDirectory(prefix="vaglio-golden-") as folder:
        try:
            done = subprocess.run(["sh", script], env=environment(program, folder), check=False,
                                  stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
        except subprocess.TimeoutExpired:
            return {"stdout": b"", "stderr": b"ran out of time\n", "exit": b"timeout\n"}

        def plain(data):
            data = data.replace(folder.encode(), b"$TMP")
            return data.replace(program.encode(), b"vaglio")

        status = b"" if done.returncode == 0 else b"%d\n" % done.returncode
        return {"stdout": plain(done.stdout), "stderr": plain(done.stderr), "exit": status}


def expected(script):
    result = {}
    for kind in KINDS:
        try:
            with open(f"{script[:-3]}.{kind}", "rb") as file:
                result[kind] = file.read()
        except FileNotFoundError:
            result[kind] = b""
    return result


def renew(script, found):
    for kind in KINDS:
        path = f"{script[:-3]}.{kind}"
        if found[kind]:
            with open(path, "wb") as file:
                file.write(found[kind])
        elif os.path.exists(path):
            os.remove(path)


def differences(script, found):
    wanted = expected(script)
    for kind in KINDS:
        if found[kind] == wanted[kind]:
            continue
        a, b = (side[kind].decode("utf-8", "backslashreplace").splitlines() for side in
                (wanted, found))
        yield from list(difflib.unified_diff(a, b, f"expected {kind}", f"found {kind}",
                                             lineterm="", n=2))[:60]
        if a == b:
            yield f"{kind} differs in its line ends"


def main():
    words = [word for word in sys.argv[1:] if word != "--renew"]
    if not words:
        sys.exit(__doc__)
    program = os.path.abspath(words[0])
    os.chdir(os.path.join(os.path.dirname(os.path.abspath(__file__)), ".."))
    folder = words[1] if len(words) > 1 else "tests/golden"
    names = words[2:]
    scripts = sorted(os.path.join(folder, name) for name in os.listdir(folder)
                     if name.endswith(".sh") and (not names or name[:-3] in names))
    failed = 0
    print(f"1..{len(scripts)}" if scripts else "1..0 # SKIP no golden tests", flush=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        outcomes = pool.map(lambda script: run(script, program), scripts)
        for number, (script, found) in enumerate(zip(scripts, outcomes), 1):
            if "--renew" in sys.argv:
                renew(script, found)
            lines = list(differences(script, found))
            failed += bool(lines)
            name = os.path.basename(script)[:-3]
            print(f"{'not ' if lines else ''}ok {number} - {name}")
            for line in lines:
                print(f"# {line}", flush=True)
    sys.exit(1 if failed else 0)


main()
