"""Which findings lie inside others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable

from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic
from vaclint.model.source import Source
from vaclint.rulebook.rule import Rule


class Covered:
    """What some ranges cover together, asked by halving."""

    def __init__(self, spans: list[Span]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []
        """For each start, how far the ranges up to it reach."""
        for start, end in sorted(spans):
            self.starts.append(start)
            self.ends.append(max(end, self.ends[-1] if self.ends else end))

    def start_at(self, span: Span) -> int:
        """Where the last of them begins that begins no later than a range."""
        return self.starts[bisect_right(self.starts, span.start) - 1]

    def holds(self, span: Span) -> bool:
        """Whether a range lies in one of them, or in some that overlap."""
        index = bisect_right(self.starts, span.start) - 1
        return index >= 0 and span.end <= self.ends[index]

    def meets(self, span: Span) -> bool:
        """Whether a range has a character in common with one of them."""
        index = bisect_left(self.starts, span.end) - 1
        return index >= 0 and span.start < self.ends[index]


def without_superfluous(diagnostics: list[Diagnostic], rules: Iterable[Rule]) -> list[Diagnostic]:
    """Without findings of rules that yield to another rule's finding on the same place."""
    yields = {rule.code: rule.yields_to for rule in rules if rule.yields_to}
    stronger = {code for codes in yields.values() for code in codes}
    spans: dict[str, list[Span]] = defaultdict(list)
    for each in diagnostics:
        if each.rule in stronger:
            spans[each.rule] += [each.span, *(other.span for other in each.related)]
    covers = {code: Covered(of_rule) for code, of_rule in spans.items()}
    return [
        each
        for each in diagnostics
        if not any(
            code in covers and covers[code].meets(each.span) for code in yields.get(each.rule, ())
        )
    ]


def placed_in_copies(
    source: Source, diagnostics: list[Diagnostic], copying: Collection[str]
) -> list[Diagnostic]:
    """Findings in order; those inside the later copy of a duplicate, which the rules with the codes
    ``copying`` find, say on which line it begins.
    """
    copies = Covered([each.span for each in diagnostics if each.rule in copying])

    def placed(each: Diagnostic) -> Diagnostic:
        if each.rule in copying or not copies.holds(each.span):
            return each
        line = source.position(copies.start_at(each.span)).line
        return each._replace(properties={**each.properties, "in_copy": line})

    return [placed(each) for each in diagnostics] if copies.starts else diagnostics
