# A file of pairs: the same rows in order with a score behind them; what cannot be compared 0.000.
cat >"$TMP/pairs.csv" <<'END'
note,schema,name1,name2
"equal, and quoted",Person,Kim Jong Un,Kim Jong Un
,Person,"KIM, Jong Un",Kim Jong Un
nothing in common,Person,Giulia Ferrarin,Kim Jong Un
no second name,Person,Kim Jong Un,
no letters,Person,***,Kim Jong Un
unknown schema,Teapot,Kim Jong Un,Kim Jong Un
too short
too long,Company,ACME Ltd,ACME Ltd,what,is this
END
"$VAGLIO" compare --pairs "$TMP/pairs.csv"
echo "status $?"
"$VAGLIO" compare --threads 1 --pairs - <"$TMP/pairs.csv" >"$TMP/one" 2>/dev/null
"$VAGLIO" compare --threads 3 --pairs "$TMP/pairs.csv" 2>/dev/null | cmp - "$TMP/one"
printf 'a,b\n1,2\n' | "$VAGLIO" compare --pairs -
echo "status $?"
printf 'name1,name2\nA,"B\n' | "$VAGLIO" compare --pairs -
echo "status $?"
