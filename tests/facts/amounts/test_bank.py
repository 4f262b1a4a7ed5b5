"""Every phrase of the banks is read as they say."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from facts.amounts.framing import HERE, understood

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

OPEN = {
    "Het snoeien levert zo'n 150 tot 320 euro per 4 weken op": "a verb as the noun of what yields",
    "0.3 WTE School Hearing Support Team, 0.7 Harbour team": "a second share without its word",
    "Admin 1 scale: point 5, €33,420": "the point of a scale is read as the scale",
    "20 euro per les van 45 minuten": "pay per lesson alone may be a price",
    "Pay Range: $58,700 - $97,350 (base), $66,200 - $109,840 (premium regions)": (
        "ranges for two regions, the second named with a premium"
    ),
    "The library's hours are Monday and Tuesday, 12 p.m. to 8 p.m.": "opening hours by their owner",
}
"""Known to be read otherwise than the bank says, each with what is missing."""


def cases(folder: Path) -> list[tuple[str, str, str, str, list[Any]]]:
    """Language, pay or hours, kind, text and expectation of every row."""
    found = []
    for path in sorted(folder.glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        for of in ("pay", "hours"):
            found += [(path.stem, of, row[0], row[1], row[2:]) for row in data.get(of, ())]
    return found


@pytest.mark.parametrize(("language", "of", "kind", "text", "expected"), cases(HERE / "bank"))
def test_phrase(language: str, of: str, kind: str, text: str, expected: list[Any]) -> None:
    right = understood(text, language, of)[: len(expected)] == expected
    if text in OPEN and not right:
        pytest.xfail(OPEN[text])
    assert right, understood(text, language, of)
    assert text not in OPEN, "read by now"
