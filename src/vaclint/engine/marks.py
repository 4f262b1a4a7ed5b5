"""A mark from 1 to 10 for a vacancy: how complete, inclusive, clear and correct it is.

Every part begins at 10 and loses points, never below 1: for what a vacancy does not say, for jargon
and hard reading, and for the findings of the rules that are on. The mark is halfway between the
average of the parts and the lowest, so that three good parts do not hide a bad one. What costs how
much is data, in ``rules/data/marks.toml``; ``docs/marks.md`` gives the reasons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import fsum

from vaclint.languages.resources import Resources
from vaclint.model.document import Document
from vaclint.model.values import Facts
from vaclint.text.named import NamedTuple

PARTS = ("completeness", "inclusion", "clarity", "correctness")
LOWEST, HIGHEST = 1.0, 10.0
REPEATS = 2
"""So many more findings of a rule cost half as much as the first; the rest cost nothing."""


class Deduction(NamedTuple):
    """What costs a part points: the code of a rule, or a fact or measure by name."""

    part: str
    cause: str
    points: float


class Marks(NamedTuple):
    """The mark, the marks of its parts, and what was deducted, the most first."""

    mark: float
    parts: Mapping[str, float]
    deductions: tuple[Deduction, ...]

    @property
    def metrics(self) -> dict[str, float]:
        """The numbers by the names they have in the report."""
        return {"mark": self.mark, **{f"mark_{part}": self.parts[part] for part in PARTS}}


def marks(
    document: Document,
    facts: Facts,
    codes: Iterable[str],
    metrics: Mapping[str, float],
    resources: Resources,
) -> Marks | None:
    """The marks of a vacancy with findings of these codes; None for a text that is no vacancy or in
    another language.
    """
    language = resources.languages.get(document.language)
    if document.kind != "vacancy" or language is None:
        return None
    data = resources.data["marks"]
    usual = language.section("reading-ease").get("usual")
    found = [
        *_unsaid(facts, data["unsaid"]),
        *_hard(metrics, usual),
        *_found(Counter(codes), data["points"]),
    ]
    lost = {
        part: sum(deduction.points for deduction in found if deduction.part == part)
        for part in PARTS
    }
    parts = {part: max(LOWEST, round(HIGHEST - points, 1)) for part, points in lost.items()}
    mark = (fsum(parts.values()) / len(parts) + min(parts.values())) / 2
    return Marks(
        round(mark, 1),
        parts,
        tuple(sorted(found, key=lambda deduction: (-deduction.points, deduction.cause))),
    )


def _unsaid(facts: Facts, points: Mapping[str, float]) -> Iterator[Deduction]:
    """What a reader looks for and no rule reports."""
    salary = facts.salary
    missing = {
        "title": not facts.title,
        "amount": salary is not None and salary.min is None and salary.max is None,
    }
    return (
        Deduction("completeness", name, points[name])
        for name, is_missing in missing.items()
        if is_missing
    )


def _hard(metrics: Mapping[str, float], usual: float | None) -> Iterator[Deduction]:
    """A point for each weight of jargon per 100 words, and for each 10 points of reading ease below
    what is usual.
    """
    if jargon := round(metrics["jargon_density"], 1):
        yield Deduction("clarity", "jargon_density", jargon)
    ease = metrics.get("reading_ease")
    if usual and ease is not None and (short := round((usual - ease) / 10, 1)) > 0:
        yield Deduction("clarity", "reading_ease", short)


def _found(
    codes: Mapping[str, int], points: Mapping[str, Mapping[str, float]]
) -> Iterator[Deduction]:
    """The findings of each rule, by the longest beginning of its code that costs anything."""
    for code, count in codes.items():
        listed = [
            (len(prefix), part, cost)
            for part, costs in points.items()
            for prefix, cost in costs.items()
            if code.startswith(prefix)
        ]
        _, part, cost = max(listed, default=(0, "", 0.0))
        if cost:
            yield Deduction(part, code, cost * (1 + min(count - 1, REPEATS) / 2))
