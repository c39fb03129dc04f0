# The lists of an index, as a table and as JSON lines.
printf '%s\n' '{"id":"x:1","schema":"Person","properties":{"name":["Ivan Horvat"]},"datasets":["x"]}' \
    '{"id":"x:2","schema":"Person"}' >"$TMP/mine.ftm.json"
"$VAGLIO" build -o "$TMP/lists.idx" "ftm@2026-07-01=$TMP/mine.ftm.json" data/sample/parties.ftm.json >/dev/null 2>&1 || exit 9
hide() {
    sed -e 's/[0-9a-f]\{16\}/…/g'
}
"$VAGLIO" lists "$TMP/lists.idx" | hide
VAGLIO_INDEX="$TMP/lists.idx" "$VAGLIO" lists --json | hide
"$VAGLIO" lists one two
echo "status $?"
