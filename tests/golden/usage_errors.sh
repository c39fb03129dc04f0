# Wrong use: exit status 2, what failed and what to do on standard error, nothing else.
try() {
    printf '== %.60s\n' "$*" >&2
    "$VAGLIO" "$@"
    echo "status $?" >&2
}
long=$(printf '%5000s' '' | tr ' ' a)
export VAGLIO_INDEX="$TMP/none.idx"
try
try serach x
try help serach
try search
try search Kim Jong Un
try search --treshold 0.7 x
try search --threshold 0.499 x
try search --threshold 1.001 x
try search --limit 0 x
try search --limit many x
try search --json=yes x
try search --schema
try search --schema Teapot x
try search --schema Address x
try search --birth-date 31/31/1984 x
try search --country Atlantis x
try search --gender perhaps x
try search --id -- -- x
try compare Kim
try compare Kim "$long"
try compare Kim ...
try compare --pairs pairs.csv Kim
try screen
try screen --format xml customers.csv
try screen --encoding klingon customers.csv
try screen --map Kunde customers.csv
try screen --map Kunde=shoes customers.csv
try screen --dates backwards customers.csv
try info one two
