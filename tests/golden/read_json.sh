# JSON lines in, JSON lines out: title, date, url and id of each line; a broken line is told and
# does not change the status.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
export VAGLIO_INDEX="$TMP/lists.idx"
cd "$TMP"
cat >articles.jsonl <<'EOF'
{"id":"a","title":"Missili","date":"2024-06-12","url":"https://example.org/a","text":"La Russia ha consegnato missili alla Corea del Nord."}
{"id":"b","text":
{"id":"c","title":"No text"}

{"id":4,"text":"The price of bread went up in London.","date":"2024-06-13"}
EOF
show() {
    python3 -c '
import json, sys
for line in sys.stdin:
    x = json.loads(line)
    print(json.dumps(x["document"], ensure_ascii=False))
    print([(d["supplier"], d["recipient"], d["goods"], d["stage"], d["interval"]) for d in x["dealings"]],
          [(a["regime"], a["result"], a["evidence"][0]["text"]) for a in x["alerts"]], sorted(x["made_by"]))'
}
"$VAGLIO" read --json articles.jsonl >out.jsonl
echo "status $?"
show <out.jsonl
"$VAGLIO" read --json --date 2025-01-01 - <articles.jsonl 2>/dev/null | show | grep '^{'
"$VAGLIO" read --json articles.jsonl 2>/dev/null | cmp - out.jsonl && echo "twice the same bytes"
