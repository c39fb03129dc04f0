# What is seen in a name: classes, slots, spellings; two readings; several names in a field.
"$VAGLIO" names "Dr. Путин, Владимир Владимирович"
"$VAGLIO" names "Majid bin Hatem al-Rawi"
"$VAGLIO" names 김정은
"$VAGLIO" names --schema Company "S.I.S. d.o.o. Trading 4"
"$VAGLIO" names "Pavel Zorin a.k.a. Velmora Trading LLC"
"$VAGLIO" names --json "Anna Ivanovna" | python3 -c '
import json, sys
answer = json.load(sys.stdin)
name = answer["names"][0]
print(list(answer), list(name))
for token in name["readings"][0]:
    print(token["text"], token["class"], token["slot"], token["slot_probability"], token["forms"])'
"$VAGLIO" names "« »"
echo "status $? for a name without letters"
"$VAGLIO" names --schema Address "Rome"
echo "status $? for what is no party"
"$VAGLIO" names Anna Ivanovna
echo "status $? without quotes"
