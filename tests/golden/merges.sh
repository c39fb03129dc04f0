# Records of three made-up lists: why they are one, why others are not, and who says what.
cat >"$TMP/a.ftm.json" <<'END'
{"id":"un:QDi.335","schema":"Person","properties":{"name":["Yevgeny Barakhoyev"],"birthDate":["1970-03-14"],"gender":["male"],"uniscId":["QDi.335"],"topics":["sanction"]},"datasets":["list_a"]}
{"id":"un:QDe.035","schema":"Organization","properties":{"name":["Zelengora Vukotinac Trading"],"country":["rs"]},"datasets":["list_a"]}
END
cat >"$TMP/b.ftm.json" <<'END'
{"id":"ofac:1","schema":"Person","properties":{"name":["BARAKHOYEV, Yevgeny Petrovich"],"birthDate":["1970-03-14"],"nationality":["ru"]},"datasets":["list_b"]}
{"id":"ofac:2","schema":"Person","properties":{"name":["BARAKHOYEV, Yevgenia"],"alias":["Yevgeny Barakhoyev"],"birthDate":["1970-03-14"],"gender":["female"]},"datasets":["list_b"]}
{"id":"ofac:3","schema":"Company","properties":{"name":["Zelengora Vukotinac Trading LLC"],"country":["rs"]},"datasets":["list_b"]}
{"id":"ofac:3/owner","schema":"Ownership","properties":{"owner":["ofac:1"],"asset":["ofac:3"]},"datasets":["list_b"]}
END
cat >"$TMP/c.ftm.json" <<'END'
{"id":"eu:EU.1.2","schema":"Person","properties":{"name":["Евгений Барахоев"],"birthDate":["1969"]},"datasets":["list_c"]}
{"id":"eu:EU.1.2/sanction","schema":"Sanction","properties":{"entity":["eu:EU.1.2"],"authorityId":["QDi.335"]},"datasets":["list_c"]}
END
export VAGLIO_INDEX="$TMP/lists.idx"
"$VAGLIO" build "$TMP/a.ftm.json" "$TMP/b.ftm.json" "$TMP/c.ftm.json" | tail -1 | sed 's/, [0-9]* bytes//'
"$VAGLIO" merges eu:EU.1.2 --values
"$VAGLIO" merges ofac:2
"$VAGLIO" merges --json ofac:3
"$VAGLIO" search --json "Yevgeny Barakhoyev" | grep -o '"id":"[^"]*","caption":"[^"]*"\|"records":\[[^]]*\]'
"$VAGLIO" dump | grep '"Sanction"\|"Ownership"'
echo "== no birth date, one regime"
cat >"$TMP/d.ftm.json" <<'END'
{"id":"uk:1","schema":"Person","properties":{"name":["Yevgeny Petrovich Barakhoyev"],"programId":["The Iran (Sanctions) Regulations 2023"]},"datasets":["list_d"]}
{"id":"eu:1","schema":"Person","properties":{"name":["Yevgeny Petrovich Barakhoyev"],"birthDate":["1970"],"programId":["IRGC"]},"datasets":["list_of_a_name_that_is_longer_than_a_line_has_room_for"]}
END
"$VAGLIO" build -o "$TMP/d.idx" "$TMP/d.ftm.json" >"$TMP/table"
"$VAGLIO" merges --index "$TMP/d.idx" uk:1
echo "== told by hand"
printf 'different\tun:QDi.335\tofac:1\tfather and son\nsame\tofac:2\tun:QDi.335\tthe gender is wrong\n' >"$TMP/mine.tsv"
"$VAGLIO" build --decisions "$TMP/mine.tsv" "$TMP/a.ftm.json" "$TMP/b.ftm.json" "$TMP/c.ftm.json" | tail -1 | sed 's/, [0-9]* bytes//'
"$VAGLIO" merges ofac:2
echo "== not joined at all"
"$VAGLIO" build --join nothing "$TMP/a.ftm.json" "$TMP/b.ftm.json" "$TMP/c.ftm.json" | tail -1 | sed 's/, [0-9]* bytes//'
"$VAGLIO" merges ofac:1
"$VAGLIO" merges no:such
echo "status $?"
printf 'perhaps\ta\tb\tc\n' >"$TMP/mine.tsv"
"$VAGLIO" build --decisions "$TMP/mine.tsv" "$TMP/a.ftm.json"
echo "status $?"
"$VAGLIO" build --join some "$TMP/a.ftm.json"
echo "status $?"
