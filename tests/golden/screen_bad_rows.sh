# Every row is answered in its place; only a file that is void as a whole changes the status.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
export VAGLIO_INDEX="$TMP/lists.idx"
cd "$TMP"
{
    printf 'id,name,dob,country\n'
    printf '1,Kim Jong Un,1984-01-08,KP\n'
    printf '2,,,\n'
    printf '3,M\374ller,,\n'
    printf '4,***,,\n'
    printf '5,Ali Khamenei,99/99/1939,Atlantis\n'
    printf '6,%5000s,,\n' '' | tr ' ' a
    printf '\n'
    printf '7,too short\n'
    printf '8,"Giulia" Ferrarin,,,,too,long\n'
    printf '9,Kim Jong Un; ---,,\n'
} >bad.csv
"$VAGLIO" screen bad.csv | cut -c 1-120
"$VAGLIO" screen bad.csv >/dev/null 2>&1
echo "status $?"
"$VAGLIO" screen --encoding latin1 bad.csv 2>/dev/null | sed -n 3p
printf '{"id":"a","properties":{"name":["Giulia Ferrarin"]}}\n{"name":\n[]\n{"id":7}\n' >bad.jsonl
printf '{"schema":"Ownership","caption":"A owns B"}\n' >>bad.jsonl
"$VAGLIO" screen bad.jsonl
echo "status $?"
printf 'id,name\n1,Giulia Ferrarin\n2,"Ali\n' >cut.csv
"$VAGLIO" screen cut.csv
echo "status $?"
printf 'colour,size\nred,1\n' >nobody.csv
"$VAGLIO" screen nobody.csv
echo "status $?"
: >empty.csv
"$VAGLIO" screen empty.csv
echo "status $?"
"$VAGLIO" screen nothing.csv
echo "status $?"
printf 'Nr;Kunde\n1;Giulia Ferrarin\n' >map.csv
"$VAGLIO" screen --map Kunde=name --map Nr=id map.csv
"$VAGLIO" screen --map Kunden=name map.csv
echo "status $?"
