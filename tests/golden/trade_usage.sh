# Wrong use: exit status 2, and a word on what to do.
try() {
    "$VAGLIO" trade "$@"
    echo "status $?" >&2
}
try
try --from KP --to RU
try --from KP --to RU --goods arms
try --from "North Koera" --to RU --goods arms --date 2023-08-31
try --from KP --to Atlantis --goods arms --date 2023-08-31
try --from KP --to RU --goods arms --date 2023-13-31
try --from KP --to RU --goods arms --date 2023-08-31/2023-08-01
try --from KP --to RU --goods arms --date 2023-08-31 --stage thinking
try --from KP --to RU --goods arms --date 2023-08-31 --act juggling
try --from KP --to RU --goods arms --date 2023-08-31 --as-of soon
try --from KP --to RU --goods arms --date 2023-08-31 --exit-code >/dev/null
try --from KP --to RU --goods grain --date 2023-08-31 --exit-code >/dev/null
