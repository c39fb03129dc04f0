# The first page, the help of each command by both ways, and the version.
"$VAGLIO" --help | grep -v '^  \(build\|fetch\|pay\|watch\|case\|serve\|stream\) '
for command in search screen compare names thresholds info verify dump lists merges; do
    echo "== $command"
    "$VAGLIO" help "$command"
    "$VAGLIO" "$command" --help >"$TMP/again"
    "$VAGLIO" help "$command" | cmp - "$TMP/again"
done
"$VAGLIO" --version
