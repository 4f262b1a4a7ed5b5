"""The words of a site: the lines that a pack names are told apart by them."""

from __future__ import annotations

import pytest

from support import resources


@pytest.mark.parametrize("code", ["nl", "en"])
def test_a_line_is_of_a_site_by_its_words(code: str) -> None:
    given = resources().languages[code].section("chrome")["interface"]
    reading = resources().reading
    assert given["match"] and given["no-match"]
    assert [line for line in given["match"] if not reading.is_chrome(line)] == []
    assert [line for line in given["no-match"] if reading.is_chrome(line)] == []
