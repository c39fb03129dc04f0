#!/bin/sh
# Makes the seeds of fuzz/corpus/index anew, with build/vaglio: ./do build first.  They need not
# be made again when tables change, since fuzz_index.c puts their checksums right; only when the
# format does.
set -eu
cd "$(dirname "$0")/.."
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p fuzz/corpus/index

cat >"$folder/party.ftm.json" <<'EOF'
{"id":"x:1","schema":"Person","properties":{"name":["Pavel Zorin"],"alias":["Зорин П."],"birthDate":["1970-03-14"],"nationality":["ir"],"passportNumber":["K1234567"]},"datasets":["made"],"referents":["x:9"]}
EOF
cat >"$folder/parties.ftm.json" <<'EOF'
{"id":"x:1","schema":"Person","properties":{"name":["Choi Jong-un"],"alias":["최종은","崔正恩"]},"datasets":["made"],"referents":[]}
{"id":"x:2","schema":"Company","properties":{"name":["Velmora Trading Pte Ltd 2"],"innCode":["7707083893"]},"datasets":["made"],"referents":[]}
{"id":"x:3","schema":"Vessel","properties":{"name":["MV Silver Tern VII"],"imoNumber":["9187629"]},"datasets":["made"],"referents":[]}
{"id":"x:4","schema":"Person","properties":{"name":["Hamad bin Laith al-Rawi"],"weakAlias":["J. al-Rawi"]},"datasets":["made"],"referents":[]}
EOF
for seed in party parties; do
    build/vaglio build -o "$folder/$seed.idx" "$folder/$seed.ftm.json" >/dev/null
    mv "$folder/$seed.idx" "fuzz/corpus/index/$seed"
done
ls -l fuzz/corpus/index
