"""A suppression that suppresses nothing: the engine reports it, for the rules that looked."""

from __future__ import annotations

import pytest

from support import findings
from vaclint.checks.suppression import KIND

TEXT = "<!-- vaclint: ignore {codes} -->\n\nWij zoeken een kok voor onze keuken.\n"


def test_the_engine_runs_it() -> None:
    assert KIND.check is None
    assert KIND.values == {"codes", "right"}


@pytest.mark.parametrize("codes", ["GEN001", "GEN, INC"])
def test_it_stands_on_the_comment(codes: str) -> None:
    (found,) = findings(TEXT.format(codes=codes), "a.md", "GEN", "INC", "STR090", language="nl")
    assert (found.rule, found.text) == ("STR090", f"<!-- vaclint: ignore {codes} -->")


def test_a_rule_that_is_off_says_nothing_of_its_suppressions() -> None:
    assert findings(TEXT.format(codes="GEN001"), "a.md", "STR090", language="nl") == ()


def test_one_that_suppresses_is_not_reported() -> None:
    text = "<!-- vaclint: ignore GEN001 -->\n\nHij/zij kookt.\n"
    assert findings(text, "a.md", "GEN001", "STR090", language="nl") == ()
