# The founding case in words: rules, dates, whom they bind, and the other imposers.
$VAGLIO trade --from KP --to RU --goods "artillery shells" --date 2023-08-31
# The other direction, other goods, another day.
for question in "--from RU --to KP --goods artillery" "--from KP --to RU --goods grain"; do
    $VAGLIO trade $question --date 2023-08-31
done
$VAGLIO trade --from KP --to RU --goods "artillery shells" --date 1995-08-31
$VAGLIO trade --from KP --to RU --goods widgets --date 2023-08-31
$VAGLIO trade --from US --to IQ --goods tanks --date 2015
$VAGLIO trade --from IR --to Houthis --goods missiles --date 2024-01-11 --stage shipped --claimed
