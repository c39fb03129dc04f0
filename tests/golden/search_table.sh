# One name for a person to read; several scripts; numbers; every listed kind.
"$VAGLIO" build -o "$TMP/lists.idx" data/sample/parties.ftm.json >/dev/null || exit 9
export VAGLIO_INDEX="$TMP/lists.idx"
"$VAGLIO" search "Kim Jong Un"
"$VAGLIO" search "Путин Владимир Владимирович"
"$VAGLIO" search --explain "KIM, Jong Un"
"$VAGLIO" search "Kim Jong Il"
"$VAGLIO" search --schema Vessel "Lady R"
"$VAGLIO" search "Lady R"
"$VAGLIO" search --id 9161003
"$VAGLIO" search --schema any -- "EP-MNC"
