#!/bin/sh
# `path -o` and `show -o`: pictures of a part of the network, and what other endings give.
set -u
cd "$(dirname "$0")/.." || exit 1
bin=$(cd "$1" && pwd)
paths=tests/golden/path/claims.jsonl story=tests/golden/show/story.jsonl
export JACCUSE_DRAW=$bin/jaccuse-draw
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ok() { echo "ok $1"; }
# check WHAT EXPECTED FOUND
check() {
	if [ "$2" = "$3" ]; then ok "$1"; else echo "not ok $1"; echo "# expected $2"; echo "# found    $3"; fi
}
# says FILE TEXT
says() { grep -q "$2" "$1" && echo yes || echo no; }
actors() { grep -o 'data-id="[^"]*"' "$1" | cut -d'"' -f2 | sort | tr '\n' ' '; }
edges() { grep -o 'class="edge [a-z]*' "$1" | sort | uniq -c | tr -s ' \n' ' '; }

"$bin/jaccuse" path france alibaba $paths -o "$work/path.svg"
check "a path map shows the path alone" "alibaba china france " "$(actors "$work/path.svg")"
check "with its edges alone" " 2 class=\"edge accuses " "$(edges "$work/path.svg")"
check "and is called after its ends" yes "$(says "$work/path.svg" 'France – Alibaba')"
"$bin/jaccuse" path --labels fr -k 9 china alibaba $paths -o "$work/paths.svg"
check "several paths are drawn together" "alibaba china france huawei " "$(actors "$work/paths.svg")"
check "under names of the language" yes "$(says "$work/paths.svg" 'Chine – Alibaba')"
"$bin/jaccuse" path --title 'Two <ends>' france alibaba $paths -o "$work/title.svg"
check "or under a title" yes "$(says "$work/title.svg" 'Two &lt;ends&gt;')"
xmllint --noout "$work"/*.svg && ok "the pictures are well-formed"

"$bin/jaccuse" show alibaba $story -o "$work/show.svg"
check "an actor's map shows him and his neighbours" "alibaba china-embassy-united-states white-house " \
	"$(actors "$work/show.svg")"
"$bin/jaccuse" show alibaba $story -o "$work/show.html"
check "and so does the page" "yes no" "$(says "$work/show.html" '<title>Alibaba') $(says "$work/show.html" 'Mary Smith')"
"$bin/jaccuse" show --max-nodes 2 white $story -o "$work/small.svg" 2>"$work/stderr"
check "--max-nodes keeps him, who is never accused" "alibaba white-house " "$(actors "$work/small.svg")"
check "and says whom it leaves out" "jaccuse: left out of the picture, since fewer stories join them to him: 1" \
	"$(cat "$work/stderr")"
"$bin/jaccuse" show --max-nodes 1 'john smith' $story -o "$work/alone.svg" 2>"$work/stderr"
check "even alone" "john-smith " "$(actors "$work/alone.svg")"
for ending in png pdf dot; do
	"$bin/jaccuse" show alibaba $story -o "$work/show.$ending"
	check "a picture as .$ending" 0 "$([ -s "$work/show.$ending" ]; echo $?)"
done

"$bin/jaccuse" path france alibaba $paths -o "$work/path.txt"
"$bin/jaccuse" path france alibaba $paths >"$work/stdout"
cmp -s "$work/path.txt" "$work/stdout"
check "other endings give the text" 0 $?
"$bin/jaccuse" path france alibaba $paths -o "$work/path.json"
"$bin/jaccuse" path --json france alibaba $paths >"$work/stdout"
cmp -s "$work/path.json" "$work/stdout"
check ".json gives JSON" 0 $?
"$bin/jaccuse" show alibaba $story -o "$work/nowhere/show.svg" 2>"$work/stderr"
check "what cannot be written fails" 4 $?
"$bin/jaccuse" show --layout circle alibaba $story -o "$work/show.svg" 2>"$work/stderr"
check "an unknown layout is wrong usage" 2 $?
