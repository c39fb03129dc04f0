# The customer file of the sample, and FollowTheMoney entities as customers: one line a row,
# in order, the same whatever the number of threads.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
export VAGLIO_INDEX="$TMP/lists.idx"
"$VAGLIO" screen data/sample/customers.csv | head -n 5
"$VAGLIO" screen --threads 1 data/sample/customers.csv >"$TMP/one" 2>/dev/null
"$VAGLIO" screen --threads 4 data/sample/customers.csv 2>/dev/null | cmp - "$TMP/one"
wc -l <"$TMP/one"
"$VAGLIO" screen --exhaustive data/sample/customers.csv 2>/dev/null | cmp - "$TMP/one"
head -n 1 data/sample/parties.ftm.json | "$VAGLIO" screen -
head -n 20 data/sample/customers.csv | "$VAGLIO" screen --header --stats - 2>"$TMP/stats" |
    head -n 1 | sed 's/:"[0-9a-f]\{16\}"/:"…"/g'
tail -n 1 "$TMP/stats" | python3 -c '
import json, sys
stats = json.load(sys.stdin)
print(*stats)
print(stats["rows"], stats["errors"], stats["made_by"]["vaglio"])'
"$VAGLIO" screen --exit-code data/sample/customers.csv >/dev/null 2>&1
echo "status $? with --exit-code"
