"""What a text must hold, always or beside something else."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_error, own_findings

ALWAYS = 'kind = "required"\npattern = "bel|mail"\n'
WHEN = f'{ALWAYS}when = "vragen\\\\?"\n'


@pytest.mark.parametrize(
    ("keys", "text", "found"),
    [
        (ALWAYS, "# Kok\n\nKom werken.\n", ["Kok"]),
        (ALWAYS, "# Kok\n\nKom werken of bel ons.\n", []),
        (WHEN, "# Kok\n\nKom werken.\n", []),
        (WHEN, "# Kok\n\nVragen? Kom langs.\n", ["Vragen?"]),
        (WHEN, "# Kok\n\nVragen? Bel Noor.\n", []),
        (f'{ALWAYS}per = "heading"\n', "# Kok\n\nBel ons.\n", ["Kok"]),
        (f'{ALWAYS}per = "heading"\n', "# Kok\n\n## Bel ons\n\nJa.\n", []),
        (f"{ALWAYS}options = {{ min-words = 5 }}\n", "# Kok\n\nKom werken.\n", []),
        (f"{ALWAYS}case = true\n", "# Kok\n\nBel ons.\n", ["Kok"]),
    ],
)
def test_what_is_missing(tmp_path: Path, keys: str, text: str, found: list[str]) -> None:
    assert [each.text for each in own_findings(tmp_path, keys, text)] == found


def test_a_text_in_another_language_need_not_hold_it(tmp_path: Path) -> None:
    text = "# Cook\n\nWe are looking for a cook who works with us in the kitchen every day.\n"
    assert own_findings(tmp_path, f'{ALWAYS}languages = ["nl"]\n', text) == ()


def test_a_pattern_that_is_none(tmp_path: Path) -> None:
    assert "no regular expression" in own_error(tmp_path, 'kind = "required"\npattern = "("\n')
