"""The rules on gender together: of each phrase one says what it is, with its severity, or none."""

from __future__ import annotations

import pytest

from checks.bank import rows
from support import findings

AFTER = "\n\nTekst die langer is dan een kop, zodat dit een alinea is.\n"


@pytest.mark.parametrize(("language", "text", "wanted"), rows("gender"))
def test_the_bank(language: str, text: str, wanted: str) -> None:
    found = findings(text + AFTER, "x.txt", "GEN", language=language)
    given = wanted.split()
    assert {finding.rule for finding in found} == set(given[:1])
    if len(given) > 1:
        assert {finding.severity for finding in found} == set(given[1:])
