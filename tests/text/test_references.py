from __future__ import annotations

from vaclint.text.references import readable, unescaped


def test_references_are_read() -> None:
    assert unescaped("caf&eacute; &#8364; 3 &amp; meer") == "café € 3 & meer"


def test_a_number_that_is_too_long_to_read_is_no_reference() -> None:
    text = f"kok &#{'1' * 5000}; &#233;"
    assert readable(text) == text.replace("&#1", " #1")
    assert unescaped(text).endswith(" é")


def test_a_text_without_one_is_left_as_it_is() -> None:
    assert readable("a &#233; & b") == "a &#233; & b"
