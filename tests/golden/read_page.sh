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
