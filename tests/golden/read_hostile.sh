# Whatever is given: a clear word, a bounded answer, and the rest is read.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
export VAGLIO_INDEX="$TMP/lists.idx"
cd "$TMP"
python3 - <<'EOF'
import os
text = "La Russia ha consegnato missili alla Corea del Nord. "
def put(name, data):
    with open(name, "wb") as f:
        f.write(data)
put("big.txt", text.encode() * 1000000)
put("line.txt", b"parola " * 100000)
put("brackets.txt", b"(" * 1000000)
put("deep.html", b"<html>" + b"<div>" * 100000 + b"Il pane." + b"</div>" * 100000)
put("noise.txt", bytes((i * i * 31 + i // 7) & 255 for i in range(100000)))
put("middle.txt", text.encode() * 3 + b"\n\xff\xfe" + text.encode())
put("empty.txt", b"")
put("blank.txt", b" \n\n ")
put("utf16.txt", ("\ufeff" + text).encode("utf-16-le"))
put("names.txt", " ".join(f"Aldo B{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{chr(97 + i // 676)}ro e poi."
                          for i in range(11000)).encode())
os.mkdir("many")
for i in range(1000):
    put(f"many/{i:04}.txt", f"Il pane\n\nIl pane numero {i}.".encode())
put("many/picture.png", b"\x89PNG")
os.symlink("../many", "many/again")
with open("sparse.txt", "wb") as f:
    f.truncate(10 << 30)
EOF
for f in big.txt line.txt brackets.txt deep.html noise.txt middle.txt empty.txt blank.txt utf16.txt \
    names.txt sparse.txt missing.txt; do
    echo "== $f"
    # So much time, and no more.
    (ulimit -t 60 && "$VAGLIO" read --json $f >out.jsonl)
    echo "status $?, $(wc -l <out.jsonl) articles"
done 2>&1
echo "== a folder, an empty file and a missing one among good ones"
"$VAGLIO" read --json many empty.txt missing.txt line.txt 2>&1 >out.jsonl
echo "status $?, $(wc -l <out.jsonl) articles"
echo "== Ctrl-C"
python3 - "$VAGLIO" <<'EOF'
import signal, subprocess, sys
p = subprocess.Popen([sys.argv[1], "read", "--json", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                     stderr=subprocess.PIPE)
line = b'{"text":"La Russia ha consegnato missili alla Corea del Nord."}\n'
p.stdin.write(line * 2000)
p.stdin.flush()
p.stdout.read(1)
p.send_signal(signal.SIGINT)
try:
    p.stdin.write(line)
    p.stdin.close()
except BrokenPipeError:
    pass
out = p.stdout.read()
print("whole lines:", out.endswith(b"\n"), "status:", p.wait(20), "said:", b"stopped after" in p.stderr.read())
EOF
