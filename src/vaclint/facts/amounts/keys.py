"""Labels and keys of data: as words, and what one key adds to the value of another."""

from collections.abc import Mapping, Sequence

from vaclint.facts.amounts.values import Line, Pay
from vaclint.model.packed import Packing
from vaclint.text.named import NamedTuple
from vaclint.text.patterns import lazy

_CAMEL = lazy(r"(?<=[a-z0-9])(?=[A-Z])")
_JOINED = lazy(r"[._]|[a-z][A-Z]")
_SEPARATORS = lazy(r"[._\-\[\]/]+|\s+")


class Extra(NamedTuple):
    """What one key says of the sum under another: its currency, its unit, its hours."""

    line: int
    what: str
    value: str | float


def completed(stated: Packing[Pay], lines: Sequence[Line], extras: list[Extra]) -> Packing[Pay]:
    """The pay of keys with what the keys beside them add."""
    if not extras:
        return stated
    result = Packing[Pay]()
    for pay in stated:
        for extra in extras if lines[pay.place.line].place in ("key", "posting") else ():
            if extra.what == "currency" and pay.currency is None:
                pay = pay._replace(currency=str(extra.value))
            elif extra.what == "unit" and pay.unit_found != "words":
                pay = pay._replace(unit=extra.value, unit_found="words")  # type: ignore[arg-type]
            elif extra.what == "basis":
                pay = pay._replace(basis_hours=float(extra.value))
        result.add(pay)
    return result


def spelled(label: str) -> str:
    """A label as words: without separators, camel case and case: ``baseSalary.minValue`` is "base
    salary min value".
    """
    if " " in label.strip() or not _JOINED.search(label):
        return label.strip().rstrip(":").strip()
    words = _SEPARATORS.split(_CAMEL.sub(" ", label))
    return " ".join(word.lower() for word in words if word)


def bounded(label: str, bounds: Mapping[str, str]) -> str:
    """A spelled key with the word for its bound in the form that any language reads: ``salary
    from`` is "salary min".
    """
    before, _, last = label.rpartition(" ")
    return f"{before} {bounds[last]}" if before and last in bounds else label
