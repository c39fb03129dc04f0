# Every rule tried, with the reason why it did or did not apply.
$VAGLIO trade --from CN --to KP --goods rifles --date 2016-03-01 --explain
