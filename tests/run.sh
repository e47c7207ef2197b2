#!/bin/sh
# Builds and runs every test in the configurations named as arguments, and adds the totals up:
# cmocka programs first, then golden runs, the whole command under hard
# conditions, and the HTML map in a browser.
set -u
cd "$(dirname "$0")/.."
passed=0 failed=0
export ASAN_OPTIONS=detect_leaks=1:allocator_may_return_null=1
export LSAN_OPTIONS=suppressions=$PWD/tests/lsan.supp:print_suppressions=0
export UBSAN_OPTIONS=print_stacktrace=1
for config in "$@"; do
	echo "== $config"
	mkdir -p .build
	make --no-print-directory -j"$(nproc)" WERROR=1 CONFIG="$config" tests >.build/"$config".log 2>&1 || {
		cat .build/"$config".log; echo "0 passed, 1 failed"; exit 1; }
	bin=.build/$config
	export JACCUSE=$PWD/$bin/jaccuse JACCUSE_DRAW=$PWD/$bin/jaccuse-draw
	for source in tests/*/test_*.c; do
		program=$bin/${source%.c}
		log=$program.log
		"$program" >"$log" 2>&1
		status=$?
		ok=$(grep -c '^\[       OK' "$log")
		bad=$(grep '^\[  FAILED  \] [a-z]' "$log" | sort -u | wc -l)
		if [ "$status" -ne 0 ]; then
			[ "$bad" -eq 0 ] && bad=1
			cat "$log"
		fi
		echo "${program#"$bin"/}: $ok passed, $bad failed"
		passed=$((passed + ok)) failed=$((failed + bad))
	done
	for script in tests/golden.sh tests/actors.sh tests/score.sh tests/paths.sh tests/terminal.sh tests/parts.sh \
		tests/exports.sh tests/hostile.sh tests/kill.sh tests/library.sh tests/filters.py tests/kept.py tests/measures.sh \
		tests/pictures.sh tests/page.py tests/readme.sh; do
		log=$bin/$(basename "$script").log
		"$script" "$bin" >"$log" 2>&1
		ok=$(grep -c '^ok ' "$log")
		bad=$(grep -c '^not ok ' "$log")
		grep '^ok # skipped' "$log"
		[ "$bad" -eq 0 ] && [ "$ok" -gt 0 ] || { cat "$log"; [ "$bad" -eq 0 ] && bad=1; }
		echo "$script: $ok passed, $bad failed"
		passed=$((passed + ok)) failed=$((failed + bad))
	done
done
# The pictures are drawn by the ordinary programs alone: the others only draw more slowly.
case " $* " in *" release "*)
	if make --no-print-directory WERROR=1 stale; then passed=$((passed + 1)); else failed=$((failed + 1)); fi ;;
esac
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
