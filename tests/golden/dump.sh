# Every entity as a FollowTheMoney line: parties, links, sanctions; spans of dates as their years.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
"$VAGLIO" dump "$TMP/lists.idx" >"$TMP/dump.json"
grep -E '"id":"(un:KPi.076|ofac:20157|link:3|wallet:12Qt)' "$TMP/dump.json"
python3 - "$TMP/dump.json" data/sample/parties.ftm.json <<'END'
import json, sys

def read(path):
    with open(path, encoding="utf-8") as file:
        return {entity["id"]: entity for entity in map(json.loads, file)}

ours, sample = read(sys.argv[1]), read(sys.argv[2])
print(len(ours), ours.keys() == sample.keys())
for key in ("schema", "caption", "datasets", "target"):
    print(key, [i for i in ours if ours[i][key] != sample[i][key]])
print("referents", [i for i in ours if sorted(ours[i]["referents"]) != sorted(sample[i]["referents"])])
print("names", [i for i in ours if ours[i]["properties"].get("name") != sample[i]["properties"].get("name")])
END
"$VAGLIO" build -o "$TMP/again.idx" "$TMP/dump.json" 2>&1 >/dev/null
"$VAGLIO" dump --index "$TMP/again.idx" --json | cmp - "$TMP/dump.json" && echo "the same when read again"
cat >"$TMP/dates.ftm.json" <<'END'
{"id":"x:1","schema":"Person","properties":{"name":["Ivan Horvat"],"birthDate":["circa 1961","1958 to 1960","1959","1970-03-14"]},"datasets":["x"]}
{"id":"x:1/sanction","schema":"Sanction","properties":{"entity":["x:1"],"authority":["X"]},"datasets":["x"]}
END
"$VAGLIO" build -o "$TMP/dates.idx" "$TMP/dates.ftm.json" >/dev/null
VAGLIO_INDEX="$TMP/dates.idx" "$VAGLIO" dump
"$VAGLIO" dump "$TMP/no.idx"
echo "status $?"
