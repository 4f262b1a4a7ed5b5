"""Dates as people write them: ``1 mei 2026``, ``May 1``, ``01-05-2026``, ``2026-05-01``, with the
months and the endings of numbers of all languages.
"""

from collections.abc import Iterator
from datetime import date

import regex

from vaclint.languages.resources import Resources
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy, words


def iso_day(text: str) -> date | None:
    """The day of an ISO 8601 date without a time; None for any other text and a day that does not
    exist.
    """
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


class Found(NamedTuple):
    """A date in a text: its range there, day, month and year (None when unsaid); ``value`` is None
    for a day that is none.
    """

    start: int
    end: int
    day: int
    month: int
    year: int | None

    def value(self, after: date | None = None) -> date | None:
        """The day meant; one without a year is the first on or after ``after``, and None without
        that.
        """
        try:
            if self.year is not None:
                return date(self.year, self.month, self.day)
            if after is None:
                return None
            this_year = date(after.year, self.month, self.day)
            return this_year if this_year >= after else date(after.year + 1, self.month, self.day)
        except ValueError:
            return None


class _Dates(NamedTuple):
    months: dict[str, int]
    pattern: regex.Pattern[str]


def _made(resources: Resources) -> _Dates:
    sections = [each.section("dates") for each in resources.languages.values()]
    months = {name: month for each in sections for name, month in each.get("months", {}).items()}
    named = words(months) if months else "(?!)"
    ends = [end for each in sections for end in each.get("ordinals", ())]
    ordinal = rf"(?:{words(ends)})?" if ends else ""
    of = [word for each in sections for word in each.get("of", ())]
    joined = rf"(?:{words(of)}\s)?" if of else ""
    return _Dates(
        months,
        lazy(
            r"(?<![\d-])(?P<iso_y>\d{4})-(?P<iso_m>\d{1,2})-(?P<iso_d>\d{1,2})(?!\d)"
            rf"|(?<![\d./-])(?P<d>\d{{1,2}}){ordinal}\s{joined}(?P<m>{named})\.?(?!\p{{L}})"
            r"(?:,?\s(?P<y>\d{4})(?!\d))?"
            rf"|(?<!\p{{L}})(?P<m2>{named})\.?\s(?P<d2>\d{{1,2}}){ordinal}(?!\d)"
            r"(?:,?\s(?P<y2>\d{4})(?!\d))?"
            r"|(?<![\d./-])(?P<nd>\d{1,2})[-/.](?P<nm>\d{1,2})[-/.](?P<ny>\d{4})(?!\d)",
            regex.IGNORECASE,
        ),
    )


def dates(text: str, resources: Resources) -> Iterator[Found]:
    """All dates of a text in order, also those that cannot be (``31 november``)."""
    months, pattern = resources.once(_made)
    for match in pattern.finditer(text):
        groups = match.groupdict()
        if groups["iso_y"]:
            day, month, year = int(groups["iso_d"]), int(groups["iso_m"]), int(groups["iso_y"])
        elif groups["nd"]:
            day, month, year = int(groups["nd"]), int(groups["nm"]), int(groups["ny"])
        else:
            day = int(groups["d"] or groups["d2"])
            month = months[(groups["m"] or groups["m2"]).lower()]
            year = int(groups["y"] or groups["y2"] or 0)
        yield Found(match.start(), match.end(), day, month, year or None)
