"""Says of lines whether each could be the next one of a log.

python3 candidates.py LOG.jsonl CANDIDATES: every line of CANDIDATES is a place,
a space and the line that would stand there. Prints one word for each.
"""

import copy
import sys

from verify import Log, Wrong

lines = open(sys.argv[1], "rb").read().split(b"\n")[:-1]
candidates = [line.split(b" ", 1) for line in open(sys.argv[2], "rb").read().split(b"\n")[:-1]]
log = Log()
for place in range(len(lines) + 1):
    for at, line in candidates:
        if int(at) == place:
            try:
                copy.deepcopy(log).take(line)
                print("taken")
            except (Wrong, ValueError, IndexError):
                print("refused")
    if place < len(lines):
        log.take(lines[place])
