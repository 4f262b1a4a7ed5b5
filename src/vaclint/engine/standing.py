"""What several vacancies in a file each say of their employer is no duplicate to remove."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from vaclint.model.blocks import Span
from vaclint.model.diagnostics import Diagnostic

WHOLE = 0.5
"""A copy of so large a part of a vacancy is the vacancy again."""


def without_standing_text(
    diagnostics: Sequence[Diagnostic], vacancies: Sequence[Span]
) -> list[Diagnostic]:
    """The findings about copies but for those of a passage that another vacancy of the file has
    first, and that is less than half of the one it stands in again.
    """
    spans = sorted(vacancies)
    starts = [span.start for span in spans]

    def vacancy_at(place: int) -> Span | None:
        index = bisect_right(starts, place) - 1
        return spans[index] if index >= 0 and place < spans[index].end else None

    def is_standing(each: Diagnostic) -> bool:
        here = vacancy_at(each.span.start)
        first = vacancy_at(each.related[0].span.start) if each.related else None
        if here is None or first is None or here == first:
            return False
        return each.span.end - each.span.start < WHOLE * (here.end - here.start)

    return [each for each in diagnostics if not is_standing(each)]
