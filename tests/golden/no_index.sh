# An index that is not there, or is none: exit status 3, and how to come by one.
try() {
    echo "== $*" >&2
    "$VAGLIO" "$@"
    echo "status $?" >&2
}
unset VAGLIO_INDEX VAGLIO_DATA XDG_DATA_HOME
try search x
(export XDG_DATA_HOME="$TMP/share" && try search x)
(export VAGLIO_DATA="$TMP/data" && try search x)
(export VAGLIO_INDEX="$TMP/variable.idx" && try search x)
(export VAGLIO_INDEX="$TMP/variable.idx" && try search --index "$TMP/option.idx" x)
try info README.md
try verify README.md
try screen --index README.md data/sample/customers.csv
