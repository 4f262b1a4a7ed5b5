"""Labels and keys of data: how they are compared, and how the parts of one value become one
statement.
"""

from collections.abc import Sequence
from typing import NamedTuple

from vaclint.facts.amounts.values import Line, Pay, WorkingHours
from vaclint.text.patterns import lazy

_CAMEL = lazy(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINED = lazy(r"[._]|[a-z][A-Z]")
_SEPARATORS = lazy(r"[._\-\[\]/]+|\s+")


class Extra(NamedTuple):
    """What one key says of the sum under another: its currency, its unit, its hours."""

    line: int
    what: str
    value: str | float


def completed(stated: list[Pay], lines: Sequence[Line], extras: list[Extra]) -> list[Pay]:
    """The pay of keys with what the keys beside them add."""
    if not extras:
        return stated
    result = []
    for pay in stated:
        for extra in extras if lines[pay.place.line].place in ("key", "posting") else ():
            if extra.what == "currency" and pay.currency is None:
                pay = pay._replace(currency=str(extra.value))
            elif extra.what == "unit" and pay.unit_found != "words":
                pay = pay._replace(unit=extra.value, unit_found="words")  # type: ignore[arg-type]
            elif extra.what == "basis":
                pay = pay._replace(basis_hours=float(extra.value))
        result.append(pay)
    return result


def spelled(label: str) -> str:
    """A label as words: without separators, camel case and case: ``baseSalary.minValue`` is "base
    salary min value".
    """
    if " " in label.strip() or not _JOINED.search(label):
        return label.strip().rstrip(":").strip()
    words = _SEPARATORS.split(_CAMEL.sub(" ", label))
    return " ".join(word.lower() for word in words if word)


def joined_pay(lines: Sequence[Line], stated: list[Pay]) -> list[Pay]:
    """Two keys of one value that each give a bound become one statement; steps of a ladder become
    one range.
    """
    result: list[Pay] = []
    for pay in stated:
        if result and _belongs(lines, result[-1].place.line, pay.place.line):
            before = result[-1]
            bounds = (before.min is None) != (pay.min is None) and (before.max is None) != (
                pay.max is None
            )
            if bounds and before.scale is None and pay.scale is None:
                low, high = (before, pay) if before.min is not None else (pay, before)
                falling = (low.min or 0) > (high.max or 0)
                values = sorted((low.min or 0, high.max or 0))
                result[-1] = before._replace(
                    min=values[0],
                    max=values[1],
                    low=low.low or low.place,
                    high=high.high or high.place,
                    falling=falling,
                )
                continue
        if result and result[-1].step and pay.step and pay.place.line == result[-1].place.line + 1:
            before = result[-1]
            values = [v for v in (before.min, before.max, pay.min, pay.max) if v is not None]
            if (
                before.currency == pay.currency
                and before.unit == pay.unit
                and values
                and max(values) < 4 * min(values)
            ):
                result[-1] = before._replace(
                    min=min(values),
                    max=max(values),
                    high=pay.high or before.high,
                    place=before.place._replace(line=pay.place.line),
                )
                continue
        result.append(pay)
    return result


def joined_hours(lines: Sequence[Line], stated: list[WorkingHours]) -> list[WorkingHours]:
    """Two keys of one value that each give a bound become one statement."""
    result: list[WorkingHours] = []
    for hours in stated:
        before = result[-1] if result else None
        if (
            before is not None
            and _belongs(lines, before.place.line, hours.place.line)
            and (before.min is None) != (hours.min is None)
            and (before.max is None) != (hours.max is None)
        ):
            low, high = (before, hours) if before.min is not None else (hours, before)
            values = sorted((low.min or 0, high.max or 0))
            falling = (low.min or 0) > (high.max or 0)
            result[-1] = before._replace(
                min=values[0],
                max=values[1],
                falling=falling,
                low=low.low or low.place,
                high=high.high or high.place,
            )
            continue
        result.append(hours)
    return result


def _belongs(lines: Sequence[Line], one: int, two: int) -> bool:
    first, second = lines[one], lines[two]
    if first.place not in ("key", "posting") or second.place != first.place or one == two:
        return False
    one_word = set(spelled(first.label).split()) ^ set(spelled(second.label).split())
    return len(one_word) <= 2
