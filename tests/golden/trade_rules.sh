# Rules from a folder replace those compiled in; a fault is told with file and line.
mkdir "$TMP/rules"
cat > "$TMP/rules/own.rules" <<'RULES'
regime: XX-TR
imposer: XX
about: TR
title: Turkey
binds: everybody
rule: Act 1 sec. 2
way: to
goods: arms
from: 2020-01-01
says: no arms to Turkey
source: a test
RULES
$VAGLIO trade --rules "$TMP/rules" --from IT --to Turkey --goods rifles --date 2021-05-01
$VAGLIO trade --rules "$TMP/rules" --from KP --to RU --goods rifles --date 2021-05-01 --exit-code
echo "status $?"
printf 'until: 2019-12-31\n' >> "$TMP/rules/own.rules"
$VAGLIO trade --rules "$TMP/rules" --from IT --to TR --goods rifles --date 2021-05-01
echo "status $?"
printf 'colour: red\n' >> "$TMP/rules/own.rules"
$VAGLIO trade --rules "$TMP/rules" --from IT --to TR --goods rifles --date 2021-05-01
echo "status $?"
$VAGLIO trade --rules "$TMP/none" --from IT --to TR --goods rifles --date 2021-05-01
echo "status $?"
