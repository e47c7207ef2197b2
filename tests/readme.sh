#!/bin/sh
# Runs the commands of README.md's console blocks and holds what they print against what stands
# there. A line "…" stands for any lines, /tmp/ for a folder of this run's own.
set -u
cd "$(dirname "$0")/.."
bin=$(cd "$1" && pwd)
export PATH=$bin:$PATH JACCUSE_DRAW=$bin/jaccuse-draw
own=$(mktemp -d)
export own
trap 'rm -rf "$own"' EXIT
python3 - <<'X'
import os, re, subprocess, sys
blocks = re.findall(r"```console\n(.*?)```", open("README.md", encoding="utf-8").read(), re.S)
for block in blocks:
    for part in re.split(r"^\$ ", block, flags=re.M)[1:]:
        command, _, want = part.replace("/tmp/", os.environ["own"] + "/").partition("\n")
        run = subprocess.run(["sh", "-c", command], capture_output=True, text=True, timeout=120)
        pattern = re.escape(want).replace("…\n", "(?s:.*)").replace(re.escape("…\n"), "(?s:.*)")
        good = run.returncode == 0 and re.fullmatch(pattern, run.stdout)
        print("ok" if good else "not ok", "README: " + command[:60])
        if not good:
            sys.stdout.writelines("# " + l + "\n" for l in (run.stdout + run.stderr).splitlines()[:40])
X
