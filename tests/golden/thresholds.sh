# What each threshold costs and finds; and that a search finds what the table says.  The figures
# themselves move with every weight of the matcher: check.py derives them in another way.
cp data/sample/customers.csv data/sample/parties.ftm.json "$TMP" && cd "$TMP" || exit 9
"$VAGLIO" build -o lists.idx parties.ftm.json >/dev/null || exit 9
hide() {
    awk '/^[01][.][0-9][05]0/ {score = $1; sub(/^...../, ""); gsub(/[0-9]+[.][0-9]/, "N"); gsub(/ +/, " ")
        print score $0; next} {print}'
}
"$VAGLIO" thresholds --index lists.idx customers.csv | hide
"$VAGLIO" thresholds --index lists.idx --threads 3 --sample 40 --seed 7 customers.csv >other
"$VAGLIO" thresholds --index lists.idx --threads 1 --sample 40 --seed 7 customers.csv | cmp - other
printf 'city\nRome\n' | "$VAGLIO" thresholds --index lists.idx -
echo "status $?"
cat >check.py <<'END'
"""Alerts as `screen` counts them; aliases found on a list that does not have them."""
import json
import subprocess
import os

VAGLIO = os.environ["VAGLIO"]


def run(*args, text=None):
    return subprocess.run([VAGLIO, *args], capture_output=True, text=True, check=True,
                          input=text).stdout


def build(index, parties):
    with open(index + ".ftm.json", "w", encoding="utf-8") as out:
        out.writelines(json.dumps(p) + "\n" for p in parties)
    run("build", "--join", "nothing", "-o", index, index + ".ftm.json")


def thresholds(index):
    return json.loads(run("thresholds", "--json", "--index", index, "customers.csv"))["thresholds"]


for line in thresholds("lists.idx"):
    rows = [json.loads(r) for r in run("screen", "--format", "jsonl", "--threshold", str(line["threshold"]),
                                       "--index", "lists.idx", "customers.csv").splitlines()]
    if sum(bool(r.get("hits")) for r in rows) != line["customers_alerting"]:
        print("screen counts other alerts at", line["threshold"])
    if abs(line["alerting_per_thousand"] - 1000 * line["customers_alerting"] / len(rows)) > 0.06:
        print("of a thousand at", line["threshold"])
    if line["by_equal_name"] > line["customers_alerting"] or line["hits"] < line["customers_alerting"]:
        print("parts and whole at", line["threshold"])

parties = [json.loads(p) for p in open("parties.ftm.json", encoding="utf-8")]
people, asked = [], []
for p in parties:
    names = p["properties"]
    if p["schema"] == "Person" and names.get("alias"):
        asked.append(names["alias"][0])
        people.append({**p, "properties": {"name": names["name"][:1]}})
build("without.idx", people)
build("with.idx", [{**p, "properties": {**p["properties"], "alias": [a]}} for p, a in zip(people, asked)])
rows = "".join(json.dumps({"schema": "Person", "name": a}) + "\n" for a in asked)
answers = [json.loads(r) for r in run("screen", "--format", "jsonl", "--threshold", "0.5", "--limit", "500",
                                      "--index", "without.idx", "-", text=rows).splitlines()]
best = [max([h["score"] for h in a["hits"] if h["id"] == p["id"]] or [0]) for p, a in zip(people, answers)]
for line in thresholds("with.idx"):
    told = line["recall"]["another_alias"]["people"]
    equal = len(asked) - told["asked"]
    if line["threshold"] <= 0.95 and told["found"] + equal != sum(b >= line["threshold"] for b in best):
        print("a search finds others at", line["threshold"])
print("compared with screen, and with a list that lacks", len(asked), "aliases")
print("keys:", *thresholds("with.idx")[0], *thresholds("with.idx")[0]["recall"]["typing_error"]["people"])
END
python3 check.py
