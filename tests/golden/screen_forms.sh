# CSV, a page and a table; names that would speak to a terminal, a browser or a spreadsheet.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
export VAGLIO_INDEX="$TMP/lists.idx"
head -n 6 data/sample/customers.csv >"$TMP/few.csv"
printf 'X-1,"=cmd|""calc""!A1",,,Person,,\n' >>"$TMP/few.csv"
printf 'X-2,<script>alert(1)</script>,,,Person,,\n' >>"$TMP/few.csv"
printf 'X-3,\033[31mred \342\200\256evil,,,Person,,\n' >>"$TMP/few.csv"
"$VAGLIO" screen --format csv "$TMP/few.csv"
"$VAGLIO" screen --format table "$TMP/few.csv" 2>/dev/null
"$VAGLIO" screen --format html "$TMP/few.csv" 2>/dev/null | sed -n '/<tbody>/,$p'
