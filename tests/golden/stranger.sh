# Lists that nobody here has shaped: a table with a mapping alone, an export in FollowTheMoney.
cd "$TMP"
{
    printf '\357\273\277Filiale;Lfd. Nr.;Vorname;Zuname;Geb.;Staatsb.;Pass;Bemerkung;Aktenzeichen\n'
    printf 'Nord;1;Zoltan;Nemeth;31.12.1970;Ungarn;AB 123456;"sagt: ""nein""; zweimal";X\n'
    printf 'Süd;1;Aurelia;Fantini;7. 2. 1981;Italien;;;\n'
    printf 'Süd;2;;;;;;ohne Namen;\n'
    printf 'Süd;1;Aurelia;Fantini;;;CD9;;\n'
} >kunden.csv
{
    printf '# what the branch sends us\n'
    printf 'id = Filiale + Lfd. Nr.\nschema = "Person"\nname = Vorname + Zuname\n'
    printf 'firstName = Vorname\nlastName = Zuname\nbirthDate = Geb.\nnationality = Staatsb.\n'
    printf 'passportNumber = Pass\nnotes = Bemerkung\ntopics = "sanction"\n'
} >kunden.csv.map
{
    printf '%s\n' '{"id":"Q1","caption":"Ostara Maritime","schema":"Company","referents":["gb-ost-1"],"datasets":["made_up"],"first_seen":"2022-03-01T00:00:00","last_change":"2024-07-30","target":true,"properties":{"name":["Ostara Maritime"],"jurisdiction":["pa"],"imoNumber":["9187629"],"shoeSize":["44"],"topics":["sanction","corp.offshore"]}}'
    printf '%s\n' '{"id":"Q2","caption":"Zoltan Nemeth","schema":"Person","referents":[],"datasets":["made_up"],"target":false,"properties":{"name":["Zoltan Nemeth","Нэмет Золтан"],"birthDate":["1970-12-31"],"topics":["role.pep"]}}'
    printf '%s\n' '{"id":"O1","caption":"Q2 owns Q1","schema":"Ownership","referents":[],"datasets":["made_up"],"target":false,"properties":{"owner":["Q2"],"asset":["Q1"],"percentage":["51"]}}'
    printf '%s\n' '{"id":"S1","schema":"Sanction","properties":{"entity":["Q1"],"authority":["Nobody"],"startDate":["2022"]},"datasets":["made_up"]}'
    printf '%s\n' '{"id":"B1","schema":"Broomstick","properties":{"name":["Nimbus"]},"datasets":["made_up"]}'
} >export.ftm.json
"$VAGLIO" build -o lists.idx --join nothing --report why.jsonl kunden=kunden.csv export.ftm.json 2>&1 | grep -v bytes
cat why.jsonl
"$VAGLIO" dump lists.idx
"$VAGLIO" search --index lists.idx --schema Person --birth-date 1970-12-31 "NEMETH Zoltán" | cut -c 1-90
