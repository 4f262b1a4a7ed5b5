"""What stands in quotation marks, and what only looks like it."""

from __future__ import annotations

import pytest

from vaclint.text.quotations import is_inside, quotations


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("Hij zei: “kom maar”.", ["“kom maar”"]),
        ('Een "goede" kok en een "luie".', ['"goede"', '"luie"']),
        ("Het «motto» en de „slogan”.", ["«motto»", "„slogan”"]),
        ("De term ‘kandidaat’ is oud.", ["‘kandidaat’"]),
        ("The word 'candidate' is old.", ["'candidate'"]),
        ("’s Avonds kookt de collega's vrouw.", []),
        ("foto's en video's", []),
        ("‘s avonds en ‘s ochtends", []),
        ("Een “ die nergens eindigt", []),
        ("niets", []),
        ("", []),
    ],
)
def test_quotations(text: str, quoted: list[str]) -> None:
    assert [text[start:end] for start, end in quotations(text)] == quoted


def test_a_quotation_is_bounded() -> None:
    assert len(quotations(f"“{'a' * 300}”")) == 1
    assert quotations(f"“{'a' * 301}”") == ()


def test_a_place_is_inside_up_to_the_end() -> None:
    ranges = quotations("een “twee” drie")
    assert ranges == ((4, 10),)
    assert [at for at in range(15) if is_inside(ranges, at)] == [4, 5, 6, 7, 8, 9]
