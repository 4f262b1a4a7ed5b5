"""The parts of a text that a rule may be about, each with its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_findings

TEXT = "---\ntitle: Bakker\n---\n\n# Kok\n\nEen zin. Nog een.\n\n- punt\n"


@pytest.mark.parametrize(
    ("per", "found"),
    [
        ("text", ["Bakker"]),
        ("title", ["Bakker"]),
        ("heading", ["Kok"]),
        ("block", ["Kok", "Een zin. Nog een.", "punt"]),
        ("sentence", ["Kok", "Een zin.", "Nog een.", "punt"]),
    ],
)
def test_parts(tmp_path: Path, per: str, found: list[str]) -> None:
    keys = f"kind = 'length'\nper = '{per}'\noptions = {{ least-words = 100 }}\n"
    assert [each.text for each in own_findings(tmp_path, keys, TEXT)] == found
