"""How the time of every pattern grows on texts made of the pattern itself.

    python bench/patterns.py [--holding TEXT]

A pattern that can be slow is slow on what it repeats: each of its repeats without a small bound is
given what leads up to it and then ever more of what it repeats, with an end that does not fit; and
what leads up to it over and over, so that it is begun anywhere. The patterns are those of the code,
the rules and the languages that the texts of ``tests/corpus`` and ``examples`` make use of.

Many a pattern is only ever given a word, or tried at one place: a text on which one grows faster
than ``EXPONENT`` is checked as a file of each format of ``PATHS``. Prints those whose time grows
faster than that there too, with the text, and how many were looked at; the exit code is 1 when
there is one.
"""

from __future__ import annotations

import argparse
import itertools
import random
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from typing import Any, NamedTuple

from common import ROOT, engine, exponent, processor_time

from vaclint.engine import Engine
from vaclint.model.errors import VaclintError
from vaclint.model.source import Source
from vaclint.text import patterns

try:
    from re import _parser as sre  # type: ignore[attr-defined]
except ImportError:  # Python 3.10
    import sre_parse as sre

sys.path.insert(0, str(ROOT / "tests"))
from shapes import FIELDS, all_shapes

SIZES = (2_000, 4_000, 8_000)
"""Characters."""
EXPONENT = 1.5
"""Between the largest two sizes; the times are of milliseconds, and scatter."""
QUICK = 0.02
"""Seconds; what takes less at the largest size is too quick for its growth to be measured."""
LONGEST = 5.0
"""Seconds after which one search is given up."""
MANY = 8
"""A repeat of fewer is no danger."""
PATHS = ("a.txt", "a.md", "a.html")
CHECKED = (8_000, 16_000)
"""Characters of the texts that are checked."""
SLOW = 0.3
"""Seconds; a text that is checked in less at the larger size is quick enough."""
WAYS = 3
"""So many texts are made of each part of a pattern."""
SHOWN = 300
"""Characters of a pattern that are printed."""
ENDS = ("", "\0", "!", " 1", "a")
_PROPERTY = re.compile(r"\\p\{[^}]*\}|\\P\{[^}]*\}")
_IN_SET = re.compile(r"\[(?:\\.(?:\{[^}]*\})?|[^\]\\])*\]", re.DOTALL)
_UNKNOWN = re.compile(r"\\[KG]")
"""Places in a pattern that only ``regex`` knows; they match nothing."""
_NAMED = re.compile(r"\(\?<(\w+)>")
_CATEGORIES = {"DIGIT": "1", "SPACE": " ", "WORD": "a"}
_NOT_CATEGORIES = {"NOT_DIGIT": "a", "NOT_SPACE": "a", "NOT_WORD": " "}


class Attack(NamedTuple):
    """What a text is made of: a beginning, a piece over and over, and an end."""

    before: str
    piece: str
    after: str

    def text(self, size: int) -> str:
        """The text of so many characters."""
        return self.before + self.piece * max(1, size // len(self.piece)) + self.after


def parsed(pattern: str, flags: int) -> Any:
    """The parts of a pattern of ``regex`` as Python's parser gives them; None where it cannot."""
    in_sets = _IN_SET.sub(lambda found: _PROPERTY.sub("a-zé", found[0]), pattern)
    plain = _UNKNOWN.sub("", _PROPERTY.sub("[a-zé]", in_sets))
    plain = _NAMED.sub(r"(?P<\1>", plain)
    try:
        return sre.parse(plain, flags & (re.IGNORECASE | re.VERBOSE | re.DOTALL | re.MULTILINE))
    except (re.error, RecursionError, OverflowError):
        return None


def made(parts: Any, dice: random.Random) -> str:
    """A text that some parts match, but for what they ask of what stands around."""
    return "".join(_made(str(name), value, dice) for name, value in parts)


def _made(name: str, value: Any, dice: random.Random) -> str:
    if name == "LITERAL":
        return chr(value)
    if name == "NOT_LITERAL":
        return "b" if value == ord("a") else "a"
    if name == "IN":
        return _of_set(value, dice)
    if name == "ANY":
        return "a"
    if name == "BRANCH":
        return made(dice.choice(value[1]), dice)
    if name == "SUBPATTERN":
        return made(value[-1], dice)
    if name == "ATOMIC_GROUP":
        return made(value, dice)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, most, inside = value
        count = max(int(least), min(int(most), dice.randrange(3)))
        return "".join(made(inside, dice) for _ in range(count))
    return ""


def _of_set(value: Any, dice: random.Random) -> str:
    kinds = [(str(name), inside) for name, inside in value]
    if kinds[0][0] == "NEGATE":
        banned = re.compile("".join(_spelled(*kind) for kind in kinds[1:]).join(("[", "]")))
        return next((sign for sign in "a1 .-é!€" if not banned.match(sign)), "\u4e00")
    name, inside = dice.choice(kinds)
    if name == "RANGE":
        return chr(dice.randint(*inside))
    if name == "CATEGORY":
        called = str(inside).removeprefix("CATEGORY_")
        return {**_CATEGORIES, **_NOT_CATEGORIES}.get(called, "a")
    return chr(inside)


def _spelled(name: str, inside: Any) -> str:
    if name == "RANGE":
        return f"{re.escape(chr(inside[0]))}-{re.escape(chr(inside[1]))}"
    if name == "CATEGORY":
        called = str(inside).removeprefix("CATEGORY_")
        letter = called.removeprefix("NOT_")[0].lower()
        return "\\" + (letter.upper() if called.startswith("NOT_") else letter)
    return re.escape(chr(inside))


def repeats(parts: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[list[Any], Any]]:
    """Each repeat without a small bound: the parts that lead up to it, and what it repeats."""
    led = list(before)
    for name, value in parts:
        for inside in _insides(str(name), value):
            if "REPEAT" in str(name) and value[1] > MANY:
                yield list(led), inside
            yield from repeats(inside, tuple(led))
        led.append((name, value))


def _insides(name: str, value: Any) -> list[Any]:
    if "REPEAT" in name:
        return [value[2]]
    if name == "SUBPATTERN":
        return [value[-1]]
    if name == "ATOMIC_GROUP":
        return [value]
    if name in ("ASSERT", "ASSERT_NOT"):
        return [value[1]]
    return list(value[1]) if name == "BRANCH" else []


def attacks(parts: Any, dice: random.Random) -> set[Attack]:
    """The texts to try a pattern on."""
    found: set[Attack] = set()
    for _ in range(WAYS):
        whole = made(parts, dice)
        found |= {Attack("", whole, end) for end in ENDS}
        found |= {Attack("", whole[:cut], "") for cut in {len(whole) // 2, len(whole) - 1}}
    for led, inside in repeats(parts):
        for _ in range(WAYS):
            lead, piece = made(led, dice), made(inside, dice) or made(inside, dice)
            found |= {Attack(lead, piece, end) for end in ENDS}
            found |= {Attack("", lead + piece * times, "") for times in (1, 3)}
            found |= {Attack("", piece + sign, end) for sign in " -" for end in ENDS[:2]}
    return {each for each in found if each.piece}


def seconds(pattern: Any, text: str) -> float:
    """The processor time of all matches in a text."""

    def run() -> None:
        with suppress(TimeoutError):
            for _ in pattern.finditer(text, timeout=LONGEST):
                pass

    return processor_time(run)


def growth(pattern: Any, attack: Attack) -> float:
    """The exponent between the largest two sizes; 1 for what is quick."""
    if seconds(pattern, attack.text(SIZES[0])) < QUICK / 16:
        return 1.0
    last = min(seconds(pattern, attack.text(SIZES[2])) for _ in range(2))
    if last < QUICK:
        return 1.0
    first = min(seconds(pattern, attack.text(SIZES[1])) for _ in range(3))
    return exponent((first, last), SIZES[1:])


def checked(own: Engine, path: str, attack: Attack) -> float:
    """The exponent of the time that a text takes to be checked; 1 for what is quick."""
    before, after = (
        min(
            processor_time(lambda: own.check(Source(path, attack.text(size))))  # noqa: B023
            for _ in range(2)
        )
        for size in CHECKED
    )
    return 1.0 if after < SLOW else exponent((before, after), CHECKED)


def used(own: Engine) -> list[tuple[str, int]]:
    """The patterns that checking and fixing some texts of every format asks for."""
    folders = (ROOT / "tests" / "corpus", ROOT / "examples")
    for path in itertools.chain.from_iterable(folder.rglob("*.*") for folder in folders):
        with suppress(VaclintError, UnicodeDecodeError, OSError):
            own.fix(Source(path.name, path.read_text(encoding="utf-8")))
    for shape in all_shapes():
        with suppress(VaclintError):
            own.fix(Source(shape.path, shape.make(100)))
    return sorted(patterns.known())


def main() -> int:
    """Print the patterns that are too steep; 1 when there is one."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--holding", default="", help="only patterns with this in them")
    options = parser.parse_args()
    own = engine(fingerprints=True, details=True, marks=True, fields=FIELDS)
    tried = alone = steep = unread = 0
    for pattern, flags in used(own):
        if options.holding not in pattern:
            continue
        parts = parsed(pattern, flags)
        if parts is None:
            unread += 1
            print(f"cannot be read: {pattern[:SHOWN]!r}")
            continue
        ready = patterns.compiled(pattern, flags)
        tried += 1
        for attack in sorted(attacks(parts, random.Random(1))):
            if growth(ready, attack) <= EXPONENT:
                continue
            alone += 1
            worst = max(checked(own, path, attack) for path in PATHS)
            if worst > EXPONENT:
                steep += 1
                print(f"{worst:5.2f}  {pattern[:SHOWN]!r}  {attack!r}", flush=True)
            break
    print(f"{tried} patterns, {unread} that cannot be read")
    print(f"{alone} too steep on long texts, {steep} of them in a file")
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
