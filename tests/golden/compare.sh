# Two names, and whether it is one person: the terms add up to the sum.
"$VAGLIO" compare "Kim Jong Un" "Kim Jong Un"
"$VAGLIO" compare --schema Person "Anna Ivanovna Sokolova" "Anna Petrovna Sokolova" | tail -n 1
"$VAGLIO" compare --json "Kim Jong-Un" "金正恩" | python3 -c '
import json, sys
answer = json.load(sys.stdin)
print(list(answer), sum(term["mnat"] for term in answer["terms"]) == answer["mnat"])
print(answer["query"], answer["listed"], answer["score"] > 0.7, answer["made_by"]["vaglio"])'
"$VAGLIO" compare --exit-code "Kim Jong Un" "Kim Jong Un" >/dev/null
echo "status $? with --exit-code and one name"
"$VAGLIO" compare --exit-code "Kim Jong Un" "Giulia Ferrarin" >/dev/null
echo "status $? with --exit-code and two"
