"""The words of a site: the lines that a pack names are told apart by them."""

from __future__ import annotations

import pytest
import regex

from support import resources
from vaclint.text.patterns import either, joined


@pytest.mark.parametrize("code", ["nl", "en"])
def test_a_line_is_of_a_site_by_its_words(code: str) -> None:
    given = resources().languages[code].section("chrome")["interface"]
    reading = resources().reading
    assert given["match"] and given["no-match"]
    assert [line for line in given["match"] if not reading.is_chrome(line)] == []
    assert [line for line in given["no-match"] if reading.is_chrome(line)] == []


def test_lines_of_a_page_are_told_as_their_patterns_tell_them() -> None:
    lines = [
        line
        for pack in resources().languages.values()
        for line in pack.section("chrome").get("line", ())
    ]
    whole = regex.compile(either(map(joined, lines)), regex.IGNORECASE)
    chrome = resources().reading.chrome
    assert chrome is not None
    texts = [text for line in lines for name in ("match", "no-match") for text in line[name]]
    assert len(texts) > 100
    for text in texts:
        for each in (text, text.upper(), f"« {text}", f"{text} →", text.replace("s", "ſ")):
            assert chrome.match(each) == (whole.fullmatch(each) is not None), each
