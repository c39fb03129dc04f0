#!/usr/bin/env python3
"""Cuts texts into passages of the length of an article, one JSON line each.

    passages.py [--words N] [--most N] PATH… > passages.jsonl

Reads plain text, .gz, HTML (tags dropped), man pages (by groff, when it is there), collections
of sayings with '%' between them, and the verses of bible.data; a folder is walked.  What is not
UTF-8 is read as Latin-1.  The same files give the same lines.
"""
import argparse
import gzip
import html
import json
import os
import re
import subprocess
import sys


def read_bytes(path):
    if path.endswith(".gz"):
        try:
            with gzip.open(path, "rb") as f:
                return f.read()
        except OSError:
            return b""
    with open(path, "rb") as f:
        return f.read()


def decode(data):
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def man_text(path):
    done = subprocess.run(["groff", "-man", "-Tutf8", "-Kutf8", "-rLL=200n"],
                          input=read_bytes(path), capture_output=True, check=False)
    return re.sub(r"\x1b\[[0-9;]*m|.\x08", "", decode(done.stdout))


def bible_text(data):
    """Control bytes stand for repeated words there; only printable verses are kept."""
    return "\n\n".join(v for v in decode(data).split("\n") if v.isprintable())


def text_of(path):
    if re.search(r"/man/.*\.[1-9]\w*(\.gz)?$", path):
        return man_text(path)
    data = read_bytes(path)
    if b"\0" in data[:4096]:
        return ""
    text = decode(data)
    if re.search(r"\.html?(\.gz)?$", path):
        text = re.sub(r"(?is)<(script|style).*?</\1>", " ", text)
        text = html.unescape(re.sub(r"(?i)<(p|div|li|h\d|tr|pre|dt|dd)\b", "\n\n<", text))
        text = re.sub(r"<[^>]*>", "", text)
    return re.sub(r"(?m)^%$", "\n", text)


def passages(text, words):
    """Paragraphs joined until they have enough words."""
    taken, n = [], 0
    for part in re.split(r"\n\s*\n", text):
        part = " ".join(part.split())
        if len(re.findall(r"[^\W\d_]{2,}", part)) < 8:
            continue
        taken.append(part)
        n += part.count(" ") + 1
        if n >= words:
            yield "\n\n".join(taken)
            taken, n = [], 0
    if n >= words // 3:
        yield "\n\n".join(taken)


def files(paths):
    for path in paths:
        if os.path.isdir(path):
            for folder, _, names in sorted(os.walk(path)):
                yield from (p for n in sorted(names)
                            if os.path.isfile(p := os.path.join(folder, n)))
        else:
            yield path if os.path.isfile(path) else os.devnull


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--words", type=int, default=350)
    parser.add_argument("--most", type=int, default=8, help="passages of one file")
    parser.add_argument("paths", nargs="+")
    args = parser.parse_args()
    for path in files(args.paths):
        for i, text in enumerate(passages(text_of(path), args.words)):
            if i == args.most:
                break
            json.dump({"id": f"{os.path.basename(path)}#{i + 1}", "text": text}, sys.stdout,
                      ensure_ascii=False)
            sys.stdout.write("\n")


main()
