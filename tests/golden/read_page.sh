# What people see: the alert first, quoted; 80 columns, also with wide letters; no colours in a pipe.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
export VAGLIO_INDEX="$TMP/lists.idx"
cd "$TMP"
cat >deal.txt <<'EOF'
Mosca consegna missili a Pyongyang
Seul, 12 giugno 2024

La Russia ha consegnato missili alla Corea del Nord.
EOF
"$VAGLIO" read deal.txt
echo "status $?"
"$VAGLIO" read --exit-code deal.txt >/dev/null
echo "status $? with --exit-code and an alert"
printf 'Il mercato\n\nI prezzi del pane sono saliti.\n' >bread.txt
"$VAGLIO" read --exit-code bread.txt
echo "status $? with --exit-code and none"
printf '%s\n\n%s\n' "平壌ウラジオストク平壌ウラジオストク平壌ウラジオストク平壌ウラジオストク 平壌ウラジオストク" \
    "Kim Jong Un 平壌." >wide.txt
"$VAGLIO" read wide.txt
"$VAGLIO" read deal.txt wide.txt bread.txt | python3 -c '
import sys, unicodedata
lines = sys.stdin.read().split("\n")
wide = [sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line) for line in lines]
print("widest line", max(wide) <= 80, "escapes", any("\033" in line for line in lines))'
# On a terminal the marks are colours, unless NO_COLOR says otherwise.
python3 - "$VAGLIO" <<'EOF'
import os, subprocess, sys
for no_color in ("", "1"):
    ours, theirs = os.openpty()
    env = dict(os.environ, NO_COLOR=no_color)
    p = subprocess.Popen([sys.argv[1], "read", "deal.txt"], stdout=theirs, env=env)
    os.close(theirs)
    out = b""
    try:
        while piece := os.read(ours, 65536):
            out += piece
    except OSError:
        pass
    p.wait()
    print("NO_COLOR", repr(no_color), "colours:", b"\033[" in out, "text with marks:", b"\033[1;31mmissili" in out)
EOF
