#!/bin/sh
# The command under hard conditions: input that wants to break it, output that cannot be written.
# Nothing may crash (status over 128), hang (60 s) or eat memory, and what is good among the bad
# must still come out.
set -u
bin=$(cd "$1" && pwd)
jaccuse=$bin/jaccuse
export JACCUSE_DRAW=$bin/jaccuse-draw
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1

ok() { echo "ok $1"; }
fail() { echo "not ok $1"; sed 's/^/# /' stderr 2>/dev/null | head -20; }

# expect NAME STATUS PATTERN COMMAND…: the exit status, and a line of standard error
# (an empty pattern: standard error is empty).
expect() {
	name=$1 want=$2 pattern=$3
	shift 3
	timeout 60 "$@" >stdout 2>stderr </dev/null
	status=$?
	[ "$status" -eq "$want" ] || { echo "# exit status $status, not $want"; fail "$name"; return; }
	if [ -z "$pattern" ]; then
		[ -s stderr ] && { fail "$name"; return; }
	else
		grep -q -e "$pattern" stderr || { echo "# nothing like: $pattern"; fail "$name"; return; }
	fi
	ok "$name"
}

good="Le maire de Tancrey accuse la société Moulinex-Brivat d'avoir versé des pots-de-vin. La société nie."
printf 'Accusations à Tancrey\n\n%s Les habitants sont dans la rue, et le conseil se réunit ce soir.\n' "$good" >good.txt
: >empty.txt
printf '   \n\t\n' >blank.txt
mkdir folder
head -c 200000 /dev/urandom >noise.bin
printf 'Le maire accuse la soci\351t\351 d\047avoir vers\351 des pots-de-vin dans la ville, et la soci\351t\351 nie.\n' >latin.txt
printf 'The mayor \377\376\200 accuses the \300\257 firm of \355\240\200 bribery in the town, and the firm denies it.\n' >broken.txt

expect "a good article" 0 "" "$jaccuse" extract good.txt
expect "an empty file" 3 "empty.txt.*empty" "$jaccuse" extract empty.txt
expect "only white space" 3 "blank.txt.*empty" "$jaccuse" extract blank.txt
expect "an empty folder" 1 "" "$jaccuse" extract folder
expect "a folder among the articles" 0 "" "$jaccuse" extract good.txt folder
expect "a file that is not there" 3 "nowhere.txt: cannot open" "$jaccuse" extract nowhere.txt
expect "binary noise" 3 "noise.bin" "$jaccuse" extract noise.bin
expect "the good beside the bad" 3 "empty.txt" "$jaccuse" extract empty.txt good.txt noise.bin
[ "$(wc -l <stdout)" -eq 1 ] && ok "the good came out" || fail "the good came out"
expect "Windows-1252" 0 "" "$jaccuse" extract latin.txt
grep -q 'société' stdout && ok "Windows-1252 was read" || fail "Windows-1252 was read"
expect "broken UTF-8" 0 "" "$jaccuse" extract broken.txt
if [ "$(id -u)" -ne 0 ]; then
	cp good.txt secret.txt; chmod 0 secret.txt
	expect "no permission" 3 "secret.txt: cannot open" "$jaccuse" extract secret.txt
fi

head -c 50000000 /dev/zero | tr '\0' 'a' >long.txt
expect "50 MB without a line end" 3 "long.txt.*larger\|long.txt.*longer" "$jaccuse" extract long.txt
{ printf '{"text": "'; cat long.txt; printf '"}\n{"id": "after", "lang": "fr", "text": "%s"}\n' "$good"; } >long.jsonl
expect "50 MB in one line of JSON" 3 "long.jsonl:1" "$jaccuse" extract long.jsonl
grep -q '"id": "after"' stdout && ok "the line behind it was read" || fail "the line behind it was read"
{ printf '<html><body>'; yes '<div>' | head -n 100000 | tr -d '\n'; printf 'The mayor accuses the firm of fraud.'; } >deep.html
timeout 60 "$jaccuse" extract deep.html >stdout 2>stderr; [ $? -le 4 ] && ok "HTML nested 100,000 deep" || fail "HTML nested 100,000 deep"
{ printf '{"text": '; head -c 100000 /dev/zero | tr '\0' '['; printf '\n'; } >deep.jsonl
expect "JSON nested 100,000 deep" 3 "deep.jsonl" "$jaccuse" extract deep.jsonl
cat >bomb.html <<'X'
<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f SYSTEM "file:///etc/passwd">]>
<html><body><article><p>&e;&e;&e; &f; The mayor of the town accuses the firm of fraud, and it is not the first time.</p></article></body></html>
X
timeout 60 "$jaccuse" extract bomb.html >stdout 2>stderr; [ $? -le 4 ] && ! grep -q root: stdout && ok "entity bomb" || fail "entity bomb"
head -c 1500000 /dev/zero | tr '\0' '"' >quotes.txt
timeout 60 "$jaccuse" extract -l en quotes.txt >stdout 2>stderr; [ $? -le 4 ] && ok "a million quotation marks" || fail "a million quotation marks"
yes 'The mayor accuses and denies. ' | head -c 1500000 >many.txt
timeout 60 "$jaccuse" extract -l en many.txt >stdout 2>stderr; [ $? -le 4 ] && ok "fifty thousand sentences" || fail "fifty thousand sentences"
yes 'France accuses Rwanda of genocide, and Rwanda denies it. Paris said that Kigali lied. ' | head -c 1500000 >claims.txt
timeout 60 "$jaccuse" extract -l en claims.txt >stdout 2>stderr; [ $? -eq 0 ] && ok "fifty thousand accusations" || fail "fifty thousand accusations"
python3 -c '
left = ", ".join(f"Anna{n} Berta{n}" for n in range(59)) + " and Zoe Zander"
for n in range(240): print(f"{left} accused {left}. {left} denied it.")' >lists.txt
timeout 60 "$jaccuse" extract -l en lists.txt >stdout 2>stderr; [ $? -eq 0 ] && [ "$(wc -c <stdout)" -lt 20000000 ] && ok "lists against lists" || fail "lists against lists"
{ printf 'He said '; for n in $(seq 20000); do printf 'Anna%s Berta%s, ' "$n" "$n"; done; } >names.txt
timeout 60 "$jaccuse" extract -l en names.txt >stdout 2>stderr; [ $? -eq 0 ] && ok "forty thousand names" || fail "forty thousand names"
printf '{"jaccuse": 1, "article": {"id": "x"}, "actors": [], "claims": [{"id": "c1", "act": "accuse", "by": ["who"]}]}\n' >bad.jsonl
expect "claims with an unknown actor" 3 "bad.jsonl:1.*who" "$jaccuse" rank bad.jsonl
printf '{"jaccuse": 2, "article": {"id": "x"}, "actors": [], "claims": []}\n' >new.jsonl
expect "claims of another version" 3 "new.jsonl:1" "$jaccuse" rank new.jsonl
printf 'Der Bürgermeister der Stadt wirft der Firma vor, die Bücher gefälscht zu haben, und die Firma weist das zurück.\n' >german.txt
expect "another language" 1 "german.txt.*language" "$jaccuse" extract german.txt

# Names that try to break out of every output format.
cat >evil.jsonl <<'X'
{"jaccuse": 1, "article": {"id": "evil", "lang": "en", "title": null, "outlet": "</script><b>&'\"", "url": "javascript:alert(1)", "date": "2024-01-02", "path": null, "fingerprint": null}, "actors": [{"id": "a", "name": "</script><img src=x onerror=alert(1)>&'\"\\", "aliases": [], "kind": "person", "of": null, "mentions": []}, {"id": "b", "name": "=1+1", "aliases": ["@SUM(A1)"], "kind": "company", "of": null, "mentions": []}, {"id": "c", "name": "ctrl \u0001\u0008\u001b[31m\ttab\nline", "aliases": [], "kind": "group", "of": null, "mentions": []}], "claims": [{"id": "c1", "act": "accuse", "by": ["a"], "against": ["b", "c"], "via": [], "cue": [0, 1], "charge": null, "evidence": {"text": "-->]]><x>& \u0007 \\N \\G \"quoted\"", "at": [0, 30]}, "certainty": "asserted", "confidence": 0.9}, {"id": "c2", "act": "deny", "by": ["b"], "answers": ["c1"], "cue": [0, 1], "charge": null, "evidence": {"text": "=cmd|' /C calc'!A0", "at": [0, 10]}, "certainty": "asserted", "confidence": 0.9}]}
X
for form in svg html dot; do
	expect "hostile names in a map, $form" 0 "" "$jaccuse" map evil.jsonl -o "evil.$form"
done
for form in graphml gexf csv json; do
	expect "hostile names in an export, $form" 0 "" "$jaccuse" export -q evil.jsonl -o "evil.$form"
done
for form in svg graphml gexf; do
	xmllint --noout --nonet "evil.$form" 2>stderr && ok "well-formed $form" || fail "well-formed $form"
done
xmllint --html --noout --nonet evil.html >/dev/null 2>&1
! grep -qi '<img\|javascript:\|<script>alert' evil.html evil.svg && ok "nothing active in the pictures" || fail "nothing active in the pictures"
dot -Tcanon evil.dot >/dev/null 2>stderr && ok "DOT is read by Graphviz" || fail "DOT is read by Graphviz"
! grep -q '\(^\|,\)"\{0,1\}[=@+]' evil.csv evil.nodes.csv && ok "no formula in the spreadsheets" || fail "no formula in the spreadsheets"
python3 -c 'import json; json.load(open("evil.json"))' 2>stderr && ok "JSON is read by Python" || fail "JSON is read by Python"
for command in "rank" "show =1+1" "path =1+1 b"; do
	timeout 60 "$jaccuse" $command evil.jsonl >stdout 2>stderr
	! grep -q "$(printf '\033')" stdout stderr && ok "no escape sequence from: $command" || fail "no escape sequence from: $command"
done

# Trees: models that are none, sentences that are given wrongly.
given() { expect "$1" "$2" "$3" "$jaccuse" extract --format conllu --pretokenized --lang en given.conllu; }
by_model() { expect "$1" "$2" "$3" "$jaccuse" extract --format conllu --model "$4" good.txt; }
row() { printf '%s\t%s\t_\t_\t_\t_\t%s\t_\t_\t_\n' "$@"; }
model=$root/src/language/fr/parser.model
head -c 100000 "$model" >short.model
head -c 10 "$model" >stub.model
: >empty.model
python3 -c '
import sys
whole = open(sys.argv[1], "rb").read()
for name, place in ("head", 0), ("format", 17), ("middle", len(whole) // 2), ("end", len(whole) - 1):
    open(name + ".model", "wb").write(whole[:place] + bytes([whole[place] ^ 64]) + whole[place + 1:])' "$model"
by_model "a model of a file" 0 "" "$model"
cp stdout trees.conllu
expect "the built-in model" 0 "" "$jaccuse" extract --format conllu good.txt
cmp stdout trees.conllu 2>stderr && [ -s stdout ] && ok "the same trees by both" || fail "the same trees by both"
for damage in short stub empty head format middle end noise.bin; do
	file=$damage.model; [ -f "$file" ] || file=$damage
	by_model "a model damaged: $damage" 4 "$file: .*model" "$file"
done
by_model "a model that is not there" 4 "nowhere.model: cannot open" nowhere.model
by_model "a model that is a folder" 4 "folder: is a folder" folder
by_model "a model of another language" 3 "good.txt: is in French, but the model is of \"en\"" "$root/src/language/en/parser.model"
expect "a model against --lang" 2 "model" "$jaccuse" extract --format conllu --lang en --model "$model" good.txt
row 1 One 2 >good.conllu; row 2 two 1 >>good.conllu; echo >>good.conllu
for bad in "0	zero" "2	gap" "1-	range" "2-3	range" "99999999999999999999	huge" "-1	minus" "one	word" "1	"; do
	{ cat good.conllu; row "${bad%%	*}" "${bad#*	}" 0; echo; cat good.conllu; } >given.conllu
	given "a bad line: $bad" 3 "given.conllu:[45]: "
	[ "$(grep -c '^1	' stdout)" -eq 2 ] && ok "the sentences around it came out" || fail "the sentences around it came out"
done
{ row 1-999999 wide 0; cat good.conllu; } >given.conllu
given "a token of too many words" 3 "given.conllu:1: .*words"
for head in 3 -1 99999999999 x; do row 1 one "$head" >given.conllu; given "a bad head: $head" 3 "given.conllu:1: .*head"; done
printf '1\tone\n\n1\n\n\t\t\t\t\t\t\t\t\t\n\n1\ta\t_\t_\t_\t_\t0\t_\t_\t_\t_\n' >given.conllu
given "missing and needless columns" 3 "given.conllu:7: "
[ "$(wc -l <stderr)" -eq 4 ] && ok "every bad sentence is told" || fail "every bad sentence is told"
{ printf '# a\r\n\r\n#b\r\n'; row 1 one 1 | tr '\n' '\r'; printf '\n# late\n\n# left over'; } >given.conllu
given "a head that is the word itself" 0 ""
[ "$(tr -d '\n' <stdout | head -c 7)" = "# a#b1	" ] && ! grep -q "$(printf '\r')" stdout && ok "line ends are made plain" || fail "line ends are made plain"
printf '1\to\rn\033e\377\t_\t_\t_\t_\t0\t_\t_\t_\n' >given.conllu
given "controls in a word" 0 ""
! grep -q "$(printf '[\r\033\377]')" stdout && ok "no control comes out" || fail "no control comes out"
python3 -c '
for n in range(1, 100001): print(f"{n}\tword{n % 7}\t_\t_\t_\t_\t{n % 100000 + 1}\t_\t_\t_")' >given.conllu
given "a sentence of 100,000 words" 0 ""
[ "$(grep -c '	root	' stdout)" -eq 1 ] && [ "$(wc -l <stdout)" -eq 100001 ] && ok "and a tree of them" || fail "and a tree of them"
cp noise.bin given.conllu
given "noise for CoNLL-U" 3 "given.conllu:"
expect "no sentence" 3 "empty.txt: holds no sentence" "$jaccuse" extract --format conllu --pretokenized empty.txt
expect "CoNLL-U in another language" 1 "language" sh -c 'tr -s " " "\n" <german.txt | awk "{ printf \"%d\t%s\t_\t_\t_\t_\t_\t_\t_\t_\n\", NR, \$1 }" | "$0" extract --format conllu --pretokenized -' "$jaccuse"
head -c 300000 quotes.txt >input.txt; head -c 100000 many.txt >>input.txt; cat noise.bin | tr -dc ' -~' >>input.txt
timeout 60 "$jaccuse" extract --format conllu -l fr input.txt >stdout 2>stderr; [ $? -eq 0 ] && ok "trees of nonsense" || fail "trees of nonsense"
"$jaccuse" extract --format conllu --pretokenized -l fr stdout >again.conllu 2>stderr
cut -f 1-9 stdout >one.conllu; cut -f 1-9 again.conllu | cmp - one.conllu 2>>stderr && ok "the same trees of the same words" || fail "the same trees of the same words"
expect "trees of the bad and the good" 3 "empty.txt" "$jaccuse" extract --format conllu empty.txt good.txt bad.jsonl german.txt
cmp stdout trees.conllu 2>stderr && ok "those of the good came out" || fail "those of the good came out"
"$jaccuse" extract -q --format conllu "$root"/corpus/articles >one.conllu
"$jaccuse" extract -q --format conllu -j 4 "$root"/corpus/articles >four.conllu
cmp one.conllu four.conllu 2>stderr && [ -s one.conllu ] && ok "four threads, the same trees" || fail "four threads, the same trees"
[ -z "$(grep '^# sent_id' one.conllu | sort | uniq -d)" ] && ok "no sentence twice" || fail "no sentence twice"
expect "trees on a full disk" 4 "standard output" sh -c '"$0" extract --format conllu good.txt >/dev/full' "$jaccuse"

# Output that cannot be written, or that nobody reads.
expect "standard output is full" 4 "standard output" sh -c '"$0" extract good.txt >/dev/full' "$jaccuse"
expect "help on a full disk" 4 "standard output" sh -c '"$0" --help >/dev/full' "$jaccuse"
expect "no such folder to write to" 4 "nowhere/map.svg" "$jaccuse" map good.txt -o nowhere/map.svg
# Root could replace the device itself by mistake, so it gets one of its own.
full=/dev/full
[ "$(id -u)" -eq 0 ] && mknod full c 1 7 2>/dev/null && full=$work/full
if [ "$(id -u)" -ne 0 ] || { [ -c full ] && : >full; } 2>/dev/null; then
	expect "a map on a full disk" 4 "$full" "$jaccuse" map -f svg evil.jsonl -o "$full"
fi
for n in $(seq 300); do cat evil.jsonl; done >pipe.jsonl
expect "a closed pipe ends quietly" 0 "" sh -c '"$0" extract pipe.jsonl | head -n 1 >/dev/null' "$jaccuse"
expect "a quota of disk" 4 "File too large" sh -c 'ulimit -f 8; "$0" extract pipe.jsonl -o quota.jsonl' "$jaccuse"
sh -c '"$0" extract nowhere.txt good.txt -o closed.jsonl 2>&-' "$jaccuse"
head -c 12 closed.jsonl | grep -q '{"jaccuse"' && ok "messages stay out of the file when standard error is closed" || fail "messages stay out of the file when standard error is closed"
printf 'old' >kept.svg
JACCUSE_DRAW=/nonexistent expect "no drawing program" 4 "jaccuse-draw" "$jaccuse" map evil.jsonl -o kept.svg
[ "$(cat kept.svg)" = old ] && ok "what was there before is kept" || fail "what was there before is kept"
[ -z "$(ls -- *.tmp-* 2>/dev/null)" ] && ok "no half-written files are left" || fail "no half-written files are left"

# The same bytes whatever the number of threads, and every time.
"$jaccuse" extract -q "$root"/corpus/articles >one.jsonl
"$jaccuse" extract -q -j 4 "$root"/corpus/articles >four.jsonl
cmp one.jsonl four.jsonl 2>stderr && [ -s one.jsonl ] && ok "four threads, the same bytes" || fail "four threads, the same bytes"
"$jaccuse" extract one.jsonl >again.jsonl
cmp one.jsonl again.jsonl 2>stderr && ok "claims pass through unchanged" || fail "claims pass through unchanged"
"$jaccuse" extract -l en -q lists.txt >lists.jsonl
"$jaccuse" extract lists.jsonl >again.jsonl 2>stderr
cmp lists.jsonl again.jsonl 2>>stderr && [ -s lists.jsonl ] && ok "what is written is read back, whatever its size" || fail "what is written is read back, whatever its size"
"$jaccuse" extract -q - <good.txt >stdout 2>stderr; grep -q '"jaccuse": 1' stdout && ok "standard input" || fail "standard input"

# Wrong usage.
expect "no command" 2 "usage" "$jaccuse"
expect "an unknown command" 2 "no command" "$jaccuse" accuse
expect "an unknown option" 2 "no option" "$jaccuse" rank --nonsense good.txt
expect "an option of another command" 2 "does not apply" "$jaccuse" extract --by principal good.txt
expect "no input" 2 "usage" "$jaccuse" extract
expect "a format that is none" 2 "none of its forms" "$jaccuse" map good.txt -o map.xyz
expect "a form of claims that is none" 2 "jsonl or conllu" "$jaccuse" extract --format xml good.txt
expect "given words without their form" 2 "conllu" "$jaccuse" extract --pretokenized given.conllu
expect "a date that is none" 2 "date" "$jaccuse" rank --since yesterday good.txt
expect "a measure that is none" 2 "measure" "$jaccuse" rank --measure fame good.txt
expect "a number that is none" 2 "number" "$jaccuse" rank -n many good.txt
expect "an actor that is none" 1 "nobody" "$jaccuse" show Zorglub evil.jsonl
expect "help" 0 "" "$jaccuse" --help

"$jaccuse" add -q case.db good.txt >stdout 2>stderr
printf 'SQLite format 3\000and then noise' >noise.db
expect "a case file" 0 "" "$jaccuse" rank case.db
expect "a case file beside an article" 0 "" "$jaccuse" rank case.db good.txt
expect "an article that is there already" 0 "there already" "$jaccuse" add case.db good.txt
expect "what begins as a case file" 3 "noise.db.*not a database" "$jaccuse" rank noise.db good.txt
expect "adding to what is none" 4 "noise.db.*not a database" "$jaccuse" add noise.db good.txt
expect "adding to an article" 4 "good.txt.*not a database" "$jaccuse" add good.txt long.txt
expect "adding what cannot be read, beside an article" 3 "nowhere.txt" "$jaccuse" add new.db nowhere.txt good.txt
expect "adding to a folder" 4 "folder.*unable to open" "$jaccuse" add folder good.txt
expect "judging what is not there" 1 "no claim" "$jaccuse" judge case.db c99 right
expect "judging without a verdict" 2 "right|wrong" "$jaccuse" judge case.db c1 maybe
head -c 20000 case.db >cut.db
timeout 60 "$jaccuse" rank cut.db good.txt >stdout 2>stderr
[ $? -lt 128 ] && ok "a case file that was cut short" || fail "a case file that was cut short"

# Interrupted: at once, and nothing half-written stays behind.
interrupt() {
	name=$1 signal=$2 want=$3
	mkfifo slow.pipe
	env --default-signal=INT "$jaccuse" extract -q slow.pipe -o half.jsonl >stdout 2>stderr &
	child=$!
	exec 9>slow.pipe
	tries=0
	until ls half.jsonl.tmp-* >/dev/null 2>&1 || [ $tries -ge 100 ]; do sleep 0.1; tries=$((tries + 1)); done
	ls half.jsonl.tmp-* >/dev/null 2>&1 || echo "# nothing was begun"
	kill -"$signal" $child
	wait $child
	status=$?
	exec 9>&-
	rm -f slow.pipe
	[ $tries -lt 100 ] && [ "$status" -eq "$want" ] && ! ls half.jsonl* >/dev/null 2>&1 && ok "$name" || { echo "# exit status $status"; ls; fail "$name"; }
}
interrupt "Ctrl-C" INT 130
interrupt "stopped by a signal" TERM 143
