"""``python -m tests.fuzz --minutes N``: every target in turn, with the seeds and texts at random;
with ``--guided --runs N``, and atheris installed, guided by coverage.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from fuzz.guided import replay, run_all
from fuzz.targets import SEEDS, TARGETS
from fuzz.texts import PIECES

SLICE = 200
"""So many texts for a target before the next has its turn."""
LONGEST = 4.0
"""Seconds; a text that takes longer is a fault too."""
FAULTS, KEPT = Path("fuzz-faults"), Path("fuzz-kept")


def made(random_: random.Random, seeds: list[str], pieces: list[str]) -> str:
    """A seed with some pieces put in and some of it taken out, or pieces alone."""
    text = random_.choice(seeds) if random_.random() < 0.3 else ""
    for _ in range(random_.randrange(1, 30)):
        at = random_.randrange(len(text) + 1)
        piece = random_.choice(pieces) * (1 if random_.random() < 0.9 else random_.randrange(30))
        text = text[:at] + piece + text[at + random_.choice((0, 0, 0, 1, 5)) :]
    return text[:20_000]


def main() -> int:
    """Run, tell how often each target ran and what was found; 1 when anything was."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz")
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--seed", type=int, default=None)
    parser.add_argument("--guided", action="store_true", help="guided by coverage, with atheris")
    parser.add_argument("--runs", type=int, default=10_000, help="texts for each target, guided")
    parser.add_argument("--replay", action="store_true", help="only what a guided run kept")
    parser.add_argument("--target", action="append", choices=list(TARGETS))
    options = parser.parse_args()
    names = options.target or list(TARGETS)
    if options.replay:
        print(f"{replay(names, KEPT):,} texts")
        return 0
    if options.guided:
        return run_all(names, options.runs, KEPT)
    seed = options.seed if options.seed is not None else random.randrange(2**32)
    random_ = random.Random(seed)
    seeds = [path.read_bytes().decode("utf-8") for path in sorted(SEEDS.iterdir())]
    pieces = [piece for line in PIECES.split("\n") for piece in line.split("|") if piece]
    pieces += ["\n", "\n\n", "\r", " ", "\t", "a"]
    end = time.monotonic() + 60 * options.minutes
    ran: Counter[str] = Counter()
    faults: dict[str, str] = {}
    while time.monotonic() < end:
        for name in names:
            for _ in range(SLICE if name not in ("rules", "ignores") else 5):
                text = made(random_, seeds, pieces)
                started = time.process_time()
                ran[name] += 1
                try:
                    TARGETS[name](text)
                    if time.process_time() - started > LONGEST:
                        raise TimeoutError(f"{time.process_time() - started:.1f} s")
                except Exception as error:
                    last = traceback.extract_tb(error.__traceback__)[-1]
                    key = f"{name} {type(error).__name__} {last.name}:{last.lineno} {error}"[:160]
                    if key not in faults:
                        faults[key] = text
                        FAULTS.mkdir(exist_ok=True)
                        place = FAULTS / f"{name}-{len(faults)}.txt"
                        place.write_bytes(text.encode("utf-8", "surrogatepass"))
                        print(f"{place}: {key}", flush=True)
                if time.monotonic() > end:
                    break
    print(f"seed {seed}: {sum(ran.values()):,} texts, {len(faults)} faults")
    for name, count in sorted(ran.items()):
        print(f"{count:>9,}  {name}")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
