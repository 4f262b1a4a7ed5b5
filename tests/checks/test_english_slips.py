"""English slips and misspellings of each kind, with sentences that are right."""

from __future__ import annotations

import pytest

from checks.bank import rows
from support import texts

BANK = [(text, wrong) for _, text, wrong in rows("english-slips")]


@pytest.mark.parametrize(("text", "wrong"), BANK)
def test_what_is_wrong_is_found_and_nothing_else(text: str, wrong: str) -> None:
    found = texts(text, "vacancy.txt", "SPL", language="en", kind="vacancy")
    assert len(found) >= bool(wrong)
    places = [(text.index(each), text.index(each) + len(each)) for each in found]
    wanted = [(text.index(each), text.index(each) + len(each)) for each in wrong.split("|") if each]
    for start, end in wanted:
        assert any(at < end and start < to for at, to in places), (start, end, found)
    for at, to in places:
        assert any(at < end and start < to for start, end in wanted), found
