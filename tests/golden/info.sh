# What an index holds, and that it is sound.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
hide() {
    sed -e 's/hash [0-9a-f]\{16\}/hash …/' -e 's/"hash":"[0-9a-f]*"/"hash":"…"/g' -e 's/[0-9]* bytes/… bytes/' -e 's/"bytes":[0-9]*/"bytes":0/'
}
"$VAGLIO" info "$TMP/lists.idx" | hide
"$VAGLIO" info --json --index "$TMP/lists.idx" | hide
"$VAGLIO" verify "$TMP/lists.idx" | hide
VAGLIO_INDEX="$TMP/lists.idx" "$VAGLIO" verify --json | hide
python3 - "$TMP/lists.idx" <<'END'
import sys
with open(sys.argv[1], "r+b") as file:
    file.seek(20000)
    byte = file.read(1)
    file.seek(20000)
    file.write(bytes([byte[0] ^ 1]))
END
"$VAGLIO" verify "$TMP/lists.idx" 2>/dev/null
echo "status $? when a bit is wrong"
