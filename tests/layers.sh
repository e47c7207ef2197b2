#!/bin/sh
# Holds every #include of src/ against src/LAYERS: a folder may include itself, the public headers
# and the folders named behind it, and folders stand in their order.
set -eu
cd "$(dirname "$0")/.."
grep -rn '^#include "' src --include='*.[ch]' | awk -F: '
	BEGIN {
		while ((getline line < "src/LAYERS") > 0) {
			if (line ~ /^#/ || line == "") continue
			n = split(line, word, " ")
			known[word[1]] = 1
			for (i = 2; i <= n; i++) {
				if (!(word[i] in known)) { print "src/LAYERS: " word[i] " is not before " word[1]; bad = 1 }
				may[word[1], word[i]] = 1
			}
		}
	}
	{
		split($1, path, "/"); from = path[2]
		split($3, part, "\""); split(part[2], target, "/"); to = target[1]
		if (to == "jaccuse" || to == "jaccuse.h" || to == from) next
		if (!(from in known)) { print $1 ": folder " from " is not in src/LAYERS"; bad = 1 }
		else if (!((from, to) in may)) { print $1 ":" $2 ": " from "/ may not include " part[2]; bad = 1 }
		seen++
	}
	END { if (!bad) print "layers: " seen " includes between folders, all downwards"; exit bad }'
