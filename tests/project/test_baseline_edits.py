"""Random edits to texts like real ones, and what a baseline makes of them: nothing new is hidden,
and hardly anything that was there comes back.

Every character of an edited text knows where it stood, so it is known which findings are old.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from support import engine
from vaclint.model.report import FileReport, Finding
from vaclint.model.source import Source, decode
from vaclint.project.baseline import entry_of, match

EDITS = 200
CORPUS = Path(__file__).parents[1] / "corpus"
NEW = (
    "Als hij/zij ziek is, bel je de planner.",
    "Je hebt een passie voor  mensen.",
    "Wij zoeken een kandidaat/kandidate met een rijbewijs.",
    "Je bent een teamplayer en je faciliteert de afdeling.",
    "We zijn er voor voor iedereen .",
    "The candidate says that he/she likes to work with people.",
)
"""Sentences with findings, some of which other texts have too."""
WIDTH = 70
HERE = Path("/nergens")
"""The folder of the baseline: no file is there."""


class Text(NamedTuple):
    """A text whose every character knows its offset in the first version; -1 for a new one."""

    path: str
    text: str
    origins: list[int]

    def replaced(self, start: int, end: int, new: str) -> Text:
        origins = [*self.origins[:start], *[-1] * len(new), *self.origins[end:]]
        return Text(self.path, self.text[:start] + new + self.text[end:], origins)

    def moved(self, start: int, end: int, to: int) -> Text:
        """With a range put somewhere else, outside of it."""
        order = [range(start), range(start, end), range(end, len(self.text))]
        pieces = (
            [range(to), order[1], range(to, start), order[2]]
            if to <= start
            else [order[0], range(end, to), order[1], range(to, len(self.text))]
        )
        places = [at for piece in pieces for at in piece]
        return Text(
            self.path,
            "".join(self.text[at] for at in places),
            [self.origins[at] for at in places],
        )


@cache
def texts() -> list[Source]:
    """The texts that are edited."""
    paths = sorted(path for path in CORPUS.iterdir() if path.suffix in (".md", ".txt", ".html"))
    return [
        decode(path.name, path.read_bytes()) for path in paths if not path.name.startswith("d00")
    ]


@cache
def checked(path: str, text: str) -> FileReport:
    return engine(marks=False, details=False).check(Source(path, text))


_PARAGRAPH = re.compile(r"(?:^[^\n]*\S[^\n]*\n)+", re.MULTILINE)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Runs of lines with something on them, below the front matter."""
    body = text.find("\n---\n", 3) + 5 if text.startswith("---\n") else 0
    return [match.span() for match in _PARAGRAPH.finditer(text, body)]


def move(given: Text, rng: random.Random) -> Text:
    blocks = paragraphs(given.text)
    start, end = rng.choice(blocks)
    to = rng.choice(blocks)[0]
    return given if start <= to <= end else given.moved(start, end, to)


def rename(given: Text, rng: random.Random) -> Text:
    return given._replace(path=f"elders/{rng.randrange(99)}-{given.path}")


def wrap(given: Text, rng: random.Random) -> Text:
    """Wrap the lines of a paragraph anew: spaces become line ends, one for one."""
    long = [
        span for span in paragraphs(given.text)
        if span[1] - span[0] > WIDTH and given.text[span[0]] not in "#|-*<>\t "
    ]  # fmt: skip
    if not long:
        return given
    start, end = rng.choice(long)
    chars = list(given.text)
    width = rng.randrange(40, WIDTH)
    column = 0
    for at in range(start, end - 1):
        column += 1
        if chars[at] == "\n":
            chars[at] = " "
        if chars[at] == " " and column >= width and chars[at + 1].isalpha():
            chars[at], column = "\n", 0
    return given._replace(text="".join(chars))


def fix(given: Text, rng: random.Random) -> Text:
    """Make the fix of a finding, or take out what it stands on."""
    findings = [
        each for each in checked(given.path, given.text).findings
        if not each.whole and len(each.text) < 60
    ]  # fmt: skip
    if not findings:
        return given
    finding = rng.choice(findings)
    start, end = finding.place
    edits = finding.fixes[0].edits if finding.fixes else ()
    if not edits:
        return given.replaced(start.offset, end.offset, "iets")
    for edit in sorted(edits, reverse=True):
        given = given.replaced(edit.start, edit.end, edit.replacement)
    return given


def add(given: Text, rng: random.Random) -> Text:
    """Add a sentence with findings, as a paragraph or at the end of one."""
    start, end = rng.choice(paragraphs(given.text))
    sentence = rng.choice(NEW)
    if rng.random() < 0.5:
        return given.replaced(start, start, f"{sentence}\n\n")
    return given.replaced(end - 1, end - 1, f" {sentence}")


def elsewhere(given: Text, rng: random.Random) -> Text:
    """Add a line, or a word in a sentence, in which nothing is wrong."""
    start, end = rng.choice(paragraphs(given.text))
    spaces = [at for at in range(start, end) if given.text[at] == " "]
    if rng.random() < 0.5 and spaces:
        at = rng.choice(spaces)
        return given.replaced(at, at, " vandaag")
    return given.replaced(start, start, "Op maandag is de winkel dicht.\n\n")


OPERATIONS: tuple[Callable[[Text, random.Random], Text], ...] = (
    move, rename, wrap, fix, add, elsewhere,
)  # fmt: skip


def edits(number: int, seed: int) -> Iterator[tuple[Source, Text, str]]:
    """Texts with one to three edits each, and what they are called."""
    rng = random.Random(seed)
    made = 0
    while made < number:
        source = rng.choice(texts())
        given = Text(source.path, source.text, list(range(len(source.text))))
        names = []
        for _ in range(rng.choice((1, 1, 2, 3))):
            operation = rng.choice(OPERATIONS)
            given = operation(given, rng)
            names.append(operation.__name__)
        if (given.path, given.text) != (source.path, source.text):
            made += 1
            yield source, given, "+".join(names)


def is_old(finding: Finding, given: Text, before: FileReport) -> bool:
    """Whether an old finding of the rule stood on some of the same characters."""
    if finding.whole:
        return any(each.rule == finding.rule and each.whole for each in before.findings)
    start, end = finding.place
    origins = {at for at in given.origins[start.offset : end.offset] if at >= 0}
    return any(
        each.rule == finding.rule
        and not origins.isdisjoint(range(each.place.start.offset, each.place.end.offset))
        for each in before.findings
    )


class Outcome(NamedTuple):
    """How many findings were there before and still are, how many came back, and how many that are
    new are hidden; with what they are, by the names of the edits.
    """

    old: int
    new: int
    back: list[str]
    hidden: list[str]


def outcome(number: int, seed: int) -> Outcome:
    old = new = 0
    back: list[str] = []
    hidden: list[str] = []
    for source, given, name in edits(number, seed):
        before, after = checked(source.path, source.text), checked(given.path, given.text)
        entries = [entry_of(each, source.path) for each in before.findings]
        (left,) = match(entries, [after._replace(path=str(HERE / given.path))], HERE).files
        reported = Counter(map(id, left.findings))
        for finding in after.findings:
            was = is_old(finding, given, before)
            old += was
            new += not was
            said = f"{name}: {finding.rule} {finding.text!r} in {given.path}"
            if was and id(finding) in reported:
                back.append(said)
            if not was and id(finding) not in reported:
                hidden.append(said)
    return Outcome(old, new, back, hidden)


def test_random_edits_hide_nothing_new_and_bring_hardly_anything_back() -> None:
    found = outcome(EDITS, seed=20)
    assert found.old > 500
    assert found.new > 50
    assert found.hidden == []
    assert len(found.back) <= found.old / 100, "\n".join(found.back)
