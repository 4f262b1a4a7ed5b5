"""How the time of a check grows on texts made to be slow: one sign over and over in a single block,
and four times as often.

    python bench/hostile.py

Prints the ratio of the two times; 4 is linear. What is above ``LIMIT`` is named, and the exit code
is 1.
"""

from __future__ import annotations

import sys
import time

from common import engine

from vaclint.engine import Engine
from vaclint.model.source import Source

PIECES = [
    '" ',
    "a.. ",
    "...",
    "a -- b ",
    "a/ b ",
    "1- 2 ",
    "( a ) ",
    "“ a ” ",
    "‘ a ’ ",
    "a,b ",
    "a@b. ",
    "http",
    "www.a ",
    "!",
    "[a]() ",
    "€ 1.000 ",
    "<p>&nbsp;</p>",
    "\u00a0",
    "&nbsp;",
    "• a\n",
    "1. a\n",
    "- - a\n",
    "## \n",
    "<h2></h2>",
    "<br>",
    "hij/zij ",
    "de de ",
    "kandidaat ",
]
COUNT = 2000
LIMIT = 9.0
SHORTEST = 0.05
"""Seconds; below this a ratio says nothing."""


def seconds(own: Engine, path: str, text: str) -> float:
    """The processor time of one check, the better of two."""
    best = float("inf")
    for _ in range(2):
        began = time.process_time()
        own.check(Source(path, text))
        best = min(best, time.process_time() - began)
    return best


def main() -> int:
    """Print the ratios, the worst first; 1 when one is above the limit."""
    own = engine(fingerprints=True)
    found = []
    for piece in PIECES:
        for path in ("a.md", "a.html", "a.txt"):
            short, long = (
                seconds(own, path, "<p>" + piece * count) for count in (COUNT, 4 * COUNT)
            )
            if long > SHORTEST:
                found.append((long / max(short, 0.001), short, long, path, piece))
    worst = [each for each in found if each[0] > LIMIT]
    for ratio, short, long, path, piece in sorted(found, reverse=True)[: max(5, len(worst))]:
        print(
            f"{ratio:5.1f}  {short:.3f} s  {long:.3f} s  "
            f"{path:<7}{piece!r}{'  TOO STEEP' if ratio > LIMIT else ''}"
        )
    return 1 if worst else 0


if __name__ == "__main__":
    sys.exit(main())
