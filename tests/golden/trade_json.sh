# One object, with made_by; the hash of the rules changes with them and is hidden here.
hide() { sed 's/"rules":"[0-9a-f]\{16\}"/"rules":"HASH"/'; }
$VAGLIO trade --from kp --to RU --goods "artillery shells" --date 2023-08-31 --stage negotiating --json | hide
$VAGLIO trade --from KP --to RU --goods rifles --date 2009-06-11 --as-of 2023-08-31 --json | hide
$VAGLIO trade --from un:KPe.001 --to MM --goods bombs --date 2022-01-01/2025-09-25 --polarity denied --stage delivered --json | hide
