# One name as JSON: hits, an explanation whose terms add up, and by whom it was made.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
export VAGLIO_INDEX="$TMP/lists.idx"
hide() {
    sed -e 's/"index":"[0-9a-f]\{16\}"/"index":"…"/' -e 's/"rules":"[0-9a-f]\{16\}"/"rules":"…"/'
}
"$VAGLIO" search --json "Kim Jong Un" | hide
"$VAGLIO" search --json "Giulia Ferrarin" | hide
"$VAGLIO" search --json --dataset us_ofac_sdn --limit 1 --threshold 0.5 "Kim Yong Chol" | hide
"$VAGLIO" search --json --explain --birth-date 1984 --country "Korea, North" 김정은 |
    python3 -c '
import json, sys
hit = json.load(sys.stdin)["hits"][0]
print(sorted(hit), sum(term["mnat"] for term in hit["terms"]) == hit["mnat"])
print(hit["step"]["mnat"] == hit["mnat"], hit["step"]["score"] == hit["score"])
print([term["on"] for term in hit["terms"]])'
"$VAGLIO" search --exit-code "Kim Jong Un" >/dev/null
echo "status $? with --exit-code and a hit"
"$VAGLIO" search --exit-code "Giulia Ferrarin" >/dev/null
echo "status $? with --exit-code and no hit"
"$VAGLIO" search --dataset no_such_list "Kim Jong Un"
echo "status $? with a list that is not there"
