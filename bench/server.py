"""Time the language server: from a keystroke to the diagnostics, over stdio, as an editor waits.

    python bench/server.py [--size 20000] [--keys 60] [--limit 50]

Types letters into a vacancy of some size, each after the diagnostics of the one before came, and
tells the median and the tail in milliseconds of wall time; and the time that the check alone takes
in this process. With ``--limit`` the exit code is 1 when the median is over it. Wall time says
something on a quiet machine only. The extra vaclint[server] must be installed.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from common import engine, processor_time  # noqa: E402

from lsp_support import editing  # noqa: E402
from vaclint.model.source import Source  # noqa: E402

REAL = ROOT / "tests" / "corpus" / "d00-concerndirecteur.txt"
LETTERS = "Je werkt samen met collega's. "


def main() -> int:
    """Measure, print, and say whether it is fast enough."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--limit", type=float)
    options = parser.parse_args()
    vacancies = (("a real one", real(options.size)), ("clean ones", clean(options.size)))
    slowest = 0.0
    for name, text in vacancies:
        times, found = typed(text, options.keys)
        middle = statistics.median(times)
        slowest = max(slowest, middle)
        tail = statistics.quantiles(times, n=20)[-1]
        print(
            f"{name}, {len(text.encode()):,} bytes, {found} findings: {middle:.0f} ms "
            f"(95%: {tail:.0f} ms); the check alone {alone(text):.0f} ms of processor time"
        )
    return int(options.limit is not None and slowest > options.limit)


def real(size: int) -> str:
    """The beginning of the real vacancy of the corpus, cut at a line; it is pasted twice from a
    page, and has a finding on every other line.
    """
    text = REAL.read_text("utf-8")[:size]
    return text[: text.rindex("\n") + 1]


def clean(size: int) -> str:
    """Vacancies of the examples one below the other, as far as they fit."""
    texts = [path.read_text("utf-8") for path in sorted((ROOT / "tests/corpus").glob("*.md"))]
    whole = "\n".join(text.split("\n---\n", 1)[-1] for text in texts)
    return whole[:size]


def typed(text: str, keys: int) -> tuple[list[float], int]:
    """Milliseconds from each keystroke to its diagnostics, in the middle of a text, and how many
    those are.
    """
    times = []
    with tempfile.TemporaryDirectory() as folder, editing(Path(folder)) as editor:
        uri = (Path(folder) / "a.md").as_uri()
        editor.open(uri, text)
        editor.codes(uri)
        at = text.index("\n", len(text) // 2)
        for number in range(keys + 5):
            began = time.perf_counter()
            editor.type(uri, (at + number, at + number, LETTERS[number % len(LETTERS)]))
            found = len(editor.found(uri))
            times.append((time.perf_counter() - began) * 1000)
    return times[5:], found


def alone(text: str) -> float:
    """Milliseconds of processor time that the check takes after a keystroke in the middle."""
    checks = engine()
    spent = []
    at = text.index("\n", len(text) // 2)
    for number in range(13):
        typed = text[:at] + LETTERS[:number] + text[at:]
        source = Source("a.md", typed)
        spent.append(processor_time(partial(checks.check, source)) * 1000)
    return statistics.median(spent[3:])


if __name__ == "__main__":
    sys.exit(main())
