#!/bin/sh
# The library as others have it: installed into a folder of its own, found by pkg-config, and used
# by a program that sees nothing else.   usage: library.sh BIN
set -u
root=$(cd "$(dirname "$0")/.." && pwd)
bin=$(cd "$1" && pwd)
config=$(basename "$bin")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

ok() { echo "ok $1"; }
fail() { echo "not ok $1"; }
# is NAME COMMAND...: whether the command succeeds
is() { name=$1; shift; if "$@"; then ok "$name"; else fail "$name"; fi; }

# As a package is made: installed under another root, then moved to where it belongs. What BIN was
# built with is given again, so that nothing is built anew.
prefix=$work/usr
strict=; grep -q -- -Werror "$bin/flags" && strict=WERROR=1
makes() {
	env -u MAKEFLAGS -u MAKELEVEL make -C "$root" --no-print-directory $strict CONFIG="$config" "$@"
}
makes install DESTDIR="$work/stage" PREFIX="$prefix" >"$work/log" 2>&1 ||
	{ cat "$work/log"; fail install; exit 1; }
mv "$work/stage$prefix" "$prefix"
is "nothing stands outside the prefix" test -z "$(find "$work/stage" -type f)"
is "every header is installed" diff -r "$root/include" "$prefix/include"

export PKG_CONFIG_PATH="$prefix/lib/pkgconfig"
version=$(sed -n 's/^#define JACCUSE_VERSION "\(.*\)"/\1/p' "$prefix/include/jaccuse.h")
is "pkg-config knows the version" test "$(pkg-config --modversion jaccuse)" = "$version"
is "pkg-config's file is sound" pkg-config --validate jaccuse

# The flags of a sanitizer are BIN's, not the library's.
sanitize=; grep -q -- -fsanitize "$bin/flags" && sanitize=-fsanitize=address,undefined
cd "$work" && cp "$root/tests/library/quarrel.c" . || exit 1
build() { "$@" $sanitize quarrel.c $(pkg-config --cflags --libs jaccuse) -o quarrel; }
is "compiled by gcc" build gcc -std=c11 -pedantic -Wall -Wextra -Werror
is "compiled by clang as C11" clang -std=c11 -pedantic -Wall -Wextra -Werror -fsyntax-only \
	$(pkg-config --cflags jaccuse) quarrel.c

# The drawing program that the positions come from is the installed one, by PATH.
unset JACCUSE_DRAW
PATH=$prefix/bin:$PATH ./quarrel canada nato network.graphml "$root"/corpus/articles/*cyber*.txt >out 2>err
is "it runs" test $? = 0
cat out err | sed 's/^/# /'
is "it counts" grep -Eqx '[0-9]+ actors, [0-9]+ edges' out
is "it measures" grep -Eqx 'China is accused in [0-9]+ stories' out
is "it connects" grep -Eqx 'Canada( - .*)? - NATO' out
quoted() {
	sed -n '4,$s/^[^:]*: //p' out >quotes
	[ -s quotes ] && while read -r quote; do
		grep -qF "$quote" "$root"/corpus/articles/*cyber*.txt || return 1
	done <quotes
}
is "each step is told in an article's words" quoted
is "it is silent else" test ! -s err
is "GraphML is read by another program" /usr/bin/python3 - out <<'X'
import re, sys
import networkx
graph = networkx.read_graphml("network.graphml")
nodes, edges = map(int, re.findall(r"\d+", open(sys.argv[1]).readline()))
assert (graph.number_of_nodes(), graph.number_of_edges()) == (nodes, edges)
assert all(data["label"] for _, data in graph.nodes(data=True))
X

makes uninstall PREFIX="$prefix" >"$work/log" 2>&1
is "uninstall leaves nothing" test -z "$(find "$prefix" -type f)"
