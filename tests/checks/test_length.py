"""How many words a part of a text may or must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from own_rules import own_error, own_findings

MOST = 'kind = "length"\noptions = { most-words = 4 }\n'
LEAST = 'kind = "length"\noptions = { least-words = 3 }\n'
TEXT = "# De kok van ons huis\n\nJe kookt. Je kookt elke dag voor ons.\n"


@pytest.mark.parametrize(
    ("keys", "found"),
    [
        (MOST, ["De kok van ons huis", "Je kookt elke dag voor ons."]),
        (f'{MOST}per = "heading"\n', ["De kok van ons huis"]),
        (f'{MOST}per = "title"\n', ["De kok van ons huis"]),
        (f'{MOST}per = "block"\n', ["De kok van ons huis", TEXT.split("\n")[2]]),
        (f'{MOST}per = "text"\n', ["De kok van ons huis"]),
        (LEAST, ["Je kookt."]),
        (f'{LEAST}per = "text"\n', []),
    ],
)
def test_parts_that_are_too_long_or_short(tmp_path: Path, keys: str, found: list[str]) -> None:
    assert [each.text for each in own_findings(tmp_path, keys, TEXT)] == found


def test_a_rule_needs_a_limit(tmp_path: Path) -> None:
    says = own_error(tmp_path, 'kind = "length"\n')
    assert "needs the option 'most-words' or 'least-words'" in says
